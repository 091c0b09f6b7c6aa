//! Who was it? Two outlets give a named person another age or another fate.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What one does not survive.
        pub dead: Vec<String> = ["killed"],
        /// What one survives at first.
        pub alive: Vec<String> = ["wounded", "rescued", "missing"],
        /// Words of a name that tell nobody apart.
        pub titles: Vec<String> = ["mr", "mrs", "ms", "dr", "sgt", "officer", "deputy", "jr", "sr"],
    }
}

/// What is said of a person.
pub struct Identity;

impl Rule for Identity {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "identity",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets differ on the age or the fate of a named person",
        manual: include_str!("../MANUAL.md"),
        // The settings name them.
        predicates: &[],
        codes: &[
            ("age-differs", "two ages for one person"),
            ("fate-differs", "dead in one outlet, alive in another"),
            (
                "died-later",
                "alive in an earlier report, dead in a later one",
            ),
        ],
        words: &[
            (
                "age",
                "How old? {first.outlet} says {first_age}, {second.outlet} {second_age}",
            ),
            ("age-why", "one name, two ages; a person has one"),
            (
                "fate",
                "Did the person die? {dead.outlet} says so, {alive.outlet} does not",
            ),
            (
                "fate-why",
                "the report that tells of a survivor is not the earlier one",
            ),
            (
                "later",
                "{dead.outlet} reports the death of one of whom {alive.outlet} told as alive",
            ),
            ("later-why", "the later report has the later state"),
            ("ask", "on whose word, and as of when?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut findings = Vec::new();
        for told in persons(event, settings).values() {
            findings.extend(ages(event, told));
            findings.extend(fates(event, told, settings));
        }
        Ok(findings)
    }
}

/// The claims that tell of each person, known by first letter and last name.
fn persons(event: &Event, settings: &Settings) -> BTreeMap<String, Vec<u32>> {
    let mut found: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut full: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, claim) in (0_u32..).zip(&event.claims) {
        let party = claim
            .population
            .as_ref()
            .filter(|_| claim.polarity == Polarity::Affirmed);
        if let Some((key, first)) = party.and_then(|party| name(&party.text, settings)) {
            found.entry(key.clone()).or_default().push(id);
            full.entry(key).or_default().insert(first);
        }
    }
    // "Ana Reyes" and "Alba Reyes" may be sisters: a key that two first names share is nobody's.
    found.retain(|key, _| full.get(key).is_none_or(|firsts| firsts.len() == 1));
    found
}

/// The key of a name and its first name: two capitalised words and more, without titles and what follows a comma.
fn name(text: &str, settings: &Settings) -> Option<(String, String)> {
    let before = text.split([',', '(']).next()?;
    let is_title = |word: &str| {
        settings
            .titles
            .iter()
            .any(|title| title == &word.to_lowercase())
    };
    let words: Vec<&str> = before
        .split_whitespace()
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !is_title(word))
        .collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let (first, last) = words.first().zip(words.last())?;
    if words.len() < 2 || !words.iter().all(capital) {
        return None;
    }
    let letter = first.to_lowercase().chars().next()?;
    Some((
        format!("{letter} {}", last.to_lowercase()),
        first.to_lowercase(),
    ))
}

/// Two ages of one person, each in an article that has no other.
fn ages(event: &Event, told: &[u32]) -> Option<Finding> {
    let aged: Vec<(u32, String)> = told
        .iter()
        .filter_map(|id| Some((*id, host::attribute(*id, "age")?)))
        .collect();
    let of_article = |article: u32| {
        let own = aged
            .iter()
            .filter(move |(id, _)| event.claim(*id).article == article);
        own.map(|(_, age)| age.as_str())
    };
    let (first, first_age) = aged.first()?;
    let (second, second_age) = aged.iter().find(|(id, age)| {
        let (a, b) = (event.claim(*first).article, event.claim(*id).article);
        a != b
            && !of_article(a).any(|known| known == age)
            && !of_article(b).any(|known| known == first_age)
    })?;
    let message = phrase("age")
        .claim("first", *first)
        .claim("second", *second)
        .text("first_age", first_age.as_str())
        .text("second_age", second_age.as_str());
    let made = finding(
        "age-differs",
        Verdict::Contradiction,
        [*first, *second],
        message,
    );
    let assumed = [first, second]
        .iter()
        .any(|id| is_assumed(event.claim(**id)));
    (!assumed).then(|| asked(event, made.because(phrase("age-why")), [*first, *second]))
}

/// May the claim's person or time be our own default?
fn is_assumed(claim: &Claim) -> bool {
    let time = claim.time.as_ref().is_some_and(Period::is_assumed);
    time || claim.population.as_ref().is_some_and(Party::is_assumed)
}

/// Dead in one article, alive and not dead in another.
fn fates(event: &Event, told: &[u32], settings: &Settings) -> Option<Finding> {
    let is = |id: u32, list: &[String]| list.contains(&event.claim(id).predicate);
    let article = |id: u32| event.claim(id).article;
    let dies_in: BTreeSet<u32> = told
        .iter()
        .filter(|id| is(**id, &settings.dead))
        .map(|id| article(*id))
        .collect();
    let dead = *told.iter().find(|id| is(**id, &settings.dead))?;
    let lives = |id: &&u32| is(**id, &settings.alive) && !dies_in.contains(&article(**id));
    let alive = *told.iter().find(lives)?;
    let say = |key: &str| phrase(key).claim("dead", dead).claim("alive", alive);
    let published = |id: u32| event.article_of(id).published.as_ref();
    let moments = published(alive)
        .and_then(|p| p.end)
        .zip(published(dead).and_then(|p| p.start));
    if moments.is_some_and(|(alive, dead)| alive <= dead) {
        let made = finding(
            "died-later",
            Verdict::Superseded,
            [dead, alive],
            say("later"),
        );
        return Some(made.because(say("later-why")));
    }
    let made = finding(
        "fate-differs",
        Verdict::Undetermined,
        [dead, alive],
        say("fate"),
    )
    .because(say("fate-why"))
    .missing(alive, "as-of");
    Some(asked(event, made, [dead, alive]))
}

fn asked(event: &Event, made: Finding, ids: [u32; 2]) -> Finding {
    ids.into_iter().fold(made, |made, id| {
        made.ask_article(event.claim(id).article, phrase("ask"))
    })
}

export!(Identity);

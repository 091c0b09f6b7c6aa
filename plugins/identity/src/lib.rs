//! Who was it? Two outlets give a named person another age, another fate or another name.

mod condition;
mod persons;
mod sole;
mod spelling;
mod state;

use std::collections::BTreeSet;

use persons::{Told, is_of_an_age, persons};
use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What one does not survive.
        pub dead: Vec<String> = ["killed"],
        /// What one survives at first.
        pub alive: Vec<String> = ["wounded", "rescued", "missing", "survived"],
        /// What happens to the living: arrested in one report, dead in another of the same hour.
        pub held: Vec<String> = ["captured", "freed"],
        /// What follows what, of one person: who is sought may be captured later, but is not sought again.
        pub states: Vec<String> = ["sought/captured", "sought/killed", "captured/killed", "missing/rescued", "missing/survived", "captured/freed", "trapped/rescued"],
        /// Predicates that say how somebody is.
        pub conditions: Vec<String> = ["condition"],
        /// What befalls one alone in most reports: its age is compared though nobody names him.
        pub sole: Vec<String> = ["killed", "wounded", "shot", "captured"],
        /// Years between two ages of one who is not named by which they differ at most.
        pub sole_years: Decimal = dec!(3),
        /// Nouns for a person that leave open who it is.
        pub anybody: Vec<String> = ["person", "victim", "child", "teen", "teenager", "juvenile", "student", "suspect", "youth", "minor", "toddler", "baby", "infant", "kid"],
        /// Words before what somebody is, where there is one: "the captain".
        pub definite: Vec<String> = ["the"],
        /// Words of a name that tell nobody apart.
        pub titles: Vec<String> = ["mr", "mrs", "ms", "dr", "sgt", "officer", "deputy", "captain", "capt", "colonel", "col", "general", "gen", "major", "maj", "lieutenant", "lt", "sergeant", "corporal", "cpl", "private", "pvt", "admiral", "commander", "constable", "detective", "det", "inspector", "trooper", "sheriff", "president", "minister", "mayor", "governor", "gov", "senator", "sen", "professor", "prof", "doctor", "reverend", "rev", "bishop", "sir", "jr", "sr", "ii", "iii", "iv"],
        /// Words that tell father and son apart, of those in `titles`.
        pub generations: Vec<String> = ["jr", "sr", "ii", "iii", "iv"],
        /// Words that stand in no name, where a text in capitals leaves open what is one: "THE HOSTAGE".
        pub no_names: Vec<String> = ["the", "a", "an", "one", "two", "three", "some", "another", "other", "his", "her", "its", "their", "this", "that", "no"],
        /// Short forms beside the names they stand for.
        pub short_forms: String = "harry/harold harry/henry hal/henry bill/william will/william billy/william bob/robert rob/robert bobby/robert dick/richard rick/richard rich/richard jim/james jimmy/james jack/john johnny/john joe/joseph joey/joseph mike/michael mick/michael tom/thomas tommy/thomas ted/edward ed/edward eddie/edward ned/edward charlie/charles chuck/charles dave/david dan/daniel danny/daniel tony/anthony andy/andrew drew/andrew ben/benjamin sam/samuel steve/stephen steve/steven greg/gregory jeff/jeffrey ken/kenneth larry/lawrence jerry/gerald matt/matthew nick/nicholas pete/peter ron/ronald don/donald tim/timothy vince/vincent walt/walter fred/frederick frank/francis al/albert alex/alexander liz/elizabeth beth/elizabeth betty/elizabeth kate/katherine kathy/katherine katie/katherine cathy/catherine kate/catherine peggy/margaret maggie/margaret meg/margaret sue/susan debbie/deborah patty/patricia pat/patricia jenny/jennifer becky/rebecca cindy/cynthia barb/barbara nancy/anne sally/sarah vicky/victoria sandy/sandra pepe/jose paco/francisco sasha/alexander misha/mikhail",
        /// Days between two reports from which on one who is a year older may have had a birthday.
        pub birthday_days: Decimal = dec!(14),
        /// Letters that two spellings of one name differ by at most.
        pub slips: Decimal = dec!(2),
        /// Letters of a name for each letter that may differ.
        pub letters_a_slip: Decimal = dec!(2),
    }
}

impl Settings {
    /// Does the claim name whom it befell?
    fn is_named(&self, claim: &Claim) -> bool {
        let party = claim.population.as_ref();
        party.is_some_and(|party| persons::name(&party.text, self).is_some())
    }
}

/// What is said of a person.
pub struct Identity;

impl Rule for Identity {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "identity",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets differ on the age, the fate or the name of a person",
        manual: include_str!("../MANUAL.md"),
        // The settings name them.
        predicates: &[],
        codes: &[
            ("age-differs", "two ages for one person"),
            ("name-spelt", "two spellings of one person's name"),
            ("fate-differs", "dead in one outlet, alive in another"),
            (
                "condition-differs",
                "critical in one outlet, out of danger in another",
            ),
            (
                "state-differs",
                "held in one outlet, still sought in a later one",
            ),
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
            (
                "age-of",
                "How old is {who}? {first.outlet} says {first_age}, {second.outlet} {second_age}",
            ),
            (
                "sole-why",
                "each report tells of one alone, and gives him another age",
            ),
            ("age-why", "one name, two ages; a person has one"),
            (
                "spelt",
                "How is the name written? {first.outlet} has {first_name}, {second.outlet} {second_name}",
            ),
            (
                "spelt-why",
                "one age, and names that differ by a letter or two",
            ),
            (
                "spelt-first-why",
                "one first name, and names that differ by a letter or two",
            ),
            (
                "spelt-ages-why",
                "one first name, names that differ by a letter or two, and two ages: one may be wrong as well, or these are two people",
            ),
            ("ask-name", "how is the name written, and on whose word?"),
            (
                "fate",
                "Did the person die? {dead.outlet} says so, {alive.outlet} does not",
            ),
            (
                "fate-of",
                "Did {who} die? {dead.outlet} says so, {alive.outlet} does not",
            ),
            (
                "fate-why",
                "the report that tells of a survivor is not the earlier one",
            ),
            (
                "condition",
                "How is the person? {first.outlet}: {first_state}, {second.outlet}: {second_state}",
            ),
            (
                "condition-of",
                "How is {who}? {first.outlet}: {first_state}, {second.outlet}: {second_state}",
            ),
            (
                "condition-why",
                "a condition changes, and it is not said for which hour each report speaks",
            ),
            (
                "condition-later",
                "{second.outlet} is the later report: a condition changes",
            ),
            (
                "fate-held-why",
                "who died in it was not arrested or freed afterwards",
            ),
            (
                "later",
                "{dead.outlet} reports the death of one of whom {alive.outlet} told as alive",
            ),
            (
                "later-of",
                "{dead.outlet} reports the death of {who}, of whom {alive.outlet} told as alive",
            ),
            ("later-why", "the later report has the later state"),
            (
                "state",
                "What became of the person? {now.outlet} has “{now_state}”, {then.outlet} “{then_state}”",
            ),
            (
                "state-of",
                "What became of {who}? {now.outlet} has “{now_state}”, {then.outlet} “{then_state}”",
            ),
            (
                "state-why",
                "the one follows the other, and it is the later report that has the earlier state",
            ),
            ("ask-age", "how old, and on whose word?"),
            ("ask", "on whose word, and as of when?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let told = persons::told(event, settings);
        let mut findings = Vec::new();
        for person in persons(&told) {
            findings.extend(ages(event, &person, settings));
            let claims: Vec<u32> = person.iter().map(|told| told.claim).collect();
            findings.extend(fates(event, &claims, settings));
            findings.extend(state::reversed(event, &claims, settings));
            findings.extend(condition::of_one(event, &claims, settings));
        }
        findings.extend(state::of_offices(event, settings));
        findings.extend(spelling::spellings(event, &told, settings));
        let unnamed = sole::ages(event, settings).into_iter();
        let unnamed: Vec<Finding> = unnamed
            .chain(sole::fates(event, settings))
            .chain(condition::of_the_only_one(event, settings))
            .filter(|made| findings.iter().all(|known| known.code != made.code))
            .collect();
        findings.extend(unnamed);
        Ok(findings)
    }
}

/// Two ages of one person, each in an article that has no other.
fn ages(event: &Event, person: &[&Told], settings: &Settings) -> Option<Finding> {
    let aged = || person.iter().filter(|told| told.age.is_some());
    let given: BTreeSet<(u32, &str)> = aged().map(|told| (told.article, age_of(told))).collect();
    let differ = |one: &Told, other: &Told| {
        let alone = one.alone || other.alone;
        // "Jon Kurz Sr." and "Jon Kurz Jr.".
        let generations = one
            .name
            .generation
            .as_ref()
            .zip(other.name.generation.as_ref());
        one.article != other.article
            && generations.is_none_or(|(one, other)| one == other)
            && (!alone || is_of_an_age(one, other, settings))
            && !given.contains(&(one.article, age_of(other)))
            && !given.contains(&(other.article, age_of(one)))
            && !had_birthday(
                event,
                (one.claim, age_of(one)),
                (other.claim, age_of(other)),
                settings,
            )
    };
    // A text that tells it ten times tells it once.
    let mut seen = BTreeSet::new();
    let told = aged().filter(|told| !is_assumed(event.claim(told.claim)));
    let told: Vec<_> = told
        .filter(|told| seen.insert((told.article, age_of(told))))
        .collect();
    let (one, other) = told.iter().enumerate().find_map(|(at, one)| {
        let other = told[at + 1..].iter().find(|other| differ(one, other))?;
        Some((one, other))
    })?;
    let ids = [one.claim, other.claim];
    let message = of_person(event, ["age", "age-of"], ids, settings)
        .claim("first", ids[0])
        .claim("second", ids[1])
        .text("first_age", age_of(one))
        .text("second_age", age_of(other));
    let made = finding("age-differs", Verdict::Contradiction, ids, message);
    Some(asked(
        event,
        made.because(phrase("age-why")),
        "ask-age",
        ids,
    ))
}

fn age_of(told: &Told) -> &str {
    told.age.as_deref().unwrap_or_default()
}

/// Is one a year older in a report that much later? Each by a claim and the age it gives.
fn had_birthday(event: &Event, one: (u32, &str), other: (u32, &str), settings: &Settings) -> bool {
    let years = |age: &str| age.parse::<i64>().ok();
    let day = |claim: u32| {
        let published = event.article_of(claim).published.as_ref()?;
        published.start.map(i64::from)
    };
    let apart = || {
        let older = years(one.1)? - years(other.1)?;
        let later = day(one.0)? - day(other.0)?;
        let long = Decimal::new(later.abs(), 0)?
            .cmp_times(Decimal::from(MINUTES_A_DAY), settings.birthday_days)
            .is_ge();
        Some(older.abs() == 1 && older.signum() == later.signum() && long)
    };
    apart().unwrap_or(false)
}

/// A day, as the contract counts time.
const MINUTES_A_DAY: u32 = 24 * 60;

/// May the claim's person or time be our own default?
fn is_assumed(claim: &Claim) -> bool {
    let time = claim.time.as_ref().is_some_and(Period::is_assumed);
    time || claim.population.as_ref().is_some_and(Party::is_assumed)
}

/// Dead in one article, alive and not dead in another: the claims of one person.
fn fates(event: &Event, person: &[u32], settings: &Settings) -> Option<Finding> {
    let is = |id: u32, list: &[String]| list.has(&event.claim(id).predicate);
    let article = |id: u32| event.claim(id).article;
    let dies = || person.iter().copied().filter(|id| is(*id, &settings.dead));
    let dies_in: BTreeSet<u32> = dies().map(article).collect();
    let dead = dies().next()?;
    // "Was shot" leaves open what came of it, whatever we take it for.
    let lives = |id: &u32| {
        let held = is(*id, &settings.held)
            && (is_of_one_hour(event, [*id, dead]) || is_held_after(event, *id, dead));
        (is(*id, &settings.alive) || held)
            && !dies_in.contains(&article(*id))
            && !event.claim(*id).is_derived()
    };
    let alive = person.iter().copied().find(lives)?;
    let say = |keys| {
        let said = of_person(event, keys, [dead, alive], settings);
        said.claim("dead", dead).claim("alive", alive)
    };
    let published = |id: u32| event.article_of(id).published.as_ref();
    let moments = published(alive)
        .and_then(|p| p.end)
        .zip(published(dead).and_then(|p| p.start));
    let held = settings.held.has(&event.claim(alive).predicate);
    let held_after = held && is_held_after(event, alive, dead);
    if moments.is_some_and(|(alive, dead)| alive <= dead) && !held_after {
        let made = finding(
            "died-later",
            Verdict::Superseded,
            [dead, alive],
            say(["later", "later-of"]),
        );
        return Some(made.because(phrase("later-why")));
    }
    let made = finding(
        "fate-differs",
        Verdict::Undetermined,
        [dead, alive],
        say(["fate", "fate-of"]),
    )
    .because(phrase(if held_after {
        "fate-held-why"
    } else {
        "fate-why"
    }))
    .missing(alive, "as-of");
    Some(asked(event, made, "ask", [dead, alive]))
}

/// Were the two reports published at one time, as far as they say: is neither known to be the later?
fn is_of_one_hour(event: &Event, ids: [u32; 2]) -> bool {
    let published = ids.map(|id| {
        let period = event.article_of(id).published.as_ref()?;
        period.start.zip(period.end)
    });
    let [Some(one), Some(other)] = published else {
        return false;
    };
    one.0 < other.1 && other.0 < one.1
}

/// Is somebody held on a day after the event in which another report has him die? No later report makes up for that.
fn is_held_after(event: &Event, held: u32, dead: u32) -> bool {
    let told = |time: &'_ Option<Period>| {
        let time = time.as_ref().filter(|time| !time.is_assumed())?;
        time.start.zip(time.end)
    };
    let of_event = told(&event.time);
    // "Was among the dead" is of the event's day; "died in hospital" may be of any.
    let among = event.claim(dead).attribute("portion") == Some("part");
    let died = told(&event.claim(dead).time).or(of_event.filter(|_| among));
    let in_it = died
        .zip(of_event)
        .is_some_and(|(a, b)| a.0 < b.1 && b.0 < a.1);
    let held = told(&event.claim(held).time);
    in_it && died.zip(held).is_some_and(|(died, held)| died.1 <= held.0)
}

/// The phrase for somebody: the second of the keys, with the fuller of his names, where one of the claims names him.
fn of_person(event: &Event, keys: [&str; 2], ids: [u32; 2], settings: &Settings) -> Phrase {
    let claims = ids.into_iter().map(|id| event.claim(id));
    let named = claims.filter(|claim| settings.is_named(claim));
    let names = named.filter_map(|claim| Some(&*claim.population.as_ref()?.text));
    match names.max_by_key(|name| name.split_whitespace().count()) {
        Some(who) => phrase(keys[1]).text("who", persons::without_asides(who)),
        None => phrase(keys[0]),
    }
}

fn asked(event: &Event, made: Finding, ask: &str, ids: [u32; 2]) -> Finding {
    ids.into_iter().fold(made, |made, id| {
        made.ask_article(event.claim(id).article, phrase(ask))
    })
}

export!(Identity);

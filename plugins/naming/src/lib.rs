//! What is it called? Spellings and labels that differ between outlets for one and the same, folded into one note.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// The most claims that the note cites.
        pub most_claims: Decimal = dec!(6),
        /// The most names that are compared by their spelling.
        pub most_names: Decimal = dec!(60),
        /// Letters of a name for each of which may be written otherwise.
        pub letters_a_slip: Decimal = dec!(5),
        /// Predicates whose object is no name but an answer: "argument", "gas leak".
        pub answers: Vec<String> = ["caused-by", "charged", "convicted", "motive", "manner", "condition"],
    }
}

/// One referent, several names.
pub struct Naming;

impl Rule for Naming {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "naming",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Outlets spell or label one and the same differently",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[("names-differ", "spellings and labels differ")],
        words: &[
            (
                "differ",
                "Spellings and labels differ for {count} of those named",
            ),
            (
                "differ-why",
                "one and the same under several names is no difference in what is reported",
            ),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let names = names(event, settings);
        let mut differing = labels(&names);
        differing.extend(spellings(&names, settings));
        let cited: Vec<u32> = differing.iter().flatten().copied().collect();
        let cited = at_most(cited, settings);
        let Some(count) = Decimal::new(i64::try_from(differing.len()).unwrap_or(i64::MAX), 0)
        else {
            return Ok(Vec::new());
        };
        let message = phrase("differ").number("count", count);
        let made = || finding("names-differ", Verdict::Compatible, cited.clone(), message);
        Ok(if cited.is_empty() {
            Vec::new()
        } else {
            vec![made().because(phrase("differ-why"))]
        })
    }
}

/// A name that an outlet uses in its own voice.
struct Name<'a> {
    claim: u32,
    article: u32,
    /// In small letters, without hyphens and a leading "the".
    words: String,
    entity: Option<&'a str>,
    is_proper: bool,
}

/// Every name of the event's actors, objects, places and sources; whom it befell only where the lexicon knows them.
fn names<'a>(event: &'a Event, settings: &Settings) -> Vec<Name<'a>> {
    let mut found = Vec::new();
    for (id, claim) in (0_u32..)
        .zip(&event.claims)
        .filter(|(_, claim)| !claim.quoted && !settings.answers.has(&claim.predicate))
    {
        let parties = [&claim.agent, &claim.object, &claim.place];
        let counted = claim
            .population
            .iter()
            .filter(|party| party.entity.is_some());
        let parties = parties.into_iter().flatten().chain(counted);
        let parties =
            parties.map(|party| (party.text.as_ref(), party.entity.as_deref(), party.basis));
        let sources = claim.attribution.iter();
        let sources = sources.map(|s| (s.text.as_ref(), s.entity.as_deref(), s.basis));
        for (text, entity, basis) in parties.chain(sources) {
            let words = bare(text);
            if basis == Basis::Said && !words.is_empty() {
                let is_proper = text
                    .split_whitespace()
                    .all(|word| word.starts_with(char::is_uppercase));
                found.push(Name {
                    claim: id,
                    article: claim.article,
                    words,
                    entity,
                    is_proper,
                });
            }
        }
    }
    found
}

fn bare(text: &str) -> String {
    let small: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c == '-' { ' ' } else { c })
        .collect();
    let words: Vec<&str> = small.split_whitespace().collect();
    let words = if words.first() == Some(&"the") {
        &words[1..]
    } else {
        &words[..]
    };
    words.join(" ")
}

/// Entities that two articles call by different names only: a claim of each.
fn labels(names: &[Name<'_>]) -> Vec<Vec<u32>> {
    let mut by_entity: BTreeMap<&str, BTreeMap<u32, Vec<&Name<'_>>>> = BTreeMap::new();
    for name in names {
        if let Some(entity) = name.entity {
            by_entity
                .entry(entity)
                .or_default()
                .entry(name.article)
                .or_default()
                .push(name);
        }
    }
    by_entity.values().filter_map(split).collect()
}

/// Of one entity's names by article: a claim of each of two articles that share none.
fn split(by_article: &BTreeMap<u32, Vec<&Name<'_>>>) -> Option<Vec<u32>> {
    let words = |names: &[&Name<'_>]| -> BTreeSet<String> {
        names.iter().map(|name| name.words.clone()).collect()
    };
    let articles: Vec<_> = by_article.values().collect();
    let (first, rest) = articles.split_first()?;
    let other = rest
        .iter()
        .find(|names| words(names).is_disjoint(&words(first)))?;
    Some(vec![first.first()?.claim, other.first()?.claim])
}

/// Names of things unknown to the lexicon that two articles write a little differently.
fn spellings(names: &[Name<'_>], settings: &Settings) -> Vec<Vec<u32>> {
    let mut first: BTreeMap<&str, &Name<'_>> = BTreeMap::new();
    for name in names.iter().filter(|name| name.is_proper) {
        first.entry(&name.words).or_insert(name);
    }
    let within = |count: u32| Decimal::from(count) < settings.most_names;
    let listed: Vec<&&Name<'_>> = (0_u32..)
        .zip(first.values())
        .take_while(|(n, _)| within(*n))
        .map(|(_, name)| name)
        .collect();
    let mut found = Vec::new();
    for (at, one) in listed.iter().enumerate() {
        for other in &listed[at + 1..] {
            let known = one.entity.is_some() && one.entity == other.entity;
            if one.article != other.article
                && !known
                && is_variant(&one.words, &other.words, settings)
            {
                found.push(vec![one.claim, other.claim]);
            }
        }
    }
    found
}

/// The same words but for a letter here and there.
fn is_variant(left: &str, right: &str, settings: &Settings) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (left.split(' ').collect(), right.split(' ').collect());
    a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| is_slip(a, b, settings))
}

/// Few enough letters differ for the length of the word, and the first is the same.
fn is_slip(left: &str, right: &str, settings: &Settings) -> bool {
    let count = |letters: usize| u32::try_from(letters).unwrap_or(u32::MAX);
    let shorter = count(left.chars().count().min(right.chars().count()));
    let few = |apart: u32| {
        Decimal::from(shorter).cmp_times(Decimal::from(apart), settings.letters_a_slip)
    };
    left == right
        || left.chars().next() == right.chars().next()
            && few(count(strsim::levenshtein(left, right))).is_ge()
}

fn at_most(mut ids: Vec<u32>, settings: &Settings) -> Vec<u32> {
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    let within = |count: u32| Decimal::from(count) < settings.most_claims;
    (0_u32..)
        .zip(ids)
        .take_while(|(n, _)| within(*n))
        .map(|(_, id)| id)
        .collect()
}

export!(Naming);

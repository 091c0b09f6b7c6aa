//! Who is told of in an event: the claims of each person, known by name.

use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

use crate::Settings;

/// A name in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub(crate) first: String,
    pub(crate) last: String,
    /// What stands between, if more than an initial.
    pub(crate) middle: Option<String>,
}

/// A claim that names somebody.
pub(crate) struct Told {
    pub(crate) claim: u32,
    pub(crate) article: u32,
    pub(crate) name: Name,
    /// In years, where the claim gives it.
    pub(crate) age: Option<String>,
}

/// Every claim that names somebody of whom something is affirmed.
pub(crate) fn told(event: &Event, settings: &Settings) -> Vec<Told> {
    let claims = (0_u32..).zip(&event.claims);
    let affirmed = claims.filter(|(_, claim)| claim.polarity == Polarity::Affirmed);
    let named = affirmed.filter_map(|(id, claim)| {
        let party = claim.population.as_ref()?;
        Some(Told {
            claim: id,
            article: claim.article,
            name: name(&party.text, settings)?,
            age: host::attribute(id, "age"),
        })
    });
    named.collect()
}

/// The claims of each person, known by first letter and last name. "Ana Reyes" and "Alba Reyes" may be sisters: what two
/// first names share is nobody's.
pub(crate) fn persons(told: &[Told]) -> impl Iterator<Item = Vec<&Told>> {
    let mut found: BTreeMap<(Option<char>, &str), Vec<&Told>> = BTreeMap::new();
    for one in told {
        let key = (one.name.first.chars().next(), one.name.last.as_str());
        found.entry(key).or_default().push(one);
    }
    found.into_values().filter(|claims| {
        let firsts = || claims.iter().map(|told| told.name.first.as_str());
        firsts().all(|one| firsts().all(|other| is_short_for(one, other)))
    })
}

/// Is one the beginning of the other, as "Chris" is of "Christopher"?
pub(crate) fn is_short_for(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// Two capitalised words and more, without titles and what follows a comma.
pub(crate) fn name(text: &str, settings: &Settings) -> Option<Name> {
    let before = text.split([',', '(']).next()?;
    let is_title = |word: &str| {
        let small = word.to_lowercase();
        settings.titles.contains(&small)
    };
    let words: Vec<&str> = before
        .split_whitespace()
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !is_title(word))
        .collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let (first, last) = words.first().zip(words.last())?;
    let middle = || {
        let between = words[1..words.len() - 1].join(" ");
        (between.chars().count() > 1).then(|| between.to_lowercase())
    };
    (words.len() >= 2 && words.iter().all(capital)).then(|| Name {
        first: first.to_lowercase(),
        last: last.to_lowercase(),
        middle: middle(),
    })
}

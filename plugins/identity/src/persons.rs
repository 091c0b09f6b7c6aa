//! Who is told of in an event: the claims of each person, known by name.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

use crate::Settings;

/// A name in small letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub(crate) first: String,
    pub(crate) last: String,
    /// What stands between, if more than an initial.
    pub(crate) middle: Option<String>,
    /// "jr", where it is told.
    pub(crate) generation: Option<String>,
}

/// A claim that names somebody.
pub(crate) struct Told {
    pub(crate) claim: u32,
    pub(crate) article: u32,
    pub(crate) name: Name,
    /// In years, where the claim gives it.
    pub(crate) age: Option<String>,
    /// Does it give the first name alone?
    pub(crate) alone: bool,
}

impl Told {
    /// Last and first.
    fn names(&self) -> (&str, &str) {
        (&self.name.last, &self.name.first)
    }
}

/// Every claim that names somebody of whom something is affirmed.
pub(crate) fn told(event: &Event, settings: &Settings) -> Vec<Told> {
    let claims = (0_u32..).zip(&event.claims);
    let affirmed = claims.filter(|(_, claim)| claim.polarity == Polarity::Affirmed);
    let affirmed: Vec<_> = affirmed.collect();
    let told = |(id, claim): &(u32, &Claim), name: Name| Told {
        claim: *id,
        article: claim.article,
        name,
        age: claim.attribute("age").map(str::to_owned),
        alone: false,
    };
    let text = |claim: &'_ Claim| claim.population.as_ref().map(|party| party.text.clone());
    let named = affirmed.iter().filter_map(|one| {
        let name = name(&text(one.1)?, settings)?;
        Some(told(one, name))
    });
    let mut all: Vec<Told> = named.collect();
    let known: BTreeSet<(String, String)> = all
        .iter()
        .map(|told| (told.name.first.clone(), told.name.last.clone()))
        .collect();
    let of_family = affirmed.iter().filter_map(|one| {
        let first = alone(&text(one.1)?, settings).filter(|_| one.1.attribute("age").is_some())?;
        let found = Told {
            alone: true,
            ..told(one, only_one_called(first, &known)?)
        };
        // A father of the same name is not meant.
        let near =
            |other: &&Told| other.name == found.name && is_of_an_age(&found, other, settings);
        let near = all.iter().any(|other| near(&other));
        near.then_some(found)
    });
    let of_family: Vec<Told> = of_family.collect();
    all.extend(of_family);
    all.sort_by_key(|told| told.claim);
    with_full_names(with_second_names(all), settings)
}

/// "Their two sons, Remy, 9, and Aldo, 6": a first name alone, beside an age.
fn alone(text: &str, settings: &Settings) -> Option<String> {
    let word = text.split([',', '(']).next()?.trim();
    let one = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    let small = word.to_lowercase();
    let noun = settings.no_names.contains(&small) || settings.anybody.contains(&small);
    (one && !noun).then(|| folded(word))
}

/// Are they no more years apart than two ages of one person may be?
pub(crate) fn is_of_an_age(one: &Told, other: &Told, settings: &Settings) -> bool {
    let years = |told: &Told| told.age.as_ref()?.parse::<i64>().ok();
    let apart = years(one).zip(years(other)).map(|(a, b)| (a - b).abs());
    apart.is_some_and(|apart| Decimal::new(apart, 0).is_some_and(|a| a <= settings.sole_years))
}

/// The full name of the only one of the event with this first name.
fn only_one_called(first: String, known: &BTreeSet<(String, String)>) -> Option<Name> {
    let mut lasts = known.range((first.clone(), String::new())..);
    let mut lasts = lasts.by_ref().take_while(|(known, _)| *known == first);
    let (_, last) = lasts.next()?;
    lasts.next().is_none().then(|| Name {
        first,
        last: last.clone(),
        middle: None,
        generation: None,
    })
}

/// "Antonio Reyes" is José Antonio Reyes where a report of the event has one of that name.
fn with_second_names(mut told: Vec<Told>) -> Vec<Told> {
    let known: BTreeSet<(String, String)> = told
        .iter()
        .filter(|one| one.name.middle.is_none())
        .map(|one| (one.name.first.clone(), one.name.last.clone()))
        .collect();
    for name in told.iter_mut().map(|one| &mut one.name) {
        let second = name.middle.as_ref().and_then(|m| m.rsplit(' ').next());
        let second = second.map(|second| (second.to_owned(), name.last.clone()));
        if let Some((second, _)) = second.filter(|pair| known.contains(pair)) {
            name.first = second;
            name.middle = None;
        }
    }
    told
}

/// "Harry" is Harold where a report of the event has a Harold of that last name.
fn with_full_names(mut told: Vec<Told>, settings: &Settings) -> Vec<Told> {
    let full = told.iter();
    let full: BTreeSet<(String, String)> = full
        .map(|one| (one.name.first.clone(), one.name.last.clone()))
        .collect();
    let mut lasts = BTreeSet::new();
    // Where no two first names share a last one, none is short for another.
    let shared: BTreeSet<String> = full
        .iter()
        .filter(|(_, last)| !lasts.insert(last.as_str()))
        .map(|(_, last)| last.clone())
        .collect();
    let names = told.iter_mut().map(|one| &mut one.name);
    for name in names.filter(|name| shared.contains(&name.last)) {
        let forms = settings.short_forms.split(' ');
        let of_it = forms.filter_map(|form| form.strip_prefix(&name.first)?.strip_prefix('/'));
        let known = |form: &&str| full.contains(&((*form).to_owned(), name.last.clone()));
        let found: Vec<&str> = of_it.filter(known).collect();
        if let [one] = found[..] {
            name.first = one.to_owned();
        }
    }
    told
}

/// The claims of each person, known by first and last name. "Ana Reyes" and "Alba Reyes" may be sisters, and "A. Reyes" is then
/// either: what two first names share is nobody's.
pub(crate) fn persons(told: &[Told]) -> impl Iterator<Item = Vec<&Told>> {
    let mut found: BTreeMap<(&str, &str), Vec<&Told>> = BTreeMap::new();
    let firsts: BTreeSet<(&str, &str)> = told.iter().map(Told::names).collect();
    for one in told {
        let (last, first) = one.names();
        // Of forms of one name each begins the next: the longest stands for all.
        let forms = firsts.range((last, first)..).map_while(|(other, form)| {
            (*other == last && form.starts_with(first)).then_some(*form)
        });
        let mut forms: Vec<&str> = forms.collect();
        let longest = forms.pop().unwrap_or(first);
        if forms.iter().all(|form| longest.starts_with(form)) {
            found.entry((last, longest)).or_default().push(one);
        }
    }
    found.into_values()
}

/// Is one the beginning of the other, as "Chris" is of "Christopher"?
pub(crate) fn is_short_for(one: &str, other: &str) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// In small letters, without what fonts and keyboards make different: apostrophes, quotation marks, accents.
pub(crate) fn folded(word: &str) -> String {
    let marks = ['\'', '’', '‘', 'ʼ', '`', '´', 'ʻ', '"', '“', '”'];
    let letters = word.to_lowercase();
    let letters = letters.chars().filter(|c| !marks.contains(c));
    letters.filter_map(bare).collect()
}

/// The letter without its accent; a combining accent alone is none.
fn bare(letter: char) -> Option<char> {
    let plain = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ś' | 'š' | 'ş' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        '\u{300}'..='\u{36f}' => return None,
        other => other,
    };
    Some(plain)
}

/// "Anton Ruell" of "Anton Ruell, 52".
pub(crate) fn without_asides(text: &str) -> &str {
    text.split([',', '(']).next().unwrap_or(text).trim_end()
}

/// Two capitalised words and more, without titles and what follows a comma.
pub(crate) fn name(text: &str, settings: &Settings) -> Option<Name> {
    let before = without_asides(text);
    let is_title = |word: &str| {
        let small = word.to_lowercase();
        settings.titles.contains(&small)
    };
    // "The teacher Ana Reyes": what somebody is stands before the name.
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let determined = before
        .split_whitespace()
        .next()
        .is_some_and(|first| settings.no_names.contains(&first.to_lowercase()));
    let generation = before
        .split_whitespace()
        .map(|word| word.trim_end_matches('.').to_lowercase());
    let generation = generation
        .rev()
        .find(|word| settings.generations.contains(word));
    let words: Vec<&str> = before
        .split_whitespace()
        .skip(usize::from(
            determined && before.contains(char::is_lowercase),
        ))
        .skip_while(small)
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !is_title(word))
        .collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let (first, last) = words.first().zip(words.last())?;
    let middle = || {
        let between = words[1..words.len() - 1].join(" ");
        (between.chars().count() > 1).then(|| folded(&between))
    };
    let in_name = |word: &&str| !settings.no_names.contains(&word.to_lowercase());
    let is_name = words.len() >= 2 && words.iter().all(capital) && words.iter().all(in_name);
    is_name.then(|| Name {
        first: folded(first),
        last: folded(last),
        middle: middle(),
        generation,
    })
}

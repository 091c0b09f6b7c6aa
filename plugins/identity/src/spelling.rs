//! One person, two spellings: names of one age or one first name that differ by a letter or two, each the only one of its report.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

use crate::persons::{Name, Told, is_short_for};
use crate::{Settings, asked};

/// The most pairs of claims that are compared letter by letter: an event of ten reports has some hundred.
const MOST_PAIRS: usize = 20_000;

/// Of each two spellings one finding.
pub(crate) fn spellings(event: &Event, told: &[Told], settings: &Settings) -> Vec<Finding> {
    let given = given(told);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (one, other) in alike(told).take(MOST_PAIRS) {
        let new = is_slip(&one.name, &other.name, settings)
            && !gives_both(&given, one, other)
            && seen.insert(pair(&one.name, &other.name));
        if new {
            let why = match one.age.as_ref().zip(other.age.as_ref()) {
                Some((one, other)) if one == other => "spelt-why",
                Some(_) => "spelt-ages-why",
                None => "spelt-first-why",
            };
            found.push(finding_of(event, [one.claim, other.claim], why));
        }
    }
    found
}

/// The claims of two reports that give one age or one first name.
fn alike(told: &[Told]) -> impl Iterator<Item = (&Told, &Told)> {
    let mut by_age: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut by_first: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    // A report that tells of somebody ten times tells of him once.
    let mut seen = BTreeSet::new();
    let told = told.iter();
    let once: Vec<&Told> = told
        .filter(|one| seen.insert((one.article, &one.name, &one.age)))
        .collect();
    for (at, one) in once.iter().enumerate() {
        by_first.entry(&one.name.first).or_default().push(at);
        if let Some(age) = &one.age {
            by_age.entry(age).or_default().push(at);
        }
    }
    (0..once.len()).flat_map(move |at| {
        let one = once[at];
        let behind = |list: Option<&Vec<usize>>| {
            let list = list.map_or(&[][..], Vec::as_slice);
            list[list.partition_point(|other| *other <= at)..].to_vec()
        };
        let same_age = one.age.as_deref().map(|age| behind(by_age.get(age)));
        let same_first = behind(by_first.get(one.name.first.as_str())).into_iter();
        let mut others: Vec<usize> = same_age.into_iter().flatten().collect();
        others.extend(same_first);
        others.sort_unstable();
        others.dedup();
        let others: Vec<&Told> = others.into_iter().map(|other| once[other]).collect();
        let others = others
            .into_iter()
            .filter(|other| one.article != other.article);
        others.map(move |other| (one, other))
    })
}

/// A middle name that one claim gives and another leaves out makes no second pair.
fn pair<'a>(one: &'a Name, other: &'a Name) -> [(&'a str, &'a str); 2] {
    let ends = |name: &'a Name| (name.first.as_str(), name.last.as_str());
    let (one, other) = (ends(one), ends(other));
    if one < other {
        [one, other]
    } else {
        [other, one]
    }
}

/// Names that differ by a letter or two in all, and are no longer and shorter form of one.
fn is_slip(one: &Name, other: &Name, settings: &Settings) -> bool {
    let first = if is_short_for(&one.first, &other.first) {
        Some(0)
    } else {
        slips(&one.first, &other.first, settings)
    };
    let last = slips(&one.last, &other.last, settings);
    // One report may leave the middle name out.
    let middle = match one.middle.as_ref().zip(other.middle.as_ref()) {
        Some((one, other)) => slips(one, other, settings),
        None => Some(0),
    };
    let all = first.zip(last).zip(middle);
    let all = all.map(|((first, last), middle)| first + last + middle);
    all.is_some_and(|all| all > 0 && Decimal::from(all) <= settings.slips)
}

/// The letters that differ, where they are few for the length of the word.
fn slips(one: &str, other: &str, settings: &Settings) -> Option<u32> {
    let apart = u32::try_from(strsim::levenshtein(one, other)).ok()?;
    let letters = u32::try_from(one.chars().count().min(other.chars().count())).ok()?;
    let few = Decimal::from(letters).cmp_times(Decimal::from(apart), settings.letters_a_slip);
    few.is_ge().then_some(apart)
}

/// The names of each report, with the middle names under which it has them.
type Given<'a> = BTreeMap<(u32, &'a str, &'a str), BTreeSet<Option<&'a str>>>;

fn given(told: &[Told]) -> Given<'_> {
    let mut given = Given::new();
    for one in told {
        let name = (one.article, one.name.first.as_str(), one.name.last.as_str());
        given
            .entry(name)
            .or_default()
            .insert(one.name.middle.as_deref());
    }
    given
}

/// Does either report have the other's spelling as well? Then they are two people, or it corrects itself.
fn gives_both(given: &Given<'_>, one: &Told, other: &Told) -> bool {
    let in_middle = one.name.first == other.name.first && one.name.last == other.name.last;
    let gives = |article: u32, name: &Name| {
        let middles = given.get(&(article, name.first.as_str(), name.last.as_str()));
        middles.is_some_and(|known| !in_middle || known.contains(&name.middle.as_deref()))
    };
    gives(one.article, &other.name) || gives(other.article, &one.name)
}

fn finding_of(event: &Event, ids: [u32; 2], why: &str) -> Finding {
    let message = phrase("spelt")
        .claim("first", ids[0])
        .claim("second", ids[1])
        .text("first_name", written(event, ids[0]))
        .text("second_name", written(event, ids[1]));
    let made = finding("name-spelt", Verdict::Undetermined, ids, message);
    let made = made.because(phrase(why));
    let open = ids
        .iter()
        .fold(made, |made, id| made.missing(*id, "attribution"));
    asked(event, open, "ask-name", ids)
}

/// The name as the report has it.
fn written(event: &Event, id: u32) -> &str {
    let party = event.claim(id).population.as_ref();
    let text = party.map_or("", |party| party.text.as_ref());
    text.split([',', '(']).next().unwrap_or(text).trim()
}

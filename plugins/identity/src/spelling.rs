//! One person, two spellings: names of one age that differ by a letter or two, each the only one that its report has.

use std::collections::BTreeSet;

use rashomon_rule::prelude::*;

use crate::persons::{Name, Told, is_short_for};
use crate::{Settings, asked};

/// Of each two spellings one finding.
pub(crate) fn spellings(event: &Event, told: &[Told], settings: &Settings) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (at, one) in told.iter().enumerate() {
        for other in &told[at + 1..] {
            let new = is_one_person(one, other, settings)
                && !gives_both(told, one, other)
                && seen.insert(pair(&one.name, &other.name));
            if new {
                found.push(finding_of(event, [one.claim, other.claim]));
            }
        }
    }
    found
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

/// Told in two reports with one age, and under names that a slip of the pen can make of one another?
fn is_one_person(one: &Told, other: &Told, settings: &Settings) -> bool {
    let one_age = one.age.is_some() && one.age == other.age;
    let open_age = one.age.is_none() || other.age.is_none();
    one.article != other.article
        && (one_age || open_age && one.name.first == other.name.first)
        && is_slip(&one.name, &other.name, settings)
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
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let apart = u32::try_from(distance(&a, &b)).ok()?;
    let letters = u32::try_from(a.len().min(b.len())).ok()?;
    let few = Decimal::from(letters).cmp_times(Decimal::from(apart), settings.letters_a_slip);
    few.is_ge().then_some(apart)
}

/// Does either report have the other's spelling as well? Then they are two people, or it corrects itself.
fn gives_both(told: &[Told], one: &Told, other: &Told) -> bool {
    let ends = |a: &Name, b: &Name| a.first == b.first && a.last == b.last;
    let in_middle = ends(&one.name, &other.name);
    let is = |a: &Name, b: &Name| ends(a, b) && (!in_middle || a.middle == b.middle);
    told.iter().any(|known| {
        known.article == one.article && is(&known.name, &other.name)
            || known.article == other.article && is(&known.name, &one.name)
    })
}

fn finding_of(event: &Event, ids: [u32; 2]) -> Finding {
    let message = phrase("spelt")
        .claim("first", ids[0])
        .claim("second", ids[1])
        .text("first_name", written(event, ids[0]))
        .text("second_name", written(event, ids[1]));
    let made = finding("name-spelt", Verdict::Undetermined, ids, message);
    let made = made.because(phrase("spelt-why"));
    let open = ids
        .iter()
        .fold(made, |made, id| made.missing(*id, "attribution"));
    asked(event, open, "ask-name", ids)
}

/// The name as the report has it.
fn written(event: &Event, id: u32) -> &str {
    let party = event.claim(id).population.as_ref();
    let text = party.map_or("", |party| party.text.as_str());
    text.split([',', '(']).next().unwrap_or(text).trim()
}

/// Levenshtein's distance: letters put in, left out or changed.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

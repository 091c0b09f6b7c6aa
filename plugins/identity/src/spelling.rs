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

fn pair<'a>(one: &'a Name, other: &'a Name) -> [&'a Name; 2] {
    if one < other {
        [one, other]
    } else {
        [other, one]
    }
}

/// Told in two reports with one age, and under names that a slip of the pen can make of one another?
fn is_one_person(one: &Told, other: &Told, settings: &Settings) -> bool {
    one.article != other.article
        && one.age.is_some()
        && one.age == other.age
        && is_slip(&one.name, &other.name, settings)
}

/// One of the two names is the same, the other nearly so.
fn is_slip(one: &Name, other: &Name, settings: &Settings) -> bool {
    let near = |a: &str, b: &str| {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let apart = u32::try_from(distance(&a, &b)).unwrap_or(u32::MAX);
        let shorter = u32::try_from(a.len().min(b.len())).unwrap_or(u32::MAX);
        let letters = Decimal::from(shorter);
        apart > 0
            && Decimal::from(apart) <= settings.slips
            && letters
                .cmp_times(Decimal::from(apart), settings.letters_a_slip)
                .is_ge()
    };
    let same_last = one.last == other.last;
    let short = is_short_for(&one.first, &other.first);
    (same_last && !short && near(&one.first, &other.first))
        || (short && near(&one.last, &other.last))
}

/// Does either report have the other's spelling as well? Then they are two people, or it corrects itself.
fn gives_both(told: &[Told], one: &Told, other: &Told) -> bool {
    told.iter().any(|known| {
        known.article == one.article && known.name == other.name
            || known.article == other.article && known.name == one.name
    })
}

fn finding_of(event: &Event, ids: [u32; 2]) -> Finding {
    let message = phrase("spelt")
        .claim("first", ids[0])
        .claim("second", ids[1]);
    let made = finding("name-spelt", Verdict::Contradiction, ids, message);
    asked(event, made.because(phrase("spelt-why")), "ask-name", ids)
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

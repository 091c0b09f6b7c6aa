//! What joined the articles of a group, in words for a person.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::profile::Profile;
use super::vectors::Vectors;

/// So many words, and so many names, are named.
const WORDS: usize = 4;
const NAMES: usize = 2;

/// The names, the day and the rarest words that at least half the group's articles (and at least two) share.
pub(super) fn because(group: &[usize], profiles: &[&Profile], vectors: &Vectors) -> Vec<String> {
    if group.len() < 2 {
        return Vec::new();
    }
    let enough = group.len().div_ceil(2).max(2);
    let mut reasons = words(group, enough, profiles, vectors);
    let names = names(group, enough, profiles);
    reasons.retain(|word| !names.iter().any(|name| has_words(name, word)));
    reasons.truncate(WORDS);
    reasons.extend(names);
    reasons.extend(day(group, enough, profiles));
    reasons
}

fn has_words(name: &str, words: &str) -> bool {
    words
        .split(' ')
        .all(|word| name.split(' ').any(|part| part.eq_ignore_ascii_case(word)))
}

/// Shared words, the weightiest first; two that stand side by side in two of the articles are one reason.
fn words(group: &[usize], enough: usize, profiles: &[&Profile], vectors: &Vectors) -> Vec<String> {
    let mut shared = BTreeMap::<u32, (usize, f64)>::new();
    for (term, weight) in group.iter().flat_map(|article| &vectors.articles[*article]) {
        let entry = shared.entry(*term).or_default();
        *entry = (entry.0 + 1, entry.1 + f64::from(*weight));
    }
    let mut shared: Vec<(u32, f64)> = shared
        .into_iter()
        .filter(|(_, (count, _))| *count >= enough)
        .map(|(term, (_, weight))| (term, weight))
        .collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    // More than are shown: some fall together, some stand in a name.
    let stems: Vec<u64> = shared
        .iter()
        .take(3 * WORDS)
        .map(|(term, _)| vectors.terms[*term as usize])
        .collect();
    let mut reasons = Vec::new();
    let mut used = Vec::new();
    for &stem in &stems {
        if used.contains(&stem) {
            continue;
        }
        let phrase = phrase(stem, &stems, group, profiles).unwrap_or_else(|| vec![stem]);
        let first = group
            .iter()
            .find_map(|article| written(profiles[*article], &phrase));
        reasons.extend(first);
        used.extend(phrase);
    }
    reasons
}

/// The two stems, one of them `stem` and both among `stems`, that stand side by side in at least two articles.
fn phrase(stem: u64, stems: &[u64], group: &[usize], profiles: &[&Profile]) -> Option<Vec<u64>> {
    let mut counts = BTreeMap::<(u64, u64), usize>::new();
    for &article in group {
        let profile = &profiles[article];
        let at = |word: u16| profile.stems[usize::from(word)];
        let beside = profile
            .words
            .windows(2)
            .map(|pair| (at(pair[0]), at(pair[1])));
        let mut pairs: Vec<(u64, u64)> = beside
            .filter(|(a, b)| {
                a != b && (*a == stem || *b == stem) && stems.contains(a) && stems.contains(b)
            })
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
            .into_iter()
            .for_each(|pair| *counts.entry(pair).or_default() += 1);
    }
    let best = counts
        .into_iter()
        .filter(|(_, count)| *count >= 2)
        .max_by_key(|(_, count)| *count);
    best.map(|((a, b), _)| vec![a, b])
}

/// The stems as the article writes them, if it has them all.
fn written(profile: &Profile, stems: &[u64]) -> Option<String> {
    let forms: Option<Vec<&str>> = stems
        .iter()
        .map(|stem| {
            profile
                .stems
                .iter()
                .position(|s| s == stem)
                .map(|at| profile.form(at))
        })
        .collect();
    forms.map(|forms| forms.join(" "))
}

/// The names that most articles share; among equals those first written by the first article.
fn names(group: &[usize], enough: usize, profiles: &[&Profile]) -> Vec<String> {
    let mut counts = BTreeMap::<u64, (usize, String)>::new();
    for &article in group {
        let names = &profiles[article].names;
        for (at, name) in names.digests.iter().enumerate() {
            counts
                .entry(*name)
                .or_insert_with(|| (0, names.form(at).to_owned()))
                .0 += 1;
        }
    }
    let mut found: Vec<(usize, String)> = counts
        .into_values()
        .filter(|(count, _)| *count >= enough)
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found
        .into_iter()
        .take(NAMES)
        .map(|(_, name)| name)
        .collect()
}

/// The day that most articles mention; among equals the earliest.
fn day(group: &[usize], enough: usize, profiles: &[&Profile]) -> Option<String> {
    let mut counts = BTreeMap::<i32, usize>::new();
    for day in group.iter().flat_map(|article| &profiles[*article].days) {
        *counts.entry(*day).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .filter(|(_, count)| *count >= enough)
        .max_by_key(|(day, count)| (*count, -day));
    let date = most.and_then(|(day, _)| Date::constant(1970, 1, 1).checked_add(day.days()).ok());
    date.map(|date| date.strftime("%A %-d %B %Y").to_string())
}

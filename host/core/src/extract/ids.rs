//! Ids of claims that a text makes twice in the same words.

use std::collections::BTreeMap;

use crate::model::Claim;

/// Numbers claims that say the same in the same words, as sentences do that a page repeats: the second is `…-2`. A part
/// belongs to the whole of its own repetition. Claims come by position.
pub(super) fn number_repeats(claims: &mut [Claim]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for claim in &*claims {
        *counts.entry(claim.id.as_str()).or_default() += 1;
    }
    if counts.values().all(|count| *count == 1) {
        return;
    }
    let counts: BTreeMap<String, usize> = counts
        .into_iter()
        .map(|(id, count)| (id.to_owned(), count))
        .collect();
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for claim in claims {
        let number = met.entry(claim.id.clone()).or_default();
        *number += 1;
        if let Some(whole) = &mut claim.part_of {
            let count = counts.get(whole).copied().unwrap_or(1);
            *whole = numbered(whole, (*number).min(count));
        }
        claim.id = numbered(&claim.id, *number);
    }
}

fn numbered(id: &str, number: usize) -> String {
    match number {
        1 => id.to_owned(),
        number => format!("{id}-{number}"),
    }
}

//! Ids of claims: by what they say in which words, and numbered where a text says it twice.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::model::{Claim, Form};

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

/// Eight letters and digits: a digest of what is claimed and of the words, so that an edit elsewhere renumbers nothing.
pub(super) fn claim_id(article: &str, claim: &Claim, quote: &str) -> String {
    let mut digest = Sha256::new();
    let figure = claim
        .quantity
        .as_ref()
        .map(|q| (&q.text, form_number(q.form)));
    let parties = [
        claim.population.as_ref(),
        claim.agent.as_deref(),
        claim.object.as_deref(),
    ];
    let parties = parties.map(|p| p.map(|p| &p.text));
    digest.update(format!(
        "{}|{:?}|{figure:?}|{parties:?}|{quote}",
        claim.predicate, claim.polarity
    ));
    if let Some(complement) = &claim.complement {
        digest.update(&complement.text);
    }
    let letters: String = digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| char::from(b"23456789abcdefghjkmnpqrstuvwxyz"[usize::from(byte % 31)]))
        .collect();
    format!("{article}/{letters}")
}

fn form_number(form: Form) -> u8 {
    form as u8
}

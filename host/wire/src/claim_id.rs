use std::collections::BTreeSet;

use rashomon_core::model::{Claim, Party, Period};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::words::{Form, Polarity};

/// Crockford's base 32 in lower case: no letter that is taken for a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Shortest digest in an id: a million combinations, enough for the claims of one article.
const SHORTEST: usize = 4;

/// Longest digest in an id. Two claims that share this much say the same in the same words, and are numbered.
const LONGEST: usize = 12;

/// The stable id of a claim: the article's id, `/`, and a digest of what is claimed and of the words it rests on.
///
/// What is claimed: predicate, polarity, figure, form, the words for population and time. Where the words stand is
/// left out, so that an edit elsewhere renumbers nothing. `taken` holds the ids that the article's other claims
/// already have; a longer digest, then a number, keeps the new one apart.
pub fn claim_id(article_id: &str, claim: &Claim, quote: &str, taken: &BTreeSet<String>) -> String {
    let digest = digest(claim, quote);
    let free = |id: &String| !taken.contains(id);
    let mut lengths = (SHORTEST..=LONGEST).map(|n| format!("{article_id}/{}", &digest[..n]));
    let numbered = |n: u64| format!("{article_id}/{}-{n}", &digest[..SHORTEST]);
    lengths
        .find(free)
        .unwrap_or_else(|| numbered(first_free(|n| free(&numbered(n)))))
}

/// A number from 2 on that is free, where the one before it is taken, found in few steps: whoever enters one claim a
/// hundred thousand times does not wait for each number to be tried.
pub fn first_free(free: impl Fn(u64) -> bool) -> u64 {
    let mut high = 2;
    while !free(high) {
        high *= 2;
    }
    let mut low = high / 2;
    while high - low > 1 {
        let middle = low.midpoint(high);
        if free(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    high
}

fn digest(claim: &Claim, quote: &str) -> String {
    let party = |p: &Option<Party>| p.as_ref().map_or("", |p| p.text.as_str()).to_owned();
    let period = |p: &Option<Period>| p.as_ref().map_or("", |p| p.text.as_str()).to_owned();
    let bound = |d: Option<_>| d.map_or_else(|| "-".to_owned(), |d| format!("{d}"));
    let mut fields = vec![
        claim.predicate.clone(),
        word(Polarity::from(claim.polarity)),
    ];
    if let Some(quantity) = &claim.quantity {
        fields.push(bound(quantity.stated.low));
        fields.push(bound(quantity.stated.high));
        fields.push(word(Form::from(quantity.form)));
    } else {
        fields.push("no figure".to_owned());
    }
    fields.extend([
        party(&claim.population),
        period(&claim.time),
        quote.to_owned(),
    ]);
    let mut hasher = Sha256::new();
    for field in fields {
        // The length in front keeps ("ab", "c") and ("a", "bc") apart.
        hasher.update((field.len() as u64).to_le_bytes());
        hasher.update(field.as_bytes());
    }
    // One byte, one character: uniform, since 32 divides 256.
    let bytes = hasher.finalize();
    let letters = bytes.iter().take(LONGEST);
    letters
        .map(|byte| char::from(ALPHABET[usize::from(byte % 32)]))
        .collect()
}

/// The documents' word, which stays when a case is renamed in the code.
fn word(value: impl Serialize) -> String {
    serde_json::to_string(&value).expect("a case without fields is a string")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn free_numbers_are_found_in_order() {
        for taken in 0..70 {
            assert_eq!(first_free(|n| n >= 2 + taken), 2 + taken);
        }
    }

    #[test]
    fn ids_hang_on_what_is_claimed_and_not_on_where() {
        let claim = sample::claim();
        let none = BTreeSet::new();
        let id = claim_id("harbour-post", &claim, "at least 26 died", &none);
        assert_eq!(id.len(), "harbour-post/".len() + SHORTEST);
        let mut moved = claim.clone();
        moved.span = rashomon_core::model::Span::new(1, 2);
        assert_eq!(
            claim_id("harbour-post", &moved, "at least 26 died", &none),
            id
        );
        let mut denied = claim.clone();
        denied.polarity = rashomon_core::model::Polarity::Denied;
        let mut other = claim.clone();
        other.quantity = None;
        for changed in [denied, other] {
            assert_ne!(
                claim_id("harbour-post", &changed, "at least 26 died", &none),
                id
            );
        }
        assert_ne!(
            claim_id("harbour-post", &claim, "at least 26 fell", &none),
            id
        );
    }

    #[test]
    fn a_taken_id_is_lengthened_then_numbered() {
        let claim = sample::claim();
        let mut taken = BTreeSet::new();
        for _ in 0..30 {
            let id = claim_id("a", &claim, "x", &taken);
            assert!(taken.insert(id));
        }
        assert!(taken.iter().any(|id| id.ends_with("-2")), "{taken:?}");
    }
}

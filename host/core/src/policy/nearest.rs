/// How alike two names must be for one to be offered in place of the other. Below it suggestions read as noise:
/// a transposed, dropped or doubled letter of a word of four letters is above.
const ALIKE: f64 = 0.5;

/// The name of `known` most like `word`, if one is like it at all; of equally like ones the first in order.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |name: &str| strsim::normalized_damerau_levenshtein(word, name);
    let mut ranked: Vec<(f64, &str)> = known.into_iter().map(|n| (likeness(n), n)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let (best, name) = *ranked.first()?;
    (best >= ALIKE).then_some(name)
}

/// One letter in so many may be wrong in a key that was meant to be another.
const SLIPS: usize = 4;

/// The name of `known` that `word` was meant to be, if it is one with a slip of the keyboard in it. More careful than
/// [`nearest`]: for words that may as well be right.
pub fn meant<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |word: &str| word.to_lowercase().replace('-', "_");
    let wrong = |name: &str| strsim::damerau_levenshtein(&plain(word), &plain(name));
    let ranked = known.into_iter().map(|name| (wrong(name), name));
    let (least, name) = ranked.min()?;
    (least * SLIPS <= name.chars().count()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{meant, nearest};

    #[test]
    fn a_key_with_a_slip_is_told_from_another_key() {
        let known = ["corrected_by", "reason", "time", "as_of"];
        for (word, expected) in [
            ("corected_by", Some("corrected_by")),
            ("corrected-by", Some("corrected_by")),
            ("Reason", Some("reason")),
            ("tiem", Some("time")),
            ("source", None),
            ("items", None),
            ("of", None),
        ] {
            assert_eq!(meant(word, known), expected, "{word}");
        }
    }

    #[test]
    fn a_slip_of_the_keyboard_is_mended_and_another_word_is_not() {
        let known = ["quantity-mismatch", "time-mismatch", "outcome-mismatch"];
        for (word, expected) in [
            ("quantity-mismach", Some("quantity-mismatch")),
            ("qunatity-mismatch", Some("quantity-mismatch")),
            ("tme-mismatch", Some("time-mismatch")),
            ("zebra", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
    }

    #[test]
    fn equally_like_names_are_offered_in_order() {
        assert_eq!(nearest("cat", ["rat", "bat"]), Some("bat"));
    }
}

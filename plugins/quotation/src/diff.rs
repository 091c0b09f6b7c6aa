//! Where two quotations of one statement differ, word by word.

use std::cmp::Ordering;
use std::ops::Range;

use rashomon_rule::prelude::*;

use super::Settings;

/// Letters that the two forms of one word share at their beginning: "walk", "walked".
const STEM: usize = 3;

/// The most words of a quotation that are looked at: comparing takes time and room by the product of both.
const LONGEST: usize = 150;

/// A word of a quotation.
pub(crate) struct Word {
    /// In small letters, without marks.
    key: String,
    /// Where it stands, in bytes.
    at: Range<usize>,
    /// Does it stand in brackets, where an editor puts what makes the rest understood?
    inserted: bool,
    /// Does it end in a full stop: "Sen."?
    stopped: bool,
}

impl Word {
    /// A number, or a word that makes another statement of it.
    fn is_distinct(&self, settings: &Settings) -> bool {
        self.key.contains(|c: char| c.is_ascii_digit()) || settings.distinct.contains(&self.key)
    }
}

/// The words of a quotation.
pub(crate) fn words(quote: &str, short_forms: &[String]) -> Vec<Word> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut start = None;
    for (at, c) in quote.char_indices().chain([(quote.len(), ' ')]) {
        let within = matches!(c, '\'' | '’' | '.') && start.is_some();
        match start {
            None if c.is_alphanumeric() => start = Some(at),
            Some(from) if !c.is_alphanumeric() && !within => {
                start = None;
                put(quote, from..at, depth > 0, short_forms, &mut found);
            }
            _ => {}
        }
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found.truncate(LONGEST);
    found
}

/// One word, or the two of a short form: "we're" is "we are".
fn put(
    quote: &str,
    at: Range<usize>,
    inserted: bool,
    short_forms: &[String],
    found: &mut Vec<Word>,
) {
    let told = quote[at.clone()].trim_end_matches(['.', '\'', '’']);
    let stopped = quote[at.clone()].strip_prefix(told) == Some(".");
    let length = told.len() + usize::from(stopped);
    let at = at.start..at.start + length;
    let text = told.to_lowercase().replace('’', "'");
    let forms = short_forms.iter().filter_map(|form| form.split_once(' '));
    let whole = forms.into_iter().find_map(|(short, long)| {
        let stem = text.strip_suffix(short)?;
        let words = stem.split_whitespace().chain(long.split(' '));
        Some(words.map(str::to_owned).collect())
    });
    let keys: Vec<String> = whole.unwrap_or_else(|| vec![text.clone()]);
    for key in keys {
        let key: String = key.chars().filter(|c| c.is_alphanumeric()).collect();
        found.push(Word {
            key,
            at: at.clone(),
            inserted,
            stopped,
        });
    }
}

/// A stretch in which two quotations differ: indices of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hunk {
    pub(crate) left: Range<usize>,
    pub(crate) right: Range<usize>,
}

/// How much a difference says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// One word in two spellings.
    Spelling,
    /// Articles, "and", another form of the same word.
    Wording,
    /// Another word, or one that is missing.
    Words,
}

/// Where they differ between the first and the last words that both have; what only one of them has before or behind is no
/// difference, for quotations are cut.
///
/// More than `end` words at either end are other words, said before or after.
pub(crate) fn hunks(left: &[Word], right: &[Word], end: Decimal) -> Vec<Hunk> {
    let same = in_order(left, right);
    let mut found = Vec::new();
    let mut from = (0, 0);
    for (i, j) in same.into_iter().chain([(left.len(), right.len())]) {
        let hunk = Hunk {
            left: from.0..i,
            right: from.1..j,
        };
        let outside = from == (0, 0) || (i, j) == (left.len(), right.len());
        let lengths = [hunk.left.len(), hunk.right.len()];
        let cut = outside && (lengths.contains(&0) || lengths.iter().any(|l| count(*l) > end));
        if lengths != [0, 0] && !cut {
            found.push(hunk);
        }
        from = (i + 1, j + 1);
    }
    found
}

/// The pairs of words of the longest common subsequence, in order.
fn in_order(left: &[Word], right: &[Word]) -> Vec<(usize, usize)> {
    let columns = right.len() + 1;
    // Of what is left from (i, j) on.
    let mut longest = vec![0_u16; (left.len() + 1) * columns];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * columns + j] = match left[i].key == right[j].key {
                true => longest[(i + 1) * columns + j + 1] + 1,
                false => longest[(i + 1) * columns + j].max(longest[i * columns + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < left.len() && j < right.len() {
        match () {
            () if left[i].key == right[j].key => {
                pairs.push((i, j));
                (i, j) = (i + 1, j + 1);
            }
            () if longest[(i + 1) * columns + j] >= longest[i * columns + j + 1] => i += 1,
            () => j += 1,
        }
    }
    pairs
}

/// Did an editor put other words there, in either quotation?
pub(crate) fn is_edited(hunk: &Hunk, left: &[Word], right: &[Word]) -> bool {
    let mut words = left[hunk.left.clone()]
        .iter()
        .chain(&right[hunk.right.clone()]);
    words.any(|word| word.inserted)
}

/// What stands between the words before and behind a place where a quotation has none.
pub(crate) fn gap<'a>(quote: &'a str, words: &[Word], at: usize) -> &'a str {
    let from = at
        .checked_sub(1)
        .and_then(|i| words.get(i))
        .map_or(0, |w| w.at.end);
    let to = words.get(at).map_or(quote.len(), |w| w.at.start);
    quote.get(from..to).unwrap_or("")
}

/// So many words.
pub(crate) fn count(words: usize) -> Decimal {
    Decimal::from(u32::try_from(words).unwrap_or(u32::MAX))
}

/// How much a hunk says.
pub(crate) fn weigh(hunk: &Hunk, left: &[Word], right: &[Word], settings: &Settings) -> Weight {
    let (left, right) = (&left[hunk.left.clone()], &right[hunk.right.clone()]);
    let joined = |words: &[Word]| words.iter().map(|w| w.key.as_str()).collect::<String>();
    let (one, other) = (joined(left), joined(right));
    if one == other {
        return Weight::Spelling;
    }
    let mut all = left.iter().chain(right);
    let apart = all.any(|word| word.is_distinct(settings));
    if !apart && (is_abbreviated(left, right) || is_spelt_alike(&one, &other, settings)) {
        return Weight::Spelling;
    }
    let is_small = |word: &Word| settings.small.contains(&word.key);
    let inflected =
        |word: &Word, others: &[Word]| others.iter().any(|other| is_one_word(word, other));
    let plain = |words: &[Word], others: &[Word]| {
        words
            .iter()
            .all(|word| !word.is_distinct(settings) && (is_small(word) || inflected(word, others)))
    };
    match plain(left, right) && plain(right, left) {
        true => Weight::Wording,
        false => Weight::Words,
    }
}

/// "Sen. Lund" and "Senator Lund".
fn is_abbreviated(left: &[Word], right: &[Word]) -> bool {
    let ([one], [other]) = (left, right) else {
        return false;
    };
    let short = |one: &Word, other: &Word| one.stopped && other.key.starts_with(&one.key);
    short(one, other) || short(other, one)
}

/// But for a letter here and there, of which the first is none.
fn is_spelt_alike(one: &str, other: &str, settings: &Settings) -> bool {
    let apart = count(strsim::levenshtein(one, other));
    let longer = count(one.chars().count().max(other.chars().count()));
    one.chars().next() == other.chars().next()
        && longer.cmp_times(apart, settings.letters_a_slip) != Ordering::Less
}

/// "Run" and "running": one begins as the other, but for its ending.
fn is_one_word(one: &Word, other: &Word) -> bool {
    let shared = one
        .key
        .bytes()
        .zip(other.key.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    shared >= STEM && 2 * shared > one.key.len().max(other.key.len())
}

/// The words of a stretch as they are printed, with so many before and behind it.
pub(crate) fn shown<'a>(
    quote: &'a str,
    words: &[Word],
    at: &Range<usize>,
    around: usize,
) -> &'a str {
    let first = at.start.saturating_sub(around);
    let last = (at.end + around).min(words.len());
    match words.get(first..last) {
        Some([first, .., last]) => &quote[first.at.start..last.at.end],
        Some([only]) => &quote[only.at.clone()],
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(left: &str, right: &str) -> Vec<(String, String, Weight)> {
        let forms = ["'re are".to_owned(), "n't not".to_owned()];
        let settings = <Settings as rashomon_rule::Settings>::initial();
        let (l, r) = (words(left, &forms), words(right, &forms));
        let found = hunks(&l, &r, settings.end);
        let row = |hunk: &Hunk| {
            (
                shown(left, &l, &hunk.left, 0).to_owned(),
                shown(right, &r, &hunk.right, 0).to_owned(),
                weigh(hunk, &l, &r, &settings),
            )
        };
        found.iter().map(row).collect()
    }

    #[test]
    fn where_two_quotations_differ() {
        for (left, right, expected) in [
            (
                "We will rebuild the bridge.",
                "“we will rebuild — the bridge",
                vec![],
            ),
            (
                "We will rebuild the old bridge",
                "We will rebuild the new bridge",
                vec![("old", "new", Weight::Words)],
            ),
            (
                "We will not rebuild the bridge",
                "We will rebuild the bridge",
                vec![("not", "", Weight::Words)],
            ),
            (
                "We have a strong dam or dyke",
                "We have a strong dam or a dyke",
                vec![("", "a", Weight::Wording)],
            ),
            (
                "We're rebuilding it and isn't that fine",
                "We are rebuilding it and is not that fine",
                vec![],
            ),
            (
                "He walks the dog each day",
                "He walked the dog each day",
                vec![("walks", "walked", Weight::Wording)],
            ),
            (
                "I asked Sen. Lund to go home",
                "I asked Senator Lund to go home",
                vec![("Sen.", "Senator", Weight::Spelling)],
            ),
            // Another number, another meaning, however alike they are spelt.
            (
                "We need 10 boats here",
                "We need 100 boats here",
                vec![("10", "100", Weight::Words)],
            ),
            (
                "We go with them on it",
                "We go without them on it",
                vec![("with", "without", Weight::Words)],
            ),
            ("We can't… do it now", "We can't do it now", vec![]),
            // Cut at either end.
            (
                "I think we will rebuild the bridge",
                "we will rebuild the bridge for good",
                vec![],
            ),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(l, r, weight)| (l.to_owned(), r.to_owned(), weight))
                .collect();
            assert_eq!(told(left, right), expected, "{left} | {right}");
        }
    }

    #[test]
    fn words_around_a_difference() {
        let quote = "We will rebuild the old bridge, friends.";
        let words = words(quote, &[]);
        assert_eq!(
            shown(quote, &words, &(4..5), 2),
            "rebuild the old bridge, friends."
        );
        assert_eq!(shown(quote, &words, &(0..0), 1), "We");
        assert_eq!(shown("", &[], &(0..0), 2), "");
    }
}

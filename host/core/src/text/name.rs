//! Names as they are compared: romanised, without articles, spelling variants folded.

use any_ascii::any_ascii;

/// Articles that one outlet writes and another does not.
const ARTICLES: [&str; 9] = ["al", "el", "ez", "as", "ad", "ar", "the", "of", "for"];

/// How alike two words with the same consonants must be to be one word in two spellings (1: the same letters): "Idlib"
/// and "Idleb" are, "Hassan" and "Hussein" are not.
const ONE_WORD: f64 = 0.8;

/// The words of a name, folded: `Jabhat Fateh al-Sham` gives `jabhat`, `fatah`, `sham`.
pub(crate) fn folded(name: &str) -> Vec<String> {
    let plain = any_ascii(name).to_lowercase();
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty() && !ARTICLES.contains(word))
        .map(fold)
        .collect()
}

/// One word with its vowels and doubled letters folded, as transliterations differ in them.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        let c = match c {
            'e' => 'a',
            'o' => 'u',
            'y' | 'j' => 'i',
            'q' => 'k',
            other => other,
        };
        if !folded.ends_with(c) {
            folded.push(c);
        }
    }
    folded
}

/// Are two folded names one name in two spellings: word by word, none left over?
pub(crate) fn is_same_name(left: &[String], right: &[String]) -> bool {
    if left.is_empty() || right.is_empty() {
        return false;
    }
    if left.len() != right.len() {
        // "Abdel Rahman", "Abdulrahman".
        return is_same_word(&left.concat(), &right.concat());
    }
    left.iter().zip(right).all(|(a, b)| is_same_word(a, b))
}

fn is_same_word(left: &str, right: &str) -> bool {
    left == right
        || consonants(left) == consonants(right)
            && left.len().min(right.len()) > 2
            && likeness(left, right) >= ONE_WORD
}

/// A folded word without its vowels.
pub(crate) fn consonants(word: &str) -> String {
    word.replace(['a', 'i', 'u'], "")
}

/// The share of letters that need no change, from 0 to 1.
fn likeness(left: &str, right: &str) -> f64 {
    let longer = left.len().max(right.len());
    1.0 - strsim::osa_distance(left, right) as f64 / longer as f64
}

/// Is the shorter name the end of the longer, by two words and more: "Tahrir al-Sham" of "Hayat Tahrir al-Sham"?
pub(crate) fn is_short_form(short: &[String], long: &[String]) -> bool {
    short.len() >= 2 && short.len() < long.len() && long.ends_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &str, right: &str) -> bool {
        is_same_name(&folded(left), &folded(right))
    }

    #[test]
    fn spellings_of_one_name_are_one_and_other_names_are_not() {
        for (left, right) in [
            ("Jaysh al-Nur", "Jaish el-Noor"),
            ("Liwa Ridwan", "Liwa Redwan"),
            ("Harakat el-Fajr", "Harakat al-Fajr"),
            ("São Bento Front", "Sao Bento Front"),
        ] {
            assert!(same(left, right), "{left} is {right}");
        }
        for (left, right) in [
            ("Hassan Brigade", "Hussein Brigade"),
            ("Northern Front", "Southern Front"),
            ("Southeastern Front", "Southwestern Front"),
            ("Jaysh al-Nur", "Jaysh al-Fajr"),
            ("First Corps", "Fifth Corps"),
            ("", ""),
        ] {
            assert!(!same(left, right), "{left} is not {right}");
        }
    }

    #[test]
    fn a_short_form_is_the_end_of_the_long_one() {
        let long = folded("Hayat Ridwan al-Fajr");
        assert!(is_short_form(&folded("Ridwan al-Fajr"), &long));
        assert!(!is_short_form(&folded("al-Fajr"), &long));
        assert!(!is_short_form(&folded("Hayat Ridwan"), &long));
    }
}

//! Proper names, told by their capitals.

use std::collections::BTreeMap;

use super::words::{Word, digest};

/// The names of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// Digests of the names of two or more words, ascending, each once.
    pub(super) digests: Box<[u64]>,
    /// How they are written, in the same order, one a line.
    forms: Box<str>,
}

impl Names {
    /// How the name at `index` is written.
    pub(super) fn form(&self, index: usize) -> &str {
        self.forms.lines().nth(index).unwrap_or("")
    }
}

/// For each word: is it, wherever it stands in the text, (part of) a name? A word is one if the article writes it with
/// a capital inside sentences more often than without. Where two letters in five are capitals, nothing is known.
/// `low` says which distinct word each is, in small letters.
pub(super) fn proper_words(text: &str, words: &[Word<'_>], low: &[u16]) -> Vec<bool> {
    if is_shouted(text) {
        return vec![false; words.len()];
    }
    let distinct = low.iter().max().map_or(0, |last| usize::from(*last) + 1);
    let mut balance = vec![0_i32; distinct];
    for (at, word) in words.iter().enumerate() {
        balance[usize::from(low[at])] += match word.is_capitalised() {
            true if begins_sentence(text, words, at) => 0,
            true => 1,
            false => -1,
        };
    }
    low.iter()
        .map(|low| balance[usize::from(*low)] > 0)
        .collect()
}

/// Runs of two or more capitalised proper words; `proper` says of each word whether it is one.
pub(super) fn names(text: &str, words: &[Word<'_>], proper: &[bool]) -> Names {
    let mut found = BTreeMap::new();
    let part = |at: usize| proper[at] && words[at].is_capitalised();
    let mut start = 0;
    while start < words.len() {
        let mut end = start;
        while end < words.len()
            && part(end)
            && (end == start || adjoin(text, &words[end - 1], &words[end]))
        {
            end += 1;
        }
        if end - start >= 2 {
            let run: Vec<&str> = words[start..end].iter().map(|w| w.text).collect();
            let name = run.join(" ");
            found.entry(digest(&name.to_lowercase())).or_insert(name);
        }
        start = end.max(start + 1);
    }
    Names {
        digests: found.keys().copied().collect(),
        forms: found.into_values().collect::<Vec<_>>().join("\n").into(),
    }
}

fn is_shouted(text: &str) -> bool {
    // English texts: the few letters beyond ASCII tip no balance, and bytes are counted many at once.
    let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    capitals * 5 > letters * 2
}

fn adjoin(text: &str, left: &Word<'_>, right: &Word<'_>) -> bool {
    matches!(text.get(left.end()..right.start), Some(" " | "-" | ". "))
}

fn begins_sentence(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|b| words[b].end()) else {
        return true;
    };
    let gap = text.get(before..words[at].start).unwrap_or("\n");
    gap != " " && gap.contains(['.', '!', '?', ':', '\n', '"', '“', '‘'])
}

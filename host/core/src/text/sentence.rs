use std::ops::Range;

use super::token::{Case, Token, TokenKind};
use crate::lexicon::{Class, Lexicon};

/// The most tokens of a sentence: a longer stretch without a full stop is a table or a list, and what looks through a
/// sentence must not look through a whole file.
const LONGEST: usize = 300;

/// Calls `found` with every sentence of the tokens from `first` on, all of one passage.
///
/// Library splitters were tried (see docs/reading.md): they split at titles or inside "3 p.m. Monday", and none takes
/// its abbreviations from the lexicon, so that a second language would need a second splitter.
pub(crate) fn split_sentences(
    tokens: &[Token],
    first: usize,
    text: &str,
    lexicon: &Lexicon,
    mut found: impl FnMut(Range<usize>),
) {
    let mut start = first;
    let mut i = first;
    while i < tokens.len() {
        if i - start >= LONGEST || ends_sentence(tokens, i, text, lexicon) {
            let end = past_closers(tokens, i + 1, text);
            found(start..end);
            (start, i) = (end, end);
        } else {
            i += 1;
        }
    }
    if start < tokens.len() {
        found(start..tokens.len());
    }
}

/// Does a sentence end with token `i`?
fn ends_sentence(tokens: &[Token], i: usize, text: &str, lexicon: &Lexicon) -> bool {
    let word = tokens[i].span().of(text);
    let closes = matches!(word, "!" | "?" | ".") || (word.len() > 2 && word.ends_with('.'));
    if !closes {
        return false;
    }
    let next = past_closers(tokens, i + 1, text);
    let Some(following) = tokens.get(next) else {
        return true;
    };
    let opens = following.is_capital()
        || following.kind == TokenKind::Number
        || (following.kind == TokenKind::Mark
            && following.spaced
            && is_opener(following.span().of(text)));
    // "on Sunday.The suspects": a missing space, but not inside "U.S." or "example.Com".
    let glued = word == "."
        && i > 0
        && following.case == Case::Initial
        && (following.span().of(text).len() > 2
            || lexicon.word(following.word).is(Class::Determiner))
        && tokens[i - 1].span().of(text).len() > 3;
    if !opens || !(following.spaced || glued) {
        return false;
    }
    let is_weekday_after_hour = lexicon.word(following.word).is(Class::Weekday)
        && lexicon.word(tokens[i].word).is(Class::Meridiem);
    match word {
        "!" | "?" => true,
        "." => i == 0 || !is_abbreviation(&tokens[i - 1], text, lexicon) || next > i + 1,
        _ => !is_weekday_after_hour && ends_after_initials(following, lexicon),
    }
}

/// After `U.S.` a sentence ends only before a word that opens one.
fn ends_after_initials(following: &Token, lexicon: &Lexicon) -> bool {
    let word = lexicon.word(following.word);
    word.is(Class::Determiner)
        || word.is(Class::Pronoun)
        || word.is(Class::Preposition)
        || word.is(Class::ClauseBreak)
}

fn is_abbreviation(before: &Token, text: &str, lexicon: &Lexicon) -> bool {
    let word = before.span().of(text);
    let single_capital = word.chars().count() == 1 && before.is_capital();
    single_capital || lexicon.word(before.word).is(Class::Abbreviation)
}

/// Past the quotes and brackets that close with the sentence.
fn past_closers(tokens: &[Token], mut i: usize, text: &str) -> usize {
    while tokens.get(i).is_some_and(|t| {
        !t.spaced && matches!(t.span().of(text), "\"" | "”" | "’" | "'" | ")" | "]" | "»")
    }) {
        i += 1;
    }
    i
}

fn is_opener(mark: &str) -> bool {
    matches!(
        mark,
        "\"" | "“" | "‘" | "'" | "(" | "[" | "«" | "—" | "-" | "…"
    )
}

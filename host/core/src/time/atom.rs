//! Tokens cut finer: "mid-March", "Oct-2", "13.5.2015" and "1990s" each hold several parts of a time.

use std::ops::Range;

use crate::lexicon::{Class, Lexicon, NumberWord, TimeWord, Word, WordId};
use crate::model::Span;
use crate::text::{Doc, TokenKind};

/// The smallest part of an expression of time.
#[derive(Clone, Copy)]
pub(super) struct Atom<'d> {
    /// The token it belongs to.
    pub(super) token: usize,
    /// As written.
    pub(super) text: &'d str,
    /// What the lexicon knows of it.
    pub(super) word: &'d Word,
    /// Value and number of digits.
    pub(super) digits: Option<(u32, u8)>,
    /// Does white space stand before it?
    pub(super) spaced: bool,
    /// Is it a word written with a capital?
    pub(super) capital: bool,
}

impl Atom<'_> {
    /// Its role in an expression of time.
    pub(super) fn time(&self) -> Option<TimeWord> {
        self.word.time
    }

    /// Can an expression begin here?
    pub(super) fn opens(&self) -> bool {
        self.digits.is_some()
            || self.word.time.is_some_and(TimeWord::opens)
            || self.word.names_day
            || matches!(
                self.word.number,
                Some(NumberWord::Cardinal(_) | NumberWord::Vague { .. })
            )
    }

    /// Is it this mark?
    pub(super) fn is_mark(&self, mark: &str) -> bool {
        self.text == mark
    }

    /// Letters or digits, as opposed to a mark.
    pub(super) fn is_wordlike(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }
}

/// Does any token of the range hold or begin a time? Most sentences are done with after this.
pub(super) fn may_hold_time(doc: &Doc<'_>, tokens: Range<usize>) -> bool {
    doc.tokens[tokens].iter().any(|token| match token.kind {
        TokenKind::Number => true,
        TokenKind::Mark => false,
        TokenKind::Word if token.word == WordId::UNKNOWN => is_compound(token.span().of(doc.text)),
        TokenKind::Word => token.classes().has(Class::Dated),
    })
}

/// Cuts the tokens of a sentence into atoms, replacing what `out` holds.
pub(super) fn cut<'d>(doc: &Doc<'d>, tokens: Range<usize>, out: &mut Vec<Atom<'d>>) {
    out.clear();
    for index in tokens {
        let token = &doc.tokens[index];
        let text = token.span().of(doc.text);
        let word = doc.lexicon.word(token.word);
        let whole = Atom {
            token: index,
            text,
            word,
            digits: None,
            spaced: token.spaced,
            capital: token.kind == TokenKind::Word && token.is_capital(),
        };
        let compound = match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => token.word == WordId::UNKNOWN && is_compound(text),
            TokenKind::Mark => false,
        };
        if compound {
            cut_compound(&whole, doc.lexicon, out);
        } else {
            out.push(whole);
        }
    }
}

/// Does a word that no file has hold a hyphen, or letters and digits?
fn is_compound(text: &str) -> bool {
    text.bytes().any(|b| b == b'-' || b.is_ascii_digit())
}

/// Runs of digits, runs of letters, single marks; but "1,200" stays whole, for it is no day and no year.
fn cut_compound<'d>(whole: &Atom<'d>, lexicon: &'d Lexicon, out: &mut Vec<Atom<'d>>) {
    if is_grouped(whole.text) {
        out.push(*whole);
        return;
    }
    let mut rest = Span::new(0, whole.text.len());
    while let Some(first) = rest.of(whole.text).chars().next() {
        let piece = &whole.text[rest.start..];
        let length = if first.is_ascii_digit() {
            run(piece, |c| c.is_ascii_digit())
        } else if let Some(length) = known_mix(piece, lexicon) {
            length
        } else if first.is_alphabetic() {
            run(piece, |c| !c.is_ascii_digit() && c != '-')
        } else {
            first.len_utf8()
        };
        let text = &piece[..length];
        let lower = text.to_lowercase();
        out.push(Atom {
            token: whole.token,
            text,
            word: lexicon.word(lexicon.word_id(&lower)),
            digits: digits(text),
            spaced: whole.spaced && rest.start == 0,
            capital: text.starts_with(char::is_uppercase),
        });
        rest.start += length;
    }
}

/// Letters and digits that are one word: "Q3".
fn known_mix(piece: &str, lexicon: &Lexicon) -> Option<usize> {
    let length = run(piece, char::is_alphanumeric);
    let mixed = &piece[..length];
    if length > 3 || !mixed.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let id = lexicon.word_id(&mixed.to_lowercase());
    lexicon.word(id).time.map(|_| length)
}

fn run(text: &str, inside: impl Fn(char) -> bool) -> usize {
    text.find(|c| !inside(c)).unwrap_or(text.len())
}

/// Thousands with commas: "1,200", "10,000,000".
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split(',').skip(1).peekable();
    groups.peek().is_some()
        && groups.all(|g| g.len() == 3 || (g.len() > 3 && g.as_bytes()[3] == b'.'))
}

/// Up to eight digits are read: more are no time.
fn digits(text: &str) -> Option<(u32, u8)> {
    let length = u8::try_from(text.len()).ok().filter(|n| *n <= 8)?;
    Some((text.parse().ok()?, length)).filter(|_| text.bytes().all(|b| b.is_ascii_digit()))
}

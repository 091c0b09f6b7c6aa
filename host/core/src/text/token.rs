use std::ops::Range;

use crate::lexicon::{Classes, Lexicon, WordId};
use crate::model::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with hyphens and points inside: `al-Sham`, `U.S.`, `year-old`.
    Word,
    /// Digits, with commas between thousands and points inside.
    Number,
    /// One character of anything else.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// `fighters`, or no letters at all.
    Lower,
    /// `Fighters`.
    Initial,
    /// `SOHR`; two letters and more.
    Upper,
}

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    start: u32,
    end: u32,
    pub(crate) kind: TokenKind,
    pub(crate) case: Case,
    /// The word in the lexicon; [`WordId::UNKNOWN`] where it has none.
    pub(crate) word: WordId,
    /// What parts the word plays: looked at again and again, so it stands beside the token.
    classes: Classes,
    /// Does white space or a passage's beginning stand before it?
    pub(crate) spaced: bool,
}

impl Token {
    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// The parts it plays.
    pub(crate) fn classes(&self) -> Classes {
        self.classes
    }

    /// Is it written with a capital?
    pub(crate) fn is_capital(&self) -> bool {
        self.case != Case::Lower
    }
}

/// Cuts `range` of `text` into tokens and appends them to `out`.
pub(crate) fn tokenize(text: &str, range: Span, lexicon: &Lexicon, out: &mut Vec<Token>) {
    let mut cutter = Cutter {
        text,
        at: range.start,
        end: range.end,
        lexicon,
        lower: String::new(),
    };
    let mut spaced = true;
    while let Some(c) = cutter.peek() {
        if c.is_whitespace() {
            cutter.at += c.len_utf8();
            spaced = true;
            continue;
        }
        cutter.next_token(c, spaced, out);
        spaced = false;
    }
}

struct Cutter<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    lexicon: &'a Lexicon,
    /// Reused for the lower-cased word.
    lower: String,
}

impl Cutter<'_> {
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    /// Most of a text is ASCII, and looked at again and again: no decoding there.
    fn char_at(&self, at: usize) -> Option<char> {
        if at >= self.end {
            return None;
        }
        match self.text.as_bytes()[at] {
            byte if byte.is_ascii() => Some(char::from(byte)),
            _ => self.text[at..self.end].chars().next(),
        }
    }

    fn next_token(&mut self, first: char, spaced: bool, out: &mut Vec<Token>) {
        let start = self.at;
        let (kind, end) = match first {
            c if c.is_ascii_digit() => (TokenKind::Number, self.number_end()),
            c if c.is_alphabetic() => (TokenKind::Word, self.word_end()),
            c if is_apostrophe(c) && self.is_clitic_s() => {
                (TokenKind::Word, self.at + c.len_utf8() + 1)
            }
            c => (TokenKind::Mark, self.at + c.len_utf8()),
        };
        self.at = end;
        let cut = if kind == TokenKind::Word {
            self.clitic_start(start, end)
        } else {
            None
        };
        match cut {
            Some(middle) => {
                out.push(self.token(start..middle, kind, spaced));
                out.push(self.token(middle..end, kind, false));
            }
            None => out.push(self.token(start..end, kind, spaced)),
        }
    }

    /// `'s` with nothing but a boundary behind it.
    fn is_clitic_s(&self) -> bool {
        let mut chars = self.text[self.at..self.end].chars().skip(1);
        matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
    }

    /// The end of a number: digits, with points between digits, and with commas where they set off thousands.
    fn number_end(&self) -> usize {
        let mut end = self.at;
        let (mut run, mut pointed) = (0, false);
        while let Some(c) = self.char_at(end) {
            let inside = match c {
                '.' => self.digits_from(end + 1) > 0,
                // "1,234", but "22,24,26" is a list.
                ',' => !pointed && (1..=3).contains(&run) && self.digits_from(end + 1) == 3,
                _ => false,
            };
            if c.is_ascii_digit() {
                run += 1;
            } else if inside {
                pointed |= c == '.';
                run = 0;
            } else {
                break;
            }
            end += 1;
        }
        end
    }

    /// How many digits stand here; more than three are four.
    fn digits_from(&self, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at.min(self.end)..self.end];
        rest.iter()
            .take(4)
            .take_while(|b| b.is_ascii_digit())
            .count()
    }

    /// The end of a word: letters and digits, with hyphens, apostrophes and (in abbreviations) points inside.
    fn word_end(&self) -> usize {
        let mut end = self.at + self.letters_at(self.at);
        let plain = end - self.at;
        // The common case: letters, then a space or mark that joins nothing.
        if plain > 1
            && self
                .char_at(end)
                .is_none_or(|c| matches!(c, ' ' | ',' | '\n'))
        {
            return end;
        }
        end = self.at;
        let mut letters_since_point = 0;
        let mut points = 0;
        while let Some(c) = self.char_at(end) {
            let next = self.char_at(end + c.len_utf8());
            if c.is_alphanumeric() || is_combining(c) {
                letters_since_point += 1;
            } else if c == '.'
                && letters_since_point == 1
                && (points > 0 || is_initial_pair(next, self, end))
            {
                points += 1;
                letters_since_point = 0;
                if !next.is_some_and(char::is_alphabetic) {
                    end += 1;
                    break;
                }
            } else if is_joiner(c) && next.is_some_and(char::is_alphanumeric) && points == 0 {
                letters_since_point = 0;
            } else {
                break;
            }
            end += c.len_utf8();
        }
        end
    }

    /// How many ASCII letters stand in a row.
    fn letters_at(&self, at: usize) -> usize {
        let bytes = &self.text.as_bytes()[at..self.end];
        let is_letter = |byte: &&u8| byte.is_ascii_alphabetic();
        bytes.iter().take_while(is_letter).count()
    }

    /// Where `n't` or `'s` begins inside the word, so that both stand as words of their own.
    fn clitic_start(&self, start: usize, end: usize) -> Option<usize> {
        let word = &self.text[start..end];
        let (at, apostrophe) = word.char_indices().rev().nth(1)?;
        let last = word.chars().next_back()?;
        if !is_apostrophe(apostrophe) || at == 0 {
            return None;
        }
        match last {
            's' | 'S' => Some(start + at),
            't' | 'T' if at > 1 && word[..at].ends_with(['n', 'N']) => Some(start + at - 1),
            _ => None,
        }
    }

    fn token(&mut self, bytes: Range<usize>, kind: TokenKind, spaced: bool) -> Token {
        let word = &self.text[bytes.clone()];
        let (case, id) = match kind {
            TokenKind::Word if word.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                (Case::Lower, self.lexicon.word_id(word))
            }
            TokenKind::Word => {
                lower_into(word, &mut self.lower);
                (case_of(word), self.lexicon.word_id(&self.lower))
            }
            TokenKind::Mark => (Case::Lower, self.lexicon.word_id(word)),
            TokenKind::Number => (Case::Lower, WordId::UNKNOWN),
        };
        // Ingest lets no text in that is longer than a `u32` counts.
        let [start, end] = [bytes.start, bytes.end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        Token {
            start,
            end,
            kind,
            case,
            word: id,
            classes: self.lexicon.classes_of(id),
            spaced,
        }
    }
}

/// Is `X.` at `at` followed by another letter and point, as in `U.S.`?
fn is_initial_pair(next: Option<char>, cutter: &Cutter<'_>, at: usize) -> bool {
    next.is_some_and(char::is_alphabetic)
        && next.and_then(|c| cutter.char_at(at + 1 + c.len_utf8())) == Some('.')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

fn fold_apostrophe(c: char) -> char {
    match c {
        '\u{2019}' | '\u{2bc}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

fn is_joiner(c: char) -> bool {
    is_apostrophe(c) || matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Combining marks that NFC leaves behind a letter.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The word in small letters, with one kind of apostrophe and hyphen.
fn lower_into(word: &str, lower: &mut String) {
    lower.clear();
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        let folded = word.chars().map(fold_apostrophe);
        lower.extend(folded.flat_map(char::to_lowercase));
    }
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first_upper = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    if !first_upper {
        // `al-Sham` and `el-Sisi` are names although they begin small.
        return if word.contains("-") && word.chars().any(char::is_uppercase) {
            Case::Initial
        } else {
            Case::Lower
        };
    }
    if rest.peek().is_some() && rest.all(char::is_uppercase) {
        Case::Upper
    } else {
        Case::Initial
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        let lexicon = Lexicon::default();
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &lexicon, &mut tokens);
        tokens.iter().map(|t| t.span().of(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        let rows: &[(&str, &[&str])] = &[
            (
                "At least 1,200 died.",
                &["At", "least", "1,200", "died", "."],
            ),
            ("a 23-year-old", &["a", "23", "-", "year-old"]),
            (
                "Jaysh al-Nasr’s men didn't",
                &["Jaysh", "al-Nasr", "’s", "men", "did", "n't"],
            ),
            ("the U.S. army", &["the", "U.S.", "army"]),
            (
                "6-8 and 2.5 million, 10.",
                &["6", "-", "8", "and", "2.5", "million", ",", "10", "."],
            ),
            (
                "on 3,4,12 or 1,234,567.5",
                &["on", "3", ",", "4", ",", "12", "or", "1,234,567.5"],
            ),
            ("at 9:28 p.m. on", &["at", "9", ":", "28", "p.m.", "on"]),
            ("the fighters' posts", &["the", "fighters", "'", "posts"]),
            ("ended. Then", &["ended", ".", "Then"]),
        ];
        for (text, expected) in rows {
            assert_eq!(cut(text), *expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn tokens_cover_all_but_white_space(text in "\\PC{0,60}") {
            let kept: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(cut(&text).concat().chars().filter(|c| !c.is_whitespace()).collect::<String>(), kept);
        }
    }
}

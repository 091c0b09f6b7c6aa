//! Where names of groups begin and end, and what may stand around them.

use std::ops::Range;

use super::Reader;
use crate::lexicon::{Class, Tag};
use crate::text::TokenKind;

/// The most words of a name.
const LONGEST_NAME: usize = 8;

/// A name in the text.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// With the letters in brackets behind it.
    pub(super) whole: Range<usize>,
    /// The letters in brackets.
    pub(super) letters: Option<String>,
    /// Does something beside it, or within, make it a group's?
    pub(super) is_group: bool,
    /// Does a noun of a larger group stand beside it?
    pub(super) is_larger: bool,
}

impl Reader<'_> {
    /// The name that begins with token `i`, with the letters in brackets behind it.
    pub(super) fn name_at(self, i: usize) -> Option<Name> {
        let doc = self.doc;
        if !self.is_name_word(i) {
            return None;
        }
        let known = self
            .marks
            .starting_at(i)
            .find(|mark| matches!(mark.tag, Tag::Actor(_)) && mark.end <= self.sentence.tokens.end);
        let mut end = known.map_or(i + 1, |mark| mark.end);
        while end - i < LONGEST_NAME && end < self.sentence.tokens.end {
            let linked = self.is_link(end) && self.is_name_word(end + 1);
            if !self.is_name_word(end) && !linked {
                break;
            }
            // "al-Qaeda's Nusra Front": the name is what is owned.
            end += 1 + usize::from(linked);
        }
        if doc.str(end).starts_with(['\'', '’']) && self.is_name_word(end + 1) {
            return None;
        }
        let letters = (matches!(doc.str(end), "(" | "[") && matches!(doc.str(end + 2), ")" | "]"))
            .then(|| doc.str(end + 1))
            .filter(|word| word.len() >= 2 && word.chars().all(|c| c.is_uppercase() || c == '-'))
            .map(str::to_owned);
        let whole = i..if letters.is_some() { end + 3 } else { end };
        let is_group = letters.is_some()
            || known.is_some_and(|m| self.is_party(m.tag))
            || self.beside(&whole, Class::GroupNoun);
        let is_larger = self.beside(&whole, Class::LargerGroup);
        Some(Name {
            tokens: i..end,
            whole,
            letters,
            is_group,
            is_larger,
        })
    }

    /// Does the lexicon know it as a side in a conflict?
    pub(super) fn is_party(self, tag: Tag) -> bool {
        let Tag::Actor(index) = tag else {
            return false;
        };
        let actor = self.doc.lexicon.actor(index);
        matches!(actor.kind.as_str(), "party" | "military")
    }

    /// Does a noun of this class stand in the name, just before it or (past an adjective) just behind it?
    pub(super) fn beside(self, whole: &Range<usize>, class: Class) -> bool {
        let doc = self.doc;
        let before = whole.start > self.sentence.tokens.start && doc.is(whole.start - 1, class);
        let behind = (whole.end..self.sentence.tokens.end.min(whole.end + 3))
            .take_while(|i| doc.is_kind(*i, TokenKind::Word) && !self.ends_noun(*i))
            .any(|i| doc.is(i, class));
        before || behind || whole.clone().any(|i| doc.is(i, class))
    }

    pub(super) fn ends_noun(self, i: usize) -> bool {
        self.doc.is_any(
            i,
            &[
                Class::Preposition,
                Class::Coordinator,
                Class::ClauseBreak,
                Class::Be,
                Class::Have,
                Class::Modal,
                Class::Determiner,
                Class::Adverb,
            ],
        )
    }

    /// A word with a capital that can be part of a name: "Front", "al-Nur", "SDL".
    pub(super) fn is_name_word(self, i: usize) -> bool {
        let doc = self.doc;
        if !doc.is_capital(i) {
            return false;
        }
        let word = doc.str(i);
        // "al-Nur" is a name, "Ridwan-backed" a description.
        let capital = match word.rsplit_once('-') {
            Some((_, rest)) => rest.starts_with(char::is_uppercase),
            None => true,
        };
        capital
            && self.sentence.tokens.contains(&i)
            && doc.is_kind(i, TokenKind::Word)
            && !doc.is_any(
                i,
                &[
                    Class::Weekday,
                    Class::Month,
                    Class::Determiner,
                    Class::Pronoun,
                    Class::Preposition,
                    Class::ClauseBreak,
                    Class::Coordinator,
                    Class::Title,
                    Class::Modal,
                    Class::Be,
                ],
            )
    }

    /// "of", "for" inside a name: "Front for Northern Unity".
    pub(super) fn is_link(self, i: usize) -> bool {
        let after_name = i > self.sentence.tokens.start && self.is_name_word(i - 1);
        let group = i > self.sentence.tokens.start && self.doc.is(i - 1, Class::GroupNoun);
        let small = self.doc.is(i, Class::Of) || self.doc.says(i, "for");
        self.doc.is(i, Class::NameParticle) && after_name || small && after_name && group
    }

    /// What may stand between a name and what is said of it: an apposition, helpers of the verb, marks.
    pub(super) fn may_stand_between(self, i: usize) -> bool {
        let doc = self.doc;
        match doc.is_kind(i, TokenKind::Mark) {
            true => matches!(
                doc.str(i),
                "," | "[" | "]" | "(" | ")" | "\"" | "“" | "”" | "-"
            ),
            false => {
                doc.is_kind(i, TokenKind::Word)
                    && !doc.is_any(
                        i,
                        &[
                            Class::Preposition,
                            Class::Coordinator,
                            Class::ClauseBreak,
                            Class::Be,
                            Class::Have,
                        ],
                    )
            }
        }
    }

    /// An article, an owner's "'s", a quotation mark.
    pub(super) fn is_article(self, i: usize) -> bool {
        let doc = self.doc;
        doc.is_any(i, &[Class::Determiner, Class::Possessive]) || doc.is_kind(i, TokenKind::Mark)
    }

    /// What may stand before a name: articles, and lower-case words that describe it.
    pub(super) fn may_precede(self, i: usize) -> bool {
        let doc = self.doc;
        let mark = doc.is_kind(i, TokenKind::Mark);
        let plain = !doc.is_any(
            i,
            &[
                Class::Preposition,
                Class::ClauseBreak,
                Class::Be,
                Class::Have,
                Class::Modal,
                Class::Coordinator,
                Class::Relative,
                Class::Pronoun,
            ],
        );
        match mark {
            true => matches!(doc.str(i), "[" | "]" | "\"" | "“"),
            false => plain || doc.is(i, Class::Determiner),
        }
    }
}

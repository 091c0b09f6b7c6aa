//! The words of a clause left of its verb, without the asides, and where its phrases begin.

use super::counts::SUBJECT_REACH;
use super::steps::{aside_before, is_adverb};
use crate::lexicon::Class;
use crate::text::{Doc, Sentence, TokenKind};

/// The tokens left of a verb that belong to its clause, nearest first: what stands in brackets, between dashes or in a
/// relative clause between commas is left out.
pub(super) struct Spine {
    tokens: Vec<usize>,
    /// Where the clause begins.
    pub(super) start: usize,
    /// Does a relative pronoun stand between the subject and the verb: "the man who was shot"?
    pub(super) relative: bool,
    /// The relative pronoun at which the clause was cut: what stands before it may be the subject of the verb behind
    /// the relative clause ("women who worked there were shot").
    pub(super) cut: Option<usize>,
}

impl Spine {
    pub(super) fn of(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Self {
        let first = sentence.tokens.start;
        let mut spine = Self {
            tokens: Vec::new(),
            start: verb,
            relative: false,
            cut: None,
        };
        let mut at = verb;
        while at > first && spine.tokens.len() < SUBJECT_REACH {
            let i = at - 1;
            let aside = aside_before(doc, first, at).or_else(|| relative_aside(doc, first, at));
            if aside.is_none() && !spine.tokens.is_empty() && introduces(doc, first, i) {
                break;
            }
            if let Some(opener) = aside {
                at = opener;
            } else if doc.is(i, Class::ClauseBreak) {
                let light =
                    |t: &usize| doc.is_any(*t, &[Class::Be, Class::Have]) || is_adverb(doc, *t);
                if !(doc.is(i, Class::Relative) && spine.tokens.iter().all(light)) {
                    spine.cut = Some(i).filter(|i| doc.is(*i, Class::Relative));
                    break;
                }
                spine.relative = true;
                at = i;
            } else {
                spine.tokens.push(i);
                at = i;
            }
        }
        spine.start = at;
        spine
    }

    pub(super) fn holds(&self, token: usize) -> bool {
        self.tokens.binary_search_by(|t| token.cmp(t)).is_ok()
    }

    /// One past the last token that is no adverb, auxiliary, comma or quote mark.
    pub(super) fn edge(&self, doc: &Doc<'_>) -> Option<usize> {
        let passed = |i: usize| is_light(doc, i) || is_age(doc, i) || is_aged(doc, i);
        let content = self.tokens.iter().find(|i| !passed(**i))?;
        Some(content + 1)
    }
}

/// "The mayor said his dog was": a verb of saying with a clause of its own behind it, whose subject is not the speaker.
fn introduces(doc: &Doc<'_>, first: usize, i: usize) -> bool {
    let verb = doc.word(i).speech.verb.map(|verb| verb.form);
    // "The six identified on Monday": by others, and before.
    let reduced = doc.is(i, Class::Aftermath) && doc.is(i + 1, Class::Preposition);
    if verb.is_none() || i == first || !doc.is(i, Class::Cue) || reduced {
        return false;
    }
    let begins = [
        Class::Determiner,
        Class::Possessive,
        Class::Pronoun,
        Class::Figure,
    ];
    let opens = doc.is_any(i + 1, &begins)
        || doc.is_capital(i + 1)
        || doc.is_kind(i + 1, TokenKind::Number)
        || doc.word(i + 1).time.is_some();
    let clause = opens && !doc.is(i + 1, Class::Relative);
    // "The man who reported the fire was", "he was told the", "a report the": no speaker right before it.
    let other = [
        Class::Relative,
        Class::Be,
        Class::Get,
        Class::Determiner,
        Class::Possessive,
        Class::Preposition,
        Class::Coordinator,
    ];
    clause && !doc.is_any(i - 1, &other) && doc.word(i).triggers.is_empty()
}

/// The comma before "who …," or "including …," where the clause between commas ends just before `end`.
fn relative_aside(doc: &Doc<'_>, first: usize, end: usize) -> Option<usize> {
    if end < first + 3 || doc.str(end - 1) != "," {
        return None;
    }
    let from = first.max(end.saturating_sub(SUBJECT_REACH));
    let relative = (from..end - 1)
        .rev()
        .find(|i| doc.is_any(*i, &[Class::Relative, Class::Including]) || doc.str(*i) == ";")?;
    // ", one of whom was a nurse,": the words before the pronoun belong to it.
    let comma = (from.max(relative.saturating_sub(4))..relative)
        .rev()
        .find(|i| doc.str(*i) == ",")?;
    doc.is_any(relative, &[Class::Relative, Class::Including])
        .then_some(comma)
}

/// Adverbs, auxiliaries, commas, quote marks: what may stand between a subject and its verb.
pub(super) fn is_light(doc: &Doc<'_>, i: usize) -> bool {
    // "one of whom was": the pronoun belongs to the number.
    let relative = doc.is(i, Class::Relative) && !(i > 0 && doc.is(i - 1, Class::Of));
    let small = relative || doc.is_any(i, &[Class::Have, Class::Modal]) || is_adverb(doc, i);
    let mark = matches!(doc.str(i), "\"" | "”" | "“" | "’" | ",");
    (small || mark) && doc.word(i).person.is_none()
}

/// ", 34,": an age behind a name.
pub(super) fn is_age(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_kind(i, TokenKind::Number)
        && i > 0
        && doc.str(i - 1) == ","
        && matches!(doc.str(i + 1), "," | ".")
}

/// Of "a woman aged 34" the two last words.
pub(super) fn is_aged(doc: &Doc<'_>, i: usize) -> bool {
    let from = |label: usize| {
        doc.is(label, Class::Label)
            && doc.is_kind(label + 1, TokenKind::Number)
            && label > 0
            && doc.word(label - 1).person.is_some()
    };
    from(i) || i > 0 && from(i - 1)
}

/// One past the last token before `verb` that is no adverb, relative, auxiliary or quote mark.
pub(super) fn last_content(doc: &Doc<'_>, first: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > first && is_light(doc, at - 1) {
        at -= 1;
    }
    at
}

/// The first token of the words before `end` that no preposition, verb or mark interrupts.
pub(super) fn phrase_start(doc: &Doc<'_>, first: usize, end: usize) -> usize {
    let mut start = end;
    while start > first.max(end.saturating_sub(8)) {
        let i = start - 1;
        let ends = doc.is_kind(i, TokenKind::Mark)
            || doc.is_any(
                i,
                &[
                    Class::Preposition,
                    Class::ClauseBreak,
                    Class::Coordinator,
                    Class::Be,
                    Class::Have,
                ],
            );
        if ends {
            break;
        }
        start = i;
    }
    start
}

/// What the auxiliary says of its subject's number: Some(true) several, Some(false) one.
pub(super) fn agreement(doc: &Doc<'_>, verb: usize) -> Option<bool> {
    match () {
        () if doc.is(verb, Class::BePlural) => Some(true),
        () if doc.is(verb, Class::BeSingular) => Some(false),
        () => None,
    }
}

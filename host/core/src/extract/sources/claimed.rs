//! On whose word a claim is made.

use std::cmp::Reverse;
use std::ops::Range;

use super::phrase::may_be_verb;
use super::{Attribution, is_number, is_that};
use crate::lexicon::Class;
use crate::model::{Basis, Source, Span};
use crate::text::{Doc, Sentence, TokenKind};

/// The most sentences from quoted words to the one that names their speaker.
const SPEAKER_REACH: usize = 6;

/// Who says what token `at` of sentence `index` says, and whether the sentence says so or one around it. `outside` inner
/// clauses, it is who speaks of the claim rather than who makes it: "the port said the rebels' claim that O was wrong".
pub(in super::super) fn attribution_at(
    doc: &Doc<'_>,
    attributions: &[Vec<Attribution>],
    (index, at): (usize, usize),
    outside: bool,
) -> Option<(Attribution, Basis)> {
    let own = &attributions[index];
    let covering = own
        .iter()
        .filter(|a| a.covers(at) && !(a.inner && outside) && !a.disputes);
    // "S disputed this, saying": of two frames of one subject the later cue is the nearer.
    let distance = |a: &&Attribution| (!a.inner, a.frame.start.abs_diff(at), Reverse(a.frame.end));
    if let Some(found) = covering.clone().min_by_key(distance) {
        if found.inner {
            return Some((found.clone(), Basis::Said));
        }
        let sentence = doc.sentences.get(index)?;
        let mut leading = covering.filter(|a| is_within(doc, sentence, a, (found, at)));
        let whole = match leading.next_back() {
            Some(leading) => passed_on(found, leading),
            None => nested(doc, own, found, at),
        };
        return Some((whole, Basis::Said));
    }
    let quoted = |i: usize| doc.tokens.get(i).is_some_and(|t| doc.is_quoted(t.span()));
    // Where only some words are quoted, the sentence itself tells whose they are, in a way that no frame reads.
    let first = doc.sentences.get(index)?.tokens.start;
    let whole = quoted(first) || doc.is_kind(first, TokenKind::Mark) && quoted(first + 1);
    if !own.is_empty() || !quoted(at) || !whole {
        return None;
    }
    let near = |i: usize| attributions.get(i).filter(|_| is_near(doc, index, i));
    if let Some(spoken) = said_on(doc, attributions, (index, at)) {
        return Some((spoken.clone(), Basis::Implied));
    }
    // Back over words that are quoted too, to the sentence that names the speaker; else on to the next.
    for back in (index.saturating_sub(SPEAKER_REACH)..index).rev() {
        let Some(around) = near(back) else { break };
        let tokens = &doc.sentences[back].tokens;
        // "“…,” said Reker in an interview, according to the radio. “…”": he speaks on who stands nearest to his words.
        let last = tokens.clone().rev().find(|i| quoted(*i));
        let nearest = last.and_then(|last| {
            let speaks = around.iter().filter(|a| !a.disputes && a.covers(last));
            speaks.min_by_key(|a| a.frame.start.abs_diff(last))
        });
        if let Some(spoken) = nearest.or_else(|| around.iter().rev().find(|a| !a.disputes)) {
            return Some((spoken.clone(), Basis::Implied));
        }
        if !quoted((tokens.start + tokens.end) / 2) {
            break;
        }
    }
    let next = near(index + 1)?.iter().find(|a| !a.disputes)?;
    Some((next.clone(), Basis::Implied))
}

/// "“Two men died. Nine were hurt,” Gatt said.": who is named where the quotation of token `at` ends.
fn said_on<'a>(
    doc: &Doc<'_>,
    attributions: &'a [Vec<Attribution>],
    (index, at): (usize, usize),
) -> Option<&'a Attribution> {
    let start = doc.tokens.get(at)?.span().start;
    let behind = attributions.iter().zip(&doc.sentences);
    for (told, sentence) in behind.skip(index + 1).take(SPEAKER_REACH) {
        let first = sentence.tokens.start;
        let end = doc.tokens.get(first)?.span().end;
        if !doc.is_quoted(Span::new(start, end)) {
            return None;
        }
        let outside = |a: &&Attribution| {
            !a.disputes && !doc.is_quoted(doc.span(a.frame.clone())) && a.covers(first)
        };
        if let Some(spoken) = told.iter().find(outside) {
            return Some(spoken);
        }
    }
    None
}

/// Who denies what token `at` says while somebody else says so: "the army denied the rebels' claim that O", "O, a figure
/// the army has denied".
pub(in super::super) fn disputed_at<'a>(
    attributions: &'a [Attribution],
    found: Option<&Attribution>,
    at: usize,
) -> Option<&'a Attribution> {
    let inner = found.filter(|a| a.inner);
    let around = |a: &&Attribution| inner.is_some_and(|inner| a.frame.end <= inner.frame.start);
    let mut denied = attributions.iter().rev();
    denied.find(|a| a.denies() && a.covers(at) && (a.disputes || around(a)))
}

/// Are both sentences of one paragraph, or within one quotation that runs on?
fn is_near(doc: &Doc<'_>, one: usize, other: usize) -> bool {
    let (Some(a), Some(b)) = (doc.sentences.get(one), doc.sentences.get(other)) else {
        return false;
    };
    let (first, second) = if one < other { (a, b) } else { (b, a) };
    let ends = |i: usize| doc.tokens.get(i).map_or(0, |t| t.span().start);
    let between = Span::new(
        ends(first.tokens.end.saturating_sub(2)),
        ends(second.tokens.start + 1),
    );
    a.passage == b.passage || doc.is_quoted(between)
}

/// "The ministry said that rebels claimed …": what is said within what another says came through both.
fn nested(doc: &Doc<'_>, all: &[Attribution], inner: &Attribution, at: usize) -> Attribution {
    let mut found = inner.clone();
    let outer = all.iter().rev().find(|outer| {
        outer.frame.end <= inner.frame.start
            && !outer.denies()
            // "It was reported that the army said": by nobody whom one could ask.
            && outer.chain.iter().any(Source::is_resolved)
            // "Six died, the army said, the rebels said nine had": two that stand side by side.
            && (outer.scope[0].is_empty() || doc.str(outer.frame.end) != ",")
            // "While police said six, the port raised its toll to nine".
            && !(outer.frame.start > 0 && doc.is(outer.frame.start - 1, Class::Contrast))
            && outer.covers(inner.frame.start)
            && outer.covers(at)
            && at >= inner.frame.end
    });
    let own_word = inner.chain.iter().all(|s| s.basis == Basis::Said);
    if let Some(outer) = outer.filter(|_| own_word && !sets_apart(doc, inner.frame.start)) {
        found.chain.splice(0..0, outer.chain.iter().cloned());
    }
    found
}

/// "The army denied that six had died, the agency reported": is what the army says part of what the agency reports behind it?
fn is_within(
    doc: &Doc<'_>,
    sentence: &Sentence,
    leading: &Attribution,
    (trailing, at): (&Attribution, usize),
) -> bool {
    let around = leading.frame.end <= at
        && at < trailing.frame.start
        && doc.str(trailing.frame.start - 1) == ","
        && trailing.covers(leading.frame.start);
    let speaks = !leading.inner && leading.chain.iter().any(Source::is_resolved);
    around
        && speaks
        && !trailing.denies()
        && is_complement(doc, leading.frame.end..at, leading.denies())
        && !tells_more(doc, trailing.frame.end..sentence.tokens.end)
}

/// Do these tokens, from a verb of saying to what is told, lie in one clause: "that six had"? Behind a mark, "but", "where" or
/// "when" another begins.
fn is_complement(doc: &Doc<'_>, clause: Range<usize>, denied: bool) -> bool {
    let that = clause.clone().find(|i| is_that(doc, *i));
    let from = that.map_or(clause.start, |that| that + 1);
    let parts = [
        Class::ClauseBreak,
        Class::Contrast,
        Class::Temporal,
        Class::Conditional,
        Class::Relative,
    ];
    let breaks = |i: usize| doc.is_any(i, &parts) || doc.is_kind(i, TokenKind::Mark);
    // "Said on Monday that", "told reporters that".
    let led =
        that.is_none_or(|that| !(clause.start..that).any(|i| doc.is_kind(i, TokenKind::Mark)));
    // "Was not aware that six had": nobody says it.
    let negated = clause.clone().any(|i| doc.is(i, Class::Negation));
    let reaches = !denied || is_denied(doc, &clause, that);
    led && reaches && !negated && !(from..clause.end).any(breaks)
}

/// Is what these tokens lead to denied by the verb before them, and not only named: "denied that six had"? Not "denied
/// responsibility for a blast that left six", "denied any role in six killings", "denied negligence yet six", "denied that guards
/// were drunk on the night six", "denied that the six killed were".
fn is_denied(doc: &Doc<'_>, clause: &Range<usize>, that: Option<usize>) -> bool {
    let verbs = [Class::Be, Class::Have, Class::Modal];
    let auxiliary = |i: &usize| doc.is_any(*i, &verbs) || doc.is(*i, Class::Adverb);
    let from = that.map_or(clause.start, |that| that + 1);
    let own = (from..clause.end).rev().take_while(auxiliary).count();
    let subject = from..clause.end - own;
    let verb = |i: usize| doc.is_any(i, &verbs) || may_be_verb(doc, i);
    let asked = |i: usize| doc.is_any(i, &[Class::Asking, Class::Preposition]);
    let opens = [
        Class::Definite,
        Class::Indefinite,
        Class::Possessive,
        Class::Pronoun,
    ];
    let known = |i: usize| {
        let word = doc.word(i);
        doc.is_any(i, &opens) || word.person.is_some() || doc.is_capital(i) || is_number(doc, i)
    };
    let direct = match that {
        // "Denied on Monday that", "denied to reporters that", "denied reports that".
        Some(that) => (clause.start..that).all(|i| {
            let said = doc.word(i).speech.noun.is_some() || doc.word(i).time.is_some();
            known(i) || said || doc.is_any(i, &[Class::Preposition, Class::Weekday, Class::Month])
        }),
        None => (known(from) || from == clause.end) && !subject.clone().any(asked),
    };
    direct && !subject.into_iter().any(verb) && !doc.is(clause.end + 1, Class::Be)
}

/// Does what stands behind a source tell something besides when it spoke: "…, but police said nine had"?
fn tells_more(doc: &Doc<'_>, mut rest: Range<usize>) -> bool {
    let verbs = [Class::Trigger, Class::Be, Class::Have];
    rest.any(|i| doc.is_any(i, &verbs) || doc.is(i, Class::Contrast))
}

/// What `told` is cited for, as `by` passes it on: the words and the cue are those of the first.
fn passed_on(by: &Attribution, told: &Attribution) -> Attribution {
    let mut found = told.clone();
    found.chain.splice(0..0, by.chain.iter().cloned());
    found
}

/// "The army said six died, while rebels spoke of nine": does the clause at `start` begin a statement beside the other?
fn sets_apart(doc: &Doc<'_>, start: usize) -> bool {
    let joined = start > 1 && doc.is(start - 1, Class::Coordinator);
    start > 0 && doc.is(start - 1, Class::Contrast) || joined
}

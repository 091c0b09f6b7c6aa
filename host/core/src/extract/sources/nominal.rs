//! Frames whose cue is a noun, and verbs that say nothing: "the rebels' claim of six dead", "police did not confirm that".

use std::ops::Range;

use super::super::steps::is_adverb;
use super::edges::chunk_start;
use super::frames::Framed;
use super::phrase::{self, source_after};
use super::{Cued, Scene, is_that, who};
use crate::lexicon::{Class, Cue, Found, Tag};
use crate::text::TokenKind;

/// The most tokens from "did not" to the verb, adverbs all of them.
const ADVERBS: usize = 2;

/// The most tokens from "of" to a figure: "of at least thirty".
const FIGURE_REACH: usize = 4;

/// The most tokens from a verb of denying to the noun of what it denies.
const REPORT_REACH: usize = 10;

/// The most tokens of the words that own a claim: "a disputed rebel claim".
const OWNER_REACH: usize = 6;

/// "A rebel claim of thirty dead", "claims by the rebels that thirty died": what follows is said by who made the claim,
/// and by nobody who speaks of it.
pub(super) fn of_noun(scene: &Scene<'_>, cued: &Cued) -> Option<Framed> {
    let (doc, at) = (scene.doc, &cued.at);
    // Not "claims of victory".
    let figure = |i: usize| doc.is_kind(i, TokenKind::Number) || doc.is(i, Class::Figure);
    let counts = |i: usize| doc.is(i, Class::Of) && (i + 1..i + 1 + FIGURE_REACH).any(figure);
    let by = doc.is(at.end, Class::By);
    let opens = !by && (is_that(doc, at.end) || counts(at.end));
    let source = if by {
        source_after(scene, at.end + 1).filter(|source| is_that(doc, source.end))
    } else {
        owner(scene, at.start).filter(|_| opens)
    };
    let Some(source) = source else {
        return nobodys(scene, cued).filter(|_| opens);
    };
    let end = source.end.max(at.end);
    let mut framed = Framed::new(scene, cued, vec![source]).inner();
    framed.attribution.frame.end = end;
    framed.attribution.scope[1] = end..scene.sentence.tokens.end;
    Some(framed)
}

/// "Claims that thirty died": somebody's, though nobody says whose. "Withdrew its statement that": not even its own.
fn nobodys(scene: &Scene<'_>, cued: &Cued) -> Option<Framed> {
    let start = phrase_start(scene, cued.at.start);
    match disowned(scene, start) {
        Some(from) => Some(unsaid(scene, cued, from)),
        None if cued.cue == Cue::Claimed || is_looked_into(scene, start) => {
            Some(Framed::new(scene, cued, Vec::new()).inner())
        }
        None => None,
    }
}

/// "The army was looking into reports that", "is investigating reports that": whoever does has not said what they say.
fn is_looked_into(scene: &Scene<'_>, start: usize) -> bool {
    let doc = scene.doc;
    let first = scene.sentence.tokens.start;
    let gerund = doc.lexicon.endings().participle.as_str();
    let looks = |i: usize| i > first && doc.is(i - 1, Class::Be) && doc.str(i).ends_with(gerund);
    let before = start.checked_sub(1).filter(|i| *i >= first);
    let aware = |i: usize| doc.is(i, Class::Preposition) && !doc.is_any(i, &[Class::By, Class::To]);
    looks(start) || before.is_some_and(|i| looks(i) || aware(i))
}

/// Where the noun phrase begins that ends before `at`.
fn phrase_start(scene: &Scene<'_>, at: usize) -> usize {
    let first = scene
        .sentence
        .tokens
        .start
        .max(at.saturating_sub(OWNER_REACH));
    chunk_start(scene.doc, first, at)
}

/// The first token of "rejected", "withdrew" before a noun phrase that begins at `start`: "dismissed as rumours".
fn disowned(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let first = scene
        .sentence
        .tokens
        .start
        .max(start.saturating_sub(ADVERBS));
    (first..=start).rev().find_map(|end| {
        let mut marks = scene.marks.ending_at(end);
        marks
            .find(|mark| mark.tag == Tag::Withheld)
            .map(|mark| mark.start)
    })
}

/// Is the noun phrase before `at` what somebody denies, so that its last word is no verb: "denied rebel reports"?
pub(super) fn is_denied_thing(scene: &Scene<'_>, at: usize) -> bool {
    let start = phrase_start(scene, at);
    let denies = |tag: Tag| {
        matches!(
            tag,
            Tag::Withheld | Tag::CueVerb(Cue::Denied | Cue::Refused)
        )
    };
    start < at && scene.marks.ending_at(start).any(|mark| denies(mark.tag))
}

/// Do the words before a clause that begins with its subject at `start` name what somebody has said: "six died, a figure
/// (which) the army …", "six died, which the army …"?
pub(super) fn is_of_a_report(scene: &Scene<'_>, start: usize) -> bool {
    let doc = scene.doc;
    let first = scene.sentence.tokens.start;
    if start <= first + 1 {
        return false;
    }
    let relative = doc.is(start - 1, Class::Relative);
    let noun = start - 1 - usize::from(relative);
    is_report(scene, noun) || relative && doc.str(noun) == ","
}

/// Does the object of a verb that ends at `from` name what somebody has said: "the rebels' claim that", "a toll of forty"?
pub(super) fn names_a_report(scene: &Scene<'_>, from: usize) -> bool {
    let doc = scene.doc;
    // "Rejected as propaganda the claim that".
    let aside = doc.is(from, Class::ClauseBreak);
    let article =
        |i: &usize| doc.is_any(*i, &[Class::Definite, Class::Indefinite]) && !is_that(doc, *i);
    let past = (from..from + REPORT_REACH).find(|i| aside && article(i));
    let from = past.unwrap_or(from + usize::from(aside));
    let reach = from..scene.sentence.tokens.end.min(from + REPORT_REACH);
    // "Rejected reports it had killed six".
    let opens = [
        Class::Of,
        Class::By,
        Class::Relative,
        Class::Pronoun,
        Class::Possessive,
    ];
    let open = |i: &usize| !doc.is_any(*i, &[Class::ClauseBreak, Class::Coordinator]);
    let mut phrase = reach.take_while(open);
    phrase.any(|i| is_report(scene, i) && doc.is_any(i + 1, &opens))
}

/// Does a noun phrase before `end` name what somebody has said, with what that is: "the rebels' claim that …"?
pub(super) fn tells_a_report(scene: &Scene<'_>, end: usize) -> bool {
    let opens = |i: usize| is_that(scene.doc, i) || scene.doc.is(i, Class::Of);
    (scene.sentence.tokens.start..end).any(|i| is_report(scene, i) && opens(i + 1))
}

/// "claim", "figure".
pub(super) fn is_report(scene: &Scene<'_>, i: usize) -> bool {
    let mut marks = scene.marks.starting_at(i);
    let cue = |tag: Tag| {
        matches!(
            tag,
            Tag::CueNoun(_) | Tag::CueVerb(Cue::Claimed | Cue::Reported)
        )
    };
    scene.doc.word(i).speech.noun.is_some() && marks.any(|m| cue(m.tag))
        || scene
            .marks
            .starting_at(i)
            .any(|m| matches!(m.tag, Tag::CueNoun(_)))
}

/// Who owns the noun at `at`: "the army's claim", "a rebel claim", "opposition claims".
fn owner(scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
    let doc = scene.doc;
    let start = phrase_start(scene, at);
    let articles = [Class::Indefinite, Class::Definite];
    let opened = (start..at).rev().find(|i| doc.is_any(*i, &articles));
    let owned = at > start && (doc.is(at - 1, Class::Possessive) || phrase::is_owner(doc, at - 1));
    // "Initial reports of": a lone word at the head of a sentence has its capital from there.
    let lone = start + 1 == at && start == scene.sentence.tokens.start;
    if lone && !owned && doc.word(start).text.is_empty() {
        return None;
    }
    let tokens = match opened {
        // "the army's": the article is of the owner, and else of the noun.
        Some(article) if owned => article..at - 1,
        Some(article) => article + 1..at,
        None => start..at,
    };
    // "Contradicting opposition claims": the verb whose object they are.
    let gerund = doc.lexicon.endings().participle.as_str();
    let verb = tokens.len() > 1
        && !doc.is_capital(tokens.start)
        && doc.word(tokens.start).person.is_none()
        && doc.str(tokens.start).ends_with(gerund);
    // "Despite police claims of": what opens the clause is no part of whose they are.
    let fronting = |mark: Found| (mark.tag == Tag::Fronting).then_some(mark.end);
    let opener = scene.marks.starting_at(tokens.start).find_map(fronting);
    // "The ministry received reports": which it did not make.
    let last = tokens.end.max(tokens.start + 1) - 1;
    let past = doc.lexicon.endings().past.as_str();
    if tokens.len() > 1 && !doc.is_capital(last) && doc.str(last).ends_with(past) {
        return None;
    }
    let start = opener.unwrap_or(tokens.start + usize::from(verb));
    let tokens = start.min(tokens.end)..tokens.end;
    who::can_speak(doc, scene.marks, &tokens).then_some(tokens)
}

/// "did not confirm", "has not yet said", "declined to say", "would neither confirm nor deny", "neither S nor R said": the
/// first token of the words that keep the verb from saying anything.
pub(super) fn withheld(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let doc = scene.doc;
    let first = scene.sentence.tokens.start;
    let nearest = verb.saturating_sub(ADVERBS).max(first);
    let light = (nearest..=verb)
        .rev()
        .take_while(|end| (*end..verb).all(|i| is_adverb(doc, i)));
    let mut phrases = light.filter_map(|end| {
        let mut marks = scene.marks.ending_at(end);
        marks.find(|mark| mark.tag == Tag::Withheld && mark.start >= first)
    });
    if let Some(mark) = phrases.next() {
        return Some(mark.start);
    }
    let neither = |i: &usize| {
        doc.is(*i, Class::Negation) && (doc.is(*i, Class::Alternative) || *i + 1 == verb)
    };
    let from = first.max(verb.saturating_sub(OWNER_REACH));
    (from..verb)
        .rev()
        .find(neither)
        .filter(|_| is_that(doc, verb + 1))
}

/// What is not confirmed is nobody's word.
pub(super) fn unsaid(scene: &Scene<'_>, cued: &Cued, from: usize) -> Framed {
    let cued = Cued {
        at: from..cued.at.end,
        cue: Cue::Withheld,
    };
    Framed::new(scene, &cued, Vec::new()).inner()
}

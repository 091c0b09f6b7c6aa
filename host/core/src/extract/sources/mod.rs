//! Who said so: cues of attribution, their sources, and the words they introduce.

#[cfg(test)]
mod aside_tests;
mod asides;
mod behind;
mod claimed;
#[cfg(test)]
mod dispute_tests;
mod edges;
mod frames;
mod memory;
mod nominal;
mod phrase;
mod rebuttal;
#[cfg(test)]
mod second_voice_tests;
#[cfg(test)]
mod tests;
mod who;

use std::ops::Range;

use super::Marks;
use super::steps::{bare_figure, figure_end, is_number};
use crate::lexicon::{Class, Cue, Found, Owning, Tag};
use crate::model::{Basis, Source, UNRESOLVED};
use crate::text::{Doc, Sentence, TokenKind};
pub(super) use behind::head as behind_head;
pub(super) use claimed::{attribution_at, disputed_at};
use frames::Framed;
pub(super) use memory::Memory;
pub(super) use phrase::{looks_past, may_be_verb};
pub(super) use rebuttal::rebut;
pub(super) use who::{entity_of, source_of};

/// Words put in somebody's mouth.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    /// The words introduced, before and behind the source and cue; either may be empty.
    pub(super) scope: [Range<usize>; 2],
    /// From the nearest source to the origin.
    pub(super) chain: Vec<Source>,
    pub(super) cue: Cue,
    /// From the source to the cue, whichever comes first.
    pub(super) frame: Range<usize>,
    /// It introduces a clause within what others say: "the mayor, who spoke of six, …", "a claim by the rebels that".
    inner: bool,
    /// Does it deny what somebody else says, and claim nothing itself: "six died, a figure the army has denied"?
    disputes: bool,
}

impl Attribution {
    /// Are its words what its source denies?
    pub(super) fn denies(&self) -> bool {
        self.cue == Cue::Denied
    }

    /// Does it introduce token `i`?
    pub(super) fn covers(&self, i: usize) -> bool {
        self.scope.iter().any(|range| range.contains(&i))
    }
}

/// What the frames look at.
#[derive(Clone, Copy)]
struct Scene<'a> {
    doc: &'a Doc<'a>,
    marks: &'a Marks,
    sentence: &'a Sentence,
}

/// A cue where it stands.
#[derive(Clone)]
struct Cued {
    at: Range<usize>,
    cue: Cue,
}

/// The least words of a phrase that says something by itself: "put the toll at".
const ACT: usize = 3;

/// The attributions of a sentence, by the position of their cues.
pub(super) fn attributions(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    memory: &mut Memory,
) -> Vec<Attribution> {
    let scene = Scene {
        doc,
        marks,
        sentence,
    };
    let mut found: Vec<Attribution> = Vec::new();
    let mut taken_to = sentence.tokens.start;
    if let Some(headed) = frames::headed(&scene) {
        taken_to = headed.attribution.frame.end;
        found.push(settled(doc, headed, memory));
    }
    for mark in marks.within(&sentence.tokens) {
        if mark.start < taken_to {
            continue;
        }
        let at = mark.start..mark.end;
        if let Some(end) = going_on(&scene, &mark, &mut found) {
            taken_to = end;
            continue;
        }
        if adds_a_second(&scene, &at, &found) {
            taken_to = mark.end;
            continue;
        }
        let framed = match mark.tag {
            Tag::CuePhrase(cue) => {
                let own = own_figure(doc, &at);
                let framed = frames::leading(&scene, &Cued { at, cue });
                framed.map(|framed| framed.only_of(own))
            }
            Tag::CueVerb(cue) => {
                // Of "put the toll at" the toll is what is said.
                let at = mark.start..mark.start + 1;
                let spoken = frames::spoken(&scene, &Cued { at, cue }, memory);
                // What such a phrase says stands behind it: "while police said six, the port raised its toll to nine".
                let whole = mark.end - mark.start >= ACT;
                spoken.map(|framed| if whole { framed.forward() } else { framed })
            }
            Tag::CueNoun(cue) => nominal::of_noun(&scene, &Cued { at, cue }),
            _ => None,
        };
        let Some(framed) = framed else { continue };
        taken_to = framed.attribution.frame.end;
        found.push(settled(doc, framed, memory));
    }
    if let Some(trailing) = frames::trailing(&scene, taken_to) {
        found.push(settled(doc, trailing, memory));
    }
    close_inner(doc, &mut found);
    end_denials_at_relatives(doc, &mut found);
    asides::end_denials_behind_objects(&scene, &mut found);
    end_deeds_at_relatives(doc, marks, &mut found);
    end_at_quotes(&scene, &mut found);
    part_at_openers(doc, sentence, &mut found);
    asides::part_at_fronted(&scene, &mut found);
    asides::begin_at_complements(doc, &mut found);
    asides::end_at_backgrounds(&scene, &mut found);
    part_at_contrasts(doc, &mut found);
    asides::part_at_splices(doc, &mut found);
    asides::speak_of_themselves(&scene, &mut found);
    part_at_echoes(&scene, &mut found);
    part_at_semicolons(doc, &mut found);
    found
}

/// "The mayor said 16 people died, a toll confirmed by the clinic": whose word it was, it remains.
fn adds_a_second(scene: &Scene<'_>, cue: &Range<usize>, found: &[Attribution]) -> bool {
    let doc = scene.doc;
    let Some(noun) = cue
        .start
        .checked_sub(1)
        .filter(|i| *i >= scene.sentence.tokens.start + 2)
    else {
        return false;
    };
    let beside = doc.is(noun - 1, Class::Indefinite) && doc.str(noun - 2) == ",";
    let said = found.iter().any(|a| !a.inner && a.covers(noun));
    doc.is(cue.end - 1, Class::By) && beside && nominal::is_report(scene, noun) && said
}

/// "More than the nine announced by the police": the figure that alone they announced.
fn own_figure(doc: &Doc<'_>, cue: &Range<usize>) -> Option<Range<usize>> {
    let figure = cue.start.checked_sub(1)?;
    let definite = figure
        .checked_sub(1)
        .is_some_and(|i| doc.is(i, Class::Definite));
    (doc.is(cue.end - 1, Class::By) && definite && is_number(doc, figure))
        .then_some(figure..cue.start)
}

/// What an inner clause introduces ends where somebody else speaks: "unlike the port, which spoke of six, the mayor said".
fn close_inner(doc: &Doc<'_>, found: &mut [Attribution]) {
    for at in 1..found.len() {
        let [before, next] = &mut found[at - 1..=at] else {
            return;
        };
        let next = begins(before, next);
        let closed = frames::closes_words(doc, next - 1) || doc.is(next - 1, Class::Contrast);
        if before.inner && closed && next >= before.frame.end {
            before.scope[1].end = next - 1;
        }
    }
}

/// Where the words of the second begin that are not the first's. "The port rejected a claim by S that O, saying": the
/// source stands before the clause, its cue behind.
fn begins(before: &Attribution, next: &Attribution) -> usize {
    if next.frame.start < before.frame.end {
        next.frame.end - 1
    } else {
        next.frame.start
    }
}

/// "The army denied that it had fired at the crowd, in which 15 died": what a clause behind a comma adds is not denied.
fn end_denials_at_relatives(doc: &Doc<'_>, found: &mut [Attribution]) {
    for denial in found.iter_mut().filter(|a| a.denies()) {
        let scope = &mut denial.scope[1];
        let adds = |i: usize| {
            let next = i + 1 + usize::from(doc.is(i + 1, Class::Preposition));
            doc.str(i) == "," && doc.is(next, Class::Relative) && !is_that(doc, next)
        };
        scope.end = scope.clone().find(|i| adds(*i)).unwrap_or(scope.end);
    }
}

/// The most tokens of a subject and its verb of saying: "which it said".
const CLAUSE: usize = 4;

/// "Claimed responsibility for the blast that killed four", "identified a suspect in the raid that killed four": what such a
/// clause tells of the deed is not the word of who does it.
fn end_deeds_at_relatives(doc: &Doc<'_>, marks: &Marks, found: &mut [Attribution]) {
    let owns = |m: Found| matches!(m.tag, Tag::Owns(Owning::Claims));
    let disowns = |m: Found| matches!(m.tag, Tag::Owns(Owning::Denies | Owning::Undone));
    for attribution in found {
        // "Denied any role in the deaths of six", "said it was not behind the blast that killed four": nor is the deed.
        let frame = attribution.frame.clone();
        let near = frame.start..frame.end + CLAUSE;
        let denied = marks
            .within(&near)
            .find(|m| disowns(*m) && m.end > frame.end - 1);
        // "The accusation that it had killed 12" is denied with what it says.
        let scope = &mut attribution.scope[1];
        // "… and that its troops had killed 12", "… but two guards were hurt": what it goes on to say is its word.
        let joins = [Class::Coordinator, Class::Contrast];
        let goes_on = |m: &Found| (m.end..scope.end).any(|i| doc.is_any(i, &joins));
        if let Some(mark) = denied.filter(|m| !is_that(doc, m.end) && !goes_on(m)) {
            scope.end = scope.end.min(mark.end.max(scope.start));
        }
        let mut frame = attribution.frame.clone();
        let cue = frame.clone().find(|i| doc.is(*i, Class::Aftermath));
        let named = cue.is_some_and(|i| doc.is(i, Class::Cue) && !is_that(doc, i + 1));
        let of_deed = frame.any(|i| marks.starting_at(i).any(owns));
        let scope = &mut attribution.scope[1];
        if named || of_deed {
            // "Announced six people died in a raid that", "the blast, which it said killed": its word all the same.
            let acts = |i: usize| phrase::is_verb(doc, i) && !doc.is(i - 1, Class::Determiner);
            let ends = |i: &usize| doc.is(*i, Class::Relative) || acts(*i);
            let relative = scope.clone().find(ends);
            // "Was announced by police that six died": the clause is what they said.
            let clause = is_that(doc, scope.start);
            let relative = relative.filter(|i| doc.is(*i, Class::Relative) && !clause);
            let own = |at: usize| (at + 1..at + CLAUSE).any(|i| doc.is(i, Class::Cue));
            scope.end = relative.filter(|at| !own(*at)).unwrap_or(scope.end);
        }
    }
}

/// "“We grieve,” Tam said, speaking at the square where six died": behind a quotation and whose it is the outlet speaks,
/// unless the words go on to say something ("adding that").
fn end_at_quotes(scene: &Scene<'_>, found: &mut [Attribution]) {
    let doc = scene.doc;
    for attribution in found.iter_mut().filter(|a| !a.inner) {
        let (start, rest) = (attribution.frame.start, attribution.scope[1].clone());
        let quoted = start > scene.sentence.tokens.start
            && matches!(doc.str(start - 1), "\"" | "”" | "’")
            && !attribution.scope[0].is_empty();
        let cue = |tag| matches!(tag, Tag::CueVerb(_) | Tag::CuePhrase(_));
        // "…, Tam said, and four were hurt" may be his word.
        let joins = doc.str(rest.start) == "," && doc.is(rest.start + 1, Class::Coordinator);
        let goes_on =
            joins || is_that(doc, rest.start) || scene.marks.within(&rest).any(|m| cue(m.tag));
        if quoted && !goes_on {
            let opens = |i: &usize| matches!(doc.str(*i), "\"" | "“" | "‘");
            attribution.scope[1].start = rest.clone().find(opens).unwrap_or(rest.end);
        }
    }
}

/// "While police said six died, nine were hurt, the port said": what a clause that "while" or "after" opens says ends with
/// it. So does "…, hours after the port said nine had".
fn part_at_openers(doc: &Doc<'_>, sentence: &Sentence, found: &mut [Attribution]) {
    let first = sentence.tokens.start;
    for at in 0..found.len() {
        let frame = found[at].frame.clone();
        let opener = opener_before(doc, first, frame.start);
        let Some(opener) = opener.filter(|_| !found[at].inner) else {
            continue;
        };
        let fronted = is_front(doc, first, opener);
        // "The minister said that, while the army said five died, the toll was eight".
        let comma = usize::from(opener > first && doc.str(opener - 1) == ",");
        let within = opener > first + comma && is_that(doc, opener - comma - 1);
        // "Six died, the port said, as police reported" is one matter.
        let beside = opener > first
            && doc.str(opener - 1) == ","
            && !doc.is_kind(frame.end, TokenKind::Mark);
        let end = clause_end(doc, &found[at].scope[1]);
        let Some(end) = end.filter(|_| fronted || beside || within) else {
            continue;
        };
        found[at].scope[0] = frame.start..frame.start;
        found[at].scope[1].end = end;
        let (before, behind) = found.split_at_mut(at);
        for other in before.iter_mut().filter(|other| !other.inner && !within) {
            let scope = &mut other.scope[1];
            scope.end = scope.end.min(opener).max(scope.start);
        }
        for other in behind.iter_mut().skip(1) {
            let scope = &mut other.scope[0];
            scope.start = scope.end.min(scope.start.max(end));
        }
    }
}

/// The comma behind the first clause of what is said, or its end: "six people, two of them children, died,".
fn clause_end(doc: &Doc<'_>, said: &Range<usize>) -> Option<usize> {
    let auxiliaries = [Class::Be, Class::Have, Class::Modal];
    let acts = |i: usize| phrase::may_be_verb(doc, i) || doc.is_any(i, &auxiliaries);
    let verb = said.clone().find(|i| acts(*i))?;
    let comma = (verb..said.end).find(|i| doc.str(*i) == ",");
    Some(comma.unwrap_or(said.end))
}

/// A word that may stand before "after": "hours", "just", "two".
fn spans_time(doc: &Doc<'_>, i: usize) -> bool {
    let small = [
        Class::Measure,
        Class::Adverb,
        Class::Small,
        Class::Indefinite,
    ];
    doc.is_any(i, &small) || is_number(doc, i)
}

/// The first token of "after", "hours after", "even as" before a source.
fn opener_before(doc: &Doc<'_>, first: usize, source: usize) -> Option<usize> {
    let opens = [Class::Contrast, Class::Temporal, Class::Conditional];
    let at = source.checked_sub(1).filter(|i| *i >= first)?;
    let spanned = (first..at)
        .rev()
        .take_while(|i| spans_time(doc, *i))
        .count();
    doc.is_any(at, &opens).then_some(at - spanned)
}

/// Does the sentence begin with what stands at `i`?
fn is_front(doc: &Doc<'_>, first: usize, i: usize) -> bool {
    (first..i).all(|at| doc.is_kind(at, TokenKind::Mark))
}

/// The most words of who stands behind "while".
const CONTRASTED: usize = 5;

/// "The army said six died, while a hospital received nine bodies": what another institution does is not the army's word.
fn part_at_contrasts(doc: &Doc<'_>, found: &mut [Attribution]) {
    let institution = |i: usize| doc.is_any(i, &[Class::SourceNoun, Class::Organisation]);
    let other = |i: usize| {
        let phrase = (i + 1..i + 1 + CONTRASTED).take_while(|at| {
            doc.is_kind(*at, TokenKind::Word) && !doc.is_any(*at, &[Class::Be, Class::Have])
        });
        let determined = doc.is_any(i + 1, &[Class::Definite, Class::Indefinite]);
        let mut names = phrase.filter(|at| institution(*at) && doc.word(*at).person.is_none());
        // "Said that, while the army spoke of five, eight died": what stands behind is said as well.
        let beside = doc.str(i - 1) == "," && !is_that(doc, i.saturating_sub(2));
        doc.is(i, Class::Contrast) && beside && determined && names.next().is_some()
    };
    for attribution in found.iter_mut().filter(|a| !a.inner) {
        let from = attribution.frame.end.max(attribution.scope[1].start).max(1);
        if let Some(at) = (from..attribution.scope[1].end).find(|i| other(*i)) {
            attribution.scope[1].end = at - 1;
        }
    }
}

/// The most tokens from "against" to whose figure it is.
const FIGURE: usize = 8;

/// "The army said 25 died, residents said 40", "…, against 12 according to the ministry", "and 15 according to the mayor":
/// only their own figure is theirs.
fn part_at_echoes(scene: &Scene<'_>, found: &mut [Attribution]) {
    let (doc, marks) = (scene.doc, scene.marks);
    let (first, end) = (scene.sentence.tokens.start, scene.sentence.tokens.end);
    for at in 0..found.len() {
        let frame = found[at].frame.clone();
        let ends_here = |from: usize| {
            let figure = bare_figure(doc, marks, from, end);
            figure.is_some_and(|figure| figure.end == frame.start)
                // "Up from the nine police reported".
                || figure_end(doc, from) == Some(frame.start)
        };
        let near = first.max(frame.start.saturating_sub(FIGURE))..frame.start;
        let versus = marks
            .within(&near)
            .find(|mark| mark.tag == Tag::Versus && ends_here(mark.end));
        let joined = near
            .clone()
            .find(|i| doc.is(*i, Class::Coordinator) && ends_here(i + 1));
        let behind = frame.end + usize::from(doc.str(frame.end) == "," && frame.end < end);
        let own = bare_figure(doc, marks, behind, end).filter(|_| at > 0);
        let start = match versus.map(|mark| mark.start).or(joined) {
            Some(start) => start,
            None if own.is_some() => frame.start,
            None => continue,
        };
        let scope = &mut found[at].scope[0];
        scope.start = start.min(scope.end).max(scope.start);
        for before in &mut found[..at] {
            before.scope[1].end = before.scope[1].end.min(start).max(before.scope[1].start);
        }
    }
}

/// "The army said six died; the rebels said nine died": nobody's words reach over a semicolon behind which others speak.
fn part_at_semicolons(doc: &Doc<'_>, found: &mut [Attribution]) {
    let semicolon = |before: &Attribution, next: &Attribution| {
        let mut between = before.frame.end..begins(before, next);
        between.rfind(|i| doc.str(*i) == ";")
    };
    let parts: Vec<Option<usize>> = found
        .windows(2)
        .map(|two| semicolon(&two[0], &two[1]))
        .collect();
    let mut last = None;
    for (next, part) in found.iter_mut().skip(1).zip(&parts) {
        last = part.or(last);
        if let Some(part) = last {
            next.scope[0].start = next.scope[0].end.min(next.scope[0].start.max(part + 1));
        }
    }
    let mut first = None;
    for (before, part) in found.iter_mut().rev().skip(1).zip(parts.iter().rev()) {
        first = part.or(first);
        if let Some(part) = first {
            before.scope[1].end = before.scope[1].start.max(before.scope[1].end.min(part));
        }
    }
}

/// Does somebody who can speak stand before a verb of saying: "residents said"?
pub(super) fn speaks_before(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    verb: usize,
) -> bool {
    let scene = Scene {
        doc,
        marks,
        sentence,
    };
    phrase::source_before(&scene, verb, true).is_some()
}

/// Does somebody who can speak stand behind "according to"?
pub(super) fn speaks_after(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence, from: usize) -> bool {
    let scene = Scene {
        doc,
        marks,
        sentence,
    };
    phrase::source_after(&scene, from).is_some()
}

/// The "that" of "said that": neither "who" nor "this".
pub(super) fn is_that(doc: &Doc<'_>, i: usize) -> bool {
    doc.is(i, Class::Relative) && doc.is(i, Class::Definite)
}

/// "S reported, citing R": R is the origin of what S said. "S confirmed the raid, adding that O": S says O as well.
/// Gives the end of the frame.
fn going_on(scene: &Scene<'_>, mark: &Found, found: &mut Vec<Attribution>) -> Option<usize> {
    let last = found.last_mut()?;
    let gerund = phrase::is_gerund(scene.doc, mark.start) && matches!(mark.tag, Tag::CueVerb(_));
    if !gerund || last.inner || !last.covers(mark.start) {
        return None;
    }
    let citing = mark.tag == Tag::CueVerb(Cue::Citing);
    // "quoted witnesses saying": one frame.
    let same = mark.start == last.frame.end;
    if !citing && !same && !frames::closes_words(scene.doc, mark.start - 1) {
        return None;
    }
    if citing {
        let origin = phrase::source_after(scene, mark.end)?;
        let cue = mark.start..mark.end;
        // "While the Post, citing medics, said": it is the Post that cites them.
        let verb = |m: Found| matches!(m.tag, Tag::CueVerb(_));
        let closed = scene.doc.str(origin.end) == ",";
        if closed && scene.marks.starting_at(origin.end + 1).any(verb) {
            return None;
        }
        // "The army denied it, citing its own doctors": they deny nothing.
        if last.cue != Cue::Denied {
            last.chain
                .push(who::source_of(scene.doc, scene.marks, &origin, &cue));
        }
        return Some(origin.end);
    }
    // "Said nobody had died, rejecting the claim that six had"; of "said Kroll fled, denying it" Kroll may deny.
    let said = last.scope[1].start + usize::from(is_that(scene.doc, last.scope[1].start));
    let nobodys =
        scene.doc.is_any(said, &[Class::None, Class::Negation]) || is_number(scene.doc, said);
    let refuses = nobodys && matches!(mark.tag, Tag::CueVerb(Cue::Refused | Cue::Denied));
    if last.cue != Cue::Denied && refuses && nominal::names_a_report(scene, mark.end) {
        let denied = Attribution {
            cue: Cue::Denied,
            ..said_beside(scene, last, mark)
        };
        found.push(denied);
        return Some(mark.end);
    }
    if last.cue == Cue::Denied && mark.tag != Tag::CueVerb(Cue::Denied) {
        let own = said_beside(scene, last, mark);
        found.push(own);
    }
    Some(mark.end)
}

/// "S disputed this, saying that O": what S denies ends there, and O is what S says.
fn said_beside(scene: &Scene<'_>, denied: &mut Attribution, mark: &Found) -> Attribution {
    denied.scope[1].end = denied.scope[1].start.max(mark.start);
    let cue = match mark.tag {
        Tag::CueVerb(cue) => cue,
        _ => Cue::Reported,
    };
    Attribution {
        scope: [mark.start..mark.start, mark.end..scene.sentence.tokens.end],
        chain: denied.chain.clone(),
        cue,
        frame: mark.start..mark.end,
        inner: false,
        disputes: false,
    }
}

/// With what the article has said of its sources before.
fn settled(doc: &Doc<'_>, framed: Framed, memory: &mut Memory) -> Attribution {
    let Framed {
        mut attribution,
        sources,
    } = framed;
    for (source, tokens) in attribution.chain.iter_mut().zip(&sources) {
        memory.recall(doc, source, tokens);
        let name = who::name_behind(doc, tokens, attribution.frame.end);
        if let Some(name) = &name {
            source.text = doc.words(name.clone()).to_owned();
            source.span = Some(doc.span(name.clone()));
            memory.keep(doc, source, name, name.end);
        }
        let end = name.map_or(tokens.end, |name| name.end);
        memory.keep(doc, source, tokens, end);
        let bare = tokens.len() == 1 && doc.is(tokens.start, Class::Pronoun);
        // "He said", of whom the text has told no more: on somebody's word, and nobody could be asked.
        if bare && source.basis == Basis::Said {
            UNRESOLVED.clone_into(&mut source.kind);
        }
    }
    attribution
}

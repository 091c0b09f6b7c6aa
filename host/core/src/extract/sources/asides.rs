//! What stands beside the words of a source and is the outlet's own: clauses in front of them and behind them, and what a
//! denial does not reach.

use super::super::happenings::subject;
use super::nominal::is_report;
use super::phrase::may_be_verb;
use super::who::{can_speak, is_it, source_of};
use super::{Attribution, Cued, Scene, is_that, spans_time};
use crate::lexicon::{Class, Cue, Found, Frame, Tag};
use crate::model::{Basis, Source};
use crate::text::{Doc, TokenKind};

/// "The army killed six rebels, it said": nobody is named before, so the subject of the sentence speaks of itself.
pub(super) fn speak_of_themselves(scene: &Scene<'_>, found: &mut [Attribution]) {
    let (doc, first) = (scene.doc, scene.sentence.tokens.start);
    for attribution in found {
        let (start, frame) = (attribution.frame.start, attribution.frame.clone());
        // "…, it was reported": by nobody that is named.
        let passive = frame.clone().any(|i| doc.is(i, Class::Be));
        let trails = start > first + 1 && doc.str(start - 1) == "," && !passive;
        let Some(source) = attribution.chain.first_mut().filter(|s| !s.is_resolved()) else {
            continue;
        };
        let verb = (first..start).find(|i| may_be_verb(doc, *i));
        let subject = verb.and_then(|verb| subject(doc, scene.sentence, verb));
        let subject = subject.filter(|s| {
            // "The army", not "a fire at the ministry" nor "the army's raid".
            let body = doc.is_any(s.end - 1, &[Class::SourceNoun, Class::Organisation]);
            let narrowed = |i: usize| {
                let noun = doc.word(i).person.as_ref();
                doc.is_any(i, &[Class::Preposition, Class::Genitive])
                    || doc.word(i).number.is_some()
                    || noun.is_some_and(|noun| noun.plural)
            };
            let one = body && !s.clone().any(narrowed);
            // "ARDAL - The army".
            let opens = s.start <= first + 1 || doc.is_kind(s.start - 1, TokenKind::Mark);
            one && opens && can_speak(doc, scene.marks, s)
        });
        if let Some(subject) = subject.filter(|_| trails && is_it(doc, start)) {
            let known = source_of(doc, scene.marks, &subject, &frame);
            *source = Source {
                basis: Basis::Implied,
                cue: source.cue.clone(),
                cue_span: source.cue_span,
                ..known
            };
        }
    }
}

/// "Police said six died, the port said nine had been hurt": of two clauses side by side each is its own speaker's.
pub(super) fn part_at_splices(doc: &Doc<'_>, found: &mut [Attribution]) {
    for at in 1..found.len() {
        let [before, next] = &mut found[at - 1..=at] else {
            return;
        };
        let comma = next.frame.start.saturating_sub(1);
        let clause = next.scope[1].clone().take_while(|i| doc.str(*i) != ",");
        // "A doctor said on May 12".
        let dated = doc.is(next.frame.end, Class::Preposition);
        let tells = !dated && clause.into_iter().any(|i| may_be_verb(doc, i));
        let beside = before.frame.end < comma
            && doc.str(comma) == ","
            && [&before.frame, &next.frame].map(|f| doc.is_kind(f.end, TokenKind::Word))
                == [true; 2]
            && (before.frame.end..comma).any(|i| may_be_verb(doc, i));
        if beside && tells && !before.inner && !next.inner {
            next.scope[0].start = next.scope[0].end;
            before.scope[1].end = before.scope[1].end.min(comma).max(before.scope[1].start);
        }
    }
}

/// "After six people were killed, the mayor said help was coming": what a clause in front tells is the outlet's. "After the
/// blast, six died, police said" is all the police's.
pub(super) fn part_at_fronted(scene: &Scene<'_>, found: &mut [Attribution]) {
    let (doc, first) = (scene.doc, scene.sentence.tokens.start);
    let fronted = |m| m == Tag::Fronting;
    let opens =
        doc.is(first, Class::Temporal) || scene.marks.starting_at(first).any(|m| fronted(m.tag));
    let [attribution, ..] = found else { return };
    let frame = attribution.frame.clone();
    if !opens || attribution.inner || frame.start <= first + 1 {
        return;
    }
    let comma = (first..frame.start).find(|i| doc.str(*i) == ",");
    let said = attribution.scope[1].clone();
    // "After claiming that 30 had died, the rebels said": what stands in front is said as well.
    // But "contrary to reports that 30 had died" names what others say.
    let told = (first..frame.start - 1).any(|i| doc.is(i, Class::Cue) && !is_report(scene, i));
    let that = is_that(doc, frame.end);
    let breaks = doc.is_any(
        frame.end,
        &[Class::ClauseBreak, Class::Contrast, Class::Temporal],
    );
    // "…, the governor told reporters who had come".
    let addressed = attribution.cue == Cue::Telling && !said.clone().any(|i| is_that(doc, i));
    if told || breaks && !that || addressed {
        return;
    }
    let goes_on = doc.is_kind(frame.end, TokenKind::Word)
        && (doc.word(frame.end).time.is_none() || doc.is(frame.end, Class::Determiner));
    let tells = said
        .clone()
        .take_while(|i| doc.str(*i) != ",")
        .any(|i| may_be_verb(doc, i));
    if comma == Some(frame.start - 1) && goes_on && tells {
        attribution.scope[0] = frame.start..frame.start;
    }
}

/// "Orlo said hours after the monks were killed that rebels were to blame": what he said begins behind "that".
pub(super) fn begin_at_complements(doc: &Doc<'_>, found: &mut [Attribution]) {
    for attribution in found.iter_mut().filter(|a| !a.inner) {
        let said = attribution.scope[1].clone();
        let opener = said.start + said.clone().take_while(|i| spans_time(doc, *i)).count();
        if !doc.is(opener, Class::Temporal) || opener >= said.end {
            continue;
        }
        let opens = |i: usize| is_that(doc, i) && !may_be_verb(doc, i + 1) && i + 1 < said.end;
        if let Some(that) = (opener + 1..said.end).find(|i| opens(*i)) {
            attribution.scope[1].start = that;
        }
    }
}

/// "The school will open, officials said, after a fire that killed six": what the clause behind tells of the time is told
/// by the outlet.
pub(super) fn end_at_backgrounds(scene: &Scene<'_>, found: &mut [Attribution]) {
    let doc = scene.doc;
    for attribution in found.iter_mut().filter(|a| !a.inner) {
        let (frame, said) = (attribution.frame.clone(), attribution.scope[1].clone());
        let parted = !attribution.scope[0].is_empty()
            && doc.str(frame.start - 1) == ","
            && doc.str(said.start) == ","
            && said.start == frame.end;
        let opener = said.start + 1;
        let fronting = |m: Found| m.tag == Tag::Fronting;
        let next = [Class::Relative, Class::Pronoun];
        let opens = scene.marks.starting_at(opener).any(fronting) && !doc.is_any(opener + 1, &next);
        if parted && opens {
            let relative = (opener + 1..said.end).find(|i| doc.is(*i, Class::Relative));
            attribution.scope[1].end = relative.unwrap_or(said.end);
        }
    }
}

/// The most tokens from a verb of denying to what shows that it denies a statement.
const OBJECT: usize = 9;

/// The most tokens from there to the "that" of what is denied.
const COMPLEMENT: usize = 14;

/// Does a verb of denying have a statement as its object: "denied that", "denied killing", "denied the reports", "denied
/// troops had killed"? "Denied bail to a man", "denied the families aid" deny nothing that was said.
pub(super) fn denies_statement(scene: &Scene<'_>, cued: &Cued) -> bool {
    let (doc, marks) = (scene.doc, scene.marks);
    let from = cued.at.end;
    let end = scene.sentence.tokens.end.min(from + OBJECT);
    // "Ruled out that" is an act of several words, which says so itself.
    let act = |m: Found| {
        matches!(m.tag, Tag::Owns(_)) || m.end > from && m.tag == Tag::CueVerb(Cue::Denied)
    };
    let responsible = marks.starting_at(cued.at.start).any(act);
    let stated = |i: usize| {
        let said = |tag: Tag| matches!(tag, Tag::CueNoun(_) | Tag::SaidBefore | Tag::Owns(_));
        may_be_verb(doc, i)
            || doc.is(i, Class::Trigger)
            || doc.is(i, Class::Cue)
            || doc.word(i).modifier.is_some()
            || matches!(doc.str(i), "\"" | "“" | "‘")
            || marks.starting_at(i).any(|m| said(m.tag))
            || doc
                .str(i)
                .ends_with(doc.lexicon.endings().participle.as_str())
    };
    let stops = |i: usize| doc.is_any(i, &[Class::By, Class::To, Class::Relative]);
    let nothing = from >= end || !doc.is_kind(from, TokenKind::Word);
    // "Denied on Monday that six had died", "denied to reporters that", "denied the theory that".
    let behind = from..scene.sentence.tokens.end.min(from + COMPLEMENT);
    let that = behind
        .take_while(|i| doc.str(*i) != ",")
        .find(|i| is_that(doc, *i));
    let light = [Class::Preposition, Class::To, Class::Weekday, Class::Adverb];
    let aside = doc.is_any(from, &light)
        || doc.word(from).time.is_some() && !doc.is(from, Class::Determiner);
    let clause =
        that.is_some_and(|that| !may_be_verb(doc, that + 1) && (aside || that <= from + 2));
    let mut object = (from..end).take_while(|i| !stops(*i));
    responsible || nothing || clause || object.any(stated)
}

/// "The army denied that it was behind the blast that killed 40", "denied any role in the raid that killed six": a clause
/// that tells of something named there is not denied. "Denied that soldiers who held the gate had killed six" is.
pub(super) fn end_denials_behind_objects(scene: &Scene<'_>, found: &mut [Attribution]) {
    let (doc, marks) = (scene.doc, scene.marks);
    for denial in found.iter_mut().filter(|a| a.denies()) {
        let said = denial.scope[1].clone();
        let clause = said.start + usize::from(is_that(doc, said.start));
        let said_before = |m: Found| matches!(m.tag, Tag::CueNoun(_) | Tag::SaidBefore);
        let statement = |i: usize| doc.is(i, Class::Cue) || marks.starting_at(i).any(said_before);
        let relative = (clause + 1..said.end).find(|i| {
            doc.is(*i, Class::Relative) && !statement(*i - 1) && !doc.is(*i - 1, Class::By)
        });
        let Some(relative) = relative else { continue };
        // "That it was police who shot two", "that there was a blast that killed six", "killing a clerk who was shot".
        let be = |i: usize| doc.is_any(i, &[Class::Be, Class::Have]);
        let there = doc.is(clause, Class::Pronoun) && doc.is(clause, Class::Small);
        let it = doc.is(clause, Class::Neuter) && doc.is(clause + 1, Class::Be);
        let cleft = (it || there && be(clause + 1))
            && !(clause + 2..relative).any(|i| doc.is(i, Class::Preposition));
        let harms = |i: usize| {
            let harm = |id| doc.lexicon.predicate(id).harm;
            doc.word(i)
                .triggers
                .iter()
                .any(|t| t.frame == Frame::Gerund && harm(t.predicate))
        };
        let gerund = harms(clause);
        let known = (relative.saturating_sub(DEFINITE)..relative)
            .rev()
            .take_while(|i| !may_be_verb(doc, *i) || doc.is(i.wrapping_sub(1), Class::Determiner))
            .any(|i| {
                // "Its role in a massacre that killed 400".
                let of =
                    doc.is(i, Class::Indefinite) && doc.is(i.wrapping_sub(1), Class::Preposition);
                of || doc.is_any(i, &[Class::Definite, Class::Possessive])
            });
        if cleft || gerund || !known {
            continue;
        }
        let told =
            (clause..relative).any(|i| may_be_verb(doc, i) && !doc.is(i - 1, Class::Determiner));
        let reported = (said.start..relative).any(statement);
        let whole = clause > said.start && !told;
        if !whole && !reported && may_be_verb(doc, relative + 1) {
            denial.scope[1].end = relative;
        }
    }
}

/// The most tokens from the article of a noun to the clause that tells of it.
const DEFINITE: usize = 4;

/// "Said nothing about the raid", "said little": nothing is said. "Said nothing was known" is.
pub(super) fn says_nothing(scene: &Scene<'_>, cued: &Cued) -> bool {
    let at = cued.at.end;
    let nothing = scene.marks.starting_at(at).find(|m| m.tag == Tag::Nothing);
    let doc = scene.doc;
    let ends = |i: usize| !doc.is_kind(i, TokenKind::Word) || doc.is(i, Class::Preposition);
    nothing.is_some_and(|m| ends(m.end))
}

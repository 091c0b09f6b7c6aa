//! How certain a claim is: hedges, cues, denial.

use std::ops::Range;

use super::Marks;
use super::sources::Attribution;
use super::steps::{is_adverb, is_number};
use crate::lexicon::{Class, Cue, Tag};
use crate::model::{Certainty, Polarity};
use crate::text::{Doc, TokenKind};

/// The certainty of a claim with the words that give it.
pub(super) struct Judged {
    pub(super) certainty: Certainty,
    pub(super) hedge: Option<String>,
    pub(super) polarity: Polarity,
}

/// For a figure an accusation is a report: who did it is in doubt, not how many.
pub(super) fn of_figure(judged: Judged) -> Judged {
    let certainty = if judged.certainty == Certainty::Accused {
        Certainty::Reported
    } else {
        judged.certainty
    };
    Judged {
        certainty,
        ..judged
    }
}

/// The weakest of what hedges in the clause and the cue of its attribution say.
pub(super) fn judge(
    doc: &Doc<'_>,
    marks: &Marks,
    (clause, trigger): (&Range<usize>, usize),
    attribution: Option<&Attribution>,
    of_figure: bool,
) -> Judged {
    let mut certainty = match attribution.map(|a| a.cue) {
        None => Certainty::Fact,
        Some(Cue::Claimed) => Certainty::Claimed,
        Some(Cue::Believed) => Certainty::Suspected,
        Some(Cue::Accused) => Certainty::Accused,
        Some(Cue::Withheld) => Certainty::Possible,
        Some(_) => Certainty::Reported,
    };
    let withheld = attribution.filter(|a| a.cue == Cue::Withheld);
    let mut hedge = withheld.map(|a| doc.words(a.frame.clone()).to_lowercase());
    // "it was reported that" ends where the clause begins.
    let leading = marks.ending_at(clause.start);
    let own = marks.within(clause).filter(|m| m.end <= clause.end);
    for mark in leading.chain(own) {
        // "Six were killed, presumably by rebels": who did it is in doubt, not the figure.
        let aside = mark.end == mark.start + 1
            && is_adverb(doc, mark.start)
            && doc.is(mark.end, Class::Preposition);
        // "Two were held, suspected of arson", "died with suspected food poisoning": not what the claim says.
        let behind = mark.start > trigger
            && (doc.is(mark.end, Class::Of) || doc.is(mark.start - 1, Class::Preposition))
            && mark.end == mark.start + 1;
        // "Wounded two youths believed to be bystanders": who they are is in doubt.
        let before = mark.start.wrapping_sub(1);
        let describes = mark.start > trigger
            && mark.end > mark.start + 2
            && doc.is(mark.end - 1, Class::Be)
            && !doc.is_any(before, &[Class::Be, Class::Have, Class::Get])
            && !is_adverb(doc, before);
        // "Hurt in an alleged robbery": what it was is in doubt. "Bombed the hill, presumably to hit rebels": why.
        let of_noun = mark.start > trigger
            && mark.end == mark.start + 1
            && doc.is(before, Class::Determiner)
            && !is_adverb(doc, mark.start);
        let leads = doc.is(mark.end, Class::Preposition) && !doc.is(mark.end, Class::By);
        let of_where = leads
            && !doc.is(before, Class::Be)
            && mark.end == mark.start + 1
            && is_adverb(doc, mark.start);
        // "Arrested a man over packages containing likely bombs".
        let of_thing = mark.start > trigger
            && mark.end == mark.start + 1
            && is_adverb(doc, mark.start)
            && before != trigger
            && doc.str(before).ends_with(&doc.lexicon.endings().participle);
        let of_why = mark.start > trigger && (doc.is(mark.end, Class::To) || of_where);
        // "The gang, thought to be 40 strong, attacked".
        let of_how_many = !of_figure && is_number(doc, mark.end);
        let describes = describes || of_noun || of_thing || of_why || of_how_many;
        if (behind || describes) && matches!(mark.tag, Tag::Hedge(_)) {
            continue;
        }
        let words = mark.start..mark.end;
        let aside = of_figure
            && (aside
                || is_of_aside(doc, clause, &words, trigger)
                || is_of_who(doc, &words)
                || is_of_the_doer(doc, &words, trigger)
                || is_of_a_link(doc, mark.end, trigger)
                || is_of_a_suspect(doc, mark.end, trigger)
                || is_of_another_clause(doc, mark.end, trigger));
        if let Tag::Hedge(rung) = mark.tag
            && !aside
            && (hedge.is_none() || certainty < rung)
        {
            certainty = certainty.max(rung);
            hedge = Some(
                doc.words(hedge_words(doc, mark.start..mark.end))
                    .to_lowercase(),
            );
        }
    }
    let denies = attribution.is_some_and(|a| a.cue == Cue::Denied);
    let polarity = if denies {
        Polarity::Denied
    } else {
        Polarity::Affirmed
    };
    Judged {
        certainty,
        hedge,
        polarity,
    }
}

/// "The fire, believed to be arson, killed two": the hedge of words between commas before what is claimed, unless these
/// are the hedge alone: "two, it is feared, were killed".
fn is_of_aside(doc: &Doc<'_>, clause: &Range<usize>, hedge: &Range<usize>, trigger: usize) -> bool {
    let comma = |i: &usize| doc.str(*i) == ",";
    let opened = (clause.start..hedge.start).rev().find(comma);
    let closed = (hedge.end..trigger).find(comma);
    let relative = clause.start >= 2
        && doc.is(clause.start - 1, Class::Relative)
        && doc.str(clause.start - 2) == ",";
    if relative {
        // ", which was thought to be inactive, killed"
        return closed.is_some_and(|closed| closed > hedge.end);
    }
    let more = |closed: usize| closed > hedge.end && !doc.word(hedge.end).text.is_empty();
    let opens = opened.is_some_and(|comma| comma + 1 == hedge.start);
    opens && closed.is_some_and(more)
}

/// "Six suspected militants were killed": who they are is in doubt, not how many died. "Five presumed dead" is.
fn is_of_who(doc: &Doc<'_>, hedge: &Range<usize>) -> bool {
    let person = |i: usize| doc.word(i).person.is_some();
    let (first, next) = (hedge.start, hedge.end);
    hedge.len() == 1
        && !is_adverb(doc, first)
        && !doc.is_any(first.wrapping_sub(1), &[Class::Be, Class::Have])
        && (person(next) || doc.word(next).modifier.is_some() && person(next + 1))
}

/// "Gunmen believed to be bandits killed six": who they are is in doubt. "Six believed to be dead" is not of that kind.
fn is_of_the_doer(doc: &Doc<'_>, hedge: &Range<usize>, trigger: usize) -> bool {
    let person = |i: usize| doc.word(i).person.is_some() || doc.is(i, Class::Attacker);
    let before = hedge.start.checked_sub(1);
    let identity = doc.is(hedge.end - 1, Class::Be) && hedge.len() > 1;
    // "Six men believed to be soldiers were killed": they are the victims.
    let passive = doc.is_any(trigger.max(1) - 1, &[Class::Be, Class::Have]);
    identity && !passive && before.is_some_and(person) && (hedge.end..trigger).any(person)
}

/// "Is believed to be linked to the death of Tam": the link is in doubt, not the death.
fn is_of_a_link(doc: &Doc<'_>, from: usize, trigger: usize) -> bool {
    let noun = doc.word(trigger).triggers.iter().any(|t| t.frame.is_noun());
    let small = [
        Class::Be,
        Class::Have,
        Class::Infinitive,
        Class::Of,
        Class::Determiner,
    ];
    let content = |i: &usize| doc.is_kind(*i, TokenKind::Word) && !doc.is_any(*i, &small);
    let link = (from..trigger).find(|i| content(i) && !is_adverb(doc, *i));
    let leads = |i: usize| doc.is_any(i, &[Class::Preposition, Class::To]);
    noun && link.is_some_and(|link| !leads(link) && (link + 1..trigger).any(leads))
}

/// "A man suspected of killing four": who did it is in doubt, not how many died.
fn is_of_a_suspect(doc: &Doc<'_>, end: usize, trigger: usize) -> bool {
    doc.is(end, Class::Of) && trigger == end + 1
}

/// "It is likely that he was drunk when he killed four": what the time clause tells is no guess.
fn is_of_another_clause(doc: &Doc<'_>, end: usize, trigger: usize) -> bool {
    let opens = (end..trigger).rev().find(|i| doc.is(*i, Class::Temporal));
    let told = |opens: usize| (end..opens).any(|i| doc.is_any(i, &[Class::Be, Class::Have]));
    opens.is_some_and(|opens| told(opens) && !(opens..trigger).any(|i| doc.str(i) == ","))
}

/// The hedge itself, without the auxiliaries around it: "are believed to be" is "believed".
fn hedge_words(doc: &Doc<'_>, tokens: Range<usize>) -> Range<usize> {
    let light = |i: usize| {
        doc.is_any(
            i,
            &[Class::Be, Class::Have, Class::Pronoun, Class::ClauseBreak],
        ) || doc.is(i, Class::Modal) && tokens.len() > 1
    };
    let start = tokens
        .clone()
        .find(|i| !light(*i) || doc.is(*i, Class::Negation))
        .unwrap_or(tokens.start);
    let end = (start + 1..tokens.end)
        .find(|i| light(*i))
        .unwrap_or(tokens.end);
    start..end
}

//! The frames in which a trigger word names those it befell, each a function; they are tried in order.

use super::counts::{Opener, SUBJECT_REACH, Scene, Victims};
use super::people::{Group, GroupKind};
use crate::lexicon::{Class, Frame};
use crate::model::PassageKind;
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens from "toll" to its figure.
const TOLL_REACH: usize = 14;

/// The frames in order; the first that yields somebody wins.
pub(super) fn victims_of(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
) -> Option<(Victims, Option<usize>)> {
    let alone = |victims: Option<Victims>| victims.map(|v| (v, None));
    match opener.frame {
        Frame::Participle => alone(passive(scene, sentence, opener))
            .or_else(|| alone(reduced(scene, sentence, opener)))
            .or_else(|| active(scene, sentence, opener)),
        Frame::Gerund | Frame::Base => {
            active(scene, sentence, opener).or_else(|| alone(nominal(scene, sentence, opener)))
        }
        Frame::Intransitive => alone(subject(scene, sentence, opener.start)),
        Frame::Adjective => alone(adjective(scene, sentence, opener)),
        Frame::Nominal => alone(nominal(scene, sentence, opener)),
        Frame::Loses => loses(scene, sentence, opener),
        Frame::Toll => alone(toll(scene, sentence, opener)),
        Frame::Lives => alone(lives(scene, sentence, opener)),
        Frame::Fighting => None,
    }
}

/// "six were killed", "the man who was shot".
fn passive(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    let doc = scene.doc;
    let auxiliary = auxiliary_before(doc, sentence.tokens.start, opener.start)?;
    subject(scene, sentence, auxiliary).or_else(|| implied_subject(scene, sentence, auxiliary))
}

/// The first token of "were", "have been", "are believed to have been" before a participle.
pub(super) fn auxiliary_before(doc: &Doc<'_>, first: usize, trigger: usize) -> Option<usize> {
    let mut at = trigger;
    let mut seen = None;
    while at > first && trigger - at < 9 {
        let i = at - 1;
        let auxiliary =
            doc.is_any(i, &[Class::Be, Class::Get]) || doc.is(i, Class::Have) && seen.is_some();
        if auxiliary {
            seen = Some(i);
        } else if !(doc.is_any(i, &[Class::Adverb, Class::Modal])
            || doc.word(i).text.ends_with("ed") && seen.is_some())
        {
            break;
        }
        at = i;
    }
    seen
}

/// The group or number left of a verb that is its subject.
fn subject(scene: &Scene<'_>, sentence: &Sentence, verb: usize) -> Option<Victims> {
    let doc = scene.doc;
    let clause = clause_start(doc, sentence, verb);
    let end = last_content(doc, clause, verb);
    let candidate = scene.groups_in(&(clause..end)).rev();
    let governed = |group: &Group| {
        group.tokens.start > clause
            && doc.is(group.tokens.start - 1, Class::Preposition)
            && !group.subset
    };
    let agrees = |group: &Group| {
        agreement(doc, verb).is_none_or(|plural| {
            plural == group.plural || group.kind == GroupKind::Pronoun || !group.plural
        })
    };
    let mut candidates = candidate.filter(|(_, g)| !g.subset);
    let near = candidates.clone().find(|(_, g)| !governed(g) && agrees(g));
    near.or_else(|| {
        candidates.find(|(_, g)| {
            matches!(g.kind, GroupKind::Numbered(_)) && agrees(g) && !behind_place(doc, g)
        })
    })
    .map(|(index, _)| Victims::Group(index))
}

/// A number governed by "in" or "at" counts no subject.
fn behind_place(doc: &Doc<'_>, group: &Group) -> bool {
    group.tokens.start > 0 && !doc.is(group.tokens.start - 1, Class::Of)
}

/// What the auxiliary says of its subject's number: Some(true) several, Some(false) one.
fn agreement(doc: &Doc<'_>, verb: usize) -> Option<bool> {
    match () {
        () if doc.is(verb, Class::BePlural) => Some(true),
        () if doc.is(verb, Class::BeSingular) => Some(false),
        () => None,
    }
}

/// A subject that we have no noun for: "Smith was killed". Only right before the auxiliary, and a name.
fn implied_subject(scene: &Scene<'_>, sentence: &Sentence, auxiliary: usize) -> Option<Victims> {
    let doc = scene.doc;
    let last = auxiliary
        .checked_sub(1)
        .filter(|i| *i >= sentence.tokens.start)?;
    if !doc.is_kind(last, TokenKind::Word)
        || doc.is_any(
            last,
            &[
                Class::Relative,
                Class::Pronoun,
                Class::Preposition,
                Class::Measure,
            ],
        )
    {
        return None;
    }
    let plural = agreement(doc, auxiliary)?;
    let is_name = doc.is_capital(last)
        && !doc.is_any(
            last,
            &[
                Class::Weekday,
                Class::Month,
                Class::Organisation,
                Class::Thing,
            ],
        )
        && last > sentence.tokens.start;
    let mut first = last;
    while first > sentence.tokens.start && last - first < 3 && is_part_of_name(doc, first - 1) {
        first -= 1;
    }
    (is_name && !plural).then_some(Victims::Implied {
        tokens: first..last + 1,
        plural,
    })
}

/// Can the word stand inside a name? In text written in capitals, grammar must tell what capitals cannot.
fn is_part_of_name(doc: &Doc<'_>, i: usize) -> bool {
    let grammar = [
        Class::Determiner,
        Class::Preposition,
        Class::ClauseBreak,
        Class::Be,
        Class::Have,
        Class::Pronoun,
        Class::Coordinator,
    ];
    doc.is_capital(i) && doc.is_kind(i, TokenKind::Word) && !doc.is_any(i, &grammar)
}

/// "three soldiers killed in", "20 dead": the group ends right before the participle.
fn reduced(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    let doc = scene.doc;
    let end = last_content(doc, sentence.tokens.start, opener.start);
    let index = group_ending_at(scene, end)?;
    let group = &scene.groups[index];
    let has_object = object_after(scene, sentence, opener.end).is_some();
    let own = matches!(group.kind, GroupKind::Numbered(_))
        || doc.kind_of(sentence) == PassageKind::Headline;
    let is_clause = doc.is_any(opener.end, &[Class::Preposition, Class::Coordinator])
        || doc.is_kind(opener.end, TokenKind::Mark)
        || opener.end >= sentence.tokens.end;
    (!has_object && (own || is_clause) && group.kind != GroupKind::Pronoun)
        .then_some(Victims::Group(index))
}

/// "killed six", "killing at least six people".
fn active(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
) -> Option<(Victims, Option<usize>)> {
    let victims = object_after(scene, sentence, opener.end)?;
    // Only a subject right before the verb: "police believe a man killed five" and "killing two and injuring six" name
    // somebody else further left.
    let end = last_content(scene.doc, sentence.tokens.start, opener.start);
    let agent = group_ending_at(scene, end).filter(|i| scene.groups[*i].kind != GroupKind::Pronoun);
    Some((victims, agent))
}

/// The group that begins within two tokens of `from`.
fn object_after(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> Option<Victims> {
    let doc = scene.doc;
    for start in from..sentence.tokens.end.min(from + 3) {
        if let Some(index) = group_starting_at(scene, start) {
            return (!is_next_subject(scene, sentence, index)).then_some(Victims::Group(index));
        }
        let passes = doc.is_any(
            start,
            &[Class::Adverb, Class::Determiner, Class::Possessive],
        ) || matches!(doc.str(start), "\"" | "“" | "to" | "some");
        if !passes {
            return None;
        }
    }
    None
}

/// Is the group the subject of a clause of its own: "killed, officials said"?
fn is_next_subject(scene: &Scene<'_>, sentence: &Sentence, index: usize) -> bool {
    let group = &scene.groups[index];
    let doc = scene.doc;
    let next = group.tokens.end;
    next < sentence.tokens.end
        && (doc.is(next, Class::Cue) || doc.is(next, Class::Be))
        && !matches!(group.kind, GroupKind::Numbered(_))
}

/// "left 12 dead", "12 dead", "12 were dead", "the dead: 12", "one dead terrorist".
fn adjective(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    let doc = scene.doc;
    let inside = scene
        .groups_in(&sentence.tokens)
        .find(|(_, g)| g.tokens.start < opener.start && opener.end < g.tokens.end)
        .map(|(i, _)| i);
    let before = || {
        let end = last_content(doc, sentence.tokens.start, opener.start);
        group_ending_at(scene, end).filter(|i| scene.groups[*i].kind != GroupKind::Pronoun)
    };
    let linked = || {
        let verb = last_content(doc, sentence.tokens.start, opener.start).checked_sub(1)?;
        doc.is(verb, Class::Be)
            .then(|| subject(scene, sentence, verb))
            .flatten()
    };
    inside.or_else(before).map(Victims::Group).or_else(linked)
}

/// "the death of six", "six deaths", "the loss of 21 fighters", "his wife's murder".
fn nominal(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    let doc = scene.doc;
    if doc.is(opener.end, Class::Of) {
        let object = object_after(scene, sentence, opener.end + 1)?;
        // "the loss of life", "the death of a dream": only people die.
        return Some(object);
    }
    let group = group_ending_at(scene, opener.start).filter(|_| opener.frame == Frame::Nominal);
    let own = group.filter(|i| {
        doc.is(opener.start.wrapping_sub(1), Class::Possessive)
            || matches!(scene.groups[*i].kind, GroupKind::Numbered(_))
    });
    own.map(Victims::Group)
}

/// "the army lost at least 26 of its fighters": a number of people is needed, else it lost a city or an election.
fn loses(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
) -> Option<(Victims, Option<usize>)> {
    let victims = object_after(scene, sentence, opener.end)?;
    match victims {
        Victims::Group(index)
            if matches!(scene.groups[index].kind, GroupKind::Numbered(_))
                && scene.groups[index].role.is_some() =>
        {
            Some((victims, None))
        }
        _ => None,
    }
}

/// "the death toll rose to 50", "with the toll at 12".
fn toll(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    let doc = scene.doc;
    let reach = opener.end..sentence.tokens.end.min(opener.end + TOLL_REACH);
    let clause = reach.start
        ..reach
            .clone()
            .find(|i| doc.str(*i) == ";")
            .unwrap_or(reach.end);
    // A number of things, "the toll of two collisions", counts nobody.
    let mut figures = scene
        .groups_in(&clause)
        .filter(|(_, g)| matches!(g.kind, GroupKind::Numbered(_)));
    let (mut index, mut figure) = figures.next()?;
    // "rose from six to eight": the last of the chain stands.
    for (next, group) in figures {
        if !(figure.tokens.end..group.tokens.start).all(|i| doc.is(i, Class::Modal)) {
            break;
        }
        (index, figure) = (next, group);
    }
    Some(Victims::Group(index))
}

/// "claimed six lives", "the lives of six people".
fn lives(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    let doc = scene.doc;
    if doc.is(opener.end, Class::Of) {
        return object_after(scene, sentence, opener.end + 1);
    }
    let numbered =
        |g: &Group| matches!(g.kind, GroupKind::Numbered(_)) && g.tokens.end == opener.end;
    let (index, _) = scene
        .groups_in(&sentence.tokens)
        .find(|(_, g)| numbered(g))?;
    let start = scene.groups[index].tokens.start;
    let takes = start > 0 && doc.is(start - 1, Class::LifeTaking);
    takes.then_some(Victims::Group(index))
}

/// Where the clause of a verb begins: behind the last clause break, or an earlier verb's.
fn clause_start(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> usize {
    let first = sentence
        .tokens
        .start
        .max(verb.saturating_sub(SUBJECT_REACH));
    let mut at = verb;
    while at > first {
        let i = at - 1;
        // A relative pronoun right before the verb stands for the noun before it.
        let relative = doc.is(i, Class::Relative)
            && (i + 1..verb).all(|t| doc.is_any(t, &[Class::Be, Class::Have, Class::Adverb]));
        if doc.is(i, Class::ClauseBreak) && !relative {
            break;
        }
        at = i;
    }
    at
}

/// One past the last token before `verb` that is no adverb, relative, auxiliary or quote mark.
fn last_content(doc: &Doc<'_>, first: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > first {
        let i = at - 1;
        let light = doc.is_any(
            i,
            &[Class::Adverb, Class::Relative, Class::Have, Class::Modal],
        ) || matches!(doc.str(i), "\"" | "”" | "“" | "’" | ",");
        if !light || doc.word(i).person.is_some() {
            break;
        }
        at = i;
    }
    at
}

pub(super) fn group_starting_at(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let at = scene.groups.partition_point(|g| g.tokens.start < token);
    scene
        .groups
        .get(at)
        .filter(|g| g.tokens.start == token)
        .map(|_| at)
}

fn group_ending_at(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let at = scene.groups.partition_point(|g| g.tokens.end < token);
    scene
        .groups
        .get(at)
        .filter(|g| g.tokens.end == token)
        .map(|_| at)
}

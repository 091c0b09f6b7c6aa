//! Who was killed, wounded, missing: the frames in which news gives counts, tried in order for every trigger word.

use std::ops::Range;

use super::Marks;
use super::amount::{Amount, AmountKind};
use super::people::{Group, GroupKind};
use crate::lexicon::{Class, Frame, PredicateId, PredicateKind, Tag};
use crate::model::{Bounds, Decimal, Form, PassageKind, Quantity};
use crate::text::{Doc, Sentence, TokenKind};

/// Whom a count befell.
#[derive(Clone, Debug)]
pub(super) enum Victims {
    /// A noun phrase, as an index into the groups.
    Group(usize),
    /// A number with no noun of people: "17 were killed", "a toll of 50".
    Amount(usize),
    /// Nobody: "no one was hurt".
    Nobody(Range<usize>),
    /// The subject, a word we do not know: "Smith was killed". One or several, by the verb.
    Implied { tokens: Range<usize>, plural: bool },
}

/// A count found at a trigger word.
#[derive(Clone, Debug)]
pub(super) struct Count {
    pub(super) predicate: PredicateId,
    /// The words that open the claim.
    pub(super) trigger: Range<usize>,
    pub(super) victims: Victims,
    /// Who did it: an index into the groups.
    pub(super) agent: Option<usize>,
    /// The whole of which these are a part: an index into the counts of the sentence.
    pub(super) part_of: Option<usize>,
}

/// What the frames look at.
pub(super) struct Scene<'a> {
    pub(super) doc: &'a Doc<'a>,
    pub(super) marks: &'a Marks,
    pub(super) amounts: &'a [Amount],
    pub(super) groups: &'a [Group],
}

impl<'a> Scene<'a> {
    /// The groups that begin within these tokens, with their indices.
    fn groups_in(
        &self,
        tokens: &Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (usize, &'a Group)> + Clone + use<'a> {
        let from = self
            .groups
            .partition_point(|g| g.tokens.start < tokens.start);
        let to = self
            .groups
            .partition_point(|g| g.tokens.start < tokens.end)
            .max(from);
        (from..to).zip(&self.groups[from..to])
    }

    /// The amounts that begin within these tokens and may count something, with their indices.
    fn amounts_in(
        &self,
        tokens: &Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (usize, &'a Amount)> + Clone + use<'a> {
        let from = self
            .amounts
            .partition_point(|a| a.tokens.start < tokens.start);
        let to = self
            .amounts
            .partition_point(|a| a.tokens.start < tokens.end)
            .max(from);
        (from..to)
            .zip(&self.amounts[from..to])
            .filter(|(_, a)| a.kind == AmountKind::Count)
    }
}

/// A word or phrase that opens a claim.
#[derive(Clone, Copy)]
struct Opener {
    start: usize,
    end: usize,
    predicate: PredicateId,
    frame: Frame,
}

/// The most tokens from a trigger back to its subject.
const SUBJECT_REACH: usize = 25;
/// The most tokens from "toll" to its figure.
const TOLL_REACH: usize = 14;

/// All counts of a sentence.
pub(super) fn counts(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Count> {
    let mut found: Vec<Count> = Vec::new();
    let openers = openers(scene, sentence);
    for (at, opener) in openers.iter().enumerate() {
        if is_planned_or_denied(scene, sentence, opener) {
            found.extend(nobody(scene, sentence, opener));
            continue;
        }
        let before = found.len();
        match victims_of(scene, sentence, opener) {
            Some((victims, agent)) => {
                let groups = with_coordinated(scene, sentence, victims);
                found.extend(groups.into_iter().map(|victims| Count {
                    predicate: opener.predicate,
                    trigger: opener.start..opener.end,
                    victims,
                    agent,
                    part_of: None,
                }));
            }
            None => share_victims(scene, &openers[..at], opener, &mut found),
        }
        add_subsets(scene, sentence, opener, before, &mut found);
    }
    found
}

/// The trigger words of a sentence that take a count, by position.
fn openers(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Opener> {
    let doc = scene.doc;
    let mut found = Vec::new();
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        let phrase = scene.marks.starting_at(i).find_map(|mark| match mark.tag {
            Tag::Act(id) => Some((mark.end, id, Frame::Participle)),
            Tag::Fate(id) => Some((mark.end, id, Frame::Intransitive)),
            _ => None,
        });
        let phrase =
            phrase.filter(|(_, id, _)| doc.lexicon.predicate(*id).kind == PredicateKind::Count);
        if let Some((end, predicate, frame)) = phrase {
            found.push(Opener {
                start: i,
                end,
                predicate,
                frame,
            });
            i = end;
            continue;
        }
        let of_people = |t: &&crate::lexicon::Trigger| {
            doc.lexicon.predicate(t.predicate).kind == PredicateKind::Count
        };
        if let Some(trigger) = doc
            .word(i)
            .triggers
            .iter()
            .find(of_people)
            .filter(|_| !is_noun_use(doc, i))
        {
            found.push(Opener {
                start: i,
                end: i + 1,
                predicate: trigger.predicate,
                frame: trigger.frame,
            });
        }
        i += 1;
    }
    found
}

/// "a shot", "shots", "shot at": the noun, or no one hit.
fn is_noun_use(doc: &Doc<'_>, i: usize) -> bool {
    if !doc.says(i, "shot") {
        return false;
    }
    let before = i > 0
        && (doc.is_any(
            i - 1,
            &[Class::Determiner, Class::Ordinal, Class::Indefinite],
        ) || doc.says(i - 1, "warning"));
    before || doc.is(i + 1, Class::Missed)
}

/// "threatened to kill", "was not killed", "plot to murder".
fn is_planned_or_denied(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> bool {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let window = |back: usize| first.max(opener.start.saturating_sub(back))..opener.start;
    let clear = |i: usize| {
        !(i..opener.start)
            .any(|at| doc.is_kind(at, TokenKind::Mark) || doc.is(at, Class::Coordinator))
    };
    let negated = window(4).any(|i| doc.is(i, Class::Negation) && clear(i))
        || window(6).any(|i| doc.is(i, Class::None) && clear(i));
    let planned = window(4).any(|i| doc.is(i, Class::Planned) && clear(i));
    let to_do = matches!(opener.frame, Frame::Base) && window(2).any(|i| doc.is(i, Class::Modal))
        || opener.frame == Frame::Participle && window(4).any(|i| is_unreal(doc, i, opener.start));
    negated || planned || to_do
}

/// "could be killed", "to be killed": a modal with nothing but auxiliaries up to the trigger. "May have been killed" is
/// a hedge, not a plan.
fn is_unreal(doc: &Doc<'_>, i: usize, trigger: usize) -> bool {
    doc.is(i, Class::Modal)
        && (i + 1..trigger).all(|at| doc.is_any(at, &[Class::Be, Class::Adverb]))
        && (i + 1..trigger).any(|at| doc.says(at, "be"))
        && !(i >= 2 && doc.is_any(i - 2, &[Class::Be]) && doc.says(i, "to"))
}

/// "no one was hurt", "nobody died", "no injuries were reported", "no casualties".
fn nobody(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Count> {
    let doc = scene.doc;
    let from = sentence.tokens.start.max(opener.start.saturating_sub(6));
    let none = (from..opener.start)
        .rev()
        .find(|i| doc.is(*i, Class::None))?;
    let people = none + 1 == opener.start
        || doc.says(none, "nobody")
        || (none + 1..opener.start).any(|i| doc.says(i, "one") || doc.word(i).person.is_some());
    let no_obstacle = (none + 1..opener.start).all(|i| {
        doc.says(i, "one")
            || doc.word(i).person.is_some()
            || doc.is_any(i, &[Class::Be, Class::Have, Class::Adverb])
            || doc.says(i, "other")
    });
    (people && no_obstacle).then_some(Count {
        predicate: opener.predicate,
        trigger: opener.start..opener.end,
        victims: Victims::Nobody(none..opener.end),
        agent: None,
        part_of: None,
    })
}

/// The frames in order; the first that yields somebody wins.
fn victims_of(
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
fn auxiliary_before(doc: &Doc<'_>, first: usize, trigger: usize) -> Option<usize> {
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
        && !doc.is_any(last, &[Class::Weekday, Class::Month, Class::Organisation])
        && last > sentence.tokens.start;
    let mut first = last;
    while first > sentence.tokens.start
        && doc.is_capital(first - 1)
        && doc.is_kind(first - 1, TokenKind::Word)
    {
        first -= 1;
    }
    (is_name && !plural).then_some(Victims::Implied {
        tokens: first..last + 1,
        plural,
    })
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
    let agent = match subject(scene, sentence, opener.start) {
        Some(Victims::Group(index)) => Some(index),
        _ => None,
    };
    Some((victims, agent))
}

/// The group or number that begins within two tokens of `from`.
fn object_after(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> Option<Victims> {
    let doc = scene.doc;
    for start in from..sentence.tokens.end.min(from + 3) {
        if let Some(index) = group_starting_at(scene, start) {
            return (!is_next_subject(scene, sentence, index)).then_some(Victims::Group(index));
        }
        if let Some(index) = count_starting_at(scene, start).filter(|_| start == from) {
            return Some(Victims::Amount(index));
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
    let bare = || {
        let end = last_content(doc, sentence.tokens.start, opener.start);
        scene
            .amounts_in(&sentence.tokens)
            .find(|(_, a)| a.tokens.end == end)
            .map(|(i, _)| Victims::Amount(i))
    };
    let linked = || {
        let verb = last_content(doc, sentence.tokens.start, opener.start).checked_sub(1)?;
        doc.is(verb, Class::Be)
            .then(|| subject(scene, sentence, verb))
            .flatten()
    };
    inside
        .or_else(before)
        .map(Victims::Group)
        .or_else(bare)
        .or_else(linked)
}

/// "the death of six", "six deaths", "the loss of 21 fighters", "his wife's murder".
fn nominal(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    let doc = scene.doc;
    if doc.is(opener.end, Class::Of) {
        let object = object_after(scene, sentence, opener.end + 1)?;
        // "the loss of life", "the death of a dream": only people die.
        return Some(object);
    }
    let counted = scene
        .amounts_in(&sentence.tokens)
        .find(|(_, a)| a.tokens.end == opener.start)
        .map(|(i, _)| i);
    let group = group_ending_at(scene, opener.start).filter(|_| opener.frame == Frame::Nominal);
    let own = group.filter(|i| {
        doc.is(opener.start.wrapping_sub(1), Class::Possessive)
            || matches!(scene.groups[*i].kind, GroupKind::Numbered(_))
    });
    counted.map(Victims::Amount).or(own.map(Victims::Group))
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
    let mut figures = scene.amounts_in(&clause);
    let (mut index, mut figure) = figures.next()?;
    // "rose from six to eight": the last of the chain stands.
    for (next, amount) in figures {
        if !(figure.tokens.end..amount.tokens.start).all(|i| doc.is(i, Class::Modal)) {
            break;
        }
        (index, figure) = (next, amount);
    }
    let group = scene
        .groups_in(&clause)
        .find(|(_, g)| g.kind == GroupKind::Numbered(index));
    Some(group.map_or(Victims::Amount(index), |(i, _)| Victims::Group(i)))
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

/// The victims with those joined to them: "killed 3 soldiers and 5 civilians".
fn with_coordinated(scene: &Scene<'_>, sentence: &Sentence, first: Victims) -> Vec<Victims> {
    let doc = scene.doc;
    let mut all = vec![first];
    while let Some(Victims::Group(last)) = all.last() {
        let end = scene.groups[*last].tokens.end;
        let joint = match () {
            () if doc.str(end) == "," && doc.is(end + 1, Class::Coordinator) => end + 2,
            () if doc.str(end) == "," || doc.is(end, Class::Coordinator) => end + 1,
            () => break,
        };
        let Some(index) = group_starting_at(scene, joint).filter(|_| joint < sentence.tokens.end)
        else {
            break;
        };
        let group = &scene.groups[index];
        let own_claim = opens_own_claim(scene, sentence, group);
        if own_claim
            || matches!(group.kind, GroupKind::Pronoun | GroupKind::Definite)
            || group.subset
        {
            break;
        }
        all.push(Victims::Group(index));
    }
    all
}

/// Is the group followed by a verb or trigger of its own: "and 5 were wounded", "and 30 wounded"?
fn opens_own_claim(scene: &Scene<'_>, sentence: &Sentence, group: &Group) -> bool {
    let doc = scene.doc;
    let mut next = group.tokens.end;
    while next < sentence.tokens.end && doc.is(next, Class::Adverb) {
        next += 1;
    }
    next < sentence.tokens.end
        && (doc.is_any(
            next,
            &[Class::Be, Class::Have, Class::Get, Class::Cue, Class::Modal],
        ) || !doc.word(next).triggers.is_empty())
}

/// "killed and wounded": a trigger that follows another with nothing but "and" between shares its victims.
fn share_victims(scene: &Scene<'_>, earlier: &[Opener], opener: &Opener, found: &mut Vec<Count>) {
    let doc = scene.doc;
    let Some(previous) = earlier.last() else {
        return;
    };
    let between = previous.end..opener.start;
    let joined = between.len() <= 3
        && between.clone().all(|i| {
            doc.is_any(i, &[Class::Coordinator, Class::Alternative, Class::Adverb])
                || doc.str(i) == ","
        });
    if !joined || between.is_empty() || opener.predicate == previous.predicate {
        return;
    }
    let shared: Vec<Count> = found
        .iter()
        .filter(|c| c.trigger.start == previous.start)
        .cloned()
        .collect();
    found.extend(shared.into_iter().map(|count| Count {
        predicate: opener.predicate,
        trigger: opener.start..opener.end,
        ..count
    }));
}

/// "eight people, six of them priests", "including three children": parts of the count just found.
fn add_subsets(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
    before: usize,
    found: &mut Vec<Count>,
) {
    let Some(Victims::Group(whole)) = found.get(before).map(|c| c.victims.clone()) else {
        return;
    };
    let doc = scene.doc;
    let from = scene.groups[whole].tokens.end;
    let to = sentence.tokens.end.min(from + SUBJECT_REACH);
    let next_count = (from..to)
        .find(|i| *i >= opener.end && doc.is(*i, Class::Be))
        .unwrap_or(to);
    let mut parts = Vec::new();
    for (index, group) in scene.groups_in(&(from..next_count.max(from))) {
        let of_them = doc.is(group.tokens.end, Class::Of) && doc.says(group.tokens.end + 1, "them");
        let counted = matches!(
            group.kind,
            GroupKind::Numbered(_) | GroupKind::Indefinite | GroupKind::Name
        );
        if counted && (group.subset || of_them) {
            parts.push(index);
        }
    }
    for index in parts {
        found.push(Count {
            predicate: opener.predicate,
            trigger: opener.start..opener.end,
            victims: Victims::Group(index),
            agent: None,
            part_of: Some(before),
        });
    }
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

fn group_starting_at(scene: &Scene<'_>, token: usize) -> Option<usize> {
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

fn count_starting_at(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let at = scene.amounts.partition_point(|a| a.tokens.start < token);
    scene
        .amounts
        .get(at)
        .filter(|a| a.tokens.start == token && a.kind == AmountKind::Count)
        .map(|_| at)
}

impl Victims {
    /// The words that name or number them.
    pub(super) fn tokens(&self, scene: &Scene<'_>) -> Range<usize> {
        match self {
            Self::Group(index) => scene.groups[*index].tokens.clone(),
            Self::Amount(index) => scene.amounts[*index].tokens.clone(),
            Self::Nobody(tokens) | Self::Implied { tokens, .. } => tokens.clone(),
        }
    }

    /// How many they are.
    pub(super) fn quantity(&self, scene: &Scene<'_>) -> Option<Quantity> {
        let doc = scene.doc;
        let mut quantity = match self {
            Self::Group(index) => return scene.groups[*index].quantity(doc, scene.amounts),
            Self::Amount(index) => return Some(scene.amounts[*index].quantity(doc, "person")),
            Self::Nobody(tokens) => Quantity::stated(
                doc.words(tokens.clone()),
                Form::Exact,
                Bounds::exactly(Decimal::ZERO),
                "person",
            ),
            Self::Implied {
                tokens,
                plural: false,
            } => Quantity::stated(
                doc.words(tokens.clone()),
                Form::Exact,
                Bounds::exactly(Decimal::from(1)),
                "person",
            ),
            Self::Implied {
                tokens,
                plural: true,
            } => {
                let bounds = Bounds {
                    low: Some(Decimal::from(2)),
                    high: None,
                };
                Quantity::stated(doc.words(tokens.clone()), Form::Vague, bounds, "person")
            }
        };
        quantity.span = Some(doc.span(self.tokens(scene)));
        Some(quantity)
    }
}

//! Who was killed, wounded, missing: the frames in which news gives counts, tried in order for every trigger word.

use std::ops::Range;

use super::Marks;
use super::amount::Amount;
use super::frames::{group_starting_at, victims_of};
use super::people::{Group, GroupKind};
use crate::lexicon::{Class, Frame, PredicateId, PredicateKind, Tag};
use crate::model::{Bounds, Decimal, Form, Quantity};
use crate::text::{Doc, Sentence, TokenKind};

/// Whom a count befell.
#[derive(Clone, Debug)]
pub(super) enum Victims {
    /// A noun phrase, as an index into the groups.
    Group(usize),
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
    pub(super) fn groups_in(
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
}

/// A word or phrase that opens a claim.
#[derive(Clone, Copy)]
pub(super) struct Opener {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) predicate: PredicateId,
    pub(super) frame: Frame,
}

/// The most tokens from a trigger back to its subject.
pub(super) const SUBJECT_REACH: usize = 25;

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
            Some((victims, agent)) if !is_pronoun(scene, &victims) => {
                let groups = with_coordinated(scene, sentence, victims);
                found.extend(groups.into_iter().map(|victims| Count {
                    predicate: opener.predicate,
                    trigger: opener.start..opener.end,
                    victims,
                    agent,
                    part_of: None,
                }));
            }
            Some(_) => {}
            None => share_victims(scene, &openers[..at], opener, &mut found),
        }
        add_subsets(scene, sentence, opener, before, &mut found);
    }
    found
}

/// "he was killed": somebody the text has named before, and a claim of its own there.
fn is_pronoun(scene: &Scene<'_>, victims: &Victims) -> bool {
    matches!(victims, Victims::Group(index) if scene.groups[*index].kind == GroupKind::Pronoun)
}

/// The trigger words of a sentence that take a count, by position.
pub(super) fn openers(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Opener> {
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
pub(super) fn is_planned_or_denied(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
) -> bool {
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
        if !group.subset && !of_them {
            // "One died and three others, including an officer, were hurt": the part belongs to those named last.
            break;
        }
        if counted {
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

impl Victims {
    /// The words that name or number them.
    pub(super) fn tokens(&self, scene: &Scene<'_>) -> Range<usize> {
        match self {
            Self::Group(index) => scene.groups[*index].tokens.clone(),
            Self::Nobody(tokens) | Self::Implied { tokens, .. } => tokens.clone(),
        }
    }

    /// How many they are.
    pub(super) fn quantity(&self, scene: &Scene<'_>) -> Option<Quantity> {
        let doc = scene.doc;
        let mut quantity = match self {
            Self::Group(index) => return scene.groups[*index].quantity(doc, scene.amounts),
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

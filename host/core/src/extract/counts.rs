//! Who was killed, wounded, missing: the frames in which news gives counts, tried in order for every trigger word.

use std::ops::Range;

use super::Marks;
use super::amount::{Amount, AmountKind};
use super::echoes::{echoes, others_elsewhere};
use super::either::{are_joined, leave_open};
use super::frames::{Befallen, auxiliary_before, is_habit, together, victims_of};
use super::lists::group_ending_at;
use super::numbers_of::{apart, of_further_kinds, of_the_whole};
use super::openers::{Opener, is_unreal, nobody, nobody_behind, openers};
use super::parts::subsets;
use super::people::{Group, GroupKind};
use super::relabel::relabel_within;
use super::sources::looks_past;
use super::spine::last_content;
use super::steps::is_adverb;
use crate::lexicon::{Class, Frame, PredicateId};
use crate::model::{Bounds, Decimal, Extent, Form, PassageKind, Quantity};
use crate::text::{Doc, Sentence, TokenKind};

/// Whom a count befell.
#[derive(Clone, Debug)]
pub(super) enum Victims {
    /// A noun phrase, as an index into the groups.
    Group(usize),
    /// "one of four people shot": the four, an amount and its words within the phrase.
    Whole { amount: usize, tokens: Range<usize> },
    /// "the number of soldiers killed rose to 21": an amount, and apart from it the noun, which may be empty.
    Apart { amount: usize, noun: Range<usize> },
    /// "residents said 40": an amount, and the noun of another figure, which may be empty.
    Echo { amount: usize, noun: Range<usize> },
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
    /// Are the groups things, rather than people?
    pub(super) of_things: bool,
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

    /// The number of a group that has one.
    pub(super) fn amount_of(&self, group: &Group) -> Option<&'a Amount> {
        match group.kind {
            GroupKind::Numbered(index) => self.amounts.get(index),
            _ => None,
        }
    }

    /// How many a group says, of people or in the unit of its things.
    fn quantity_of(&self, index: usize) -> Option<Quantity> {
        let group = &self.groups[index];
        let mut quantity = group.quantity(self.doc, self.amounts)?;
        if self.of_things {
            quantity.unit = group.role.clone().unwrap_or_else(|| THING.to_owned());
        }
        Some(quantity)
    }

    /// How the victims are named, where a noun phrase does it.
    pub(super) fn kind_of(&self, victims: &Victims) -> Option<GroupKind> {
        match victims {
            Victims::Group(index) => Some(self.groups[*index].kind),
            _ => None,
        }
    }
}

/// The unit of things that the words do not name: "12 others".
const THING: &str = "thing";

/// The most tokens from a trigger back to its subject.
pub(super) const SUBJECT_REACH: usize = 25;

/// All counts of a sentence. Those of pronouns ("he was killed") are among them: somebody the text names elsewhere.
pub(super) fn counts(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Count> {
    let mut found: Vec<Count> = Vec::new();
    let openers = openers(scene, sentence);
    for (at, opener) in openers.iter().enumerate() {
        if is_unreal(scene, sentence, opener) {
            found.extend(nobody(scene, sentence, opener));
            continue;
        }
        if let Some(count) = nobody_behind(scene, sentence, opener) {
            found.push(count);
            continue;
        }
        if let Some(count) = apart(scene, sentence, opener) {
            found.push(count);
            continue;
        }
        let first = found.len();
        let Befallen { mut victims, agent } = victims_of(scene, sentence, opener);
        if victims.is_empty() {
            share_victims(scene, &openers[..at], opener, &mut found);
        } else {
            victims.extend(together(scene, sentence, opener));
        }
        let excluded = |v: &Victims| {
            not_all(scene, sentence, v)
                || is_generic(scene, sentence, opener, v)
                || flees(scene, opener, v)
                || may_be_ground(scene, opener, v)
                || are_dead(scene, opener, v)
        };
        let told = victims.into_iter().filter(|v| !excluded(v));
        let told = told.filter_map(|victims| corrected(scene, sentence, victims));
        let told = told.map(|victims| none_of_them(scene, victims));
        found.extend(told.map(|victims| Count {
            predicate: opener.predicate,
            trigger: opener.start..opener.end,
            victims,
            agent,
            part_of: None,
        }));
        for part in first..found.len() {
            if let Some(whole) = whole_of(scene, sentence, opener, &found[part]) {
                found[part].part_of = Some(found.len());
                found.push(whole);
            }
        }
        for whole in first..found.len() {
            let parts = subsets(scene, sentence, (opener, whole), &found);
            found.extend(parts);
        }
    }
    leave_open(scene, &openers, &mut found);
    include(scene, &mut found);
    of_the_whole(scene, sentence, &openers, &mut found);
    of_further_kinds(scene, sentence, &openers, &mut found);
    let again = echoes(scene, sentence, &found);
    found.extend(again);
    let elsewhere: Vec<Count> = found
        .iter()
        .flat_map(|c| others_elsewhere(scene, sentence, c))
        .collect();
    found.extend(elsewhere);
    relabel_within(scene, sentence, &mut found);
    found
}

/// "86 others were hurt, including six who were badly hurt": a part whose own verb tells the same is one of those before.
fn include(scene: &Scene<'_>, found: &mut [Count]) {
    let group = |count: &Count| count.victims.group(scene);
    for part in 0..found.len() {
        let (told, predicate) = (&found[part], found[part].predicate);
        let included = group(told).filter(|g| g.subset && told.part_of.is_none());
        let Some(start) = included.map(|g| g.tokens.start) else {
            continue;
        };
        let before = |count: &Count| {
            let whole =
                group(count).filter(|g| matches!(g.kind, GroupKind::Numbered(_)) && !g.subset);
            let end = whole.map(|g| g.tokens.end).filter(|end| *end <= start);
            end.filter(|_| count.predicate == predicate)
        };
        let wholes = found
            .iter()
            .enumerate()
            .filter_map(|(at, count)| Some((before(count)?, at)));
        let nearest = wholes.max().map(|(_, at)| at);
        found[part].part_of = nearest;
    }
}

/// "He was one of four people shot", "one of the six who were hurt": what is said of the one is said of all of them.
fn whole_of(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
    part: &Count,
) -> Option<Count> {
    let doc = scene.doc;
    let Victims::Group(index) = part.victims else {
        return None;
    };
    let group = &scene.groups[index].tokens;
    let of = group.clone().find(|i| doc.is(*i, Class::Of))?;
    let amount = scene.amounts.partition_point(|a| a.tokens.start <= of);
    let within = scene
        .amounts
        .get(amount)
        .filter(|a| a.tokens.end <= group.end && a.kind == AmountKind::Count && !a.is_one())?;
    let verb = auxiliary_before(doc, sentence.tokens.start, opener.start);
    let of_all = match verb {
        None => last_content(doc, sentence.tokens.start, opener.start) == group.end,
        Some(verb) => doc.is(verb, Class::BePlural) && doc.is(verb - 1, Class::Relative),
    };
    (of_all && opener.frame == Frame::Participle).then(|| Count {
        victims: Victims::Whole {
            amount,
            tokens: within.tokens.start..group.end,
        },
        part_of: None,
        ..part.clone()
    })
}

/// "14 workers, not 12, were killed": those before the figure that is put right.
fn corrected(scene: &Scene<'_>, sentence: &Sentence, victims: Victims) -> Option<Victims> {
    let doc = scene.doc;
    let start = victims.tokens(scene).start;
    let comma = start.checked_sub(2).filter(|i| *i >= sentence.tokens.start);
    let comma = comma.filter(|i| doc.str(*i) == "," && doc.is(i + 1, Class::Negation));
    match comma {
        Some(comma) => group_ending_at(scene, comma).map(Victims::Group),
        None => Some(victims),
    }
}

/// "No members of the crew were hurt", "not a single person was killed": nobody.
fn none_of_them(scene: &Scene<'_>, victims: Victims) -> Victims {
    let tokens = victims.tokens(scene);
    let before = tokens.start.checked_sub(1);
    let denied = |i: usize| scene.doc.is_any(i, &[Class::None, Class::Negation]);
    match before.filter(|i| denied(*i)) {
        Some(none) => Victims::Nobody(none..tokens.end),
        None => victims,
    }
}

/// "Rescuers pulled 14 bodies from the rubble": nobody was rescued.
fn are_dead(scene: &Scene<'_>, opener: &Opener, victims: &Victims) -> bool {
    let doc = scene.doc;
    let harm = doc.lexicon.predicate(opener.predicate).harm;
    !harm && victims.tokens(scene).any(|i| doc.is(i, Class::Corpse))
}

/// "Not all of the crew survived", "all but three were saved": how many were is not said.
fn not_all(scene: &Scene<'_>, sentence: &Sentence, victims: &Victims) -> bool {
    let doc = scene.doc;
    let start = victims.tokens(scene).start;
    let small = [Class::Of, Class::Definite, Class::Possessive];
    let first = sentence.tokens.start;
    let all = (first..start).rev().find(|i| !doc.is_any(*i, &small));
    let but = |i: usize| i > first && doc.is(i, Class::Contrast) && doc.is(i - 1, Class::Whole);
    all.is_some_and(|all| {
        let denied = all > first && doc.is(all, Class::Whole) && doc.is(all - 1, Class::Negation);
        denied || but(all)
    })
}

/// "The gunmen fled": who did the deed or fights is not driven from home.
fn flees(scene: &Scene<'_>, opener: &Opener, victims: &Victims) -> bool {
    let lexicon = scene.doc.lexicon;
    let fights = |role: &str| {
        let extent = lexicon.relate_roles(role, "combatant");
        matches!(extent, Extent::Same | Extent::Subset)
    };
    let role = victims.group(scene).and_then(|group| group.role.as_deref());
    let mut words = victims.tokens(scene);
    lexicon.predicate(opener.predicate).flight
        && (role.is_some_and(fights) || words.any(|i| scene.doc.is(i, Class::Attacker)))
}

/// "Captured Varosh": of a verb that says it of ground too, a bare name is a town's as soon as a person's.
fn may_be_ground(scene: &Scene<'_>, opener: &Opener, victims: &Victims) -> bool {
    let doc = scene.doc;
    let of_ground = |predicate| doc.lexicon.predicate(predicate).of_ground;
    let mut triggers = doc.word(opener.start).triggers.iter();
    let bare = match victims {
        Victims::Group(index) => {
            let group = &scene.groups[*index];
            // "Seized four pick-ups": no people, as far as we know the noun.
            let counts_other = matches!(group.kind, GroupKind::Numbered(_))
                && group.has_noun(scene.amounts)
                && group.role.is_none()
                && !group.subset
                && group.tokens.start >= opener.end;
            // "Seized 40 assault rifles": a noun stands there that is no person's.
            let next = group.tokens.end;
            let closes = [
                Class::Preposition,
                Class::Coordinator,
                Class::ClauseBreak,
                Class::Be,
                Class::Have,
            ];
            // "13 fully loaded magazines were seized".
            let next = next + usize::from(is_adverb(doc, next) && looks_past(doc, next + 1));
            let counts_other = counts_other
                || matches!(group.kind, GroupKind::Numbered(_))
                    && !group.has_noun(scene.amounts)
                    && doc.is_kind(next, TokenKind::Word)
                    && !doc.is_any(next, &closes)
                    && (group.tokens.start >= opener.end || !doc.is(next, Class::Trigger))
                    && !is_adverb(doc, next);
            let untitled = group.role.as_deref().is_none_or(|role| role == "person");
            counts_other || group.kind == GroupKind::Name && untitled
        }
        Victims::Implied { .. } => true,
        _ => false,
    };
    bare && triggers.any(|t| of_ground(t.predicate))
}

/// "Death squads kill civilians", "when reporters are killed": what happens as a rule is no count. A headline is told in
/// the present; a number or name is one anywhere.
fn is_generic(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener, victims: &Victims) -> bool {
    scene.doc.kind_of(sentence) != PassageKind::Headline
        && scene.kind_of(victims) == Some(GroupKind::Plural)
        && is_habit(scene.doc, sentence, opener)
}

/// "killed and wounded": a trigger that follows another with nothing but "and" between shares its victims.
fn share_victims(scene: &Scene<'_>, earlier: &[Opener], opener: &Opener, found: &mut Vec<Count>) {
    let Some(previous) = earlier.last() else {
        return;
    };
    if !are_joined(scene.doc, previous, opener) || opener.predicate == previous.predicate {
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

impl Count {
    /// "Residents said they were farmers": does it call those of an earlier count something else?
    pub(super) fn relabels(&self) -> bool {
        matches!(&self.victims, Victims::Echo { noun, .. } if noun.start > self.trigger.start)
    }

    /// "anyone was hurt": only its denial says something.
    pub(super) fn is_of_anybody(&self, scene: &Scene<'_>) -> bool {
        match &self.victims {
            Victims::Group(index) => scene.groups[*index].is_anybody(scene.doc),
            _ => false,
        }
    }

    /// "Three others": besides somebody who is told of before.
    pub(super) fn is_of_others(&self, scene: &Scene<'_>) -> bool {
        let mut tokens = self.victims.tokens(scene);
        tokens.any(|i| scene.doc.is(i, Class::Others))
    }

    /// "he was killed": somebody the text names elsewhere, and a claim of its own there.
    pub(super) fn is_of_pronoun(&self, scene: &Scene<'_>) -> bool {
        scene.kind_of(&self.victims) == Some(GroupKind::Pronoun)
    }
}

impl Victims {
    /// The noun of a figure that stands apart from it.
    pub(super) fn noun(&self) -> Option<Range<usize>> {
        match self {
            Self::Apart { noun, .. } | Self::Echo { noun, .. } => Some(noun.clone()),
            _ => None,
        }
    }

    /// The noun phrase that names them, where one does.
    pub(super) fn group<'a>(&self, scene: &Scene<'a>) -> Option<&'a Group> {
        match self {
            Self::Group(index) => scene.groups.get(*index),
            _ => None,
        }
    }

    /// Their number, an index into the amounts, and the noun that it counts, empty where there is none; none where they
    /// have no number.
    pub(super) fn numbered(&self, scene: &Scene<'_>) -> Option<(usize, Range<usize>)> {
        match self {
            Self::Group(index) => {
                let group = &scene.groups[*index];
                let GroupKind::Numbered(amount) = group.kind else {
                    return None;
                };
                let end = scene.amounts[amount].tokens.end;
                Some((amount, end..group.tokens.end.max(end)))
            }
            Self::Apart { amount, noun } | Self::Echo { amount, noun } => {
                Some((*amount, noun.clone()))
            }
            _ => None,
        }
    }

    /// The words that name or number them.
    pub(super) fn tokens(&self, scene: &Scene<'_>) -> Range<usize> {
        match self {
            Self::Group(index) => scene.groups[*index].tokens.clone(),
            Self::Nobody(tokens) | Self::Implied { tokens, .. } | Self::Whole { tokens, .. } => {
                tokens.clone()
            }
            Self::Echo { amount, .. } => scene.amounts[*amount].tokens.clone(),
            Self::Apart { amount, noun } => {
                let figure = &scene.amounts[*amount].tokens;
                figure.start.min(noun.start)..figure.end.max(noun.end)
            }
        }
    }

    /// How many they are.
    pub(super) fn quantity(&self, scene: &Scene<'_>) -> Option<Quantity> {
        let doc = scene.doc;
        let mut quantity = match self {
            Self::Group(index) => return scene.quantity_of(*index),
            Self::Whole { amount, .. } | Self::Apart { amount, .. } | Self::Echo { amount, .. } => {
                return Some(scene.amounts[*amount].quantity(doc, "person"));
            }
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

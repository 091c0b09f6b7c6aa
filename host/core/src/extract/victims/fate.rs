//! What befalls whom in a sentence: killed, wounded or shot, said of phrases that the frames of single sentences count,
//! and of pronouns and names that they leave to the text as a whole.

use std::ops::Range;

use super::mention::{Mention, Pointing};
use super::portrait::sex_of;
use crate::extract::counts::Scene;
use crate::extract::frames::{auxiliary_before, next_verb};
use crate::extract::openers::{Opener, is_of_nature, is_of_none, is_unreal, openers, opens_any};
use crate::extract::steps::is_adverb;
use crate::lexicon::{Class, Classes, Frame, Tag, VictimCue};
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens from "found dead" to what of.
const CAUSE: usize = 8;

/// What befell somebody. In order of gravity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// Shot, and it is not said what came of it.
    Shot,
    Wounded,
    Killed,
}

impl Fate {
    /// The lexicon's predicate.
    pub(super) fn predicate(self) -> &'static str {
        match self {
            Self::Shot => "shot",
            Self::Wounded => "wounded",
            Self::Killed => "killed",
        }
    }

    fn of_predicate(id: &str) -> Option<Self> {
        [Self::Shot, Self::Wounded, Self::Killed]
            .into_iter()
            .find(|fate| fate.predicate() == id)
    }
}

/// A fate told of some people of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Sighting {
    pub(super) fate: Fate,
    /// The words that say it.
    pub(super) trigger: Range<usize>,
    /// Whom it befell, as indices into the sentence's mentions.
    pub(super) who: Vec<usize>,
    /// Who did it, as an index into the sentence's mentions.
    pub(super) agent: Option<usize>,
    /// "killed himself".
    pub(super) own_hand: bool,
    /// Said in other words than the predicate's: "was taken to hospital". Single sentences make no claim of it.
    pub(super) indirect: bool,
}

/// A sentence with its people.
pub(super) struct Stage<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) sentence: &'a Sentence,
    pub(super) people: &'a [Mention],
}

/// May the sentence tell a fate at all? Most do not.
pub(super) fn may_tell(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let care = Classes::of(&[Class::Care, Class::Suffer, Class::Blow]);
    sentence.classes.meets(care)
        || opens_any(scene.marks, sentence)
        || tells_by_phrase(scene, sentence)
}

/// Is there a phrase such as "pronounced dead"?
fn tells_by_phrase(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let is_fate = |tag| matches!(tag, Tag::Victim(VictimCue::Dead | VictimCue::Hurt));
    scene
        .marks
        .within(&sentence.tokens)
        .any(|mark| is_fate(mark.tag))
}

/// All fates of a sentence, by position.
pub(super) fn fates(stage: &Stage<'_>) -> Vec<Sighting> {
    let mut found: Vec<Sighting> = Vec::new();
    if !may_tell(stage.scene, stage.sentence) {
        return found;
    }
    for opener in openers(stage.scene, stage.sentence) {
        let id = &stage.scene.doc.lexicon.predicate(opener.predicate).id;
        let Some(fate) = Fate::of_predicate(id) else {
            continue;
        };
        if !is_unreal(stage.scene, stage.sentence, &opener) {
            let shared = || stage.shared(found.last()?, fate, &opener);
            let sighting = stage.at_opener(fate, &opener).or_else(shared);
            found.extend(sighting);
        }
    }
    for i in stage.sentence.tokens.clone() {
        found.extend(stage.at_phrase(i));
        found.extend(stage.at_care(i));
        found.extend(stage.at_harm(i));
        found.extend(stage.at_blow(i));
    }
    found.sort_by_key(|s| (s.trigger.start, std::cmp::Reverse(s.fate)));
    found
}

impl Stage<'_> {
    pub(super) fn doc(&self) -> &Doc<'_> {
        self.scene.doc
    }

    /// The frames of single words: "was killed", "killed two", "died", "the death of".
    fn at_opener(&self, fate: Fate, opener: &Opener) -> Option<Sighting> {
        let doc = self.doc();
        let trigger = opener.start..opener.end;
        let reflexive = (opener.end..opener.end + 2)
            .find(|i| *i < self.sentence.tokens.end && doc.is(*i, Class::Reflexive));
        if reflexive.is_some() && opener.frame != Frame::Nominal {
            let own = self.subjects(opener.start);
            let doer = reflexive.and_then(|own| self.doer(opener.start, own));
            let who = match own.as_slice() {
                [one] if self.is_taken(*one) => doer.map_or(own, |doer| vec![doer]),
                _ => own,
            };
            return Self::sighting(fate, trigger, who, (None, true));
        }
        let passive = || {
            let first = auxiliary_before(doc, self.sentence.tokens.start, opener.start)?;
            Some(self.subjects(first))
        };
        let (who, agent) = match opener.frame {
            Frame::Participle => match passive().or_else(|| self.reduced(opener)) {
                Some(who) => (who, None),
                None => self.active(opener),
            },
            Frame::Gerund | Frame::Base => {
                let (who, agent) = self.active(opener);
                if who.is_empty() {
                    (self.nominal(opener), None)
                } else {
                    (who, agent)
                }
            }
            Frame::Intransitive => (self.subjects(opener.start), None),
            Frame::Adjective => (self.adjective(opener), None),
            Frame::Nominal => (self.nominal(opener), None),
            Frame::Loses | Frame::Toll | Frame::Lives | Frame::Fighting => return None,
        };
        Self::sighting(fate, trigger, who, (agent, false))
    }

    /// "A guard shot his wife and then killed himself": the last before the verb whom no verb takes and whom "himself" fits.
    fn doer(&self, verb: usize, reflexive: usize) -> Option<usize> {
        let doc = self.doc();
        let sex = sex_of(doc, reflexive)?;
        let fits = |m: &Mention| m.count == Some(1) && m.portrait.sex.is_none_or(|s| s == sex);
        let can = |at: &usize| {
            let m = &self.people[*at];
            fits(m) && !self.is_taken(*at) && !m.owns && !self.is_governed(*at)
        };
        let to = self.people.partition_point(|m| m.tokens.end <= verb);
        (0..to).rev().find(can)
    }

    /// "Shot his wife": does a verb stand right before them?
    fn is_taken(&self, mention: usize) -> bool {
        let doc = self.doc();
        let before = self.people[mention].tokens.start.checked_sub(1);
        let verb = before.filter(|b| *b >= self.sentence.tokens.start);
        verb.is_some_and(|b| doc.word(b).triggers.iter().any(|t| !t.frame.is_noun()))
    }

    /// "Man shot, killed": what follows a trigger with nothing but a comma or "and" between is said of the same people.
    fn shared(&self, before: &Sighting, fate: Fate, opener: &Opener) -> Option<Sighting> {
        let doc = self.doc();
        let between = before.trigger.end..opener.start;
        let joined = !between.is_empty()
            && between.len() <= 3
            && between
                .clone()
                .all(|i| doc.is(i, Class::Coordinator) || doc.str(i) == "," || is_adverb(doc, i));
        let trigger = opener.start..opener.end;
        let who = before.who.clone();
        joined.then(|| Self::sighting(fate, trigger, who, (before.agent, false)))?
    }

    /// What befell them, if anybody is meant: by whom, and whether by their own hand.
    pub(super) fn sighting(
        fate: Fate,
        trigger: Range<usize>,
        who: Vec<usize>,
        (agent, own_hand): (Option<usize>, bool),
    ) -> Option<Sighting> {
        (!who.is_empty()).then_some(Sighting {
            fate,
            trigger,
            who,
            agent,
            own_hand,
            indirect: false,
        })
    }

    /// "pronounced dead", "in critical condition": said of what stands left.
    fn at_phrase(&self, i: usize) -> Option<Sighting> {
        let mark = self.scene.marks.starting_at(i).find_map(|m| match m.tag {
            Tag::Victim(VictimCue::Dead) => Some((m.end, Fate::Killed)),
            Tag::Victim(VictimCue::Hurt) => Some((m.end, Fate::Wounded)),
            _ => None,
        });
        let (end, fate) = mark?;
        if self.is_denied(i) || is_of_nature(self.doc(), self.sentence, end) {
            return None;
        }
        // "found dead of an apparent self-inflicted wound"
        let phrase = (end..self.sentence.tokens.end.min(end + CAUSE)).take_while(|t| {
            !self.doc().is(*t, Class::ClauseBreak) && !matches!(self.doc().str(*t), "," | ";")
        });
        let own_hand = (i..end)
            .chain(phrase)
            .any(|t| self.doc().is(t, Class::Reflexive));
        let first = auxiliary_before(self.doc(), self.sentence.tokens.start, i).unwrap_or(i);
        let sighting = Self::sighting(fate, i..end, self.subjects(first), (None, own_hand))?;
        Some(Sighting {
            indirect: true,
            ..sighting
        })
    }

    pub(super) fn is_denied(&self, i: usize) -> bool {
        let doc = self.doc();
        let from = self.sentence.tokens.start.max(i.saturating_sub(4));
        is_of_none(doc, self.sentence, i)
            || (from..i).any(|t| {
                doc.is_any(t, &[Class::Negation, Class::None])
                    || doc.is(t, Class::Modal) && !doc.is(t, Class::Infinitive)
            })
    }

    /// "three men shot in", "two dead".
    fn reduced(&self, opener: &Opener) -> Option<Vec<usize>> {
        let doc = self.doc();
        let who = self.chain_ending(opener.start);
        // "taken to Ford Clinic in critical condition"
        let to = doc.is(opener.start, Class::Preposition)
            && who.last().is_some_and(|w| self.is_governed(*w));
        if to {
            return None;
        }
        let next = next_verb(doc, self.sentence, opener.end);
        let next = next.filter(|verb| *verb < self.sentence.tokens.end);
        let has_object = !self.objects(opener.end).is_empty()
            || next.is_some_and(|verb| !self.objects(verb).is_empty());
        let by = doc.is_any(opener.end, &[Class::Preposition, Class::Coordinator])
            || doc.is_kind(opener.end, TokenKind::Mark)
            || is_adverb(doc, opener.end)
            || opener.end >= self.sentence.tokens.end;
        let pronoun = who
            .last()
            .is_some_and(|w| self.people[*w].pointing == Pointing::Pronoun);
        (!who.is_empty() && !has_object && by && !pronoun).then_some(who)
    }

    fn active(&self, opener: &Opener) -> (Vec<usize>, Option<usize>) {
        let who = self.objects(opener.end);
        let agent = if who.is_empty() {
            None
        } else {
            self.subjects(opener.start).last().copied()
        };
        let agent = agent.filter(|a| !who.contains(a) && self.people[*a].count == Some(1));
        (who, agent)
    }

    /// "left two dead", "two dead", "the two were dead".
    fn adjective(&self, opener: &Opener) -> Vec<usize> {
        let doc = self.doc();
        let before = self.chain_ending(opener.start);
        if !before.is_empty() {
            return before;
        }
        let verb = opener.start.checked_sub(1);
        match verb.filter(|v| *v >= self.sentence.tokens.start && doc.is(*v, Class::Be)) {
            Some(verb) => self.subjects(verb),
            None => Vec::new(),
        }
    }

    /// "the death of a boy", "his son's death".
    fn nominal(&self, opener: &Opener) -> Vec<usize> {
        let doc = self.doc();
        if doc.is(opener.end, Class::Of) {
            return self.objects(opener.end + 1);
        }
        let at = opener.start;
        // "the boy's shooting death": an owner, and at most one word between.
        let before = self.people.partition_point(|m| m.tokens.end < at);
        let owner = before
            .checked_sub(1)
            .filter(|m| self.people[*m].owns && at - self.people[*m].tokens.end <= 3);
        owner.map_or_else(Vec::new, |owner| vec![owner])
    }
}

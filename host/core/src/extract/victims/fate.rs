//! What befalls whom in a sentence: killed, wounded or shot, said of phrases that the frames of single sentences count,
//! and of pronouns and names that they leave to the text as a whole.

use std::ops::Range;

use super::mention::{Mention, Pointing};
use crate::extract::counts::Scene;
use crate::extract::frames::auxiliary_before;
use crate::extract::openers::{Opener, is_unreal, openers, opens_any};
use crate::extract::steps::is_adverb;
use crate::lexicon::{Class, Classes, Frame, Tag, VictimCue};
use crate::text::{Doc, Sentence, TokenKind};

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
}

/// The most tokens from a verb back to its subject, and from "taken" to "hospital".
const REACH: usize = 30;
const CARE_REACH: usize = 12;
const HARM_REACH: usize = 8;

/// A sentence with its people.
pub(super) struct Stage<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) sentence: &'a Sentence,
    pub(super) people: &'a [Mention],
}

/// May the sentence tell a fate at all? Most do not.
pub(super) fn may_tell(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let care = Classes::of(&[Class::Care, Class::Suffer]);
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
    }
    found.sort_by_key(|s| (s.trigger.start, std::cmp::Reverse(s.fate)));
    found
}

impl Stage<'_> {
    fn doc(&self) -> &Doc<'_> {
        self.scene.doc
    }

    /// The frames of single words: "was killed", "killed two", "died", "the death of".
    fn at_opener(&self, fate: Fate, opener: &Opener) -> Option<Sighting> {
        let doc = self.doc();
        let trigger = opener.start..opener.end;
        let reflexive = (opener.end..opener.end + 2)
            .find(|i| *i < self.sentence.tokens.end && doc.is(*i, Class::Reflexive));
        if reflexive.is_some() && opener.frame != Frame::Nominal {
            return Self::sighting(fate, trigger, self.subjects(opener.start), (None, true));
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
    fn sighting(
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
        if self.is_denied(i) {
            return None;
        }
        let own_hand = (i..end).any(|t| self.doc().is(t, Class::Reflexive));
        let first = auxiliary_before(self.doc(), self.sentence.tokens.start, i).unwrap_or(i);
        Self::sighting(fate, i..end, self.subjects(first), (None, own_hand))
    }

    fn is_denied(&self, i: usize) -> bool {
        let doc = self.doc();
        let from = self.sentence.tokens.start.max(i.saturating_sub(4));
        (from..i).any(|t| {
            doc.is_any(t, &[Class::Negation, Class::None])
                || doc.is(t, Class::Modal) && !doc.is(t, Class::Infinitive)
        })
    }

    /// "was taken to the hospital", "is being treated for a gunshot wound".
    fn at_care(&self, i: usize) -> Option<Sighting> {
        let doc = self.doc();
        if !doc.is(i, Class::Care) {
            return None;
        }
        let end = self.sentence.tokens.end.min(i + CARE_REACH);
        let place = (i..end)
            .take_while(|t| !doc.is(*t, Class::ClauseBreak) || doc.is(*t, Class::Temporal))
            .find(|t| doc.is(*t, Class::CarePlace))?;
        let first = auxiliary_before(doc, self.sentence.tokens.start, i).unwrap_or(i);
        let joined = first == i
            && i > self.sentence.tokens.start
            && (doc.is(i - 1, Class::Coordinator) || doc.str(i - 1) == ",");
        // "Medics took the man to a hospital": whom the verb takes.
        let taken = if first == i {
            self.objects(i + 1)
        } else {
            Vec::new()
        };
        if first == i && !joined && taken.is_empty() {
            self.ending_at(i)?;
        }
        if self.is_denied(i) {
            return None;
        }
        let who = if taken.is_empty() {
            self.subjects(first)
        } else {
            taken
        };
        Self::sighting(Fate::Wounded, i..place + 1, who, (None, false))
    }

    /// "suffered a gunshot wound", "found a man with gunshot wounds".
    fn at_harm(&self, i: usize) -> Option<Sighting> {
        let doc = self.doc();
        if !doc.is(i, Class::Suffer) {
            return None;
        }
        let end = self.sentence.tokens.end.min(i + HARM_REACH);
        let noun = (i + 1..end)
            .take_while(|t| doc.is_any(*t, &[Class::HarmKind, Class::Harm]))
            .filter(|t| doc.is(*t, Class::Harm))
            .last()?;
        let own_hand = (i..noun).any(|t| doc.is(t, Class::Reflexive));
        // "Taken to Ford Clinic with injuries": what a preposition governs is no person here.
        let beside = self.chain_ending(i);
        let governed = beside.last().is_some_and(|w| self.is_governed(*w));
        let who = if doc.is(i, Class::Preposition) && !governed {
            beside
        } else {
            self.subjects(i)
        };
        let corpse = who.iter().any(|w| {
            let last = self.people[*w].tokens.end - 1;
            doc.is(last, Class::Corpse)
        });
        let fate = if corpse { Fate::Killed } else { Fate::Wounded };
        Self::sighting(fate, i..noun + 1, who, (None, own_hand))
    }

    /// Those whose noun ends right before this token, with those joined to them.
    fn chain_ending(&self, token: usize) -> Vec<usize> {
        let end = self.before_light(token);
        let last = self.ending_at(end);
        last.map_or_else(Vec::new, |last| self.joined_left(last))
    }

    /// One past the last token before `token` that is no adverb or relative.
    fn before_light(&self, token: usize) -> usize {
        let doc = self.doc();
        let mut at = token;
        while at > self.sentence.tokens.start
            && (doc.is_any(at - 1, &[Class::Relative, Class::Have]) || is_adverb(doc, at - 1))
            && doc.word(at - 1).person.is_none()
            && !doc.is(at - 1, Class::Both)
        {
            at -= 1;
        }
        at
    }

    /// "three men shot in", "two dead".
    fn reduced(&self, opener: &Opener) -> Option<Vec<usize>> {
        let doc = self.doc();
        let who = self.chain_ending(opener.start);
        let has_object = !self.objects(opener.end).is_empty();
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

    /// Those who stand right behind a verb, with those joined to them.
    fn objects(&self, from: usize) -> Vec<usize> {
        let doc = self.doc();
        let end = self.sentence.tokens.end.min(from + 3);
        for start in from..end {
            if let Some(first) = self.starting_at(start) {
                if self.has_own_verb(first) {
                    return Vec::new();
                }
                return self.joined_right(first);
            }
            if !is_adverb(doc, start) && !doc.is_kind(start, TokenKind::Mark)
                || doc.str(start) == ","
            {
                break;
            }
        }
        Vec::new()
    }

    fn ending_at(&self, token: usize) -> Option<usize> {
        let at = self.people.partition_point(|m| m.tokens.end < token);
        (self.people.get(at)?.tokens.end == token).then_some(at)
    }

    fn starting_at(&self, token: usize) -> Option<usize> {
        let at = self.people.partition_point(|m| m.tokens.start < token);
        (self.people.get(at)?.tokens.start == token).then_some(at)
    }

    /// Does a verb of its own follow: "killed, officials said", "and five were hurt"?
    fn has_own_verb(&self, mention: usize) -> bool {
        let doc = self.doc();
        let mut next = self.people[mention].tokens.end;
        while next < self.sentence.tokens.end && is_adverb(doc, next) {
            next += 1;
        }
        next < self.sentence.tokens.end
            && (doc.is_any(next, &[Class::Be, Class::Have, Class::Cue, Class::Modal])
                || doc
                    .word(next)
                    .triggers
                    .iter()
                    .any(|t| t.frame != Frame::Nominal))
    }

    /// "his wife, son and daughter": the first with those joined behind.
    fn joined_right(&self, first: usize) -> Vec<usize> {
        let mut all = vec![first];
        let mut last = first;
        while let Some(next) = self.joint(self.people[last].tokens.end) {
            if self.has_own_verb(next) || self.people[next].pointing == Pointing::Pronoun {
                break;
            }
            all.push(next);
            last = next;
        }
        all.retain(|m| !self.people[*m].owns);
        all
    }

    /// The mention that begins behind "and", a comma or both.
    fn joint(&self, end: usize) -> Option<usize> {
        let doc = self.doc();
        let mut at = end;
        if doc.str(at) == "," {
            at += 1;
        }
        if doc.is(at, Class::Coordinator) {
            at += 1;
        }
        if at == end || at >= self.sentence.tokens.end {
            return None;
        }
        self.starting_at(at)
    }

    /// The last with those joined before it.
    fn joined_left(&self, last: usize) -> Vec<usize> {
        let mut all = vec![last];
        let mut first = last;
        while first > 0 && self.joint(self.people[first - 1].tokens.end) == Some(first) {
            // "Police said the man, a driver, …": an apposition is no second person.
            let apposition = self.doc().str(self.people[first - 1].tokens.end) == ","
                && !self.is_listed(first, last);
            if apposition {
                break;
            }
            first -= 1;
            all.push(first);
        }
        all.reverse();
        all.retain(|m| !self.people[*m].owns);
        all
    }

    /// Does an "and" stand somewhere from here to the end of the list?
    fn is_listed(&self, from: usize, last: usize) -> bool {
        let doc = self.doc();
        let start = self.people[from].tokens.start;
        let end = self.people[last].tokens.start;
        (start.saturating_sub(1)..=end).any(|i| doc.is(i, Class::Coordinator))
    }

    /// The subject of the verb at `verb`, with those joined to it.
    pub(super) fn subjects(&self, verb: usize) -> Vec<usize> {
        let doc = self.doc();
        let first = self.sentence.tokens.start.max(verb.saturating_sub(REACH));
        let mut clause = verb;
        while clause > first && !doc.is(clause - 1, Class::ClauseBreak) {
            clause -= 1;
        }
        let own = self.nearest(clause..verb);
        let found = own.or_else(|| {
            // "who was killed", "and later died": nothing but small words stand between.
            let bare = (clause..verb).all(|i| {
                (doc.is_any(
                    i,
                    &[Class::Be, Class::Have, Class::Modal, Class::Coordinator],
                ) || is_adverb(doc, i))
                    || doc.is_kind(i, TokenKind::Mark)
            });
            let relative = clause > first && doc.is(clause - 1, Class::Relative);
            match bare {
                true if relative => self.before_relative(clause - 1),
                true => self.nearest(first..clause),
                false => None,
            }
        });
        found.map_or_else(Vec::new, |last| self.joined_left(last))
    }

    fn before_relative(&self, relative: usize) -> Option<usize> {
        let comma = usize::from(self.doc().str(relative.wrapping_sub(1)) == ",");
        let end = relative - comma;
        self.ending_at(end).or_else(|| {
            self.nearest(
                relative
                    .saturating_sub(REACH)
                    .max(self.sentence.tokens.start)..relative,
            )
        })
    }

    fn is_governed(&self, mention: usize) -> bool {
        let at = self.people[mention].tokens.start;
        at > self.sentence.tokens.start && self.doc().is(at - 1, Class::Preposition)
    }

    /// The last person of these tokens who can be a subject.
    fn nearest(&self, tokens: Range<usize>) -> Option<usize> {
        let doc = self.doc();
        let can = |m: &Mention| {
            let at = m.tokens.start;
            let governed = at > self.sentence.tokens.start
                && doc.is(at - 1, Class::Preposition)
                && at > tokens.start;
            !governed && !m.owns && !doc.is(m.tokens.end, Class::Cue)
        };
        let to = self.people.partition_point(|m| m.tokens.end <= tokens.end);
        (0..to)
            .rev()
            .take_while(|m| tokens.start <= self.people[*m].tokens.start)
            .find(|m| can(&self.people[*m]))
    }
}

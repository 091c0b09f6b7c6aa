//! Hurt in other words than those of single verbs: "was taken to the hospital", "suffered a gunshot wound", "was hit in the
//! leg".

use std::ops::Range;

use super::fate::{Fate, Sighting, Stage};
use crate::extract::frames::auxiliary_before;
use crate::lexicon::{Class, Found, Tag, VictimCue};

/// The most tokens from "taken" to "hospital", from "suffered" to "wound", and from "struck" to "leg".
const CARE_REACH: usize = 12;
const HARM_REACH: usize = 8;
const BLOW_REACH: usize = 12;

/// The lexicon's means of bullets.
const GUNFIRE: &str = "firearm";

/// The most tokens from "was found" to "with".
const FOUND_REACH: usize = 16;

impl Stage<'_> {
    /// "was taken to the hospital", "is being treated for a gunshot wound".
    pub(super) fn at_care(&self, i: usize) -> Option<Sighting> {
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
        let named = who.iter().map(|w| self.people[*w].tokens.end).min()?;
        if self.is_unhurt(named.min(i)..end) {
            return None;
        }
        Self::indirect(Fate::Wounded, i..place + 1, who, false)
    }

    /// "The boy, unharmed, was taken to hospital", "as a precaution": is it said that they are not hurt?
    fn is_unhurt(&self, tokens: Range<usize>) -> bool {
        let unhurt = |mark: Found| mark.tag == Tag::Victim(VictimCue::Unhurt);
        self.scene.marks.within(&tokens).any(unhurt)
    }

    /// "was hit in the leg", "a bullet struck the boy in the back": harm where a part of the body is named.
    pub(super) fn at_blow(&self, i: usize) -> Option<Sighting> {
        let doc = self.doc();
        if !doc.is(i, Class::Blow) || self.is_denied(i) {
            return None;
        }
        let end = self.sentence.tokens.end.min(i + BLOW_REACH);
        let body = (i + 1..end)
            .take_while(|t| !doc.is(*t, Class::ClauseBreak) && !doc.is_any(*t, &[Class::Be]))
            .find(|t| doc.is(*t, Class::BodyPart));
        let (who, passive) = match auxiliary_before(doc, self.sentence.tokens.start, i) {
            Some(first) => (self.subjects(first), true),
            None => (self.objects(i + 1), false),
        };
        let Some(body) = body else {
            let shot = self.is_of_bullets(i, passive);
            let sighting = Self::indirect(Fate::Wounded, i..i + 1, who, false);
            return sighting.filter(|_| shot);
        };
        let located = (i + 1..body).any(|t| doc.is(t, Class::Preposition));
        let owner = self.starting_at(i + 1).filter(|m| self.people[*m].owns);
        match owner {
            // "a bullet grazed a child's leg"
            Some(owner) if body - self.people[owner].tokens.end <= 2 => {
                Self::indirect(Fate::Wounded, i..body + 1, vec![owner], false)
            }
            _ => Self::indirect(Fate::Wounded, i..body + 1, who, false).filter(|_| located),
        }
    }

    /// "opened fire, striking five people", "was hit by a stray bullet": does the sentence tell that it was gunfire?
    fn is_of_bullets(&self, i: usize, passive: bool) -> bool {
        let doc = self.doc();
        let tokens = &self.sentence.tokens;
        let near = if passive {
            i..tokens.end.min(i + HARM_REACH)
        } else {
            tokens.clone()
        };
        let mut marks = self.scene.marks.within(&near);
        marks.any(|mark| matches!(mark.tag, Tag::Kind(of, m) if doc.lexicon.kind(of, m) == GUNFIRE))
    }

    /// "suffered a gunshot wound", "found a man with gunshot wounds".
    pub(super) fn at_harm(&self, i: usize) -> Option<Sighting> {
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
        let who = self.harmed(i);
        let corpse = who.iter().any(|w| {
            let last = self.people[*w].tokens.end - 1;
            doc.is(last, Class::Corpse)
        });
        let fate = if corpse { Fate::Killed } else { Fate::Wounded };
        Self::indirect(fate, i..noun + 1, who, own_hand)
    }

    /// Whom "suffered" or "with" at token `i` is said of. "Taken to Ford Clinic with injuries": what a preposition governs is
    /// no person here.
    fn harmed(&self, i: usize) -> Vec<usize> {
        let doc = self.doc();
        let before = i
            .checked_sub(1)
            .filter(|b| self.sentence.tokens.contains(b));
        // "suffering from a wound", "were found with wounds"
        let verb = before.filter(|b| doc.is_any(*b, &[Class::Suffer, Class::Resultative]));
        let beside = self.chain_ending(verb.unwrap_or(i));
        if let Some(verb) = verb {
            let first = auxiliary_before(doc, self.sentence.tokens.start, verb).unwrap_or(verb);
            let named = beside.last().is_some_and(|w| !self.is_governed(*w));
            return if !named || first < verb {
                self.subjects(first)
            } else {
                beside
            };
        }
        let governed = beside.last().is_some_and(|w| self.is_governed(*w));
        if doc.is(i, Class::Preposition) && !governed {
            return if beside.is_empty() {
                self.found(i)
            } else {
                beside
            };
        }
        self.subjects(i)
    }

    /// "was found a street away with a wound": whom the passive before token `i` is said of.
    fn found(&self, i: usize) -> Vec<usize> {
        let doc = self.doc();
        let first = self.sentence.tokens.start;
        let clause = (first.max(i.saturating_sub(FOUND_REACH))..i)
            .rev()
            .take_while(|t| !doc.is(*t, Class::ClauseBreak) && doc.str(*t) != ",");
        let mut verbs = clause.filter(|t| doc.is(*t, Class::Resultative));
        let passive = verbs.find_map(|t| auxiliary_before(doc, first, t));
        passive.map_or_else(Vec::new, |at| self.subjects(at))
    }

    fn indirect(
        fate: Fate,
        trigger: Range<usize>,
        who: Vec<usize>,
        own_hand: bool,
    ) -> Option<Sighting> {
        let sighting = Self::sighting(fate, trigger, who, (None, own_hand))?;
        Some(Sighting {
            indirect: true,
            ..sighting
        })
    }
}

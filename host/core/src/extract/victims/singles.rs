//! Claims of single persons and of figures that no single sentence makes in words of the frames.

use std::ops::Range;

use super::fate::Fate;
use super::given::Given;
use super::ledger::{Person, Telling};
use super::totals::{Book, derived, exactly, is_attacker, join};
use crate::extract::build::{Account, claim_of};
use crate::lexicon::Class;
use crate::model::{Basis, Claim, Party};

impl Book<'_> {
    /// A claim for everybody of whom no single sentence says it in words of its own.
    pub(super) fn singles(&self, claims: &[Claim]) -> Vec<Claim> {
        let mut found = Vec::new();
        for person in &self.ledger.persons {
            let fate = match () {
                () if person.met(Fate::Killed) => Fate::Killed,
                () if person.met(Fate::Wounded) => Fate::Wounded,
                () => continue,
            };
            let told = |t: &&Telling| t.fate == fate;
            let claimed = person
                .tellings
                .iter()
                .filter(told)
                .any(|t| self.claim_of(claims, t).is_some());
            // One of several is told alone if other words than those for all of them do it.
            let alone = |t: &&Telling| person.one_of == 1 || t.words != person.words && !t.several;
            if !claimed {
                let telling = person.tellings.iter().filter(told).find(alone);
                found.extend(telling.and_then(|t| self.single(person, t)));
            }
        }
        found
    }

    fn single(&self, person: &Person, telling: &Telling) -> Option<Claim> {
        // "Both teens died": each of them is told by the words that named them.
        let implied = telling.pronoun || telling.several && person.one_of == 1;
        // "Two others were hurt. Dan Orlo was shot. He died": he has a name, though he is one of the two.
        let named = |t: &&Telling| !t.several && !t.pronoun;
        let named = person.tellings.iter().rev().find(named);
        let words = match implied {
            true if person.one_of > 1 && !telling.several => &named?.words,
            true => &person.words,
            false => &telling.words,
        };
        let basis = if implied { Basis::Implied } else { Basis::Said };
        let mut claim = self.told(telling, (words, basis), 1)?;
        if implied {
            derived(&mut claim, "told of somebody named before");
        }
        if person.portrait.attacker {
            is_attacker(&mut claim);
        }
        Some(claim)
    }

    /// "Five people were taken to hospital": a claim of the wounded, where nobody is said to have died of them.
    pub(super) fn figures(&self, claims: &[Claim], killed: &Given) -> Vec<Claim> {
        let hurt = |t: &Telling| t.fate == Fate::Wounded && !killed.anybody;
        let told = self.ledger.figures.iter();
        let new = told.filter(|(_, t)| hurt(t) && self.claim_of(claims, t).is_none());
        new.filter_map(|(figure, telling)| {
            let mut claim = self.told(telling, (&telling.words, Basis::Said), *figure)?;
            // "Six people were hit by gunfire" says that they were wounded; that they were taken somewhere only lets us think so.
            let care = |i: usize| self.read.doc.is(i, Class::Care);
            if telling.trigger.clone().any(care) {
                derived(&mut claim, "by their care or wounds");
            }
            Some(claim)
        })
        .collect()
    }

    /// The claim that a telling makes of so many people, whom these words name.
    fn told(
        &self,
        telling: &Telling,
        (words, basis): (&Range<usize>, Basis),
        figure: u32,
    ) -> Option<Claim> {
        let text = self.read.doc.words(words.clone());
        let mut quantity = exactly(text, figure);
        quantity.span = Some(self.span(words));
        let mut party = Party::named(text, basis);
        party.span = quantity.span;
        party.role = Some("person".into());
        let account = Account {
            predicate: telling.fate.predicate(),
            sentence: telling.sentence,
            trigger: telling.trigger.clone(),
            words: join(&telling.trigger, &telling.words),
            quantity,
            population: Some(party),
        };
        claim_of(self.read, self.article, account)
    }
}

//! Whom a word of a sentence means: the people right before and behind it, its subject, and those joined to them.

use std::ops::Range;

use super::fate::Stage;
use super::mention::{Mention, Pointing};
use crate::extract::people::{Group, is_subset};
use crate::extract::steps::{is_adverb, past_coordinator};
use crate::extract::subject::{before_titles, is_behind_gerund, is_object, is_of_things};
use crate::lexicon::{Class, Frame};
use crate::model::PassageKind;
use crate::text::TokenKind;

/// The most tokens from a verb back to its subject.
const REACH: usize = 30;

/// The most tokens of where somebody is from.
const HOME: usize = 5;

impl Stage<'_> {
    /// Those whose noun ends right before this token, with those joined to them.
    pub(super) fn chain_ending(&self, token: usize) -> Vec<usize> {
        let end = self.before_light(token);
        let last = self.ending_at(end);
        last.map_or_else(Vec::new, |last| self.joined_left(last))
    }

    /// One past the last token before `token` that is no adverb or relative.
    pub(super) fn before_light(&self, token: usize) -> usize {
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

    /// Those who stand right behind a verb, with those joined to them.
    pub(super) fn objects(&self, from: usize) -> Vec<usize> {
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
                || matches!(doc.str(start), "," | ";")
            {
                break;
            }
        }
        Vec::new()
    }

    pub(super) fn ending_at(&self, token: usize) -> Option<usize> {
        let at = self.people.partition_point(|m| m.tokens.end < token);
        (self.people.get(at)?.tokens.end == token).then_some(at)
    }

    pub(super) fn starting_at(&self, token: usize) -> Option<usize> {
        let at = self.people.partition_point(|m| m.tokens.start < token);
        (self.people.get(at)?.tokens.start == token).then_some(at)
    }

    /// Does a verb of its own follow: "killed, officials said", "and five were hurt"?
    pub(super) fn has_own_verb(&self, mention: usize) -> bool {
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
    pub(super) fn joined_right(&self, first: usize) -> Vec<usize> {
        let mut all = vec![first];
        let mut last = first;
        while let Some(next) = self.joint(self.people[last].tokens.end) {
            if self.has_own_verb(next) || self.people[next].pointing == Pointing::Pronoun {
                break;
            }
            let named = self.people[next].pointing == Pointing::Name;
            if !self.is_described(last, next) {
                all.push(next);
            } else if named && all.last() == Some(&last) {
                // "The mayor of Lower Ford, Jane Doe": the name stands for the office.
                all.pop();
                all.push(next);
            }
            last = next;
        }
        all.retain(|m| !self.people[*m].owns);
        self.without_parts(all)
    }

    /// The mention that begins behind "and", a comma or both; what tells where somebody is from is passed.
    pub(super) fn joint(&self, end: usize) -> Option<usize> {
        let doc = self.doc();
        let end = self.past_home(end);
        let mut at = end;
        if matches!(doc.str(at), "," | ";") {
            at += 1;
        }
        at = past_coordinator(doc, at);
        if at == end || at >= self.sentence.tokens.end {
            return None;
        }
        self.starting_at(at)
    }

    /// ", of Lower Ford," behind a name or age.
    fn past_home(&self, end: usize) -> usize {
        let doc = self.doc();
        let of = end + usize::from(doc.str(end) == ",");
        if self.sentence.shouted || !doc.is(of, Class::Of) || !doc.is_capital(of + 1) {
            return end;
        }
        let named = |i: &usize| doc.is_capital(*i) || doc.str(*i) == ".";
        let reach = self.sentence.tokens.end.min(of + HOME);
        of + 1 + (of + 1..reach).take_while(named).count()
    }

    /// The last with those joined before it.
    pub(super) fn joined_left(&self, last: usize) -> Vec<usize> {
        let described = last - usize::from(self.describes(last));
        let mut all = vec![described];
        let mut first = described;
        while first > 0 && self.joint(self.people[first - 1].tokens.end) == Some(first) {
            // "Police said the man, a driver, …": an apposition is no second person.
            let before = self.past_home(self.people[first - 1].tokens.end);
            let apposition = self.doc().str(before) == ","
                && !self.is_listed(first, last)
                && !self.is_headline_list(first);
            // "Ana Ruiz, 71, whose son and daughter were killed": with "whose" a clause begins.
            let begins = self.people[first].tokens.start;
            let doc = self.doc();
            let of_clause = doc.is(begins, Class::Relative) && doc.is(begins, Class::Possessive);
            // "Four died, including Jane Doe, and six were hurt": she is one of the four.
            let part = is_subset(doc, self.people[first - 1].tokens.start)
                && !is_subset(doc, self.people[last].tokens.start);
            if apposition || of_clause || part {
                break;
            }
            // "The mayor of Lower Ford, Jane Doe, and two guards": the office is hers.
            let office = doc.is(self.people[first - 1].tokens.start, Class::Definite)
                && self.people[first].pointing == Pointing::Name
                && self.is_described(first - 1, first);
            first -= 1;
            if office {
                continue;
            }
            first -= usize::from(first > 0 && self.hangs_on(first));
            first -= usize::from(self.describes(first));
            all.push(first);
        }
        if all.len() == 1 {
            all[0] = last;
        }
        all.reverse();
        all.retain(|m| !self.people[*m].owns);
        self.without_parts(all)
    }

    /// "a girl from Lower Ford and": a place that tells where the one before is from.
    fn hangs_on(&self, mention: usize) -> bool {
        let (one, place) = (&self.people[mention - 1], &self.people[mention]);
        place.pointing == Pointing::Name
            && self.is_governed(mention)
            && one.tokens.end + 1 == place.tokens.start
    }

    /// "Jane Doe, a 34-year-old pilot,", "Jane Doe, the editor,": does it tell what the one named before is?
    fn describes(&self, mention: usize) -> bool {
        let Some(named) = mention.checked_sub(1).map(|m| &self.people[m]) else {
            return false;
        };
        let (doc, what) = (self.doc(), &self.people[mention]);
        let closed = doc.str(what.tokens.end) == ","
            || doc.is_any(what.tokens.end, &[Class::Preposition, Class::Relative]);
        let noun = what.pointing == Pointing::New && doc.is(what.tokens.start, Class::Indefinite)
            || what.pointing == Pointing::Known && doc.is(what.tokens.start, Class::Definite);
        named.pointing == Pointing::Name
            && noun
            && what.tokens.start == named.tokens.end + 1
            && doc.str(named.tokens.end) == ","
            && closed
            && named.portrait.fits(&what.portrait)
    }

    /// "Mother, son killed": in a headline a comma alone joins those who are not named.
    fn is_headline_list(&self, next: usize) -> bool {
        let plain = |m: usize| self.people[m].portrait.name.is_empty() && self.people[m].noun;
        self.doc().kind_of(self.sentence) == PassageKind::Headline && plain(next - 1) && plain(next)
    }

    /// "the mayor, a father of two": behind a comma alone, what somebody is.
    fn is_described(&self, first: usize, next: usize) -> bool {
        let doc = self.doc();
        let (one, other) = (&self.people[first], &self.people[next]);
        // "The mayor of Lower Ford, Jane Doe,".
        let end = self.past_home(one.tokens.end);
        let comma = other.tokens.start == end + 1 && doc.str(end) == ",";
        // "his wife, a nurse and a cook": of several behind commas each may be a person, unless the first is named.
        let named = one.portrait.name.is_empty() != other.portrait.name.is_empty();
        let last = self.joint(other.tokens.end).is_none();
        let owned = doc.is(other.tokens.start, Class::Possessive);
        comma && (named || last) && !owned && one.portrait.fits(&other.portrait)
    }

    /// "three people, two women and a man": the first counts those behind it.
    fn without_parts(&self, mut all: Vec<usize>) -> Vec<usize> {
        let count = |m: usize| self.people[m].count;
        let parts: Option<u32> = all.iter().skip(1).map(|m| count(*m)).sum();
        if all.len() > 2 && parts.is_some() && count(all[0]) == parts {
            all.truncate(1);
        }
        all
    }

    /// Does an "and" stand somewhere from here to the end of the list?
    pub(super) fn is_listed(&self, from: usize, last: usize) -> bool {
        let doc = self.doc();
        let start = self.people[from].tokens.start;
        let end = self.people[last].tokens.start;
        (start.saturating_sub(1)..=end).any(|i| doc.is(i, Class::Coordinator))
    }

    /// The subject of the verb at `verb`, with those joined to it.
    pub(super) fn subjects(&self, verb: usize) -> Vec<usize> {
        let doc = self.doc();
        if is_of_things(self.scene, self.sentence, verb) {
            return Vec::new();
        }
        let first = self.sentence.tokens.start.max(verb.saturating_sub(REACH));
        let mut clause = verb;
        while clause > first && !doc.is(clause - 1, Class::ClauseBreak) {
            clause -= 1;
        }
        // "three workers, one of whom was shot": one of those before.
        let part = |i: usize| i > first && doc.is(i, Class::Relative) && doc.is(i - 1, Class::Of);
        // "Sheriff Lind said 12 of them died": nobody of whom the text has told alone.
        let some = self.scene.groups_in(&(clause..verb)).next_back();
        let several = |group: &Group| {
            let amount = self.scene.amount_of(group);
            let them = doc.is(group.tokens.end - 1, Class::PronounPlural);
            group.subset && them && amount.is_some_and(|amount| !amount.is_one())
        };
        if (clause..verb).any(part) || some.is_some_and(|(_, group)| several(group)) {
            return Vec::new();
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
        let all = found.map_or_else(Vec::new, |last| self.joined_left(last));
        self.one_by_verb(all, verb)
    }

    /// "Jane Doe, a pilot and mother of two, was": by its verb one person, who is told in several words.
    fn one_by_verb(&self, all: Vec<usize>, verb: usize) -> Vec<usize> {
        let doc = self.doc();
        let closed = verb > 0 && doc.str(verb - 1) == ",";
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            return all;
        };
        let named = |m: &usize| self.people[*m].pointing == Pointing::Name;
        // "And mother of three", "and the mother of three"
        let what = &self.people[*last].tokens;
        let title = doc.is(what.end - 1, Class::Parent)
            && doc.is(what.end, Class::Of)
            && !doc.is_any(what.start, &[Class::Indefinite, Class::Possessive]);
        let single = doc.is(verb, Class::BeSingular) || title && !doc.is(verb, Class::BePlural);
        let one = closed && single && named(first) && !named(last);
        if one { vec![*first] } else { all }
    }

    pub(super) fn before_relative(&self, relative: usize) -> Option<usize> {
        let comma = usize::from(self.doc().str(relative.wrapping_sub(1)) == ",");
        let end = relative - comma;
        let several = end > 0
            && self
                .doc()
                .word(end - 1)
                .person
                .as_ref()
                .is_some_and(|p| p.plural);
        // "the workers who died": several whose number is not told.
        self.ending_at(end).or_else(|| {
            if several {
                return None;
            }
            self.nearest(
                relative
                    .saturating_sub(REACH)
                    .max(self.sentence.tokens.start)..relative,
            )
        })
    }

    /// Does a preposition stand before, or before the titles and quote marks: "the wife of Sen. Doe", "at \"The Ford\""?
    pub(super) fn is_governed(&self, mention: usize) -> bool {
        let (doc, first) = (self.doc(), self.sentence.tokens.start);
        let mut at = before_titles(doc, first, self.people[mention].tokens.start);
        while at > first && matches!(doc.str(at - 1), "\"" | "“" | "‘") {
            at -= 1;
        }
        at > first && doc.is_any(at - 1, &[Class::Preposition, Class::Infinitive])
    }

    /// The last person of these tokens who can be a subject.
    pub(super) fn nearest(&self, tokens: Range<usize>) -> Option<usize> {
        let doc = self.doc();
        let can = |at: usize| {
            let m: &Mention = &self.people[at];
            let governed = self.is_governed(at) && m.tokens.start > tokens.start
                || is_object(doc, tokens.start, m.tokens.start)
                || is_behind_gerund(doc, m.tokens.start);
            !governed && !m.owns && !doc.is(m.tokens.end, Class::Cue)
        };
        let to = self.people.partition_point(|m| m.tokens.end <= tokens.end);
        (0..to)
            .rev()
            .take_while(|m| tokens.start <= self.people[*m].tokens.start)
            .find(|m| can(*m))
    }
}

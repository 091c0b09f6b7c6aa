//! What groups are called, were called and belong to: "the League, formerly known as the Front", "A joined the B alliance",
//! "A, B and C". naming.toml has the words.

mod known;
mod name;

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, Naming, PredicateId, Tag};
use crate::model::{Basis, Party, PassageKind};
use crate::text::{Doc, Sentence, TokenKind};

pub(super) use known::KnownNames;
use name::Name;

/// So far before or behind the words a name may stand.
const REACH: usize = 14;

/// The most groups of a list of which each two are said to be two: more is a register.
const LONGEST_LIST: usize = 5;

/// One name said of another.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) predicate: PredicateId,
    /// The words that say it.
    pub(super) trigger: Range<usize>,
    /// The tokens of both names with what stands between.
    pub(super) words: Range<usize>,
    pub(super) object: Party,
    pub(super) complement: Party,
    pub(super) denied: bool,
    pub(super) leads: bool,
}

/// All that a sentence says of names.
pub(super) fn namings(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    known: &mut KnownNames,
) -> Vec<Named> {
    let speaks = !matches!(
        doc.kind_of(sentence),
        PassageKind::Boilerplate | PassageKind::Dateline
    );
    if !speaks || is_in_capitals(doc, sentence) {
        return Vec::new();
    }
    let reader = Reader {
        doc,
        marks,
        sentence,
    };
    let mut found = Vec::new();
    let mut from = sentence.tokens.start;
    for mark in marks.within(&sentence.tokens) {
        if let Tag::Naming(naming) = mark.tag
            && mark.start >= from
            && mark.end < sentence.tokens.end
        {
            let said = reader.said(naming, &(mark.start..mark.end), known);
            if !said.is_empty() {
                from = mark.end;
                found.extend(said);
            }
        }
    }
    // The names of "formerly known as A, and B before that" are no list.
    let taken: Vec<Range<usize>> = found.iter().map(|named| named.words.clone()).collect();
    found.extend(reader.lists(&taken, known));
    found
}

/// Do most words have a capital, so that capitals tell no names: a headline, a wire text? A sentence full of names has small
/// words between them.
fn is_in_capitals(doc: &Doc<'_>, sentence: &Sentence) -> bool {
    let words = sentence
        .tokens
        .clone()
        .filter(|i| doc.is_kind(*i, TokenKind::Word));
    let (all, small) = words.fold((0, 0), |(all, small), i| {
        (all + 1, small + usize::from(!doc.is_capital(i)))
    });
    small * 4 < all
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    doc: &'a Doc<'a>,
    marks: &'a Marks,
    sentence: &'a Sentence,
}

impl Reader<'_> {
    /// What the words at `trigger` say of the names around them.
    fn said(self, naming: Naming, trigger: &Range<usize>, known: &mut KnownNames) -> Vec<Named> {
        let before = if naming.apposition {
            self.name_before(trigger.start)
        } else {
            self.subject_before(trigger.start)
        };
        let Some(before) = before else {
            return Vec::new();
        };
        let after = self.names_after(trigger.end, naming.needs_larger);
        let mut found = Vec::new();
        for name in after {
            let (object, complement) = if naming.object_first {
                (&before, &name)
            } else {
                (&name, &before)
            };
            let group = !naming.needs_group || object.is_group || complement.is_group;
            let larger = !naming.needs_larger || complement.is_larger && object.is_group;
            if !group || !larger {
                continue;
            }
            let [object, complement] = [object, complement].map(|n| self.party(n, known));
            if object.entity == complement.entity {
                continue;
            }
            found.push(Named {
                predicate: naming.predicate,
                trigger: trigger.clone(),
                words: before.whole.start..name.whole.end,
                object,
                complement,
                denied: self.is_denied(trigger),
                leads: naming.leads,
            });
        }
        found
    }

    /// "did not join", "is no longer part of".
    fn is_denied(self, trigger: &Range<usize>) -> bool {
        let from = self
            .sentence
            .tokens
            .start
            .max(trigger.start.saturating_sub(3));
        (from..trigger.end).any(|i| self.doc.is_any(i, &[Class::Negation, Class::None]))
    }

    /// The last name before token `end`. Between them stands at most an apposition, a verb's helpers, marks.
    fn name_before(self, end: usize) -> Option<Name> {
        let first = self.sentence.tokens.start.max(end.saturating_sub(REACH));
        for i in (first..end).rev() {
            let closes = matches!(self.doc.str(i), ")" | "]");
            if closes && let Some(name) = self.ending_at(i + 1, first) {
                return Some(name);
            }
            if self.is_name_word(i) {
                return self.ending_at(i + 1, first);
            }
            if !self.may_stand_between(i) {
                return None;
            }
        }
        None
    }

    /// The name that is the subject of a verb at `end`: nothing but the verb's helpers between, and in no phrase of its
    /// own ("the leader of X joined").
    fn subject_before(self, end: usize) -> Option<Name> {
        let doc = self.doc;
        let first = self.sentence.tokens.start.max(end.saturating_sub(REACH));
        let helps = |i: &usize| {
            doc.is_any(
                *i,
                &[
                    Class::Adverb,
                    Class::Have,
                    Class::Be,
                    Class::Do,
                    Class::Modal,
                    Class::Negation,
                ],
            )
        };
        let behind = (first..end).rev().find(|i| !helps(i))?;
        let name = self.ending_at(behind + 1, first)?;
        let before = (first..name.whole.start)
            .rev()
            .find(|i| !doc.is(*i, Class::Determiner));
        let within = before.is_some_and(|i| doc.is(i, Class::Preposition));
        (!within).then_some(name)
    }

    /// The name that ends before token `end`.
    fn ending_at(self, end: usize, first: usize) -> Option<Name> {
        // From the left, so that the longest run is taken and its parts are not.
        let mut start = end - 1;
        while start > first && self.belongs_to_name(start - 1) {
            start -= 1;
        }
        let mut at = start;
        while at < end {
            match self.name_at(at) {
                Some(name) if name.whole.end == end => return Some(name),
                Some(name) => at = name.whole.end,
                None => at += 1,
            }
        }
        None
    }

    fn belongs_to_name(self, i: usize) -> bool {
        self.is_name_word(i) || self.is_link(i) || matches!(self.doc.str(i), "(" | ")" | "[" | "]")
    }

    /// The names behind token `start`: one, and those that are said to be earlier still. Before a `described` name words
    /// may stand that say what it is: "the armed coalition X".
    fn names_after(self, start: usize, described: bool) -> Vec<Name> {
        let last = self.sentence.tokens.end.min(start + REACH);
        let Some(first) = (start..last)
            .take_while(|i| {
                let small = described || self.is_article(*i);
                self.is_name_word(*i) || small && self.may_precede(*i)
            })
            .find_map(|i| self.name_at(i))
        else {
            return Vec::new();
        };
        let mut names = vec![first];
        while let Some(end) = names.last().map(|n| n.whole.end) {
            let joined = (end..self.sentence.tokens.end)
                .take(3)
                .take_while(|i| {
                    self.doc.str(*i) == ","
                        || self
                            .doc
                            .is_any(*i, &[Class::Coordinator, Class::Alternative])
                })
                .count();
            let next = (joined > 0)
                .then(|| {
                    (end + joined..self.sentence.tokens.end.min(end + joined + 3))
                        .find_map(|i| self.name_at(i))
                })
                .flatten();
            let earlier = next.filter(|name| {
                let behind = name.whole.end..name.whole.end + 2;
                behind.into_iter().any(|i| {
                    self.marks
                        .starting_at(i)
                        .any(|mark| mark.tag == Tag::NamedEarlier)
                })
            });
            match earlier {
                Some(name) => names.push(name),
                None => break,
            }
        }
        names
    }

    /// Every two groups of a list are spoken of as two.
    fn lists(self, taken: &[Range<usize>], known: &mut KnownNames) -> Vec<Named> {
        let Some(predicate) = self.doc.lexicon.predicate_id("named-beside") else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut at = self.sentence.tokens.start;
        while at < self.sentence.tokens.end {
            let list = self.list_at(at);
            at = list.last().map_or(at + 1, |name| name.whole.end);
            let said = |name: &Name| taken.iter().any(|words| words.contains(&name.tokens.start));
            let groups: Vec<&Name> = list
                .iter()
                .filter(|name| name.is_group && !said(name))
                .collect();
            if groups.len() < 2 || list.len() > LONGEST_LIST {
                continue;
            }
            for (n, left) in groups.iter().enumerate() {
                for right in &groups[n + 1..] {
                    let [object, complement] = [left, right].map(|name| self.party(name, known));
                    if object.entity != complement.entity {
                        found.push(Named {
                            predicate,
                            trigger: right.tokens.clone(),
                            words: left.whole.start..right.whole.end,
                            object,
                            complement,
                            denied: false,
                            leads: false,
                        });
                    }
                }
            }
        }
        found
    }

    /// The names from token `at` on that commas and "and" join; empty unless "and" joins the last.
    fn list_at(self, at: usize) -> Vec<Name> {
        let Some(first) = self.name_at(at) else {
            return Vec::new();
        };
        let mut list = vec![first];
        let mut ended = false;
        while let Some(end) = list.last().map(|name| name.whole.end).filter(|_| !ended) {
            let comma = self.doc.str(end) == ",";
            let and = self.doc.is(end + usize::from(comma), Class::Coordinator);
            if !comma && !and {
                break;
            }
            let next = end + usize::from(comma) + usize::from(and);
            let item = (next..self.sentence.tokens.end.min(next + REACH))
                .take_while(|i| self.is_name_word(*i) || self.may_precede(*i))
                .find_map(|i| self.name_at(i));
            let Some(item) = item else {
                break;
            };
            ended = and;
            list.push(item);
        }
        if !ended {
            list.truncate(1);
        }
        list
    }

    fn party(self, name: &Name, known: &mut KnownNames) -> Party {
        let text = self.doc.words(name.tokens.clone());
        let mut party = Party::named(text, Basis::Said);
        party.span = Some(self.doc.span(name.tokens.clone()));
        let actor = self
            .marks
            .starting_at(name.tokens.start)
            .find_map(|mark| match mark.tag {
                Tag::Actor(index) if mark.end >= name.tokens.end => {
                    Some(self.doc.lexicon.actor(index))
                }
                _ => None,
            });
        party.side = actor.and_then(|a| a.side.clone());
        let entity = match actor {
            Some(actor) => actor.id.clone(),
            None => known.entity(text, name.is_group),
        };
        known.remember(text, name.letters.as_deref(), &entity, self.doc.lexicon);
        party.entity = Some(entity);
        party
    }
}

#[cfg(test)]
mod tests;

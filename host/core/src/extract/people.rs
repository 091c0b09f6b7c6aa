//! Noun phrases of people: who can be counted, with or without a number. How one is read stands in `nouns`.

use std::ops::Range;

use super::Marks;
use super::amount::{Amount, AmountKind};
use super::nouns::{aged_group, numbered_group, unnumbered_group};
use crate::lexicon::{Class, Tag};
use crate::model::{Basis, Bounds, Decimal, Form, Party, Quantity};
use crate::text::{Doc, Sentence, TokenKind};

/// How a noun phrase gives its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupKind {
    /// "at least 26 of its fighters": the amount at this index.
    Numbered(usize),
    /// "a soldier".
    Indefinite,
    /// "the soldier", "his wife".
    Definite,
    /// "civilians", "the rebels".
    Plural,
    /// "Jane Doe".
    Name,
    /// "he", "they".
    Pronoun,
}

/// A noun phrase of people.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) tokens: Range<usize>,
    pub(super) kind: GroupKind,
    /// "civilian", "soldier", "person".
    pub(super) role: Option<String>,
    pub(super) side: Option<String>,
    /// Does the phrase call them several?
    pub(super) plural: bool,
    /// Does it stand behind "including", "among them", "of them"?
    pub(super) subset: bool,
}

impl Group {
    /// A phrase of these tokens that says nothing more yet.
    pub(super) fn new(tokens: Range<usize>, kind: GroupKind, role: Option<String>) -> Self {
        Self {
            tokens,
            kind,
            role,
            side: None,
            plural: kind == GroupKind::Plural,
            subset: false,
        }
    }

    /// Several who are known already, without a number: "the priests", "his bodyguards".
    pub(super) fn is_known_plural(&self, doc: &Doc<'_>) -> bool {
        self.kind == GroupKind::Plural
            && doc.is_any(self.tokens.start, &[Class::Definite, Class::Possessive])
    }

    /// How many they are, in the words of the text. "The priests" tells no number: what it is has been said elsewhere,
    /// or not at all.
    pub(super) fn quantity(&self, doc: &Doc<'_>, amounts: &[Amount]) -> Option<Quantity> {
        let tokens = with_owner(doc, self.tokens.start)..self.tokens.end;
        let words = || doc.words(tokens.clone()).to_owned();
        let mut quantity = match self.kind {
            GroupKind::Numbered(index) => return Some(amounts[index].quantity(doc, "person")),
            GroupKind::Pronoun => return None,
            _ if self.is_anybody(doc) || self.is_known_plural(doc) => return None,
            _ if self.is_two(doc) => {
                let two = Bounds::exactly(Decimal::from(2));
                Quantity::stated(words(), Form::Exact, two, "person")
            }
            _ if self.plural => {
                let bounds = Bounds {
                    low: Some(Decimal::from(2)),
                    high: None,
                };
                Quantity::stated(words(), Form::Vague, bounds, "person")
            }
            _ => Quantity::stated(
                words(),
                Form::Exact,
                Bounds::exactly(Decimal::from(1)),
                "person",
            ),
        };
        quantity.span = Some(doc.span(tokens.clone()));
        Some(quantity)
    }

    /// "Both soldiers", "a couple".
    fn is_two(&self, doc: &Doc<'_>) -> bool {
        let noun = doc.word(self.tokens.end - 1).person.as_ref();
        self.plural && doc.is(self.tokens.start, Class::Both)
            || self.kind != GroupKind::Name && noun.is_some_and(|noun| noun.couple)
    }

    /// "Anyone": of whom only a denial says something.
    pub(super) fn is_anybody(&self, doc: &Doc<'_>) -> bool {
        self.tokens.len() == 1 && doc.is(self.tokens.start, Class::Somebody)
    }

    /// Does it say whom, besides how many?
    pub(super) fn has_noun(&self, amounts: &[Amount]) -> bool {
        match self.kind {
            // "Six men", "a family of six".
            GroupKind::Numbered(index) => {
                let number = &amounts[index].tokens;
                number.end < self.tokens.end || number.start > self.tokens.start
            }
            _ => true,
        }
    }

    /// Whom it names, without the number.
    pub(super) fn party(&self, doc: &Doc<'_>, amounts: &[Amount]) -> Party {
        let start = match self.kind {
            GroupKind::Numbered(index) => amounts[index].tokens.end.min(self.tokens.end),
            _ => self.tokens.start,
        };
        let start = start + usize::from(doc.is(start, Class::Of));
        let start = start + usize::from(doc.is(start, Class::PronounPlural));
        // "Two of whom were children".
        let told = doc.is(start, Class::Subset) && doc.is(start + 1, Class::Be);
        let start = start
            + if told && start + 2 < self.tokens.end {
                2
            } else {
                0
            };
        let tokens = if start < self.tokens.end {
            with_owner(doc, start)..self.tokens.end
        } else {
            self.tokens.clone()
        };
        let mut party = Party::named(doc.words(tokens.clone()), Basis::Said);
        party.span = Some(doc.span(tokens));
        party.role = self.role.clone();
        party.side = self.side.clone();
        party.basis = if self.role.is_some() {
            Basis::Said
        } else {
            Basis::Implied
        };
        party
    }
}

/// Where a phrase begins with whose it is: "Jane Doe's mother". Of an owner without a name the noun alone is taken.
fn with_owner(doc: &Doc<'_>, start: usize) -> usize {
    if !doc.is(start, Class::Genitive) {
        return start;
    }
    let owns = |i: &usize| doc.is_capital(*i) && doc.is_kind(*i, TokenKind::Word);
    let sentence = doc.sentence_of(start).map_or(start, |s| s.tokens.start);
    let first = sentence.max(start.saturating_sub(OWNER));
    let name = (first..start).rev().take_while(owns);
    name.last().unwrap_or(start + 1)
}

/// The most words of the name of an owner.
const OWNER: usize = 4;

/// "Nine members of one family": where the family ends, which counts nobody beside the nine.
fn of_one_family(doc: &Doc<'_>, group: &Group, amounts: &[Amount]) -> Option<usize> {
    let of = group.tokens.end;
    let one = amounts.partition_point(|a| a.tokens.start <= of);
    let one = amounts
        .get(one)
        .filter(|a| a.is_one() && a.tokens.start == of + 1)?;
    let family = doc.word(one.tokens.end).person.as_ref()?;
    let numbered = matches!(group.kind, GroupKind::Numbered(_)) && group.plural;
    (doc.is(of, Class::Of) && family.collective && numbered).then_some(one.tokens.end + 1)
}

/// Every noun phrase of people, by position; none overlap.
pub(super) fn groups(doc: &Doc<'_>, marks: &Marks, amounts: &[Amount]) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut next_amount = 0;
    for sentence in &doc.sentences {
        let mut i = sentence.tokens.start;
        // Does the last group stand in a list behind "including"?
        let mut listed = false;
        while i < sentence.tokens.end {
            while amounts.get(next_amount).is_some_and(|a| a.tokens.end <= i) {
                next_amount += 1;
            }
            let numbered = amounts.get(next_amount).filter(|a| a.tokens.start == i);
            let group = match numbered {
                Some(amount) => numbered_group(doc, sentence, next_amount, amount)
                    .or_else(|| aged_group(doc, sentence, i)),
                None => unnumbered_group(doc, sentence, i),
            };
            // "Among them two nurses": nobody beside those whom it opens a list of.
            let opens = |group: &Group| {
                let among = i > sentence.tokens.start && doc.is(i - 1, Class::Subset);
                group.kind == GroupKind::Pronoun && among && doc.is(i, Class::Subset)
            };
            let Some(mut group) = group.filter(|group| !opens(group)) else {
                i = numbered.map_or(i + 1, |a| a.tokens.end.max(i + 1));
                continue;
            };
            // "Both of the men" are two, as "both men" are.
            let both = i >= sentence.tokens.start + 2
                && doc.is(i - 1, Class::Of)
                && doc.is(i - 2, Class::Both);
            if both && group.plural && group.kind != GroupKind::Pronoun {
                group.tokens.start = i - 2;
            }
            if let Some(counted) = family_of(doc, &group, &amounts[next_amount..]) {
                group = Group {
                    tokens: group.tokens.start..amounts[next_amount + counted].tokens.end,
                    kind: GroupKind::Numbered(next_amount + counted),
                    plural: true,
                    ..group
                };
            }
            if let Some(end) = of_one_family(doc, &group, amounts) {
                group.tokens.end = end;
            }
            let goes_on = |last: &Group| goes_on_from(doc, sentence, last, &group);
            let part = is_subset(doc, group.tokens.start);
            listed = part && is_participle(doc, group.tokens.start - 1)
                || listed && found.last().is_some_and(goes_on);
            group.subset |= listed || part;
            group.side = side_of(doc, marks, &group.tokens).or_else(|| {
                group
                    .role
                    .as_deref()
                    .and_then(|role| doc.lexicon.side_of_role(role))
                    .map(str::to_owned)
            });
            i = group.tokens.end.max(i + 1);
            found.push(group);
        }
    }
    found
}

/// "A family of four": which of the amounts counts those of a collective noun.
fn family_of(doc: &Doc<'_>, group: &Group, amounts: &[Amount]) -> Option<usize> {
    let of = group.tokens.end;
    let noun = doc.word(of - 1).person.as_ref();
    let collective = noun.is_some_and(|noun| noun.collective);
    let numbered = matches!(group.kind, GroupKind::Numbered(_));
    if !collective || numbered || !doc.is(of, Class::Of) {
        return None;
    }
    // "Three of a family of five", "half the crew of 12": other ones are counted.
    let before = group.tokens.start.checked_sub(1);
    let some = before.is_some_and(|i| doc.is_any(i, &[Class::Of, Class::Part, Class::Figure]));
    let mut near = amounts.iter().take_while(|a| a.tokens.start <= of + 1);
    let at = near.position(|a| a.tokens.start == of + 1)?;
    let next = amounts[at].tokens.end;
    let closes = [
        Class::Be,
        Class::Have,
        Class::Preposition,
        Class::Coordinator,
        Class::Relative,
        Class::Trigger,
    ];
    // "Police of 12 districts".
    let closed = !doc.is_kind(next, TokenKind::Word) || doc.is_any(next, &closes);
    (amounts[at].kind == AmountKind::Count && closed && !some).then_some(at)
}

/// Does the phrase follow "including", "among them", "of whom"?
pub(super) fn is_subset(doc: &Doc<'_>, start: usize) -> bool {
    let Some(one) = start.checked_sub(1) else {
        return false;
    };
    let pair = one.checked_sub(1).is_some_and(|two| {
        doc.is(one, Class::Subset) && doc.is_any(two, &[Class::Of, Class::Subset])
    });
    // "The ring included more than 20 men" is no part of those told of; "the victims included two nurses" is.
    let participle = doc
        .str(one)
        .to_ascii_lowercase()
        .ends_with(doc.lexicon.endings().participle.as_str());
    let counted = |i: usize| {
        doc.word(i).person.is_some()
            || doc.is(i, Class::Trigger)
            || doc.is_kind(i, TokenKind::Mark)
            || doc.is(i, Class::Relative)
    };
    let two = (0..one).rev().take(3).find(|i| !doc.is(*i, Class::Adverb));
    let of_them = participle || two.is_none_or(counted);
    pair || doc.is(one, Class::Including) && of_them
}

/// "Including two women and three children", "including the mayor, two women and a child": a further part of the same
/// whole, if the list ends or goes on right behind it. Not "…, including two women, 13 critically hurt", "…, two officials in
/// Ardal said", nor behind a comma and "and", which goes on with the sentence.
fn goes_on_from(doc: &Doc<'_>, sentence: &Sentence, last: &Group, next: &Group) -> bool {
    let (end, start) = (last.tokens.end, next.tokens.start);
    let joined = doc.is(end, Class::Coordinator);
    let near = (joined || doc.str(end) == ",") && start == end + 1;
    let others = next.tokens.clone().any(|i| doc.is(i, Class::Others));
    let kind = match next.kind {
        GroupKind::Numbered(_) => next.role.is_some() && !others,
        // Behind a comma alone it may tell what the one before is: "including a nurse, a mother of two".
        GroupKind::Indefinite => joined,
        _ => false,
    };
    let behind = next.tokens.end;
    let closes = behind >= sentence.tokens.end || doc.is_kind(behind, TokenKind::Mark);
    let closes = closes || !joined && doc.is(behind, Class::Coordinator);
    near && kind && closes
}

/// "Including", and not "included", of which the whole is the subject.
fn is_participle(doc: &Doc<'_>, i: usize) -> bool {
    let ending = doc.lexicon.endings().participle.as_str();
    doc.str(i).to_ascii_lowercase().ends_with(ending)
}

/// The side that the words of a phrase tell: an actor's, or "regime", "rebel".
pub(super) fn side_of(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> Option<String> {
    let named = marks.within(tokens).find_map(|mark| match mark.tag {
        Tag::Actor(index) if mark.end <= tokens.end => doc.lexicon.actor(index).side.clone(),
        _ => None,
    });
    named.or_else(|| {
        tokens.clone().find_map(|i| {
            let word = |class| doc.is(i, class);
            match () {
                () if word(Class::SideGovernment) => Some("government".to_owned()),
                () if word(Class::SideOpposition) => Some("opposition".to_owned()),
                () => None,
            }
        })
    })
}

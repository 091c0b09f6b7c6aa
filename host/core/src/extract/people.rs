//! Noun phrases of people: who can be counted, with or without a number.

use std::ops::Range;

use super::Marks;
use super::amount::{Amount, AmountKind};
use super::names::{name_at, titled_name};
use crate::lexicon::{Class, NumberWord, Tag};
use crate::model::{Basis, Bounds, Decimal, Form, Party, PassageKind, Quantity};
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
    /// How many they are, in the words of the text.
    pub(super) fn quantity(&self, doc: &Doc<'_>, amounts: &[Amount]) -> Option<Quantity> {
        let words = || doc.words(self.tokens.clone()).to_owned();
        let mut quantity = match self.kind {
            GroupKind::Numbered(index) => return Some(amounts[index].quantity(doc, "person")),
            GroupKind::Pronoun => return None,
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
        quantity.span = Some(doc.span(self.tokens.clone()));
        Some(quantity)
    }

    /// Does it say whom, besides how many?
    pub(super) fn has_noun(&self, amounts: &[Amount]) -> bool {
        match self.kind {
            GroupKind::Numbered(index) => amounts[index].tokens.end < self.tokens.end,
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
        let tokens = if start < self.tokens.end {
            start..self.tokens.end
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

/// The most words between a number or article and its noun.
const REACH: usize = 6;

/// Every noun phrase of people, by position; none overlap.
pub(super) fn groups(doc: &Doc<'_>, marks: &Marks, amounts: &[Amount]) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    let mut next_amount = 0;
    for sentence in &doc.sentences {
        let mut i = sentence.tokens.start;
        while i < sentence.tokens.end {
            while amounts.get(next_amount).is_some_and(|a| a.tokens.end <= i) {
                next_amount += 1;
            }
            let numbered = amounts.get(next_amount).filter(|a| a.tokens.start == i);
            let group = match numbered {
                Some(amount) => numbered_group(doc, sentence, next_amount, amount),
                None => unnumbered_group(doc, sentence, i),
            };
            let Some(mut group) = group else {
                i = numbered.map_or(i + 1, |a| a.tokens.end.max(i + 1));
                continue;
            };
            group.subset |= is_subset(doc, group.tokens.start);
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

/// A number with the noun it counts; or with none, where a verb or mark follows ("17 were killed").
fn numbered_group(
    doc: &Doc<'_>,
    sentence: &Sentence,
    index: usize,
    amount: &Amount,
) -> Option<Group> {
    if amount.kind != AmountKind::Count
        || amount
            .bounds
            .low
            .is_some_and(|low| !low.is_integer() && amount.core.len() == 1)
    {
        return None;
    }
    let start = amount.tokens.start;
    let plural = !amount.is_one();
    let group = |end: usize, role: Option<String>| Group {
        tokens: start..end,
        kind: GroupKind::Numbered(index),
        role,
        side: None,
        plural,
        subset: false,
    };
    if let Some((end, role)) = part_of_them(doc, sentence, amount.tokens.end) {
        return Some(Group {
            subset: true,
            ..group(end, role)
        });
    }
    // "killed 9 dockers": the verb before says that they are people.
    let befallen = start > sentence.tokens.start
        && opens_verb(doc, start - 1)
        && !doc.is(start - 1, Class::Be)
        && !doc.is(start - 1, Class::Have);
    match head_after(doc, amount.tokens.end, (sentence.tokens.end, befallen)) {
        Head::Person { head, role } => {
            let (end, role) = with_joined(doc, sentence, head, role);
            Some(group(end, Some(role)))
        }
        Head::Nobody => Some(group(amount.tokens.end, None)),
        Head::Unknown(head) => Some(group(head + 1, None)),
        Head::Thing => None,
    }
}

/// "six of them priests", "two of whom were children": a part of those just named, with its noun if one follows.
fn part_of_them(
    doc: &Doc<'_>,
    sentence: &Sentence,
    from: usize,
) -> Option<(usize, Option<String>)> {
    let them =
        doc.is(from, Class::Of) && doc.is_any(from + 1, &[Class::PronounPlural, Class::Subset]);
    if !them || from + 2 > sentence.tokens.end {
        return None;
    }
    let noun = (from + 2..sentence.tokens.end.min(from + 2 + REACH))
        .find(|i| doc.word(*i).person.is_some() || stops(doc, *i));
    let noun = noun.filter(|i| doc.word(*i).person.is_some() && doc.word(*i).triggers.is_empty());
    let role = noun
        .and_then(|i| doc.word(i).person.as_ref())
        .map(|p| p.role.clone());
    Some((noun.map_or(from + 2, |i| i + 1), role))
}

/// "hundreds of civilians and fighters": one number for both, so they are people of either kind.
fn with_joined(doc: &Doc<'_>, sentence: &Sentence, head: usize, role: String) -> (usize, String) {
    let other = head + 2;
    let joined = doc.is(head + 1, Class::Coordinator) && other < sentence.tokens.end;
    match doc
        .word(other)
        .person
        .as_ref()
        .filter(|p| joined && p.plural)
    {
        Some(person) if opens_no_claim(doc, other + 1) => {
            let role = if person.role == role {
                role
            } else {
                "person".to_owned()
            };
            (other + 1, role)
        }
        _ => (head + 1, role),
    }
}

/// Is the noun before this token without a number or participle of its own ("six soldiers and rebels wounded")?
fn opens_no_claim(doc: &Doc<'_>, next: usize) -> bool {
    doc.word(next).triggers.is_empty()
}

/// What follows a number.
enum Head {
    /// People.
    Person { head: usize, role: String },
    /// A verb, preposition or mark: the number stands alone and means people if a claim wants it to.
    Nobody,
    /// A plural that the lexicon does not know, beside a verb: "fourteen dockers were", "killed nine dockers".
    Unknown(usize),
    /// Something else.
    Thing,
}

fn head_after(doc: &Doc<'_>, from: usize, (end, befallen): (usize, bool)) -> Head {
    let mut unknown = 0;
    let mut narrowed = None;
    let quote = usize::from(matches!(doc.str(from), "\"" | "“" | "”"));
    for i in from + quote..end.min(from + REACH + 2) {
        let word = doc.word(i);
        if let Some(person) = &word.person {
            let head = last_of_run(doc, i, end);
            let role = doc
                .word(head)
                .person
                .as_ref()
                .map_or(&person.role, |p| &p.role);
            return Head::Person {
                head,
                role: narrowed
                    .filter(|_| role == "person")
                    .unwrap_or_else(|| role.clone()),
            };
        }
        narrowed = narrowed.or_else(|| word.modifier.clone());
        let skips = (i == from && (doc.is(i, Class::Of) || doc.says(i, "more")))
            || doc.is_any(
                i,
                &[Class::Determiner, Class::Possessive, Class::Nationality],
            )
            || word.modifier.is_some()
            || doc.is_any(i, &[Class::SideGovernment, Class::SideOpposition])
            || matches!(doc.str(i), "other" | "more" | "additional" | "-" | ",") && !stops(doc, i);
        if skips {
            continue;
        }
        if stops(doc, i) || doc.is_any(i, &[Class::Be, Class::Have, Class::Adverb, Class::Modal]) {
            return match unknown {
                0 => Head::Nobody,
                _ if is_plural(doc, i - 1) && (befallen || opens_verb(doc, i)) => {
                    Head::Unknown(i - 1)
                }
                _ => Head::Thing,
            };
        }
        unknown += 1;
        if unknown > 3 || doc.is_any(i, &[Class::Measure, Class::Thing]) {
            return Head::Thing;
        }
    }
    if unknown == 0 {
        Head::Nobody
    } else {
        Head::Thing
    }
}

/// Does the word look like a plural?
fn is_plural(doc: &Doc<'_>, i: usize) -> bool {
    let word = doc.str(i);
    word.len() > 3 && word.to_ascii_lowercase().ends_with('s') && doc.is_kind(i, TokenKind::Word)
}

/// Does a verb begin here?
fn opens_verb(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_any(i, &[Class::Be, Class::Have, Class::Get])
        || doc.word(i).triggers.iter().any(|t| !t.frame.is_noun())
}

/// Does a noun phrase end before this token?
fn stops(doc: &Doc<'_>, i: usize) -> bool {
    let mark = doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "-");
    let opens_claim = !doc.word(i).triggers.is_empty();
    mark || opens_claim
        || doc.is_any(
            i,
            &[
                Class::Preposition,
                Class::ClauseBreak,
                Class::Coordinator,
                Class::Alternative,
                Class::Cue,
                Class::Pronoun,
            ],
        )
}

/// The last noun of "police officers", "union leaders".
fn last_of_run(doc: &Doc<'_>, first: usize, end: usize) -> usize {
    let mut last = first;
    while last + 1 < end
        && doc.word(last + 1).person.is_some()
        && doc.word(last + 1).triggers.is_empty()
    {
        last += 1;
    }
    last
}

fn unnumbered_group(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    let bare = |tokens: Range<usize>, kind, plural, role| Group {
        tokens,
        kind,
        role,
        side: None,
        plural,
        subset: false,
    };
    if doc.is_any(i, &[Class::PronounSingular, Class::PronounPlural]) {
        return Some(bare(
            i..i + 1,
            GroupKind::Pronoun,
            doc.is(i, Class::PronounPlural),
            None,
        ));
    }
    if doc.is(i, Class::Indefinite) || doc.is(i, Class::Definite) || doc.is(i, Class::Possessive) {
        return determined(doc, sentence, i);
    }
    if doc.word(i).person.is_some() && (doc.word(i).triggers.is_empty()) {
        let head = last_of_run(doc, i, sentence.tokens.end);
        let noun = doc.word(head).person.as_ref()?;
        let start = modifiers_before(doc, sentence.tokens.start, i);
        let headline = doc.kind_of(sentence) == PassageKind::Headline;
        return match (noun.plural, headline) {
            (true, _) => Some(bare(
                start..head + 1,
                GroupKind::Plural,
                true,
                Some(narrowed(doc, start, head)),
            )),
            (false, true) if !doc.is_capital(i + 1) || !doc.word(i + 1).triggers.is_empty() => {
                Some(bare(
                    start..head + 1,
                    GroupKind::Indefinite,
                    false,
                    Some(narrowed(doc, start, head)),
                ))
            }
            _ => titled_name(doc, sentence, i),
        };
    }
    name_at(doc, sentence, i)
}

/// "a young soldier", "the two's father", "its fighters".
fn determined(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    for at in i + 1..sentence.tokens.end.min(i + 1 + REACH) {
        let word = doc.word(at);
        if word.number.is_some_and(NumberWord::counts) || doc.is_kind(at, TokenKind::Number) {
            // "the three soldiers", "said that six men": the number makes a group of its own.
            return None;
        }
        if word.person.is_some() && word.triggers.is_empty() {
            let head = last_of_run(doc, at, sentence.tokens.end);
            let noun = doc.word(head).person.as_ref()?;
            let kind = match () {
                () if noun.plural => GroupKind::Plural,
                () if doc.is(i, Class::Indefinite) => GroupKind::Indefinite,
                () => GroupKind::Definite,
            };
            let role = Some(narrowed(doc, i, head));
            return Some(Group {
                tokens: i..head + 1,
                kind,
                role,
                side: None,
                plural: noun.plural,
                subset: false,
            });
        }
        if stops(doc, at) && !doc.is(at, Class::Possessive) && doc.str(at) != "-"
            || doc.is_any(at, &[Class::Be, Class::Have])
        {
            return None;
        }
    }
    None
}

/// The role of a noun, or what a word before it narrows it to: "military personnel".
fn narrowed(doc: &Doc<'_>, start: usize, head: usize) -> String {
    let noun = doc
        .word(head)
        .person
        .as_ref()
        .map_or("person", |p| p.role.as_str());
    let modifier = (start..head).find_map(|i| doc.word(i).modifier.clone());
    modifier
        .filter(|_| noun == "person")
        .unwrap_or_else(|| noun.to_owned())
}

/// The adjectives before a bare plural: "Syrian government soldiers".
fn modifiers_before(doc: &Doc<'_>, first: usize, noun: usize) -> usize {
    let mut start = noun;
    while start > first {
        let at = start - 1;
        let adjective = doc.is_any(
            at,
            &[
                Class::Nationality,
                Class::SideGovernment,
                Class::SideOpposition,
            ],
        ) || doc.word(at).modifier.is_some();
        if !adjective || doc.word(at).person.is_some() {
            break;
        }
        start = at;
    }
    start
}

/// Does the phrase follow "including", "among them", "of them"?
fn is_subset(doc: &Doc<'_>, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map_or("", |i| doc.str(i));
    let one = before(1).to_ascii_lowercase();
    let two = before(2).to_ascii_lowercase();
    one == "including"
        || one == "included"
        || (two == "among" && one == "them")
        || (one == "whom" && two == "of")
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

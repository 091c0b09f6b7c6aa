//! The people of a sentence: noun phrases, names and pronouns, with what each tells of whom it means.

use std::ops::Range;

use super::ages::add_ages;
use super::phrase::phrase;
use super::portrait::{Portrait, sex_of};
use crate::extract::amount::AmountKind;
use crate::extract::counts::Scene;
use crate::extract::names::name_at;
use crate::extract::people::{Group, GroupKind};
use crate::lexicon::Class;
use crate::text::{Doc, Sentence, TokenKind};

/// How a phrase points at people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointing {
    /// "a man", "two men", a headline's "man": somebody new, unless told again.
    New,
    /// "the man", "the two men", "his wife".
    Known,
    /// A name.
    Name,
    /// "he", "both".
    Pronoun,
}

/// Somebody, as one sentence calls them.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) tokens: Range<usize>,
    pub(super) pointing: Pointing,
    /// How many; none: several, and it is not said how many.
    pub(super) count: Option<u32>,
    pub(super) portrait: Portrait,
    /// The age of each, where several are told: "two men, 19 and 20".
    pub(super) ages: Vec<u32>,
    /// "another", "two others": not those told before.
    pub(super) further: bool,
    /// Does a possessive follow, so that another noun is meant?
    pub(super) owns: bool,
    /// Does it open with whose they are: "their two children"?
    pub(super) owned: bool,
    /// Does a noun say what they are?
    pub(super) noun: bool,
}

/// The most words between the beginning of a noun phrase and its noun.
pub(super) const REACH: usize = 7;

/// The names that a text has told, so that "Hill" alone is known for one.
#[derive(Default)]
pub(super) struct Cast {
    told: Vec<Portrait>,
}

/// The most people of a text whose names are kept.
const CAST: usize = 400;

impl Cast {
    fn meet(&mut self, portrait: &Portrait) {
        if portrait.name.len() < 2 {
            return;
        }
        let known = self.told.iter().position(|p| p.shares_name(portrait));
        match known {
            Some(at) => self.told[at].learn(portrait),
            None if self.told.len() < CAST => self.told.push(portrait.clone()),
            None => {}
        }
    }

    /// The person last told of whose name has this word.
    fn named(&self, word: &str) -> Option<&Portrait> {
        self.told
            .iter()
            .rev()
            .find(|p| p.name.iter().any(|n| n == word))
    }
}

/// The people of a sentence, by position; none overlap.
pub(super) fn mentions(scene: &Scene<'_>, sentence: &Sentence, cast: &mut Cast) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut i = sentence.tokens.start;
    let mut groups = scene.groups_in(&sentence.tokens).peekable();
    while i < sentence.tokens.end {
        while groups.next_if(|(_, g)| g.tokens.start < i).is_some() {}
        let group = groups.peek().map(|(_, group)| *group);
        let group = group.filter(|g| g.tokens.start == i);
        // "One of them a pupil": the pupil is the one.
        if let Some(part) = group.filter(|g| is_described_part(scene.doc, g)) {
            i = part.tokens.end;
            continue;
        }
        let mention = mention_at(scene, sentence, i, (group, cast));
        i = mention.as_ref().map_or(i + 1, |m| m.tokens.end.max(i + 1));
        if let Some(mention) = &mention {
            cast.meet(&mention.portrait);
        }
        found.extend(mention);
    }
    found
}

/// "One of them a pupil", "two of whom were pupils": a part with what it is.
fn is_described_part(doc: &Doc<'_>, group: &Group) -> bool {
    let numbered = matches!(group.kind, GroupKind::Numbered(_)) && group.subset;
    let them = |i: usize| {
        doc.is(i, Class::Of) && doc.is_any(i + 1, &[Class::PronounPlural, Class::Subset])
    };
    let last = group.tokens.end - 1;
    numbered && group.tokens.clone().any(|i| them(i) && i + 1 < last)
}

/// The mention that begins with a token, where the group that the frames read there helps to read it.
fn mention_at(
    scene: &Scene<'_>,
    sentence: &Sentence,
    i: usize,
    (group, cast): (Option<&Group>, &Cast),
) -> Option<Mention> {
    let doc = scene.doc;
    if group.is_none() && !may_begin(doc, i) {
        return None;
    }
    pronoun(doc, sentence, i)
        .or_else(|| numbered(scene, sentence, group?))
        .or_else(|| phrase(doc, sentence, i))
        .or_else(|| name(doc, sentence, i, cast))
}

/// May a mention begin with this token? Most words are plain ones that none begins with.
fn may_begin(doc: &Doc<'_>, i: usize) -> bool {
    let begins = [
        Class::PronounSingular,
        Class::PronounPlural,
        Class::Possessive,
        Class::Both,
        Class::Indefinite,
        Class::Definite,
        Class::Person,
        Class::Figure,
    ];
    doc.is_any(i, &begins)
        || doc.is_capital(i)
        || doc.is_kind(i, TokenKind::Number)
        || doc.str(i).bytes().any(|byte| byte == b'-')
}

fn pronoun(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Mention> {
    if doc.is(i, Class::Reflexive) {
        return None;
    }
    let next = i + 1;
    let ends_phrase = next >= sentence.tokens.end
        || !doc.is_kind(next, TokenKind::Word)
        || doc.is_any(
            next,
            &[
                Class::Be,
                Class::Have,
                Class::Preposition,
                Class::Coordinator,
                Class::Adverb,
                Class::Modal,
            ],
        )
        || !doc.word(next).triggers.is_empty();
    let her = doc.is(i, Class::Possessive) && doc.is(i, Class::Female) && ends_phrase;
    let count = match () {
        () if doc.is(i, Class::PronounSingular) || her => Some(1),
        () if doc.is(i, Class::PronounPlural) => None,
        () if doc.is(i, Class::Both) && ends_phrase => Some(2),
        () => return None,
    };
    Some(Mention {
        tokens: i..next,
        pointing: Pointing::Pronoun,
        count,
        portrait: Portrait {
            sex: sex_of(doc, i),
            ..Portrait::default()
        },
        ages: Vec::new(),
        further: false,
        owns: false,
        owned: false,
        noun: doc.is(i, Class::Both),
    })
}

/// "two men, 19 and 20", "five people", "one".
fn numbered(scene: &Scene<'_>, sentence: &Sentence, group: &Group) -> Option<Mention> {
    let doc = scene.doc;
    let GroupKind::Numbered(index) = group.kind else {
        return None;
    };
    let amount = &scene.amounts[index];
    if amount.kind != AmountKind::Count || group.subset {
        return None;
    }
    let low = amount
        .bounds
        .low
        .filter(|low| Some(*low) == amount.bounds.high);
    let head = group.tokens.end - 1;
    let is_noun = doc.word(head).person.is_some();
    let start = group.tokens.start;
    let the = start > sentence.tokens.start && doc.is(start - 1, Class::Definite);
    let portrait = if is_noun {
        Portrait::of_noun(doc, head)
    } else {
        Portrait::default()
    };
    let mut mention = Mention {
        tokens: group.tokens.clone(),
        pointing: Pointing::New,
        count: low.and_then(|low| low.to_string().parse().ok()),
        portrait,
        ages: Vec::new(),
        further: group.tokens.clone().any(|t| doc.is(t, Class::Further)),
        // "All but three of the 40 were killed": the three were not.
        owns: is_owner(doc, group.tokens.end) || is_excepted(doc, start),
        owned: false,
        noun: is_noun || the,
    };
    add_ages(doc, sentence, &mut mention);
    Some(mention)
}

fn is_excepted(doc: &Doc<'_>, start: usize) -> bool {
    start >= 2 && doc.is(start - 1, Class::Contrast) && doc.is(start - 2, Class::Whole)
}

/// "Jane Doe, 34", or a word of a name that the text has told before.
fn name(doc: &Doc<'_>, sentence: &Sentence, i: usize, cast: &Cast) -> Option<Mention> {
    let full = name_at(doc, sentence, i).map(|group| i..group.tokens.end);
    let alone = || {
        let inside = doc.is_capital(i + 1) && doc.is_kind(i + 1, TokenKind::Word);
        let behind = i > sentence.tokens.start && doc.is_capital(i - 1);
        (doc.is_capital(i) && doc.is_kind(i, TokenKind::Word) && !inside && !behind)
            .then_some(i..i + 1)
    };
    // "of the Lower Ford Community College": the end of a longer name is nobody's.
    let cut =
        i > sentence.tokens.start && doc.is_capital(i - 1) && doc.is_kind(i - 1, TokenKind::Word);
    let titled = |i: usize| doc.is(i, Class::Title) || doc.word(i).person.is_some();
    if cut && !sentence.shouted && i - 1 > sentence.tokens.start && !titled(i - 1) {
        return None;
    }
    let is_full = full.is_some();
    let tokens = full.or_else(alone)?;
    // "At a Lower Ford hospital": what kind of hospital.
    let article = i > sentence.tokens.start && doc.is(i - 1, Class::Indefinite);
    if article && (doc.is(tokens.end, Class::CarePlace) || doc.word(tokens.end).thing.is_some()) {
        return None;
    }
    let mut words = name_words(doc, &tokens);
    // "Anna and Paul Weber": one surname for both.
    let told = words.last().is_some_and(|word| cast.named(word).is_some());
    let given = !is_full && !told && doc.word(i).text.is_empty();
    let shared = (given && doc.is(i + 1, Class::Coordinator))
        .then(|| name_at(doc, sentence, i + 2))
        .flatten()
        .map(|group| name_words(doc, &group.tokens))
        .filter(|name| name.len() == 2);
    let is_full = is_full || shared.is_some();
    words.extend(shared.and_then(|mut name| name.pop()));
    let last = words.last()?.clone();
    let known = cast.named(&last).filter(|p| {
        let own = Portrait {
            name: words.clone(),
            ..Portrait::default()
        };
        p.shares_name(&own)
    });
    if !is_full && known.is_none() {
        return None;
    }
    let mut portrait = known.cloned().unwrap_or_default();
    if portrait.name.len() < words.len() {
        portrait.name = words;
    }
    let end = tokens.end;
    let mut mention = Mention {
        tokens,
        pointing: Pointing::Name,
        count: Some(1),
        portrait,
        ages: Vec::new(),
        further: false,
        owns: is_owner(doc, end),
        owned: false,
        noun: false,
    };
    add_ages(doc, sentence, &mut mention);
    Some(mention)
}

/// The words of a name in small letters, without the age that may stand behind it.
pub(super) fn name_words(doc: &Doc<'_>, tokens: &Range<usize>) -> Vec<String> {
    tokens
        .clone()
        .filter(|i| doc.is_kind(*i, TokenKind::Word) && doc.str(*i).len() > 1)
        .filter(|i| !doc.is(*i, Class::Title) && doc.word(*i).person.is_none())
        .map(|i| doc.str(i).to_lowercase())
        .collect()
}

pub(super) fn is_owner(doc: &Doc<'_>, end: usize) -> bool {
    doc.is(end, Class::Possessive)
        && doc.is_kind(end, TokenKind::Word)
        && doc.str(end).len() < 5
        && doc.str(end).starts_with(['\'', '’', 'ʼ'])
        || matches!(doc.str(end), "'" | "’")
            && !doc.str(end.wrapping_sub(1)).is_empty()
            && doc.str(end.wrapping_sub(1)).ends_with('s')
}

//! The noun phrases of a sentence that mean somebody: "a 29-year-old man", "his wife Jane Doe", "both women".

use super::ages::{add_ages, age_at, figure_at};
use super::mention::{Mention, Pointing, REACH, is_owner, name_words};
use super::portrait::Portrait;
use crate::extract::heads::{adjectival_nation, is_modifier};
use crate::extract::names::name_at;
use crate::lexicon::Class;
use crate::model::PassageKind;
use crate::text::{Doc, Sentence, TokenKind};

/// "a 29-year-old man", "his wife Jane Doe", "the victim", "officer Jane Doe", "woman".
pub(super) fn phrase(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Mention> {
    // "A man that killed": the relative "that" is no article.
    let relative = doc.is(i, Class::Relative) && !doc.is(i, Class::Possessive);
    let articles = [Class::Indefinite, Class::Definite, Class::Possessive];
    // "Both women": the two told before.
    let both = doc.is(i, Class::Both);
    let determined = doc.is_any(i, &articles) && !relative || both;
    let mut head = None;
    let mut age = None;
    let mut count = both.then_some(2);
    let mut at = i + usize::from(determined);
    let end = sentence.tokens.end.min(i + REACH + 4);
    while at < end {
        if let Some((years, after)) = age_at(doc, at) {
            age = Some((years, after));
            at = after;
            continue;
        }
        // "other callers", "other officials" name nobody.
        let bare = !determined && age.is_none() && doc.is(at, Class::Further);
        // "the Colombian consulate", "the police station"
        let limit = sentence.tokens.end;
        let bare = bare || adjectival_nation(doc, at, limit) || is_modifier(doc, at, limit);
        if doc.word(at).person.is_some() && doc.word(at).triggers.is_empty() && !bare {
            head = Some(last_noun(doc, at, sentence.tokens.end));
            break;
        }
        if let Some(number) = figure_at(doc, at).filter(|_| determined) {
            count = Some(number);
            at += 1;
            continue;
        }
        if !determined && age.is_none() || is_stop(doc, at) || is_verb(doc, at) {
            break;
        }
        at += 1;
    }
    let (end, portrait) = match (head, age) {
        (Some(head), _) => (head + 1, Portrait::of_noun(doc, head)),
        // "The 23-year-old was hit": the age stands for the person.
        (None, Some((_, after))) => (after, Portrait::default()),
        (None, None) => return None,
    };
    let noun = head.and_then(|h| doc.word(h).person.as_ref());
    let plural = noun.is_some_and(|p| p.plural);
    let couple = noun.is_some_and(|p| p.couple);
    let pointing = match () {
        () if both || doc.is_any(i, &[Class::Definite, Class::Possessive]) => Pointing::Known,
        () => Pointing::New,
    };
    let mut mention = Mention {
        tokens: i..end,
        pointing,
        count: match () {
            () if couple => Some(2),
            () if plural => count,
            () => Some(1),
        },
        portrait: Portrait {
            age: age.and_then(|(years, _)| years),
            ..portrait
        },
        ages: Vec::new(),
        further: (i..end).any(|t| doc.is(t, Class::Further)),
        owns: is_owner(doc, end),
        // "The couple and their child": whether they were told before or not.
        owned: doc.is(i, Class::Possessive) || couple,
        noun: head.is_some(),
    };
    if !plural && !couple {
        add_name(doc, sentence, &mut mention);
    }
    // "Minister and President Jane Doe": an office without its holder's name.
    let office = !determined && age.is_none() && mention.portrait.name.is_empty();
    let headline = doc.kind_of(sentence) == PassageKind::Headline;
    if office
        && !headline
        && doc.is(end - 1, Class::Title)
        && doc.is_any(mention.tokens.end, &[Class::Coordinator, Class::Of])
    {
        return None;
    }
    add_ages(doc, sentence, &mut mention);
    (pointing != Pointing::New || !plural || count.is_some() || mention.portrait.age.is_some())
        .then_some(mention)
}

/// A name right behind the noun, or behind a comma: "his wife Jane Doe", "the victim, Jane Doe,".
fn add_name(doc: &Doc<'_>, sentence: &Sentence, mention: &mut Mention) {
    let end = mention.tokens.end;
    let from = end + usize::from(doc.str(end) == ",");
    // "a neighbor, 55-year-old Jane Doe"
    let aged = age_at(doc, from).filter(|_| from > end);
    let from = aged.map_or(from, |(_, after)| after);
    let Some(group) = name_at(doc, sentence, from) else {
        return;
    };
    // "the man, John Doe said": the name speaks.
    if from > end && doc.is_any(group.tokens.end, &[Class::Cue, Class::Be, Class::Have]) {
        return;
    }
    let words = name_words(doc, &(from..group.tokens.end));
    if !words.is_empty() {
        mention.portrait.name = words;
        let years = aged.and_then(|(years, _)| years);
        mention.portrait.age = mention.portrait.age.or(years);
        mention.tokens.end = group.tokens.end;
        mention.owns = is_owner(doc, mention.tokens.end);
    }
}

fn last_noun(doc: &Doc<'_>, first: usize, end: usize) -> usize {
    let mut last = first;
    while last + 1 < end
        && last - first < REACH
        && doc.word(last + 1).person.is_some()
        && doc.word(last + 1).triggers.is_empty()
    {
        last += 1;
    }
    last
}

/// Does a noun phrase end before this token?
fn is_stop(doc: &Doc<'_>, i: usize) -> bool {
    let mark = doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "-" | "\"" | "“" | "”");
    mark || doc.is_any(
        i,
        &[
            Class::Preposition,
            Class::ClauseBreak,
            Class::Coordinator,
            Class::Alternative,
            Class::Cue,
            Class::Pronoun,
            Class::Be,
            Class::Have,
            Class::Modal,
            Class::Possessive,
            Class::Determiner,
            Class::Blow,
        ],
    )
}

/// "The blast injured three men": a verb with its object, unlike "the injured men".
fn is_verb(doc: &Doc<'_>, i: usize) -> bool {
    let articles = [Class::Indefinite, Class::Definite, Class::Possessive];
    let next = i + 1;
    !doc.word(i).triggers.is_empty()
        && (doc.is_any(next, &articles)
            || figure_at(doc, next).is_some() && age_at(doc, next).is_none())
}

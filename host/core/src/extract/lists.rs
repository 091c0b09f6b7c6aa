//! Lists left of a verb, and who is named just before a word.

use std::ops::Range;

use super::counts::{Scene, Victims};
use super::names::{is_name_word, is_office, run_before};
use super::people::{GroupKind, is_subset};
use super::spine::{is_age, is_aged, phrase_start};
use super::steps::{aside_before, is_adverb};
use crate::lexicon::{Class, Tag};
use crate::model::PassageKind;
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens of an age in words: ", 20 years old".
const AGE_REACH: usize = 5;

/// The most tokens of a clause that tells more of a member: "who were working as stewards".
const CLAUSE: usize = 10;

/// The most members of a list that is read.
const LONGEST_LIST: usize = 12;

/// The members of a list that stand before its last member: "six priests, a cook and her daughter were".
pub(super) fn listed_before(scene: &Scene<'_>, sentence: &Sentence, last: usize) -> Vec<Victims> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let mut found = Vec::new();
    let mut start = last;
    // "3 adults, 1 child found dead": a headline joins by commas alone.
    let headline = doc.kind_of(sentence) == PassageKind::Headline;
    let mut joined = false;
    while found.len() < LONGEST_LIST && start > first {
        // "and their two maids": the number's phrase begins before it.
        let own = doc.is_any(start - 1, &[Class::Possessive, Class::Definite]);
        // "Ana Ruiz, whose son and daughter were killed": with "whose" a clause begins.
        let of_clause = |i: usize| doc.is(i, Class::Relative) && doc.is(i, Class::Possessive);
        if of_clause(start) || of_clause(start - 1) {
            break;
        }
        let mut end = start - usize::from(own && start - 1 > first);
        while let Some(opener) = aside_before(doc, first, end) {
            end = opener;
        }
        if end <= first {
            break;
        }
        let link = end - 1;
        if doc.is(link, Class::Coordinator) {
            joined = true;
        } else if doc.str(link) != "," || !(joined || headline) {
            break;
        }
        end = link;
        let single = || given_name(scene, sentence, end, start);
        let told = described_in_clause(scene, sentence, end);
        let told = told.or_else(|| member_before(scene, sentence, end));
        let Some((victims, begins)) = told.or_else(single) else {
            break;
        };
        // A phrase that nobody is known by may begin with "including" itself.
        let part = begins + usize::from(doc.is(begins, Class::Including));
        // "Including a nurse, Jane Doe,": the name of one of them.
        let comma = begins.checked_sub(1).filter(|i| doc.str(*i) == ",");
        let described = comma.and_then(|comma| group_ending_at(scene, comma));
        let described = described.filter(|index| scene.groups[*index].subset);
        let part = described.map_or(part, |index| scene.groups[index].tokens.start);
        if described.is_some() || is_subset(doc, part) || is_part(scene, &victims) {
            match before_parts(scene, part) {
                Before::Whole(whole) => {
                    start = scene.groups[whole].tokens.start;
                    found.push(Victims::Group(whole));
                    continue;
                }
                Before::Clause => break,
                Before::Neither => {}
            }
        }
        if !joined && !is_plain(scene, &victims) {
            break;
        }
        let implied = matches!(victims, Victims::Implied { .. });
        // "After six clerks and two women were killed": a clause begins.
        let governed = begins > first
            && doc.is(begins - 1, Class::Preposition)
            && !doc.is(begins - 1, Class::ClauseBreak);
        // "Rescuers saved 112 people, and dozens were missing": whom another verb has.
        let taken = begins > first && !implied && {
            let mut verbs = doc.word(begins - 1).triggers.iter();
            verbs.any(|t| !t.frame.is_noun())
        };
        // "Minister and President Jane Doe": two offices of one.
        let office = implied && !headline && (begins..end).all(|i| doc.is(i, Class::Title));
        if governed || taken || office || implied && !stands_free(scene, sentence, begins) {
            break;
        }
        start = begins;
        found.push(victims);
    }
    found
}

/// "Including two women": some of those told of before.
fn is_part(scene: &Scene<'_>, victims: &Victims) -> bool {
    matches!(victims, Victims::Group(index) if scene.groups[*index].subset)
}

/// What stands before the parts of a whole.
enum Before {
    /// Those of whom they are parts: "six people, including a nurse and two women, and three guards were hurt".
    Whole(usize),
    /// The verb that tells of them: "four people died, including Jane Doe, and six were hurt".
    Clause,
    Neither,
}

/// What stands before the parts of which the last begins at `part`.
fn before_parts(scene: &Scene<'_>, part: usize) -> Before {
    let doc = scene.doc;
    let mut before = scene.groups.partition_point(|g| g.tokens.end <= part);
    let mut opens = part;
    while before > 0 && scene.groups[before - 1].subset {
        before -= 1;
        opens = scene.groups[before].tokens.start;
    }
    let leads = [Class::Including, Class::Among, Class::Subset];
    while opens > 0 && doc.is_any(opens - 1, &leads) {
        opens -= 1;
    }
    opens -= usize::from(opens > 0 && doc.str(opens - 1) == ",");
    let several = |index: &usize| {
        let kind = scene.groups[*index].kind;
        matches!(kind, GroupKind::Numbered(_) | GroupKind::Plural)
    };
    match group_ending_at(scene, opens).filter(several) {
        Some(whole) => Before::Whole(whole),
        None if opens > 0 && !doc.word(opens - 1).triggers.is_empty() => Before::Clause,
        None => Before::Neither,
    }
}

/// A phrase without a name: "1 child", "mother".
fn is_plain(scene: &Scene<'_>, victims: &Victims) -> bool {
    matches!(
        scene.kind_of(victims),
        Some(GroupKind::Numbered(_) | GroupKind::Indefinite)
    )
}

/// "Anna and Paul Weber were": a given name that shares the surname behind it, and where it begins.
fn given_name(
    scene: &Scene<'_>,
    sentence: &Sentence,
    end: usize,
    next: usize,
) -> Option<(Victims, usize)> {
    let doc = scene.doc;
    let start = end.checked_sub(1).filter(|i| *i >= sentence.tokens.start)?;
    let alone = start == sentence.tokens.start || !doc.is_capital(start - 1);
    let given = doc.is_capital(start) && doc.word(start).text.is_empty() && alone;
    let full = doc.is_capital(next) && doc.is_capital(next + 1) && next == end + 1;
    (given && full && !sentence.shouted).then_some((
        Victims::Implied {
            tokens: start..end,
            plural: false,
        },
        start,
    ))
}

/// May the name that begins at `start` be a subject by what stands before it? Behind a word that may be a verb
/// ("attacked Lower Ford and") we cannot be sure.
pub(super) fn stands_free(scene: &Scene<'_>, sentence: &Sentence, start: usize) -> bool {
    let doc = scene.doc;
    let Some(before) = start.checked_sub(1).filter(|i| *i >= sentence.tokens.start) else {
        return true;
    };
    let opened = doc.is_kind(before, TokenKind::Mark)
        || doc.is_any(
            before,
            &[Class::Coordinator, Class::ClauseBreak, Class::Cue],
        )
        || is_adverb(doc, before)
        || doc.word(before).time.is_some();
    opened && !doc.is(before, Class::Preposition)
}

/// The member of a list that ends just before `end`, and where it begins; "the mayor of the town" is one, and so is a
/// name with what the person is behind it.
fn member_before(scene: &Scene<'_>, sentence: &Sentence, end: usize) -> Option<(Victims, usize)> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let mut end = before_asides(doc, first, end);
    for _ in 0..3 {
        let known = element_before(scene, sentence, end);
        let start = known.as_ref().map_or_else(
            || phrase_start(doc, first, end),
            |victims| victims.tokens(scene).start,
        );
        let office = start < end && doc.word(end - 1).person.as_ref().is_some_and(|p| !p.plural);
        let described = known
            .as_ref()
            .map_or(office, |victims| is_description(scene, victims));
        if described && let Some(named) = name_described(scene, sentence, start) {
            let begins = named.tokens(scene).start;
            return Some((named, begins));
        }
        if let Some(victims) = known {
            let pronoun = scene.kind_of(&victims) == Some(GroupKind::Pronoun);
            return (!pronoun).then_some((victims, start));
        }
        if start == first || start == end || !doc.is(start - 1, Class::Preposition) {
            return None;
        }
        end = before_asides(doc, first, start - 1);
    }
    None
}

/// "Two pilots who were working as stewards and a cook were hurt": the number before the clause, not the noun in it.
fn described_in_clause(
    scene: &Scene<'_>,
    sentence: &Sentence,
    end: usize,
) -> Option<(Victims, usize)> {
    let doc = scene.doc;
    let from = sentence.tokens.start.max(end.saturating_sub(CLAUSE));
    let plain = |i: &usize| !doc.is_kind(*i, TokenKind::Mark) && doc.word(*i).triggers.is_empty();
    let clause = (from..end).rev().take_while(plain);
    let relative = clause.into_iter().find(|i| doc.is(*i, Class::Relative))?;
    let index = group_ending_at(scene, relative).filter(|_| doc.is(relative + 1, Class::Be))?;
    let group = &scene.groups[index];
    let told =
        matches!(group.kind, GroupKind::Numbered(_) | GroupKind::Indefinite) && !group.subset;
    told.then_some((Victims::Group(index), group.tokens.start))
}

/// Before the commas, ages and asides that end just before `end`.
pub(super) fn before_asides(doc: &Doc<'_>, first: usize, mut end: usize) -> usize {
    let aside = |i: usize| doc.str(i) == "," || is_age(doc, i) || is_aged(doc, i);
    while end > first && aside(end - 1) {
        end -= 1;
    }
    // ", ages 3 and 5,"
    let ages = |i: &usize| doc.is_kind(*i, TokenKind::Number) || doc.is(*i, Class::Coordinator);
    let from = end - (first..end).rev().take_while(ages).take(AGE_REACH).count();
    if from < end && from > first + 1 && doc.is(from - 1, Class::Label) && doc.str(from - 2) == ","
    {
        end = from - 2;
    }
    let aged = end > first && doc.is(end - 1, Class::Aged);
    let comma = (first.max(end.saturating_sub(AGE_REACH))..end)
        .rev()
        .find(|i| aged && doc.str(*i) == ",");
    // ", 20 years old,"
    end = comma.unwrap_or(end);
    while let Some(opener) = aside_before(doc, first, end) {
        end = opener;
    }
    end
}

/// One person by what they are, not by name.
pub(super) fn is_description(scene: &Scene<'_>, victims: &Victims) -> bool {
    match victims {
        Victims::Group(index) => matches!(
            scene.groups[*index].kind,
            GroupKind::Indefinite | GroupKind::Definite
        ),
        _ => false,
    }
}

/// The name before the comma before `start`, which a description follows.
pub(super) fn name_described(
    scene: &Scene<'_>,
    sentence: &Sentence,
    start: usize,
) -> Option<Victims> {
    let comma = start
        .checked_sub(1)
        .filter(|i| *i > sentence.tokens.start && scene.doc.str(*i) == ",")?;
    let named = element_before(scene, sentence, comma)?;
    let is_name = match &named {
        Victims::Group(index) => scene.groups[*index].kind == GroupKind::Name,
        _ => true,
    };
    is_name.then_some(named)
}

/// Somebody who is named just before `end`: a noun phrase we know, or a name.
pub(super) fn element_before(
    scene: &Scene<'_>,
    sentence: &Sentence,
    end: usize,
) -> Option<Victims> {
    let doc = scene.doc;
    if let Some(index) = group_ending_at(scene, end) {
        let group = &scene.groups[index];
        let start = group.tokens.start;
        // "the Ford Watch": a name behind an article is no person's.
        let body = group.kind == GroupKind::Name
            && start > sentence.tokens.start
            && doc.is(start - 1, Class::Definite)
            && !group.tokens.clone().any(|i| is_office(doc, i));
        return (start >= sentence.tokens.start && !body).then_some(Victims::Group(index));
    }
    if scene.of_things || end <= sentence.tokens.start || !is_name_word(doc, sentence, end - 1) {
        return None;
    }
    let tokens = run_before(doc, sentence, end)?;
    let first = tokens.start == sentence.tokens.start && !sentence.shouted && tokens.len() == 1;
    let first = first && !is_known_surname(doc, tokens.start);
    let titled = tokens.clone().any(|i| is_office(doc, i));
    let determined = tokens.start > sentence.tokens.start
        && (doc.is_any(tokens.start - 1, &[Class::Definite, Class::Indefinite])
            // "OF HIS ESCORT": in capitals a word we do not know
            || sentence.shouted && tokens.len() == 1 && doc.is(tokens.start - 1, Class::Possessive))
        && !titled;
    let alone = sentence.shouted
        && !titled
        && tokens.len() == 1
        && !stands_free(scene, sentence, tokens.start);
    let thing = first || determined || alone || is_place(scene, &tokens);
    (!thing).then_some(Victims::Implied {
        tokens,
        plural: false,
    })
}

/// The most tokens back to where somebody was named in full.
const NAMED_BEFORE: usize = 2_000;

/// Has the text named somebody in full before, of whom this is the last name: "Varney" behind "Tom Varney"?
fn is_known_surname(doc: &Doc<'_>, i: usize) -> bool {
    let name = doc.str(i);
    let first_name = |at: usize| doc.is_capital(at) && doc.word(at).text.is_empty();
    let from = i.saturating_sub(NAMED_BEFORE).max(1);
    // "The Osk Beacon" is no person.
    let article = |at: usize| at > 0 && doc.is(at - 1, Class::Definite);
    (from..i).any(|at| doc.str(at) == name && first_name(at - 1) && !article(at - 1))
}

/// Is it the name of a place?
pub(super) fn is_place(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    scene
        .marks
        .within(tokens)
        .any(|m| matches!(m.tag, Tag::Place(_)) && m.end >= tokens.end)
}

pub(super) fn group_starting_at(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let at = scene.groups.partition_point(|g| g.tokens.start < token);
    scene
        .groups
        .get(at)
        .filter(|g| g.tokens.start == token)
        .map(|_| at)
}

pub(super) fn group_ending_at(scene: &Scene<'_>, token: usize) -> Option<usize> {
    let at = scene.groups.partition_point(|g| g.tokens.end < token);
    scene
        .groups
        .get(at)
        .filter(|g| g.tokens.end == token)
        .map(|_| at)
}

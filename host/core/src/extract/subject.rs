//! Left of a verb: its clause without the asides, its subject, and those joined to the subject.

use std::ops::Range;

use super::counts::{SUBJECT_REACH, Scene, Victims};
use super::names::{is_name_word, run_before};
use super::people::{Group, GroupKind};
use super::steps::{aside_before, is_adverb};
use crate::lexicon::{Class, Tag};
use crate::text::{Doc, Sentence, TokenKind};

/// The most members of a list that is read.
const LONGEST_LIST: usize = 12;

/// The tokens left of a verb that belong to its clause, nearest first: what stands in brackets, between dashes or in a
/// relative clause between commas is left out.
pub(super) struct Spine {
    tokens: Vec<usize>,
    /// Where the clause begins.
    start: usize,
    /// Does a relative pronoun stand between the subject and the verb: "the man who was shot"?
    pub(super) relative: bool,
    /// The relative pronoun at which the clause was cut: what stands before it may be the subject of the verb behind
    /// the relative clause ("women who worked there were shot").
    cut: Option<usize>,
}

impl Spine {
    pub(super) fn of(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Self {
        let first = sentence.tokens.start;
        let mut spine = Self {
            tokens: Vec::new(),
            start: verb,
            relative: false,
            cut: None,
        };
        let mut at = verb;
        while at > first && spine.tokens.len() < SUBJECT_REACH {
            let i = at - 1;
            let aside = aside_before(doc, first, at).or_else(|| relative_aside(doc, first, at));
            if let Some(opener) = aside {
                at = opener;
            } else if doc.is(i, Class::ClauseBreak) {
                let light =
                    |t: &usize| doc.is_any(*t, &[Class::Be, Class::Have]) || is_adverb(doc, *t);
                if !(doc.is(i, Class::Relative) && spine.tokens.iter().all(light)) {
                    spine.cut = Some(i).filter(|i| doc.is(*i, Class::Relative));
                    break;
                }
                spine.relative = true;
                at = i;
            } else {
                spine.tokens.push(i);
                at = i;
            }
        }
        spine.start = at;
        spine
    }

    fn holds(&self, token: usize) -> bool {
        self.tokens.binary_search_by(|t| token.cmp(t)).is_ok()
    }

    /// One past the last token that is no adverb, auxiliary, comma or quote mark.
    pub(super) fn edge(&self, doc: &Doc<'_>) -> Option<usize> {
        let content = self.tokens.iter().find(|i| !is_light(doc, **i))?;
        Some(content + 1)
    }
}

/// The comma before "who …," where the clause between commas ends just before `end`.
fn relative_aside(doc: &Doc<'_>, first: usize, end: usize) -> Option<usize> {
    if end < first + 3 || doc.str(end - 1) != "," {
        return None;
    }
    let from = first.max(end.saturating_sub(SUBJECT_REACH));
    let relative = (from..end - 1)
        .rev()
        .find(|i| doc.is(*i, Class::Relative) || doc.str(*i) == ";")?;
    // ", one of whom was a nurse,": the words before the pronoun belong to it.
    let comma = (from.max(relative.saturating_sub(4))..relative)
        .rev()
        .find(|i| doc.str(*i) == ",")?;
    doc.is(relative, Class::Relative).then_some(comma)
}

/// Adverbs, auxiliaries, commas, quote marks: what may stand between a subject and its verb.
fn is_light(doc: &Doc<'_>, i: usize) -> bool {
    let small = doc.is_any(i, &[Class::Relative, Class::Have, Class::Modal]) || is_adverb(doc, i);
    let mark = matches!(doc.str(i), "\"" | "”" | "“" | "’" | ",");
    (small || mark) && doc.word(i).person.is_none()
}

/// One past the last token before `verb` that is no adverb, relative, auxiliary or quote mark.
pub(super) fn last_content(doc: &Doc<'_>, first: usize, verb: usize) -> usize {
    let mut at = verb;
    while at > first && is_light(doc, at - 1) {
        at -= 1;
    }
    at
}

/// The subject of a verb with those joined to it, the nearest first.
pub(super) fn subjects(scene: &Scene<'_>, sentence: &Sentence, verb: usize) -> Vec<Victims> {
    let spine = Spine::of(scene.doc, sentence, verb);
    let near = adjacent(scene, sentence, &spine, verb);
    let found = near.or_else(|| within(scene, &spine, verb)).or_else(|| {
        let beyond = spine.cut.map(|cut| Spine::of(scene.doc, sentence, cut))?;
        adjacent(scene, sentence, &beyond, verb).or_else(|| within(scene, &beyond, verb))
    });
    let Some(nearest) = found else {
        return Vec::new();
    };
    let start = nearest.tokens(scene).start;
    let mut all = vec![nearest];
    if agreement(scene.doc, verb) != Some(false) {
        all.extend(listed_before(scene, sentence, start));
    }
    if all.len() == 1 && disagrees(scene, &all[0], verb) {
        all.clear();
    }
    all
}

/// "the priest were": one alone cannot be the subject of a plural verb.
fn disagrees(scene: &Scene<'_>, victims: &Victims, verb: usize) -> bool {
    let several = match victims {
        Victims::Group(index) => {
            let group = &scene.groups[*index];
            group.plural || group.kind == GroupKind::Pronoun
        }
        Victims::Implied { plural, .. } => *plural,
        Victims::Nobody(_) => true,
    };
    // A name before "were" is the end of a list that we could not read.
    let name = match victims {
        Victims::Group(index) => scene.groups[*index].kind == GroupKind::Name,
        _ => true,
    };
    agreement(scene.doc, verb) == Some(true) && !several && !name
}

/// The noun phrase right before the verb; what is governed by a preposition ("the mayor of the town was") is passed.
fn adjacent(scene: &Scene<'_>, sentence: &Sentence, spine: &Spine, verb: usize) -> Option<Victims> {
    let doc = scene.doc;
    let mut end = spine.edge(doc)?;
    for _ in 0..4 {
        let victims = element_before(scene, sentence, end);
        let start = victims.as_ref().map_or_else(
            || phrase_start(doc, sentence.tokens.start, end),
            |v| v.tokens(scene).start,
        );
        let governed = start > sentence.tokens.start && doc.is(start - 1, Class::Preposition);
        if let Some(found) = victims
            && (!governed || spine.relative && end == spine.edge(doc)?)
            && may_be_subject(scene, &found, verb)
        {
            return Some(found);
        }
        if !governed || !spine.holds(start - 1) {
            return None;
        }
        end = start - 1;
    }
    None
}

/// Does the verb's number allow the subject? A list before "were" may end with one person.
fn may_be_subject(scene: &Scene<'_>, victims: &Victims, verb: usize) -> bool {
    let Some(plural) = agreement(scene.doc, verb) else {
        return true;
    };
    match victims {
        Victims::Group(index) => agrees(&scene.groups[*index], plural),
        _ => true,
    }
}

fn agrees(group: &Group, plural: bool) -> bool {
    plural == group.plural || group.kind == GroupKind::Pronoun || !group.plural
}

/// The first token of the words before `end` that no preposition, verb or mark interrupts.
fn phrase_start(doc: &Doc<'_>, first: usize, end: usize) -> usize {
    let mut start = end;
    while start > first.max(end.saturating_sub(8)) {
        let i = start - 1;
        let ends = doc.is_kind(i, TokenKind::Mark)
            || doc.is_any(
                i,
                &[
                    Class::Preposition,
                    Class::ClauseBreak,
                    Class::Coordinator,
                    Class::Be,
                    Class::Have,
                ],
            );
        if ends {
            break;
        }
        start = i;
    }
    start
}

/// The nearest noun phrase of the clause that fits, though other words stand between.
fn within(scene: &Scene<'_>, spine: &Spine, verb: usize) -> Option<Victims> {
    let doc = scene.doc;
    let end = spine.edge(doc)?;
    let plural = agreement(doc, verb);
    let fits = |group: &Group| {
        spine.holds(group.tokens.start) && !group.subset && plural.is_none_or(|p| agrees(group, p))
    };
    let before = |group: &Group| group.tokens.start.checked_sub(1);
    let governed = |group: &Group| {
        group.tokens.start > spine.start
            && before(group).is_some_and(|i| doc.is(i, Class::Preposition))
    };
    let candidates = scene
        .groups_in(&(spine.start..end))
        .rev()
        .filter(|(_, g)| fits(g));
    let mut all = candidates.clone();
    if spine.relative {
        return all.next().map(|(index, _)| Victims::Group(index));
    }
    // "a group of six": the number behind "of" counts them, one behind "in" or "at" does not.
    let counted = |group: &Group| {
        matches!(group.kind, GroupKind::Numbered(_))
            && before(group).is_some_and(|i| doc.is(i, Class::Of))
    };
    let near = all.find(|(_, g)| !governed(g));
    near.or_else(|| candidates.clone().find(|(_, g)| counted(g)))
        .map(|(index, _)| Victims::Group(index))
}

/// What the auxiliary says of its subject's number: Some(true) several, Some(false) one.
pub(super) fn agreement(doc: &Doc<'_>, verb: usize) -> Option<bool> {
    match () {
        () if doc.is(verb, Class::BePlural) => Some(true),
        () if doc.is(verb, Class::BeSingular) => Some(false),
        () => None,
    }
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
        return (group.tokens.start >= sentence.tokens.start).then_some(Victims::Group(index));
    }
    if end <= sentence.tokens.start || !is_name_word(doc, sentence, end - 1) {
        return None;
    }
    let tokens = run_before(doc, sentence, end)?;
    let first = tokens.start == sentence.tokens.start && !sentence.shouted && tokens.len() == 1;
    let determined = tokens.start > sentence.tokens.start
        && doc.is_any(tokens.start - 1, &[Class::Definite, Class::Indefinite]);
    let thing = first || determined || is_place(scene, &tokens);
    (!thing).then_some(Victims::Implied {
        tokens,
        plural: false,
    })
}

/// Is it the name of a place?
pub(super) fn is_place(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    scene
        .marks
        .within(tokens)
        .any(|m| matches!(m.tag, Tag::Place(_)) && m.end >= tokens.end)
}

/// The members of a list that stand before its last member: "six priests, a cook and her daughter were".
fn listed_before(scene: &Scene<'_>, sentence: &Sentence, last: usize) -> Vec<Victims> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let mut found = Vec::new();
    let mut start = last;
    let mut joined = false;
    while found.len() < LONGEST_LIST && start > first {
        let mut end = start;
        while let Some(opener) = aside_before(doc, first, end) {
            end = opener;
        }
        let link = end.saturating_sub(1);
        if doc.is(link, Class::Coordinator) {
            joined = true;
        } else if doc.str(link) != "," || !joined {
            break;
        }
        end = link;
        let Some((victims, begins)) = member_before(scene, sentence, end) else {
            break;
        };
        if !stands_free(scene, sentence, &victims) {
            break;
        }
        start = begins;
        found.push(victims);
    }
    found
}

/// May the phrase be a subject by what stands before it? Behind a preposition it is none, and a name behind a word that
/// may be a verb ("attacked Lower Ford and") is none we can be sure of.
fn stands_free(scene: &Scene<'_>, sentence: &Sentence, victims: &Victims) -> bool {
    let doc = scene.doc;
    let start = victims.tokens(scene).start;
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
    let implied = matches!(victims, Victims::Implied { .. });
    !doc.is(before, Class::Preposition) && (opened || !implied)
}

/// The member of a list that ends just before `end`, and where it begins; "the mayor of the town" is one, and so is a
/// name with what the person is behind it.
fn member_before(
    scene: &Scene<'_>,
    sentence: &Sentence,
    mut end: usize,
) -> Option<(Victims, usize)> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    while end > first && doc.str(end - 1) == "," {
        end -= 1;
    }
    while let Some(opener) = aside_before(doc, first, end) {
        end = opener;
    }
    for _ in 0..3 {
        if let Some(victims) = element_before(scene, sentence, end) {
            let tokens = victims.tokens(scene);
            if is_description(scene, &victims)
                && let Some(named) = name_described(scene, sentence, tokens.start)
            {
                let start = named.tokens(scene).start;
                return Some((named, start));
            }
            let kept = match &victims {
                Victims::Group(index) => scene.groups[*index].kind != GroupKind::Pronoun,
                _ => true,
            };
            return kept.then_some((victims, tokens.start));
        }
        let start = phrase_start(doc, first, end);
        let office = start < end && doc.word(end - 1).person.as_ref().is_some_and(|p| !p.plural);
        if office && let Some(named) = name_described(scene, sentence, start) {
            let begins = named.tokens(scene).start;
            return Some((named, begins));
        }
        if start == first || start == end || !doc.is(start - 1, Class::Preposition) {
            return None;
        }
        end = start - 1;
    }
    None
}

/// One person by what they are, not by name.
fn is_description(scene: &Scene<'_>, victims: &Victims) -> bool {
    match victims {
        Victims::Group(index) => matches!(
            scene.groups[*index].kind,
            GroupKind::Indefinite | GroupKind::Definite
        ),
        _ => false,
    }
}

/// The name before the comma before `start`, which a description follows.
fn name_described(scene: &Scene<'_>, sentence: &Sentence, start: usize) -> Option<Victims> {
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

//! The subject of a verb.

use std::ops::Range;

use super::counts::{Scene, Victims};
use super::frames::auxiliary_before;
use super::lists::{
    before_asides, element_before, group_ending_at, is_description, listed_before, name_described,
};
use super::people::{Group, GroupKind};
use super::residence::is_home;
use super::sources::is_that;
use super::spine::{Spine, agreement, is_light, last_content, phrase_start};
use super::steps::{is_adverb, is_of_them};
use crate::lexicon::{Class, Frame, Trigger};
use crate::model::{Bounds, Decimal};
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens of what a name is told to be.
const LONGEST_DESCRIPTION: usize = 14;

/// The most tokens of titles and abbreviations before a name.
const TITLES: usize = 5;

/// The subject of a verb with those joined to it, the nearest first.
pub(super) fn subjects(scene: &Scene<'_>, sentence: &Sentence, verb: usize) -> Vec<Victims> {
    if is_of_things(scene, sentence, verb) {
        return Vec::new();
    }
    let spine = Spine::of(scene.doc, sentence, verb);
    let near = numbered_before(scene, sentence, &spine, verb);
    // "Jane Doe, a driver, was": of one person the name tells more than what she is.
    let one = agreement(scene.doc, verb) != Some(true);
    let named = || described(scene, sentence, &spine, verb);
    let found = near
        .or_else(|| numbered_of_them(scene, sentence, &spine))
        .or_else(|| numbered_and_parted(scene, sentence, &spine))
        .or_else(|| one.then(named).flatten())
        .or_else(|| adjacent(scene, sentence, &spine, verb))
        .or_else(|| described(scene, sentence, &spine, verb))
        .or_else(|| numbered_and_listed(scene, sentence, &spine))
        .or_else(|| within(scene, &spine, verb))
        .or_else(|| beyond_relative(scene, sentence, &spine, verb));
    let Some(nearest) = found else {
        return Vec::new();
    };
    let nearest = told_of(scene, sentence, &nearest).unwrap_or(nearest);
    // "Jane Doe, 34, and John Roe, a pilot, were": the description of the last of several.
    let several = agreement(scene.doc, verb) == Some(true) && is_description(scene, &nearest);
    let named = several
        .then(|| name_described(scene, sentence, nearest.tokens(scene).start))
        .flatten();
    let nearest = named.unwrap_or(nearest);
    let start = nearest.tokens(scene).start;
    let mut all = vec![nearest];
    // "There were 200 guests and four of them were hurt": the part stands alone.
    if agreement(scene.doc, verb) != Some(false) && !is_part(scene, &all[0]) {
        all.extend(listed_before(scene, sentence, start));
    }
    let whose = whose_clause(scene.doc, sentence, verb);
    all.retain(|victims| {
        let start = victims.tokens(scene).start;
        whose.is_none_or(|(whose, closed)| closed != (start >= whose))
    });
    if all.len() == 1 && disagrees(scene, &all[0], verb) && !is_one_of_them(scene, &all[0]) {
        all.clear();
    }
    all
}

/// "Two officers guarding the mayor were killed", "seven people, all adults, were shot", "seven people, mostly adults, were": those
/// of whom a gerund or an apposition tells, rather than the words of that.
fn told_of(scene: &Scene<'_>, sentence: &Sentence, nearest: &Victims) -> Option<Victims> {
    let doc = scene.doc;
    let start = nearest.tokens(scene).start;
    let before = start
        .checked_sub(1)
        .filter(|i| *i > sentence.tokens.start)?;
    let gerund = is_behind_gerund(doc, start);
    let opened = doc.is(before, Class::Whole) || is_adverb(doc, before);
    let whole = opened && doc.str(before - 1) == ",";
    let end = match (gerund, whole) {
        (true, _) => before,
        (_, true) => before - 1,
        _ => return None,
    };
    let several = |index: &usize| {
        matches!(
            scene.groups[*index].kind,
            GroupKind::Numbered(_) | GroupKind::Plural | GroupKind::Indefinite
        )
    };
    group_ending_at(scene, end)
        .filter(several)
        .map(Victims::Group)
}

/// "Guarding the mayor": does a phrase that begins here stand right behind a gerund that no file knows?
pub(super) fn is_behind_gerund(doc: &Doc<'_>, start: usize) -> bool {
    let ending = doc.lexicon.endings().participle.as_str();
    start.checked_sub(1).is_some_and(|i| {
        let unknown = doc.word(i).text.is_empty() && !doc.is_capital(i);
        unknown && doc.is_kind(i, TokenKind::Word) && doc.str(i).ends_with(ending)
    })
}

/// "The mayor wept over the elephants that were killed": said of a plain plural that is no people's, where no figure or name
/// ends there. "The men that were killed" are people.
pub(super) fn is_of_things(scene: &Scene<'_>, sentence: &Sentence, verb: usize) -> bool {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let own = auxiliary_before(doc, first, verb).unwrap_or(verb);
    let that = own.checked_sub(1).filter(|i| *i > first);
    let Some(noun) = that.filter(|i| is_that(doc, *i)).map(|i| i - 1) else {
        return false;
    };
    let word = doc.word(noun);
    let unknown = word.text.is_empty() || word.thing.is_some() || doc.is(noun, Class::Lifeless);
    let plain =
        doc.is_kind(noun, TokenKind::Word) && !doc.is_capital(noun) && word.person.is_none();
    let plural = doc.lexicon.endings().plural.as_str();
    let before = sentence.tokens.start..verb;
    let counted = scene
        .groups_in(&before)
        .any(|(_, g)| g.tokens.end == noun + 1);
    unknown && plain && !counted && !scene.of_things && doc.str(noun).ends_with(plural)
}

/// The last "whose" before a verb, and whether another verb has closed its clause: "Ana Ruiz, whose son and daughter were
/// killed" is said of the two; "a woman whose husband was killed fled" is said of her.
fn whose_clause(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Option<(usize, bool)> {
    let first = sentence.tokens.start.max(verb.saturating_sub(WHOSE));
    let is_whose = |i: &usize| doc.is(*i, Class::Relative) && doc.is(*i, Class::Possessive);
    let whose = (first..verb).rev().find(is_whose)?;
    // "Lind, whose brother is a pilot, said 12 people had died": of others.
    if (whose..verb).any(|i| doc.word(i).speech.verb.is_some()) {
        return None;
    }
    let own = auxiliary_before(doc, first, verb).unwrap_or(verb);
    let is_verb = |i: usize| {
        let deed = doc.word(i).triggers.iter().any(|t| !t.frame.is_noun());
        deed || doc.is_any(i, &[Class::Be, Class::Have])
    };
    Some((whose, (whose + 1..own).any(is_verb)))
}

/// The most tokens from "whose" to a verb.
const WHOSE: usize = 16;

/// "Women who worked there were shot": the subject stands before a relative clause without commas.
fn beyond_relative(
    scene: &Scene<'_>,
    sentence: &Sentence,
    spine: &Spine,
    verb: usize,
) -> Option<Victims> {
    let doc = scene.doc;
    let cut = spine.cut?;
    // "who" is the subject of its clause; behind "that they" another one stands.
    let opens = [Class::Determiner, Class::Pronoun, Class::Possessive];
    // "Whose son was killed" is said of the son.
    if doc.is_any(cut + 1, &opens) || doc.is(cut, Class::Possessive) {
        return None;
    }
    let beyond = Spine::of(doc, sentence, cut);
    let found =
        adjacent(scene, sentence, &beyond, verb).or_else(|| within(scene, &beyond, verb))?;
    matches!(found, Victims::Group(_)).then_some(found)
}

/// "Two members of his escort, members of the police, were hurt": a number, and between commas what those are.
fn numbered_before(
    scene: &Scene<'_>,
    sentence: &Sentence,
    spine: &Spine,
    verb: usize,
) -> Option<Victims> {
    let doc = scene.doc;
    let edge = spine.edge(doc)?;
    let comma = description(sentence, edge)
        .rev()
        .find(|i| ends_description(doc, *i))?;
    // "Nineteen people, the driver among them, died".
    let among =
        edge >= 2 && doc.is(edge - 2, Class::Among) && doc.is(edge - 1, Class::PronounPlural);
    let closed = doc.str(edge) == "," && doc.str(comma) == ",";
    let described = scene.groups_in(&(comma + 1..edge)).next();
    let is_plural =
        described.is_some_and(|(_, g)| g.tokens.start == comma + 1 && g.kind == GroupKind::Plural);
    let told = is_plural && agreement(doc, verb) == Some(true);
    if !closed || !told && !among {
        return None;
    }
    let before = scene.groups_in(&(sentence.tokens.start..comma));
    let (index, group) = before
        .rev()
        .find(|(_, g)| matches!(g.kind, GroupKind::Numbered(_)))?;
    let governs = doc.is(group.tokens.end, Class::Preposition) || group.tokens.end == comma;
    let plain =
        (group.tokens.end..comma).all(|i| !ends_description(doc, i) && !doc.is(i, Class::Trigger));
    (governs && plain && group.plural && !group.subset).then_some(Victims::Group(index))
}

/// "Nineteen people, most of them women and children, died", "…, two of them women, died": a number, and between commas what
/// many or some of them are.
fn numbered_of_them(scene: &Scene<'_>, sentence: &Sentence, spine: &Spine) -> Option<Victims> {
    let doc = scene.doc;
    let edge = spine.edge(doc).filter(|edge| doc.str(*edge) == ",")?;
    let from = sentence.tokens.start.max(edge.saturating_sub(LISTED));
    let comma = (from..edge).rev().find(|i| doc.str(*i) == ",")?;
    let described = (comma + 1..edge).take(3).any(|i| is_of_them(doc, i));
    let index = group_ending_at(scene, comma).filter(|_| described)?;
    let counted = matches!(scene.groups[index].kind, GroupKind::Numbered(_));
    counted.then_some(Victims::Group(index))
}

/// "Four miners, two from Norland and two from Ardal, were": a number, and between commas how many of it are of where.
fn numbered_and_parted(scene: &Scene<'_>, sentence: &Sentence, spine: &Spine) -> Option<Victims> {
    let doc = scene.doc;
    let edge = spine.edge(doc).filter(|edge| doc.str(*edge) == ",")?;
    let from = sentence.tokens.start.max(edge.saturating_sub(LISTED));
    let exact = |group: &Group| {
        let bounds = scene.amount_of(group)?.bounds;
        bounds.low.filter(|low| Some(*low) == bounds.high)
    };
    let mut before = scene.groups_in(&(from..edge));
    let (index, whole) = before.find(|(_, g)| {
        let opens = doc.str(g.tokens.end) == "," && g.tokens.end < edge;
        opens && g.plural && !g.subset && matches!(g.kind, GroupKind::Numbered(_))
    })?;
    let parts = whole.tokens.end + 1..edge;
    let numbers: Vec<&Group> = scene.groups_in(&parts).map(|(_, g)| g).collect();
    let first = numbers.first().filter(|g| g.tokens.start == parts.start)?;
    let bare = doc.is(first.tokens.end, Class::Preposition) && !first.has_noun(scene.amounts);
    let sum = numbers.iter().filter_map(|g| exact(g));
    let sum = sum.fold(Decimal::ZERO, |sum, n| sum.checked_add(n).unwrap_or(sum));
    let acts = |i: usize| doc.is_any(i, &[Class::Be, Class::Have, Class::Trigger]);
    let several = numbers.len() > 1;
    let fits = exact(whole).is_some_and(|whole| several && sum == whole || bare && sum < whole);
    (fits && !parts.into_iter().any(acts)).then_some(Victims::Group(index))
}

/// "Two civilians, a carter and his aide, died": a number, and between commas as many as it counts, whatever they are.
fn numbered_and_listed(scene: &Scene<'_>, sentence: &Sentence, spine: &Spine) -> Option<Victims> {
    let doc = scene.doc;
    let edge = spine.edge(doc).filter(|edge| doc.str(*edge) == ",")?;
    let from = sentence.tokens.start.max(edge.saturating_sub(LISTED));
    let before = scene.groups_in(&(from..edge));
    let (index, group) = before
        .rev()
        .find(|(_, g)| matches!(g.kind, GroupKind::Numbered(_)) && g.plural && !g.subset)?;
    let comma = group.tokens.end;
    let list = comma + 1..edge;
    let parts = list
        .clone()
        .filter(|i| doc.str(*i) == "," || doc.is(*i, Class::Coordinator));
    let named = list.len() > 2 && doc.is_any(list.start, &[Class::Indefinite, Class::Possessive]);
    let counted = Bounds::exactly(Decimal::from(u32::try_from(parts.count() + 1).ok()?));
    let as_many = scene.amount_of(group).is_some_and(|a| a.bounds == counted);
    (doc.str(comma) == "," && named && as_many).then_some(Victims::Group(index))
}

/// The most tokens from a number to the end of the list of those whom it counts.
const LISTED: usize = 24;

/// The tokens before `edge` among which a description of somebody begins.
fn description(sentence: &Sentence, edge: usize) -> Range<usize> {
    let from = edge.saturating_sub(LONGEST_DESCRIPTION);
    sentence.tokens.start.max(from)..edge
}

/// A mark or word that no description of somebody goes past.
fn ends_description(doc: &Doc<'_>, i: usize) -> bool {
    let stops = [
        Class::ClauseBreak,
        Class::Coordinator,
        Class::Be,
        Class::Have,
    ];
    doc.is_kind(i, TokenKind::Mark) || doc.is_any(i, &stops)
}

/// "Jane Doe, harbour pilot and councillor, died": a name, and behind a comma what the person is.
fn described(
    scene: &Scene<'_>,
    sentence: &Sentence,
    spine: &Spine,
    verb: usize,
) -> Option<Victims> {
    let doc = scene.doc;
    let edge = spine.edge(doc)?;
    if doc.str(edge) != "," {
        return None;
    }
    let comma = description(sentence, edge).rev().find(|i| {
        doc.str(*i) == "," || doc.is_any(*i, &[Class::ClauseBreak, Class::Be, Class::Have])
    })?;
    let is_office = |i: usize| doc.word(i).person.is_some() || doc.is(i, Class::Title);
    let office = (comma + 1..edge).any(is_office);
    let named = name_described(scene, sentence, comma + 1)?;
    (office && may_be_subject(scene, &named, verb)).then_some(named)
}

/// "the priest were": one alone cannot be the subject of a plural verb.
fn disagrees(scene: &Scene<'_>, victims: &Victims, verb: usize) -> bool {
    let several = match victims {
        Victims::Group(index) => {
            let group = &scene.groups[*index];
            group.plural || group.kind == GroupKind::Pronoun
        }
        Victims::Implied { plural, .. } => *plural,
        Victims::Nobody(_)
        | Victims::Whole { .. }
        | Victims::Apart { .. }
        | Victims::Echo { .. } => true,
    };
    // A name with its title before "were" is the end of a list that we could not read.
    let name = scene.kind_of(victims) == Some(GroupKind::Name);
    agreement(scene.doc, verb) == Some(true) && !several && !name
}

/// The noun phrase right before the verb; what is governed by a preposition ("the mayor of the town was") is passed.
fn adjacent(scene: &Scene<'_>, sentence: &Sentence, spine: &Spine, verb: usize) -> Option<Victims> {
    let doc = scene.doc;
    let mut end = spine.edge(doc)?;
    for passed in 0..4 {
        let victims = element_before(scene, sentence, end);
        let start = match &victims {
            // "one of the attacking guerrillas": words before a bare plural belong to it.
            Some(v) if scene.kind_of(v) != Some(GroupKind::Plural) => {
                let start = before_capitals(doc, sentence, v.tokens(scene).start);
                before_titles(doc, sentence.tokens.start, start)
            }
            Some(v) => phrase_start(doc, sentence.tokens.start, v.tokens(scene).start),
            None => phrase_start(doc, sentence.tokens.start, end),
        };
        // "calls from the ford were": a single word that is no neighbour of the verb may be anything.
        if matches!(&victims, Some(Victims::Implied { tokens, .. }) if tokens.len() == 1 && passed > 0)
        {
            return None;
        }
        let before = start.checked_sub(1).filter(|i| *i >= sentence.tokens.start);
        if let Some(including) = before.filter(|i| doc.is(*i, Class::Including)) {
            // "four people including one child were"
            end = including;
            continue;
        }
        // "A man accused of killing a clerk was": whom a verb takes is no subject of another.
        // "They shot the man, who later died": the relative's is.
        let own = victims.is_some() && !spine.relative;
        let taken = own && is_object(doc, sentence.tokens.start, start);
        let governed = taken || before.is_some_and(|i| doc.is(i, Class::Preposition));
        // "five people, including a mayor, were": the part is not the subject, as it is in "one of them was".
        if victims.as_ref().is_some_and(|v| is_part(scene, v)) && !directly(doc, end, verb) {
            return None;
        }
        let relative = spine.relative && end == spine.edge(doc)?;
        let home = victims.as_ref().is_some_and(|v| is_home(scene, v));
        if let Some(found) = victims
            && (!governed || relative && !home)
            && may_be_subject(scene, &found, verb)
        {
            return Some(found);
        }
        if !governed || !spine.holds(start - 1) {
            return None;
        }
        // "Jane Doe, 34, of Lower Ford, was"
        end = before_asides(doc, sentence.tokens.start, start - 1);
    }
    None
}

/// Where the name begins that a phrase ends: "a swimmer at Lake State College" names no "State College".
fn before_capitals(doc: &Doc<'_>, sentence: &Sentence, start: usize) -> usize {
    let first = sentence.tokens.start;
    let part = |i: &usize| doc.is_capital(*i) && doc.is_kind(*i, TokenKind::Word) && *i > first;
    let before = (first..start).rev().take_while(part).count();
    match sentence.shouted {
        true => start,
        false => start - before,
    }
}

/// Before the titles of a name: "the wife of councilman Jane Doe" is not Jane Doe.
pub(super) fn before_titles(doc: &Doc<'_>, first: usize, mut start: usize) -> usize {
    let title = |i: usize| {
        let office = doc.word(i).person.as_ref().is_some_and(|p| !p.plural);
        (office && doc.word(i).triggers.is_empty() || doc.is(i, Class::Title))
            && doc.is_kind(i, TokenKind::Word)
    };
    // "Sen. Jane Doe": the full stop of a title.
    let stop = |i: usize| doc.str(i) == "." && i > first && doc.is(i - 1, Class::Abbreviation);
    while start > first && (title(start - 1) || stop(start - 1)) {
        start -= if title(start - 1) { 1 } else { 2 };
    }
    // "the wife of U.S. Sen. Jane Doe"
    let capital =
        |i: usize| doc.is_capital(i) && doc.word(i).triggers.is_empty() || doc.str(i) == ".";
    let mut of = start;
    while of > first && start - of < TITLES && capital(of - 1) {
        of -= 1;
    }
    if of > first && doc.is(of - 1, Class::Of) {
        of
    } else {
        start
    }
}

/// "killing a clerk", "who wounded the two guards", "of robbing a clerk": does a verb that takes it stand right before the
/// phrase that begins at `start`?
pub(super) fn is_object(doc: &Doc<'_>, first: usize, start: usize) -> bool {
    let article = |i: &usize| doc.is_any(*i, &[Class::Definite, Class::Possessive]);
    let articles = (first..start).rev().take_while(article).take(2).count();
    let Some(verb) = (start - articles).checked_sub(1).filter(|i| *i >= first) else {
        return false;
    };
    let before = |classes: &[Class]| verb > first && doc.is_any(verb - 1, classes);
    // "The boy suspected of shooting her mother has died".
    if doc.is(verb, Class::Shooting) && before(&[Class::Of, Class::Coordinator]) {
        return true;
    }
    let takes = |t: &Trigger| matches!(t.frame, Frame::Participle | Frame::Gerund | Frame::Base);
    let word = doc.word(verb);
    if word.triggers.iter().any(takes) {
        let noun = before(&[Class::Determiner, Class::Possessive]);
        return !noun && auxiliary_before(doc, first, verb).is_none();
    }
    let gerund = doc
        .str(verb)
        .to_ascii_lowercase()
        .ends_with(doc.lexicon.endings().participle.as_str());
    gerund && word.has_no_part() && before(&[Class::Preposition]) && !doc.is_capital(verb)
}

/// Does nothing but auxiliaries and adverbs stand between?
fn directly(doc: &Doc<'_>, end: usize, verb: usize) -> bool {
    (end..verb).all(|i| !doc.is_kind(i, TokenKind::Mark) && is_light(doc, i))
}

/// "five of them", "including a mayor": a part of those who are the subject.
fn is_part(scene: &Scene<'_>, victims: &Victims) -> bool {
    matches!(victims, Victims::Group(index) if scene.groups[*index].subset)
}

/// "one of the six guests who were": the verb is said of them all.
fn is_one_of_them(scene: &Scene<'_>, victims: &Victims) -> bool {
    let doc = scene.doc;
    let tokens = victims.tokens(scene);
    let of = tokens.clone().find(|i| doc.is(*i, Class::Of));
    let numbered = scene.kind_of(victims);
    matches!(numbered, Some(GroupKind::Numbered(_)))
        && doc.is(tokens.end, Class::Relative)
        && of.is_some_and(|of| (of + 1..tokens.end).any(|i| doc.is(i, Class::Figure)))
}

/// Does the verb's number allow the subject? A list before "were" may end with one person.
fn may_be_subject(scene: &Scene<'_>, victims: &Victims, verb: usize) -> bool {
    let Some(plural) = agreement(scene.doc, verb) else {
        return true;
    };
    match victims {
        Victims::Group(index) => agrees(scene, &scene.groups[*index], plural),
        _ => true,
    }
}

fn agrees(scene: &Scene<'_>, group: &Group, plural: bool) -> bool {
    // "The family of four was", as well as "were"; so "the couple".
    let collective = scene
        .amount_of(group)
        .is_some_and(|amount| amount.tokens.start > group.tokens.start);
    let noun = scene.doc.word(group.tokens.end - 1).person.as_ref();
    let collective = collective || noun.is_some_and(|noun| noun.couple);
    collective || plural == group.plural || group.kind == GroupKind::Pronoun || !group.plural
}

/// The nearest noun phrase of the clause that fits, though other words stand between.
fn within(scene: &Scene<'_>, spine: &Spine, verb: usize) -> Option<Victims> {
    let doc = scene.doc;
    let end = spine.edge(doc)?;
    let plural = agreement(doc, verb);
    let fits = |group: &Group| {
        let taken = || !spine.relative && is_object(doc, spine.start, group.tokens.start);
        spine.holds(group.tokens.start)
            && !group.subset
            && !taken()
            && plural.is_none_or(|p| agrees(scene, group, p))
    };
    let before = |group: &Group| group.tokens.start.checked_sub(1);
    // "cases against drug traffickers": words before a bare plural belong to it.
    let phrase = |group: &Group| match group.kind {
        GroupKind::Plural => phrase_start(doc, spine.start, group.tokens.start),
        _ => group.tokens.start,
    };
    let governed = |group: &Group| {
        let start = phrase(group);
        start > spine.start && doc.is(start - 1, Class::Preposition)
    };
    // "two clerks, the mayor said, were": who says it is not whom it befell.
    let says = |group: &Group| {
        let verb = group.tokens.end;
        doc.word(verb).speech.verb.is_some() && doc.is(verb, Class::Cue) && doc.str(verb + 1) == ","
    };
    let candidates = scene
        .groups_in(&(spine.start..end))
        .rev()
        .filter(|(_, g)| fits(g) && !says(g));
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

/// The most tokens from "killed" to the noun of what it takes.
const OBJECT_REACH: usize = 6;

/// "The dog was killed", "the senate killed the bill": a beast or a thing, and nobody.
pub(super) fn befalls_nobody(doc: &Doc<'_>, sentence: &Sentence, verb: Range<usize>) -> bool {
    let first = sentence.tokens.start;
    if let Some(auxiliary) = auxiliary_before(doc, first, verb.start) {
        let end = last_content(doc, first, auxiliary);
        return end > first && doc.is(end - 1, Class::Lifeless);
    }
    let stops = |i: &usize| {
        !doc.is_kind(*i, TokenKind::Mark)
            && doc.word(*i).person.is_none()
            && !doc.is_any(
                *i,
                &[Class::Preposition, Class::ClauseBreak, Class::Coordinator],
            )
    };
    let reach = verb.end..sentence.tokens.end.min(verb.end + OBJECT_REACH);
    let object = reach.take_while(stops).last();
    object.is_some_and(|i| doc.is(i, Class::Lifeless))
        || verb.start > first && doc.is(verb.start - 1, Class::Lifeless)
}

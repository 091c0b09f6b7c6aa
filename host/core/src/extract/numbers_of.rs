//! Figures that stand apart from the noun they count: "the number of soldiers killed has risen to 21", "nine of the dead
//! were children".

use std::ops::Range;

use super::counts::{Count, Scene, Victims};
use super::lists::group_starting_at;
use super::nominals::TOLL_REACH;
use super::openers::Opener;
use super::people::GroupKind;
use super::steps::{has_mark, past_coordinator};
use crate::lexicon::{Class, Frame, Tag};
use crate::text::{Doc, Sentence};

/// The most tokens of a noun between "number of" and what befell them: "off-duty police officers".
const NOUN_REACH: usize = 5;

/// The count that an opener makes with a figure and a noun that stand apart.
pub(super) fn apart(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Count> {
    if scene.of_things {
        return None;
    }
    let of_count = || number_of(scene, sentence, opener);
    let (amount, noun) = of_count().or_else(|| part_of_them(scene, sentence, opener))?;
    Some(Count {
        predicate: opener.predicate,
        trigger: opener.start..opener.end,
        victims: Victims::Apart { amount, noun },
        agent: None,
        part_of: None,
    })
}

/// "The number of civilians killed in the raid rose to 40", "bringing to 21 the number of soldiers killed".
fn number_of(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
) -> Option<(usize, Range<usize>)> {
    let doc = scene.doc;
    if !matches!(opener.frame, Frame::Participle | Frame::Adjective) {
        return None;
    }
    let from = sentence
        .tokens
        .start
        .max(opener.start.saturating_sub(NOUN_REACH));
    let (start, of) = (from..=opener.start).rev().find_map(|end| {
        let mut marks = scene.marks.ending_at(end);
        marks
            .find(|mark| mark.tag == Tag::NumberOf)
            .map(|mark| (mark.start, end))
    })?;
    let noun = of..opener.start;
    // "The number of those detained" says no more than that they are people.
    let those = noun.len() == 1 && doc.is(noun.start, Class::Pronoun);
    let noun = if those { of..of } else { noun };
    let one_noun = !has_mark(doc, noun.clone())
        && !noun
            .clone()
            .any(|i| doc.is_any(i, &[Class::Preposition, Class::Coordinator]));
    let start =
        start - usize::from(start > sentence.tokens.start && doc.is(start - 1, Class::Definite));
    let amount = figure_behind(scene, sentence, opener).or_else(|| figure_before(scene, start))?;
    one_noun.then_some((amount, noun))
}

/// "… rose to 40", "… stands at 12": the first figure behind a preposition.
fn figure_behind(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<usize> {
    let doc = scene.doc;
    let reach = opener.end..sentence.tokens.end.min(opener.end + TOLL_REACH);
    let links = [Class::Preposition, Class::To, Class::Modal, Class::Be];
    scene.groups_in(&reach).find_map(|(_, group)| {
        let GroupKind::Numbered(amount) = group.kind else {
            return None;
        };
        let apart = (opener.end..group.tokens.start)
            .any(|i| doc.str(i) == ";" || doc.is(i, Class::Temporal));
        let linked = doc.is_any(group.tokens.start - 1, &links);
        let alone = !group.has_noun(scene.amounts);
        (linked && alone && !apart).then_some(amount)
    })
}

/// "Bringing to 21 the number of": the figure right before the article.
fn figure_before(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let at = scene.amounts.partition_point(|a| a.tokens.end < start);
    scene.amounts.get(at).filter(|a| a.tokens.end == start)?;
    Some(at)
}

/// "Nine of the dead were children", "seven of those who died were miners".
fn part_of_them(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
) -> Option<(usize, Range<usize>)> {
    let doc = scene.doc;
    if opener.end >= sentence.tokens.end || !doc.is(opener.end, Class::Be) {
        return None;
    }
    let first = sentence.tokens.start;
    let of = before_whole(doc, first, opener.start)?;
    let amount = scene.amounts.partition_point(|a| a.tokens.end < of);
    scene.amounts.get(amount).filter(|a| a.tokens.end == of)?;
    let reach = opener.end + 1..sentence.tokens.end;
    let (_, group) = scene.groups_in(&reach).next()?;
    let told = group.kind == GroupKind::Plural && group.tokens.start == opener.end + 1;
    // "29 of the wounded were women and children": both together.
    let end = group.tokens.end;
    let joined = doc.is(end, Class::Coordinator)
        && doc
            .word(end + 1)
            .person
            .as_ref()
            .is_some_and(|noun| noun.plural);
    let noun = group.tokens.start..end + 2 * usize::from(joined);
    told.then_some((amount, noun))
}

/// The most tokens from the "of" that opens a sentence to what befell those it speaks of: "of the 14 people injured".
const WHOLE: usize = 5;

/// "Of the 14 injured, three were in critical condition", "of those killed, two were children": parts of those with whom the
/// sentence opens.
pub(super) fn of_the_whole(
    scene: &Scene<'_>,
    sentence: &Sentence,
    openers: &[Opener],
    found: &mut Vec<Count>,
) {
    let (doc, first) = (scene.doc, sentence.tokens.start);
    let near = |opener: &&Opener| opener.start <= first + WHOLE;
    let Some(opener) = openers.first().filter(near) else {
        return;
    };
    let opens = doc.is(first, Class::Of) && doc.str(opener.end) == ",";
    if !opens || has_mark(doc, first..opener.start) || scene.of_things {
        return;
    }
    let told = |c: &Count| c.predicate == opener.predicate && c.trigger.start == opener.start;
    let whole = found.iter().position(told);
    let behind = opener.end + 1;
    for count in found.iter_mut().filter(|c| c.predicate == opener.predicate) {
        let figure = match count.victims {
            Victims::Group(index) => Some(&scene.groups[index]),
            _ => None,
        };
        let bare = figure.is_some_and(|g| !g.has_noun(scene.amounts) && g.tokens.start == behind);
        if bare && count.part_of.is_none() {
            count.part_of = whole;
        }
    }
    for (amount, noun) in kinds(scene, sentence, behind) {
        found.push(Count {
            predicate: opener.predicate,
            trigger: opener.start..opener.end,
            victims: Victims::Apart { amount, noun },
            agent: None,
            part_of: whole,
        });
    }
}

/// "Nineteen of the dead were farmers and four were policemen": the further kinds.
pub(super) fn of_further_kinds(
    scene: &Scene<'_>,
    sentence: &Sentence,
    openers: &[Opener],
    found: &mut Vec<Count>,
) {
    let doc = scene.doc;
    for opener in openers.iter().filter(|o| are_kinds_of(doc, o.start, o.end)) {
        let Some(noun) = group_starting_at(scene, opener.end + 1) else {
            continue;
        };
        let joint = scene.groups[noun].tokens.end;
        if !doc.is(joint, Class::Coordinator) && doc.str(joint) != "," {
            continue;
        }
        let kinds = kinds(scene, sentence, joint + 1).into_iter();
        found.extend(kinds.map(|(amount, noun)| Count {
            predicate: opener.predicate,
            trigger: opener.start..opener.end,
            victims: Victims::Apart { amount, noun },
            agent: None,
            part_of: None,
        }));
    }
}

/// "Of the dead were": does a word for what befell them open what kinds of them there are?
pub(super) fn are_kinds_of(doc: &Doc<'_>, start: usize, end: usize) -> bool {
    let of = start.checked_sub(2).filter(|i| doc.is(*i, Class::Of));
    of.is_some() && doc.is(start - 1, Class::Definite) && doc.is(end, Class::Be)
}

/// Does a sentence open with "of the dead," and does the figure at `figure` stand behind the comma?
pub(super) fn is_of_the_whole(doc: &Doc<'_>, sentence: &Sentence, figure: usize) -> bool {
    let first = sentence.tokens.start;
    let opens = doc.is(first, Class::Of) && doc.is(first + 1, Class::Definite);
    let comma = (first..figure).find(|i| doc.str(*i) == ",");
    // "Of the 48 aboard, 12 were killed": all the dead.
    let befell = |comma: usize| (first..comma).any(|i| doc.is(i, Class::Trigger));
    opens && comma.is_some_and(|comma| comma <= first + WHOLE + 1 && befell(comma))
}

/// "Two were children", "six were soldiers and eight civilians": each figure, an index into the amounts, with its noun.
fn kinds(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> Vec<(usize, Range<usize>)> {
    let doc = scene.doc;
    let mut found = Vec::new();
    let mut at = from;
    while at < sentence.tokens.end {
        let index = scene.amounts.partition_point(|a| a.tokens.start < at);
        let Some(amount) = scene.amounts.get(index).filter(|a| a.tokens.start == at) else {
            break;
        };
        let verb = usize::from(doc.is(amount.tokens.end, Class::Be));
        let noun = amount.tokens.end + verb;
        let noun = noun + usize::from(amount.is_one() && doc.is(noun, Class::Indefinite));
        let whole = amount.bounds.low.is_none_or(|low| low.is_integer());
        let phrase = group_starting_at(scene, noun).map(|index| scene.groups[index].tokens.end);
        let person = doc
            .word(noun)
            .person
            .as_ref()
            .filter(|p| p.plural || amount.is_one());
        let last = phrase.unwrap_or(noun + 1) - 1;
        let person = person.or_else(|| doc.word(last).person.as_ref().filter(|p| p.plural));
        if !whole
            || person.is_none()
            || found.is_empty() && verb == 0
            || noun >= sentence.tokens.end
        {
            break;
        }
        found.push((index, noun..last + 1));
        let comma = usize::from(doc.str(last + 1) == ",");
        at = past_coordinator(doc, last + 1 + comma);
        if at == last + 1 {
            break;
        }
    }
    found
}

/// The "of" of "of the dead", "of those killed", "of those who died" before the trigger at `at`.
fn before_whole(doc: &Doc<'_>, first: usize, mut at: usize) -> Option<usize> {
    while at > first && doc.is_any(at - 1, &[Class::Be, Class::Have]) {
        at -= 1;
    }
    if at > first && doc.is(at - 1, Class::Relative) && !doc.is(at - 1, Class::Definite) {
        at -= 1;
    }
    let of = at.checked_sub(2).filter(|of| *of >= first)?;
    (doc.is(of + 1, Class::Definite) && doc.is(of, Class::Of)).then_some(of)
}

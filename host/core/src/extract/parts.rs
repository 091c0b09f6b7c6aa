//! Parts that are told of a whole: "six of them priests", "including three children", the names of those counted.

use super::amount::{Amount, AmountKind};
use super::counts::{Count, SUBJECT_REACH, Scene, Victims};
use super::joined::{element_at, is_named, listed_after, opens_own_claim};
use super::lists::{group_ending_at, group_starting_at};
use super::openers::Opener;
use super::people::{Group, GroupKind};
use super::steps::{is_of_them, past_bracket, past_dashes};
use crate::lexicon::Class;
use crate::model::Decimal;
use crate::text::{Doc, Sentence};

/// "eight people, six of them priests", "including three children", "twelve people – nine dockers and three guards –":
/// parts of the count at `whole`.
pub(super) fn subsets(
    scene: &Scene<'_>,
    sentence: &Sentence,
    (opener, whole): (&Opener, usize),
    found: &[Count],
) -> Vec<Count> {
    let Some(Victims::Group(index)) = found.get(whole).map(|c| &c.victims) else {
        return Vec::new();
    };
    let part = |victims: Victims| Count {
        predicate: opener.predicate,
        trigger: opener.start..opener.end,
        victims,
        agent: None,
        part_of: Some(whole),
    };
    let parts = groups_of(scene, sentence, opener, *index);
    let named = names_of(scene, sentence, *index);
    let broken_down = breakdown(scene, sentence, opener, *index);
    let among = among_whole(scene, sentence, *index);
    let some = some_of_it(scene, opener, *index);
    let parts = parts
        .chain(named)
        .chain(broken_down)
        .chain(among)
        .chain(some);
    parts.map(part).collect()
}

/// "Six of the 14 dead were children": the six.
fn some_of_it(scene: &Scene<'_>, opener: &Opener, whole: usize) -> Option<Victims> {
    let doc = scene.doc;
    let group = &scene.groups[whole];
    let of = group.tokens.start.checked_sub(2)?;
    let opens = doc.is(of, Class::Of) && doc.is(of + 1, Class::Definite);
    let amount = scene.amounts.partition_point(|a| a.tokens.end < of);
    let counts = |a: &&Amount| a.tokens.end == of && a.kind == AmountKind::Count;
    scene.amounts.get(amount).filter(counts)?;
    let verb = opener.end.max(group.tokens.end);
    let noun = group_starting_at(scene, verb + 1).filter(|_| doc.is(verb, Class::Be))?;
    let noun = &scene.groups[noun];
    let plain = matches!(noun.kind, GroupKind::Plural | GroupKind::Indefinite);
    (opens && plain).then(|| Victims::Apart {
        amount,
        noun: noun.tokens.clone(),
    })
}

/// "Two women were among the nine people killed": the subject, of whom a number is told.
fn among_whole(scene: &Scene<'_>, sentence: &Sentence, whole: usize) -> Vec<Victims> {
    let doc = scene.doc;
    let group = &scene.groups[whole];
    let first = sentence.tokens.start;
    let before = group.tokens.start.checked_sub(1).filter(|i| *i > first);
    let article = before.filter(|i| doc.is(*i, Class::Definite));
    let among = article.map_or(before, |i| i.checked_sub(1));
    let Some(verb) = among
        .filter(|i| *i > first && doc.is(*i, Class::Among) && doc.is(*i - 1, Class::Be))
        .map(|i| i - 1)
    else {
        return Vec::new();
    };
    let numbered = matches!(group.kind, GroupKind::Numbered(_)) && group.plural;
    let part = group_ending_at(scene, verb).filter(|_| numbered);
    part.map(Victims::Group).into_iter().collect()
}

/// "Thirteen people were killed: eight rebels, four guards and a cook": a list behind a colon that adds up to the whole.
fn breakdown(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
    whole: usize,
) -> Vec<Victims> {
    let doc = scene.doc;
    let group = &scene.groups[whole];
    let exact = |group: &Group| match group.kind {
        GroupKind::Numbered(_) => {
            let bounds = scene.amount_of(group)?.bounds;
            bounds.low.filter(|low| Some(*low) == bounds.high)
        }
        GroupKind::Indefinite => Some(Decimal::from(1)),
        _ => None,
    };
    let from = group.tokens.end.max(opener.end);
    let colon = (from..sentence.tokens.end).find(|i| matches!(doc.str(*i), ":" | ";"));
    let first = colon.and_then(|colon| element_at(scene, sentence, colon + 1));
    let list = first.map_or_else(Vec::new, |first| listed_after(scene, sentence, first));
    let count = |victims: &Victims| match victims {
        Victims::Group(index) => exact(&scene.groups[*index]),
        _ => None,
    };
    let counts: Option<Vec<Decimal>> = list.iter().map(count).collect();
    let sum = counts.map(|counts| counts.iter().map(|n| n.to_f64()).sum::<f64>());
    let adds_up = list.len() > 1 && sum.is_some() && sum == exact(group).map(|n| n.to_f64());
    let own = list
        .last()
        .is_some_and(|last| opens_own_claim(scene, sentence, last));
    if adds_up && !own { list } else { Vec::new() }
}

/// The most tokens from a number to who "of them" are: "five of them children".
const CLOSE: usize = 3;

/// The role of those who attack.
const ATTACKER: &str = "attacker";

/// The phrases that tell parts of a group.
fn groups_of(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
    whole: usize,
) -> impl Iterator<Item = Victims> + use<> {
    let doc = scene.doc;
    let from = scene.groups[whole].tokens.end;
    let to = sentence.tokens.end.min(from + SUBJECT_REACH);
    let next_count = (from..to)
        .find(|i| *i >= opener.end && doc.is(*i, Class::Be))
        .unwrap_or(to);
    let aside = past_dashes(doc, from, sentence.tokens.end)
        .or_else(|| past_bracket(doc, from, sentence.tokens.end));
    let mut parts = Vec::new();
    for (index, group) in scene.groups_in(&(from..next_count.max(from))) {
        let apart = matches!(group.kind, GroupKind::Numbered(_))
            && group.has_noun(scene.amounts)
            && aside.is_some_and(|aside| group.tokens.end < aside);
        // "The ferry sank, drowning 23 people, five of them children": none of what sank.
        let peopled = |i: usize| doc.word(i).person.is_some();
        if scene.of_things && (from..group.tokens.end + CLOSE).any(peopled) {
            break;
        }
        if !group.subset && !is_of_them(doc, group.tokens.end) && !apart {
            // "One died and three others, including an officer, were hurt": the part belongs to those named last.
            break;
        }
        if opens_verb_of_its_own(doc, group) {
            continue;
        }
        // "Including the gunman": known without a number.
        let attacker = group.kind == GroupKind::Definite
            && !group.plural
            && group.role.as_deref() == Some(ATTACKER);
        let counted = attacker
            || matches!(
                group.kind,
                GroupKind::Numbered(_) | GroupKind::Indefinite | GroupKind::Name
            );
        parts.extend(counted.then_some(index));
    }
    parts.into_iter().map(Victims::Group)
}

/// "one of whom was shot": what befell the part is said by another verb.
fn opens_verb_of_its_own(doc: &Doc<'_>, group: &Group) -> bool {
    let (start, end) = (group.tokens.start, group.tokens.end);
    let verb = end + usize::from(doc.is(end, Class::Be));
    // "Of whom 90 were freed", "90 of whom were freed".
    let relative = |at: usize| at > 0 && doc.is(at - 1, Class::Relative);
    (relative(end) || relative(start)) && doc.word(verb).triggers.iter().any(|t| !t.frame.is_noun())
}

/// "two reporters, Jane Doe and John Roe,": the names of those who were counted.
fn names_of(scene: &Scene<'_>, sentence: &Sentence, whole: usize) -> Vec<Victims> {
    let doc = scene.doc;
    let group = &scene.groups[whole];
    let Some(amount) = scene.amount_of(group).filter(|a| !a.is_one()) else {
        return Vec::new();
    };
    let end = group.tokens.end;
    let opens = matches!(doc.str(end), "," | ":" | "—" | "–");
    let first = element_at(scene, sentence, end + 1).filter(|first| {
        opens && is_named(scene, first) && !opens_own_claim(scene, sentence, first)
    });
    let names = first.map_or_else(Vec::new, |first| listed_after(scene, sentence, first));
    let all_named = names.len() > 1 && names.iter().all(|name| is_named(scene, name));
    let within = amount
        .bounds
        .high
        .or(amount.bounds.low)
        .is_some_and(|most| names.len() as f64 <= most.to_f64());
    if all_named && within {
        names
    } else {
        Vec::new()
    }
}

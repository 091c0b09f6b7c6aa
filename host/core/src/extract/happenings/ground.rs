//! Is it ground that was taken, and by a party? "Rebels seized the bridge", and not "cameras captured the moment".

use std::ops::Range;

use super::{Happening, is_passive};
use crate::extract::counts::Scene;
use crate::lexicon::{Class, Tag};
use crate::model::Extent;
use crate::text::Sentence;

/// Does a party take ground here?
pub(super) fn is_taken(scene: &Scene<'_>, sentence: &Sentence, told: &Happening) -> bool {
    let doc = scene.doc;
    let passive = is_passive(doc, sentence, told.trigger.start);
    // A house that "was occupied" had somebody at home.
    if passive && told.agent.is_none() && doc.is(told.trigger.start, Class::Inhabited) {
        return false;
    }
    // What those who fight take is ground, whatever it is called: a mill, a lock, a position; unless it is people.
    if told.agent.as_ref().is_some_and(|a| fights(scene, a)) {
        let people = |object: &Range<usize>| object.clone().any(|i| doc.word(i).person.is_some());
        return !told.object.as_ref().is_some_and(people);
    }
    let by_party = told.agent.as_ref().is_none_or(|a| is_party(scene, a));
    match &told.object {
        Some(object) => by_party && is_ground(scene, object),
        None => by_party && is_ground_before(scene, told),
    }
}

/// "Streets that rebels seized"; several words of it, as in "back under control", need no object.
fn is_ground_before(scene: &Scene<'_>, told: &Happening) -> bool {
    let relative = told.agent.as_ref().and_then(|a| a.start.checked_sub(2));
    told.trigger.len() > 1 || relative.is_some_and(|i| ends_in_ground(scene, i + 1))
}

/// An actor, people with a part, an organisation, or "they".
fn is_party(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let doc = scene.doc;
    let named = scene.marks.within(tokens);
    let mut words = tokens.clone();
    named.into_iter().any(|m| matches!(m.tag, Tag::Actor(_)))
        || words.any(|i| doc.word(i).person.is_some() || doc.is_any(i, PARTIES))
}

const PARTIES: &[Class] = &[
    Class::SideGovernment,
    Class::SideOpposition,
    Class::Organisation,
    Class::GroupNoun,
    Class::LargerGroup,
    Class::Pronoun,
    Class::Nationality,
];

/// The noun is one of ground, or names a place; so does what "of" adds.
fn is_ground(scene: &Scene<'_>, object: &Range<usize>) -> bool {
    let of = object.clone().find(|i| scene.doc.is(*i, Class::Of));
    ends_in_ground(scene, object.end) || of.is_some_and(|of| ends_in_ground(scene, of))
}

/// A side of the conflict, combatants, or an actor that the lexicon knows; the police take evidence and suspects.
fn fights(scene: &Scene<'_>, agent: &Range<usize>) -> bool {
    let doc = scene.doc;
    let within = |role: &str, wider: &str| {
        let extent = doc.lexicon.relate_roles(role, wider);
        matches!(extent, Extent::Same | Extent::Subset)
    };
    let roles = || agent.clone().filter_map(|i| doc.word(i).person.as_ref());
    if roles().any(|person| within(&person.role, "police")) {
        return false;
    }
    let mut marks = scene.marks.within(agent);
    super::side_of(doc, scene.marks, agent).is_some()
        || roles().any(|person| within(&person.role, "combatant"))
        || marks.any(|mark| matches!(mark.tag, Tag::Actor(_)))
}

/// Is the word before `end` one of ground, or the last of a place's name?
fn ends_in_ground(scene: &Scene<'_>, end: usize) -> bool {
    let last = end.saturating_sub(1);
    let place = (end.saturating_sub(4)..end).any(|i| {
        let mut marks = scene.marks.starting_at(i);
        marks.any(|mark| mark.end == end && matches!(mark.tag, Tag::Place(_)))
    });
    place || scene.doc.is_any(last, &[Class::PlaceKind, Class::Ground])
}

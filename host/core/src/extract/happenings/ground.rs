//! Is it ground that was taken, and by a party? "Rebels seized the bridge", and not "cameras captured the moment".

use std::ops::Range;

use super::{Happening, is_passive};
use crate::extract::counts::Scene;
use crate::lexicon::{Class, Tag};
use crate::model::Extent;
use crate::text::{Doc, Sentence};

/// Does a party take ground here?
pub(super) fn is_taken(scene: &Scene<'_>, sentence: &Sentence, told: &Happening) -> bool {
    let doc = scene.doc;
    let passive = is_passive(doc, sentence, told.trigger.start);
    // A house that "was occupied" had somebody at home.
    if passive && told.agent.is_none() && doc.is(told.trigger.start, Class::Inhabited) {
        return false;
    }
    let by_party = told.agent.as_ref().is_none_or(|a| is_party(scene, a));
    match &told.object {
        Some(object) => by_party && is_ground(scene, sentence, object, told.agent.as_ref()),
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

/// The noun is one of ground, or names a place; so does what "of" adds. A name that no list has is a place where one of
/// the sides takes it.
fn is_ground(
    scene: &Scene<'_>,
    sentence: &Sentence,
    object: &Range<usize>,
    agent: Option<&Range<usize>>,
) -> bool {
    let doc = scene.doc;
    let of = object.clone().find(|i| doc.is(*i, Class::Of));
    // What stands behind the name, a day for one, may belong to the object's words.
    let unknown = !sentence.shouted
        && agent.is_some_and(|a| takes_sides(scene, a))
        && is_name(doc, object.start);
    ends_in_ground(scene, object.end) || of.is_some_and(|of| ends_in_ground(scene, of)) || unknown
}

fn takes_sides(scene: &Scene<'_>, agent: &Range<usize>) -> bool {
    let doc = scene.doc;
    let fights = |role: &str| {
        let extent = doc.lexicon.relate_roles(role, "combatant");
        matches!(extent, Extent::Same | Extent::Subset)
    };
    let mut roles = agent.clone().filter_map(|i| doc.word(i).person.as_ref());
    super::side_of(doc, scene.marks, agent).is_some() || roles.any(|p| fights(&p.role))
}

fn is_name(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_capital(i) && doc.word(i).person.is_none() && !doc.is(i, Class::Title)
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

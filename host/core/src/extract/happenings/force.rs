//! Do the sentences around tell of force? Politicians attack, push back and fight as well, and withdraw their bids.

use super::Happening;
use crate::extract::counts::Scene;
use crate::lexicon::{Class, Tag};
use crate::model::Extent;
use crate::text::{Doc, Sentence};

/// Sentences at the head of a text, its headline among them, that say what it is about.
const HEAD: usize = 4;

/// The most tokens from the word to what it is done to.
const BEHIND: usize = 6;

/// The roles of those who use force; "security" alone is as often social.
const ARMED: [&str; 4] = ["soldier", "police", "combatant", "attacker"];

/// Is it told in words of politics and sport as well, of nobody who could use force or suffer it, and nothing at the head of the
/// text, in its sentence or beside it tells of force?
pub(super) fn is_figure_of_speech(
    scene: &Scene<'_>,
    sentence: &Sentence,
    found: &Happening,
) -> bool {
    let doc = scene.doc;
    let object = found.object.clone().unwrap_or_default();
    let fight = object.filter(|i| doc.is(*i, Class::FightingNoun));
    let mut words = found.trigger.clone().chain(fight);
    if !words.any(|i| doc.is(i, Class::Figurative)) || is_of_parties(scene, sentence, found) {
        return false;
    }
    let at = doc
        .sentences
        .partition_point(|s| s.tokens.start < sentence.tokens.start);
    let around = at.saturating_sub(1)..(at + 2).min(doc.sentences.len());
    let mut near = doc.sentences[around]
        .iter()
        .chain(doc.sentences.iter().take(HEAD));
    !near.any(|sentence| tells_of_force(doc, sentence))
}

/// Is it done by or to a country, a side, a place, a building or a plain person: "Iran attacked Israel", "attacked a church",
/// "two women were attacked", "withdrew from the town"? Who pushes back on something or against it drives nobody off.
fn is_of_parties(scene: &Scene<'_>, sentence: &Sentence, found: &Happening) -> bool {
    let doc = scene.doc;
    let sides = [
        Class::Nationality,
        Class::SideGovernment,
        Class::SideOpposition,
        Class::PlaceKind,
        Class::Attacker,
    ];
    let known = |tokens: &std::ops::Range<usize>| {
        let mut marks = scene.marks.within(tokens);
        let named = marks.any(|m| matches!(m.tag, Tag::Place(_) | Tag::Actor(_)));
        named || tokens.clone().any(|i| doc.is_any(i, &sides))
    };
    let agent = found.agent.clone().unwrap_or_default();
    let object = found.object.clone().unwrap_or_default();
    let behind = found.trigger.end..sentence.tokens.end.min(found.trigger.end + BEHIND);
    let turns = |i: usize| {
        let versus = scene.marks.starting_at(i).any(|m| m.tag == Tag::Versus);
        versus || doc.is(i, Class::Locative)
    };
    let pushes = found.trigger.len() > 1 && behind.clone().take(3).any(turns);
    let person = |i: usize| {
        let role = doc.word(i).person.as_ref().map(|p| p.role.as_str());
        role.is_some_and(|role| role != "official") && !doc.is_capital(i)
    };
    let thing = |i: usize| doc.word(i).thing.is_some() && !doc.is_capital(i);
    // "The synagogue was attacked".
    let suffered = found.agent.is_none() && object.end <= found.trigger.start && !object.is_empty();
    // "The battle of Osk ended", "fighting for the bridge".
    let between = object.end..found.trigger.start.max(object.end);
    let fought_for = doc.is(between.start, Class::Of) && between.clone().any(|i| doc.is_capital(i));
    let fights = object.clone().any(|i| doc.is(i, Class::FightingNoun));
    known(&agent)
        || !pushes
            && (known(&object)
                || fought_for
                || known(&between)
                || known(&behind)
                || object.clone().any(person)
                || behind.into_iter().any(thing)
                || suffered && !fights)
}

fn tells_of_force(doc: &Doc<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.clone().any(|i| {
        let word = doc.word(i);
        let harms = |predicate| doc.lexicon.predicate(predicate).harm;
        let armed = |role: &str| {
            ARMED.iter().any(|wide| {
                matches!(
                    doc.lexicon.relate_roles(role, wide),
                    Extent::Same | Extent::Subset
                )
            })
        };
        let body = doc.is(i, Class::SideGovernment) || doc.is(i, Class::Organisation);
        let military = body && doc.lexicon.source_kind(&word.text) == Some("military");
        military
            || doc.is(i, Class::Attacker)
            || doc.is(i, Class::FightingNoun) && !doc.is(i, Class::Figurative)
            || word.triggers.iter().any(|t| harms(t.predicate))
            || word.person.as_ref().is_some_and(|p| armed(&p.role))
    })
}

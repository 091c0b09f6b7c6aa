//! Do the sentences around tell of force? Politicians attack, push back and fight as well, and withdraw their bids.

use super::Happening;
use crate::extract::counts::Scene;
use crate::lexicon::Class;
use crate::model::Extent;
use crate::text::{Doc, Sentence};

/// Sentences at the head of a text, its headline among them, that say what it is about.
const HEAD: usize = 4;

/// The most tokens from the word to what it is done to.
const BEHIND: usize = 6;

/// The roles of those who use force; "security" alone is as often social.
const ARMED: [&str; 4] = ["soldier", "police", "combatant", "attacker"];

/// Is it told in words of politics and sport as well, and nothing at the head of the text, in its sentence or beside it tells of
/// force?
pub(super) fn is_figure_of_speech(
    scene: &Scene<'_>,
    sentence: &Sentence,
    found: &Happening,
) -> bool {
    let doc = scene.doc;
    let object = found.object.clone().unwrap_or_default();
    let fight = object.filter(|i| doc.is(*i, Class::FightingNoun));
    let mut words = found.trigger.clone().chain(fight);
    if !words.any(|i| doc.is(i, Class::Figurative)) {
        return false;
    }
    // "Attacked a church", "withdrew from the town": what one takes or hits in earnest.
    let behind = found.trigger.end..sentence.tokens.end.min(found.trigger.end + BEHIND);
    let thing = |i: usize| doc.word(i).thing.is_some() && !doc.is_capital(i);
    if behind
        .into_iter()
        .any(|i| doc.is(i, Class::PlaceKind) || thing(i))
    {
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

//! The victims of a text told apart over its sentences: who is the same person as whom, what befell each, and how many
//! they are where no sentence says so. What is added here is read from several sentences together: it is marked
//! (`attributes.derived`), and its people are assumed to be all of them, so that no rule makes a contradiction of it.

mod ages;
mod apart;
#[cfg(test)]
mod class_tests;
#[cfg(test)]
mod elsewhere_tests;
mod fate;
mod given;
mod harm;
mod homicide;
mod ledger;
mod mention;
#[cfg(test)]
mod more_tests;
mod phrase;
mod portrait;
mod ranked;
mod rivals;
mod scope;
mod singles;
#[cfg(test)]
mod tests;
mod totals;
mod who;

use std::ops::Range;

use super::Read;
use super::counted::is_silent;
use super::sources::Attribution;
use crate::lexicon::Class;
use crate::model::{Article, Claim};
use crate::text::Doc;
use fate::{Sighting, Stage, fates, may_tell};
use ledger::Ledger;
use mention::{Cast, Mention, Pointing, mentions};
pub(super) use totals::derived;

/// Adds to the claims of single sentences what the text as a whole tells of its victims.
pub(super) fn tell(read: &Read<'_>, article: &Article, claims: &mut Vec<Claim>) {
    let elsewhere = scope::elsewhere(read);
    scope::mark(read, article, &elsewhere, claims);
    let ledger = ledger(read, &elsewhere);
    totals::add(read, article, &ledger, claims);
}

/// The persons of the sentences that tell of the article's own incident.
fn ledger(read: &Read<'_>, elsewhere: &[Option<Range<usize>>]) -> Ledger {
    let scene = read.scene();
    let mut ledger = Ledger::default();
    let mut cast = Cast::default();
    // People are told apart for the sake of what befell them: behind the last such sentence nobody need be.
    let sentences = &read.doc.sentences;
    let last = sentences.iter().rposition(|s| may_tell(&scene, s));
    let told = last.map_or(0, |last| last + 1);
    for (index, sentence) in sentences[..told].iter().enumerate() {
        if is_silent(read.doc, sentence)
            || elsewhere[index].is_some()
            || scope::is_aside(read, sentence)
        {
            continue;
        }
        let people = mentions(&scene, sentence, &mut cast);
        let stage = Stage {
            scene: &scene,
            sentence,
            people: &people,
        };
        for sighting in fates(&stage) {
            let sighting = by_name(read.doc, &people, sighting);
            // "My boy died", "I hear of another child dead": of whom one speaks is not sure.
            let loose = |w: &usize| people[*w].further || people[*w].pointing == Pointing::Pronoun;
            let quoted = || read.doc.is_quoted(read.doc.span(sighting.trigger.clone()));
            let told = || ledger.persons.iter().any(|p| p.met(sighting.fate));
            if sighting.who.iter().all(loose) && quoted() && told() {
                continue;
            }
            // "Police denied that any officer had been hurt".
            let denied = |a: &Attribution| a.denies() && a.covers(sighting.trigger.start);
            if read.attributions[index].iter().any(denied) {
                continue;
            }
            if rivals::has_rival(read, index, &people, &sighting) {
                continue;
            }
            ledger.enter(index, &people, &sighting);
        }
    }
    ledger
}

/// The most tokens from a number to the names of those it counts: "of them,".
const OF_THEM: usize = 4;

/// "Two of them, Ann Orr and Bob Hale, died": the names alone, where a phrase in front of them counts them and nobody else is told.
fn by_name(doc: &Doc<'_>, people: &[Mention], mut told: Sighting) -> Sighting {
    let is_name = |at: &usize| people[*at].pointing == Pointing::Name;
    let (mut names, groups): (Vec<usize>, Vec<usize>) =
        told.who.iter().copied().partition(|at| is_name(at));
    names.sort_by_key(|at| people[*at].tokens.start);
    let ([first, .., last], [group]) = (names.as_slice(), groups.as_slice()) else {
        return told;
    };
    let group = &people[*group];
    let counts = match group.count {
        Some(count) => u32::try_from(names.len()) == Ok(count),
        None => group.pointing == Pointing::Pronoun,
    };
    let (from, to) = (group.tokens.end, people[*first].tokens.start);
    let near = from < to && to - from <= OF_THEM;
    let apposed = near && doc.str(to - 1) == "," && doc.str(people[*last].tokens.end) == ",";
    if counts && apposed && !(from..to).any(|i| doc.is(i, Class::Coordinator)) {
        told.who = names;
    }
    told
}

//! The counts of a text, sentence by sentence; and which sentences tell nothing.

use super::Read;
use super::counts::{Count, Scene, Victims, counts};
use super::doers::are_police;
use super::echoes::{of_those_before, only_count};
use super::relabel::relabelled;
use super::remention::{self, Told};
use crate::lexicon::{Class, Frame};
use crate::model::{Decimal, PassageKind};
use crate::text::{Doc, Sentence};

/// The counts of each sentence; a mention again of those whose number is told is none.
pub(super) fn counted(read: &Read<'_>, scene: &Scene<'_>) -> Vec<Vec<Told>> {
    let mut before: Vec<Count> = Vec::new();
    let mut passage = 0;
    let all = read.doc.sentences.iter().map(|sentence| {
        if is_silent(read.doc, sentence) {
            before.clear();
            return Vec::new();
        }
        let mut found = counts(scene, sentence);
        found.retain(|count| is_told(scene, count));
        let last = std::mem::replace(&mut passage, sentence.passage);
        let of_before = found.is_empty() && last == sentence.passage;
        let again = relabelled_before(scene, sentence, &before, &found);
        if let Some(again) = again.filter(|_| sentence.passage - last <= 1) {
            let told = Told::new(again);
            before = vec![told.count.clone()];
            return vec![told];
        }
        if of_before {
            found = of_those_before(scene, sentence, &before);
        }
        before.clone_from(&found);
        let told = found.into_iter().map(Told::new);
        told.map(|told| Told { of_before, ..told }).collect()
    });
    let mut all: Vec<Vec<Told>> = all.collect();
    remention::drop_rementions(scene, &read.attributions, &mut all);
    all
}

/// Of what many people do a figure is wanted: "300 people gathered", not "relatives gathered" nor "scores of bottles". So it is
/// of who is in care, since others are told one by one; but not of "five were taken to hospital, where they died", nor of "three
/// others", who are added up with those before.
fn is_told(scene: &Scene<'_>, count: &Count) -> bool {
    if scene.doc.lexicon.predicate(count.predicate).figure {
        // "None of the 320 people on board was hurt": how many were is not what is counted.
        let of_those = scene.doc.is(count.trigger.end, Class::Be) && tells_part(scene, count);
        return !of_those
            && (matches!(count.victims, Victims::Nobody(_)) || is_of_several(scene, count));
    }
    let apart = || dies_there(scene, count) || count.is_of_others(scene);
    !is_care(scene, count) || is_of_several(scene, count) && !apart()
}

/// "None of the 320", "14 of the 320": some of a number.
fn tells_part(scene: &Scene<'_>, count: &Count) -> bool {
    let mut tokens = count.victims.tokens(scene);
    let of = tokens.any(|i| scene.doc.is(i, Class::Of));
    of || matches!(count.victims, Victims::Nobody(_))
}

/// Does a figure of more than one count people, or nothing that is named? How many did it is told with a noun.
fn is_of_several(scene: &Scene<'_>, count: &Count) -> bool {
    let doc = scene.doc;
    let Some((amount, noun)) = count.victims.numbered(scene) else {
        return false;
    };
    let doers = doc.lexicon.doers() == Some(count.predicate);
    if doers && are_police(doc, &noun) {
        return false;
    }
    let bare = noun.is_empty() && !doers;
    let people = bare || noun.clone().any(|i| doc.word(i).person.is_some());
    let low = scene.amounts[amount].bounds.low;
    people && low.is_none_or(|low| low > Decimal::from(1))
}

/// "Were taken to hospital": harm told by the care for those whom it befell.
fn is_care(scene: &Scene<'_>, count: &Count) -> bool {
    let doc = scene.doc;
    let harm = doc.lexicon.predicate(count.predicate).harm;
    let mut words = count.trigger.clone();
    harm && doc.is(words.start, Class::BePlural) && words.any(|i| doc.is(i, Class::Care))
}

/// "Where they died", behind the words for a hospital.
fn dies_there(scene: &Scene<'_>, count: &Count) -> bool {
    let doc = scene.doc;
    let end = doc
        .sentence_of(count.trigger.start)
        .map_or(0, |s| s.tokens.end);
    let mut behind = count.trigger.end..end;
    let dies = |i: usize| {
        let triggers = doc.word(i).triggers.iter();
        let mut deadly = triggers.filter(|t| doc.lexicon.predicate(t.predicate).harm);
        doc.is(i, Class::Resultative) || deadly.any(|t| t.frame == Frame::Intransitive)
    };
    behind.any(|i| doc.is(i, Class::Relative)) && behind.any(dies)
}

/// What a sentence calls those whom the one before it has counted, where it counts nobody else.
fn relabelled_before(
    scene: &Scene<'_>,
    sentence: &Sentence,
    before: &[Count],
    found: &[Count],
) -> Option<Count> {
    let told = only_count(scene, before).filter(|_| !scene.of_things)?;
    let again = relabelled(scene, sentence, sentence.tokens.start, told)?;
    // "The dead were farmers" counts them as several.
    let noun = again.victims.noun()?;
    let same =
        |count: &Count| count.predicate == told.predicate && count.victims.tokens(scene) == noun;
    found.iter().all(same).then_some(again)
}

/// Does the sentence claim nothing by where it stands?
pub(super) fn is_silent(doc: &Doc<'_>, sentence: &Sentence) -> bool {
    matches!(
        doc.kind_of(sentence),
        PassageKind::Boilerplate | PassageKind::Dateline
    ) || is_question(doc, sentence)
}

/// "Were the hostages hurt?", "“Was anyone hurt?” a reporter asked": what is asked is not told.
fn is_question(doc: &Doc<'_>, sentence: &Sentence) -> bool {
    let quote = |i: &usize| matches!(doc.str(*i), "\"" | "“" | "”" | "’" | "‘" | ")");
    let mut tokens = sentence.tokens.clone();
    let opens = [
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Will,
        Class::Asking,
    ];
    // "“Is it over?” a man cried as six were killed" tells something behind what is asked.
    let tells = |from: usize| (from..sentence.tokens.end).any(|i| doc.is(i, Class::Trigger));
    let asked = |i: usize| {
        let closes = i + 1 == sentence.tokens.end || quote(&(i + 1));
        doc.str(i) == "?" && closes && !tells(i + 1)
    };
    let first = tokens.find(|i| !quote(i));
    first.is_some_and(|i| doc.is_any(i, &opens)) && tokens.any(asked)
}

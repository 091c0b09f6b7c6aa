//! The words that open a count, and those that say it did not happen: planned, denied, supposed, or nobody.

use std::ops::Range;

use super::Marks;
use super::counts::{Count, Scene, Victims};
use super::sources::is_that;
use super::spine::agreement;
use super::steps::{has_mark, is_adverb};
use crate::lexicon::{Class, Classes, Found, Frame, PredicateId, PredicateKind, Tag, VictimCue};
use crate::text::{Doc, Sentence, TokenKind};

/// A word or phrase that opens a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opener {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) predicate: PredicateId,
    pub(super) frame: Frame,
}

/// The most tokens from "if" to what it supposes.
const SUPPOSED: usize = 12;

/// The trigger words of a sentence that take a count, by position.
pub(super) fn openers(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Opener> {
    let mut found = Vec::new();
    if !opens_any(scene.marks, sentence) {
        return found;
    }
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        let opener = phrase_at(scene, i)
            .filter(|opener| opener.end <= sentence.tokens.end)
            .or_else(|| word_at(scene, i));
        i = opener.map_or(i + 1, |opener| opener.end);
        found.extend(opener);
    }
    found
}

/// Has the sentence any word or phrase that opens a claim? Most have none.
pub(super) fn opens_any(marks: &Marks, sentence: &Sentence) -> bool {
    let opens = |tag| {
        matches!(
            tag,
            Tag::Act(_) | Tag::Fate(_) | Tag::Number(_) | Tag::OfFighting(_)
        )
    };
    let words = Classes::of(&[Class::Trigger, Class::Shooting]);
    sentence.classes.meets(words) || marks.within(&sentence.tokens).any(|mark| opens(mark.tag))
}

fn phrase_at(scene: &Scene<'_>, i: usize) -> Option<Opener> {
    let is_count = |id: &PredicateId| takes_count(scene, *id);
    let (end, predicate, frame) = scene.marks.starting_at(i).find_map(|mark| match mark.tag {
        Tag::Act(id) => Some((mark.end, id, Frame::Participle)),
        Tag::Fate(id) => Some((mark.end, id, Frame::Intransitive)),
        Tag::Number(id) => Some((mark.end, id, Frame::Toll)),
        _ => None,
    })?;
    Some(Opener {
        start: i,
        end,
        predicate,
        frame,
    })
    .filter(|opener| is_count(&opener.predicate))
}

/// Does the predicate count what the scene is of?
fn takes_count(scene: &Scene<'_>, id: PredicateId) -> bool {
    let predicate = scene.doc.lexicon.predicate(id);
    predicate.kind == PredicateKind::Count && predicate.of_things == scene.of_things
}

fn word_at(scene: &Scene<'_>, i: usize) -> Option<Opener> {
    let doc = scene.doc;
    if doc.is(i, Class::Shooting) && !scene.of_things {
        return shooting_at(doc, i);
    }
    if !doc.is(i, Class::Trigger) {
        return None;
    }
    let trigger = doc
        .word(i)
        .triggers
        .iter()
        .find(|t| takes_count(scene, t.predicate))
        .filter(|t| !(is_noun_use(doc, i) || t.frame == Frame::Base && is_no_harm(doc, i)))
        .filter(|t| t.frame != Frame::Intransitive || !is_mere_flight(doc, i, t.predicate))
        .filter(|t| t.frame != Frame::Gerund || is_figured(scene, i, t.predicate))
        .filter(|t| !(t.frame == Frame::Base && is_in_name(doc, i)))
        .filter(|t| t.frame != Frame::Adjective || !is_state(doc, i, t.predicate))?;
    Some(Opener {
        start: i,
        end: i + 1,
        predicate: trigger.predicate,
        frame: trigger.frame,
    })
}

/// "Carrying 40 pupils", where a figure is wanted; "carrying a gun" tells of nobody.
fn is_figured(scene: &Scene<'_>, gerund: usize, id: PredicateId) -> bool {
    let first = scene.amounts.partition_point(|a| a.tokens.start <= gerund);
    let behind = scene.amounts.get(first).map(|a| a.tokens.start);
    !scene.doc.lexicon.predicate(id).figure || behind == Some(gerund + 1)
}

/// "Free Voice said": part of a name, in a sentence that does not write all its words so.
fn is_in_name(doc: &Doc<'_>, i: usize) -> bool {
    let Some(sentence) = doc.sentence_of(i) else {
        return false;
    };
    let words = || {
        sentence
            .tokens
            .clone()
            .filter(|i| doc.is_kind(*i, TokenKind::Word))
    };
    let capitals = words().filter(|i| doc.is_capital(*i)).count();
    let titled = capitals * 2 > words().count();
    let beside = doc.is_capital(i + 1) && sentence.tokens.contains(&(i + 1));
    i > sentence.tokens.start && doc.is_capital(i) && beside && !titled
}

/// "A homeless man": how he lives, and nothing that befell him in a flight. "The hostage": who it is; not "held six people
/// hostage".
fn is_state(doc: &Doc<'_>, i: usize, id: PredicateId) -> bool {
    let is_person = |i: usize| doc.word(i).person.is_some();
    let lives = doc.lexicon.predicate(id).flight && is_person(i + 1);
    let one = doc.word(i).person.as_ref().is_some_and(|p| !p.plural);
    lives || one && !(i > 0 && is_person(i - 1))
}

/// Words to each side of a flight in which residents or a home are looked for.
const FLIGHT_REACH: usize = 8;

/// "Two men fled the scene": displaced are only residents, and who leaves a home.
fn is_mere_flight(doc: &Doc<'_>, i: usize, id: PredicateId) -> bool {
    let clear = |at: &usize| !doc.is_kind(*at, TokenKind::Mark) && *at < doc.tokens.len();
    let mut before = (i.saturating_sub(FLIGHT_REACH)..i).rev().take_while(clear);
    let mut after = (i + 1..i + FLIGHT_REACH).take_while(clear);
    doc.lexicon.predicate(id).flight
        && !before.any(|at| doc.is(at, Class::Resident))
        && !after.any(|at| doc.is(at, Class::Home))
}

/// "a gunshot wound": the noun, not the verb. "Wound up dead": another verb.
fn is_no_harm(doc: &Doc<'_>, i: usize) -> bool {
    let noun = i > 0 && doc.is(i - 1, Class::HarmKind);
    doc.is(i, Class::Harm) && (noun || doc.is(i + 1, Class::Particle))
}

/// "a shot", "shots", "shot at": the noun, or no one hit.
fn is_noun_use(doc: &Doc<'_>, i: usize) -> bool {
    if !doc.is(i, Class::Firing) {
        return false;
    }
    let noun = [
        Class::Determiner,
        Class::Ordinal,
        Class::Indefinite,
        Class::Warning,
    ];
    i > 0 && doc.is_any(i - 1, &noun) || doc.is(i + 1, Class::Missed) && !is_hit_there(doc, i)
}

/// "was shot at the corner of", "were shot at 12 Mill Lane": the place, not what was missed.
fn is_hit_there(doc: &Doc<'_>, i: usize) -> bool {
    let passive = i > 0 && doc.is_any(i - 1, &[Class::Be, Class::Get])
        || i > 1 && is_adverb(doc, i - 1) && doc.is(i - 2, Class::Be);
    let shouted = doc.sentence_of(i).is_some_and(|s| s.shouted);
    let place = doc.is_any(
        i + 2,
        &[Class::Definite, Class::Indefinite, Class::Possessive],
    ) || doc.is_kind(i + 2, TokenKind::Number)
        || doc.is_capital(i + 2) && !shouted;
    passive && doc.is(i + 1, Class::Locative) && place
}

/// "shooting six people", "shooting his wife": a verb where somebody stands behind it. "The shooting victims" are others.
fn shooting_at(doc: &Doc<'_>, i: usize) -> Option<Opener> {
    let predicate = doc.lexicon.shooting()?;
    takes_object(doc, i).then_some(Opener {
        start: i,
        end: i + 1,
        predicate,
        frame: Frame::Gerund,
    })
}

fn takes_object(doc: &Doc<'_>, i: usize) -> bool {
    let determined = [Class::Indefinite, Class::Definite, Class::Possessive];
    let counted = doc.is_kind(i + 1, TokenKind::Number) || doc.is(i + 1, Class::Figure);
    let noun = i > 0 && doc.is_any(i - 1, &[Class::Determiner, Class::Possessive]);
    !noun && (counted || doc.is_any(i + 1, &determined) && !doc.is(i + 1, Class::Relative))
}

/// "threatened to kill", "was not killed", "plot to murder", "if anybody is hurt", "an assassination attempt".
pub(super) fn is_unreal(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> bool {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let window = |back: usize| first.max(opener.start.saturating_sub(back))..opener.start;
    let clear = |i: usize| !has_mark(doc, i..opener.start);
    // "No fewer than 30 people", "not less than six": a bound, and no denial.
    let denies =
        |i: usize, word: Class| doc.is(i, word) && clear(i) && !scene.marks.bounds_number(i);
    let negated = is_of_none(doc, sentence, opener.start)
        || window(4).any(|i| denies(i, Class::Negation))
        || window(6).any(|i| denies(i, Class::None));
    // "during the attempt seven people were killed": a verb of its own stands between.
    let apart = |i: usize| (i + 1..opener.start).any(|at| agreement(doc, at).is_some());
    // "Nearly 20 people died": how many, and not what nearly happened.
    let bounds = |i: usize| {
        scene.marks.bounds_number(i)
            && (doc.is_kind(i + 1, TokenKind::Number) || doc.is(i + 1, Class::Figure))
    };
    let planned =
        window(4).any(|i| doc.is(i, Class::Planned) && clear(i) && !apart(i) && !bounds(i));
    let to_do = matches!(opener.frame, Frame::Base) && window(2).any(|i| doc.is(i, Class::Modal))
        || opener.frame == Frame::Participle && window(4).any(|i| is_mere(doc, i, opener.start));
    // "it would have killed hundreds"
    let would = |i: usize| doc.is(i, Class::Supposing) && doc.is(i + 1, Class::Have);
    let supposed = match opener.frame {
        Frame::Participle | Frame::Intransitive => 3,
        // "that would have included the kidnapping of six"
        Frame::Nominal | Frame::Gerund => 6,
        _ => 0,
    };
    let to_do = to_do || window(supposed).any(|i| would(i) && clear(i));
    let modal = opener.start > first && doc.is(opener.start - 1, Class::Modal);
    let to_do = to_do || opener.frame == Frame::Intransitive && modal;
    let unmade = opener.frame == Frame::Nominal
        && (doc.is(opener.end, Class::Unmade)
            || is_in_title(doc, sentence, &(opener.start..opener.end)));
    negated
        || planned
        || to_do
        || unmade
        || is_open(doc, sentence, opener.start)
        || is_wished((doc, scene.marks), sentence, opener.start)
        || lives_on(scene, sentence, opener)
        || dies_naturally(doc, sentence, opener)
}

/// "Praying that nobody died", "I hope no one was hurt": a wish, not told. "Hoping to flee" wishes something else, and what
/// a clause within the wish tells ("that the blast that killed six …") is told.
pub(super) fn is_wished((doc, marks): (&Doc<'_>, &Marks), sentence: &Sentence, at: usize) -> bool {
    let from = sentence.tokens.start.max(at.saturating_sub(SUPPOSED));
    let aside = [Class::To, Class::Of, Class::Preposition];
    let noun = [Class::Determiner, Class::Possessive, Class::Preposition];
    let within = [Class::Temporal, Class::Relative, Class::Cue];
    marks.within(&(from..at)).any(|mark| {
        let before = mark
            .start
            .checked_sub(1)
            .filter(|i| *i >= sentence.tokens.start);
        let name = before.is_some() && doc.is_capital(mark.start) && !sentence.shouted;
        let verb = !name && !before.is_some_and(|i| doc.is_any(i, &noun) || is_past(doc, i));
        let clause = mark.end + usize::from(is_that(doc, mark.end));
        mark.tag == Tag::Wished
            && verb
            && !doc.is_any(mark.end, &aside)
            && !has_mark(doc, mark.end..at)
            && !(clause..at).any(|i| doc.is_any(i, &within))
    })
}

/// "Lost" of "lost hope".
fn is_past(doc: &Doc<'_>, i: usize) -> bool {
    doc.word(i).triggers.iter().any(|t| !t.frame.is_noun())
}

/// "The child's body rejected the transplant": somebody's body, of which nothing tells that it is a dead one.
fn lives_on(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> bool {
    let doc = scene.doc;
    let owned = opener.start > sentence.tokens.start
        && doc.is_any(opener.start - 1, &[Class::Genitive, Class::Possessive]);
    let remains = |mark: Found| mark.tag == Tag::Victim(VictimCue::Remains);
    owned
        && doc.is(opener.start, Class::Corpse)
        && !scene.marks.within(&sentence.tokens).any(remains)
}

/// "Neither of the two guards on the pier was hurt", "no member of the crew was hurt": the subject opens with it.
pub(super) fn is_of_none(doc: &Doc<'_>, sentence: &Sentence, at: usize) -> bool {
    let from = sentence.tokens.start.max(at.saturating_sub(SUPPOSED));
    let clause = (from..at)
        .rev()
        .take_while(|i| !doc.is_kind(*i, TokenKind::Mark) && !doc.is(*i, Class::ClauseBreak));
    let of = |i: usize| {
        doc.is(i + 1, Class::Of) || doc.word(i + 1).person.is_some() && doc.is(i + 2, Class::Of)
    };
    clause
        .into_iter()
        .any(|i| doc.is_any(i, &[Class::Negation, Class::None]) && of(i))
}

/// "If anyone was killed", "whether a second man was hurt", "how many people were wounded": supposed or asked, not told.
pub(super) fn is_open(doc: &Doc<'_>, sentence: &Sentence, at: usize) -> bool {
    let from = sentence.tokens.start.max(at.saturating_sub(SUPPOSED));
    let asks = |i: usize| {
        doc.is(i, Class::Conditional)
            || doc.is(i, Class::Asking) && doc.is(i + 1, Class::Unnumbered)
    };
    (from..at).any(|i| asks(i) && !has_mark(doc, i..at))
}

/// "the sheriff's Central Homicide Unit": a noun within the name of an office.
pub(super) fn is_in_title(doc: &Doc<'_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    let name = |i: usize| doc.is_capital(i) && doc.is_kind(i, TokenKind::Word);
    !sentence.shouted
        && words.start > sentence.tokens.start
        && words.end < sentence.tokens.end
        && name(words.start)
        && name(words.end)
}

/// The most tokens from "died" to what of.
const CAUSE_REACH: usize = 5;

fn dies_naturally(doc: &Doc<'_>, sentence: &Sentence, opener: &Opener) -> bool {
    matches!(opener.frame, Frame::Intransitive | Frame::Nominal)
        && is_of_nature(doc, sentence, opener.end)
}

/// "died of natural causes", "her death from cancer": do the words from `from` on name what nobody did?
pub(super) fn is_of_nature(doc: &Doc<'_>, sentence: &Sentence, from: usize) -> bool {
    (from..sentence.tokens.end.min(from + CAUSE_REACH))
        .take_while(|i| !doc.is_kind(*i, TokenKind::Mark) && !doc.is(*i, Class::ClauseBreak))
        .any(|i| doc.is(i, Class::Natural))
}

/// "could be killed", "to be killed": a modal with nothing but auxiliaries up to the trigger. "May have been killed" is
/// a hedge, not a plan, and so is "are believed to be killed".
pub(super) fn is_mere(doc: &Doc<'_>, i: usize, trigger: usize) -> bool {
    let infinitive = |at: usize| doc.is(at, Class::Be) && doc.is(at, Class::Infinitive);
    let was_to = i > 1 && doc.is(i - 2, Class::Be) && doc.is(i, Class::Infinitive);
    doc.is(i, Class::Modal)
        && (i + 1..trigger).all(|at| doc.is(at, Class::Be) || is_adverb(doc, at))
        && (i + 1..trigger).any(infinitive)
        && !was_to
}

/// Does a noun follow that the word only narrows: "life jackets", "death bolts"?
fn is_compound(doc: &Doc<'_>, next: usize) -> bool {
    let ends = [
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Preposition,
        Class::ClauseBreak,
        Class::Coordinator,
        Class::Of,
    ];
    doc.is_kind(next, TokenKind::Word)
        && !doc.is_any(next, &ends)
        && !is_adverb(doc, next)
        && doc.word(next).triggers.is_empty()
}

/// The most tokens from "none" to what befell them.
const NONE_REACH: usize = 10;

/// "Not a single guard", "not one guard": nobody.
fn is_not_one(doc: &Doc<'_>, i: usize) -> bool {
    let one =
        doc.says(i + 1, "one") || doc.is(i + 1, Class::Indefinite) && doc.says(i + 2, "single");
    doc.is(i, Class::Negation) && !doc.is(i, Class::None) && one
}

/// "no one was hurt", "nobody died", "no injuries were reported", "no casualties".
pub(super) fn nobody(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Count> {
    let doc = scene.doc;
    if is_open(doc, sentence, opener.start) || is_wished((doc, scene.marks), sentence, opener.start)
    {
        return None;
    }
    let from = sentence
        .tokens
        .start
        .max(opener.start.saturating_sub(NONE_REACH));
    let none = (from..opener.start)
        .rev()
        .find(|i| doc.is(*i, Class::None) || is_not_one(doc, *i))?;
    let somebody = |i: usize| {
        let word = doc.word(i);
        let known = if scene.of_things {
            word.thing.is_some()
        } else {
            word.person.is_some()
        };
        known || doc.is(i, Class::Somebody)
    };
    // "No life jackets": what lives, not who.
    let compound = opener.frame == Frame::Lives && is_compound(doc, opener.end);
    if compound {
        return None;
    }
    let people = none + 1 == opener.start
        || doc.is(none, Class::Negation)
        || (none + 1..opener.start).any(somebody);
    // "Not a single".
    let single = none + 1..none + 2 + usize::from(doc.says(none + 2, "single"));
    let no_obstacle = (none + 1..opener.start).all(|i| {
        is_not_one(doc, none) && single.contains(&i)
            || somebody(i)
            || doc.is_any(i, &[Class::Be, Class::Have, Class::Others])
            || is_adverb(doc, i)
    });
    // "No member of the armed forces was hurt", "none of its staff was hurt".
    let of = none + 1 + usize::from(somebody(none + 1));
    let of_them = doc.is(of, Class::Of)
        && opener.frame != Frame::Nominal
        && !(of..opener.start).any(|i| doc.is(i, Class::Severe))
        && (of..opener.start).any(|i| somebody(i) || doc.word(i).modifier.is_some())
        && !(of..opener.start).any(|i| {
            doc.is_kind(i, TokenKind::Mark)
                || doc.is_any(
                    i,
                    &[
                        Class::ClauseBreak,
                        Class::Relative,
                        Class::Trigger,
                        Class::Cue,
                    ],
                )
        });
    (people && no_obstacle || of_them).then_some(Count {
        predicate: opener.predicate,
        trigger: opener.start..opener.end,
        victims: Victims::Nobody(none..opener.end),
        agent: None,
        part_of: None,
    })
}

/// "The strike killed no one", "injured no passengers": nobody, behind the verb.
pub(super) fn nobody_behind(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
) -> Option<Count> {
    let doc = scene.doc;
    let none = opener.end;
    let verb = matches!(
        opener.frame,
        Frame::Participle | Frame::Gerund | Frame::Base
    );
    let passive = opener.start > sentence.tokens.start
        && doc.is_any(opener.start - 1, &[Class::Be, Class::Get]);
    if !verb || passive || scene.of_things || !doc.is(none, Class::None) {
        return None;
    }
    let somebody = |i: &usize| doc.word(*i).person.is_some() || doc.is(*i, Class::Somebody);
    let end = (none + 1..sentence.tokens.end)
        .find(|i| !somebody(i))
        .unwrap_or(sentence.tokens.end);
    let alone = doc.is(none, Class::Negation);
    (alone || end > none + 1).then_some(Count {
        predicate: opener.predicate,
        trigger: opener.start..opener.end,
        victims: Victims::Nobody(none..end),
        agent: None,
        part_of: None,
    })
}

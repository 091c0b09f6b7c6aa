//! What happened: attacked, seized, retook, withdrew; fighting that began, goes on or has ended.

use std::ops::Range;

mod force;
mod ground;

use super::Marks;
use super::counts::Scene;
use super::heads::role_in_body;
use super::openers::opens_any;
use super::people::side_of;
use super::sources::behind_head;
use super::steps::{has_mark, is_adverb};
use crate::lexicon::{Class, Frame, PredicateId, PredicateKind, Tag};
use crate::model::{Basis, Party};
use crate::text::{Doc, Sentence, TokenKind};

/// Something that is said to have happened.
#[derive(Clone, Debug)]
pub(super) struct Happening {
    pub(super) predicate: PredicateId,
    /// The words that open the claim.
    pub(super) trigger: Range<usize>,
    pub(super) agent: Option<Range<usize>>,
    pub(super) object: Option<Range<usize>>,
    pub(super) denied: bool,
}

/// The most tokens of a subject or object.
const REACH: usize = 10;

struct Opener {
    at: Range<usize>,
    predicate: PredicateId,
    frame: Frame,
}

/// All happenings of a sentence.
pub(super) fn happenings(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Happening> {
    let doc = scene.doc;
    openers(scene, sentence)
        .into_iter()
        .filter_map(|opener| {
            let found = happening(scene, sentence, &opener)?;
            if force::is_figure_of_speech(scene, sentence, &found) {
                return None;
            }
            let told = !scene.doc.lexicon.predicate(opener.predicate).of_ground
                || opener.frame == Frame::Nominal
                || ground::is_taken(scene, sentence, &found);
            // "Death toll in Dargul bombing climbs": no toll does anything.
            let toll = |i: usize| doc.word(i).triggers.iter().any(|t| t.frame == Frame::Toll);
            let doer = found.agent.clone().unwrap_or_default();
            // "A constable opened fire on the attacker": that ends the attack.
            let target = found.object.clone().unwrap_or_default();
            let on_attacker = target.into_iter().any(|i| doc.is(i, Class::Attacker));
            // "Others in the bar also opened fire": on whoever did.
            let others = doc.is(doer.start, Class::Others) && !doer.is_empty();
            (told && !on_attacker && !others && !doer.into_iter().any(toll)).then_some(found)
        })
        .collect()
}

fn openers(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Opener> {
    let doc = scene.doc;
    let is_happening = |id: PredicateId| doc.lexicon.predicate(id).kind == PredicateKind::Happening;
    let fighting = sentence
        .tokens
        .clone()
        .find(|i| doc.is(*i, Class::FightingNoun));
    let mut found = Vec::new();
    if !opens_any(scene.marks, sentence) || asks(doc, sentence) {
        return found;
    }
    let mut i = sentence.tokens.start;
    while i < sentence.tokens.end {
        let phrase = scene.marks.starting_at(i).find_map(|mark| match mark.tag {
            Tag::Act(id) if is_happening(id) => Some((mark.end, id, Frame::Participle)),
            Tag::OfFighting(id) if fighting.is_some_and(|f| f < i && is_said_of(doc, f, i)) => {
                Some((mark.end, id, Frame::Fighting))
            }
            _ => None,
        });
        if let Some((end, predicate, frame)) =
            phrase.filter(|(end, ..)| *end <= sentence.tokens.end)
        {
            found.push(Opener {
                at: i..end,
                predicate,
                frame,
            });
            i = end;
            continue;
        }
        let trigger = doc
            .word(i)
            .triggers
            .iter()
            .filter(|t| is_happening(t.predicate))
            .find(|t| t.frame.is_noun() == is_noun_use(doc, sentence, i));
        if let Some(trigger) = trigger {
            found.push(Opener {
                at: i..i + 1,
                predicate: trigger.predicate,
                frame: trigger.frame,
            });
        }
        i += 1;
    }
    found
}

/// "Should the board have withdrawn?": what is asked is not told.
fn asks(doc: &Doc<'_>, sentence: &Sentence) -> bool {
    let last = sentence.tokens.clone().rev().take(2);
    doc.is(sentence.tokens.start, Class::Modal) || last.into_iter().any(|i| doc.str(i) == "?")
}

/// "a surprise attack", "the bombing", "Russian bombing": the noun, not the verb.
fn is_noun_use(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> bool {
    let first = sentence.tokens.start.max(i.saturating_sub(3));
    let determined = (first..i)
        .rev()
        .take_while(|at| !stops_noun(doc, *at))
        .any(|at| {
            doc.is_any(
                at,
                &[Class::Determiner, Class::Possessive, Class::Indefinite],
            )
        });
    let described = i > sentence.tokens.start && doc.is(i - 1, Class::Nationality);
    determined || described || doc.is(i + 1, Class::Of)
}

/// A token that no noun phrase goes past: a verb, preposition, mark or person.
fn stops_noun(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_kind(i, TokenKind::Mark)
        || doc.is_any(
            i,
            &[
                Class::Preposition,
                Class::Be,
                Class::Have,
                Class::Modal,
                Class::ClauseBreak,
            ],
        )
        || doc.word(i).person.is_some()
        || doc.is_any(i, &[Class::SideGovernment, Class::SideOpposition])
}

/// Is the word at `at` said of the fighting named at `noun`, a few words before and in the same clause?
fn is_said_of(doc: &Doc<'_>, noun: usize, at: usize) -> bool {
    // "A domestic violence homicide" is no fighting.
    at - noun <= 4
        && !doc.is(noun + 1, Class::Deed)
        && !(noun + 1..at).any(|i| doc.is_kind(i, TokenKind::Mark) || doc.is(i, Class::ClauseBreak))
}

fn happening(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Happening> {
    let doc = scene.doc;
    let clear = |back: usize, class: Class| {
        let from = sentence
            .tokens
            .start
            .max(opener.at.start.saturating_sub(back));
        (from..opener.at.start)
            .rev()
            // "Could not confirm who carried out the raid": that is open, and the raid is not.
            .take_while(|i| !doc.is_any(*i, &[Class::Coordinator, Class::Relative]))
            .take_while(|i| !doc.is_kind(*i, TokenKind::Mark))
            .any(|i| doc.is(i, class))
    };
    if clear(4, Class::Planned) || clear(3, Class::Modal) || is_likened(doc, sentence, &opener.at) {
        return None;
    }
    // "Not only repelled the raid" says that it did.
    let not_only = (sentence.tokens.start..opener.at.start)
        .rev()
        .take(2)
        .any(|i| doc.says(i, "only"));
    let denied = clear(3, Class::Negation) && !not_only || clear(4, Class::None);
    let base = Happening {
        predicate: opener.predicate,
        trigger: opener.at.clone(),
        agent: None,
        object: None,
        denied,
    };
    match opener.frame {
        Frame::Nominal => nominal(scene, sentence, opener, base),
        Frame::Fighting => {
            let noun = (sentence.tokens.start..opener.at.start)
                .rev()
                .find(|i| doc.is(*i, Class::FightingNoun))?;
            Some(Happening {
                object: Some(noun..noun + 1),
                ..base
            })
        }
        Frame::Intransitive => {
            let agent = subject(doc, sentence, opener.at.start)?;
            (!is_one_person(scene, &agent)).then_some(Happening {
                agent: Some(agent),
                ..base
            })
        }
        _ => verbal(scene, sentence, opener, base),
    }
}

/// "Clark retreated on foot": a name alone that no file knows is a man's, not an army's.
fn is_one_person(scene: &Scene<'_>, agent: &Range<usize>) -> bool {
    let doc = scene.doc;
    let known = scene.marks.within(agent).next().is_some();
    let plain = |i: usize| doc.is_capital(i) && doc.word(i).text.is_empty();
    // "Wagner withdrew from the town": from ground that is held.
    let from = agent.end + 1;
    let ground = (from..from + 3).any(|i| doc.is(i, Class::Definite) || doc.is_capital(i));
    agent.len() == 1 && plain(agent.start) && !known && !ground
}

/// The most tokens from "as if" to what did not happen.
const LIKENED: usize = 6;

/// "As if they had been bombed", "as though it had been shelled".
fn is_likened(doc: &Doc<'_>, sentence: &Sentence, at: &Range<usize>) -> bool {
    let from = sentence.tokens.start.max(at.start.saturating_sub(LIKENED));
    let supposes = [Class::Conditional, Class::Contrast];
    (from + 1..at.start).any(|i| {
        doc.is_any(i, &supposes) && doc.is(i - 1, Class::Temporal) && !has_mark(doc, i..at.start)
    })
}

/// "the army retook the hill", "the hill was retaken by the army", "retaking the hill".
fn verbal(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
    base: Happening,
) -> Option<Happening> {
    let doc = scene.doc;
    let passive = is_passive(doc, sentence, opener.at.start);
    if opener.frame == Frame::Participle && is_adjective(doc, sentence, opener.at.start) {
        return None;
    }
    let object = object(doc, sentence, opener.at.end);
    let left = subject(doc, sentence, opener.at.start);
    if passive {
        let agent = (doc.is(opener.at.end, Class::By))
            .then(|| phrase_after(doc, sentence, opener.at.end + 1))
            .flatten();
        return Some(Happening {
            agent,
            object: Some(left?),
            ..base
        });
    }
    // A participle that neither has an object nor ends as a verb phrase is an adjective: "the recaptured town".
    let whole = opener.at.len() > 1;
    // "streets that rebels seized": what is seized stands before.
    let relative = left
        .as_ref()
        .is_some_and(|l| l.start > sentence.tokens.start && doc.is(l.start - 1, Class::Relative));
    if object.is_none() && !whole && !relative {
        return None;
    }
    Some(Happening {
        agent: left,
        object,
        ..base
    })
}

/// "an offensive launched by rebels": a noun claims something only with somebody behind it.
fn nominal(
    scene: &Scene<'_>,
    sentence: &Sentence,
    opener: &Opener,
    base: Happening,
) -> Option<Happening> {
    let doc = scene.doc;
    let by = (opener.at.end..sentence.tokens.end.min(opener.at.end + 4))
        .find(|i| doc.is(*i, Class::By))?;
    let between_is_plain = (opener.at.end..by)
        .all(|i| doc.is_kind(i, TokenKind::Word) && !doc.is(i, Class::ClauseBreak));
    let agent = phrase_after(doc, sentence, by + 1).filter(|_| between_is_plain)?;
    let told = side_of(doc, scene.marks, &agent).is_some()
        || agent.clone().any(|i| doc.word(i).person.is_some());
    // "The attack by rebels on the market": what was hit stands behind.
    let on = agent.end;
    let object = ["on", "against"].iter().any(|word| doc.says(on, word));
    let object = object
        .then(|| phrase_after(doc, sentence, on + 1))
        .flatten();
    told.then_some(Happening {
        agent: Some(agent),
        object,
        ..base
    })
}

/// "An occupied building", "into occupied property": what it is like, not what befell it.
fn is_adjective(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> bool {
    let before = verb.checked_sub(1).filter(|i| *i >= sentence.tokens.start);
    before.is_some_and(|i| {
        doc.is_any(i, &[Class::Determiner, Class::Possessive, Class::Locative])
            && !doc.is(i, Class::Relative)
    })
}

fn is_passive(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> bool {
    let from = sentence.tokens.start.max(verb.saturating_sub(3));
    (from..verb)
        .rev()
        .take_while(|i| doc.is_any(*i, &[Class::Adverb, Class::Be, Class::Have]))
        .any(|i| doc.is(i, Class::Be))
}

/// The noun phrase before a verb and its auxiliaries.
pub(super) fn subject(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while end > sentence.tokens.start
        && (doc.is_any(
            end - 1,
            &[
                Class::Be,
                Class::Have,
                Class::Do,
                Class::Adverb,
                Class::Modal,
                Class::Relative,
                Class::Negation,
            ],
        ) || end > sentence.tokens.start + 1
            && is_adverb(doc, end - 1)
            && !doc.is_capital(end - 1))
    {
        end -= 1;
    }
    let first = sentence.tokens.start.max(end.saturating_sub(REACH));
    let mut start = end;
    while start > first {
        let i = start - 1;
        // "Al - Qaeda", but "ARDAL - The army": a date line without a date.
        let dash = doc.str(i) == "-" && !(doc.is_capital(i + 1) && doc.is(i + 1, Class::Definite));
        let mark = doc.is_kind(i, TokenKind::Mark) && !dash;
        // "The attack was blamed on": a noun, for all that it may be a verb elsewhere.
        let determined = i > first && doc.is_any(i - 1, &[Class::Determiner, Class::Possessive]);
        let verb = doc.word(i).triggers.iter().any(|t| !t.frame.is_noun()) && !determined;
        if mark
            || verb
            || doc.is_any(
                i,
                &[
                    Class::ClauseBreak,
                    Class::Cue,
                    Class::Weekday,
                    Class::Be,
                    Class::Have,
                ],
            )
            || doc.is(i, Class::Coordinator) && start == end
        {
            break;
        }
        start = i;
    }
    while start < end
        && doc.is_any(
            start,
            &[Class::Coordinator, Class::Adverb, Class::Preposition],
        )
    {
        start += 1;
    }
    if start >= end {
        return None;
    }
    // "He leads a group that attacked": the group. "Neither the army nor the rebels" is nobody.
    let nobody = |i: usize| doc.is_any(i, &[Class::Negation, Class::None]);
    match (start..end).any(nobody) {
        true => Some(start..end),
        false => Some(behind_head(doc, start..end)),
    }
}

/// The noun phrase right after a verb, with what "of" adds to it.
fn object(doc: &Doc<'_>, sentence: &Sentence, from: usize) -> Option<Range<usize>> {
    if doc.is(from, Class::Particle) {
        return None;
    }
    let phrase = phrase_after(doc, sentence, from)?;
    if doc.is(phrase.end, Class::Of)
        && let Some(rest) = phrase_after(doc, sentence, phrase.end + 1)
    {
        return Some(phrase.start..rest.end);
    }
    Some(phrase)
}

/// The noun phrase that begins at a token.
pub(super) fn phrase_after(
    doc: &Doc<'_>,
    sentence: &Sentence,
    from: usize,
) -> Option<Range<usize>> {
    let limit = sentence.tokens.end.min(from + REACH);
    let mut end = from;
    while end < limit && !ends_phrase(doc, end) {
        end += 1;
    }
    (end > from && !(end == from + 1 && doc.is(from, Class::Determiner))).then_some(from..end)
}

fn ends_phrase(doc: &Doc<'_>, i: usize) -> bool {
    let mark = doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "-" | "“" | "\"");
    mark || doc.is_any(
        i,
        &[
            Class::Preposition,
            Class::ClauseBreak,
            Class::Be,
            Class::Have,
            Class::Modal,
            Class::Weekday,
            Class::Relative,
        ],
    ) || (doc.is(i, Class::Coordinator))
        || doc.is(i, Class::Adverb)
            && doc.word(i).triggers.is_empty()
            && !doc.is(i, Class::Determiner)
}

/// The party that these words name.
pub(super) fn party(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> Party {
    let mut party = Party::named(doc.words(tokens.clone()), Basis::Said);
    party.span = Some(doc.span(tokens.clone()));
    party.side = side_of(doc, marks, tokens);
    party.entity = marks
        .within(tokens)
        .filter(|m| m.end <= tokens.end)
        .find_map(|mark| match mark.tag {
            Tag::Actor(index) => Some(doc.lexicon.actor(index).id.clone()),
            _ => None,
        });
    let role = |i: usize| {
        let noun = doc.word(i).person.as_ref()?;
        role_in_body(doc, i).or_else(|| Some(noun.role.clone()))
    };
    party.role = tokens.clone().find_map(role);
    party
}

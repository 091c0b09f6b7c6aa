//! Nouns that tell of the dead and the hurt: "the death of six", "six deaths", "a toll of six", "took six lives".

use std::ops::Range;

use super::counts::{Scene, Victims};
use super::joined::{element_at, objects};
use super::lists::element_before;
use super::openers::Opener;
use super::people::{GroupKind, side_of};
use super::steps::{ends_like, is_adverb, is_number, past_bracket, past_dashes, past_time};
use crate::lexicon::{Class, Frame, Tag};
use crate::model::Form;
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens from "toll" to its figure.
pub(super) const TOLL_REACH: usize = 14;

/// The most tokens of a date between a noun and "of".
const DATE_REACH: usize = 9;

/// "the death of six", "six deaths", "the loss of 21 fighters", "his wife's murder".
pub(super) fn nominal(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Vec<Victims> {
    let doc = scene.doc;
    // "107 disfigured bodies of the passengers": the number stands before.
    let counted = scene
        .groups_in(&(sentence.tokens.start..opener.start))
        .next_back()
        .filter(|(_, g)| matches!(g.kind, GroupKind::Numbered(_)))
        .filter(|(_, g)| {
            // "one violent death"
            let qualified = g.tokens.end + 1 == opener.start
                && ends_like(doc, g.tokens.end, Class::AdjectiveEnding);
            qualified || (opener.start..=opener.end).contains(&g.tokens.end)
        });
    if let Some((index, group)) = counted {
        // "various massacres", "some injuries" count no people.
        let blurred = scene
            .amount_of(group)
            .is_some_and(|a| a.form == Form::Vague);
        let things = doc.is(opener.start, Class::Loose) && blurred;
        return if things {
            Vec::new()
        } else {
            vec![Victims::Group(index)]
        };
    }
    if let Some(of) = of_after(scene, opener.end, sentence.tokens.end) {
        return objects(scene, sentence, of + 1);
    }
    // "injuries to five others"
    if doc.is(opener.start, Class::Harm) && doc.is(opener.end, Class::To) {
        let mut hurt = objects(scene, sentence, opener.end + 1);
        // "charged with injury to a child" names the charge.
        hurt.retain(|v| matches!(scene.kind_of(v), Some(GroupKind::Numbered(_))));
        return hurt;
    }
    let noun = matches!(opener.frame, Frame::Nominal | Frame::Gerund);
    if !noun || opener.start <= sentence.tokens.start {
        return Vec::new();
    }
    owner(scene, sentence, opener.start).into_iter().collect()
}

/// "of" behind a noun, perhaps after a word of time or an aside: "the death yesterday of six".
fn of_after(scene: &Scene<'_>, from: usize, end: usize) -> Option<usize> {
    let doc = scene.doc;
    let place = |i: usize| {
        let named = |m: crate::lexicon::Found| matches!(m.tag, Tag::Place(_)).then_some(m.end);
        scene.marks.starting_at(i).find_map(named)
    };
    let mut at = past_dashes(doc, from, end)
        .or_else(|| past_time(doc, from, end).filter(|past| doc.is(*past, Class::Of)))
        .unwrap_or(from);
    if matches!(doc.str(at), "[" | "(") && past_bracket(doc, at, end).is_some() {
        at += 1;
    }
    let dated = |i: usize| {
        doc.is(i, Class::Measure)
            || doc.is_kind(i, TokenKind::Number) && doc.is(i + 1, Class::Measure)
            || doc.word(i).time.is_some() && !doc.is_any(i, &[Class::Preposition, Class::Definite])
            || doc.is_any(i, &[Class::Weekday, Class::Month])
            || doc.is_kind(i, TokenKind::Number) && doc.is(i + 1, Class::Month)
    };
    let light = |i: usize| {
        let small = [Class::Preposition, Class::Definite];
        is_adverb(doc, i) || dated(i) || doc.is_any(i, &small) && dated(i + 1)
    };
    // "the murder on the evening of 27 February of six": the last "of" tells whom.
    while at < end.min(from + DATE_REACH) {
        let date = light(at)
            || doc.is(at, Class::Preposition) && doc.is(at + 1, Class::Definite) && dated(at + 2);
        let past = place(at + 1).filter(|_| doc.is(at, Class::Locative));
        match past {
            Some(past) => at = past,
            None if date => at += 1,
            None => break,
        }
    }
    (at < end && doc.is(at, Class::Of)).then_some(at)
}

/// Whose death it is: "his wife's murder", "Doe's assassination", "the guards' deaths".
fn owner(scene: &Scene<'_>, sentence: &Sentence, noun: usize) -> Option<Victims> {
    let doc = scene.doc;
    let mut at = noun;
    while at > sentence.tokens.start + 1 && noun - at < 3 && is_qualifier(doc, at - 1) {
        at -= 1;
    }
    let mark = at - 1;
    let apostrophe = matches!(doc.str(mark), "'" | "’");
    if mark <= sentence.tokens.start
        || !(apostrophe || doc.str(mark).len() > 1 && doc.is(mark, Class::Genitive))
    {
        return None;
    }
    element_before(scene, sentence, mark)
}

/// A word between an owner and the noun: "her violent death".
fn is_qualifier(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_kind(i, TokenKind::Word)
        && !doc.is_any(
            i,
            &[
                Class::Possessive,
                Class::Preposition,
                Class::Be,
                Class::Have,
            ],
        )
        && !doc.is_any(
            i,
            &[Class::Determiner, Class::ClauseBreak, Class::Coordinator],
        )
        && doc.word(i).triggers.is_empty()
        && doc.word(i).person.is_none()
}

/// "the army lost at least 26 of its fighters": a number of people is needed, else it lost a city or an election.
pub(super) fn loses(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    // "suffered the loss of 21 men"
    let of = usize::from(scene.doc.is(opener.end, Class::Of));
    let victims = element_at(scene, sentence, opener.end + of)?;
    match victims {
        Victims::Group(index) => {
            let group = &scene.groups[index];
            let numbered = matches!(group.kind, GroupKind::Numbered(_));
            // "Lost five" says of fighters only that these were people.
            let people = || group.role.is_some() || losers(scene, sentence, opener.start).is_some();
            (numbered && people()).then_some(victims)
        }
        _ => None,
    }
}

/// The most words of a side before "lost".
const LOSERS: usize = 4;

/// Which side lost people: "the rebels lost five", "they had lost five, the rebels said".
pub(super) fn losers(
    scene: &Scene<'_>,
    sentence: &Sentence,
    verb: usize,
) -> Option<std::ops::Range<usize>> {
    let doc = scene.doc;
    let small = |i: &usize| doc.is(*i, Class::Have) || is_adverb(doc, *i);
    let last = (sentence.tokens.start..verb).rev().find(|i| !small(i))?;
    let side = |tokens| side_of(doc, scene.marks, &tokens).is_some();
    if doc.is(last, Class::PronounPlural) {
        return side(sentence.tokens.clone()).then_some(last..last + 1);
    }
    let from = sentence.tokens.start.max((last + 1).saturating_sub(LOSERS));
    let start = (from..=last).find(|start| side(*start..last + 1) && !side(start + 1..last + 1))?;
    Some(start..last + 1)
}

/// "the death toll rose to 50", "with the toll at 12".
pub(super) fn toll(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    let doc = scene.doc;
    let reach = opener.end..sentence.tokens.end.min(opener.end + TOLL_REACH);
    let clause = reach.start
        ..reach
            .clone()
            .find(|i| doc.str(*i) == ";")
            .unwrap_or(reach.end);
    let foretold = |figure: usize| is_forecast(scene, opener.end..figure);
    // "Fired into the crowd, hitting four people": where, and no number of those who gathered.
    let figure_alone = doc.lexicon.predicate(opener.predicate).figure;
    let governed = opener
        .start
        .checked_sub(1)
        .is_some_and(|i| doc.is(i, Class::Preposition));
    if figure_alone && governed {
        return None;
    }
    // A number of things, "the toll of two collisions", counts nobody.
    let mut figures = scene
        .groups_in(&clause)
        .filter(|(_, g)| matches!(g.kind, GroupKind::Numbered(_)));
    // "The latest deaths bring to 1,204 the number of people killed".
    let before = || {
        let article = opener
            .start
            .checked_sub(1)
            .filter(|i| doc.is(*i, Class::Definite))?;
        let amount = scene.amounts.partition_point(|a| a.tokens.end < article);
        let figure = scene
            .amounts
            .get(amount)
            .filter(|a| a.tokens.end == article)?;
        let start = figure.tokens.start;
        let to = start > sentence.tokens.start && doc.is(start - 1, Class::To);
        let noun = opener.start..opener.start;
        to.then_some(Victims::Apart { amount, noun })
    };
    let Some((mut index, mut figure)) = figures.next() else {
        return before();
    };
    // "a toll of one person wounded": the figure is another word's.
    let other = doc.word(figure.tokens.end).triggers.first();
    if other.is_some_and(|t| t.predicate != opener.predicate) {
        return None;
    }
    // "rose from six to eight": the last of the chain stands.
    for (next, group) in figures {
        if !(figure.tokens.end..group.tokens.start).all(|i| doc.is(i, Class::Modal)) {
            break;
        }
        (index, figure) = (next, group);
    }
    (!foretold(figure.tokens.start)).then_some(Victims::Group(index))
}

/// The most tokens from "could" to the figure that it foretells.
const FORECAST: usize = 5;

/// "The toll could reach 100", "is expected to rise to 80": a forecast. "May be as high as 60" is an estimate, and "confirmed to
/// stand at 45" is told.
fn is_forecast(scene: &Scene<'_>, before: Range<usize>) -> bool {
    let doc = scene.doc;
    let finite = [Class::Be, Class::Have];
    let past = doc.lexicon.endings().past.as_str();
    let told = [Class::Resultative, Class::Cue, Class::Direction];
    let expected = |i: usize| {
        let verb = doc.is_kind(i + 1, TokenKind::Word) && !doc.is(i + 1, Class::Definite);
        let foreseen = doc.str(i - 1).ends_with(past) && !doc.is_any(i - 1, &told);
        let figure =
            is_number(doc, i + 1) || is_adverb(doc, i + 1) || scene.marks.bounds_number(i + 1);
        doc.is(i, Class::Infinitive) && foreseen && verb && !figure
    };
    let near = before.start.max(before.end.saturating_sub(FORECAST))..before.end;
    near.into_iter().any(|i| {
        let rest = i + 1..before.end;
        let plain = rest
            .into_iter()
            .all(|at| doc.is_kind(at, TokenKind::Word) && !doc.is_any(at, &finite));
        plain && (doc.is(i, Class::Will) || expected(i))
    })
}

/// "claimed six lives", "took the lives of six people".
pub(super) fn lives(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Vec<Victims> {
    let doc = scene.doc;
    let first = sentence.tokens.start.max(opener.start.saturating_sub(4));
    let taken = |before: usize| (first..before).any(|i| doc.is(i, Class::LifeTaking));
    if doc.is(opener.end, Class::Of) {
        return if taken(opener.start) {
            objects(scene, sentence, opener.end + 1)
        } else {
            Vec::new()
        };
    }
    let numbered = scene
        .groups_in(&(sentence.tokens.start..opener.start))
        .next_back()
        .filter(|(_, g)| matches!(g.kind, GroupKind::Numbered(_)))
        .filter(|(_, g)| g.tokens.end == opener.end || g.tokens.end == opener.start);
    numbered
        .filter(|(_, g)| g.tokens.start > 0 && doc.is(g.tokens.start - 1, Class::LifeTaking))
        .map(|(index, _)| Victims::Group(index))
        .into_iter()
        .collect()
}

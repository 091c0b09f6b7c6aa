//! A second figure of what was just counted: on another's word ("85 were hurt, against 12 according to the ministry", "25
//! people died. The mayor put it at 40"), or of some of them ("… Eighteen of them were women").

use std::ops::Range;

use super::amount::{Amount, AmountKind};
use super::counts::{Count, Scene, Victims};
use super::joined::objects;
use super::sources::{is_that, may_be_verb, speaks_after, speaks_before};
use super::steps::{is_number, is_of_them};
use crate::lexicon::{Class, Cue, Found, Tag, VerbForm};
use crate::model::Decimal;
use crate::text::{Doc, Sentence, TokenKind};

/// The counts that such figures make, of those that the sentence has made.
pub(super) fn echoes(scene: &Scene<'_>, sentence: &Sentence, found: &[Count]) -> Vec<Count> {
    if scene.of_things || found.is_empty() {
        return Vec::new();
    }
    let from = scene
        .amounts
        .partition_point(|a| a.tokens.start < sentence.tokens.start);
    let own = scene.amounts.iter().enumerate().skip(from);
    own.take_while(|(_, a)| a.tokens.end <= sentence.tokens.end)
        .filter_map(|(index, amount)| {
            let counted = |count: &Count| {
                let victims = count.victims.tokens(scene);
                victims.contains(&amount.core.start)
            };
            let stands = amount.kind == AmountKind::Count
                && !found.iter().any(counted)
                && is_beside(scene, sentence, amount)
                && ends_clause(scene, sentence, amount.tokens.end);
            let told = last_before(scene, found, amount).filter(|_| stands)?;
            let (_, noun) = told.victims.numbered(scene)?;
            Some(Count {
                predicate: told.predicate,
                trigger: amount.tokens.clone(),
                victims: Victims::Echo {
                    amount: index,
                    noun,
                },
                agent: None,
                part_of: None,
            })
        })
        .collect()
}

/// "Six people were killed in the capital and four in the port city": the figures of the other places, as indices into the
/// amounts, where the first stands before the verb.
pub(super) fn gapped(scene: &Scene<'_>, sentence: &Sentence, count: &Count) -> Vec<usize> {
    let doc = scene.doc;
    let from = count.trigger.end;
    let before = count.victims.tokens(scene).end <= count.trigger.start;
    let first = |i: usize| doc.is(i, Class::Locative);
    if !before || !first(from) || count.victims.numbered(scene).is_none() {
        return Vec::new();
    }
    let at = scene.amounts.partition_point(|a| a.tokens.start < from);
    let own = scene.amounts.iter().enumerate().skip(at);
    let own = own.take_while(|(_, a)| a.tokens.end < sentence.tokens.end);
    let acts = [Class::Trigger, Class::Be, Class::Cue, Class::ClauseBreak];
    let joined = |start: usize| doc.is(start - 1, Class::Coordinator);
    let others = own.filter(|(_, a)| {
        let (start, end) = (a.tokens.start, a.tokens.end);
        let named = doc.is_capital(end + 1) && doc.is_kind(end + 1, TokenKind::Word);
        let kind = || (end + 2..end + 5).any(|i| doc.is(i, Class::PlaceKind));
        let place = named || doc.is(end + 1, Class::Definite) && kind();
        // "And four in Marn were wounded": a verb of their own.
        let ends = |i: &usize| doc.is_kind(*i, TokenKind::Mark) || *i >= sentence.tokens.end;
        let rest = (end..).take_while(|i| !ends(i));
        let verbs = [Class::Be, Class::Have, Class::Trigger, Class::Cue];
        let own_verb = rest
            .into_iter()
            .any(|i| doc.is_any(i, &verbs) || may_be_verb(doc, i));
        let placed = doc.is(end, Class::Locative) && place && !own_verb;
        let plain = !(from..start).any(|i| doc.is_any(i, &acts));
        let listed = joined(start) || doc.str(start - 1) == ",";
        a.kind == AmountKind::Count && listed && placed && plain
    });
    let others: Vec<usize> = others.map(|(index, _)| index).collect();
    // "Twelve died in the crash, three at the scene": some of the twelve.
    let list = others
        .iter()
        .any(|index| joined(scene.amounts[*index].tokens.start));
    if list && !is_sum_of(scene, count, &others) {
        others
    } else {
        Vec::new()
    }
}

/// "Twelve died in the crash, three at the scene and nine in hospital": do the others make up the first?
fn is_sum_of(scene: &Scene<'_>, count: &Count, others: &[usize]) -> bool {
    let whole = |low: Option<Decimal>| low.and_then(|low| low.to_string().parse::<u64>().ok());
    let figures = others
        .iter()
        .map(|index| whole(scene.amounts[*index].bounds.low));
    let sum: Option<u64> = figures.sum();
    let first = whole(count.victims.quantity(scene).and_then(|q| q.stated.low));
    sum.is_some() && sum == first
}

/// "Six people were killed in the capital and four in the port city": the four.
pub(super) fn others_elsewhere(
    scene: &Scene<'_>,
    sentence: &Sentence,
    count: &Count,
) -> Vec<Count> {
    let Some((_, noun)) = count.victims.numbered(scene).filter(|_| !scene.of_things) else {
        return Vec::new();
    };
    let figures = gapped(scene, sentence, count).into_iter();
    let told = figures.map(|amount| Count {
        trigger: scene.amounts[amount].tokens.clone(),
        victims: Victims::Echo {
            amount,
            noun: noun.clone(),
        },
        agent: None,
        part_of: None,
        ..count.clone()
    });
    told.collect()
}

/// Is it on a word of its own: behind a verb of somebody's saying, or behind "against" or "and" with whose it is behind it?
fn is_beside(scene: &Scene<'_>, sentence: &Sentence, amount: &Amount) -> bool {
    let (start, end) = (amount.tokens.start, amount.tokens.end);
    let says = |mark: Found| {
        let form = scene.doc.word(mark.start).speech.verb.map(|verb| verb.form);
        let finite = form.is_some_and(|form| form != VerbForm::Gerund);
        // "spoke of", "put it at": the words say a figure, whatever their verb.
        let act = mark.end > mark.start + 1;
        (finite || act) && speaks_before(scene.doc, scene.marks, sentence, mark.start)
    };
    let cited = || {
        let mut marks = scene.marks.starting_at(end);
        marks.any(|m| matches!(m.tag, Tag::CuePhrase(_) | Tag::CueVerb(_)))
    };
    let behind =
        || is_behind_source(scene, sentence, start) || is_said_to_be(scene, sentence, start);
    start > sentence.tokens.start
        && (behind()
            || scene.doc.is(start - 1, Class::Coordinator) && cited()
            || scene.marks.ending_at(start).any(|mark| match mark.tag {
                Tag::Versus => cited(),
                Tag::CueVerb(Cue::Reported | Cue::Claimed) => says(mark),
                _ => false,
            }))
}

/// "The agency said it was 45", "…, but doctors said the figure was 45": behind "it was" of somebody's saying.
fn is_said_to_be(scene: &Scene<'_>, sentence: &Sentence, figure: usize) -> bool {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let Some(it) = figure
        .checked_sub(2)
        .filter(|it| *it > first && doc.is(it + 1, Class::Be))
    else {
        return false;
    };
    let mut told = scene.marks.ending_at(it + 1);
    let figure = told.find(|m| m.tag == Tag::SaidBefore).map(|m| m.start);
    let neuter = doc.is(it, Class::Neuter).then_some(it);
    let Some(start) = neuter.or(figure).filter(|start| *start > first) else {
        return false;
    };
    let start = start - usize::from(doc.is(start - 1, Class::Definite) && !is_that(doc, start - 1));
    let end = start - usize::from(start > first && is_that(doc, start - 1));
    let mut cues = scene.marks.ending_at(end);
    cues.any(|m| {
        matches!(m.tag, Tag::CueVerb(_)) && speaks_before(doc, scene.marks, sentence, m.start)
    })
}

/// The most tokens of a source between "according to" and its figure.
const SOURCE: usize = 7;

/// "Six died, according to police; according to the mayor, 40": right behind a source that opens its clause.
fn is_behind_source(scene: &Scene<'_>, sentence: &Sentence, figure: usize) -> bool {
    let doc = scene.doc;
    let end = figure - usize::from(doc.str(figure - 1) == ",");
    let first = sentence.tokens.start.max(end.saturating_sub(SOURCE));
    let mut marks = (first..end).flat_map(|i| scene.marks.starting_at(i));
    marks.any(|mark| {
        let opens = mark.start > sentence.tokens.start
            && (matches!(doc.str(mark.start - 1), "," | ";")
                || doc.is_any(mark.start - 1, &[Class::Coordinator, Class::Contrast]));
        let words = (mark.end..end).all(|i| doc.is_kind(i, TokenKind::Word));
        let said = opens && words && mark.end < end;
        matches!(mark.tag, Tag::CuePhrase(_))
            && said
            && speaks_after(doc, scene.marks, sentence, mark.end)
    })
}

/// Does nothing follow that the figure would count: the end, a mark, or whose figure it is?
fn ends_clause(scene: &Scene<'_>, sentence: &Sentence, end: usize) -> bool {
    let doc = scene.doc;
    let spaced = doc.tokens.get(end).is_some_and(|t| t.spaced);
    let mark = doc.is_kind(end, TokenKind::Mark) && (!spaced || doc.str(end) != "-");
    let cited = |tag| matches!(tag, Tag::CuePhrase(_) | Tag::CueVerb(_));
    end >= sentence.tokens.end
        || mark
        || doc.is_any(end, &[Class::Coordinator, Class::Contrast])
        || scene.marks.starting_at(end).any(|m| cited(m.tag))
}

/// The last count of a number before the figure, with something between that parts the two.
fn last_before<'a>(scene: &Scene<'_>, found: &'a [Count], amount: &Amount) -> Option<&'a Count> {
    let start = amount.tokens.start;
    let parted = |from: usize| {
        (from..start).any(|i| {
            matches!(scene.doc.str(i), "," | ";")
                || scene.doc.is_any(i, &[Class::Contrast, Class::Coordinator])
        })
    };
    let told = |count: &&Count| {
        let end = count.victims.tokens(scene).end.max(count.trigger.end);
        end <= start && parted(end) && count.victims.numbered(scene).is_some()
    };
    found.iter().filter(told).max_by_key(|c| c.trigger.start)
}

/// The figures of a sentence that counts nothing itself, of those whom the sentence before has counted.
pub(super) fn of_those_before(
    scene: &Scene<'_>,
    sentence: &Sentence,
    before: &[Count],
) -> Vec<Count> {
    let Some(told) = only_count(scene, before).filter(|_| !scene.of_things) else {
        return Vec::new();
    };
    let again = |victims: Victims, trigger: Range<usize>| Count {
        predicate: told.predicate,
        trigger,
        victims,
        agent: None,
        part_of: None,
    };
    if let Some((verb, parts)) = among_them(scene, sentence) {
        let parts = parts.into_iter();
        return parts.map(|part| again(part, verb..verb + 1)).collect();
    }
    let from = scene
        .amounts
        .partition_point(|a| a.tokens.start < sentence.tokens.start);
    let own = scene.amounts.iter().enumerate().skip(from);
    let counts = own.take_while(|(_, a)| a.tokens.end <= sentence.tokens.end);
    let mut counts = counts.filter(|(_, a)| a.kind == AmountKind::Count);
    let Some((amount, figure)) = counts.next() else {
        return Vec::new();
    };
    let trigger = figure.tokens.clone();
    if let Some(noun) = some_of_them(scene, sentence, figure) {
        return vec![again(Victims::Apart { amount, noun }, trigger)];
    }
    let said = is_put_at(scene, figure) || is_said_to_be(scene, sentence, figure.tokens.start);
    let echo = said && ends_clause(scene, sentence, figure.tokens.end);
    let counted = told.victims.numbered(scene).filter(|_| echo);
    counted
        .map(|(_, noun)| again(Victims::Echo { amount, noun }, trigger))
        .into_iter()
        .collect()
}

/// The count of a number that a sentence makes, where all its counts are of one thing and no other has one.
pub(super) fn only_count<'a>(scene: &Scene<'_>, before: &'a [Count]) -> Option<&'a Count> {
    let first = before.first()?;
    let one_thing = before.iter().all(|c| c.predicate == first.predicate);
    let mut numbered = before
        .iter()
        .filter(|c| c.victims.numbered(scene).is_some());
    let only = numbered.next().filter(|_| numbered.next().is_none());
    only.filter(|_| one_thing)
}

/// "Put it at 40", "gave a figure of 40": words that name no other toll.
fn is_put_at(scene: &Scene<'_>, figure: &Amount) -> bool {
    const ACT: usize = 3;
    let mut marks = scene.marks.ending_at(figure.tokens.start);
    marks.any(|m| {
        let words = m.start..m.end;
        let mut said = scene.marks.within(&words);
        let it = scene.doc.is(m.start + 1, Class::Neuter);
        let act = matches!(m.tag, Tag::CueVerb(Cue::Reported)) && m.end - m.start >= ACT;
        act && (it || said.any(|m| m.tag == Tag::SaidBefore))
    })
}

/// The noun of "eighteen of them were women".
fn some_of_them(scene: &Scene<'_>, sentence: &Sentence, figure: &Amount) -> Option<Range<usize>> {
    let doc = scene.doc;
    let of = figure.tokens.end;
    let verb = of + 2;
    let of_them = is_of_them(doc, of);
    // "Five of the nine victims were minors".
    let whole = of_the_victims(scene, sentence, of);
    let (of_them, verb) = (of_them || whole.is_some(), whole.unwrap_or(verb));
    let noun = verb + 1;
    let person = doc.word(noun).person.as_ref().filter(|p| p.plural);
    let told = of_them && doc.is(verb, Class::Be) && noun < sentence.tokens.end;
    person.filter(|_| told).map(|_| noun..noun + 1)
}

/// One past "of the victims", "of the nine victims": those of whom no more is said than that they are people.
fn of_the_victims(scene: &Scene<'_>, sentence: &Sentence, of: usize) -> Option<usize> {
    let doc = scene.doc;
    let number = usize::from(is_number(doc, of + 2));
    let noun = of + 2 + number;
    let told = doc.is(of, Class::Of) && doc.is(of + 1, Class::Definite) && is_anyone(doc, noun);
    (told && noun + 1 < sentence.tokens.end).then_some(noun + 1)
}

/// "Among them were 19 women and a boy", "the victims included 19 women": the verb, and who they were.
fn among_them(scene: &Scene<'_>, sentence: &Sentence) -> Option<(usize, Vec<Victims>)> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let victims = doc.is(first, Class::Definite) && is_anyone(doc, first + 1);
    if victims && doc.is(first + 2, Class::Including) {
        return Some((first + 2, objects(scene, sentence, first + 3)));
    }
    let them = doc.is(first + 1, Class::PronounPlural);
    let opens = doc.is(first, Class::Among);
    // "Among the victims were 14 pupils".
    let victims = || doc.is(first + 1, Class::Definite) && is_anyone(doc, first + 2);
    let verb = first + 2 + usize::from(!them);
    let told = opens && (them || victims()) && doc.is(verb, Class::Be);
    told.then(|| (verb, objects(scene, sentence, verb + 1)))
}

/// "Victims", "people": a noun of several that says no more of them than that.
fn is_anyone(doc: &Doc<'_>, i: usize) -> bool {
    let noun = doc.word(i).person.as_ref();
    noun.is_some_and(|noun| noun.plural && noun.role == "person" && noun.kind.is_none())
}

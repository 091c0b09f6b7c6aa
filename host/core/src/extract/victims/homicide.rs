//! Words that tell of somebody killed where nobody is said to be: "the fatal shooting", "a murder-suicide".

use super::fate::Fate;
use super::given::Given;
use super::ledger::Ledger;
use super::totals::{derived, exactly};
use crate::extract::Read;
use crate::extract::build::{Account, claim_of};
use crate::extract::counted::is_silent;
use crate::extract::openers::{is_in_title, is_mere, is_of_nature, is_open, is_wished};
use crate::extract::steps::is_number;
use crate::extract::subject::befalls_nobody;
use crate::lexicon::{Class, Found, Tag, VictimCue};
use crate::model::{Article, Claim, Form, Polarity, Span};
use crate::text::Sentence;

/// How many sentences of a text, its headline among them, are its news rather than its background.
const NEWS: usize = 5;

/// The claim of it: one killed, or two where the words say so ("a double homicide").
pub(super) fn claim(
    read: &Read<'_>,
    article: &Article,
    claims: &[Claim],
    (given, ledger): (&Given, &Ledger),
) -> Option<Vec<Claim>> {
    let persons = ledger
        .persons
        .iter()
        .filter(|p| p.met(Fate::Killed))
        .count();
    let told = (persons as u32).max(given.total).max(given.kind);
    let told = told.max(u32::from(given.anybody));
    // "The war has killed 35,200", "killed no one": these words tell of the dead themselves.
    let says = |mark: &Found| {
        let span = read.doc.span(mark.start..mark.end);
        let killed = claims
            .iter()
            .filter(|c| c.predicate == Fate::Killed.predicate());
        killed.into_iter().any(|c| c.span.overlaps(span))
    };
    let spoken = |s: &&(usize, &Sentence)| !is_silent(read.doc, s.1);
    let news: Vec<(usize, &Sentence)> = read
        .doc
        .sentences
        .iter()
        .enumerate()
        .filter(|s| spoken(&s))
        .take(NEWS)
        .collect();
    let cues = news
        .iter()
        .flat_map(|(at, sentence)| cues(read, sentence).into_iter().map(|(m, n)| (*at, m, n)));
    let (sentence, mark, count) = cues
        .filter(|(_, mark, count)| u32::from(*count) > told && !(*count == 1 && says(mark)))
        .max_by_key(|(at, _, count)| (*count, std::cmp::Reverse(*at)))?;
    let tokens = mark.start..mark.end;
    let mut quantity = exactly(read.doc.words(tokens.clone()), u32::from(count));
    quantity.span = Some(read.doc.span(tokens.clone()));
    if count > 1 {
        quantity.form = Form::AtLeast;
        quantity.stated.high = None;
        quantity.interpreted.high = None;
    }
    let mut claim = claim_of(
        read,
        article,
        Account {
            predicate: Fate::Killed.predicate(),
            sentence,
            trigger: tokens.clone(),
            words: tokens,
            quantity,
            population: None,
        },
    )
    .filter(|claim| claim.polarity == Polarity::Affirmed)?;
    derived(&mut claim, "the word for it");
    Some(vec![claim])
}

/// The most tokens from "everyone" to what befell them.
const EVERYONE: usize = 5;

/// The cues of a sentence, but for those that an "attempted" or a "not" undoes.
fn cues(read: &Read<'_>, sentence: &Sentence) -> Vec<(Found, u8)> {
    let doc = read.doc;
    let marks = || read.marks.within(&sentence.tokens);
    let span = |m: &Found| Span::new(m.start, m.end);
    let undone: Vec<Span> = marks()
        .filter(|m| matches!(m.tag, Tag::Victim(VictimCue::NoHomicide) | Tag::Number(_)))
        .map(|m| span(&m))
        .collect();
    let negated = |mark: &Found| {
        let from = sentence.tokens.start.max(mark.start.saturating_sub(4));
        (from..mark.start).any(|i| doc.is_any(i, &[Class::Negation, Class::None, Class::Planned]))
    };
    // "They were murdered", "murder people", "two counts of murder": several, and it is not said how many people.
    let several = |mark: &Found| {
        let from = |reach| sentence.tokens.start.max(mark.start.saturating_sub(reach));
        let people = |i: usize| doc.word(i).person.as_ref().is_some_and(|p| p.plural);
        let counts = |i: usize| doc.is(i, Class::Thing) && doc.is(i + 1, Class::Of);
        let both = [Class::PronounPlural, Class::BePlural, Class::Both];
        // "Everyone on board was killed".
        let all = (from(EVERYONE)..mark.start).any(|i| doc.is(i, Class::Whole));
        // "Three of those killed were".
        let some = |i: usize| is_number(doc, i) && doc.is(i + 1, Class::Of);
        all || (from(4)..mark.start).any(some)
            || (from(3)..mark.start).any(|i| doc.is_any(i, &both))
            || (from(4)..mark.start).any(|i| is_number(doc, i) && counts(i + 1))
            || (mark.end..mark.end + 3).any(people)
    };
    // "People could be killed if the dam collapsed".
    let may_come = |verb: usize| {
        let from = sentence.tokens.start.max(verb.saturating_sub(4));
        (from..verb).any(|i| is_mere(doc, i, verb))
    };
    let stands = |m: &Found| {
        !undone.iter().any(|u| u.overlaps(span(m)))
            && !negated(m)
            && !is_open(doc, sentence, m.start)
            && !may_come(m.start)
            && !is_wished((doc, &read.marks), sentence, m.start)
            && !befalls_nobody(doc, sentence, m.start..m.end)
            && !is_in_title(doc, sentence, &(m.start..m.end))
            && !is_of_nature(doc, sentence, m.end)
    };
    marks()
        .filter(stands)
        .filter_map(|m| match m.tag {
            Tag::Victim(VictimCue::Homicide(1)) if several(&m) => None,
            Tag::Victim(VictimCue::Homicide(count)) => Some((m, count)),
            _ => None,
        })
        .collect()
}

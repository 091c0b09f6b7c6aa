//! "Three people died, and a fourth died later in hospital": whoever counts to four has four dead.

use super::fate::Fate;
use super::given::Given;
use super::totals::{derived, exactly};
use crate::extract::Read;
use crate::extract::build::{Account, claim_of};
use crate::extract::counted::is_silent;
use crate::extract::openers::is_of_nature;
use crate::lexicon::{Class, Frame, NumberWord};
use crate::model::{Article, Claim, Polarity};
use crate::text::{Doc, Sentence};

/// The most that are counted so one by one.
const MOST: u64 = 60;

/// The most tokens from "a fourth" to "died".
const REACH: usize = 20;

/// The claim of as many as the text counts up to, where it gives no total so high.
pub(super) fn claim(read: &Read<'_>, article: &Article, given: &Given) -> Option<Claim> {
    let sentences = read.doc.sentences.iter().enumerate();
    let told = sentences.filter(|(_, sentence)| !is_silent(read.doc, sentence));
    let ranks = told.filter_map(|(at, sentence)| {
        let (start, rank) = ranked(read, sentence)?;
        Some((rank, std::cmp::Reverse(at), start))
    });
    let (rank, std::cmp::Reverse(sentence), start) = ranks.max()?;
    if rank <= given.total || !given.anybody {
        return None;
    }
    let words = start..start + 2;
    let text = read.doc.words(words.clone());
    let mut quantity = exactly(text, rank);
    quantity.span = Some(read.doc.span(words.clone()));
    let account = Account {
        predicate: Fate::Killed.predicate(),
        sentence,
        trigger: words.clone(),
        words,
        quantity,
        population: None,
    };
    let claim = claim_of(read, article, account);
    let mut claim = claim.filter(|claim| claim.polarity == Polarity::Affirmed)?;
    derived(&mut claim, "counted one after another");
    Some(claim)
}

/// "A fourth" of somebody who died, where the sentence has it, and the number.
fn ranked(read: &Read<'_>, sentence: &Sentence) -> Option<(usize, u32)> {
    let doc = read.doc;
    sentence.tokens.clone().find_map(|i| {
        let Some(NumberWord::Ordinal {
            value,
            plural: false,
        }) = doc.word(i + 1).number
        else {
            return None;
        };
        // "One second" is a time, "a fourth suspect" no victim.
        let next = i + 2;
        let other = doc.is(i + 1, Class::Measure) || doc.is(next, Class::Attacker);
        let person = doc.word(next).person.is_some();
        let alone = doc.str(next) == "," || doc.is_any(next, &[Class::Be, Class::Have]);
        let somebody =
            doc.is(i, Class::Indefinite) && !other && (person || alone || dies(doc, next));
        let told = somebody && (2..=MOST).contains(&value) && is_told_dead(doc, sentence, next);
        let rank = u32::try_from(value).ok().filter(|_| told)?;
        Some((i, rank))
    })
}

/// "…, the teacher Anna Reyes, 43, died": does a death follow, with no other verb and nothing that undoes it between?
fn is_told_dead(doc: &Doc<'_>, sentence: &Sentence, from: usize) -> bool {
    let others = [Class::Negation, Class::Relative, Class::Planned];
    let acts = |at: usize| doc.word(at).triggers.iter().any(|t| !t.frame.is_noun());
    // "A fourth was shot and killed": the verbs of one passive.
    let active = |at: usize| acts(at) && !doc.is(at - 1, Class::Be);
    let stops = |at: &usize| dies(doc, *at) || doc.is_any(*at, &others) || active(*at);
    let end = sentence.tokens.end.min(from + REACH);
    // "A fourth victim in a shooting, that killed three others, has died": past the clause between commas.
    let relative = |i: &usize| doc.str(*i) == "," && doc.is(*i + 1, Class::Relative);
    let open = (from..end).find(relative);
    let close = open.and_then(|open| (open + 1..end).find(|i| doc.str(*i) == ","));
    let aside = open
        .zip(close)
        .map_or(from..from, |(open, close)| open..close);
    let first = (from..end).filter(|i| !aside.contains(i)).find(stops);
    first.is_some_and(|at| dies(doc, at) && !is_of_nature(doc, sentence, at + 1))
}

/// "Died", "was killed": of whoever stands before it. "A third killed a guard" lives.
fn dies(doc: &Doc<'_>, at: usize) -> bool {
    let killed = |id| doc.lexicon.predicate(id).id == Fate::Killed.predicate();
    let joined = at > 2 && doc.is(at - 1, Class::Coordinator) && doc.is(at - 3, Class::Be);
    let passive = joined || doc.is(at - 1, Class::Be);
    let mut triggers = doc.word(at).triggers.iter();
    triggers.any(|t| killed(t.predicate) && (passive || t.frame == Frame::Intransitive))
}

//! "Three people died, and a fourth died later in hospital": whoever counts to four has four dead.

use super::fate::Fate;
use super::given::Given;
use super::totals::{derived, exactly};
use crate::extract::Read;
use crate::extract::build::{Account, claim_of};
use crate::extract::counted::is_silent;
use crate::lexicon::{Class, NumberWord};
use crate::model::{Article, Claim, Polarity};
use crate::text::{Sentence, TokenKind};

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
        let rank = match doc.word(i + 1).number {
            Some(NumberWord::Ordinal {
                value,
                plural: false,
            }) => value,
            _ => return None,
        };
        let next = i + 2;
        let person = doc.word(next).person.is_some();
        let alone = doc.str(next) == "," || doc.is_any(next, &[Class::Be, Class::Have]);
        let counts = doc.is(i, Class::Indefinite) && (2..=MOST).contains(&rank);
        let verb = |at: &usize| doc.word(*at).triggers.iter().any(|t| !t.frame.is_noun());
        let first = (next..sentence.tokens.end.min(next + REACH)).find(verb);
        let killed = |id| doc.lexicon.predicate(id).id == Fate::Killed.predicate();
        let dies = |at: usize| doc.word(at).triggers.iter().any(|t| killed(t.predicate));
        let told = first.is_some_and(dies) || dies(next);
        // "One second" is a time.
        let plain = doc.is_kind(i + 1, TokenKind::Word) && !doc.is(i + 1, Class::Measure);
        (counts && plain && (person || alone || dies(next)) && told)
            .then(|| u32::try_from(rank).ok().map(|rank| (i, rank)))
            .flatten()
    })
}

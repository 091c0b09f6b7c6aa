//! What a sentence takes as known while somebody speaks of something else: "denied any part in the attack that killed nine",
//! "declared three days of mourning after a blast killed 17". No speaker says it, and none denies it.

use std::ops::Range;

use super::sources::{Attribution, is_that};
use crate::lexicon::{Class, Cue};
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens from the deed to its "that": "the attack in Osk late on Tuesday that".
const CLAUSE: usize = 10;
/// The most tokens from "that" to what befell: "that has left".
const VERBS: usize = 4;
/// The most tokens from "the" to the deed: "Tuesday's early morning attack".
const NOUN: usize = 5;
/// The most tokens from the verb of saying to "after".
const OBJECT: usize = 10;

/// Is what the words tell known to the sentence, rather than said by whoever is cited in front of them?
pub(super) fn is_known(
    doc: &Doc<'_>,
    sentence: &Sentence,
    words: &Range<usize>,
    cited: &Attribution,
) -> bool {
    let after = cited.frame.end;
    if after > words.start || !cited.covers(words.start) {
        return false;
    }
    match cited.cue {
        Cue::Denied | Cue::Refused | Cue::Accused | Cue::Believed | Cue::Claimed => {
            deed_of_clause(doc, sentence, words.start).is_some_and(|deed| deed >= after)
        }
        Cue::Reported => is_of_time(doc, after, words.start),
        _ => false,
    }
}

/// The known deed on which the words are a clause: "the attack in Osk that killed nine", "Tuesday's blast, which left six dead".
fn deed_of_clause(doc: &Doc<'_>, sentence: &Sentence, words: usize) -> Option<usize> {
    let first = sentence.tokens.start;
    let from = first.max(words.saturating_sub(VERBS));
    let relative = |i: &usize| is_that(doc, *i) || doc.is(*i, Class::Relative);
    let clause = (from..words).rev().find(relative)?;
    let near = first.max(clause.saturating_sub(CLAUSE));
    let is_deed = |i: usize| doc.is(i, Class::Deed) || doc.word(i).deed;
    let plain = |i: &usize| {
        let verb = doc.word(*i).triggers.iter().any(|t| !t.frame.is_noun());
        let clause = verb || doc.is_any(*i, &[Class::Be, Class::Have, Class::ClauseBreak]);
        !clause || is_deed(*i)
    };
    let mut before = (near..clause).rev().take_while(plain);
    let deed = before.find(|i| is_deed(*i))?;
    let known = [Class::Definite, Class::Genitive, Class::Possessive];
    let breaks = [Class::Cue, Class::ClauseBreak, Class::Preposition];
    let opens = first.max(deed.saturating_sub(NOUN))..deed;
    let opens = opens.rev().take_while(|i| !doc.is_any(*i, &breaks));
    // "Claimed that a fire": that is no "the".
    let genitive =
        |i: usize| doc.is_any(i, &known) && !is_that(doc, i) || matches!(doc.str(i), "'" | "’");
    let mut opens = opens;
    opens.any(genitive).then_some(deed)
}

/// "Announced a curfew after a blast killed 17": a time clause behind what is announced, and no clause that is.
fn is_of_time(doc: &Doc<'_>, from: usize, words: usize) -> bool {
    let opens = |i: &usize| doc.is(*i, Class::Temporal);
    let Some(time) = (from..words).rev().find(opens) else {
        return false;
    };
    let object = from..time;
    let closed = |i: usize| {
        let verb = doc.word(i).triggers.iter().any(|t| !t.frame.is_noun());
        let clause = [Class::Be, Class::Have, Class::Modal, Class::Pronoun];
        let ends = [Class::ClauseBreak, Class::Cue, Class::Relative];
        verb || doc.is_kind(i, TokenKind::Mark) || doc.is_any(i, &clause) || doc.is_any(i, &ends)
    };
    // "Said the mayor took bribes after …" has a clause.
    let opened = doc.is(from, Class::Indefinite)
        || doc.is_kind(from, TokenKind::Number)
        || doc.word(from).number.is_some();
    opened && object.len() <= OBJECT && !object.into_iter().any(closed)
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::claims;
    use crate::model::Polarity;

    /// On whose word the dead or wounded are told; "not" in front where they are denied.
    fn told(text: &str) -> String {
        let found = claims(text);
        let harm = |c: &&crate::model::Claim| ["killed", "wounded"].contains(&c.predicate.as_str());
        let claim = found.iter().find(harm).expect("somebody was harmed");
        let source = claim.speaker().map_or("the outlet", |s| s.text.as_str());
        match claim.polarity {
            Polarity::Denied => format!("not {source}"),
            Polarity::Affirmed => source.to_owned(),
        }
    }

    #[test]
    fn what_is_known_is_nobodys_word() {
        for (text, expected) in [
            (
                "The army denied any responsibility for Tuesday's attack in Osk that left four wounded and blamed the rebels.",
                "the outlet",
            ),
            (
                "The mayor denied that the fire that killed 33 people in Osk on Monday was arson.",
                "the outlet",
            ),
            (
                "The Red Front claimed responsibility for Tuesday's attack in Osk that killed four people.",
                "the outlet",
            ),
            (
                "The union blamed the owner for the fire that killed 33 people in Osk on Monday.",
                "the outlet",
            ),
            (
                "Investigators believe the fire that killed 33 people in Osk on Monday was set on purpose.",
                "the outlet",
            ),
            (
                "The president declared three days of mourning after a blast killed 17 miners in Osk.",
                "the outlet",
            ),
            (
                "The president said that a blast had killed 17 miners in Osk.",
                "The president",
            ),
            (
                "The president announced that after a blast 17 miners had been killed in Osk.",
                "The president",
            ),
            (
                "The army denied that the attack killed nine people.",
                "not The army",
            ),
            (
                "The union claimed that a fire that killed 33 people was arson.",
                "The union",
            ),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}

//! What the grammar adds to a source that the weights found: the description that hangs on to it.

use super::links::{DESCRIPTION, description};
use super::seen::{Part, Seen};
use super::tagger::Role;

/// Extends every source over its description: "S, the director, said", "said S, who lives there".
pub(super) fn extend(tokens: &[Seen], roles: &mut [Role]) {
    let mut i = 0;
    while i < roles.len() {
        if roles[i] != Role::Source {
            i += 1;
            continue;
        }
        let end = i
            + 1
            + roles[i + 1..]
                .iter()
                .take_while(|r| **r == Role::SourceOn)
                .count();
        let to = described(tokens, i, end).unwrap_or(end).max(end);
        roles[end..to].fill(Role::SourceOn);
        i = to;
    }
}

/// The end of the source `start..end` with its description, if it has one.
fn described(tokens: &[Seen], start: usize, end: usize) -> Option<usize> {
    let at = if tokens[end - 1].comma { end - 1 } else { end };
    let mark = tokens.get(at)?;
    if is_inverted(tokens, start) {
        return match mark.comma {
            true if opens(tokens, at + 1) => Some(clause_end(tokens, at + 1)),
            false if mark.attaches => Some(clause_end(tokens, at)),
            _ => None,
        };
    }
    if !(mark.comma || mark.part == Part::Dash) || !tokens.get(at + 1)?.describes {
        return None;
    }
    let rest = at + 1..tokens.len().min(at + DESCRIPTION);
    rest.take_while(|i| !tokens[*i].stops)
        .find(|close| description(tokens, *close).is_some_and(|(open, _)| open >= at))
}

/// "…," said S; "…, according to S".
fn is_inverted(tokens: &[Seen], start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).and_then(|i| tokens.get(i));
    let adverbs = tokens[..start]
        .iter()
        .rev()
        .take(3)
        .take_while(|t| t.part == Part::Adverb);
    let verb = 1 + adverbs.count();
    let closes = |t: &Seen| t.comma || t.stops;
    let said =
        before(verb).is_some_and(Seen::is_finite_speech) && before(verb + 1).is_some_and(closes);
    let according = before(1).is_some_and(|t| t.part == Part::To)
        && before(2).is_some_and(|t| t.introduces)
        && before(3).is_some();
    said || according
}

/// May a description begin here?
fn opens(tokens: &[Seen], i: usize) -> bool {
    tokens.get(i).is_some_and(|t| {
        t.describes
            && !matches!(
                t.part,
                Part::Number | Part::Of | Part::LooksPast | Part::Pronoun
            )
    })
}

/// Where the clause ends that holds a description: before a stop, or a comma that something new follows.
fn clause_end(tokens: &[Seen], from: usize) -> usize {
    let new = |i: usize| {
        tokens.get(i).is_none_or(|t| {
            matches!(
                t.part,
                Part::Break | Part::And | Part::LooksGerund | Part::Pronoun
            ) || t.part == Part::Preposition && !t.attaches
                || t.verb == Some(crate::lexicon::VerbForm::Gerund)
        })
    };
    (from..tokens.len())
        .find(|i| {
            let token = &tokens[*i];
            token.stops || token.part == Part::Dash || token.comma && new(i + 1)
        })
        .unwrap_or(tokens.len())
}

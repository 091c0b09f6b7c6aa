//! What the claims of single sentences give already: totals, and whether anybody is claimed at all.

use super::fate::Fate;
use crate::extract::Read;
use crate::model::{Bounds, Claim, Decimal, Form, Polarity, Tally};

/// What the claims of single sentences give of one fate, for the article's own incident.
#[derive(Default)]
pub(super) struct Given {
    /// The highest figure of people of no particular kind: a total.
    pub(super) total: u32,
    /// The highest figure of people of no kind and no part of others: a total that the text itself gives.
    pub(super) plain: u32,
    /// The highest figure of people of one kind: "two children".
    pub(super) kind: u32,
    /// Is anybody claimed at all, be it one?
    pub(super) anybody: bool,
    /// Is one claimed in a figure: "1", "one"?
    pub(super) figure: bool,
}

impl Given {
    pub(super) fn most(&self) -> u32 {
        self.total.max(self.kind)
    }
}

/// Does the claim speak of the article's own incident, and assert it?
pub(super) fn is_own(claim: &Claim) -> bool {
    let cumulative = claim
        .quantity
        .as_ref()
        .is_some_and(|q| q.tally == Tally::Cumulative);
    claim.polarity == Polarity::Affirmed
        && !cumulative
        && !claim.attributes.contains_key("background")
}

pub(super) fn is_single(claim: &Claim) -> bool {
    let one = Bounds::exactly(Decimal::from(1));
    claim.quantity.as_ref().is_some_and(|q| q.stated == one)
}

/// The figure of a claim, where it is one that counts: no "dozens".
pub(super) fn figure_of(claim: &Claim) -> Option<u32> {
    let quantity = claim.quantity.as_ref().filter(|q| q.form != Form::Vague)?;
    let bound = quantity.stated.low.or(quantity.stated.high)?;
    bound.to_string().parse().ok()
}

pub(super) fn given(read: &Read<'_>, claims: &[Claim], fate: Fate) -> Given {
    let mut given = Given::default();
    let own = |c: &&Claim| c.predicate == fate.predicate() && is_own(c);
    for claim in claims.iter().filter(own) {
        let figure = figure_of(claim).unwrap_or(0);
        let portion = claim.attributes.get("portion").map(String::as_str);
        given.anybody |= claim.quantity.as_ref().is_none_or(|q| !q.stated.is_zero());
        if claim.part_of.is_some() || portion == Some("severe") {
            continue;
        }
        let text = claim.quantity.as_ref().map_or("", |q| q.text.as_str());
        given.figure |= figure == 1 && is_number(read, text);
        if figure < 2 {
            continue;
        }
        let role = claim.population.as_ref().and_then(|p| p.role.as_deref());
        if role.is_none_or(|r| r == "person") && portion.is_none() {
            given.plain = given.plain.max(figure);
        }
        if role.is_none_or(|r| r == "person") && (portion.is_none() || fate == Fate::Wounded) {
            given.total = given.total.max(figure);
        } else {
            given.kind = given.kind.max(figure);
        }
    }
    given
}

/// Is it a number and no more: "1", "one"?
fn is_number(read: &Read<'_>, text: &str) -> bool {
    let lexicon = read.doc.lexicon;
    let digits = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    digits
        || lexicon
            .word(lexicon.word_id(&text.to_lowercase()))
            .number
            .is_some()
}

/// The highest figure of people shot, less the killed; with the claim that gives it.
pub(super) fn shot_less_killed(claims: &[Claim], killed: u32) -> Option<(u32, usize)> {
    let own = |c: &Claim| c.predicate == Fate::Shot.predicate() && is_own(c) && c.part_of.is_none();
    let figures = claims.iter().enumerate().filter_map(|(at, c)| {
        let portion = c.attributes.get("portion").map(String::as_str);
        // "The seven others who were shot": the killed are not among them.
        let killed = match portion {
            None => killed,
            Some("others") if killed > 0 => 0,
            Some(_) => return None,
        };
        let shot = figure_of(c).filter(|shot| own(c) && *shot >= 2)?;
        Some((shot.checked_sub(killed).filter(|left| *left > 0)?, at))
    });
    figures.max_by_key(|(left, at)| (*left, std::cmp::Reverse(*at)))
}

//! To whom the dead belonged: one number under two kinds that exclude each other, or all of a kind here and some of them there.

use rashomon_rule::prelude::*;

use crate::compare::{Case, are_on_two_words};
use crate::differ::say;
use crate::figures::{self, exact, lower_first};
use crate::topic::Topic;

/// As many civilians here as fighters there: of large equal numbers, and where neither outlet counts the other kind
/// as well, that is one group under two names. So it is where the text says "they" of those whom it has counted.
pub(crate) fn of_one_number(topic: &Topic<'_>, compared: &Compared<'_>) -> Option<Case> {
    let (low, high) = figures::whole_numbers(compared)?;
    let (left, right) = (compared.left, compared.right);
    let telling = Decimal::new(low, 0)? >= topic.settings.telling;
    if low != high || !topic.exclude(&topic.settings.statuses, left, right) {
        return None;
    }
    let said = |party: &Option<Party>| party.as_ref().is_some_and(|p| p.basis == Basis::Said);
    let said = said(&left.population) && said(&right.population);
    let alone =
        !topic.counts_kind_of(left.article, right) && !topic.counts_kind_of(right.article, left);
    let ids = [compared.pair.left, compared.pair.right];
    let called = low > 1 && ids.into_iter().any(|id| topic.told(id).relabels);
    (said && (telling && alone || called)).then_some(Case::Status)
}

/// "All 14 were militants" beside "of the 14 dead, five were militants": is one a part of as many as the other says were all
/// of that kind?
pub(crate) fn is_some_beside_all(topic: &Topic<'_>, compared: &Compared<'_>) -> bool {
    let (left, right) = (compared.pair.left, compared.pair.right);
    is_part_of_as_many(topic, left, right) || is_part_of_as_many(topic, right, left)
}

fn is_part_of_as_many(topic: &Topic<'_>, part: u32, all: u32) -> bool {
    let event = topic.event;
    let (some, whole) = (event.claim(part), event.claim(all));
    let figure = |id: u32| event.claim(id).quantity.as_ref().and_then(exact);
    let least = Decimal::from(2);
    let (Some(few), Some(many)) = (figure(part), figure(all)) else {
        return false;
    };
    let kind = are_of_one_kind(topic, some, whole);
    if !kind || few < least || few >= many || topic.told(all).some || !topic.is_of_whole(part) {
        return false;
    }
    // The article of the part counts as many in all, without a kind.
    topic.with_figure(Some(many)).any(|id| {
        let claim = event.claim(id);
        claim.article == some.article
            && claim.predicate == some.predicate
            && topic.is_anybody(claim.population.as_ref())
    })
}

/// Of a kind that goes by many names both, or called by one noun: "two pupils" beside "three teenagers" leaves open who is what.
fn are_of_one_kind(topic: &Topic<'_>, one: &Claim, other: &Claim) -> bool {
    let Some((one, other)) = one.population.as_ref().zip(other.population.as_ref()) else {
        return false;
    };
    let role = one
        .role
        .as_deref()
        .filter(|role| other.role.as_deref() == Some(*role));
    let noun = one.text.eq_ignore_ascii_case(&other.text);
    let mut many = topic.settings.of_many_names.iter();
    let mut renamed = |role: &str| many.any(|kind| host::role_lies_within(role, kind));
    role.is_some_and(|role| noun && topic.has_status(role) || renamed(role))
}

/// One number of people, called by kinds that exclude each other; or some of a kind, and all.
pub(crate) fn finding_of(topic: &Topic<'_>, compared: &Compared<'_>) -> Finding {
    let event = topic.event;
    let (low, high) = lower_first(compared);
    let why = match compared.left.quantity.as_ref().and_then(exact)
        == compared.right.quantity.as_ref().and_then(exact)
    {
        true => "status-why",
        false => "status-some-why",
    };
    let of = |verdict| {
        let message = say(event, compared, "status");
        finding("status-differs", verdict, [low, high], message).because(phrase(why))
    };
    let one_origin = compared.pair.origin == Sameness::Same;
    let made =
        match are_on_two_words((compared.left, compared.right), topic.settings) && !one_origin {
            true => of(Verdict::Disputed),
            false => of(Verdict::Undetermined)
                .missing(low, "population")
                .missing(high, "population"),
        };
    [low, high].into_iter().fold(made, |made, id| {
        let claim = event.claim(id);
        let key = match claim.nearest_source().is_some() {
            true => "ask-status-sourced",
            false => "ask-status",
        };
        made.ask_article(claim.article, phrase(key).claim("claim", id))
    })
}

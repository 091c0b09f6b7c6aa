//! Where it is unclear who is counted: two readings, what is missing, and whom to ask. A sum is offered as a reading,
//! never as the verdict: with enough parts some sum always fits.

use rashomon_rule::prelude::*;

use crate::Settings;
use crate::compare::{bounds, lower_first, shared_sources};

/// The finding of a pair of which one does not say whom it counts.
pub(crate) fn finding(event: &Event, compared: &Compared<'_>, settings: &Settings) -> Finding {
    let (open, told) = open_and_told(compared);
    let message = phrase("unclear")
        .text("topic", compared.alignment.topic.as_str())
        .claim("left", told)
        .claim("right", open);
    let made = rashomon_rule::prelude::finding(
        "unclear-who",
        Verdict::Undetermined,
        [told, open],
        message,
    );
    let made = made.because(phrase("unclear-why").claim("open", open));
    let made = with_plain_reading(made, compared, (open, told), settings);
    let made = with_second_reading(event, made, compared, (open, told));
    let made = with_gaps(event, made, open, told);
    with_questions(event, made, open, told).conventions_of(event)
}

/// The claim that leaves open whom it counts, and the other. Of two that both do, the one that says less.
fn open_and_told(compared: &Compared<'_>) -> (u32, u32) {
    let said = |claim: &Claim| {
        let party = claim.population.as_ref();
        (
            party.is_some_and(|p| p.side.is_some()),
            party.is_some_and(|p| p.role.is_some()),
            party.is_some(),
        )
    };
    if said(compared.left) < said(compared.right) {
        (compared.pair.left, compared.pair.right)
    } else {
        (compared.pair.right, compared.pair.left)
    }
}

/// The plain reading first: both count the same people.
fn with_plain_reading(
    made: Finding,
    compared: &Compared<'_>,
    (open, told): (u32, u32),
    _settings: &Settings,
) -> Finding {
    let when = phrase("if-same").claim("open", open).claim("told", told);
    let (low, high) = lower_first(compared);
    let meets = bounds(compared).is_some_and(|(left, right)| left.meets(&right));
    if !meets {
        return made.reading(when, Verdict::Contradiction, phrase("if-same-differ"));
    }
    let figure = |claim: &Claim| {
        claim
            .quantity
            .as_ref()
            .and_then(|q| q.interpreted.low)
            .unwrap_or(Decimal::ONE)
    };
    let (a, b) = (figure(compared.left), figure(compared.right));
    let ratio = a.max(b).ratio(a.min(b)).unwrap_or(Decimal::ONE);
    let why = phrase("if-same-wide")
        .claim("low", low)
        .claim("high", high)
        .number("ratio", ratio);
    made.reading(when, Verdict::Undetermined, why)
}

/// The other reading: the open figure counts all sides, if the same outlet's parts make a sum; else others.
fn with_second_reading(
    event: &Event,
    made: Finding,
    compared: &Compared<'_>,
    (open, told): (u32, u32),
) -> Finding {
    let Some(other) = other_side(event, compared, told) else {
        let when = phrase("if-other").claim("open", open);
        return made.reading(when, Verdict::ScopeDiffers, phrase("other-why"));
    };
    let read = |id: u32| {
        event
            .claim(id)
            .quantity
            .as_ref()
            .map(|q| q.interpreted)
            .unwrap_or_else(|| Bounds::new(None, None))
    };
    let sum = read(told).plus(&read(other));
    let fits = sum.meets(&read(open));
    let why = phrase(if fits { "sum-fits" } else { "sum-not" })
        .claim("first", told)
        .claim("second", other)
        .claim("open", open)
        .text("sum", in_words(&sum));
    let verdict = if fits {
        Verdict::Compatible
    } else {
        Verdict::Contradiction
    };
    let mut made = made.reading(phrase("if-sum").claim("open", open), verdict, why);
    made.claims.push(other);
    made
}

/// The same outlet's figure for people who cannot be those of `told`.
fn other_side(event: &Event, compared: &Compared<'_>, told: u32) -> Option<u32> {
    let article = event.claim(told).article;
    let mut others = compared.alignment.compared(event).filter_map(|c| {
        let other = match told {
            id if id == c.pair.left => c.pair.right,
            id if id == c.pair.right => c.pair.left,
            _ => return None,
        };
        let counted = event
            .claim(other)
            .quantity
            .as_ref()
            .is_some_and(|q| q.interpreted.low > Some(Decimal::ONE));
        let apart = c.pair.population == Extent::Disjoint && c.pair.predicate == Extent::Same;
        (apart && counted && event.claim(other).article == article).then_some(other)
    });
    others.next()
}

/// "at least 47", "47", "47 to 50".
fn in_words(bounds: &Bounds) -> String {
    match (bounds.low, bounds.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "an open number".to_owned(),
    }
}

fn with_gaps(event: &Event, mut made: Finding, open: u32, told: u32) -> Finding {
    made = made.missing(open, "population");
    for id in [told, open] {
        let claim = event.claim(id);
        if claim.as_of.as_ref().is_none_or(Period::is_assumed) && claim.time.is_none() {
            made = made.missing(id, "as-of");
        }
        if claim.attribution.is_empty() {
            made = made.missing(id, "attribution");
        }
    }
    made
}

fn with_questions(event: &Event, made: Finding, open: u32, told: u32) -> Finding {
    let made = made.ask_article(
        event.claim(open).article,
        phrase("ask-who").claim("claim", open),
    );
    let mut made = made.ask_article(
        event.claim(told).article,
        phrase("ask-told").claim("claim", told),
    );
    for source in shared_sources(event, event.claim(open).article, event.claim(told).article) {
        made = made.ask_source(
            &source,
            phrase("ask-source")
                .claim("left", told)
                .claim("right", open),
        );
    }
    made
}

//! Where it is unclear what is counted: two readings, what is missing, and whom to ask. A sum is offered as a reading,
//! never as the verdict: with enough parts some sum always fits.

use rashomon_rule::prelude::*;

use crate::differ::{ask, ask_sources, counted, in_words, say, with_questions};
use crate::figures::{figure, lower_first};
use crate::series::{is_given_later, is_order_assumed};

/// Two claims by their ids.
#[derive(Clone, Copy)]
struct Sides {
    /// The one that leaves open whom it counts.
    open: u32,
    /// The other.
    told: u32,
}

/// What a question is about: the article that leaves open whom it counts, its figure, and the article it is set beside.
/// The parts of that article are put into one question, not into one each.
pub(crate) fn subject(event: &Event, compared: &Compared<'_>) -> (u32, Option<Decimal>, u32) {
    let Sides { open, told } = sides(compared);
    (
        event.claim(open).article,
        figure(event.claim(open)),
        event.claim(told).article,
    )
}

/// The figure that is set beside the open one.
pub(crate) fn told_figure(event: &Event, compared: &Compared<'_>) -> Option<Decimal> {
    figure(event.claim(sides(compared).told))
}

/// The finding of a pair of which one does not say whom it counts.
pub(crate) fn who(event: &Event, compared: &Compared<'_>) -> Finding {
    let sides = sides(compared);
    let message = phrase("unclear").text("topic", compared.alignment.topic.as_ref());
    let message = counted(event, message, "told", sides.told);
    let message = counted(event, message, "open", sides.open);
    let made = finding(
        "unclear-who",
        Verdict::Undetermined,
        [sides.told, sides.open],
        message,
    );
    let made = made.because(sides.say("unclear-why"));
    let made = with_plain_reading(made, compared, sides);
    let made = with_second_reading(event, made, compared, sides);
    with_questions_on_who(event, with_gaps(event, made, sides), sides)
}

/// The finding of a pair of which the higher figure is given for more than the lower.
pub(crate) fn scope(event: &Event, compared: &Compared<'_>) -> Finding {
    let pair = lower_first(compared);
    let made = finding(
        "unclear-scope",
        Verdict::Undetermined,
        [pair.0, pair.1],
        say(event, compared, "scope"),
    )
    .because(say(event, compared, "scope-why"))
    .reading(
        phrase("if-one-scope"),
        Verdict::Contradiction,
        phrase("if-one-scope-why"),
    )
    .reading(
        say(event, compared, "if-wider"),
        Verdict::ScopeDiffers,
        phrase("if-wider-why"),
    )
    .missing(pair.0, "scope")
    .missing(pair.1, "scope");
    with_questions(event, made, pair)
}

impl Sides {
    fn say(self, key: &str) -> Phrase {
        phrase(key)
            .claim("open", self.open)
            .claim("told", self.told)
    }
}

/// Of two that both leave it open, the one that says less.
fn sides(compared: &Compared<'_>) -> Sides {
    let said = |claim: &Claim| {
        let party = claim.population.as_ref();
        (
            party.is_some_and(|p| p.side.is_some()),
            party.is_some_and(|p| p.role.is_some()),
            party.is_some(),
        )
    };
    let (left, right) = (compared.pair.left, compared.pair.right);
    let (open, told) = if said(compared.left) < said(compared.right) {
        (left, right)
    } else {
        (right, left)
    };
    Sides { open, told }
}

/// The plain reading first: both count the same people.
fn with_plain_reading(made: Finding, compared: &Compared<'_>, sides: Sides) -> Finding {
    let when = sides.say("if-same");
    let (low, high) = lower_first(compared);
    if is_given_later(compared) && !is_order_assumed(compared) {
        return made.reading(when, Verdict::Superseded, phrase("if-same-later"));
    }
    let stated = |claim: &Claim| claim.quantity.as_ref().map(|q| q.stated);
    let both = stated(compared.left).zip(stated(compared.right));
    let Some((left, right)) = both.filter(|(left, right)| left.meets(right)) else {
        return made.reading(when, Verdict::Contradiction, phrase("if-same-differ"));
    };
    let say = |key: &str| phrase(key).claim("low", low).claim("high", high);
    let ratio = left
        .low
        .zip(right.low)
        .and_then(|(a, b)| a.max(b).ratio(a.min(b)));
    let why = match ratio {
        Some(ratio) => say("if-same-wide").number("ratio", ratio),
        None => say("if-same-above"),
    };
    made.reading(when, Verdict::Undetermined, why)
}

/// The other reading: the open figure counts both sides, where the other outlet gives a figure for each; else others.
fn with_second_reading(
    event: &Event,
    made: Finding,
    compared: &Compared<'_>,
    sides: Sides,
) -> Finding {
    let Some(other) = other_side(event, compared, sides.told) else {
        let when = sides.say("if-other");
        return made.reading(when, Verdict::ScopeDiffers, phrase("other-why"));
    };
    let read = |id: u32| {
        let quantity = event.claim(id).quantity.as_ref();
        quantity.map_or(Bounds::new(None, None), |q| q.interpreted)
    };
    let sum = read(sides.told).plus(&read(other));
    let (key, verdict) = if sum.meets(&read(sides.open)) {
        ("sum-fits", Verdict::Compatible)
    } else {
        ("sum-not", Verdict::Contradiction)
    };
    let why = phrase(key)
        .claim("first", sides.told)
        .claim("second", other)
        .claim("open", sides.open)
        .text("sum", in_words(&sum));
    let mut made = made.reading(sides.say("if-sum"), verdict, why);
    made.claims.push(other);
    made
}

/// The same outlet's figure for people who cannot be those of `told`.
fn other_side(event: &Event, compared: &Compared<'_>, told: u32) -> Option<u32> {
    let article = event.claim(told).article;
    let of_told = |pair: &Pair| match told {
        id if id == pair.left => Some(pair.right),
        id if id == pair.right => Some(pair.left),
        _ => None,
    };
    let is_side = |other: &u32| {
        let claim = event.claim(*other);
        // One man told of is no toll of a side.
        let several = |q: &rashomon_rule::Quantity| q.interpreted.low > Some(Decimal::ONE);
        claim.article == article
            && claim.polarity == Polarity::Affirmed
            && claim.quantity.as_ref().is_some_and(several)
    };
    let apart = compared
        .alignment
        .pairs
        .iter()
        .filter(|pair| pair.population == Extent::Disjoint && pair.predicate == Extent::Same);
    apart.filter_map(of_told).find(is_side)
}

fn with_gaps(event: &Event, mut made: Finding, sides: Sides) -> Finding {
    made = made.missing(sides.open, "population");
    for id in [sides.told, sides.open] {
        let claim = event.claim(id);
        if claim.as_of.as_ref().is_none_or(Period::is_assumed) && claim.time.is_none() {
            made = made.missing(id, "as-of");
        }
        if claim.nearest_source().is_none() {
            made = made.missing(id, "attribution");
        }
    }
    made
}

fn with_questions_on_who(event: &Event, made: Finding, sides: Sides) -> Finding {
    let ask = |key: &str, id: u32| ask(event, key, id);
    let article = |id: u32| event.claim(id).article;
    let made = made
        .ask_article(article(sides.open), ask("ask-who", sides.open))
        .ask_article(article(sides.told), ask("ask-told", sides.told));
    ask_sources(event, made, (sides.told, sides.open))
}

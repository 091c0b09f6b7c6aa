//! Findings where it is clear who is counted.

use rashomon_rule::prelude::*;

use crate::compare::{are_on_two_words, are_rivals};
use crate::figures::{has_bound, lower_first};
use crate::series::{is_given_later, is_order_assumed};
use crate::topic::Topic;

/// A floor, and a figure far above it.
pub(crate) fn wide(event: &Event, compared: &Compared<'_>) -> Finding {
    let (low, high) = lower_first(compared);
    let made = finding(
        "wide-gap",
        Verdict::Undetermined,
        [low, high],
        say(event, compared, "wide"),
    )
    .because(say(event, compared, "wide-why"))
    .missing(low, "as-of");
    with_questions(event, made, (low, high))
}

/// No figure satisfies both.
pub(crate) fn differ(topic: &Topic<'_>, compared: &Compared<'_>) -> Finding {
    let message = say(topic.event, compared, "differ");
    differ_as(topic, compared, code(compared), message)
}

/// Opposed sides give two figures: neither corrects the other, whichever comes later.
pub(crate) fn rivals(event: &Event, compared: &Compared<'_>) -> Finding {
    let ids = lower_first(compared);
    let said = say(event, compared, "differ");
    let made = finding("figures-differ", Verdict::Disputed, [ids.0, ids.1], said);
    // "At least 197" leaves room for 300.
    let figures = (compared.left.quantity.as_ref()).zip(compared.right.quantity.as_ref());
    let room = figures.is_some_and(|(a, b)| a.stated.meets(&b.stated));
    let why = if room {
        "wide-sources"
    } else {
        "differ-sources"
    };
    with_questions(event, made.because(say(event, compared, why)), ids)
}

/// Two figures of what has one for good: whoever is right, one of them is mistaken, or they are of two things.
pub(crate) fn stays(topic: &Topic<'_>, compared: &Compared<'_>) -> Finding {
    let event = topic.event;
    let (low, high) = lower_first(compared);
    let silent = |id: &u32| event.claim(*id).origin().is_none();
    let open = |missing| Grounds {
        verdict: Verdict::Undetermined,
        why: "stays-why",
        missing,
    };
    let parted = compared.pair.origin == Sameness::Different;
    let grounds = match reserve(compared) {
        _ if parted || are_on_two_words((compared.left, compared.right), topic.settings) => {
            certain(Verdict::Disputed, "differ-sources")
        }
        hedged if !hedged.is_empty() => open(hedged),
        _ => {
            // One word on both: it may have counted again.
            let both = [low, high].map(|id| (id, "as-of")).to_vec();
            let silent = [low, high].into_iter().filter(silent);
            let silent: Vec<_> = silent.map(|id| (id, "attribution")).collect();
            open(if silent.is_empty() { both } else { silent })
        }
    };
    let said = say(event, compared, "differ");
    let made = finding("figure-of-one", grounds.verdict, [low, high], said);
    let made = made.because(say(event, compared, grounds.why));
    let missing = grounds.missing.into_iter();
    let made = missing.fold(made, |made, (id, field)| made.missing(id, field));
    [low, high].into_iter().fold(made, |made, id| {
        let ask = phrase("ask-counted").claim("claim", id);
        made.ask_article(event.claim(id).article, ask)
    })
}

/// The same, under a code and in words of the caller's.
pub(crate) fn differ_as(
    topic: &Topic<'_>,
    compared: &Compared<'_>,
    code: &str,
    message: Phrase,
) -> Finding {
    let event = topic.event;
    let (low, high) = lower_first(compared);
    // What an army and the residents of a town say at one time is in dispute, whatever hour each speaks of.
    let opposed = are_rivals(compared, topic.settings);
    let grounds = match opposed && reserve(compared).is_empty() {
        true => certain(Verdict::Disputed, "differ-sources"),
        false => grounds(compared),
    };
    let made = finding(code, grounds.verdict, [low, high], message).because(say(
        event,
        compared,
        grounds.why,
    ));
    let made = grounds
        .missing
        .into_iter()
        .fold(made, |made, (id, field)| made.missing(id, field));
    with_questions(event, made, (low, high))
}

/// The strongest thing that can be said of figures that nothing explains.
fn code(compared: &Compared<'_>) -> &'static str {
    let ordered = matches!(compared.pair.as_of, Order::Before | Order::After);
    match () {
        () if compared.pair.origin == Sameness::Same => "one-source",
        () if has_bound(compared) => "bound-broken",
        // What another source counts corrects nothing.
        () if ordered && compared.pair.origin != Sameness::Different => "toll-falls",
        () => "figures-differ",
    }
}

/// What follows where no figure satisfies both, and what would have to be known.
struct Grounds {
    verdict: Verdict,
    why: &'static str,
    missing: Vec<(u32, &'static str)>,
}

/// A contradiction where both state it without reserve. Sources of their own dispute it; one source has misspoken, was
/// misquoted, or spoke twice; and a figure that falls may have been corrected.
fn grounds(compared: &Compared<'_>) -> Grounds {
    let ids = [compared.pair.left, compared.pair.right];
    let open = |why, missing| Grounds {
        verdict: Verdict::Undetermined,
        why,
        missing,
    };
    let one_moment = compared.pair.as_of == Order::Same && !is_order_assumed(compared);
    let ordered = matches!(compared.pair.as_of, Order::Before | Order::After);
    let reserve = reserve(compared);
    let guessed = reserve.iter().any(|(_, field)| *field == "population");
    match compared.pair.origin {
        Sameness::Same if one_moment && !guessed => {
            certain(Verdict::Contradiction, "differ-one-source")
        }
        Sameness::Same if one_moment => open("differ-one-source", reserve),
        Sameness::Same => open("differ-one-source", ids.map(|id| (id, "as-of")).to_vec()),
        Sameness::Different => certain(Verdict::Disputed, "differ-sources"),
        Sameness::Unknown if ordered && !is_given_later(compared) => {
            open("differ-falls", ids.map(|id| (id, "correction")).to_vec())
        }
        // Tolls move, and that both were given for one hour is only our guess: it may excuse, never accuse.
        Sameness::Unknown if reserve.is_empty() && is_order_assumed(compared) => {
            open("differ-moment", ids.map(|id| (id, "as-of")).to_vec())
        }
        Sameness::Unknown if reserve.is_empty() => certain(Verdict::Contradiction, "differ-why"),
        Sameness::Unknown => open("differ-hedged", reserve),
    }
}

fn certain(verdict: Verdict, why: &'static str) -> Grounds {
    Grounds {
        verdict,
        why,
        missing: Vec::new(),
    }
}

/// What keeps either claim from accusing: it is hedged, or whom it counts is our guess.
fn reserve(compared: &Compared<'_>) -> Vec<(u32, &'static str)> {
    let sides = [
        (compared.pair.left, compared.left),
        (compared.pair.right, compared.right),
    ];
    let mut found = Vec::new();
    for (id, claim) in sides {
        if claim.population.as_ref().is_some_and(Party::is_assumed) {
            found.push((id, "population"));
        }
        if claim.certainty > Certainty::Reported {
            found.push((id, "attribution"));
        }
    }
    found
}

/// A phrase with the topic and both figures.
pub(crate) fn say(event: &Event, compared: &Compared<'_>, key: &str) -> Phrase {
    let (low, high) = lower_first(compared);
    let made = phrase(key).text("topic", compared.alignment.topic.as_ref());
    counted(event, counted(event, made, "low", low), "high", high)
}

/// Puts in a figure as `{name}`, and as `{name_who}` whom it counts, in brackets.
pub(crate) fn counted(event: &Event, made: Phrase, name: &str, id: u32) -> Phrase {
    let claim = event.claim(id);
    let figure = figure_words(claim);
    let who = claim.population.as_ref().map_or("", |p| p.text.as_ref());
    let told = who.is_empty() || figure.to_lowercase().contains(&who.to_lowercase());
    let who = if told {
        String::new()
    } else {
        format!(" ({who})")
    };
    made.claim(name, id).text(&format!("{name}_who"), who)
}

/// The words of a figure, as the host has them in a sentence.
pub(crate) fn figure_words(claim: &Claim) -> &str {
    match &claim.quantity {
        Some(quantity) if quantity.stated.exact() == Some(Decimal::ZERO) => "none",
        Some(quantity) => &quantity.text,
        None => "",
    }
}

/// The question on a figure; of nobody another one than of somebody. Who names a source is not asked for it.
pub(crate) fn ask(event: &Event, key: &str, id: u32) -> Phrase {
    let claim = event.claim(id);
    let none = claim.exact() == Some(Decimal::ZERO);
    let sourced = claim
        .nearest_source()
        .is_some_and(|source| source.basis == Basis::Said);
    let key = match (none, sourced, key) {
        (true, true, _) => "ask-none-sourced",
        (true, false, _) => "ask-none",
        (false, true, "ask-told") => "ask-told-sourced",
        (false, ..) => key,
    };
    phrase(key).claim("claim", id)
}

/// "at least 47", "47", "47 to 50".
pub(crate) fn in_words(bounds: &Bounds) -> String {
    match (bounds.low, bounds.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "an open number".to_owned(),
    }
}

/// Asks the outlet of each claim where it has it from.
pub(crate) fn ask_told(event: &Event, made: Finding, claims: &[u32]) -> Finding {
    let asked = |made: Finding, id: &u32| {
        made.ask_article(event.claim(*id).article, ask(event, "ask-told", *id))
    };
    claims.iter().fold(made, asked)
}

/// Whom to ask: both outlets, and the sources that claims of both rest on.
pub(crate) fn with_questions(event: &Event, made: Finding, (low, high): (u32, u32)) -> Finding {
    let made = ask_told(event, made, &[low, high]);
    ask_sources(event, made, (low, high))
}

/// Asks monitors, agencies and officials whom both articles cite for such figures: who counted the homeless need not know of
/// the dead.
pub(crate) fn ask_sources(event: &Event, made: Finding, (low, high): (u32, u32)) -> Finding {
    let of = |id: u32| {
        let article = event.claim(id).article;
        let predicate = event.claim(id).predicate.as_ref();
        let like = move |c: &&Claim| c.article == article && c.predicate == predicate;
        let claims = event.claims.iter().filter(like);
        let sources = claims.flat_map(|c| &c.attribution);
        let named = sources.filter_map(|source| source.entity.as_deref());
        named.collect::<std::collections::BTreeSet<_>>()
    };
    let ask = || phrase("ask-source").claim("low", low).claim("high", high);
    of(low)
        .intersection(&of(high))
        .fold(made, |made, source| made.ask_source(source, ask()))
}

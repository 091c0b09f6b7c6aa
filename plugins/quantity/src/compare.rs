//! Figures for the same people.

use rashomon_rule::prelude::*;

use crate::Settings;

/// What the two figures of a pair amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// No figure satisfies both.
    Differ,
    /// A floor allows the other, which is far above it.
    Wide,
    /// The later figure is higher.
    Later,
    /// It is not clear whether they count the same people.
    UnclearWho,
}

/// The case of a pair; none where there is nothing to say.
pub(crate) fn case(compared: &Compared<'_>, settings: &Settings) -> Option<Case> {
    let (left, right) = bounds(compared)?;
    let apart = !left.meets(&right);
    let wide = is_wide(&left, &right, settings);
    if !apart && !wide {
        return None;
    }
    match compared.pair.population {
        Extent::Same if apart && is_later(compared) => Some(Case::Later),
        Extent::Same if apart => Some(Case::Differ),
        Extent::Same => Some(Case::Wide),
        Extent::Unknown | Extent::Overlap if !is_close(&left, &right, settings) => {
            unclear(compared)
        }
        _ => None,
    }
}

/// Both sides must at least name somebody: a bare number beside a named group is a question worth asking, two bare
/// numbers are the same kind of total.
fn unclear(compared: &Compared<'_>) -> Option<Case> {
    let (left, right) = bounds(compared)?;
    match (&compared.left.population, &compared.right.population) {
        (None, None) if !left.meets(&right) => Some(Case::Differ),
        (None, None) => Some(Case::Wide),
        _ => Some(Case::UnclearWho),
    }
}

/// Both figures as the profile reads them.
pub(crate) fn bounds(compared: &Compared<'_>) -> Option<(Bounds, Bounds)> {
    let read = |claim: &Claim| claim.quantity.as_ref().map(|q| q.interpreted);
    Some((read(compared.left)?, read(compared.right)?))
}

/// Is one open upwards and the other far above its floor?
fn is_wide(left: &Bounds, right: &Bounds, settings: &Settings) -> bool {
    let above = |floor: &Bounds, other: &Bounds| match (floor.low, floor.high, other.low) {
        (Some(low), None, Some(figure)) if other.high.is_some() => {
            figure.cmp_times(settings.wide_gap, low).is_ge() && figure > low
        }
        _ => false,
    };
    above(left, right) || above(right, left)
}

fn is_close(left: &Bounds, right: &Bounds, settings: &Settings) -> bool {
    let (Some(a), Some(b)) = (left.low, right.low) else {
        return true;
    };
    a.minus(b).is_some_and(|d| d.abs() <= settings.slack)
}

/// Is the higher figure given for the later moment? An assumed moment may excuse a difference.
fn is_later(compared: &Compared<'_>) -> bool {
    let low = |claim: &Claim| claim.quantity.as_ref().and_then(|q| q.interpreted.low);
    match compared.pair.as_of {
        Order::Before => low(compared.left) < low(compared.right),
        Order::After => low(compared.left) > low(compared.right),
        _ => false,
    }
}

/// The ids of a pair, the lower figure first.
pub(crate) fn lower_first(compared: &Compared<'_>) -> (u32, u32) {
    let low = |claim: &Claim| claim.quantity.as_ref().and_then(|q| q.interpreted.low);
    if low(compared.left) <= low(compared.right) {
        (compared.pair.left, compared.pair.right)
    } else {
        (compared.pair.right, compared.pair.left)
    }
}

/// The finding of a case in which it is clear who is counted.
pub(crate) fn finding(event: &Event, compared: &Compared<'_>, case: Case) -> Finding {
    let (low, high) = lower_first(compared);
    let say = |key: &str| {
        phrase(key)
            .text("topic", compared.alignment.topic.as_str())
            .claim("low", low)
            .claim("high", high)
    };
    let made = match case {
        Case::Later => rashomon_rule::prelude::finding(
            "later-figure",
            Verdict::Superseded,
            [high, low],
            say("later"),
        )
        .because(say("later-why")),
        Case::Wide => {
            let (open, other) = (low, high);
            let finding = rashomon_rule::prelude::finding(
                "wide-gap",
                Verdict::Undetermined,
                [open, other],
                say("wide"),
            )
            .because(say("wide-why"));
            with_questions(event, finding.missing(open, "as-of"), [open, other])
        }
        _ => differ(event, compared, say("differ"), &say),
    };
    made.conventions_of(event)
}

/// Contradiction where both state it of the same people; where both lean on sources of their own, the sources dispute it.
fn differ(
    event: &Event,
    compared: &Compared<'_>,
    message: Phrase,
    say: &dyn Fn(&str) -> Phrase,
) -> Finding {
    let (low, high) = lower_first(compared);
    let firm = [compared.left, compared.right].iter().all(|claim| {
        let told = claim.population.as_ref().is_none_or(|p| !p.is_assumed());
        told && claim.certainty <= Certainty::Reported
    });
    let sourced = compared.pair.origin == Sameness::Different;
    let (verdict, why) = match (firm, sourced) {
        (_, true) => (Verdict::Disputed, say("differ-sources")),
        (true, _) => (Verdict::Contradiction, say("differ-why")),
        _ => (Verdict::Undetermined, say("differ-why")),
    };
    let mut made = rashomon_rule::prelude::finding("figures-differ", verdict, [low, high], message)
        .because(why);
    if verdict == Verdict::Undetermined {
        made = made.missing(high, "attribution");
    }
    with_questions(event, made, [low, high])
}

/// Whom to ask: both outlets, and the sources that the claims of both rest on.
pub(crate) fn with_questions(event: &Event, mut finding: Finding, ids: [u32; 2]) -> Finding {
    for id in ids {
        finding = finding.ask_article(
            event.claim(id).article,
            phrase("ask-told").claim("claim", id),
        );
    }
    let [left, right] = ids;
    for source in shared_sources(event, event.claim(left).article, event.claim(right).article) {
        finding = finding.ask_source(
            &source,
            phrase("ask-source")
                .claim("left", left)
                .claim("right", right),
        );
    }
    finding
}

/// Monitors, agencies and officials that claims of both articles are attributed to.
pub(crate) fn shared_sources(event: &Event, left: u32, right: u32) -> Vec<String> {
    let of = |article: u32| {
        let claims = event.claims.iter().filter(move |c| c.article == article);
        claims
            .flat_map(|c| &c.attribution)
            .filter_map(|s| s.entity.clone())
            .collect::<std::collections::BTreeSet<_>>()
    };
    of(left).intersection(&of(right)).cloned().collect()
}

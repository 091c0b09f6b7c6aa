//! Findings on figures that differ for a reason that the texts or a convention give, and on slips.

use rashomon_rule::prelude::*;

use crate::compare::Case;
use crate::differ::{counted, figure_words, say, with_questions};
use crate::figures::lower_first;
use crate::topic::Topic;

/// What is said of a pair whose difference is explained.
pub(crate) fn explained(event: &Event, compared: &Compared<'_>, case: Case) -> Option<Finding> {
    let (code, verdict, key) = match case {
        Case::Vague => ("vague-figure", Verdict::Compatible, "vague"),
        Case::Rounded => ("vague-figure", Verdict::Compatible, "rounded"),
        Case::BoundMet => ("bound-broken", Verdict::Compatible, "bound-met"),
        Case::Attackers(_) => ("attackers-counted", Verdict::ScopeDiffers, "attackers"),
        Case::Dead(_) => ("dead-counted", Verdict::ScopeDiffers, "dead"),
        Case::Others(_) => ("others-counted", Verdict::ScopeDiffers, "others"),
        _ => return None,
    };
    let (low, high) = lower_first(compared);
    let why = phrase(&format!("{key}-why"));
    let why = why.claim("low", low).claim("high", high);
    let mut made = finding(code, verdict, [low, high], say(event, compared, "differ"));
    match case {
        Case::Attackers(third) | Case::Dead(third) | Case::Others(third) => {
            made.claims.push(third);
            Some(made.because(why.claim("third", third)))
        }
        Case::Vague => Some(made.because(why.text("line", line(compared)))),
        _ => Some(made.because(why)),
    }
}

/// The line of the profile that makes the room.
fn line<'a>(compared: &Compared<'a>) -> &'a str {
    let sides = [compared.left, compared.right].into_iter();
    let mut lines = sides.filter_map(|claim| claim.quantity.as_ref()?.convention.as_deref());
    lines.next().unwrap_or_default()
}

/// A later report that still gives what others had left behind.
pub(crate) fn stale(event: &Event, compared: &Compared<'_>, earlier: u32) -> Finding {
    let (low, high) = lower_first(compared);
    let message = phrase("stale").text("topic", compared.alignment.topic.as_ref());
    let message = counted(event, counted(event, message, "low", low), "high", high);
    let why = phrase("stale-why")
        .claim("low", low)
        .claim("earlier", earlier);
    let made = finding(
        "stale-figure",
        Verdict::Superseded,
        [low, high, earlier],
        message,
    );
    with_questions(event, made.because(why), (low, high))
}

/// One outlet has what two sources say, the other what one of them does.
pub(crate) fn rival(event: &Event, compared: &Compared<'_>, beside: u32) -> Finding {
    let (left, right) = (compared.pair.left, compared.pair.right);
    let tells_both = event.claim(beside).article;
    let (rival, only) = match event.claim(left).article == tells_both {
        true => (left, right),
        false => (right, left),
    };
    let message = phrase("rival").text("topic", compared.alignment.topic.as_ref());
    let message = message.claim("rival", rival).claim("only", only);
    let why = phrase("rival-why")
        .claim("rival", rival)
        .claim("beside", beside);
    finding(
        "rival-figure",
        Verdict::Disputed,
        [rival, beside, only],
        message,
    )
    .because(why)
    .ask_article(
        event.claim(only).article,
        phrase("rival-ask").claim("rival", rival),
    )
}

/// The digits of the one are those of the other, but for their order or number.
pub(crate) fn slip(event: &Event, compared: &Compared<'_>, code: &str) -> Finding {
    let (low, high) = lower_first(compared);
    let made = finding(
        code,
        Verdict::Undetermined,
        [low, high],
        say(event, compared, "differ"),
    )
    .because(phrase(&format!("{code}-why")))
    .missing(low, "correction")
    .missing(high, "correction");
    with_questions(event, made, (low, high))
}

/// More of a kind than there are in all.
pub(crate) fn part_exceeds(event: &Event, compared: &Compared<'_>) -> Finding {
    let (low, high) = lower_first(compared);
    let made = finding(
        "part-exceeds-whole",
        Verdict::Undetermined,
        [high, low],
        say(event, compared, "part-exceeds"),
    )
    .because(say(event, compared, "part-exceeds-why"))
    .missing(low, "as-of")
    .missing(high, "as-of");
    with_questions(event, made, (low, high))
}

/// A toll that rose in steps, the lowest first; the latest is cited first.
pub(crate) fn chain(topic: &Topic<'_>, steps: &[u32]) -> Option<Finding> {
    let (first, rest) = steps.split_first()?;
    let last = *rest.last()?;
    let event = topic.event;
    let words = |id: &u32| figure_words(event.claim(*id));
    let between: Vec<&str> = rest.iter().map(words).collect();
    let message = phrase("later").text("topic", topic.alignment.topic.as_ref());
    let message = counted(event, message, "low", *first)
        .text("steps", between.join(", then "))
        .claim("high", last);
    let claims = steps.iter().rev().copied();
    let made = finding("later-figure", Verdict::Superseded, claims, message);
    Some(made.because(phrase("later-why")))
}

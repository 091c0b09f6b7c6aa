//! What a claim comes to in a cell of the grid.

use rashomon_core::model::{Basis, Bounds, Claim, Form, Polarity, Quantity, Tally};

use super::clean::tidy;
use super::dates;
use super::memo::{Cited, Memo, NOT_SAID};
use super::words;
use super::wrap::shorten;

/// Columns a figure's own words may take.
const FIGURE_COLUMNS: usize = 40;

/// The value, where it stands, on whose word: `50 "believed" ¶5 source?`.
pub(super) fn cell(memo: &Memo<'_>, cited: &Cited<'_>) -> String {
    let value = value(cited.claim);
    format!(
        "{value} {} {}",
        cited.place(),
        memo.source_mark(cited.claim)
    )
}

fn value(claim: &Claim) -> String {
    let mut parts = Vec::new();
    if claim.polarity == Polarity::Denied {
        parts.push("denied:".to_owned());
    }
    parts.push(match &claim.quantity {
        Some(quantity) => figure(quantity),
        None => when(claim),
    });
    match (&claim.hedge, words::certainty(claim.certainty)) {
        (Some(hedge), _) => parts.push(format!("\"{}\"", shorten(&tidy(hedge), FIGURE_COLUMNS))),
        (None, Some(certainty)) => parts.push(format!("({certainty})")),
        (None, None) => {}
    }
    parts.join(" ")
}

/// For what happened, the value is when.
fn when(claim: &Claim) -> String {
    let Some(time) = &claim.time else {
        return "yes, undated".to_owned();
    };
    let mark = if time.basis == Basis::Said {
        ""
    } else {
        NOT_SAID
    };
    format!("{}{mark}", dates::brief(time))
}

/// The figure in the text's words; spelt from its bounds where there are none.
fn figure(quantity: &Quantity) -> String {
    let words = tidy(&quantity.text);
    let figure = if words.is_empty() {
        bounds(quantity.form, quantity.stated)
    } else {
        shorten(&words, FIGURE_COLUMNS)
    };
    match quantity.tally {
        Tally::Cumulative => format!("{figure} (running total)"),
        Tally::Incident | Tally::Unknown => figure,
    }
}

fn bounds(form: Form, bounds: Bounds) -> String {
    match (form, bounds.low, bounds.high) {
        (_, None, None) => "some".to_owned(),
        (Form::About, Some(low), _) => format!("about {low}"),
        (Form::MoreThan, Some(low), _) => format!("more than {low}"),
        (Form::LessThan, _, Some(high)) => format!("fewer than {high}"),
        (_, Some(low), None) => format!("at least {low}"),
        (_, None, Some(high)) => format!("at most {high}"),
        (_, Some(low), Some(high)) if low == high => low.to_string(),
        (_, Some(low), Some(high)) => format!("{low} to {high}"),
    }
}

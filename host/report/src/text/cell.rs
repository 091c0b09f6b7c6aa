//! What a claim comes to in a cell of the grid.

use rashomon_core::model::{Basis, Bounds, Claim, Decimal, Form, Polarity, Quantity, Tally};

use super::clean::tidy;
use super::dates;
use super::memo::{CORRECTED, Cited, Memo, NOT_SAID};
use super::words;
use super::wrap::{pad, shorten, width, wrap};

/// Columns of a short value: "at least 26", "Sun 19 Mar".
const VALUE_COLUMNS: usize = 11;

/// Columns a figure's own words may take.
const FIGURE_COLUMNS: usize = 40;

/// One claim in the grid.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// `50 "believed"`.
    pub(super) value: String,
    /// Where it stands and on whose word: "¶5 source?".
    pub(super) source: String,
}

impl Cell {
    /// A cell that is no claim.
    pub(super) fn bare(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            source: String::new(),
        }
    }

    pub(super) fn of(memo: &Memo<'_>, cited: &Cited<'_>) -> Self {
        if let Some((number, how)) = cited.claim.reckoned() {
            let how = shorten(&tidy(&how), 2 * FIGURE_COLUMNS);
            return Self {
                value: number,
                source: format!("{} {how}", cited.place()),
            };
        }
        let source = memo.source_mark(cited.claim);
        let source = source.strip_prefix("the ").unwrap_or(&source);
        let correction = cited.claim.correction.as_ref();
        let corrected =
            correction.is_some_and(|c| !c.by_hand && (c.by.is_some() || c.reason.is_some()));
        let mark = if corrected { CORRECTED } else { "" };
        Self {
            value: format!("{}{mark}", value(cited.claim)),
            source: format!("{} {source}", cited.place()),
        }
    }

    /// On one line.
    pub(super) fn line(&self) -> String {
        format!("{} {}", self.value, self.source)
            .trim_end()
            .to_owned()
    }

    /// Broken into a column. Short values leave the sources below each other; broken lines are set in, so that
    /// one claim is told from the next.
    pub(super) fn lines(&self, columns: usize) -> Vec<String> {
        let fits = width(&self.value) <= VALUE_COLUMNS && columns >= 2 * VALUE_COLUMNS;
        let (lead, text, indent) = if fits && !self.source.is_empty() {
            let lead = format!("{} ", pad(&self.value, VALUE_COLUMNS));
            (lead, self.source.clone(), VALUE_COLUMNS + 1)
        } else {
            (String::new(), self.line(), 0)
        };
        let mut lines = wrap(&text, columns - indent);
        let hang = if indent == 0 { 1 } else { indent };
        if indent == 0 && lines.len() > 1 {
            lines = wrap(&text, columns - hang);
        }
        for (at, line) in lines.iter_mut().enumerate() {
            let start = if at == 0 {
                lead.clone()
            } else {
                " ".repeat(hang)
            };
            line.insert_str(0, &start);
        }
        lines
    }
}

fn value(claim: &Claim) -> String {
    let mut parts = Vec::new();
    let doer = doer(claim).or_else(|| answer(claim));
    if claim.polarity == Polarity::Denied && doer.is_none() {
        parts.push("denied:".to_owned());
    }
    parts.push(match (&claim.quantity, doer) {
        (_, Some(doer)) => doer,
        (Some(quantity), None) => some_of(claim, figure(quantity)),
        (None, None) => when(claim),
    });
    match (&claim.hedge, words::certainty(claim.certainty)) {
        (Some(hedge), _) => parts.push(format!("\"{}\"", shorten(&tidy(hedge), FIGURE_COLUMNS))),
        (None, Some(certainty)) => parts.push(format!("({certainty})")),
        (None, None) => {}
    }
    parts.join(" ")
}

/// Of who did it the value is who, never a bare "yes" beside the name of whoever says so.
fn doer(claim: &Claim) -> Option<String> {
    let denied = claim.polarity == Polarity::Denied;
    let who = claim
        .agent
        .as_ref()
        .map(|agent| shorten(&tidy(&agent.text), FIGURE_COLUMNS));
    let not = |who: String| format!("not {who}");
    match claim.predicate.as_str() {
        "blamed" | "claimed-responsibility" if !denied => who,
        "blamed" | "claimed-responsibility" => Some(who.map_or_else(|| "nobody".to_owned(), not)),
        "denied-responsibility" if !denied => who.map(|who| format!("{who} denies it")),
        _ => None,
    }
}

/// A figure that counts only some of those it befell says so: "7 others", "two Polish nationals". Of a kind
/// that has a row of its own ("nine children") the row says it.
fn some_of(claim: &Claim, figure: String) -> String {
    let who = claim.population.as_ref();
    let words = who.map_or("", |who| who.text.as_str());
    let lower = figure.to_lowercase();
    let of_people = who.is_none_or(|who| who.role.as_deref().is_none_or(|r| r == "person"));
    let low = claim.quantity.as_ref().and_then(|q| q.stated.low);
    let several = low.is_some_and(|low| low > Decimal::from(1));
    match claim.attributes.get("portion").map(String::as_str) {
        Some("others") if !lower.contains("other") => format!("{figure} others"),
        Some("part") if several && of_people => {
            let named = words.is_empty() || lower.contains(&words.to_lowercase());
            // "12 of them" says no more than the figure does.
            let again = words.to_lowercase().starts_with(&lower);
            let plain = named || again || words.starts_with("the ");
            match plain {
                true => format!("{figure} (some of them)"),
                false => format!("{figure} {}", shorten(&tidy(words), FIGURE_COLUMNS)),
            }
        }
        _ => figure,
    }
}

/// Of a cause, a charge, a motive, a manner or a condition the value is which.
fn answer(claim: &Claim) -> Option<String> {
    let questions = [
        "caused-by",
        "charged",
        "convicted",
        "motive",
        "manner",
        "condition",
    ];
    let asked = questions.contains(&claim.predicate.as_str());
    let denied = claim.polarity == Polarity::Denied;
    let which = claim.object.as_ref();
    let which = which.map(|object| shorten(&tidy(&object.text).to_lowercase(), FIGURE_COLUMNS));
    asked.then(|| match (which, denied) {
        (Some(which), false) => which,
        (Some(which), true) => format!("not {which}"),
        (None, _) if claim.predicate == "motive" => "not known".to_owned(),
        (None, _) => "none".to_owned(),
    })
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

//! The parts of a claim: figures, parties, times, sources.

use rashomon_core::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Misfit;
use crate::value::{Moment, Number};
use crate::words::{Basis, Form, Tally};

/// A half-open range of bytes of the article's text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Range {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A figure as the words give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// The words: "at least 26", "a soldier".
    pub text: String,
    /// Smallest value of the literal reading; null: unbounded.
    pub low: Option<Number>,
    /// Largest value of the literal reading; null: unbounded.
    pub high: Option<Number>,
    /// The form of the figure.
    pub form: Form,
    /// What is counted: "person", "home", "vehicle"; of a sum its currency, "dollar"; of another measure its predicate,
    /// "magnitude".
    pub unit: String,
    /// What the figure sums up.
    #[serde(default)]
    pub tally: Tally,
    /// Where the words stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Range>,
    /// In a report: the figure as the chosen profile of conventions reads it. Ignored in a claims file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreted: Option<Interpreted>,
}

/// A figure as the chosen profile of conventions reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Interpreted {
    /// Smallest value; null: unbounded.
    pub low: Option<Number>,
    /// Largest value; null: unbounded.
    pub high: Option<Number>,
    /// The line of conventions.toml that was applied; null: none, and the reading is the literal one.
    pub convention: Option<String>,
}

/// A person, group, thing or place as the text calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// The words.
    pub text: String,
    /// The lexicon's id, or one made of the words; equal ids are one referent.
    pub entity: Option<String>,
    /// The side it belongs to.
    pub side: Option<String>,
    /// "combatant", "civilian", "child", ….
    pub role: Option<String>,
    /// How it was come by.
    #[serde(default)]
    pub basis: Basis,
    /// Where the words stand, if they stand in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Range>,
}

/// A stretch of local civil time. Both ends belong to it; null: open on that side, or, on both, not resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// The words: "over the weekend".
    #[serde(default)]
    pub text: String,
    /// The first day or minute.
    pub start: Option<Moment>,
    /// The last day or minute.
    pub end: Option<Moment>,
    /// How it was come by.
    #[serde(default)]
    pub basis: Basis,
    /// Where the words stand, if they stand in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Range>,
}

/// Who said so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The words: "a hospital official".
    #[serde(rename = "source")]
    pub text: String,
    /// The lexicon's id, or one made of the words.
    pub entity: Option<String>,
    /// "official", "military", "monitor", "agency", "medic", "witness", "unnamed", "media", "party", "person"; "unresolved"
    /// where the text tells only that somebody speaks ("he said").
    #[serde(default)]
    pub kind: String,
    /// "said", "according to".
    #[serde(default)]
    pub cue: String,
    /// How it was come by.
    #[serde(default)]
    pub basis: Basis,
    /// Where the words stand, if they stand in the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Range>,
    /// Where the cue stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue_at: Option<Range>,
}

impl From<model::Span> for Range {
    fn from(span: model::Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
        }
    }
}

impl Range {
    /// The span, if it lies in `text` on character boundaries.
    pub(crate) fn into_model(self, text: &str) -> Result<model::Span, Misfit> {
        if text.get(self.start..self.end).is_some() {
            return Ok(model::Span::new(self.start, self.end));
        }
        let message = if self.start > self.end {
            format!("{}..{} ends before it starts", self.start, self.end)
        } else if self.end > text.len() {
            let (end, len) = (self.end, text.len());
            format!("byte {end} lies behind the text, which has {len} bytes")
        } else {
            format!(
                "{}..{} cuts a character in two: positions count bytes, not characters",
                self.start, self.end
            )
        };
        Err(Misfit::new("start", message))
    }
}

/// An optional range, checked; `key` is its name in the document.
fn span(at: Option<Range>, key: &str, text: &str) -> Result<Option<model::Span>, Misfit> {
    at.map(|range| range.into_model(text).map_err(|misfit| misfit.within(key)))
        .transpose()
}

impl From<&model::Quantity> for Quantity {
    fn from(quantity: &model::Quantity) -> Self {
        Self {
            text: quantity.text.clone(),
            low: quantity.stated.low.map(Number),
            high: quantity.stated.high.map(Number),
            form: quantity.form.into(),
            unit: quantity.unit.clone(),
            tally: quantity.tally.into(),
            at: quantity.span.map(Range::from),
            interpreted: None,
        }
    }
}

impl Quantity {
    /// The figure with the profile's reading of it, as reports have it.
    pub fn interpreted(quantity: &model::Quantity) -> Self {
        let interpreted = Interpreted {
            low: quantity.interpreted.low.map(Number),
            high: quantity.interpreted.high.map(Number),
            convention: quantity.convention.clone(),
        };
        Self {
            interpreted: Some(interpreted),
            ..Self::from(quantity)
        }
    }

    /// The model's figure, not yet interpreted.
    pub(crate) fn into_model(self, text: &str) -> Result<model::Quantity, Misfit> {
        let stated = model::Bounds {
            low: self.low.map(|n| n.0),
            high: self.high.map(|n| n.0),
        };
        if let (Some(low), Some(high)) = (stated.low, stated.high)
            && low > high
        {
            let message = format!("{low} is more than the `high` of {high}");
            return Err(Misfit::new("low", message));
        }
        let span = span(self.at, "at", text)?;
        let tally = self.tally.into();
        Ok(model::Quantity {
            span,
            tally,
            ..model::Quantity::stated(self.text, self.form.into(), stated, self.unit)
        })
    }
}

impl From<&model::Party> for Party {
    fn from(party: &model::Party) -> Self {
        Self {
            text: party.text.clone(),
            entity: party.entity.clone(),
            side: party.side.clone(),
            role: party.role.clone(),
            basis: party.basis.into(),
            at: party.span.map(Range::from),
        }
    }
}

impl Party {
    pub(crate) fn into_model(self, text: &str) -> Result<model::Party, Misfit> {
        Ok(model::Party {
            span: span(self.at, "at", text)?,
            text: self.text,
            entity: self.entity,
            side: self.side,
            role: self.role,
            basis: self.basis.into(),
        })
    }
}

impl From<&model::Period> for Period {
    fn from(period: &model::Period) -> Self {
        let (start, end) = ends(period);
        Self {
            text: period.text.clone(),
            start,
            end,
            basis: period.basis.into(),
            at: period.span.map(Range::from),
        }
    }
}

/// First and last day where days say all of it, else first and last minute. An empty period is written as the
/// shortest one that can be read again.
pub(crate) fn ends(period: &model::Period) -> (Option<Moment>, Option<Moment>) {
    if period.is_whole_days() {
        let first = period.first_day();
        let last = period
            .last_day()
            .max(first.filter(|_| period.end.is_some()));
        return (first.map(Moment::Day), last.map(Moment::Day));
    }
    let first = period.first_moment();
    let last = period
        .end_moment()
        .map(|end| end.saturating_sub(jiff::Span::new().minutes(1)));
    let last = last.max(first.filter(|_| last.is_some()));
    (first.map(Moment::Minute), last.map(Moment::Minute))
}

impl Period {
    pub(crate) fn into_model(self, text: &str) -> Result<model::Period, Misfit> {
        let (start, end) = (self.start.map(Moment::start), self.end.map(Moment::end));
        if let (Some(start), Some(end)) = (start, end)
            && end <= start
        {
            return Err(Misfit::new("end", "lies before `start`"));
        }
        let at = span(self.at, "at", text)?;
        let period = model::Period::between(self.text, start, end, self.basis.into());
        for (key, given, kept) in [
            ("start", start.is_some(), period.start.is_some()),
            ("end", end.is_some(), period.end.is_some()),
        ] {
            if given && !kept {
                return Err(Misfit::new(key, "lies too many centuries away"));
            }
        }
        Ok(model::Period { span: at, ..period })
    }
}

impl From<&model::Source> for Source {
    fn from(source: &model::Source) -> Self {
        Self {
            text: source.text.clone(),
            entity: source.entity.clone(),
            kind: source.kind.clone(),
            cue: source.cue.clone(),
            basis: source.basis.into(),
            at: source.span.map(Range::from),
            cue_at: source.cue_span.map(Range::from),
        }
    }
}

impl Source {
    pub(crate) fn into_model(self, text: &str) -> Result<model::Source, Misfit> {
        Ok(model::Source {
            span: span(self.at, "at", text)?,
            cue_span: span(self.cue_at, "cue_at", text)?,
            text: self.text,
            entity: self.entity,
            kind: self.kind,
            cue: self.cue,
            basis: self.basis.into(),
        })
    }
}

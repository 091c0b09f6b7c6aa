//! From the cases of the model to those of the contract, one for one.

use rashomon_core::model::{
    Basis, Bounds, Certainty, Decimal, Extent, Form, Order, Polarity, Tally,
};

use crate::bindings::types as wit;

pub(crate) fn extent(extent: Extent) -> wit::Extent {
    match extent {
        Extent::Same => wit::Extent::Same,
        Extent::Subset => wit::Extent::Subset,
        Extent::Superset => wit::Extent::Superset,
        Extent::Overlap => wit::Extent::Overlap,
        Extent::Disjoint => wit::Extent::Disjoint,
        Extent::Unknown => wit::Extent::Unknown,
    }
}

pub(crate) fn bounds(bounds: Bounds) -> wit::Bounds {
    wit::Bounds {
        low: bounds.low.map(decimal),
        high: bounds.high.map(decimal),
    }
}

pub(crate) fn decimal(decimal: Decimal) -> wit::Decimal {
    wit::Decimal {
        units: decimal.units(),
        scale: decimal.scale(),
    }
}

pub(crate) fn basis(basis: Basis) -> wit::Basis {
    match basis {
        Basis::Said => wit::Basis::Said,
        Basis::Implied => wit::Basis::Implied,
        Basis::Assumed => wit::Basis::Assumed,
    }
}

pub(crate) fn form(form: Form) -> wit::Form {
    match form {
        Form::Exact => wit::Form::Exact,
        Form::AtLeast => wit::Form::AtLeast,
        Form::MoreThan => wit::Form::MoreThan,
        Form::AtMost => wit::Form::AtMost,
        Form::LessThan => wit::Form::LessThan,
        Form::About => wit::Form::About,
        Form::Range => wit::Form::Range,
        Form::Vague => wit::Form::Vague,
    }
}

pub(crate) fn polarity(polarity: Polarity) -> wit::Polarity {
    match polarity {
        Polarity::Affirmed => wit::Polarity::Affirmed,
        Polarity::Denied => wit::Polarity::Denied,
    }
}

pub(crate) fn certainty(certainty: Certainty) -> wit::Certainty {
    match certainty {
        Certainty::Fact => wit::Certainty::Fact,
        Certainty::Reported => wit::Certainty::Reported,
        Certainty::Claimed => wit::Certainty::Claimed,
        Certainty::Accused => wit::Certainty::Accused,
        Certainty::Suspected => wit::Certainty::Suspected,
        Certainty::Possible => wit::Certainty::Possible,
    }
}

pub(crate) fn tally(tally: Tally) -> wit::Tally {
    match tally {
        Tally::Incident => wit::Tally::Incident,
        Tally::Cumulative => wit::Tally::Cumulative,
        Tally::Unknown => wit::Tally::Unknown,
    }
}

pub(crate) fn order(order: Order) -> wit::Order {
    match order {
        Order::Same => wit::Order::Same,
        Order::Within => wit::Order::Within,
        Order::Contains => wit::Order::Contains,
        Order::Overlap => wit::Order::Overlap,
        Order::Before => wit::Order::Before,
        Order::After => wit::Order::After,
        Order::Unknown => wit::Order::Unknown,
    }
}

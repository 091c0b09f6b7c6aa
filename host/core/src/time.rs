//! stub
use crate::model::Period; use crate::text::Doc; use std::ops::Range; use jiff::civil::Date;
pub(crate) struct Anchor { pub(crate) published: Option<Date>, pub(crate) not_before: Option<Date> }
pub(crate) struct TimeMention { pub(crate) tokens: Range<usize>, pub(crate) period: Period }
impl TimeMention { pub(crate) fn is_point(&self)->bool{true} pub(crate) fn is_relative(&self)->bool{true} }
pub(crate) fn time_mentions(_: &Doc<'_>, _: &Anchor) -> Vec<TimeMention> { Vec::new() }

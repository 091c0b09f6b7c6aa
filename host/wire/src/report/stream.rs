//! The report written as it is made: an item of a list is made, written and dropped before the next, so that the document
//! of a large run is never in memory.

use std::io::{self, Write};

use rashomon_core::model;
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Failure, Names, Notice, RuleInUse, SCHEMA, article, summary};
use crate::claim::Claim;

/// Writes the report as a JSON document, laid out for reading, with a line end: the same bytes as
/// [`write`](super::write).
///
/// # Errors
///
/// `out` could not be written to.
pub fn write_to(report: &model::Report, mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, &Whole(Names(report))).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// The document, field by field as [`Document`](super::Document) has them.
struct Whole<'a>(Names<'a>);

/// A list that is made while it is written.
struct Each<F>(F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = self.0;
        let report = names.0;
        let claims = || {
            let readings = report.readings.iter();
            readings.flat_map(|r| r.claims.iter().map(move |claim| Claim::reported(claim, r)))
        };
        let total = report.readings.iter().map(|r| r.claims.len()).sum();
        let mut document = serializer.serialize_struct("Document", 12)?;
        document.serialize_field("schema", SCHEMA)?;
        document.serialize_field("rules", &Each(|| report.rules.iter().map(RuleInUse::from)))?;
        document.serialize_field("articles", &Each(|| report.readings.iter().map(article)))?;
        document.serialize_field(
            "events",
            &Each(|| report.events.iter().map(|e| names.event(e))),
        )?;
        document.serialize_field("claims", &Each(claims))?;
        document.serialize_field("alignments", &Each(|| names.alignments()))?;
        document.serialize_field("profile", &report.profile)?;
        document.serialize_field("packs", &report.packs)?;
        let findings = || report.findings.iter().map(|f| names.finding(f));
        document.serialize_field("findings", &Each(findings))?;
        document.serialize_field(
            "failures",
            &Each(|| report.failures.iter().map(Failure::from)),
        )?;
        document.serialize_field("notices", &Each(|| report.notices.iter().map(Notice::from)))?;
        document.serialize_field("summary", &summary(report, total))?;
        document.end()
    }
}

//! The memo a fact-checking desk reads: plain text of 80 columns.
//!
//! One memo for each event that several articles are mainly about or that has findings, the most pressing first;
//! then what concerns the whole run. Text of an article never reaches the page with a control character in it.

mod cell;
mod clean;
mod dates;
mod explain;
mod finding;
mod gaps;
mod grid;
mod groups;
mod header;
mod memo;
mod names;
mod page;
mod quote;
mod rest;
mod rows;
#[cfg(test)]
mod tests;
mod words;
mod wrap;

use std::collections::{BTreeMap, BTreeSet};

use rashomon_core::model::{Finding, Report};

pub use explain::explain;
use memo::Memo;
use page::Page;

/// What may be chosen about the memo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextOptions {
    /// Headings in the colour of their severity, with ANSI escape sequences.
    pub color: bool,
    /// All spellings and labels of an entity, in full, instead of one line that says that they differ.
    pub names: bool,
    /// All notices, instead of the first few.
    pub notices: bool,
}

/// The report as a memo of 80 columns that ends in a line feed.
pub fn render(report: &Report, options: &TextOptions) -> String {
    let mut page = Page::new(options.color);
    rest::warning(&mut page, report);
    if report.readings.is_empty() {
        page.flow(
            "",
            "No articles. Nothing was read, so nothing was compared.",
        );
    } else if report.events.is_empty() {
        page.flow(
            "",
            "No events: no article reports anything that could be compared.",
        );
    }
    let memos = memos(report);
    for (at, memo) in memos.values().enumerate() {
        if at > 0 {
            page.blank();
            page.rule();
        }
        write(&mut page, memo, options);
    }
    let shown: BTreeSet<usize> = memos.keys().map(|(_, event)| *event).collect();
    rest::write(&mut page, report, &shown, options.notices);
    page.finish()
}

/// The events that deserve a memo, by their first finding (findings stand in order of urgency), then as they come.
fn memos(report: &Report) -> BTreeMap<(usize, usize), Memo<'_>> {
    let mut findings: BTreeMap<usize, (usize, Vec<&Finding>)> = BTreeMap::new();
    for (at, finding) in report.findings.iter().enumerate() {
        let of_event = findings.entry(finding.event).or_insert((at, Vec::new()));
        of_event.1.push(finding);
    }
    let mut memos = BTreeMap::new();
    for (at, event) in report.events.iter().enumerate() {
        let (first, findings) = findings.remove(&at).unwrap_or((usize::MAX, Vec::new()));
        if !findings.is_empty() || event.main_of.len() > 1 {
            memos.insert((first, at), Memo::new(report, event, findings));
        }
    }
    memos
}

fn write(page: &mut Page, memo: &Memo<'_>, options: &TextOptions) {
    header::write(page, memo);
    grid::write(page, memo);
    let shown = finding::write(page, memo);
    page.blank();
    gaps::write(page, memo);
    names::write(page, memo, options.names);
    gaps::not_compared(page, memo);
    page.flow("", &closing(&shown));
}

/// What the memo is not, and of each item the rule, by which packs and `--only` name it, and the id to refer to it by.
fn closing(shown: &[&Finding]) -> String {
    let items = shown.iter().enumerate();
    let items = items.map(|(at, found)| format!("item {} = {} {}", at + 1, found.rule, found.id));
    let items: Vec<String> = items.collect();
    let says = "Reports what articles say, not who is right.";
    if items.is_empty() {
        return says.to_owned();
    }
    format!("{says} For reference: {}.", items.join(", "))
}

//! What concerns the whole run: rules that failed, articles that stand alone, notices.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_core::model::{Notice, Reading, Report};

use super::clean::tidy;
use super::dates;
use super::page::{Page, Tone};
use super::words::{self, count, unslug};
use super::wrap::shorten;

/// Lines of each list; the rest is counted.
const MAX_ALONE: usize = 40;
const MAX_NOTICES: usize = 5;
const MAX_UNREAD: usize = 40;
const MAX_FAILURES: usize = 20;

/// Kinds of notice that say that something was not read: those come first, and only very many of them are cut.
const UNREAD: [&str; 3] = ["not-read", "partly-read", "unreadable-article"];

/// Columns of a name in a list.
const NAME: usize = 28;

/// Says at the top that the report is incomplete.
pub(super) fn warning(page: &mut Page, report: &Report) {
    if report.failures.is_empty() {
        return;
    }
    let rules: BTreeSet<&str> = report.failures.iter().map(|f| f.rule.as_str()).collect();
    let names: Vec<String> = rules.iter().map(|rule| tidy(rule)).collect();
    let text = format!(
        "INCOMPLETE: {} failed ({})",
        count(rules.len(), "rule"),
        names.join(", ")
    );
    page.heading(&text, Tone::Alarm);
    page.flow(
        "",
        "What these rules look for may have gone unseen. Details at the end.",
    );
    page.blank();
}

/// Writes the closing section; `shown` are the events that have a memo, `all_notices` lists every notice.
pub(super) fn write(page: &mut Page, report: &Report, shown: &BTreeSet<usize>, all_notices: bool) {
    alone(page, report, shown);
    failures(page, report);
    notices(page, report, all_notices);
    page.blank();
    let packs: Vec<String> = report.packs.iter().map(|pack| tidy(pack)).collect();
    let rules = count(report.rules.len(), "rule");
    let packs = if packs.is_empty() {
        "none".to_owned()
    } else {
        packs.join(", ")
    };
    let used = format!(
        "{rules}; profile {}; packs: {packs}.",
        tidy(&report.profile)
    );
    page.flow("", &format!("{}; {used}", articles(&report.readings)));
}

/// How many articles were read, and of how many nothing is known but that they are there (another language, a scan).
fn articles(readings: &[Reading]) -> String {
    let unread = readings
        .iter()
        .filter(|reading| reading.is_unread())
        .count();
    let read = format!("{} read", count(readings.len() - unread, "article"));
    match unread {
        0 => read,
        unread => format!("{read}, {unread} not"),
    }
}

/// One line for every article whose main event has no memo.
fn alone(page: &mut Page, report: &Report, shown: &BTreeSet<usize>) {
    let mut main: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, event) in report.events.iter().enumerate() {
        for article in &event.main_of {
            main.entry(*article).or_insert(at);
        }
    }
    let is_alone = |at: &usize| main.get(at).is_none_or(|event| !shown.contains(event));
    let alone: Vec<usize> = (0..report.readings.len()).filter(is_alone).collect();
    if alone.is_empty() {
        return;
    }
    page.blank();
    page.heading("OTHER EVENTS", Tone::Plain);
    page.flow(
        "",
        "Each of these articles stands alone: no other was found on its main event.",
    );
    for at in alone.iter().take(MAX_ALONE) {
        let outlet = shorten(&tidy(&report.readings[*at].article.outlet), NAME);
        let event = main.get(at).and_then(|event| report.events.get(*event));
        let about = event.map_or("no event found in it".to_owned(), |event| {
            about(&tidy(&event.title), event)
        });
        page.flow(&format!(" {outlet}: "), &shorten(&about, 2 * NAME));
    }
    if alone.len() > MAX_ALONE {
        page.line(&format!(" and {} more", alone.len() - MAX_ALONE));
    }
}

fn about(title: &str, event: &rashomon_core::model::Event) -> String {
    match &event.time {
        Some(time) if !dates::year(time).is_some_and(|year| title.contains(&year)) => {
            format!("{title}, {}", dates::period(time))
        }
        _ => title.to_owned(),
    }
}

fn failures(page: &mut Page, report: &Report) {
    if report.failures.is_empty() {
        return;
    }
    page.blank();
    page.heading("RULES THAT FAILED", Tone::Alarm);
    for failure in report.failures.iter().take(MAX_FAILURES) {
        let event = failure.event.as_ref();
        let event = event
            .map(|id| format!(" on event {}", tidy(id)))
            .unwrap_or_default();
        let what = words::failure(failure.kind);
        let message = tidy(&failure.message);
        let rule = tidy(&failure.rule);
        page.flow("  - ", &format!("{rule} {what}{event}: {message}"));
    }
    if report.failures.len() > MAX_FAILURES {
        page.line(&format!(
            "  and {} more",
            report.failures.len() - MAX_FAILURES
        ));
    }
}

fn notices(page: &mut Page, report: &Report, all: bool) {
    if report.notices.is_empty() {
        return;
    }
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for notice in &report.notices {
        *kinds.entry(notice.code.as_str()).or_default() += 1;
    }
    let kinds = kinds
        .iter()
        .map(|(code, n)| format!("{n} {}", unslug(&tidy(code))));
    page.blank();
    page.heading("NOT UNDERSTOOD", Tone::Plain);
    let number = count(report.notices.len(), "notice");
    page.flow(
        "",
        &format!("{number}: {}.", kinds.collect::<Vec<_>>().join(", ")),
    );
    let unread = |notice: &&Notice| UNREAD.contains(&notice.code.as_str());
    let (first, rest): (Vec<&Notice>, Vec<&Notice>) = report.notices.iter().partition(unread);
    let most = |most: usize| if all { usize::MAX } else { most };
    let first = &first[..first.len().min(most(MAX_UNREAD))];
    let rest = &rest[..rest.len().min(most(MAX_NOTICES))];
    for notice in first.iter().chain(rest) {
        let about = notice
            .article
            .as_ref()
            .map(|id| format!("{}: ", shorten(&tidy(id), NAME)));
        page.flow(
            "  - ",
            &format!("{}{}", about.unwrap_or_default(), tidy(&notice.message)),
        );
    }
    let shown = first.len() + rest.len();
    if report.notices.len() > shown {
        let more = report.notices.len() - shown;
        page.line(&format!("  and {more} more: list with --notices"));
    }
}

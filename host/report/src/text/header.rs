//! The head of a memo: what it is about, which articles, why they belong together, and what came of it.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_core::model::{Finding, Origin, Severity, Verdict};

use super::clean::tidy;
use super::dates;
use super::gaps;
use super::memo::Memo;
use super::page::{Page, Tone, WIDTH};
use super::words::{count, list, unslug};
use super::wrap::{pad, shorten, width};

const NOT_CHECKED: &str = "MACHINE READING, NOT CHECKED BY A PERSON";

/// Columns of an outlet's name in the key of letters.
const OUTLET_COLUMNS: usize = 28;

/// Reasons for joining articles that are worth a reader's time.
const MAX_REASONS: usize = 8;

/// From this part of a text on, in percent, a copy repeats it as a whole.
const NEARLY_ALL: u8 = 90;

/// Letters spelt out where a sentence lists articles.
const MAX_LETTERS: usize = 8;

/// Writes the head.
pub(super) fn write(page: &mut Page, memo: &Memo<'_>) {
    let left = pad("COMPARISON MEMO", WIDTH - width(NOT_CHECKED));
    page.heading(&format!("{left}{NOT_CHECKED}"), Tone::Plain);
    page.flow("", &title(memo));
    page.blank();
    key(page, memo);
    reasons(page, memo);
    for origin in &memo.event.origins {
        page.flow("", &shared_origin(memo, origin));
    }
    copies(page, memo);
    citing(page, memo);
    page.blank();
    page.flow("", &summary(memo));
}

/// The event's title, with day and place where it does not tell them itself.
fn title(memo: &Memo<'_>) -> String {
    let mut title = tidy(&memo.event.title);
    if title.is_empty() {
        title = format!("Event {}", memo.event.id);
    }
    let place = memo.event.place.as_ref().map(|place| tidy(&place.text));
    if let Some(place) = place.filter(|p| !contains(&title, p)) {
        title = format!("{title} ({place})");
    }
    match &memo.event.time {
        Some(time) if !dates::year(time).is_some_and(|year| title.contains(&year)) => {
            format!("{title}, {}", dates::period(time))
        }
        _ => title,
    }
}

fn contains(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

/// One line an article. None is left out: every letter used below is explained here.
fn key(page: &mut Page, memo: &Memo<'_>) {
    let outlet = |outlet: &str| shorten(&tidy(outlet), OUTLET_COLUMNS);
    let names = memo
        .articles()
        .map(|(_, r)| width(&outlet(&r.article.outlet)));
    let columns = names.max().unwrap_or(0);
    let letters = memo
        .articles()
        .map(|(letter, _)| width(letter))
        .max()
        .unwrap_or(1);
    let mut seen = std::collections::BTreeMap::new();
    for (_, reading) in memo.articles() {
        *seen
            .entry(reading.article.outlet.as_str())
            .or_insert(0_usize) += 1;
    }
    for (letter, reading) in memo.articles() {
        let article = &reading.article;
        let lead = format!(
            " {}  {}  ",
            pad(letter, letters),
            pad(&outlet(&article.outlet), columns)
        );
        let mut when = dates::published(article);
        if seen.get(article.outlet.as_str()).is_some_and(|n| *n > 1) {
            when = format!("{when} ({})", tidy(&article.id));
        }
        page.flow(&lead, &when);
    }
}

fn reasons(page: &mut Page, memo: &Memo<'_>) {
    let because = &memo.event.because;
    if because.is_empty() {
        return;
    }
    let mut reasons: Vec<String> = because.iter().take(MAX_REASONS).map(|b| tidy(b)).collect();
    if because.len() > MAX_REASONS {
        reasons.push(format!("and {} more", because.len() - MAX_REASONS));
    }
    page.flow("", &format!("Same event because: {}.", reasons.join(", ")));
}

/// A source that several articles draw on makes one source of them.
fn shared_origin(memo: &Memo<'_>, origin: &Origin) -> String {
    let letters = memo.letters(&origin.articles);
    let all = letters.len() == memo.event.articles.len();
    let name = match tidy(&origin.name) {
        name if name.is_empty() => unslug(&tidy(&origin.entity)),
        name => name,
    };
    let who = some_letters(&letters);
    match letters.len() {
        0 | 1 => format!(
            "{} draws on {name}.",
            letters.first().unwrap_or(&"One article")
        ),
        2 if all => format!("Both draw on {name}: where {who} agree, do not count two sources."),
        2 => format!("{who} draw on {name}: where they agree, do not count two sources."),
        3 if all => {
            format!("All three draw on {name}: where they agree, do not count three sources.")
        }
        n if all => format!("All {n} draw on {name}: where they agree, do not count {n} sources."),
        n if n <= MAX_LETTERS => {
            format!("{who} draw on {name}: where they agree, do not count {n} sources.")
        }
        n => format!(
            "{n} of {} articles ({who}) draw on {name}: where they agree, do not count {n} sources.",
            memo.event.articles.len()
        ),
    }
}

/// One line for every text that others repeat: however many carry it, it is one source.
fn copies(page: &mut Page, memo: &Memo<'_>) {
    let mut by_text: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for copy in &memo.event.copies {
        by_text.entry(copy.of).or_default().push(copy.article);
    }
    for (of, articles) in by_text {
        let letters = memo.letters(&articles);
        let verb = if letters.len() == 1 {
            "repeats"
        } else {
            "repeat"
        };
        let most = memo.event.copies.iter().filter(|copy| copy.of == of);
        let least = most.map(|copy| copy.percent).min().unwrap_or(0);
        let how = if least >= NEARLY_ALL { "" } else { "much of " };
        page.flow(
            "",
            &format!(
                "{} {verb} {how}the text of {}: one source, not {}.",
                some_letters(&letters),
                memo.letter(of),
                letters.len() + 1,
            ),
        );
    }
}

/// Who names whom: "B cites the outlet of A."
fn citing(page: &mut Page, memo: &Memo<'_>) {
    let mut by_cited: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for citing in &memo.event.citing {
        by_cited
            .entry(citing.cites)
            .or_default()
            .insert(citing.article);
    }
    for (cited, articles) in by_cited {
        let articles: Vec<usize> = articles.into_iter().collect();
        let letters = memo.letters(&articles);
        let verb = if letters.len() == 1 { "cites" } else { "cite" };
        let line = format!("{} {verb} {}.", some_letters(&letters), memo.letter(cited));
        page.flow("", &line);
    }
}

/// "A, B and C"; of many the first few.
pub(super) fn some_letters(letters: &[&str]) -> String {
    if letters.len() <= MAX_LETTERS {
        return list(letters);
    }
    let more = letters.len() - MAX_LETTERS;
    format!("{} and {more} more", letters[..MAX_LETTERS].join(", "))
}

/// Said where there is nothing that could have contradicted: silence is no clean bill.
const NOTHING: &str =
    "Nothing was compared: no two articles make a claim of one kind that is read.";

/// "No outright contradiction. 1 figure to settle before use, 3 points to check, 2 gaps in both."
fn summary(memo: &Memo<'_>) -> String {
    let of = |severity| memo.findings.iter().filter(move |f| f.severity == severity);
    let against = memo
        .findings
        .iter()
        .filter(|f| f.verdict == Verdict::Contradiction);
    let first = match against.count() {
        0 if memo.findings.is_empty() && !gaps::is_anything_compared(memo) => NOTHING.to_owned(),
        0 => "No outright contradiction.".to_owned(),
        n => format!("{}.", count(n, "outright contradiction")),
    };
    let figures = of(Severity::Error).all(|finding| is_about_figures(memo, finding));
    let noun = if figures { "figure" } else { "point" };
    let parts = [
        (of(Severity::Error).count(), noun, "to settle before use"),
        (of(Severity::Warning).count(), "point", "to check"),
        (gaps::in_all(memo).count(), "gap", gaps::in_all_words(memo)),
        (of(Severity::Note).count(), "point", "for information"),
    ];
    let parts = parts.into_iter().filter(|(n, ..)| *n > 0);
    let parts: Vec<String> = parts
        .map(|(n, noun, what)| format!("{} {what}", count(n, noun)))
        .collect();
    if parts.is_empty() && first == NOTHING {
        return first;
    }
    if parts.is_empty() {
        return format!("{first} Nothing to settle or to check.");
    }
    format!("{first} {}.", parts.join(", "))
}

fn is_about_figures(memo: &Memo<'_>, finding: &Finding) -> bool {
    let mut claims = finding.claims.iter().filter_map(|at| memo.claim(*at));
    claims.all(|cited| cited.claim.quantity.is_some())
}

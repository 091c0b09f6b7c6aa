//! What nobody says, what one says alone, what all say alike, and what was not compared.

use std::collections::BTreeMap;

use rashomon_core::model::{ClaimRef, Gap, MentionValue, NotCompared, Reading, Span};

use super::clean::tidy;
use super::finding::within;
use super::header::some_letters;
use super::memo::Memo;
use super::page::Page;
use super::quote::excerpt;
use super::words;
use super::wrap::{pad, shorten};

/// Columns of the headings on the left.
const HEADING: usize = 14;

/// Entries of one list; the rest is counted.
const MAX_ENTRIES: usize = 12;

/// Claims quoted under one reason why they were not compared, and reasons.
const MAX_QUOTED: usize = 4;
const MAX_REASONS: usize = 8;

/// Columns of an entry and of a quote.
const ENTRY: usize = 120;
const QUOTE: usize = 60;

/// Columns of a figure.
const FIGURE: usize = 40;

/// Writes gaps, what stands in one article only, and agreement.
pub(super) fn write(page: &mut Page, memo: &Memo<'_>) {
    gaps(page, memo);
    only_in(page, memo);
    let agreed = memo
        .event
        .agreements
        .iter()
        .map(|a| shorten(&tidy(&a.text), ENTRY));
    entries(page, "AGREE", &agreed.collect::<Vec<_>>(), "");
}

/// The gaps that no article of the event fills.
pub(super) fn in_all<'a>(memo: &Memo<'a>) -> impl Iterator<Item = &'a Gap> {
    let event = memo.event;
    event.gaps.iter().filter(move |gap| {
        let missing: std::collections::BTreeSet<&usize> = gap.missing_in.iter().collect();
        event.articles.iter().all(|at| missing.contains(at))
    })
}

/// What to call these gaps after their number.
pub(super) fn in_all_words(memo: &Memo<'_>) -> &'static str {
    match memo.event.articles.len() {
        0 | 1 => "left open",
        2 => "in both",
        _ => "in all",
    }
}

fn gaps(page: &mut Page, memo: &Memo<'_>) {
    let open: Vec<&str> = in_all(memo).map(|gap| gap.slot.as_str()).collect();
    let label = |gap: &Gap| shorten(&tidy(&gap.label), ENTRY);
    let of_all: Vec<String> = in_all(memo).map(label).collect();
    let heading = match memo.event.articles.len() {
        0 | 1 => "GAPS",
        2 => "GAPS IN BOTH",
        _ => "GAPS IN ALL",
    };
    entries(page, heading, &of_all, " Not stated is not zero.");
    let some = memo
        .event
        .gaps
        .iter()
        .filter(|gap| !open.contains(&gap.slot.as_str()));
    let some = some.filter_map(|gap| {
        let letters = memo.letters(&gap.missing_in);
        let worth_saying = !letters.is_empty();
        worth_saying.then(|| format!("{} (not in {})", label(gap), some_letters(&letters)))
    });
    let note = if of_all.is_empty() {
        " Not stated is not zero."
    } else {
        ""
    };
    entries(page, "GAPS", &some.collect::<Vec<_>>(), note);
}

fn only_in(page: &mut Page, memo: &Memo<'_>) {
    let mut by_article: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for only in &memo.event.only_in {
        let text = shorten(&tidy(&only.text), ENTRY);
        let place = only
            .claims
            .first()
            .and_then(|at| place_and_source(memo, *at));
        let entry = place.map_or(text.clone(), |place| format!("{text} {place}"));
        by_article.entry(only.article).or_default().push(entry);
    }
    for article in &memo.event.articles {
        if let Some(texts) = by_article.get(article) {
            entries(
                page,
                &format!("ONLY IN {}", memo.letter(*article)),
                texts,
                "",
            );
        }
    }
}

/// "¶4 (the harbour master)".
fn place_and_source(memo: &Memo<'_>, at: ClaimRef) -> Option<String> {
    let cited = memo.claim(at)?;
    Some(format!(
        "{} ({})",
        cited.place(),
        memo.source_mark(cited.claim)
    ))
}

/// One list behind its heading.
fn entries(page: &mut Page, heading: &str, texts: &[String], note: &str) {
    if texts.is_empty() {
        return;
    }
    let mut text = texts[..texts.len().min(MAX_ENTRIES)].join("; ");
    if texts.len() > MAX_ENTRIES {
        text.push_str(&format!("; and {} more", texts.len() - MAX_ENTRIES));
    }
    let stop = if note.is_empty() { "" } else { "." };
    page.flow(&lead(heading), &format!("{text}{stop}{note}"));
}

/// A heading of the lists below the items.
pub(super) fn lead(heading: &str) -> String {
    format!("{} ", pad(heading, HEADING - 1))
}

/// Claims that were compared with nothing, by the reason why.
pub(super) fn not_compared(page: &mut Page, memo: &Memo<'_>) {
    let mut by_reason: BTreeMap<&str, Vec<&NotCompared>> = BTreeMap::new();
    for one in &memo.event.not_compared {
        by_reason.entry(&*one.why).or_default().push(one);
    }
    for (at, (why, claims)) in by_reason.iter().take(MAX_REASONS).enumerate() {
        let heading = if at == 0 { "NOT COMPARED" } else { "" };
        // One sentence may make several claims.
        let mut all: Vec<String> = Vec::new();
        for quote in claims.iter().map(|one| quoted(memo, one)) {
            if !all.contains(&quote) {
                all.push(quote);
            }
        }
        let first = &all[..all.len().min(MAX_QUOTED)];
        let mut text = format!("{}: {}", shorten(&tidy(why), ENTRY), first.join(", "));
        if all.len() > MAX_QUOTED {
            text.push_str(&format!(" and {} more", all.len() - MAX_QUOTED));
        }
        page.flow(&lead(heading), &text);
    }
    if by_reason.len() > MAX_REASONS {
        let rest: usize = by_reason.values().skip(MAX_REASONS).map(Vec::len).sum();
        page.flow(&lead(""), &format!("and {rest} more for other reasons"));
    }
    figures(page, memo, by_reason.is_empty());
}

/// Do claims of two articles stand beside each other anywhere?
pub(super) fn is_anything_compared(memo: &Memo<'_>) -> bool {
    let article = |index: usize| memo.event.claims.get(index).map(|at| at.article);
    let pairs = memo.event.alignments.iter().flat_map(|a| &a.pairs);
    let mut pairs = pairs.map(|pair| (article(pair.left), article(pair.right)));
    pairs.any(|(left, right)| left != right)
}

/// Where nothing was compared, figures of kinds that are not read: a reader must not take silence for agreement.
fn figures(page: &mut Page, memo: &Memo<'_>, is_first: bool) {
    if is_anything_compared(memo) {
        return;
    }
    let mut all: Vec<String> = Vec::new();
    for (letter, reading) in memo.articles() {
        let figures = reading.mentions.iter().filter_map(|m| match &m.value {
            MentionValue::Quantity(quantity) => Some((m.span, quantity)),
            _ => None,
        });
        all.extend(figures.map(|(span, quantity)| {
            let text = shorten(&tidy(&quantity.text), FIGURE);
            format!("{text} ({letter} {})", place(reading, span))
        }));
    }
    let heading = if is_first { "NOT COMPARED" } else { "" };
    let lead = lead(heading);
    if !all.is_empty() {
        let mut text = all[..all.len().min(MAX_ENTRIES)].join(", ");
        if all.len() > MAX_ENTRIES {
            text.push_str(&format!(" and {} more", all.len() - MAX_ENTRIES));
        }
        page.flow(
            &lead,
            &format!("figures of kinds that are not read: {text}"),
        );
    }
}

/// "¶4", "headline": where the words stand.
fn place(reading: &Reading, span: Span) -> String {
    let around = || reading.passages.iter().filter(|p| p.span.contains(span));
    let number = around().find_map(|passage| passage.number);
    match (number, around().next()) {
        (Some(number), _) => format!("¶{number}"),
        (None, Some(passage)) => words::passage(passage.kind).to_owned(),
        (None, None) => "text".to_owned(),
    }
}

fn quoted(memo: &Memo<'_>, one: &NotCompared) -> String {
    let at = one.claim;
    match memo.claim(at) {
        Some(cited) => {
            let key = one.key.map(|key| within(cited.claim.span, key));
            let quote = excerpt(cited.quote(), key, QUOTE);
            let place = format!("({} {})", memo.letter(at.article), cited.place());
            // What was entered by hand may rest on no words.
            match quote.is_empty() {
                true => place,
                false => format!("\"{quote}\" {place}"),
            }
        }
        None => memo.letter(at.article).to_owned(),
    }
}

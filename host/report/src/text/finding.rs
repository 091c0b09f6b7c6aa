//! The numbered items of a memo.

use std::collections::BTreeMap;
use std::ops::Range;

use rashomon_core::model::{
    Basis, Claim, Evidence, Finding, QuestionTo, ReadingOfFinding, Severity, Span,
};

use super::clean::tidy;
use super::dates;
use super::memo::{Cited, Memo};
use super::names;
use super::page::{Page, Tone};
use super::quote::{cut, excerpt, without_lone_close};
use super::words;
use super::wrap::{pad, shorten, width};

/// Checks and notes beyond these are counted. What must be settled before use is never left out.
const MAX_CHECKS: usize = 25;
const MAX_NOTES: usize = 12;

/// Quotes of one item.
const MAX_QUOTES: usize = 6;

/// Columns of one quote in a note.
const NOTE_QUOTE: usize = 60;

/// Columns of an addressee that the questions are aligned to.
const ADDRESSEE: usize = 24;

/// Writes all items, numbered through, and gives the findings in that order.
pub(super) fn write<'a>(page: &mut Page, memo: &Memo<'a>) -> Vec<&'a Finding> {
    let mut shown = Vec::new();
    for (severity, tone, most) in [
        (Severity::Error, Tone::Alarm, usize::MAX),
        (Severity::Warning, Tone::Caution, MAX_CHECKS),
        (Severity::Note, Tone::Plain, MAX_NOTES),
    ] {
        let pressing = memo.findings.iter().copied();
        let mut all: Vec<&Finding> = pressing
            .filter(|f| f.severity == severity && !names::is_folded(f))
            .collect();
        // What a desk wants first, whatever follows from it: tolls, then who did it, then how it ended.
        all.sort_by(|a, b| a.score.total_cmp(&b.score));
        if all.is_empty() {
            continue;
        }
        page.blank();
        page.heading(words::severity(severity), tone);
        for finding in all.iter().take(most) {
            shown.push(*finding);
            item(page, memo, (shown.len(), finding));
        }
        if all.len() > most {
            page.line(&format!("and {} more", all.len() - most));
        }
    }
    shown
}

fn item(page: &mut Page, memo: &Memo<'_>, (number, finding): (usize, &Finding)) {
    let verdict = words::verdict(finding.verdict, counts(memo, finding)).to_uppercase();
    let message = match tidy(&finding.message) {
        message if message.is_empty() => words::unslug(&tidy(&finding.code)),
        message => message,
    };
    page.flow_with_tail(&format!("{number} "), &message, &verdict);
    if finding.severity == Severity::Note {
        note(page, memo, finding);
        return;
    }
    quotes(page, memo, finding);
    missing(page, memo, finding);
    if let Some(because) = &finding.because {
        page.flow("  ", &tidy(because));
    }
    for reading in &finding.readings {
        page.flow("  - ", &reading_words(reading, counts(memo, finding)));
    }
    questions(page, memo, finding);
    conventions(page, finding);
}

/// Does a claim that it cites give a number?
fn counts(memo: &Memo<'_>, finding: &Finding) -> bool {
    let mut cited = finding.evidence.iter().filter_map(|e| memo.claim(e.claim));
    cited.any(|cited| cited.claim.quantity.is_some())
}

/// One or two lines under a note: why, else its words.
fn note(page: &mut Page, memo: &Memo<'_>, finding: &Finding) {
    if let Some(because) = &finding.because {
        page.flow("  ", &shorten(&tidy(because), 2 * NOTE_QUOTE));
    }
    let mut seen = Vec::new();
    for evidence in finding.evidence.iter().take(MAX_QUOTES) {
        let key = evidence.key.map(|key| within(evidence.span, key));
        let quote = excerpt(&evidence.quote, key, NOTE_QUOTE);
        let line = format!("{} \"{quote}\"", place(memo, evidence));
        if !seen.contains(&line) {
            seen.push(line);
        }
    }
    page.flow("  ", &shorten(&seen.join("; "), 2 * NOTE_QUOTE + 30));
}

/// Where a word stands in a quote.
pub(super) fn within(quote: Span, word: Span) -> Range<usize> {
    word.start.saturating_sub(quote.start)..word.end.saturating_sub(quote.start)
}

/// The quotes, with the places aligned.
fn quotes(page: &mut Page, memo: &Memo<'_>, finding: &Finding) {
    let mut lines: Vec<(String, String)> = Vec::new();
    for evidence in &finding.evidence {
        let line = (place(memo, evidence), words_of(memo, evidence));
        if !lines.contains(&line) {
            lines.push(line);
        }
        if lines.len() > MAX_QUOTES {
            break;
        }
    }
    let columns = lines
        .iter()
        .map(|(place, _)| width(place))
        .max()
        .unwrap_or(0);
    for (place, words) in lines.iter().take(MAX_QUOTES) {
        page.flow(&format!("  {} ", pad(place, columns)), words);
    }
    if lines.len() > MAX_QUOTES {
        let more = finding.evidence.len().saturating_sub(MAX_QUOTES);
        page.line(&format!("  and {}", words::count(more, "more passage")));
    }
}

/// "A ¶11".
fn place(memo: &Memo<'_>, evidence: &Evidence) -> String {
    let letter = memo.letter(evidence.claim.article);
    let cited = memo.claim(evidence.claim);
    let place = match (evidence.paragraph, cited) {
        (Some(number), _) => format!("¶{number}"),
        (None, Some(cited)) => cited.place(),
        (None, None) => "text".to_owned(),
    };
    format!("{letter} {place}")
}

/// On whose word, of when, and the words: `citing the port, Mon 6 May: "…"`.
fn words_of(memo: &Memo<'_>, evidence: &Evidence) -> String {
    let Some(cited) = memo.claim(evidence.claim) else {
        return format!("\"{}\"", cut(&evidence.quote, 0));
    };
    let mut lead = memo.voice(cited.claim);
    lead.push_str(&times(cited.claim));
    let correction = cited.claim.correction.as_ref();
    let told = |words: &String| shorten(&tidy(words), NOTE_QUOTE);
    let by = correction.and_then(|c| c.by.as_ref()).map(told);
    let reason = correction.and_then(|c| c.reason.as_ref()).map(told);
    let reason = reason.map_or_else(String::new, |reason| format!(": {reason}"));
    if let Some(by) = by {
        lead.push_str(&format!(" (corrected by {by}{reason})"));
    }
    let quote = cut(&evidence.quote, focus(&cited, evidence));
    // What was entered by hand rests on no words.
    let whole = without_lone_close(&quote);
    match whole.is_empty() {
        true => lead,
        false => format!("{lead}: \"{whole}\""),
    }
}

/// Where in the quote the claim is made.
fn focus(cited: &Cited<'_>, evidence: &Evidence) -> usize {
    let figure = cited.claim.quantity.as_ref().and_then(|q| q.span);
    let span = figure.unwrap_or(cited.claim.span);
    span.start.saturating_sub(evidence.span.start)
}

/// When it happened and as of when it is said, as far as the text tells.
fn times(claim: &Claim) -> String {
    let told = |basis: Basis| basis != Basis::Assumed;
    let time = claim
        .time
        .as_ref()
        .filter(|t| told(t.basis) && !t.is_unresolved());
    let as_of = claim
        .as_of
        .as_ref()
        .filter(|t| told(t.basis) && !t.is_unresolved());
    let mut out = time
        .map(|t| format!(", {}", dates::brief(t)))
        .unwrap_or_default();
    if let Some(as_of) = as_of {
        out.push_str(&format!(", as of {}", dates::brief(as_of)));
    }
    out
}

/// "Not stated: who is counted (B ¶5); the source (A ¶11, B ¶5)."
fn missing(page: &mut Page, memo: &Memo<'_>, finding: &Finding) {
    let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for missing in &finding.missing {
        let field = words::field(&tidy(&missing.field));
        let place = match memo.claim(missing.claim) {
            Some(cited) => format!("{} {}", memo.letter(missing.claim.article), cited.place()),
            None => memo.letter(missing.claim.article).to_owned(),
        };
        if !fields.contains_key(&field) {
            order.push(field.clone());
        }
        let places = fields.entry(field).or_default();
        if !places.contains(&place) && places.len() < MAX_QUOTES {
            places.push(place);
        }
    }
    let parts = order
        .iter()
        .map(|field| format!("{field} ({})", fields[field].join(", ")));
    let parts: Vec<String> = parts.collect();
    if !parts.is_empty() {
        page.flow("  Not stated: ", &format!("{}.", parts.join("; ")));
    }
}

/// "If 50 counts both: may both be right. At least 26, plus 21, is at least 47."
fn reading_words(reading: &ReadingOfFinding, counts: bool) -> String {
    let when = tidy(&reading.when);
    let lead = if when.to_lowercase().starts_with("if ") {
        ""
    } else {
        "If "
    };
    let verdict = words::verdict(reading.verdict, counts);
    let because = sentence(&tidy(&reading.because));
    format!("{lead}{when}: {verdict}. {because}")
        .trim_end()
        .to_owned()
}

/// With a capital first letter and a full stop.
fn sentence(text: &str) -> String {
    let text = words::capital(text);
    if text.is_empty() || text.ends_with(['.', '!', '?']) {
        return text;
    }
    format!("{text}.")
}

/// "Ask B: …", the questions aligned.
fn questions(page: &mut Page, memo: &Memo<'_>, finding: &Finding) {
    let address = |to: &QuestionTo| match to {
        QuestionTo::Article(article) => format!("Ask {}:", memo.letter(*article)),
        QuestionTo::Source(source) => format!("Ask {}:", memo.source_called(source)),
    };
    let asked = finding
        .questions
        .iter()
        .map(|question| address(&question.to));
    let columns = asked.map(|a| width(&a)).max().unwrap_or(0).min(ADDRESSEE);
    for question in &finding.questions {
        let lead = format!("  {} ", pad(&address(&question.to), columns));
        page.flow(&lead, &tidy(&question.text));
    }
}

fn conventions(page: &mut Page, finding: &Finding) {
    if finding.conventions.is_empty() {
        return;
    }
    let ids: Vec<String> = finding.conventions.iter().map(|id| tidy(id)).collect();
    let noun = if ids.len() == 1 {
        "Convention"
    } else {
        "Conventions"
    };
    page.flow(&format!("  {noun}: "), &ids.join(", "));
}

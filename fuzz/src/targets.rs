//! The targets. What is promised of every article: places lie in its text, the text is normal, and its line of the
//! claims file is read back as it was written.

use std::sync::LazyLock;

use rashomon_core::group::Background;
use rashomon_core::lexicon::Lexicon;
use rashomon_core::model::{Article, Input, Reading, Span};
use rashomon_core::policy::{Pack, Policy};
use rashomon_core::speakers::{Tagger, name_sources};
use rashomon_ingest::{SourceFile, ingest, settle_ids};
use rashomon_wire::claims;
use unicode_normalization::is_nfc;

use crate::embedded;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| embedded::lexicon().expect("a test reads it"));

static BACKGROUND: LazyLock<Background> =
    LazyLock::new(|| embedded::background().expect("a test reads it"));

static POLICY: LazyLock<Policy> = LazyLock::new(|| {
    let pack = Pack::parse("default", embedded::DEFAULT_PACK).expect("a test reads it");
    Policy::merge(vec![pack]).expect("a test merges it")
});

static TAGGER: LazyLock<Tagger> = LazyLock::new(|| embedded::tagger().expect("a test reads it"));

/// A target: bytes, to a rough number of what came of them, by which the driver knows what is new.
pub type Target = fn(&[u8]) -> u64;

/// All targets by name.
pub const TARGETS: [(&str, Target); 7] = [
    ("text", text),
    ("markdown", markdown),
    ("html", html),
    ("json", json),
    ("jsonl", jsonl),
    ("claims", claims_file),
    ("extraction", extraction),
];

/// Plain text in any encoding, pasted texts and live blogs among them.
pub fn text(bytes: &[u8]) -> u64 {
    file("a.txt", bytes)
}

/// Markdown with or without front matter.
pub fn markdown(bytes: &[u8]) -> u64 {
    file("a.md", bytes)
}

/// A saved page.
pub fn html(bytes: &[u8]) -> u64 {
    file("a.html", bytes)
}

/// One JSON document.
pub fn json(bytes: &[u8]) -> u64 {
    file("a.json", bytes)
}

/// JSON Lines.
pub fn jsonl(bytes: &[u8]) -> u64 {
    file("a.jsonl", bytes)
}

/// A claims file, from the reader of such files on.
pub fn claims_file(bytes: &[u8]) -> u64 {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return 0;
    };
    match claims::read(text).map(|lines| lines.inputs) {
        Err(error) => mark(1, error.to_string().len() as u64 / 16),
        Ok(inputs) => readings(inputs),
    }
}

/// The whole trip from two texts to a report, without rules; every source is named, as `extract --mentions` does.
pub fn extraction(bytes: &[u8]) -> u64 {
    let whole = String::from_utf8_lossy(bytes);
    let (one, other) = whole.split_once('\u{0}').unwrap_or((&whole, ""));
    let files = [("one.txt", one), ("other.txt", other)];
    let mut inputs: Vec<Input> = files
        .iter()
        .filter_map(|(path, text)| {
            let bytes = text.as_bytes();
            ingest(&SourceFile { path, bytes }).ok()
        })
        .flatten()
        .collect();
    settle_ids(&mut inputs);
    let mut readings: Vec<Reading> = inputs.into_iter().map(read).collect();
    for reading in &mut readings {
        name_sources(reading, &LEXICON, &TAGGER);
        check_places(reading);
    }
    let report = rashomon_core::analyze(readings, &LEXICON, &BACKGROUND, &POLICY, &[]);
    let claims: usize = report
        .readings
        .iter()
        .map(|reading| reading.claims.len())
        .sum();
    let pairs: usize = report
        .events
        .iter()
        .map(|event| event.alignments.len())
        .sum();
    mark(
        mark(report.events.len() as u64, claims as u64),
        pairs as u64,
    )
}

fn file(path: &str, bytes: &[u8]) -> u64 {
    match ingest(&SourceFile { path, bytes }) {
        Err(error) => {
            let words = error.to_string();
            // The words of a refusal without its figures.
            words
                .bytes()
                .filter(u8::is_ascii_alphabetic)
                .fold(1, |sum, byte| mark(sum, u64::from(byte)))
        }
        Ok(inputs) => {
            for input in &inputs {
                check_text(&input.article);
            }
            readings(inputs)
        }
    }
}

fn readings(inputs: Vec<Input>) -> u64 {
    let mut sum = inputs.len().min(8) as u64;
    for input in inputs.into_iter().take(50) {
        let reading = read(input);
        check_line(&reading);
        sum = mark(sum, signature(&reading));
    }
    sum
}

fn read(input: Input) -> Reading {
    let reading = rashomon_core::read(input, &LEXICON);
    check_places(&reading);
    reading
}

/// What is promised of a text that was read from a file.
fn check_text(article: &Article) {
    let text = &article.text;
    assert!(is_nfc(text), "not in NFC: {text:?}");
    assert!(
        !text.contains("\n\n\n") && !text.contains('\r'),
        "blank lines: {text:?}"
    );
    assert!(
        !text
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t'),
        "control characters: {text:?}"
    );
    assert!(
        !article.id.is_empty() && !article.outlet.is_empty(),
        "no id or outlet"
    );
    let mut end = 0;
    for entry in &article.entries {
        assert!(entry.span.start >= end, "entries overlap");
        end = entry.span.end;
    }
}

fn check_places(reading: &Reading) {
    let text = &reading.article.text;
    let place = |span: &Span| {
        assert!(
            text.get(span.start..span.end).is_some(),
            "{span:?} is no place in {text:?}"
        );
    };
    reading
        .article
        .entries
        .iter()
        .for_each(|entry| place(&entry.span));
    reading
        .passages
        .iter()
        .for_each(|passage| place(&passage.span));
    reading.claims.iter().for_each(|claim| place(&claim.span));
    reading
        .mentions
        .iter()
        .for_each(|mention| place(&mention.span));
    reading
        .notices
        .iter()
        .filter_map(|notice| notice.span.as_ref())
        .for_each(place);
}

fn check_line(reading: &Reading) {
    let line = claims::write_line(reading, false);
    let back = claims::read_line(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
    assert_eq!(back.article, reading.article);
    let (_, claims) = back.given.expect("a claims file gives claims");
    assert_eq!(claims.len(), reading.claims.len(), "{line}");
}

/// Roughly what came of a text: how much of each kind, and which notices.
fn signature(reading: &Reading) -> u64 {
    let few = |count: usize| u64::from(usize::BITS - count.leading_zeros());
    let mut sum = mark(few(reading.passages.len()), few(reading.claims.len()));
    for claim in reading.claims.iter().take(20) {
        let form = claim
            .quantity
            .as_ref()
            .map_or(0, |quantity| quantity.text.len());
        sum = mark(
            sum,
            few(form)
                + 64 * claim.predicate.len() as u64
                + 4096 * claim.attribution.len().min(3) as u64,
        );
    }
    for notice in &reading.notices {
        sum = notice
            .code
            .bytes()
            .fold(sum, |sum, byte| mark(sum, u64::from(byte)));
    }
    let article = &reading.article;
    let known = [
        article.published.is_some(),
        article.title.is_some(),
        article.byline.is_some(),
        article.url.is_some(),
    ];
    known
        .iter()
        .fold(mark(sum, few(article.entries.len())), |sum, known| {
            mark(sum, u64::from(*known))
        })
}

/// One number of two (FNV-1a).
fn mark(sum: u64, next: u64) -> u64 {
    (sum ^ next).wrapping_mul(0x0100_0000_01b3)
}

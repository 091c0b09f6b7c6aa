//! Pages that hold a beginning only, or a request to switch on scripts, instead of an article.

use crate::lexicon::Lexicon;
use crate::model::{Article, Notice, Passage, PassageKind, Span};

/// A page that holds more text than this, in bytes, was saved whole, whatever it asks of its readers.
const MAX_STUB: usize = 2500;

/// Such a request is short, in bytes.
const MAX_REQUEST: usize = 400;

/// Says where a short text holds a request to pay, to sign in or to switch on scripts.
pub(super) fn notice(
    article: &Article,
    passages: &[Passage],
    text: &str,
    lexicon: &Lexicon,
) -> Option<Notice> {
    if text.len() > MAX_STUB {
        return None;
    }
    let words = lexicon.passages();
    let mut found = lines(passages, text).filter_map(|span| {
        let line = span.of(text);
        let why = if words.script_walls.is_in(line) {
            "the page shows its text only to browsers with scripts"
        } else if words.paywalls.is_in(line) {
            "only what stands before the paywall was saved"
        } else {
            return None;
        };
        Some((span, why))
    });
    let (span, why) = found.next()?;
    let message = format!(
        "{}: not read as a whole: {why} (“{}”); save the page again from a browser that shows all of it, or enter what it claims by hand",
        article.path,
        span.of(text).trim()
    );
    Some(Notice::new("partly-read", message).at(span))
}

/// The short lines of all passages but quotations, which lie inside others.
fn lines<'a>(passages: &'a [Passage], text: &'a str) -> impl Iterator<Item = Span> + 'a {
    let outer = passages.iter().filter(|p| p.kind != PassageKind::Quotation);
    outer.flat_map(|passage| {
        let mut start = passage.span.start;
        let lines = passage
            .span
            .of(text)
            .split_inclusive('\n')
            .map(move |line| {
                let span = Span::new(start, start + line.len());
                start = span.end;
                span
            });
        lines.filter(|span| span.end - span.start <= MAX_REQUEST)
    })
}

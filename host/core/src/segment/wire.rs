//! Datelines of wire reports: "GENEVA, March 3 (Agency) —" at the head of the first paragraph.

use super::blocks::Block;
use super::date::stamp_of;
use super::trimmed;
use crate::lexicon::{Lexicon, PassageWords};
use crate::model::{Article, Passage, PassageKind, Span};
use crate::text::Doc;
use crate::time::{Anchor, time_mentions};

/// The longest dateline, in bytes.
const MAX_DATELINE: usize = 140;

/// The longest note in brackets behind it, "[TEXT]", in bytes.
const MAX_NOTE: usize = 60;

/// The marks that end a dateline, longest first.
const ENDS: [&str; 4] = ["--", "—", "–", " - "];

/// Cuts the dateline off the first paragraph that has one and takes its date.
pub(super) fn split_datelines(
    blocks: &mut Vec<Block>,
    text: &str,
    lexicon: &Lexicon,
    article: &mut Article,
) {
    let Some(first) = blocks.iter().position(Block::is_plain) else {
        return;
    };
    let span = blocks[first].span;
    let Some(length) = dateline_length(span.of(text), lexicon.passages()) else {
        return;
    };
    let head = trimmed(text, Span::new(span.start, span.start + length));
    let rest = trimmed(text, Span::new(span.start + length, span.end));
    if rest.start == rest.end {
        return;
    }
    blocks[first].span = rest;
    blocks.insert(first, Block::new(head, PassageKind::Dateline));
    take_date(head, text, lexicon, article);
}

fn take_date(head: Span, text: &str, lexicon: &Lexicon, article: &mut Article) {
    if article.published.is_some() {
        return;
    }
    let passages = [Passage {
        kind: PassageKind::Dateline,
        number: None,
        span: head,
    }];
    let doc = Doc::new(text, &passages, lexicon);
    // A dateline names no year if the reader knows it: the day it was changed or fetched tells.
    let near = article.modified.as_ref().or(article.retrieved.as_ref());
    let anchor = Anchor {
        published: near.map(|stamp| stamp.date),
        not_before: None,
        entries: &[],
    };
    article.published = time_mentions(&doc, &anchor).iter().find_map(stamp_of);
}

/// How many bytes of the paragraph are its dateline, with the mark and the notes in brackets behind it.
fn dateline_length(paragraph: &str, words: &PassageWords) -> Option<usize> {
    let window = floor(paragraph, MAX_DATELINE);
    let (at, mark) = ENDS
        .iter()
        .filter_map(|mark| Some((window.find(mark)?, *mark)))
        .min()?;
    let head = &paragraph[..at];
    if !is_dateline(head, words) {
        return None;
    }
    let mut end = at + mark.len();
    while let Some(note) = note_length(&paragraph[end..]) {
        end += note;
    }
    Some(end)
}

/// Capitals and numbers only, with a number or an agency in brackets: a place and a day.
fn is_dateline(head: &str, words: &PassageWords) -> bool {
    let starts_with_place = head
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .is_some_and(|w| w.starts_with(char::is_uppercase));
    let agency = head.contains('(') && head.contains(')');
    let dated = head.contains(|c: char| c.is_ascii_digit());
    let plain = head
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
        .all(|w| {
            !w.starts_with(char::is_lowercase)
                || words.in_place_names.iter().any(|small| small == w)
        });
    let words_in_head = head.split_whitespace().count();
    let loud = head
        .split(|c: char| !c.is_alphabetic())
        .next()
        .is_some_and(|w| w.len() > 1 && w.chars().all(char::is_uppercase));
    starts_with_place && plain && words_in_head <= 16 && (agency || (dated && loud))
}

/// "[TEXT]", "(UPDATED)": capitals in brackets directly behind the mark.
fn note_length(rest: &str) -> Option<usize> {
    let note = rest.trim_start();
    let lead = rest.len() - note.len();
    let close = match note.chars().next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let end = floor(note, MAX_NOTE).find(close)?;
    let loud = !note[..end].contains(char::is_lowercase);
    loud.then_some(lead + end + 1)
}

/// The longest beginning of at most `most` bytes.
fn floor(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

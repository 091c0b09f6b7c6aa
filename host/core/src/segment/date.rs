//! Date lines, and the date of an article that has none.

use jiff::civil::Date;

use super::blocks::Block;
use crate::lexicon::{Lexicon, PassageWords};
use crate::model::{Article, Basis, Passage, PassageKind, Period, Span, Stamp};
use crate::text::{Doc, TokenKind};
use crate::time::{Anchor, TimeKind, TimeMention, time_mentions};

/// A date line is short, in bytes.
const MAX_DATE_LINE: usize = 160;

/// Words beside the date that make up a by-line at most.
const MAX_WORDS_OF_BYLINE: usize = 12;

/// Words that the times of a date line hold at most, two of them with their zones: a line of more is no date line, and is
/// not searched for times.
const MAX_WORDS_OF_TIMES: usize = 14;

/// A bare date without a word such as "published" counts only above the body: before so many paragraphs.
const BARE_DATES_WITHIN: usize = 6;

/// What a date line tells.
enum Told {
    Published,
    Modified,
}

/// Marks the lines that say when the article was published or changed, and by-lines; takes their dates.
pub(super) fn mark_date_lines(
    blocks: &mut [Block],
    text: &str,
    lexicon: &Lexicon,
    article: &mut Article,
) {
    for (index, block) in blocks.iter_mut().enumerate() {
        let line = block.span.of(text);
        if !block.is_plain() || line.len() > MAX_DATE_LINE {
            continue;
        }
        if is_byline(line)
            && index < BARE_DATES_WITHIN
            && !line.contains(|c: char| c.is_ascii_digit())
        {
            block.kind = PassageKind::Boilerplate;
            continue;
        }
        let Some((told, stamp)) = date_line(block.span, text, lexicon, index < BARE_DATES_WITHIN)
        else {
            continue;
        };
        block.kind = PassageKind::Dateline;
        let place = match told {
            Told::Published => &mut article.published,
            Told::Modified => &mut article.modified,
        };
        place.get_or_insert(stamp);
    }
}

/// Marks the time at the head of every entry of a live blog.
pub(super) fn mark_entry_heads(
    blocks: &mut [Block],
    text: &str,
    lexicon: &Lexicon,
    article: &Article,
) {
    for entry in &article.entries {
        let at = blocks.partition_point(|block| block.span.start < entry.span.start);
        let Some(block) = blocks
            .get_mut(at)
            .filter(|b| b.span.start == entry.span.start)
        else {
            continue;
        };
        if block.span.end - block.span.start <= MAX_DATE_LINE
            && is_only_time(block.span, text, lexicon)
        {
            block.kind = PassageKind::Dateline;
        }
    }
}

fn is_only_time(span: Span, text: &str, lexicon: &Lexicon) -> bool {
    let passages = [Passage {
        kind: PassageKind::Dateline,
        number: None,
        span,
    }];
    let doc = Doc::new(text, &passages, lexicon);
    let mentions = time_mentions(&doc, &Anchor::default());
    !mentions.is_empty() && words_beside(&doc, &mentions, lexicon.passages()) == 0
}

fn date_line(span: Span, text: &str, lexicon: &Lexicon, above: bool) -> Option<(Told, Stamp)> {
    let line = span.of(text);
    if !line.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words = lexicon.passages();
    let lower = line.to_lowercase();
    let starts = |starts: &[String]| starts.iter().any(|s| begins_with_word(&lower, s));
    let told = if starts(&words.modified_starts) {
        Told::Modified
    } else {
        Told::Published
    };
    let marked = starts(&words.modified_starts) || starts(&words.published_starts);
    let limit = if marked { MAX_WORDS_OF_BYLINE } else { 2 };
    let in_letters = |word: &&str| word.starts_with(char::is_alphabetic);
    let length = line.split_whitespace().filter(in_letters).count();
    if !(marked || above) || length > limit + MAX_WORDS_OF_TIMES {
        return None;
    }
    let passages = [Passage {
        kind: PassageKind::Dateline,
        number: None,
        span,
    }];
    let doc = Doc::new(text, &passages, lexicon);
    let mentions = time_mentions(&doc, &Anchor::default());
    let stamp = mentions.iter().find_map(stamp_of)?;
    let beside = words_beside(&doc, &mentions, words);
    let is_sentence = line.ends_with('.') && beside > 2;
    (beside <= limit && !is_sentence).then_some((told, stamp))
}

fn begins_with_word(line: &str, word: &str) -> bool {
    line.strip_prefix(word)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// How many words of a line are neither a time nor such as stand beside one.
fn words_beside(doc: &Doc<'_>, mentions: &[TimeMention], words: &PassageWords) -> usize {
    let plain = |i: &usize| {
        let lower = doc.str(*i).to_lowercase();
        doc.is_kind(*i, TokenKind::Word)
            && !mentions.iter().any(|m| m.tokens.contains(i))
            && !words
                .beside_date
                .iter()
                .any(|w| w.trim_end_matches(':') == lower)
    };
    (0..doc.tokens.len()).filter(plain).count()
}

/// "By Ada Example": a short line of names.
fn is_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let by = words.next().is_some_and(|w| w.eq_ignore_ascii_case("by"));
    let small = ["and", "in", "of", "for", "de", "van", "von", "al", "the"];
    let names: Vec<&str> = words.collect();
    by && (1..=MAX_WORDS_OF_BYLINE).contains(&names.len())
        && !line.ends_with('.')
        && names.iter().all(|w| {
            w.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric()) || small.contains(w)
        })
}

/// The day of a resolved mention, and its minute where it names one.
pub(super) fn stamp_of(mention: &TimeMention) -> Option<Stamp> {
    let period = &mention.period;
    let date = single_day(period)?;
    let time = period
        .first_moment()
        .filter(|_| period.minutes() == Some(1));
    Some(Stamp {
        date,
        time: time.map(|moment| moment.time()),
        offset: None,
        basis: Basis::Said,
    })
}

fn single_day(period: &Period) -> Option<Date> {
    let first = period.first_day()?;
    (period.last_day() == Some(first)).then_some(first)
}

/// The latest day that body or captions name in full. What is yet to come does not count.
pub(super) fn latest_full_date(
    text: &str,
    passages: &[Passage],
    lexicon: &Lexicon,
) -> Option<Date> {
    if !holds_year(text) {
        return None;
    }
    let doc = Doc::new(text, passages, lexicon);
    time_mentions(&doc, &Anchor::default())
        .iter()
        .filter(|m| !m.ahead && !matches!(m.kind, TimeKind::Until | TimeKind::Before))
        .filter_map(|m| single_day(&m.period))
        .max()
}

/// Are there four digits in a row? Most texts without a year are done with after this.
fn holds_year(text: &str) -> bool {
    let mut run = 0;
    text.bytes().any(|b| {
        run = if b.is_ascii_digit() { run + 1 } else { 0 };
        run == 4
    })
}

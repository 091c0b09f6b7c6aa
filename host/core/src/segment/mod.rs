//! An article's text cut into headline, date line, lead, paragraphs, captions, house text and quotations, and the date
//! of publication where only the text says it.

mod blocks;
mod date;
mod house;
mod quotes;
mod stub;
#[cfg(test)]
mod tests;
mod wire;

use crate::lexicon::Lexicon;
use crate::model::{Article, Notice, Passage, PassageKind, Span};
use blocks::Block;

/// The longest headline, in bytes. Longer first lines are paragraphs that lack their full stop.
const MAX_HEADLINE: usize = 250;

/// A line that is neither headline nor date but stands above the body, in bytes.
const MAX_STANDFIRST: usize = 300;

/// Cuts the article into passages, by position; quotations stand behind the passage that holds them. Fills in
/// `title`, `published`, `modified` and `not_before` where the metadata left them open and the text tells.
pub(crate) fn segment(article: &mut Article, lexicon: &Lexicon) -> (Vec<Passage>, Vec<Notice>) {
    let text = std::mem::take(&mut article.text);
    let mut blocks = blocks::cut(&text, lexicon);
    mark_house_text(&mut blocks, &text, lexicon);
    date::mark_entry_heads(&mut blocks, &text, lexicon, article);
    date::mark_date_lines(&mut blocks, &text, lexicon, article);
    mark_headline(&mut blocks, &text, article);
    mark_lead(&mut blocks, &text);
    wire::split_datelines(&mut blocks, &text, lexicon, article);
    let mut passages = number(&blocks);
    quotes::add(&mut passages, &text);
    if article.published.is_none() && article.not_before.is_none() {
        article.not_before = date::latest_full_date(&text, &passages, lexicon);
    }
    let mut notices = notices(article);
    notices.extend(stub::notice(article, &passages, &text, lexicon));
    article.text = text;
    (passages, notices)
}

fn mark_house_text(blocks: &mut [Block], text: &str, lexicon: &Lexicon) {
    let words = lexicon.passages();
    for block in blocks.iter_mut() {
        let line = block.span.of(text);
        if house::is_boilerplate(line, words) {
            block.kind = PassageKind::Boilerplate;
        } else if house::is_caption(line, words) {
            block.kind = PassageKind::Caption;
        }
    }
    // A picture's short name, repeated at the head of its caption.
    for i in 1..blocks.len() {
        let (line, next) = (blocks[i - 1].span.of(text), blocks[i].span.of(text));
        let is_caption = blocks[i].kind == PassageKind::Caption;
        if is_caption && blocks[i - 1].is_plain() && next.starts_with(line) {
            blocks[i - 1].kind = PassageKind::Caption;
        }
    }
    house::mark_cut_captions(blocks, text);
    mark_slogans(blocks, text, lexicon);
}

/// Short lines in front that are no headline: a slogan with a year, a single word in small letters.
fn mark_slogans(blocks: &mut [Block], text: &str, lexicon: &Lexicon) {
    let mut left = blocks.iter().filter(|block| block.is_plain()).count();
    for block in blocks.iter_mut().filter(|block| block.is_plain()) {
        // Something has to be left to read.
        if left < 2 {
            break;
        }
        left -= 1;
        let line = block.span.of(text);
        let junk = line.chars().all(char::is_lowercase);
        if !junk && !house::is_slogan(line, lexicon.passages()) {
            break;
        }
        block.kind = PassageKind::Boilerplate;
    }
}

/// The title, or a first short line without a full stop that something follows.
fn mark_headline(blocks: &mut [Block], text: &str, article: &mut Article) {
    let Some(first) = blocks.iter().position(Block::is_plain) else {
        return;
    };
    let line = blocks[first].span.of(text);
    let is_title = article
        .title
        .as_deref()
        .is_some_and(|title| same_words(title, line));
    let followed = blocks[first + 1..].iter().any(Block::is_plain);
    let short = line.len() <= MAX_HEADLINE && !line.contains('\n') && !ends_with_stop(line);
    if article.title.is_none() && followed && short {
        article.title = Some(line.to_owned());
        blocks[first].kind = PassageKind::Headline;
    } else if is_title {
        blocks[first].kind = PassageKind::Headline;
    }
}

/// A single paragraph between headline and date line is the standfirst. Elsewhere nothing tells it from the body.
fn mark_lead(blocks: &mut [Block], text: &str) {
    let last = blocks.iter().rposition(Block::is_plain);
    for i in 2..blocks.len() {
        let kinds = [blocks[i - 2].kind, blocks[i].kind];
        let set_off = kinds == [PassageKind::Headline, PassageKind::Dateline];
        let short = blocks[i - 1].span.of(text).len() <= MAX_STANDFIRST;
        let body_follows = last.is_some_and(|last| last > i);
        if set_off && short && body_follows && blocks[i - 1].is_plain() {
            blocks[i - 1].kind = PassageKind::Lead;
        }
    }
}

fn same_words(a: &str, b: &str) -> bool {
    let letters = |s: &str| -> String {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    letters(a) == letters(b)
}

fn ends_with_stop(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', ')', ']'])
        .ends_with('.')
}

fn number(blocks: &[Block]) -> Vec<Passage> {
    let mut counts = [0_u32; 2];
    let passage = |block: &Block| {
        let count = match block.kind {
            PassageKind::Paragraph => Some(&mut counts[0]),
            PassageKind::Lead => Some(&mut counts[1]),
            _ => None,
        };
        let number = count.map(|n| {
            *n += 1;
            *n
        });
        Passage {
            kind: block.kind,
            number,
            span: block.span,
        }
    };
    blocks.iter().map(passage).collect()
}

fn notices(article: &Article) -> Vec<Notice> {
    if article.published.is_some() {
        return Vec::new();
    }
    let message = match article.not_before {
        Some(day) => format!(
            "nothing says when this was published; it cannot be before {day}. Add `published` to the article’s front matter"
        ),
        None => "nothing says when this was published, so that weekdays and the like stay unresolved. Add `published` to \
                 the article’s front matter"
            .to_owned(),
    };
    vec![Notice::new("no-publication-date", message)]
}

/// The part of `span` without white space at either end.
fn trimmed(text: &str, span: Span) -> Span {
    let part = span.of(text);
    let start = span.start + (part.len() - part.trim_start().len());
    Span::new(start, start + part.trim().len())
}

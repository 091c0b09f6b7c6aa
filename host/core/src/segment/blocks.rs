//! Paragraphs and lines, before it is known what they are.

use super::{house, trimmed};
use crate::lexicon::Lexicon;
use crate::model::{PassageKind, Span};

/// Lines longer than this, in bytes, are not the lines of a hard-wrapped paragraph: each is a paragraph.
const LONGEST_WRAPPED_LINE: usize = 120;

/// A stretch of text and what it is taken for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub(super) span: Span,
    /// [`PassageKind::Paragraph`] until something else is known.
    pub(super) kind: PassageKind,
}

impl Block {
    pub(super) fn new(span: Span, kind: PassageKind) -> Self {
        Self { span, kind }
    }

    /// Is nothing known of it yet?
    pub(super) fn is_plain(&self) -> bool {
        self.kind == PassageKind::Paragraph
    }
}

/// Cuts at blank lines; within a paragraph at line ends, where its lines are paragraphs or house text of their own.
pub(super) fn cut(text: &str, lexicon: &Lexicon) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut first = 0;
    let mut last = 0;
    for line in lines(text) {
        let blank = line.of(text).trim().is_empty();
        if blank {
            add(text, Span::new(first, last), lexicon, &mut blocks);
            first = line.end;
        }
        last = line.end;
    }
    add(text, Span::new(first, last), lexicon, &mut blocks);
    blocks
}

/// The lines of a text with their line ends.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some(Span::new(start, *at))
    })
}

fn add(text: &str, paragraph: Span, lexicon: &Lexicon, blocks: &mut Vec<Block>) {
    let whole = trimmed(text, paragraph);
    if whole.start == whole.end {
        return;
    }
    let part = whole.of(text);
    let separate = part.contains('\n')
        && lines(part).any(|line| {
            let line = line.of(part).trim();
            line.len() > LONGEST_WRAPPED_LINE || house::is_boilerplate(line, lexicon.passages())
        });
    if !separate {
        blocks.push(Block::new(whole, PassageKind::Paragraph));
        return;
    }
    for line in lines(part) {
        let line = trimmed(
            text,
            Span::new(whole.start + line.start, whole.start + line.end),
        );
        if line.start < line.end {
            blocks.push(Block::new(line, PassageKind::Paragraph));
        }
    }
}

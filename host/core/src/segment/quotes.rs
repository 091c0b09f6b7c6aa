//! Quotations: the words between quotation marks.

use crate::model::{Passage, PassageKind, Span};

/// Fewer words are a term or a title rather than somebody's statement.
const MIN_WORDS: usize = 3;

/// Adds a passage for every quotation, behind the passage that holds it.
pub(super) fn add(passages: &mut Vec<Passage>, text: &str) {
    let mut all = Vec::with_capacity(passages.len());
    let mut carried = false;
    for (index, passage) in passages.iter().enumerate() {
        all.push(*passage);
        let is_body = matches!(
            passage.kind,
            PassageKind::Paragraph
                | PassageKind::Lead
                | PassageKind::Headline
                | PassageKind::Caption
        );
        if !is_body {
            continue;
        }
        let next = passages[index + 1..]
            .iter()
            .find(|p| p.kind == passage.kind)
            .map(|p| p.span.of(text));
        let goes_on = next.is_some_and(|next| next.starts_with(['“', '"', '«', '”']));
        carried = find(text, passage.span, (carried, goes_on), &mut all);
    }
    *passages = all;
}

/// The mark that closes what a mark opens.
fn closer(open: char) -> char {
    match open {
        '“' | '”' => '”',
        '«' => '»',
        '‘' => '’',
        other => other,
    }
}

/// Finds the quotations of one passage; tells whether one is still open at its end and goes on in the next.
fn find(text: &str, span: Span, (carried, goes_on): (bool, bool), out: &mut Vec<Passage>) -> bool {
    let part = span.of(text);
    if !part.bytes().any(may_begin_mark) {
        return false;
    }
    let mut open: Option<(char, usize)> = None;
    let mut from = 0;
    while let Some(step) = part[from..].bytes().position(may_begin_mark) {
        let at = from + step;
        let mut rest = part[at..].chars();
        let Some(c) = rest.next() else { break };
        let (before, next) = (part[..at].chars().next_back(), rest.next());
        from = at + c.len_utf8();
        match open {
            None if opens(c, before, next) || (carried && at == 0 && closer(c) != c) => {
                open = Some((c, from));
            }
            Some((mark, start)) if closes(mark, c, next) => {
                push(text, Span::new(span.start + start, span.start + at), out);
                open = None;
            }
            _ => {}
        }
    }
    let Some((_, start)) = open.filter(|(mark, _)| *mark != '‘' && goes_on) else {
        return false;
    };
    push(text, Span::new(span.start + start, span.end), out);
    true
}

/// Is it `"`, or the first byte of a mark that is none of ASCII? Most paragraphs have neither.
fn may_begin_mark(byte: u8) -> bool {
    byte == b'"' || !byte.is_ascii()
}

/// Marks open before a letter and not within a word. Some outlets open with a closing mark.
fn opens(c: char, before: Option<char>, next: Option<char>) -> bool {
    let free = before.is_none_or(|b| !b.is_alphanumeric() && b != '.' && b != ',');
    let starts = next.is_some_and(|n| !n.is_whitespace());
    match c {
        '“' | '«' => true,
        '"' | '‘' => free && starts,
        '”' => before.is_none_or(char::is_whitespace) && next.is_some_and(char::is_alphabetic),
        _ => false,
    }
}

/// A single mark closes only where no letter follows, for it is an apostrophe too.
fn closes(open: char, c: char, next: Option<char>) -> bool {
    let apart = next.is_none_or(|n| !n.is_alphanumeric());
    c == closer(open) && (open != '‘' || apart)
}

fn push(text: &str, span: Span, out: &mut Vec<Passage>) {
    let words = span.of(text).split_whitespace().take(MIN_WORDS).count();
    if words >= MIN_WORDS {
        out.push(Passage {
            kind: PassageKind::Quotation,
            number: None,
            span,
        });
    }
}

//! Several texts in one file: cut where the file says so. A text that is taken for two costs a person a look; two that
//! are taken for one give one outlet the other's claims.
//!
//! A cut is a block of front matter in the middle of the file, a line of `=` or `#`, another rule of 20 marks or more, a
//! wire's slug or end mark on a line of its own, or a second date line of a wire below a headline. Another rule counts
//! only where a headline, a date line or a line such as `Outlet: …` follows, for such rules part sections of one text too.

use crate::front;
use crate::limits::MOST_PASTED;

/// A rule is at least so long, in marks.
const SHORTEST_RULE: usize = 5;

/// Marks that often part the sections of one text must be this many.
const SHORTEST_COMMON_RULE: usize = 20;

/// The longest line that may be a headline, in bytes.
const LONGEST_HEAD: usize = 160;

/// The longest slug, in bytes.
const LONGEST_SLUG: usize = 60;

/// How far into its paragraph a date line ends, in bytes.
const DATE_LINE_WITHIN: usize = 140;

/// Keys of a line that stands above a text without a fence, in small letters, and the key of front matter they mean.
const HEAD_KEYS: [(&str, &str); 12] = [
    ("outlet", "outlet"),
    ("source", "outlet"),
    ("publication", "outlet"),
    ("title", "title"),
    ("headline", "title"),
    ("published", "published"),
    ("date", "published"),
    ("byline", "byline"),
    ("author", "byline"),
    ("url", "url"),
    ("link", "url"),
    ("language", "language"),
];

/// One of the texts of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    pub(crate) text: &'a str,
    /// How many lines of the file stand above it.
    pub(crate) above: usize,
}

/// A line with its place.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
    after_blank: bool,
}

/// The texts of a file: one, unless the file says otherwise. Lines end in `\n` only.
pub(crate) fn cut(text: &str) -> Vec<Piece<'_>> {
    let lines = lines(text);
    let mut cuts = Vec::new();
    let mut datelines = 0_usize;
    let mut at = front::length(text);
    for (index, line) in lines.iter().enumerate() {
        if line.start < at || cuts.len() >= MOST_PASTED {
            continue;
        }
        let begins = begins_here(text, &lines, index, &mut datelines);
        if let Some((start, skip)) = begins {
            cuts.push((start, skip));
            at = skip.max(skip + front::length(&text[skip..]));
        }
    }
    pieces(text, &cuts)
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let (mut start, mut after_blank) = (0, true);
    let lines = text.split_inclusive('\n').map(|line| {
        let found = Line {
            start,
            text: line.trim(),
            after_blank,
        };
        start += line.len();
        after_blank = line.trim().is_empty();
        found
    });
    lines.collect()
}

/// Does a text end before this line? Where, and where the next one begins.
fn begins_here(
    text: &str,
    lines: &[Line<'_>],
    index: usize,
    datelines: &mut usize,
) -> Option<(usize, usize)> {
    let line = lines[index];
    if line.text.is_empty() {
        return None;
    }
    let next = || lines.get(index + 1).map_or(text.len(), |next| next.start);
    // Files put one behind the other have no blank line between them.
    if index > 0 && matches!(line.text, "---" | "+++") && front::length(&text[line.start..]) > 0 {
        return Some((line.start, line.start));
    }
    if !line.after_blank && !ends_sentence(lines[index - 1].text) {
        return None;
    }
    if let Some(certain) = rule(line.text) {
        return begins_text(&lines[index + 1..], certain).then(|| (line.start, next()));
    }
    if !line.after_blank {
        return None;
    }
    if is_slug(line.text) {
        return Some((line.start, line.start));
    }
    if line.text == "NNNN" {
        return Some((line.start, next()));
    }
    if !is_wire(line.text) {
        return None;
    }
    *datelines += 1;
    let head = head_above(lines, index).filter(|_| *datelines > 1)?;
    Some((head, head))
}

/// Is it the end of a text, rather than a heading that a rule underlines?
fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '"', '”'])
}

/// A line of one mark: is it one that hardly ever stands within a text?
fn rule(line: &str) -> Option<bool> {
    let mark = line
        .chars()
        .next()
        .filter(|mark| "=#*-_~—".contains(*mark))?;
    let length = line.chars().filter(|c| !c.is_whitespace()).count();
    let pure = line.chars().all(|c| c == mark || c == ' ');
    if !pure || length < SHORTEST_RULE {
        return None;
    }
    let certain = matches!(mark, '=' | '#');
    (certain || length >= SHORTEST_COMMON_RULE).then_some(certain)
}

/// Do these lines begin a text? Below a rule that is certain, whatever they are; else a date line, a line such as
/// `Outlet: …`, or a headline with an author or a date below it, for a headline alone is a section's.
fn begins_text(lines: &[Line<'_>], certain: bool) -> bool {
    let mut filled = lines.iter().filter(|line| !line.text.is_empty());
    let Some(first) = filled.next().map(|line| line.text) else {
        return false;
    };
    if certain {
        return rule(first).is_none();
    }
    let Some(second) = filled.next().map(|line| line.text) else {
        return false;
    };
    let fence = matches!(first, "---" | "+++");
    if fence || is_wire(first) || is_slug(first) || head_key(first).is_some() {
        return true;
    }
    let stands_below = is_wire(second) || head_key(second).is_some() || is_byline(second);
    is_headline(first) && stands_below
}

fn is_headline(line: &str) -> bool {
    let begins =
        line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"‘'#".contains(c));
    begins && line.len() <= LONGEST_HEAD && !line.ends_with(['.', ',', ';', ':'])
}

fn is_byline(line: &str) -> bool {
    let by = line
        .get(..3)
        .is_some_and(|head| head.eq_ignore_ascii_case("by "));
    (by && line.len() <= LONGEST_HEAD) || crate::stamp::read(line).is_some()
}

/// "DEV-QUAY-0012 (COAST)", "BC-QUAY-FIRE-2NDLD", "ZCZC": capitals joined by hyphens on a line of their own.
fn is_slug(line: &str) -> bool {
    if line.len() > LONGEST_SLUG {
        return false;
    }
    if line.starts_with("ZCZC") {
        return true;
    }
    let slug = line.split_once(" (").map_or(line, |(slug, _)| slug);
    let parts: Vec<&str> = slug.split('-').collect();
    let loud = |part: &&str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let worded = parts[0].chars().all(|c| c.is_ascii_uppercase()) && parts[0].len() >= 2;
    parts.len() >= 3 && worded && parts.iter().all(loud)
}

/// Does the paragraph begin with a date line that names an agency: "PORT ALDER, May 4 (Coast Agency) --"?
fn is_wire(line: &str) -> bool {
    let mut end = line.len().min(DATE_LINE_WITHIN);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let Some((place, rest)) = line[..end].split_once('(') else {
        return false;
    };
    let first = place
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("");
    let loud = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
    let marked = rest.split_once(')').is_some_and(|(_, behind)| {
        let behind = behind.trim_start_matches([']', ' ']);
        ["--", "—", "–", "- "]
            .iter()
            .any(|mark| behind.starts_with(mark))
    });
    loud && marked && place.len() <= LONGEST_HEAD / 2
}

/// Where the headline above this paragraph begins: one short line between blank ones, author and date lines between.
fn head_above(lines: &[Line<'_>], index: usize) -> Option<usize> {
    let mut above = lines[..index]
        .iter()
        .rev()
        .filter(|line| !line.text.is_empty());
    let mut line = above.next()?;
    if is_byline(line.text) {
        line = above.next()?;
    }
    (line.after_blank && line.start > 0 && is_headline(line.text)).then_some(line.start)
}

/// The key of front matter that a line such as `Source: River Times` means, and its value.
pub(crate) fn head_key(line: &str) -> Option<(&'static str, &str)> {
    let (key, value) = line.split_once(": ")?;
    let known = HEAD_KEYS
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(key))?;
    (!value.trim().is_empty() && value.len() <= LONGEST_HEAD).then(|| (known.1, value.trim()))
}

fn pieces<'a>(text: &'a str, cuts: &[(usize, usize)]) -> Vec<Piece<'a>> {
    let starts = std::iter::once(0).chain(cuts.iter().map(|(_, next)| *next));
    let ends = cuts.iter().map(|(end, _)| *end).chain([text.len()]);
    let (mut above, mut counted) = (0, 0);
    let mut pieces = Vec::new();
    for (start, end) in starts.zip(ends) {
        let end = end.max(start);
        above += text[counted..start].matches('\n').count();
        counted = start;
        let piece = &text[start..end];
        if !piece.trim().is_empty() {
            pieces.push(Piece { text: piece, above });
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(text: &str) -> Vec<String> {
        let pieces = cut(text).into_iter();
        pieces
            .map(|piece| piece.text.trim().lines().next().unwrap_or("").to_owned())
            .collect()
    }

    #[test]
    fn files_are_cut_where_they_say_so() {
        for (text, expected) in [
            (
                "---\ntitle: One\n---\nText.\n\n---\ntitle: Two\noutlet: B\n---\nMore.\n",
                &["---", "---"][..],
            ),
            (
                "One\n\nText.\n\n=====\n\nTwo words\n\nMore.\n",
                &["One", "Two words"],
            ),
            (
                "One\n\nText.\n\n##########\nSource: River Times\nTwo\n\nMore.",
                &["One", "Source: River Times"],
            ),
            (
                "One\n\nText.\n\n--------------------\n\nTwo\nBy Ada Lind\n\nMore.",
                &["One", "Two"],
            ),
            (
                "---\ntitle: One\n---\nText.\n+++\noutlet = \"B\"\n+++\nMore.\n",
                &["---", "+++"],
            ),
            (
                "Two died.\n\n=====\n\nNine died.\n",
                &["Two died.", "Nine died."],
            ),
            (
                "Two died.\n=====\nNine died.\n",
                &["Two died.", "Nine died."],
            ),
            (
                "DEV-QUAY-0001 (COAST)\n\nText.\n\nDEV-QUAY-0002 (COAST)\n\nMore.",
                &["DEV-QUAY-0001 (COAST)", "DEV-QUAY-0002 (COAST)"],
            ),
            (
                "ZCZC A1\nText.\n\nNNNN\nZCZC A2\nMore.\n\nNNNN\n",
                &["ZCZC A1", "ZCZC A2"],
            ),
            (
                "Quay hit\n\nALDER, May 3 (Coast) -- Text.\n\nMore.\n\nMill burns\n\nOSK, May 3 (Hill) -- Text.",
                &["Quay hit", "Mill burns"],
            ),
        ] {
            assert_eq!(heads(text), expected, "{text}");
        }
    }

    #[test]
    fn one_text_stays_one() {
        for text in [
            "",
            "One\n\nText.\n\n***\n\nA section\n\nMore.",
            "One\n===\n\nText.",
            "One\n\nText.\n\nA section\n=====\n\nMore.",
            "One\n\nText.\n\n--------------------\n\nA section\n\nMore.",
            "One\n\nText.\n\n---\n\nMore: much more.\n\n---\n\nText.",
            "ALDER, May 3 (Coast) -- Text.\n\nOSK, May 3 (Coast) -- More of the same text.",
            "One\n\nText.\n\n=====\n\n",
            "---\ntitle: One\n---\n\nText-To-Speech is read here.",
        ] {
            assert_eq!(cut(text).len(), usize::from(!text.is_empty()), "{text}");
        }
    }

    #[test]
    fn lines_above_are_counted() {
        let pieces = cut("One\n\nText.\n\n=====\n\nTwo\n\nMore.\n");
        let above: Vec<usize> = pieces.iter().map(|piece| piece.above).collect();
        assert_eq!(above, [0, 5]);
    }

    #[test]
    fn many_marks_take_a_moment_only() {
        for unit in [
            "=====\n\n",
            "---\n\n",
            "+++\n---\n\n",
            "A (B) --\n\n",
            "NNNN\n\n",
            "#####\n\nX\n\ny\n\n",
        ] {
            let text = unit.repeat(1_000_000 / unit.len());
            assert!(cut(&text).len() <= MOST_PASTED + 1, "{unit:?}");
        }
    }
}

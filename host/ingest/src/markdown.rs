//! Markdown, lightly: what outlets' texts use, turned into plain text.
//!
//! Headings become paragraphs, `> ` in the margin and rules go, `[text](url)` becomes its text, `<https://…>` the
//! address, and paired marks of emphasis and code go. Lists, tables and everything else stay as they are.

use std::collections::BTreeMap;
use std::ops::Range;

/// How far the end of a link's address is looked for, in bytes: browsers take no longer ones, and the bound keeps a
/// text of nothing but `](` linear.
const LONGEST_ADDRESS: usize = 2048;

/// The plain text, and the heading of the first rank that it begins with.
pub(crate) fn plain(text: &str) -> (String, Option<String>) {
    let (blocks, title) = blocks(text);
    let mut out = String::with_capacity(blocks.len());
    let mut paragraph_start = 0;
    let mut start = 0;
    for line in blocks.split_inclusive('\n') {
        let end = start + line.len();
        if line.trim().is_empty() {
            inline(&blocks[paragraph_start..start], &mut out);
            out.push('\n');
            paragraph_start = end;
        }
        start = end;
    }
    inline(&blocks[paragraph_start..], &mut out);
    let title = title.map(|title| {
        let mut out = String::new();
        inline(&title, &mut out);
        out
    });
    (out, title)
}

/// What the lines are: headings, rules, quotations. Marks within lines stay.
fn blocks(text: &str) -> (String, Option<String>) {
    let mut out = String::with_capacity(text.len());
    let mut title = None;
    let mut previous = "";
    let mut lines = 0_usize;
    for line in text.split('\n') {
        let line = unquoted(line);
        if let Some((rank, heading)) = heading(line) {
            if rank == 1 && lines == 0 {
                title = Some(heading.to_owned());
            }
            out.push('\n');
            out.push_str(heading);
            out.push_str("\n\n");
        } else if is_made_of(line, "=") && !previous.trim().is_empty() {
            if lines == 1 && title.is_none() {
                title = Some(previous.trim().to_owned());
            }
            out.push('\n');
        } else if is_made_of(line, "-*_") {
            out.push('\n');
        } else {
            out.push_str(line);
            out.push('\n');
        }
        lines += usize::from(!line.trim().is_empty());
        previous = line;
    }
    (out, title)
}

fn unquoted(line: &str) -> &str {
    let mut line = line;
    while let Some(rest) = line.trim_start_matches(' ').strip_prefix('>') {
        line = rest.strip_prefix(' ').unwrap_or(rest);
    }
    line
}

/// Rank and words of `## Words ##`.
fn heading(line: &str) -> Option<(usize, &str)> {
    let line = line.trim();
    let words = line.trim_start_matches('#');
    let rank = line.len() - words.len();
    let set_off = words.is_empty() || words.starts_with([' ', '\t']);
    ((1..=6).contains(&rank) && set_off).then(|| {
        let words = words.trim();
        let bare = words.trim_end_matches('#');
        let closed = bare.is_empty() || bare.ends_with([' ', '\t']);
        (rank, if closed { bare.trim_end() } else { words })
    })
}

/// Three or more of one of these marks, and nothing else but blanks.
fn is_made_of(line: &str, marks: &str) -> bool {
    let mut found = line.chars().filter(|c| !c.is_whitespace());
    let Some(mark) = found.next().filter(|c| marks.contains(*c)) else {
        return false;
    };
    let mut count = 1;
    found.all(|c| {
        count += 1;
        c == mark
    }) && count >= 3
}

/// Appends a paragraph without its marks.
fn inline(paragraph: &str, out: &mut String) {
    let mut scan = Scan {
        text: paragraph,
        drops: Vec::new(),
        brackets: Vec::new(),
        marks: BTreeMap::new(),
    };
    scan.run();
    let mut drops = scan.drops;
    drops.sort_unstable_by_key(|range| range.start);
    let mut kept = 0;
    for range in drops {
        if range.start >= kept {
            out.push_str(&paragraph[kept..range.start]);
            kept = range.end;
        }
    }
    out.push_str(&paragraph[kept..]);
}

/// One pass over a paragraph, noting what is to be left out. All marks are ASCII, so every range lies on boundaries.
struct Scan<'a> {
    text: &'a str,
    drops: Vec<Range<usize>>,
    /// Where brackets opened that are not closed yet, with the mark of an image.
    brackets: Vec<Range<usize>>,
    /// Where emphasis opened that is not closed yet, by mark and length.
    marks: BTreeMap<(u8, usize), usize>,
}

impl Scan<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            at = match bytes[at] {
                b'\\' => self.escape(at),
                b'!' if bytes.get(at + 1) == Some(&b'[') => self.open(at..at + 2),
                b'[' => self.open(at..at + 1),
                b']' => self.close(at),
                b'<' => self.address(at),
                b'*' | b'_' | b'`' | b'~' => self.mark(at),
                _ => at + 1,
            };
        }
    }

    fn escape(&mut self, at: usize) -> usize {
        match self.text.as_bytes().get(at + 1) {
            Some(next) if next.is_ascii_punctuation() || *next == b'\n' => {
                self.drops.push(at..at + 1);
                at + 2
            }
            _ => at + 1,
        }
    }

    fn open(&mut self, bracket: Range<usize>) -> usize {
        let end = bracket.end;
        self.brackets.push(bracket);
        end
    }

    fn close(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else {
            return at + 1;
        };
        match self.link_end(at + 1) {
            Some(end) => {
                self.drops.push(open);
                self.drops.push(at..end);
                end
            }
            None => at + 1,
        }
    }

    /// Where `(url)` or `(url "title")` that begins here ends.
    fn link_end(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if bytes.get(start) != Some(&b'(') {
            return None;
        }
        let window = &bytes[start..bytes.len().min(start + LONGEST_ADDRESS)];
        let mut depth = 0_usize;
        for (offset, byte) in window.iter().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' if depth == 1 => {
                    let inner = &self.text[start + 1..start + offset];
                    return is_destination(inner).then_some(start + offset + 1);
                }
                b')' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    fn address(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = &bytes[at + 1..bytes.len().min(at + LONGEST_ADDRESS)];
        let stop = rest
            .iter()
            .position(|b| *b == b'>' || b.is_ascii_whitespace());
        let is_address = rest.starts_with(b"http://") || rest.starts_with(b"https://");
        match stop {
            Some(stop) if is_address && rest[stop] == b'>' => {
                self.drops.push(at..at + 1);
                self.drops.push(at + 1 + stop..at + 2 + stop);
                at + 2 + stop
            }
            _ => at + 1,
        }
    }

    /// A run of marks opens where a word begins and closes where one ends, so that `f**k`, `snake_case` and `5 * 3`
    /// keep theirs.
    fn mark(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mark = bytes[at];
        let length = bytes[at..].iter().take_while(|byte| **byte == mark).count();
        let end = at + length;
        let most = if mark == b'~' { 2..=2 } else { 1..=3 };
        if !most.contains(&length) {
            return end;
        }
        let before = self.text[..at].chars().next_back();
        let after = self.text[end..].chars().next();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let ink = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let opened = self.marks.get(&(mark, length)).copied();
        if let Some(start) = opened.filter(|_| ink(before) && !word(after)) {
            self.drops.push(start..start + length);
            self.drops.push(at..end);
            self.marks.remove(&(mark, length));
        } else if ink(after) && !word(before) {
            self.marks.insert((mark, length), at);
        }
        end
    }
}

/// An address without blanks, with or without a title in quotes.
fn is_destination(inner: &str) -> bool {
    let inner = inner.trim();
    match inner.split_once(char::is_whitespace) {
        None => true,
        Some((_, title)) => title.trim_start().starts_with(['"', '\'', '(']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean;

    fn check(text: &str, expected: &str) {
        assert_eq!(clean::paragraphs(&plain(text).0), expected, "{text:?}");
    }

    #[test]
    fn marks_within_lines_go() {
        check(
            "A [quay](https://a.example/x_(y)) and ![smoke](s.png \"Smoke\").",
            "A quay and smoke.",
        );
        check("[![pic](a.png)](b) text", "pic text");
        check(
            "**Bold**, *slanted*, __bold__, _slanted_, ***both***, `code`, ~~gone~~.",
            "Bold, slanted, bold, slanted, both, code, gone.",
        );
        check("**_both_** and (*this*)", "both and (this)");
        check(
            "See <https://a.example/a_b_c>.",
            "See https://a.example/a_b_c.",
        );
        check(r"5 \* 3, \[sic\], C:\temp", "5 * 3, [sic], C:\\temp");
    }

    #[test]
    fn what_is_no_mark_stays() {
        for text in [
            "f**k and s**t",
            "snake_case_name",
            "5 * 3 * 2",
            "[sic] he said",
            "[text](not a link)",
            "a < b > c",
            "]( ](",
            "* one\n* two",
            "a footnote* here\nand a note",
            "#nohashtag",
            "~5 dead, ~6 hurt",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn lines_become_paragraphs() {
        check("Intro\n## Part ##\ntext", "Intro\n\nPart\n\ntext");
        check("Part\n----\ntext\n\n***\n\nmore", "Part\n\ntext\n\nmore");
        check("> quoted\n> > twice\nplain", "quoted\ntwice\nplain");
        check("# C#", "C#");
    }

    #[test]
    fn the_first_heading_is_the_title() {
        let title = |text: &str| plain(text).1;
        assert_eq!(title("\n# The *quay*\n\ntext").as_deref(), Some("The quay"));
        assert_eq!(title("The quay\n===\ntext").as_deref(), Some("The quay"));
        assert_eq!(title("## Part\n# The quay"), None);
        assert_eq!(title("text\n\n# The quay"), None);
        assert_eq!(title("text\n\nThe quay\n===\n"), None);
        assert_eq!(title(""), None);
    }
}

//! What of a page would keep the parser busy for minutes, counted before it is parsed.
//!
//! The count follows the rules of HTML only as far as it takes to never see less than the parser: where an end tag might
//! be ignored or close one element only, it is.

use std::collections::BTreeMap;

use crate::error::Refusal;
use crate::limits::{DEEPEST_TAGS, MOST_ATTRIBUTES, MOST_REOPENED, MOST_TAGS};

/// How far up an end tag is matched: beyond that it closes nothing here, so that the count errs towards deep.
const REACH: usize = 64;

/// Tags that hold nothing, or that end where the next of their kind begins.
const SHALLOW: [&str; 25] = [
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li",
    "link", "meta", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track",
    "wbr",
];

/// Tags whose content is no markup, outside of pictures and formulas.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "xmp"];

/// Marks of type. Where a block ends before them, the parser opens them again in every block that follows.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Beyond these no end tag reaches, but their own.
const WALLS: [&str; 10] = [
    "applet",
    "caption",
    "desc",
    "foreignobject",
    "marquee",
    "object",
    "svg",
    "math",
    "table",
    "template",
];

/// Beyond these no end tag reaches of an element that is neither a block nor a mark of type.
const BLOCKS: [&str; 44] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "html",
    "iframe",
    "listing",
    "main",
    "menu",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "ul",
    "plaintext",
];

/// The parser opens no more than so many marks of one kind again.
const ALIKE: u8 = 3;

/// Refuses a page whose tags are too many, too deep or too laden.
pub(super) fn check(html: &str) -> Result<(), Refusal> {
    let mut count = Count::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        rest = match rest.as_bytes().first() {
            Some(b'!') if rest.starts_with("!--") => after_comment(&rest[3..]),
            Some(b'/') => count.close(&rest[1..]),
            Some(byte) if byte.is_ascii_alphabetic() => count.open(rest)?,
            _ => rest,
        };
        if count.tags > MOST_TAGS {
            let why = format!("it has more than {MOST_TAGS} tags");
            return Err(Refusal::NoPage { why });
        }
    }
    Ok(())
}

/// What follows the end of a comment: `-->`, `--!>`, or at once `>`.
fn after_comment(comment: &str) -> &str {
    if let Some(rest) = comment
        .strip_prefix('>')
        .or_else(|| comment.strip_prefix("->"))
    {
        return rest;
    }
    let ends = comment.match_indices('>').find_map(|(at, _)| {
        let before = &comment[..at];
        (before.ends_with("--") || before.ends_with("--!")).then(|| &comment[at + 1..])
    });
    ends.unwrap_or("")
}

fn is(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// An element that is open, and its tag.
struct Open<'a> {
    name: &'a str,
    tag: &'a str,
}

#[derive(Default)]
struct Count<'a> {
    tags: usize,
    open: Vec<Open<'a>>,
    /// Marks of type that a block's end left open, by their tag, and how many of them are opened again.
    left: BTreeMap<&'a str, u8>,
    again: usize,
    /// How many marks were opened again so far, at most.
    reopened: usize,
}

impl<'a> Count<'a> {
    fn open(&mut self, text: &'a str) -> Result<&'a str, Refusal> {
        self.tags += 1;
        let name = name(text);
        let (tag, attributes, rest) = inside(text);
        if attributes > MOST_ATTRIBUTES {
            let why = format!("one of its tags has more than {MOST_ATTRIBUTES} attributes");
            return Err(Refusal::NoPage { why });
        }
        let foreign = self
            .open
            .iter()
            .rev()
            .any(|open| is(open.name, &["svg", "math"]));
        if !foreign && is(name, &RAW) {
            return Ok(after_raw(rest, name));
        }
        let holds = if foreign {
            !tag.ends_with('/')
        } else {
            !is(name, &SHALLOW)
        };
        if holds {
            self.open.push(Open { name, tag });
        }
        if self.open.len() > DEEPEST_TAGS {
            let why = format!("its tags are nested more than {DEEPEST_TAGS} deep");
            return Err(Refusal::NoPage { why });
        }
        self.reopened += self.again;
        if self.reopened > MOST_REOPENED {
            let why =
                "it has thousands of marks of type (<b>, <font>) that are never closed".to_owned();
            return Err(Refusal::NoPage { why });
        }
        Ok(rest)
    }

    fn close(&mut self, text: &'a str) -> &'a str {
        self.tags += 1;
        let name = name(text);
        let mark = is(name, &FORMATTING);
        // The ends of page and body end nothing: what follows still stands in what is open.
        if !is(name, &["body", "html"])
            && let Some((at, over_block)) = self.opened(name, mark)
        {
            if over_block && (mark || name.eq_ignore_ascii_case("form")) {
                self.open.remove(at);
            } else {
                self.leave(at + 1);
                self.open.truncate(at);
            }
        }
        inside(text).2
    }

    /// Where the element stands that this end tag closes, and whether a block stands open in it.
    fn opened(&self, name: &str, mark: bool) -> Option<(usize, bool)> {
        let block = mark || is(name, &BLOCKS) || is(name, &WALLS);
        let mut over_block = false;
        for (at, open) in self.open.iter().enumerate().rev().take(REACH) {
            if open.name.eq_ignore_ascii_case(name) {
                return Some((at, over_block));
            }
            let is_wall = is(open.name, &WALLS);
            let is_block = is_wall || is(open.name, &BLOCKS);
            if is_wall || (is_block && !block) {
                return None;
            }
            over_block |= is_block;
        }
        None
    }

    /// Marks of type from here on are left open by the end of what holds them.
    fn leave(&mut self, from: usize) {
        for open in &self.open[from.min(self.open.len())..] {
            if is(open.name, &FORMATTING) {
                let alike = self.left.entry(open.tag).or_default();
                if *alike < ALIKE {
                    *alike += 1;
                    self.again += 1;
                }
            }
        }
    }
}

/// A tag's name, up to the blank, slash or end behind it.
fn name(tag: &str) -> &str {
    let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
    &tag[..end.unwrap_or(tag.len())]
}

/// Where in a tag we are.
#[derive(Clone, Copy)]
enum Part {
    Between,
    Name,
    BehindName,
    BeforeValue,
    Value,
    Quoted(u8),
}

/// The tag up to its end, how many attributes it has, and what follows.
fn inside(text: &str) -> (&str, usize, &str) {
    let mut attributes = 0;
    let mut part = Part::Between;
    let start = name(text).len();
    for (at, byte) in text.bytes().enumerate().skip(start) {
        let blank = byte.is_ascii_whitespace();
        part = match (part, byte) {
            (Part::Quoted(mark), byte) if byte == mark => Part::Between,
            (Part::Quoted(mark), _) => Part::Quoted(mark),
            (_, b'>') => return (&text[..at], attributes, &text[at + 1..]),
            (Part::BeforeValue, b'"' | b'\'') => Part::Quoted(byte),
            (Part::BeforeValue, _) if blank => Part::BeforeValue,
            (Part::BeforeValue, _) => Part::Value,
            (Part::Value, _) if !blank => Part::Value,
            (Part::Name | Part::BehindName, b'=') => Part::BeforeValue,
            (Part::Name | Part::BehindName, _) if blank => Part::BehindName,
            (Part::Name, byte) if byte != b'/' => Part::Name,
            (_, byte) if blank || byte == b'/' => Part::Between,
            _ => {
                attributes += 1;
                Part::Name
            }
        };
    }
    // Never closed: the parser takes the rest for one tag.
    (text, attributes, "")
}

/// What follows the end tag of a script or the like.
fn after_raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        at += found + 2;
        let end = rest.as_bytes().get(at..at + name.len());
        if end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
            return inside(&rest[at..]).2;
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(html: &str) -> String {
        check(html)
            .err()
            .map_or_else(String::new, |refusal| refusal.to_string())
    }

    #[test]
    fn real_pages_pass() {
        let list =
            "<ul>".to_owned() + &"<li><p>an <b>item</b><br><img src=a>".repeat(3000) + "</ul>";
        let script = "<script>if (a<b) { s = '<div><div>' }</script>".repeat(1000);
        let marks = "<div><b>x</div><p>y</p>".repeat(20_000);
        let shapes = format!(
            "<svg>{}</svg>",
            "<path d='M0 0'/><g><use></use></g>".repeat(5000)
        );
        let table = format!(
            "<table>{}</table>",
            "<tr><td><a href=x><b>1</b></a><td>2".repeat(5000)
        );
        let picture = format!(
            "<img src=\"data:{}\" alt='a > b'>",
            "a b c=".repeat(100_000)
        );
        for html in [
            "",
            "<",
            "a < b",
            "<p>Words",
            "</b></i>",
            "<!-- <div> ",
            &list,
            &script,
            &picture,
            &marks,
            &shapes,
            &table,
        ] {
            assert_eq!(said(html), "", "{:.60}", html);
        }
    }

    #[test]
    fn what_keeps_a_parser_busy_is_refused() {
        assert!(said(&"<div>".repeat(60_000)).contains("nested more than 400 deep"));
        assert!(said(&"<b></i>".repeat(60_000)).contains("nested more than 400 deep"));
        assert!(said(&"<div><SPAN></x>".repeat(500)).contains("nested more than 400 deep"));
        // Each of these is seen differently by who reads tags carelessly and by the parser.
        for unit in [
            "<div><table><tr><td></div>",
            "<b><div></b>",
            "<form><div></form>",
            "<span><div></span>",
            "<div></body>",
            "<p-a>",
            "<p\"x>",
            "<rt>",
            "<optgroup>",
            "<p =\"><div x=\">",
            "<p a=b=\"><div x=\">",
            "<!--><div>",
            "<!--->x<i class=y>",
            "<!-- --!><div>",
        ] {
            assert!(
                said(&unit.repeat(2000)).contains("nested more than 400 deep"),
                "{unit}"
            );
        }
        for unit in ["<td>", "<title><div>", "<style><g>", "<source>"] {
            assert!(
                said(&format!("<svg>{}", unit.repeat(2000))).contains("nested more than 400 deep"),
                "{unit}"
            );
        }
        let marks: String = (0..2000)
            .map(|n| format!("<div><b class=c{n}></div>"))
            .collect();
        assert!(said(&format!("{marks}{}", "<p>x</p>".repeat(2000))).contains("never closed"));
        assert!(said(&"<p></p>".repeat(300_000)).contains("more than 400000 tags"));
        let laden: String = (0..5000).map(|n| format!(" a{n}=\"x\"")).collect();
        assert!(said(&format!("<p{laden}>")).contains("more than 500 attributes"));
        assert!(said(&format!("<p {}", "a/".repeat(5000))).contains("more than 500 attributes"));
    }
}

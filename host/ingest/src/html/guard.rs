//! What of a page would keep the parser busy for minutes, counted before it is parsed.

use crate::error::Refusal;
use crate::limits::{DEEPEST_TAGS, MOST_ATTRIBUTES, MOST_TAGS};

/// How far up an end tag is matched: beyond that it closes nothing here, so that the count errs towards deep.
const REACH: usize = 64;

/// How many bytes of a tag's name are looked at; all that matter here are shorter.
const LONGEST_NAME: usize = 16;

/// Tags that hold nothing, or that end where the next of their kind begins.
const SHALLOW: [&str; 29] = [
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li",
    "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td",
    "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Tags whose content is no markup.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "xmp"];

/// Refuses a page whose tags are too many, too deep or too laden.
pub(super) fn check(html: &str) -> Result<(), Refusal> {
    let mut count = Count::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        rest = match rest.as_bytes().first() {
            Some(b'!') if rest.starts_with("!--") => after(rest, "-->"),
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

/// What follows the mark; nothing where it never comes.
fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.find(mark).map_or("", |at| &text[at + mark.len()..])
}

#[derive(Default)]
struct Count<'a> {
    tags: usize,
    open: Vec<&'a str>,
}

impl<'a> Count<'a> {
    fn open(&mut self, tag: &'a str) -> Result<&'a str, Refusal> {
        self.tags += 1;
        let name = name(tag);
        let (inside, rest) = inside(tag);
        if attributes(inside) > MOST_ATTRIBUTES {
            let why = format!("one of its tags has more than {MOST_ATTRIBUTES} attributes");
            return Err(Refusal::NoPage { why });
        }
        let is = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        if is(&RAW) {
            return Ok(after_raw(rest, name));
        }
        if !is(&SHALLOW) {
            self.open.push(name);
        }
        if self.open.len() > DEEPEST_TAGS {
            let why = format!("its tags are nested more than {DEEPEST_TAGS} deep");
            return Err(Refusal::NoPage { why });
        }
        Ok(rest)
    }

    fn close(&mut self, tag: &'a str) -> &'a str {
        self.tags += 1;
        let name = name(tag);
        let above = self.open.len().saturating_sub(REACH);
        let opened = self.open[above..].iter();
        if let Some(at) = opened
            .rev()
            .position(|open| open.eq_ignore_ascii_case(name))
        {
            self.open.truncate(self.open.len() - at - 1);
        }
        inside(tag).1
    }
}

fn name(tag: &str) -> &str {
    let bytes = tag.as_bytes();
    let end = bytes
        .iter()
        .take(LONGEST_NAME)
        .position(|b| !b.is_ascii_alphanumeric());
    // A name is cut only behind letters and digits, so always between characters.
    &tag[..end.unwrap_or(bytes.len().min(LONGEST_NAME))]
}

/// The tag up to its end, and what follows; quotation marks hide an end.
fn inside(tag: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return (&tag[..at], &tag[at + 1..]),
            (None, b'"' | b'\'') if at > 0 && tag.as_bytes()[at - 1] == b'=' => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    // Never closed: the parser takes the rest for one tag.
    (tag, "")
}

/// At most this many attributes: stretches between blanks and slashes outside of quotation marks, an equals sign each.
fn attributes(inside: &str) -> usize {
    let (mut count, mut quote, mut blank) = (0_usize, None, false);
    for byte in inside.bytes() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => (quote, blank) = (None, true),
            (None, byte) if byte.is_ascii_whitespace() || byte == b'/' => blank = true,
            (None, _) => {
                count += usize::from(blank);
                blank = false;
            }
            _ => {}
        }
    }
    count
}

/// What follows the end tag of a script or the like.
fn after_raw<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut at = 0;
    while let Some(found) = rest[at..].find("</") {
        at += found + 2;
        let end = rest.as_bytes().get(at..at + name.len());
        if end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes())) {
            return inside(&rest[at..]).1;
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
        ] {
            assert_eq!(said(html), "", "{:.60}", html);
        }
    }

    #[test]
    fn what_keeps_a_parser_busy_is_refused() {
        assert!(said(&"<div>".repeat(60_000)).contains("nested more than 400 deep"));
        assert!(said(&"<b></i>".repeat(60_000)).contains("nested more than 400 deep"));
        assert!(said(&"<div><SPAN></x>".repeat(500)).contains("nested more than 400 deep"));
        assert!(said(&"<p></p>".repeat(300_000)).contains("more than 400000 tags"));
        let laden: String = (0..5000).map(|n| format!(" a{n}=\"x\"")).collect();
        assert!(said(&format!("<p{laden}>")).contains("more than 500 attributes"));
        assert!(said(&format!("<p {}", "a=1/".repeat(5000))).contains("more than 500 attributes"));
    }
}

//! What kind of file the bytes are, and how large it may be.

use crate::error::Refusal;
use crate::limits::{MOST_LINES, MOST_TEXT};

/// How files of other kinds begin.
const SIGNATURES: [(&[u8], &str); 18] = [
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image, sound or film"),
    (b"II*\0", "a scan (TIFF)"),
    (b"MM\0*", "a scan (TIFF)"),
    (b"\0\0\0\x1cftyp", "an image or film"),
    (b"\0\0\0 ftyp", "an image or film"),
    (b"From: <Saved by", "a web archive (MHTML)"),
    (b"\0asm", "a WebAssembly module"),
];

/// Kinds of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A saved page.
    Html,
    /// One JSON document.
    Json,
    /// JSON, one document a line.
    JsonLines,
    /// Markdown.
    Markdown,
    /// Anything else.
    Plain,
}

/// How markup begins, in small letters.
const MARKUP: [(&str, &str); 9] = [
    ("<!doctype html", "HTML"),
    ("<html", "HTML"),
    ("<head", "HTML"),
    ("<body", "HTML"),
    ("<!--", "HTML"),
    ("<rss", "a feed"),
    ("<feed", "a feed"),
    ("<?xml", "XML"),
    ("<!doctype", "XML"),
];

/// How far behind an XML declaration a page may begin, in bytes.
const PAGE_WITHIN: usize = 2048;

/// Refuses what is no text by how it begins, and what is larger than such a file may be.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    for (signature, kind) in SIGNATURES {
        if bytes.starts_with(signature) {
            return Err(Refusal::Foreign { kind });
        }
    }
    let start = bytes.trim_ascii_start();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let many = start.starts_with(b"{") || start.starts_with(b"[");
    let most = if many { MOST_LINES } else { MOST_TEXT };
    check_size(bytes.len(), most)
}

/// Refuses what has more bytes than may be.
pub(crate) fn check_size(bytes: usize, most: usize) -> Result<(), Refusal> {
    match bytes > most {
        true => Err(Refusal::TooLarge { bytes, most }),
        false => Ok(()),
    }
}

/// The kind of text, by how it begins, else by its name's ending.
pub(crate) fn kind(text: &str, ending: Option<&str>) -> Result<Kind, Refusal> {
    let text = text.trim_start();
    if text.is_empty() {
        return Err(Refusal::NoText);
    }
    match markup(text) {
        Some("HTML") => return Ok(Kind::Html),
        Some(kind) => return Err(Refusal::Foreign { kind }),
        None => {}
    }
    let after = |open: char| text.strip_prefix(open).map(str::trim_start);
    let object = after('{').is_some_and(|rest| rest.starts_with(['"', '}']));
    let list = after('[')
        .is_some_and(|rest| rest.starts_with('{') && rest[1..].trim_start().starts_with('"'));
    match ending {
        Some("jsonl" | "ndjson") => Ok(Kind::JsonLines),
        Some("json") => Ok(Kind::Json),
        _ if object || list => Ok(Kind::Json),
        Some("html" | "htm" | "xhtml") => Ok(Kind::Html),
        Some("xml" | "rss") => Err(Refusal::Foreign { kind: "XML" }),
        Some("md" | "markdown") => Ok(Kind::Markdown),
        _ => Ok(Kind::Plain),
    }
}

fn markup(text: &str) -> Option<&'static str> {
    let begins = |start: &str| {
        text.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    let (_, kind) = MARKUP.iter().find(|(start, _)| begins(start))?;
    if *kind != "XML" {
        return Some(kind);
    }
    let mut end = text.len().min(PAGE_WITHIN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].to_ascii_lowercase();
    Some(
        if head.contains("<html") || head.contains("<!doctype html") {
            "HTML"
        } else {
            kind
        },
    )
}

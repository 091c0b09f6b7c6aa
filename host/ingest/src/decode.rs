//! Bytes to text, and the kinds of file that are refused.

use crate::error::Refusal;

/// The largest text: a hundred novels. Reading costs some ten times as much memory, for every article read at once.
const MOST_TEXT: usize = 20_000_000;

/// The largest claims file: it holds the articles of a whole run, and its lines are read one by one.
const MOST_CLAIMS: usize = 400_000_000;

/// How files of other kinds begin.
const SIGNATURES: [(&[u8], &str); 12] = [
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
    (b"\0asm", "a WebAssembly module"),
];

/// How markup begins, in lower case.
const MARKUP: [(&str, &str); 7] = [
    ("<!doctype", "HTML"),
    ("<html", "HTML"),
    ("<head", "HTML"),
    ("<body", "HTML"),
    ("<!--", "HTML"),
    ("<?xml", "XML"),
    ("<rss", "XML"),
];

/// The text in the bytes, without a byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    for (signature, kind) in SIGNATURES {
        if bytes.starts_with(signature) {
            return Err(Refusal::Foreign { kind });
        }
    }
    let most = if looks_like_claims(bytes) {
        MOST_CLAIMS
    } else {
        MOST_TEXT
    };
    if bytes.len() > most {
        let bytes = bytes.len();
        return Err(Refusal::TooLarge { bytes, most });
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Refusal::Utf16);
    }
    if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Refusal::Binary { offset });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let byte = bytes[offset];
        Refusal::NotUtf8 { offset, byte }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// A JSON object that names our schema early on: enough to choose a limit.
fn looks_like_claims(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let name = b"rashomon/claims/";
    head.trim_ascii_start().starts_with(b"{") && head.windows(name.len()).any(|w| w == name)
}

/// Refuses HTML, XML and JSON, by how they begin or by their name's ending.
pub(crate) fn refuse_markup(text: &str, ending: Option<&str>) -> Result<(), Refusal> {
    let text = text.trim_start();
    let foreign = |kind| Err(Refusal::Foreign { kind });
    if text.is_empty() {
        return Err(Refusal::NoText);
    }
    for (start, kind) in MARKUP {
        let head = text.get(..start.len());
        if head.is_some_and(|head| head.eq_ignore_ascii_case(start)) {
            return foreign(kind);
        }
    }
    let after_brace = text.strip_prefix('{').map(str::trim_start);
    let object = after_brace.is_some_and(|rest| rest.starts_with(['"', '}']));
    match ending {
        _ if object => foreign("JSON"),
        Some("json" | "jsonl") => foreign("JSON"),
        Some("html" | "htm" | "xhtml") => foreign("HTML"),
        Some("xml" | "rss") => foreign("XML"),
        _ => Ok(()),
    }
}

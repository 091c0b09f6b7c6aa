//! Bytes to characters: by mark, by what they are, by what the page says, by guess, in this order.
//!
//! What is valid UTF-8 is UTF-8, whatever a page says of itself: text in another encoding is hardly ever valid.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::error::Refusal;

/// How far into a page it may say its encoding, in bytes; browsers look no further.
const SAID_WITHIN: usize = 1024;

/// How many bytes tell whether every other one is NUL.
const PROBE: usize = 512;

/// So many good characters of several bytes a broken one, and the text is UTF-8 with damage, not another encoding.
const GOOD_A_BAD: usize = 4;

/// One control character or broken one in so many, and it is no text.
const ODD_IN: usize = 50;

/// In a text shorter than this, in characters, a few odd ones prove nothing.
const SHORT: usize = 200;

/// A file's text, and what was done to get it where that is not plain.
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    /// A sentence without the file's name.
    pub(crate) note: Option<String>,
}

impl<'a> Decoded<'a> {
    fn plain(text: &'a str) -> Self {
        Self {
            text: Cow::Borrowed(text),
            note: None,
        }
    }

    fn noted(text: Cow<'a, str>, note: String) -> Self {
        Self {
            text,
            note: Some(note),
        }
    }
}

/// The text in the bytes, without a byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Refusal> {
    if let Some(text) = by_mark(bytes).or_else(|| wide(bytes)) {
        return Ok(text);
    }
    if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Refusal::Binary { offset });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded::plain(text)),
        Err(error) => other(bytes, error.valid_up_to()),
    }
}

/// UTF-16 and UTF-32 with a byte order mark.
fn by_mark(bytes: &[u8]) -> Option<Decoded<'static>> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe\0\0") {
        return Some(utf_32(rest, u32::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\0\0\xfe\xff") {
        return Some(utf_32(rest, u32::from_be_bytes));
    }
    let (encoding, length) = Encoding::for_bom(bytes)?;
    (encoding == UTF_16LE || encoding == UTF_16BE).then(|| utf_16(&bytes[length..], encoding))
}

/// UTF-16 and UTF-32 without a mark: nearly all of every second byte, or of three in four, is NUL.
fn wide(bytes: &[u8]) -> Option<Decoded<'static>> {
    let probe = &bytes[..bytes.len().min(PROBE)];
    if probe.len() < 8 {
        return None;
    }
    let nul = |offset: usize| {
        let column = probe.iter().skip(offset).step_by(4);
        let (all, nul) = column.fold((0, 0), |(all, nul), byte| {
            (all + 1, nul + usize::from(*byte == 0))
        });
        nul * 10 >= all * 9
    };
    match [nul(0), nul(1), nul(2), nul(3)] {
        [false, true, true, true] => Some(utf_32(bytes, u32::from_le_bytes)),
        [true, true, true, false] => Some(utf_32(bytes, u32::from_be_bytes)),
        [false, true, false, true] => Some(utf_16(bytes, UTF_16LE)),
        [true, false, true, false] => Some(utf_16(bytes, UTF_16BE)),
        _ => None,
    }
}

fn utf_16(bytes: &[u8], encoding: &'static Encoding) -> Decoded<'static> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let broken = if broken {
        ", parts of which are broken"
    } else {
        ""
    };
    let note = format!("it is {}{broken}; it was read as such", encoding.name());
    Decoded::noted(Cow::Owned(without_nul(&text)), note)
}

fn utf_32(bytes: &[u8], number: fn([u8; 4]) -> u32) -> Decoded<'static> {
    let chars = bytes.chunks(4).map(|four| {
        let four = <[u8; 4]>::try_from(four).ok();
        let c = four.and_then(|four| char::from_u32(number(four)));
        c.unwrap_or(char::REPLACEMENT_CHARACTER)
    });
    let text: String = chars.collect();
    Decoded::noted(
        Cow::Owned(without_nul(&text)),
        "it is UTF-32; it was read as such".to_owned(),
    )
}

fn without_nul(text: &str) -> String {
    text.replace('\0', "")
}

/// What is no valid UTF-8: damaged UTF-8, the encoding the page names, or the likeliest one.
fn other(bytes: &[u8], first: usize) -> Result<Decoded<'_>, Refusal> {
    let (good, bad) = sequences(bytes);
    if bad == 1 || good >= bad * GOOD_A_BAD {
        let text = String::from_utf8_lossy(bytes);
        let note = format!(
            "{bad} places are broken UTF-8, the first at byte {first} (0x{:02x}); each is shown as U+FFFD",
            bytes[first]
        );
        // One stray byte in a text of plain letters is more likely an accent of another encoding.
        if good > 0 {
            return texts_only(Decoded::noted(text, note), first, bytes);
        }
    }
    let said = said(bytes);
    let encoding = said.unwrap_or_else(|| guess(bytes));
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let how = match said {
        Some(_) => "which it says it is",
        None => "a guess; save it as UTF-8 if letters look wrong",
    };
    let note = format!(
        "byte {first} (0x{:02x}) is not UTF-8; it was read as {} ({how})",
        bytes[first],
        encoding.name()
    );
    texts_only(Decoded::noted(text, note), first, bytes)
}

/// How many characters of several bytes are whole, and how many places are broken.
fn sequences(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(good, bad), chunk| {
        let long = chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        (good + long, bad + usize::from(!chunk.invalid().is_empty()))
    })
}

/// The encoding that the head of a page or an XML declaration names.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(SAID_WITHIN)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut labels = head
        .match_indices("charset")
        .chain(head.match_indices("encoding"));
    labels.find_map(|(at, word)| {
        let rest = head[at + word.len()..].trim_start().strip_prefix('=')?;
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
        let encoding = Encoding::for_label(&rest.as_bytes()[..end.unwrap_or(rest.len())])?;
        // A page in one of these could not have said so in letters of one byte; and it is no valid UTF-8.
        let wide = encoding == UTF_16LE || encoding == UTF_16BE;
        (!wide && encoding != encoding_rs::UTF_8).then_some(encoding)
    })
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Refuses what any encoding of one byte would turn into letters: pictures, programs, archives.
fn texts_only<'a>(
    decoded: Decoded<'a>,
    first: usize,
    bytes: &[u8],
) -> Result<Decoded<'a>, Refusal> {
    let odd = |c: &char| {
        let printed = matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}' | '\u{85}');
        *c == char::REPLACEMENT_CHARACTER || (c.is_control() && !printed)
    };
    let (all, found) = decoded.text.chars().fold((0, 0), |(all, found), c| {
        (all + 1, found + usize::from(odd(&c)))
    });
    if found * ODD_IN > all.max(SHORT) {
        let byte = bytes[first];
        return Err(Refusal::NotText {
            offset: first,
            byte,
        });
    }
    Ok(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, String) {
        let decoded = decode(bytes).unwrap_or_else(|refusal| panic!("{refusal}"));
        (decoded.text.into_owned(), decoded.note.unwrap_or_default())
    }

    #[test]
    fn utf_8_is_read_whatever_the_page_says() {
        let page = "<meta charset=windows-1252>café – “quay”";
        assert_eq!(read(page.as_bytes()), (page.to_owned(), String::new()));
        let marked = [b"\xef\xbb\xbf", page.as_bytes()].concat();
        assert_eq!(read(&marked).0, page);
    }

    #[test]
    fn wide_characters_are_read_with_and_without_a_mark() {
        let text = "Quay hit – three hurt";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let long: Vec<u8> = text
            .chars()
            .flat_map(|c| (c as u32).to_le_bytes())
            .collect();
        let long_big: Vec<u8> = text
            .chars()
            .flat_map(|c| (c as u32).to_be_bytes())
            .collect();
        for (bytes, name) in [
            ([b"\xff\xfe".as_slice(), &little].concat(), "UTF-16LE"),
            ([b"\xfe\xff".as_slice(), &big].concat(), "UTF-16BE"),
            ([b"\xff\xfe\0\0".as_slice(), &long].concat(), "UTF-32"),
            ([b"\0\0\xfe\xff".as_slice(), &long_big].concat(), "UTF-32"),
            (little, "UTF-16LE"),
            (big, "UTF-16BE"),
            (long, "UTF-32"),
            (long_big, "UTF-32"),
        ] {
            let (read, note) = read(&bytes);
            assert_eq!(read, text, "{name}");
            assert!(note.contains(name), "{note}");
        }
    }

    #[test]
    fn other_encodings_are_read_as_they_say_or_as_is_likely() {
        let (text, note) = read(b"<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-2\">\xa3\xf3d\xbc");
        assert!(text.ends_with("Łódź"), "{text}");
        assert!(note.contains("ISO-8859-2 (which it says it is)"), "{note}");
        let (text, note) = read(b"the caf\xe9 was hit, a witness said: \x93we ran\x94");
        assert_eq!(text, "the café was hit, a witness said: “we ran”");
        assert!(
            note.contains("byte 7 (0xe9) is not UTF-8; it was read as windows-1252 (a guess"),
            "{note}"
        );
    }

    #[test]
    fn damage_to_utf_8_is_no_other_encoding() {
        let (text, note) = read(b"caf\xc3\xa9 \xe2\x80\x93 \xe2\x80\x9cquay\xe2\x80 hit");
        assert_eq!(text, "café – “quay\u{fffd} hit");
        assert!(
            note.starts_with("1 places are broken UTF-8, the first at byte"),
            "{note}"
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(
            decode(b"words\0words").err(),
            Some(Refusal::Binary { offset: 5 })
        );
        let noise: Vec<u8> = (1..=255).collect();
        assert!(matches!(
            decode(&noise).err(),
            Some(Refusal::NotText { .. })
        ));
    }
}

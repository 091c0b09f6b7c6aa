//! What is done to every text: line ends, invisible characters, blank lines, NFC.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A text whose lines are longer than this on average, in characters, was not broken to a width by hand: its lines
/// are paragraphs. Typewriters, mail and terminals break at 80 or before.
const LINE_WIDTH: usize = 80;

/// The most characters of a headline, an author line or a date line.
const LONGEST_HEAD_LINE: usize = 90;

/// What was odd about the characters of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Odd {
    /// So many characters that print nothing were taken out.
    pub(crate) invisible: usize,
    /// So many digits of other scripts and alphabets were written as the plain ones they stand for.
    pub(crate) digits: usize,
}

impl std::ops::AddAssign for Odd {
    fn add_assign(&mut self, other: Self) {
        self.invisible += other.invisible;
        self.digits += other.digits;
    }
}

/// One kind of line end, nothing invisible, plain digits; and what that changed.
pub(crate) fn visible(text: &str) -> (Cow<'_, str>, Odd) {
    if is_all_plain(text) {
        return (Cow::Borrowed(text), Odd::default());
    }
    let mut out = String::with_capacity(text.len());
    let mut odd = Odd::default();
    let mut rest = text;
    loop {
        let plain = rest.bytes().position(|byte| !is_plain(byte));
        let (before, from) = rest.split_at(plain.unwrap_or(rest.len()));
        out.push_str(before);
        let mut chars = from.chars();
        let Some(c) = chars.next() else {
            return (Cow::Owned(out), odd);
        };
        rest = chars.as_str();
        match c {
            '\r' => {
                rest = rest.strip_prefix('\n').unwrap_or(rest);
                out.push('\n');
            }
            // Line separators of Unicode, and the line and page feeds of printers.
            '\u{2028}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push('\n'),
            '\u{2029}' => out.push_str("\n\n"),
            c if is_invisible(c) => odd.invisible += 1,
            c => {
                let digit = plain_digit(c);
                odd.digits += usize::from(digit.is_some());
                out.push(digit.unwrap_or(c));
            }
        }
    }
}

/// Is the byte a character that stays as it is, as nearly all of a text are?
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n' | b'\t')
}

/// Does the whole text stay as it is? Block by block without a way out within, so that many bytes are looked at at once.
fn is_all_plain(text: &str) -> bool {
    const BLOCK: usize = 64;
    let plain = |block: &[u8]| block.iter().fold(true, |all, byte| all & is_plain(*byte));
    text.as_bytes().chunks(BLOCK).all(plain)
}

/// Where the ten digits of other scripts and styles begin: Arabic, Persian, Nko, eight of India, Thai, Lao, Burmese,
/// Khmer, full width, and five of mathematics.
const ZEROS: [u32; 22] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
    0xed0, 0x1040, 0x17e0, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
];

/// The plain digit that one of another script stands for.
fn plain_digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// Characters that print nothing but change how text is compared or shown: control characters, zero-width ones,
/// marks of direction, and the tag characters with which text is hidden in text.
fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    }
}

/// Paragraphs separated by one blank line, no blanks at line ends, in NFC.
pub(crate) fn paragraphs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let all_apart = lines_are_paragraphs(text);
    let head = head_lines(text);
    let (mut breaks, mut written) = (0, 0);
    for line in text.split('\n').map(str::trim_end) {
        if line.is_empty() {
            breaks += 1;
            continue;
        }
        if written > 0 {
            let apart = all_apart || breaks > 0 || written <= head;
            out.push_str(if apart { "\n\n" } else { "\n" });
        }
        (breaks, written) = (0, written + 1);
        out.push_str(line);
    }
    if is_nfc(&out) { out } else { nfc(&out) }
}

/// How many lines at the top stand for themselves, as headline, author and date do in what is pasted from a page: short
/// lines that end no sentence, each followed by one that begins with a capital. One alone may be the beginning of a
/// paragraph that was broken to a width, unless the next is a line of the day or the hour.
fn head_lines(text: &str) -> usize {
    let mut lines = text.trim_start().split('\n').map(str::trim).peekable();
    let mut count = 0;
    while let Some(line) = lines.next() {
        let begins =
            |line: &str| line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let stands = !line.is_empty() && line.chars().count() <= LONGEST_HEAD_LINE && begins(line);
        let stamped = count > 0 && is_stamped(line);
        let ends = line.ends_with(['.', ',', ';', ':', '-', '!', '?']) && !stamped;
        // Where all is written in capitals, a capital begins nothing.
        let small = |line: &str| line.chars().any(char::is_lowercase);
        let followed = lines
            .peek()
            .is_some_and(|next| begins(next) && (small(line) || small(next)));
        let followed = followed || stamped;
        if !stands || ends || !followed {
            break;
        }
        count += 1;
    }
    if count >= 2 { count } else { 0 }
}

/// "May 12, 2021", "By Ada Lind | Updated 5:30 p.m.": few words with a year or an hour.
fn is_stamped(line: &str) -> bool {
    let few = line.split_whitespace().count() <= MOST_STAMPED_WORDS;
    let bytes = line.as_bytes();
    let digits = |from: usize, count: usize| {
        let run = bytes.get(from..from + count);
        run.is_some_and(|run| run.iter().all(u8::is_ascii_digit))
    };
    let alone = |from: usize| from == 0 || !bytes[from - 1].is_ascii_alphanumeric();
    let year = |at: usize| {
        let century = bytes[at..].starts_with(b"19") || bytes[at..].starts_with(b"20");
        century && alone(at) && digits(at, 4) && !digits(at + 4, 1)
    };
    let hour = |at: usize| bytes[at] == b':' && at > 0 && digits(at - 1, 1) && digits(at + 1, 2);
    few && (0..bytes.len()).any(|at| year(at) || hour(at))
}

/// A line of a date has no more words beside it.
const MOST_STAMPED_WORDS: usize = 12;

/// The text in Unicode's normal form C.
pub(crate) fn nfc(text: &str) -> String {
    if is_nfc(text) {
        return text.to_owned();
    }
    text.nfc().collect()
}

/// Is it in that form for certain? Below U+0300 every character is, whatever stands beside it, so that only the rest
/// has to be looked up.
fn is_nfc(text: &str) -> bool {
    if text.is_ascii() {
        return true;
    }
    let rest = text.chars().filter(|c| *c >= '\u{300}');
    unicode_normalization::is_nfc_quick(rest) == unicode_normalization::IsNormalized::Yes
}

/// One line: every run of blanks one space, none at the ends, in NFC.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    nfc(&words.join(" "))
}

/// No line is blank, the lines are long, and at least half of them end as sentences do.
fn lines_are_paragraphs(text: &str) -> bool {
    let (mut lines, mut chars, mut sentences) = (0, 0, 0);
    for line in text.trim().split('\n').map(str::trim_end) {
        if line.is_empty() {
            return false;
        }
        lines += 1;
        chars += line.chars().count();
        let last = line.trim_end_matches(['"', '”', '’', '\'', ')', '»']);
        sentences += usize::from(last.ends_with(['.', '!', '?', '…', ':']));
    }
    lines > 1 && chars / lines > LINE_WIDTH && sentences * 2 >= lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_become_one() {
        let check = |text: &str, expected: &str| {
            let (text, _) = visible(text);
            assert_eq!(paragraphs(&text), expected, "{text:?}");
        };
        check("a\r\nb\r\n\r\n\r\n \t\r\nc\r\n", "a\nb\n\nc");
        check("a\rb\u{2028}c\u{2029}d\u{85}e", "a\nb\nc\n\nd\ne");
        check("\n\n a  b \u{a0}\n\n", " a  b");
        check("cafe\u{301}", "café");
        check("", "");
        check(" \n\t\n", "");
    }

    #[test]
    fn invisible_characters_are_counted_and_removed() {
        let (text, odd) = visible("a\u{200b}b\u{202e}c\u{7}d\te\u{ad}\u{e0041}");
        assert_eq!(
            (text.as_ref(), odd.invisible, odd.digits),
            ("abcd\te", 5, 0)
        );
    }

    #[test]
    fn digits_that_only_look_alike_become_plain() {
        let (text, odd) = visible("２６ dead, ٢٦ hurt, 𝟐𝟔 missing, ۴۵ held, 2² and ½ stay");
        assert_eq!(text, "26 dead, 26 hurt, 26 missing, 45 held, 2² and ½ stay");
        assert_eq!((odd.invisible, odd.digits), (0, 8));
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let long = "The pilots' union of the northern isles called off its strike late in the evening, a spokesman told reporters.";
        assert_eq!(
            paragraphs(&format!("{long}\n{long}")),
            format!("{long}\n\n{long}")
        );
        // What is pasted from a page: headline, author and date, each on a line.
        let pasted = format!(
            "Strike of pilots is off\nBy Tora Lind\nKARSEL, 13 May 2020\n{long}\nA second line"
        );
        let head = "Strike of pilots is off\n\nBy Tora Lind\n\nKARSEL, 13 May 2020\n\n";
        assert_eq!(paragraphs(&pasted), format!("{head}{long}\nA second line"));
        // A line of the day under the headline, whatever follows it.
        for stamp in [
            "KARSEL, 13 May 2020",
            "Updated 5:30 p.m.",
            "By Tora Lind | May 13, 2020 | 4:15 p.m.",
        ] {
            let stamped = format!("Strike of pilots is off\n{stamp}\n\n{long}\nA second line");
            let head = format!("Strike of pilots is off\n\n{stamp}\n\n");
            assert_eq!(paragraphs(&stamped), format!("{head}{long}\nA second line"));
        }
        // Broken to a width: the lines are short.
        let short =
            "The pilots' union called off its strike\nlate in the evening, a spokesman said.";
        assert_eq!(paragraphs(short), short);
        // Broken to a great width: the lines end anywhere.
        let broken = format!("{} and\n{} and\n{long}", &long[..105], &long[..105]);
        assert_eq!(paragraphs(&broken), broken);
        // One blank line says how paragraphs are told apart.
        let mixed = format!("{long}\n{long}\n\n{long}");
        assert_eq!(paragraphs(&mixed), mixed);
    }
}

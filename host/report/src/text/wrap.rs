//! Breaking text into lines by the columns it takes on a terminal.

/// Columns a terminal gives `c`: none to a combining mark, two to an East Asian wide character or a pictograph.
/// The ranges are the blocks of Unicode's East Asian Width that are wide throughout.
fn columns(c: char) -> usize {
    match u32::from(c) {
        0x0300..=0x036F | 0x1AB0..=0x1AFF | 0x20D0..=0x20FF | 0xFE00..=0xFE0F => 0,
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// Columns a terminal gives `text`.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// `text` with spaces behind it up to `columns`; unchanged where it is wider.
pub(super) fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// `text` in lines of at most `columns`, broken at spaces; a word longer than a line is broken where it must be.
/// No text, no line.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        for piece in pieces(word, columns) {
            let wide = width(piece);
            if used > 0 && used + 1 + wide > columns {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(piece);
            used += wide;
        }
    }
    if used > 0 || !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The first `columns` of `text`, ending in "…" where some of it is left off.
pub(super) fn shorten(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let head = take(text, columns.saturating_sub(1));
    let at_word = head.rfind(' ').filter(|at| at * 2 > head.len());
    format!("{}…", head[..at_word.unwrap_or(head.len())].trim_end())
}

/// The longest beginning of `text` that takes no more than `columns`.
fn take(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += self::columns(c);
        if used > columns {
            return &text[..at];
        }
    }
    text
}

/// `word` cut into pieces of at most `columns`, which is at least the width of any character.
fn pieces(word: &str, columns: usize) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let piece = take(rest, columns);
        rest = &rest[piece.len()..];
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("  ", 7), Vec::<String>::new());
    }

    #[test]
    fn a_long_word_is_broken() {
        assert_eq!(wrap("a abcdefghij b", 4), ["a", "abcd", "efgh", "ij b"]);
    }

    #[test]
    fn wide_and_combining_characters_are_counted_as_a_terminal_does() {
        assert_eq!(width("東京"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(wrap("東京 東", 4), ["東京", "東"]);
    }

    #[test]
    fn shortened_text_says_so() {
        assert_eq!(shorten("a longer sentence than fits", 12), "a longer…");
        assert_eq!(shorten("abcdefgh", 5), "abcd…");
        assert_eq!(shorten("fits", 4), "fits");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "\\PC{0,80}", columns in 2_usize..30) {
            let lines = wrap(&text, columns);
            prop_assert!(lines.iter().all(|line| width(line) <= columns));
            let letters = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn shortened_is_short(text in "\\PC{0,80}", columns in 1_usize..30) {
            prop_assert!(width(&shorten(&text, columns)) <= columns);
        }
    }
}

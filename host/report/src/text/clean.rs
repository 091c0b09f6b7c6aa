//! Text that comes from an article is hostile until it has passed here: a terminal must not be steered by it.

/// Everything but the text: escape sequences, control characters and invisible formatting are dropped, line
/// breaks and tabs become spaces. Runs of spaces stay, so a line that is laid out keeps its layout.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\u{1b}' => skip_escape(&mut rest),
            '\u{9b}' => skip_parameters(&mut rest),
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => skip_string(&mut rest),
            c if c.is_whitespace() => out.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// [`clean`], with every run of spaces made one and none at the ends.
pub(super) fn tidy(text: &str) -> String {
    let clean = clean(text);
    let mut out = String::with_capacity(clean.len());
    for word in clean.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// What follows an ESC (ECMA-48): a control sequence, a control string, or one character.
fn skip_escape(rest: &mut Chars<'_>) {
    match rest.peek() {
        Some('[') => {
            rest.next();
            skip_parameters(rest);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            rest.next();
            skip_string(rest);
        }
        Some(' '..='/') => {
            rest.next();
            rest.next_if(|c| ('0'..='~').contains(c));
        }
        Some(c) if c.is_ascii_graphic() => {
            rest.next();
        }
        _ => {}
    }
}

/// Parameters and the final byte of a control sequence.
fn skip_parameters(rest: &mut Chars<'_>) {
    while rest.next_if(|c| (' '..='?').contains(c)).is_some() {}
    rest.next_if(|c| ('@'..='~').contains(c));
}

/// A control string up to its end. One that never ends would swallow the quote, so it is only skipped as
/// far as the line it stands in.
fn skip_string(rest: &mut Chars<'_>) {
    while let Some(c) = rest.next_if(|c| *c != '\n') {
        if matches!(c, '\u{7}' | '\u{9c}') {
            return;
        }
        if c == '\u{1b}' {
            rest.next_if(|c| *c == '\\');
            return;
        }
    }
}

/// Characters without a shape that reorder, join or hide what stands around them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(input: &str, expected: &str) {
        assert_eq!(tidy(input), expected, "{input:?}");
    }

    #[test]
    fn what_steers_a_terminal_is_dropped() {
        check("\u{1b}[31mred\u{1b}[0m", "red");
        check("\u{1b}]0;new title\u{7}words", "words");
        check(
            "\u{1b}]8;;http://example.org\u{1b}\\link\u{1b}]8;;\u{1b}\\",
            "link",
        );
        check("\u{9b}2Jgone", "gone");
        check("\u{1b}(Bset", "set");
        check("bell\u{7} and\u{8} back", "bell and back");
        check("one\r\ntwo\tthree\u{2028}four", "one two three four");
        check("\u{202e}desrever\u{202c}", "desrever");
        check("zero\u{200b}width\u{feff}", "zerowidth");
    }

    #[test]
    fn what_is_text_stays() {
        check("¶ Zürich – “quoted” … 東京", "¶ Zürich – “quoted” … 東京");
        check(
            "an [31m bracket is only a bracket",
            "an [31m bracket is only a bracket",
        );
        assert_eq!(clean("two  spaces"), "two  spaces");
    }

    #[test]
    fn a_string_that_never_ends_ends_with_its_line() {
        check("\u{1b}]0;title\nthe next line", "the next line");
    }

    proptest! {
        #[test]
        fn nothing_that_steers_survives(text in "\\PC{0,20}[\\x00-\\x1f\\x7f-\\u{9f}\\u{202e}a\\[;]{0,30}") {
            prop_assert!(clean(&text).chars().all(|c| !c.is_control() && !is_invisible(c)));
        }
    }
}

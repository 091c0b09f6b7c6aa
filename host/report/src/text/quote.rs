//! Cuts a long quote to the sentence around the claim.

use std::ops::Range;

use super::clean::tidy;
use super::wrap::{shorten, width};

/// Columns up to which a quote is left whole: three lines of the memo.
const WHOLE: usize = 200;

/// Columns of what stands for words that are cut off.
const ELLIPSIS: usize = 2;

/// Of "… in my carriage alone.”" the mark is that of the whole speech, whose opening stands before the quote.
pub(super) fn without_lone_close(quote: &str) -> &str {
    let opens = quote.chars().filter(|c| matches!(c, '"' | '“')).count();
    match quote.chars().next_back() {
        Some('"') if opens == 1 => quote.trim_end_matches('"'),
        Some('”') if opens == 0 => quote.trim_end_matches('”'),
        _ => quote,
    }
}

/// `quote`, or its sentence around the byte `focus`, with "…" where something is left off.
pub(super) fn cut(quote: &str, focus: usize) -> String {
    let whole = tidy(quote);
    if width(&whole) <= WHOLE {
        return whole;
    }
    let focus = (0..=focus.min(quote.len()))
        .rev()
        .find(|at| quote.is_char_boundary(*at));
    let (start, end) = sentence(quote, focus.unwrap_or(0));
    let sentence = tidy(&quote[start..end]);
    let before = if quote[..start].trim().is_empty() {
        ""
    } else {
        "… "
    };
    let after = if quote[end..].trim().is_empty() {
        ""
    } else {
        " …"
    };
    if width(&sentence) <= WHOLE {
        return format!("{before}{sentence}{after}");
    }
    window(quote, focus.unwrap_or(0), WHOLE)
}

/// `quote` within so many columns, from its beginning if that holds the bytes `key`, else with "…" in front.
pub(super) fn excerpt(quote: &str, key: Option<Range<usize>>, columns: usize) -> String {
    let whole = tidy(quote);
    let end = key.as_ref().map_or(0, |key| key.end);
    let head = quote.get(..end).map_or(0, |head| width(&tidy(head)));
    match key {
        Some(key) if width(&whole) > columns && head + ELLIPSIS > columns => {
            window(quote, key.start, columns)
        }
        _ => shorten(&whole, columns),
    }
}

/// The sentence's bytes around `focus`.
fn sentence(text: &str, focus: usize) -> (usize, usize) {
    let ends = || ends(text);
    let start = ends().take_while(|end| *end <= focus).last().unwrap_or(0);
    let end = ends().find(|end| *end > focus).unwrap_or(text.len());
    (start, end)
}

/// Where sentences end: after a full stop and the like with what closes behind it, before a space. Behind a short
/// word with a capital ("Gen.", "U.S.") a full stop ends an abbreviation more often than a sentence.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    let stops = text.match_indices(['.', '!', '?', '\n']);
    stops.filter_map(move |(at, stop)| {
        let rest = &text[at + stop.len()..];
        let closed = rest.trim_start_matches(['"', '\'', '”', '’', ')']);
        let word = text[..at]
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let short = word.chars().count() <= 4 && word.starts_with(char::is_uppercase);
        let ends = closed.is_empty() || closed.starts_with(char::is_whitespace);
        (ends && !(stop == "." && short)).then(|| text.len() - closed.len())
    })
}

/// Some words before `focus` and as many as fit behind it.
fn window(text: &str, focus: usize, columns: usize) -> String {
    let before = text[..focus]
        .char_indices()
        .rev()
        .nth(columns / 3)
        .map_or(0, |(at, _)| at);
    let start = match text[before..focus].find(char::is_whitespace) {
        Some(space) if before > 0 => before + space,
        _ => before,
    };
    let lead = if start > 0 { "… " } else { "" };
    format!(
        "{lead}{}",
        shorten(&tidy(&text[start..]), columns - width(lead))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LONG: &str = "The ferry left the northern quay at dawn with a full deck of lorries and some four \
        hundred passengers. Gen. Orla Venn of the coast guard said 12 people were missing. The search went on \
        through the night with three boats and a helicopter, she added later.";

    #[test]
    fn a_mark_that_closes_what_stands_before_is_left_out() {
        for (quote, expected) in [
            ("alone.\"", "alone."),
            ("alone.”", "alone."),
            ("said \"alone.\"", "said \"alone.\""),
            ("said “alone.”", "said “alone.”"),
            ("alone.", "alone."),
            ("", ""),
        ] {
            assert_eq!(without_lone_close(quote), expected);
        }
    }

    #[test]
    fn a_long_quote_becomes_the_sentence_of_the_claim() {
        let focus = LONG.find("12").expect("it is there");
        let expected = "… Gen. Orla Venn of the coast guard said 12 people were missing. …";
        assert_eq!(cut(LONG, focus), expected);
    }

    #[test]
    fn a_short_quote_stays_whole() {
        assert_eq!(
            cut("Two died. Three were hurt.", 12),
            "Two died. Three were hurt."
        );
    }

    #[test]
    fn a_long_sentence_becomes_what_stands_around_the_claim() {
        let text = format!(
            "{}forty were hurt {}",
            "and then ".repeat(40),
            "and so on ".repeat(40)
        );
        let cut = cut(&text, text.find("forty").expect("it is there"));
        assert!(cut.starts_with("… ") && cut.ends_with('…') && cut.contains("forty were hurt"));
    }

    #[test]
    fn an_excerpt_holds_the_word_that_makes_the_claim() {
        let at = LONG.find("missing").expect("it is there");
        let cut = excerpt(LONG, Some(at..at + 7), 60);
        assert!(
            cut.starts_with("… ") && cut.contains("12 people were missing"),
            "{cut}"
        );
        assert!(width(&cut) <= 60, "{cut}");
        assert!(excerpt(LONG, Some(0..9), 60).starts_with("The ferry left"));
    }

    proptest! {
        #[test]
        fn any_place_in_any_text_will_do(text in "[a-zé東. \\n]{0,500}", focus in 0_usize..1500) {
            prop_assert!(width(&cut(&text, focus)) <= WHOLE + 4);
        }
    }
}

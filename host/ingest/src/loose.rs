//! JSON as pages carry it: comments, CDATA marks, trailing commas and bare line ends inside of strings are forgiven.

use serde_json::Value;

/// The values in a text that should be one JSON document: as it is, else with what is forgiven taken out.
///
/// # Errors
///
/// It is broken beyond that; the error says where, in the text as it was mended.
pub(crate) fn read(text: &str) -> serde_json::Result<Value> {
    let text = text.trim().trim_end_matches(';').trim_end();
    if let Ok(value) = serde_json::from_str(text) {
        return Ok(value);
    }
    let mended = mend(text);
    serde_json::from_str(&mended)
}

/// What may stand around and between without meaning anything: opening, closing.
const AROUND: [(&str, &str); 5] = [
    ("<![CDATA[", ""),
    ("]]>", ""),
    ("<!--", ""),
    ("-->", ""),
    ("/*", "*/"),
];

fn mend(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            rest = string(rest, &mut out);
            continue;
        }
        if let Some(behind) = behind_comment(rest) {
            rest = behind;
            continue;
        }
        if matches!(c, '}' | ']') {
            drop_comma(&mut out);
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Copies a string with its marks; a bare control character becomes its escape.
fn string<'a>(text: &'a str, out: &mut String) -> &'a str {
    let mut escaped = true;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {}
            c => out.push(c),
        }
        // The opening mark counts as escaped.
        if c == '"' && !escaped {
            return &text[at + 1..];
        }
        escaped = c == '\\' && !escaped;
    }
    ""
}

fn behind_comment(text: &str) -> Option<&str> {
    if let Some(comment) = text.strip_prefix("//") {
        return Some(comment.find('\n').map_or("", |end| &comment[end..]));
    }
    AROUND.iter().find_map(|(open, close)| {
        let rest = text.strip_prefix(open)?;
        Some(
            rest.find(close)
                .map_or("", |end| &rest[end + close.len()..]),
        )
    })
}

fn drop_comma(out: &mut String) {
    let end = out.trim_end().len();
    if out[..end].ends_with(',') {
        out.truncate(end - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_pages_are_forgiven() {
        for text in [
            r#"{"a": ["b", {"c": "d // e"}]}"#,
            "{\"a\": [\"b\", {\"c\": \"d // e\",},],};",
            "//<![CDATA[\n{\"a\": [\"b\", {\"c\": \"d // e\"}]}\n//]]>",
            "<![CDATA[{\"a\": [\"b\", {\"c\": \"d // e\"}]}]]>",
            "<!-- {\"a\": [\"b\", /* note */ {\"c\": \"d // e\"} , ]} -->",
            "{ // note\n\"a\": [\"b\", {\"c\": \"d // e\"}]}",
        ] {
            let value = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(value["a"][1]["c"], "d // e", "{text}");
        }
        assert_eq!(
            read("{\"a\": \"two\nlines \\\" ,]\u{1}\"}").expect("mended")["a"],
            "two\nlines \" ,]"
        );
    }

    #[test]
    fn what_is_broken_is_said() {
        for text in [
            "",
            "{",
            "{\"a\": \"b",
            "{a: 1}",
            "/*",
            "{\"a\": ,}",
            &"[".repeat(100_000),
        ] {
            assert!(read(text).is_err(), "{:.40}", text);
        }
        let error = read("{\"a\": \"b\", \"c\"}").expect_err("broken");
        assert!(error.to_string().contains("line 1 column 15"), "{error}");
    }
}

//! Author lines as pages give them, without what sites add to them.

use crate::clean::one_line;

/// The longest author line, in characters: a handful of names. What is longer is something else.
const LONGEST: usize = 160;

/// What stands for an author where there is none, in small letters.
const NOBODY: [&str; 12] = [
    "admin",
    "administrator",
    "author",
    "by",
    "editor",
    "guest",
    "null",
    "staff",
    "undefined",
    "unknown",
    "user",
    "username",
];

/// The names in an author line; none where it holds none.
pub(crate) fn read(text: &str) -> Option<String> {
    let line = one_line(text);
    let line = without_by(&line);
    // "Ada Lind22 Dec 2016651": what follows the names begins with a figure.
    let end = line
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(line.len());
    let mut names = &line[..end];
    if end < line.len() {
        names = without_month(names);
    }
    let names = names.trim_matches(|c: char| c.is_whitespace() || ",;:|-–—/·•".contains(c));
    let address = names.contains("://") || names.contains('@') || names.starts_with("www.");
    let letters = names.chars().filter(|c| c.is_alphabetic()).count();
    let nobody = NOBODY.contains(&names.to_lowercase().as_str());
    let fits = letters >= 2 && !address && !nobody && names.chars().count() <= LONGEST;
    fits.then(|| names.to_owned())
}

fn without_by(line: &str) -> &str {
    let head = line.get(..3).unwrap_or("");
    if head.eq_ignore_ascii_case("by ") || head.eq_ignore_ascii_case("by:") {
        line[3..].trim_start()
    } else {
        line
    }
}

/// "Ada Lind, April " before a day: the month is no name.
fn without_month(names: &str) -> &str {
    let names = names.trim_end();
    let Some((before, last)) = names.rsplit_once([' ', ',', '|', '·', '-', '–', '—']) else {
        return if crate::stamp::is_month(names) {
            ""
        } else {
            names
        };
    };
    if crate::stamp::is_month(last) {
        before
    } else {
        names
    }
}

/// Several names as one line.
pub(crate) fn join(names: &[String]) -> Option<String> {
    let mut known: Vec<String> = Vec::new();
    for name in names.iter().filter_map(|name| read(name)) {
        if !known.contains(&name) {
            known.push(name);
        }
    }
    let line = known.join(", ");
    (!line.is_empty() && line.chars().count() <= LONGEST).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_and_what_sites_add_goes() {
        for (line, expected) in [
            ("Ada Lind", Some("Ada Lind")),
            ("By  Ada Lind and\nTor Vik", Some("Ada Lind and Tor Vik")),
            ("by Ada Lind22 Dec 2016651", Some("Ada Lind")),
            (
                "Ada Lind, April 28, 2019 at 6:01 am Updated",
                Some("Ada Lind"),
            ),
            ("Ada Lind | 12 May", Some("Ada Lind")),
            ("By: Byrne Lind", Some("Byrne Lind")),
            ("April 28, 2019", None),
            ("https://harbour.example/ada", None),
            ("ada@harbour.example", None),
            ("Username", None),
            ("", None),
            ("—", None),
        ] {
            assert_eq!(read(line).as_deref(), expected, "{line}");
        }
        assert_eq!(read(&"Ada Lind, ".repeat(1000)), None);
        let names = ["By Ada Lind", "Tor Vik", "Ada Lind", "admin"].map(str::to_owned);
        assert_eq!(join(&names).as_deref(), Some("Ada Lind, Tor Vik"));
        assert_eq!(join(&[]), None);
    }
}

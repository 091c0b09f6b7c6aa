//! Titles as pages give them: "Mill burns - Hill Courier". What of them is the headline, and whether any is.

/// What pages put between a headline and the name of the site.
const MARKS: [char; 8] = ['|', '-', '–', '—', '·', '•', '»', ':'];
/// Letters that the first part of a site's name must have to be looked for within other words.
const SHORTEST_SITE: usize = 3;
/// Letters of a word that can tell what an article is about.
const TELLING: usize = 4;
/// Longer titles are none, in bytes: nothing is cut from them, and they tell of nothing.
const LONGEST: usize = 1_000;
/// A title of so few words may be the name of a section: "Local News".
const SECTION: usize = 2;

/// A title without the name of its outlet, and what follows that: "Mill burns - HillTV.example - Hill, Dale News".
pub fn without_outlet<'t>(title: &'t str, outlet: &str) -> &'t str {
    if title.len() > LONGEST {
        return title;
    }
    let site = site(outlet);
    let whole = letters(outlet);
    let names_it = |part: &str| {
        let part = letters(part);
        !part.is_empty() && (part == whole || !site.is_empty() && part.starts_with(&site))
    };
    let parting = |(at, mark): (usize, char)| {
        let (before, after) = (&title[..at], &title[at + mark.len_utf8()..]);
        if !before.ends_with(' ') || !after.starts_with(' ') {
            return None;
        }
        let part = after.split(" - ").next().unwrap_or(after);
        let part = part.split(" | ").next().unwrap_or(part);
        names_it(part).then_some(at)
    };
    let mut marks = title
        .char_indices()
        .filter(|(_, mark)| MARKS.contains(mark));
    let cut = marks.find_map(parting);
    let end = cut.or_else(|| {
        // "Mill burns|Hill Courier", without blanks.
        let head = title.trim_end().strip_suffix(outlet)?.trim_end();
        head.ends_with(MARKS)
            .then(|| head.trim_end_matches(MARKS).len())
    });
    match end.map(|end| title[..end].trim_end()) {
        Some(head) if !head.is_empty() => head,
        _ => title,
    }
}

/// Does a title tell of this text, rather than of the site ("Local News - Hill Courier")? A longer word of it stands in
/// the text; of few words all do.
pub fn tells_of(title: &str, outlet: &str, text: &str) -> bool {
    if title.len() > LONGEST {
        return false;
    }
    let site = letters(outlet);
    let words = without_outlet(title, outlet).split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let telling = |word: &&String| word.chars().count() >= TELLING && !site.contains(word.as_str());
    let text = text.to_lowercase();
    let mut telling = words.iter().filter(telling).peekable();
    let some = telling.peek().is_some();
    let mut told = telling.map(|word| text.contains(word.as_str()));
    match words.len() <= SECTION {
        true => some && told.all(|told| told),
        false => told.any(|told| told),
    }
}

/// The first part of a site's name: "hilltv" of `hilltv.example`; nothing of other names.
fn site(outlet: &str) -> String {
    let first = outlet.split_once('.').map_or("", |(first, _)| first);
    let site = letters(first);
    match site.chars().count() >= SHORTEST_SITE && !first.contains(' ') {
        true => site,
        false => String::new(),
    }
}

fn letters(words: &str) -> String {
    let letters = words.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{tells_of, without_outlet};

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_headline() {
        for (title, outlet, expected) in [
            ("Mill burns | Hill Courier", "Hill Courier", "Mill burns"),
            ("Mill burns|Hill Courier", "Hill Courier", "Mill burns"),
            (
                "Mill burns - HILLTV.example - Hill, Dale, Brook |HT News",
                "hilltv.example",
                "Mill burns",
            ),
            (
                "Mill burns - HillTV 5 Dale Weather",
                "hilltv.example",
                "Mill burns",
            ),
            (
                "Mill burns - two hurt - Hill Courier",
                "Hill Courier",
                "Mill burns - two hurt",
            ),
            (
                "Mill burns: owner held",
                "hilltv.example",
                "Mill burns: owner held",
            ),
            ("Hill Courier", "Hill Courier", "Hill Courier"),
            (
                "Ten-year-old hurt in Hill",
                "hill.example",
                "Ten-year-old hurt in Hill",
            ),
            ("Mill burns", "", "Mill burns"),
        ] {
            assert_eq!(without_outlet(title, outlet), expected, "{title}");
        }
    }

    #[test]
    fn a_section_is_no_headline() {
        let text = "Fire destroyed the old mill of Dale on Monday, local officials said.";
        for (title, expected) in [
            ("Local News - Hill Courier", false),
            ("Hill Courier", false),
            ("Home", false),
            ("Old mill destroyed by fire", true),
            ("Mill on fire", true),
            ("Smoke above Dale", true),
            ("Fire", true),
        ] {
            assert_eq!(tells_of(title, "Hill Courier", text), expected, "{title}");
        }
    }
}

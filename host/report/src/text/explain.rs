//! Why two articles are of one event or not, a paragraph a pair.

use rashomon_core::group::{Explained, Verdict};

use super::clean::tidy;
use super::page::{Page, Tone};
use super::wrap::shorten;

/// Columns of an article's id.
const ID: usize = 60;

/// Words, names and days that are named.
const MAX_SHARED: usize = 8;

/// The answers of `rashomon check --explain-events`; `ids` are those of the articles that the pairs point into.
pub fn explain(ids: &[String], pairs: &[Explained]) -> String {
    let mut page = Page::new(false);
    page.heading("WHY ARTICLES ARE, OR ARE NOT, OF ONE EVENT", Tone::Plain);
    if pairs.is_empty() {
        page.flow(
            "",
            "No article shares a rare word with another: each stands alone.",
        );
    }
    for pair in pairs {
        page.blank();
        write(&mut page, ids, pair);
    }
    page.finish()
}

fn write(page: &mut Page, ids: &[String], pair: &Explained) {
    let name = |at: usize| {
        let id = ids.get(at).map_or("", String::as_str);
        shorten(&tidy(id), ID)
    };
    let (together, why) = said(pair);
    let verdict = if together { "one event" } else { "two events" };
    page.flow(
        "",
        &format!("{} and {}: {verdict}.", name(pair.left), name(pair.right)),
    );
    page.flow("  ", why);
    if let Some(similarity) = pair
        .similarity
        .filter(|_| pair.verdict != Verdict::SameText)
    {
        page.flow("  ", &sum(pair, similarity));
    }
    let shared: Vec<String> = pair
        .shared
        .iter()
        .take(MAX_SHARED)
        .map(|s| tidy(s))
        .collect();
    let shared = match shared.is_empty() {
        true => "Nothing worth naming stands in both.".to_owned(),
        false => format!("Both have: {}.", shared.join(", ")),
    };
    page.flow("  ", &shared);
}

/// "Alike by 0.31, and 0.20 is asked: their words by 0.28; days add 0.07; length takes 0.04." With more digits where two might
/// hide which is the larger.
fn sum(pair: &Explained, similarity: f64) -> String {
    let digits = match (similarity - pair.threshold).abs() < 0.01 {
        true => 4,
        false => 2,
    };
    let mut text = format!(
        "Alike by {similarity:.digits$}, and {:.digits$} is asked: their words by {:.2}",
        pair.threshold, pair.words
    );
    for (name, value) in &pair.parts {
        let verb = if *value < 0.0 { "take" } else { "add" };
        text.push_str(&format!("; {name} {verb} {:.2}", value.abs()));
    }
    text.push('.');
    text
}

fn said(pair: &Explained) -> (bool, &'static str) {
    match pair.verdict {
        Verdict::Alike => (true, "They are alike enough by themselves."),
        Verdict::ByOthers => (
            true,
            "By themselves they are not alike enough, but each is alike to the others of the group.",
        ),
        Verdict::SameText => (true, "They carry the same text, or nearly."),
        Verdict::NothingRare => (
            false,
            "They were not compared: of the rarest words of the one too few are among those of the other.",
        ),
        Verdict::TooFewWords => (
            false,
            "They have so few words in common that no day or name makes up for it.",
        ),
        Verdict::NotAlike => (false, "They are not alike enough."),
        Verdict::GroupsNotAlike => (
            false,
            "They are alike, but the other articles that each of them stands with are not.",
        ),
        Verdict::OwnNames => (
            false,
            "They are alike, but the articles that each stands with have names or numbers of their own, which the others lack.",
        ),
    }
}

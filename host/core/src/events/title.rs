//! What an event is called.

use super::Ground;
use crate::model::{self, Party};

/// A line for a person: the shortest headline of the articles that tells of its text, for some only name the site;
/// without one, what happened and where.
pub(super) fn title(
    ground: Ground<'_>,
    what: String,
    place: Option<&Party>,
    articles: &[usize],
) -> String {
    let headline = |a: &usize| {
        let reading = &ground.readings[*a];
        let outlet = reading.article.outlet.as_str();
        let title = reading.headline()?;
        let idle = articles.len() > 1
            && !model::tells_of(title, outlet, below(&reading.article.text, title));
        Some((idle, model::without_outlet(title, outlet)))
    };
    let found = articles.iter().filter_map(headline);
    let shortest = found.min_by_key(|(idle, title)| (*idle, title.chars().count()));
    if let Some((_, headline)) = shortest {
        return headline.to_owned();
    }
    match place {
        Some(place) => format!("{what}, {}", place.text),
        None => what,
    }
}

/// The first thousands of bytes of a text below its title.
fn below<'t>(text: &'t str, title: &str) -> &'t str {
    let text = text.strip_prefix(title).unwrap_or(text);
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// In bytes: what a headline speaks of stands at the head of its text.
const HEAD: usize = 4_000;

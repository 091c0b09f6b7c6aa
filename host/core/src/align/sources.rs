//! Who speaks on whose word: agencies whose copy an article says it is, sources that several draw on, outlets that cite one
//! another. Five outlets with one origin are one source.

use std::collections::{BTreeMap, BTreeSet};

use super::Matter;
use crate::lexicon::{Actor, Lexicon};
use crate::model::{Citing, MentionValue, Origin, PassageKind, Reading, Source};

/// An agency is named at the head of its copy, within so many bytes.
const HEAD: usize = 160;

/// Or in a last line of its own, no longer than this.
const LAST_LINE: usize = 80;

/// The agency whose copy an article says it is: in the byline, in brackets at the head, in a line of its own at the end.
pub(crate) fn wire<'a>(reading: &Reading, lexicon: &'a Lexicon) -> Option<&'a Actor> {
    let byline = reading.article.byline.as_deref().unwrap_or("");
    let head = head(reading);
    let last = reading.article.text.trim_end().rsplit('\n').next();
    let last = last.filter(|line| line.len() <= LAST_LINE).unwrap_or("");
    let mut lines = [byline, head, last].into_iter();
    if !lines.any(|line| lexicon.may_name_agency(line)) {
        return None;
    }
    let [byline, head, last] = [byline, head, last].map(str::to_lowercase);
    let bare = last.trim_matches(|c: char| !c.is_alphanumeric());
    lexicon.actors_of_kind("agency").find(|agency| {
        let alone = |name: &String| bare == name || holds_words(&byline, name);
        agency.names.iter().any(alone)
            || is_tagged(&head, &agency.names)
            || is_tagged(&last, &agency.names)
    })
}

/// What an agency's name stands behind where it marks its copy: brackets and dashes.
const TAGS: [char; 4] = ['(', '[', '—', '–'];

/// Does one of the names stand in brackets or behind a dash in a lower-case text?
fn is_tagged(text: &str, names: &[String]) -> bool {
    text.match_indices(TAGS).any(|(at, mark)| {
        let tagged = text[at + mark.len()..].trim_start();
        names.iter().any(|name| {
            let rest = tagged.strip_prefix(name.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    })
}

/// The dateline and the beginning of the text behind the headline.
fn head(reading: &Reading) -> &str {
    let text = reading.article.text.as_str();
    let first = reading.passages.iter().find(|p| {
        matches!(
            p.kind,
            PassageKind::Dateline | PassageKind::Lead | PassageKind::Paragraph
        )
    });
    let start = first.map_or(0, |p| p.span.start);
    let mut end = text.len().min(start + HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

/// Does a lower-case text hold these words, not within longer ones?
fn holds_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
    })
}

/// Sources that several articles draw on, whatever they take from them; an agency whose copy an article is counts as
/// named by it.
pub(crate) fn origins(matter: &Matter<'_>, articles: &[usize]) -> Vec<Origin> {
    let mut by_source: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    // What one article draws on, none shares.
    for article in articles.iter().filter(|_| articles.len() > 1) {
        let reading = &matter.readings[*article];
        let named = sources(reading).filter_map(|source| source.entity.as_deref());
        let wire = wire(reading, matter.lexicon).map(|agency| agency.id.as_str());
        for entity in named.chain(wire) {
            by_source.entry(entity).or_default().insert(*article);
        }
    }
    let shared = by_source
        .into_iter()
        .filter(|(_, articles)| articles.len() > 1);
    let of_kind = shared.filter_map(|(entity, articles)| {
        let actor = matter.lexicon.actor_named(entity)?;
        // A party to the fight is a speaker whom all quote, not an origin whose copies agree.
        (actor.side.is_none() || actor.kind == "agency").then(|| Origin {
            entity: entity.to_owned(),
            name: actor.name.clone(),
            articles: articles.into_iter().collect(),
        })
    });
    of_kind.collect()
}

/// Which of these articles name the outlet of another of them as a source.
pub(crate) fn citing(matter: &Matter<'_>, articles: &[usize]) -> Vec<Citing> {
    let mut outlets: BTreeMap<String, usize> = BTreeMap::new();
    for article in articles {
        let outlet = matter.readings[*article].article.outlet.to_lowercase();
        outlets.entry(outlet).or_insert(*article);
    }
    if outlets.len() < 2 {
        return Vec::new();
    }
    let mut found = BTreeSet::new();
    for article in articles {
        let reading = &matter.readings[*article];
        for source in sources(reading) {
            let actor = source
                .entity
                .as_deref()
                .and_then(|id| matter.lexicon.actor_named(id));
            let names = actor.into_iter().flat_map(|a| a.names.iter().cloned());
            let words = source.text.to_lowercase();
            let bare = words.strip_prefix("the ").unwrap_or(&words).to_owned();
            let own = reading.article.outlet.to_lowercase();
            let cited = names
                .chain([words, bare])
                .find_map(|name| outlets.get(&name).filter(|_| name != own));
            found.extend(cited.filter(|at| *at != article).map(|at| Citing {
                article: *article,
                cites: *at,
            }));
        }
    }
    found.into_iter().collect()
}

fn sources(reading: &Reading) -> impl Iterator<Item = &Source> {
    reading
        .mentions
        .iter()
        .filter_map(|mention| match &mention.value {
            MentionValue::Source(source) => Some(source),
            _ => None,
        })
}

#[cfg(test)]
mod tests;

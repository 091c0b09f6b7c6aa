//! Entries of a live blog in a page, each with its own time.

use dom_query::{Document, NodeRef, Selection};

use crate::draft::Post;
use crate::limits::MOST_ENTRIES;
use crate::stamp;

/// So many entries make a live blog; two times stand on any page.
const FEWEST: usize = 3;

/// How far above its time an entry begins, in tags.
const LEVELS: usize = 6;

/// Parts of the names that sites give to an entry of a live blog.
const ENTRY_NAMES: [&str; 5] = ["entry", "post", "update", "block", "event"];

/// The entries, if the page marks them as such, or, where it says that it is a live blog, whatever has a time.
pub(super) fn posts(document: &Document, is_live: bool) -> Vec<Post> {
    let marked = document.select("[itemprop~=\"liveBlogUpdate\"]");
    let posts: Vec<Post> = marked
        .iter()
        .take(MOST_ENTRIES)
        .map(|entry| post(&entry))
        .collect();
    if posts.len() >= FEWEST || (is_live && !posts.is_empty()) {
        return posts;
    }
    if !is_live {
        return Vec::new();
    }
    let mut entries: Vec<NodeRef<'_>> = Vec::new();
    for time in document
        .select("time[datetime]")
        .nodes()
        .iter()
        .take(MOST_ENTRIES)
    {
        let entry = time.ancestors_it(Some(LEVELS)).find(is_entry);
        // Times stand in order, so an entry with two of them comes twice in a row.
        let known = |entry: &NodeRef<'_>| entries.last().is_some_and(|last| last.id == entry.id);
        if let Some(entry) = entry.filter(|entry| !known(entry)) {
            entries.push(entry);
        }
    }
    if entries.len() < FEWEST {
        return Vec::new();
    }
    entries
        .into_iter()
        .map(|entry| post(&Selection::from(entry)))
        .collect()
}

fn is_entry(node: &NodeRef<'_>) -> bool {
    if ["article", "li", "section"]
        .iter()
        .any(|name| node.has_name(name))
    {
        return true;
    }
    let class = node.attr_or("class", "").to_ascii_lowercase();
    node.has_name("div") && ENTRY_NAMES.iter().any(|name| class.contains(name))
}

fn post(entry: &Selection<'_>) -> Post {
    let said = |selector: &str, attribute: &str| {
        let found = entry.select_single(selector);
        found.attr(attribute).and_then(|words| stamp::read(&words))
    };
    let at = said("[itemprop~=\"datePublished\"][content]", "content")
        .or_else(|| said("[itemprop~=\"datePublished\"][datetime]", "datetime"))
        .or_else(|| said("time[datetime]", "datetime"));
    Post {
        text: entry.formatted_text().trim().to_owned(),
        at,
    }
}

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
    let entries = outermost(marked.nodes().iter().copied());
    if entries.len() >= FEWEST || (is_live && !entries.is_empty()) {
        return entries.into_iter().map(post).collect();
    }
    if !is_live {
        return Vec::new();
    }
    let times = document.select("time[datetime]");
    let entries = outermost(times.nodes().iter().filter_map(around));
    if entries.len() < FEWEST {
        return Vec::new();
    }
    entries.into_iter().map(post).collect()
}

/// Entries that stand in no other: what is nested would be read once for each that holds it. They come by position, so
/// that the last one taken alone may hold the next.
fn outermost<'a>(entries: impl Iterator<Item = NodeRef<'a>>) -> Vec<NodeRef<'a>> {
    let mut taken: Vec<NodeRef<'a>> = Vec::new();
    for entry in entries.take(MOST_ENTRIES) {
        let holds = |last: &NodeRef<'a>| {
            last.id == entry.id || entry.ancestors_it(None).any(|above| above.id == last.id)
        };
        if !taken.last().is_some_and(holds) {
            taken.push(entry);
        }
    }
    taken
}

/// The entry that a time stands in.
fn around<'a>(time: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    time.ancestors_it(Some(LEVELS)).find(is_entry)
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

fn post(entry: NodeRef<'_>) -> Post {
    let entry = Selection::from(entry);
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

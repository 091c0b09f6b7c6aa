//! Every cap on what is read, in one place. What lies beyond is refused with a sentence; nothing is cut silently.
//!
//! The caps on the shape of a page are checked before it is parsed: the parser takes time by the square of the depth
//! of its tags and of the attributes of one tag.

/// The largest text or page, in bytes: a hundred novels, or a page with all its pictures inside. Reading costs some
/// ten times as much memory, for every article read at once.
pub(crate) const MOST_TEXT: usize = 20_000_000;

/// The largest file that holds many articles, one a line or in a list: a claims file holds the articles of a run.
pub(crate) const MOST_LINES: usize = 400_000_000;

/// How deep the tags of a page may stand in one another. Real pages stay below 60; at 5,000 the parser takes seconds.
pub(crate) const DEEPEST_TAGS: usize = 400;

/// The most tags of a page, opening and closing. Real pages have some 5,000; a live blog of a week 60,000.
pub(crate) const MOST_TAGS: usize = 400_000;

/// How often marks of type that were never closed may be opened again in the blocks that follow: each time is an element
/// more, which takes some 160 bytes.
pub(crate) const MOST_REOPENED: usize = 1_000_000;

/// The most elements of a page that are weighed against each other to find the article; where there are more, all
/// paragraphs are taken. Weighing takes some 40 µs an element.
pub(crate) const MOST_WEIGHED: usize = 60_000;

/// The most attributes of one tag: the parser compares each with those before it.
pub(crate) const MOST_ATTRIBUTES: usize = 500;

/// The most embedded JSON of a page, in bytes: descriptions of articles have some 10 KB, with their text some 100.
pub(crate) const MOST_EMBEDDED: usize = 4_000_000;

/// The most objects that are looked at in one JSON document for articles: a graph has some ten.
pub(crate) const MOST_NODES: usize = 200_000;

/// The most texts that one pasted file is cut into; a paste of a day has some ten.
pub(crate) const MOST_PASTED: usize = 2_000;

/// The most entries of a live blog: a day of war has some 300.
pub(crate) const MOST_ENTRIES: usize = 5_000;

/// The most notices about one file of one kind: whoever breaks every line need not be told a thousand times.
pub(crate) const MOST_NOTICES: usize = 20;

/// The longest words of a file that are quoted in a notice, in characters.
pub(crate) const LONGEST_EXCERPT: usize = 80;

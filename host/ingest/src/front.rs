//! Front matter: TOML between `+++`, or plain YAML scalars between `---`.
//!
//! Nothing is lost in silence: a line that cannot be read is a notice with line, column and words, and the others
//! are used; a block that is no front matter at all stays in the text.

mod lines;

use std::collections::BTreeMap;

use rashomon_core::model::{Notice, Stamp};

use crate::clean::one_line;
use crate::limits::MOST_NOTICES;
use crate::{excerpt, pasted, stamp};
use lines::Entry;

/// The keys, as the contract names them.
const KEYS: [&str; 9] = [
    "byline",
    "id",
    "language",
    "modified",
    "outlet",
    "published",
    "retrieved",
    "title",
    "url",
];

/// Longest block, in bytes: metadata is a few lines, and beyond this a fence is a rule in a text.
const LONGEST_BLOCK: usize = 64 * 1024;

/// What the metadata says of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub(crate) id: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) published: Option<Stamp>,
    /// Where the date of publication was found, if that was not front matter.
    pub(crate) published_from: Option<String>,
    pub(crate) modified: Option<Stamp>,
    pub(crate) retrieved: Option<Stamp>,
}

/// The metadata, the text after it, and what could not be read. Lines of `text` end in `\n` only; `above` of them stand
/// before it in its file.
pub(crate) fn read<'a>(
    path: &str,
    text: &'a str,
    above: usize,
) -> (Metadata, &'a str, Vec<Notice>) {
    let trimmed = text.trim_start_matches('\n');
    let skipped = text.len() - trimmed.len();
    let Some(block) = Block::find(trimmed, above + skipped + 1) else {
        return (Metadata::default(), text, Vec::new());
    };
    let (entries, mut notices) = block.entries(path);
    if !block.is_metadata(&entries) {
        let message = format!(
            "{path}: line {}: `{}` begins no front matter that could be read (a line looks like `title: …`, or `title = \"…\"` between `+++`), so the lines stay in the text",
            block.line, block.fence
        );
        return (
            Metadata::default(),
            text,
            vec![Notice::new("front-matter", message)],
        );
    }
    if !block.closed {
        let message = format!(
            "{path}: line {}: front matter is never closed by `{}`; it is read up to the first line that gives no key",
            block.line, block.fence
        );
        notices.insert(0, Notice::new("front-matter", message));
    }
    let metadata = assign(path, entries, &mut notices);
    (metadata, block.rest, capped(path, notices))
}

/// How long a closed block of front matter at the beginning of a text is, in bytes; nothing where there is none.
pub(crate) fn length(text: &str) -> usize {
    let trimmed = text.trim_start_matches('\n');
    let block = Block::find(trimmed, 1).filter(|block| block.closed);
    let Some(block) = block else {
        return 0;
    };
    let (entries, _) = block.entries("");
    let mut keys = entries.iter().map(|entry| entry.key.as_str());
    match keys.any(|key| KEYS.contains(&key)) {
        true => text.len() - block.rest.len(),
        false => 0,
    }
}

/// Lines such as `Outlet: River Times` at the top of a text that was cut from a larger one, as metadata; the text below.
pub(crate) fn head_lines<'a>(path: &str, text: &'a str) -> (Metadata, &'a str, Vec<Notice>) {
    let mut rest = text.trim_start_matches('\n');
    let mut entries = Vec::new();
    loop {
        let (line, below) = rest.split_once('\n').unwrap_or((rest, ""));
        let Some((key, value)) = pasted::head_key(line.trim()) else {
            break;
        };
        entries.push(Entry {
            key: key.to_owned(),
            value: value.to_owned(),
        });
        rest = below;
    }
    let mut notices = Vec::new();
    let metadata = assign(path, entries, &mut notices);
    (metadata, rest, capped(path, notices))
}

/// The lines between two fences.
#[derive(Debug)]
struct Block<'a> {
    fence: &'a str,
    /// The number of the opening fence's line, from 1.
    line: usize,
    inner: &'a str,
    rest: &'a str,
    closed: bool,
}

/// `outlet = "River Times"`, `title: …`: one word, and a value behind it; or an item of a list, or a comment.
fn begins_with_key(line: &str) -> bool {
    if line.starts_with(['#', ' ', '\t']) || line.starts_with("- ") {
        return true;
    }
    let key = line.split_once(['=', ':']).map(|(key, _)| key.trim());
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '"');
    key.is_some_and(|key| !key.is_empty() && key.chars().all(is_key))
}

impl<'a> Block<'a> {
    fn find(text: &'a str, line: usize) -> Option<Self> {
        let (first, after) = text.split_once('\n')?;
        let fence = first.trim_end();
        if fence != "+++" && fence != "---" {
            return None;
        }
        let block = |inner: usize, rest: usize, closed| Self {
            fence,
            line,
            inner: &after[..inner],
            rest: &after[rest..],
            closed,
        };
        let mut open = None;
        let mut start = 0;
        for part in after.split_inclusive('\n') {
            let end = start + part.len();
            if end > LONGEST_BLOCK {
                break;
            }
            match part.trim_end() {
                closing if closing == fence => return Some(block(start, end, true)),
                // Without a closing fence the text begins where no key stands.
                "" if open.is_none() => open = Some((start, end)),
                line if open.is_none() && !begins_with_key(line) => open = Some((start, start)),
                _ => {}
            }
            start = end;
        }
        let all = (after.len() <= LONGEST_BLOCK).then_some((after.len(), after.len()));
        let (inner, rest) = open.or(all).unwrap_or((0, 0));
        Some(block(inner, rest, false))
    }

    fn entries(&self, path: &str) -> (Vec<Entry>, Vec<Notice>) {
        let (entries, broken) = match self.fence {
            "+++" => lines::toml(self.inner),
            _ => lines::yaml(self.inner),
        };
        let notices = broken.into_iter().map(|broken| {
            let message = format!(
                "{path}: line {}, column {}: front matter: {}: `{}`",
                self.line + broken.line,
                broken.column,
                broken.why,
                excerpt(&broken.words)
            );
            Notice::new("front-matter", message)
        });
        (entries, notices.collect())
    }

    /// A known key makes it metadata; so does a closed block of nothing but keys. Else it is a text between rules.
    fn is_metadata(&self, entries: &[Entry]) -> bool {
        let known = entries
            .iter()
            .any(|entry| KEYS.contains(&entry.key.as_str()));
        let filled = self.inner.lines().filter(|line| !line.trim().is_empty());
        known || (self.closed && filled.count() == entries.len())
    }
}

fn assign(path: &str, entries: Vec<Entry>, notices: &mut Vec<Notice>) -> Metadata {
    let mut fields = BTreeMap::new();
    for entry in entries {
        let Some(key) = KEYS.iter().find(|key| **key == entry.key) else {
            notices.push(Notice::new("unknown-key", unknown_key(path, &entry.key)));
            continue;
        };
        if fields.contains_key(key) {
            let message =
                format!("{path}: front matter: `{key}` is given twice; the first is used");
            notices.push(Notice::new("front-matter", message));
            continue;
        }
        fields.insert(*key, one_line(&entry.value));
    }
    fields.retain(|_, value| !value.is_empty());
    let mut date = |key: &str| {
        let words = fields.remove(key)?;
        let read = stamp::read(&words);
        if read.is_none() {
            let message = format!(
                "{path}: front matter: `{key}` is \"{}\", which is not read as a date, so it counts as not given; write 2017-03-20 or 2017-03-20T18:00+02:00",
                excerpt(&words)
            );
            notices.push(Notice::new("unreadable-date", message));
        }
        read
    };
    let (published, modified, retrieved) = (date("published"), date("modified"), date("retrieved"));
    let mut field = |key: &str| fields.remove(key);
    Metadata {
        id: field("id"),
        outlet: field("outlet"),
        title: field("title"),
        byline: field("byline"),
        url: field("url"),
        language: field("language"),
        published,
        published_from: None,
        modified,
        retrieved,
    }
}

fn unknown_key(path: &str, key: &str) -> String {
    let distance = |known: &&&str| strsim::damerau_levenshtein(key, known);
    let nearest = KEYS.iter().min_by_key(distance);
    // A third of the letters may be wrong; beyond that the list says more than a guess.
    let near = nearest.filter(|known| distance(known) * 3 <= key.chars().count().max(3));
    let key = excerpt(key);
    match near {
        Some(known) => {
            format!("{path}: front matter: unknown key `{key}`; did you mean `{known}`?")
        }
        None => format!(
            "{path}: front matter: unknown key `{key}`; the keys are {}",
            KEYS.join(", ")
        ),
    }
}

fn capped(path: &str, mut notices: Vec<Notice>) -> Vec<Notice> {
    let more = notices.len().saturating_sub(MOST_NOTICES);
    if more > 0 {
        notices.truncate(MOST_NOTICES);
        let message = format!("{path}: front matter: {more} more lines or keys could not be read");
        notices.push(Notice::new("front-matter", message));
    }
    notices
}

#[cfg(test)]
mod tests;

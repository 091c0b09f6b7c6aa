//! The files of a run: found below the paths that were given, in name order, under names that do not depend on
//! where the folder stands.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use anyhow::Context;
use rashomon_core::model::Notice;
use walkdir::{DirEntry, WalkDir};

/// The largest file that is read. The longest article is some 200 KB, a claims file of a thousand articles some
/// 20 MB; what is larger is no article, and is refused before it fills the memory.
const LARGEST: u64 = 256 << 20;

/// The most files of kinds that are not read that are told of one by one.
const MOST_SKIPPED: usize = 20;

/// What browsers call the folder with the parts of a page they saved as `NAME.html`.
const PARTS: [&str; 2] = ["_files", "_Files"];

/// A file that may hold articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Where it is; none: standard input.
    location: Option<PathBuf>,
    /// Its path relative to the one that was given, with forward slashes.
    pub(crate) path: String,
}

/// What was found, and what was passed over.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    pub(crate) found: Vec<Source>,
    pub(crate) notices: Vec<Notice>,
    /// Of the first file that was named itself and is of a kind that is not read: why.
    pub(crate) refused: Option<String>,
    /// How many files of kinds that are not read were passed over.
    skipped: usize,
    /// Canonical locations, so that a file that is named twice is read once.
    seen: BTreeSet<PathBuf>,
}

impl Sources {
    /// Is this file one of those that were found?
    pub(crate) fn holds(&self, file: &Path) -> bool {
        fs::canonicalize(file).is_ok_and(|file| self.seen.contains(&file))
    }
}

/// The files that `paths` name.
///
/// # Errors
///
/// A path does not exist.
pub(crate) fn find(paths: &[PathBuf]) -> anyhow::Result<Sources> {
    let mut sources = Sources::default();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.add_standard_input();
            continue;
        }
        let metadata =
            fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
        if metadata.is_dir() {
            sources.add_folder(path);
        } else if path.extension().is_none() || is_known(path) {
            // A name without an ending (a pipe of the shell has none) says nothing against its being text.
            sources.add(path.clone(), name_of(path));
        } else {
            sources.refuse(path);
        }
    }
    sources.tell_of_rest();
    Ok(sources)
}

impl Sources {
    fn add_standard_input(&mut self) {
        let source = Source {
            location: None,
            path: "-".to_owned(),
        };
        if !self.found.contains(&source) {
            self.found.push(source);
        }
    }

    /// A file that is named, and is of a kind that is not read: no slip of the pattern, so it ends a strict run.
    fn refuse(&mut self, path: &Path) {
        let message = format!(
            "{} is of no kind that is read; if it is text, give it the ending .txt or .md; else save its text, or enter what it claims by hand",
            path.display()
        );
        self.refused.get_or_insert_with(|| message.clone());
        self.notices.push(Notice::new("skipped-file", message));
    }

    fn add_folder(&mut self, folder: &Path) {
        let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
        let shown = |entry: &DirEntry| !is_hidden(entry) && !is_part_of_page(entry);
        for entry in walk.into_iter().filter_entry(shown) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => self.add_entry(folder, &entry),
                Err(error) => self.pass_over_error(folder, &error),
            }
        }
    }

    fn add_entry(&mut self, folder: &Path, entry: &DirEntry) {
        let path = relative(folder, entry.path());
        // A pipe or a device in a folder would be waited on for ever.
        if entry.file_type().is_file() && is_known(entry.path()) {
            self.add(entry.path().to_owned(), path);
        } else {
            self.skip(&path);
        }
    }

    fn skip(&mut self, path: &str) {
        self.skipped += 1;
        if self.skipped <= MOST_SKIPPED {
            let message = format!(
                "{path} is of no kind that is read; skipped (if it holds an article, save that as text, or enter what it claims by hand)"
            );
            self.notices.push(Notice::new("skipped-file", message));
        }
    }

    /// What was passed over beyond those that were named.
    fn tell_of_rest(&mut self) {
        let rest = self.skipped.saturating_sub(MOST_SKIPPED);
        if rest > 0 {
            let message = format!("{rest} more files are of no kind that is read; skipped");
            self.notices.push(Notice::new("skipped-file", message));
        }
    }

    fn pass_over_error(&mut self, folder: &Path, error: &walkdir::Error) {
        let path = error.path().map_or(String::new(), |p| relative(folder, p));
        let why = match error.io_error() {
            Some(error) => error.to_string(),
            None => "the link leads back to a folder above it".to_owned(),
        };
        let message = format!("{path} cannot be read ({why}); skipped");
        self.notices.push(Notice::new("unreadable-file", message));
    }

    fn add(&mut self, location: PathBuf, path: String) {
        let canonical = fs::canonicalize(&location).unwrap_or_else(|_| location.clone());
        if !self.seen.insert(canonical) {
            let message = format!("{path} is given more than once; read once");
            self.notices.push(Notice::new("repeated-file", message));
            return;
        }
        let location = Some(location);
        self.found.push(Source { location, path });
    }
}

impl Source {
    /// The file's bytes.
    ///
    /// # Errors
    ///
    /// It has gone, may not be read, or is larger than any article.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        let from: Box<dyn Read> = match &self.location {
            Some(location) => Box::new(File::open(location)?),
            None => Box::new(io::stdin().lock()),
        };
        let mut bytes = Vec::new();
        from.take(LARGEST + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > LARGEST {
            let message = format!("larger than {} MiB, which no article is", LARGEST >> 20);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
        }
        Ok(bytes)
    }
}

/// Editors, version control and desktops keep their own files under names that begin with a dot.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The pictures, styles and frames of a saved page lie in a folder beside it: they are parts of what is read.
fn is_part_of_page(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let stem = PARTS.iter().find_map(|ending| name.strip_suffix(ending));
    let Some(stem) = stem.filter(|_| entry.depth() > 0 && entry.file_type().is_dir()) else {
        return false;
    };
    let page = |ending: &str| entry.path().with_file_name(format!("{stem}.{ending}"));
    ["html", "htm", "xhtml"]
        .iter()
        .any(|ending| page(ending).is_file())
}

fn is_known(path: &Path) -> bool {
    rashomon_ingest::is_known_kind(&path.to_string_lossy())
}

fn name_of(path: &Path) -> String {
    let name = path.file_name();
    name.map_or_else(
        || "article".to_owned(),
        |n| n.to_string_lossy().into_owned(),
    )
}

/// `path` as seen from `folder`; bytes that are no UTF-8 are shown as U+FFFD.
fn relative(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let names = below.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let path = names.collect::<Vec<_>>().join("/");
    if path.is_empty() {
        name_of(folder)
    } else {
        path
    }
}

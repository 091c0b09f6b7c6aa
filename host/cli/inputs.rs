//! From paths to articles, by id. A file that cannot be read is said and passed over, unless the run is strict.

use std::io;

use anyhow::{Context, bail};
use rashomon_core::model::{Input, Notice};
use rashomon_ingest::SourceFile;
use rayon::prelude::*;

use crate::arguments::ReadingArguments;
use crate::console::Console;
use crate::sources::{self, Source};

/// The articles of a run, each with what was kept of it when it was opened.
pub(crate) struct Loaded<K = ()> {
    /// By id; at least one.
    pub(crate) inputs: Vec<(Input, K)>,
    /// About files that were passed over, and ids that had to be settled.
    pub(crate) notices: Vec<Notice>,
}

/// Opens all that the arguments name; `keep` sees every article, from several threads, as soon as it is opened.
///
/// # Errors
///
/// A path does not exist, nothing could be read, `keep` failed, or, in a strict run, something could not be read.
pub(crate) fn load<K: Send>(
    arguments: &ReadingArguments,
    console: &Console,
    keep: impl Fn(&mut Input) -> io::Result<K> + Sync,
) -> anyhow::Result<Loaded<K>> {
    let sources = sources::find(&arguments.paths)?;
    if let Some(output) = arguments
        .output
        .as_deref()
        .filter(|output| sources.holds(output))
    {
        bail!(
            "--output {} is one of the inputs and would be lost: name another file",
            output.display()
        );
    }
    if let Some(refused) = sources.refused.filter(|_| arguments.strict) {
        bail!(refused);
    }
    let mut notices = sources.notices;
    let mut inputs: Vec<(Input, K)> = Vec::new();
    for (_, ingested) in ingest_all(&sources.found, console, &keep) {
        match ingested {
            Ok(more) => inputs.extend(more.context("cannot write a temporary file")?),
            Err(why) if arguments.strict => bail!(why),
            Err(why) => notices.push(Notice::new("unreadable-article", why)),
        }
    }
    notices.extend(rashomon_ingest::settle_ids(
        inputs.iter_mut().map(|(input, _)| input),
    ));
    inputs.sort_by(|(a, _), (b, _)| a.article.id.cmp(&b.article.id));
    // What is not read or kept without claims is said at once; what else was odd stands in the document.
    let odd = inputs.iter().flat_map(|(input, _)| {
        let notices = input.notices.iter();
        notices.map(|notice| (input.article.path.as_str(), notice))
    });
    let mut lost = odd.filter(|(_, notice)| LOSSES.contains(&notice.code.as_str()));
    if arguments.strict
        && let Some((path, notice)) = lost.next()
    {
        bail!(located(path, &notice.message));
    }
    for notice in &notices {
        console.notice(&notice.message);
    }
    for (path, notice) in lost {
        console.notice(&located(path, &notice.message));
    }
    if inputs.is_empty() {
        if sources.found.is_empty() {
            bail!(
                "nothing to read: there is no file of a kind that is read (.txt, .md, .html, .json, .jsonl) in what was named"
            );
        }
        bail!("nothing to read: none of the paths holds an article that could be read");
    }
    Ok(Loaded { inputs, notices })
}

/// Notices of what is lost, in whole or in part: these are said at once, and end a strict run. What else was odd stands
/// in the document.
const LOSSES: [&str; 9] = [
    "not-read",
    "no-article",
    "broken-line",
    "claim-not-read",
    "front-matter",
    "partly-read",
    "quote-not-located",
    "unreadable-date",
    "unknown-key",
];

/// A message that names its file.
pub(crate) fn located(path: &str, message: &str) -> String {
    match message.contains(path) || message.contains(": line ") {
        true => message.to_owned(),
        false => format!("{path}: {message}"),
    }
}

/// A file, and its articles with what was kept of each, or why it has none.
type Ingested<'s, K> = (&'s Source, Result<io::Result<Vec<(Input, K)>>, String>);

fn ingest_all<'s, K: Send>(
    sources: &'s [Source],
    console: &Console,
    keep: &(impl Fn(&mut Input) -> io::Result<K> + Sync),
) -> Vec<Ingested<'s, K>> {
    let bar = console.progress("opening", sources.len());
    let kept = |mut input: Input| keep(&mut input).map(|own| (input, own));
    let ingested = sources.par_iter().map(|source| {
        let inputs = ingest(source).map(|inputs| inputs.into_iter().map(kept).collect());
        bar.inc(1);
        (source, inputs)
    });
    let ingested = ingested.collect();
    bar.finish_and_clear();
    ingested
}

/// The articles of a file, or a sentence that names it and says why there are none.
fn ingest(source: &Source) -> Result<Vec<Input>, String> {
    let path = &source.path;
    let bytes = source.read();
    let bytes = bytes.map_err(|error| format!("{path}: not read: {error}"))?;
    let file = SourceFile {
        path,
        bytes: &bytes,
    };
    rashomon_ingest::ingest(&file).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_vanishes_after_it_was_found_hides_no_other() {
        let folder = format!("rashomon-inputs-{}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        fs::create_dir_all(&folder).expect("created");
        for name in ["gone.txt", "stays.txt"] {
            fs::write(folder.join(name), "Twelve people were hurt.\n").expect("written");
        }
        let sources = sources::find(std::slice::from_ref(&folder)).expect("found");
        fs::remove_file(folder.join("gone.txt")).expect("removed");
        let ingested = ingest_all(&sources.found, &Console::new(true), &|_| Ok(()));
        let outcomes: Vec<_> = ingested
            .iter()
            .map(|(source, inputs)| (source.path.as_str(), inputs.is_ok()))
            .collect();
        assert_eq!(outcomes, [("gone.txt", false), ("stays.txt", true)]);
        fs::remove_dir_all(&folder).expect("removed");
    }
}

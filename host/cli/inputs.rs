//! From paths to articles, by id. A file that cannot be read is said and passed over, unless the run is strict.

use anyhow::bail;
use rashomon_core::model::{Input, Notice};
use rashomon_ingest::SourceFile;
use rayon::prelude::*;

use crate::arguments::ReadingArguments;
use crate::console::Console;
use crate::sources::{self, Source};

/// The articles of a run.
pub(crate) struct Loaded {
    /// By id; at least one.
    pub(crate) inputs: Vec<Input>,
    /// About files that were passed over, and ids that had to be settled.
    pub(crate) notices: Vec<Notice>,
}

/// Reads all that the arguments name.
///
/// # Errors
///
/// A path does not exist or names a file of unknown kind, nothing could be read, or, in a strict run, something
/// could not.
pub(crate) fn load(arguments: &ReadingArguments, console: &Console) -> anyhow::Result<Loaded> {
    use_threads(arguments);
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
    let mut notices = sources.notices;
    let mut inputs = Vec::new();
    for (_, ingested) in ingest_all(&sources.found, console) {
        match ingested {
            Ok(more) => inputs.extend(more),
            Err(why) if arguments.strict => bail!(why),
            Err(why) => notices.push(Notice::new("unreadable-article", why)),
        }
    }
    notices.extend(rashomon_ingest::settle_ids(&mut inputs));
    inputs.sort_by(|a, b| a.article.id.cmp(&b.article.id));
    // What is kept without claims is said at once; what else was odd stands in the document.
    let unread = inputs.iter().flat_map(|input: &Input| &input.notices);
    let unread = unread.filter(|notice| notice.code == "not-read");
    for notice in notices.iter().chain(unread) {
        console.notice(&notice.message);
    }
    if inputs.is_empty() {
        bail!("nothing to read: none of the paths holds an article that could be read");
    }
    Ok(Loaded { inputs, notices })
}

/// Sets the number of threads for everything that follows. That a pool exists already is possible in tests only.
fn use_threads(arguments: &ReadingArguments) {
    if let Some(jobs) = arguments.jobs {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get());
        let _ = pool.build_global();
    }
}

type Ingested<'s> = (&'s Source, Result<Vec<Input>, String>);

fn ingest_all<'s>(sources: &'s [Source], console: &Console) -> Vec<Ingested<'s>> {
    let bar = console.progress("opening", sources.len());
    let ingested = sources.par_iter().map(|source| {
        let inputs = ingest(source);
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
        let ingested = ingest_all(&sources.found, &Console::new(true));
        let outcomes: Vec<_> = ingested
            .iter()
            .map(|(source, inputs)| (source.path.as_str(), inputs.is_ok()))
            .collect();
        assert_eq!(outcomes, [("gone.txt", false), ("stays.txt", true)]);
        fs::remove_dir_all(&folder).expect("removed");
    }
}

//! Where the document goes: standard output, or a file that is written whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

/// Writes what `fill` writes to the file, or to standard output where none is given.
///
/// # Errors
///
/// The document could not be written. A reader that closed its end of a pipe has what it wanted: no error.
pub(crate) fn write(
    file: Option<&Path>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    match file {
        Some(path) => {
            write_file(path, fill).with_context(|| format!("cannot write {}", path.display()))
        }
        None => match filled(io::stdout().lock(), fill) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            result => result.map(drop).context("cannot write to standard output"),
        },
    }
}

fn filled<W: Write>(to: W, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<W> {
    let mut buffered = BufWriter::new(to);
    fill(&mut buffered)?;
    buffered
        .into_inner()
        .map_err(io::IntoInnerError::into_error)
}

fn write_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // The file a link points to is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let present = fs::metadata(&target).ok();
    if present.as_ref().is_some_and(|present| !present.is_file()) {
        // A device or a pipe cannot be replaced by a file; a folder refuses to be opened.
        let device = OpenOptions::new().write(true).open(&target)?;
        return filled(device, fill).map(drop);
    }
    let draft = draft_beside(&target)?;
    let result = fill_draft(&draft, fill)
        .and_then(|()| match &present {
            Some(present) => fs::set_permissions(&draft, present.permissions()),
            None => Ok(()),
        })
        .and_then(|()| fs::rename(&draft, &target));
    if result.is_err() {
        // What is left of a failed draft is of no use to anyone; that it cannot be removed is no news beside it.
        let _ = fs::remove_file(&draft);
    }
    result
}

/// In the same folder, because a rename does not reach another file system.
fn draft_beside(target: &Path) -> io::Result<PathBuf> {
    let name = target.file_name();
    let name = name.ok_or_else(|| io::Error::new(ErrorKind::InvalidInput, "not a file name"))?;
    let mut draft = OsString::from(".");
    draft.push(name);
    draft.push(format!(".{}.tmp", std::process::id()));
    Ok(target.with_file_name(draft))
}

fn fill_draft(draft: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    filled(File::create_new(draft)?, fill)?.sync_all()
}

//! Texts of articles that wait on disk for their turn, so that the memory of a run does not grow with them.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Mutex, PoisonError};

use rashomon_core::model::Input;

/// A file that only this run sees and that is gone when it ends, however it ends.
pub(crate) struct Spool(Mutex<Held>);

struct Held {
    file: File,
    length: u64,
}

/// Where a text is, in bytes.
pub(crate) struct Slot {
    start: u64,
    length: usize,
}

impl Spool {
    /// An empty one, in the folder for temporary files.
    ///
    /// # Errors
    ///
    /// No file can be made there.
    pub(crate) fn new() -> io::Result<Self> {
        let file = tempfile::tempfile()?;
        Ok(Self(Mutex::new(Held { file, length: 0 })))
    }

    /// Takes the article's text away. Several threads may do so at once.
    ///
    /// # Errors
    ///
    /// The file cannot be written: the disk may be full.
    pub(crate) fn put(&self, input: &mut Input) -> io::Result<Slot> {
        let text = std::mem::take(&mut input.article.text);
        self.with(|held| {
            held.file.seek(SeekFrom::Start(held.length))?;
            held.file.write_all(text.as_bytes())?;
            let slot = Slot {
                start: held.length,
                length: text.len(),
            };
            held.length += text.len() as u64;
            Ok(slot)
        })
    }

    /// Gives the article its text back.
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    pub(crate) fn restore(&self, input: &mut Input, slot: &Slot) -> io::Result<()> {
        let mut text = vec![0; slot.length];
        self.with(|held| {
            held.file.seek(SeekFrom::Start(slot.start))?;
            held.file.read_exact(&mut text)
        })?;
        let text = String::from_utf8(text);
        input.article.text =
            text.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        Ok(())
    }

    fn with<T>(&self, work: impl FnOnce(&mut Held) -> T) -> T {
        // A thread that panicked has left whole texts behind, and the length of those it counted.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use rashomon_ingest::{SourceFile, ingest};

    use super::*;

    #[test]
    fn texts_come_back_in_any_order() {
        let read = |text: &str| {
            let file = SourceFile {
                path: "quay.txt",
                bytes: text.as_bytes(),
            };
            ingest(&file).expect("text").remove(0)
        };
        let spool = Spool::new().expect("a temporary file");
        let texts = ["Three dockers were hurt.\n", "“Four”, the port said.\n"];
        let mut inputs = texts.map(read);
        let whole = inputs.each_ref().map(|input| input.article.text.clone());
        let slots = inputs
            .each_mut()
            .map(|input| spool.put(input).expect("written"));
        assert!(inputs.iter().all(|input| input.article.text.is_empty()));
        for at in [1, 0] {
            spool.restore(&mut inputs[at], &slots[at]).expect("read");
            assert_eq!(inputs[at].article.text, whole[at]);
        }
    }
}

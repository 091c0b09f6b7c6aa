//! `rashomon extract`.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use anyhow::{Context, bail};
use indicatif::ProgressBar;
use rashomon_core::lexicon::Lexicon;
use rashomon_core::model::Input;
use rashomon_core::speakers::{Tagger, name_sources};
use rayon::prelude::*;

use crate::arguments::ExtractArguments;
use crate::console::Console;
use crate::spool::{Slot, Spool};
use crate::status::Status;
use crate::{embedded, inputs, output};

/// Articles read side by side before their lines are printed: enough to keep the cores busy, few enough that only
/// these articles' claims are held in memory.
const BATCH: usize = 64;

/// Prints the claims file. Articles come by id, which is known once all are opened; their texts wait on disk until
/// then, and their claims are made when they are printed.
pub(crate) fn run(arguments: &ExtractArguments, console: &Console) -> anyhow::Result<Status> {
    let output = arguments.reading.output.as_deref();
    if let Some(path) = output.filter(|path| holds_corrections(path)) {
        bail!(
            "--output {} holds corrections made by hand, which would be lost: name another file, or take this one away",
            path.display()
        );
    }
    let lexicon = embedded::lexicon()?;
    let spool = Spool::new().context("cannot make a temporary file")?;
    let loaded = inputs::load(&arguments.reading, console, |input| spool.put(input))?;
    let bar = console.progress("reading", loaded.inputs.len());
    let printer = Printer {
        lexicon: &lexicon,
        tagger: arguments.mentions.then(embedded::tagger).transpose()?,
        bar: &bar,
        spool: &spool,
    };
    output::write(output, |out| printer.print(loaded.inputs, out))?;
    bar.finish_and_clear();
    Ok(Status::Fine)
}

/// Is it a claims file that somebody has corrected, on one line an article or laid out?
fn holds_corrections(path: &Path) -> bool {
    let Ok(file) = fs::File::open(path) else {
        return false;
    };
    let mut is_claims = false;
    let mut is_corrected = false;
    for line in BufReader::new(file).lines().map_while(Result::ok) {
        is_claims |= line.contains("\"rashomon/claims/");
        // What nobody touched has none of these keys.
        let keys = ["\"corrected_by\"", "\"by_hand\"", "\"void\"", "\"reason\""];
        is_corrected |= keys.iter().any(|key| line.contains(key));
    }
    is_claims && is_corrected
}

struct Printer<'a> {
    lexicon: &'a Lexicon,
    /// Finds every source, where mentions are asked for.
    tagger: Option<Tagger>,
    bar: &'a ProgressBar,
    /// Holds the texts.
    spool: &'a Spool,
}

impl Printer<'_> {
    fn print(&self, inputs: Vec<(Input, Slot)>, out: &mut dyn Write) -> io::Result<()> {
        let mut inputs = inputs.into_iter();
        loop {
            let batch: Vec<(Input, Slot)> = inputs.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(());
            }
            let lines = batch
                .into_par_iter()
                .map(|(input, slot)| self.line(input, &slot));
            for line in lines.collect::<io::Result<Vec<_>>>()? {
                writeln!(out, "{}", line.trim_end())?;
            }
            out.flush()?;
        }
    }

    fn line(&self, mut input: Input, slot: &Slot) -> io::Result<String> {
        self.spool.restore(&mut input, slot)?;
        let mut reading = rashomon_core::read(input, self.lexicon);
        if let Some(tagger) = &self.tagger {
            name_sources(&mut reading, self.lexicon, tagger);
        }
        self.bar.inc(1);
        Ok(rashomon_wire::claims::write_line(
            &reading,
            self.tagger.is_some(),
        ))
    }
}

//! `rashomon extract`.

use std::io::{self, Write};

use indicatif::ProgressBar;
use rashomon_core::lexicon::Lexicon;
use rashomon_core::model::Input;
use rashomon_core::speakers::{Tagger, name_sources};
use rayon::prelude::*;

use crate::arguments::ExtractArguments;
use crate::console::Console;
use crate::status::Status;
use crate::{embedded, inputs, output};

/// Articles read side by side before their lines are printed: enough to keep the cores busy, few enough that only
/// these articles' claims are held in memory.
const BATCH: usize = 64;

/// Prints the claims file. Articles come by id, which is known once all are ingested; their texts are held until
/// then, their claims are not.
pub(crate) fn run(arguments: &ExtractArguments, console: &Console) -> anyhow::Result<Status> {
    let lexicon = embedded::lexicon()?;
    let loaded = inputs::load(&arguments.reading, console)?;
    let bar = console.progress("reading", loaded.inputs.len());
    let printer = Printer {
        lexicon: &lexicon,
        tagger: arguments.mentions.then(embedded::tagger).transpose()?,
        bar: &bar,
    };
    let output = arguments.reading.output.as_deref();
    output::write(output, |out| printer.print(loaded.inputs, out))?;
    bar.finish_and_clear();
    Ok(Status::Fine)
}

struct Printer<'a> {
    lexicon: &'a Lexicon,
    /// Finds every source, where mentions are asked for.
    tagger: Option<Tagger>,
    bar: &'a ProgressBar,
}

impl Printer<'_> {
    fn print(&self, inputs: Vec<Input>, out: &mut dyn Write) -> io::Result<()> {
        let mut inputs = inputs.into_iter();
        loop {
            let batch: Vec<Input> = inputs.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(());
            }
            let lines: Vec<String> = batch.into_par_iter().map(|i| self.line(i)).collect();
            for line in lines {
                writeln!(out, "{}", line.trim_end())?;
            }
            out.flush()?;
        }
    }

    fn line(&self, input: Input) -> String {
        let mut reading = rashomon_core::read(input, self.lexicon);
        if let Some(tagger) = &self.tagger {
            name_sources(&mut reading, self.lexicon, tagger);
        }
        self.bar.inc(1);
        rashomon_wire::claims::write_line(&reading, self.tagger.is_some())
    }
}

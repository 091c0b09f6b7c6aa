use std::collections::{BTreeMap, BTreeSet};

use super::words::{digest, stem, words};

/// How common words are in news at large: in how many articles each stem occurs. Without it a handful of articles
/// cannot tell a rare word from a common one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Background {
    articles: u32,
    /// Digest of the stem and the number of articles that have it, by digest.
    stems: Vec<(u64, u32)>,
}

/// A background table that does not follow its format.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackgroundError {
    /// No line says how many articles were counted.
    #[error(
        "the background table does not say how many articles it counts: a line `articles<TAB>NUMBER` must come before the stems"
    )]
    NoTotal,
    /// A line is not a stem, a tab, and a count between one and the number of articles.
    #[error(
        "line {line} of the background table is not `stem<TAB>count`, with a count from 1 to the number of articles"
    )]
    Line {
        /// Counted from one.
        line: usize,
    },
}

impl Background {
    /// Reads a table: comments (`#`), a line `articles<TAB>NUMBER`, then one `stem<TAB>count` a line.
    ///
    /// # Errors
    /// When the total is missing or a line has another form.
    pub fn parse(table: &str) -> Result<Self, BackgroundError> {
        let mut lines = (1..)
            .zip(table.lines())
            .filter(|(_, text)| !text.is_empty() && !text.starts_with('#'));
        let (_, head) = lines.next().ok_or(BackgroundError::NoTotal)?;
        let total = head.strip_prefix("articles\t").and_then(|n| n.parse().ok());
        let articles: u32 = total.filter(|n| *n > 0).ok_or(BackgroundError::NoTotal)?;
        let mut stems = Vec::new();
        for (line, text) in lines {
            let row = text
                .split_once('\t')
                .and_then(|(stem, count)| Some((digest(stem), count.parse().ok()?)));
            let row = row.filter(|(_, count)| (1..=articles).contains(count));
            stems.push(row.ok_or(BackgroundError::Line { line })?);
        }
        stems.sort_unstable();
        stems.dedup_by_key(|row| row.0);
        Ok(Self { articles, stems })
    }

    /// Makes a table of the stems that occur in at least `least` of the texts.
    pub fn count<'t>(texts: impl Iterator<Item = &'t str>, least: u32) -> String {
        let (mut articles, mut counts) = (0, BTreeMap::<String, u32>::new());
        for text in texts {
            articles += 1;
            let stems: BTreeSet<String> = words(text).filter_map(|word| stem(word.text)).collect();
            stems
                .into_iter()
                .for_each(|stem| *counts.entry(stem).or_default() += 1);
        }
        let rows = counts.iter().filter(|(_, count)| **count >= least);
        let rows: String = rows
            .map(|(stem, count)| format!("{stem}\t{count}\n"))
            .collect();
        format!("articles\t{articles}\n{rows}")
    }

    /// The share of articles that have the stem of this digest, from 0 to 1.
    pub(super) fn rate(&self, stem: u64) -> f64 {
        let found = self.stems.binary_search_by_key(&stem, |row| row.0);
        found.map_or(0.0, |at| {
            f64::from(self.stems[at].1) / f64::from(self.articles)
        })
    }
}

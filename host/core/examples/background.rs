//! Counts in how many articles each stem occurs and prints `rules/lexicon/en/background.tsv`. Articles come on standard
//! input, one JSON object with a `text` a line:
//!
//! ```sh
//! cat CORPUS/*.jsonl | cargo run -p rashomon-core --example background > rules/lexicon/en/background.tsv
//! ```

use std::io::{self, BufRead, Write};

use rashomon_core::group::Background;

const HEADER: &str = "\
# How common words are in news: the number of articles in which each stem occurs, for grouping articles by event
# (host/core/src/group). Counts only, no text. Stems in fewer than three articles are left out.
# Counted with `cargo run -p rashomon-core --example background` over the shared halves of MUC-3/4, PolNeAR, Gun Violence
# Archive, BASIL, ECB+ and Gun Violence Database. Comment lines are skipped; `articles` gives the total.
";

fn main() -> io::Result<()> {
    let mut texts = Vec::new();
    for line in io::stdin().lock().lines() {
        let article: serde_json::Value = serde_json::from_str(&line?)?;
        texts.extend(article["text"].as_str().map(str::to_owned));
    }
    let table = Background::count(texts.iter().map(String::as_str), 3);
    io::stdout().write_all(format!("{HEADER}{table}").as_bytes())
}

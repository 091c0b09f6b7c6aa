//! Learns the weights that find sources and prints `rules/lexicon/en/speakers.tsv`. Annotated articles come on standard
//! input, one JSON object a line: `text`, and `sources` and `cues` as pairs of character positions:
//!
//! ```sh
//! cargo run --release -p rashomon-core --example speakers < ANNOTATED.jsonl > rules/lexicon/en/speakers.tsv
//! ```
//!
//! A linear-chain conditional random field, learned by stochastic gradient descent with an L2 penalty and averaged over
//! the later half of the passes. First each article is scored by weights learned without it (the figures on standard
//! error), then all are learned from.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use rashomon_core::lexicon::Lexicon;
use rashomon_core::model::{Article, Input, MentionValue, Reading, Span};
use rashomon_core::speakers::{Observed, ROLES, Tagger, name_sources, observe};

const HEADER: &str = "\
# Weights that find sources (host/core/src/speakers): a digest of a feature, and what it speaks for: no part, a source's
# first word, a further one, a cue's first word, a further one. Numbers only, no text. Learned from the shared half of
# PolNeAR by `cargo run --release -p rashomon-core --example speakers`; learn anew when features or word lists change.
";

/// Articles left out in turn, to score them by weights that never saw them.
const FOLDS: usize = 12;
/// Passes over the articles.
const PASSES: usize = 16;
/// Step of the first update.
const STEP: f64 = 0.05;
/// L2 penalty.
const PENALTY: f64 = 0.004;
/// Features seen less often are left out.
const RAREST: u32 = 2;
/// Added to the score of every source's first word: what is not found costs as much as what is wrong.
const EAGER: f64 = 1.2;
/// Whole numbers a unit of weight.
const SCALE: f64 = 64.0;
/// Features whose weights are all nearer to zero, in whole numbers, are left out.
const LIGHTEST: f64 = 4.0;

const LEXICON: &[(&str, &str)] = rashomon_core::lexicon_files!("../../../rules/lexicon/en");

/// An article with what a person marked in it.
struct Annotated {
    reading: Reading,
    sources: Vec<Span>,
    sentences: Vec<Sentence>,
}

/// A sentence with the role of each token.
struct Sentence {
    seen: Observed,
    roles: Vec<usize>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = Lexicon::parse(LEXICON)?;
    let mut articles = Vec::new();
    for line in io::stdin().lock().lines() {
        articles.push(annotated(&serde_json::from_str(&line?)?, &lexicon));
    }
    let mut sums = [0; 3];
    for fold in 0..FOLDS {
        let rest = articles
            .iter()
            .enumerate()
            .filter(|(i, _)| i % FOLDS != fold);
        let tagger = Tagger::parse(&learned(&rest.map(|(_, a)| a).collect::<Vec<_>>()))?;
        for article in articles.iter_mut().skip(fold).step_by(FOLDS) {
            score(article, (&lexicon, &tagger), &mut sums);
        }
    }
    let [both, found, marked] = sums.map(f64::from);
    let (precision, recall) = (both / found, both / marked);
    let f1 = 2.0 * both / (found + marked);
    writeln!(
        io::stderr(),
        "words of sources, each article unseen: P {precision:.3} R {recall:.3} F1 {f1:.3}"
    )?;
    let table = learned(&articles.iter().collect::<Vec<_>>());
    io::stdout().write_all(format!("{HEADER}{table}").as_bytes())?;
    Ok(())
}

fn annotated(row: &serde_json::Value, lexicon: &Lexicon) -> Annotated {
    let text = row["text"].as_str().unwrap_or("");
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let spans = |key: &str| -> Vec<Span> {
        let pairs = row[key].as_array().into_iter().flatten();
        let at = |v: &serde_json::Value| bytes[v.as_u64().unwrap_or(0) as usize];
        pairs
            .map(|pair| Span::new(at(&pair[0]), at(&pair[1])))
            .collect()
    };
    let article = Article::of_text("article", text);
    let input = Input::from(article);
    let reading = rashomon_core::read(input, lexicon);
    let (sources, cues) = (spans("sources"), spans("cues"));
    let sentences = observe(&reading.article.text, &reading.passages, lexicon);
    let sentences = sentences.into_iter().map(|seen| Sentence {
        roles: roles(&seen.spans, &sources, &cues),
        seen,
    });
    Annotated {
        sentences: sentences.collect(),
        reading,
        sources,
    }
}

/// The role of each token: 0 none, 1 and 2 a source's, 3 and 4 a cue's.
fn roles(tokens: &[Span], sources: &[Span], cues: &[Span]) -> Vec<usize> {
    let within = |token: &Span, spans: &[Span]| {
        spans
            .iter()
            .position(|s| s.start < token.end && token.start < s.end)
    };
    let mut last = (0, 0);
    let mut roles = Vec::with_capacity(tokens.len());
    for token in tokens {
        let now = match (within(token, sources), within(token, cues)) {
            (Some(span), _) => (1, span),
            (None, Some(span)) => (3, span),
            _ => (0, 0),
        };
        let goes_on = usize::from(now.0 > 0 && now == last);
        roles.push(now.0 + goes_on);
        last = now;
    }
    roles
}

/// Adds the words that are both found and marked, found, marked.
fn score(article: &mut Annotated, (lexicon, tagger): (&Lexicon, &Tagger), sums: &mut [u32; 3]) {
    name_sources(&mut article.reading, lexicon, tagger);
    let mentions = article.reading.mentions.iter();
    let found: Vec<Span> = mentions
        .filter(|m| matches!(m.value, MentionValue::Source(_)))
        .map(|m| m.span)
        .collect();
    let text = &article.reading.article.text;
    let within = |token: &Span, spans: &[Span]| {
        spans
            .iter()
            .any(|s| s.start <= token.start && token.end <= s.end)
    };
    for token in article.sentences.iter().flat_map(|s| &s.seen.spans) {
        if !text[token.start..].starts_with(char::is_alphanumeric) {
            continue;
        }
        let (got, marked) = (within(token, &found), within(token, &article.sources));
        sums[0] += u32::from(got && marked);
        sums[1] += u32::from(got);
        sums[2] += u32::from(marked);
    }
}

type Scores = [f64; ROLES];

/// Weights while they are learned, all of them times `scale`.
struct Learner {
    scale: f64,
    weights: Vec<Scores>,
    start: Scores,
    follows: [Scores; ROLES],
}

/// The table of weights learned from these articles.
fn learned(articles: &[&Annotated]) -> String {
    let sentences: Vec<&Sentence> = articles.iter().flat_map(|a| &a.sentences).collect();
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for key in sentences
        .iter()
        .flat_map(|s| s.seen.features.iter().flatten())
    {
        *counts.entry(*key).or_default() += 1;
    }
    counts.retain(|_, count| *count >= RAREST);
    let keys: Vec<u32> = counts.into_keys().collect();
    let rows: Vec<(Vec<Vec<usize>>, &[usize])> = sentences
        .iter()
        .map(|sentence| {
            let index = |token: &Vec<u32>| {
                token
                    .iter()
                    .filter_map(|key| keys.binary_search(key).ok())
                    .collect()
            };
            let features = sentence.seen.features.iter().map(index).collect();
            (features, sentence.roles.as_slice())
        })
        .collect();
    table(&keys, &averaged(&rows, keys.len()))
}

fn averaged(rows: &[(Vec<Vec<usize>>, &[usize])], features: usize) -> Learner {
    let mut learner = Learner::new(features);
    let mut mean = Learner::new(features);
    let mut order: Vec<usize> = (0..rows.len()).filter(|i| !rows[*i].1.is_empty()).collect();
    let mut random: u64 = 12_345;
    let mut steps = 0.0;
    for pass in 0..PASSES {
        for i in (1..order.len()).rev() {
            // Knuth's generator, so that the weights are the same at every run.
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            order.swap(i, (random >> 33) as usize % (i + 1));
        }
        for i in &order {
            learner.step(
                &rows[*i].0,
                rows[*i].1,
                STEP / (1.0 + PENALTY * STEP * steps),
            );
            steps += 1.0;
        }
        if pass * 2 >= PASSES {
            mean.add(&learner, 2.0 / PASSES as f64);
        }
    }
    mean
}

impl Learner {
    fn new(features: usize) -> Self {
        Self {
            scale: 1.0,
            weights: vec![[0.0; ROLES]; features],
            start: [0.0; ROLES],
            follows: [[0.0; ROLES]; ROLES],
        }
    }

    fn rows(&mut self) -> impl Iterator<Item = &mut Scores> {
        self.weights
            .iter_mut()
            .chain([&mut self.start])
            .chain(&mut self.follows)
    }

    fn add(&mut self, other: &Self, share: f64) {
        let others = other
            .weights
            .iter()
            .chain([&other.start])
            .chain(&other.follows);
        for (sum, own) in self.rows().zip(others) {
            add(sum, own, share * other.scale);
        }
    }

    /// One step towards these roles.
    fn step(&mut self, tokens: &[Vec<usize>], roles: &[usize], step: f64) {
        let own: Vec<Scores> = tokens.iter().map(|features| self.score(features)).collect();
        let forward = self.forward(&own);
        let backward = self.backward(&own);
        let total = log_sum(&forward[forward.len() - 1]);
        let follows = self.follows.map(|row| row.map(|w| w * self.scale));
        self.scale *= 1.0 - step * PENALTY;
        let step = step / self.scale;
        for i in 0..tokens.len() {
            let mut change = [0.0; ROLES];
            for (role, change) in change.iter_mut().enumerate() {
                *change = -(forward[i][role] + backward[i][role] - total).exp();
            }
            change[roles[i]] += 1.0;
            for feature in &tokens[i] {
                add(&mut self.weights[*feature], &change, step);
            }
            if i == 0 {
                add(&mut self.start, &change, step);
                continue;
            }
            for (before, row) in self.follows.iter_mut().enumerate() {
                for (role, weight) in row.iter_mut().enumerate() {
                    let path = forward[i - 1][before] + follows[before][role] + own[i][role];
                    *weight -= step * (path + backward[i][role] - total).exp();
                }
            }
            self.follows[roles[i - 1]][roles[i]] += step;
        }
    }

    fn score(&self, features: &[usize]) -> Scores {
        let mut sum = [0.0; ROLES];
        for feature in features {
            add(&mut sum, &self.weights[*feature], self.scale);
        }
        sum
    }

    fn forward(&self, own: &[Scores]) -> Vec<Scores> {
        let mut found: Vec<Scores> = Vec::with_capacity(own.len());
        for scores in own {
            let mut next = *scores;
            for (role, score) in next.iter_mut().enumerate() {
                *score += match found.last() {
                    None => self.scale * self.start[role],
                    Some(last) => log_sum(&std::array::from_fn(|before| {
                        last[before] + self.scale * self.follows[before][role]
                    })),
                };
            }
            found.push(next);
        }
        found
    }

    fn backward(&self, own: &[Scores]) -> Vec<Scores> {
        let mut found = vec![[0.0; ROLES]; own.len()];
        for i in (1..own.len()).rev() {
            for role in 0..ROLES {
                found[i - 1][role] = log_sum(&std::array::from_fn(|next| {
                    found[i][next] + own[i][next] + self.scale * self.follows[role][next]
                }));
            }
        }
        found
    }
}

fn add(sum: &mut Scores, other: &Scores, times: f64) {
    for (sum, other) in sum.iter_mut().zip(other) {
        *sum += times * other;
    }
}

fn log_sum(values: &Scores) -> f64 {
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    most + values.iter().map(|v| (v - most).exp()).sum::<f64>().ln()
}

/// In whole numbers, without what hardly weighs. Only differences between roles count, so the first is always zero.
fn table(keys: &[u32], learner: &Learner) -> String {
    let whole = |scores: &Scores, eager: f64| -> Scores {
        let mut scores = *scores;
        scores[1] += eager;
        scores.map(|s| (s * SCALE).round())
    };
    let mut lines = vec![line("start", &whole(&learner.start, EAGER))];
    for (role, scores) in learner.follows.iter().enumerate() {
        lines.push(line(&format!("after-{role}"), &whole(scores, EAGER)));
    }
    for (key, scores) in keys.iter().zip(&learner.weights) {
        let scores = whole(&scores.map(|s| s - scores[0]), 0.0);
        if scores.iter().any(|s| s.abs() >= LIGHTEST) {
            lines.push(line(&format!("{key:08x}"), &scores));
        }
    }
    lines.concat()
}

fn line(key: &str, scores: &Scores) -> String {
    let scores: Vec<String> = scores.iter().map(f64::to_string).collect();
    format!("{key}\t{}\n", scores.join("\t"))
}

#![expect(
    clippy::disallowed_types,
    reason = "looked up by key only, never iterated, so its order cannot matter"
)]
use std::collections::HashMap;

use jiff::civil::Date;
use rustc_hash::FxBuildHasher;

use super::facts::{calendar, lead_day, mentioned_days, numbers};
use super::names::{Names, names, proper_words};
use super::words::{Word, digest, lower_into, stem_of_lower, words};
use crate::model::{PassageKind, Reading, Span};

/// Words past this many are not looked at: no article is that long, and a profile must stay small. It also keeps
/// every distinct word within a `u16`.
const MAX_WORDS: usize = 50_000;

/// What grouping needs of one article: its words as digests, its lines, and the days, names and numbers that set its
/// event apart. A few kilobytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The day of publication, in days since 1970-01-01.
    pub(super) published: Option<i32>,
    /// Digests of the distinct stems, in order of first appearance.
    pub(super) stems: Box<[u64]>,
    /// Which of them the article writes as a name.
    pub(super) proper: Box<[bool]>,
    /// How each of them is first written, one a line.
    forms: Box<str>,
    /// The text as indices into `stems`.
    pub(super) words: Box<[u16]>,
    /// The lines of the text.
    pub(super) lines: Box<[Line]>,
    /// Days that are mentioned, ascending, each once.
    pub(super) days: Box<[i32]>,
    /// The day of the lead.
    pub(super) lead_day: Option<i32>,
    /// Digests of calendar words ("Sunday", "March 19"), ascending, each once.
    pub(super) calendar: Box<[u64]>,
    /// The first of them in the text.
    pub(super) first_calendar: Option<u64>,
    /// Ages and house numbers, as digests, ascending.
    pub(super) numbers: Box<[u64]>,
    /// Names of two or more words.
    pub(super) names: Names,
}

/// A line of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Of its words as they stand; none: too short to tell house text by.
    pub(super) digest: Option<u64>,
    /// First word.
    pub(super) start: u32,
    /// One past the last word.
    pub(super) end: u32,
    /// Is it the headline?
    pub(super) is_title: bool,
}

impl Profile {
    /// How the stems are first written, in their order.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms.lines()
    }

    /// How the stem at `index` is first written in the article.
    pub(super) fn form(&self, index: usize) -> &str {
        self.forms().nth(index).unwrap_or("")
    }

    /// The stems of a line, as indices into `stems`.
    pub(super) fn line_words(&self, line: &Line) -> &[u16] {
        &self.words[line.start as usize..line.end as usize]
    }
}

/// The profile of one article. Boilerplate passages are left out; days come from the reading's time mentions.
pub fn profile(reading: &Reading) -> Profile {
    let text = reading.article.text.as_str();
    let mut build = Builder::default();
    for span in lines(reading) {
        build.add(span.of(text), span.start, is_title(reading, span));
    }
    let is_name = proper_words(text, &build.seen, &build.low);
    let days = mentioned_days(reading);
    Profile {
        published: reading
            .article
            .published
            .as_ref()
            .map(|stamp| day_number(stamp.date)),
        proper: build.proper(&is_name),
        lead_day: lead_day(&days),
        days: distinct(days.iter().map(|(_, day)| *day)),
        calendar: distinct(calendar(reading).map(|form| digest(&form))),
        first_calendar: calendar(reading).next().map(|form| digest(&form)),
        numbers: distinct(numbers(text, &build.seen).map(|number| digest(&number))),
        names: names(text, &build.seen, &is_name),
        stems: build.stems.into(),
        forms: build.forms.into(),
        words: build.words.into(),
        lines: build.lines.into(),
    }
}

/// Days since 1970-01-01.
pub(super) fn day_number(date: Date) -> i32 {
    date.since(Date::constant(1970, 1, 1))
        .map_or(0, |span| span.get_days())
}

fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> Box<[T]> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items.into()
}

#[derive(Default)]
struct Builder<'t> {
    /// By the digest of a word in small letters.
    met: HashMap<u64, Met, FxBuildHasher>,
    /// By digest: which distinct stem it is.
    index: HashMap<u64, u16, FxBuildHasher>,
    /// Reused for the stem of a word.
    stem: String,
    stems: Vec<u64>,
    forms: String,
    words: Vec<u16>,
    lines: Vec<Line>,
    /// Every word that was read, and its index into `stems` if it has a stem.
    seen: Vec<Word<'t>>,
    stem_of: Vec<Option<u16>>,
    /// Which distinct word each is, in small letters.
    low: Vec<u16>,
}

/// A word that stood in the text before: most do, so that most stems need not be made.
#[derive(Clone, Copy)]
struct Met {
    /// Which distinct word it is.
    low: u16,
    /// Which distinct stem it has; a single letter has none.
    stem: Option<u16>,
}

impl<'t> Builder<'t> {
    fn add(&mut self, line: &'t str, offset: usize, is_title: bool) {
        let start = self.words.len();
        for word in words(line).take(MAX_WORDS.saturating_sub(start)) {
            self.seen.push(Word {
                start: word.start + offset,
                ..word
            });
            let met = self.meet(word.text);
            self.words.extend(met.stem);
            self.stem_of.push(met.stem);
            self.low.push(met.low);
        }
        self.lines.push(Line {
            digest: (line.trim().chars().count() >= 20).then(|| digest(line.trim())),
            start: start as u32,
            end: self.words.len() as u32,
            is_title,
        });
    }

    /// Which stems are names, given which of the words read are.
    fn proper(&self, is_name: &[bool]) -> Box<[bool]> {
        let mut proper = vec![false; self.stems.len()];
        for (stem, is_name) in self.stem_of.iter().zip(is_name) {
            if let (Some(stem), true) = (stem, is_name) {
                proper[usize::from(*stem)] = true;
            }
        }
        proper.into()
    }

    fn meet(&mut self, form: &str) -> Met {
        lower_into(form, &mut self.stem);
        let low = digest(&self.stem);
        if let Some(met) = self.met.get(&low) {
            return *met;
        }
        let met = Met {
            low: self.met.len() as u16,
            stem: stem_of_lower(&mut self.stem).then(|| self.number(form)),
        };
        self.met.insert(low, met);
        met
    }

    fn number(&mut self, form: &str) -> u16 {
        let stem = digest(&self.stem);
        let next = self.stems.len() as u16;
        let number = *self.index.entry(stem).or_insert(next);
        if number == next {
            self.stems.push(stem);
            self.forms.push_str(form);
            self.forms.push('\n');
        }
        number
    }
}

/// The lines of all passages that are not boilerplate; of the whole text where there are no passages.
fn lines(reading: &Reading) -> impl Iterator<Item = Span> {
    let text = reading.article.text.as_str();
    let whole = reading
        .passages
        .is_empty()
        .then(|| Span::new(0, text.len()));
    let kept = reading
        .passages
        .iter()
        .filter(|p| !matches!(p.kind, PassageKind::Boilerplate | PassageKind::Quotation));
    kept.map(|p| p.span).chain(whole).flat_map(move |span| {
        let within = span.of(text);
        within.split('\n').map(move |line| {
            let start = span.start + (line.as_ptr() as usize - within.as_ptr() as usize);
            Span::new(start, start + line.len())
        })
    })
}

fn is_title(reading: &Reading, line: Span) -> bool {
    let headline = reading
        .passages
        .iter()
        .find(|p| p.kind == PassageKind::Headline);
    match (headline, &reading.article.title) {
        (Some(passage), _) => passage.span.contains(line),
        (None, Some(title)) => line.of(&reading.article.text).trim() == title.trim(),
        (None, None) => false,
    }
}

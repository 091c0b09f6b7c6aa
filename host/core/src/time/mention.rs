use std::ops::Range;

use jiff::civil::Date;

use super::atom::{Atom, cut, may_hold_time};
use super::calendar::Stretch;
use super::expr::{Base, Expr};
use super::grammar::Grammar;
use super::resolve::{HALF_A_YEAR, View};
use crate::lexicon::{Class, Direction, Link, Shift, TimeWord};
use crate::model::{Basis, Entry, PassageKind, Period, Span};
use crate::text::Doc;

/// What relative expressions are seen from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Anchor<'a> {
    /// The day of publication, where it is known.
    pub(crate) published: Option<Date>,
    /// The entries of a live blog: each is seen from its own day.
    pub(crate) entries: &'a [Entry],
    /// Where it is not: a full date of the text, before which it cannot have been written.
    pub(crate) not_before: Option<Date>,
}

/// What an expression says of its stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeKind {
    /// When something is: "on Sunday", "last year".
    Point,
    /// How long: "for two years". Its period is not resolved.
    Duration,
    /// Again and again: "every Monday". Its period is not resolved.
    Set,
    /// "Since 2011": from there on. The period is that of the words, the year 2011.
    Since,
    /// "Until Friday". The period is that of the words.
    Until,
    /// "Before Sunday", "before 2011". The period is that of a day, but all the time before a month or year.
    Before,
    /// "After Sunday", "later than 2011". The period is that of a day, but all the time after a month or year.
    After,
}

/// An expression of time in a text.
#[derive(Clone, Debug)]
pub(crate) struct TimeMention {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its words and the time they stand for; both sides open where nothing resolves them.
    pub(crate) period: Period,
    /// What it says of that time.
    pub(crate) kind: TimeKind,
    /// Does the sentence look ahead: "will meet on Friday"?
    pub(crate) ahead: bool,
}

/// How many atoms before an expression a word such as "will" is looked for.
const REACH_OF_TENSE: usize = 12;

/// The furthest a speaker's "today" lies before the day of writing, in days.
const REACH_OF_SPEECH: i32 = 3;

/// All times a text names, by position. Boilerplate is left out; a caption is seen from its own date.
pub(crate) fn time_mentions(doc: &Doc<'_>, anchor: &Anchor<'_>) -> Vec<TimeMention> {
    let found = find(doc);
    let mut reader = Reader::new(doc, anchor, &found);
    found.iter().map(|raw| reader.read(raw)).collect()
}

/// An expression before it is placed in the calendar.
struct Raw {
    expr: Expr,
    kind: TimeKind,
    tokens: Range<usize>,
    span: Span,
    passage: usize,
    /// Does the sentence look ahead?
    ahead: bool,
    /// Do the words around it tell of what is over, as far as we can see?
    over: bool,
}

impl Raw {
    /// "After 2010" begins where that year ends; but what is after Friday may well be on it, as after an event's day.
    fn reaching(&self, stretch: Stretch) -> Stretch {
        let wide = matches!(
            self.expr,
            Expr::Year(_) | Expr::Month { .. } | Expr::Decade(_) | Expr::Century(_)
        );
        let Stretch { start, end } = stretch;
        match self.kind {
            TimeKind::After if wide => Stretch {
                start: end,
                end: None,
            },
            TimeKind::Before if wide => Stretch {
                start: None,
                end: start,
            },
            _ => stretch,
        }
    }
}

fn find(doc: &Doc<'_>) -> Vec<Raw> {
    let mut atoms = Vec::new();
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        let skipped = doc.kind_of(sentence) == PassageKind::Boilerplate;
        if skipped || !may_hold_time(doc, sentence.tokens.clone()) {
            continue;
        }
        cut(doc, sentence.tokens.clone(), &mut atoms);
        let grammar = Grammar {
            atoms: &atoms,
            words: doc.lexicon.time(),
        };
        let over = !looks_open(&atoms);
        let mut at = 0;
        let mut done = 0;
        while at < atoms.len() {
            let hit = atoms[at]
                .opens()
                .then(|| expression_near(&grammar, at, done));
            let Some((expr, range)) = hit.flatten() else {
                at += 1;
                continue;
            };
            let tokens = atoms[range.start].token..atoms[range.end - 1].token + 1;
            found.push(Raw {
                kind: kind_of(doc, &atoms, &range, &expr),
                expr: expr.unwrap_or(Expr::Unresolvable),
                span: doc.span(tokens.clone()),
                tokens,
                passage: sentence.passage,
                ahead: looks_ahead(&atoms, range.start),
                over,
            });
            at = past_token(&atoms, range.end);
            done = at;
        }
    }
    found
}

/// Past what is left of a token that is partly read: "year" of "mid-year", so that no two mentions share a token.
fn past_token(atoms: &[Atom<'_>], mut at: usize) -> usize {
    let last = atoms[at - 1].token;
    while atoms.get(at).is_some_and(|atom| atom.token == last) {
        at += 1;
    }
    at
}

/// The expression at `at`, or one that an article or apostrophe before it belongs to. Without an expression: a duration
/// or a set.
fn expression_near(
    grammar: &Grammar<'_, '_>,
    at: usize,
    done: usize,
) -> Option<(Option<Expr>, Range<usize>)> {
    let atoms = grammar.atoms;
    let joined = at > done
        && (matches!(
            atoms[at - 1].time(),
            Some(TimeWord::Link(Link::The | Link::A))
        ) || (matches!(atoms[at - 1].text, "'" | "’" | "‘") && !atoms[at].spaced));
    let starts = [at - usize::from(joined), at];
    for start in &starts[usize::from(!joined)..] {
        if let Some((expr, end)) = grammar.expression(*start) {
            return Some((Some(expr), *start..end));
        }
    }
    if let Some(end) = grammar.recurring(at) {
        return Some((None, at..end));
    }
    let start = starts[0];
    grammar.duration(start).map(|end| (None, start..end))
}

fn kind_of(
    doc: &Doc<'_>,
    atoms: &[Atom<'_>],
    range: &Range<usize>,
    expr: &Option<Expr>,
) -> TimeKind {
    let start = range.start;
    // "After Tuesday's fire" is after the fire, which was on Tuesday; "after midnight" is in the expression already.
    let owner = atoms
        .get(range.end)
        .is_some_and(|atom| atom.word.is(Class::Genitive));
    let midnight = matches!(expr, Some(Expr::Part { part, .. }) if part.is_told_by_midnight());
    if expr.is_some() && (owner || midnight) {
        return TimeKind::Point;
    }
    if expr.is_none() {
        return match atoms[start].time() {
            Some(TimeWord::Every | TimeWord::Weekday(_)) => TimeKind::Set,
            _ => TimeKind::Duration,
        };
    }
    let mut before = atoms[..start].iter().rev().map(Atom::time);
    let first = before.next().flatten();
    let told = match first {
        Some(TimeWord::Link(Link::The | Link::Than) | TimeWord::Stage(_)) => {
            before.next().flatten()
        }
        other => other,
    };
    let than = first == Some(TimeWord::Link(Link::Than));
    // "Prior to 2012".
    let to = first == Some(TimeWord::Link(Link::To));
    if to && before.next().flatten() == Some(TimeWord::Shift(Shift::Previous)) {
        return TimeKind::Before;
    }
    match told {
        Some(TimeWord::Direction(Direction::Later)) if than => TimeKind::After,
        Some(TimeWord::Direction(Direction::Earlier)) if than => TimeKind::Before,
        Some(TimeWord::Link(Link::Since)) => TimeKind::Since,
        Some(TimeWord::Link(Link::Until)) => TimeKind::Until,
        Some(TimeWord::Direction(Direction::Before | Direction::After))
            if is_hour(expr) && is_near(doc, atoms, start) =>
        {
            TimeKind::Point
        }
        Some(TimeWord::Direction(Direction::Before)) => TimeKind::Before,
        Some(TimeWord::Direction(Direction::After) | TimeWord::Shift(Shift::Following)) => {
            TimeKind::After
        }
        _ => TimeKind::Point,
    }
}

/// "Nine o'clock", "noon".
fn is_hour(expr: &Option<Expr>) -> bool {
    match expr {
        Some(Expr::Clock { .. }) => true,
        Some(Expr::Part { part, .. }) => part.is_hour(),
        _ => false,
    }
}

/// "Shortly after nine", "just before noon": within the hour, and not all the time before or after.
fn is_near(doc: &Doc<'_>, atoms: &[Atom<'_>], start: usize) -> bool {
    let how = start.checked_sub(2).and_then(|at| atoms.get(at));
    how.is_some_and(|how| doc.lexicon.time().is_near(&how.text.to_lowercase()))
}

/// A heading of so few words has no verb.
const HEADING: usize = 4;

/// Does a sentence speak of the present or of plans, and of nothing that befell anybody, so that a bare month that comes next
/// is meant: "the talks are planned for April"? So does a heading of a few words, "April".
fn looks_open(atoms: &[Atom<'_>]) -> bool {
    let befell = atoms.iter().any(|atom| !atom.word.triggers.is_empty());
    let open = |atom: &Atom<'_>| {
        let is = |class| atom.word.is(class);
        is(Class::Planned) || is(Class::Modal) || is(Class::Be) && is(Class::Present)
    };
    !befell && (atoms.len() <= HEADING || atoms.iter().any(open))
}

/// Does "will" or the like stand before, with no reported speech or clause between?
fn looks_ahead(atoms: &[Atom<'_>], start: usize) -> bool {
    for atom in atoms[..start].iter().rev().take(REACH_OF_TENSE) {
        if atom.time() == Some(TimeWord::Ahead) {
            return true;
        }
        if atom.word.is(Class::Cue) || atom.is_mark(";") {
            return false;
        }
    }
    false
}

/// Places expressions in the calendar one after the other.
struct Reader<'d> {
    doc: &'d Doc<'d>,
    body: View,
    /// Where each caption is seen from: its own date.
    captions: Vec<(usize, Date)>,
    entries: &'d [Entry],
    quotations: Vec<Span>,
}

impl<'d> Reader<'d> {
    fn new(doc: &'d Doc<'d>, anchor: &Anchor<'d>, found: &[Raw]) -> Self {
        let nowhere = View {
            now: None,
            bound: None,
            named: None,
            ahead: false,
            month_ahead: false,
            reach: HALF_A_YEAR,
            convention: doc.lexicon.time().convention,
        };
        let dated: Vec<(&Raw, Date, Date)> = found
            .iter()
            .filter_map(|raw| {
                let (first, end) = nowhere.resolve(&raw.expr)?.bounds()?;
                Some((raw, first, end))
            })
            .collect();
        let kind = |raw: &Raw| doc.passages[raw.passage].kind;
        let mut captions: Vec<(usize, Date)> = dated
            .iter()
            .filter(|(raw, ..)| raw.expr.is_day() && kind(raw) == PassageKind::Caption)
            .map(|(raw, first, _)| (raw.passage, *first))
            .collect();
        captions.dedup_by_key(|(passage, _)| *passage);
        let bound = anchor.not_before.filter(|bound| {
            let is_news = dated.iter().any(|(raw, first, _)| {
                first == bound && raw.expr.is_day() && is_about_now(doc, raw.passage)
            });
            let outdated = dated.iter().any(|(raw, first, _)| {
                first > bound && raw.kind != TimeKind::Until && kind(raw) != PassageKind::Caption
            });
            is_news && !outdated
        });
        let body = View {
            now: anchor.published,
            bound: bound.filter(|_| anchor.published.is_none()),
            ..nowhere
        };
        let quotations = doc
            .passages
            .iter()
            .filter(|p| p.kind == PassageKind::Quotation)
            .map(|p| p.span)
            .collect();
        Self {
            doc,
            body,
            captions,
            entries: anchor.entries,
            quotations,
        }
    }

    fn read(&mut self, raw: &Raw) -> TimeMention {
        let caption = self
            .captions
            .binary_search_by_key(&raw.passage, |(passage, _)| *passage)
            .ok()
            .map(|i| self.captions[i].1);
        let mut view = View {
            ahead: raw.ahead,
            month_ahead: raw.kind != TimeKind::Since && !raw.over,
            ..self.body
        };
        view.now = self.day_of_entry(raw.span.start).or(view.now);
        if let Some(date) = caption {
            view.now = Some(date);
            view.named = Some(date);
        } else if self.is_spoken_today(raw) {
            view.now = self.body.named;
        }
        let text = self.doc.words(raw.tokens.clone());
        let stretch = view.resolve(&raw.expr).map(|s| raw.reaching(s));
        let mut period = match stretch {
            Some(stretch) => {
                let basis = self.basis(raw, &view);
                Period::between(text, stretch.start, stretch.end, basis)
            }
            None => Period::unresolved(text),
        };
        period = period.at(raw.span);
        let names_a_day = raw.expr.is_day() && raw.kind == TimeKind::Point;
        let in_body = !matches!(
            self.doc.passages[raw.passage].kind,
            PassageKind::Caption | PassageKind::Dateline
        );
        if names_a_day && in_body {
            self.body.named = stretch.and_then(|s| s.first()).or(self.body.named);
        }
        TimeMention {
            tokens: raw.tokens.clone(),
            period,
            kind: raw.kind,
            ahead: raw.ahead,
        }
    }

    /// The day of the live blog's entry that the words at `at` stand in.
    fn day_of_entry(&self, at: usize) -> Option<Date> {
        let before = self.entries.partition_point(|entry| entry.span.start <= at);
        let entry = self.entries[..before].last();
        entry
            .filter(|entry| at < entry.span.end)
            .map(|entry| entry.at.date)
    }

    /// Is this a speaker's "today", on the day the text has just named?
    fn is_spoken_today(&self, raw: &Raw) -> bool {
        let today = match &raw.expr {
            Expr::Deictic(0) => true,
            Expr::Part { of, .. } => *of == Base::Now,
            _ => false,
        };
        let (Some(now), Some(named)) = (self.body.now, self.body.named) else {
            return false;
        };
        let days = super::calendar::days_between(named, now);
        today && (0..=REACH_OF_SPEECH).contains(&days) && self.is_quoted(raw.span)
    }

    fn is_quoted(&self, span: Span) -> bool {
        let behind = self.quotations.partition_point(|q| q.start <= span.start);
        behind > 0 && self.quotations[behind - 1].contains(span)
    }

    /// Said where the words and the day of publication tell all; implied where the text around had to help.
    fn basis(&self, raw: &Raw, view: &View) -> Basis {
        let published = View {
            now: self.body.now,
            bound: None,
            named: None,
            ..*view
        };
        let alone = published.resolve(&raw.expr);
        if alone.is_some() && alone == view.resolve(&raw.expr) {
            Basis::Said
        } else {
            Basis::Implied
        }
    }
}

/// Is a date here likely that of the news and not of its background: under a picture, or at the head of the text?
fn is_about_now(doc: &Doc<'_>, passage: usize) -> bool {
    let passage = &doc.passages[passage];
    match passage.kind {
        PassageKind::Paragraph => passage.number.is_some_and(|n| n <= 2),
        PassageKind::Boilerplate | PassageKind::Quotation => false,
        _ => true,
    }
}

//! Which sentences tell of another incident than the article's own: "in an unrelated shooting", the further scenes of a
//! round-up.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::extract::Read;
use crate::lexicon::{Class, Classes, Found, Tag, VictimCue};
use crate::model::{Article, Claim, PassageKind, Period, Span};
use crate::text::{Sentence, TokenKind};
use crate::time::{TimeKind, TimeMention};

/// From how many street blocks on a text is a round-up: one that tells where somebody lived has two.
const SCENES: usize = 3;

/// A figure dated further back than so many days is another incident's, if the article has one of its own. Trials and
/// follow-ups come within months.
const LONG_AGO_DAYS: i64 = 180;

/// The same for a figure whose own sentence tells no time, or tells it behind the figure.
const HISTORY_DAYS: i64 = 2 * 365;

/// Of each sentence, the words by which it tells of another incident.
pub(super) fn elsewhere(read: &Read<'_>) -> Vec<Option<Range<usize>>> {
    let mut found = further_scenes(read);
    let mut current: Option<(Range<usize>, Reach)> = None;
    for (sentence, slot) in read.doc.sentences.iter().zip(&mut found) {
        let is_over = |reach: &Reach| matches!(reach, Reach::Passage(p) if *p != sentence.passage);
        if current.as_ref().is_some_and(|(_, reach)| is_over(reach)) {
            current = None;
        }
        if read.doc.kind_of(sentence) != PassageKind::Headline {
            current = cue(read, sentence).or(current);
        }
        let tells = |m: &Found| match m.tag {
            Tag::Victim(VictimCue::Several) => true,
            Tag::Victim(VictimCue::Opening) => opens(sentence, m.start),
            _ => false,
        };
        let several = |m: Found| tells(&m).then_some(m.start..m.end);
        let own = || read.marks.within(&sentence.tokens).find_map(several);
        if let Some(words) = current
            .as_ref()
            .map(|(words, _)| words.clone())
            .or_else(own)
        {
            *slot = Some(words);
        }
    }
    found
}

/// "Earlier Monday, two people were shot": nothing before it, and nobody says it, who may speak of the same deed.
fn opens(sentence: &Sentence, at: usize) -> bool {
    at == sentence.tokens.start && !sentence.classes.meets(Classes::of(&[Class::Cue]))
}

/// How far a cue reaches.
enum Reach {
    Passage(usize),
    Text,
}

fn cue(read: &Read<'_>, sentence: &Sentence) -> Option<(Range<usize>, Reach)> {
    read.marks.within(&sentence.tokens).find_map(|m| {
        let reach = match m.tag {
            Tag::Victim(VictimCue::Elsewhere) => Reach::Passage(sentence.passage),
            Tag::Victim(VictimCue::ElsewhereOn) => Reach::Text,
            _ => return None,
        };
        Some((m.start..m.end, reach))
    })
}

/// The sentences of a round-up behind its first scene: each scene names another street block and an hour.
fn further_scenes(read: &Read<'_>) -> Vec<Option<Range<usize>>> {
    let doc = read.doc;
    let mut blocks = BTreeSet::new();
    let mut first_of_second = None;
    for (index, sentence) in doc.sentences.iter().enumerate() {
        let hour = sentence.tokens.clone().any(|i| doc.is(i, Class::Meridiem));
        let block = sentence
            .tokens
            .clone()
            .skip(1)
            .find(|i| doc.is(*i, Class::Block) && doc.is_kind(*i - 1, TokenKind::Number));
        if let Some(block) = block.filter(|_| hour) {
            let new = blocks.insert(doc.str(block - 1));
            if new && blocks.len() == 2 {
                first_of_second = Some((index, block - 1..block + 1));
            }
        }
    }
    let from = first_of_second.filter(|_| blocks.len() >= SCENES);
    let mut found = vec![None; doc.sentences.len()];
    if let Some((from, words)) = from {
        for slot in &mut found[from..] {
            *slot = Some(words.clone());
        }
    }
    found
}

/// Marks as background the figures that are another incident's, so that they are no part of the article's own.
pub(super) fn mark(
    read: &Read<'_>,
    article: &Article,
    elsewhere: &[Option<Range<usize>>],
    claims: &mut [Claim],
) {
    let doc = read.doc;
    let mut old: Vec<(usize, Range<usize>)> = Vec::new();
    let mut fresh = BTreeSet::new();
    for (index, claim) in claims.iter_mut().enumerate() {
        let Some(figure) = claim.quantity.as_ref().and_then(|q| q.span) else {
            continue;
        };
        let at = doc
            .sentences
            .partition_point(|s| doc.span(s.tokens.clone()).end <= figure.start);
        let Some(sentence) = doc.sentences.get(at) else {
            continue;
        };
        let words = elsewhere.get(at).cloned().flatten();
        if let Some(words) = words.or_else(|| behind_record(read, sentence, figure)) {
            set_background(read, claim, &words);
        } else if let Some(words) = long_ago(read, article, sentence, figure)
            && claim.time.as_ref().is_none_or(|t| is_old(article, t))
        {
            old.push((index, words));
        } else if let Some(words) = dated_back(read, article, sentence, claim) {
            old.push((index, words));
        } else if !claim.attributes.contains_key("background") {
            fresh.insert(claim.predicate.clone());
        }
    }
    // What is dated far back is the article's own matter if nothing else of the kind is told: a trial, an anniversary.
    for (index, words) in old {
        if fresh.contains(&claims[index].predicate) {
            set_background(read, &mut claims[index], &words);
        }
    }
}

fn set_background(read: &Read<'_>, claim: &mut Claim, words: &Range<usize>) {
    if !claim.attributes.contains_key("background") {
        let words = read.doc.words(words.clone()).to_lowercase();
        claim.attributes.insert("background".into(), words);
    }
}

/// "The deadliest since the shooting that killed 49": the words, where a figure stands behind them and a relative.
fn behind_record(read: &Read<'_>, sentence: &Sentence, figure: Span) -> Option<Range<usize>> {
    let doc = read.doc;
    let record = read
        .marks
        .within(&sentence.tokens)
        .find(|m| m.tag == Tag::Victim(VictimCue::Record))?;
    let relative = (record.end..sentence.tokens.end)
        .take_while(|i| doc.span(*i..*i + 1).start < figure.start)
        .any(|i| doc.is(i, Class::Relative));
    relative.then_some(record.start..record.end)
}

/// The last time told before the figure in its sentence, where it is long before the article; where the sentence tells
/// none, the last of its passage, if that is longer before: "In 1822 a revolt failed. They hanged 35."
fn long_ago(
    read: &Read<'_>,
    article: &Article,
    sentence: &Sentence,
    figure: Span,
) -> Option<Range<usize>> {
    let doc = read.doc;
    let point = |t: &&TimeMention| t.kind == TimeKind::Point;
    let own = read.times_in(&sentence.tokens).iter();
    let before = own
        .take_while(|t| doc.span(t.tokens.clone()).end <= figure.start)
        .filter(point)
        .last();
    if let Some(time) = before {
        let old = age_in_days(article, &time.period)? > LONG_AGO_DAYS;
        return old.then(|| time.tokens.clone());
    }
    if read.times_in(&sentence.tokens).iter().any(|t| point(&t)) {
        return None;
    }
    let time = read.point_before(sentence)?;
    let old = age_in_days(article, &time.period)? > HISTORY_DAYS;
    old.then(|| time.tokens.clone())
}

/// "His sister was killed in May 2000": the words of the claim's own time, where that is long before the article.
fn dated_back(
    read: &Read<'_>,
    article: &Article,
    sentence: &Sentence,
    claim: &Claim,
) -> Option<Range<usize>> {
    let old = |t: &&Period| age_in_days(article, t).is_some_and(|days| days > HISTORY_DAYS);
    let told = claim.time.as_ref().filter(old)?;
    let own = read.times_in(&sentence.tokens).iter();
    let mut own = own.filter(|t| t.kind == TimeKind::Point && t.period.end == told.end);
    own.next().map(|time| time.tokens.clone())
}

/// How long before the article the period ends.
fn age_in_days(article: &Article, period: &Period) -> Option<i64> {
    let published = article.published.as_ref()?.period().start?;
    Some((i64::from(published) - i64::from(period.end?)) / 1440)
}

fn is_old(article: &Article, period: &Period) -> bool {
    age_in_days(article, period).is_some_and(|days| days > LONG_AGO_DAYS)
}

/// Does the sentence tell of another time or scope: "last year", "so far"?
pub(super) fn is_aside(read: &Read<'_>, sentence: &Sentence) -> bool {
    read.marks
        .within(&sentence.tokens)
        .any(|m| matches!(m.tag, Tag::Background | Tag::Cumulative))
}

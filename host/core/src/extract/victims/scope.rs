//! Which sentences tell of another incident than the article's own: "in an unrelated shooting", the further scenes of a
//! round-up.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::extract::Read;
use crate::lexicon::{Class, Tag, VictimCue};
use crate::model::{Claim, PassageKind};
use crate::text::{Sentence, TokenKind};

/// From how many street blocks on a text is a round-up: one that tells where somebody lived has two.
const SCENES: usize = 3;

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
        if let Some((words, _)) = &current {
            *slot = Some(words.clone());
        }
    }
    found
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

/// Marks the figures of those sentences as background, so that they are no part of the article's own incident.
pub(super) fn mark(read: &Read<'_>, elsewhere: &[Option<Range<usize>>], claims: &mut [Claim]) {
    let doc = read.doc;
    for claim in claims.iter_mut().filter(|c| c.quantity.is_some()) {
        let at = doc
            .sentences
            .partition_point(|s| doc.span(s.tokens.clone()).end <= claim.span.start);
        let words = elsewhere.get(at).and_then(Option::as_ref);
        if let Some(words) = words {
            let words = doc.words(words.clone()).to_lowercase();
            claim.attributes.entry("background".into()).or_insert(words);
        }
    }
}

/// Does the sentence tell of another time or scope: "last year", "so far"?
pub(super) fn is_aside(read: &Read<'_>, sentence: &Sentence) -> bool {
    read.marks
        .within(&sentence.tokens)
        .any(|m| matches!(m.tag, Tag::Background | Tag::Cumulative))
}

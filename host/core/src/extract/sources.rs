//! Who said so: cues of attribution, their sources, and the words they introduce.

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, Cue, Tag};
use crate::model::{Basis, Source};
use crate::text::{Doc, Sentence, TokenKind};

/// Words put in somebody's mouth.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    /// The words introduced, before and behind the source and cue; either may be empty.
    pub(super) scope: [Range<usize>; 2],
    /// From the nearest source to the origin.
    pub(super) chain: Vec<Source>,
    pub(super) cue: Cue,
    /// From the source to the cue, whichever comes first.
    pub(super) frame: Range<usize>,
}

impl Attribution {
    /// Does it introduce token `i`?
    pub(super) fn covers(&self, i: usize) -> bool {
        self.scope.iter().any(|range| range.contains(&i))
    }
}

/// The most tokens of a source.
const SOURCE_REACH: usize = 14;

/// The most tokens from a verb of saying back over an apposition.
const APPOSITION_REACH: usize = 24;

/// Sources named so far, for "he said" and "the group said".
#[derive(Default)]
pub(super) struct Memory {
    last_person: Option<Source>,
    last_by_kind: Vec<Source>,
}

impl Memory {
    fn keep(&mut self, source: &Source) {
        if source.basis != Basis::Said {
            return;
        }
        self.last_person = Some(source.clone());
        self.last_by_kind.retain(|known| known.kind != source.kind);
        self.last_by_kind.push(source.clone());
    }

    /// What "he", "the group" comes back to.
    fn recall(&self, doc: &Doc<'_>, tokens: &Range<usize>) -> Option<Source> {
        if tokens.len() == 1 && doc.is(tokens.start, Class::Pronoun) {
            return self.last_person.clone();
        }
        let head = doc.word(tokens.end - 1).text.to_string();
        if !doc.is(tokens.start, Class::Definite) || tokens.len() > 5 {
            return None;
        }
        self.last_by_kind
            .iter()
            .rev()
            .find(|known| doc.lexicon.refers_back(&head, &known.kind))
            .cloned()
    }
}

/// The attributions of a sentence, by the position of their cues.
pub(super) fn attributions(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    memory: &mut Memory,
) -> Vec<Attribution> {
    let mut found = Vec::new();
    let mut taken_to = sentence.tokens.start;
    for mark in marks.within(&sentence.tokens) {
        let attribution = match mark.tag {
            Tag::CuePhrase(cue) if mark.start >= taken_to => {
                leading(doc, marks, sentence, (mark.start..mark.end, cue))
            }
            Tag::CueVerb(cue) if mark.start >= taken_to => {
                spoken(doc, marks, sentence, (mark.start..mark.end, cue))
            }
            _ => None,
        };
        let Some((mut attribution, own)) = attribution else {
            continue;
        };
        for (source, tokens) in attribution.chain.iter_mut().zip(&own) {
            if let Some(known) = memory.recall(doc, tokens) {
                *source = Source {
                    text: source.text.clone(),
                    span: source.span,
                    cue: source.cue.clone(),
                    cue_span: source.cue_span,
                    basis: Basis::Implied,
                    ..known
                };
            }
            memory.keep(source);
        }
        taken_to = attribution.frame.end;
        found.push(attribution);
    }
    found
}

type Cued = (Range<usize>, Cue);
/// An attribution with the tokens of each source of its chain.
type Framed = (Attribution, Vec<Range<usize>>);

/// "according to S", "said S": everything else in the sentence is S's.
fn leading(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence, (at, cue): Cued) -> Option<Framed> {
    let source = source_after(doc, marks, sentence, at.end)?;
    let frame = at.start..source.end;
    let scope = [
        sentence.tokens.start..at.start,
        source.end..sentence.tokens.end,
    ];
    let chain = vec![source_of(doc, marks, &source, &at)];
    Some((
        Attribution {
            scope,
            chain,
            cue,
            frame,
        },
        vec![source],
    ))
}

/// "S said O", "O, S said", "O, said S", and the verbs that pass words on.
fn spoken(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence, (at, cue): Cued) -> Option<Framed> {
    // "a man accused of killing two" accuses nobody himself.
    let passive =
        cue == Cue::Accused && doc.is_any(at.end, &[Class::Of, Class::By, Class::Preposition]);
    if passive {
        return None;
    }
    if cue == Cue::Citing && at.start == sentence.tokens.start {
        return citing(doc, marks, sentence, at);
    }
    if let Some(before) = source_before(doc, marks, sentence, at.start) {
        return Some(with_source_before(doc, marks, sentence, (at, cue), before));
    }
    // "…", said S.
    let closes =
        at.start > sentence.tokens.start && matches!(doc.str(at.start - 1), "," | "\"" | "”" | "’");
    let framed = leading(doc, marks, sentence, (at, cue)).filter(|_| closes)?;
    (!acts(doc, framed.0.frame.end)).then_some(framed)
}

/// Does a verb follow, so that the phrase before it is the subject of what is said: "…, saying the troops have left"?
fn acts(doc: &Doc<'_>, next: usize) -> bool {
    let verb = doc.word(next).triggers.iter().any(|t| !t.frame.is_noun());
    verb || doc.is_any(next, &[Class::Be, Class::Have, Class::Modal, Class::Do])
}

fn with_source_before(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    (at, cue): Cued,
    before: Range<usize>,
) -> Framed {
    let mut sources = vec![before.clone()];
    let mut frame = before.start..at.end;
    if matches!(cue, Cue::Citing | Cue::Telling)
        && let Some(object) = source_after(doc, marks, sentence, at.end)
    {
        frame.end = object.end;
        match cue {
            // The medium told comes between us and the speaker.
            Cue::Telling if is_medium(doc, marks, &object) => sources.insert(0, object),
            Cue::Citing => sources.push(object),
            _ => {}
        }
    }
    let content_before = before.start > sentence.tokens.start + 1
        && matches!(
            doc.str(before.start - 1),
            "," | "\"" | "”" | "’" | "-" | "—" | "–"
        );
    let first = if content_before {
        sentence.tokens.start
    } else {
        before.start
    };
    let scope = [first..before.start, frame.end..sentence.tokens.end];
    let chain = sources
        .iter()
        .map(|tokens| source_of(doc, marks, tokens, &at))
        .collect();
    (
        Attribution {
            scope,
            chain,
            cue,
            frame,
        },
        sources,
    )
}

/// "Citing S, R reported O": R is nearest, S the origin.
fn citing(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence, at: Range<usize>) -> Option<Framed> {
    let origin = source_after(doc, marks, sentence, at.end)?;
    let cue_verb = |mark: &crate::lexicon::Found| {
        matches!(mark.tag, Tag::CueVerb(_)) && mark.start > origin.end
    };
    let rest = origin.end..sentence.tokens.end;
    let nearest = marks
        .within(&rest)
        .find(cue_verb)
        .and_then(|mark| source_before(doc, marks, sentence, mark.start).map(|s| (s, mark.end)));
    let (sources, end) = match nearest {
        Some((near, end)) if near.start >= origin.end => (vec![near, origin], end),
        _ => (vec![origin.clone()], origin.end),
    };
    let chain = sources
        .iter()
        .map(|tokens| source_of(doc, marks, tokens, &at))
        .collect();
    let scope = [at.start..at.start, end..sentence.tokens.end];
    Some((
        Attribution {
            scope,
            chain,
            cue: Cue::Reported,
            frame: at.start..end,
        },
        sources,
    ))
}

/// The noun phrase right before a verb of saying, if it can speak.
fn source_before(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    verb: usize,
) -> Option<Range<usize>> {
    let first = sentence.tokens.start.max(verb.saturating_sub(SOURCE_REACH));
    let mut end = verb;
    while end > first
        && doc.is_any(
            end - 1,
            &[Class::Adverb, Class::Have, Class::Relative, Class::Be],
        )
        && !doc.is(end - 1, Class::Pronoun)
    {
        end -= 1;
    }
    // "S, the director, said": the name stands before its apposition.
    let apposed = end > first && doc.str(end - 1) == ",";
    let stop = if apposed {
        // Also "S, which follows the war, said": what stands between the commas may have verbs of its own.
        let reach = sentence
            .tokens
            .start
            .max(end.saturating_sub(APPOSITION_REACH));
        (reach..end - 1).rev().find(|i| doc.str(*i) == ",")?
    } else {
        end
    };
    let first = if apposed {
        sentence.tokens.start.max(stop.saturating_sub(SOURCE_REACH))
    } else {
        first
    };
    let start = chunk_start(doc, first, stop);
    let tokens = trimmed(doc, start..stop);
    can_speak(doc, marks, &tokens).then_some(tokens)
}

/// The noun phrase right after "according to", or a verb of saying.
fn source_after(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    from: usize,
) -> Option<Range<usize>> {
    let limit = sentence.tokens.end.min(from + SOURCE_REACH);
    let mut end = from;
    while end < limit && !ends_source(doc, end) {
        end += 1;
    }
    let tokens = trimmed(doc, from..end);
    can_speak(doc, marks, &tokens).then_some(tokens)
}

fn ends_source(doc: &Doc<'_>, i: usize) -> bool {
    let mark = doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "-" | "&");
    mark || doc.is_any(
        i,
        &[
            Class::ClauseBreak,
            Class::Cue,
            Class::Weekday,
            Class::Be,
            Class::Have,
            Class::Modal,
        ],
    ) || (doc.is(i, Class::Preposition)
        && !["of", "for", "at", "in", "from", "with"]
            .iter()
            .any(|p| doc.says(i, p)))
        || (["on", "by"].iter().any(|p| doc.says(i, p)))
}

/// Where the chunk that ends before `end` begins: behind a mark or clause break.
fn chunk_start(doc: &Doc<'_>, first: usize, end: usize) -> usize {
    let mut at = end;
    while at > first {
        let i = at - 1;
        let mark = doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "-" | "&" | "(" | ")");
        let breaks = doc.is(i, Class::ClauseBreak) && !doc.is(i, Class::Preposition);
        if mark || breaks || doc.is(i, Class::Cue) && !doc.is(i, Class::SourceNoun) {
            break;
        }
        at = i;
    }
    at
}

/// Without the conjunctions, times and brackets at its ends.
fn trimmed(doc: &Doc<'_>, mut tokens: Range<usize>) -> Range<usize> {
    while !tokens.is_empty()
        && (doc.is_any(
            tokens.start,
            &[Class::Coordinator, Class::Weekday, Class::Adverb],
        ) && !doc.is(tokens.start, Class::Pronoun)
            || doc.says(tokens.start, "on")
            || doc.is_kind(tokens.start, TokenKind::Mark))
    {
        tokens.start += 1;
    }
    while !tokens.is_empty()
        && (doc.is_any(
            tokens.end - 1,
            &[Class::Preposition, Class::Determiner, Class::Coordinator],
        ) && !doc.is(tokens.end - 1, Class::Pronoun)
            || doc.is_kind(tokens.end - 1, TokenKind::Mark))
    {
        tokens.end -= 1;
    }
    tokens
}

/// Can this phrase say something: an actor, a name, a person, a pronoun, an institution?
fn can_speak(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    if tokens.is_empty() {
        return false;
    }
    let pronoun = tokens.len() == 1
        && doc.is(tokens.start, Class::Pronoun)
        && !doc.says(tokens.start, "it")
        && !doc.says(tokens.start, "there");
    let clause = tokens
        .clone()
        .any(|i| doc.is_any(i, &[Class::Be, Class::Modal]));
    let named = marks
        .within(tokens)
        .any(|m| matches!(m.tag, Tag::Actor(_)) && m.end <= tokens.end);
    let institution = tokens
        .clone()
        .any(|i| doc.is_any(i, &[Class::SourceNoun, Class::Organisation, Class::Title]));
    let person = tokens.clone().any(|i| doc.word(i).person.is_some());
    let name = doc.is_capital(tokens.end - 1)
        && !doc.is(tokens.end - 1, Class::Pronoun)
        && tokens.clone().all(|i| {
            doc.is_capital(i)
                || doc.is_any(
                    i,
                    &[Class::NameParticle, Class::Determiner, Class::Preposition],
                )
                || doc.is_kind(i, TokenKind::Mark)
        });
    let nobody = doc.is(tokens.start, Class::None);
    !nobody && (pronoun || !clause && (named || institution || person || name))
}

fn is_medium(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> bool {
    matches!(kind_of(doc, marks, tokens).as_str(), "agency" | "media")
}

/// The kind of source: an actor's, or that of the noun that heads the phrase.
fn kind_of(doc: &Doc<'_>, marks: &Marks, tokens: &Range<usize>) -> String {
    if let Some(actor) = actor_of(marks, tokens) {
        return doc.lexicon.actor(actor).kind.clone();
    }
    let head_end = tokens
        .clone()
        .find(|i| *i > tokens.start && doc.is(*i, Class::Preposition))
        .unwrap_or(tokens.end);
    let noun = (tokens.start..head_end)
        .rev()
        .find_map(|i| doc.lexicon.source_kind(&doc.word(i).text));
    let noun = noun.or_else(|| {
        tokens
            .clone()
            .find_map(|i| doc.lexicon.source_kind(&doc.word(i).text))
    });
    noun.unwrap_or("person").to_owned()
}

fn actor_of(marks: &Marks, tokens: &Range<usize>) -> Option<u16> {
    let mut best: Option<(usize, u16)> = None;
    for mark in marks.within(tokens).filter(|m| m.end <= tokens.end) {
        if let Tag::Actor(index) = mark.tag
            && best.is_none_or(|(length, _)| mark.end - mark.start > length)
        {
            best = Some((mark.end - mark.start, index));
        }
    }
    best.map(|(_, index)| index)
}

/// The source that these words name.
pub(super) fn source_of(
    doc: &Doc<'_>,
    marks: &Marks,
    tokens: &Range<usize>,
    cue: &Range<usize>,
) -> Source {
    Source {
        text: doc.words(tokens.clone()).to_owned(),
        span: Some(doc.span(tokens.clone())),
        entity: actor_of(marks, tokens).map(|index| doc.lexicon.actor(index).id.clone()),
        kind: kind_of(doc, marks, tokens),
        cue: doc.words(cue.clone()).to_lowercase(),
        cue_span: Some(doc.span(cue.clone())),
        basis: Basis::Said,
    }
}

//! The frames of attribution: what stands before and behind a cue.

use std::ops::Range;

use super::super::steps::is_adverb;
use super::phrase::{self, source_after, source_before};
use super::{Attribution, Cued, Memory, Scene, asides, is_that, nominal, who};
use crate::lexicon::{Class, Cue, Frame, Tag};
use crate::model::PassageKind;
use crate::text::{Doc, TokenKind};

/// An attribution with the tokens of each source of its chain.
pub(super) struct Framed {
    pub(super) attribution: Attribution,
    pub(super) sources: Vec<Range<usize>>,
}

/// The most tokens from "claimed" to the lives it took.
const LIVES_REACH: usize = 5;

/// The most tokens from a passive verb of saying past a time to "by".
const TIME_REACH: usize = 4;

/// The most tokens of a source that stands alone at the head or end of a headline.
const HEAD_REACH: usize = 7;

impl Framed {
    pub(super) fn new(scene: &Scene<'_>, cued: &Cued, sources: Vec<Range<usize>>) -> Self {
        let (doc, marks) = (scene.doc, scene.marks);
        let chain = sources.iter();
        let chain = chain
            .map(|s| who::source_of(doc, marks, s, &cued.at))
            .collect();
        let bounds = sources.iter().chain([&cued.at]);
        let frame = bounds
            .clone()
            .map(|r| r.start)
            .min()
            .unwrap_or(cued.at.start)
            ..bounds.map(|r| r.end).max().unwrap_or(cued.at.end);
        let all = &scene.sentence.tokens;
        let attribution = Attribution {
            scope: [all.start..frame.start, frame.end..all.end],
            chain,
            cue: cued.cue,
            frame,
            inner: false,
            disputes: false,
        };
        Self {
            attribution,
            sources,
        }
    }

    /// Introduces nothing before it.
    pub(super) fn forward(mut self) -> Self {
        let start = self.attribution.frame.start;
        self.attribution.scope[0] = start..start;
        self
    }

    /// Introduces these words and no others, if any are given.
    pub(super) fn only_of(mut self, words: Option<Range<usize>>) -> Self {
        if let Some(words) = words {
            let end = self.attribution.frame.end;
            self.attribution.scope = [words, end..end];
        }
        self
    }

    /// Denies what stands before it.
    fn disputing(mut self) -> Self {
        let end = self.attribution.scope[1].end;
        self.attribution.scope[1] = end..end;
        self.attribution.cue = Cue::Denied;
        self.attribution.disputes = true;
        self
    }

    /// Introduces the clause behind it, within what others say.
    pub(super) fn inner(mut self) -> Self {
        self.attribution.inner = true;
        self.forward()
    }
}

/// "according to S", "said S": everything else in the sentence is S's. "A statement by S that O": O is.
pub(super) fn leading(scene: &Scene<'_>, cued: &Cued) -> Option<Framed> {
    let source = source_after(scene, cued.at.end)?;
    if let Some(framed) = quoted_by(scene, cued, &source) {
        return Some(framed);
    }
    let that = is_that(scene.doc, source.end);
    let framed = Framed::new(scene, cued, vec![source]);
    Some(if that { framed.inner() } else { framed })
}

/// "The minister was quoted by Reuters as saying that": his words, which the medium passes on.
fn quoted_by(scene: &Scene<'_>, cued: &Cued, medium: &Range<usize>) -> Option<Framed> {
    let (doc, at) = (scene.doc, &cued.at);
    let passive = at.start > scene.sentence.tokens.start
        && doc.is(at.start - 1, Class::Be)
        && doc.is(at.end - 1, Class::By);
    let saying = medium.end + 1;
    let ends = doc.is(medium.end, Class::ClauseBreak) && phrase::is_gerund(doc, saying);
    let speaker = source_before(scene, at.start, false).filter(|_| passive && ends)?;
    // "As denying that".
    let cue = scene
        .marks
        .starting_at(saying)
        .find_map(|mark| match mark.tag {
            Tag::CueVerb(cue) => Some(cue),
            _ => None,
        });
    let cued = Cued {
        cue: cue.unwrap_or(cued.cue),
        ..cued.clone()
    };
    let framed = Framed::new(scene, &cued, vec![medium.clone(), speaker]);
    // "Six died, the minister was quoted by Reuters as saying."
    let behind = doc.is_kind(saying + 1, TokenKind::Mark);
    let mut framed = if behind { framed } else { framed.forward() };
    framed.attribution.frame.end = saying + 1;
    framed.attribution.scope[1] = saying + 1..scene.sentence.tokens.end;
    Some(framed)
}

/// "Denied that figure and put the dead at 14": what was said before is denied, and nothing behind the cue.
fn denies_what_was_said(scene: &Scene<'_>, cued: &Cued) -> bool {
    let (doc, end) = (scene.doc, cued.at.end);
    let closes = |i: usize| {
        i >= doc.tokens.len() || doc.is_kind(i, TokenKind::Mark) || doc.is(i, Class::Coordinator)
    };
    let mut marks = scene.marks.starting_at(end + 1);
    is_that(doc, end) && marks.any(|mark| mark.tag == Tag::SaidBefore && closes(mark.end))
}

/// "S said O", "O, S said", "O, said S", and the verbs that pass words on.
pub(super) fn spoken(scene: &Scene<'_>, cued: &Cued, memory: &Memory) -> Option<Framed> {
    let (doc, at) = (scene.doc, &cued.at);
    // "a man accused of killing two" accuses nobody himself.
    let accused = matches!(cued.cue, Cue::Accused | Cue::Believed)
        && doc.is_any(at.end, &[Class::Of, Class::By, Class::Preposition])
        // "Police believe at least 20 gunmen attacked the jail".
        && !scene.marks.bounds_number(at.end);
    // "claimed six lives" claims nothing.
    let takes_lives = doc.is(at.start, Class::LifeTaking)
        && (at.end..at.end + LIVES_REACH)
            .any(|i| doc.word(i).triggers.iter().any(|t| t.frame == Frame::Lives));
    if accused || takes_lives || asides::says_nothing(scene, cued) {
        return None;
    }
    if let Some(from) = nominal::withheld(scene, at.start) {
        return Some(nominal::unsaid(scene, cued, from));
    }
    if phrase::is_noun(scene, at.start) {
        let noun = doc.word(at.start).speech.noun;
        return noun.and_then(|_| nominal::of_noun(scene, cued));
    }
    if phrase::is_passive(doc, scene.sentence.tokens.start, at.start) {
        return passive(scene, cued);
    }
    if cued.cue == Cue::Heard {
        // "Witnesses heard at least 50 shots": they say so.
        let figure = doc.is_kind(at.end, TokenKind::Number)
            || doc.word(at.end).number.is_some()
            || scene.marks.bounds_number(at.end);
        let onlooker = source_before(scene, at.start, false).filter(|_| figure);
        let onlooker = onlooker.filter(|who| !doc.is(who.start, Class::Pronoun));
        if let Some(onlooker) = onlooker {
            return Some(Framed::new(scene, cued, vec![onlooker]).forward());
        }
        // "I heard that shot".
        let own = doc.is(at.end + 1, Class::Trigger);
        return (is_that(doc, at.end) && !own)
            .then(|| Framed::new(scene, cued, Vec::new()).forward());
    }
    let denies = || asides::denies_statement(scene, cued) && !denies_what_was_said(scene, cued);
    if cued.cue == Cue::Denied && !denies() {
        return None;
    }
    if cued.cue == Cue::Citing && at.start == scene.sentence.tokens.start {
        return citing(scene, cued);
    }
    if let Some(framed) = inverted(scene, cued) {
        return Some(framed);
    }
    let gerund = phrase::is_gerund(doc, at.start);
    // "Lives two doors away and said": who said it stands at the head.
    let joined =
        at.start > scene.sentence.tokens.start + 1 && doc.is(at.start - 1, Class::Coordinator);
    let before = source_before(scene, at.start, it_speaks(scene, cued, memory));
    let before = before.filter(|_| !joined);
    if let Some(before) = before.filter(|s| phrase::agrees(doc, s, at.start)) {
        // "The army issued a statement saying": its words are the army's.
        let written = gerund && who::is_document(doc, scene.marks, &before);
        let author = phrase::first_subject(scene, before.start).filter(|_| written);
        let denies = matches!(cued.cue, Cue::Denied | Cue::Refused);
        if denies && nominal::is_of_a_report(scene, before.start) {
            return Some(Framed::new(scene, cued, vec![before]).disputing());
        }
        if cued.cue == Cue::Refused {
            let denied = Cued {
                cue: Cue::Denied,
                ..cued.clone()
            };
            let reported = nominal::names_a_report(scene, at.end);
            return reported.then(|| with_source_before(scene, &denied, before));
        }
        return Some(with_source_before(scene, cued, author.unwrap_or(before)));
    }
    if cued.cue == Cue::Refused || at.start == scene.sentence.tokens.start {
        return None;
    }
    // "…", said S.
    let closes = at.start > scene.sentence.tokens.start && closes_words(doc, at.start - 1);
    if closes && !gerund {
        return leading(scene, cued).filter(|framed| !acts(doc, framed.attribution.frame.end));
    }
    // "Denied that five had died but admitted that three had".
    let joined = doc.is_any(at.start - 1, &[Class::Coordinator, Class::Contrast]) && !gerund;
    let subject = phrase::first_subject(scene, at.start).filter(|_| closes && gerund || joined)?;
    let mut framed = Framed::new(scene, cued, vec![subject]).forward();
    framed.attribution.scope[1] = at.end..scene.sentence.tokens.end;
    Some(framed)
}

/// "Gunmen killed the mayor, Peter Obi, said the police": behind a comma and before who closes the clause, "said" is the
/// word of those behind it.
fn inverted(scene: &Scene<'_>, cued: &Cued) -> Option<Framed> {
    let (doc, at) = (scene.doc, &cued.at);
    let first = scene.sentence.tokens.start;
    let behind = at.start > first + 1 && closes_words(doc, at.start - 1);
    let inverts = doc.lexicon.inverts(&doc.str(at.start).to_lowercase());
    let source = source_after(scene, at.end).filter(|_| behind && inverts)?;
    let counted = |i: usize| doc.is_kind(i, TokenKind::Number) || doc.word(i).number.is_some();
    let tells = |i: usize| phrase::may_be_verb(doc, i);
    let clause = source.clone().any(tells) || counted(source.start);
    // "The Observatory, a monitor, said jets on Tuesday killed six": where a verb follows, it is what is said.
    let end = scene.sentence.tokens.end;
    let relative = doc.str(source.end) == "," && doc.is(source.end + 1, Class::Relative);
    // "Said Ana Ruiz, who heads the clinic": her clause has a verb of its own.
    let behind = match relative {
        true => (source.end + 1..end).find(|i| doc.str(*i) == ","),
        false => Some(source.end),
    };
    let told =
        behind.is_some_and(|from| (from..end).any(|i| tells(i) || doc.is(i, Class::Trigger)));
    let ends = !told;
    (ends && !clause).then(|| Framed::new(scene, cued, vec![source]))
}

/// Does an "it" before this verb of saying stand for somebody? It does for one cited before, behind what is said, and
/// where a clause is said: "…, it said", "it said that".
fn it_speaks(scene: &Scene<'_>, cued: &Cued, memory: &Memory) -> bool {
    let behind = cued.at.start > scene.sentence.tokens.start + 1
        && closes_words(scene.doc, cued.at.start - 2);
    let heads = cued.at.start == scene.sentence.tokens.start + 1 && cued.cue == Cue::Reported;
    memory.knows_institution() || behind || heads || is_that(scene.doc, cued.at.end)
}

/// A comma or closing quote, behind which the words of a source may end.
pub(super) fn closes_words(doc: &Doc<'_>, i: usize) -> bool {
    matches!(doc.str(i), "," | "\"" | "”" | "’")
}

/// "was reported by S", "S was quoted as saying": any other passive leaves open who said so.
fn passive(scene: &Scene<'_>, cued: &Cued) -> Option<Framed> {
    let doc = scene.doc;
    match cued.cue {
        Cue::Reported => {
            // "Two victims identified by the coroner": who they are is the coroner's word.
            let named =
                doc.is(cued.at.start, Class::Aftermath) && !doc.is(cued.at.start - 1, Class::Be);
            let by = past_time(doc, cued.at.end).filter(|_| !named);
            let by = by.and_then(|from| source_after(scene, from));
            match by {
                Some(source) => Some(Framed::new(scene, cued, vec![source])),
                None => nobodys(scene, cued),
            }
        }
        // "We were told by police that six died", "the court was told that six died": on somebody's word.
        Cue::Telling => {
            let by = past_time(doc, cued.at.end).and_then(|from| source_after(scene, from));
            let that = is_that(doc, by.as_ref().map_or(cued.at.end, |by| by.end));
            let subject = subject_of_passive(scene, cued.at.start)?;
            // "We're told the driver was killed".
            let next = cued.at.end;
            let pronoun = doc.is(subject.start, Class::Pronoun);
            let clause = pronoun
                && !doc.is_any(next, &[Class::To, Class::Preposition, Class::Pronoun])
                && doc.is_kind(next, TokenKind::Word);
            let that = that || clause;
            let behind = closes_statement(scene, subject.start, cued.at.end);
            let framed = Framed::new(scene, cued, by.into_iter().collect());
            match (that, behind) {
                (true, _) => Some(framed.forward()),
                (false, true) => Some(framed),
                (false, false) => None,
            }
        }
        // "The rebels' claim that O was denied by the army".
        Cue::Denied | Cue::Refused if nominal::tells_a_report(scene, cued.at.start) => {
            let source = source_after(scene, past_time(doc, cued.at.end)?)?;
            Some(Framed::new(scene, cued, vec![source]).disputing())
        }
        Cue::Citing if doc.is(cued.at.end, Class::ClauseBreak) => {
            let source = source_before(scene, cued.at.start, false)?;
            Some(with_source_before(scene, cued, source))
        }
        _ => None,
    }
}

/// "It was reported that six died", "six died, it was announced": on somebody's word, and nobody could be asked.
fn nobodys(scene: &Scene<'_>, cued: &Cued) -> Option<Framed> {
    let (doc, at) = (scene.doc, &cued.at);
    let it = subject_of_passive(scene, at.start).filter(|s| doc.is(s.start, Class::Neuter))?;
    let behind = closes_statement(scene, it.start, at.end);
    let framed = Framed::new(scene, cued, vec![it]);
    match is_that(doc, at.end) {
        true => Some(framed.forward()),
        false => behind.then_some(framed),
    }
}

/// The last word of the subject of a passive, before its auxiliaries: "it", "we".
fn subject_of_passive(scene: &Scene<'_>, verb: usize) -> Option<Range<usize>> {
    let (doc, first) = (scene.doc, scene.sentence.tokens.start);
    let light = [Class::Be, Class::Have, Class::Will];
    // "It's", "we're" are both.
    let auxiliary = |i: usize| {
        phrase::is_short_be(doc, i)
            || (doc.is_any(i, &light) || is_adverb(doc, i)) && !doc.is(i, Class::Pronoun)
    };
    let subject = (first..verb).rev().find(|i| !auxiliary(*i))?;
    doc.is_kind(subject, TokenKind::Word)
        .then_some(subject..subject + 1)
}

/// "…, it was announced.": does a clause that begins before `subject` and ends at `end` stand behind what is said?
fn closes_statement(scene: &Scene<'_>, subject: usize, end: usize) -> bool {
    let first = scene.sentence.tokens.start;
    let doc = scene.doc;
    let ends = end >= scene.sentence.tokens.end || doc.is_kind(end, TokenKind::Mark);
    ends && subject > first + 1 && closes_words(doc, subject - 1)
}

/// Past the "by" of "announced by S", "announced on Tuesday by S".
fn past_time(doc: &Doc<'_>, from: usize) -> Option<usize> {
    let by = (from..from + TIME_REACH).find(|i| doc.is(*i, Class::By))?;
    let dead = |i: usize| {
        doc.word(i)
            .triggers
            .iter()
            .any(|t| t.frame == Frame::Adjective)
    };
    let time = |i: usize| doc.is(i, Class::Preposition) || doc.word(i).time.is_some() || dead(i);
    (from..by).all(time).then_some(by + 1)
}

/// Does a verb follow, so that the phrase before it is the subject of what is said: "…, saying the troops have left"?
fn acts(doc: &Doc<'_>, next: usize) -> bool {
    let verb = doc.word(next).triggers.iter().any(|t| !t.frame.is_noun());
    verb || doc.is_any(next, &[Class::Be, Class::Have, Class::Modal, Class::Do])
}

fn with_source_before(scene: &Scene<'_>, cued: &Cued, before: Range<usize>) -> Framed {
    let (doc, first) = (scene.doc, scene.sentence.tokens.start);
    let mut sources = vec![before.clone()];
    let passive = phrase::is_passive(doc, first, cued.at.start);
    if matches!(cued.cue, Cue::Citing | Cue::Telling)
        && !passive
        && let Some(object) = source_after(scene, cued.at.end)
    {
        match cued.cue {
            // The medium told comes between us and the speaker; "the press" is all of them.
            Cue::Telling if who::is_named_medium(doc, scene.marks, &object) => {
                // "Told Reuters at the hospital": where.
                let mut tokens = object.clone();
                // "Told The Post she heard": what is said opens there.
                let ends = [
                    Class::Locative,
                    Class::PronounSingular,
                    Class::PronounPlural,
                ];
                let place = tokens.find(|i| *i > object.start && doc.is_any(*i, &ends));
                let place = place.filter(|i| doc.is_capital(*i - 1));
                sources.insert(0, object.start..place.unwrap_or(object.end));
            }
            Cue::Citing => sources.push(object),
            _ => {}
        }
    }
    // "Radio Alba, quoting a rebel source, said".
    let aside = before.end..cued.at.start;
    let citing = scene
        .marks
        .within(&aside)
        .find(|m| m.tag == Tag::CueVerb(Cue::Citing));
    let citing = citing.filter(|m| phrase::is_gerund(doc, m.start));
    let origin = citing.and_then(|m| source_after(scene, m.end));
    sources.extend(origin.filter(|origin| origin.end <= cued.at.start));
    let relative = (before.end..cued.at.start).any(|i| doc.is(i, Class::Relative));
    let framed = Framed::new(scene, cued, sources);
    if relative && doc.str(before.end) == "," {
        return framed.inner();
    }
    let content_before = before.start > first + 1
        && (closes_words(doc, before.start - 1)
            || matches!(doc.str(before.start - 1), "-" | "—" | "–")
            || nominal::is_of_a_report(scene, before.start));
    // "After the murder of six, the command declared an emergency": what is said stands behind.
    let object = !passive && cued.cue == Cue::Reported && says_something(doc, cued.at.end);
    if content_before && !object {
        framed
    } else {
        framed.forward()
    }
}

/// Has a verb of saying an object of its own: "declared an emergency"? Not "said the next day", "said the minister".
fn says_something(doc: &Doc<'_>, from: usize) -> bool {
    let near = from + 1..from + 1 + OBJECT_REACH;
    let of_time = |i: usize| {
        let word = doc.word(i);
        word.time.is_some() || word.speech.noun.is_some() || word.person.is_some()
    };
    let noun = |i: usize| of_time(i) || doc.is_any(i, &[Class::SourceNoun, Class::Organisation]);
    let others = [Class::Ordinal, Class::Aged];
    // "Published its findings".
    let own = doc.is(from, Class::Possessive) && doc.is_kind(from + 1, TokenKind::Word);
    own || doc.is(from, Class::Indefinite)
        && !near.clone().any(|i| noun(i) || doc.is_any(i, &others))
}

/// The most words of such an object that are looked at.
const OBJECT_REACH: usize = 3;

/// "Citing S, R reported O": R is nearest, S the origin.
fn citing(scene: &Scene<'_>, cued: &Cued) -> Option<Framed> {
    let origin = source_after(scene, cued.at.end)?;
    let rest = origin.end..scene.sentence.tokens.end;
    let verb = scene
        .marks
        .within(&rest)
        .find(|mark| matches!(mark.tag, Tag::CueVerb(_)));
    let near = verb.and_then(|mark| {
        let source = source_before(scene, mark.start, false)?;
        (source.start >= origin.end).then_some((source, mark.end))
    });
    let (sources, end) = match near {
        Some((near, end)) => (vec![near, origin], end),
        None => {
            let end = origin.end;
            (vec![origin], end)
        }
    };
    let cued = Cued {
        at: cued.at.clone(),
        cue: Cue::Reported,
    };
    let mut framed = Framed::new(scene, &cued, sources).forward();
    framed.attribution.frame.end = end;
    framed.attribution.scope[1] = end..scene.sentence.tokens.end;
    Some(framed)
}

/// "Police: six dead": a source before a colon at the head of a sentence.
pub(super) fn headed(scene: &Scene<'_>) -> Option<Framed> {
    let (doc, all) = (scene.doc, &scene.sentence.tokens);
    let reach = all.start..all.end.min(all.start + HEAD_REACH);
    let colon = reach.into_iter().find(|i| doc.str(*i) == ":")?;
    let source = all.start..colon;
    let quiet = source
        .clone()
        .all(|i| doc.is_kind(i, TokenKind::Word) && !doc.is(i, Class::Cue) || doc.str(i) == ".");
    if !quiet || colon + 1 >= all.end || !who::is_known_speaker(doc, scene.marks, &source) {
        return None;
    }
    let cued = Cued {
        at: colon..colon + 1,
        cue: Cue::Reported,
    };
    Some(Framed::new(scene, &cued, vec![source]))
}

/// "Six dead in blast: police", "Six dead - officials": a source behind the last colon or dash of a headline.
pub(super) fn trailing(scene: &Scene<'_>, from: usize) -> Option<Framed> {
    let (doc, all) = (scene.doc, &scene.sentence.tokens);
    if doc.kind_of(scene.sentence) != PassageKind::Headline || from > all.start {
        return None;
    }
    let mut end = all.end;
    while end > all.start && doc.is_kind(end - 1, TokenKind::Mark) {
        end -= 1;
    }
    let reach = all.start.max(end.saturating_sub(HEAD_REACH));
    let mark = (reach..end)
        .rev()
        .find(|i| matches!(doc.str(*i), ":" | "-" | "—" | "–"))?;
    let source = mark + 1..end;
    if mark == all.start || !who::is_known_speaker(doc, scene.marks, &source) {
        return None;
    }
    let cued = Cued {
        at: mark..mark + 1,
        cue: Cue::Reported,
    };
    Some(Framed::new(scene, &cued, vec![source]))
}

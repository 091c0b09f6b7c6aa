//! Noun phrases that can speak, before and behind a verb.

use std::ops::Range;

use super::super::steps::{age_end, is_adverb, is_number};
use super::edges::{chunk_start, is_name, placed, trimmed};
use super::{Scene, behind, is_that, nominal, who};
use crate::lexicon::{Class, Found, Tag, VerbForm};
use crate::text::{Doc, TokenKind};

/// The most tokens of a source.
const SOURCE_REACH: usize = 14;

/// The most tokens from a verb of saying back over an apposition.
const APPOSITION_REACH: usize = 24;

/// The most tokens of a clause that tells of a speaker: "who was at the scene".
const CLAUSE_REACH: usize = 8;

/// The most tokens of a speaker whose noun no file has: "the plant's operator".
const SPEAKER_WORDS: usize = 5;

/// The form of the verb of saying at a token.
fn form(doc: &Doc<'_>, i: usize) -> Option<VerbForm> {
    doc.word(i).speech.verb.map(|verb| verb.form)
}

/// The "'s" of "it's revealed": behind a pronoun a verb.
pub(super) fn is_short_be(doc: &Doc<'_>, i: usize) -> bool {
    doc.is(i, Class::Genitive) && i > 0 && doc.is(i - 1, Class::Pronoun)
}

/// "saying".
pub(super) fn is_gerund(doc: &Doc<'_>, i: usize) -> bool {
    form(doc, i) == Some(VerbForm::Gerund)
}

/// Is it a noun here, or part of a name: "a police report", "his claims", "reports say", "the United States"?
pub(super) fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    let doc = scene.doc;
    let first = scene.sentence.tokens.start;
    // "Residents speak of 40".
    let act = |m: Found| matches!(m.tag, Tag::CueVerb(_)) && m.end > at + 1;
    if scene.marks.starting_at(at).any(act) {
        return false;
    }
    if is_attributive(doc, first, at) || is_person(doc, at) || is_name(doc, at) {
        return true;
    }
    // "Fired tear gas without warning", "fired warning shots".
    let governed = at > first && doc.is(at - 1, Class::Preposition);
    if doc.is(at, Class::Warning) && (governed || doc.is(at + 1, Class::Measure)) {
        return true;
    }
    if !matches!(form(doc, at), Some(VerbForm::Infinitive | VerbForm::Third)) {
        return false;
    }
    if at == first || doc.is_capital(at) && !scene.sentence.shouted || in_name(scene, at) {
        return true;
    }
    let determined = [
        Class::Determiner,
        Class::Possessive,
        Class::Nationality,
        Class::Of,
        Class::Modal,
    ];
    let acts = [Class::Cue, Class::Be, Class::Have, Class::Of];
    // "Claims to have killed six".
    let acts_itself = doc.is(at + 1, Class::Infinitive) && doc.is(at + 2, Class::Have);
    let noun = doc.word(at).speech.noun.is_some()
        && !acts_itself
        && doc.is(at + 1, Class::Preposition)
        && (doc.is(at + 1, Class::By) || doc.word(at + 2).time.is_none());
    // "The military says": an adjective that is as often a noun, and speaks.
    let small = [Class::Pronoun, Class::SourceNoun];
    // "The ministry received reports that".
    let taken = doc.word(at).speech.noun.is_some()
        && doc.is_kind(at - 1, TokenKind::Word)
        && !doc.is_capital(at - 1)
        && doc
            .str(at - 1)
            .ends_with(doc.lexicon.endings().past.as_str());
    noun || taken
        || doc.is_any(at - 1, &determined) && !doc.is_any(at - 1, &small)
        || doc.is_any(at + 1, &acts)
        || is_owner(doc, at - 1)
        || nominal::is_denied_thing(scene, at)
}

/// "A suspected gunman", "of alleged arson": a participle before its noun.
fn is_attributive(doc: &Doc<'_>, first: usize, at: usize) -> bool {
    let before = [Class::Determiner, Class::Possessive];
    let doubted = doc.lexicon.is_doubting(&doc.word(at).text);
    // "For alleged links to", "face alleged theft": a participle with its noun, whoever stands before.
    let plain = [
        Class::Determiner,
        Class::Pronoun,
        Class::ClauseBreak,
        Class::Preposition,
    ];
    let noun = doc.is_kind(at + 1, TokenKind::Word) && !doc.is_any(at + 1, &plain);
    let behind =
        at > first && doc.is(at - 1, Class::Preposition) && !doc.is(at - 1, Class::Temporal);
    let governed =
        at > first && doc.word(at - 1).speech.verb.is_some() && !doc.is(at - 1, Class::SourceNoun);
    // "Fourteen suspected militants were killed".
    let counted = at > first && is_number(doc, at - 1) && doubted;
    if form(doc, at) == Some(VerbForm::Past) && noun && (behind || counted || doubted && governed) {
        return true;
    }
    form(doc, at) == Some(VerbForm::Past)
        && at > first
        && doc.is_any(at - 1, &before)
        && !doc.is(at - 1, Class::Pronoun)
        && doc.word(at + 1).person.is_some()
}

/// "The suspect", "suspect Jon Tam": somebody, but where a clause of its own stands behind ("divers suspect the crew").
fn is_person(doc: &Doc<'_>, at: usize) -> bool {
    let opens = [Class::Determiner, Class::Pronoun, Class::ClauseBreak];
    matches!(form(doc, at), Some(VerbForm::Infinitive | VerbForm::Third))
        && doc.word(at).person.is_some()
        && !doc.is_any(at + 1, &opens)
}

/// Does the lexicon have a name of which this is not the first word?
fn in_name(scene: &Scene<'_>, at: usize) -> bool {
    let starts = scene.sentence.tokens.start.max(at.saturating_sub(3))..at;
    let mut marks = starts.flat_map(|start| scene.marks.starting_at(start));
    marks.any(|m| m.end > at && matches!(m.tag, Tag::Actor(_) | Tag::Place(_)))
}

/// Is the verb in the passive: "was told", "were reported"?
pub(super) fn is_passive(doc: &Doc<'_>, first: usize, at: usize) -> bool {
    let mut before = (first..at)
        .rev()
        .take_while(|i| is_adverb(doc, *i) || doc.is(*i, Class::Negation));
    let verb = before.by_ref().last().unwrap_or(at);
    // "A man identified as Jon Tam", "the six identified so far": by somebody else, who may not be named.
    let object = [Class::Determiner, Class::Possessive, Class::Figure];
    let takes = doc.is_any(at + 1, &object)
        || doc.is_capital(at + 1)
        || doc.is_kind(at + 1, TokenKind::Number)
        || doc.word(at + 1).person.is_some();
    let reduced = doc.is(at, Class::Aftermath) && !takes;
    form(doc, at) == Some(VerbForm::Past)
        && (reduced
            || verb > first
                && (doc.is_any(verb - 1, &[Class::Be, Class::Get]) || is_short_be(doc, verb - 1)))
}

/// Do noun and verb agree in number: "witnesses say", not "a police report"?
pub(super) fn agrees(doc: &Doc<'_>, source: &Range<usize>, verb: usize) -> bool {
    match form(doc, verb) {
        Some(VerbForm::Infinitive) => {
            !doc.is(source.start, Class::Indefinite) && is_plural(doc, source)
        }
        Some(VerbForm::Third) => {
            let head = source.end - 1;
            let collective = doc.word(head).person.as_ref().is_some_and(|p| p.collective);
            !is_plural(doc, source) || collective || doc.is(head, Class::Organisation)
        }
        _ => true,
    }
}

/// Are several meant, by the last noun before a preposition, or by an "and"?
fn is_plural(doc: &Doc<'_>, source: &Range<usize>) -> bool {
    let head = source
        .clone()
        .find(|i| {
            *i > source.start && doc.is_any(*i, &[Class::Preposition, Class::Relative])
                || doc.str(*i) == ","
        })
        .unwrap_or(source.end)
        - 1;
    let ending = &doc.lexicon.endings().plural;
    let person = doc.word(head).person.as_ref();
    person.is_some_and(|p| p.plural || p.collective)
        || person.is_none()
            && (!doc.is_capital(head) || doc.is(head, Class::SourceNoun))
            && doc.str(head).ends_with(ending.as_str())
        || doc.is(head, Class::PronounPlural)
        || doc.is(head, Class::Pronoun) && !doc.is(head, Class::PronounSingular)
        || source.clone().any(|i| doc.is(i, Class::Coordinator))
}

/// The noun phrase right before a verb of saying, if it can speak.
pub(super) fn source_before(
    scene: &Scene<'_>,
    verb: usize,
    it_speaks: bool,
) -> Option<Range<usize>> {
    let (doc, from) = (scene.doc, scene.sentence.tokens.start);
    let first = from.max(verb.saturating_sub(SOURCE_REACH));
    let mut end = verb;
    let mut relative = false;
    while end > first
        && (doc.is_any(end - 1, &[Class::Have, Class::Relative, Class::Be])
            || is_adverb(doc, end - 1)
            || is_time_of_saying(doc, end - 1))
        && !doc.is(end - 1, Class::Pronoun)
    {
        end -= 1;
        relative |= doc.is(end, Class::Relative);
    }
    let mut stop = end;
    if end > first && doc.str(end - 1) == "," {
        stop = if relative {
            // "S, who said".
            end - 1
        } else {
            // "S, the director, said": the name stands before its apposition, which may have verbs of its own.
            let reach = from.max(end.saturating_sub(APPOSITION_REACH));
            (reach..end - 1).rev().find(|i| doc.str(*i) == ",")?
        };
    }
    let first = from.max(stop.saturating_sub(SOURCE_REACH));
    let start = chunk_start(doc, first, stop);
    // "The leaders who said so came": what follows such a clause is told by the outlet.
    if relative && start == from && stop == end {
        return None;
    }
    let tokens = trimmed(doc, start..stop);
    let tokens = if relative && stop < end && doc.is(tokens.start, Class::Preposition) {
        // "Unlike the army, who said": of whom the clause tells.
        tokens.start + 1..tokens.end
    } else {
        placed(doc, tokens)
    };
    let tokens = behind::in_its_clause(scene, tokens);
    // "Photographs of a man they say fired": the pronoun alone speaks.
    let last = tokens.end.max(1) - 1;
    let alone =
        tokens.len() > 1 && doc.is_any(last, &[Class::PronounPlural, Class::PronounSingular]);
    // "According to the clinic, which put": whose clause it is.
    let cited = |m: Found| matches!(m.tag, Tag::CuePhrase(_)).then_some(m.end);
    let introduced = scene.marks.starting_at(tokens.start).find_map(cited);
    let tokens = match introduced {
        _ if alone => last..tokens.end,
        Some(start) if start < tokens.end => start..tokens.end,
        _ => tokens,
    };
    // "Six reported dead".
    if tokens.len() == 1 && is_number(doc, tokens.start) && doc.is(verb + 1, Class::Trigger) {
        return None;
    }
    // "Neither the rebels nor the army said so": nobody did.
    let nobody = tokens.start > from && doc.is(tokens.start - 1, Class::Negation);
    if nobody || tokens.clone().any(|i| compares(doc, i)) {
        return None;
    }
    let it = it_speaks && tokens.len() == 1 && who::is_it(doc, tokens.start);
    let speaks = |tokens: &Range<usize>| who::can_speak(doc, scene.marks, tokens);
    let told_of = || {
        // Behind a comma the verb may be that of "…, said Ali Noor".
        let direct = (stop == end).then_some(start)?;
        before_relative(doc, from, direct, stop)
            .or_else(|| before_participle(doc, from, direct))
            .filter(speaks)
    };
    // "One of them, Ali Noor, said": the name tells who. Not "…, five of them children, said Ali Noor".
    let described = || {
        let apposition = stop + 1..end.saturating_sub(1);
        let aged = age_end(doc, apposition.start).unwrap_or(apposition.start);
        let aged = aged + usize::from(doc.is(aged, Class::Aged));
        let apposition = aged.min(apposition.end)..apposition.end;
        let name = apposition.clone().all(|i| doc.is_capital(i));
        let between = stop < end && !relative && !apposition.is_empty() && name;
        let of_them = doc.is(stop.max(1) - 1, Class::PronounPlural);
        let whole = !of_them && speaks(&(start..stop));
        Some(apposition).filter(|tokens| between && !whole && speaks(tokens))
    };
    told_of()
        .or_else(described)
        .or_else(|| Some(tokens).filter(|t| it || speaks(t) || is_some_speaker(scene, t, verb)))
}

/// "Had earlier put the toll at": the word between auxiliary and verb.
fn is_time_of_saying(doc: &Doc<'_>, i: usize) -> bool {
    doc.word(i).time.is_some() && i > 0 && doc.is(i - 1, Class::Have)
}

/// "A doctor who was at the scene said": the noun phrase before a clause that tells of it, and whose end the chunk is.
fn before_relative(doc: &Doc<'_>, from: usize, chunk: usize, end: usize) -> Option<Range<usize>> {
    let first = from.max(chunk.saturating_sub(CLAUSE_REACH));
    let who = (first..chunk)
        .rev()
        .take_while(|i| !doc.is_kind(*i, TokenKind::Mark))
        .find(|i| doc.is(*i, Class::Relative) && !is_that(doc, *i))?;
    let quiet = !(who..end).any(|i| doc.is_any(i, &[Class::Cue, Class::Coordinator]))
        && may_be_verb(doc, who + 1);
    let start = chunk_start(doc, from.max(who.saturating_sub(SOURCE_REACH)), who);
    quiet.then(|| placed(doc, trimmed(doc, start..who)))
}

/// "Two officials contacted by the Post said": the noun phrase before a participle whose "by" the chunk begins with.
fn before_participle(doc: &Doc<'_>, from: usize, chunk: usize) -> Option<Range<usize>> {
    let verb = chunk.checked_sub(1).filter(|i| *i > from)?;
    let past = looks_past(doc, verb) || form(doc, verb) == Some(VerbForm::Past);
    let told = doc.word(verb).triggers.is_empty() && doc.is(chunk, Class::Preposition);
    let passive = past
        && (told || doc.is(chunk, Class::By))
        && !doc.is_any(verb - 1, &[Class::Be, Class::Have]);
    let start = chunk_start(doc, from.max(verb.saturating_sub(SOURCE_REACH)), verb);
    passive.then(|| placed(doc, trimmed(doc, start..verb)))
}

/// "The operator said": at the head of its clause somebody, whatever the noun.
fn is_some_speaker(scene: &Scene<'_>, tokens: &Range<usize>, verb: usize) -> bool {
    let doc = scene.doc;
    let first = tokens.start == scene.sentence.tokens.start
        || doc.str(tokens.start - 1) == ","
        || doc.is(tokens.start - 1, Class::ClauseBreak);
    let plain = |i: usize| {
        let word = doc.word(i);
        doc.is_kind(i, TokenKind::Word)
            && word.time.is_none()
            && word.number.is_none()
            && !doc.is_any(
                i,
                &[Class::Pronoun, Class::Be, Class::Modal, Class::Preposition],
            )
    };
    let says = matches!(form(doc, verb), Some(VerbForm::Past | VerbForm::Third));
    first
        && says
        && doc.is(verb, Class::Cue)
        && tokens.end == verb
        && doc.is_any(tokens.start, &[Class::Definite, Class::Indefinite])
        && (2..=SPEAKER_WORDS).contains(&tokens.len())
        && (tokens.start + 1..tokens.end).all(plain)
}

/// "More than the government": not what is said, but what it is compared with. Not "more than forty witnesses".
fn compares(doc: &Doc<'_>, i: usize) -> bool {
    doc.is(i, Class::Comparing)
        && !doc.is_kind(i + 1, TokenKind::Number)
        && doc.word(i + 1).number.is_none()
}

/// The noun phrase right after "according to", or a verb of saying.
pub(super) fn source_after(scene: &Scene<'_>, from: usize) -> Option<Range<usize>> {
    let limit = scene.sentence.tokens.end.min(from + SOURCE_REACH);
    let mut end = from;
    let speaks = |end: usize| {
        let tokens = trimmed(scene.doc, from..end);
        who::can_speak(scene.doc, scene.marks, &tokens)
    };
    // "All three officials" are whose word it is; behind "the army" a figure is what is said.
    let said = |end: usize| {
        end > from && (counts(scene.doc, end) || opens_clause(scene.doc, from, end)) && speaks(end)
    };
    while end < limit
        && !ends_source(scene.doc, end)
        && !said(end)
        && !is_occasion(scene.doc, from, end)
    {
        end += 1;
    }
    let tokens = trimmed(scene.doc, from..end);
    // "Said in a statement": where, and not who.
    let within =
        scene.doc.is(from, Class::Preposition) && who::is_document(scene.doc, scene.marks, &tokens);
    let named = || named_behind(scene.doc, scene.sentence.tokens.end, &tokens);
    (!within && who::can_speak(scene.doc, scene.marks, &tokens))
        .then(|| named().unwrap_or_else(|| tokens.clone()))
}

/// "Said the mayor, Ana Lund.": the name between commas that tells who the office is.
fn named_behind(doc: &Doc<'_>, end: usize, office: &Range<usize>) -> Option<Range<usize>> {
    let first = office.end + 1;
    let capitals = (first..end).take_while(|i| doc.is_capital(*i) || is_point(doc, *i));
    let last = first + capitals.count();
    let described = doc.is_any(office.start, &[Class::Definite, Class::Possessive]);
    let small = !office.clone().any(|i| doc.is_capital(i));
    let closed = last == end || matches!(doc.str(last), "," | "." | ";");
    let apposed = doc.str(office.end) == "," && closed && last >= first + 2;
    (described && small && apposed).then_some(first..last)
}

/// "Said Tom Reker in an interview with Radio Osk": behind a name, where it was said.
fn is_occasion(doc: &Doc<'_>, from: usize, i: usize) -> bool {
    let opens = [Class::Indefinite, Class::Definite, Class::Possessive];
    let named = i > from && (from..i).all(|at| doc.is_capital(at) || is_point(doc, at));
    named && doc.is(i, Class::Locative) && doc.is_any(i + 1, &opens)
}

/// "According to Moreno the consul fled": behind a whole noun phrase, an article with a verb behind it opens what is said.
fn opens_clause(doc: &Doc<'_>, from: usize, i: usize) -> bool {
    let joins = [
        Class::Preposition,
        Class::Of,
        Class::Coordinator,
        Class::Determiner,
        Class::Adverb,
        Class::Alternative,
    ];
    let article = doc.is_any(i, &[Class::Definite, Class::Indefinite]) && !is_that(doc, i);
    let verb = |at: usize| may_be_verb(doc, at) || doc.is(at, Class::Trigger);
    article && i > from && !doc.is_any(i - 1, &joins) && (i + 2..i + SPEAKER_WORDS).any(verb)
}

/// "According to the army 25 people died": a figure with its noun, which is what is said.
fn counts(doc: &Doc<'_>, i: usize) -> bool {
    let noun = |i: usize| doc.word(i).person.is_some() || doc.word(i).thing.is_some();
    // "Police and 15 according to the mayor": another figure.
    if doc.is(i, Class::Coordinator) && is_number(doc, i + 1) {
        return true;
    }
    // "According to the opposition 40." Not "Channel 4".
    let label = doc.is_capital(i - 1) || doc.is(i - 1, Class::Label);
    let ends = doc.is_kind(i + 1, TokenKind::Mark) && !label;
    is_number(doc, i)
        && !doc.is_any(i - 1, &[Class::Of, Class::Preposition])
        && (ends || noun(i + 1) || noun(i + 2))
}

/// The subject with which the sentence begins, for a "saying" behind a comma, or an "and said"; behind "but" the one there:
/// "six died, the port said, but the army rejected that and said".
pub(super) fn first_subject(scene: &Scene<'_>, before: usize) -> Option<Range<usize>> {
    let (doc, head) = (scene.doc, scene.sentence.tokens.start);
    let parts = |i: &usize| doc.is(*i, Class::Contrast) || doc.str(*i) == ";";
    let parted = (head..before.max(head + 1) - 1).rev().find(parts);
    let first = parted.map_or(head, |contrast| contrast + 1);
    // "Jan Wolf works nearby and said": a name of two words and more, whatever the verb.
    let capitals = (first..before).take_while(|i| doc.is_capital(*i)).count();
    let name = first..first + capitals;
    let acts = doc.is_kind(name.end, TokenKind::Word) && name.end < before;
    let runs_on = doc.is_any(
        name.end,
        &[Class::Preposition, Class::Of, Class::Coordinator],
    );
    // "The United Nations envoy condemned the raid and said": the envoy.
    let runs_on = runs_on || doc.word(name.end).person.is_some();
    if capitals >= 2 && acts && !runs_on && who::can_speak(doc, scene.marks, &name) {
        return Some(name);
    }
    // "Put the toll at".
    let says = |i: usize| {
        let mut marks = scene.marks.starting_at(i);
        marks.any(|mark| matches!(mark.tag, Tag::CueVerb(_)) && mark.end > i + 1)
    };
    let reach = first..before.min(first + SOURCE_REACH);
    let verb = reach.into_iter().find(|i| {
        may_be_verb(doc, *i)
            || says(*i)
            || doc.str(*i) == ","
            || doc.is_any(*i, &[Class::ClauseBreak, Class::Relative])
    })?;
    let tokens = trimmed(doc, first..verb);
    let verb_at = |i: usize| may_be_verb(doc, i) || says(i);
    // "The spokesman, Colonel Tam, closed".
    let apposition = (verb + 1..before.min(verb + SOURCE_REACH)).find(|i| doc.str(*i) == ",");
    let described = doc.str(verb) == "," && apposition.is_some_and(|comma| verb_at(comma + 1));
    let opens = tokens.start == first && (verb_at(verb) || described);
    (opens && who::can_speak(doc, scene.marks, &tokens)).then_some(tokens)
}

/// Does a verb stand here, as far as the lexicon and its endings know?
pub(in super::super) fn may_be_verb(doc: &Doc<'_>, i: usize) -> bool {
    is_verb(doc, i) || looks_past(doc, i)
}

/// Is it a verb, as far as the lexicon knows: an auxiliary, of saying, or one that opens a claim?
pub(super) fn is_verb(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_any(i, &[Class::Be, Class::Have, Class::Do, Class::Will])
        || doc.word(i).triggers.iter().any(|t| !t.frame.is_noun())
        || form(doc, i) == Some(VerbForm::Past)
}

/// A word that no file has and that ends like a past: "closed".
pub(in super::super) fn looks_past(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_kind(i, TokenKind::Word)
        && !doc.is_capital(i)
        && doc.word(i).text.is_empty()
        && doc.str(i).ends_with(doc.lexicon.endings().past.as_str())
}

fn ends_source(doc: &Doc<'_>, i: usize) -> bool {
    let mark =
        doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "-" | "&") && !is_point(doc, i);
    let breaks = [
        Class::ClauseBreak,
        Class::Cue,
        Class::Weekday,
        Class::Be,
        Class::Have,
        Class::Modal,
    ];
    let reports = doc.is(i, Class::Cue) && doc.is(i, Class::SourceNoun);
    mark || !reports && doc.is_any(i, &breaks)
        || doc.is(i, Class::Preposition) && !doc.is(i, Class::Attaching)
}

/// The apostrophe of "the dockers' union".
pub(super) fn is_owner(doc: &Doc<'_>, i: usize) -> bool {
    let glued = doc.tokens.get(i).is_some_and(|t| !t.spaced);
    let apostrophe = matches!(doc.str(i), "'" | "’");
    let plural = doc.lexicon.endings().plural.as_str();
    glued && apostrophe && i > 0 && doc.str(i - 1).ends_with(plural)
}

/// The point of "Gen. Smith".
pub(super) fn is_point(doc: &Doc<'_>, i: usize) -> bool {
    doc.str(i) == "."
        && i > 0
        && doc.is_capital(i - 1)
        && (doc.is(i - 1, Class::Abbreviation) || doc.str(i - 1).len() == 1)
        && !ends_street(doc, i - 1)
}

/// "On 40th Ave. Police said": no name runs on behind the name of a street; "St. Anna" opens with it.
fn ends_street(doc: &Doc<'_>, i: usize) -> bool {
    let digit = |at: usize| doc.str(at).starts_with(|c: char| c.is_ascii_digit());
    let named = |at: usize| doc.is_capital(at) || digit(at) || doc.is(at, Class::OrdinalEnding);
    doc.is(i, Class::StreetShort) && i > 0 && named(i - 1)
}

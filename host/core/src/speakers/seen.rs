//! What the tagger sees of a word: no word that the lexicon does not have, only its shape.

use super::key::{digest, of_text};
use crate::lexicon::{Class, VerbForm, Word};
use crate::model::Span;
use crate::text::{Doc, Sentence, TokenKind};

/// The part a token plays, as far as the lexicon or its shape tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Part {
    Number,
    Pronoun,
    Auxiliary,
    To,
    Possessive,
    Determiner,
    Relative,
    Preposition,
    Of,
    And,
    Break,
    Name,
    /// A noun of saying that is a verb too: "claims".
    SpeechNounVerb,
    SpeechVerb,
    SpeechNoun,
    SpeechAdjective,
    Person,
    Adverb,
    LooksPast,
    LooksGerund,
    LooksPlural,
    Word,
    /// The point of an abbreviation.
    Point,
    Dash,
    Mark,
}

/// Where a token stands to a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Quoted {
    Outside,
    Opens,
    Inside,
    Closes,
}

/// A token as the tagger sees it.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// The word, if the lexicon has it, else its kind or shape.
    pub(super) id: u32,
    pub(super) part: Part,
    /// The part with the form of a verb and what a mark is.
    pub(super) class: u32,
    pub(super) quoted: Quoted,
    pub(super) verb: Option<VerbForm>,
    /// A word of saying or thinking, whichever part it plays.
    pub(super) speech: bool,
    pub(super) adverb: bool,
    /// May a source follow: "by", "according"?
    pub(super) introduces: bool,
    pub(super) comma: bool,
    /// A mark that ends a stretch of words: a full stop, a semicolon, a colon, a quote.
    pub(super) stops: bool,
    /// Can a description of somebody begin with it?
    pub(super) describes: bool,
    /// Does a description hang on to what stands before with it: "of", "for"?
    pub(super) attaches: bool,
}

impl Seen {
    /// Does it look like a verb in a finite form, or an auxiliary?
    pub(super) fn is_verbal(&self) -> bool {
        match self.part {
            Part::Auxiliary | Part::LooksPast => true,
            Part::SpeechVerb => self.verb != Some(VerbForm::Gerund),
            Part::SpeechNounVerb => self.verb != Some(VerbForm::Infinitive),
            _ => false,
        }
    }

    /// "said", "says".
    pub(super) fn is_finite_speech(&self) -> bool {
        matches!(self.verb, Some(VerbForm::Past | VerbForm::Third))
    }

    pub(super) fn is_mark(&self) -> bool {
        matches!(self.part, Part::Mark | Part::Dash | Part::Point)
    }

    fn is_comma_or_stop(&self) -> bool {
        self.is_mark() && self.part != Part::Point
    }

    /// Does it set off clauses: a mark other than a hyphen?
    pub(super) fn separates(&self) -> bool {
        self.is_comma_or_stop() && (self.comma || self.stops || self.part == Part::Dash)
    }
}

/// The tokens of a sentence.
pub(super) fn seen(doc: &Doc<'_>, sentence: &Sentence) -> Vec<Seen> {
    let loud = sentence
        .tokens
        .clone()
        .filter(|i| doc.is_kind(*i, TokenKind::Word))
        .all(|i| doc.is_capital(i));
    sentence
        .tokens
        .clone()
        .map(|i| look(doc, i, (sentence.tokens.start, loud)))
        .collect()
}

/// The word of a token; of "they're" that of "they".
fn word_of<'a>(doc: &Doc<'a>, i: usize) -> &'a Word {
    let word = doc.word(i);
    let text = doc.str(i);
    if !word.text.is_empty() || !doc.is_kind(i, TokenKind::Word) {
        return word;
    }
    match text.find(['\'', '\u{2019}']) {
        Some(at) if at > 0 => {
            let id = doc.lexicon.word_id(&text[..at].to_lowercase());
            doc.lexicon.word(id)
        }
        _ => word,
    }
}

fn look(doc: &Doc<'_>, i: usize, (first, loud): (usize, bool)) -> Seen {
    let word = word_of(doc, i);
    let text = doc.str(i);
    let is_word = doc.is_kind(i, TokenKind::Word);
    let capital = doc.is_capital(i) && !loud;
    let endings = doc.lexicon.endings();
    let lower = is_word && !doc.is_capital(i);
    let ends = |ending: &str| lower && text.len() > ending.len() + 2 && text.ends_with(ending);
    let adverb = word.is(Class::Adverb) || ends(&endings.adverb);
    let small = is_small(word);
    let named = capital && !small && i > first;
    let part = match () {
        () if doc.is_kind(i, TokenKind::Number) => Part::Number,
        () if !is_word => mark_part(doc, i, first),
        () => lexical_part(word, named).unwrap_or(match () {
            () if capital => Part::Name,
            () if word.person.is_some() || word.is(Class::SourceNoun) => Part::Person,
            () if adverb => Part::Adverb,
            () if ends(&endings.past) => Part::LooksPast,
            () if ends(&endings.participle) => Part::LooksGerund,
            () if ends(&endings.plural) => Part::LooksPlural,
            () => Part::Word,
        }),
    };
    let kind = word.person.is_some() || word.is(Class::SourceNoun);
    let verb = word.speech.verb.filter(|_| !named);
    let first_char = text.chars().next().unwrap_or(' ');
    let class = match part {
        Part::Mark => digest(&[1, u32::from(fold(first_char))]),
        Part::SpeechVerb => digest(&[
            2,
            verb.map_or(0, |v| v.form as u32),
            u32::from(verb.is_some_and(|v| v.reports)),
        ]),
        Part::SpeechNounVerb => digest(&[3, verb.map_or(0, |v| v.form as u32)]),
        other => digest(&[4, other as u32]),
    };
    Seen {
        id: id_of(doc, i, (word, part, small)),
        part,
        class,
        quoted: quoted(doc, i, first_char),
        verb: verb.map(|v| v.form),
        speech: !named && (verb.is_some() || word.speech.noun.is_some() || word.speech.adjective),
        adverb,
        introduces: word.is(Class::Introducing),
        comma: text == ",",
        stops: part == Part::Mark
            && matches!(first_char, '.' | ';' | ':' | '?' | '!' | '"' | '“' | '”'),
        describes: kind
            || capital && !small
            || word.is(Class::Rank)
            || matches!(part, Part::Determiner | Part::Possessive | Part::Relative)
            || matches!(part, Part::Number | Part::Of | Part::LooksPast),
        attaches: part == Part::Relative || word.is(Class::Attaching),
    }
}

/// The part of a word that the lexicon knows.
fn lexical_part(word: &Word, named: bool) -> Option<Part> {
    let speech = &word.speech;
    let part = match () {
        () if word.is(Class::Pronoun) => Part::Pronoun,
        () if word.is(Class::Be) || word.is(Class::Have) || word.is(Class::Do) => Part::Auxiliary,
        () if word.is(Class::Will) => Part::Auxiliary,
        () if word.is(Class::To) => Part::To,
        () if word.is(Class::Possessive) && !word.text.starts_with('\'') => Part::Possessive,
        () if word.is(Class::Determiner) => Part::Determiner,
        () if word.is(Class::Relative) => Part::Relative,
        () if word.is(Class::Of) => Part::Of,
        () if word.is(Class::Preposition) => Part::Preposition,
        () if word.is(Class::Coordinator) => Part::And,
        () if word.is(Class::ClauseBreak) => Part::Break,
        () if named => Part::Name,
        () if speech.verb.is_some() && speech.noun.is_some() => Part::SpeechNounVerb,
        () if speech.verb.is_some() => Part::SpeechVerb,
        () if speech.noun.is_some() => Part::SpeechNoun,
        () if speech.adjective => Part::SpeechAdjective,
        () => return None,
    };
    Some(part)
}

fn mark_part(doc: &Doc<'_>, i: usize, first: usize) -> Part {
    let text = doc.str(i);
    let spaced = doc.tokens.get(i).is_some_and(|t| t.spaced);
    match text {
        "—" | "–" => Part::Dash,
        "-" if spaced || doc.str(i + 1) == "-" || i > first && doc.str(i - 1) == "-" => Part::Dash,
        "." if i > first && is_abbreviated(doc, i - 1) => Part::Point,
        _ => Part::Mark,
    }
}

fn is_abbreviated(doc: &Doc<'_>, i: usize) -> bool {
    doc.is_capital(i) && (doc.str(i).len() == 1 || doc.is(i, Class::Abbreviation))
}

/// One character for all that mean the same.
fn fold(mark: char) -> u16 {
    let folded = match mark {
        '“' | '”' => '"',
        '’' | '‘' => '\'',
        other => other,
    };
    u16::try_from(u32::from(folded)).unwrap_or(0)
}

/// Words that hold sentences together, which are seen as they are.
fn is_small(word: &Word) -> bool {
    const SMALL: &[Class] = &[
        Class::Small,
        Class::Indefinite,
        Class::Definite,
        Class::Possessive,
        Class::Determiner,
        Class::Preposition,
        Class::Coordinator,
        Class::Alternative,
        Class::ClauseBreak,
        Class::Relative,
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Modal,
        Class::Negation,
        Class::None,
        Class::Pronoun,
        Class::Subset,
        Class::Contrast,
        Class::Temporal,
        Class::Whole,
        Class::Part,
        Class::Others,
        Class::Locative,
    ];
    SMALL.iter().any(|class| word.is(*class))
}

/// What names the word to the tagger.
fn id_of(doc: &Doc<'_>, i: usize, (word, part, small): (&Word, Part, bool)) -> u32 {
    let text = doc.str(i);
    let speech = &word.speech;
    let lemma = |id| of_text(&doc.lexicon.word(id).text);
    match part {
        Part::Point | Part::Dash | Part::Number => digest(&[5, part as u32]),
        Part::Mark => digest(&[6, text.chars().next().map_or(0, |c| u32::from(fold(c)))]),
        _ if small => digest(&[7, of_text(&word.text)]),
        _ => match (speech.verb, speech.noun) {
            (Some(verb), _) => digest(&[8, lemma(verb.lemma), verb.form as u32]),
            (None, Some(noun)) => digest(&[9, lemma(noun)]),
            _ if speech.adjective => digest(&[10, of_text(&word.text)]),
            _ => shape(doc, i, (word, part)),
        },
    }
}

/// Classes that stand for their words. Their order is part of the weights.
const GROUPS: &[Class] = &[
    Class::Nationality,
    Class::State,
    Class::Title,
    Class::Organisation,
    Class::PlaceKind,
    Class::Weekday,
    Class::Month,
    Class::Measure,
    Class::Direction,
    Class::Thing,
    Class::Planned,
    Class::Label,
    Class::Adverb,
];

/// The kind of a word that has no part in saying, else how it is written.
fn shape(doc: &Doc<'_>, i: usize, (word, part): (&Word, Part)) -> u32 {
    let text = doc.str(i);
    if let Some(kind) = doc.lexicon.source_kind(&word.text) {
        return digest(&[11, of_text(kind)]);
    }
    if let Some(person) = &word.person {
        return digest(&[12, u32::from(person.plural)]);
    }
    if let Some(group) = GROUPS.iter().position(|class| word.is(*class)) {
        return digest(&[13, group as u32]);
    }
    match part {
        Part::Adverb => digest(&[14]),
        Part::Name => digest(&[
            15,
            u32::from(text.len() > 1 && text.chars().all(char::is_uppercase)),
        ]),
        _ => {
            let last: Vec<u32> = text.chars().rev().take(2).map(u32::from).collect();
            digest(&[16, digest(&last)])
        }
    }
}

fn quoted(doc: &Doc<'_>, i: usize, mark: char) -> Quoted {
    let inside = |i: usize| {
        doc.tokens
            .get(i)
            .is_some_and(|t| doc.is_quoted(Span::new(t.span().start, t.span().end)))
    };
    match mark {
        '“' | '«' => Quoted::Opens,
        '”' | '»' => Quoted::Closes,
        '"' if inside(i + 1) && (i == 0 || !inside(i - 1)) => Quoted::Opens,
        '"' => Quoted::Closes,
        _ if inside(i) => Quoted::Inside,
        _ => Quoted::Outside,
    }
}

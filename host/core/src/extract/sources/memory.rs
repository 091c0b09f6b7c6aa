//! The sources an article has named, for "he said", "the group said", and names cut short.

use std::ops::Range;

use super::phrase;
use crate::lexicon::Class;
use crate::model::{Basis, Source};
use crate::text::{Doc, TokenKind};

/// The most sources kept: an article that cites more is a list.
const KEPT: usize = 40;

/// A source that was named.
struct Known {
    source: Source,
    /// Its words in small letters, without marks.
    words: Vec<String>,
    /// "SOHR" of "Syrian Observatory for Human Rights".
    initials: String,
    person: bool,
    plural: bool,
    /// Does a word tell the sex: a spokeswoman?
    female: Option<bool>,
    /// One past the last token of its words.
    end: usize,
}

/// Sources named so far, the last at the end.
#[derive(Default)]
pub(in super::super) struct Memory {
    known: Vec<Known>,
}

impl Memory {
    /// Has an institution been cited, which "it" may come back to?
    pub(super) fn knows_institution(&self) -> bool {
        self.known.iter().rev().take(2).any(|k| !k.person)
    }

    /// Keeps a source that the text names, by words that its name may end behind: "the minister, Paul Renn".
    pub(super) fn keep(
        &mut self,
        doc: &Doc<'_>,
        source: &Source,
        tokens: &Range<usize>,
        end: usize,
    ) {
        if source.basis != Basis::Said || doc.is(tokens.start, Class::Pronoun) {
            return;
        }
        if self.known.len() >= KEPT {
            self.known.remove(0);
        }
        let words = tokens.clone().filter(|i| doc.is_kind(*i, TokenKind::Word));
        let capitals = words
            .clone()
            .filter(|i| doc.is_capital(*i) && !doc.is(*i, Class::Determiner));
        let initials = capitals.filter_map(|i| doc.str(i).chars().next()).collect();
        let organised = words.clone().any(|i| doc.is(i, Class::Organisation));
        // The head: of "police spokesman Jon Tam" the spokesman, of "the People's Front" nobody.
        let own = words
            .clone()
            .take_while(|i| *i == tokens.start || !doc.is(*i, Class::Preposition));
        let owned = |i: usize| doc.is(i + 1, Class::Genitive) || phrase::is_owner(doc, i + 1);
        let own = own.filter(|i| !owned(*i));
        let head = own.filter(|i| doc.word(*i).person.is_some()).last();
        let several = |i: usize| {
            let person = doc.word(i).person.as_ref();
            person.is_some_and(|p| p.plural || p.collective)
        };
        // Of "the Doctors' Union" the union, which is one.
        let unowned = || words.clone().filter(|i| !owned(*i));
        let plural = head.map_or_else(|| unowned().any(several), several);
        let titled = words.clone().any(|i| doc.is(i, Class::Title));
        let body = doc.is(tokens.start, Class::Definite) && doc.is_capital(tokens.end - 1);
        let group = matches!(
            source.kind.as_str(),
            "agency" | "media" | "monitor" | "document"
        );
        self.known.push(Known {
            source: source.clone(),
            words: words.map(|i| doc.str(i).to_lowercase()).collect(),
            initials,
            // "The Medics' League": people have no article before their name.
            person: !plural && !group && (titled || !organised && !body),
            plural,
            female: sex(doc, tokens),
            end,
        });
    }

    /// Gives a source that stands for one named before its kind and identity.
    pub(super) fn recall(&self, doc: &Doc<'_>, source: &mut Source, tokens: &Range<usize>) {
        let alone = tokens.len() == 1;
        let (at, head) = (tokens.start, doc.str(tokens.end - 1));
        let singular = alone && doc.is(at, Class::PronounSingular);
        if let Some((who, kind)) = onlooker(doc, at).filter(|_| singular) {
            kind.clone_into(&mut source.kind);
            source.text = doc.words(who.clone()).to_owned();
            source.span = Some(doc.span(who));
            source.basis = Basis::Implied;
            return;
        }
        let found = match () {
            () if alone && doc.is(at, Class::PronounSingular) => self.last(|k| {
                let other = k.female.zip(sex(doc, tokens)).is_some_and(|(a, b)| a != b);
                k.person && !other
            }),
            () if alone && doc.is(at, Class::PronounPlural) => {
                self.last(|k| k.plural).or_else(|| self.last(|k| !k.person))
            }
            () if alone && doc.is(at, Class::Neuter) => self.last(|k| !k.person && !k.plural),
            () if doc.is(at, Class::Definite) && tokens.len() <= 5 => {
                let head = head.to_lowercase();
                self.last(|k| {
                    doc.lexicon.refers_back(&head, &k.source.kind) || k.words.contains(&head)
                })
            }
            () if source.entity.is_none() && is_open(source) && doc.is_capital(tokens.end - 1) => {
                self.short(head)
            }
            () => None,
        };
        if let Some(known) = found {
            let group = doc
                .lexicon
                .refers_back(&head.to_lowercase(), &known.source.kind);
            if is_open(source) || group {
                source.kind.clone_from(&known.source.kind);
            }
            if source.entity.is_none() {
                source.entity.clone_from(&known.source.entity);
            }
            let same = known
                .words
                .last()
                .is_some_and(|w| head.to_lowercase() == *w);
            // Who "he" is can be asked by name.
            let pronoun = alone && doc.is_any(at, &[Class::Pronoun, Class::Neuter]);
            if pronoun && is_nearest(doc, known.end, at) {
                source.text.clone_from(&known.source.text);
                source.span.clone_from(&known.source.span);
            }
            source.basis = if same && !doc.is(at, Class::Pronoun) {
                Basis::Said
            } else {
                Basis::Implied
            };
        }
    }

    fn last(&self, test: impl Fn(&Known) -> bool) -> Option<&Known> {
        self.known.iter().rev().find(|known| test(known))
    }

    /// "Tam" of "Major Jon Tam", "HWC" of "Harbour Watch Committee".
    fn short(&self, name: &str) -> Option<&Known> {
        let lower = name.to_lowercase();
        let acronym = |k: &Known| {
            name.len() > 1 && k.initials.starts_with(name) && k.initials.len() <= name.len() + 1
        };
        self.last(|k| k.words.len() > 1 && k.words.contains(&lower) || acronym(k))
    }
}

/// "A neighbour heard ten shots, she said": who opens the pronoun's own sentence and may speak, and of which kind that is.
fn onlooker<'d>(doc: &Doc<'d>, pronoun: usize) -> Option<(Range<usize>, &'d str)> {
    let first = doc.sentence_of(pronoun)?.tokens.start;
    let end = pronoun.min(first + ONLOOKER);
    let noun = (first..end).find(|i| doc.word(*i).person.as_ref().is_some_and(|p| !p.plural))?;
    let kind = doc.lexicon.source_kind(&doc.str(noun).to_lowercase())?;
    doc.is(first, Class::Indefinite)
        .then_some((first..noun + 1, kind))
}

/// The most tokens of who opens a sentence: "a next-door neighbour".
const ONLOOKER: usize = 5;

/// Is a woman or a man spoken of?
fn sex(doc: &Doc<'_>, tokens: &Range<usize>) -> Option<bool> {
    let told = |i: usize| match (doc.is(i, Class::Female), doc.is(i, Class::Male)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    tokens.clone().find_map(told)
}

/// The most tokens from a source to a pronoun that its name is put in for.
const NAMED_WITHIN: usize = 60;

/// Does nobody else whom the text names stand between a source and the pronoun for it?
fn is_nearest(doc: &Doc<'_>, from: usize, pronoun: usize) -> bool {
    let names = |i: usize| {
        let name = |at: usize| doc.is_capital(at) && doc.is_kind(at, TokenKind::Word);
        let opens = doc.sentence_of(i).is_some_and(|s| s.tokens.start == i);
        name(i) && name(i + 1) && !opens && doc.word(i + 1).time.is_none()
            || opens && name(i) && name(i + 1) && doc.word(i).text.is_empty()
    };
    // "Her brother was wounded. He said": a noun of that sex may be meant.
    let of_sex = |i: usize| {
        let one = doc.word(i).person.as_ref().is_some_and(|p| !p.plural);
        let told = sex(doc, &(i..i + 1));
        one && told.is_some() && told == sex(doc, &(pronoun..pronoun + 1))
    };
    let near = pronoun.saturating_sub(from) <= NAMED_WITHIN;
    near && !(from..pronoun).any(|i| names(i) || of_sex(i))
}

/// Do its own words leave open what kind of source it is?
fn is_open(source: &Source) -> bool {
    source.kind == "person"
}

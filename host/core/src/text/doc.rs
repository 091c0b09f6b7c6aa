use std::ops::Range;

use super::sentence::split_sentences;
use super::token::{Case, Token, TokenKind, tokenize};
use crate::lexicon::{Class, Classes, Lexicon, Word};
use crate::model::{Passage, PassageKind, Span};

/// One sentence: a range of tokens within one passage.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Index into the article's passages.
    pub(crate) passage: usize,
    /// Is most of it written in capitals, so that capitals tell no names? Headlines in title case count too.
    pub(crate) shouted: bool,
    /// The parts that any of its words plays.
    pub(crate) classes: Classes,
}

/// A text with its tokens and sentences.
pub(crate) struct Doc<'a> {
    pub(crate) text: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) passages: &'a [Passage],
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    /// Where somebody is quoted, by position.
    quotations: Vec<Span>,
}

impl<'a> Doc<'a> {
    /// Cuts every passage that is no quotation (those lie inside others) into sentences.
    pub(crate) fn new(text: &'a str, passages: &'a [Passage], lexicon: &'a Lexicon) -> Self {
        let mut doc = Self {
            text,
            lexicon,
            passages,
            tokens: Vec::with_capacity(text.len() / 5),
            sentences: Vec::new(),
            quotations: passages
                .iter()
                .filter(|p| p.kind == PassageKind::Quotation)
                .map(|p| p.span)
                .collect(),
        };
        doc.quotations.sort();
        for (index, passage) in passages.iter().enumerate() {
            if passage.kind == PassageKind::Quotation {
                continue;
            }
            let first = doc.tokens.len();
            tokenize(text, passage.span, lexicon, &mut doc.tokens);
            split_sentences(&doc.tokens, first, text, lexicon, |tokens| {
                let words = &doc.tokens[tokens.clone()];
                let parts = words.iter().map(Token::classes);
                doc.sentences.push(Sentence {
                    passage: index,
                    shouted: is_shouted(words),
                    classes: parts.fold(Classes::default(), Classes::and),
                    tokens,
                });
            });
        }
        doc
    }

    /// Do these words stand within somebody's quoted words?
    pub(crate) fn is_quoted(&self, span: Span) -> bool {
        let before = self.quotations.partition_point(|q| q.start <= span.start);
        // Quotations do not overlap, but for one that runs on over paragraphs.
        self.quotations[before.saturating_sub(2)..before]
            .iter()
            .any(|q| q.contains(span))
    }

    /// The quotations of which some words stand within these.
    pub(crate) fn quotations_in(&self, span: Span) -> impl Iterator<Item = Span> {
        let from = self.quotations.partition_point(|q| q.end <= span.start);
        let rest = self.quotations[from..].iter().copied();
        rest.take_while(move |q| q.start < span.end)
    }

    /// What the lexicon knows of token `i`; an empty word past the end.
    #[inline]
    pub(crate) fn word(&self, i: usize) -> &'a Word {
        self.lexicon.word(
            self.tokens
                .get(i)
                .map_or(crate::lexicon::WordId::UNKNOWN, |t| t.word),
        )
    }

    /// Is token `i` of this class?
    #[inline]
    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.classes(i).has(class)
    }

    /// Is token `i` of any of these classes?
    #[inline]
    pub(crate) fn is_any(&self, i: usize, classes: &[Class]) -> bool {
        self.classes(i).meets(Classes::of(classes))
    }

    #[inline]
    fn classes(&self, i: usize) -> Classes {
        self.tokens
            .get(i)
            .map_or(Classes::default(), Token::classes)
    }

    /// The words of token `i`, as written.
    #[inline]
    pub(crate) fn str(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span().of(self.text))
    }

    /// Is token `i` exactly this mark or word, whatever its case?
    pub(crate) fn says(&self, i: usize, word: &str) -> bool {
        self.str(i).eq_ignore_ascii_case(word)
    }

    /// Is token `i` of this kind?
    #[inline]
    pub(crate) fn is_kind(&self, i: usize, kind: TokenKind) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == kind)
    }

    /// Is token `i` written with a capital?
    #[inline]
    pub(crate) fn is_capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(Token::is_capital)
    }

    /// The bytes from the first to the last of these tokens.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        let last = self.tokens.len().saturating_sub(1);
        if self.tokens.is_empty() || tokens.is_empty() {
            return Span::new(0, 0);
        }
        let (a, b) = (tokens.start.min(last), (tokens.end - 1).min(last));
        Span::new(self.tokens[a].span().start, self.tokens[b].span().end)
    }

    /// The words from the first to the last of these tokens, as written.
    pub(crate) fn words(&self, tokens: Range<usize>) -> &'a str {
        self.span(tokens).of(self.text)
    }

    /// The sentence that holds token `i`.
    pub(crate) fn sentence_of(&self, i: usize) -> Option<&Sentence> {
        let at = self.sentences.partition_point(|s| s.tokens.end <= i);
        self.sentences.get(at).filter(|s| s.tokens.contains(&i))
    }

    /// The kind of passage a sentence stands in.
    pub(crate) fn kind_of(&self, sentence: &Sentence) -> PassageKind {
        self.passages
            .get(sentence.passage)
            .map_or(PassageKind::Paragraph, |p| p.kind)
    }
}

/// Are most of the longer words written with a capital, or all words in capitals?
fn is_shouted(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let long = words
        .clone()
        .filter(|token| token.span().end - token.span().start > 3);
    let (all, capital) = long.fold((0, 0), |(all, capital), token| {
        (all + 1, capital + usize::from(token.is_capital()))
    });
    let upper = words
        .clone()
        .all(|token| token.case == Case::Upper || token.span().end - token.span().start == 1);
    all > 3 && capital * 10 > all * 7 || upper && words.count() > 3
}

//! Who speaks stands behind what else a chunk before the verb of saying holds: the noun of which a clause tells, a figure, the
//! words that open a clause.

use std::ops::Range;

use super::super::steps::figure_end;
use super::{Scene, is_that, nominal};
use crate::lexicon::{Class, Found, Tag};
use crate::text::{Doc, TokenKind};

/// What of these tokens is the source.
pub(super) fn in_its_clause(scene: &Scene<'_>, tokens: Range<usize>) -> Range<usize> {
    let doc = scene.doc;
    opposed(scene, report(scene, head(doc, opener(doc, tokens))))
}

/// "The minister left after the hospital said": whose clause it is.
fn opener(doc: &Doc<'_>, tokens: Range<usize>) -> Range<usize> {
    let opens = |i: &usize| doc.is(*i, Class::Temporal) && !doc.is_capital(*i);
    let last = tokens.end.max(1) - 1;
    let opener = (tokens.start + 1..last.max(tokens.start + 1))
        .rev()
        .find(opens);
    opener.map_or(tokens.clone(), |opener| opener + 1..tokens.end)
}

/// "A figure the army denied": the source is the phrase behind the noun that its clause tells of.
pub(in super::super) fn head(doc: &Doc<'_>, tokens: Range<usize>) -> Range<usize> {
    let before = [
        Class::Preposition,
        Class::Of,
        Class::Coordinator,
        Class::Alternative,
        Class::Determiner,
        Class::Adverb,
        Class::Possessive,
        Class::Comparing,
    ];
    let plain = |i: usize| doc.is_kind(i, TokenKind::Word) && !doc.is_any(i, &before);
    let article = |i: &usize| doc.is_any(*i, &[Class::Definite, Class::Indefinite]);
    let inner = (tokens.start + 1..tokens.end).rev().find(article);
    // "Rebels fighting the government claimed": who does it speaks.
    let gerund = doc.lexicon.endings().participle.as_str();
    let acts = |i: usize| {
        let small = !doc.is_capital(i) && doc.word(i).person.is_none();
        let noun = doc.is_any(
            i - 1,
            &[Class::Definite, Class::Indefinite, Class::Possessive],
        );
        // "After heavy fighting the army": a noun, and nobody who does it.
        let who = [Class::SourceNoun, Class::Organisation];
        let doer = doc.word(i - 1).person.is_some() || doc.is_any(i - 1, &who);
        small && !noun && doer && doc.str(i).ends_with(gerund) && doc.is_kind(i, TokenKind::Word)
    };
    let article_of = (tokens.start + 2..tokens.end).find(article);
    let doing = article_of.map(|i| i - 1).filter(|i| acts(*i));
    if let Some(doing) = doing.filter(|_| doc.word(tokens.start).time.is_none()) {
        return tokens.start..doing;
    }
    inner
        .filter(|i| plain(*i - 1) && !is_that(doc, *i))
        .map_or(tokens.clone(), |i| i..tokens.end)
}

/// "A figure Velez disputed": behind the noun of what somebody says, the name alone speaks.
fn report(scene: &Scene<'_>, tokens: Range<usize>) -> Range<usize> {
    let doc = scene.doc;
    let named = |from: usize| from < tokens.end && (from..tokens.end).all(|i| doc.is_capital(i));
    let mut nouns = tokens.start + 1..tokens.end;
    match nouns.find(|i| nominal::is_report(scene, *i) && named(i + 1)) {
        Some(noun) if doc.is(tokens.start, Class::Indefinite) => noun + 1..tokens.end,
        _ => tokens,
    }
}

/// "Up from the nine police reported": behind another figure, who gave that.
fn opposed(scene: &Scene<'_>, tokens: Range<usize>) -> Range<usize> {
    let versus = |mark: &Found| mark.tag == Tag::Versus;
    let Some(mark) = scene.marks.within(&tokens).find(versus) else {
        return tokens;
    };
    match figure_end(scene.doc, mark.end) {
        Some(end) if end <= tokens.end => end..tokens.end,
        _ => tokens,
    }
}

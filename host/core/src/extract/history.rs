//! Figures of other events, that a sentence tells beside its own: "comes five months after 38 people perished", "after the
//! disputed 2021 vote", "a 2009 stampede left 150 dead".

use std::ops::Range;

use super::Marks;
use crate::lexicon::{Class, Tag, TimeWord, Unit};
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens from "comes" to "after", and from there to what happened.
const REACH: usize = 12;

/// The words that say so.
pub(super) fn past_event(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    words: &Range<usize>,
) -> Option<Range<usize>> {
    long_after(doc, marks, sentence, words).or_else(|| of_a_year(doc, sentence))
}

/// "Comes five months after 38 people perished": weeks or more before.
fn long_after(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    words: &Range<usize>,
) -> Option<Range<usize>> {
    let long = |i: usize| {
        let stretches = [Unit::Week, Unit::Month, Unit::Year, Unit::Decade];
        matches!(doc.word(i).time, Some(TimeWord::Unit(unit)) if stretches.contains(&unit))
    };
    let from = sentence.tokens.start.max(words.start.saturating_sub(REACH));
    let unit = (from..words.start).find(|i| long(*i) && doc.is(*i + 1, Class::ClauseBreak))?;
    let first = sentence.tokens.start.max(unit.saturating_sub(REACH));
    let comes = marks.within(&(first..unit)).find(|m| m.tag == Tag::Comes)?;
    let mark = |i: usize| doc.is_kind(i, TokenKind::Mark) && doc.str(i) != "-";
    let one_clause = !(comes.end..words.start).any(mark);
    one_clause.then_some(comes.start..unit + 2)
}

/// "The disputed 2021 vote", "a 2009 stampede": a year that tells one event from others.
fn of_a_year(doc: &Doc<'_>, sentence: &Sentence) -> Option<Range<usize>> {
    let is_year = |i: usize| {
        let digits = doc.is_kind(i, TokenKind::Number) && doc.str(i).len() == 4;
        digits
            && doc
                .str(i)
                .parse::<u16>()
                .is_ok_and(|year| (1900..2100).contains(&year))
    };
    let determiners = [Class::Indefinite, Class::Definite, Class::Possessive];
    sentence.tokens.clone().find_map(|i| {
        let noun = i + 1;
        let told = is_year(i)
            && doc.is_kind(noun, TokenKind::Word)
            && doc.word(noun).person.is_none()
            && doc.word(noun).thing.is_none()
            && !doc.is_any(
                noun,
                &[
                    Class::Measure,
                    Class::Preposition,
                    Class::ClauseBreak,
                    Class::Be,
                ],
            )
            && !doc.is_capital(noun);
        let back = 1 + usize::from(i > 1 && !doc.is_any(i - 1, &determiners));
        let determiner = i
            .checked_sub(back)
            .filter(|at| *at >= sentence.tokens.start)?;
        (told && doc.is_any(determiner, &determiners)).then_some(determiner..noun + 1)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::claims;

    #[test]
    fn another_event_beside_the_news() {
        for (text, past) in [
            (
                "The sinking comes five months after 38 people perished off Lorne.",
                true,
            ),
            (
                "The raid came less than a year after gunmen killed nine people in Lorne.",
                true,
            ),
            (
                "At least 26 people were killed after the disputed 2021 vote.",
                true,
            ),
            ("A 2009 stampede at the ground left 150 people dead.", true),
            ("Six people were killed in a previous raid.", true),
            (
                "Two days after 11 people were killed, the mine reopened.",
                false,
            ),
            ("Six people were killed in the raid.", false),
            (
                "Soldiers found the 2,000 villagers; six people were killed.",
                false,
            ),
            ("Six people were killed in a 2016 Toyota.", false),
        ] {
            let found = claims(text);
            let killed = found.iter().find(|c| c.predicate == "killed").expect(text);
            assert_eq!(killed.attributes.contains_key("background"), past, "{text}");
        }
    }
}

//! Figures of other events, that a sentence tells beside its own: "comes five months after 38 people perished", "after the
//! disputed 2021 vote", "a 2009 stampede left 150 dead".

use std::ops::Range;

use super::Marks;
use super::build::Setting;
use super::cores::Core;
use super::sources::looks_past;
use super::steps::is_adverb;
use super::when::dates;
use crate::lexicon::{Class, Tag, TimeWord, Unit};
use crate::model::{Basis, Claim, Period};
use crate::text::{Doc, Sentence, TokenKind};
use crate::time::{TimeKind, TimeMention};

/// The most tokens from "comes" to "after", and from there to what happened.
const REACH: usize = 12;
const AFTER: usize = 24;

/// Days before the report from which on a deed is not its news.
const PAST_DAYS: i32 = 10;

impl Setting<'_> {
    /// "In July rebels mined a coach. Fifteen cadets were wounded": the time of a deed long past, of which the sentence goes on
    /// to tell without a time of its own.
    pub(super) fn of_deed_before(&self, core: &Core) -> Option<Period> {
        let written = self.article.published.as_ref()?.date;
        core.quantity.as_ref()?;
        let told = self.deed_before()?;
        let days = told.period.last_day()?.until(written).ok()?.get_days();
        (days > PAST_DAYS).then(|| Period {
            basis: Basis::Implied,
            ..told.period.clone()
        })
    }

    /// The one time of the sentence before, which tells of a deed, where this one goes on about it.
    fn deed_before(&self) -> Option<&TimeMention> {
        let doc = self.doc();
        let before = &doc.sentences[self.index.checked_sub(1)?];
        let own = self.read.times_in(&self.sentence.tokens);
        let mut times = self
            .read
            .times_in(&before.tokens)
            .iter()
            .filter(|t| dates(t));
        let only = times.next().filter(|_| times.next().is_none())?;
        // "It was the first raid since January" is not of January.
        if only.kind != TimeKind::Point {
            return None;
        }
        // "The island was hit in September. That quake killed six in September".
        let timeless = own.iter().all(|t| t.period.text == only.period.text);
        let told = before.classes.has(Class::Trigger) || before.classes.has(Class::Deed);
        let goes_on = before.passage == self.sentence.passage && self.goes_on();
        (timeless && told && goes_on).then_some(only)
    }

    /// Does the sentence begin with a pronoun or a figure, and not with a deed of its own: "It hurt 50", "Six were killed"?
    fn goes_on(&self) -> bool {
        let doc = self.doc();
        let first = self.sentence.tokens.start;
        let pronouns = [Class::Neuter, Class::Pronoun, Class::PronounPlural];
        let that = doc.is(first, Class::Definite) && doc.is(first, Class::Relative);
        let opens = doc.is_any(first, &pronouns) || that;
        let figure = self.read.amounts.iter().any(|a| a.tokens.start == first);
        opens || figure
    }

    /// The words by which the sentence before dates another deed, of which this one goes on to tell, in a text without a
    /// date: "The last quake was in February. It killed 612".
    pub(super) fn of_another_deed(&self, claim: &Claim) -> Option<String> {
        let doc = self.doc();
        if self.article.published.is_some() || claim.quantity.is_none() {
            return None;
        }
        let told = self.deed_before()?;
        let named = told.tokens.start;
        let month = told.tokens.len() == 1 && doc.is(named, Class::Month) && doc.is_capital(named);
        let marks = self.read.marks.within(&told.tokens);
        let past = marks.into_iter().any(|m| m.tag == Tag::Background);
        (month || past).then(|| told.period.text.to_lowercase())
    }
}

/// The words that say so.
pub(super) fn past_event(
    doc: &Doc<'_>,
    marks: &Marks,
    sentence: &Sentence,
    words: &Range<usize>,
) -> Option<Range<usize>> {
    let of_a_year = || of_a_year(doc, sentence).filter(|year| !is_set_aside(doc, year, words));
    long_after(doc, marks, sentence, words).or_else(of_a_year)
}

/// The most tokens from "has" back to what has done it, and from there to the harm.
const LASTING: usize = 14;

/// "The war has left 1,000 dead", "The war began in May. It has left 1,000 dead": the words for what lasts, of a figure that is
/// a running total.
pub(super) fn lasting_total(
    doc: &Doc<'_>,
    marks: &Marks,
    index: usize,
    trigger: usize,
) -> Option<Range<usize>> {
    let sentence = &doc.sentences[index];
    let from = sentence.tokens.start.max(trigger.saturating_sub(LASTING));
    let has = (from..trigger).rev().find(|i| doc.is(*i, Class::Have))?;
    // "The conflict has eased, but a bomb killed six": another verb's.
    let parts =
        |i: usize| doc.str(i) == "," || doc.is_any(i, &[Class::ClauseBreak, Class::Coordinator]);
    if (has..trigger).any(parts) {
        return None;
    }
    let first = sentence.tokens.start;
    let it = has == first + 1 && doc.is(has - 1, Class::Neuter);
    let before = index.checked_sub(1).map(|at| &doc.sentences[at]);
    match before.filter(|before| it && before.passage == sentence.passage) {
        Some(before) => {
            let start = before.tokens.start;
            lasting(doc, marks, start..before.tokens.end.min(start + LASTING))
        }
        None => lasting(doc, marks, first.max(has.saturating_sub(LASTING))..has),
    }
}

/// The noun for what lasts, as the head of a subject: neither "the war minister" nor "Monday's uprising".
fn lasting(doc: &Doc<'_>, marks: &Marks, subject: Range<usize>) -> Option<Range<usize>> {
    let opens = [Class::Preposition, Class::Relative, Class::Be, Class::Have];
    let head = |i: usize| {
        let verb = looks_past(doc, i) || doc.word(i).speech.verb.is_some();
        doc.is_any(i, &opens) || doc.is_kind(i, TokenKind::Mark) || is_adverb(doc, i) || verb
    };
    let dated = subject.clone().any(|i| doc.is(i, Class::Weekday));
    let named = marks
        .within(&subject)
        .filter(|m| m.tag == Tag::Lasting && head(m.end));
    named.last().filter(|_| !dated).map(|m| m.start..m.end)
}

/// "The recently murdered senator": a death told of as known already.
pub(super) fn recent_death(
    doc: &Doc<'_>,
    marks: &Marks,
    trigger: &Range<usize>,
) -> Option<Range<usize>> {
    let mark = marks
        .ending_at(trigger.start)
        .find(|m| m.tag == Tag::Recent)?;
    let determined =
        mark.start > 0 && doc.is_any(mark.start - 1, &[Class::Determiner, Class::Possessive]);
    let next = trigger.end;
    let person =
        doc.word(next).person.is_some() || doc.is_capital(next) || doc.is(next, Class::Title);
    (determined && person).then_some(mark.start..trigger.end)
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
    let from = sentence.tokens.start.max(words.start.saturating_sub(AFTER));
    let unit = (from..words.start).find(|i| long(*i) && doc.is(*i + 1, Class::ClauseBreak))?;
    let first = sentence.tokens.start.max(unit.saturating_sub(REACH));
    let comes = marks.within(&(first..unit)).find(|m| m.tag == Tag::Comes)?;
    // "Weeks after a driver in Torvel, Osk, shot eight": a name's commas part no clause.
    let mark = |i: usize| {
        let of_name =
            doc.str(i) == "," && doc.is_capital(i - 1) && !doc.is(i + 1, Class::Coordinator);
        doc.is_kind(i, TokenKind::Mark) && doc.str(i) != "-" && doc.str(i) != "." && !of_name
    };
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

/// "Unlike the 2019 attack, which killed 40, Friday's hurt nobody": what stands behind the clause on the other event is news.
fn is_set_aside(doc: &Doc<'_>, year: &Range<usize>, words: &Range<usize>) -> bool {
    let set_beside = year
        .start
        .checked_sub(1)
        .is_some_and(|i| doc.is(i, Class::Preposition));
    let opens = doc.str(year.end) == "," && doc.is(year.end + 1, Class::Relative);
    let mut behind = year.end + 1..words.start;
    set_beside && opens && behind.any(|i| doc.str(i) == ",")
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
                "The war in Ardal began in May. It has left at least 1,000 people dead.",
                true,
            ),
            (
                "The offensive, which has killed 2,000 people, went on.",
                true,
            ),
            ("The quake in Ardal has killed 50 people.", false),
            ("The war minister has said six people were killed.", false),
            (
                "A bomb went off near the war memorial. It has killed six people.",
                false,
            ),
            (
                "The conflict has eased, but a bomb in Osk killed six people.",
                false,
            ),
            (
                "It was the first attack since January. Nine people were killed.",
                false,
            ),
            (
                "Last year, Osk was quiet, but six people were killed on Monday.",
                false,
            ),
            (
                "Earlier this year, Amy Bell, a clerk, was charged in a spree that left three people dead.",
                true,
            ),
            (
                "It came just weeks after a driver who had robbed an Osk, Ardal, shop killed eight people.",
                true,
            ),
            (
                "The isle was hit by a quake in September. That quake killed six people in September.",
                true,
            ),
            (
                "The recently murdered senator Luis Gal led the party.",
                true,
            ),
            (
                "The last quake in the south was in February. It killed 612 people.",
                true,
            ),
            (
                "A quake struck the south on Monday. It killed 612 people.",
                false,
            ),
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

    #[test]
    fn what_is_set_beside_another_event_is_news() {
        for (text, past) in [
            (
                "The 2019 raid, which was claimed by rebels, killed six people.",
                true,
            ),
            (
                "Unlike the 2019 raid, which was at night, Friday's killed six people.",
                false,
            ),
        ] {
            let found = claims(text);
            let killed = found.iter().find(|c| c.predicate == "killed");
            let killed = killed.expect("somebody was killed");
            assert_eq!(killed.attributes.contains_key("background"), past, "{text}");
        }
    }
}

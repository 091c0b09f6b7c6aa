//! Persons told by name and age, whatever else is said of them: "Jane Doe, 34,", "34-year-old Jane Doe". Reports that give
//! one name two ages, or one age two spellings, are compared by it.

use std::ops::Range;

use super::Marks;
use super::build::Setting;
use super::cores::Core;
use super::ids::claim_id;
use super::names::{cased_name, may_be_name};
use super::sources::source_of;
use crate::lexicon::Class;
use crate::model::{Basis, Certainty, Claim, Party, PassageKind, Source};
use crate::text::{Doc, Sentence, TokenKind};

/// The predicate of such claims.
const AGED: &str = "aged";
/// The oldest that somebody is taken to be.
const OLDEST: u32 = 115;
/// The most words of a name before its age; a longer run of capitals is a list or a headline.
const LONGEST: usize = 6;
/// The most words of a nickname.
const NICKNAME: usize = 2;

/// A name and its age.
pub(super) struct Aged {
    name: Range<usize>,
    /// Where the age stands.
    at: usize,
    years: u32,
}

/// Everybody whom a sentence tells by name and age, by position.
pub(super) fn aged<'a>(
    doc: &'a Doc<'_>,
    sentence: &'a Sentence,
) -> impl Iterator<Item = Aged> + use<'a> {
    // In a headline every word may be a capital; in a text a sentence of names has few others.
    let headline = sentence.shouted && doc.kind_of(sentence) == PassageKind::Headline;
    let numbers = sentence
        .tokens
        .clone()
        .filter(move |i| !headline && doc.is_kind(*i, TokenKind::Number));
    numbers.filter_map(|at| {
        let years = doc.str(at).parse().ok().filter(|age| *age <= OLDEST)?;
        let name = behind(doc, sentence, at).or_else(|| before(doc, sentence, at))?;
        Some(Aged { name, at, years })
    })
}

/// "34-year-old Jane Doe", "34-year-old driver Jane Doe".
fn behind(doc: &Doc<'_>, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let unit = at + 1 + usize::from(doc.str(at + 1) == "-");
    // "34-year old" in two words.
    let unit = unit + usize::from(doc.is(unit, Class::Measure) && !doc.is(unit, Class::Infancy));
    let in_years = doc.is(unit, Class::Aged) && !doc.is(unit, Class::Infancy);
    let noun = usize::from(doc.word(unit + 1).person.is_some() && !doc.is_capital(unit + 1));
    let start = unit + 1 + noun;
    let end = nicknamed(doc, sentence, start).or_else(|| cased_name(doc, sentence, start));
    let end = end.filter(|_| in_years);
    let told_before = || full_name(doc, start).filter(|_| in_years);
    end.map(|end| start..end).or_else(told_before)
}

/// The most tokens before a last name among which the full one is looked for.
const LOOK_BACK: usize = 1_000;

/// The one full name that the text gives before of whom it calls by the last name at `i`: "Villar, 57,", behind "Hector Villar".
fn full_name(doc: &Doc<'_>, i: usize) -> Option<Range<usize>> {
    let last = doc.str(i);
    let is_name = |at: usize| may_be_name(doc, at) && doc.word(at).person.is_none();
    let full = |at: &usize| {
        let first = *at - 1;
        let one_sentence = doc
            .sentence_of(*at)
            .is_some_and(|s| s.tokens.contains(&first));
        let given = !doc.is_any(first, &[Class::Title, Class::Direction]);
        one_sentence && is_name(first) && given
    };
    if !is_name(i) || may_be_name(doc, i + 1) {
        return None;
    }
    let from = i.saturating_sub(LOOK_BACK).max(1);
    let mut found = (from..i).filter(|at| doc.str(*at) == last).filter(full);
    let first = found.next()?;
    // Of "Ana Mendes" and "Luis Mendes" either may be meant.
    let one = found.all(|at| doc.str(at - 1) == doc.str(first - 1));
    one.then_some(first - 1..first + 1)
}

/// One past a name with a nickname in it: "Jane “Jay” Doe".
fn nicknamed(doc: &Doc<'_>, sentence: &Sentence, start: usize) -> Option<usize> {
    let names = |from: usize| {
        let words =
            (from..sentence.tokens.end.min(from + LONGEST)).take_while(|i| may_be_name(doc, *i));
        words.last().map(|last| last + 1)
    };
    names(past_nickname(doc, names(start)?)?)
}

/// Past "“Jay”" from its opening mark on.
fn past_nickname(doc: &Doc<'_>, open: usize) -> Option<usize> {
    let close = (open + 2..=open + 1 + NICKNAME).find(|i| is_quote(doc, *i))?;
    let named = (open + 1..close).all(|i| doc.is_kind(i, TokenKind::Word) && doc.is_capital(i));
    (is_quote(doc, open) && named).then_some(close + 1)
}

/// The opening mark of the nickname that ends just before `end`.
fn nickname_before(doc: &Doc<'_>, first: usize, end: usize) -> Option<usize> {
    let from = first.max(end.saturating_sub(NICKNAME + 2));
    (from..end).find(|open| past_nickname(doc, *open) == Some(end))
}

fn is_quote(doc: &Doc<'_>, i: usize) -> bool {
    matches!(doc.str(i), "\"" | "“" | "”" | "'" | "‘" | "’")
}

/// "Jane Doe, 34,", "Jane Doe Jr., 34,", "Jane Doe (34)", "Jane Doe, age 34,".
fn before(doc: &Doc<'_>, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let closes = at + 1 >= sentence.tokens.end
        || matches!(doc.str(at + 1), "," | "." | ")" | ";")
        || doc.is_any(at + 1, &[Class::Of, Class::Be, Class::Coordinator]);
    let first = sentence.tokens.start;
    let mark = at.checked_sub(1 + usize::from(at > first && doc.is(at - 1, Class::Label)))?;
    if !closes || mark <= first || !matches!(doc.str(mark), "," | "(") {
        return None;
    }
    let end = without_suffix(doc, first, mark);
    let mut start = end;
    while start > first && end - start < LONGEST {
        let nickname = nickname_before(doc, first, start).filter(|_| start < end);
        match nickname {
            Some(open) => start = open,
            None if continues(doc, first, start - 1) => start -= 1,
            None => break,
        }
    }
    // "Survivor Rosa Mendes" at the head of a sentence.
    let described = |i: usize| i == first && doc.word(i).person.is_some() && end - i > 2;
    while start < end
        && (doc.is(start, Class::Title) || !may_be_name(doc, start) || described(start))
    {
        if is_quote(doc, start) {
            // A nickname alone in front.
            return None;
        }
        start += 1;
    }
    let words = (start..end).filter(|i| doc.is_kind(*i, TokenKind::Word));
    match words.count() {
        0 => None,
        1 => full_name(doc, end - 1),
        _ => Some(start..end),
    }
}

/// "Doe Jr.", "Doe, Sr.": without what tells a son from his father.
fn without_suffix(doc: &Doc<'_>, first: usize, end: usize) -> usize {
    let word = end - usize::from(doc.str(end - 1) == ".");
    let short = word > first + 2 && doc.is(word - 1, Class::Abbreviation);
    match short {
        true => word - 1 - usize::from(doc.str(word - 2) == ","),
        false => end,
    }
}

/// A word of a name, the point of an initial, "de la".
fn continues(doc: &Doc<'_>, first: usize, i: usize) -> bool {
    let initial = || doc.str(i) == "." && i > first && doc.str(i - 1).len() == 1;
    may_be_name(doc, i) || doc.is(i, Class::NameParticle) || initial()
}

impl Aged {
    /// The name and the years: what a text need not be told of twice.
    pub(super) fn who<'t>(&self, doc: &Doc<'t>) -> (&'t str, u32) {
        (doc.words(self.name.clone()), self.years)
    }

    /// The name without a nickname, which other reports leave out.
    fn plain_name(&self, doc: &Doc<'_>) -> String {
        let open = self.name.clone().find(|i| past_nickname(doc, *i).is_some());
        let Some((open, past)) = open.and_then(|open| Some((open, past_nickname(doc, open)?)))
        else {
            return doc.words(self.name.clone()).to_owned();
        };
        let (given, family) = (self.name.start..open, past..self.name.end);
        format!("{} {}", doc.words(given), doc.words(family))
    }
}

/// The most tokens of who names somebody: "named by the county sheriff as".
const NAMER: usize = 8;

/// "The attacker, named by the sheriff as 24-year-old Jon Tam, fired, witnesses said": the sheriff's word.
fn named_by(doc: &Doc<'_>, marks: &Marks, sentence: &Sentence, name: usize) -> Option<Source> {
    let end = name.checked_sub(1).filter(|i| doc.says(*i, "as"))?;
    let first = sentence.tokens.start.max(end.saturating_sub(NAMER));
    let by = (first + 1..end).rev().find(|i| doc.is(*i, Class::By))?;
    let names = doc.is(by - 1, Class::Aftermath) || doc.says(by - 1, "named");
    let who = by + 1..end;
    let plain = who.clone().all(|i| doc.is_kind(i, TokenKind::Word));
    (names && plain && !who.is_empty()).then(|| source_of(doc, marks, &who, &(by - 1..by + 1)))
}

impl Setting<'_> {
    /// That somebody is of an age.
    pub(super) fn person_claim(&self, told: &Aged) -> Claim {
        let doc = self.doc();
        let words = told.name.start.min(told.at)..told.name.end.max(told.at + 1);
        let mut party = Party::named(told.plain_name(doc), Basis::Said);
        party.span = Some(doc.span(told.name.clone()));
        let core = Core {
            population: Some(party),
            ..Core::plain(AGED, told.at..told.at + 1, words)
        };
        let begins = core.words.start;
        let mut claim = self.detail_claim(core);
        if let Some(source) = named_by(doc, &self.read.marks, self.sentence, begins) {
            claim.attribution = vec![source];
            claim.certainty = Certainty::Reported;
        }
        claim
            .attributes
            .insert("age".to_owned(), told.years.to_string());
        claim.id = claim_id(&self.article.id, &claim, claim.span.of(doc.text));
        claim
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::claims;

    #[test]
    fn names_with_their_ages() {
        let told = |text: &str| {
            let found = claims(text);
            let aged = found.iter().filter(|c| c.predicate == super::AGED);
            let one = |c: &crate::model::Claim| {
                let name = c.population.as_ref().map_or("", |p| p.text.as_str());
                format!("{name} {}", c.attributes["age"])
            };
            aged.map(one).collect::<Vec<_>>().join("; ")
        };
        for (text, expected) in [
            (
                "Police named Jane Harbell, 34, as the driver.",
                "Jane Harbell 34",
            ),
            (
                "Jane Harbell Jr., 34, of Torvel was there.",
                "Jane Harbell 34",
            ),
            ("Jane M. Harbell (34) was there.", "Jane M. Harbell 34"),
            ("Jane Harbell, age 34, was there.", "Jane Harbell 34"),
            ("The 34-year-old Jane Harbell was there.", "Jane Harbell 34"),
            (
                "The 34 year-old driver Jane Harbell was there.",
                "Jane Harbell 34",
            ),
            (
                "Jane Harbell, 34, and Tom Moss, 9, were there.",
                "Jane Harbell 34; Tom Moss 9",
            ),
            ("Jane Harbell, 34. Jane Harbell, 34.", "Jane Harbell 34"),
            ("The 34-year old Jane Harbell was there.", "Jane Harbell 34"),
            (
                "Jane “Jay” Harbell, 34, was there with 9-year-old Tom 'Big Tee' Moss.",
                "Jane Harbell 34; Tom Moss 9",
            ),
            ("The 9-month-old Jane Harbell was there.", ""),
            ("Harbell, 34, was there.", ""),
            (
                "The mill belongs to Jane Harbell. Harbell, 34, was there.",
                "Jane Harbell 34",
            ),
            (
                "They spoke to Jane Harbell. The 34-year-old Harbell was there.",
                "Jane Harbell 34",
            ),
            ("Survivor Jane Harbell, 34, was there.", "Jane Harbell 34"),
            (
                "Ana Harbell spoke to Tom Harbell. Harbell, 34, was there.",
                "",
            ),
            (
                "They met in Lower Torvel. Torvel, 34 miles off, was there.",
                "",
            ),
            ("Jane Harbell, 34 miles away, was there.", ""),
            ("On Monday, 12, 13 and 14 were drawn.", ""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}

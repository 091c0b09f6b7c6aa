//! One statement, quoted in other words.

mod diff;

use std::collections::BTreeSet;

use diff::{Hunk, Weight, count, gap, hunks, is_edited, shown, weigh, words};
use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Predicates that give somebody's own words.
        pub statements: Vec<String> = ["stated"],
        /// Words whose absence changes little.
        pub small: Vec<String> = [
            "a", "an", "the", "and", "that", "is", "are", "was", "were", "be", "has", "have", "had", "to", "of", "in", "on",
            "so", "well", "just", "uh", "it", "this", "these", "those",
        ],
        /// An ending and the word it stands for.
        pub short_forms: Vec<String> = [
            "won't will not", "can't can not", "cannot can not", "n't not", "'re are", "'ve have", "'ll will", "'m am", "'s is", "'d would",
        ],
        /// Of so many letters one may differ in two spellings of a word.
        pub letters_a_slip: Decimal = dec!(5),
        /// The most words at the end of two quotations that are one statement in other words.
        pub end: Decimal = dec!(3),
        /// The most words of a difference: with more of them the two are perhaps not one statement.
        pub longest: Decimal = dec!(7),
        /// Words that make another of what they stand in or for, however alike they are spelt.
        pub distinct: Vec<String> = [
            "with", "without", "could", "would", "should", "no", "not", "now", "none", "never", "ever", "six", "sixty", "seven",
            "seventy", "eight", "eighty", "nine", "ninety", "four", "forty", "fourteen", "sixteen", "seventeen", "eighteen",
            "nineteen", "million", "billion", "he", "she", "his", "her", "they", "we",
        ],
        /// Marks of words left out.
        pub marks: Vec<String> = ["…", "...", ". . ."],
    }
}

/// Words printed on either side of a difference.
const AROUND: usize = 3;

/// One speaker, one statement, two wordings.
pub struct Quotation;

impl Rule for Quotation {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "quotation",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets quote one statement in different words",
        manual: include_str!("../MANUAL.md"),
        predicates: &["stated"],
        codes: &[
            (
                "words-differ",
                "another word, or one left out without a mark",
            ),
            ("wording-differs", "small words or forms only"),
        ],
        words: &[
            (
                "said",
                "{whose.source}, quoted in two ways: “{first_words}” in {first.outlet}, “{second_words}” in {second.outlet}",
            ),
            (
                "somebody",
                "One statement, quoted in two ways: “{first_words}” in {first.outlet}, “{second_words}” in {second.outlet}",
            ),
            (
                "why",
                "quotation marks promise the words as spoken: one of the two was shortened, misheard or mended, unless it was said twice",
            ),
            ("small", "only small words or forms differ"),
            (
                "ask",
                "is there a recording or a transcript, and what are the words in it?",
            ),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut found = Vec::new();
        for alignment in &event.alignments {
            let mut statements = Statements::default();
            let pairs = alignment.compared(event);
            let mut told: Vec<Told> = pairs.filter_map(|pair| told(&pair, settings)).collect();
            // Of three outlets that quote one statement the plainest difference is told.
            told.sort_by_key(|told| std::cmp::Reverse(told.weight));
            for told in told {
                if statements.is_new(told.claims) {
                    found.push(told.finding(event));
                }
            }
        }
        Ok(found)
    }
}

/// The quotations that were told of.
#[derive(Default)]
struct Statements {
    told: BTreeSet<u32>,
}

impl Statements {
    /// Is neither of them told of yet? They are from now on.
    fn is_new(&mut self, claims: [u32; 2]) -> bool {
        let new = claims.iter().all(|id| !self.told.contains(id));
        self.told.extend(claims);
        new
    }
}

/// A difference between two quotations.
struct Told {
    claims: [u32; 2],
    weight: Weight,
    /// The words of both around the first such difference.
    words: [String; 2],
    /// The one of which the text tells who speaks.
    whose: Option<u32>,
}

/// What two quotations of one statement differ in, if it is worth a word.
fn told(compared: &Compared<'_>, settings: &Settings) -> Option<Told> {
    let (left, right) = (compared.left, compared.right);
    let statement =
        settings.statements.has(&left.predicate) && compared.pair.object == Extent::Overlap;
    if !statement || compared.within_one_article() || !may_be_one_speaker(compared) {
        return None;
    }
    // "It ’ s", as some pages cut words.
    let quotes = [left, right].map(|claim| claim.quote.replace(" ’ ", "’"));
    let [one, other] = quotes
        .each_ref()
        .map(|quote| words(quote, &settings.short_forms));
    // What is left out behind a mark is no difference.
    let has_mark = |gap: &str| {
        settings
            .marks
            .iter()
            .any(|mark| gap.contains(mark.as_str()))
    };
    let found = hunks(&one, &other, settings.end);
    let long = |hunk: &Hunk| count(hunk.left.len().max(hunk.right.len())) > settings.longest;
    if found.iter().any(long) {
        return None;
    }
    let is_marked = |hunk: &Hunk| {
        let left_out = hunk.left.is_empty() && has_mark(gap(&quotes[0], &one, hunk.left.start));
        let cut = left_out
            || hunk.right.is_empty() && has_mark(gap(&quotes[1], &other, hunk.right.start));
        cut || is_edited(hunk, &one, &other)
    };
    let weighed = found
        .into_iter()
        .filter(|hunk| !is_marked(hunk))
        .map(|hunk| (weigh(&hunk, &one, &other, settings), hunk));
    // The first of the weightiest.
    let (weight, hunk) = weighed.rev().max_by_key(|(weight, _)| *weight)?;
    let pair = compared.pair;
    let resolved = |claim: &Claim| claim.speaker().is_some();
    (weight > Weight::Spelling).then(|| Told {
        claims: [pair.left, pair.right],
        weight,
        words: [
            shown(&quotes[0], &one, &hunk.left, AROUND).to_owned(),
            shown(&quotes[1], &other, &hunk.right, AROUND).to_owned(),
        ],
        // "He" here and a name there, "police" and "a resident": the memo's lines of evidence say who each is.
        whose: (resolved(left) && resolved(right) && is_one(left, right)).then_some(pair.left),
    })
}

/// Are both told by one name, or in the same words?
fn is_one(left: &Claim, right: &Claim) -> bool {
    let words = |claim: &Claim| claim.speaker().map(|s| s.text.to_lowercase());
    let names = last_name(left).zip(last_name(right));
    names.is_some_and(|(one, other)| one == other) || words(left) == words(right)
}

/// The last word of the speaker, if that is a name.
fn last_name(claim: &Claim) -> Option<String> {
    let name = claim.speaker()?.text.split_whitespace().last()?.to_owned();
    name.starts_with(char::is_uppercase).then_some(name)
}

/// May both be the words of one person or body? Not of two who are both named.
fn may_be_one_speaker(compared: &Compared<'_>) -> bool {
    let origin = compared.pair.origin;
    match (last_name(compared.left), last_name(compared.right)) {
        (Some(one), Some(other)) => one == other || origin == Sameness::Same,
        // "The mayor" and "Ana Lund".
        _ => true,
    }
}

impl Told {
    fn finding(self, event: &Event) -> Finding {
        let [left, right] = self.claims;
        let [first_words, second_words] = self.words;
        let message = match self.whose {
            Some(whose) => phrase("said").claim("whose", whose),
            None => phrase("somebody"),
        };
        let message = message
            .claim("first", left)
            .claim("second", right)
            .text("first_words", first_words)
            .text("second_words", second_words);
        if self.weight == Weight::Wording {
            let made = finding("wording-differs", Verdict::Compatible, self.claims, message);
            return made.because(phrase("small"));
        }
        let made = finding("words-differ", Verdict::Undetermined, self.claims, message);
        self.claims
            .into_iter()
            .fold(made.because(phrase("why")), |made, id| {
                made.missing(id, "words as spoken")
                    .ask_article(event.claim(id).article, phrase("ask"))
            })
    }
}

export!(Quotation);

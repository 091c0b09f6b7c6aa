//! One statement, quoted in other words.

mod diff;

use std::collections::BTreeMap;

use diff::{Hunk, Weight, count, hunks, is_edited, shown, weigh, words};
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
                "One speaker, quoted in two ways: “{first_words}” in {first.outlet}, “{second_words}” in {second.outlet}",
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

/// Which quotations are known to be one statement, by the first of them.
#[derive(Default)]
struct Statements {
    first: BTreeMap<u32, u32>,
}

impl Statements {
    /// Is neither of them told of yet? They are one statement from now on.
    fn is_new(&mut self, [left, right]: [u32; 2]) -> bool {
        let known = [left, right].map(|id| self.first.get(&id).copied());
        let first = known.into_iter().flatten().next();
        for id in [left, right] {
            self.first.insert(id, first.unwrap_or(left));
        }
        first.is_none()
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
    let has_mark = |quote: &String| settings.marks.iter().any(|m| quote.contains(m.as_str()));
    let [cuts_left, cuts_right] = quotes.each_ref().map(has_mark);
    let found = hunks(&one, &other, settings.end);
    let long = |hunk: &Hunk| count(hunk.left.len().max(hunk.right.len())) > settings.longest;
    if found.iter().any(long) {
        return None;
    }
    let is_marked = |hunk: &Hunk| {
        let cut = hunk.left.is_empty() && cuts_left || hunk.right.is_empty() && cuts_right;
        cut || is_edited(hunk, &one, &other)
    };
    let weighed = found
        .into_iter()
        .filter(|hunk| !is_marked(hunk))
        .map(|hunk| (weigh(&hunk, &one, &other, settings), hunk));
    // The first of the weightiest.
    let (weight, hunk) = weighed.rev().max_by_key(|(weight, _)| *weight)?;
    let pair = compared.pair;
    let resolved = |claim: &Claim| claim.nearest_source().is_some();
    (weight > Weight::Spelling).then(|| Told {
        claims: [pair.left, pair.right],
        weight,
        words: [
            shown(&quotes[0], &one, &hunk.left, AROUND).to_owned(),
            shown(&quotes[1], &other, &hunk.right, AROUND).to_owned(),
        ],
        whose: match (resolved(left), resolved(right)) {
            (true, _) => Some(pair.left),
            (false, true) => Some(pair.right),
            (false, false) => None,
        },
    })
}

/// May both be the words of one person or body? Not of two who are both named.
fn may_be_one_speaker(compared: &Compared<'_>) -> bool {
    let last = |claim: &Claim| {
        let name = claim
            .nearest_source()?
            .text
            .split_whitespace()
            .last()?
            .to_owned();
        name.starts_with(char::is_uppercase).then_some(name)
    };
    match (last(compared.left), last(compared.right)) {
        (Some(one), Some(other)) => one == other || compared.pair.origin == Sameness::Same,
        _ => compared.pair.origin != Sameness::Different,
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

//! What most outlets report and one leaves out.

use std::collections::BTreeSet;

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What matters enough to be missed.
        pub material: Vec<String> = ["killed", "wounded", "missing", "captured", "claimed-responsibility", "denied-responsibility"],
        /// Where at least one of them must tell it: what stands further down in all is background.
        pub prominent: Vec<String> = ["headline", "lead"],
        /// The share of the event's articles that report it.
        pub most: Decimal = dec!(0.6),
        /// Articles an event must have.
        pub least_articles: Decimal = dec!(3),
        /// Words below which an article is too short to be asked for more.
        pub least_words: Decimal = dec!(120),
        /// The most claims that a note cites.
        pub most_claims: Decimal = dec!(4),
    }
}

/// Left out by one.
pub struct Omission;

impl Rule for Omission {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "omission",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Most outlets report it, one has no word of it",
        manual: include_str!("../MANUAL.md"),
        // The settings name them.
        predicates: &[],
        codes: &[("left-out", "one outlet has no word of it")],
        words: &[
            (
                "left-out",
                "{topic}: reported by {told} of {all}, no word of it in {silent}",
            ),
            (
                "why",
                "not stated is not zero; it may be shorter or earlier than the rest",
            ),
            ("ask", "was it known when this was written?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let all = count(event.articles.len());
        if all < settings.least_articles {
            return Ok(Vec::new());
        }
        // A claim that is lined up under two topics is told under the first.
        let mut known = BTreeSet::new();
        let alignments = event.alignments.iter();
        let found = alignments.filter_map(|alignment| {
            let new = |id: &u32| !known.contains(id);
            let claims: Vec<u32> = alignment.claims.iter().copied().filter(new).collect();
            known.extend(claims.iter().copied());
            left_out(event, (alignment, &claims), settings)
        });
        Ok(found.collect())
    }
}

fn count(number: usize) -> Decimal {
    Decimal::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// A matter that most articles report and of which just one, long enough, has no word.
fn left_out(
    event: &Event,
    (alignment, claims): (&Alignment, &[u32]),
    settings: &Settings,
) -> Option<Finding> {
    let material = |id: &&u32| {
        let claim = event.claim(**id);
        settings.material.has(&claim.predicate)
            && claim.polarity == Polarity::Affirmed
            && claim.exact() != Some(Decimal::ZERO)
    };
    let told: Vec<u32> = claims.iter().filter(material).copied().collect();
    let is_news = |id: &u32| settings.prominent.has(&event.claim(*id).passage);
    if !told.iter().any(is_news) {
        return None;
    }
    let first = *told.first()?;
    let articles: BTreeSet<u32> = told.iter().map(|id| event.claim(*id).article).collect();
    let silent = silent_in(event, first);
    let [silent] = silent.as_slice() else {
        return None;
    };
    let all = count(event.articles.len());
    let words = Decimal::from(event.articles[*silent as usize].words);
    let most = count(articles.len()).cmp_times(settings.most, all).is_ge();
    if !most || words < settings.least_words || articles.contains(silent) {
        return None;
    }
    let mut seen = BTreeSet::new();
    let one_each = told
        .into_iter()
        .filter(|id| seen.insert(event.claim(*id).article));
    let within = |n: u32| Decimal::from(n) < settings.most_claims;
    let cited = (0_u32..)
        .zip(one_each)
        .take_while(|(n, _)| within(*n))
        .map(|(_, id)| id);
    let message = phrase("left-out")
        .text("topic", alignment.topic.as_ref())
        .number("told", count(articles.len()))
        .number("all", all)
        .article("silent", *silent);
    let made = finding("left-out", Verdict::Compatible, cited, message).because(phrase("why"));
    Some(made.ask_article(*silent, phrase("ask")))
}

/// The articles that have no word of a claim's matter, as the host knows their texts.
fn silent_in(event: &Event, claim: u32) -> Vec<u32> {
    let told = event
        .claim(claim)
        .attribute("silent-in")
        .unwrap_or_default();
    let known = |article: &u32| (*article as usize) < event.articles.len();
    told.split(' ')
        .filter_map(|index| index.parse().ok())
        .filter(known)
        .collect()
}

export!(Omission);

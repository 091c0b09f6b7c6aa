//! One article against itself: a headline that the text does not bear out, parts that are more than their whole, "seven
//! others" beside a whole of seven.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Roles that say no more than that people are counted.
        pub anybody: Vec<String> = ["person"],
        /// Figures that differ by no more than this are let pass: the text of a headline is short.
        pub slack: Decimal = dec!(0),
    }
}

/// One article that gives two figures for one thing.
pub struct Within;

impl Rule for Within {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "within",
        version: env!("CARGO_PKG_VERSION"),
        summary: "One article gives two figures that cannot both be right",
        manual: include_str!("../MANUAL.md"),
        predicates: &[],
        codes: &[
            (
                "headline-differs",
                "the text gives no figure that fits its headline",
            ),
            (
                "parts-exceed-whole",
                "parts are more than the whole of which they are said to be parts",
            ),
            (
                "others-are-all",
                "as many others beside somebody as there are in all",
            ),
        ],
        words: WORDS,
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let mut found: Vec<Finding> = Vec::new();
        for alignment in &event.alignments {
            for topic in topics(event, alignment, settings) {
                // One finding an article: what its own sentences say goes before what its headline does.
                let parts = topic.parts_exceed().or_else(|| topic.others_are_all());
                let told = parts.or_else(|| topic.headline_differs());
                // A claim may be lined up under two topics.
                let new = |finding: &Finding| {
                    let same = |known: &Finding| known.claims == finding.claims;
                    !found.iter().any(same)
                };
                found.extend(told.filter(new));
            }
        }
        Ok(found)
    }
}

/// What one article says on one measure.
struct Topic<'a> {
    event: &'a Event,
    alignment: &'a Alignment,
    settings: &'a Settings,
    /// Its claims with an affirmed figure, ascending.
    counted: Vec<u32>,
    /// Its wholes with the parts that its text names.
    wholes: BTreeMap<u32, Vec<u32>>,
    /// All those parts.
    parts: BTreeSet<u32>,
    /// All its figures, whatever they count, with how often they stand; one, where it tells of somebody without a figure.
    all: BTreeMap<Decimal, usize>,
}

fn topics<'a>(
    event: &'a Event,
    alignment: &'a Alignment,
    settings: &'a Settings,
) -> impl Iterator<Item = Topic<'a>> {
    let mut topics: BTreeMap<u32, Topic<'a>> = BTreeMap::new();
    for id in &alignment.claims {
        let claim = event.claim(*id);
        let topic = topics.entry(claim.article).or_insert_with(|| Topic {
            event,
            alignment,
            settings,
            counted: Vec::new(),
            wholes: BTreeMap::new(),
            parts: BTreeSet::new(),
            all: BTreeMap::new(),
        });
        let counts = claim.quantity.is_some() && claim.polarity == Polarity::Affirmed;
        if counts {
            topic.counted.push(*id);
        }
    }
    for share in &alignment.shares {
        if let Some(topic) = topics.get_mut(&event.claim(share.whole).article) {
            topic
                .wholes
                .entry(share.whole)
                .or_default()
                .push(share.part);
            topic.parts.insert(share.part);
        }
    }
    for claim in &event.claims {
        if let Some(topic) = topics.get_mut(&claim.article) {
            let figure = claim.quantity.as_ref().map(|q| q.stated.exact());
            if let Some(figure) = figure.unwrap_or(Some(Decimal::ONE)) {
                *topic.all.entry(figure).or_default() += 1;
            }
        }
    }
    topics.into_values()
}

impl Topic<'_> {
    fn counted(&self) -> impl Iterator<Item = u32> {
        self.counted.iter().copied()
    }

    fn figure(&self, id: u32) -> Option<Decimal> {
        let quantity = self.event.claim(id).quantity.as_ref()?;
        quantity
            .stated
            .exact()
            .filter(|_| quantity.form == Form::Exact)
    }

    /// Does the claim count all of its people, whoever they are?
    fn is_total(&self, id: u32) -> bool {
        let claim = self.event.claim(id);
        let anybody = claim.population.as_ref().is_none_or(|party| {
            let role = party.role.as_ref();
            party.side.is_none() && role.is_none_or(|role| self.settings.anybody.has(role))
        });
        anybody && !self.parts.contains(&id) && claim.attribute("portion").is_none()
    }

    /// Do they speak of the same measure, of people of whom the text says no different, at no other time?
    fn are_one(&self, one: u32, other: u32) -> bool {
        let Some(pair) = self.alignment.pair_of(one, other) else {
            return false;
        };
        let moved = |order: Order| matches!(order, Order::Before | Order::After);
        let units = [one, other].map(|id| self.event.claim(id).quantity.as_ref().map(|q| &q.unit));
        pair.predicate == Extent::Same
            && units[0] == units[1]
            && matches!(pair.population, Extent::Same | Extent::Unknown)
            && pair.place != Extent::Disjoint
            && !moved(pair.time)
            && !moved(pair.as_of)
    }

    /// A headline's total for which the text has no figure, and one that is higher: a lower one may be a part.
    fn headline_differs(&self) -> Option<Finding> {
        let in_headline = |id: &u32| self.event.claim(*id).passage == "headline";
        let (heads, all): (Vec<u32>, Vec<u32>) = self.counted().partition(in_headline);
        let head = heads
            .into_iter()
            .find(|id| self.is_total(*id) && self.figure(*id).is_some())?;
        let of_one = |id: &&u32| self.are_one(head, **id);
        let body: Vec<u32> = all.iter().filter(of_one).copied().collect();
        let stated = |id: u32| self.event.claim(id).quantity.as_ref().map(|q| q.stated);
        let fits = |id: &u32| {
            let both = stated(head).zip(stated(*id));
            both.is_some_and(|(head, text)| head.meets(&text))
        };
        // "Police kill two", and in the text two demonstrators: whoever is counted, the figure is there.
        let measure = |id: &u32| {
            let pair = self.alignment.pair_of(head, *id);
            pair.is_some_and(|pair| pair.predicate == Extent::Same)
        };
        if all.iter().filter(|id| measure(id)).any(fits) {
            return None;
        }
        let wanted = self.figure(head)?;
        let differs = |id: &&u32| {
            let told = self.figure(**id).filter(|_| self.is_total(**id));
            told.is_some_and(|told| {
                let far = told.minus(wanted).map(Decimal::abs) > Some(self.settings.slack);
                let explained =
                    || self.is_explained(told, wanted) || self.event.claim(**id).is_derived();
                far && told > wanted && !explained()
            })
        };
        let text = *body.iter().find(differs)?;
        Some(self.finding("headline-differs", Verdict::Undetermined, &[head, text]))
    }

    /// Is the difference a figure that the article gives for something else: the attackers, the dead?
    fn is_explained(&self, one: Decimal, other: Decimal) -> bool {
        let Some(difference) = one.minus(other).map(Decimal::abs) else {
            return true;
        };
        // One of the two may be the difference itself: four, and two.
        let itself = usize::from(difference == one || difference == other);
        self.all
            .get(&difference)
            .is_some_and(|claims| *claims > itself)
    }

    /// Parts of a whole that the text itself calls so, of which one is more than it, or which are so together.
    fn parts_exceed(&self) -> Option<Finding> {
        self.wholes.iter().find_map(|(whole, parts)| {
            let whole = *whole;
            let high = self.event.claim(whole).quantity.as_ref()?.stated.high?;
            let parts = self.apart(parts);
            let counts = self.counted.binary_search(&whole).is_ok() && !parts.is_empty();
            let mut lows = parts
                .iter()
                .filter_map(|id| self.event.claim(*id).quantity.as_ref()?.stated.low);
            let sum = lows.try_fold(Decimal::ZERO, Decimal::plus)?;
            let ids: Vec<u32> = std::iter::once(whole).chain(parts).collect();
            (counts && sum > high && !self.event.claim(whole).is_derived()).then(|| {
                let assumed = ids.iter().any(|id| self.is_guessed(*id));
                let verdict = if assumed {
                    Verdict::Undetermined
                } else {
                    Verdict::Contradiction
                };
                self.finding("parts-exceed-whole", verdict, &ids)
            })
        })
    }

    /// Of the parts of a whole, those that exclude one another.
    fn apart(&self, parts: &[u32]) -> Vec<u32> {
        let mut apart: Vec<u32> = Vec::new();
        for part in parts.iter().filter(|part| {
            self.counted.binary_search(part).is_ok() && !self.event.claim(**part).is_derived()
        }) {
            let exclude = |known: &u32| {
                let pair = self.alignment.pair_of(*known, *part);
                pair.is_some_and(|pair| pair.population == Extent::Disjoint)
            };
            if apart.iter().all(exclude) {
                apart.push(*part);
            }
        }
        apart
    }

    /// "Seven killed" and "the singer and seven others": then they were eight, or six others.
    fn others_are_all(&self) -> Option<Finding> {
        let most = self.counted().filter_map(|id| self.figure(id)).max()?;
        let of_most = self.counted().filter(|id| self.figure(*id) == Some(most));
        let of_most: Vec<u32> = of_most.collect();
        if of_most.len() < 2 || most <= Decimal::ONE {
            return None;
        }
        let are_others = |id: &u32| self.event.claim(*id).attribute("portion") == Some("others");
        // "One dead and three others hurt": those are others than the dead. Beside whom they are must be told in one breath,
        // and "four others, an officer among them" is not beside.
        let told = |id: u32| {
            let claim = self.event.claim(id);
            (&claim.predicate, &claim.quote)
        };
        let single = |id: &u32| self.figure(*id) == Some(Decimal::ONE) && !self.parts.contains(id);
        let singles: Vec<u32> = self.counted().filter(single).collect();
        let beside = |other: &u32| {
            let one = told(*other);
            let before = |id: &u32| self.stands_at(*id) < self.stands_at(*other);
            singles.iter().any(|id| told(*id) == one && before(id))
        };
        let mut others = of_most.iter().copied().filter(are_others);
        let other = others.find(|id| beside(id) && !self.event.claim(*id).is_derived())?;
        let measure = &self.event.claim(other).predicate;
        let is_all = |id: &u32| {
            let same = self.event.claim(*id).predicate == *measure;
            same && self.is_total(*id) && !self.event.claim(*id).is_derived()
        };
        let total = of_most.iter().copied().find(is_all)?;
        Some(self.finding("others-are-all", Verdict::Undetermined, &[total, other]))
    }

    /// Where in its quote the words stand that say whom it counts; at its end, where they are not found.
    fn stands_at(&self, id: u32) -> usize {
        let claim = self.event.claim(id);
        let quote = &claim.quote;
        let who = claim.population.as_ref().map(|party| party.text.as_ref());
        who.and_then(|who| quote.find(who)).unwrap_or(quote.len())
    }

    /// Is whom it counts, or when, our default? Then it may not accuse.
    fn is_guessed(&self, id: u32) -> bool {
        let claim = self.event.claim(id);
        claim.population.as_ref().is_some_and(Party::is_assumed)
            || claim.time.as_ref().is_some_and(Period::is_assumed)
            || claim.certainty > Certainty::Reported
    }

    /// The first two claims stand for all in the words.
    fn finding(&self, code: &str, verdict: Verdict, claims: &[u32]) -> Finding {
        let say = |key: &str| {
            let made = phrase(key).text("topic", self.alignment.topic.as_ref());
            made.claim("first", claims[0]).claim("second", claims[1])
        };
        let article = self.event.claim(claims[0]).article;
        let made = finding(code, verdict, claims.iter().copied(), say("message"));
        let made = made
            .because(say(&format!("{code}-why")))
            .ask_article(article, say("ask"));
        let made = match verdict {
            Verdict::Undetermined => claims
                .iter()
                .fold(made, |made, id| made.missing(*id, "population")),
            _ => made,
        };
        made.conventions_of(self.event)
    }
}

const WORDS: &[(&str, &str)] = &[
    (
        "message",
        "{topic}: {first.outlet} gives {first.bare} and {second.bare}",
    ),
    (
        "headline-differs-why",
        "the headline says “{first.bare}”, the text “{second.bare}”, and nothing in it gives the headline's figure",
    ),
    (
        "parts-exceed-whole-why",
        "the parts that the text names are more than its “{first.bare}”",
    ),
    (
        "others-are-all-why",
        "if there were “{second.bare}” beside somebody who is named, there were more than “{first.bare}”",
    ),
    (
        "ask",
        "{first.bare} or {second.bare}: which of the two holds?",
    ),
];

export!(Within);

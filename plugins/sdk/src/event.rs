use crate::{
    Alignment, Article, Basis, Bounds, Claim, Decimal, Event, Extent, Order, Pair, Party, Period,
    Quantity, Sameness, Source,
};

/// Two claims worth comparing, with how they relate.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// What they are about.
    pub alignment: &'a Alignment,
    /// How they relate; `pair.left` and `pair.right` are the ids to cite.
    pub pair: &'a Pair,
    /// The left claim.
    pub left: &'a Claim,
    /// The right claim.
    pub right: &'a Claim,
}

impl Event {
    /// The claim with this id.
    ///
    /// # Panics
    ///
    /// Where the event has none; every id in the event itself has one.
    pub fn claim(&self, id: u32) -> &Claim {
        &self.claims[id as usize]
    }

    /// The article in which this claim stands.
    ///
    /// # Panics
    ///
    /// Where the event has no such claim.
    pub fn article_of(&self, claim: u32) -> &Article {
        &self.articles[self.claim(claim).article as usize]
    }

    /// Every pair of every alignment, in the host's order.
    pub fn compared(&self) -> impl Iterator<Item = Compared<'_>> {
        self.alignments
            .iter()
            .flat_map(|alignment| alignment.compared(self))
    }
}

impl Alignment {
    /// Its pairs; `event` is the one it belongs to.
    pub fn compared<'a>(&'a self, event: &'a Event) -> impl Iterator<Item = Compared<'a>> {
        self.pairs.iter().map(move |pair| Compared {
            alignment: self,
            pair,
            left: event.claim(pair.left),
            right: event.claim(pair.right),
        })
    }

    /// How two of its claims relate, `one` seen as the left; none where the host gave no such pair.
    pub fn pair_of(&self, one: u32, other: u32) -> Option<Pair> {
        let key = (one.min(other), one.max(other));
        // The contract has them ascending.
        let at = self
            .pairs
            .binary_search_by_key(&key, |pair| (pair.left, pair.right));
        let pair = self.pairs.get(at.ok()?)?;
        Some(if pair.left == one {
            *pair
        } else {
            pair.flipped()
        })
    }
}

impl Compared<'_> {
    /// Do both stand in one article?
    pub fn within_one_article(&self) -> bool {
        self.left.article == self.right.article
    }
}

impl Pair {
    /// The same pair seen from the right.
    #[must_use]
    pub fn flipped(&self) -> Self {
        Self {
            left: self.right,
            right: self.left,
            predicate: self.predicate.flipped(),
            population: self.population.flipped(),
            agent: self.agent.flipped(),
            object: self.object.flipped(),
            place: self.place.flipped(),
            time: self.time.flipped(),
            as_of: self.as_of.flipped(),
            origin: self.origin,
        }
    }
}

impl Extent {
    /// The relation seen from the right.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Subset => Self::Superset,
            Self::Superset => Self::Subset,
            other => other,
        }
    }
}

impl Order {
    /// The order seen from the right.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Within => Self::Contains,
            Self::Contains => Self::Within,
            Self::Before => Self::After,
            Self::After => Self::Before,
            other => other,
        }
    }
}

impl Claim {
    /// A rarer fact; `rule.wit` lists the keys ("means", "portion", "age", …) with what their values are. None: not said, or
    /// no such key.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == key);
        found.map(|(_, value)| value.as_ref())
    }

    /// Its figure, where the profile reads it as one value.
    pub fn exact(&self) -> Option<Decimal> {
        self.quantity.as_ref().and_then(Quantity::exact)
    }

    /// Did the host make its figure of what the text tells one by one? Such a total may excuse, never accuse.
    pub fn is_derived(&self) -> bool {
        self.attribute("derived").is_some()
    }

    /// The nearest source of which the text tells who it is; of words told to a medium that is the medium. A claim may
    /// have none and yet not be the outlet's own word: "he said".
    pub fn nearest_source(&self) -> Option<&Source> {
        self.attribution.iter().find(|source| source.is_resolved())
    }

    /// Whose statement it is, as far as the text tells: of "the army denied it, the agency reported" the army.
    pub fn speaker(&self) -> Option<&Source> {
        self.attribution.iter().rfind(|source| source.is_resolved())
    }

    /// The source it began with, if the outlet tells who that is.
    pub fn origin(&self) -> Option<&Source> {
        self.attribution
            .last()
            .filter(|source| source.is_resolved())
    }
}

impl Source {
    /// Does the text tell who it is, be it "a witness"? Not of "he said", where nobody was named before.
    pub fn is_resolved(&self) -> bool {
        self.kind != "unresolved"
    }
}

impl Quantity {
    /// The one value it has as the profile reads it, if it has one.
    pub fn exact(&self) -> Option<Decimal> {
        self.interpreted.exact()
    }
}

impl Bounds {
    /// From `low` to `high`, both inclusive; none: unbounded.
    pub fn new(low: Option<Decimal>, high: Option<Decimal>) -> Self {
        Self { low, high }
    }

    /// Exactly `value`.
    pub fn exactly(value: Decimal) -> Self {
        Self::new(Some(value), Some(value))
    }

    /// The one value within, if there is just one.
    pub fn exact(&self) -> Option<Decimal> {
        self.low.filter(|_| self.low == self.high)
    }

    /// Is there a value within both?
    pub fn meets(&self, other: &Self) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| {
            low.zip(high).is_none_or(|(low, high)| low <= high)
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// What the sum of a value within each can be. An end whose sum needs more than 18 digits is open: it can
    /// excuse, not accuse.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let add = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).and_then(|(a, b)| a.plus(b));
        Self::new(add(self.low, other.low), add(self.high, other.high))
    }
}

impl Party {
    /// Is it our default rather than anything the text says? Then it may excuse, never accuse.
    pub fn is_assumed(&self) -> bool {
        self.basis == Basis::Assumed
    }

    /// The name of a person in small letters, without an age or what else follows it: at least two words in capitals.
    pub fn full_name(&self) -> Option<String> {
        let name = self.text.split([',', '(']).next()?.trim();
        let mut words = name.split_whitespace();
        let is_name = words.clone().count() > 1 && words.all(|w| w.starts_with(char::is_uppercase));
        is_name.then(|| name.to_lowercase())
    }

    /// Do both mean one actor? The same entity, side or words are one; two sides are two, for what else tells
    /// them apart may be another name of the same.
    pub fn same_actor(&self, other: &Self) -> Sameness {
        let bare = |party: &Self| {
            let words = party.text.to_lowercase();
            words
                .strip_prefix("the ")
                .map_or(words.clone(), str::to_owned)
        };
        match (&self.side, &other.side) {
            _ if self.entity.is_some() && self.entity == other.entity => Sameness::Same,
            (Some(a), Some(b)) if a == b => Sameness::Same,
            (Some(_), Some(_)) => Sameness::Different,
            _ if !self.text.is_empty() && bare(self) == bare(other) => Sameness::Same,
            _ => Sameness::Unknown,
        }
    }
}

impl Period {
    /// Is it our default rather than anything the text says? Then it may excuse, never accuse.
    pub fn is_assumed(&self) -> bool {
        self.basis == Basis::Assumed
    }

    /// Is at least one end known?
    pub fn is_resolved(&self) -> bool {
        self.start.is_some() || self.end.is_some()
    }

    /// Its length in minutes, if both ends are known.
    pub fn minutes(&self) -> Option<i64> {
        Some(i64::from(self.end?) - i64::from(self.start?))
    }

    /// The minutes between the end of the earlier and the start of the later, 0 where one begins as the other ends
    /// (Sunday and Monday); none where they share a minute, or where it cannot be known.
    pub fn gap(&self, other: &Self) -> Option<i64> {
        let between = |first: &Self, second: &Self| {
            Some(i64::from(second.start?) - i64::from(first.end?)).filter(|&minutes| minutes >= 0)
        };
        between(self, other).or_else(|| between(other, self))
    }
}

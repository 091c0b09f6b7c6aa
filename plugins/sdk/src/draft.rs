//! The parts a [`Scene`](crate::Scene) is made of, each with sensible defaults.

use crate::{
    Basis, Bounds, Certainty, Claim, Decimal, Form, Party, Period, Polarity, Quantity, Source,
    Tally,
};

/// A claim that is being written; see [`claim()`].
#[derive(Clone, Debug)]
pub struct ClaimDraft {
    pub(crate) claim: Claim,
}

/// A claim in a paragraph, in the outlet's own voice, affirmed, as a fact, that says nothing but its predicate.
pub fn claim(predicate: &str) -> ClaimDraft {
    ClaimDraft {
        claim: Claim {
            article: 0,
            passage: "paragraph".into(),
            quote: "".into(),
            quoted: false,
            predicate: predicate.to_owned().into(),
            polarity: Polarity::Affirmed,
            certainty: Certainty::Fact,
            hedge: None,
            quantity: None,
            population: None,
            agent: None,
            object: None,
            complement: None,
            place: None,
            time: None,
            as_of: None,
            attribution: Vec::new(),
            attributes: Vec::new(),
        },
    }
}

/// A party that the sentence itself names, and of which no more is known than the words.
pub fn party(text: &str) -> Party {
    Party {
        text: text.to_owned().into(),
        entity: None,
        side: None,
        role: None,
        basis: Basis::Said,
    }
}

/// A source with the cue "said"; `kind` is "official", "military", "monitor", "agency", "medic", "witness", ….
pub fn source(text: &str, kind: &str) -> Source {
    Source {
        text: text.to_owned().into(),
        entity: None,
        kind: kind.to_owned().into(),
        cue: "said".into(),
        basis: Basis::Said,
    }
}

/// From `first` to `last`, both inclusive and as fine as they are written: `2017-03-18`, `2017-03-18T12:30`.
///
/// # Panics
///
/// Where one is not written like that.
pub fn period(text: &str, first: &str, last: &str) -> Period {
    let (start, _) = minutes(first);
    let (last, width) = minutes(last);
    Period {
        text: text.to_owned().into(),
        start: Some(start),
        end: Some(last + width),
        basis: Basis::Said,
    }
}

/// One day, `2017-03-18`, or one minute, `2017-03-18T12:30`.
///
/// # Panics
///
/// Where it is not written like that.
pub fn day(text: &str) -> Period {
    period(text, text, text)
}

impl From<&str> for Party {
    fn from(text: &str) -> Self {
        party(text)
    }
}

impl From<&str> for Period {
    /// One day or minute, as [`day`] reads it.
    fn from(text: &str) -> Self {
        day(text)
    }
}

impl Party {
    /// The same party with an id: equal ids are one referent.
    #[must_use]
    pub fn entity(mut self, id: &str) -> Self {
        self.entity = Some(id.to_owned().into());
        self
    }

    /// The same party on a side.
    #[must_use]
    pub fn side(mut self, side: &str) -> Self {
        self.side = Some(side.to_owned().into());
        self
    }

    /// The same party in a role: "combatant", "civilian", "child", ….
    #[must_use]
    pub fn role(mut self, role: &str) -> Self {
        self.role = Some(role.to_owned().into());
        self
    }

    /// The same party, come by in this way.
    #[must_use]
    pub fn on(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }
}

impl Source {
    /// The same source with an id: equal ids are one source.
    #[must_use]
    pub fn entity(mut self, id: &str) -> Self {
        self.entity = Some(id.to_owned().into());
        self
    }

    /// The same source behind other words than "said".
    #[must_use]
    pub fn cue(mut self, cue: &str) -> Self {
        self.cue = cue.to_owned().into();
        self
    }
}

impl Period {
    /// The same period, come by in this way.
    #[must_use]
    pub fn on(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }
}

impl ClaimDraft {
    /// "26".
    #[must_use]
    pub fn count(self, value: impl Into<Decimal>) -> Self {
        let value = value.into();
        self.figure(value.to_string(), Form::Exact, Some(value), Some(value))
    }

    /// "at least 26".
    #[must_use]
    pub fn at_least(self, value: impl Into<Decimal>) -> Self {
        let value = value.into();
        self.figure(
            format!("at least {value}"),
            Form::AtLeast,
            Some(value),
            None,
        )
    }

    /// "more than 26"; read as more by one.
    #[must_use]
    pub fn more_than(self, value: impl Into<Decimal>) -> Self {
        let value = value.into();
        let draft = self.figure(
            format!("more than {value}"),
            Form::MoreThan,
            Some(value),
            None,
        );
        draft.interpret(value.plus(Decimal::ONE), None)
    }

    /// "up to 26".
    #[must_use]
    pub fn at_most(self, value: impl Into<Decimal>) -> Self {
        let value = value.into();
        self.figure(format!("up to {value}"), Form::AtMost, None, Some(value))
    }

    /// "about 50"; to say how the profile reads it, add [`read_as`](Self::read_as).
    #[must_use]
    pub fn about(self, value: impl Into<Decimal>) -> Self {
        let value = value.into();
        self.figure(
            format!("about {value}"),
            Form::About,
            Some(value),
            Some(value),
        )
    }

    /// "between 6 and 8".
    #[must_use]
    pub fn between(self, low: impl Into<Decimal>, high: impl Into<Decimal>) -> Self {
        let (low, high) = (low.into(), high.into());
        self.figure(
            format!("between {low} and {high}"),
            Form::Range,
            Some(low),
            Some(high),
        )
    }

    /// "dozens", read literally as at least `low`.
    #[must_use]
    pub fn vague(self, words: &str, low: impl Into<Decimal>) -> Self {
        self.figure(words.into(), Form::Vague, Some(low.into()), None)
    }

    /// Any figure: its words, its form, and its literal bounds.
    #[must_use]
    pub fn figure(
        mut self,
        text: String,
        form: Form,
        low: Option<Decimal>,
        high: Option<Decimal>,
    ) -> Self {
        let stated = Bounds::new(low, high);
        self.claim.quantity = Some(Quantity {
            text: text.into(),
            form,
            stated,
            interpreted: stated,
            convention: None,
            unit: "person".into(),
            tally: Tally::Unknown,
        });
        self
    }

    /// How the profile reads the figure, by which line of the conventions.
    ///
    /// # Panics
    ///
    /// Where the claim has no figure.
    #[must_use]
    pub fn read_as(self, low: Option<Decimal>, high: Option<Decimal>, convention: &str) -> Self {
        let mut draft = self.interpret(low, high);
        draft.figure_mut().convention = Some(convention.to_owned().into());
        draft
    }

    /// What the figure counts, where that is not persons.
    ///
    /// # Panics
    ///
    /// Where the claim has no figure.
    #[must_use]
    pub fn unit(mut self, unit: &str) -> Self {
        self.figure_mut().unit = unit.to_owned().into();
        self
    }

    /// Whether the figure counts this event or everything since some moment.
    ///
    /// # Panics
    ///
    /// Where the claim has no figure.
    #[must_use]
    pub fn tally(mut self, tally: Tally) -> Self {
        self.figure_mut().tally = tally;
        self
    }

    /// Whom it befell.
    #[must_use]
    pub fn population(mut self, party: impl Into<Party>) -> Self {
        self.claim.population = Some(party.into());
        self
    }

    /// Who did it.
    #[must_use]
    pub fn agent(mut self, party: impl Into<Party>) -> Self {
        self.claim.agent = Some(party.into());
        self
    }

    /// What was attacked, held, named.
    #[must_use]
    pub fn object(mut self, party: impl Into<Party>) -> Self {
        self.claim.object = Some(party.into());
        self
    }

    /// The name given, the group joined.
    #[must_use]
    pub fn complement(mut self, party: impl Into<Party>) -> Self {
        self.claim.complement = Some(party.into());
        self
    }

    /// Where.
    #[must_use]
    pub fn place(mut self, party: impl Into<Party>) -> Self {
        self.claim.place = Some(party.into());
        self
    }

    /// When it happened.
    #[must_use]
    pub fn time(mut self, period: impl Into<Period>) -> Self {
        self.claim.time = Some(period.into());
        self
    }

    /// The moment for which it is said.
    #[must_use]
    pub fn as_of(mut self, period: impl Into<Period>) -> Self {
        self.claim.as_of = Some(period.into());
        self
    }

    /// On whose word, from the nearest source to the origin; a fact becomes reported.
    #[must_use]
    pub fn said_by(mut self, source: Source) -> Self {
        self.claim.certainty = self.claim.certainty.max(Certainty::Reported);
        self.claim.attribution.push(source);
        self
    }

    /// In somebody's words who is quoted.
    #[must_use]
    pub fn quoted(mut self) -> Self {
        self.claim.quoted = true;
        self
    }

    /// Said not to be so.
    #[must_use]
    pub fn denied(mut self) -> Self {
        self.claim.polarity = Polarity::Denied;
        self
    }

    /// How certain.
    #[must_use]
    pub fn certainty(mut self, certainty: Certainty) -> Self {
        self.claim.certainty = certainty;
        self
    }

    /// "believed", "reportedly".
    #[must_use]
    pub fn hedge(mut self, words: &str) -> Self {
        self.claim.hedge = Some(words.to_owned().into());
        self
    }

    /// In another kind of passage than a paragraph: "headline", "caption".
    #[must_use]
    pub fn passage(mut self, kind: &str) -> Self {
        self.claim.passage = kind.to_owned().into();
        self
    }

    /// A rarer fact; see [`Claim::attribute`].
    #[must_use]
    pub fn attribute(mut self, key: &str, value: &str) -> Self {
        let fact = (key.to_owned().into(), value.to_owned().into());
        self.claim.attributes.push(fact);
        self
    }

    /// The words it rests on; else figure, population and predicate.
    #[must_use]
    pub fn quote(mut self, words: &str) -> Self {
        self.claim.quote = words.to_owned().into();
        self
    }

    /// The claim, with words that it may rest on where none were given.
    pub(crate) fn quoting(self) -> Claim {
        let claim = self.claim;
        if !claim.quote.is_empty() {
            return claim;
        }
        let words = [
            claim.quantity.as_ref().map(|q| q.text.as_ref()),
            claim.population.as_ref().map(|p| p.text.as_ref()),
            Some(claim.predicate.as_ref()),
        ];
        let quote = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        Claim {
            quote: quote.into(),
            ..claim
        }
    }

    fn interpret(mut self, low: Option<Decimal>, high: Option<Decimal>) -> Self {
        self.figure_mut().interpreted = Bounds::new(low, high);
        self
    }

    fn figure_mut(&mut self) -> &mut Quantity {
        self.claim
            .quantity
            .as_mut()
            .expect("give the claim its figure first: .count(26)")
    }
}

/// A period as a range that can be compared: an open side reaches for ever.
pub(crate) fn span_of(period: &Period) -> (i64, i64) {
    (
        period.start.map_or(i64::MIN, i64::from),
        period.end.map_or(i64::MAX, i64::from),
    )
}

/// The first minute of a day or of a minute, and how many minutes it is wide.
fn minutes(text: &str) -> (i32, i32) {
    let (date, time) = match text.split_once('T') {
        None => (text, None),
        Some((date, time)) => (date, Some(time)),
    };
    let numbers = |part: &str, separator| -> Vec<i32> {
        part.split(separator)
            .filter_map(|n| n.parse().ok())
            .collect()
    };
    let [year, month, day] = numbers(date, '-')[..] else {
        panic!("`{text}` is no date like 2017-03-20 or 2017-03-20T18:00");
    };
    let midnight = days_since_1970(year, month, day) * 1440;
    match time.map(|time| numbers(time, ':')).as_deref() {
        None => (midnight, 1440),
        Some([hour, minute]) => (midnight + hour * 60 + minute, 1),
        Some(_) => panic!("`{text}` is no time like 2017-03-20T18:00"),
    }
}

/// Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms), for years after 0.
fn days_since_1970(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year / 400, year % 400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

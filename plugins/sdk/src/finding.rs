use crate::{
    Addressee, Decimal, Event, Finding, Gap, Moment, Named, Period, Phrase, Question, Reading,
    RuleError, Value, Verdict,
};

/// A phrase by its key, without values yet; the pack has the words, else [`About::words`](crate::About::words).
pub fn phrase(key: &str) -> Phrase {
    Phrase {
        key: key.into(),
        values: Vec::new(),
    }
}

/// A finding with what it must have; the rest is added by its methods.
///
/// `code` is one of [`About::codes`](crate::About::codes); `claims` is the evidence, the most telling first, and
/// never empty.
pub fn finding(
    code: &str,
    verdict: Verdict,
    claims: impl IntoIterator<Item = u32>,
    message: Phrase,
) -> Finding {
    Finding {
        code: code.into(),
        verdict,
        claims: claims.into_iter().collect(),
        message,
        because: None,
        readings: Vec::new(),
        missing: Vec::new(),
        questions: Vec::new(),
        conventions: Vec::new(),
    }
}

impl Phrase {
    /// Puts in the words that stand for a claim, chosen by the host.
    #[must_use]
    pub fn claim(self, name: &str, claim: u32) -> Self {
        self.with(name, Value::Claim(claim))
    }

    /// Puts in the name of an article's outlet.
    #[must_use]
    pub fn article(self, name: &str, article: u32) -> Self {
        self.with(name, Value::Article(article))
    }

    /// Puts in a number.
    #[must_use]
    pub fn number(self, name: &str, number: Decimal) -> Self {
        self.with(name, Value::Number(number))
    }

    /// Puts in words.
    #[must_use]
    pub fn text(self, name: &str, text: impl Into<String>) -> Self {
        self.with(name, Value::Text(text.into()))
    }

    /// Puts in a time.
    #[must_use]
    pub fn time(self, name: &str, time: &Period) -> Self {
        self.with(
            name,
            Value::Time(Moment {
                text: time.text.to_string(),
                start: time.start,
                end: time.end,
                basis: time.basis,
            }),
        )
    }

    fn with(mut self, name: &str, value: Value) -> Self {
        let name = name.into();
        self.values.push(Named { name, value });
        self
    }
}

impl Finding {
    /// Says why the verdict follows.
    #[must_use]
    pub fn because(mut self, why: Phrase) -> Self {
        self.because = Some(why);
        self
    }

    /// Adds a way to read the claims, with what follows then; give none, or two and more.
    #[must_use]
    pub fn reading(mut self, when: Phrase, verdict: Verdict, because: Phrase) -> Self {
        self.readings.push(Reading {
            when,
            verdict,
            because,
        });
        self
    }

    /// Says what a claim leaves open: "population", "as-of", "time", "attribution", "place", "scope", "correction", "agent", "quantity".
    /// `Undetermined` needs one.
    #[must_use]
    pub fn missing(mut self, claim: u32, field: &str) -> Self {
        let field = field.into();
        self.missing.push(Gap { claim, field });
        self
    }

    /// Asks an outlet.
    #[must_use]
    pub fn ask_article(mut self, article: u32, ask: Phrase) -> Self {
        let to = Addressee::Article(article);
        self.questions.push(Question { to, ask });
        self
    }

    /// Asks a source that some claim of the event is attributed to, by its entity, else by its text.
    #[must_use]
    pub fn ask_source(mut self, source: &str, ask: Phrase) -> Self {
        let to = Addressee::Source(source.into());
        self.questions.push(Question { to, ask });
        self
    }

    /// Names the conventions by which the cited figures were read.
    #[must_use]
    pub fn conventions_of(mut self, event: &Event) -> Self {
        let cited = self
            .claims
            .iter()
            .filter_map(|&id| event.claim(id).quantity.as_ref());
        let mut conventions: Vec<String> = cited
            .filter_map(|q| Some(q.convention.as_deref()?.to_owned()))
            .collect();
        conventions.sort();
        conventions.dedup();
        self.conventions = conventions;
        self
    }
}

impl RuleError {
    /// An error of the rule's own: a kebab-case code, and a sentence for the rule's author.
    pub fn new(code: &str, detail: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            detail: detail.into(),
        }
    }
}

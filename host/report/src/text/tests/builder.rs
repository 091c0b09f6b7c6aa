//! Small reports by hand: articles from their paragraphs, claims from the words they rest on.

use jiff::civil::{Date, Time};
use rashomon_core::model::*;

/// A report without anything in it.
pub(super) fn report() -> Report {
    Report {
        rules: Vec::new(),
        readings: Vec::new(),
        events: Vec::new(),
        findings: Vec::new(),
        failures: Vec::new(),
        notices: Vec::new(),
        profile: "default".to_owned(),
        packs: vec!["default".to_owned()],
    }
}

/// An article of numbered paragraphs, without claims.
pub(super) fn reading(outlet: &str, paragraphs: &[&str]) -> Reading {
    let mut text = String::new();
    let mut passages = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let start = text.len();
        text.push_str(paragraph);
        passages.push(Passage {
            kind: PassageKind::Paragraph,
            number: u32::try_from(at + 1).ok(),
            span: Span::new(start, text.len()),
        });
        text.push_str("\n\n");
    }
    Reading {
        article: article(outlet, text),
        passages,
        claims: Vec::new(),
        mentions: Vec::new(),
        notices: Vec::new(),
    }
}

fn article(outlet: &str, text: String) -> Article {
    let id = outlet.to_lowercase().replace(' ', "-");
    Article {
        outlet: outlet.to_owned(),
        path: format!("{id}.md"),
        ..Article::of_text(&id, &text)
    }
}

pub(super) fn stamp(date: Date, time: Option<Time>) -> Stamp {
    Stamp {
        date,
        time,
        offset: None,
        basis: Basis::Said,
    }
}

/// An event of these articles, all of which are mainly about it.
pub(super) fn event(title: &str, articles: &[usize]) -> Event {
    Event {
        id: "0a1b2c3d4e5f".to_owned(),
        kind: EventKind::Incident,
        title: title.to_owned(),
        time: None,
        place: None,
        articles: articles.to_vec(),
        main_of: articles.to_vec(),
        because: Vec::new(),
        claims: Vec::new(),
        alignments: Vec::new(),
        origins: Vec::new(),
        copies: Vec::new(),
        citing: Vec::new(),
        gaps: Vec::new(),
        agreements: Vec::new(),
        only_in: Vec::new(),
        not_compared: Vec::new(),
    }
}

/// A claim that rests on `quote`, which must stand in the article.
pub(super) fn claim(reading: &Reading, predicate: &str, quote: &str) -> Claim {
    let start = reading
        .article
        .text
        .find(quote)
        .expect("the quote stands in the article");
    let span = Span::new(start, start + quote.len());
    let mut passages = reading.passages.iter();
    Claim {
        id: format!("{}/{predicate}", reading.article.id),
        predicate: predicate.to_owned(),
        polarity: Polarity::Affirmed,
        voice: Voice::Outlet,
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
        part_of: None,
        attributes: Attributes::default(),
        span,
        passage: passages
            .position(|p| p.span.contains(span))
            .expect("in a paragraph"),
        correction: None,
    }
}

pub(super) fn people(text: &str, form: Form, bounds: (Option<u32>, Option<u32>)) -> Quantity {
    let bounds = Bounds {
        low: bounds.0.map(Decimal::from),
        high: bounds.1.map(Decimal::from),
    };
    Quantity::stated(text, form, bounds, "person")
}

/// A group of people: their words, side and role, where known.
pub(super) fn group(text: &str, side: Option<&str>, role: Option<&str>) -> Party {
    Party {
        side: side.map(str::to_owned),
        role: role.map(str::to_owned),
        ..Party::named(text, Basis::Said)
    }
}

pub(super) fn source(text: &str, entity: Option<&str>, basis: Basis) -> Source {
    Source {
        text: text.to_owned(),
        span: None,
        entity: entity.map(str::to_owned),
        kind: "official".to_owned(),
        cue: "said".to_owned(),
        cue_span: None,
        basis,
    }
}

pub(super) fn gap(slot: &str, label: &str, missing_in: &[usize]) -> Gap {
    Gap {
        slot: slot.to_owned(),
        label: label.to_owned(),
        missing_in: missing_in.to_vec(),
    }
}

impl Draft {
    /// A draft over these articles and one event of all of them.
    pub(super) fn new(title: &str, readings: Vec<Reading>) -> Self {
        let articles: Vec<usize> = (0..readings.len()).collect();
        let mut report = report();
        report.readings = readings;
        report.events = vec![event(title, &articles)];
        Self { report }
    }

    /// Adds a claim of `article` that rests on `quote`, after `change`; gives its index in the event.
    pub(super) fn claim(
        &mut self,
        at: (usize, &str, &str),
        change: impl FnOnce(&mut Claim),
    ) -> usize {
        let (article, predicate, quote) = at;
        let reading = &mut self.report.readings[article];
        let mut claim = claim(reading, predicate, quote);
        change(&mut claim);
        reading.claims.push(claim);
        let claim = reading.claims.len() - 1;
        self.event().claims.push(ClaimRef { article, claim });
        self.event().claims.len() - 1
    }

    pub(super) fn event(&mut self) -> &mut Event {
        &mut self.report.events[0]
    }

    /// Lines claims of the event up under a topic.
    pub(super) fn align(&mut self, (slug, topic): (&str, &str), claims: &[usize]) {
        self.event().alignments.push(Alignment {
            topic: topic.to_owned(),
            slug: slug.to_owned(),
            claims: claims.to_vec(),
            pairs: Vec::new(),
            shares: Vec::new(),
            left_out: 0,
        });
    }

    /// Adds a finding about claims of the event, with their paragraphs as evidence.
    pub(super) fn find(
        &mut self,
        (severity, verdict, message): (Severity, Verdict, &str),
        claims: &[usize],
    ) -> &mut Finding {
        let claims: Vec<ClaimRef> = claims
            .iter()
            .map(|at| self.report.events[0].claims[*at])
            .collect();
        let evidence = claims.iter().map(|at| self.evidence(*at)).collect();
        let number = self.report.findings.len() + 1;
        self.report.findings.push(Finding {
            id: format!("f{number:011}"),
            topic: "topic".to_owned(),
            rule: "some-rule".to_owned(),
            code: "some-code".to_owned(),
            event: 0,
            severity,
            verdict,
            message: message.to_owned(),
            because: None,
            readings: Vec::new(),
            questions: Vec::new(),
            missing: Vec::new(),
            claims,
            evidence,
            conventions: Vec::new(),
            fingerprint: String::new(),
            score: 0.0,
        });
        self.report.findings.last_mut().expect("just pushed")
    }

    fn evidence(&self, at: ClaimRef) -> Evidence {
        let reading = &self.report.readings[at.article];
        let claim = &reading.claims[at.claim];
        Evidence {
            claim: at,
            span: claim.span,
            paragraph: reading.passages[claim.passage].number,
            quote: claim.span.of(&reading.article.text).to_owned(),
            key: None,
        }
    }
}

/// A report under way that has one event.
pub(super) struct Draft {
    pub(super) report: Report,
}

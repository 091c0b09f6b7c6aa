//! Articles, claims and reports for the tests of this crate.

use jiff::civil::date;
use rashomon_core::model::*;

pub(crate) const TEXT: &str = "Ferry quay shelled\n\n“At least 26 died,” a port doctor said over the weekend — all dockers.\n\nNothing else is known in Ålund.";

/// The span of the only place where `words` stand in the text.
pub(crate) fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("the words stand in the text");
    Span::new(start, start + words.len())
}

pub(crate) fn article(id: &str) -> Article {
    Article {
        id: id.to_owned(),
        outlet: "Harbour Post".to_owned(),
        title: Some("Ferry quay shelled".to_owned()),
        byline: None,
        url: Some("https://harbour.example/quay".to_owned()),
        published: Some(Stamp {
            date: date(2021, 5, 3),
            time: Some(jiff::civil::time(18, 5, 0, 0)),
            offset: Some("+02:00".to_owned()),
            basis: Basis::Implied,
        }),
        published_from: None,
        not_before: Some(date(2021, 5, 1)),
        modified: None,
        retrieved: Some(Stamp {
            date: date(2021, 5, 4),
            time: None,
            offset: None,
            basis: Basis::Said,
        }),
        language: "en".to_owned(),
        path: format!("quay/{id}.md"),
        sha256: "ab".repeat(32),
        text: TEXT.to_owned(),
        entries: Vec::new(),
    }
}

pub(crate) fn passages() -> Vec<Passage> {
    let passage = |kind, number, span| Passage { kind, number, span };
    let body = span("“At least 26 died,” a port doctor said over the weekend — all dockers.");
    vec![
        passage(PassageKind::Headline, None, Span::new(0, 18)),
        passage(PassageKind::Paragraph, Some(1), body),
        passage(PassageKind::Quotation, None, span("“At least 26 died,”")),
        passage(
            PassageKind::Paragraph,
            Some(2),
            span("Nothing else is known in Ålund."),
        ),
    ]
}

/// A claim that uses every field.
pub(crate) fn claim() -> Claim {
    let party = |words: &str, basis| Party {
        span: Some(span(words)),
        entity: Some("dockers".to_owned()),
        side: None,
        role: Some("civilian".to_owned()),
        ..Party::named(words, basis)
    };
    Claim {
        id: "harbour-post/k7q2".to_owned(),
        predicate: "killed".to_owned(),
        polarity: Polarity::Affirmed,
        voice: Voice::Quoted,
        certainty: Certainty::Reported,
        hedge: Some("reportedly".to_owned()),
        quantity: Some(quantity()),
        population: Some(party("dockers", Basis::Said)),
        agent: Some(Party::named("the northern battery", Basis::Assumed).into()),
        object: Some(party("quay", Basis::Implied).into()),
        complement: Some(Party::named("Battery Nine", Basis::Said).into()),
        place: Some(Box::new(party("Ålund", Basis::Implied))),
        time: Some(weekend()),
        as_of: Some(Period::between(
            "",
            Some(date(2021, 5, 3).at(18, 5, 0, 0)),
            Some(date(2021, 5, 3).at(18, 6, 0, 0)),
            Basis::Assumed,
        )),
        attribution: vec![Source {
            text: "a port doctor".to_owned(),
            span: Some(span("a port doctor")),
            entity: None,
            kind: "medic".to_owned(),
            cue: "said".to_owned(),
            cue_span: Some(span("said")),
            basis: Basis::Said,
        }],
        part_of: Some("harbour-post/x2p9".to_owned()),
        attributes: Attributes::from_iter([("means".to_owned(), "shelling".to_owned())]),
        span: span("At least 26 died"),
        passage: 2,
        correction: Some(
            Correction {
                by: Some("desk".to_owned()),
                reason: Some("called the port".to_owned()),
                void: true,
                by_hand: false,
            }
            .into(),
        ),
    }
}

fn quantity() -> Quantity {
    let stated = Bounds {
        low: Some(Decimal::from(26)),
        high: None,
    };
    Quantity {
        span: Some(span("At least 26")),
        tally: Tally::Incident,
        ..Quantity::stated("At least 26", Form::AtLeast, stated, "person")
    }
}

fn weekend() -> Period {
    let (first, last) = (date(2021, 5, 1), date(2021, 5, 2));
    Period::days("over the weekend", first, last, Basis::Said).at(span("over the weekend"))
}

/// A claim that uses as few as possible.
pub(crate) fn bare_claim() -> Claim {
    Claim {
        id: "harbour-post/x2p9".to_owned(),
        hedge: None,
        quantity: None,
        population: None,
        agent: None,
        object: None,
        complement: None,
        place: None,
        time: Some(Period::unresolved("lately")),
        as_of: None,
        attribution: Vec::new(),
        part_of: None,
        attributes: Default::default(),
        span: span("Ferry quay shelled"),
        passage: 0,
        voice: Voice::Outlet,
        certainty: Certainty::Fact,
        correction: None,
        ..claim()
    }
}

pub(crate) fn reading() -> Reading {
    let mention = |words: &str, value| Mention {
        span: span(words),
        value,
    };
    let claim = claim();
    let population = claim.population.clone().expect("it has one");
    Reading {
        article: article("harbour-post"),
        passages: passages(),
        mentions: vec![
            mention("At least 26", MentionValue::Quantity(quantity())),
            mention(
                "a port doctor",
                MentionValue::Source(claim.attribution[0].clone()),
            ),
            mention("over the weekend", MentionValue::Time(weekend())),
            mention("dockers", MentionValue::Actor(population.clone())),
            mention("Ålund", MentionValue::Place(population)),
        ],
        claims: vec![bare_claim(), claim],
        notices: vec![
            Notice::new("no-date", "nothing dates the article"),
            Notice::new("unresolved-date", "which weekend?").at(span("over the weekend")),
        ],
    }
}

/// A report that fills every list.
pub(crate) fn report() -> Report {
    let mut other = reading();
    other.article = article("river-times");
    for claim in &mut other.claims {
        claim.id = claim.id.replace("harbour-post", "river-times");
    }
    Report {
        rules: vec![RuleInUse {
            id: "quantity-mismatch".to_owned(),
            plugin: "quantity".to_owned(),
            version: "0.1.0".to_owned(),
            sha256: String::new(),
            severity: [("wide-gap".to_owned(), Severity::Error)].into(),
        }],
        readings: vec![reading(), other],
        events: vec![event()],
        findings: vec![finding()],
        failures: vec![Failure {
            rule: "part-whole".to_owned(),
            plugin: "part-whole".to_owned(),
            event: Some("0123456789ab".to_owned()),
            kind: FailureKind::Fuel,
            message: "used up its instructions".to_owned(),
        }],
        notices: vec![Notice {
            article: Some("river-times".to_owned()),
            ..Notice::new("unresolved-date", "which weekend?").at(span("weekend"))
        }],
        profile: "default".to_owned(),
        packs: vec!["default".to_owned()],
    }
}

fn event() -> Event {
    let at = |article, claim| ClaimRef { article, claim };
    Event {
        id: "0123456789ab".to_owned(),
        kind: EventKind::Incident,
        title: "Shelling of a quay".to_owned(),
        time: Some(weekend()),
        place: Some(Party::named("Ålund", Basis::Said)),
        articles: vec![1, 0],
        main_of: vec![0],
        because: vec!["same place".to_owned()],
        claims: vec![at(0, 1), at(1, 1)],
        alignments: vec![Alignment {
            topic: "people killed".to_owned(),
            slug: "killed".to_owned(),
            claims: vec![0, 1],
            pairs: vec![Pair {
                left: 0,
                right: 1,
                predicate: Extent::Same,
                population: Extent::Subset,
                agent: Extent::Unknown,
                object: Extent::Overlap,
                place: Extent::Superset,
                time: Order::Within,
                as_of: Order::Before,
                origin: Sameness::Different,
            }],
            shares: vec![Share { whole: 0, part: 1 }],
            left_out: 3,
        }],
        origins: vec![Origin {
            entity: "port-doctor".to_owned(),
            name: "a port doctor".to_owned(),
            articles: vec![0, 1],
        }],
        copies: vec![Copied {
            article: 1,
            of: 0,
            percent: 87,
        }],
        citing: vec![Citing {
            article: 1,
            cites: 0,
        }],
        gaps: vec![Gap {
            slot: "killed/civilian".to_owned(),
            label: "civilians killed".to_owned(),
            missing_in: vec![1],
        }],
        agreements: vec![Agreement {
            text: "26 killed".to_owned(),
            claims: vec![at(0, 1), at(1, 1)],
        }],
        only_in: vec![OnlyIn {
            article: 0,
            text: "a quay shelled".to_owned(),
            claims: vec![at(0, 0)],
        }],
        not_compared: vec![NotCompared {
            claim: at(1, 0),
            why: "nothing to compare it with".into(),
            key: None,
        }],
    }
}

fn finding() -> Finding {
    let at = |article, claim| ClaimRef { article, claim };
    Finding {
        id: "fedcba987654".to_owned(),
        topic: "0123456789ab/killed/civilian".to_owned(),
        rule: "quantity-mismatch".to_owned(),
        code: "wide-gap".to_owned(),
        event: 0,
        severity: Severity::Warning,
        verdict: Verdict::Undetermined,
        message: "26 against 50".to_owned(),
        because: None,
        readings: vec![ReadingOfFinding {
            when: "if 50 counts all".to_owned(),
            verdict: Verdict::ScopeDiffers,
            because: "one counts dockers".to_owned(),
        }],
        questions: vec![
            Question {
                to: QuestionTo::Article(1),
                text: "whose figure?".to_owned(),
            },
            Question {
                to: QuestionTo::Source("the port doctor".to_owned()),
                text: "since when?".to_owned(),
            },
        ],
        missing: vec![MissingField {
            claim: at(1, 1),
            field: "population".to_owned(),
        }],
        claims: vec![at(1, 1), at(0, 1)],
        evidence: vec![Evidence {
            claim: at(0, 1),
            span: span("At least 26 died"),
            paragraph: Some(1),
            quote: "At least 26 died".to_owned(),
            key: None,
        }],
        conventions: vec!["floor".to_owned()],
        fingerprint: "fp".to_owned(),
        score: 0.123_456,
    }
}

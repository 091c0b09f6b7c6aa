//! Events as no text would give them, for the rules' property tests, and what every finding must keep to.

use std::collections::BTreeSet;

use proptest::bool::weighted;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rashomon_rule::prelude::*;
use rashomon_rule::{Metadata, Share};

/// Any event whose claims have one of these predicates: figures up to 18 digits, missing fields, pairs in any relation.
pub(crate) fn any_event(predicates: &'static [&'static str]) -> impl Strategy<Value = Event> {
    let claims = vec(any_claim(predicates), 0..10);
    (claims, vec(any_relations(), 0..4)).prop_map(|(claims, relations)| {
        let mut scene = Scene::incident("fighting at the mill");
        for outlet in ["Harbour Post", "River Times", "Mill Gazette"] {
            scene.article(outlet);
        }
        scene.event_mut().claims = claims;
        scene.event_mut().claims.sort_by_key(|claim| claim.article);
        let alignments: Vec<_> = relations
            .into_iter()
            .map(|related| alignment(scene.event(), related))
            .collect();
        scene.event_mut().alignments = alignments;
        scene.event().clone()
    })
}

/// What the host refuses to pass on, of findings that may hold anything else.
pub(crate) fn assert_sound(event: &Event, metadata: &Metadata, findings: &[Finding]) {
    for found in findings {
        let known = |id: &u32| (*id as usize) < event.claims.len();
        assert!(!found.claims.is_empty() && found.claims.iter().all(known));
        assert!(found.missing.iter().all(|gap| known(&gap.claim)));
        assert!(metadata.codes.iter().any(|code| code.id == found.code));
        assert!(found.verdict != Verdict::Undetermined || !found.missing.is_empty());
        assert_ne!(found.readings.len(), 1, "{found:?}");
        let cited = found
            .claims
            .iter()
            .filter_map(|id| event.claim(*id).quantity.as_ref());
        let cited: BTreeSet<_> = cited.filter_map(|q| q.convention.clone()).collect();
        assert!(
            found
                .conventions
                .iter()
                .all(|line| cited.contains(line.as_str()))
        );
        for phrase in phrases(found) {
            assert_filled(metadata, phrase);
        }
    }
}

fn phrases(found: &Finding) -> impl Iterator<Item = &Phrase> {
    let readings = found.readings.iter().flat_map(|r| [&r.when, &r.because]);
    let questions = found.questions.iter().map(|question| &question.ask);
    let own = [Some(&found.message), found.because.as_ref()];
    own.into_iter().flatten().chain(readings).chain(questions)
}

/// There are words for the phrase, and a value for every name in them.
fn assert_filled(metadata: &Metadata, phrase: &Phrase) {
    let words = metadata.words.iter().find(|words| words.key == phrase.key);
    let words = words.unwrap_or_else(|| panic!("no words for {}", phrase.key));
    let names = words.text.split('{').skip(1);
    for name in names.filter_map(|rest| rest.split(['}', '.']).next()) {
        let given = phrase.values.iter().any(|value| value.name == name);
        assert!(given, "{}: no value for {name}", phrase.key);
    }
}

fn any_claim(predicates: &'static [&'static str]) -> impl Strategy<Value = Claim> {
    let what = (0..3_u32, select(predicates), any_certainty(), weighted(0.1));
    let parties = (any_party(), any_party(), any_party());
    let times = (any_period(), any_period());
    let said = (any_source(), any_quote());
    (what, any_figure(), parties, times, said).prop_map(
        |((article, predicate, certainty, denied), quantity, parties, times, said)| Claim {
            article,
            passage: "paragraph".into(),
            quote: said.1.into(),
            quoted: false,
            predicate: predicate.into(),
            polarity: if denied {
                Polarity::Denied
            } else {
                Polarity::Affirmed
            },
            certainty,
            hedge: None,
            quantity,
            population: parties.0,
            agent: parties.1,
            object: None,
            complement: None,
            place: parties.2,
            time: times.0,
            as_of: times.1,
            attribution: said.0,
            attributes: Vec::new(),
        },
    )
}

fn any_certainty() -> impl Strategy<Value = Certainty> {
    select(&[
        Certainty::Fact,
        Certainty::Reported,
        Certainty::Claimed,
        Certainty::Possible,
    ])
}

/// Words alike enough to be one statement, with the marks that news sets.
fn any_quote() -> impl Strategy<Value = String> {
    let word = select(&[
        "we", "Sen.", "won't", "été…", "[not", "10]", "(", "…", "’", "100", "",
    ]);
    vec(word, 0..9).prop_map(|words| words.join(" "))
}

fn any_source() -> impl Strategy<Value = Vec<Source>> {
    let source = select(&["monitor", "army"]).prop_map(|name| source(name, "monitor").entity(name));
    vec(source, 0..2)
}

fn any_basis() -> impl Strategy<Value = Basis> {
    select(&[Basis::Said, Basis::Implied, Basis::Assumed])
}

fn any_party() -> impl Strategy<Value = Option<Party>> {
    let role = option::of(select(&["person", "soldier"]));
    let side = option::of(select(&["army", "rebels"]));
    let text = select(&["", "soldiers", "its men"]);
    option::of(
        (text, side, role, any_basis()).prop_map(|(text, side, role, basis)| Party {
            text: text.into(),
            entity: None,
            side: side.map(Into::into),
            role: role.map(Into::into),
            basis,
        }),
    )
}

fn any_period() -> impl Strategy<Value = Option<Period>> {
    let end = || option::weighted(0.9, prop_oneof![4 => 0..5000_i32, 1 => any::<i32>()]);
    option::of(
        (end(), end(), any_basis()).prop_map(|(start, end, basis)| Period {
            text: "then".into(),
            start,
            end,
            basis,
        }),
    )
}

/// The extremes of the contract, and small figures that often meet.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    const MOST: i64 = 999_999_999_999_999_999;
    let small = (0..60_u32).prop_map(Decimal::from);
    let any = (-MOST..=MOST, 0..=18_u8).prop_filter_map("18 digits", |(u, s)| Decimal::new(u, s));
    prop_oneof![4 => small, 1 => any]
}

fn any_bounds() -> impl Strategy<Value = Bounds> {
    let exact = any_decimal().prop_map(Bounds::exactly);
    let open = (option::of(any_decimal()), option::of(any_decimal()));
    prop_oneof![exact, open.prop_map(|(low, high)| Bounds::new(low, high))]
}

fn any_figure() -> impl Strategy<Value = Option<rashomon_rule::Quantity>> {
    let form = select(&[
        Form::Exact,
        Form::AtLeast,
        Form::AtMost,
        Form::About,
        Form::Vague,
    ]);
    let tally = select(&[Tally::Incident, Tally::Cumulative, Tally::Unknown]);
    let convention = option::of(Just("dozens".into()));
    let figure = (
        form,
        any_bounds(),
        option::of(any_bounds()),
        convention,
        tally,
    );
    option::of(figure.prop_map(
        |(form, stated, read, convention, tally)| rashomon_rule::Quantity {
            text: "some".into(),
            form,
            stated,
            interpreted: read.unwrap_or(stated),
            convention,
            unit: "person".into(),
            tally,
        },
    ))
}

/// How each pair of an alignment relates, over and over.
fn any_relations() -> impl Strategy<Value = Vec<Pair>> {
    let rare = || {
        select(&[
            Extent::Subset,
            Extent::Superset,
            Extent::Overlap,
            Extent::Disjoint,
        ])
    };
    let extent = || prop_oneof![2 => Just(Extent::Same), 3 => Just(Extent::Unknown), 2 => rare()];
    let order = || {
        select(&[
            Order::Same,
            Order::Within,
            Order::Contains,
            Order::Before,
            Order::After,
            Order::Unknown,
        ])
    };
    let same = select(&[Sameness::Same, Sameness::Different, Sameness::Unknown]);
    let predicate = prop_oneof![4 => Just(Extent::Same), 1 => extent()];
    let pair = (
        predicate,
        extent(),
        extent(),
        extent(),
        order(),
        order(),
        same,
    );
    let pair = pair.prop_map(
        |(predicate, population, object, place, time, as_of, origin)| Pair {
            left: 0,
            right: 0,
            predicate,
            population,
            agent: Extent::Unknown,
            object,
            place,
            time,
            as_of,
            origin,
        },
    );
    vec(pair, 1..6)
}

fn alignment(event: &Event, related: Vec<Pair>) -> Alignment {
    let count = u32::try_from(event.claims.len()).expect("few");
    let ids = (0..count).flat_map(|left| (left + 1..count).map(move |right| (left, right)));
    let pairs = ids.zip(related.iter().cycle());
    let pairs = pairs.map(|((left, right), pair)| Pair {
        left,
        right,
        ..*pair
    });
    let shares = (count > 3).then_some(Share { whole: 0, part: 3 });
    Alignment {
        topic: "people killed".into(),
        claims: (0..count).collect(),
        pairs: pairs.collect(),
        shares: shares.into_iter().collect(),
        left_out: 0,
    }
}

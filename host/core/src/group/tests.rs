use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::evidence::Usual;
use super::words::{stem, words};
use super::*;
use crate::model::{Article, Basis, Mention, MentionValue, Period, Reading, Span, Stamp};

const SETTINGS: Grouping = Grouping {
    threshold: 0.2,
    sigma: 0.15,
    evidence: 0.04,
    floor: 0.08,
    copy: 0.5,
    same_text: 0.8,
};

/// An article of an invented outlet. A day is mentioned where `day` says so, at the head of the text.
fn reading(text: &str, published: Option<Date>, day: Option<Date>) -> Reading {
    let time = |day| Mention {
        span: Span::new(0, 1),
        value: MentionValue::Time(Period::days("that day", day, day, Basis::Said)),
    };
    Reading {
        article: Article {
            id: "harbour-post".into(),
            outlet: "Harbour Post".into(),
            title: text.lines().next().map(str::to_owned),
            byline: None,
            url: None,
            published: published.map(|date| Stamp {
                date,
                time: None,
                offset: None,
                basis: Basis::Said,
            }),
            published_from: None,
            not_before: None,
            modified: None,
            retrieved: None,
            language: "en".into(),
            path: String::new(),
            sha256: String::new(),
            text: text.into(),
            entries: Vec::new(),
        },
        passages: Vec::new(),
        claims: Vec::new(),
        mentions: day.map(time).into_iter().collect(),
        notices: Vec::new(),
    }
}

fn groups(texts: &[&str]) -> Vec<Vec<usize>> {
    let profiles: Vec<Profile> = texts
        .iter()
        .map(|text| profile(&reading(text, None, None)))
        .collect();
    let clusters = cluster(&profiles, &background(), &SETTINGS);
    clusters
        .into_iter()
        .map(|cluster| cluster.articles)
        .collect()
}

fn background() -> Background {
    let common =
        "the of and to in a on was were by at with for said from after that it is they had";
    let rows: String = common
        .split(' ')
        .filter_map(stem)
        .map(|stem| format!("{stem}\t90\n"))
        .collect();
    Background::parse(&format!("# words of no event\narticles\t100\n{rows}"))
        .expect("the table above is well-formed")
}

const FERRY_A: &str = "Ferry sinks off Port Orrin\n\nThe ferry Blue Heron sank off Port Orrin on Tuesday after its engine \
    room flooded. Coast guards in Port Orrin rescued 40 passengers, harbour master Lena Voss said.";
const FERRY_B: &str = "Forty saved as Blue Heron goes down\n\nPassengers of the ferry Blue Heron were rescued by coast guards \
    when it sank near Port Orrin. Water had flooded the engine room, said Lena Voss, the harbour master.";
const STRIKE: &str = "Tram drivers strike in Velmar\n\nTram drivers in Velmar stopped work on Friday over night shifts. \
    The union of Tomas Brandt wants shorter weeks and a better roster for its members.";

#[test]
fn reports_of_one_event_are_joined_and_others_are_not() {
    assert_eq!(groups(&[FERRY_A, STRIKE, FERRY_B]), [vec![0, 2], vec![1]]);
}

#[test]
fn nothing_and_empty_texts_are_no_event() {
    assert_eq!(groups(&[]), Vec::<Vec<usize>>::new());
    assert_eq!(groups(&["", "", "..."]), [[0], [1], [2]]);
}

#[test]
fn the_reason_names_what_is_shared() {
    let day = date(2031, 5, 6);
    let profiles = [FERRY_A, FERRY_B].map(|text| profile(&reading(text, None, Some(day))));
    let clusters = cluster(&profiles, &background(), &SETTINGS);
    let because = clusters[0].because.join(", ");
    for expected in ["Blue Heron", "Lena Voss", "Tuesday 6 May 2031"] {
        assert!(
            because.contains(expected),
            "{expected} is missing from: {because}"
        );
    }
}

#[test]
fn a_day_far_away_speaks_against_one_event() {
    let (a, b) = (date(2031, 5, 6), date(2032, 9, 1));
    let usual = |x: Date, y: Date| {
        let profiles = [(FERRY_A, x), (FERRY_B, y)]
            .map(|(text, day)| profile(&reading(text, Some(day), Some(day))));
        Usual::of(&profiles.each_ref())
            .evidence(&profiles[0], &profiles[1])
            .sum()
    };
    assert!(usual(a, a) > usual(a, b) + 2.0);
}

#[test]
fn an_age_that_differs_between_people_of_one_name_is_no_sign_of_two_events() {
    let number = |left: &str, right: &str| {
        let profiles = [left, right].map(|text| profile(&reading(text, None, None)));
        let usual = Usual::of(&profiles.each_ref());
        usual.evidence(&profiles[0], &profiles[1]).number
    };
    let tomas = "The pilot Tomas Berg, 34, was hurt at Lower Ford.";
    let older = "A pilot, Tomas Berg, 43, was hurt near Lower Ford.";
    let other = "The cook Anna Weld, 43, was hurt in a kitchen.";
    assert!(number(tomas, older).abs() < f64::EPSILON);
    assert!(number(tomas, other) < 0.0);
}

#[test]
fn house_text_joins_nothing_but_a_wire_text_does() {
    let house =
        "Please subscribe to the Marlow Gazette for the best of our crossword pages every weekend.";
    let titles = [
        "Quarry fined over dust",
        "Library reopens doors",
        "Bakery wins ribbon",
        "Orchard sold to cousins",
    ];
    let pages = titles.map(|title| format!("{title}\n\n{house}\n\n{house} Thank you."));
    let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
    assert_eq!(groups(&pages).len(), 4);
    let copies = [FERRY_A; 4];
    assert_eq!(groups(&copies), [vec![0, 1, 2, 3]]);
}

#[test]
fn names_of_its_own_keep_a_group_apart() {
    let keys: Vec<Vec<u32>> = (0..12)
        .map(|article| {
            if article < 6 {
                vec![1, 2, 9]
            } else {
                vec![3, 4, 9]
            }
        })
        .collect();
    let (left, right) = ([0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11]);
    assert!(twins::are_two(&keys, &left, &right));
    assert!(!twins::are_two(&keys, &left[..3], &left[3..]));
    assert!(
        !twins::are_two(&keys, &left[..2], &right),
        "two articles are too few to have names of their own"
    );
}

#[test]
fn a_group_of_two_events_is_cut_and_one_of_one_is_not() {
    // Each event has three names of its own; the place, 9, is in all, and every article has a name nobody shares.
    let of = |article: u32, own: [u32; 3]| {
        let mut keys: Vec<u32> = own
            .into_iter()
            .filter(|name| !(article + name).is_multiple_of(7))
            .collect();
        keys.extend([9, 100 + article]);
        keys.sort_unstable();
        keys
    };
    let two: Vec<Vec<u32>> = (0..20)
        .map(|article| {
            of(
                article,
                if article % 2 == 0 {
                    [1, 2, 3]
                } else {
                    [4, 5, 6]
                },
            )
        })
        .collect();
    let halves = split::halves(&two, (0..20).collect());
    let even: Vec<usize> = (0..20).step_by(2).collect();
    assert_eq!(halves.len(), 2);
    assert!(halves.contains(&even), "{halves:?}");
    let one: Vec<Vec<u32>> = (0..20).map(|article| of(article, [1, 2, 3])).collect();
    assert_eq!(split::halves(&one, (0..20).collect()).len(), 1);
    let copies: Vec<Vec<u32>> = (0..20)
        .map(|article| {
            if article % 2 == 0 {
                vec![1, 2, 3, 7, 8, 10, 11]
            } else {
                vec![4, 5, 6, 7, 8, 10, 11]
            }
        })
        .collect();
    assert_eq!(
        split::halves(&copies, (0..20).collect()).len(),
        1,
        "two texts, however often they are carried"
    );
}

#[test]
fn average_link_merges_the_alikest_and_breaks_ties_by_order() {
    let pair = |left, right, similarity| Alike {
        left,
        right,
        similarity,
    };
    let link = |pairs: &[Alike]| linkage::average_link(4, pairs, 0.5, |_, _| false);
    assert_eq!(
        link(&[pair(0, 1, 0.9), pair(1, 2, 0.9), pair(2, 3, 0.6)]),
        [vec![0, 1], vec![2, 3]]
    );
    assert_eq!(
        link(&[pair(0, 1, 0.9), pair(0, 2, 0.6), pair(1, 2, 0.6)]),
        [vec![0, 1, 2], vec![3]]
    );
    let apart = linkage::average_link(4, &[pair(0, 1, 0.9)], 0.5, |_, _| true);
    assert_eq!(apart.len(), 4);
}

#[test]
fn words_and_stems() {
    let of = |text: &str| {
        words(text)
            .filter_map(|word| stem(word.text))
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (text, expected) in [
        ("Families' cities", "family city"),
        ("stopped, killing; passes", "stop kill pass"),
        ("the mayor’s 1,250 houses.", "the mayor 1250 hous"),
        ("A 26-year-old", "26 year old"),
        ("São Tomé 3.5%", "são tomé 3.5"),
    ] {
        assert_eq!(of(text), expected);
    }
}

#[test]
fn a_broken_table_is_refused_with_its_line() {
    let line = |line| Err(BackgroundError::Line { line });
    assert_eq!(
        Background::parse("# nothing\n"),
        Err(BackgroundError::NoTotal)
    );
    assert_eq!(
        Background::parse("stem\t3\n"),
        Err(BackgroundError::NoTotal)
    );
    assert_eq!(Background::parse("articles\t10\nstem 3\n"), line(2));
    assert_eq!(Background::parse("articles\t10\nstem\t11\n"), line(2));
}

#[test]
fn a_counted_table_can_be_read() {
    let table = Background::count(
        ["the harbour", "the quarry", "the harbour wall"].into_iter(),
        2,
    );
    assert_eq!(table, "articles\t3\nharbour\t2\nthe\t3\n");
    let read = Background::parse(&table).expect("what is written can be read");
    assert!((read.rate(words::digest("the")) - 1.0).abs() < f64::EPSILON);
}

proptest! {
    #[test]
    fn every_article_is_in_one_cluster_whatever_it_says(texts in prop::collection::vec("\\PC{0,200}", 0..12)) {
        let profiles: Vec<Profile> = texts.iter().map(|text| profile(&reading(text, None, None))).collect();
        let clusters = cluster(&profiles, &background(), &SETTINGS);
        let mut seen: Vec<usize> = clusters.iter().flat_map(|cluster| cluster.articles.iter().copied()).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..texts.len()).collect::<Vec<_>>());
        prop_assert_eq!(cluster(&profiles, &background(), &SETTINGS), clusters);
    }
}

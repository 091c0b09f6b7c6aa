//! Input as no desk would send it: a report all the same, in bounded work.

use jiff::civil::date;

use crate::group::Background;
use crate::lexicon::english::ENGLISH;
use crate::model::{Article, Basis, Input, Reading, Report, Stamp};
use crate::policy::{Pack, Policy};

/// The report on these readings without any rule.
pub(crate) fn report(readings: Vec<Reading>) -> Report {
    let pack = Pack::parse("test", "schema = \"rashomon/rules/1\"\n").expect("an empty pack");
    let policy = Policy::merge(vec![pack]).expect("one pack");
    let background = Background::parse(include_str!("../../../../rules/lexicon/en/background.tsv"))
        .expect("the shipped table");
    crate::analyze(readings, &ENGLISH, &background, &policy, &[])
}

/// One undated article a text, each of an outlet of its own.
pub(crate) fn texts(texts: &[&str]) -> Vec<Reading> {
    let read =
        |(at, text): (usize, &&str)| crate::read(input(&format!("post-{at:05}"), text), &ENGLISH);
    texts.iter().enumerate().map(read).collect()
}

/// An article of this outlet.
pub(crate) fn of_outlet(outlet: &str, text: &str) -> Reading {
    let mut input = input(&outlet.to_lowercase().replace(' ', "-"), text);
    input.article.outlet = outlet.to_owned();
    crate::read(input, &ENGLISH)
}

fn input(id: &str, text: &str) -> Input {
    let article = Article::of_text(id, text);
    Input::from(article)
}

const FIRE: &str = "Flames took the rope works at Osk on Tuesday night and killed six people, the Osk fire brigade said. The \
    owner, Lena Voss, said the works had been inspected in spring and that its two gates were open when the fire began in \
    the tar store. Harbour boats pumped water until dawn, and two streets behind the works were cleared for fear of the \
    paint cellar.";

#[test]
fn a_thousand_copies_are_one_event_and_one_source() {
    let copies: Vec<&str> = std::iter::repeat_n(FIRE, 1_200).collect();
    let report = report(texts(&copies));
    let events: Vec<_> = report
        .events
        .iter()
        .filter(|e| !e.main_of.is_empty())
        .collect();
    assert_eq!(events.len(), 1);
    let event = events[0];
    assert_eq!((event.main_of.len(), event.copies.len()), (1_200, 1_199));
    assert!(
        event
            .copies
            .iter()
            .all(|copy| copy.of == 0 && copy.percent == 100)
    );
    assert_eq!(event.agreements, [], "copies that agree are no agreement");
    assert!(!event.because.is_empty());
    for alignment in &event.alignments {
        let (claims, pairs) = (alignment.claims.len(), alignment.pairs.len());
        assert!(pairs <= 2_000);
        assert_eq!(
            pairs + alignment.left_out as usize,
            claims * (claims - 1) / 2
        );
    }
}

#[test]
fn copies_among_other_reports_are_one_source_beside_them() {
    let other = "Six people died when the rope works at Osk burnt down on Tuesday night. Lena Voss, who owns the works, was \
        not in Osk. The paint cellar did not catch fire, said a baker whose shop faces the gates.";
    let brief = format!("{FIRE} A spokesman for the brigade could not be reached on Wednesday.");
    let event = report(texts(&[FIRE, other, &brief])).events.remove(0);
    assert_eq!(event.main_of, [0, 1, 2]);
    let copies: Vec<_> = event.copies.iter().map(|c| (c.article, c.of)).collect();
    assert_eq!(copies, [(2, 0)]);
    assert!(!event.agreements.is_empty(), "two sources agree on six");
}

#[test]
fn five_thousand_claims_of_one_event_are_compared_in_part_and_it_is_said() {
    // Letters for digits, so that no gate is taken for a year.
    let letters = |n: usize| {
        let digits = n.to_string().into_bytes();
        let letters = digits
            .into_iter()
            .map(|digit| char::from(b'b' + digit - b'0'));
        letters.collect::<String>()
    };
    let sentences: Vec<String> = (0..5_000)
        .map(|n| {
            let (killed, gate) = (n % 40 + 2, letters(n));
            format!(
                "{killed} people were killed at the gate called {gate} of the rope works in Osk."
            )
        })
        .collect();
    let report = report(texts(&[&sentences.join(" ")]));
    let claims: usize = report.events.iter().map(|e| e.claims.len()).sum();
    assert!(claims >= 5_000, "{claims}");
    let alignment = report
        .events
        .iter()
        .flat_map(|e| &e.alignments)
        .find(|a| a.claims.len() >= 5_000);
    let alignment = alignment.expect("all count people killed");
    assert_eq!(alignment.pairs.len(), 2_000);
    assert!(alignment.left_out > 12_000_000);
    // What is looked at first is what differs: forty figures, all with one another.
    let event = report
        .events
        .iter()
        .find(|e| e.claims.len() >= 5_000)
        .expect("the event");
    let figure = |index: usize| {
        let at = event.claims[index];
        report.readings[at.article].claims[at.claim]
            .quantity
            .as_ref()
            .map(|q| q.stated)
    };
    let different = alignment
        .pairs
        .iter()
        .filter(|p| figure(p.left) != figure(p.right))
        .count();
    assert!(different > 700, "{different}");
}

#[test]
fn nothing_at_all_one_claim_and_no_date_make_a_report() {
    assert_eq!(report(Vec::new()).events, []);
    let report = report(texts(&["Six people were killed in Osk.", ""]));
    assert_eq!(report.readings.len(), 2);
    let event = report
        .events
        .iter()
        .find(|e| !e.claims.is_empty())
        .expect("one claim");
    assert_eq!(event.time, None);
    assert_eq!(event.not_compared.len(), 1, "alone, and it is said");
}

#[test]
fn every_claim_is_lined_up_or_said_not_to_be() {
    let articles = [
        FIRE,
        "Six people died in Osk on Tuesday night when the rope works burnt. In Velmar four people were killed last year. The \
            army withdrew from the quay. Lena Voss was hurt.",
    ];
    let report = report(texts(&articles));
    let mut left: std::collections::BTreeSet<_> = std::collections::BTreeSet::new();
    for (article, reading) in report.readings.iter().enumerate() {
        left.extend((0..reading.claims.len()).map(|claim| (article, claim)));
    }
    for event in &report.events {
        for index in event.alignments.iter().flat_map(|a| &a.claims) {
            left.remove(&(event.claims[*index].article, event.claims[*index].claim));
        }
        for one in &event.not_compared {
            left.remove(&(one.claim.article, one.claim.claim));
        }
    }
    assert!(
        left.is_empty(),
        "neither compared nor said why not: {left:?}"
    );
}

#[test]
fn dates_that_contradict_one_another_are_said() {
    let stamp = |day| Stamp {
        date: day,
        time: None,
        offset: None,
        basis: Basis::Said,
    };
    let mut input = input("quay", FIRE);
    input.article.published = Some(stamp(date(2031, 5, 8)));
    input.article.modified = Some(stamp(date(2031, 5, 2)));
    let report = report(vec![crate::read(input, &ENGLISH)]);
    let notice = report
        .notices
        .iter()
        .find(|n| n.code == "contradictory-dates");
    assert!(
        notice.is_some_and(|n| n.message.contains("2031-05-02")),
        "{:?}",
        report.notices
    );
}

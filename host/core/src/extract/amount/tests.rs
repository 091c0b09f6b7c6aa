use proptest::prelude::*;

use super::*;
use crate::lexicon::Tag;
use crate::lexicon::english::ENGLISH;
use crate::model::{Passage, PassageKind, Span};

fn paragraph(text: &str) -> Passage {
    Passage {
        kind: PassageKind::Paragraph,
        number: Some(1),
        span: Span::new(0, text.len()),
    }
}

/// Words and bounds of every number of a text; an ordinal is none.
fn read(text: &str) -> Vec<(String, String)> {
    let passages = [paragraph(text)];
    let doc = Doc::new(text, &passages, &ENGLISH);
    let marks = Marks::find(&doc);
    let amounts = amounts(&doc, &marks, &|_| false);
    let whole = 0..doc.tokens.len();
    let mut ratios = marks.within(&whole).filter(|m| m.tag == Tag::Ratio);
    let found = shares_joined(&doc, &amounts, &mut ratios);
    found
        .iter()
        .filter(|a| a.kind != AmountKind::Ordinal)
        .map(|a| (doc.words(a.tokens.clone()).to_owned(), shown(a)))
        .collect()
}

fn shown(amount: &Amount) -> String {
    let text = |end: Option<Decimal>| end.map_or_else(String::new, |d| d.to_string());
    let Bounds { low, high } = amount.bounds;
    if low == high {
        text(low)
    } else {
        format!("{}..{}", text(low), text(high))
    }
}

#[track_caller]
fn check(rows: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in rows {
        let found = read(text);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(words, value)| (words.as_str(), value.as_str()))
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn digits() {
    check(&[
        ("They counted 1,250 tents.", &[("1,250", "1250")]),
        ("They counted 12 500 tents.", &[("12 500", "12500")]),
        (
            "Tents 4, 17 and 230.",
            &[("4", "4"), ("17", "17"), ("230", "230")],
        ),
        (
            "Rows 4,17,23 are free.",
            &[("4", "4"), ("17", "17"), ("23", "23")],
        ),
        ("It measured .75 of it.", &[(".75", "0.75")]),
        ("A factor of 2,5 was used.", &[("2,5", "2.5")]),
        ("It costs 15k now.", &[("15k", "15000")]),
        ("Some 2.4 M were sold.", &[("Some 2.4 M", "2400000")]),
        ("The host is 10.0.0.7 today.", &[]),
        ("A 40ml bottle stood on a 3km road.", &[]),
        ("Call +4-555-1234-99 now.", &[]),
    ]);
}

#[test]
fn signs_shares_and_powers() {
    check(&[
        ("It fell to -7 at night.", &[("-7", "-7")]),
        ("It fell to minus seven.", &[("minus seven", "-7")]),
        (
            "Negative twelve is the least.",
            &[("Negative twelve", "-12")],
        ),
        ("- 9 people died.", &[("9", "9")]),
        ("About 3/4 of it burnt.", &[("About 3/4", "0.75")]),
        ("It took 2 1/2 loads.", &[("2 1/2", "2.5")]),
        ("It took 2½ loads.", &[("2½", "2.5")]),
        ("It is 2^10 in all.", &[("2^10", "1024")]),
        ("It is 4.5e3 in all.", &[("4.5e3", "4500")]),
        ("It is 4x10^-2 in all.", &[("4x10^-2", "0.04")]),
    ]);
}

#[test]
fn number_words() {
    check(&[
        (
            "Two hundred and seven fled.",
            &[("Two hundred and seven", "207")],
        ),
        ("Forty two fled.", &[("Forty two", "42")]),
        (
            "Forty-two thousand and nine fled.",
            &[("Forty-two thousand and nine", "42009")],
        ),
        ("A hundred and ten fled.", &[("A hundred and ten", "110")]),
        (
            "One million two hundred thousand fled.",
            &[("One million two hundred thousand", "1200000")],
        ),
        (
            "Three million and 5 fled.",
            &[("Three million and 5", "3000005")],
        ),
        (
            "2 thousand 4 hundred and 6 fled.",
            &[("2 thousand 4 hundred and 6", "2406")],
        ),
        ("Four lakh voters came.", &[("Four lakh", "400000")]),
        ("Six dozen eggs broke.", &[("Six dozen", "72")]),
        ("Half a dozen eggs broke.", &[("Half a dozen", "6")]),
        ("Half a million fled.", &[("Half a million", "500000")]),
        (
            "Two point five million fled.",
            &[("Two point five million", "2500000")],
        ),
        (
            "It is three point zero nine.",
            &[("three point zero nine", "3.09")],
        ),
        (
            "Six, seven and eight fled.",
            &[("Six", "6"), ("seven", "7"), ("eight", "8")],
        ),
    ]);
}

#[test]
fn parts() {
    check(&[
        (
            "Two thirds of them fled.",
            &[("Two thirds", "0.666666666666667")],
        ),
        (
            "Three-quarters of them fled.",
            &[("Three-quarters", "0.75")],
        ),
        ("A fifth of them fled.", &[("A fifth", "0.2")]),
        ("A fifth man fled.", &[]),
        (
            "It took one and a half loads.",
            &[("one and a half", "1.5")],
        ),
        (
            "It took six and three quarters.",
            &[("six and three quarters", "6.75")],
        ),
        (
            "It made 4 million and a half.",
            &[("4 million and a half", "4500000")],
        ),
        (
            "It made two twenty-fifths.",
            &[("two twenty-fifths", "0.08")],
        ),
        ("Seven out of ten fled.", &[("Seven out of ten", "0.7")]),
        ("7 out of 10 fled.", &[("7", "7"), ("10", "10")]),
        ("It is 7 over 2.", &[("7 over 2", "3.5")]),
        ("He was charged over 5 deaths.", &[("5", "5")]),
    ]);
}

#[test]
fn ranks_are_no_numbers() {
    check(&[
        ("The twenty-third raid began.", &[]),
        ("The one hundred and twelfth raid began.", &[]),
        ("The 4th raid began.", &[]),
        ("This one is the last one.", &[]),
        ("One of them fled.", &[("One", "1")]),
        ("Twenty first responders fled.", &[("Twenty", "20")]),
    ]);
}

#[test]
fn bounds() {
    check(&[
        ("At least 30 fled.", &[("At least 30", "30..")]),
        ("Thirty or more fled.", &[("Thirty or more", "30..")]),
        ("No fewer than 30 fled.", &[("No fewer than 30", "30..")]),
        ("Upwards of 30 fled.", &[("Upwards of 30", "30..")]),
        (
            "30-plus fled, 40+ in all.",
            &[("30-plus", "30.."), ("40+", "40..")],
        ),
        ("As many as 30 fled.", &[("As many as 30", "..30")]),
        ("Not more than 30 fled.", &[("Not more than 30", "..30")]),
        (
            "Greater than or equal to 30 is fine.",
            &[("Greater than or equal to 30", "30..")],
        ),
        (
            "Less than 30 or equal is fine.",
            &[("Less than 30 or equal", "..30")],
        ),
        ("The sum is >= 30 now.", &[(">= 30", "30..")]),
        ("The sum is <30 now.", &[("<30", "..30")]),
        (
            "It was 30 or more than 70.",
            &[("30", "30"), ("more than 70", "70..")],
        ),
        (
            "More than 20 but fewer than 40 fled.",
            &[("More than 20 but fewer than 40", "21..39")],
        ),
        (
            "At most 40 and at least 20 fled.",
            &[("At most 40 and at least 20", "20..40")],
        ),
        (
            "More than 40 and less than 20.",
            &[("More than 40", "40.."), ("less than 20", "..20")],
        ),
    ]);
}

#[test]
fn ranges_and_vague_words() {
    check(&[
        ("Six or eight fled.", &[("Six or eight", "6..8")]),
        ("6-8 fled.", &[("6-8", "6..8")]),
        (
            "Between 30 and 400 fled.",
            &[("Between 30 and 400", "30..400")],
        ),
        (
            "From minus five to five.",
            &[("From minus five to five", "-5..5")],
        ),
        (
            "Two to three million fled.",
            &[("Two to three million", "2000000..3000000")],
        ),
        ("They won 5-1.", &[("5", "5"), ("1", "1")]),
        ("Dozens fled.", &[("Dozens", "24..")]),
        (
            "Tens of thousands fled.",
            &[("Tens of thousands", "10000..")],
        ),
        ("A couple of men fled.", &[("A couple of", "2")]),
        ("A number of men fled.", &[("A number of", "3..")]),
        ("The number of men fell.", &[]),
    ]);
}

#[test]
fn what_counts_nobody() {
    let kind = |text: &str| {
        let passages = [paragraph(text)];
        let doc = Doc::new(text, &passages, &ENGLISH);
        let amounts = amounts(&doc, &Marks::find(&doc), &|_| false);
        amounts[0].kind
    };
    for text in [
        "It cost $40 then.",
        "Ann Droy, 40, of Ferrow, fled.",
        "It lies 40 miles away.",
        "Some 40% fled.",
        "Half of it, or 1/2, burnt.",
        "It fell to -40 then.",
    ] {
        assert_eq!(kind(text), AmountKind::Other, "{text}");
    }
    assert_eq!(kind("Some 40 men fled."), AmountKind::Count);
    assert_eq!(kind("2.5 million men fled."), AmountKind::Count);
}

proptest! {
    #[test]
    fn numbers_stand_in_the_text_one_after_the_other(
        words in prop::collection::vec(prop::sample::select(vec![
            "one", "twenty", "-", "five", "hundred", "and", "a", "half", "thirds", "third", "of", "point", "zero",
            "million", "3", "1,200", ".", "/", "4", "^", "e", "+", "k", "minus", "between", "to", "or", "more",
            "than", "at", "least", "dozens", "couple", "½", "twenty-first", "six-eight", ",", "over", "out",
        ]), 0..40),
        glue in prop::collection::vec(any::<bool>(), 40),
    ) {
        let text: String = words.iter().zip(glue).map(|(w, g)| format!("{}{w}", if g { " " } else { "" })).collect();
        let passages = [paragraph(&text)];
        let doc = Doc::new(&text, &passages, &ENGLISH);
        let found = amounts(&doc, &Marks::find(&doc), &|_| false);
        for amount in &found {
            prop_assert!(amount.tokens.start <= amount.core.start && amount.core.end <= amount.tokens.end);
            let span = doc.span(amount.tokens.clone());
            prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()), "{text}");
        }
        prop_assert!(found.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start), "{text}");
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,80}") {
        read(&text);
    }
}

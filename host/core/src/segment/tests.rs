use proptest::prelude::*;

use super::*;
use crate::lexicon::english::ENGLISH;
use crate::model::{Basis, Entry, Stamp};
use jiff::civil::date;

fn article(text: &str) -> Article {
    Article {
        outlet: "Harbour Post".into(),
        ..Article::of_text("harbour-post", text)
    }
}

/// Each passage as its kind and number, and its first words.
fn cut(article: &mut Article) -> Vec<String> {
    let (passages, _) = segment(article, &ENGLISH);
    let show = |p: &Passage| {
        let number = p.number.map_or_else(String::new, |n| n.to_string());
        let words: Vec<&str> = p
            .span
            .of(&article.text)
            .split_whitespace()
            .take(3)
            .collect();
        format!("{:?}{number}: {}", p.kind, words.join(" "))
    };
    passages.iter().map(show).collect()
}

const BODY: &str = "The river rose by a metre within an hour, the ferry company said.";

#[test]
fn the_time_above_an_entry_is_no_paragraph() {
    let text = format!("Flood: live\n\n10:30 GMT\n\n{BODY}\n\n9:15 am\n\nTen hurt\n\n{BODY}");
    let mut article = article(&text);
    for head in ["10:30", "9:15", "Ten hurt"] {
        let start = text.find(head).expect("there");
        let at = Stamp {
            date: date(2021, 5, 3),
            time: None,
            offset: None,
            basis: Basis::Said,
        };
        let span = Span::new(start, start + head.len());
        article.entries.push(Entry { span, at });
    }
    assert_eq!(
        cut(&mut article),
        [
            "Headline: Flood: live",
            "Dateline: 10:30 GMT",
            "Paragraph1: The river rose",
            "Dateline: 9:15 am",
            "Paragraph2: Ten hurt",
            "Paragraph3: The river rose",
        ]
    );
}

#[test]
fn a_page_that_was_saved_without_its_text_is_told_of() {
    let said = |text: &str| {
        let (_, notices) = segment(&mut article(text), &ENGLISH);
        let mut notices = notices.into_iter().filter(|n| n.code == "partly-read");
        notices.next().map(|notice| (notice.message, notice.span))
    };
    let wall = format!("{BODY}\n\nSubscribe to continue reading");
    let (message, span) = said(&wall).expect("a notice");
    assert_eq!(
        message,
        "harbour-post.txt: not read as a whole: only what stands before the paywall was saved (“Subscribe to continue reading”); save the page again from a browser that shows all of it, or enter what it claims by hand"
    );
    assert_eq!(
        span.map(|span| span.of(&wall)),
        Some("Subscribe to continue reading")
    );
    let (message, _) = said("You need to enable JavaScript to run this app.").expect("a notice");
    assert!(
        message.contains("the page shows its text only to browsers with scripts"),
        "{message}"
    );
    assert_eq!(said(BODY), None);
    // A whole text with an invitation at its end.
    assert_eq!(
        said(&format!(
            "{}\n\nSubscribe to continue reading",
            BODY.repeat(50)
        )),
        None
    );
}

#[test]
fn the_parts_of_an_article() {
    let text = format!(
        "clear\n\nA voice for the delta since 1987\n\nFlood cuts off two villages\n\nMarch 21, 2017 at 9:28 pm\n\n\
         Boats at Northport on March 20, 2017. ( Ada Example – Delta Agency )\n\n{BODY}\n\nRead: Older floods\n\n\
         “Nobody is hurt,” the mayor said. “We have boats enough.”\n\nPlease let us know if you spot a mistake."
    );
    let mut article = article(&text);
    assert_eq!(
        cut(&mut article),
        [
            "Boilerplate: clear",
            "Boilerplate: A voice for",
            "Headline: Flood cuts off",
            "Dateline: March 21, 2017",
            "Caption: Boats at Northport",
            "Paragraph1: The river rose",
            "Boilerplate: Read: Older floods",
            "Paragraph2: “Nobody is hurt,”",
            "Quotation: Nobody is hurt,",
            "Quotation: We have boats",
            "Boilerplate: Please let us",
        ]
    );
    assert_eq!(
        article.title.as_deref(),
        Some("Flood cuts off two villages")
    );
    assert_eq!(
        article.published.expect("a date line").to_string(),
        "2017-03-21T21:28"
    );
}

#[test]
fn date_lines() {
    let rows = [
        ("March 21, 2017 at 9:28 pm", Some("2017-03-21T21:28"), None),
        ("By Ada Example, 21 March 2017", Some("2017-03-21"), None),
        ("Published: 21/03/2017", Some("2017-03-21"), None),
        ("Updated: 22 March 2017", None, Some("2017-03-22")),
        ("© Harbour Post 2024. All rights reserved.", None, None),
        ("He was born on 3 May 1950.", None, None),
    ];
    for (line, published, modified) in rows {
        let mut article = article(&format!("Flood cuts off two villages\n\n{line}\n\n{BODY}"));
        cut(&mut article);
        let show = |stamp: &Option<Stamp>| stamp.as_ref().map(ToString::to_string);
        assert_eq!(show(&article.published).as_deref(), published, "{line}");
        assert_eq!(show(&article.modified).as_deref(), modified, "{line}");
    }
}

#[test]
fn what_the_metadata_says_stands() {
    let mut article = article(&format!(
        "Flood cuts off two villages\n\n21 March 2017\n\n{BODY}"
    ));
    let given = Stamp {
        date: date(2017, 3, 22),
        time: None,
        offset: None,
        basis: Basis::Said,
    };
    article.published = Some(given.clone());
    article.title = Some("Flood Cuts Off Two Villages".into());
    assert_eq!(
        cut(&mut article)[..2],
        ["Headline: Flood cuts off", "Dateline: 21 March 2017"]
    );
    assert_eq!(article.published, Some(given));
}

#[test]
fn datelines_of_wire_reports() {
    let rows = [
        (
            "NORTHPORT, March 3, 2016 (Delta Agency) — ",
            "Dateline: NORTHPORT, March 3,",
            Some(date(2016, 3, 3)),
        ),
        (
            "SAN MARCO, 3 JAN 90 (RADIO DELTA) -- [TEXT] ",
            "Dateline: SAN MARCO, 3",
            Some(date(1990, 1, 3)),
        ),
        ("Northport (DA) - ", "Dateline: Northport (DA) -", None),
    ];
    for (head, expected, day) in rows {
        let mut article = article(&format!("{head}{BODY}\n\n{BODY}"));
        assert_eq!(
            cut(&mut article)[..2],
            [expected, "Paragraph1: The river rose"],
            "{head}"
        );
        assert_eq!(article.published.map(|stamp| stamp.date), day, "{head}");
    }
    let mut plain = article(&format!(
        "THE RIVER -- ALL OF IT -- ROSE BY A METRE.\n\n{BODY}"
    ));
    assert_eq!(cut(&mut plain)[0], "Paragraph1: THE RIVER --");
}

#[test]
fn captions() {
    let rows = [
        (
            "In this photo by the coast guard a boat lies on its side.",
            "Caption",
        ),
        (
            "A boat at Northport, 24 February 2017 [Ada Example / Delta Agency]",
            "Caption",
        ),
        (
            "Boats lie at Northport on May 2, 2016. The river rose again and …",
            "Caption",
        ),
        ("The mayor spoke for an hour (and left).", "Paragraph"),
    ];
    for (line, kind) in rows {
        let mut article = article(&format!("Flood cuts off two villages\n\n{line}\n\n{BODY}"));
        assert!(cut(&mut article)[1].starts_with(kind), "{line}");
    }
}

#[test]
fn a_paragraph_between_headline_and_date_is_the_lead() {
    let mut article = article(&format!(
        "Flood cuts off two villages\n\nThe ferry is the only way out.\n\n21 March 2017\n\n{BODY}"
    ));
    assert_eq!(cut(&mut article)[1], "Lead1: The ferry is");
}

#[test]
fn the_latest_full_date_bounds_an_undated_article() {
    let rows = [
        (
            "It last rose on 3 May 2016, and before that on 1 June 2010.",
            Some(date(2016, 5, 3)),
        ),
        ("The council will vote on 3 May 2019.", None),
        ("It last rose in 2016.", None),
        ("It rose on Sunday.", None),
    ];
    for (line, day) in rows {
        let mut article = article(&format!(
            "Flood cuts off two villages\n\n{BODY} {line}\n\n© Harbour Post 1 May 2024"
        ));
        let (_, notices) = segment(&mut article, &ENGLISH);
        assert_eq!(article.not_before, day, "{line}");
        assert_eq!(notices[0].code, "no-publication-date");
    }
}

#[test]
fn lines_that_are_paragraphs() {
    let long = "The river rose by a metre within an hour, the ferry company said, and two villages on the far bank were \
                cut off until the evening of the same day.";
    let mut article = article(&format!(
        "Flood cuts off two villages\n{long}\n{long}\n© Harbour Post 2024."
    ));
    assert_eq!(
        cut(&mut article),
        [
            "Headline: Flood cuts off",
            "Paragraph1: The river rose",
            "Paragraph2: The river rose",
            "Boilerplate: © Harbour Post"
        ]
    );
}

#[test]
fn quotations() {
    let rows: &[(&str, &[&str])] = &[
        ("He said “we are safe now” and left.", &["we are safe now"]),
        (
            "He said \"we are safe now\" and \"all is well here\".",
            &["we are safe now", "all is well here"],
        ),
        (
            "He said ‘we aren’t safe now’ twice.",
            &["we aren’t safe now"],
        ),
        ("The so-called “black flood” came.", &[]),
        (
            "The boat’s mast was 12\" thick, said the boats’ owner.",
            &[],
        ),
        (
            "“We are safe now.\n\n“All is well here.”",
            &["We are safe now.", "All is well here."],
        ),
        (
            "He spoke. ”We are safe now,” he said.",
            &["We are safe now,"],
        ),
        ("He never “closed the mark.\n\nThe next day came.", &[]),
    ];
    for (text, expected) in rows {
        let mut article = article(&format!("{BODY}\n\n{text}"));
        let (passages, _) = segment(&mut article, &ENGLISH);
        let found: Vec<&str> = passages
            .iter()
            .filter(|p| p.kind == PassageKind::Quotation)
            .map(|p| p.span.of(&article.text))
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

/// Passages lie in the text, in order; all but quotations keep apart; a quotation lies in the passage before it.
fn check_layout(text: &str) {
    let mut article = article(text);
    let (passages, _) = segment(&mut article, &ENGLISH);
    assert_eq!(article.text, text);
    let mut holder = Span::new(0, 0);
    for passage in &passages {
        let span = passage.span;
        assert!(
            text.get(span.start..span.end)
                .is_some_and(|words| !words.is_empty())
        );
        if passage.kind == PassageKind::Quotation {
            assert!(holder.contains(span));
        } else {
            assert!(span.start >= holder.end);
            holder = span;
        }
    }
    let words_of = |text: &str| text.split_whitespace().map(str::len).sum::<usize>();
    let covered: usize = passages
        .iter()
        .filter(|p| p.kind != PassageKind::Quotation)
        .map(|p| words_of(p.span.of(text)))
        .sum();
    assert_eq!(covered, words_of(text), "every word belongs to a passage");
}

#[test]
fn many_quotation_marks() {
    for mark in ["\"", "“", "”", "‘", "« a b c »", "\"a b c\" "] {
        check_layout(&mark.repeat(100_000));
    }
}

proptest! {
    #[test]
    fn any_text_is_covered(text in "\\PC{0,80}(\n{1,3}\\PC{0,80}){0,6}") {
        check_layout(&text);
    }

    #[test]
    fn any_mix_of_parts_is_covered(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("clear"), Just("Flood cuts off villages"), Just("21 March 2017"), Just("By Ada Example"),
                Just("NORTHPORT, 3 JAN 90 (DA) -- [TEXT] It rose."), Just("“We are safe now."), Just("\"We are"),
                Just("© 2024"), Just("In this photo a boat…"), Just("It rose. It fell …"), Just("— — --"), Just("…"),
            ],
            0..9,
        )
    ) {
        check_layout(&parts.join("\n\n"));
        check_layout(&parts.join("\n"));
    }
}

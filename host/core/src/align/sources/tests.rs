use super::wire;
use crate::analyze::tests::{of_outlet, report};
use crate::lexicon::english::ENGLISH;
use crate::model::Citing;

const FIRE: &str =
    "Six people were killed when the rope works at Osk burnt on Tuesday night, Lena Voss said.";

#[test]
fn an_agency_is_known_by_its_tag_and_by_its_byline() {
    let rows = [
        (
            format!("OSK, May 6 (Reuters) - {FIRE}"),
            None,
            Some("Reuters"),
        ),
        (format!("OSK (AP) — {FIRE}"), None, Some("AP")),
        (format!("{FIRE}\n\n— AFP"), None, Some("AFP")),
        (
            FIRE.to_owned(),
            Some("Ana Brandt, Associated Press"),
            Some("AP"),
        ),
        (
            format!("{FIRE} The owner told Reuters that he was not there."),
            None,
            None,
        ),
        (
            format!("{FIRE} The ap store was closed (apart from its yard)."),
            None,
            None,
        ),
        (FIRE.to_owned(), Some("Ana Brandt"), None),
    ];
    for (text, byline, agency) in rows {
        let mut reading = of_outlet("Harbour Post", &text);
        reading.article.byline = byline.map(str::to_owned);
        let found = wire(&reading, &ENGLISH).map(|a| a.name.as_str());
        assert_eq!(found, agency, "{text} by {byline:?}");
    }
}

#[test]
fn two_that_carry_one_agency_draw_on_one_source() {
    let other = "Lena Voss said that six people were killed on Tuesday night as the rope works at Osk burnt down.";
    let readings = vec![
        of_outlet("Harbour Post", &format!("OSK (Reuters) - {FIRE}")),
        of_outlet("River Times", &format!("OSK (Reuters) - {other}")),
    ];
    let event = report(readings).events.remove(0);
    let origins: Vec<_> = event
        .origins
        .iter()
        .map(|o| (o.name.as_str(), o.articles.as_slice()))
        .collect();
    assert_eq!(origins, [("Reuters", &[0, 1][..])]);
}

#[test]
fn an_outlet_that_is_cited_is_named() {
    let citing = "Six people were killed when the rope works at Osk burnt on Tuesday night, the Harbour Post reported.";
    let readings = vec![
        of_outlet("Harbour Post", FIRE),
        of_outlet("River Times", citing),
    ];
    let event = report(readings).events.remove(0);
    assert_eq!(event.main_of, [0, 1]);
    assert_eq!(
        event.citing,
        [Citing {
            article: 1,
            cites: 0
        }]
    );
}

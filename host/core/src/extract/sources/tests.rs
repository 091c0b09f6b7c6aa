use super::super::extract;
use crate::lexicon::english::ENGLISH;
use crate::model::{Article, Basis, Certainty, Claim, Passage, PassageKind, Polarity, Span};

/// The claims of a text in paragraphs; the first is the headline if `headed`.
pub(super) fn claims(text: &str, headed: bool) -> Vec<Claim> {
    let article = Article {
        outlet: "Harbour Post".into(),
        ..Article::of_text("post", text)
    };
    let mut passages = Vec::new();
    let mut at = 0;
    for part in text.split("\n\n") {
        let headline = headed && at == 0;
        passages.push(Passage {
            kind: if headline {
                PassageKind::Headline
            } else {
                PassageKind::Paragraph
            },
            number: (!headline).then_some(1),
            span: Span::new(at, at + part.len()),
        });
        at += part.len() + 2;
    }
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('“', None) => open = Some(at),
            ('”', Some(start)) => {
                passages.push(Passage {
                    kind: PassageKind::Quotation,
                    number: None,
                    span: Span::new(start, at + c.len_utf8()),
                });
                open = None;
            }
            _ => {}
        }
    }
    extract(&article, &passages, &ENGLISH).claims
}

/// The sources of the last claim of somebody killed.
pub(super) fn sources(text: &str, headed: bool) -> Vec<String> {
    let claims = claims(text, headed);
    let killed = claims.iter().rev().find(|c| c.predicate == "killed");
    let killed = killed.unwrap_or_else(|| panic!("nobody killed in {text:?}"));
    killed.attribution.iter().map(|s| s.text.clone()).collect()
}

#[test]
fn every_frame_of_saying() {
    let rows: &[(&str, &[&str])] = &[
        ("Witnesses say six men were killed.", &["Witnesses"]),
        (
            "The mayor, Ana Rill, said six men were killed.",
            &["Ana Rill"],
        ),
        (
            "The governor, who toured the quay, said six men were killed.",
            &["The governor"],
        ),
        (
            "Six men were killed, said a nurse at the clinic.",
            &["a nurse at the clinic"],
        ),
        (
            "Six men were killed, officials in the port have said.",
            &["officials in the port"],
        ),
        (
            "Six men were killed, according to the coroner.",
            &["the coroner"],
        ),
        (
            "Six men were killed, the army said in a statement.",
            &["the army"],
        ),
        (
            "The army issued a statement saying six men were killed.",
            &["The army"],
        ),
        (
            "The police confirmed the raid, adding that six men were killed.",
            &["The police"],
        ),
        (
            "The police closed the quay, saying six men were killed.",
            &["The police"],
        ),
        (
            "It was reported by the police that six men were killed.",
            &["the police"],
        ),
        (
            "It was announced on Tuesday by the police that six men were killed.",
            &["the police"],
        ),
        (
            "The mayor was quoted as saying six men were killed.",
            &["The mayor"],
        ),
        (
            "In the port the army said six men were killed.",
            &["the army"],
        ),
        (
            "On Monday the army said six men were killed.",
            &["the army"],
        ),
        (
            "The blast wrecked the quay and the police said six men were killed.",
            &["the police"],
        ),
        (
            "Reuters reported on Friday, citing a medic, that six men were killed.",
            &["Reuters", "a medic"],
        ),
        (
            "The ministry said that rebels claimed six men were killed.",
            &["The ministry", "rebels"],
        ),
    ];
    each_has_sources(rows);
}

fn each_has_sources(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(sources(text, false), *expected, "{text}");
    }
}

#[test]
fn who_says_it_beside_asides_and_other_clauses() {
    each_has_sources(&[
        (
            "Gunmen killed the mayor, Ana Rill, and two guards, said the police.",
            &["the police"],
        ),
        (
            "The raid killed six men, Minister Said Okar said.",
            &["Minister Said Okar"],
        ),
        (
            "The mayor pointed out that six men were killed.",
            &["The mayor"],
        ),
        (
            "Jan Tam works nearby and said that six men were killed.",
            &["Jan Tam"],
        ),
        (
            "While the port said six men were killed, the mayor kept silent.",
            &["the port"],
        ),
        (
            "While the port said nobody was hurt, six men were killed, the mayor said.",
            &["the mayor"],
        ),
        (
            "The Observatory, a monitor, said jets on Tuesday killed six men.",
            &["The Observatory"],
        ),
        (
            "The army, in a statement, said rebels, who hold the port, killed six men.",
            &["The army"],
        ),
        (
            "The Front claimed responsibility for the blast that killed six men.",
            &[],
        ),
        (
            "The Front claimed responsibility for killing six men.",
            &["The Front"],
        ),
        (
            "Police identified a suspect in the raid that killed six men.",
            &[],
        ),
        (
            "The minister said that, while the army said nobody died, six men were killed.",
            &["The minister"],
        ),
        (
            "According to the clinic, which put the number of dead at six, the ward is full.",
            &["the clinic"],
        ),
        (
            "Police showed pictures of a man they say killed six men.",
            &["they"],
        ),
        ("It was reported that six men were killed.", &["It"]),
    ]);
}

#[test]
fn what_attributes_nothing() {
    let rows = [
        "Six men were reported to have been killed.",
        "A police report lists six men killed.",
        "A man accused of the raid in which six men were killed was held.",
        "The mayor was told that six men were killed.",
        "The storm that officials watched claimed the lives of six men who were killed at sea.",
        "Guards responded to a raid in which six men were killed.",
        "Leaders who said they were beaten left after six men were killed.",
        "The attack, which killed six men, was claimed by a cell of rebels.",
    ];
    for text in rows {
        assert_eq!(sources(text, false), [""; 0], "{text}");
    }
}

#[test]
fn headlines_name_their_source_at_either_end() {
    let rows: &[(&str, &[&str])] = &[
        ("Police: six men killed on quay", &["Police"]),
        ("Six men killed on quay: police", &["police"]),
        ("Six men killed on quay, police say", &["police"]),
        ("Video: six men killed on quay", &[]),
        ("Six men killed on quay - live", &[]),
    ];
    for (headline, expected) in rows {
        let text = format!("{headline}\n\nThe quay was closed.");
        assert_eq!(sources(&text, true), *expected, "{headline}");
    }
}

#[test]
fn quoted_words_belong_to_who_spoke_before() {
    let rows: &[(&str, &[&str])] = &[
        (
            "“The shed burned,” said Major Tam. “Six men were killed.”",
            &["Major Tam"],
        ),
        (
            "“The shed burned. Six men were killed,” said Major Tam.",
            &["Major Tam"],
        ),
        (
            "Major Tam said: “The shed burned. Nobody knew why. Six men were killed.”",
            &["Major Tam"],
        ),
        ("Major Tam spoke. Six men were killed.", &[]),
        (
            "The bishops deplored a raid “in which six men were killed.” Major Tam said nothing.",
            &[],
        ),
    ];
    for (text, expected) in rows {
        assert_eq!(sources(text, false), *expected, "{text}");
    }
}

/// Kind, identity and basis of the first source of the last claim.
fn source(text: &str) -> (String, Option<String>, Basis) {
    let claims = claims(text, false);
    let claim = claims.iter().rev().find(|c| c.predicate == "killed");
    let source = claim.and_then(|c| c.attribution.first()).cloned();
    let source = source.unwrap_or_else(|| panic!("no source in {text:?}"));
    (source.kind, source.entity, source.basis)
}

#[test]
fn sources_are_known_again() {
    let watch = Some("harbour-watch-committee".to_owned());
    let rows = [
        (
            "The Harbour Watch Committee said a shed burned. The committee said six men were killed.",
            "monitor",
            watch.clone(),
        ),
        (
            "The Harbour Watch Committee said a shed burned. It said six men were killed.",
            "monitor",
            watch.clone(),
        ),
        (
            "The Harbour Watch Committee (HWC) said a shed burned. HWC said six men were killed.",
            "monitor",
            watch,
        ),
        (
            "Colonel Jon Tam said a shed burned. Tam said six men were killed.",
            "military",
            None,
        ),
        (
            "The harbour ministry said a shed burned. The Porters' Watch said it had counted six dead.",
            "monitor",
            None,
        ),
        (
            "Colonel Jon Tam said a shed burned. He added that six men were killed.",
            "military",
            None,
        ),
        (
            "Colonel Jon Tam of the Harbour Watch Committee said a shed burned. Ana Rill said six men were killed.",
            "person",
            None,
        ),
    ];
    for (text, kind, entity) in rows {
        let found = source(text);
        assert_eq!((found.0.as_str(), found.1), (kind, entity), "{text}");
    }
    let he = source("Colonel Jon Tam said a shed burned. He added that six men were killed.");
    assert_eq!(he.2, Basis::Implied);
}

#[test]
fn what_a_cue_makes_of_a_claim() {
    let rows = [
        (
            "Officials said six men were killed.",
            Certainty::Reported,
            Polarity::Affirmed,
        ),
        (
            "Officials believe six men were killed.",
            Certainty::Suspected,
            Polarity::Affirmed,
        ),
        (
            "Rebels claim six men were killed.",
            Certainty::Claimed,
            Polarity::Affirmed,
        ),
        (
            "Officials denied that six men were killed.",
            Certainty::Reported,
            Polarity::Denied,
        ),
    ];
    for (text, certainty, polarity) in rows {
        let claims = claims(text, false);
        let claim = claims.iter().find(|c| c.predicate == "killed").expect(text);
        assert_eq!(
            (claim.certainty, claim.polarity),
            (certainty, polarity),
            "{text}"
        );
    }
}

#[test]
fn the_medium_that_was_told_is_not_the_source() {
    for text in [
        "Six men were killed on the quay, the sergeant told Channel 7.",
        "The sergeant told Channel 7 that six men were killed on the quay.",
    ] {
        let claims = claims(text, false);
        let killed = claims.iter().find(|c| c.predicate == "killed").expect(text);
        let name = |s: Option<&crate::model::Source>| s.map(|s| s.text.to_lowercase());
        let told = (name(killed.nearest_source()), name(killed.listener()));
        let expected = (Some("the sergeant".into()), Some("channel 7".into()));
        assert_eq!(told, expected, "{text}");
    }
    // Who cites stands between us and whom it cites.
    let text = "Reuters reported on Friday, citing a medic, that six men were killed.";
    let claims = claims(text, false);
    let killed = claims.iter().find(|c| c.predicate == "killed").expect(text);
    assert_eq!(killed.listener(), None);
    assert_eq!(
        killed.nearest_source().map(|s| s.text.as_str()),
        Some("Reuters")
    );
}

#[test]
fn labels_in_capitals_say_nothing() {
    assert_eq!(
        sources(
            "GRAPHIC CONTENT Police say six men were killed on the quay.",
            false
        ),
        ["Police"]
    );
    assert_eq!(
        sources(
            "Six men were killed on the quay, GRAPHIC CONTENT said.",
            false
        ),
        [""; 0]
    );
}

#[test]
fn suspects_and_streets_are_no_sources() {
    let first = |text: &str| {
        let claims = crate::extract::tests::claims(text);
        let source = claims[0].attribution.first();
        source.map(|s| s.text.clone()).unwrap_or_default()
    };
    assert_eq!(first("Two clerks were killed, suspect Jon Tam fled."), "");
    assert_eq!(
        first("A suspected gunman killed two clerks on the quay."),
        ""
    );
    assert_eq!(
        first("Kern lives on 40th Ave. Police said two clerks were killed."),
        "Police"
    );
}

/// "He" is somebody, though nobody knows who: the outlet does not say it on its own.
#[test]
fn a_pronoun_for_nobody_named_is_an_unresolved_source() {
    let read = |text: &str| crate::extract::tests::claims(text).remove(0);
    let open = read("He said two clerks were killed.");
    assert_eq!(open.attribution[0].text, "He");
    assert!(!open.attribution[0].is_resolved());
    assert_eq!(open.nearest_source(), None);
    let named = read("Mayor Ann Kolb said the quay was shut. She said two clerks were killed.");
    assert!(named.nearest_source().is_some_and(|s| s.is_resolved()));
    assert_eq!(named.attribution[0].text, "Mayor Ann Kolb");
    let chief =
        read("Police chief Ann Kolb said the quay was shut. Two clerks were killed, she said.");
    assert_eq!(chief.attribution[0].text, "Police chief Ann Kolb");
}

/// Each figure of the dead with its source; "-" where there is none.
fn told(text: &str) -> Vec<(String, String)> {
    let claims = claims(text, false);
    let killed = claims
        .iter()
        .filter(|c| c.predicate == "killed" && c.polarity == Polarity::Affirmed);
    let told = killed.filter_map(|c| {
        let source = c.nearest_source().map_or("-", |s| s.text.as_str());
        let figure = c.quantity.as_ref()?;
        Some((figure.span, figure.text.clone(), source.to_owned()))
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    told.into_iter()
        .map(|(_, figure, source)| (figure, source))
        .collect()
}

#[test]
fn who_is_identified_identifies_nobody() {
    let rows: &[(&str, &[(&str, &str)])] = &[
        (
            "A woman identified as the mother killed a clerk.",
            &[("a clerk", "-")],
        ),
        (
            "Police identified two women who were killed.",
            &[("two", "-")],
        ),
    ];
    for (text, expected) in rows {
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(figure, source)| ((*figure).to_owned(), (*source).to_owned()))
            .collect();
        assert_eq!(told(text), expected, "{text}");
    }
}

#[test]
fn each_side_of_a_contrast_keeps_its_figure() {
    let rows: &[(&str, &[(&str, &str)])] = &[
        (
            "Contrary to a statement by the mayor that 25 people were killed, doctors said 31 people were killed.",
            &[("25", "the mayor"), ("31", "doctors")],
        ),
        (
            "Doctors said 12 people died, while the army put the death toll at nine.",
            &[("12", "Doctors"), ("nine", "the army")],
        ),
        (
            "The army said 12 people died, and doctors said 15 people died.",
            &[("12", "The army"), ("15", "doctors")],
        ),
        (
            "Nineteen people died, the ministry said, disputing a rebel claim of 30 dead.",
            &[("Nineteen", "the ministry"), ("30", "rebel")],
        ),
        (
            "Police rejected a report by the Daily Bell that 18 people died, saying seven people died.",
            &[("18", "the Daily Bell"), ("seven", "Police")],
        ),
        (
            "Unlike the army, which reported seven dead, the mayor said nine people died.",
            &[("seven", "the army"), ("nine", "the mayor")],
        ),
        (
            "While the police said ten people died, the opposition said 40 had died.",
            &[("ten", "the police"), ("40", "the opposition")],
        ),
        (
            "Police said ten people died, hours after the rebels said 40 had died.",
            &[("ten", "Police"), ("40", "the rebels")],
        ),
        (
            "Police said ten people died, while residents speak of 40 dead.",
            &[("ten", "Police"), ("40", "residents")],
        ),
        (
            "According to the police ten people died, according to the opposition 40.",
            &[("ten", "the police"), ("40", "the opposition")],
        ),
        (
            "Twelve people died according to police and 15 according to the mayor.",
            &[("Twelve", "police"), ("15", "the mayor")],
        ),
        (
            "Unlike police, who say 12 people died, doctors said 15 people died.",
            &[("12", "police"), ("15", "doctors")],
        ),
        (
            "Asked about claims by the rebels that 40 people had died, the mayor said two people died.",
            &[("40", "the rebels"), ("two", "the mayor")],
        ),
        (
            "Contrary to army reports of 25 dead, the mayor said 31 people died.",
            &[("25", "army"), ("31", "the mayor")],
        ),
        (
            "Despite army claims of 25 deaths, the clinic said 31 people died.",
            &[("25", "army"), ("31", "the clinic")],
        ),
        (
            "The flood killed 16 people, up from the seven police reported.",
            &[("16", "-")],
        ),
        (
            "The toll rose to 16 dead, up from seven police had reported, the clinic said.",
            &[("16", "the clinic")],
        ),
    ];
    each_told(rows);
}

#[test]
fn what_is_disputed_stays_with_who_said_it() {
    let rows: &[(&str, &[(&str, &str)])] = &[
        (
            "The army denied the rebels' claim that 40 people were killed.",
            &[("40", "the rebels")],
        ),
        (
            "The army denied rebel reports that 40 people were killed.",
            &[("40", "rebel")],
        ),
        (
            "The ministry said 15 people were killed; the rebels said 25 people were killed.",
            &[("15", "The ministry"), ("25", "the rebels")],
        ),
        (
            "Fifteen people were killed, the ministry said; according to the rebels, 25 people died.",
            &[("Fifteen", "the ministry"), ("25", "the rebels")],
        ),
        (
            "Asked about the governor's statement that six people were killed, the mayor said two people died.",
            &[("six", "the governor"), ("two", "the mayor")],
        ),
        (
            "The company disputed the union's statement that seven people died, saying three people were killed.",
            &[("seven", "the union"), ("three", "The company")],
        ),
        (
            "The coastguard said on Thursday that 27 people had drowned.",
            &[("27", "The coastguard")],
        ),
        (
            "The army rejected the hospital's figure of 40 dead.",
            &[("40", "the hospital")],
        ),
        (
            "The army disputed this, saying that four people were killed.",
            &[("four", "The army")],
        ),
        (
            "The mayor spoke of claims that 40 people had died.",
            &[("40", "-")],
        ),
    ];
    each_told(rows);
}

/// Asserts of each text the figures of the dead with their sources.
pub(super) fn each_told(rows: &[(&str, &[(&str, &str)])]) {
    for (text, wanted) in rows {
        let found = told(text);
        let found: Vec<_> = found
            .iter()
            .map(|(n, s)| (n.as_str(), s.as_str()))
            .collect();
        assert_eq!(found, *wanted, "{text}");
    }
}

#[test]
fn the_day_of_an_opposed_figure_is_not_the_deeds() {
    let found = claims(
        "The flood killed 16 people, up from the seven police reported on Tuesday.",
        false,
    );
    let sixteen = found
        .iter()
        .find(|c| c.quantity.as_ref().is_some_and(|q| q.text == "16"));
    let time = sixteen.map(|c| c.time.as_ref().map(|t| t.text.clone()));
    assert_eq!(time, Some(None));
}

#[test]
fn a_name_behind_a_figure_denies_it() {
    let found = claims(
        "The mayor put the dead at 25, a figure Tamm disputed.",
        false,
    );
    let mut denials = found.iter().filter(|c| c.polarity == Polarity::Denied);
    let denial = denials.next().and_then(|c| c.nearest_source());
    assert_eq!(denial.map(|s| s.text.as_str()), Some("Tamm"));
}

#[test]
fn what_is_not_confirmed_is_nobodys_word() {
    for text in [
        "Police did not confirm that 12 people were killed.",
        "The army has not yet said that 12 people were killed.",
        "The mayor declined to say that 12 people were killed.",
        "Neither the police nor the army would confirm that 12 people were killed.",
        "The army would neither confirm nor deny that 12 people were killed.",
        "The army withdrew its statement that 12 people were killed.",
    ] {
        let claims = claims(text, false);
        let killed = claims.iter().find(|c| c.predicate == "killed").expect(text);
        assert_eq!(killed.certainty, Certainty::Possible, "{text}");
        assert!(killed.attribution.is_empty(), "{text}");
        assert!(killed.hedge.is_some(), "{text}");
    }
}

#[test]
fn what_is_called_untrue_is_denied() {
    let denied = [
        "It is not true that 12 people were killed, police said.",
        "Reports that 12 people were killed are false, police said.",
        "The mayor said there was no truth in reports that 12 people had been killed.",
        "The claim that 12 people died turned out to be wrong.",
        "A paper falsely reported that 12 people had been killed.",
        "The army's denial that 12 people were killed came late.",
    ];
    let affirmed = [
        "Police said that 12 people were killed and that reports of a second blast were false.",
        "The report that 12 people were killed shook the port.",
        "The army disputed this, saying that 12 people were killed.",
        "Twelve people were killed, but it is not true that the port burned.",
    ];
    let polarity = |text: &str| {
        let claims = claims(text, false);
        let killed = claims.iter().find(|c| c.predicate == "killed");
        killed
            .unwrap_or_else(|| panic!("nobody killed in {text:?}"))
            .polarity
    };
    for text in denied {
        assert_eq!(polarity(text), Polarity::Denied, "{text}");
    }
    for text in affirmed {
        assert_eq!(polarity(text), Polarity::Affirmed, "{text}");
    }
}

/// Who calls a claim wrong denies it, not who made it.
#[test]
fn a_claim_called_wrong_is_denied_by_who_says_so() {
    let text = "The ministry said the mayor's claim that 14 people died was wrong.";
    let claims = claims(text, false);
    let killed = claims.iter().find(|c| c.predicate == "killed").expect(text);
    let source = killed.nearest_source().map(|s| s.text.as_str());
    assert_eq!(
        (killed.polarity, source),
        (Polarity::Denied, Some("The ministry"))
    );
}

#[test]
fn suspects_are_no_sources_of_what_they_are_suspected_of() {
    let claims = claims("A man suspected of killing four people was held.", false);
    let killed = claims.iter().find(|c| c.predicate == "killed");
    assert!(killed.is_some_and(|c| c.attribution.is_empty()));
    assert!(claims.iter().all(|c| c.attribution.is_empty()));
}

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::lexicon::english::ENGLISH;
use crate::model::{Article, Input};

static TAGGER: LazyLock<Tagger> = LazyLock::new(|| {
    let weights = include_str!("../../../../rules/lexicon/en/speakers.tsv");
    Tagger::parse(weights).expect("the shipped weights parse")
});

fn reading(text: &str) -> Reading {
    let article = Article {
        outlet: "Harbour Post".into(),
        ..Article::of_text("post", text)
    };
    let input = Input::from(article);
    let mut reading = crate::read(input, &ENGLISH);
    name_sources(&mut reading, &ENGLISH, &TAGGER);
    reading
}

fn named(text: &str) -> Vec<String> {
    let mentions = reading(text).mentions.into_iter();
    mentions
        .filter_map(|m| match m.value {
            MentionValue::Source(source) => Some(source.text),
            _ => None,
        })
        .collect()
}

#[test]
fn sources_of_sayings_and_of_stances() {
    let rows: &[(&str, &[&str])] = &[
        ("The quay was closed.", &[]),
        ("The mayor said the quay was closed.", &["The mayor"]),
        ("Critics argue that the quay is unsafe.", &["Critics"]),
        ("She believes that the quay will open soon.", &["She"]),
        (
            "“The quay is unsafe,” said Ana Rill, a nurse at the clinic.",
            &["Ana Rill, a nurse at the clinic"],
        ),
        (
            "The quay is unsafe, according to the report.",
            &["the report"],
        ),
    ];
    for (text, expected) in rows {
        let text = format!("A quay in the news.\n\n{text}");
        assert_eq!(named(&text), *expected, "{text}");
    }
}

#[test]
fn a_source_has_its_cue() {
    let reading = reading("A quay in the news.\n\nThe mayor said the quay was closed.");
    let cues: Vec<&str> = reading
        .mentions
        .iter()
        .filter_map(|m| match &m.value {
            MentionValue::Source(source) => source.cue_span.map(|s| s.of(&reading.article.text)),
            _ => None,
        })
        .collect();
    assert_eq!(cues, ["said"]);
}

#[test]
fn descriptions_hang_on() {
    let text = "Ana Rill, a nurse who lives by the quay, said it was closed.";
    let passages = [Passage {
        kind: PassageKind::Paragraph,
        number: Some(1),
        span: Span::new(0, text.len()),
    }];
    let doc = Doc::new(text, &passages, &ENGLISH);
    let tokens = seen::seen(&doc, &doc.sentences[0]);
    let mut roles = vec![Role::Other; tokens.len()];
    (roles[0], roles[1]) = (Role::Source, Role::SourceOn);
    extend::extend(&tokens, &mut roles);
    let said = (0..tokens.len())
        .find(|i| doc.str(*i) == "said")
        .expect("a verb");
    let end = roles.iter().take_while(|r| r.is_source()).count();
    assert_eq!(end, said - 1, "up to the comma before the verb");
}

proptest! {
    #[test]
    fn any_text_has_mentions_within_it(text in "[ a-zA-Z,.:;“”\"'—-]{0,160}") {
        let reading = reading(&text);
        for mention in &reading.mentions {
            prop_assert!(reading.article.text.get(mention.span.start..mention.span.end).is_some());
        }
    }
}

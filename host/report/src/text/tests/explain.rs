use rashomon_core::group::{Explained, Verdict};

use super::super::explain;

fn pair(verdict: Verdict) -> Explained {
    Explained {
        left: 0,
        right: 1,
        verdict,
        similarity: Some(0.14),
        threshold: 0.2,
        words: 0.2,
        parts: vec![("days", -0.05), ("names", 0.02)],
        shared: vec!["Blue Heron".to_owned()],
    }
}

fn explained(pairs: &[Explained]) -> String {
    let ids = ["quay".to_owned(), "ridge".to_owned()];
    let text = explain(&ids, pairs);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_pair_is_explained_in_words_and_figures() {
    let text = explained(&[pair(Verdict::NotAlike)]);
    for expected in [
        "quay and ridge: two events.",
        "Alike by 0.14, and 0.20 is asked: their words by 0.20; days take 0.05; names add 0.02.",
        "Both have: Blue Heron.",
    ] {
        assert!(
            text.contains(expected),
            "{expected} is missing from: {text}"
        );
    }
}

#[test]
fn one_text_needs_no_figures() {
    let text = explained(&[pair(Verdict::SameText)]);
    assert!(text.contains("quay and ridge: one event."), "{text}");
    assert!(!text.contains("Alike by"), "{text}");
    assert!(explained(&[]).contains("each stands alone"));
}

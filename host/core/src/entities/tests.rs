use crate::analyze::tests::{report, texts};
use crate::model::{Event, EventKind, Extent};

fn entities(articles: &[&str]) -> Vec<Event> {
    let report = report(texts(articles));
    let events = report.events.into_iter();
    events.filter(|e| e.kind == EventKind::Entity).collect()
}

const RENAMED: &str = "The Liwa Ridwan, formerly known as the Delta Front, holds the ford at Osk.";
const RENAMED_AGAIN: &str = "Four were hurt when the Liwa Redwan group, previously known as the Delta Front, shelled Velmar.";
const TWO: &str = "Dozens of armed fighters from the Delta Front and the Liwa Ridwan group gathered near the harbour mill after dark.";
const OTHERS: &str = "The Reed Brigade, also known as the Marsh Guard, left Osk.";

#[test]
fn what_all_articles_say_of_one_group_is_one_event() {
    let found = entities(&[RENAMED, TWO, OTHERS]);
    assert_eq!(found.len(), 1, "one claim alone is no comparison");
    let event = &found[0];
    assert_eq!(event.articles, [0, 1]);
    assert_eq!(event.main_of, Vec::<usize>::new());
    let pair = event.alignments[0].pairs[0];
    assert_eq!(
        (pair.predicate, pair.object),
        (Extent::Disjoint, Extent::Same)
    );
}

#[test]
fn two_spellings_are_one_name_and_two_that_agree_are_said_to() {
    let found = entities(&[RENAMED, RENAMED_AGAIN]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].agreements.len(), 1);
}

#[test]
fn a_chain_of_names_is_told_from_the_names_themselves() {
    let chain = "The Reed Brigade changed its name to the Delta Front in May.";
    let member = "The Reed Brigade joined the Liwa Ridwan alliance.";
    let found = entities(&[RENAMED, chain, member]);
    let pairs = &found[0].alignments[0].pairs;
    // The member's claim speaks of the earliest and the latest name, the first of the middle and the latest.
    let chained = pairs
        .iter()
        .filter(|p| p.object == Extent::Overlap && p.predicate == Extent::Disjoint);
    assert_eq!(chained.count(), 2, "{pairs:?}");
}

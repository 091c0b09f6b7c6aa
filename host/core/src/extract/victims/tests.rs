use proptest::prelude::*;

use crate::extract::extract;
use crate::lexicon::english::ENGLISH;
use crate::model::{Article, Basis, Claim, Passage, PassageKind, Polarity, Span};

fn article(text: &str) -> Article {
    Article {
        outlet: "Harbour Post".into(),
        ..Article::of_text("post", text)
    }
}

/// The claims of a text whose paragraphs are parted by a line.
pub(super) fn claims(text: &str) -> Vec<Claim> {
    let mut passages = Vec::new();
    let mut start = 0;
    for (number, paragraph) in (1..).zip(text.split('\n')) {
        passages.push(Passage {
            kind: PassageKind::Paragraph,
            number: Some(number),
            span: Span::new(start, start + paragraph.len()),
        });
        start += paragraph.len() + 1;
    }
    extract(&article(text), &passages, &ENGLISH).claims
}

/// The highest figure of a fate that is the article's own.
pub(super) fn most(claims: &[Claim], predicate: &str) -> u32 {
    let own = |c: &&Claim| {
        c.predicate == predicate
            && c.polarity == Polarity::Affirmed
            && !c.attributes.contains_key("background")
    };
    let figure = |c: &Claim| c.quantity.as_ref()?.stated.low?.to_string().parse().ok();
    claims
        .iter()
        .filter(own)
        .filter_map(figure)
        .max()
        .unwrap_or(0)
}

#[track_caller]
pub(super) fn tells(text: &str, killed: u32, wounded: u32) {
    let claims = claims(text);
    let found = (most(&claims, "killed"), most(&claims, "wounded"));
    assert_eq!(found, (killed, wounded), "{text}\n{claims:#?}");
}

#[test]
fn victims_told_one_by_one_are_added_up() {
    tells(
        "Anna Weber, 31, was shot in the kitchen. Her brother Paul Weber, 28, was shot in the hall. \
         Both were pronounced dead at the scene.",
        2,
        0,
    );
    tells(
        "A 19-year-old man was killed on Mill Lane. A 42-year-old woman also died.",
        2,
        0,
    );
    tells(
        "One man died at the scene. Another man died at the clinic.",
        2,
        0,
    );
    tells(
        "Lena Kroll was killed. Two others died later in the clinic.",
        3,
        0,
    );
}

#[test]
fn the_same_person_is_one_in_whatever_words() {
    tells(
        "A man was shot dead on Mill Lane.\nThe 23-year-old was pronounced dead at the scene.\n\
         Police identified him as Jonas Hale, 23. Hale was killed by a single shot.",
        1,
        0,
    );
    tells(
        "Jonas Hale was killed on Friday. Mr Hale died at the clinic.",
        1,
        0,
    );
    tells(
        "A woman was killed in her car. The woman was found dead by a neighbour.",
        1,
        0,
    );
}

#[test]
fn near_misses_of_one_person() {
    // Of one age, but a man and a woman.
    tells(
        "A 23-year-old man was killed. A 23-year-old woman was killed too.",
        2,
        0,
    );
    // Of one surname.
    tells(
        "Jonas Hale was killed. Peter Hale was killed in the yard.",
        2,
        0,
    );
    // The 23-year-old again.
    tells(
        "A 23-year-old man was killed. The 23-year-old died at the scene.",
        1,
        0,
    );
}

#[test]
fn a_total_that_is_given_stands() {
    let text = "Three people were killed on Mill Lane. Anna Weber was killed in the hall. \
                Paul Hale was killed in the yard.";
    let claims = claims(text);
    assert_eq!(most(&claims, "killed"), 3);
    assert!(
        claims.iter().all(|c| !c.attributes.contains_key("derived")),
        "{claims:#?}"
    );
}

#[test]
fn a_sum_is_marked_and_assumed_and_holds_its_parts() {
    let claims = claims("Anna Weber was killed in the hall. Paul Hale was killed in the yard.");
    let sum = claims
        .iter()
        .find(|c| c.attributes.contains_key("derived"))
        .expect("two persons make a sum");
    assert_eq!(sum.attributes["derived"], "told one by one");
    let party = sum.population.as_ref().expect("a sum says whom it adds up");
    assert_eq!(party.basis, Basis::Assumed);
    let parts = claims
        .iter()
        .filter(|c| c.part_of.as_ref() == Some(&sum.id));
    assert_eq!(parts.count(), 2, "{claims:#?}");
}

#[test]
fn the_dead_are_not_wounded() {
    tells(
        "A man suffered a gunshot wound to the chest. He died at the hospital.",
        1,
        0,
    );
    tells(
        "A boy was wounded on Mill Lane. The boy was taken to the hospital, where he was pronounced dead.",
        1,
        0,
    );
}

#[test]
fn those_in_hospital_are_wounded() {
    tells(
        "A 30-year-old woman was taken to the hospital in serious condition.",
        0,
        1,
    );
    tells(
        "A man was shot in the leg. He is expected to survive.",
        0,
        1,
    );
}

#[test]
fn shot_less_killed() {
    tells(
        "Five people were shot on Mill Lane. Two of them were killed.",
        2,
        3,
    );
    tells("Four people were shot on Mill Lane.", 0, 4);
    tells("Two people were shot. Two people were killed.", 2, 0);
}

#[test]
fn those_who_do_it_are_told_apart() {
    let claims = claims(
        "A man shot and killed his wife and his son. The gunman then killed himself, police said.",
    );
    let sums: Vec<_> = claims
        .iter()
        .filter(|c| c.attributes.contains_key("derived"))
        .map(|c| {
            let low = c.quantity.as_ref().and_then(|q| q.stated.low);
            (
                low.map(|d| d.to_string()),
                c.attributes.get("attacker").cloned(),
            )
        })
        .collect();
    let counted = |n: &str, a: Option<&str>| (Some(n.to_owned()), a.map(str::to_owned));
    assert_eq!(
        sums,
        [counted("2", None), counted("3", Some("counted"))],
        "{claims:#?}"
    );
}

#[test]
fn other_incidents_do_not_count() {
    tells(
        "A man was killed on Mill Lane.\nIn an unrelated shooting, a woman was killed. She was 40.",
        1,
        0,
    );
    tells(
        "A man was killed on Mill Lane. Last year 40 people were killed in the town.",
        1,
        0,
    );
}

#[test]
fn words_for_a_death_where_nobody_is_said_to_be_killed() {
    tells(
        "Police are looking into a fatal shooting on Mill Lane.",
        1,
        0,
    );
    tells("Detectives call it a double homicide.", 2, 0);
    tells("A driver is accused of attempted murder.", 0, 0);
    tells("It was not a fatal shooting.", 0, 0);
    tells("Homicide detectives are at the scene.", 0, 0);
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "a", "man", "23-year-old", "he", "they", "both", "was", "were", "shot", "killed", "and", ",", ".",
                "two", "others", "another", "Anna Weber", "Weber", "34", "himself", "died", "taken", "to", "the",
                "hospital", "wife", "his", "'s", "with", "gunshot", "wounds", "who", "pronounced dead", "\n",
            ]),
            0..60,
        ),
    ) {
        let text = words.join(" ");
        for claim in claims(&text) {
            prop_assert!(text.get(claim.span.start..claim.span.end).is_some());
        }
    }
}

use proptest::prelude::*;

use super::extract;
use crate::lexicon::english::ENGLISH;
use crate::model::{Article, Basis, Claim, Entry, Passage, PassageKind, Span, Stamp};

fn article(text: &str) -> Article {
    Article {
        outlet: "Harbour Post".into(),
        ..Article::of_text("post", text)
    }
}

pub(super) fn claims(text: &str) -> Vec<Claim> {
    let passages = [Passage {
        kind: PassageKind::Paragraph,
        number: Some(1),
        span: Span::new(0, text.len()),
    }];
    extract(&article(text), &passages, &ENGLISH).claims
}

/// The claims of a text that is cut into passages as a page is, its quotations among them.
pub(super) fn claims_of_page(text: &str) -> Vec<Claim> {
    let mut article = article(text);
    let (passages, _) = crate::segment::segment(&mut article, &ENGLISH);
    extract(&article, &passages, &ENGLISH).claims
}

/// The claims of a text under a headline.
pub(super) fn claims_under(headline: &str, text: &str) -> Vec<Claim> {
    let whole = format!("{headline}\n\n{text}");
    let passage = |kind, number, start, end| Passage {
        kind,
        number,
        span: Span::new(start, end),
    };
    let passages = [
        passage(PassageKind::Headline, None, 0, headline.len()),
        passage(
            PassageKind::Paragraph,
            Some(1),
            headline.len() + 2,
            whole.len(),
        ),
    ];
    extract(&article(&whole), &passages, &ENGLISH).claims
}

/// The counts of a text as "predicate low..high form", but for how many did it.
pub(super) fn counted(text: &str) -> Vec<String> {
    let bound = |d: Option<crate::model::Decimal>| d.map(|d| d.to_string()).unwrap_or_default();
    let mut found: Vec<String> = claims(text)
        .iter()
        .filter(|c| !c.attributes.contains_key("derived") && c.predicate != "attackers")
        .filter_map(|c| {
            let q = c.quantity.as_ref()?;
            Some(format!(
                "{} {}..{} {:?}",
                c.predicate,
                bound(q.stated.low),
                bound(q.stated.high),
                q.form
            ))
        })
        .collect();
    found.sort();
    found
}

#[test]
fn what_is_said_twice_in_the_same_words_has_two_ids() {
    let sentence = "Eight people were killed, six of them priests.";
    let claims = claims(&format!(
        "{sentence} Nobody helped. {sentence} Nobody came. {sentence}"
    ));
    let ids: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!((ids.len(), unique.len()), (6, 6), "{ids:?}");
    for claim in claims.iter().filter(|claim| claim.part_of.is_some()) {
        let whole = claims
            .iter()
            .find(|other| Some(&other.id) == claim.part_of.as_ref());
        // Whole and part stand in one sentence.
        assert!(
            whole
                .is_some_and(|whole| whole.span.start <= claim.span.start
                    && claim.span.end <= whole.span.end),
            "{claim:?}"
        );
    }
}

/// In a live blog an entry's own time is that of its figures, and its "Sunday" the one before it.
#[test]
fn an_entry_of_a_live_blog_is_seen_from_its_own_time() {
    let later = "Twelve men were killed on Sunday.";
    let text = format!("{later}\n\nFive men were killed on Sunday.");
    let stamp = |day| Stamp {
        date: jiff::civil::date(2031, 5, day),
        time: None,
        offset: None,
        basis: Basis::Said,
    };
    let entry = |start, end, day| Entry {
        span: Span::new(start, end),
        at: stamp(day),
    };
    let mut article = article(&text);
    article.published = Some(stamp(20));
    article.entries = vec![
        entry(0, later.len(), 13),
        entry(later.len() + 2, text.len(), 5),
    ];
    let passage = |number: u32, entry: &Entry| Passage {
        kind: PassageKind::Paragraph,
        number: Some(number),
        span: entry.span,
    };
    let passages = [
        passage(1, &article.entries[0]),
        passage(2, &article.entries[1]),
    ];
    let mut claims = extract(&article, &passages, &ENGLISH).claims;
    claims.retain(|claim| claim.predicate != "occurred");
    let first = |period: &Option<crate::model::Period>| {
        let day = period.as_ref().and_then(|period| period.first_day());
        day.map(|day| day.to_string()).unwrap_or_default()
    };
    let times: Vec<[String; 2]> = claims
        .iter()
        .map(|c| [first(&c.time), first(&c.as_of)])
        .collect();
    assert_eq!(
        times,
        [["2031-05-11", "2031-05-13"], ["2031-05-04", "2031-05-05"]]
    );
    assert!(
        claims
            .iter()
            .all(|c| c.as_of.as_ref().is_some_and(|p| p.basis == Basis::Assumed))
    );
}

#[test]
fn counts_in_every_frame() {
    let rows: &[(&str, &[&str])] = &[
        (
            "Six soldiers were killed at the ford.",
            &["killed 6..6 Exact"],
        ),
        (
            "The raid killed at least 26 people.",
            &["killed 26.. AtLeast"],
        ),
        (
            "The army lost at least 26 of its fighters.",
            &["killed 26.. AtLeast"],
        ),
        (
            "The rebels suffered the loss of 21 men.",
            &["killed 21..21 Exact"],
        ),
        (
            "More than 30 villagers were injured.",
            &["wounded 30.. MoreThan"],
        ),
        (
            "Up to 20 miners died in the shaft.",
            &["killed ..20 AtMost"],
        ),
        ("Between six and eight people died.", &["killed 6..8 Range"]),
        ("About 50 passengers were hurt.", &["wounded 50..50 About"]),
        ("Dozens of people were wounded.", &["wounded 24.. Vague"]),
        (
            "Hundreds of thousands of people were displaced.",
            &["displaced 200000.. Vague"],
        ),
        (
            "The death toll rose from six to eight on Friday.",
            &["killed 8..8 Exact"],
        ),
        (
            "The blast left 12 dead and 30 wounded.",
            &["killed 12..12 Exact", "wounded 30..30 Exact"],
        ),
        (
            "The flood claimed the lives of 40 people.",
            &["killed 40..40 Exact"],
        ),
        ("No one was hurt.", &["wounded 0..0 Exact"]),
        ("A soldier was killed.", &["killed 1..1 Exact"]),
        (
            "Twenty-six dockers were killed and nine were wounded.",
            &["killed 26..26 Exact", "wounded 9..9 Exact"],
        ),
        (
            "Eight people, six of them priests, were killed.",
            &["killed 6..6 Exact", "killed 8..8 Exact"],
        ),
        (
            "Hundreds of civilians and fighters have perished.",
            &["killed 200.. Vague"],
        ),
    ];
    for (text, expected) in rows {
        assert_eq!(counted(text), *expected, "{text}");
    }
}

#[test]
fn what_counts_nobody() {
    let rows = [
        "The general has about 18,000 men in deployable strength.",
        "He was 34 years old and lived at 26 Mill Road.",
        "The town lies 75 km southeast of the capital.",
        "The minister refused to give the number of casualties.",
        "They threatened to kill six hostages.",
        "On March 20, 2017, at 9:28 pm, the bridge was closed.",
        "The club lost 26 games.",
        "A warning shot was fired at the boat.",
        "Image 6 of 11: the bridge where two rivers meet.",
        "He was killed.",
    ];
    for text in rows {
        assert_eq!(counted(text), [""; 0], "{text}");
    }
}

/// The one claim of a predicate.
fn the(text: &str, predicate: &str) -> Claim {
    let mut found = claims(text)
        .into_iter()
        .filter(|c| c.predicate == predicate);
    let first = found
        .next()
        .unwrap_or_else(|| panic!("no {predicate} in {text:?}"));
    assert!(found.next().is_none(), "two of {predicate} in {text:?}");
    first
}

#[test]
fn sources_from_the_nearest_to_the_origin() {
    let rows: &[(&str, &[&str])] = &[
        ("Six men were killed, a nurse said.", &["a nurse"]),
        (
            "According to the coroner, six men were killed.",
            &["the coroner"],
        ),
        (
            "“Six men were killed,” said Major Tam of the guard.",
            &["Major Tam of the guard"],
        ),
        (
            "Citing a medic, Reuters reported that six men were killed.",
            &["Reuters", "a medic"],
        ),
        (
            "A medic told Reuters that six men were killed.",
            &["Reuters", "A medic"],
        ),
        ("Six men were killed.", &[]),
    ];
    for (text, expected) in rows {
        let claim = the(text, "killed");
        let sources: Vec<&str> = claim.attribution.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(sources, *expected, "{text}");
    }
}

#[test]
fn whose_dead_they_are() {
    let rows = [
        (
            "The regime forces lost 26 of its fighters.",
            Some("government"),
            Some("combatant"),
        ),
        (
            "The rebels lost 21 jihadists.",
            Some("opposition"),
            Some("insurgent"),
        ),
        ("50 military personnel were killed.", None, Some("soldier")),
        ("Six children were killed.", None, Some("child")),
    ];
    for (text, side, role) in rows {
        let population = the(text, "killed")
            .population
            .unwrap_or_else(|| panic!("nobody in {text:?}"));
        assert_eq!(
            (population.side.as_deref(), population.role.as_deref()),
            (side, role),
            "{text}"
        );
    }
}

#[test]
fn hedges_are_no_forms() {
    let claim = the("Fifty soldiers are believed to have been killed.", "killed");
    assert_eq!(claim.hedge.as_deref(), Some("believed"));
    assert_eq!(
        claim.quantity.map(|q| q.form),
        Some(crate::model::Form::Exact)
    );
}

#[test]
fn some_of_those_it_befell_are_told_from_all() {
    let rows = [
        // Others than the dead, or than nobody told of: all the injured.
        ("Two others were injured.", "wounded", None),
        ("Two of the four men were injured.", "wounded", Some("part")),
        ("Two of the victims were injured.", "wounded", Some("part")),
        ("Two men were seriously injured.", "wounded", Some("severe")),
        ("The death toll has risen to 14.", "killed", Some("risen")),
        ("Dozens of people were injured.", "wounded", None),
        ("Two men were injured.", "wounded", None),
    ];
    for (text, predicate, portion) in rows {
        let claim = the(text, predicate);
        assert_eq!(
            claim.attributes.get("portion").map(String::as_str),
            portion,
            "{text}"
        );
    }
}

#[test]
fn a_part_belongs_to_the_verb_it_stands_with() {
    let text = "One woman died and three others, including one officer, were injured.";
    assert_eq!(
        counted(text),
        [
            "killed 1..1 Exact",
            "wounded 1..1 Exact",
            "wounded 3..3 Exact"
        ]
    );
}

#[test]
fn the_accused_is_no_source() {
    let claim = the(
        "Officials said a man accused of killing six people was held.",
        "killed",
    );
    let sources: Vec<&str> = claim.attribution.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(sources, ["Officials"]);
}

#[test]
fn a_time_belongs_to_its_own_verb() {
    let text = "Troops retook streets that rebels seized on Sunday 19 March 2017.";
    assert_eq!(the(text, "retook").time, None);
    assert!(the(text, "seized").time.is_some());
}

proptest! {
    #[test]
    fn spans_lie_on_the_words_they_quote(text in "[ -~“”’é—]{0,120}") {
        for claim in claims(&text) {
            let quote = text.get(claim.span.start..claim.span.end);
            prop_assert!(quote.is_some_and(|q| !q.is_empty()), "{:?}", claim.span);
            if let Some(quantity) = &claim.quantity && let Some(span) = quantity.span {
                prop_assert_eq!(span.of(&text), quantity.text.as_str());
            }
        }
    }

    #[test]
    fn every_figure_is_read_as_it_stands(figure in 2_u32..999_999) {
        let found = the(&format!("At least {figure} villagers were killed."), "killed");
        let low = found.quantity.and_then(|q| q.stated.low).map(|d| d.to_string());
        prop_assert_eq!(low, Some(figure.to_string()));
    }
}

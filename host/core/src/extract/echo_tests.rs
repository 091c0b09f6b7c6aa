//! Two figures of one thing in a sentence, each on its own word.

use super::tests::claims;

/// Asserts of each text its figures with whose they are, by size.
fn each_told(rows: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in rows {
        let claims = claims(text);
        let mut found: Vec<(&str, &str)> = claims
            .iter()
            .filter_map(|c| {
                let source = c.nearest_source().map_or("", |s| s.text.as_str());
                Some((c.quantity.as_ref()?.text.as_str(), source))
            })
            .collect();
        found.sort_unstable();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn each_figure_is_its_own_speakers() {
    each_told(&[
        (
            "Organisers said 85 people were hurt, against 12 according to the ministry.",
            &[("12", "the ministry"), ("85", "Organisers")],
        ),
        (
            "Organisers said 85 people were hurt, compared with 12 reported by the ministry.",
            &[("12", "the ministry"), ("85", "Organisers")],
        ),
        (
            "The army said 25 people died, residents said at least 40.",
            &[("25", "The army"), ("at least 40", "residents")],
        ),
        (
            "According to the army 25 people died; residents said 40.",
            &[("25", "the army"), ("40", "residents")],
        ),
        (
            "The hospital put the number of dead at 12, while the fire service spoke of nine.",
            &[("12", "The hospital"), ("nine", "the fire service")],
        ),
        (
            "Police said 25 people died. The mayor put it at 40.",
            &[("25", "Police"), ("40", "The mayor")],
        ),
        (
            "The death toll was 12 according to police.",
            &[("12", "police")],
        ),
        // Near misses: another year's, and an age.
        (
            "Twelve people died, compared with five last year.",
            &[("Twelve", "")],
        ),
        (
            "Police said 12 people died, and that the driver, 40, was held.",
            &[("12", "Police")],
        ),
    ]);
}

#[test]
fn behind_a_quotation_the_outlet_speaks() {
    each_told(&[
        (
            "“We grieve,” Tam said, speaking at the square where 12 people died.",
            &[("12", "")],
        ),
        (
            "“We grieve,” Tam said, adding that 12 people had died.",
            &[("12", "Tam")],
        ),
    ]);
}

#[test]
fn who_speaks_behind_a_description() {
    each_told(&[
        (
            "Two officials briefed on the inquiry said 12 people died.",
            &[("12", "Two officials")],
        ),
        (
            "An official close to the inquiry said 12 people died.",
            &[("12", "An official close to the inquiry")],
        ),
        (
            "The military says 12 people died.",
            &[("12", "The military")],
        ),
    ]);
}

#[test]
fn some_of_those_counted_before() {
    each_told(&[
        (
            "Twenty-seven people died. Eighteen of them were women.",
            &[("Eighteen", ""), ("Twenty-seven", "")],
        ),
        (
            "Twenty-seven people died. Among them were 19 women and two boys.",
            &[("19", ""), ("Twenty-seven", ""), ("two", "")],
        ),
        (
            "Three clerks died. Two of them had worked there for years.",
            &[("Three", "")],
        ),
        (
            "Twelve clerks died and six were hurt. Four of them were women.",
            &[("Twelve", ""), ("six", "")],
        ),
    ]);
}

#[test]
fn who_is_fought_and_what_is_measured_is_no_other_figure() {
    each_told(&[
        (
            "Six soldiers died in an operation against the group's two bases, officials said.",
            &[("Six", "officials")],
        ),
        (
            "Six people died in protests against 12 ministers, police said.",
            &[("Six", "police")],
        ),
        (
            "Six people died, and 15 according to the mayor.",
            &[("15", "the mayor"), ("Six", "")],
        ),
        (
            "Police said a man fled, and four people were wounded, a doctor said on May 12.",
            &[("four", "a doctor")],
        ),
        (
            "Six people died in the heat, as stations recorded 40.",
            &[("Six", "")],
        ),
        (
            "25 people died in the blast. The company put its losses at 40.",
            &[("25", "")],
        ),
        (
            "The rebels said 25 people died. Eighteen of them were women.",
            &[("25", "The rebels"), ("Eighteen", "The rebels")],
        ),
        (
            "Six people died. Was anyone hurt? The mayor put it at 40.",
            &[("Six", "")],
        ),
        (
            "Six people died, according to all three officials.",
            &[("Six", "three officials")],
        ),
        (
            "“Six men died,” Tam said, and four women were hurt.",
            &[("Six", "Tam"), ("four", "Tam")],
        ),
    ]);
}

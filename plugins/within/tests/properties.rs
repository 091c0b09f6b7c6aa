//! Whatever the host passes: no panic, sound findings, and nothing assumed accuses.

use proptest::prelude::*;
use rashomon_rule::{Rule as _, Scene, Settings as _, Verdict};
use rule_within::{Settings, Within};

#[path = "../../../tests/support/any_event.rs"]
mod any_event;

proptest! {
    // Most random events hold nothing worth a finding, so many are tried; the one that fails is printed.
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_event_makes_it_panic_or_break_the_contract(event in any_event::any_event(&["killed", "wounded"])) {
        let findings = Within::check(&event, &Settings::initial()).expect("it has no error of its own");
        any_event::assert_sound(&event, &Scene::metadata::<Within>(), &findings);
        for found in &findings {
            let articles: std::collections::BTreeSet<_> = found.claims.iter().map(|id| event.claim(*id).article).collect();
            let accuses = found.verdict == Verdict::Contradiction;
            let assumed = found.claims.iter().filter_map(|id| event.claim(*id).population.as_ref()).any(|p| p.is_assumed());
            prop_assert!(!(accuses && assumed), "what is assumed accuses nobody: {found:?}");
            prop_assert!(articles.len() == 1, "one article against itself: {found:?}");
        }
        prop_assert_eq!(Within::check(&event, &Settings::initial()), Ok(findings), "the same again");
    }
}

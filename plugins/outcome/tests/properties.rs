//! Whatever the host passes: no panic, sound findings, and one of either kind in each.

use proptest::prelude::*;
use rashomon_rule::{Decimal, Rule as _, Scene, Settings as _};
use rule_outcome::{Outcome, Settings};

#[path = "../../../tests/support/any_event.rs"]
mod any_event;

proptest! {
    // Most random events hold nothing worth a finding, so many are tried; the one that fails is printed.
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_event_makes_it_panic_or_break_the_contract(
        event in any_event::any_event(&["retook", "ended", "continues", "killed"]),
        most in -1..9_i64,
    ) {
        let mut settings = Settings::initial();
        settings.most_claims = Decimal::new(most, 0).expect("one digit");
        let findings = Outcome::check(&event, &settings).expect("it has no error of its own");
        any_event::assert_sound(&event, &Scene::metadata::<Outcome>(), &findings);
        for found in &findings {
            let goes_on = |id: &&u32| event.claim(**id).predicate == "continues";
            let on = found.claims.iter().filter(goes_on).count();
            prop_assert!(on > 0 && on < found.claims.len(), "{found:?}");
            prop_assert!(i64::try_from(found.claims.len()).expect("few") <= most.max(2));
        }
        prop_assert_eq!(Outcome::check(&event, &settings), Ok(findings), "the same again");
    }
}

//! Whatever the host passes: no panic, and sound findings.

use proptest::prelude::*;
use rashomon_rule::{Rule as _, Scene, Settings as _};
use rule_answer::{Answer, Settings};

#[path = "../../../tests/support/any_event.rs"]
mod any_event;

proptest! {
    // Most random events hold nothing worth a finding, so many are tried; the one that fails is printed.
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_event_makes_it_panic_or_break_the_contract(event in any_event::any_event(&["caused-by", "charged", "motive", "manner"])) {
        let findings = Answer::check(&event, &Settings::initial()).expect("it has no error of its own");
        any_event::assert_sound(&event, &Scene::metadata::<Answer>(), &findings);
        prop_assert_eq!(Answer::check(&event, &Settings::initial()), Ok(findings), "the same again");
    }
}

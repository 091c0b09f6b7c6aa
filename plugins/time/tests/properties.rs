//! Whatever the host passes: no panic, sound findings, and nobody accused of an assumed time.

use proptest::prelude::*;
use rashomon_rule::{Period, Rule as _, Scene, Settings as _};
use rule_time::{Settings, Time};

#[path = "../../../tests/support/any_event.rs"]
mod any_event;

proptest! {
    // Most random events hold nothing worth a finding, so many are tried; the one that fails is printed.
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_event_makes_it_panic_or_break_the_contract(event in any_event::any_event(&["attacked", "retook", "continues"])) {
        let findings = Time::check(&event, &Settings::initial()).expect("it has no error of its own");
        any_event::assert_sound(&event, &Scene::metadata::<Time>(), &findings);
        for found in &findings {
            let mut times = found.claims.iter().map(|id| event.claim(*id).time.as_ref());
            prop_assert!(times.all(|time| time.is_some_and(|t| !t.is_assumed())), "{found:?}");
            let times: Vec<&Period> = found.claims.iter().filter_map(|id| event.claim(*id).time.as_ref()).collect();
            prop_assert!(times[0].end <= times[1].start, "they share no minute, the earlier first: {found:?}");
        }
        prop_assert_eq!(Time::check(&event, &Settings::initial()), Ok(findings), "the same again");
    }
}

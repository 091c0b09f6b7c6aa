//! Whatever the host passes: no panic, sound findings, and never a verdict on what may be chance.

use proptest::prelude::*;
use rashomon_rule::{Rule as _, Scene, Settings as _, Verdict, dec};
use rule_measure::{Measure, Settings};

#[path = "../../../tests/support/any_event.rs"]
mod any_event;

proptest! {
    // Most random events hold nothing worth a finding, so many are tried; the one that fails is printed.
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_event_makes_it_panic_or_break_the_contract(
        event in any_event::any_event(&["killed", "wounded", "displaced"]),
        low in any::<bool>(),
    ) {
        let mut settings = Settings::initial();
        if low {
            settings.telling = dec!(0);
            settings.telling_total = dec!(-1);
            settings.round = dec!(0);
        }
        let findings = Measure::check(&event, &settings).expect("it has no error of its own");
        any_event::assert_sound(&event, &Scene::metadata::<Measure>(), &findings);
        for found in &findings {
            prop_assert_eq!(found.verdict, Verdict::Undetermined);
            let [left, right] = found.claims[..] else { panic!("two claims: {found:?}") };
            prop_assert_ne!(event.claim(left).article, event.claim(right).article);
        }
        prop_assert_eq!(Measure::check(&event, &settings), Ok(findings), "the same again");
    }
}

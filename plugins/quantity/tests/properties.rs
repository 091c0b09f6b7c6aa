//! Whatever the host passes: no panic, sound findings, and no floor contradicted.

use proptest::prelude::*;
use rashomon_rule::{Rule as _, Scene, Settings as _, Verdict};
use rule_quantity::{Quantity, Settings};

#[path = "../../../tests/support/any_event.rs"]
mod any_event;

proptest! {
    // Most random events hold nothing worth a finding, so many are tried; the one that fails is printed.
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_event_makes_it_panic_or_break_the_contract(event in any_event::any_event(&["killed", "wounded"])) {
        let findings = Quantity::check(&event, &Settings::initial()).expect("it has no error of its own");
        any_event::assert_sound(&event, &Scene::metadata::<Quantity>(), &findings);
        for found in findings.iter().filter(|found| found.verdict == Verdict::Contradiction) {
            let stated: Vec<_> = found.claims.iter().filter_map(|id| event.claim(*id).quantity.as_ref()).map(|q| q.stated).collect();
            prop_assert!(!stated[0].meets(&stated[1]), "the words allow both: {found:?}");
            let assumed = found.claims.iter().filter_map(|id| event.claim(*id).population.as_ref()).any(|p| p.is_assumed());
            prop_assert!(!assumed, "what is assumed accuses nobody: {found:?}");
        }
        prop_assert_eq!(Quantity::check(&event, &Settings::initial()), Ok(findings), "the same again");
    }

    #[test]
    fn no_setting_makes_it_panic(event in any_event::any_event(&["killed"]), wide in -10..=10_i64, scale in 0..=18_u8) {
        let mut settings = Settings::initial();
        settings.wide_gap = rashomon_rule::Decimal::new(wide, scale).expect("few digits");
        settings.slack = settings.wide_gap;
        settings.apart_hours = settings.wide_gap;
        let findings = Quantity::check(&event, &settings).expect("it has no error of its own");
        any_event::assert_sound(&event, &Scene::metadata::<Quantity>(), &findings);
    }
}

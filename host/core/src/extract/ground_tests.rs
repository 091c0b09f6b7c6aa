//! What is seized is ground and what is fled is a home; the rest is no such claim.

use super::tests::claims;

fn has(text: &str, predicate: &str) -> bool {
    claims(text).iter().any(|c| c.predicate == predicate)
}

#[test]
fn ground_is_taken_by_a_party() {
    for text in [
        "Rebels seized the bridge on Monday.",
        "The rebels seized Brookham on Monday.",
        "Militants seized the lock below the mill.",
        "The army captured the town of Brook.",
        "Guerrillas occupied a building in the suburb.",
        "The village was captured by insurgents.",
        "Rebel fighters took control of parts of the city.",
        "Troops retook streets that rebels seized on Sunday.",
    ] {
        assert!(has(text, "seized"), "{text}");
    }
    for text in [
        "Her speech captured the mood of the evening.",
        "The league captured the council majority.",
        "He was charged with firing into occupied property.",
        "Someone fired into an occupied building.",
        "The house was occupied when the shots rang out.",
        "A camera captured the street outside.",
        "Police captured the suspect after an hour.",
        "Officers seized two rifles from the flat.",
        "Detectives seized evidence in the village.",
        "She later regained consciousness.",
    ] {
        assert!(!has(text, "seized") && !has(text, "retook"), "{text}");
    }
}

#[test]
fn who_runs_from_a_scene_is_not_displaced() {
    for text in [
        "Some 300 residents fled.",
        "At least 40 people fled their homes.",
        "Two hundred families fled the valley.",
    ] {
        assert!(has(text, "displaced"), "{text}");
    }
    for text in [
        "Two men fled the scene in a van.",
        "Three teenagers fled on foot.",
        "Four people fled when they heard the shots.",
    ] {
        assert!(!has(text, "displaced"), "{text}");
    }
}

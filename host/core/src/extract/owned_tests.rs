//! Who says or denies that it did something itself.

use super::super::tests::claims;

/// The claims of responsibility as "predicate agent, from the nearest source to the origin".
fn owned(text: &str) -> Vec<String> {
    let told = claims(text).into_iter().filter(|claim| {
        matches!(
            claim.predicate.as_str(),
            "claimed-responsibility" | "denied-responsibility"
        )
    });
    told.map(|claim| {
        let agent = claim.agent.as_ref().map_or("nobody", |a| a.text.as_str());
        let chain: Vec<&str> = claim.attribution.iter().map(|s| s.text.as_str()).collect();
        let verb = claim.predicate.split('-').next().unwrap_or_default();
        format!("{verb} {agent}, {}", chain.join(" < "))
    })
    .collect()
}

fn check(rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(owned(text), *expected, "{text}");
    }
}

#[test]
fn who_denies_a_deed_of_its_own() {
    let front = "denied The Dawn Front, The Dawn Front";
    check(&[
        (
            "The Dawn Front denied on Monday that its fighters carried out the attack.",
            &[front],
        ),
        (
            "The Dawn Front denied to reporters that it had planted the bomb.",
            &[front],
        ),
        (
            "The Dawn Front rejected claims that it was behind the bombing.",
            &[front],
        ),
        (
            "The Dawn Front, rejecting the claim that it had carried out the raid, blamed the army.",
            &[front],
        ),
        (
            "The Dawn Front dismissed the guards' claim that it had carried out the raid.",
            &[front],
        ),
        (
            "The Dawn Front denied having taken part in the raid.",
            &[front],
        ),
        (
            "The Dawn Front denied that it had carried out the bombing, Reuters reported.",
            &["denied The Dawn Front, Reuters < The Dawn Front"],
        ),
        (
            "“We grieve,” the Dawn Front said in a statement denying that it had planted the bomb.",
            &["denied the Dawn Front, the Dawn Front"],
        ),
        (
            "The Dawn Front said it had nothing to do with the bombing.",
            &[front],
        ),
        (
            "A spokesman for the Dawn Front denied that the group was behind the bombing.",
            &["denied the Dawn Front, A spokesman for the Dawn Front"],
        ),
        (
            "The army blamed the Dawn Front, denying that it was behind the bombing.",
            &["denied The army, The army"],
        ),
    ]);
}

#[test]
fn who_denies_others_deeds_or_nothing() {
    check(&[
        // Others' deeds, no deeds, no denials.
        (
            "The minister dismissed the Dawn Front's claim that it carried out the attack.",
            &[],
        ),
        ("His lawyer denied that he planted the bomb.", &[]),
        ("Lawyer Ana Lesko denied he planted the bomb.", &[]),
        (
            "The government rejected a rebel claim that they were behind the bombing.",
            &[],
        ),
        (
            "The ministry stopped denying that it was behind the raid.",
            &[],
        ),
        (
            "Police dismissed a prisoner's confession that he was behind the killing.",
            &[],
        ),
        ("Army rejects rebel claim it carried out raid", &[]),
        ("The union denied that it was behind the protest.", &[]),
        ("Police denied that the group was behind the bombing.", &[]),
        (
            "The Dawn Front had nothing to do with the bombing, police said.",
            &[],
        ),
        ("The mayor denied that it was behind schedule.", &[]),
        (
            "The army denied bail to a man who carried out the attack.",
            &[],
        ),
        (
            "The minister denied reports that the army had carried out the raid.",
            &[],
        ),
        (
            "The army did not deny that it had carried out the raid.",
            &[],
        ),
    ]);
}

#[test]
fn who_says_that_it_was_its_own_deed() {
    let front = "claimed The Dawn Front, The Dawn Front";
    check(&[
        ("The Dawn Front said it was behind the bombing.", &[front]),
        (
            "The Dawn Front said on Sunday that its fighters had carried out the attack.",
            &[front],
        ),
        (
            "The Dawn Front (RDF) today claimed responsibility for the raid.",
            &["claimed The Dawn Front, The Dawn Front (RDF)"],
        ),
        (
            "The Dawn Front in a statement claimed responsibility for the raid.",
            &["claimed The Dawn Front, The Dawn Front in a statement"],
        ),
        (
            "Rebels claim they carried out the raid.",
            &["claimed Rebels, Rebels"],
        ),
        // Near misses: of whom "he" is told, nouns of saying, and help.
        ("Lesko said he planted the bomb.", &[]),
        (
            "The rebels scoffed at claims that they were behind the raid.",
            &[],
        ),
        (
            "The army said its troops had taken part in the rescue of 20 people.",
            &[],
        ),
        (
            "The Dawn Front blamed the army, saying it was behind the raid.",
            &[],
        ),
        // Others' deeds, which "its" and "her" may tell of.
        ("The army said its enemies carried out the attack.", &[]),
        ("Jane Doe said her husband carried out the attack.", &[]),
        ("The rebels said he had carried out the attack.", &[]),
        // Police speak of others, and an offensive is told, not owned to.
        ("Police said they had carried out the raid.", &[]),
        ("The army said it launched an offensive on Monday.", &[]),
        ("The firm said it was behind schedule.", &[]),
    ]);
}

use super::tests::claims;
use crate::model::{Basis, Polarity};

/// Who says that somebody was killed, as "source polarity": "" is the outlet itself.
fn killed(text: &str) -> String {
    let claims = claims(text, false);
    let killed = claims.iter().find(|c| c.predicate == "killed");
    let killed = killed.unwrap_or_else(|| panic!("nobody killed in {text:?}"));
    let names: Vec<&str> = killed.attribution.iter().map(|s| s.text.as_str()).collect();
    let denied = match killed.polarity {
        Polarity::Denied => " denied",
        Polarity::Affirmed => "",
    };
    names.join(" < ") + denied
}

fn each(rows: &[(&str, &str)]) {
    for (text, told) in rows {
        assert_eq!(killed(text), *told, "{text}");
    }
}

#[test]
fn clauses_beside_what_a_source_says_are_the_outlets() {
    each(&[
        (
            "Although six people had died, the minister said the response was good.",
            "",
        ),
        (
            "After initially claiming that 30 people were killed, the rebels said nine died.",
            "the rebels",
        ),
        (
            "After nightfall rebels killed nine guards, the governor told reporters who had come.",
            "the governor",
        ),
        (
            "After nightfall rebels killed nine guards, police said while they searched.",
            "police",
        ),
        (
            "Two clerks fled, the ministry said, as a result of a fire that killed six people.",
            "the ministry",
        ),
        (
            "Two men were held, prosecutors said, after they shot a clerk who was killed.",
            "prosecutors",
        ),
        (
            "Police said little more than that six people were killed.",
            "Police",
        ),
        (
            "After six people were killed in Ardal, Mr. Orlo said aid was coming.",
            "",
        ),
        ("When six people were killed, the mayor said nothing.", ""),
        (
            "Asked about the raid in which six people were killed, the mayor said nothing was known.",
            "",
        ),
        (
            "Orlo said hours after the monks were killed that rebels were to blame.",
            "",
        ),
        (
            "The school will reopen, officials said, after a fire that killed six people.",
            "",
        ),
        (
            "The mayor said nothing about the raid that killed six people.",
            "",
        ),
        (
            "After the raid, six people were killed, police said.",
            "police",
        ),
        (
            "After the raid six people were killed, police said Tuesday.",
            "police",
        ),
        ("Police said six people were killed after a raid.", "Police"),
    ]);
}

#[test]
fn only_a_statement_is_denied() {
    each(&[
        (
            "The judge denied bail on grounds that he had killed six people.",
            "",
        ),
        (
            "The judge denied permits for a march that ended with six people killed.",
            "",
        ),
        (
            "The army denied training the gunman who killed six people.",
            "",
        ),
        (
            "The army denied its role in a massacre that killed 400 people.",
            "",
        ),
        (
            "The army denied there were any casualties in the clash that killed six rebels.",
            "",
        ),
        (
            "The report that six people died led to panic that was entirely unfounded.",
            "",
        ),
        (
            "The army denied on Monday that six soldiers were killed.",
            "The army denied",
        ),
        (
            "The army denied to reporters that six soldiers were killed.",
            "The army denied",
        ),
        (
            "The army denied the theory that soldiers killed six men.",
            "The army denied",
        ),
        (
            "The mayor denied that it was police who shot dead two men.",
            "The mayor denied",
        ),
        (
            "The army denied there had been an explosion that killed six people.",
            "The army denied",
        ),
        (
            "Orr denied killing a clerk who was shot dead.",
            "Orr denied",
        ),
        (
            "The rebels denied that they had carried out the attack that killed 14 soldiers.",
            "",
        ),
    ]);
}

#[test]
fn what_is_named_in_a_denial_is_not_denied() {
    each(&[
        ("The court denied bail to a man who killed two guards.", ""),
        (
            "After six people were killed, the ministry denied the families aid.",
            "",
        ),
        (
            "The judge denied a request by the families of six people killed in the raid.",
            "",
        ),
        (
            "Orlo denied any role in the blast that killed six people.",
            "",
        ),
        (
            "The army denied that it was behind the blast that killed 40 people.",
            "",
        ),
        (
            "The army denied that soldiers who guarded the gate had killed six people.",
            "The army denied",
        ),
        (
            "The army denied troops killed six people in the raid.",
            "The army denied",
        ),
        ("The army denied killing six farmers.", "The army denied"),
        (
            "The ministry denied reports that six people had died.",
            "The ministry denied",
        ),
    ]);
}

#[test]
fn what_somebody_was_told() {
    each(&[
        (
            "According to at least three witnesses, 12 people were killed.",
            "at least three witnesses",
        ),
        ("Three said rebels killed six people.", "Three"),
        ("It was widely reported that six people died.", "It"),
        (
            "They're reporting that rebels killed six people.",
            "They're",
        ),
        (
            "Radio Alba, quoting a Red Front source, said six civilians were killed.",
            "Radio Alba < a Red Front source",
        ),
        ("Six reported dead in Osk blast.", ""),
        (
            "Our reporter was told by police that six people were killed.",
            "police",
        ),
        (
            "The court was told that six people were killed in Ardal.",
            "",
        ),
        ("Six people were killed, it was announced.", "it"),
        (
            "A crowd met in Ardal after it's revealed that six people were killed.",
            "it",
        ),
        (
            "According to Moreno the consul killed six people.",
            "Moreno",
        ),
        (
            "The National Police [PN] reported that six men were killed.",
            "The National Police [PN]",
        ),
        (
            "Surveillance footage shows that six men were killed.",
            "Surveillance footage",
        ),
    ]);
    let among = "Among the dead were two boys, Dr Ana Lesko, the head of the clinic, said.";
    assert!(claims(among, false).iter().all(|c| {
        c.population
            .as_ref()
            .is_none_or(|p| p.text != "Dr Ana Lesko")
    }));
    let denied = claims(
        "The minister said nobody had died, rejecting the claim that six were killed.",
        false,
    );
    assert!(
        denied
            .iter()
            .any(|c| c.polarity == Polarity::Denied && c.nearest_source().is_some())
    );
    let told = claims("The jury heard that six people were killed.", false);
    assert_eq!(told[0].certainty, crate::model::Certainty::Reported);
}

#[test]
fn doubtful_links_speak_for_nobody() {
    each(&[
        (
            "Prosecutors in Osk alleged soldiers killed six farmers.",
            "Prosecutors in Osk",
        ),
        (
            "Police arrested a woman for alleged involvement in a shooting that left one dead.",
            "",
        ),
        (
            "Two men face trial for alleged links to a blast that killed nine soldiers.",
            "",
        ),
    ]);
}

#[test]
fn a_quotation_is_its_speakers_from_its_first_sentence_on() {
    each(&[
        (
            "“They killed forty men. It is only the beginning,” its spokesman, Tariq Sel, said in a statement.",
            "Tariq Sel",
        ),
        (
            "“It was loud,” Gatt said. “Two men were killed. Nine were wounded.”",
            "Gatt",
        ),
        (
            "“Two men were killed. Nine were wounded,” Ann Gatt said.",
            "Ann Gatt",
        ),
        (
            "“We ran,” Gatt said. “Two men were killed. Nine fled,” Holt said.",
            "Holt",
        ),
    ]);
}

#[test]
fn a_bare_number_counts_who_was_counted_before() {
    let of = |text: &str| {
        let claims = claims(text, false);
        let wounded = claims.iter().find(|c| c.predicate == "wounded");
        let who = wounded.and_then(|c| c.population.clone());
        who.map(|p| (p.text, p.basis))
    };
    let told = of("The army said three rebels were killed and six were wounded.");
    assert_eq!(told, Some(("rebels".to_owned(), Basis::Implied)));
    assert_eq!(of("Three rebels were killed. Six were wounded."), None);
    assert_eq!(of("Six people were killed and nine were wounded."), None);
    assert_eq!(of("Two gunmen stormed a school and 12 were wounded."), None);
}

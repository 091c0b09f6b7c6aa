//! Causes and charges that are read, and what comes near and is none.

use super::tests::claims;
use crate::model::Polarity;

/// Each answer to one question: its kind, "not" before what is denied, and whom it concerns.
fn told(predicate: &str, text: &str) -> Vec<String> {
    let answer = |claim: crate::model::Claim| {
        let answer = claim.object.filter(|_| claim.predicate == predicate)?;
        let kind = answer.entity.unwrap_or_default();
        let not = match claim.polarity {
            Polarity::Denied => "not ",
            Polarity::Affirmed => "",
        };
        let who = claim.population.map(|p| format!(": {}", p.text));
        Some(format!("{not}{kind}{}", who.unwrap_or_default()))
    };
    let mut told: Vec<String> = claims(text).into_iter().filter_map(answer).collect();
    told.sort();
    told
}

fn check(predicate: &str, rows: &[(&str, &[&str])]) {
    for (text, expected) in rows {
        assert_eq!(told(predicate, text), *expected, "{text}");
    }
}

#[test]
fn what_caused_it() {
    check(
        "caused-by",
        &[
            ("The fire was caused by a gas leak.", &["gas"]),
            (
                "The blaze at the mill was sparked by faulty wiring, the fire chief said.",
                &["electrical"],
            ),
            ("Officials blamed the crash on brake failure.", &["brakes"]),
            (
                "A short circuit is believed to have caused the fire.",
                &["electrical"],
            ),
            ("It was caused by lightning.", &["lightning"]),
            ("No injuries in a fire caused by lightning.", &["lightning"]),
            ("The fire was caused by a gas leak, not arson.", &["gas"]),
            (
                "The fire was caused by a gas leak rather than arson.",
                &["gas"],
            ),
            (
                "The fire was caused by a gas leak, and arson was ruled out.",
                &["gas"],
            ),
            (
                "The cause of the fire was not arson.",
                &["not set-on-purpose"],
            ),
            (
                "The fire was deliberately set, police said.",
                &["set-on-purpose"],
            ),
            ("A gas leak caused a huge fire.", &["gas"]),
            (
                "The union blamed faulty wiring for the fire.",
                &["electrical"],
            ),
            (
                "Police are treating the fire as arson.",
                &["set-on-purpose"],
            ),
            ("Arson is suspected in the fire.", &["set-on-purpose"]),
            (
                "The collapse was not caused by heavy rain.",
                &["not weather"],
            ),
            (
                "The fire chief ruled out arson as the cause of the blaze.",
                &["not set-on-purpose"],
            ),
        ],
    );
}

#[test]
fn what_caused_nothing_here() {
    check(
        "caused-by",
        &[
            ("The flight was late because of fog.", &[]),
            (
                "It is not known whether the fire was caused by a gas leak.",
                &[],
            ),
            ("The fire was caused by a gas leak or a short circuit.", &[]),
            ("A gas leak was mended on Friday before the fire.", &[]),
            ("The storm caused 12 deaths.", &[]),
            ("The fire spread quickly due to strong winds.", &[]),
            (
                "Schools were closed because of heavy snow after the fire.",
                &[],
            ),
            ("He was late because of fog after the crash.", &[]),
            ("Investigators have not ruled out arson in the fire.", &[]),
        ],
    );
}

#[test]
fn with_what_somebody_is_charged() {
    check(
        "charged",
        &[
            (
                "Jan Verel was charged with murder and arson.",
                &["arson: Jan Verel", "murder: Jan Verel"],
            ),
            (
                "Prosecutors charged Jan Verel, 34, with second-degree murder.",
                &["murder-second-degree: Jan Verel"],
            ),
            (
                "Jan Verel, 34, was charged with murder.",
                &["murder: Jan Verel"],
            ),
            ("Prosecutors have charged him with murder.", &["murder"]),
            (
                "Verel was charged on Monday with murder.",
                &["murder: Verel"],
            ),
            (
                "Verel was charged with manslaughter, not murder.",
                &["manslaughter: Verel"],
            ),
            (
                "A police officer was charged with murder.",
                &["murder: A police officer"],
            ),
            (
                "Verel faces two counts of attempted murder.",
                &["attempt-on-life: Verel"],
            ),
            (
                "Verel was arrested on murder and robbery charges.",
                &["murder", "robbery"],
            ),
            (
                "Verel has not been charged with manslaughter.",
                &["not manslaughter: Verel"],
            ),
        ],
    );
}

#[test]
fn what_is_no_charge() {
    check(
        "charged",
        &[
            ("Verel could be charged with murder.", &[]),
            ("The hotel charged guests $40 on Friday.", &[]),
            ("Prosecutors dropped murder charges on Friday.", &[]),
            ("Verel denied charges of murder.", &[]),
            ("The battery charge ran low.", &[]),
            ("Verel was convicted of murder.", &[]),
            ("A jury acquitted Verel of murder charges.", &[]),
            ("The murder of two porters shook the town.", &[]),
            ("He is in charge of the murder squad.", &[]),
        ],
    );
    check(
        "convicted",
        &[
            (
                "Verel was convicted of two counts of murder.",
                &["murder: Verel"],
            ),
            (
                "Verel pleaded guilty to manslaughter.",
                &["manslaughter: Verel"],
            ),
            ("Verel was acquitted of murder.", &["not murder: Verel"]),
            (
                "A jury acquitted Verel of murder charges.",
                &["not murder: Verel"],
            ),
        ],
    );
}

#[test]
fn why_it_was_done() {
    check(
        "motive",
        &[
            (
                "A clerk was shot during an apparent robbery at a shop in Osk.",
                &["robbery"],
            ),
            (
                "Police said the shooting stemmed from an argument over money.",
                &["quarrel"],
            ),
            (
                "An argument over a debt broke out before shots were fired.",
                &["quarrel"],
            ),
            ("The killing followed a family quarrel.", &["domestic"]),
            ("The shooting was gang-related, police said.", &["gangs"]),
            ("Police said the motive was robbery.", &["robbery"]),
            ("The killing was not a random act.", &["targeted"]),
            (
                "He was unarmed and was not in an argument with anyone when he was shot.",
                &["not quarrel"],
            ),
            // What somebody is, is charged with, or has yet to find out.
            ("Robbery detectives are investigating the shooting.", &[]),
            ("He was charged with robbery after the shooting.", &[]),
            ("It is unclear whether the shooting was random.", &[]),
            (
                "Detectives are looking at whether the killing of two men was gang-related.",
                &[],
            ),
            (
                "Police do not know if an argument led to the gunfire that killed Lee.",
                &[],
            ),
            (
                "Nobody knows why the argument broke out before the shooting.",
                &[],
            ),
            (
                "There was no evidence that the shooting was random.",
                &["not random"],
            ),
            (
                "It was not a robbery but a targeted attack in which two men were killed.",
                &["targeted"],
            ),
            ("Police did not rule out robbery as a motive.", &[]),
            (
                "The sheriff said it was too early to say that robbery was the motive.",
                &[],
            ),
            // Of no harm.
            ("For the third day in a row, shelling killed six.", &[]),
            (
                "Police forced their way into the house and found two men shot dead.",
                &[],
            ),
            ("The council met after a dispute over parking.", &[]),
        ],
    );
}

#[test]
fn how_it_came_about() {
    check(
        "manner",
        &[
            (
                "The boy was accidentally shot by his brother.",
                &["accident-by-another: The boy"],
            ),
            (
                "A father accidentally shot his son in the head.",
                &["accident-by-another: his son"],
            ),
            (
                "Rolf Orr shot his wife and then turned the gun on himself.",
                &["own-hand: Rolf Orr"],
            ),
            (
                "The man killed his wife and then shot himself.",
                &["own-hand"],
            ),
            (
                "A girl of two accidentally shot herself in the hand.",
                &["accident", "own-hand: A girl"],
            ),
            ("Police said the gun went off accidentally.", &["accident"]),
            ("The shooting is believed to be accidental.", &["accident"]),
            (
                "Detectives ruled out early reports that the boy shot himself.",
                &["not own-hand: the boy"],
            ),
            ("His death was ruled a homicide.", &["homicide"]),
            ("The death was ruled a suicide.", &["suicide"]),
            (
                "The owner said he shot the man in self-defence.",
                &["self-defence: the man"],
            ),
            (
                "A neighbour does not believe the shooting was an accident.",
                &["not accident"],
            ),
            // Asked, or taken as known.
            (
                "Police are asking whether the shooting was accidental.",
                &[],
            ),
            ("Nobody may ever know why Dahl killed himself.", &[]),
            // Of no harm, or of another verb than the one that does it.
            ("The letter was sent by accident.", &[]),
            (
                "The owners deliberately ignored the warnings before the blast killed six.",
                &[],
            ),
            (
                "The minister deliberately misled parliament about the deaths.",
                &[],
            ),
            ("The price rise was justified after the explosion.", &[]),
        ],
    );
}

#[test]
fn how_who_was_hurt_is() {
    check(
        "condition",
        &[
            (
                "A 17-year-old boy was shot at the pier and is in critical condition.",
                &["critical: A 17-year-old boy"],
            ),
            (
                "Ida Moss was in fair condition at the hospital on Monday.",
                &["fair: Ida Moss"],
            ),
            (
                "The guard was treated for non-life-threatening injuries.",
                &["no-danger"],
            ),
            (
                "Ivo Sarn, 44, was taken to hospital in critical condition.",
                &["critical: Ivo Sarn"],
            ),
            (
                "The guard was taken to hospital with non life threatening injuries.",
                &["no-danger"],
            ),
            ("The bridge is in good condition.", &[]),
        ],
    );
}

//! Two invented outlets on an invented clash at a quarry, as a desk would see it.

use jiff::civil::{date, datetime, time};
use rashomon_core::model::*;

use super::builder::*;
use crate::text::{TextOptions, render};

fn readings() -> Vec<Reading> {
    let mut harbour = reading(
        "Harbour Post",
        &[
            "Raiders of the Red Lantern band stormed the Tolm quarry before first light on Saturday, and the guards \
             of the Marsh League fought them in the pits for most of the day.",
            "The League lost at least 14 of its guards, while the raiders lost nine men.",
            "The Valley Watch, which keeps count of the fighting, said that rifle fire went on around the pits on Sunday.",
            "A League captain told the Tolm Courier that his men \"have taken back every pit\".",
        ],
    );
    harbour.article.not_before = Some(date(2031, 6, 8));
    let mut river = reading(
        "River Times",
        &[
            "Gunships of the League struck the slopes above Tolm on Sunday after an attack on the quarry.",
            "Fighters close to the Lantern attacked early on Saturday, the Valley Watch said, and the guards drove them off by nightfall.",
            "Some 25 armed men are believed to have died in the first day of the fighting.",
            "A shell struck the yard of the Tolm schoolhouse, which stood empty, a teacher said.",
            "The League, which has 3,000 guards in the valley, has held the quarry for two years.",
        ],
    );
    river.article.published = Some(stamp(date(2031, 6, 9), Some(time(21, 28, 0, 0))));
    vec![harbour, river]
}

fn watch(basis: Basis) -> Vec<Source> {
    vec![source("The Valley Watch", Some("valley-watch"), basis)]
}

fn saturday(text: &str) -> Option<Period> {
    Some(Period::days(
        text,
        date(2031, 6, 7),
        date(2031, 6, 7),
        Basis::Said,
    ))
}

fn sunday(text: &str) -> Option<Period> {
    Some(Period::days(
        text,
        date(2031, 6, 8),
        date(2031, 6, 8),
        Basis::Said,
    ))
}

/// The tolls: two of A, one of B.
fn tolls(draft: &mut Draft) -> [usize; 3] {
    let sentence = "The League lost at least 14 of its guards, while the raiders lost nine men.";
    let guards = draft.claim((0, "killed", sentence), |claim| {
        claim.quantity = Some(people("at least 14", Form::AtLeast, (Some(14), None)));
        claim.population = Some(group("its guards", Some("marsh-league"), Some("combatant")));
    });
    let raiders = draft.claim((0, "killed", sentence), |claim| {
        claim.quantity = Some(people("nine", Form::Exact, (Some(9), Some(9))));
        claim.population = Some(group("the raiders", Some("red-lantern"), Some("combatant")));
    });
    let sentence = "Some 25 armed men are believed to have died in the first day of the fighting.";
    let armed = draft.claim((1, "killed", sentence), |claim| {
        claim.quantity = Some(people("some 25", Form::About, (Some(25), Some(25))));
        claim.population = Some(group("armed men", None, None));
        claim.hedge = Some("believed".to_owned());
        claim.certainty = Certainty::Suspected;
    });
    draft.align(("killed", "people killed"), &[guards, raiders, armed]);
    [guards, raiders, armed]
}

/// How it began and ended.
fn course(draft: &mut Draft) -> [usize; 3] {
    let began = "stormed the Tolm quarry before first light on Saturday";
    let a = draft.claim((0, "attacked", began), |claim| {
        let [from, to] = [0, 6].map(|hour| Some(datetime(2031, 6, 7, hour, 0, 0, 0)));
        claim.time = Some(Period::between(
            "before first light on Saturday",
            from,
            to,
            Basis::Said,
        ));
    });
    let b = draft.claim(
        (
            1,
            "attacked",
            "attacked early on Saturday, the Valley Watch said",
        ),
        |claim| {
            claim.time = saturday("early on Saturday");
            claim.attribution = watch(Basis::Said);
        },
    );
    draft.align(("attacked", "attack began"), &[a, b]);
    let goes_on = draft.claim(
        (
            0,
            "continues",
            "rifle fire went on around the pits on Sunday",
        ),
        |claim| {
            claim.time = sunday("on Sunday");
            claim.attribution = watch(Basis::Said);
        },
    );
    let retaken = draft.claim((0, "retook", "have taken back every pit"), |claim| {
        claim.voice = Voice::Quoted;
        claim.attribution = vec![source("A League captain", None, Basis::Said)];
        claim
            .attribution
            .insert(0, source("the Tolm Courier", None, Basis::Said));
    });
    let driven = draft.claim(
        (1, "retook", "the guards drove them off by nightfall"),
        |claim| {
            claim.time = saturday("by nightfall");
            claim.attribution = watch(Basis::Implied);
        },
    );
    draft.align(
        ("outcome", "attack driven off"),
        &[goes_on, retaken, driven],
    );
    [goes_on, retaken, driven]
}

fn toll_finding(draft: &mut Draft, claims: [usize; 3]) {
    let of = claims.map(|at| draft.event().claims[at]);
    let toll = (
        Severity::Error,
        Verdict::Undetermined,
        "How many died, and on whose side?",
    );
    let finding = draft.find(toll, &claims);
    finding.missing = [
        (of[2], "population"),
        (of[0], "attribution"),
        (of[2], "attribution"),
        (of[0], "as-of"),
    ]
    .map(|(claim, field)| MissingField {
        claim,
        field: field.to_owned(),
    })
    .to_vec();
    let reading = |when: &str, verdict, because: &str| ReadingOfFinding {
        when: when.to_owned(),
        verdict,
        because: because.to_owned(),
    };
    finding.readings = vec![
        reading(
            "\"armed men\" are the League's guards",
            Verdict::Undetermined,
            "25 is nearly twice 14: \"at least\" allows it, but a gap that wide needs a reason",
        ),
        reading(
            "\"armed men\" are both sides'",
            Verdict::Compatible,
            "at least 14, plus nine, is at least 23, and some 25 fits; River Times does not say so",
        ),
    ];
    let question = |to, text: &str| Question {
        to,
        text: text.to_owned(),
    };
    finding.questions = vec![
        question(
            QuestionTo::Article(1),
            "whose figure is it, of which side, and from when does the first day run?",
        ),
        question(
            QuestionTo::Article(0),
            "who gave 14 and nine, and as of what hour?",
        ),
        question(
            QuestionTo::Source("valley-watch".to_owned()),
            "is either figure yours?",
        ),
    ];
    finding.conventions = vec!["about".to_owned()];
}

fn lists(draft: &mut Draft) {
    let strikes = draft.claim(
        (
            1,
            "struck",
            "Gunships of the League struck the slopes above Tolm on Sunday",
        ),
        |_| {},
    );
    let shell = draft.claim(
        (
            1,
            "struck",
            "A shell struck the yard of the Tolm schoolhouse",
        ),
        |claim| {
            claim.attribution = vec![source("a teacher", None, Basis::Said)];
        },
    );
    let guards = draft.claim((1, "numbers", "3,000 guards in the valley"), |_| {});
    let event = draft.event();
    let only = |text: &str, at: usize| OnlyIn {
        article: 1,
        text: text.to_owned(),
        claims: vec![event.claims[at]],
    };
    event.only_in = vec![
        only("gunships struck the slopes", strikes),
        only("shell on a schoolhouse yard", shell),
    ];
    event.not_compared = vec![NotCompared {
        claim: event.claims[guards],
        why: "strength of a force, not a toll".to_owned().into(),
        key: None,
    }];
    event.gaps = vec![
        gap("killed/civilian", "civilians killed", &[0, 1]),
        gap("wounded", "wounded", &[0, 1]),
        gap("as-of", "as of when the toll is given", &[0]),
    ];
    let agreed = [
        "attack on the quarry",
        "Saturday",
        "League guards held it before",
    ];
    event.agreements = agreed
        .map(|text| Agreement {
            text: text.to_owned(),
            claims: Vec::new(),
        })
        .to_vec();
}

fn memo() -> Report {
    let mut draft = Draft::new("Raid on the Tolm quarry", readings());
    let killed = tolls(&mut draft);
    let [goes_on, retaken, driven] = course(&mut draft);
    lists(&mut draft);
    let event = draft.event();
    event.time = saturday("Saturday");
    event.place = Some(Party::named("Tolm", Basis::Said));
    event.because = ["attack", "Tolm quarry", "Sat 7 June", "the Valley Watch"]
        .map(str::to_owned)
        .to_vec();
    event.origins = vec![Origin {
        entity: "valley-watch".to_owned(),
        name: "the Valley Watch".to_owned(),
        articles: vec![0, 1],
    }];
    toll_finding(&mut draft, killed);
    draft
        .find(
            (Severity::Warning, Verdict::Compatible, "Is it over?"),
            &[retaken, goes_on, driven],
        )
        .because =
        Some("Ground can be taken back while shots are still fired around it.".to_owned());
    draft.find(
        (
            Severity::Note,
            Verdict::Agree,
            "Both call it a raid of one day",
        ),
        &[goes_on, driven],
    );
    draft.report
}

#[test]
fn two_outlets_on_one_raid() {
    let out = render(&memo(), &TextOptions::default());
    insta::assert_snapshot!(out, @r##"
    COMPARISON MEMO                         MACHINE READING, NOT CHECKED BY A PERSON
    Raid on the Tolm quarry, Sat 7 June 2031

     A  Harbour Post  undated; not before Sun 8 Jun 2031
     B  River Times   stamped Mon 9 Jun 2031, 9:28 pm, time zone not given
    Same event because: attack, Tolm quarry, Sat 7 June, the Valley Watch.
    Both draw on the Valley Watch: where A and B agree, do not count two sources.

    No outright contradiction. 1 figure to settle before use, 1 point to check, 2
    gaps in both, 1 point for information.

                            A                           B
     People killed
       Marsh league         at least 14 ¶2 source?      -
       combatants
       Red lantern          nine        ¶2 source?      -
       combatants
       "armed men"          -                           some 25 "believed" ¶3
                                                         source?
       Civilians killed     not stated                  not stated
     Wounded                not stated                  not stated
     Attack began           Sat 7 Jun, "before first    Sat 7 Jun   ¶2 Valley Watch
                             light on Saturday" ¶1
                             source?
     Attack driven off
       Retook               yes, undated ¶4 a League    Sat 7 Jun   ¶2 Valley
                             captain                                Watch^
       Continues            Sun 8 Jun   ¶3 Valley Watch -
     - nothing found in the article
     ^ not said outright: implied by the text around it, or assumed

    SETTLE BEFORE USE
    1 How many died, and on whose side?                           CANNOT COMPARE YET
      A ¶2 source?: "The League lost at least 14 of its guards, while the raiders
           lost nine men."
      B ¶3 source?: "Some 25 armed men are believed to have died in the first day of
           the fighting."
      Not stated: who is counted (B ¶3); the source (A ¶2, B ¶3); as of when (A ¶2).
      - If "armed men" are the League's guards: cannot compare yet. 25 is nearly
        twice 14: "at least" allows it, but a gap that wide needs a reason.
      - If "armed men" are both sides': may both be right. At least 14, plus nine,
        is at least 23, and some 25 fits; River Times does not say so.
      Ask B:                whose figure is it, of which side, and from when does
                            the first day run?
      Ask A:                who gave 14 and nine, and as of what hour?
      Ask the Valley Watch: is either figure yours?
      Convention: about

    CHECK
    2 Is it over?                                                  MAY BOTH BE RIGHT
      A ¶4 words of a League captain, via the Tolm Courier: "have taken back every
           pit"
      A ¶3 citing the Valley Watch, Sun 8 Jun: "rifle fire went on around the pits
           on Sunday"
      B ¶2 citing the Valley Watch (implied), Sat 7 Jun: "the guards drove them off
           by nightfall"
      Ground can be taken back while shots are still fired around it.

    FOR INFORMATION
    3 Both call it a raid of one day                                    SAY THE SAME
      A ¶3 "rifle fire went on around the pits on Sunday"; B ¶2 "the guards drove
      them off by nightfall"

    GAPS IN BOTH  civilians killed; wounded. Not stated is not zero.
    GAPS          as of when the toll is given (not in A)
    ONLY IN B     gunships struck the slopes ¶1 (source?); shell on a schoolhouse
                  yard ¶4 (a teacher)
    AGREE         attack on the quarry; Saturday; League guards held it before
    NOT COMPARED  strength of a force, not a toll: "3,000 guards in the valley" (B
                  ¶5)
    Reports what articles say, not who is right. For reference: item 1 = some-rule
    f00000000001, item 2 = some-rule f00000000002, item 3 = some-rule f00000000003.

    2 articles read; 0 rules; profile default; packs: default.
    "##);
}

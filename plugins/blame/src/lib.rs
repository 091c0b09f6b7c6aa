//! Who did it? Outlets that name different ones as accused, and a denial that one of them leaves out.

mod doers;

use std::collections::BTreeSet;

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Words before the name of a group: "the Red Lions".
        pub definite: Vec<String> = ["the"],
        /// What holds somebody responsible.
        pub accuses: Vec<String> = ["blamed"],
        /// What takes responsibility.
        pub claims: Vec<String> = ["claimed-responsibility"],
        /// What denies it.
        pub denies: Vec<String> = ["denied-responsibility"],
        /// What says that a named group had part in it.
        pub takes_part: Vec<String> = ["took-part"],
        /// What says that a named group stands by those who did it.
        pub allied: Vec<String> = ["allied"],
        /// Deeds whose doer can be in dispute.
        pub acts: Vec<String> = ["killed", "wounded", "attacked", "bombed"],
        /// Deeds that are one where as many are harmed: a doer told as a fact differs from another's.
        pub harms: Vec<String> = ["killed", "wounded"],
        /// Hours after which a report that knows of no claim of responsibility ought to have heard of it.
        pub unheard_hours: Decimal = dec!(24),
        /// Kinds of source with the side they speak for.
        pub speaks_for: Vec<String> = ["official/government", "military/government", "police/government", "party/opposition"],
        /// What is hit once: two who bombed the hospital of a town, that day, are two tellings of one deed.
        pub targets: Vec<String> = ["hospital", "clinic", "ward", "school", "kindergarten", "university", "market", "bazaar", "mosque", "church", "temple", "camp", "bus", "train", "station", "convoy", "ambulance", "bridge", "dam", "plant", "plane", "ship", "ferry", "hotel", "embassy", "prison", "wedding", "funeral"],
        /// Figures from which on two that are equal tell of one deed.
        pub telling: Decimal = dec!(3),
        /// Roles of doers who cannot be one: gunmen and police.
        pub opposed: Vec<String> = ["attacker/security", "insurgent/security", "insurgent/militia", "attacker/insurgent"],
        /// Roles of those who fight: that both sides kill each other's is no dispute.
        pub fighters: Vec<String> = ["combatant", "attacker"],
    }
}

/// Who did it.
pub struct Blame;

impl Rule for Blame {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "blame",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Different ones are held responsible, or a denial is left out",
        manual: include_str!("../MANUAL.md"),
        // The settings name them.
        predicates: &[],
        codes: &[
            ("blame-differs", "each outlet names another as accused"),
            (
                "blame-disputed",
                "the accusers disagree, and the outlets report it",
            ),
            (
                "doer-differs",
                "one deed, and each outlet tells of another doer",
            ),
            (
                "claimed-since",
                "somebody took responsibility in one outlet, nobody yet in another",
            ),
            (
                "denial-left-out",
                "one outlet reports the accusation without the denial",
            ),
            (
                "part-unclear",
                "had part in it in one outlet, allied with those who did it in the other",
            ),
            (
                "responsibility-denied",
                "the accused denies it, and the outlets report it",
            ),
        ],
        words: &[
            (
                "differs",
                "Who did it? {first.outlet} tells of “{first_agent}”, {second.outlet} of “{second_agent}”",
            ),
            (
                "differs-why",
                "those who accuse differ, and each outlet reports one of them",
            ),
            (
                "names-why",
                "each outlet names another, and two names may be one group's; neither says so",
            ),
            (
                "claimed-since",
                "{first.outlet} reports that “{agent}” took responsibility, {second.outlet} that nobody has",
            ),
            (
                "claimed-since-why",
                "responsibility may have been taken after {second.outlet} was written",
            ),
            (
                "claimed-before-why",
                "{second.outlet} was written later: it may not have heard of it, or hold it for untrue",
            ),
            (
                "doer-why",
                "one deed as far as figures, place and time tell, and two doers who cannot be one",
            ),
            (
                "disputed",
                "Who did it? Some hold “{first_agent}” responsible, some “{second_agent}”",
            ),
            (
                "disputed-why",
                "the accusers disagree; the outlets agree that they do",
            ),
            (
                "left-out",
                "{charge.outlet} reports what “{charge_agent}” is accused of, not that it is denied",
            ),
            ("left-out-why", "{denial.outlet} has the denial"),
            (
                "owned",
                "{charge.outlet} reports that “{charge_agent}” took responsibility, {denial.outlet} that it denies it",
            ),
            (
                "owned-why",
                "one of the two is not its word, or it has changed it; the outlets do not say which",
            ),
            ("denied", "What “{charge_agent}” is accused of is denied"),
            (
                "denied-why",
                "the accused and the accuser disagree; the outlets report both",
            ),
            (
                "part",
                "Did “{group}” itself have part in it? {takes.outlet} counts it among those who did it, {allied.outlet} among their allies",
            ),
            (
                "part-why",
                "an ally may have had part in it or not; one outlet does not say so",
            ),
            ("ask", "on whose word, and what do those named say?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let told = Told::of(event, settings);
        let mut findings = denials(event, &told);
        let rivals = rivals(event, &told, settings);
        findings.extend(rivals.or_else(|| doers::differ(event, settings)));
        findings.extend(parts(event, settings));
        findings.extend(claimed_since(event, settings));
        Ok(findings)
    }
}

/// A claim with who is said to have done it.
struct Charge<'a> {
    id: u32,
    article: u32,
    agent: &'a Party,
    /// "bombed"; none where only responsibility is spoken of.
    act: Option<&'a str>,
    /// In so many words, not only in doubt.
    outright: bool,
    /// By its own word.
    owned: bool,
}

/// What an event's claims say of responsibility.
struct Told<'a> {
    charges: Vec<Charge<'a>>,
    denials: Vec<Charge<'a>>,
}

impl<'a> Told<'a> {
    fn of(event: &'a Event, settings: &Settings) -> Self {
        let mut told = Self {
            charges: Vec::new(),
            denials: Vec::new(),
        };
        for (id, claim) in (0_u32..).zip(&event.claims) {
            let Some(agent) = claim.agent.as_ref().filter(|a| !a.is_assumed()) else {
                continue;
            };
            let is = |list: &[String]| list.has(&claim.predicate);
            let denied = claim.polarity == Polarity::Denied;
            let accuses = is(&settings.accuses) || is(&settings.claims);
            // A deed told as a fact is no accusation; what a source says in so many words of a side is one.
            let deed = is(&settings.acts) && claim.certainty > Certainty::Reported;
            let charge = |act| Charge {
                id,
                article: claim.article,
                agent,
                act,
                outright: accuses,
                owned: is(&settings.claims),
            };
            if is(&settings.denies) && !denied
                || (accuses || deed)
                    && denied
                    && claim.attribution.iter().any(|s| speaks_for(s, agent))
            {
                told.denials.push(charge(None));
            } else if accuses && !denied {
                told.charges.push(charge(claim.attribute("act")));
            } else if deed && !denied {
                told.charges.push(charge(Some(claim.predicate.as_ref())));
            }
        }
        told
    }
}

/// Is the source the party itself?
fn speaks_for(source: &Source, party: &Party) -> bool {
    source.entity.is_some() && source.entity == party.entity || source.text == party.text
}

pub(crate) fn is_same(a: &Party, b: &Party) -> bool {
    a.same_actor(b) == Sameness::Same
}

/// One finding for each who denies: does every outlet that reports the accusation report the denial?
fn denials(event: &Event, told: &Told<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut seen: Vec<&Party> = Vec::new();
    for denial in &told.denials {
        if seen.iter().any(|known| is_same(known, denial.agent)) {
            continue;
        }
        seen.push(denial.agent);
        let same = |charge: &&Charge<'_>| is_same(charge.agent, denial.agent);
        let deny: BTreeSet<u32> = told
            .denials
            .iter()
            .filter(same)
            .map(|charge| charge.article)
            .collect();
        let charges: Vec<&Charge<'_>> = told.charges.iter().filter(same).collect();
        let silent = charges
            .iter()
            .find(|charge| !deny.contains(&charge.article) && charge.outright);
        findings.extend(match (silent, charges.first()) {
            (Some(charge), _) => Some(left_out(event, charge, denial)),
            (None, Some(charge)) => Some(denied(charge, denial)),
            (None, None) => None,
        });
    }
    findings
}

fn left_out(event: &Event, charge: &Charge<'_>, denial: &Charge<'_>) -> Finding {
    let say = |key: &str| {
        phrase(key)
            .claim("charge", charge.id)
            .claim("denial", denial.id)
            .text("charge_agent", charge.agent.text.as_ref())
    };
    // Who takes responsibility accuses nobody else.
    let key = match charge.owned {
        true => ["owned", "owned-why"],
        false => ["left-out", "left-out-why"],
    };
    finding(
        "denial-left-out",
        Verdict::Disputed,
        [charge.id, denial.id],
        say(key[0]),
    )
    .because(say(key[1]))
    .ask_article(event.claim(charge.id).article, phrase("ask"))
}

fn denied(charge: &Charge<'_>, denial: &Charge<'_>) -> Finding {
    let message = phrase("denied").text("charge_agent", charge.agent.text.as_ref());
    finding(
        "responsibility-denied",
        Verdict::Disputed,
        [charge.id, denial.id],
        message,
    )
    .because(phrase("denied-why"))
}

/// Two who are held responsible for one deed: the first such pair that two outlets split, else the first within one.
fn rivals(event: &Event, told: &Told<'_>, settings: &Settings) -> Option<Finding> {
    let charges = &told.charges;
    let pairs = charges
        .iter()
        .enumerate()
        .flat_map(|(at, first)| charges[at + 1..].iter().map(move |second| (first, second)));
    let of_one_deed = |(first, second): &(&Charge<'_>, &Charge<'_>)| {
        let one = first.act.is_none() || second.act.is_none() || first.act == second.act;
        one && (first.outright || second.outright)
            && (first.agent.same_actor(second.agent) == Sameness::Different
                || are_named_apart(first.agent, second.agent, settings))
            && !is_elsewhere(event, first.id, second.id)
    };
    let rivals: Vec<_> = pairs.filter(of_one_deed).collect();
    let names = |article: u32, agent: &Party| {
        charges
            .iter()
            .any(|c| c.article == article && is_same(c.agent, agent))
    };
    let is_split = |(first, second): &&(&Charge<'_>, &Charge<'_>)| {
        first.article != second.article
            && !names(first.article, second.agent)
            && !names(second.article, first.agent)
    };
    // Two names in one outlet may be one group, told twice.
    let surely = |(first, second): &&(&Charge<'_>, &Charge<'_>)| {
        first.agent.same_actor(second.agent) == Sameness::Different
    };
    let sure = rivals.iter().find(|pair| surely(pair) && is_split(pair));
    let split = sure.or_else(|| rivals.iter().find(is_split));
    match (split, rivals.iter().find(surely)) {
        (Some((first, second)), _) => Some(differs(first, second)),
        (None, Some((first, second))) => Some(disputed(first, second)),
        (None, None) => None,
    }
}

/// The name of an organisation: its id, or the words of a name of two words and more behind an article, "the Red Lions".
/// People have none.
fn proper(party: &Party, settings: &Settings) -> Option<String> {
    let (first, name) = party.text.split_once(' ')?;
    let definite = settings.definite.contains(&first.to_lowercase());
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital =
        |word: &&str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    let named = definite && words.len() >= 2 && words.iter().all(capital);
    named.then(|| words.join("-").to_lowercase())
}

/// Two organisations whose names have no word in common, and neither is the other's initials. They may be one all the same.
fn are_named_apart(a: &Party, b: &Party, settings: &Settings) -> bool {
    let name = |party: &Party| {
        let known = party.entity.as_deref().map(str::to_owned);
        known.or_else(|| proper(party, settings))
    };
    let (Some(left), Some(right)) = (name(a), name(b)) else {
        return false;
    };
    let (left, right) = (left.as_str(), right.as_str());
    let initials = |name: &str, shortest: usize| -> String {
        let words = name.split('-').filter(|word| word.len() >= shortest);
        words.filter_map(|word| word.chars().next()).collect()
    };
    // With and without "of", "the".
    let cut_short = |long: &str, other: &str| {
        let all = [1, 4].map(|shortest| initials(long, shortest));
        other
            .split('-')
            .any(|word| all.iter().any(|short| short == word))
    };
    let apart = left
        .split('-')
        .all(|word| right.split('-').all(|other| word != other));
    let no_side = a.side.is_none() && b.side.is_none();
    no_side && apart && !cut_short(left, right) && !cut_short(right, left)
}

/// A claim of responsibility in one outlet, and in another that nobody has made one.
fn claimed_since(event: &Event, settings: &Settings) -> Option<Finding> {
    let claims = || {
        let all = (0_u32..).zip(&event.claims);
        all.filter(|(_, c)| settings.claims.has(&c.predicate))
    };
    let made = |c: &Claim| {
        let known = c.agent.as_ref().is_some_and(|a| !a.is_assumed());
        c.polarity == Polarity::Affirmed && known
    };
    let tells = |article: u32| claims().any(|(_, c)| c.article == article && made(c));
    let nobody = |c: &Claim| c.polarity == Polarity::Denied && c.agent.is_none();
    let (first, claim) = claims().find(|(_, c)| made(c))?;
    let (second, none) = claims().find(|(_, c)| nobody(c) && !tells(c.article))?;
    let published = |id: u32| event.article_of(id).published.as_ref();
    let told = published(first).and_then(|p| p.end);
    let still = published(second).and_then(|p| p.start);
    let hours = told
        .zip(still)
        .and_then(|(told, still)| u32::try_from((still - told) / 60).ok());
    let overtaken = hours.is_some_and(|hours| Decimal::from(hours) >= settings.unheard_hours);
    let agent = claim.agent.as_ref().map_or("", |agent| agent.text.as_ref());
    let say = |key: &str| {
        phrase(key)
            .claim("first", first)
            .claim("second", second)
            .text("agent", agent)
    };
    let (verdict, why) = match overtaken {
        true => (Verdict::Undetermined, "claimed-before-why"),
        false => (Verdict::Compatible, "claimed-since-why"),
    };
    let made = finding(
        "claimed-since",
        verdict,
        [first, second],
        say("claimed-since"),
    );
    let made = match overtaken {
        true => made.missing(second, "as-of"),
        false => made,
    };
    let because = made.because(say(why));
    Some(because.ask_article(none.article, phrase("ask")))
}

/// One finding for each named group that one outlet counts among those who did it and another only among their allies.
fn parts(event: &Event, settings: &Settings) -> Vec<Finding> {
    let named = |list: &[String]| -> Vec<(u32, u32, &Party)> {
        let claims = (0_u32..).zip(&event.claims);
        let of_kind = claims.filter(|(_, claim)| {
            list.has(&claim.predicate) && claim.polarity == Polarity::Affirmed
        });
        let known =
            of_kind.filter_map(|(id, claim)| Some((id, claim.article, claim.agent.as_ref()?)));
        known
            .filter(|(_, _, agent)| agent.entity.is_some() && agent.basis == Basis::Said)
            .collect()
    };
    let (takes, allied) = (named(&settings.takes_part), named(&settings.allied));
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for (first, article, group) in &takes {
        let same = |(_, _, other): &&(u32, u32, &Party)| other.entity == group.entity;
        let takes_in: BTreeSet<u32> = takes.iter().filter(same).map(|(_, at, _)| *at).collect();
        let allied_in: BTreeSet<u32> = allied.iter().filter(same).map(|(_, at, _)| *at).collect();
        let only = allied
            .iter()
            .filter(same)
            .find(|(_, at, _)| !takes_in.contains(at));
        if let Some((second, _, _)) = only.filter(|_| !allied_in.contains(article))
            && seen.insert(group.entity.as_deref())
        {
            findings.push(part_unclear(event, *first, *second));
        }
    }
    findings
}

fn part_unclear(event: &Event, takes: u32, allied: u32) -> Finding {
    let group = event
        .claim(takes)
        .agent
        .as_ref()
        .map_or("", |agent| agent.text.as_ref());
    let message = phrase("part")
        .claim("takes", takes)
        .claim("allied", allied)
        .text("group", group);
    let made = finding(
        "part-unclear",
        Verdict::Undetermined,
        [takes, allied],
        message,
    )
    .because(phrase("part-why"))
    .missing(allied, "agent");
    [takes, allied].into_iter().fold(made, |made, id| {
        made.ask_article(event.claim(id).article, phrase("ask"))
    })
}

/// Do the two tell of different days or places?
pub(crate) fn is_elsewhere(event: &Event, left: u32, right: u32) -> bool {
    let (a, b) = (event.claim(left), event.claim(right));
    let apart = a
        .time
        .as_ref()
        .zip(b.time.as_ref())
        .and_then(|(a, b)| a.gap(b));
    let id = |claim: &Claim| claim.place.as_ref().and_then(|p| p.entity.clone());
    let places = id(a).zip(id(b));
    let disjoint = places.is_some_and(|(a, b)| host::relate("place", &a, &b) == Extent::Disjoint);
    apart.is_some() || disjoint
}

fn say(key: &str, first: &Charge<'_>, second: &Charge<'_>) -> Phrase {
    phrase(key)
        .claim("first", first.id)
        .claim("second", second.id)
        .text("first_agent", first.agent.text.as_ref())
        .text("second_agent", second.agent.text.as_ref())
}

fn differs(first: &Charge<'_>, second: &Charge<'_>) -> Finding {
    let surely = first.agent.same_actor(second.agent) == Sameness::Different;
    let (verdict, why) = match surely {
        true => (Verdict::Disputed, "differs-why"),
        false => (Verdict::Undetermined, "names-why"),
    };
    let made = finding(
        "blame-differs",
        verdict,
        [first.id, second.id],
        say("differs", first, second),
    );
    let made = match surely {
        true => made,
        false => made.missing(first.id, "agent"),
    };
    made.because(phrase(why))
        .ask_article(first.article, phrase("ask"))
        .ask_article(second.article, phrase("ask"))
}

fn disputed(first: &Charge<'_>, second: &Charge<'_>) -> Finding {
    let made = finding(
        "blame-disputed",
        Verdict::Disputed,
        [first.id, second.id],
        say("disputed", first, second),
    );
    made.because(phrase("disputed-why"))
}

export!(Blame);

//! The one whom a deed befell: where every report tells of one alone, he need not be named to have one age and one fate.

use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

use crate::{Settings, asked, had_birthday};

/// What one article tells of the one of whom something is said.
#[derive(Default)]
pub(crate) struct One {
    /// The claims, ascending.
    pub(crate) claims: Vec<u32>,
    /// Those that give an age, with it.
    aged: Vec<(u32, String)>,
    /// Is somebody else counted as well, or more than one?
    more: bool,
}

/// By article, whom it says something of.
pub(crate) fn ones(event: &Event, said: &dyn Fn(&Claim) -> bool) -> BTreeMap<u32, One> {
    let mut found: BTreeMap<u32, One> = BTreeMap::new();
    let claims = (0_u32..).zip(&event.claims);
    for (id, claim) in claims.filter(|(_, c)| c.polarity == Polarity::Affirmed && said(c)) {
        let one = found.entry(claim.article).or_default();
        let figure = claim.quantity.as_ref().map(|q| q.stated.exact());
        one.more |= figure.unwrap_or(Some(Decimal::ONE)) != Some(Decimal::ONE);
        one.claims.push(id);
        one.aged
            .extend(claim.attribute("age").map(|age| (id, age.to_owned())));
    }
    found
}

/// Is it one person, as far as the article tells?
pub(crate) fn is_alone(event: &Event, one: &One, settings: &Settings) -> bool {
    let first = one.claims.first();
    let same = |first: &u32| {
        let mut all = one.claims.iter();
        all.all(|id| may_be_one(event.claim(*first), event.claim(*id), settings))
    };
    !one.more && first.is_some_and(same)
}

/// Two ages of the one who was killed, hurt or held: each article gives one age, and only one such person.
pub(crate) fn ages(event: &Event, settings: &Settings) -> Vec<Finding> {
    let mut found = Vec::new();
    for predicate in settings.sole.iter() {
        let all = ones(event, &|claim| claim.predicate == *predicate);
        if all.values().any(|one| one.more) {
            continue;
        }
        let told = all.values().filter_map(|one| {
            let (id, age) = one.aged.first()?;
            let only = one.aged.iter().all(|(_, other)| other == age);
            only.then_some((*id, age.as_str()))
        });
        let told: Vec<(u32, &str)> = told.collect();
        found.extend(two_ages(event, &told, settings));
    }
    found
}

fn two_ages(event: &Event, told: &[(u32, &str)], settings: &Settings) -> Option<Finding> {
    let (first, age) = told.first()?;
    let may_be_one = |id: u32| may_be_one(event.claim(*first), event.claim(id), settings);
    let mut others = told[1..].iter().filter(|(id, _)| may_be_one(*id));
    let (second, other) = others.find(|(_, other)| is_near(age, other, settings))?;
    let unnamed = |id: u32| !settings.is_named(event.claim(id));
    let ids = [*first, *second];
    // Who is named is known by name.
    let told = ids.into_iter().any(unnamed)
        && !had_birthday(event, (*first, age), (*second, other), settings);
    // Not by the name that one report gives: that the other's is the same is no word of its own.
    let message = phrase("age")
        .claim("first", *first)
        .claim("second", *second)
        .text("first_age", *age)
        .text("second_age", *other);
    let made = finding("age-differs", Verdict::Undetermined, ids, message)
        .because(phrase("sole-why"))
        .missing(*second, "population");
    told.then(|| asked(event, made, "ask-age", ids))
}

/// Another age, and so near that it may be the same person's?
fn is_near(one: &str, other: &str, settings: &Settings) -> bool {
    let years = |age: &str| age.parse::<i64>().ok();
    let apart = || Decimal::new((years(one)? - years(other)?).abs(), 0);
    one != other && apart().is_some_and(|apart| apart <= settings.sole_years)
}

/// "A girl" and "a boy" are two; "the child" may be either.
fn may_be_one(one: &Claim, other: &Claim, settings: &Settings) -> bool {
    let noun = |claim: &Claim| {
        let text = claim.population.as_ref()?.text.to_lowercase();
        text.split_whitespace().last().map(str::to_owned)
    };
    let open = |noun: &Option<String>| {
        let known = noun.as_ref();
        known.is_none_or(|noun| settings.anybody.has(noun))
    };
    let (one, other) = (noun(one), noun(other));
    one == other || open(&one) || open(&other)
}

/// One dead in one article; one hurt, and no word of a death, in one of another outlet and a later day.
pub(crate) fn fates(event: &Event, settings: &Settings) -> Option<Finding> {
    let is = |claim: &Claim, list: &[String]| list.has(&claim.predicate);
    let dead = ones(event, &|claim| is(claim, &settings.dead));
    let hurt = ones(event, &|claim| is(claim, &settings.alive));
    let day = |id: u32| event.article_of(id).published.as_ref();
    // An outlet that reported a death and later tells of somebody hurt tells of somebody else.
    let outlet = |id: u32| event.article_of(id).outlet.as_ref();
    let one_age = |dies: &One, lives: &One| {
        let known = |(_, age): &(u32, String)| dies.aged.iter().any(|(_, other)| other == age);
        dies.aged.is_empty() || lives.aged.is_empty() || lives.aged.iter().any(known)
    };
    dead.iter()
        .filter(|(article, one)| !one.more && !hurt.contains_key(article))
        .find_map(|(_, one)| {
            let dies = own_word(event, &one.claims)?;
            let silent = event.claim(dies).attribute("silent-in")?;
            let lives = silent.split_whitespace().find_map(|article| {
                let lives = hurt.get(&article.parse().ok()?);
                let lives = lives.filter(|lives| !lives.more && one_age(one, lives))?;
                let is_named = |id: u32| settings.is_named(event.claim(id));
                let may_be_one = |lives: &u32| {
                    outlet(*lives) != outlet(dies) && !(is_named(*lives) && is_named(dies))
                };
                own_word(event, &lives.claims).filter(may_be_one)
            })?;
            let later = day(lives)?.start? >= day(dies)?.end?;
            let message = phrase("fate").claim("dead", dies).claim("alive", lives);
            let made = finding(
                "fate-differs",
                Verdict::Undetermined,
                [dies, lives],
                message,
            )
            .because(phrase("fate-why"))
            .missing(lives, "as-of");
            later.then(|| asked(event, made, "ask", [dies, lives]))
        })
}

/// The first that is in the article's words and not reckoned by us.
fn own_word(event: &Event, claims: &[u32]) -> Option<u32> {
    let own = |id: &u32| !event.claim(*id).is_derived();
    claims.iter().copied().find(own)
}

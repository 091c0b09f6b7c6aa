//! By what was it done? Two outlets name means that exclude one another, or that may be one seen from two sides.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Predicates of which means are compared.
        pub acts: Vec<String> = ["killed", "wounded", "shot", "casualties", "attacked"],
    }
}

/// Two means for one deed.
pub struct Means;

impl Rule for Means {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "means",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets name different means for one deed",
        manual: include_str!("../MANUAL.md"),
        // The settings name them.
        predicates: &[],
        codes: &[
            ("means-differ", "the means exclude one another"),
            ("means-overlap", "one means may be the other"),
        ],
        words: &[
            (
                "differ",
                "By what? {first.outlet} tells of {first_means}, {second.outlet} of {second_means}",
            ),
            (
                "differ-why",
                "the two exclude one another, unless both were used or each report tells of other victims",
            ),
            (
                "overlap-why",
                "both can be one: the words tell of different sides of it",
            ),
            (
                "person-why",
                "one person, by name, and two means that exclude one another",
            ),
            ("if-one", "both speak of the same victims"),
            ("if-one-why", "then one of them is wrong"),
            ("if-both", "both means were used"),
            ("if-both-why", "then each report has one of them"),
            ("ask", "by what means, and who says so?"),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let named = named(event, settings);
        let of_articles = by_article(event, &named);
        let pairs = event
            .compared()
            .filter_map(|c| differing(&c, &named, &of_articles));
        let mut found: BTreeMap<[&str; 2], Differing<'_>> = BTreeMap::new();
        for differing in pairs {
            found.entry(differing.means()).or_insert(differing);
        }
        let of_one = of_one_person(event, &named).map(|differing| of_person(event, &differing));
        // What excludes goes before what may be one: one line is enough.
        let disjoint = found.values().find(|d| d.extent == Extent::Disjoint);
        let first = disjoint.or_else(|| found.values().next());
        let of_deed = || first.map(|differing| finding_of(event, differing));
        Ok(of_one.or_else(of_deed).into_iter().collect())
    }
}

/// The means of each claim that names one.
fn named(event: &Event, settings: &Settings) -> BTreeMap<u32, String> {
    let claims = (0_u32..).zip(&event.claims);
    let acts = claims.filter(|(_, claim)| {
        settings.acts.has(&claim.predicate) && claim.polarity == Polarity::Affirmed
    });
    acts.filter_map(|(id, claim)| Some((id, claim.attribute("means")?.to_owned())))
        .collect()
}

/// All means that an article names.
fn by_article<'a>(
    event: &Event,
    named: &'a BTreeMap<u32, String>,
) -> BTreeMap<u32, BTreeSet<&'a str>> {
    let mut found: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for (id, means) in named {
        found
            .entry(event.claim(*id).article)
            .or_default()
            .insert(means);
    }
    found
}

/// Two claims of one deed with two means.
struct Differing<'a> {
    first: (u32, &'a str),
    second: (u32, &'a str),
    extent: Extent,
}

impl<'a> Differing<'a> {
    /// Both means in one order.
    fn means(&self) -> [&'a str; 2] {
        let (a, b) = (self.first.1, self.second.1);
        [a.min(b), a.max(b)]
    }
}

/// The most claims of one person that are compared: each outlet tells it once or twice.
const MOST_OF_ONE: usize = 40;

/// One person by name, for whom two articles tell of means that exclude one another, whatever the others died by.
fn of_one_person<'a>(event: &Event, named: &'a BTreeMap<u32, String>) -> Option<Differing<'a>> {
    let mut persons: BTreeMap<String, Vec<(u32, &str)>> = BTreeMap::new();
    for (id, means) in named {
        let name = event
            .claim(*id)
            .population
            .as_ref()
            .and_then(Party::full_name);
        let known = name.map(|name| persons.entry(name).or_default());
        if let Some(known) = known.filter(|known| known.len() < MOST_OF_ONE) {
            known.push((*id, means));
        }
    }
    let article = |id: u32| event.claim(id).article;
    let exclude = |one: &str, other: &str| host::relate("means", one, other) == Extent::Disjoint;
    persons.into_values().find_map(|told| {
        // An article that tells of both is at odds with nobody else.
        let only = |(id, means): &(u32, &str), than: &str| {
            let mut own = told
                .iter()
                .filter(|(other, _)| article(*other) == article(*id));
            exclude(means, than) && own.all(|(_, other)| exclude(other, than))
        };
        let pairs = told.iter().enumerate();
        let mut pairs =
            pairs.flat_map(|(at, one)| told[at + 1..].iter().map(move |two| (one, two)));
        let (first, second) = pairs.find(|(one, two)| {
            article(one.0) != article(two.0) && only(one, two.1) && only(two, one.1)
        })?;
        Some(Differing {
            first: *first,
            second: *second,
            extent: Extent::Disjoint,
        })
    })
}

fn differing<'a>(
    compared: &Compared<'_>,
    named: &'a BTreeMap<u32, String>,
    of_articles: &BTreeMap<u32, BTreeSet<&str>>,
) -> Option<Differing<'a>> {
    let (left, right) = (compared.pair.left, compared.pair.right);
    let (first, second) = (named.get(&left)?, named.get(&right)?);
    if compared.within_one_article() || first == second || !is_one_deed(compared) {
        return None;
    }
    let extent = host::relate("means", first, second);
    let apart = matches!(extent, Extent::Disjoint | Extent::Overlap);
    // Means that the other article names as well, or in a wider or narrower word, are in no dispute.
    let known = |article: u32, means: &str| {
        let theirs = of_articles.get(&article).into_iter().flatten();
        theirs.into_iter().any(|other| !is_apart(other, means))
    };
    let disputed = !known(compared.right.article, first) && !known(compared.left.article, second);
    (apart && disputed).then_some(Differing {
        first: (left, first),
        second: (right, second),
        extent,
    })
}

fn is_apart(left: &str, right: &str) -> bool {
    left != right
        && matches!(
            host::relate("means", left, right),
            Extent::Disjoint | Extent::Overlap
        )
}

/// The same people, or one thing that happened, at no other time or place.
fn is_one_deed(compared: &Compared<'_>) -> bool {
    let pair = compared.pair;
    let counted = compared.left.quantity.is_some() || compared.right.quantity.is_some();
    let who = pair.population == Extent::Same || !counted;
    let elsewhere = [pair.agent, pair.object, pair.place].contains(&Extent::Disjoint);
    let other_time = matches!(pair.time, Order::Before | Order::After);
    pair.predicate == Extent::Same && who && !elsewhere && !other_time
}

fn finding_of(event: &Event, differing: &Differing<'_>) -> Finding {
    let (first, second) = (differing.first.0, differing.second.0);
    let message = message(differing);
    if differing.extent == Extent::Overlap {
        let made = finding(
            "means-overlap",
            Verdict::Compatible,
            [first, second],
            message,
        );
        return made.because(phrase("overlap-why"));
    }
    let made = finding(
        "means-differ",
        Verdict::Undetermined,
        [first, second],
        message,
    )
    .because(phrase("differ-why"))
    .reading(
        phrase("if-one"),
        Verdict::Contradiction,
        phrase("if-one-why"),
    )
    .reading(
        phrase("if-both"),
        Verdict::Compatible,
        phrase("if-both-why"),
    );
    [first, second].into_iter().fold(made, |made, id| {
        made.missing(id, "population")
            .ask_article(event.claim(id).article, phrase("ask"))
    })
}

/// One person died by one of the two: their sources disagree, or it is not said on whose word.
fn of_person(event: &Event, differing: &Differing<'_>) -> Finding {
    let ids = [differing.first.0, differing.second.0];
    let unsourced = |id: &u32| event.claim(*id).nearest_source().is_none();
    let verdict = match ids.iter().any(unsourced) {
        true => Verdict::Undetermined,
        false => Verdict::Disputed,
    };
    let made = finding("means-differ", verdict, ids, message(differing));
    let made = made.because(phrase("person-why"));
    ids.into_iter().fold(made, |made, id| {
        let made = match unsourced(&id) {
            true => made.missing(id, "attribution"),
            false => made,
        };
        made.ask_article(event.claim(id).article, phrase("ask"))
    })
}

/// Which outlet tells of which means.
fn message(differing: &Differing<'_>) -> Phrase {
    let ((first, first_means), (second, second_means)) = (differing.first, differing.second);
    phrase("differ")
        .claim("first", first)
        .claim("second", second)
        .text("first_means", words(first_means))
        .text("second_means", words(second_means))
}

/// "vehicle-bomb" in words.
fn words(means: &str) -> String {
    means.replace('-', " ")
}

export!(Means);

//! What articles say alike, what one of them alone says, what all leave out, and on whose word they speak.

use std::collections::{BTreeMap, BTreeSet};

use super::Matter;
use crate::lexicon::Lexicon;
use crate::model::{
    Agreement, Alignment, Claim, ClaimRef, Extent, Form, Gap, MentionValue, NotCompared, OnlyIn,
    Order, Origin, Pair, Polarity, Tally,
};
use crate::policy::GapPolicy;

/// Sources that several articles draw on, whatever they take from them.
pub(crate) fn origins(matter: &Matter<'_>, articles: &[usize]) -> Vec<Origin> {
    let mut by_source: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for article in articles {
        for mention in &matter.readings[*article].mentions {
            if let MentionValue::Source(source) = &mention.value
                && let Some(entity) = &source.entity
            {
                by_source.entry(entity).or_default().insert(*article);
            }
        }
    }
    let shared = by_source
        .into_iter()
        .filter(|(_, articles)| articles.len() > 1);
    let of_kind = shared.filter_map(|(entity, articles)| {
        let actor = matter.lexicon.actor_named(entity)?;
        // A party to the fight is a speaker whom all quote, not an origin whose copies agree.
        (actor.side.is_none() || actor.kind == "agency").then(|| Origin {
            entity: entity.to_owned(),
            name: actor.name.clone(),
            articles: articles.into_iter().collect(),
        })
    });
    of_kind.collect()
}

/// The slots that one expects for this kind of event and that some article does not fill.
pub(crate) fn gaps(
    matter: &Matter<'_>,
    main_of: &[usize],
    policy: &BTreeMap<String, GapPolicy>,
) -> Vec<Gap> {
    let told: BTreeSet<&str> = matter
        .claims
        .iter()
        .map(|at| matter.claim(*at).predicate.as_str())
        .collect();
    let texts = Texts::of(matter, main_of);
    let mut found: Vec<Gap> = Vec::new();
    for kind in policy
        .values()
        .filter(|kind| kind.when.iter().any(|p| told.contains(p.as_str())))
    {
        for slot in &kind.slots {
            let (predicate, role) = slot
                .slot
                .split_once('/')
                .map_or((slot.slot.as_str(), None), |(p, r)| (p, Some(r)));
            let fills = |at: &&ClaimRef| fills(matter, matter.claim(**at), predicate, role);
            let filled: BTreeSet<usize> = matter
                .claims
                .iter()
                .filter(fills)
                .map(|at| at.article)
                .collect();
            let missing_in: Vec<usize> = main_of
                .iter()
                .copied()
                .filter(|a| !filled.contains(a) && is_silent(&texts, *a, predicate, role))
                .collect();
            if !missing_in.is_empty() && !found.iter().any(|gap| gap.slot == slot.slot) {
                found.push(Gap {
                    slot: slot.slot.clone(),
                    label: slot.label.clone(),
                    missing_in,
                });
            }
        }
    }
    found
}

/// The articles that have no word of what each predicate of the claims tells of, by predicate.
pub(crate) fn silent_in(matter: &Matter<'_>, articles: &[usize]) -> BTreeMap<String, Vec<usize>> {
    let texts = Texts::of(matter, articles);
    let told: BTreeSet<&str> = matter
        .claims
        .iter()
        .map(|at| matter.claim(*at).predicate.as_str())
        .collect();
    let silent = |predicate: &str| {
        let all = articles.iter().copied();
        all.filter(|article| is_silent(&texts, *article, predicate, None))
            .collect()
    };
    told.into_iter()
        .map(|predicate| (predicate.to_owned(), silent(predicate)))
        .collect()
}

/// The texts of some articles in small letters, each with its words, for a word is asked for many times.
struct Texts<'a> {
    lexicon: &'a Lexicon,
    by_article: BTreeMap<usize, (String, BTreeSet<String>)>,
}

impl<'a> Texts<'a> {
    fn of(matter: &Matter<'a>, articles: &[usize]) -> Self {
        let lower = |article: &usize| {
            let text = matter.readings[*article].article.text.to_lowercase();
            let words = text.split(|c: char| !c.is_alphanumeric());
            let words = words.map(str::to_owned).collect();
            (*article, (text, words))
        };
        let by_article = articles.iter().map(lower).collect();
        Self {
            lexicon: matter.lexicon,
            by_article,
        }
    }

    /// Does the article hold the word or phrase, or its plural?
    fn hold(&self, article: usize, word: &str) -> bool {
        let Some((text, words)) = self.by_article.get(&article) else {
            return false;
        };
        let first = word.split(|c: char| !c.is_alphanumeric()).next();
        let first = first.unwrap_or_default();
        if first == word {
            return words.contains(word) || words.contains(&format!("{word}s"));
        }
        words.contains(first) && holds_word(text, word)
    }
}

/// Has the article no word of it, so that nothing can have been missed? Of a role, its own name: "civilian".
fn is_silent(texts: &Texts<'_>, article: usize, predicate: &str, role: Option<&str>) -> bool {
    if let Some(role) = role {
        return !texts.hold(article, role);
    }
    let about = texts.lexicon.predicate_named(predicate);
    let about = about.map_or("", |p| p.matter.as_str());
    let mut words = texts.lexicon.words_of_matter(about);
    !words.any(|word| texts.hold(article, word))
}

/// Does a lower-case text hold the word, or its plural?
fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
        let rest = &text[at + word.len()..];
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        !before && !rest.starts_with(char::is_alphanumeric)
    })
}

fn fills(matter: &Matter<'_>, claim: &Claim, predicate: &str, role: Option<&str>) -> bool {
    let kind = matches!(
        matter
            .lexicon
            .relate_predicates(&claim.predicate, predicate),
        Extent::Same | Extent::Superset
    );
    let who = role.is_none_or(|role| {
        let counted = claim.population.as_ref().and_then(|p| p.role.as_deref());
        counted.is_some_and(|c| {
            matches!(
                matter.lexicon.relate_roles(c, role),
                Extent::Same | Extent::Subset
            )
        })
    });
    kind && who && !claim.is_void()
}

/// What two articles say alike: the same figure of the same people, the same thing at the same time.
pub(crate) fn agreements(matter: &Matter<'_>, alignments: &[Alignment]) -> Vec<Agreement> {
    let mut found: BTreeMap<String, (String, BTreeSet<ClaimRef>)> = BTreeMap::new();
    for alignment in alignments {
        for pair in &alignment.pairs {
            let (left, right) = (matter.claims[pair.left], matter.claims[pair.right]);
            if left.article == right.article {
                continue;
            }
            if let Some((key, text)) = alike(matter, matter.claim(left), matter.claim(right), pair)
            {
                let entry = found.entry(key).or_insert_with(|| (text, BTreeSet::new()));
                entry.1.extend([left, right]);
            }
        }
    }
    found
        .into_values()
        .map(|(text, claims)| Agreement {
            text,
            claims: claims.into_iter().collect(),
        })
        .collect()
}

/// What two claims say alike, after a key that is the same whatever words they say it in.
fn alike(
    matter: &Matter<'_>,
    left: &Claim,
    right: &Claim,
    pair: &Pair,
) -> Option<(String, String)> {
    if left.polarity != right.polarity || left.polarity == Polarity::Denied {
        return None;
    }
    let predicate = matter.lexicon.predicate_named(&left.predicate)?;
    match (&left.quantity, &right.quantity) {
        (Some(a), Some(b)) => {
            let same = pair.predicate == Extent::Same
                && pair.population == Extent::Same
                && a.stated == b.stated
                && a.form == b.form
                // A running total and one event's toll are two things, though the number be one.
                && (a.tally == Tally::Cumulative) == (b.tally == Tally::Cumulative);
            // "Two others" agree with nothing before it is known who the first ones are.
            let told = a.form != Form::Vague && !left.attributes.contains_key("portion");
            let role = left.population.as_ref().and_then(|p| p.role.as_deref());
            let key = format!("{}|{:?}|{role:?}", left.predicate, a.stated);
            (same && told).then(|| (key, format!("{}: {}", predicate.label, counted(left))))
        }
        (None, None) => {
            let same = matches!(pair.predicate, Extent::Same | Extent::Overlap);
            let when = matches!(pair.time, Order::Same | Order::Within | Order::Contains);
            let times = [left, right].into_iter().filter_map(|c| c.time.as_ref());
            let day = times.min_by_key(|t| t.minutes().unwrap_or(i64::MAX))?;
            let key = format!("{}|{:?}", predicate.matter, day.first_day());
            (same && when).then(|| (key, format!("{}, {}", predicate.label, day.text)))
        }
        _ => None,
    }
}

fn counted(claim: &Claim) -> String {
    let figure = claim.quantity.as_ref().map_or("", |q| q.text.as_str());
    match &claim.population {
        Some(party) if !figure.contains(party.text.as_str()) => format!("{figure} {}", party.text),
        _ => figure.to_owned(),
    }
}

/// What one article of several says alone: a matter of which no other speaks.
pub(crate) fn only_in(matter: &Matter<'_>, main_of: &[usize]) -> Vec<OnlyIn> {
    let mut by_matter: BTreeMap<(usize, &str), Vec<ClaimRef>> = BTreeMap::new();
    for at in matter.claims {
        let claim = matter.claim(*at);
        if let Some(predicate) = matter
            .lexicon
            .predicate_named(&claim.predicate)
            .filter(|_| !claim.is_void())
        {
            by_matter
                .entry((
                    matter.lexicon.rank_of(&claim.predicate),
                    predicate.matter.as_str(),
                ))
                .or_default()
                .push(*at);
        }
    }
    if main_of.len() < 2 {
        return Vec::new();
    }
    let texts = Texts::of(matter, main_of);
    let mut found = Vec::new();
    for claims in by_matter.into_values() {
        let article = claims[0].article;
        let predicate = matter.claim(claims[0]).predicate.as_str();
        let mut others = main_of.iter().filter(|a| **a != article);
        let alone = claims.iter().all(|c| c.article == article)
            && others.all(|a| is_silent(&texts, *a, predicate, None));
        if alone && main_of.contains(&article) {
            let label = matter
                .lexicon
                .predicate_named(&matter.claim(claims[0]).predicate)
                .map_or("", |p| p.label.as_str());
            found.push(OnlyIn {
                article,
                text: label.to_owned(),
                claims,
            });
        }
    }
    found.sort_by_key(|only| only.article);
    found
}

/// Claims of the event's articles that belong elsewhere, and why.
pub(crate) fn not_compared(matter: &Matter<'_>, elsewhere: &[ClaimRef]) -> Vec<NotCompared> {
    let why = |claim: &Claim| match claim.attributes.get("background") {
        _ if claim.is_void() => "withdrawn by hand".to_owned(),
        Some(words) => format!("another time or scope (“{words}”)"),
        None => "another time than the event's".to_owned(),
    };
    let counted = |at: &&ClaimRef| matter.claim(**at).quantity.is_some();
    elsewhere
        .iter()
        .filter(counted)
        .map(|at| NotCompared {
            claim: *at,
            why: why(matter.claim(*at)),
        })
        .collect()
}

//! What all articles of the run say of one group: entity events, over all incidents. A group's names are joined by the
//! claims that call them one ("formerly known as") and by their spelling.

use std::collections::BTreeMap;

use crate::align::{Matter, couple, joins, naming, naming_agreements};
use crate::events::{Ground, hex12};
use crate::lexicon::Lexicon;
use crate::model::{ClaimRef, Event, EventKind, Reading};
use crate::text::{consonants, folded, is_same_name};

/// Gives one entity to the names of the run that are one name in two spellings, in every claim about names.
pub(crate) fn settle_names(readings: &mut [Reading], lexicon: &Lexicon) {
    let mut known: BTreeMap<String, Vec<(Vec<String>, String)>> = BTreeMap::new();
    let mut settled: BTreeMap<String, String> = BTreeMap::new();
    // The lexicon's names come first, then those made of words: a digest stands for what may be a person.
    let mut names: Vec<(u8, String, String)> = parties(readings, lexicon)
        .map(|(entity, text)| (rank(lexicon, entity), entity.to_owned(), text.to_owned()))
        .collect();
    names.sort();
    names.dedup();
    for (_, entity, text) in names {
        let name = folded(&text);
        let alike = known.entry(consonants(&name.concat())).or_default();
        let found = alike.iter().find(|(other, _)| is_same_name(other, &name));
        let one = found.map_or_else(|| entity.clone(), |(_, first)| first.clone());
        alike.push((name, one.clone()));
        settled.entry(entity).or_insert(one);
    }
    settled.retain(|entity, one| entity != one);
    let claims = readings.iter_mut().flat_map(|r| &mut r.claims);
    for claim in claims.filter(|c| lexicon.is_naming(&c.predicate)) {
        for party in [&mut claim.object, &mut claim.complement]
            .into_iter()
            .flatten()
        {
            if let Some(one) = party.entity.as_ref().and_then(|e| settled.get(e)) {
                party.entity = Some(one.clone());
            }
        }
    }
}

fn rank(lexicon: &Lexicon, entity: &str) -> u8 {
    match () {
        () if lexicon.actor_named(entity).is_some() => 0,
        () if !entity.starts_with("name-") => 1,
        () => 2,
    }
}

/// The entity and the words of every party of a claim about names.
fn parties<'a>(
    readings: &'a [Reading],
    lexicon: &'a Lexicon,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let claims = readings.iter().flat_map(|r| &r.claims);
    claims
        .filter(|claim| lexicon.is_naming(&claim.predicate))
        .flat_map(|claim| [&claim.object, &claim.complement].into_iter().flatten())
        .filter_map(|party| Some((party.entity.as_deref()?, party.text.as_str())))
}

/// One event for every set of names that are said to be one group's, with all that is said of any two of them.
pub(crate) fn entity_events(ground: Ground<'_>) -> Vec<Event> {
    let claims = naming_claims(ground);
    let claim = |at: &ClaimRef| &ground.readings[at.article].claims[at.claim];
    let mut sets = Sets::default();
    for (a, b) in claims
        .iter()
        .map(claim)
        .filter(|c| joins(c))
        .filter_map(couple)
    {
        sets.join(a, b);
    }
    let mut by_set: BTreeMap<String, Vec<ClaimRef>> = BTreeMap::new();
    for at in &claims {
        let Some((a, b)) = couple(claim(at)) else {
            continue;
        };
        if let (Some(left), Some(right)) = (sets.of(a), sets.of(b))
            && left == right
        {
            by_set.entry(left).or_default().push(*at);
        }
    }
    let told = by_set.into_iter().filter(|(_, claims)| claims.len() > 1);
    told.map(|(set, claims)| entity_event(ground, &set, claims))
        .collect()
}

fn naming_claims(ground: Ground<'_>) -> Vec<ClaimRef> {
    let of = |(article, reading): (usize, &Reading)| {
        let claims = reading.claims.iter().enumerate();
        let naming = claims.filter(|(_, c)| ground.lexicon.is_naming(&c.predicate) && !c.is_void());
        naming
            .map(move |(claim, _)| ClaimRef { article, claim })
            .collect::<Vec<_>>()
    };
    ground.readings.iter().enumerate().flat_map(of).collect()
}

fn entity_event(ground: Ground<'_>, set: &str, claims: Vec<ClaimRef>) -> Event {
    let mut articles: Vec<usize> = claims.iter().map(|at| at.article).collect();
    articles.dedup();
    articles.sort_by_key(|a| (crate::events::published(&ground.readings[*a]), *a));
    let matter = Matter {
        readings: ground.readings,
        lexicon: ground.lexicon,
        claims: &claims,
        copies: &[],
        spoken: ground.spoken,
    };
    let alignments = naming(&matter, ground.policy.compare.max_pairs);
    let agreements = naming_agreements(&matter);
    let title = title(&matter);
    Event {
        id: hex12(&format!("entity|naming|{set}")),
        kind: EventKind::Entity,
        title,
        time: None,
        place: None,
        articles,
        main_of: Vec::new(),
        because: Vec::new(),
        alignments,
        agreements,
        claims,
        origins: Vec::new(),
        copies: Vec::new(),
        citing: Vec::new(),
        gaps: Vec::new(),
        only_in: Vec::new(),
        not_compared: Vec::new(),
    }
}

/// The name that is used most; of ties the one used first.
fn title(matter: &Matter<'_>) -> String {
    let mut uses: Vec<(&str, usize)> = Vec::new();
    let all = matter.claims.iter().map(|at| matter.claim(*at));
    for party in all.flat_map(|c| [&c.object, &c.complement].into_iter().flatten()) {
        match uses.iter_mut().find(|(name, _)| *name == party.text) {
            Some((_, count)) => *count += 1,
            None => uses.push((&party.text, 1)),
        }
    }
    let most = uses.iter().map(|(_, count)| *count).max();
    let first = uses.iter().find(|(_, count)| Some(*count) == most);
    first.map_or_else(String::new, |(name, _)| (*name).to_owned())
}

/// Sets of names, each known by its smallest.
#[derive(Default)]
struct Sets<'a> {
    above: BTreeMap<&'a str, &'a str>,
}

impl<'a> Sets<'a> {
    fn root(&self, name: &'a str) -> &'a str {
        let mut at = name;
        while let Some(next) = self.above.get(at).filter(|next| **next != at) {
            at = next;
        }
        at
    }

    fn join(&mut self, a: &'a str, b: &'a str) {
        let (x, y) = (self.root(a), self.root(b));
        let (low, high) = if x <= y { (x, y) } else { (y, x) };
        self.above.insert(low, low);
        self.above.insert(high, low);
    }

    /// The set of a name, if any claim has joined it to another.
    fn of(&self, name: &'a str) -> Option<String> {
        self.above
            .contains_key(name)
            .then(|| self.root(name).to_owned())
    }
}

#[cfg(test)]
mod tests;

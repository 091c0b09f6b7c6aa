//! Sorts the claims of a topic by what they say happened and to whom.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_core::model::{Alignment, Basis, Claim, Extent, Party};

use super::clean::tidy;
use super::memo::{Cited, Memo, NOT_SAID};
use super::words::{capital, plural, unslug};
use super::wrap::shorten;

/// Columns of a label, which may break.
const LABEL_COLUMNS: usize = 44;

/// Claims of one thing, of the same people.
pub(super) type Group<'a> = Vec<Cited<'a>>;

/// A claim of the event by its index there, unless a person has withdrawn it.
pub(super) fn cited<'a>(memo: &Memo<'a>, index: usize) -> Option<Cited<'a>> {
    let cited = memo.claim(*memo.event.claims.get(index)?)?;
    (!cited.claim.is_void()).then_some(cited)
}

/// The claims of a topic in groups: those that the host calls the same, or that are of one entity, side and role,
/// or that use the same words.
pub(super) fn groups<'a>(memo: &Memo<'a>, alignment: &Alignment) -> Vec<Group<'a>> {
    let mut leader: BTreeMap<usize, usize> = BTreeMap::new();
    let mut by_name: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let known = alignment
        .claims
        .iter()
        .filter_map(|at| Some((*at, cited(memo, *at)?)));
    let known: Vec<(usize, Cited<'a>)> = known.collect();
    for (index, cited) in &known {
        let first = *by_name.entry(name(cited.claim)).or_insert(*index);
        join(&mut leader, first, *index);
    }
    let same = |e: Extent| e == Extent::Same;
    for pair in alignment
        .pairs
        .iter()
        .filter(|p| same(p.population) && same(p.predicate))
    {
        join(&mut leader, pair.left, pair.right);
    }
    let mut groups: BTreeMap<usize, Group<'a>> = BTreeMap::new();
    for (index, cited) in known {
        groups
            .entry(find(&mut leader, index))
            .or_default()
            .push(cited);
    }
    groups.into_values().collect()
}

/// What tells the groups of a topic apart: who is counted, and what happened where the topic covers several
/// things. None for a topic of one group that names nobody.
pub(super) fn labels(groups: &[Group<'_>]) -> Vec<Option<String>> {
    let happened = |group: &Group<'_>| group.first().map(|c| c.claim.predicate.clone());
    let several = groups.iter().map(happened).collect::<BTreeSet<_>>().len() > 1;
    let label = |group: &Group<'_>| match (who(group), happened(group)) {
        (Some(who), Some(what)) if several => Some(format!("{who}: {}", unslug(&tidy(&what)))),
        (None, Some(what)) if several => Some(capital(&unslug(&tidy(&what)))),
        (who, _) => who,
    };
    groups.iter().map(label).collect()
}

fn name(claim: &Claim) -> Vec<String> {
    let mut name = vec![claim.predicate.clone()];
    if let Some(party) = &claim.population {
        let parts = [&party.entity, &party.side, &party.role];
        if parts.iter().all(|part| part.is_none()) {
            name.push(tidy(&party.text).to_lowercase());
        } else {
            name.extend(parts.map(|part| part.clone().unwrap_or_default()));
        }
    }
    name
}

/// The leader of the set that holds `at`; the way to it is halved, so that long chains stay cheap.
fn find(leader: &mut BTreeMap<usize, usize>, mut at: usize) -> usize {
    while let Some(next) = leader.get(&at).copied().filter(|next| *next != at) {
        let beyond = leader.get(&next).copied().unwrap_or(next);
        leader.insert(at, beyond);
        at = beyond;
    }
    at
}

/// Makes one set of two; the smaller index leads.
fn join(leader: &mut BTreeMap<usize, usize>, left: usize, right: usize) {
    let (left, right) = (find(leader, left), find(leader, right));
    leader.insert(left.max(right), left.min(right));
}

/// Who is counted: side and role where they are known, else the text's own words.
fn who(group: &[Cited<'_>]) -> Option<String> {
    let people: Vec<&Party> = group
        .iter()
        .filter_map(|c| c.claim.population.as_ref())
        .collect();
    let known = people.iter().find(|party| party.side.is_some());
    let party = known.or(people.first())?;
    let assumed = people.iter().any(|party| party.basis != Basis::Said);
    let mark = if assumed { NOT_SAID } else { "" };
    let who = match (&party.side, &party.role) {
        (Some(side), Some(role)) => capital(&format!("{} {}", unslug(side), plural(&unslug(role)))),
        (Some(side), None) => capital(&format!("{} side", unslug(side))),
        (None, Some(role)) => capital(&plural(&unslug(role))),
        (None, None) => format!("\"{}\"", shorten(&tidy(&party.text), LABEL_COLUMNS)),
    };
    Some(format!("{}{mark}", tidy(&who)))
}

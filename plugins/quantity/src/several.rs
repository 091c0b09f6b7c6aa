//! More than two figures of one thing: one finding that lists them, rather than one a pair.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

use crate::differ::{ask, figure_words};
use crate::figures::figure;
use crate::topic::Topic;

/// The code of two figures of what has one for good.
const OF_ONE: &str = "figure-of-one";

/// Puts findings on pairs that differ in one way, and share claims, into one finding each.
pub(crate) fn merged(topic: &Topic<'_>, findings: Vec<Finding>) -> Vec<Finding> {
    let listed_from = topic.settings.listed_from.whole().unwrap_or(i64::MAX);
    let listed_from = usize::try_from(listed_from).unwrap_or(usize::MAX);
    let (pairs, mut others): (Vec<Finding>, Vec<Finding>) =
        findings.into_iter().partition(is_plain_pair);
    let (of_one, moving): (Vec<Finding>, Vec<Finding>) =
        pairs.into_iter().partition(|pair| pair.code == OF_ONE);
    for group in connected(moving).into_iter().chain(connected(of_one)) {
        let claims: BTreeSet<u32> = group
            .iter()
            .flat_map(|f| f.claims.iter().copied())
            .collect();
        let of = |id: &u32| topic.event.claim(*id);
        let figures: BTreeSet<_> = claims.iter().map(|id| figure(of(id))).collect();
        let outlet = |id: &u32| &topic.event.articles[of(id).article as usize].outlet;
        let outlets: BTreeSet<&Text> = claims.iter().map(outlet).collect();
        // "None" beside journalists and beside guerrillas is two questions.
        let two_figures = group.iter().any(|f| f.code != "some-of-none");
        if figures.len().min(outlets.len()) < listed_from || !two_figures {
            others.extend(group);
        } else {
            others.push(listed(topic, &claims, group[0].code == OF_ONE));
        }
    }
    others
}

/// Two figures, or nobody and some, that no moment told excuses.
fn is_plain_pair(finding: &Finding) -> bool {
    let plain = ["figures-differ", "some-of-none", OF_ONE].contains(&finding.code.as_str());
    plain && finding.verdict == Verdict::Undetermined && finding.claims.len() == 2
}

/// Groups of findings that share claims, each with one before it.
fn connected(pairs: Vec<Finding>) -> Vec<Vec<Finding>> {
    let mut groups: Vec<(BTreeSet<u32>, Vec<Finding>)> = Vec::new();
    for pair in pairs {
        let mut claims: BTreeSet<u32> = pair.claims.iter().copied().collect();
        let mut group = Vec::new();
        groups.retain_mut(|(known, found)| {
            let apart = known.is_disjoint(&claims);
            if !apart {
                claims.append(known);
                group.append(found);
            }
            apart
        });
        group.push(pair);
        groups.push((claims, group));
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// All figures in one finding, the lowest first, each told once; of what moves, or `of_one` that has one for good.
fn listed(topic: &Topic<'_>, claims: &BTreeSet<u32>, of_one: bool) -> Finding {
    let (code, why) = match of_one {
        true => (OF_ONE, "stays-several-why"),
        false => ("figures-differ", "several-why"),
    };
    let event = topic.event;
    let mut by_figure: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for id in claims {
        by_figure
            .entry(figure(event.claim(*id)))
            .or_default()
            .push(*id);
    }
    let outlet = |id: &u32| {
        event.articles[event.claim(*id).article as usize]
            .outlet
            .as_ref()
    };
    let in_words = |ids: &Vec<u32>| {
        let outlets: BTreeSet<&str> = ids.iter().map(outlet).collect();
        let outlets: Vec<&str> = outlets.into_iter().collect();
        format!(
            "{} ({})",
            figure_words(event.claim(ids[0])),
            outlets.join(", ")
        )
    };
    let figures: Vec<String> = by_figure.values().map(in_words).collect();
    let told: Vec<u32> = by_figure.into_values().flatten().collect();
    let message = phrase("several")
        .text("topic", topic.alignment.topic.as_ref())
        .text("figures", figures.join(", "));
    let made = finding(code, Verdict::Undetermined, told.iter().copied(), message);
    let mut asked = BTreeSet::new();
    told.iter().fold(made.because(phrase(why)), |made, id| {
        let article = event.claim(*id).article;
        let made = made.missing(*id, "as-of");
        match asked.insert(article) {
            true => made.ask_article(article, ask(event, "ask-told", *id)),
            false => made,
        }
    })
}

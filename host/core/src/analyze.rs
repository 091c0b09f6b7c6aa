//! The whole way from articles as they were read to a report: grouped by event, their claims lined up, every rule asked
//! about every event, and what the rules returned made findings. Each step is a stage of its own; here they are composed.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::align::Spoken;
use crate::court::Court;
use crate::entities::settle_names;
use crate::events::{Ground, events, forget_lone_quotations};
use crate::group::{Background, Profile, cluster};
use crate::interpret::interpret;
use crate::lexicon::Lexicon;
use crate::model::rule::Rule;
use crate::model::{ClaimRef, Event, Failure, Finding, Notice, Reading, Report, RuleInUse};
use crate::policy::Policy;
use crate::read::{Prepared, prepared};

/// The whole trip from articles as they were read to a report. `rules` are those that run, by their id in the policy,
/// with their plugins; `background` is the table of how common words are.
pub fn analyze(
    readings: Vec<Reading>,
    lexicon: &Lexicon,
    background: &Background,
    policy: &Policy,
    rules: &[(&str, &dyn Rule)],
) -> Report {
    let prepared = readings.into_par_iter().map(prepared).collect();
    analyze_prepared(prepared, lexicon, background, policy, rules)
}

/// As [`analyze`], of articles that were prepared one by one as they were read, so that what only grouping needs of them
/// need not be held.
pub fn analyze_prepared(
    mut prepared: Vec<Prepared>,
    lexicon: &Lexicon,
    background: &Background,
    policy: &Policy,
    rules: &[(&str, &dyn Rule)],
) -> Report {
    prepared.sort_by(|a, b| a.reading.article.id.cmp(&b.reading.article.id));
    let (mut readings, profiles): (Vec<Reading>, Vec<Profile>) =
        prepared.into_iter().map(|p| (p.reading, p.profile)).unzip();
    let clusters = cluster(&profiles, background, &policy.grouping);
    drop(profiles);
    forget_lone_quotations(&mut readings, &clusters, lexicon);
    readings.par_iter_mut().for_each(|reading| {
        for quantity in reading
            .claims
            .iter_mut()
            .filter_map(|c| c.quantity.as_mut())
        {
            interpret(quantity, lexicon, &policy.profile);
        }
    });
    settle_names(&mut readings, lexicon);
    let spoken = Spoken::of(&readings, lexicon, &policy.gaps);
    let ground = Ground {
        readings: &readings,
        lexicon,
        policy,
        spoken: &spoken,
    };
    let mut events = events(ground, &clusters);
    let (findings, failures) = check(ground, &events, rules);
    set_apart_from(&mut events, &findings);
    let notices = notices_of(&readings);
    let rules = rules
        .iter()
        .map(|(id, rule)| in_use(id, *rule, policy))
        .collect();
    Report {
        rules,
        readings,
        events,
        findings,
        failures,
        notices,
        profile: policy.profile.clone(),
        packs: policy.packs.clone(),
    }
}

/// Runs every rule on every event that concerns it, in parallel; the order of the result is total.
fn check(
    ground: Ground<'_>,
    events: &[Event],
    rules: &[(&str, &dyn Rule)],
) -> (Vec<Finding>, Vec<Failure>) {
    let court = Court::new(ground, rules);
    let asked = events.par_iter().enumerate();
    let judged: Vec<(Vec<Finding>, Vec<Failure>)> = asked
        .filter(|(_, event)| is_worth_asking(event))
        .map(|(index, event)| court.hear(index, event))
        .collect();
    let (findings, failures): (Vec<_>, Vec<_>) = judged.into_iter().unzip();
    let mut findings: Vec<Finding> = findings.into_iter().flatten().collect();
    let mut failures: Vec<Failure> = failures.into_iter().flatten().collect();
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.severity, f.verdict);
        let rest = |f: &Finding| {
            (
                f.topic.clone(),
                f.rule.clone(),
                f.code.clone(),
                f.claims.clone(),
            )
        };
        key(a)
            .cmp(&key(b))
            .then(a.score.total_cmp(&b.score))
            .then_with(|| rest(a).cmp(&rest(b)))
    });
    failures.sort();
    (findings, failures)
}

/// What a finding cites was compared; what it sets beside another article's words is said by no article alone.
fn set_apart_from(events: &mut [Event], findings: &[Finding]) {
    let mut cited: BTreeSet<ClaimRef> = BTreeSet::new();
    let told: BTreeSet<ClaimRef> = findings.iter().flat_map(|f| &f.claims).copied().collect();
    for finding in findings {
        let mut articles = finding.claims.iter().map(|claim| claim.article);
        let first = articles.next();
        if articles.any(|article| Some(article) != first) {
            cited.extend(finding.claims.iter().copied());
        }
    }
    for event in events {
        event.not_compared.retain(|one| !told.contains(&one.claim));
        event
            .only_in
            .retain(|only| !only.claims.iter().all(|claim| cited.contains(claim)));
    }
}

/// One article's claims of different matters tell rules nothing; two articles' may (one number for two things).
fn is_worth_asking(event: &Event) -> bool {
    let articles = || event.claims.iter().map(|claim| claim.article);
    let first = articles().next();
    !event.alignments.is_empty() || articles().any(|article| Some(article) != first)
}

fn in_use(id: &str, rule: &dyn Rule, policy: &Policy) -> RuleInUse {
    let metadata = rule.metadata();
    RuleInUse {
        id: id.to_owned(),
        plugin: metadata.id.clone(),
        version: metadata.version.clone(),
        sha256: rule.digest().to_owned(),
        severity: policy
            .rules
            .get(id)
            .map(|r| r.severity.clone())
            .unwrap_or_default(),
    }
}

fn notices_of(readings: &[Reading]) -> Vec<Notice> {
    readings
        .iter()
        .flat_map(|r| r.notices.iter().cloned().chain(contradictory_dates(r)))
        .collect()
}

/// Dates of which one cannot be right: changed or fetched on a day before the publication.
fn contradictory_dates(reading: &Reading) -> Option<Notice> {
    let article = &reading.article;
    let published = article.published.as_ref()?;
    let [modified, retrieved] = [&article.modified, &article.retrieved]
        .map(|stamp| stamp.as_ref().filter(|stamp| stamp.date < published.date));
    let (what, earlier) = match (modified, retrieved) {
        (Some(stamp), _) => ("changed", stamp),
        (None, Some(stamp)) => ("fetched", stamp),
        (None, None) => return None,
    };
    let mut notice = Notice::new(
        "contradictory-dates",
        format!(
            "published on {published} but {what} before that, on {earlier}: one of the two is wrong; the first is used"
        ),
    );
    notice.article = Some(article.id.clone());
    Some(notice)
}

#[cfg(test)]
pub(crate) mod tests;

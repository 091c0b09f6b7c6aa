use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::align::{Matter, Spoken, silent_in, wire};
use crate::entities::settle_names;
use crate::events::{Ground, events};
use crate::group::{Background, Profile, Settings, cluster};
use crate::interpret::interpret;
use crate::judge::Bench;
use crate::lexicon::Lexicon;
use crate::model::rule::{
    ArticleView, ClaimView, EventView, PassedOn, RawFinding, Rule, RuleFailure, Setting,
};
use crate::model::{
    Basis, Event, EventKind, Failure, Finding, Notice, PassageKind, Period, Reading, Report,
    RuleInUse,
};
use crate::policy::{Limits, Policy, RulePolicy, settings};
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
    let clusters = cluster(&profiles, background, &grouping_settings(policy));
    drop(profiles);
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
    let events = events(ground, &clusters);
    let (findings, failures) = check(ground, &events, rules);
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

/// What the policy says of grouping.
pub(crate) fn grouping_settings(policy: &Policy) -> Settings {
    let grouping = &policy.grouping;
    Settings {
        threshold: grouping.threshold,
        sigma: grouping.sigma,
        evidence: grouping.evidence,
        floor: grouping.floor,
        copy: grouping.copy,
        same_text: grouping.same_text,
    }
}

/// Runs every rule on every event that concerns it, in parallel; the order of the result is total.
fn check(
    ground: Ground<'_>,
    events: &[Event],
    rules: &[(&str, &dyn Rule)],
) -> (Vec<Finding>, Vec<Failure>) {
    let Ground {
        readings,
        lexicon,
        policy,
        spoken,
    } = ground;
    let judged: Vec<(Vec<Finding>, Vec<Failure>)> = events
        .par_iter()
        .enumerate()
        .filter(|(_, event)| is_worth_asking(event))
        .map(|(index, event)| {
            check_event(
                &Court {
                    readings,
                    lexicon,
                    policy,
                    spoken,
                    rules,
                },
                index,
                event,
            )
        })
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

/// One article's claims of different matters tell rules nothing; two articles' may (one number for two things).
fn is_worth_asking(event: &Event) -> bool {
    let articles = || event.claims.iter().map(|claim| claim.article);
    let first = articles().next();
    !event.alignments.is_empty() || articles().any(|article| Some(article) != first)
}

#[derive(Clone, Copy)]
struct Court<'a> {
    readings: &'a [Reading],
    lexicon: &'a Lexicon,
    policy: &'a Policy,
    spoken: &'a Spoken,
    rules: &'a [(&'a str, &'a dyn Rule)],
}

fn check_event(court: &Court<'_>, index: usize, event: &Event) -> (Vec<Finding>, Vec<Failure>) {
    let articles: Vec<ArticleView<'_>> = event
        .articles
        .iter()
        .map(|a| article_view(&court.readings[*a], court.lexicon))
        .collect();
    let position: BTreeMap<usize, u32> = (0_u32..)
        .zip(&event.articles)
        .map(|(at, article)| (*article, at))
        .collect();
    let mut articles = articles;
    for copy in &event.copies {
        if let (Some(at), Some(of)) = (position.get(&copy.article), position.get(&copy.of)) {
            articles[*at as usize].copies = Some(*of);
        }
    }
    let silent = silent(court, event, &position);
    let claims: Vec<ClaimView<'_>> = event
        .claims
        .iter()
        .map(|at| {
            let reading = &court.readings[at.article];
            let claim = &reading.claims[at.claim];
            ClaimView {
                article: position.get(&at.article).copied().unwrap_or(0),
                passage: reading
                    .passage_of(claim)
                    .map_or("paragraph", |p| kind_name(p.kind)),
                quote: claim.span.of(&reading.article.text),
                claim,
                silent: silent.get(&claim.predicate).map_or("", String::as_str),
            }
        })
        .collect();
    let view = EventView {
        kind: match event.kind {
            EventKind::Incident => "incident",
            EventKind::Entity => "entity",
        },
        title: &event.title,
        time: event.time.as_ref(),
        place: event.place.as_ref(),
        articles: &articles,
        claims: &claims,
        alignments: &event.alignments,
        lexicon: court.lexicon,
        passed_on: PassedOn::default(),
    };
    let mut all = (Vec::new(), Vec::new());
    let mut answers = Answers::default();
    for (id, rule) in court.rules {
        let about = (index, event, &view);
        let (findings, failures) = check_rule(court, about, (id, *rule), &mut answers);
        all.0.extend(findings);
        all.1.extend(failures);
    }
    all
}

/// What plugins returned for one event. Several rules may stand for the codes of one plugin: it is asked once.
#[derive(Default)]
struct Answers<'a>(Vec<(Asked<'a>, Answer)>);

/// Which plugin, within which limits and under which settings.
type Asked<'a> = (&'a str, Limits, Vec<Setting>);

/// What a plugin returned.
type Answer = Result<Vec<RawFinding>, RuleFailure>;

impl<'a> Answers<'a> {
    /// The plugin's answer under these settings, asked for if it is not there yet.
    fn of(
        &mut self,
        rule: &'a dyn Rule,
        view: &EventView<'_>,
        (limits, settings): (Limits, Vec<Setting>),
    ) -> &Answer {
        let asked = (rule.metadata().id.as_str(), limits, settings);
        let at = self.0.iter().position(|(known, _)| *known == asked);
        let at = at.unwrap_or_else(|| {
            let answer = rule.check(view, &asked.2);
            self.0.push((asked, answer));
            self.0.len() - 1
        });
        &self.0[at].1
    }
}

/// By predicate, the articles of an event of two and more that have no word of its matter: their indices, with blanks
/// between.
fn silent(
    court: &Court<'_>,
    event: &Event,
    position: &BTreeMap<usize, u32>,
) -> BTreeMap<String, String> {
    if event.main_of.len() < 2 {
        return BTreeMap::new();
    }
    let matter = Matter {
        readings: court.readings,
        lexicon: court.lexicon,
        claims: &event.claims,
        copies: &event.copies,
        spoken: court.spoken,
    };
    let indices = |articles: Vec<usize>| {
        let known = articles.iter().filter_map(|article| position.get(article));
        known.map(u32::to_string).collect::<Vec<_>>().join(" ")
    };
    let silent = silent_in(&matter, &event.main_of).into_iter();
    silent
        .map(|(predicate, articles)| (predicate, indices(articles)))
        .collect()
}

fn check_rule<'a>(
    court: &Court<'_>,
    (index, event, view): (usize, &Event, &EventView<'_>),
    (id, rule): (&str, &'a dyn Rule),
    answers: &mut Answers<'a>,
) -> (Vec<Finding>, Vec<Failure>) {
    let metadata = rule.metadata();
    let concerns = metadata.predicates.is_empty()
        || view
            .claims
            .iter()
            .any(|c| metadata.predicates.contains(&c.claim.predicate));
    if !concerns {
        return (Vec::new(), Vec::new());
    }
    let initial = RulePolicy::initial(metadata.id.as_str());
    let policy = court.policy.rules.get(id).unwrap_or(&initial);
    if event.articles.len() < policy.articles as usize {
        return (Vec::new(), Vec::new());
    }
    let failure = |kind, message| Failure {
        rule: id.to_owned(),
        plugin: metadata.id.clone(),
        event: Some(event.id.clone()),
        kind,
        message,
    };
    // The packs were checked against the plugin before the run, so settings always fit.
    let settings = match settings(policy, metadata) {
        Ok(settings) => settings,
        Err(error) => {
            return (
                Vec::new(),
                vec![failure(
                    crate::model::FailureKind::Refused,
                    error.to_string(),
                )],
            );
        }
    };
    match answers.of(rule, view, (policy.limits, settings)) {
        Ok(raw) => {
            // A code that the plugin does not declare is no rule's: it must come to light as a failure.
            let declared = |code: &str| metadata.codes.iter().any(|(known, _)| known == code);
            let own = raw.iter();
            let own = own.filter(|f| policy.stands_for(&f.code) || !declared(&f.code));
            let own = own.cloned().collect();
            let bench = Bench {
                rule: id,
                policy,
                metadata,
                lexicon: court.lexicon,
                readings: court.readings,
                index,
                event,
                view,
            };
            bench.judge(own)
        }
        Err(error) => {
            let message = error.message.clone();
            (Vec::new(), vec![failure(error.kind, message)])
        }
    }
}

fn article_view<'a>(reading: &'a Reading, lexicon: &'a Lexicon) -> ArticleView<'a> {
    let article = &reading.article;
    let not_before = article.not_before.map(|day| {
        let mut period = Period::days(format!("not before {day}"), day, day, Basis::Implied);
        period.end = None;
        period
    });
    ArticleView {
        outlet: &article.outlet,
        published: article
            .published
            .as_ref()
            .map(crate::model::Stamp::period)
            .or(not_before),
        modified: article.modified.as_ref().map(crate::model::Stamp::period),
        words: u32::try_from(article.text.split_whitespace().count()).unwrap_or(u32::MAX),
        copies: None,
        wire: wire(reading, lexicon).map(|agency| agency.name.as_str()),
    }
}

/// The word of the contract for a kind of passage.
fn kind_name(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Headline => "headline",
        PassageKind::Dateline => "dateline",
        PassageKind::Lead => "lead",
        PassageKind::Paragraph => "paragraph",
        PassageKind::Caption => "caption",
        PassageKind::Quotation => "quotation",
        PassageKind::Boilerplate => "boilerplate",
    }
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

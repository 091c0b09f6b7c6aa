//! One event before the rules: what each of them is shown, who is asked, and what becomes of the answers.

use std::collections::BTreeMap;

use crate::align::{Matter, silent_in, wire};
use crate::events::Ground;
use crate::judge::Bench;
use crate::lexicon::Lexicon;
use crate::model::rule::{
    ArticleView, ClaimView, EventView, Metadata, PassedOn, RawFinding, Rule, RuleFailure, Setting,
};
use crate::model::{
    Basis, Event, EventKind, Failure, FailureKind, Finding, PassageKind, Period, Reading, Stamp,
};
use crate::policy::{Limits, RulePolicy, settings};

/// The rules and what is known of all articles, before which one event after the other is heard.
#[derive(Clone, Copy)]
pub(crate) struct Court<'a> {
    pub(crate) ground: Ground<'a>,
    /// The rules that run, by their ids in the policy.
    pub(crate) rules: &'a [(&'a str, &'a dyn Rule)],
}

/// What a rule makes of an event.
type Judged = (Vec<Finding>, Vec<Failure>);

/// By index among all articles, the index within the event.
type Places = BTreeMap<usize, u32>;

impl Court<'_> {
    /// Asks every rule that the event, the `index`th of all, concerns.
    pub(crate) fn hear(&self, index: usize, event: &Event) -> Judged {
        let places: Places = (0_u32..)
            .zip(&event.articles)
            .map(|(at, article)| (*article, at))
            .collect();
        let articles = self.articles(event, &places);
        let silent = self.silent(event, &places);
        let claims = self.claims(event, &places, &silent);
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
            lexicon: self.ground.lexicon,
            passed_on: PassedOn::default(),
        };
        let mut all = (Vec::new(), Vec::new());
        let mut answers = Answers::default();
        for (id, rule) in self.rules {
            let case = Case {
                index,
                event,
                view: &view,
            };
            let (findings, failures) = self.ask(case, (id, *rule), &mut answers);
            all.0.extend(findings);
            all.1.extend(failures);
        }
        all
    }

    fn articles(&self, event: &Event, places: &Places) -> Vec<ArticleView<'_>> {
        let view =
            |article: &usize| article_view(&self.ground.readings[*article], self.ground.lexicon);
        let mut articles: Vec<ArticleView<'_>> = event.articles.iter().map(view).collect();
        for copy in &event.copies {
            if let (Some(at), Some(of)) = (places.get(&copy.article), places.get(&copy.of)) {
                articles[*at as usize].copies = Some(*of);
            }
        }
        articles
    }

    fn claims<'v>(
        &'v self,
        event: &Event,
        places: &Places,
        silent: &'v BTreeMap<String, String>,
    ) -> Vec<ClaimView<'v>> {
        let views = event.claims.iter().map(|at| {
            let reading = &self.ground.readings[at.article];
            let claim = &reading.claims[at.claim];
            ClaimView {
                article: places.get(&at.article).copied().unwrap_or(0),
                passage: reading
                    .passage_of(claim)
                    .map_or("paragraph", |p| kind_name(p.kind)),
                quote: claim.span.of(&reading.article.text),
                claim,
                silent: silent.get(&claim.predicate).map_or("", String::as_str),
            }
        });
        views.collect()
    }

    /// By predicate, the articles of an event of two and more that have no word of its matter: their indices, with blanks
    /// between.
    fn silent(&self, event: &Event, places: &Places) -> BTreeMap<String, String> {
        if event.main_of.len() < 2 {
            return BTreeMap::new();
        }
        let matter = Matter {
            readings: self.ground.readings,
            lexicon: self.ground.lexicon,
            claims: &event.claims,
            copies: &event.copies,
            spoken: self.ground.spoken,
        };
        let indices = |articles: Vec<usize>| {
            let known = articles.iter().filter_map(|article| places.get(article));
            known.map(u32::to_string).collect::<Vec<_>>().join(" ")
        };
        let silent = silent_in(&matter, &event.main_of).into_iter();
        silent
            .map(|(predicate, articles)| (predicate, indices(articles)))
            .collect()
    }

    fn ask<'a>(
        &self,
        case: Case<'_>,
        (id, rule): (&str, &'a dyn Rule),
        answers: &mut Answers<'a>,
    ) -> Judged {
        let metadata = rule.metadata();
        let initial = RulePolicy::initial(metadata.id.as_str());
        let policy = self.ground.policy.rules.get(id).unwrap_or(&initial);
        if !case.concerns(metadata) || case.event.articles.len() < policy.articles as usize {
            return (Vec::new(), Vec::new());
        }
        let failed = |kind, message| {
            let failure = Failure {
                rule: id.to_owned(),
                plugin: metadata.id.clone(),
                event: Some(case.event.id.clone()),
                kind,
                message,
            };
            (Vec::new(), vec![failure])
        };
        // The packs were checked against the plugin before the run, so settings always fit.
        let settings = match settings(policy, metadata) {
            Ok(settings) => settings,
            Err(error) => return failed(FailureKind::Refused, error.to_string()),
        };
        let raw = match answers.of(rule, case.view, (policy.limits, settings)) {
            Ok(raw) => raw,
            Err(error) => return failed(error.kind, error.message.clone()),
        };
        // A code that the plugin does not declare is no rule's: it must come to light as a failure.
        let declared = |code: &str| metadata.codes.iter().any(|(known, _)| known == code);
        let own = raw
            .iter()
            .filter(|found| policy.stands_for(&found.code) || !declared(&found.code));
        let bench = Bench {
            rule: id,
            policy,
            metadata,
            lexicon: self.ground.lexicon,
            readings: self.ground.readings,
            index: case.index,
            event: case.event,
            view: case.view,
        };
        bench.judge(own.cloned().collect())
    }
}

/// An event as the rules are shown it.
#[derive(Clone, Copy)]
struct Case<'a> {
    /// Among all events.
    index: usize,
    event: &'a Event,
    view: &'a EventView<'a>,
}

impl Case<'_> {
    /// Has it a claim that such a rule looks at?
    fn concerns(&self, metadata: &Metadata) -> bool {
        let wanted = &metadata.predicates;
        let mut claims = self.view.claims.iter();
        wanted.is_empty() || claims.any(|view| wanted.contains(&view.claim.predicate))
    }
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

fn article_view<'a>(reading: &'a Reading, lexicon: &'a Lexicon) -> ArticleView<'a> {
    let article = &reading.article;
    let not_before = article.not_before.map(|day| {
        let mut period = Period::days(format!("not before {day}"), day, day, Basis::Implied);
        period.end = None;
        period
    });
    ArticleView {
        outlet: &article.outlet,
        published: article.published.as_ref().map(Stamp::period).or(not_before),
        modified: article.modified.as_ref().map(Stamp::period),
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

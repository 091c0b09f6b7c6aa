//! One event before the rules: what each of them is shown, who is asked, and what becomes of the answers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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
use crate::policy::{RulePolicy, settings};

/// The rules and what is known of all articles, before which one event after the other is heard.
pub(crate) struct Court<'a> {
    ground: Ground<'a>,
    counsels: Vec<Counsel<'a>>,
}

/// A rule that runs, and what is the same for every event.
struct Counsel<'a> {
    /// Its id in the policy.
    id: &'a str,
    rule: &'a dyn Rule,
    policy: Cow<'a, RulePolicy>,
    /// What its plugin is told; why it cannot be told, where the packs do not fit the plugin.
    settings: Result<Vec<Setting>, String>,
    /// The first of the counsels whose plugin is asked the same, under the same limits: one answer serves them all.
    same_as: usize,
}

/// What a rule makes of an event.
type Judged = (Vec<Finding>, Vec<Failure>);

/// By index among all articles, the index within the event.
type Places = BTreeMap<usize, u32>;

impl<'a> Court<'a> {
    /// A court that asks `rules`, by their ids in the policy.
    pub(crate) fn new(ground: Ground<'a>, rules: &[(&'a str, &'a dyn Rule)]) -> Self {
        let mut counsels: Vec<Counsel<'a>> = Vec::with_capacity(rules.len());
        for (id, rule) in rules {
            let metadata = rule.metadata();
            let policy = ground.policy.rules.get(*id).map_or_else(
                || Cow::Owned(RulePolicy::initial(metadata.id.as_str())),
                Cow::Borrowed,
            );
            let settings = settings(&policy, metadata).map_err(|error| error.to_string());
            let mut counsel = Counsel {
                id,
                rule: *rule,
                policy,
                settings,
                same_as: counsels.len(),
            };
            let same = counsels.iter().position(|known| known.asks_as(&counsel));
            counsel.same_as = same.unwrap_or(counsel.same_as);
            counsels.push(counsel);
        }
        Self { ground, counsels }
    }

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
        let case = Case {
            index,
            event,
            view: &view,
            predicates: claims.iter().map(|v| v.claim.predicate.as_str()).collect(),
        };
        let mut all = (Vec::new(), Vec::new());
        let mut answers = vec![None; self.counsels.len()];
        for counsel in &self.counsels {
            let (findings, failures) = self.ask(&case, counsel, &mut answers[counsel.same_as]);
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

    fn ask(&self, case: &Case<'_>, counsel: &Counsel<'_>, answer: &mut Option<Answer>) -> Judged {
        let metadata = counsel.rule.metadata();
        let policy = &*counsel.policy;
        if !case.concerns(metadata) || case.event.articles.len() < policy.articles as usize {
            return (Vec::new(), Vec::new());
        }
        let failed = |kind, message: &str| {
            let failure = Failure {
                rule: counsel.id.to_owned(),
                plugin: metadata.id.clone(),
                event: Some(case.event.id.clone()),
                kind,
                message: message.to_owned(),
            };
            (Vec::new(), vec![failure])
        };
        // The packs were checked against the plugin before the run, so settings always fit.
        let settings = match &counsel.settings {
            Ok(settings) => settings,
            Err(error) => return failed(FailureKind::Refused, error),
        };
        let raw = match answer.get_or_insert_with(|| counsel.rule.check(case.view, settings)) {
            Ok(raw) => raw,
            Err(error) => return failed(error.kind, &error.message),
        };
        // A code that the plugin does not declare is no rule's: it must come to light as a failure.
        let declared = |code: &str| metadata.codes.iter().any(|(known, _)| known == code);
        let own = raw
            .iter()
            .filter(|found| policy.stands_for(&found.code) || !declared(&found.code));
        let bench = Bench {
            rule: counsel.id,
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
struct Case<'a> {
    /// Among all events.
    index: usize,
    event: &'a Event,
    view: &'a EventView<'a>,
    /// Of its claims.
    predicates: BTreeSet<&'a str>,
}

impl Case<'_> {
    /// Has it a claim that such a rule looks at?
    fn concerns(&self, metadata: &Metadata) -> bool {
        let wanted = &metadata.predicates;
        wanted.is_empty()
            || wanted
                .iter()
                .any(|id| self.predicates.contains(id.as_str()))
    }
}

impl Counsel<'_> {
    /// Is the other's plugin asked the same question?
    fn asks_as(&self, other: &Counsel<'_>) -> bool {
        self.rule.metadata().id == other.rule.metadata().id
            && self.policy.limits == other.policy.limits
            && self.settings == other.settings
    }
}

/// What a plugin returned.
type Answer = Result<Vec<RawFinding>, RuleFailure>;

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

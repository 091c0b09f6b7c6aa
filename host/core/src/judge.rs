//! What a rule returned → findings. Plugins point, the host quotes: every id is checked, words and severity are the
//! pack's, evidence is attached. A rule that points at what it was not given has failed.

mod phrases;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::events::hex12;
use crate::key::key_word;
use crate::lexicon::Lexicon;
use crate::model::rule::{Addressee, EventView, Metadata, RawFinding};
use crate::model::{
    Basis, ClaimRef, Event, Evidence, Failure, FailureKind, Finding, MissingField, Question,
    QuestionTo, Reading, ReadingOfFinding, Verdict,
};
use crate::policy::{RulePolicy, severity_of};
use phrases::Phrases;

/// More topics than a lexicon has: a rule's rank goes before a topic's.
const MOST_TOPICS: usize = 1000;

/// What judging one rule's findings on one event needs.
pub(crate) struct Bench<'a> {
    /// The rule's id in the pack.
    pub(crate) rule: &'a str,
    pub(crate) policy: &'a RulePolicy,
    pub(crate) metadata: &'a Metadata,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) readings: &'a [Reading],
    /// The event's place in the report.
    pub(crate) index: usize,
    pub(crate) event: &'a Event,
    /// What the rule was given.
    pub(crate) view: &'a EventView<'a>,
}

impl Bench<'_> {
    /// The findings that stand, and a failure for each that does not.
    pub(crate) fn judge(&self, raw: Vec<RawFinding>) -> (Vec<Finding>, Vec<Failure>) {
        let mut findings = Vec::new();
        let mut failures = Vec::new();
        for finding in raw {
            match self.objection(&finding) {
                None => findings.push(self.finding(finding)),
                Some(message) => failures.push(Failure {
                    rule: self.rule.to_owned(),
                    plugin: self.metadata.id.clone(),
                    event: Some(self.event.id.clone()),
                    kind: FailureKind::Provenance,
                    message,
                }),
            }
        }
        (findings, failures)
    }

    /// Why a finding cannot stand.
    fn objection(&self, raw: &RawFinding) -> Option<String> {
        let known = |id: &u32| (*id as usize) < self.event.claims.len();
        let article = |id: u32| (id as usize) < self.view.articles.len();
        if raw.claims.is_empty() {
            return Some(format!("finding {:?} cites no claim", raw.code));
        }
        if let Some(id) = raw
            .claims
            .iter()
            .chain(raw.missing.iter().map(|(id, _)| id))
            .find(|id| !known(id))
        {
            return Some(format!(
                "finding {:?} cites claim {id}, but the event has {} claims",
                raw.code,
                self.event.claims.len()
            ));
        }
        if !self
            .metadata
            .codes
            .iter()
            .any(|(code, _)| *code == raw.code)
        {
            return Some(format!("code {:?} is none of the plugin's codes", raw.code));
        }
        if raw.verdict == Verdict::Undetermined && raw.missing.is_empty() {
            return Some(format!(
                "finding {:?} is undetermined but does not say what is missing",
                raw.code
            ));
        }
        if raw.readings.len() == 1 {
            return Some(format!(
                "finding {:?} has one reading: a reading needs another beside it",
                raw.code
            ));
        }
        if raw.verdict == Verdict::Contradiction && raw.claims.iter().any(|id| self.is_assumed(*id))
        {
            return Some(format!(
                "finding {:?} makes a contradiction of what is assumed: that may excuse, never accuse",
                raw.code
            ));
        }
        for (to, _) in &raw.questions {
            match to {
                Addressee::Article(id) if !article(*id) => {
                    return Some(format!(
                        "a question of {:?} goes to article {id}, which the event has not",
                        raw.code
                    ));
                }
                Addressee::Source(source) if !self.is_source(source) => {
                    return Some(format!(
                        "a question of {:?} goes to {source:?}, whom no claim of the event cites",
                        raw.code
                    ));
                }
                _ => {}
            }
        }
        self.convention_objection(raw)
            .or_else(|| self.phrase_objection(raw))
    }

    /// Do we only assume whom the claim counts, or when it happened?
    fn is_assumed(&self, id: u32) -> bool {
        let claim = self.view.claims[id as usize].claim;
        let time = claim.time.as_ref().map(|t| t.basis);
        let who = claim.population.as_ref().map(|p| p.basis);
        [time, who].contains(&Some(Basis::Assumed))
    }

    fn is_source(&self, name: &str) -> bool {
        let named = |s: &crate::model::Source| s.entity.as_deref() == Some(name) || s.text == name;
        let cited = self
            .view
            .claims
            .iter()
            .any(|c| c.claim.attribution.iter().any(named));
        cited || self.event.origins.iter().any(|o| o.entity == name)
    }

    fn convention_objection(&self, raw: &RawFinding) -> Option<String> {
        let cited: BTreeSet<&str> = raw
            .claims
            .iter()
            .filter_map(|id| {
                self.view.claims[*id as usize]
                    .claim
                    .quantity
                    .as_ref()?
                    .convention
                    .as_deref()
            })
            .collect();
        let stray = raw
            .conventions
            .iter()
            .find(|c| !cited.contains(c.as_str()))?;
        Some(format!(
            "convention {stray:?} stands in no claim that finding {:?} cites",
            raw.code
        ))
    }

    fn phrase_objection(&self, raw: &RawFinding) -> Option<String> {
        let phrases = self.phrases();
        let all = [Some(&raw.message), raw.because.as_ref()]
            .into_iter()
            .flatten();
        let all = all
            .chain(
                raw.readings
                    .iter()
                    .flat_map(|(when, _, because)| [when, because]),
            )
            .chain(raw.questions.iter().map(|(_, ask)| ask));
        all.map(|phrase| phrases.check(phrase))
            .find_map(Result::err)
    }

    fn phrases(&self) -> Phrases<'_> {
        Phrases {
            words: &self.policy.words,
            initial: &self.metadata.words,
            view: self.view,
        }
    }

    fn finding(&self, raw: RawFinding) -> Finding {
        let phrases = self.phrases();
        let say = |phrase| phrases.fill(phrase);
        let claims: Vec<ClaimRef> = raw
            .claims
            .iter()
            .map(|id| self.event.claims[*id as usize])
            .collect();
        let topic = self.topic(&raw);
        let severity = severity_of(self.policy, &raw.code, raw.verdict);
        let ids: Vec<&str> = claims
            .iter()
            .map(|at| self.readings[at.article].claims[at.claim].id.as_str())
            .collect();
        let score = raw
            .claims
            .iter()
            .map(|id| {
                self.lexicon
                    .rank_of(&self.view.claims[*id as usize].claim.predicate)
            })
            .min()
            .unwrap_or(0);
        Finding {
            id: hex12(&format!(
                "{topic}|{}|{}|{}",
                self.rule,
                raw.code,
                ids.join("|")
            )),
            fingerprint: self.fingerprint(&topic, &raw),
            topic,
            rule: self.rule.to_owned(),
            code: raw.code,
            event: self.index,
            severity,
            verdict: raw.verdict,
            message: say(&raw.message),
            because: raw.because.as_ref().map(say),
            readings: raw
                .readings
                .iter()
                .map(|(when, verdict, because)| ReadingOfFinding {
                    when: say(when),
                    verdict: *verdict,
                    because: say(because),
                })
                .collect(),
            questions: raw
                .questions
                .iter()
                .map(|(to, ask)| Question {
                    to: self.addressee(to),
                    text: say(ask),
                })
                .collect(),
            missing: raw
                .missing
                .iter()
                .map(|(id, field)| MissingField {
                    claim: self.event.claims[*id as usize],
                    field: field.clone(),
                })
                .collect(),
            evidence: claims.iter().map(|at| self.evidence(*at)).collect(),
            claims,
            conventions: raw.conventions,
            score: (self.policy.rank as usize * MOST_TOPICS + score) as f64,
        }
    }

    fn addressee(&self, to: &Addressee) -> QuestionTo {
        match to {
            Addressee::Article(id) => QuestionTo::Article(self.event.articles[*id as usize]),
            Addressee::Source(source) => QuestionTo::Source(source.clone()),
        }
    }

    fn evidence(&self, at: ClaimRef) -> Evidence {
        let reading = &self.readings[at.article];
        let claim = &reading.claims[at.claim];
        let paragraph = reading.passage_of(claim).and_then(|p| p.number);
        Evidence {
            claim: at,
            span: claim.span,
            paragraph,
            quote: claim.span.of(&reading.article.text).to_owned(),
            key: key_word(self.lexicon, claim, &reading.article.text),
        }
    }

    /// Event, measure, and who is counted: what is compared, without the figures.
    fn topic(&self, raw: &RawFinding) -> String {
        let first = self.view.claims[raw.claims[0] as usize].claim;
        let measure = self
            .lexicon
            .topics_of(&first.predicate)
            .next()
            .map_or(first.predicate.as_str(), |t| t.id.as_str());
        let mut roles = raw.claims.iter().map(|id| {
            self.view.claims[*id as usize]
                .claim
                .population
                .as_ref()
                .and_then(|p| p.role.as_deref())
        });
        let role = roles
            .next()
            .flatten()
            .filter(|first| roles.all(|r| r == Some(*first)));
        match role {
            Some(role) => format!("{}/{measure}/{role}", self.event.id),
            None => format!("{}/{measure}", self.event.id),
        }
    }

    /// The topic with what is claimed and by whom.
    fn fingerprint(&self, topic: &str, raw: &RawFinding) -> String {
        let claimed = raw.claims.iter().map(|id| {
            let view = &self.view.claims[*id as usize];
            let figure = view.claim.quantity.as_ref().map(|q| (q.stated, q.form));
            let source = view.claim.nearest_source().map(|s| s.text.as_str());
            format!(
                "{}|{}|{figure:?}|{source:?}",
                self.view.articles[view.article as usize].outlet, view.claim.predicate
            )
        });
        let claimed: BTreeSet<String> = claimed.collect();
        hex12(&format!("{topic}|{}|{}|{claimed:?}", self.rule, raw.code))
    }
}

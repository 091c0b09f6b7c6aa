//! Phrase keys with values → sentences. The pack has the words, else the plugin.

use std::collections::BTreeMap;

use crate::model::rule::{ClaimView, EventView, Phrase, Value};
use crate::model::{Claim, Period, Span};
use crate::policy::{Piece, pieces};

/// The words for a rule's phrases.
pub(super) struct Phrases<'a> {
    /// The pack's.
    pub(super) words: &'a BTreeMap<String, String>,
    /// The plugin's own.
    pub(super) initial: &'a BTreeMap<String, String>,
    pub(super) view: &'a EventView<'a>,
}

impl Phrases<'_> {
    /// Are there words for the key, and values for every name in them?
    pub(super) fn check(&self, phrase: &Phrase) -> Result<(), String> {
        let template = self
            .template(phrase)
            .ok_or_else(|| format!("no words for phrase {:?}", phrase.key))?;
        for piece in pieces(template) {
            let Piece::Value(name, _) = piece else {
                continue;
            };
            let value = phrase.values.iter().find(|(known, _)| known == name);
            let (_, value) = value
                .ok_or_else(|| format!("phrase {:?} has no value for {{{name}}}", phrase.key))?;
            let inside = match value {
                Value::Claim(id) => (*id as usize) < self.view.claims.len(),
                Value::Article(id) => (*id as usize) < self.view.articles.len(),
                _ => true,
            };
            if !inside {
                return Err(format!(
                    "phrase {:?} names a claim or article the event has not",
                    phrase.key
                ));
            }
        }
        Ok(())
    }

    /// The sentence of a phrase that was checked.
    pub(super) fn fill(&self, phrase: &Phrase) -> String {
        let template = self.template(phrase).unwrap_or("");
        let mut out = String::new();
        for piece in pieces(template) {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Value(name, part) => {
                    if let Some((_, value)) = phrase.values.iter().find(|(known, _)| known == name)
                    {
                        let words = self.value(value, part);
                        if part == "source" && !out.is_empty() {
                            out.push_str(&in_running_words(&words));
                        } else {
                            out.push_str(&words);
                        }
                    }
                }
            }
        }
        out
    }

    fn template(&self, phrase: &Phrase) -> Option<&str> {
        self.words
            .get(&phrase.key)
            .or_else(|| self.initial.get(&phrase.key))
            .map(String::as_str)
    }

    fn value(&self, value: &Value, part: &str) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Time(period) => period_in_words(period),
            Value::Article(id) => self.view.articles[*id as usize].outlet.to_owned(),
            Value::Claim(id) => {
                let view = &self.view.claims[*id as usize];
                match part {
                    "outlet" => self.view.articles[view.article as usize].outlet.to_owned(),
                    "voice" => {
                        let outlet = self.view.articles[view.article as usize].outlet;
                        voice(outlet, view.claim)
                    }
                    "quote" => view.quote.to_owned(),
                    "who" => view
                        .claim
                        .population
                        .as_ref()
                        .map_or_else(String::new, |p| p.text.clone()),
                    "source" => view
                        .claim
                        .speaker()
                        .map_or_else(|| "no source".to_owned(), |s| s.text.clone()),
                    "time" => view
                        .claim
                        .time
                        .as_ref()
                        .map_or_else(|| "no time".to_owned(), |t| t.text.clone()),
                    "bare" => bare(view.claim),
                    _ => figure(view),
                }
            }
        }
    }
}

/// Who says it: the outlet, or "Harbour Post (the sheriff)" where it gives somebody's word.
fn voice(outlet: &str, claim: &Claim) -> String {
    match claim.speaker() {
        Some(source) => format!("{outlet} ({})", in_running_words(&source.text)),
        None => outlet.to_owned(),
    }
}

/// "The army" within a sentence: "the army"; "His sister": "his sister".
fn in_running_words(source: &str) -> String {
    let article = ["The ", "A ", "An ", "His ", "Her ", "Their ", "Its "].into_iter();
    let mut article = article.filter(|article| source.starts_with(article));
    match article.next() {
        Some(article) => source.replacen(article, &article.to_lowercase(), 1),
        None => source.to_owned(),
    }
}

/// The figure alone; a number that we reckoned in digits. Of nobody the text's words are half a sentence ("no one was killed"), which reads ill in another.
fn bare(claim: &Claim) -> String {
    match (&claim.quantity, claim.reckoned()) {
        (None, _) => String::new(),
        (_, Some((number, _))) => format!("{number} (added up)"),
        (Some(quantity), None) if quantity.stated.is_zero() => "none".to_owned(),
        (Some(quantity), None) => quantity.text.clone(),
    }
}

/// "at least 26 of its fighters", "50 military personnel"; what has no figure, in the words of its subject and object.
fn figure(view: &ClaimView<'_>) -> String {
    let claim = view.claim;
    let text = |party: &Option<crate::model::Party>| party.as_ref().map(|p| p.text.clone());
    let Some(quantity) = &claim.quantity else {
        return view.quote.to_owned();
    };
    if let Some((number, how)) = claim.reckoned() {
        return format!("{number} ({how})");
    }
    if let Some(words) = words_between(
        view,
        quantity.span,
        claim.population.as_ref().and_then(|p| p.span),
    ) {
        return words.to_owned();
    }
    match text(&claim.population) {
        Some(who) if !quantity.text.to_lowercase().contains(&who.to_lowercase()) => {
            format!("{} {who}", quantity.text)
        }
        _ => quantity.text.clone(),
    }
}

/// The article's own words from the figure to those it counts, where the one follows the other closely.
fn words_between<'a>(
    view: &ClaimView<'a>,
    figure: Option<Span>,
    who: Option<Span>,
) -> Option<&'a str> {
    let (figure, who, claim) = (figure?, who?, view.claim.span);
    let near = figure.end <= who.start
        && who.start - figure.end <= FURTHEST
        && claim.contains(figure.join(who));
    near.then(|| {
        view.quote
            .get(figure.start - claim.start..who.end - claim.start)
    })
    .flatten()
}

/// The most bytes between a figure and those it counts: "26 of its".
const FURTHEST: usize = 24;

/// "Sun 19 March 2017", or from the first to the last day.
fn period_in_words(period: &Period) -> String {
    match (period.first_day(), period.last_day()) {
        (Some(first), Some(last)) if first == last => first.strftime("%a %-d %B %Y").to_string(),
        (Some(first), Some(last)) => format!(
            "{} to {}",
            first.strftime("%a %-d %B %Y"),
            last.strftime("%a %-d %B %Y")
        ),
        (Some(first), None) => format!("since {}", first.strftime("%a %-d %B %Y")),
        _ => period.text.clone(),
    }
}

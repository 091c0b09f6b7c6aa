//! One event with what its memo needs to look up: letters for articles, names for sources.

use std::collections::BTreeMap;

use rashomon_core::model::{
    Basis, Claim, ClaimRef, Event, Finding, PassageKind, Reading, Report, Source, Voice,
};

use super::clean::tidy;
use super::words;
use super::wrap::shorten;

/// Columns a source's name may take.
const SOURCE_COLUMNS: usize = 40;

/// Behind what the sentence itself does not say; the grid explains it.
pub(super) const NOT_SAID: &str = "^";

/// Behind what a person has corrected.
pub(super) const CORRECTED: &str = "†";

/// An event and its findings.
pub(super) struct Memo<'a> {
    pub(super) report: &'a Report,
    pub(super) event: &'a Event,
    /// The most pressing first.
    pub(super) findings: Vec<&'a Finding>,
    letters: BTreeMap<usize, String>,
    sources: BTreeMap<&'a str, &'a str>,
}

/// A claim with the article that makes it.
#[derive(Clone, Copy)]
pub(super) struct Cited<'a> {
    pub(super) at: ClaimRef,
    pub(super) reading: &'a Reading,
    pub(super) claim: &'a Claim,
}

impl<'a> Memo<'a> {
    pub(super) fn new(report: &'a Report, event: &'a Event, findings: Vec<&'a Finding>) -> Self {
        let mut letters = BTreeMap::new();
        for article in &event.articles {
            let next = letters.len();
            letters
                .entry(*article)
                .or_insert_with(|| words::letter(next));
        }
        let sources = event.origins.iter();
        let sources = sources
            .map(|o| (o.entity.as_str(), o.name.as_str()))
            .collect();
        Self {
            report,
            event,
            findings,
            letters,
            sources,
        }
    }

    /// The articles by letter.
    pub(super) fn articles(&self) -> impl Iterator<Item = (&str, &'a Reading)> {
        let readings = &self.report.readings;
        let known = self.event.articles.iter();
        known.filter_map(move |at| Some((self.letter(*at), readings.get(*at)?)))
    }

    /// The article's letter; the outlet's name stands for an article that the event does not list.
    pub(super) fn letter(&self, article: usize) -> &str {
        let outlet = || {
            self.report
                .readings
                .get(article)
                .map(|r| r.article.outlet.as_str())
        };
        match self.letters.get(&article) {
            Some(letter) => letter,
            None => outlet().unwrap_or("?"),
        }
    }

    /// The letters of several articles, in the order of the alphabet.
    pub(super) fn letters(&self, articles: &[usize]) -> Vec<&str> {
        let listed = self.event.articles.iter();
        let wanted: std::collections::BTreeSet<usize> = articles.iter().copied().collect();
        listed
            .filter(|at| wanted.contains(at))
            .map(|at| self.letter(*at))
            .collect()
    }

    pub(super) fn claim(&self, at: ClaimRef) -> Option<Cited<'a>> {
        let reading = self.report.readings.get(at.article)?;
        let claim = reading.claims.get(at.claim)?;
        Some(Cited { at, reading, claim })
    }

    /// What the event calls a source, else the text's own words for it.
    pub(super) fn source_name(&self, source: &Source) -> String {
        let known = source.entity.as_deref().and_then(|id| self.sources.get(id));
        let name = tidy(known.map_or(source.text.as_str(), |name| name));
        let name = match (&source.entity, name.is_empty()) {
            (Some(entity), true) => words::unslug(&tidy(entity)),
            _ => name,
        };
        shorten(&inside_a_sentence(&name), SOURCE_COLUMNS)
    }

    /// The name of a source that a question goes to, given as the words or the entity of one: that of the event, else the
    /// first that a claim calls it by.
    pub(super) fn source_called(&self, source: &str) -> String {
        let known = self.sources.get(source).copied();
        let name = known.or_else(|| self.words_for(source)).unwrap_or(source);
        shorten(&inside_a_sentence(&tidy(name)), SOURCE_COLUMNS)
    }

    fn words_for(&self, entity: &str) -> Option<&'a str> {
        let claims = self.event.claims.iter();
        let claims = claims.map(|at| &self.report.readings[at.article].claims[at.claim]);
        let mut sources = claims.flat_map(|claim| &claim.attribution);
        let named = sources.find(|source| source.entity.as_deref() == Some(entity));
        named.map(|source| source.text.as_str())
    }

    /// The source in a word or two: "SOHR", "SOHR^" where it is not said outright, "source?" where none is named,
    /// "speaker?" of quoted words that nobody is named for.
    pub(super) fn source_mark(&self, claim: &Claim) -> String {
        let Some(source) = claim.speaker() else {
            let mark = match claim.voice {
                Voice::Outlet => "source?",
                Voice::Quoted => "speaker?",
            };
            return mark.to_owned();
        };
        let name = self.source_name(source);
        if source.basis == Basis::Said {
            name
        } else {
            format!("{name}{NOT_SAID}")
        }
    }

    /// On whose word and in whose words: "citing the port, citing a pilot". Words in quotation marks are those of
    /// the source they began with: "words of a pilot, via the port".
    pub(super) fn voice(&self, claim: &Claim) -> String {
        // The outlet says the parts; on whose word the sum is, nobody but we could be asked.
        if let Some((number, how)) = claim.reckoned() {
            return shorten(&format!("{number}, {}", tidy(&how)), 2 * SOURCE_COLUMNS);
        }
        let (lead, link) = match claim.voice {
            Voice::Outlet => ("citing", "citing"),
            Voice::Quoted => ("words of", "via"),
        };
        let mut names: Vec<String> = claim
            .attribution
            .iter()
            .map(|s| self.source_in_full(s))
            .collect();
        if claim.voice == Voice::Quoted {
            names.reverse();
        } else if claim.listener().is_some() {
            // Whom one would ask comes first.
            let heard = names.remove(0);
            names[0] = format!("{}, via {heard}", names[0]);
        }
        let nobody = !claim.attribution.iter().any(Source::is_resolved);
        let voice = match (nobody, claim.voice) {
            (true, Voice::Outlet) => "source?".to_owned(),
            (true, Voice::Quoted) => "quoted words, speaker?".to_owned(),
            (false, _) => format!("{lead} {}", names.join(&format!(", {link} "))),
        };
        match claim.relabels() {
            true => format!("{voice}, of those counted before"),
            false => voice,
        }
    }

    fn source_in_full(&self, source: &Source) -> String {
        if !source.is_resolved() {
            return "somebody not named".to_owned();
        }
        let name = self.source_name(source);
        match source.basis {
            Basis::Said => name,
            Basis::Implied => format!("{name} (implied)"),
            Basis::Assumed => format!("{name} (assumed)"),
        }
    }
}

/// Without the capital of a leading "The" or "A": the letter of an article must not be read into it.
fn inside_a_sentence(name: &str) -> String {
    match name.split_once(' ') {
        Some((first @ ("A" | "An" | "The"), rest)) => format!("{} {rest}", first.to_lowercase()),
        _ => name.to_owned(),
    }
}

impl Cited<'_> {
    /// "¶11", "caption", "by hand".
    pub(super) fn place(&self) -> String {
        let by_hand = self.claim.correction.as_ref().is_some_and(|c| c.by_hand);
        if by_hand {
            return "by hand".to_owned();
        }
        match self.paragraph() {
            Some(number) => format!("¶{number}"),
            None => {
                let passage = self.reading.passages.get(self.claim.passage);
                passage
                    .map_or("text", |p| words::passage(p.kind))
                    .to_owned()
            }
        }
    }

    /// The number of the paragraph it stands in, also where it stands in a quotation within.
    fn paragraph(&self) -> Option<u32> {
        let passage = self.reading.passages.get(self.claim.passage)?;
        if passage.kind != PassageKind::Quotation {
            return passage.number;
        }
        let mut around = self.reading.passages.iter();
        around.find_map(|p| p.number.filter(|_| p.span.contains(self.claim.span)))
    }

    pub(super) fn is_in_headline(&self) -> bool {
        let passage = self.reading.passages.get(self.claim.passage);
        passage.is_some_and(|p| p.kind == PassageKind::Headline)
    }

    /// The words it rests on.
    pub(super) fn quote(&self) -> &str {
        self.claim.span.of(&self.reading.article.text)
    }
}

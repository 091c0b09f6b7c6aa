//! How the articles spell and label the same people, groups and places.

use std::collections::BTreeMap;

use rashomon_core::model::{Claim, Finding, Severity, Voice};

use super::clean::tidy;
use super::gaps::lead;
use super::memo::Memo;
use super::page::Page;
use super::words::unslug;
use super::wrap::shorten;

/// Columns of a name.
const NAME: usize = 48;

/// Spellings of one entity in one article that are listed.
const MAX_SPELLINGS: usize = 6;

/// By entity and article: the words, and whether only somebody quoted uses them.
type Labels<'a> = BTreeMap<&'a str, BTreeMap<usize, BTreeMap<String, bool>>>;

/// The code of findings that say no more than that names differ: they are told in this section, not as items.
const FOLDED: &str = "names-differ";

/// Is the finding told in the line of names rather than as an item of its own?
pub(super) fn is_folded(finding: &Finding) -> bool {
    finding.code == FOLDED && finding.severity == Severity::Note
}

/// Writes one line, or with `in_full` every entity that goes by several names.
pub(super) fn write(page: &mut Page, memo: &Memo<'_>, in_full: bool) {
    let labels = labels(memo);
    let differing: Vec<_> = labels.iter().filter(|(_, by)| differ(by)).collect();
    let noted: Vec<&Finding> = memo
        .findings
        .iter()
        .copied()
        .filter(|f| is_folded(f))
        .collect();
    if differing.is_empty() && noted.is_empty() {
        return;
    }
    if !in_full {
        page.flow(
            &lead("NAMES"),
            "spellings and labels differ: list with --names",
        );
        return;
    }
    for (at, (entity, by_article)) in differing.iter().enumerate() {
        let heading = if at == 0 { "NAMES" } else { "" };
        let entity = shorten(&unslug(&tidy(entity)), NAME);
        page.flow(
            &lead(heading),
            &format!("{entity}: {}", spelt(memo, by_article)),
        );
    }
    let first = differing.is_empty();
    noted
        .iter()
        .enumerate()
        .for_each(|(at, finding)| passages(page, memo, finding, first && at == 0));
}

/// The passages of a note on names, for spellings of what the lexicon does not know.
fn passages(page: &mut Page, memo: &Memo<'_>, finding: &Finding, first: bool) {
    let quoted = finding.evidence.iter().take(MAX_SPELLINGS).map(|evidence| {
        let letter = memo.letter(evidence.claim.article);
        format!("{letter} \"{}\"", shorten(&tidy(&evidence.quote), NAME))
    });
    let heading = if first { "NAMES" } else { "" };
    let quoted = quoted.collect::<Vec<_>>().join("; ");
    page.flow(
        &lead(heading),
        &format!("{}: {quoted}", tidy(&finding.message)),
    );
}

fn labels<'a>(memo: &Memo<'a>) -> Labels<'a> {
    let mut labels: Labels<'a> = BTreeMap::new();
    for at in &memo.event.claims {
        let Some(cited) = memo.claim(*at) else {
            continue;
        };
        let is_quoted = cited.claim.voice == Voice::Quoted;
        for (entity, words) in named(cited.claim) {
            let words = tidy(words);
            if words.is_empty() {
                continue;
            }
            let spellings = labels
                .entry(entity)
                .or_default()
                .entry(at.article)
                .or_default();
            *spellings.entry(words).or_insert(true) &= is_quoted;
        }
    }
    labels
}

/// Entities of a claim with the words it uses for them. Whose name a source goes by is the outlet's choice too.
fn named(claim: &Claim) -> Vec<(&str, &str)> {
    let parties = [
        claim.population.as_ref(),
        claim.agent.as_deref(),
        claim.object.as_deref(),
        claim.place.as_deref(),
    ];
    let parties = parties.into_iter().flatten();
    let parties = parties.filter_map(|p| Some((p.entity.as_deref()?, p.text.as_str())));
    let sources = claim.attribution.iter();
    let sources = sources.filter_map(|s| Some((s.entity.as_deref()?, s.text.as_str())));
    parties.chain(sources).collect()
}

/// Do several articles speak of it, and not all in the same words?
fn differ(by_article: &BTreeMap<usize, BTreeMap<String, bool>>) -> bool {
    let bare = |words: &String| {
        let words = words.to_lowercase();
        words
            .strip_prefix("the ")
            .map(str::to_owned)
            .unwrap_or(words)
    };
    let all = by_article.values().flat_map(BTreeMap::keys).map(bare);
    let all: std::collections::BTreeSet<String> = all.collect();
    by_article.len() > 1 && all.len() > 1
}

/// `A "the port", B "harbour board" (quoted)`.
fn spelt(memo: &Memo<'_>, by_article: &BTreeMap<usize, BTreeMap<String, bool>>) -> String {
    let articles = memo.event.articles.iter();
    let parts = articles.filter_map(|at| {
        let spellings = by_article.get(at)?;
        let shown = spellings
            .iter()
            .take(MAX_SPELLINGS)
            .map(|(words, is_quoted)| {
                let mark = if *is_quoted { " (quoted)" } else { "" };
                format!("\"{}\"{mark}", shorten(words, NAME))
            });
        let mut shown: Vec<String> = shown.collect();
        if spellings.len() > MAX_SPELLINGS {
            shown.push(format!("and {} more", spellings.len() - MAX_SPELLINGS));
        }
        Some(format!("{} {}", memo.letter(*at), shown.join(", ")))
    });
    parts.collect::<Vec<_>>().join("; ")
}

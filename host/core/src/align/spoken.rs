//! Of what an article has any word at all, found in one pass over its text: where it has none, nothing can have been missed.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use rayon::prelude::*;

use crate::lexicon::Lexicon;
use crate::model::Reading;
use crate::policy::GapPolicy;

/// By article: the matters and the roles of which it has a word.
#[derive(Debug, Default)]
pub(crate) struct Spoken {
    subjects: BTreeMap<Subject, u16>,
    heard: Vec<Vec<u16>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    /// Any word that opens a claim of the matter.
    Matter(String),
    /// The role's own name: "civilian".
    Role(String),
}

impl Spoken {
    /// Looks for the words of every matter, and for the roles that a slot of `gaps` names.
    pub(crate) fn of(
        readings: &[Reading],
        lexicon: &Lexicon,
        gaps: &BTreeMap<String, GapPolicy>,
    ) -> Self {
        let mut subjects = BTreeMap::new();
        let mut words: Vec<(String, u16)> = Vec::new();
        let slots = gaps.values().flat_map(|kind| &kind.slots);
        let roles = slots.filter_map(|slot| Some(slot.slot.split_once('/')?.1));
        for role in roles {
            let next = subjects.len() as u16;
            let number = *subjects
                .entry(Subject::Role(role.to_owned()))
                .or_insert(next);
            words.push((role.to_owned(), number));
        }
        let matters = lexicon
            .predicate_names()
            .filter_map(|id| lexicon.predicate_named(id));
        let matters: BTreeSet<&str> = matters.map(|p| p.matter.as_str()).collect();
        for matter in matters {
            let number = subjects.len() as u16;
            subjects.insert(Subject::Matter(matter.to_owned()), number);
            words.extend(
                lexicon
                    .words_of_matter(matter)
                    .map(|word| (word.to_owned(), number)),
            );
        }
        words.sort();
        words.dedup();
        let patterns = words.iter().map(|(word, _)| word);
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            // Every text is read through once; the table of some hundred words is small.
            .kind(Some(AhoCorasickKind::DFA))
            .build(patterns);
        // Were nothing heard, every article would count as silent, and silence accuses.
        let finder = finder.expect("a lexicon has fewer than millions of words");
        let texts = readings.par_iter().map(|r| r.article.text.as_str());
        let heard = texts.map(|text| heard(&finder, &words, text)).collect();
        Self { subjects, heard }
    }

    /// Has the article a word of the matter?
    pub(crate) fn has_matter(&self, article: usize, matter: &str) -> bool {
        self.has(article, &Subject::Matter(matter.to_owned()))
    }

    /// Does the article name the role?
    pub(crate) fn has_role(&self, article: usize, role: &str) -> bool {
        self.has(article, &Subject::Role(role.to_owned()))
    }

    fn has(&self, article: usize, subject: &Subject) -> bool {
        let number = self.subjects.get(subject);
        let heard = self.heard.get(article);
        number
            .zip(heard)
            .is_some_and(|(number, heard)| heard.binary_search(number).is_ok())
    }
}

/// The subjects of the words, or their plurals, that stand in the text as words of their own; ascending.
fn heard(finder: &AhoCorasick, words: &[(String, u16)], text: &str) -> Vec<u16> {
    let mut found = vec![];
    for hit in finder.find_overlapping_iter(text) {
        let subject = words[hit.pattern().as_usize()].1;
        if found.contains(&subject) {
            continue;
        }
        let before = text[..hit.start()].chars().next_back();
        let rest = &text[hit.end()..];
        let rest = rest.strip_prefix(['s', 'S']).unwrap_or(rest);
        let within =
            before.is_some_and(char::is_alphanumeric) || rest.starts_with(char::is_alphanumeric);
        if !within {
            found.push(subject);
        }
    }
    found.sort_unstable();
    found
}

//! Policy: which rules are on, how severe what they find is, with which thresholds and words. Packs are parsed from
//! text and merged over the default one, by rule and key; every refusal names the place and what mends it.
//!
//! A pack is the TOML of the contract (`schema`, `[rule.ID]`) and, beyond it, these optional tables:
//!
//! ```toml
//! profile = "default"                       # of the lexicon's conventions
//! [rule.falling-toll]
//! plugin = "quantity"
//! codes = ["toll-falls"]                    # of what the plugin finds, only this; without the key, all of it
//! [compare]
//! max-pairs = 2000                          # pairs given to a rule per alignment; the rest is counted, not hidden
//! [grouping]                                # what makes two claims one event: see `Grouping`
//! threshold = 0.20
//! [gaps.attack]                             # what one expects to be told of an event with one of these predicates
//! when = ["attacked", "killed"]
//! slots = [{ slot = "killed/civilian", label = "civilians killed" }]
//! ```

mod error;
mod merge;
mod nearest;
mod pack;
mod reader;
mod settings;
mod template;

use std::collections::BTreeMap;

pub use error::{PackError, PackProblem, Place};
pub use nearest::{meant, nearest};
pub use pack::Pack;
pub use settings::{settings, severity_of};
pub(crate) use template::{Piece, pieces};

use crate::model::Severity;
use crate::model::rule::ParamValue;

/// All packs of a run as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// The names of the packs, in the order they were merged.
    pub packs: Vec<String>,
    /// The profile of conventions by which figures are read.
    pub profile: String,
    /// The rules, switched on or off, by id.
    pub rules: BTreeMap<String, RulePolicy>,
    /// What one expects to be told, by kind of event.
    pub gaps: BTreeMap<String, GapPolicy>,
    /// What makes claims speak of one event.
    pub grouping: Grouping,
    /// How much is compared.
    pub compare: Compare,
}

/// One rule: a plugin with severities, parameters and words of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct RulePolicy {
    /// The id of the plugin that does the work.
    pub plugin: String,
    /// Is it switched on?
    pub enabled: bool,
    /// The plugin's codes that this rule stands for; none: all. So one mechanism that weighs all explanations of a
    /// difference can be several rules, each with a name and a severity of its own.
    pub codes: Option<Vec<String>>,
    /// Where its findings stand among those as pressing: the lower, the earlier.
    pub rank: u32,
    /// It is asked about events of so many articles and more.
    pub articles: u32,
    /// Severities by verdict or code; a code goes before a verdict.
    pub severity: BTreeMap<String, Severity>,
    /// Values of parameters that differ from the plugin's own.
    pub params: BTreeMap<String, ParamValue>,
    /// What the plugin is granted beyond, or below, the usual.
    pub limits: Limits,
    /// Words by phrase key that differ from the plugin's own.
    pub words: BTreeMap<String, String>,
    /// Where each key was last set, by dotted key (`params.wide-gap`); the rule's own place is under "".
    pub places: BTreeMap<String, Place>,
}

/// What a plugin may use up; none: the sandbox's own number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Linear memory in bytes.
    pub memory: Option<u64>,
    /// Units of fuel for one event, about one an instruction.
    pub fuel: Option<u64>,
}

/// What one expects to be told of one kind of event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GapPolicy {
    /// The kind applies to an event with a claim of any of these predicates.
    pub when: Vec<String>,
    /// What is expected, in the order it is reported.
    pub slots: Vec<Slot>,
}

/// Something one expects to be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// A predicate, or a predicate and a role: "killed/civilian".
    pub slot: String,
    /// What to call it: "civilians killed".
    pub label: String,
}

/// What makes claims speak of one event. Similarities and weights from 0 to 1; the numbers are found on data, so
/// they stand in the default pack with where they are from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grouping {
    /// Mean similarity from which on two groups of articles are one event.
    pub threshold: f64,
    /// What part of the similarity to their neighbourhoods is taken from that of two articles: where everything is alike,
    /// being alike says less.
    pub sigma: f64,
    /// What one natural-log unit of evidence adds to the similarity.
    pub evidence: f64,
    /// Similarity of the words below which no evidence can join two articles.
    pub floor: f64,
    /// What part of the shorter text's runs of five words must stand in another for the one to repeat the other.
    pub copy: f64,
    /// What part of the runs of both must stand in both for the two to be one text.
    pub same_text: f64,
}

/// How much is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compare {
    /// Pairs of claims given to a rule per alignment; what is left out is counted in the alignment.
    pub max_pairs: u32,
}

impl Default for Grouping {
    /// The numbers of the default pack, for a policy that has no such table.
    fn default() -> Self {
        Self {
            threshold: 0.20,
            sigma: 0.15,
            evidence: 0.04,
            floor: 0.08,
            copy: 0.5,
            same_text: 0.8,
        }
    }
}

impl Default for Compare {
    /// The number of the default pack, for a policy that has no such table.
    fn default() -> Self {
        Self { max_pairs: 2000 }
    }
}

/// Where a rule without a rank stands: in the middle.
const UNRANKED: u32 = 500;

impl RulePolicy {
    /// A rule that no pack names: the plugin with its initial settings and its own words.
    pub fn initial(plugin: impl Into<String>) -> Self {
        Self {
            plugin: plugin.into(),
            enabled: true,
            codes: None,
            rank: UNRANKED,
            articles: 1,
            severity: BTreeMap::new(),
            params: BTreeMap::new(),
            limits: Limits::default(),
            words: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }

    /// Does the rule stand for what has this code?
    pub fn stands_for(&self, code: &str) -> bool {
        let codes = self.codes.as_ref();
        codes.is_none_or(|codes| codes.iter().any(|known| known == code))
    }

    /// Where `key` was set; of a key that no pack sets, where the rule itself stands.
    pub fn place_of(&self, key: &str) -> Place {
        let place = self.places.get(key).or_else(|| self.places.get(""));
        place.cloned().unwrap_or_else(|| Place {
            pack: self.plugin.clone(),
            line: 1,
            column: 1,
        })
    }
}

#[cfg(test)]
mod tests;

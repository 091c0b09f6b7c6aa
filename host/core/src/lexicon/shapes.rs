//! The shapes of the TOML files of a language. What each key means stands in the files themselves.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{SomeOf, VagueFrame};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grammar {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) class: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Victims {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) class: BTreeMap<String, Vec<String>>,
    pub(super) fate: FateWords,
    pub(super) elsewhere: ElsewhereWords,
    pub(super) homicide: HomicideWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FateWords {
    pub(super) dead: Vec<String>,
    pub(super) hurt: Vec<String>,
    pub(super) unhurt: Vec<String>,
    #[serde(rename = "named-as")]
    pub(super) named_as: Vec<String>,
    #[serde(rename = "some-bodies")]
    pub(super) some_bodies: Vec<String>,
    pub(super) remains: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElsewhereWords {
    pub(super) sentence: Vec<String>,
    pub(super) opening: Vec<String>,
    pub(super) record: Vec<String>,
    pub(super) paragraph: Vec<String>,
    pub(super) text: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HomicideWords {
    pub(super) one: Vec<String>,
    pub(super) two: Vec<String>,
    pub(super) three: Vec<String>,
    pub(super) none: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Numbers {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) cardinal: BTreeMap<String, u32>,
    pub(super) scale: BTreeMap<String, u64>,
    pub(super) suffix: BTreeMap<String, u64>,
    #[serde(rename = "money-suffix")]
    pub(super) money_suffix: BTreeMap<String, u64>,
    pub(super) vague: BTreeMap<String, Range>,
    pub(super) part: BTreeMap<String, PartWord>,
    pub(super) ordinal: Ordinals,
    pub(super) spoken: Spoken,
    pub(super) comparative: BTreeMap<String, Vec<String>>,
    pub(super) before: BTreeMap<FormName, Vec<String>>,
    pub(super) after: BTreeMap<FormName, Vec<String>>,
    pub(super) inclusive: Phrases,
    pub(super) ratio: Phrases,
    #[serde(rename = "some-of")]
    pub(super) some_of: BTreeMap<SomeOf, Vec<String>>,
    /// By currency, its signs and words.
    pub(super) currency: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartWord {
    pub(super) of: u32,
    #[serde(default)]
    pub(super) plural: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spoken {
    pub(super) minus: Vec<String>,
    pub(super) point: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    pub(super) phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Range {
    pub(super) low: u32,
    pub(super) high: Option<u32>,
    #[serde(default)]
    pub(super) frame: VagueFrame,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ordinals {
    pub(super) value: BTreeMap<String, u64>,
    pub(super) endings: Vec<String>,
}

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FormName {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
    Exact,
}

/// `naming.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamingFile {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) phrase: Vec<NamingEntry>,
    pub(super) earlier: EarlierWords,
    pub(super) group: Nouns,
    pub(super) larger: Nouns,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NamingEntry {
    pub(super) predicate: String,
    pub(super) first: PartyName,
    #[serde(default)]
    pub(super) group: bool,
    #[serde(default)]
    pub(super) larger: bool,
    #[serde(default)]
    pub(super) leads: bool,
    #[serde(default)]
    pub(super) apposition: bool,
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum PartyName {
    Object,
    Complement,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EarlierWords {
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nouns {
    pub(super) nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Attribution {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) cue: BTreeMap<CueName, CueWords>,
    pub(super) attitude: AttitudeWords,
    /// Pasts that are not regular, by infinitive.
    pub(super) irregular: BTreeMap<String, Vec<String>>,
    pub(super) ending: EndingWords,
    pub(super) kind: BTreeMap<String, Vec<String>>,
    pub(super) back_reference: BTreeMap<String, Vec<String>>,
    /// Before another's figure of the same.
    pub(super) versus: Vec<String>,
    /// Opens a clause in front of what is told, besides the clause words of time.
    pub(super) fronting: Vec<String>,
    /// Behind a verb of saying: it says nothing.
    pub(super) nothing: Vec<String>,
    /// Verbs whose participle before a noun doubts it: "an alleged link".
    pub(super) doubting: Vec<String>,
    /// Verbs that stand before their source, behind what it says.
    pub(super) inverting: Vec<String>,
    /// Nouns for who speaks for others.
    pub(super) mouthpiece: Vec<String>,
}

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub(super) enum CueName {
    Reported,
    Claimed,
    Believed,
    Accused,
    Denied,
    Refused,
    Citing,
    Telling,
    Heard,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CueWords {
    pub(super) verbs: Vec<String>,
    /// Those of the verbs whose infinitive is a cue too.
    #[serde(default)]
    pub(super) bare: Vec<String>,
    /// What is said, in the singular: "statement".
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    /// What does a verb's work: "put the toll at".
    #[serde(default)]
    pub(super) acts: Vec<String>,
    #[serde(default)]
    pub(super) phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttitudeWords {
    pub(super) verbs: Vec<String>,
    pub(super) nouns: Vec<String>,
    pub(super) adjectives: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndingWords {
    pub(super) adverb: String,
    pub(super) past: String,
    pub(super) participle: String,
    pub(super) plural: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CertaintyFile {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) hedge: BTreeMap<HedgeName, Vec<String>>,
    pub(super) denied: Denied,
    pub(super) background: Background,
}

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
pub(super) enum HedgeName {
    Reported,
    Claimed,
    Suspected,
    Possible,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Denied {
    pub(super) before: Vec<String>,
    pub(super) behind: Vec<String>,
    pub(super) withheld: Vec<String>,
    pub(super) wished: Vec<String>,
    pub(super) revised: Vec<String>,
    pub(super) called: Vec<String>,
    pub(super) falsehood: Vec<String>,
    #[serde(rename = "said-before")]
    pub(super) said_before: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Background {
    pub(super) phrases: Vec<String>,
    pub(super) cumulative: Vec<String>,
    pub(super) comes: Vec<String>,
    pub(super) lasting: Vec<String>,
    pub(super) recent: Vec<String>,
    pub(super) reasons: Vec<String>,
    #[serde(rename = "only-there")]
    pub(super) only_there: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Actors {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) actor: Vec<ActorEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActorEntry {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) side: Option<String>,
    pub(super) names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Places {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) within: BTreeMap<String, Vec<String>>,
    pub(super) alias: BTreeMap<String, Vec<String>>,
    pub(super) country: Names,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passages {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) boilerplate: BoilerplateWords,
    pub(super) caption: CaptionWords,
    pub(super) dateline: DatelineWords,
    pub(super) stub: StubWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StubWords {
    pub(super) paywall: Vec<String>,
    pub(super) script: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BoilerplateWords {
    pub(super) whole: Vec<String>,
    pub(super) starts: Vec<String>,
    pub(super) holds: Vec<String>,
    pub(super) slogan: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CaptionWords {
    pub(super) starts: Vec<String>,
    pub(super) credits: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DatelineWords {
    pub(super) published: Vec<String>,
    pub(super) modified: Vec<String>,
    pub(super) beside: Vec<String>,
    pub(super) place: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConventionsFile {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) profile: BTreeMap<String, BTreeMap<String, ConventionEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConventionEntry {
    pub(super) low: Option<u32>,
    pub(super) high: Option<u32>,
    pub(super) around: Option<String>,
    pub(super) point: Option<String>,
    #[serde(default)]
    pub(super) inclusive: bool,
    pub(super) source: String,
}

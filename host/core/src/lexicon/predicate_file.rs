//! `predicates.toml`: what can be claimed, the words that open each claim, and what is lined up with what.

use serde::Deserialize;

use super::files::add_phrases;
use super::predicates::{Frame, Measured, Predicate, PredicateId, PredicateKind, Topic, Trigger};
use super::shapes::Nouns;
use super::{Class, Lexicon, Listing, Tag};

/// What the figures of a predicate count.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum CountsName {
    #[default]
    People,
    Things,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PredicatesFile {
    #[serde(rename = "schema")]
    _schema: String,
    predicate: Vec<PredicateEntry>,
    fighting: Nouns,
    /// What a deed or a disaster does: "struck".
    strikes: Vec<String>,
    topic: Vec<TopicEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PredicateEntry {
    id: String,
    kind: PredicateKind,
    #[serde(default)]
    counts: CountsName,
    #[serde(default, rename = "in")]
    measured: Measured,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    behind: Vec<String>,
    #[serde(default)]
    of: Vec<String>,
    #[serde(default)]
    list: Option<Listing>,
    #[serde(default)]
    verb: Vec<String>,
    #[serde(default)]
    clears: Vec<String>,
    #[serde(default)]
    join: Vec<String>,
    #[serde(default)]
    denies: Vec<String>,
    #[serde(default)]
    none: Vec<String>,
    #[serde(default)]
    undone: Vec<String>,
    #[serde(default)]
    upon: Vec<String>,
    #[serde(default)]
    deed: bool,
    #[serde(default)]
    flight: bool,
    #[serde(default)]
    figure: bool,
    #[serde(default)]
    harm: bool,
    #[serde(default)]
    shooting: bool,
    #[serde(default)]
    doers: bool,
    #[serde(default, rename = "of-ground")]
    of_ground: bool,
    label: String,
    noun: String,
    matter: String,
    #[serde(default)]
    within: Vec<String>,
    #[serde(default)]
    against: Vec<String>,
    #[serde(default)]
    participle: Vec<String>,
    #[serde(default)]
    gerund: Vec<String>,
    #[serde(default)]
    base: Vec<String>,
    #[serde(default)]
    intransitive: Vec<String>,
    #[serde(default)]
    adjective: Vec<String>,
    #[serde(default)]
    nominal: Vec<String>,
    #[serde(default)]
    loses: Vec<String>,
    #[serde(default)]
    toll: Vec<String>,
    #[serde(default)]
    lives: Vec<String>,
    #[serde(default)]
    fates: Vec<String>,
    #[serde(default)]
    numbers: Vec<String>,
    #[serde(default)]
    fighting: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicEntry {
    id: String,
    label: String,
    matters: Vec<String>,
    #[serde(default)]
    beside: Vec<String>,
}

impl PredicateEntry {
    fn predicate(&self) -> Predicate {
        Predicate {
            id: self.id.clone(),
            kind: self.kind,
            measured: self.measured,
            listing: self.list,
            upon: !self.upon.is_empty(),
            deed: self.deed,
            of_noun: !self.of.is_empty(),
            of_things: matches!(self.counts, CountsName::Things),
            flight: self.flight,
            figure: self.figure,
            harm: self.harm,
            shooting: self.shooting,
            doers: self.doers,
            of_ground: self.of_ground,
            label: self.label.clone(),
            noun: self.noun.clone(),
            matter: self.matter.clone(),
            against: self.against.clone(),
            words: self.words(),
        }
    }

    /// All words that tell of its matter.
    fn words(&self) -> Vec<String> {
        let frames = self.frames();
        let own = frames.iter().map(|(_, words)| *words);
        let phrases = [
            &self.fighting,
            &self.phrases,
            &self.fates,
            &self.numbers,
            &self.before,
            &self.behind,
            &self.verb,
            &self.clears,
            &self.denies,
            &self.none,
        ];
        own.chain(phrases).flatten().cloned().collect()
    }

    /// Single words by the frame they open.
    fn frames(&self) -> [(Frame, &Vec<String>); 9] {
        [
            (Frame::Participle, &self.participle),
            (Frame::Gerund, &self.gerund),
            (Frame::Base, &self.base),
            (Frame::Intransitive, &self.intransitive),
            (Frame::Adjective, &self.adjective),
            (Frame::Nominal, &self.nominal),
            (Frame::Loses, &self.loses),
            (Frame::Toll, &self.toll),
            (Frame::Lives, &self.lives),
        ]
    }

    /// Phrases by what they say.
    fn phrases(&self, id: PredicateId) -> [(Tag, &Vec<String>); 14] {
        let (before, behind) = match self.kind {
            PredicateKind::Answer => (Tag::KindBefore(id), Tag::KindBehind(id)),
            _ => (Tag::MeasureBefore(id), Tag::MeasureBehind(id)),
        };
        [
            (Tag::OfFighting(id), &self.fighting),
            (Tag::Fate(id), &self.fates),
            (Tag::Number(id), &self.numbers),
            (Tag::Act(id), &self.phrases),
            (before, &self.before),
            (behind, &self.behind),
            (Tag::MeasureOf(id), &self.of),
            (Tag::KindVerb(id), &self.verb),
            (Tag::KindClears(id), &self.clears),
            (Tag::KindJoin(id), &self.join),
            (Tag::KindDenied(id), &self.denies),
            (Tag::KindNone(id), &self.none),
            (Tag::KindUndone(id), &self.undone),
            (Tag::KindUpon(id), &self.upon),
        ]
    }
}

/// Adds the predicates with their words, and the topics.
pub(super) fn add_predicates(lexicon: &mut Lexicon, file: PredicatesFile) {
    add_phrases(lexicon, &file.strikes, Tag::Strikes);
    for entry in file.predicate {
        let predicate = lexicon.predicates.put(entry.predicate(), &entry.within);
        for (frame, words) in entry.frames() {
            add_triggers(lexicon, words, Trigger { predicate, frame });
        }
        for (tag, phrases) in entry.phrases(predicate) {
            add_phrases(lexicon, phrases, tag);
        }
    }
    add_topics(lexicon, file.topic);
    for noun in file.fighting.nouns {
        lexicon.words.add_class(&noun, Class::FightingNoun);
    }
}

fn add_topics(lexicon: &mut Lexicon, topics: Vec<TopicEntry>) {
    for (rank, entry) in topics.into_iter().enumerate() {
        let TopicEntry {
            id,
            label,
            matters,
            beside,
        } = entry;
        lexicon.predicates.topics.push(Topic {
            id,
            label,
            matters,
            beside,
            rank,
        });
    }
}

fn add_triggers(lexicon: &mut Lexicon, words: &[String], trigger: Trigger) {
    for word in words {
        lexicon.words.entry(word).triggers.push(trigger);
    }
}

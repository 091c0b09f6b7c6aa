//! `predicates.toml`: what can be claimed, the words that open each claim, and what is lined up with what.

use serde::Deserialize;

use super::files::add_phrases;
use super::predicates::{Frame, Measured, Predicate, PredicateKind, Topic, Trigger};
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
    upon: Vec<String>,
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

/// Adds the predicates with their words, and the topics.
pub(super) fn add_predicates(lexicon: &mut Lexicon, file: PredicatesFile) {
    add_phrases(lexicon, &file.strikes, Tag::Strikes);
    for entry in file.predicate {
        let all_words = [
            &entry.participle,
            &entry.gerund,
            &entry.base,
            &entry.intransitive,
            &entry.adjective,
            &entry.nominal,
            &entry.loses,
            &entry.toll,
            &entry.lives,
            &entry.fighting,
            &entry.phrases,
            &entry.fates,
            &entry.numbers,
            &entry.before,
            &entry.behind,
            &entry.verb,
            &entry.clears,
            &entry.denies,
            &entry.none,
        ]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
        let predicate = Predicate {
            id: entry.id,
            kind: entry.kind,
            measured: entry.measured,
            listing: entry.list,
            upon: !entry.upon.is_empty(),
            of_noun: !entry.of.is_empty(),
            of_things: matches!(entry.counts, CountsName::Things),
            flight: entry.flight,
            figure: entry.figure,
            harm: entry.harm,
            shooting: entry.shooting,
            doers: entry.doers,
            of_ground: entry.of_ground,
            label: entry.label,
            noun: entry.noun,
            matter: entry.matter,
            against: entry.against,
            words: all_words,
        };
        let id = lexicon.predicates.put(predicate, &entry.within);
        let frames = [
            (Frame::Participle, entry.participle),
            (Frame::Gerund, entry.gerund),
            (Frame::Base, entry.base),
            (Frame::Intransitive, entry.intransitive),
            (Frame::Adjective, entry.adjective),
            (Frame::Nominal, entry.nominal),
            (Frame::Loses, entry.loses),
            (Frame::Toll, entry.toll),
            (Frame::Lives, entry.lives),
        ];
        for (frame, words) in frames {
            add_triggers(
                lexicon,
                &words,
                Trigger {
                    predicate: id,
                    frame,
                },
            );
        }
        add_phrases(lexicon, &entry.fighting, Tag::OfFighting(id));
        add_phrases(lexicon, &entry.fates, Tag::Fate(id));
        add_phrases(lexicon, &entry.numbers, Tag::Number(id));
        add_phrases(lexicon, &entry.phrases, Tag::Act(id));
        let (before, behind) = match entry.kind {
            PredicateKind::Answer => (Tag::KindBefore(id), Tag::KindBehind(id)),
            _ => (Tag::MeasureBefore(id), Tag::MeasureBehind(id)),
        };
        add_phrases(lexicon, &entry.before, before);
        add_phrases(lexicon, &entry.behind, behind);
        add_phrases(lexicon, &entry.verb, Tag::KindVerb(id));
        add_phrases(lexicon, &entry.clears, Tag::KindClears(id));
        add_phrases(lexicon, &entry.join, Tag::KindJoin(id));
        add_phrases(lexicon, &entry.denies, Tag::KindDenied(id));
        add_phrases(lexicon, &entry.none, Tag::KindNone(id));
        add_phrases(lexicon, &entry.upon, Tag::KindUpon(id));
        add_phrases(lexicon, &entry.of, Tag::MeasureOf(id));
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

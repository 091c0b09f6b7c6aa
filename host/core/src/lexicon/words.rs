#![expect(
    clippy::disallowed_types,
    reason = "looked up by key only, never iterated, so its order cannot matter"
)]
use std::collections::HashMap;

use rustc_hash::FxBuildHasher;
use serde::Deserialize;

use super::{Class, Classes, Speech, TimeWord, Trigger};
use crate::model::Decimal;

/// A word's place in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(u32);

impl WordId {
    /// A word that no file has.
    pub(crate) const UNKNOWN: Self = Self(0);

    /// Its number, for tables by word.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a word says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// "six", "twenty".
    Cardinal(u32),
    /// "hundred", "million", "dozen".
    Scale(u64),
    /// "dozens", "several": low and high of the literal reading.
    Vague {
        low: Decimal,
        high: Option<Decimal>,
        frame: VagueFrame,
    },
    /// "half", "quarters": one of so many.
    Part { of: u32, plural: bool },
    /// "third", "hundredths": a rank, and one of so many.
    Ordinal { value: u64, plural: bool },
    /// "minus".
    Minus,
    /// "point": digits behind it are spoken one by one.
    Point,
}

impl NumberWord {
    /// Does it say how many, rather than which or what part?
    pub(crate) fn counts(self) -> bool {
        match self {
            Self::Cardinal(_) | Self::Scale(_) => true,
            Self::Vague { frame, .. } => frame != VagueFrame::ArticleOf,
            _ => false,
        }
    }
}

/// What a vague word needs around it to be a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum VagueFrame {
    /// "Several".
    #[default]
    Bare,
    /// "A couple".
    Article,
    /// "A number of".
    ArticleOf,
}

/// What a word says of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// "civilian", "soldier".
    pub(crate) role: String,
    /// More than one.
    pub(crate) plural: bool,
    /// One word for many: "troops", "family".
    pub(crate) collective: bool,
    /// The noun in the singular, where it tells more than its role: "teacher" among civilians.
    pub(crate) kind: Option<String>,
    /// One word for two: "couple".
    pub(crate) couple: bool,
    /// One of a body that is named behind it: "member".
    pub(crate) of_body: bool,
}

/// What a word says of things that are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thing {
    /// "home", "vehicle": the unit of a figure of them.
    pub(crate) unit: String,
    /// More than one.
    pub(crate) plural: bool,
}

/// What the lexicon knows of a word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Word {
    /// The word in small letters.
    pub(crate) text: Box<str>,
    classes: Classes,
    pub(crate) number: Option<NumberWord>,
    pub(crate) person: Option<Person>,
    pub(crate) thing: Option<Thing>,
    /// The role it narrows a noun to: "military" before "personnel".
    pub(crate) modifier: Option<String>,
    /// What it says of saying and thinking.
    pub(crate) speech: Speech,
    /// The claims it can open.
    pub(crate) triggers: Vec<Trigger>,
    /// What it says of time.
    pub(crate) time: Option<TimeWord>,
    /// Does the name of a day begin with it: "Christmas"?
    pub(crate) names_day: bool,
    /// Is it a deed that somebody is held responsible for: "bombing"?
    pub(crate) deed: bool,
    /// May it stand between the word that holds somebody responsible and the deed: "behind", "carrying out"?
    pub(crate) leads_to_deed: bool,
}

impl Word {
    /// Does it play this part?
    pub(crate) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Can a time begin with it, or with its number?
    fn may_date(&self) -> bool {
        self.time.is_some_and(TimeWord::opens)
            || self.names_day
            || self.number.is_some_and(NumberWord::counts)
    }

    /// Does no file give it a part of its own? A word that stands in phrases or in names of places only has none.
    pub(crate) fn has_no_part(&self) -> bool {
        // The first word of a day's name may be a person's too.
        self.classes.without(Class::Dated).is_empty()
            && self.number.is_none()
            && self.person.is_none()
            && self.thing.is_none()
            && self.modifier.is_none()
            && self.triggers.is_empty()
            && self.time.is_none()
    }
}

/// All words.
#[derive(Debug)]
pub(super) struct Words {
    /// The keys are ours, so that nobody can choose words that collide, and every word of every text is looked up.
    ids: HashMap<Box<str>, WordId, FxBuildHasher>,
    words: Vec<Word>,
    /// The classes of each, once they are settled: every token takes its own from here, and all are close together.
    classes: Vec<Classes>,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            ids: HashMap::default(),
            words: vec![Word::default()],
            classes: vec![Classes::default()],
        }
    }
}

impl Words {
    /// The id of a word in small letters.
    pub(super) fn id(&self, lower: &str) -> WordId {
        self.ids.get(lower).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The parts a word plays, once they are settled.
    pub(super) fn classes_of(&self, id: WordId) -> Classes {
        self.classes[id.index()]
    }

    /// What is known of a word.
    pub(super) fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    /// The id of a word, which is added if it is new.
    pub(super) fn intern(&mut self, lower: &str) -> WordId {
        if let Some(id) = self.ids.get(lower) {
            return *id;
        }
        let id = WordId(
            u32::try_from(self.words.len())
                .expect("a lexicon has fewer than four thousand million words"),
        );
        self.words.push(Word {
            text: lower.into(),
            ..Word::default()
        });
        self.ids.insert(lower.into(), id);
        id
    }

    /// The entry of a word, which is added if it is new.
    pub(super) fn entry(&mut self, lower: &str) -> &mut Word {
        let id = self.intern(lower);
        &mut self.words[id.0 as usize]
    }

    /// Marks the words that name people, open claims or count, once all are entered.
    pub(super) fn settle(&mut self) {
        for word in &mut self.words {
            let tells = [
                (word.person.is_some(), Class::Person),
                (!word.triggers.is_empty(), Class::Trigger),
                (word.number.is_some(), Class::Figure),
                (word.may_date(), Class::Dated),
            ];
            let told = tells.into_iter().filter(|(told, _)| *told);
            told.for_each(|(_, class)| word.classes.add(class));
        }
        self.classes = self.words.iter().map(|word| word.classes).collect();
    }

    /// Adds a part that the word plays.
    pub(super) fn add_class(&mut self, lower: &str, class: Class) {
        self.entry(lower).classes.add(class);
    }
}

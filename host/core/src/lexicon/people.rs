//! Who can be counted, and which things: `people.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::files::{add_phrases, plural_of, unknown};
use super::words::{Person, Thing};
use super::{Class, Lexicon, LexiconError, Tag};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    #[serde(rename = "schema")]
    pub(super) _schema: String,
    pub(super) plural: BTreeMap<String, String>,
    #[serde(rename = "number-of")]
    pub(super) number_of: Vec<String>,
    /// Nouns for one of a body, which tells who they are: "member".
    #[serde(rename = "of-a-body")]
    pub(super) of_a_body: Vec<String>,
    /// "described the dead as".
    pub(super) describing: Vec<String>,
    /// "its own losses".
    pub(super) losses: Vec<String>,
    /// One word for two.
    pub(super) couple: Vec<String>,
    pub(super) alike: Vec<Vec<String>>,
    pub(super) role: Vec<Role>,
    pub(super) thing: Vec<ThingEntry>,
    pub(super) modifier: BTreeMap<String, Vec<String>>,
    pub(super) side: BTreeMap<SideName, Vec<String>>,
    /// Words for those on the other side than whoever speaks.
    pub(super) enemy: Vec<String>,
    /// Kinds of source that speak for a side.
    #[serde(rename = "speaks-for")]
    pub(super) speaks_for: BTreeMap<SideName, Vec<String>>,
}

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub(super) enum SideName {
    Government,
    Opposition,
}

impl SideName {
    /// As claims have it.
    pub(super) fn id(&self) -> &'static str {
        match self {
            Self::Government => "government",
            Self::Opposition => "opposition",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Role {
    pub(super) id: String,
    pub(super) parent: Option<String>,
    #[serde(rename = "label")]
    pub(super) _label: String,
    pub(super) side: Option<String>,
    pub(super) nouns: Vec<String>,
    /// Those that say no more than the role; none: all of them do.
    #[serde(default)]
    pub(super) general: Vec<String>,
    #[serde(default)]
    pub(super) collective: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThingEntry {
    pub(super) id: String,
    #[serde(rename = "label")]
    pub(super) _label: String,
    pub(super) nouns: Vec<String>,
}

/// Puts the nouns, roles and sides of the file into the lexicon.
pub(super) fn add_people(lexicon: &mut Lexicon, file: People) -> Result<(), LexiconError> {
    add_phrases(lexicon, &file.number_of, Tag::NumberOf);
    add_phrases(lexicon, &file.describing, Tag::Describing);
    add_phrases(lexicon, &file.losses, Tag::OwnLosses);
    let known: Vec<&str> = file.role.iter().map(|role| role.id.as_str()).collect();
    for role in &file.role {
        if let Some(parent) = role.parent.as_deref().filter(|p| !known.contains(p)) {
            return Err(unknown("people.toml", "role", parent));
        }
        add_role(lexicon, &file, role)?;
    }
    for thing in &file.thing {
        // A unit is a role of its own, so that homes are told from vehicles where claims are lined up.
        lexicon.roles.put(&thing.id, None);
        for noun in &thing.nouns {
            let plural = file.plural_of(noun);
            add_thing(lexicon, noun, &thing.id, plural == *noun);
            add_thing(lexicon, &plural, &thing.id, true);
        }
    }
    for (role, words) in &file.modifier {
        if !known.contains(&role.as_str()) {
            return Err(unknown("people.toml", "role", role));
        }
        for word in words {
            lexicon.words.entry(word).modifier = Some(role.clone());
        }
    }
    add_sides(lexicon, file);
    Ok(())
}

fn add_role(lexicon: &mut Lexicon, file: &People, role: &Role) -> Result<(), LexiconError> {
    lexicon.roles.put(&role.id, role.parent.as_deref());
    let is_noun = |n: &&String| role.nouns.contains(n) || role.collective.contains(n);
    if let Some(noun) = role.general.iter().find(|n| !is_noun(n)) {
        return Err(unknown("people.toml", "noun", noun));
    }
    let tells_more = |noun: &String| !role.general.is_empty() && !role.general.contains(noun);
    let person = |noun: &String, plural: bool, collective: bool| Person {
        role: role.id.clone(),
        plural,
        collective,
        kind: tells_more(noun).then(|| kind_of(&file.alike, noun)),
        couple: !plural && file.couple.contains(noun),
        of_body: file.of_a_body.contains(noun),
    };
    for noun in &role.nouns {
        add_person(lexicon, noun, person(noun, false, false));
        add_person(lexicon, &file.plural_of(noun), person(noun, true, false));
    }
    for noun in &role.collective {
        add_person(lexicon, noun, person(noun, true, true));
    }
    let side = role.side.clone().map(|side| (role.id.clone(), side));
    lexicon.role_sides.extend(side);
    Ok(())
}

fn add_sides(lexicon: &mut Lexicon, file: People) {
    for (side, words) in file.side {
        let class = match side {
            SideName::Government => Class::SideGovernment,
            SideName::Opposition => Class::SideOpposition,
        };
        for word in words {
            lexicon.words.add_class(&word, class);
        }
    }
    lexicon.enemies = file.enemy;
    for (side, kinds) in file.speaks_for {
        let sides = kinds.into_iter().map(|kind| (kind, side.id().to_owned()));
        lexicon.side_of_kind.extend(sides);
    }
}

impl People {
    /// Of a noun as the file gives it, else by rule.
    fn plural_of(&self, noun: &str) -> String {
        let given = self.plural.get(noun).cloned();
        given.unwrap_or_else(|| plural_of(noun))
    }
}

/// The first of the nouns that mean what this one does.
fn kind_of(alike: &[Vec<String>], noun: &String) -> String {
    let group = alike.iter().find(|group| group.contains(noun));
    group
        .and_then(|group| group.first())
        .unwrap_or(noun)
        .clone()
}

fn add_person(lexicon: &mut Lexicon, noun: &str, person: Person) {
    lexicon.words.entry(noun).person.get_or_insert(person);
}

fn add_thing(lexicon: &mut Lexicon, noun: &str, unit: &str, plural: bool) {
    let thing = Thing {
        unit: unit.to_owned(),
        plural,
    };
    lexicon.words.entry(noun).thing.get_or_insert(thing);
}

//! Words by which somebody is held responsible, and those by which one takes or denies responsibility: `blame.toml`.

use serde::Deserialize;

use super::files::{add_phrases, unknown};
use super::{Lexicon, LexiconError, Tag};
use crate::model::Certainty;

/// A verb that holds somebody responsible.
#[derive(Clone, Debug)]
pub(crate) struct Accusation {
    /// An accusation or a suspicion; a fact, where the words say no less.
    pub(crate) rung: Certainty,
    /// Is it said of killing, wounding and the like alone: "was involved in the murder", but not "in the shooting"?
    pub(crate) of_killing: bool,
    link: Vec<String>,
    onto: Vec<String>,
}

/// What a subject says of its own part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owning {
    /// "claimed responsibility".
    Claims,
    /// "was behind", which its subject says or denies of itself: "said it was behind", "denied that its men were behind".
    Deed,
    /// "had nothing to do with", which its subject says of itself.
    Undone,
    /// "planting", which may stand behind "denied".
    DeedGerund,
    /// "had struck", which is a deed whatever it was aimed at.
    Attack,
    /// "striking", behind "denied".
    Attacking,
    /// "deal", which one strikes without an attack.
    NoTarget,
    /// "fighters", whose deeds are those of whoever calls them "its".
    Member,
    /// "issued", before a statement that denies something.
    Issues,
    /// "lawyer", who speaks for another.
    ForOthers,
    /// "was claimed by", with its actor behind.
    ClaimedBy,
    /// "no claim of responsibility": nobody did.
    ClaimedByNone,
    /// "denied involvement".
    Denies,
    /// "the charge was denied by", with its actor behind.
    DeniedBy,
}

/// What part a named group has in a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taking {
    /// "was among the", with those who did it behind.
    Among,
    /// "took part in", with the deed behind.
    Part,
    /// "allied with", with the group behind.
    Allied,
}

impl Accusation {
    /// Does the word lead from the accused to the act: "of" behind "accused"?
    pub(crate) fn leads_to_act(&self, word: &str) -> bool {
        self.link.iter().any(|known| known == word)
    }

    /// Does the word lead from the act to the accused: "on" behind "blamed the raid"?
    pub(crate) fn leads_to_accused(&self, word: &str) -> bool {
        self.onto.iter().any(|known| known == word)
    }
}

/// Its name in the lexicon's files.
const FILE: &str = "blame.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlameFile {
    #[serde(rename = "schema")]
    _schema: String,
    accuse: Vec<AccuseEntry>,
    claims: ClaimsEntry,
    denies: DeniesEntry,
    own: OwnEntry,
    part: PartEntry,
    deed: DeedEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccuseEntry {
    rung: Rung,
    #[serde(default, rename = "of-killing")]
    of_killing: bool,
    verbs: Vec<String>,
    link: Vec<String>,
    #[serde(default)]
    onto: Vec<String>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum Rung {
    /// Said as a fact: "was carried out by".
    Told,
    Accused,
    Suspected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClaimsEntry {
    phrases: Vec<String>,
    #[serde(rename = "of-others")]
    of_others: Vec<String>,
    passive: Vec<String>,
    nobody: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeedEntry {
    predicate: String,
    through: Vec<String>,
    series: Vec<String>,
    relatives: Vec<String>,
    #[serde(rename = "of-bodies")]
    of_bodies: Vec<String>,
    wrongly: Vec<String>,
    nouns: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeniesEntry {
    phrases: Vec<String>,
    passive: Vec<String>,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OwnEntry {
    deeds: Vec<String>,
    undone: Vec<String>,
    members: Vec<String>,
    issues: Vec<String>,
    relief: Vec<String>,
    #[serde(rename = "for-others")]
    for_others: Vec<String>,
    gerunds: Vec<String>,
    attacks: Vec<String>,
    attacking: Vec<String>,
    #[serde(rename = "no-targets")]
    no_targets: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartEntry {
    among: Vec<String>,
    took: Vec<String>,
    allied: Vec<String>,
}

/// Adds the words of the file to the lexicon.
pub(super) fn add_blame(lexicon: &mut Lexicon, file: BlameFile) -> Result<(), LexiconError> {
    for entry in file.accuse {
        let index = u8::try_from(lexicon.accusations.len())
            .map_err(|_| unknown(FILE, "kind of accusation after 255 others", "accuse"))?;
        add_phrases(lexicon, &entry.verbs, Tag::Accuse(index));
        lexicon.predicates.add_words("blamed", &entry.verbs);
        lexicon.accusations.push(Accusation {
            rung: match entry.rung {
                Rung::Told => Certainty::Fact,
                Rung::Accused => Certainty::Accused,
                Rung::Suspected => Certainty::Suspected,
            },
            of_killing: entry.of_killing,
            link: entry.link,
            onto: entry.onto,
        });
    }
    for (owning, predicate, phrases) in [
        (
            Owning::Claims,
            "claimed-responsibility",
            file.claims.phrases,
        ),
        (
            Owning::ClaimedBy,
            "claimed-responsibility",
            file.claims.passive,
        ),
        (
            Owning::ClaimedByNone,
            "claimed-responsibility",
            file.claims.nobody,
        ),
        (Owning::Denies, "denied-responsibility", file.denies.phrases),
        (
            Owning::DeniedBy,
            "denied-responsibility",
            file.denies.passive,
        ),
    ] {
        add_phrases(lexicon, &phrases, Tag::Owns(owning));
        lexicon.predicates.add_words(predicate, &phrases);
    }
    add_phrases(lexicon, &file.own.deeds, Tag::Owns(Owning::Deed));
    add_phrases(lexicon, &file.own.undone, Tag::Owns(Owning::Undone));
    add_phrases(lexicon, &file.own.gerunds, Tag::Owns(Owning::DeedGerund));
    add_phrases(lexicon, &file.own.attacks, Tag::Owns(Owning::Attack));
    add_phrases(lexicon, &file.own.attacking, Tag::Owns(Owning::Attacking));
    add_phrases(lexicon, &file.own.no_targets, Tag::Owns(Owning::NoTarget));
    add_phrases(lexicon, &file.own.members, Tag::Owns(Owning::Member));
    add_phrases(lexicon, &file.own.issues, Tag::Owns(Owning::Issues));
    add_phrases(lexicon, &file.own.for_others, Tag::Owns(Owning::ForOthers));
    lexicon
        .predicates
        .add_words("denied-responsibility", &file.denies.words);
    lexicon.speak_of_others = file.claims.of_others;
    lexicon.relief = file.own.relief;
    add_deed(lexicon, file.deed)?;
    for (taking, predicate, phrases) in [
        (Taking::Among, "took-part", file.part.among),
        (Taking::Part, "took-part", file.part.took),
        (Taking::Allied, "allied", file.part.allied),
    ] {
        add_phrases(lexicon, &phrases, Tag::Takes(taking));
        lexicon.predicates.add_words(predicate, &phrases);
    }
    Ok(())
}

/// Adds what somebody is held responsible for, and the small words about it.
fn add_deed(lexicon: &mut Lexicon, file: DeedEntry) -> Result<(), LexiconError> {
    // The text looks them up as words of the lexicon.
    for word in file.series.iter().chain(&file.wrongly) {
        lexicon.words.intern(word);
    }
    lexicon.series = file.series;
    lexicon.object_relatives = file.relatives;
    lexicon.of_bodies = file.of_bodies;
    lexicon.wrongly = file.wrongly;
    let deed = lexicon.predicates.id_of(&file.predicate);
    lexicon.deed = Some(deed.ok_or_else(|| unknown(FILE, "predicate", &file.predicate))?);
    for noun in &file.nouns {
        lexicon.words.entry(noun).deed = true;
    }
    for word in &file.through {
        lexicon.words.entry(word).leads_to_deed = true;
    }
    Ok(())
}

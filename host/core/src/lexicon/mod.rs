//! The words of a language, parsed from the TOML files of `rules/lexicon/<language>`. All that depends on English stands
//! there; the code knows only the parts that words play.

mod blame;
mod class;
mod conventions;
mod embed;
#[cfg(test)]
pub(crate) mod english;
mod entities;
mod error;
mod files;
mod kinds;
mod lattice;

mod numbers;
mod people;
mod phrase;
mod predicate_file;
mod predicates;
mod search;
mod shapes;
mod speech;
mod time;
mod words;

pub(crate) use blame::{Accusation, Owning, Taking};
pub(crate) use class::{Class, Classes};
pub(crate) use conventions::Convention;
pub(crate) use entities::{Actor, Place};
pub use error::LexiconError;
pub(crate) use kinds::Listing;
pub(crate) use phrase::{Cue, Found, Naming, Phrase, SomeOf, Tag, VictimCue};
pub(crate) use predicates::{
    Frame, Measured, Predicate, PredicateId, PredicateKind, Topic, Trigger,
};
pub(crate) use search::Search;
pub(crate) use speech::{Endings, Speech, VerbForm};
pub(crate) use time::{
    DayPart, Direction, Feast, Link, NamedDay, Shift, Stage, TimeConvention, TimeWord, TimeWords,
    Unit,
};
pub(crate) use words::{NumberWord, VagueFrame, Word, WordId};

use std::collections::BTreeMap;

use crate::model::Extent;
use crate::model::rule::Relate;
use entities::Entities;
use kinds::Kinds;
use lattice::Lattice;
use phrase::Phrases;
use predicates::Predicates;
use words::Words;

/// All that is known of a language.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Words,
    phrases: Phrases,
    predicates: Predicates,
    roles: Lattice,
    role_sides: BTreeMap<String, String>,
    /// Words in small letters for those on the other side.
    enemies: Vec<String>,
    /// The side for which a kind of source speaks.
    side_of_kind: BTreeMap<String, String>,
    entities: Entities,
    /// The names of all agencies.
    agencies: Search,
    accusations: Vec<Accusation>,
    /// By [`Listing`].
    kinds: [Kinds; Listing::ALL.len()],
    source_kinds: BTreeMap<String, String>,
    endings: Endings,
    back_references: BTreeMap<String, Vec<String>>,
    mouthpieces: Vec<String>,
    /// Verbs that stand before whose words they are.
    inverting: Vec<String>,
    /// Participles that doubt the noun behind them: "alleged".
    doubting: Vec<String>,
    deed: Option<PredicateId>,
    speak_of_others: Vec<String>,
    /// Predicates of help, which nobody owns to as a deed.
    relief: Vec<String>,
    /// Pronouns behind which another is the subject: "whom".
    object_relatives: Vec<String>,
    /// Those of them that stand for a body: "which".
    of_bodies: Vec<String>,
    /// "wrongly".
    wrongly: Vec<String>,
    /// Words before "of" for several deeds.
    series: Vec<String>,
    conventions: conventions::Conventions,
    passages: PassageWords,
    time: TimeWords,
    /// What a letter behind digits multiplies by, as written.
    number_suffixes: BTreeMap<String, u64>,
    /// The same behind digits of money alone.
    money_suffixes: BTreeMap<String, u64>,
    /// The currency of a sign or word.
    currencies: BTreeMap<String, String>,
}

/// How the parts of an article are told apart; all in small letters.
#[derive(Debug, Default)]
pub(crate) struct PassageWords {
    pub(crate) boilerplate_whole: Vec<String>,
    pub(crate) boilerplate_starts: Search,
    pub(crate) boilerplate_holds: Search,
    pub(crate) caption_starts: Search,
    pub(crate) caption_credits: Search,
    /// Words before the year of a slogan: "since".
    pub(crate) slogan_ends: Vec<String>,
    pub(crate) published_starts: Vec<String>,
    pub(crate) modified_starts: Vec<String>,
    /// Words that may stand beside the date in a date line.
    pub(crate) beside_date: Vec<String>,
    /// Small words within names of places.
    pub(crate) in_place_names: Vec<String>,
    /// What asks a reader to pay or sign in for the rest.
    pub(crate) paywalls: Search,
    /// What asks a reader to switch on scripts.
    pub(crate) script_walls: Search,
}

impl Lexicon {
    /// Parses the files of one language: pairs of file name (`numbers.toml`) and text.
    ///
    /// # Errors
    ///
    /// The first file that is no TOML of the expected shape, or that names what no other file defines.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, LexiconError> {
        files::build(files)
    }

    /// The names of the profiles of conventions.
    pub fn profiles(&self) -> impl Iterator<Item = &str> {
        self.conventions.names()
    }

    /// The convention by which `profile` reads a form of words: "about", "dozens".
    pub(crate) fn convention(&self, profile: &str, form: &str) -> Option<&Convention> {
        self.conventions.get(profile, form)
    }

    /// The id of a word in small letters; [`WordId::UNKNOWN`] if no file has it.
    pub(crate) fn word_id(&self, lower: &str) -> WordId {
        self.words.id(lower)
    }

    /// The parts a word plays.
    pub(crate) fn classes_of(&self, id: WordId) -> Classes {
        self.words.classes_of(id)
    }

    /// What is known of a word.
    pub(crate) fn word(&self, id: WordId) -> &Word {
        self.words.get(id)
    }

    /// The phrases that begin with a word, longest first.
    pub(crate) fn phrases_from(&self, first: WordId) -> &[Phrase] {
        self.phrases.from(first)
    }

    /// A predicate by its place in the lexicon.
    pub(crate) fn predicate(&self, id: PredicateId) -> &Predicate {
        self.predicates.get(id)
    }

    /// A predicate by its name.
    pub(crate) fn predicate_named(&self, id: &str) -> Option<&Predicate> {
        self.predicates.named(id)
    }

    /// A predicate's place by its name.
    pub(crate) fn predicate_id(&self, id: &str) -> Option<PredicateId> {
        self.predicates.id_of(id)
    }

    /// Is it a pronoun behind which another may be the subject: "which the committee accused"?
    pub(crate) fn is_object_relative(&self, word: &str) -> bool {
        self.object_relatives.iter().any(|known| known == word)
    }

    /// Is it such a pronoun for a body, and not for a person?
    pub(crate) fn is_of_body(&self, word: &str) -> bool {
        self.of_bodies.iter().any(|known| known == word)
    }

    /// Does it say that an accusation is untrue: "wrongly blamed"?
    pub(crate) fn is_wrongly(&self, word: &str) -> bool {
        self.wrongly.iter().any(|known| known == word)
    }

    /// Is it a noun for several of what follows behind "of": "a wave of killings"?
    pub(crate) fn is_series(&self, noun: &str) -> bool {
        self.series.iter().any(|known| known == noun)
    }

    /// Is what the predicate tells help, and no deed that somebody owns to: a rescue?
    pub(crate) fn is_relief(&self, predicate: &str) -> bool {
        self.relief.iter().any(|known| known == predicate)
    }

    /// Does a source of this kind speak of others where it tells who did it: police?
    pub(crate) fn speaks_of_others(&self, kind: &str) -> bool {
        self.speak_of_others.iter().any(|known| known == kind)
    }

    /// What a noun such as "bombing" claims of who is held responsible.
    pub(crate) fn deed(&self) -> Option<PredicateId> {
        self.deed
    }

    /// What "shooting six people" claims.
    pub(crate) fn shooting(&self) -> Option<PredicateId> {
        self.predicates.of_shooting()
    }

    /// What counts those who do a harm: "three gunmen shot him".
    pub(crate) fn doers(&self) -> Option<PredicateId> {
        self.predicates.of_doers()
    }

    /// Does the predicate say what a group is called or belongs to?
    pub(crate) fn is_naming(&self, predicate: &str) -> bool {
        self.predicate_named(predicate)
            .is_some_and(|p| p.kind == PredicateKind::Naming)
    }

    /// Does the predicate give somebody's own words?
    pub(crate) fn is_statement(&self, predicate: &str) -> bool {
        self.predicate_named(predicate)
            .is_some_and(|p| p.kind == PredicateKind::Statement)
    }

    /// Does the predicate say more of a deed: why, how it came about, how who was hurt is?
    pub(crate) fn is_of_a_deed(&self, predicate: &str) -> bool {
        self.predicate_named(predicate).is_some_and(|p| p.deed)
    }

    /// Is it answered of whoever was harmed: how it came about, how he is?
    pub(crate) fn is_of_the_harmed(&self, predicate: &str) -> bool {
        self.predicate_named(predicate)
            .is_some_and(|p| matches!(p.listing, Some(Listing::Manner | Listing::Condition)))
    }

    /// Does the predicate say who somebody is, when the deed was or what somebody said, rather than what happened? Such claims
    /// are in no list of the event: rules know them by name, hour or words.
    pub(crate) fn is_detail(&self, predicate: &str) -> bool {
        let details = [
            PredicateKind::Person,
            PredicateKind::Moment,
            PredicateKind::Statement,
        ];
        self.predicate_named(predicate)
            .is_some_and(|p| details.contains(&p.kind))
    }

    /// What a claim of this predicate is lined up with.
    pub(crate) fn topics_of(&self, predicate: &str) -> impl Iterator<Item = &Topic> {
        self.predicates.topics_of(predicate)
    }

    /// The topics beside whose own claims one of this predicate is looked at.
    pub(crate) fn topics_beside(&self, predicate: &str) -> impl Iterator<Item = &Topic> {
        self.predicates.topics_beside(predicate)
    }

    /// "people killed" for "killed"; the id itself where nothing defines it.
    pub(crate) fn topic_label(&self, id: &str) -> String {
        let topic = self.predicates.topics.iter().find(|t| t.id == id);
        topic.map_or(id, |t| t.label.as_str()).to_owned()
    }

    /// Where a predicate's topic stands in the order a desk wants; last for what no topic compares.
    pub(crate) fn rank_of(&self, predicate: &str) -> usize {
        self.predicates
            .topics_of(predicate)
            .map(|t| t.rank)
            .min()
            .unwrap_or(self.predicates.topics.len())
    }

    /// The words that open a claim of any predicate of this matter.
    pub(crate) fn words_of_matter<'a>(&'a self, matter: &'a str) -> impl Iterator<Item = &'a str> {
        self.predicates
            .of_matter(matter)
            .flat_map(|p| p.words.iter().map(String::as_str))
    }

    /// The ids of all predicates.
    pub(crate) fn predicate_names(&self) -> impl Iterator<Item = &str> {
        self.predicates.names()
    }

    /// How one predicate's cases relate to another's.
    pub(crate) fn relate_predicates(&self, left: &str, right: &str) -> Extent {
        self.predicates.relate(left, right)
    }

    /// How one role's people relate to another's.
    pub(crate) fn relate_roles(&self, left: &str, right: &str) -> Extent {
        self.roles.relate(left, right)
    }

    /// How one place relates to another.
    pub(crate) fn relate_places(&self, left: &str, right: &str) -> Extent {
        self.entities.places.relate(left, right)
    }

    /// The side that a role belongs to by its name: rebels to the opposition.
    pub(crate) fn side_of_role(&self, role: &str) -> Option<&str> {
        self.role_sides.get(role).map(String::as_str)
    }

    /// The side for which a kind of source speaks: an army for the government.
    pub(crate) fn side_of_source(&self, kind: &str) -> Option<&str> {
        self.side_of_kind.get(kind).map(String::as_str)
    }

    /// A side that is not this one.
    pub(crate) fn side_against(&self, side: &str) -> Option<&str> {
        let mut sides = self.side_of_kind.values();
        sides.find(|other| *other != side).map(String::as_str)
    }

    /// Is it a word for those on the other side, as "enemy"?
    pub(crate) fn is_enemy(&self, word: &str) -> bool {
        self.enemies.iter().any(|enemy| enemy == word)
    }

    /// A side, organisation or person that has several names.
    pub(crate) fn actor(&self, index: u16) -> &Actor {
        &self.entities.actors[usize::from(index)]
    }

    /// An actor by its id.
    pub(crate) fn actor_named(&self, id: &str) -> Option<&Actor> {
        self.entities.actors.iter().find(|a| a.id == id)
    }

    /// All actors of a kind: "agency".
    pub(crate) fn actors_of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Actor> {
        self.entities.actors.iter().filter(move |a| a.kind == kind)
    }

    /// Could an agency be named in the line? Most name none, and need no closer look.
    pub(crate) fn may_name_agency(&self, line: &str) -> bool {
        self.agencies.is_in(line)
    }

    /// A place of the gazetteer.
    pub(crate) fn place(&self, index: u16) -> &Place {
        &self.entities.place_names[usize::from(index)]
    }

    /// A verb that holds somebody responsible, by its place in the lexicon.
    pub(crate) fn accusation(&self, index: u8) -> &Accusation {
        &self.accusations[usize::from(index)]
    }

    /// The predicate that names a kind of a list, if there is one.
    pub(crate) fn answer_of(&self, listing: Listing) -> Option<PredicateId> {
        self.predicates.answer_of(listing)
    }

    /// A kind of a list, by its place there: "vehicle-bomb" among the means.
    pub(crate) fn kind(&self, of: Listing, index: u16) -> &str {
        self.kinds[of as usize].id(index)
    }

    /// The kind of source a noun heads: "hospital" is "medic".
    pub(crate) fn source_kind(&self, noun: &str) -> Option<&str> {
        self.source_kinds.get(noun).map(String::as_str)
    }

    /// How words end that no file has.
    pub(crate) fn endings(&self) -> &Endings {
        &self.endings
    }

    /// Does the noun say only for whom somebody speaks: "spokesman"?
    pub(crate) fn is_mouthpiece(&self, noun: &str) -> bool {
        self.mouthpieces.iter().any(|known| known == noun)
    }

    /// Does a participle doubt the noun behind it: "alleged links"?
    pub(crate) fn is_doubting(&self, participle: &str) -> bool {
        self.doubting.iter().any(|known| known == participle)
    }

    /// Does the verb of saying stand before its source, behind what is said: "…, said the mayor"?
    pub(crate) fn inverts(&self, verb: &str) -> bool {
        self.inverting.iter().any(|known| known == verb)
    }

    /// Does this noun come back to a source of that kind which the text has named: "the group" to a monitor?
    pub(crate) fn refers_back(&self, noun: &str, kind: &str) -> bool {
        self.back_references
            .get(kind)
            .is_some_and(|nouns| nouns.iter().any(|n| n == noun))
    }

    /// The words that tell passages apart.
    pub(crate) fn passages(&self) -> &PassageWords {
        &self.passages
    }

    /// What a letter behind digits multiplies them by: 1,000 for "k".
    pub(crate) fn number_suffix(&self, text: &str) -> Option<u64> {
        self.number_suffixes.get(text).copied()
    }

    /// What a letter multiplies by only behind digits of money: 1,000,000 for "m", which is a metre elsewhere.
    pub(crate) fn money_suffix(&self, text: &str) -> Option<u64> {
        self.money_suffixes.get(text).copied()
    }

    /// The currency that a sign or a word in small letters stands for: "dollar" for "$".
    pub(crate) fn currency(&self, text: &str) -> Option<&str> {
        self.currencies.get(text).map(String::as_str)
    }

    /// What is known of time beyond single words.
    pub(crate) fn time(&self) -> &TimeWords {
        &self.time
    }
}

impl Relate for Lexicon {
    fn relate(&self, lattice: &str, left: &str, right: &str) -> Extent {
        match lattice {
            "role" => self.relate_roles(left, right),
            "predicate" => self.relate_predicates(left, right),
            "place" => self.relate_places(left, right),
            _ => Listing::named(lattice).map_or(Extent::Unknown, |of| {
                self.kinds[of as usize].relate(left, right)
            }),
        }
    }
}

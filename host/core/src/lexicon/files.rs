//! How the TOML files of a language become a [`Lexicon`].

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::conventions::Convention;
use super::entities::place_id;
use super::shapes::{
    ActorEntry, Actors, CertaintyFile, ConventionsFile, Grammar, HedgeName, NamingFile, PartyName,
    Passages, Places, Victims,
};
use super::{
    Actor, Class, Lexicon, LexiconError, Listing, Naming, Place, Search, Tag, VictimCue, WordId,
};
use crate::model::{Certainty, Decimal};

/// Reads the files in the order in which they need one another.
pub(super) fn build(files: &[(&str, &str)]) -> Result<Lexicon, LexiconError> {
    let mut lexicon = Lexicon::default();
    add_grammar(&mut lexicon, read(files, "grammar.toml")?)?;
    super::numbers::add_numbers(&mut lexicon, read(files, "numbers.toml")?);
    super::people::add_people(&mut lexicon, read(files, "people.toml")?)?;
    super::predicate_file::add_predicates(&mut lexicon, read(files, "predicates.toml")?);
    add_naming(&mut lexicon, read(files, "naming.toml")?)?;
    super::blame::add_blame(&mut lexicon, read(files, "blame.toml")?)?;
    for listing in Listing::ALL {
        super::kinds::add_kinds(&mut lexicon, listing, read(files, listing.file())?)?;
    }
    super::speech::add_attribution(&mut lexicon, read(files, "attribution.toml")?);
    add_certainty(&mut lexicon, read(files, "certainty.toml")?);
    add_actors(&mut lexicon, read(files, "actors.toml")?)?;
    let agencies = lexicon.actors_of_kind("agency");
    let names: Vec<String> = agencies.flat_map(|a| a.names.iter().cloned()).collect();
    lexicon.agencies = Search::of(&names);
    add_places(&mut lexicon, read(files, "places.toml")?)?;
    add_passages(&mut lexicon, read(files, "passages.toml")?);
    add_conventions(&mut lexicon, read(files, "conventions.toml")?)?;
    add_victims(&mut lexicon, read(files, "victims.toml")?)?;
    super::time::add_time(&mut lexicon, read(files, "time.toml")?)?;
    lexicon.phrases.settle();
    lexicon.words.settle();
    Ok(lexicon)
}

fn read<T: DeserializeOwned>(
    files: &[(&str, &str)],
    name: &'static str,
) -> Result<T, LexiconError> {
    let text = files
        .iter()
        .find(|(file, _)| *file == name)
        .map(|(_, text)| *text)
        .ok_or(LexiconError::Missing(name))?;
    toml::from_str(text).map_err(|source| LexiconError::Shape {
        file: name.into(),
        source: Box::new(source),
    })
}

pub(super) fn unknown(file: &str, what: &'static str, name: &str) -> LexiconError {
    LexiconError::Unknown {
        file: file.into(),
        what,
        name: name.into(),
    }
}

fn add_grammar(lexicon: &mut Lexicon, file: Grammar) -> Result<(), LexiconError> {
    for (name, words) in file.class {
        let class = Class::named(&name).ok_or_else(|| unknown("grammar.toml", "class", &name))?;
        for word in words {
            lexicon.words.add_class(&word, class);
        }
    }
    Ok(())
}

/// The ids of the words of a phrase. A phrase is cut as the tokenizer cuts a text.
fn word_ids(lexicon: &mut Lexicon, phrase: &str) -> Vec<WordId> {
    let mut tokens = Vec::new();
    let range = crate::model::Span::new(0, phrase.len());
    crate::text::tokenize(phrase, range, &Lexicon::default(), &mut tokens);
    tokens
        .iter()
        .map(|token| lexicon.words.intern(token.span().of(phrase)))
        .collect()
}

/// Adds phrases that say the same.
pub(super) fn add_phrases(lexicon: &mut Lexicon, phrases: &[String], tag: Tag) {
    for phrase in phrases {
        let words = word_ids(lexicon, phrase);
        lexicon.phrases.put(words, tag);
    }
}

/// The regular plural of an English noun, and third person of a verb.
pub(super) fn plural_of(noun: &str) -> String {
    let before_last = noun.chars().rev().nth(1);
    match noun.chars().next_back() {
        Some('y') if !before_last.is_some_and(|c| "aeiou".contains(c)) => {
            format!("{}ies", &noun[..noun.len() - 1])
        }
        Some('s' | 'x' | 'z') => format!("{noun}es"),
        Some('h') if matches!(before_last, Some('c' | 's')) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

fn add_naming(lexicon: &mut Lexicon, file: NamingFile) -> Result<(), LexiconError> {
    for entry in file.phrase {
        let predicate = lexicon.predicates.id_of(&entry.predicate);
        let naming = Naming {
            predicate: predicate
                .ok_or_else(|| unknown("naming.toml", "predicate", &entry.predicate))?,
            object_first: matches!(entry.first, PartyName::Object),
            needs_group: entry.group,
            needs_larger: entry.larger,
            leads: entry.leads,
            apposition: entry.apposition,
        };
        add_phrases(lexicon, &entry.words, Tag::Naming(naming));
    }
    add_phrases(lexicon, &file.earlier.words, Tag::NamedEarlier);
    for noun in &file.group.nouns {
        lexicon.words.add_class(noun, Class::GroupNoun);
    }
    for noun in &file.larger.nouns {
        lexicon.words.add_class(noun, Class::LargerGroup);
    }
    Ok(())
}

fn add_certainty(lexicon: &mut Lexicon, file: CertaintyFile) {
    for (name, phrases) in file.hedge {
        let rung = match name {
            HedgeName::Reported => Certainty::Reported,
            HedgeName::Claimed => Certainty::Claimed,
            HedgeName::Suspected => Certainty::Suspected,
            HedgeName::Possible => Certainty::Possible,
        };
        add_phrases(lexicon, &phrases, Tag::Hedge(rung));
    }
    add_phrases(lexicon, &file.denied.before, Tag::Denied);
    add_phrases(lexicon, &file.denied.behind, Tag::Rejected);
    add_phrases(lexicon, &file.denied.withheld, Tag::Withheld);
    add_phrases(lexicon, &file.denied.wished, Tag::Wished);
    add_phrases(lexicon, &file.denied.revised, Tag::Revised);
    add_phrases(lexicon, &file.denied.called, Tag::Called);
    add_phrases(lexicon, &file.denied.falsehood, Tag::Falsehood);
    add_phrases(lexicon, &file.denied.said_before, Tag::SaidBefore);
    add_phrases(lexicon, &file.background.cumulative, Tag::Cumulative);
    add_phrases(lexicon, &file.background.phrases, Tag::Background);
    add_phrases(lexicon, &file.background.comes, Tag::Comes);
    add_phrases(lexicon, &file.background.lasting, Tag::Lasting);
    add_phrases(lexicon, &file.background.recent, Tag::Recent);
    add_phrases(lexicon, &file.background.reasons, Tag::Reason);
    add_phrases(lexicon, &file.background.only_there, Tag::OnlyThere);
}

fn add_victims(lexicon: &mut Lexicon, file: Victims) -> Result<(), LexiconError> {
    for (name, words) in file.class {
        let class = Class::named(&name).ok_or_else(|| unknown("victims.toml", "class", &name))?;
        for word in words {
            lexicon.words.add_class(&word, class);
        }
    }
    let phrases = [
        (file.fate.dead, VictimCue::Dead),
        (file.fate.hurt, VictimCue::Hurt),
        (file.fate.unhurt, VictimCue::Unhurt),
        (file.fate.named_as, VictimCue::NamedAs),
        (file.fate.some_bodies, VictimCue::SomeBodies),
        (file.fate.remains, VictimCue::Remains),
        (file.elsewhere.sentence, VictimCue::Several),
        (file.elsewhere.opening, VictimCue::Opening),
        (file.elsewhere.record, VictimCue::Record),
        (file.elsewhere.paragraph, VictimCue::Elsewhere),
        (file.elsewhere.text, VictimCue::ElsewhereOn),
        (file.homicide.one, VictimCue::Homicide(1)),
        (file.homicide.two, VictimCue::Homicide(2)),
        (file.homicide.three, VictimCue::Homicide(3)),
        (file.homicide.none, VictimCue::NoHomicide),
    ];
    for (words, cue) in phrases {
        add_phrases(lexicon, &words, Tag::Victim(cue));
    }
    Ok(())
}

fn add_actors(lexicon: &mut Lexicon, file: Actors) -> Result<(), LexiconError> {
    for entry in file.actor {
        let index = u16::try_from(lexicon.entities.actors.len())
            .map_err(|_| unknown("actors.toml", "actor after 65,535 others", &entry.id))?;
        let ActorEntry {
            id,
            name,
            kind,
            side,
            names,
        } = entry;
        add_phrases(lexicon, &names, Tag::Actor(index));
        lexicon.entities.actors.push(Actor {
            id,
            name,
            kind,
            side,
            names,
        });
    }
    Ok(())
}

fn add_places(lexicon: &mut Lexicon, file: Places) -> Result<(), LexiconError> {
    let mut names: BTreeMap<String, Option<String>> = BTreeMap::new();
    for name in file.country.names {
        names.entry(name).or_default();
    }
    for (whole, parts) in file.within {
        names.entry(whole.clone()).or_default();
        for part in parts {
            names.insert(part, Some(whole.clone()));
        }
    }
    for name in file.alias.keys() {
        names.entry(name.clone()).or_default();
    }
    for (name, whole) in names {
        let index = u16::try_from(lexicon.entities.place_names.len())
            .map_err(|_| unknown("places.toml", "place after 65,535 others", &name))?;
        let id = place_id(&name);
        lexicon
            .entities
            .places
            .put(&id, whole.as_deref().map(place_id).as_deref());
        lexicon.entities.place_names.push(Place { id });
        let aliases = file.alias.get(&name).into_iter().flatten().cloned();
        let all: Vec<String> = std::iter::once(name.clone()).chain(aliases).collect();
        add_phrases(lexicon, &all, Tag::Place(index));
    }
    Ok(())
}

fn add_passages(lexicon: &mut Lexicon, file: Passages) {
    lexicon.passages = super::PassageWords {
        boilerplate_whole: file.boilerplate.whole,
        boilerplate_starts: Search::of(&file.boilerplate.starts),
        boilerplate_holds: Search::of(&file.boilerplate.holds),
        caption_starts: Search::of(&file.caption.starts),
        slogan_ends: file.boilerplate.slogan,
        caption_credits: Search::of(&file.caption.credits),
        published_starts: file.dateline.published,
        modified_starts: file.dateline.modified,
        beside_date: file.dateline.beside,
        in_place_names: file.dateline.place,
        paywalls: Search::of(&file.stub.paywall),
        script_walls: Search::of(&file.stub.script),
    };
}

fn add_conventions(lexicon: &mut Lexicon, file: ConventionsFile) -> Result<(), LexiconError> {
    for (profile, lines) in file.profile {
        let mut read = BTreeMap::new();
        for (form, line) in lines {
            let around = line
                .around
                .as_deref()
                .map(str::parse::<Decimal>)
                .transpose();
            let around = around.map_err(|_| unknown("conventions.toml", "share", &form))?;
            let convention = Convention {
                low: line.low.map(Decimal::from),
                high: line.high.map(Decimal::from),
                around,
                point: line.point,
                inclusive: line.inclusive,
                id: format!("{profile}/{form}"),
                source: line.source,
            };
            read.insert(form, convention);
        }
        lexicon.conventions.profiles.insert(profile, read);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::plural_of;

    #[test]
    fn regular_plurals() {
        let rows = [
            ("boy", "boys"),
            ("deputy", "deputies"),
            ("bus", "buses"),
            ("coach", "coaches"),
            ("rebel", "rebels"),
        ];
        for (noun, plural) in rows {
            assert_eq!(plural_of(noun), plural);
        }
    }
}

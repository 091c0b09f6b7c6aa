use crate::lexicon::{Class, Lexicon};
use crate::model::{Basis, Claim, Decimal, Extent, Order, Pair, Party, Period, Sameness};
use crate::text::{folded, is_same_name};

/// How two claims relate, as far as their words tell. The indices are the caller's to set.
pub(super) fn relate(lexicon: &Lexicon, left: &Claim, right: &Claim) -> Pair {
    Pair {
        left: 0,
        right: 0,
        predicate: lexicon.relate_predicates(&left.predicate, &right.predicate),
        population: population(lexicon, left, right),
        agent: actor(lexicon, left.agent.as_deref(), right.agent.as_deref()),
        object: actor(lexicon, left.object.as_deref(), right.object.as_deref()),
        place: place(lexicon, left.place.as_deref(), right.place.as_deref()),
        time: order(left.time.as_ref(), right.time.as_ref()),
        as_of: order(left.as_of.as_ref(), right.as_of.as_ref()),
        origin: origin(lexicon, left, right),
    }
}

/// Who is counted. A bare figure counts people, whoever they are. One person told by name or as "a soldier" lies within
/// any larger figure of such people.
fn population(lexicon: &Lexicon, left: &Claim, right: &Claim) -> Extent {
    let people = Party {
        role: Some("person".to_owned()),
        ..Party::named("", Basis::Implied)
    };
    let who = |claim: &Claim| {
        let counts = claim.quantity.is_some() || claim.population.is_some();
        claim
            .population
            .clone()
            .or_else(|| counts.then(|| people.clone()))
    };
    let kinds = party(lexicon, who(left).as_ref(), who(right).as_ref());
    // "Nine of the dead were children": all the children, and to be set beside "seven children died".
    let some =
        |claim: &Claim| is_single(claim) || is_some_of_them(claim) && !is_kind_of_them(claim);
    match (some(left), some(right)) {
        // The badly hurt of both.
        (true, true) if is_severe(left) && is_severe(right) => kinds,
        // The same single person; but "two others" here and "three others" there stand beside different people.
        (true, true)
            if same_words(left, right) && !is_some_of_them(left) && !is_some_of_them(right) =>
        {
            kinds
        }
        (true, true) => Extent::Overlap,
        (true, false) if kinds != Extent::Disjoint => Extent::Subset,
        (false, true) if kinds != Extent::Disjoint => Extent::Superset,
        _ => kinds,
    }
}

/// Does the claim count only some of those it befell: "two others", the seriously injured?
fn is_some_of_them(claim: &Claim) -> bool {
    matches!(portion(claim), Some("others" | "severe" | "part"))
}

/// Does it count the badly hurt?
fn is_severe(claim: &Claim) -> bool {
    portion(claim) == Some("severe")
}

/// Does it count those of a kind among all whom it befell: the children among the dead?
fn is_kind_of_them(claim: &Claim) -> bool {
    let role = claim.population.as_ref().and_then(|p| p.role.as_deref());
    let several = claim.quantity.as_ref().and_then(|q| q.stated.low);
    portion(claim) == Some("part")
        && role.is_some_and(|role| role != "person")
        && several.is_some_and(|low| low > Decimal::from(1))
}

/// How much of those it befell the claim counts, where that is not all.
fn portion(claim: &Claim) -> Option<&str> {
    let told = claim.attributes.get("portion").map(String::as_str);
    told.filter(|_| claim.quantity.is_some())
}

fn same_words(left: &Claim, right: &Claim) -> bool {
    let words = |c: &Claim| c.population.as_ref().map(|p| p.text.to_lowercase());
    words(left).is_some() && words(left) == words(right)
}

/// Does the claim tell of one person by name or description, rather than count?
fn is_single(claim: &Claim) -> bool {
    claim.quantity.as_ref().is_some_and(|q| {
        q.stated.high == Some(Decimal::from(1))
            && q.stated.low == q.stated.high
            && !q.text.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Who acted, what was acted on: told apart by their sides only, for one army is called by many of its parts.
fn actor(lexicon: &Lexicon, left: Option<&Party>, right: Option<&Party>) -> Extent {
    let (Some(left), Some(right)) = (left, right) else {
        return Extent::Unknown;
    };
    let same = left.entity.is_some() && left.entity == right.entity
        || undetermined(lexicon, &left.text) == undetermined(lexicon, &right.text);
    match (&left.side, &right.side) {
        _ if same => Extent::Same,
        (Some(a), Some(b)) if a != b => Extent::Disjoint,
        _ => Extent::Unknown,
    }
}

/// The words in small letters without a determiner: "a hospital" where it is first told of is "the hospital" elsewhere.
fn undetermined(lexicon: &Lexicon, text: &str) -> String {
    let text = text.to_lowercase();
    match text.split_once(' ') {
        Some((first, rest))
            if lexicon
                .classes_of(lexicon.word_id(first))
                .has(Class::Determiner) =>
        {
            rest.to_owned()
        }
        _ => text,
    }
}

/// Sides that differ share nobody. One side named and the other not: it cannot be told.
fn party(lexicon: &Lexicon, left: Option<&Party>, right: Option<&Party>) -> Extent {
    let (Some(left), Some(right)) = (left, right) else {
        return Extent::Unknown;
    };
    if left.entity.is_some() && left.entity == right.entity && left.role == right.role {
        return Extent::Same;
    }
    let nations = nation(lexicon, left).zip(nation(lexicon, right));
    match (&left.side, &right.side) {
        (Some(a), Some(b)) if a != b => Extent::Disjoint,
        _ if nations.is_some_and(|(a, b)| a != b) => Extent::Disjoint,
        (Some(_), Some(_)) | (None, None) => roles(lexicon, left, right),
        _ => one_side_named(lexicon, left, right),
    }
}

/// "six people" holds "four soldiers of the army"; "six soldiers" may or may not be the army's.
fn one_side_named(lexicon: &Lexicon, left: &Party, right: &Party) -> Extent {
    let general = |p: &Party| p.side.is_none() && p.role.as_deref() == Some("person");
    match roles(lexicon, left, right) {
        Extent::Disjoint => Extent::Disjoint,
        Extent::Superset if general(left) => Extent::Superset,
        Extent::Subset if general(right) => Extent::Subset,
        Extent::Same if general(left) => Extent::Superset,
        Extent::Same if general(right) => Extent::Subset,
        Extent::Overlap => Extent::Overlap,
        _ => Extent::Unknown,
    }
}

fn roles(lexicon: &Lexicon, left: &Party, right: &Party) -> Extent {
    match (&left.role, &right.role) {
        (Some(a), Some(b)) if a == b => kinds(lexicon, left, right),
        // "Fighters" are seldom soldiers, and are not told to be none.
        _ if fights_and_serves(lexicon, left, right) || fights_and_serves(lexicon, right, left) => {
            Extent::Overlap
        }
        (Some(a), Some(b)) => match lexicon.relate_roles(a, b) {
            // Not all suspects are Somalis, though all are people.
            Extent::Superset if kind(lexicon, left).is_some() => Extent::Overlap,
            Extent::Subset if kind(lexicon, right).is_some() => Extent::Overlap,
            related => related,
        },
        _ if !left.text.is_empty() && left.text.eq_ignore_ascii_case(&right.text) => Extent::Same,
        _ => Extent::Unknown,
    }
}

/// Of one role, by the noun: teachers are some of the civilians; the workers of another text are others, if not all.
fn kinds(lexicon: &Lexicon, left: &Party, right: &Party) -> Extent {
    match (kind(lexicon, left), kind(lexicon, right)) {
        (Some(a), Some(b)) if a != b => Extent::Overlap,
        (Some(_), None) => Extent::Subset,
        (None, Some(_)) => Extent::Superset,
        _ => Extent::Same,
    }
}

/// Fighters of no state, and people of a kind that serves one.
fn fights_and_serves(lexicon: &Lexicon, one: &Party, other: &Party) -> bool {
    let serves = |role: &str| {
        let within = lexicon.relate_roles(role, "security");
        matches!(within, Extent::Same | Extent::Subset)
    };
    let of_state = one.side.as_deref() == Some("government");
    let fights = one.role.as_deref() == Some("combatant") && !of_state;
    fights && other.role.as_deref().is_some_and(serves)
}

/// The one nation that the words name: "four Palestinians", "Indian soldiers". None of two: "Somali and Yemeni sailors".
fn nation(lexicon: &Lexicon, party: &Party) -> Option<String> {
    let words = party.text.split(|c: char| !c.is_alphanumeric() && c != '-');
    let mut nations = words.filter_map(|word| {
        let word = word.to_lowercase();
        let one = word.strip_suffix('s').unwrap_or(&word);
        let is_nation = |word: &str| {
            let id = lexicon.word_id(word);
            lexicon.classes_of(id).has(Class::Nationality)
        };
        is_nation(one)
            .then(|| one.to_owned())
            .or_else(|| is_nation(&word).then(|| word.clone()))
    });
    let first = nations.next()?;
    nations.all(|other| other == first).then_some(first)
}

/// The noun that tells more of them than their role: the last word that is one, as in "ten labour leaders".
fn kind<'a>(lexicon: &'a Lexicon, party: &Party) -> Option<&'a str> {
    let words = party.text.split(|c: char| !c.is_alphanumeric() && c != '-');
    let nouns = words.filter_map(|word| {
        let id = lexicon.word_id(&word.to_lowercase());
        lexicon.word(id).person.as_ref()
    });
    let mut of_role = nouns.filter(|noun| Some(&noun.role) == party.role.as_ref());
    of_role.next_back()?.kind.as_deref()
}

/// Where: by the gazetteer; places it does not know are the same only if they are called the same, whatever the spelling.
fn place(lexicon: &Lexicon, left: Option<&Party>, right: Option<&Party>) -> Extent {
    let (Some(a), Some(b)) = (
        left.and_then(|p| p.entity.as_ref()),
        right.and_then(|p| p.entity.as_ref()),
    ) else {
        return Extent::Unknown;
    };
    if a == b {
        return Extent::Same;
    }
    match lexicon.relate_places(a, b) {
        // What the gazetteer does not know may be one place in two spellings.
        Extent::Unknown if is_same_name(&folded(a), &folded(b)) => Extent::Same,
        related => related,
    }
}

fn order(left: Option<&Period>, right: Option<&Period>) -> Order {
    match (left, right) {
        (Some(a), Some(b)) => a.order(b),
        _ => Order::Unknown,
    }
}

/// On whose word: by the source at the far end of each chain.
fn origin(lexicon: &Lexicon, left: &Claim, right: &Claim) -> Sameness {
    let entity = |c: &Claim| c.origin().and_then(|s| s.entity.clone());
    let name = |c: &Claim| {
        c.origin()
            .map_or_else(Vec::new, |s| name_of(lexicon, &s.text))
    };
    let same_name = || {
        let (one, other) = (name(left), name(right));
        let full = one.len().min(other.len()) >= 2;
        full && (one.ends_with(&other) || other.ends_with(&one))
    };
    match (entity(left), entity(right)) {
        (Some(a), Some(b)) if a == b => Sameness::Same,
        (Some(_), Some(_)) => Sameness::Different,
        _ if end_alike(left, right) && (same_name() || is_one_body(lexicon, left, right)) => {
            Sameness::Same
        }
        _ => Sameness::Unknown,
    }
}

/// Do the words for both sources end in one word? Of most pairs they do not, and nothing more need be looked up.
fn end_alike(left: &Claim, right: &Claim) -> bool {
    let sources = left.origin().zip(right.origin());
    sources.is_some_and(|(one, other)| {
        let last = |text: &'_ str| text.rfind(' ').map_or(0, |blank| blank + 1);
        let (one, other) = (one.text.as_str(), other.text.as_str());
        one[last(one)..].eq_ignore_ascii_case(&other[last(other)..])
    })
}

/// "The army", "the fire service", "the mayor": of one event each is one.
fn is_one_body(lexicon: &Lexicon, left: &Claim, right: &Claim) -> bool {
    let words = |claim: &Claim| Some(claim.origin()?.text.to_lowercase());
    let is_definite = |word: &str| {
        let classes = lexicon.classes_of(lexicon.word_id(word));
        classes.has(Class::Definite)
    };
    let is_body = |text: &str| {
        let mut words = text.split(' ');
        let definite = words.next().is_some_and(is_definite);
        let Some(last) = words.next_back().filter(|_| definite) else {
            return false;
        };
        // Of officers, doctors and spokesmen there are many.
        let office = lexicon.source_kind(last) == Some("official") && !lexicon.is_mouthpiece(last);
        let classes = lexicon.classes_of(lexicon.word_id(last));
        classes.has(Class::Organisation) || office && classes.has(Class::Title)
    };
    let one = words(left).filter(|text| is_body(text));
    one.is_some() && one == words(right)
}

/// The name that ends the words for a source, in small letters: "Colonel Ernesto Vidal", "the Northern Rights Monitor". Of "a
/// doctor at San Marco" none: that is a place.
fn name_of(lexicon: &Lexicon, source: &str) -> Vec<String> {
    let is_name =
        |word: &&str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    let words: Vec<&str> = source.split_whitespace().collect();
    let named = words.iter().rev().take_while(|word| is_name(word)).count();
    let (before, name) = words.split_at(words.len() - named);
    let governs = before.last().is_some_and(|word| {
        let classes = lexicon.classes_of(lexicon.word_id(&word.to_lowercase()));
        classes.has(Class::Preposition)
    });
    match governs {
        true => Vec::new(),
        false => name.iter().map(|word| word.to_lowercase()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english::ENGLISH;

    fn at(id: &str) -> Party {
        Party {
            entity: Some(id.to_owned()),
            ..Party::named(id, Basis::Said)
        }
    }

    #[test]
    fn one_full_name_is_one_source() {
        let same = |one: &str, other: &str| {
            let (one, other) = (name_of(&ENGLISH, one), name_of(&ENGLISH, other));
            one.len().min(other.len()) >= 2 && (one.ends_with(&other) || other.ends_with(&one))
        };
        assert!(same("Colonel Ernesto Vidal", "Ernesto Vidal"));
        assert!(same(
            "the Northern Rights Monitor",
            "The Northern Rights Monitor"
        ));
        assert!(!same(
            "the Northern Rights Monitor",
            "the Southern Rights Monitor"
        ));
        assert!(!same("a doctor at San Marco", "police in San Marco"));
        assert!(!same("Vidal", "Vidal"));
    }

    #[test]
    fn a_place_that_no_gazetteer_has_is_one_in_two_spellings() {
        let same = |a: &str, b: &str| place(&ENGLISH, Some(&at(a)), Some(&at(b)));
        assert_eq!(same("bir-al-noor", "bir-el-nur"), Extent::Same);
        assert_eq!(same("osk-market", "osk-harbour"), Extent::Unknown);
        assert_eq!(
            same("southeastern-osk", "southwestern-osk"),
            Extent::Unknown
        );
    }
}

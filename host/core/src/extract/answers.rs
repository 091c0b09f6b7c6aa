//! One kind of a list that a text names: the cause of a fire, the charge against somebody.

use std::ops::Range;

use super::Read;
use super::agents::is_party;
use super::cores::Core;
use super::happenings::{party, subject};
use super::reasons::{alone, is_asked, tells_of_deed};
use super::steps::{has_mark, is_adverb};
use super::subject::subjects;
use crate::lexicon::{Class, Found, Listing, Predicate, PredicateId, Tag};
use crate::model::{Basis, Party};
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens between a cue and the kind: "caused by what they called a", "is believed to have caused".
const GAP: usize = 5;
/// The most tokens from "charged" to "with".
const REACH: usize = 10;
/// The most tokens from "not" to what it denies.
const DENIES: usize = 4;

/// A kind in the text, by its place in its list.
pub(super) struct Named {
    pub(super) at: Range<usize>,
    pub(super) index: u16,
}

/// Where a sentence names kinds.
pub(super) struct Place {
    pub(super) predicate: PredicateId,
    pub(super) cue: Range<usize>,
    pub(super) named: Vec<Named>,
    /// Whom they concern, where the cue has an object.
    pub(super) object: Option<Range<usize>>,
    pub(super) denied: bool,
}

/// The answers of a sentence; of cues that name one kind in one place, the one in front of it tells.
pub(super) fn answers(read: &Read<'_>, sentence: &Sentence) -> Vec<Core> {
    // Cues such as "in" are everywhere; what they lead to is not.
    let names = |mark: Found| match mark.tag {
        Tag::Kind(of, _) => of != Listing::Means,
        Tag::Alone(..) | Tag::KindNone(_) => true,
        _ => false,
    };
    if !read.marks.within(&sentence.tokens).any(names) {
        return Vec::new();
    }
    let mut places: Vec<Place> = Vec::new();
    let marks = read.marks.within(&sentence.tokens);
    for mark in marks.filter(|mark| mark.end <= sentence.tokens.end) {
        places.extend(place(read, sentence, mark));
    }
    // "Acquitted of murder charges": the words in front say more than the noun behind, and of two that open alike the
    // longer one: "accidentally shot his".
    places.sort_by_key(|place| {
        let in_front = place.named[0].at.start < place.cue.start;
        (in_front, std::cmp::Reverse(place.named[0].at.len()))
    });
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut cores = Vec::new();
    for place in places {
        for named in &place.named {
            let known =
                |other: &Range<usize>| other.start < named.at.end && named.at.start < other.end;
            if !taken.iter().any(known) {
                taken.push(named.at.clone());
                cores.push(core(read, sentence, &place, named));
            }
        }
    }
    cores.extend(none_of_all(read, sentence));
    cores
}

/// "No charges have been filed", unless it goes on with a kind: "was not charged with murder".
fn none_of_all(read: &Read<'_>, sentence: &Sentence) -> Option<Core> {
    let doc = read.doc;
    let mut marks = read.marks.within(&sentence.tokens);
    let (at, predicate) = marks.find_map(|mark| match mark.tag {
        Tag::KindNone(predicate) => Some((mark.start..mark.end, predicate)),
        _ => None,
    })?;
    let known = doc.lexicon.predicate(predicate);
    let rest = at.end..sentence.tokens.end;
    let mut marks = read.marks.within(&rest);
    let of_kind = |mark: Found| matches!(mark.tag, Tag::Kind(of, _) if Some(of) == known.listing);
    if at.end > sentence.tokens.end || marks.any(of_kind) || is_open(doc, sentence, at.start) {
        return None;
    }
    Some(Core {
        denied: true,
        population: subject(doc, sentence, at.start)
            .filter(|who| !known.deed && !who.is_empty() && is_party(doc, &read.marks, who))
            .map(|who| party(doc, &read.marks, &who)),
        ..Core::plain(&known.id, at.clone(), at)
    })
}

/// What a cue says, if it names a kind.
fn place(read: &Read<'_>, sentence: &Sentence, mark: Found) -> Option<Place> {
    let (doc, cue) = (read.doc, mark.start..mark.end);
    if let Tag::Alone(listing, index) = mark.tag {
        return alone(read, sentence, cue, (listing, index));
    }
    let (Tag::KindBefore(predicate)
    | Tag::KindBehind(predicate)
    | Tag::KindVerb(predicate)
    | Tag::KindClears(predicate)
    | Tag::KindDenied(predicate)) = mark.tag
    else {
        return None;
    };
    let known = doc.lexicon.predicate(predicate);
    let listing = known.listing?;
    let (list, object) = match mark.tag {
        Tag::KindBehind(_) if opens(read, &cue, predicate) => return None,
        Tag::KindBehind(_) => (
            List::plain(in_front(read, sentence, cue.start, listing)),
            None,
        ),
        Tag::KindVerb(_) | Tag::KindClears(_) => {
            let (join, list) = joined(read, sentence, cue.end, (predicate, listing))?;
            (list, Some(cue.end..join))
        }
        _ => (behind(read, sentence, cue.end, listing), None),
    };
    let negated = is_denied(read, sentence, (cue.start, predicate));
    // "Have not ruled out arson".
    let denies = matches!(mark.tag, Tag::KindDenied(_) | Tag::KindClears(_));
    let untold = list.named.is_empty()
        || denies && negated
        || is_open(doc, sentence, cue.start)
        || known.deed && is_asked(doc, sentence, &cue, &list.named)
        || is_undone(read, predicate, &cue, &list.named)
        || known.deed && !tells_of_deed(read, sentence, predicate, &list.named)
        || known.upon
            && !known.deed
            && !is_of_such(read, sentence, predicate, (&cue, &list.named), mark.tag);
    (!untold).then_some(Place {
        denied: denies || negated || list.denied,
        named: list.named,
        predicate,
        cue,
        object,
    })
}

/// Kinds that follow a cue.
#[derive(Default)]
struct List {
    named: Vec<Named>,
    /// "Was not arson".
    denied: bool,
}

impl List {
    fn plain(named: Vec<Named>) -> Self {
        Self {
            named,
            denied: false,
        }
    }
}

/// "Caused by", which begins with "caused".
fn opens(read: &Read<'_>, cue: &Range<usize>, predicate: PredicateId) -> bool {
    let mut longer = read.marks.starting_at(cue.start);
    longer.any(|mark| mark.tag == Tag::KindBefore(predicate) && mark.end > cue.end)
}

/// The most tokens from "too early to say" to the motive.
const UNDONE: usize = 8;

/// "Dropped the murder charges", "a charge of murder was dismissed".
pub(super) fn is_undone(
    read: &Read<'_>,
    predicate: PredicateId,
    cue: &Range<usize>,
    named: &[Named],
) -> bool {
    let starts = named.iter().map(|n| n.at.start).chain([cue.start]).min();
    let ends = named.iter().map(|n| n.at.end).chain([cue.end]).max();
    let around = starts.zip(ends).map(|(start, end)| {
        let deed = read.doc.lexicon.predicate(predicate).deed;
        start.saturating_sub(if deed { UNDONE } else { DENIES })..end + DENIES
    });
    let one = |around: &Range<usize>| {
        read.doc.sentence_of(cue.start).is_some_and(|s| {
            let mut marks = read.marks.within(around);
            marks.any(|m| m.tag == Tag::KindUndone(predicate) && s.tokens.contains(&m.start))
        })
    };
    around.as_ref().is_some_and(one)
}

/// The kinds behind a cue: "murder, arson and two counts of assault". None where it is said to be one of two: "a gas leak or a
/// short circuit"; none of those behind "not" or "rather than".
fn behind(read: &Read<'_>, sentence: &Sentence, from: usize, listing: Listing) -> List {
    let doc = read.doc;
    let mut found = List::default();
    let (mut i, mut idle) = (from, 0);
    while i < sentence.tokens.end && idle <= GAP {
        let starting = read.marks.starting_at(i);
        if let Some(named) = starting.filter_map(|m| named(m, listing)).next() {
            // "A gas leak, and arson was ruled out": another clause.
            if !found.named.is_empty() && doc.is_any(named.at.end, &[Class::Be, Class::Have]) {
                break;
            }
            i = named.at.end;
            idle = 0;
            found.named.push(named);
            continue;
        }
        if !found.named.is_empty() && doc.is(i, Class::Alternative) {
            return List::default();
        }
        match doc.is_any(i, &[Class::Negation, Class::None]) {
            true if !found.named.is_empty() => break,
            true => found.denied = true,
            false if ends_list(doc, i) => break,
            false => {}
        }
        (i, idle) = (i + 1, idle + 1);
    }
    found
}

/// Does a list of kinds end here? Not at a comma, at "and" or at "of".
fn ends_list(doc: &Doc<'_>, i: usize) -> bool {
    let mark = doc.is_kind(i, TokenKind::Mark) && !matches!(doc.str(i), "," | "-" | "'");
    let apart = [
        Class::ClauseBreak,
        Class::Preposition,
        Class::Comparing,
        Class::Contrast,
        Class::Cue,
        Class::Be,
    ];
    // "Two counts of": a noun, for all that the verb tells who speaks.
    mark || doc.is_any(i, &apart) && !doc.is(i, Class::Of) && !doc.is(i + 1, Class::Of)
}

/// The kinds in front of a cue: "murder and robbery charges", "a gas leak is believed to have caused".
fn in_front(read: &Read<'_>, sentence: &Sentence, to: usize, listing: Listing) -> Vec<Named> {
    let doc = read.doc;
    let ending = |end: usize| {
        let mut ending = read.marks.ending_at(end);
        ending.find_map(|mark| named(mark, listing))
    };
    // A charge stands right in front of its noun.
    let reach = if listing == Listing::Charge { 0 } else { GAP };
    let first = sentence.tokens.start.max(to.saturating_sub(reach));
    let near = (first..=to).rev().take_while(|end| {
        // "Is believed to have", "an argument over a debt broke out".
        let governs = doc.is(*end, Class::Preposition) && listing != Listing::Motive;
        let apart = (governs || doc.is(*end, Class::ClauseBreak)) && !doc.is(*end, Class::Modal);
        *end == to || !doc.is_kind(*end, TokenKind::Mark) && !apart
    });
    let mut found: Vec<Named> = near.filter_map(ending).take(1).collect();
    while let Some(last) = found.last() {
        let joined = |i: usize| doc.str(i) == "," || doc.is(i, Class::Coordinator);
        let end = last.at.start;
        if end <= sentence.tokens.start || !joined(end - 1) {
            break;
        }
        let Some(next) = ending(end - 1) else { break };
        found.push(next);
    }
    found
}

fn named(mark: Found, listing: Listing) -> Option<Named> {
    match mark.tag {
        Tag::Kind(of, index) | Tag::Alone(of, index) if of == listing => Some(Named {
            at: mark.start..mark.end,
            index,
        }),
        _ => None,
    }
}

/// "With", behind "charged John Doe, 34,": where the first join begins that is followed by a kind, and the kinds.
fn joined(
    read: &Read<'_>,
    sentence: &Sentence,
    from: usize,
    (predicate, listing): (PredicateId, Listing),
) -> Option<(usize, List)> {
    let doc = read.doc;
    let within = from..sentence.tokens.end.min(from + REACH);
    let joins = read.marks.within(&within);
    let joins = joins.filter(|mark| mark.tag == Tag::KindJoin(predicate));
    let one_clause = |i: usize| !doc.is_any(i, &[Class::ClauseBreak, Class::Be]);
    let mut told = joins.filter(|join| (from..join.start).all(one_clause));
    told.find_map(|join| {
        let list = behind(read, sentence, join.end, listing);
        (!list.named.is_empty()).then_some((join.start, list))
    })
}

/// Is it asked, planned or supposed? "Could be charged with", "whether it was caused by"; not "may have been caused by", which
/// is a guess.
fn is_open(doc: &Doc<'_>, sentence: &Sentence, cue: usize) -> bool {
    let asks = [Class::Conditional, Class::Asking, Class::Planned];
    near_before(doc, sentence, cue).any(|i| {
        let guess = doc.is(i, Class::Modal) && doc.is(i + 1, Class::Have);
        doc.is_any(i, &asks) || doc.is(i, Class::Modal) && !guess
    })
}

/// "Was not caused by"; not "no injuries in a fire caused by", which denies no cause.
pub(super) fn is_denied(
    read: &Read<'_>,
    sentence: &Sentence,
    (cue, predicate): (usize, PredicateId),
) -> bool {
    let upon = |i: &usize| {
        let mut marks = read.marks.starting_at(*i);
        marks.any(|mark| mark.tag == Tag::KindUpon(predicate))
    };
    // "Not a robbery but a targeted attack".
    let contrast = |i: &usize| read.doc.is(*i, Class::Contrast);
    let mut near = near_before(read.doc, sentence, cue).take_while(|i| !upon(i) && !contrast(i));
    near.any(|i| read.doc.is_any(i, &[Class::Negation, Class::None]))
}

/// The few tokens before a cue, within its clause.
pub(super) fn near_before(
    doc: &Doc<'_>,
    sentence: &Sentence,
    cue: usize,
) -> impl Iterator<Item = usize> {
    let first = sentence.tokens.start.max(cue.saturating_sub(DENIES));
    (first..cue)
        .rev()
        .take_while(|i| !doc.is_kind(*i, TokenKind::Mark))
}

/// The most tokens from "caused" to the fire.
const OBJECT: usize = 4;

/// Is it said of such a thing, or of "it"? "The fire was caused by", "officials blamed the crash on", "caused a huge fire"; not
/// "the fire spread because of the wind".
fn is_of_such(
    read: &Read<'_>,
    sentence: &Sentence,
    predicate: PredicateId,
    (cue, named): (&Range<usize>, &[Named]),
    tag: Tag,
) -> bool {
    let doc = read.doc;
    let upon = |tokens: Range<usize>| {
        let mut marks = read.marks.within(&tokens);
        marks.any(|mark| mark.tag == Tag::KindUpon(predicate))
    };
    let first = sentence.tokens.start;
    if upon(cue.clone()) || matches!(tag, Tag::KindDenied(_)) && upon(sentence.tokens.clone()) {
        return true;
    }
    if matches!(tag, Tag::KindBehind(_)) {
        let object = cue.end..sentence.tokens.end.min(cue.end + OBJECT);
        return upon(if cue.len() > 1 {
            sentence.tokens.clone()
        } else {
            object
        });
    }
    // "Blamed faulty wiring for the fire".
    let last = named.iter().map(|n| n.at.end).max().unwrap_or(cue.end);
    let for_it = last + 1..sentence.tokens.end.min(last + OBJECT);
    if cue.len() == 1 && doc.is(last, Class::Preposition) && upon(for_it) {
        return true;
    }
    let small = |i: &usize| is_adverb(doc, *i) || doc.is(*i, Class::Negation);
    let verb = (first..cue.start).rev().find(|i| !small(i));
    let Some(verb) = verb else { return false };
    let it = |i: usize| doc.is(i, Class::Neuter);
    let of_it = || (first..verb).rev().take(DENIES).any(it);
    upon(verb..cue.start) || doc.is(verb, Class::Be) && (upon(first..verb) || of_it())
}

fn core(read: &Read<'_>, sentence: &Sentence, place: &Place, named: &Named) -> Core {
    let doc = read.doc;
    let predicate: &Predicate = doc.lexicon.predicate(place.predicate);
    let words = place.cue.start.min(named.at.start)..place.cue.end.max(named.at.end);
    let answer = predicate.listing.map(|listing| Party {
        span: Some(doc.span(named.at.clone())),
        entity: Some(doc.lexicon.kind(listing, named.index).to_owned()),
        ..Party::named(doc.words(named.at.clone()), Basis::Said)
    });
    // "Shot himself" is told of its subject; whom other manners befell, the counts of the sentence tell.
    let of_itself = || doc.is(named.at.end - 1, Class::PronounSingular);
    let of_subject = match predicate.listing {
        Some(Listing::Charge | Listing::Condition) => true,
        Some(Listing::Manner) => of_itself(),
        _ => false,
    };
    let concerns = of_subject.then(|| whom(read, sentence, place)).flatten();
    Core {
        object: answer,
        population: concerns,
        denied: place.denied,
        ..Core::plain(&predicate.id, place.cue.clone(), words)
    }
}

/// Whom it concerns: the object of the cue if it has one, else its subject.
fn whom(read: &Read<'_>, sentence: &Sentence, place: &Place) -> Option<Party> {
    let doc = read.doc;
    let object = place.object.clone().map(|tokens| {
        let end = tokens.clone().find(|i| doc.str(*i) == ",");
        tokens.start..end.unwrap_or(tokens.end)
    });
    let is_told = |tokens: &Range<usize>| {
        !tokens.is_empty() && is_party(doc, &read.marks, tokens) && !has_mark(doc, tokens.clone())
    };
    // "Prosecutors have charged": those who do it are not charged.
    let accuses = |tokens: &Range<usize>| {
        let accusers = [Class::SourceNoun, Class::Organisation];
        let done = place
            .cue
            .start
            .checked_sub(1)
            .is_some_and(|i| doc.is(i, Class::Be));
        !done && tokens.clone().any(|i| doc.is_any(i, &accusers))
    };
    // "Jan Verel, 34, a driver, was charged".
    let described = || {
        let scene = read.scene();
        let nearest = subjects(&scene, sentence, place.cue.start)
            .into_iter()
            .next();
        let tokens = nearest.map(|victims| victims.tokens(&scene))?;
        let end = tokens.clone().find(|i| doc.str(*i) == ",");
        Some(tokens.start..end.unwrap_or(tokens.end))
    };
    let fits = |tokens: &Range<usize>| is_told(tokens) && !accuses(tokens);
    // Of a charge alone: any noun may stand before "accidentally".
    let charge = doc.lexicon.predicate(place.predicate).listing == Some(Listing::Charge);
    let own = || subject(doc, sentence, place.cue.start).filter(|who| charge && fits(who));
    let told = object
        .filter(&is_told)
        .or_else(|| described().filter(fits))
        .or_else(own)?;
    Some(party(doc, &read.marks, &told))
}

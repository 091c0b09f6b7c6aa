//! What a claim says before its source, time and place are added.

use std::ops::Range;

use super::counts::{Count, Scene, Victims};
use super::doers::{Says, age_of, agent_of};
use super::echoes::gapped;
use super::happenings::{Happening, party};
use super::lists::group_starting_at;
use super::nominals::losers;
use super::numbers_of::{are_kinds_of, is_of_the_whole};
use super::people::{Group, GroupKind, side_of};
use super::sources::Attribution;
use crate::lexicon::{Class, Found, Frame, NumberWord, Tag, Trigger, VictimCue};
use crate::model::{Basis, Form, Party, Quantity};
use crate::text::{Doc, Sentence, TokenKind};

/// What distinguishes one claim of a sentence from another.
pub(super) struct Core {
    pub(super) predicate: String,
    pub(super) trigger: Range<usize>,
    /// The trigger with the words it is said of.
    pub(super) words: Range<usize>,
    pub(super) quantity: Option<Quantity>,
    pub(super) population: Option<Party>,
    pub(super) agent: Option<Party>,
    pub(super) object: Option<Party>,
    /// "all" or "part": how much of the object; "others", "severe": which of those it befell; "risen": a toll that moved.
    pub(super) portion: Option<&'static str>,
    pub(super) denied: bool,
    /// What it says of itself.
    pub(super) says: Says,
}

impl Core {
    /// A claim that says no more than its predicate.
    pub(super) fn plain(predicate: &str, trigger: Range<usize>, words: Range<usize>) -> Self {
        Self {
            predicate: predicate.to_owned(),
            trigger,
            words,
            quantity: None,
            population: None,
            agent: None,
            object: None,
            portion: None,
            denied: false,
            says: Says::default(),
        }
    }
}

/// What a count claims.
pub(super) fn count_core(scene: &Scene<'_>, count: &Count) -> Core {
    let doc = scene.doc;
    let population = match &count.victims {
        // "17 were killed": the number alone says that they are people, and no more.
        Victims::Group(index) => Some(&scene.groups[*index])
            .filter(|group| group.has_noun(scene.amounts))
            .map(|group| group.party(doc, scene.amounts))
            .or_else(|| those_lost(scene, count))
            .or_else(|| own_losses(scene, count))
            .or_else(|| same_as_before(scene, count, *index)),
        Victims::Implied { tokens, .. } => Some(party(doc, scene.marks, tokens)),
        Victims::Whole { tokens, amount } => {
            let noun = scene.amounts[*amount].tokens.end..tokens.end;
            (!noun.is_empty()).then(|| party(doc, scene.marks, &noun))
        }
        Victims::Apart { noun, .. } | Victims::Echo { noun, .. } => {
            (!noun.is_empty()).then(|| party(doc, scene.marks, noun))
        }
        // "No officers were hurt" says nothing of others.
        Victims::Nobody(tokens) => tokens
            .clone()
            .any(|i| doc.word(i).person.is_some())
            .then(|| party(doc, scene.marks, tokens)),
    };
    let population = among(scene, count).or(population);
    let victims = count.victims.tokens(scene);
    Core {
        predicate: doc.lexicon.predicate(count.predicate).id.clone(),
        words: count.trigger.start.min(victims.start)..count.trigger.end.max(victims.end),
        trigger: count.trigger.clone(),
        quantity: count.victims.quantity(scene),
        population: population.map(|p| with_own_side(scene, count, p)),
        agent: agent_of(scene, count),
        object: None,
        portion: portion_of_victims(scene, count),
        denied: false,
        says: age_of(scene, count),
    }
}

/// "No casualties among the crew", "three deaths among the passengers": of whom they were.
fn among(scene: &Scene<'_>, count: &Count) -> Option<Party> {
    let doc = scene.doc;
    let victims = count.victims.tokens(scene);
    let end = count.trigger.end.max(victims.end);
    let mut triggers = doc.word(count.trigger.start).triggers.iter();
    let noun = triggers.any(|t| t.frame.is_noun())
        || doc.is(count.trigger.start, Class::Trigger) && victims.contains(&count.trigger.start);
    let group = &scene.groups[group_starting_at(scene, end + 1)?];
    let named = matches!(group.kind, GroupKind::Plural | GroupKind::Definite);
    (noun && named && doc.is(end, Class::Among)).then(|| group.party(doc, scene.amounts))
}

/// "The rebels lost five": of the rebels.
fn those_lost(scene: &Scene<'_>, count: &Count) -> Option<Party> {
    let doc = scene.doc;
    if !is_lost(doc, count) {
        return None;
    }
    let sentence = doc.sentence_of(count.trigger.start)?;
    let side = losers(scene, sentence, count.trigger.start)?;
    let party = party(doc, scene.marks, &side);
    Some(Party {
        // Whom an army or a band loses are fighters.
        role: party.role.or_else(|| Some("combatant".to_owned())),
        side: party
            .side
            .or_else(|| side_of(doc, scene.marks, &sentence.tokens)),
        basis: Basis::Implied,
        ..party
    })
}

/// "The army put its own losses at four dead and 11 wounded": of the army.
fn own_losses(scene: &Scene<'_>, count: &Count) -> Option<Party> {
    let doc = scene.doc;
    let sentence = doc.sentence_of(count.trigger.start)?;
    let before = sentence.tokens.start..count.victims.tokens(scene).start;
    let mut marks = scene.marks.within(&before);
    let losses = marks.find(|m| m.tag == Tag::OwnLosses)?;
    let apart = [Class::ClauseBreak, Class::Contrast];
    // "Put its own losses at 12 and Hamas's at 300".
    let others = [Class::Genitive, Class::Possessive];
    let other = |i: usize| doc.is_any(i, &others) || doc.is_capital(i);
    let open = |i: usize| doc.str(i) == ";" || doc.is_any(i, &apart) || other(i);
    if (losses.end..before.end).any(open) {
        return None;
    }
    let side = losers(scene, sentence, losses.start.checked_sub(1)?);
    let subject = sentence.tokens.start..losses.start;
    let tokens = side.unwrap_or(losses.start..losses.end);
    let party = party(doc, scene.marks, &tokens);
    Some(Party {
        role: party.role.or_else(|| Some("combatant".to_owned())),
        side: party.side.or_else(|| side_of(doc, scene.marks, &subject)),
        basis: Basis::Implied,
        ..party
    })
}

/// The most tokens from a counted noun to a bare number joined to it.
const JOINED: usize = 12;

/// "Three rebels were killed and six were wounded": six rebels.
fn same_as_before(scene: &Scene<'_>, count: &Count, bare: usize) -> Option<Party> {
    let doc = scene.doc;
    let harm = |id| doc.lexicon.predicate(id).harm;
    let harms = |i: usize| {
        doc.word(i)
            .triggers
            .iter()
            .any(|t| harm(t.predicate) && !t.frame.is_noun())
    };
    let group = &scene.groups[bare];
    let start = group.tokens.start;
    let joined = start > 0 && doc.is(start - 1, Class::Coordinator);
    let counted = |g: &Group| matches!(g.kind, GroupKind::Numbered(_));
    if !joined || !counted(group) || group.subset {
        return None;
    }
    let before = scene.groups[..bare]
        .iter()
        .rev()
        .find(|g| g.tokens.end <= start)?;
    let between = before.tokens.end..start;
    let plain = |i: usize| {
        doc.is_kind(i, TokenKind::Word) && !doc.is(i, Class::ClauseBreak) || doc.str(i) == ","
    };
    let named = before.role.as_deref().is_some_and(|role| role != "person");
    // "Four of the gunmen were shot dead and three were captured": of the gunmen, whatever befell them.
    let mut inner = before.tokens.clone();
    let of_all = inner.any(|i| doc.is(i, Class::Of) && doc.is(i + 1, Class::Definite));
    let whole = of_all || !before.subset;
    let same = counted(before) && named && before.has_noun(scene.amounts) && whole;
    let near = between.len() <= JOINED && between.clone().all(plain);
    // "Two gunmen stormed a school and 12 were hurt" tells of no gunmen hurt.
    let befallen = before.tokens.start > 0 && harms(before.tokens.start - 1)
        || between.into_iter().any(|i| {
            let passive = doc.is_any(i - 1, &[Class::Be, Class::Have]) || i == before.tokens.end;
            harms(i) && passive
        });
    (same && near && befallen && (of_all || harm(count.predicate))).then(|| Party {
        basis: Basis::Implied,
        ..before.party(doc, scene.amounts)
    })
}

/// Is it the verb of a side that loses its people?
fn is_lost(doc: &Doc<'_>, count: &Count) -> bool {
    let mut triggers = doc.word(count.trigger.start).triggers.iter();
    triggers.any(|t| t.frame == Frame::Loses)
}

/// "its fighters" are of the side that lost them: the subject's.
fn with_own_side(scene: &Scene<'_>, count: &Count, mut party: Party) -> Party {
    let doc = scene.doc;
    let Victims::Group(index) = count.victims else {
        return party;
    };
    if party.side.is_some() || !is_lost(doc, count) {
        return party;
    }
    let group = &scene.groups[index];
    let verb = count.trigger.start;
    let from = doc.sentence_of(verb).map_or(0, |s| s.tokens.start);
    let near = from.max(verb.saturating_sub(8))..verb;
    // "Soldiers killed ten rebels and lost four": who kills is who loses.
    let joined = near.clone().any(|i| doc.is(i, Class::Coordinator));
    let acts = |i: &usize| opens_claim(doc, *i);
    let end = near.clone().find(acts).filter(|_| joined).unwrap_or(verb);
    let subject = near.start..end;
    if group.tokens.start > verb
        && let Some(side) = side_of(doc, scene.marks, &subject)
    {
        party.side = Some(side);
        party.basis = Basis::Implied;
    }
    party
}

/// A verb that opens a claim.
fn opens_claim(doc: &Doc<'_>, i: usize) -> bool {
    doc.word(i).triggers.iter().any(|t| !t.frame.is_noun())
}

/// What a happening claims.
pub(super) fn happening_core(scene: &Scene<'_>, happening: &Happening) -> Core {
    let doc = scene.doc;
    let ends = [happening.agent.as_ref(), happening.object.as_ref()];
    let start = ends
        .iter()
        .flatten()
        .map(|t| t.start)
        .min()
        .unwrap_or(happening.trigger.start)
        .min(happening.trigger.start);
    let end = ends
        .iter()
        .flatten()
        .map(|t| t.end)
        .max()
        .unwrap_or(happening.trigger.end)
        .max(happening.trigger.end);
    Core {
        predicate: doc.lexicon.predicate(happening.predicate).id.clone(),
        words: start..end,
        trigger: happening.trigger.clone(),
        quantity: None,
        population: None,
        agent: happening.agent.as_ref().map(|t| party(doc, scene.marks, t)),
        object: happening
            .object
            .as_ref()
            .map(|t| party(doc, scene.marks, t)),
        portion: happening.object.as_ref().and_then(|t| portion(doc, t)),
        denied: happening.denied,
        says: Says::default(),
    }
}

/// Are they some of those it befell: "two others", "three of them seriously injured"?
fn portion_of_victims(scene: &Scene<'_>, count: &Count) -> Option<&'static str> {
    let doc = scene.doc;
    let (trigger, victims) = (count.trigger.start, count.victims.tokens(scene));
    // "Said they were farmers": all of those who were counted before.
    if count.relabels() {
        return None;
    }
    let is_toll = |t: &Trigger| t.frame == Frame::Toll;
    let risen = doc.word(trigger).triggers.iter().any(is_toll)
        && (trigger..victims.start).any(|i| doc.is(i, Class::Change))
        || matches!(count.victims, Victims::Apart { .. })
            && victims.clone().any(|i| doc.is(i, Class::Change));
    // "more than 200" is a bound, not others.
    let bound = match &count.victims {
        Victims::Group(index) => scene
            .amount_of(&scene.groups[*index])
            .filter(|a| a.form == Form::MoreThan)
            .map_or(0, |a| a.core.start),
        _ => 0,
    };
    let others = victims
        .clone()
        .any(|i| i >= bound && doc.is(i, Class::Others));
    let severe = trigger
        .checked_sub(1)
        .is_some_and(|i| doc.is(i, Class::Severe));
    // "In critical condition".
    let severe = severe
        || count.trigger.len() > 1 && count.trigger.clone().any(|i| doc.is(i, Class::Severe));
    match (others, severe) {
        _ if risen => Some("risen"),
        (true, _) => Some("others"),
        (_, true) => Some("severe"),
        _ if adds_to_number(scene, count, &victims) => Some("others"),
        _ if is_of_one_of_places(scene, count) || is_further_kind(scene, count) => Some("part"),
        _ if is_among_them(doc, trigger)
            || opens_with_among(doc, trigger)
            || opens_with_whole(doc, count, &victims) =>
        {
            Some("part")
        }
        _ if is_part_of_number(doc, &victims) || is_of_one_place(scene, count, &victims) => {
            Some("part")
        }
        // "Nineteen were treated. Two of them died", "19 were hurt, two of them badly".
        _ if is_of_them(doc, &victims) => Some("part"),
        _ if is_some_of(scene, count, &victims) || are_some_bodies(scene, count, &victims) => {
            Some("part")
        }
        _ => None,
    }
}

/// "Nineteen of the dead were farmers and four were policemen": the four.
fn is_further_kind(scene: &Scene<'_>, count: &Count) -> bool {
    let (doc, behind) = (scene.doc, count.trigger.end);
    let further = match &count.victims {
        Victims::Apart { amount, .. } => scene.amounts[*amount].tokens.start > behind,
        _ => false,
    };
    further && are_kinds_of(doc, count.trigger.start, count.trigger.end)
}

/// "Among the victims were four pupils", "the victims included four pupils".
fn opens_with_among(doc: &Doc<'_>, verb: usize) -> bool {
    let first = doc.sentence_of(verb).map(|s| s.tokens.start);
    let among = |first: usize| doc.is(verb, Class::Be) && doc.is(first, Class::Among);
    let included = |first: usize| doc.is(verb, Class::Including) && first + 2 == verb;
    first.is_some_and(|first| among(first) || included(first))
}

/// "Six were killed in the capital and four in the port city": both are some of all.
fn is_of_one_of_places(scene: &Scene<'_>, count: &Count) -> bool {
    let Some(sentence) = scene.doc.sentence_of(count.trigger.start) else {
        return false;
    };
    let echo = matches!(count.victims, Victims::Echo { .. })
        && scene.doc.is(count.trigger.end, Class::Locative);
    let figure = scene.doc.is_kind(count.trigger.start, TokenKind::Number)
        || scene.doc.word(count.trigger.start).number.is_some();
    echo && figure || !gapped(scene, sentence, count).is_empty()
}

/// "Of the wounded, two are in critical condition", where no count says of how many.
fn opens_with_whole(doc: &Doc<'_>, count: &Count, victims: &Range<usize>) -> bool {
    let sentence = doc.sentence_of(victims.end - 1);
    // "Of the 30 rescued, two died": all who did.
    let same = |s: &Sentence| {
        let mut before = s.tokens.start..victims.start;
        let of_it = |i: usize| {
            let mut triggers = doc.word(i).triggers.iter();
            triggers.any(|t| t.predicate == count.predicate)
        };
        before.any(of_it)
    };
    count.part_of.is_none()
        && sentence.is_some_and(|s| is_of_the_whole(doc, s, victims.end - 1) && same(s))
}

/// "Three foreign citizens were among the dead".
fn is_among_them(doc: &Doc<'_>, trigger: usize) -> bool {
    trigger >= 2 && doc.is(trigger - 1, Class::Definite) && doc.is(trigger - 2, Class::Among)
}

/// "Sixteen people died at the scene and two succumbed to their wounds": a bare number behind one of the same.
fn adds_to_number(scene: &Scene<'_>, count: &Count, victims: &Range<usize>) -> bool {
    let doc = scene.doc;
    let Victims::Group(index) = count.victims else {
        return false;
    };
    let group = &scene.groups[index];
    let bare = matches!(group.kind, GroupKind::Numbered(_)) && !group.has_noun(scene.amounts);
    let Some(joint) = victims.start.checked_sub(1).filter(|_| bare) else {
        return false;
    };
    let first = doc.sentence_of(joint).map_or(joint, |s| s.tokens.start);
    let parted = |i: &usize| matches!(doc.str(*i), "," | ";") || doc.is(*i, Class::Cue);
    let clause = (first..joint).rev().take_while(|i| !parted(i)).last();
    let clause = clause.unwrap_or(joint)..joint;
    // "Six were killed and nine hurt": the verb before is the nearest.
    let verb = |i: usize| doc.word(i).triggers.iter().find(|t| !t.frame.is_noun());
    let last = clause.clone().rev().find_map(verb);
    let same = last.is_some_and(|trigger| trigger.predicate == count.predicate);
    // "And nine had died by Tuesday": a running total.
    let end = doc.sentence_of(joint).map_or(joint, |s| s.tokens.end);
    let running = [Class::Weekday, Class::Month, Class::By, Class::Whole];
    let dated = (joint..end).any(|i| doc.is_any(i, &running));
    let mut numbered = scene.groups_in(&clause);
    doc.is(joint, Class::Coordinator)
        && count.trigger.start >= victims.end
        && numbered.any(|(_, g)| matches!(g.kind, GroupKind::Numbered(_)))
        && same
        && !dated
}

/// The most tokens from whom it befell to "in Belun alone".
const PLACED: usize = 8;

/// "Seventy-four people died in Belun alone": not all of them.
fn is_of_one_place(scene: &Scene<'_>, count: &Count, victims: &Range<usize>) -> bool {
    let doc = scene.doc;
    let shouted = doc.sentence_of(victims.start).is_some_and(|s| s.shouted);
    let from = victims.end.max(count.trigger.end);
    let near = from..from + PLACED;
    let marks = scene.marks.within(&near);
    let place = |end: usize| {
        let known = |mark: Found| matches!(mark.tag, Tag::Place(_));
        let named = (near.start..end).rev().take_while(|i| doc.is_capital(*i));
        let capitals = named.count();
        let located = doc.is(end - capitals - 1, Class::Locative);
        located && (!shouted && capitals > 0 || scene.marks.ending_at(end).any(known))
    };
    let one_clause = |at: usize| !(from..at).any(|i| doc.is_kind(i, TokenKind::Mark));
    let mut alone = marks.filter(|mark| mark.tag == Tag::OnlyThere);
    alone.any(|mark| place(mark.start) && one_clause(mark.start))
        || opens_with_place(scene, victims.start)
}

/// The most tokens of "in the port of Zerin alone," at the head of a sentence.
const PLACE: usize = 8;

/// "In Zerin alone, 210 bodies were found".
fn opens_with_place(scene: &Scene<'_>, figure: usize) -> bool {
    let doc = scene.doc;
    let Some(sentence) = doc.sentence_of(figure) else {
        return false;
    };
    let first = sentence.tokens.start;
    let head = first..figure.min(first + PLACE);
    let mut marks = scene.marks.within(&head);
    let only = |m: Found| m.tag == Tag::OnlyThere && matches!(doc.str(m.end), ",");
    doc.is(first, Class::Locative) && marks.any(only)
}

/// "Two of the four people", "two of the victims": some of those of whom the text has spoken, unlike "dozens of people".
fn is_part_of_number(doc: &Doc<'_>, victims: &Range<usize>) -> bool {
    let is_number = |i: usize| {
        doc.is_kind(i, TokenKind::Number)
            || matches!(doc.word(i).number, Some(NumberWord::Cardinal(_)))
    };
    let of = victims.clone().find(|i| doc.is(*i, Class::Of));
    let known = |of: usize| {
        doc.is(of + 1, Class::Definite) || (of + 1..victims.end.min(of + 3)).any(is_number)
    };
    is_number(victims.start) && of.is_some_and(|of| of + 1 < victims.end && known(of))
}

/// "Two of the injured died": a bare number of some who were told of before. "Members of the guard" are all that are.
fn is_some_of(scene: &Scene<'_>, count: &Count, victims: &Range<usize>) -> bool {
    let doc = scene.doc;
    let noun = victims.clone().any(|i| doc.word(i).person.is_some());
    let of_those = !noun && doc.is(victims.end, Class::Of);
    // "Forty people from our town were killed": those of one place. "Rescued 40 people from the roof": out of it.
    let bodies = victims.clone().any(|i| doc.is(i, Class::Corpse));
    let harmed = doc.lexicon.predicate(count.predicate).harm && !bodies;
    let from = noun && harmed && doc.says(victims.end, "from");
    let next = victims.end + 1;
    of_those && doc.is(next, Class::Definite)
        || from && (doc.is_any(next, &[Class::Possessive, Class::Definite]) || doc.is_capital(next))
}

/// "Thirty bodies were brought to the morgue", "twelve bodies have been identified": not all of the dead.
fn are_some_bodies(scene: &Scene<'_>, count: &Count, victims: &Range<usize>) -> bool {
    let doc = scene.doc;
    let bodies = victims.clone().any(|i| doc.is(i, Class::Corpse));
    let sentence = doc.sentence_of(count.trigger.start).filter(|_| bodies);
    sentence.is_some_and(|sentence| {
        let mut marks = scene.marks.within(&sentence.tokens);
        marks.any(|mark| mark.tag == Tag::Victim(VictimCue::SomeBodies))
    })
}

/// "Two of them", "two of whom".
fn is_of_them(doc: &Doc<'_>, victims: &Range<usize>) -> bool {
    let ends_with = |back: usize, class| doc.is(victims.end - back, class);
    let pronoun = ends_with(1, Class::PronounPlural) || ends_with(1, Class::Subset);
    victims.len() > 2 && pronoun && ends_with(2, Class::Of)
}

/// How much of a thing its first words say: "all positions", "the entire town", "parts of the town".
fn portion(doc: &Doc<'_>, object: &Range<usize>) -> Option<&'static str> {
    object.clone().take(3).find_map(|i| match () {
        () if doc.is(i, Class::Whole) => Some("all"),
        () if doc.is(i, Class::Part) => Some("part"),
        () => None,
    })
}

/// "He denied a link to the murder of six": the murder is not what is denied, unless it is the very object of the denial
/// ("denied the murder of six").
pub(super) fn is_presupposed(doc: &Doc<'_>, core: &Core, cited: Option<&Attribution>) -> bool {
    let start = core.trigger.start;
    let noun = doc
        .word(start)
        .triggers
        .iter()
        .any(|t| t.frame == Frame::Nominal);
    let known = start > 0 && doc.is(start - 1, Class::Definite);
    let apart = cited.is_none_or(|a| start > a.frame.end + 1);
    core.quantity.is_some() && noun && known && apart
}

//! The frames in which a trigger word names those it befell, each a function; they are tried in order.

use super::counts::{Scene, Victims};
use super::joined::{element_at, is_named, is_plain, listed_after, objects};
use super::lists::{element_before, group_ending_at, group_starting_at, listed_before};
use super::nominals::{TOLL_REACH, lives, loses, nominal, toll};
use super::openers::Opener;
use super::people::{Group, GroupKind};
use super::spine::{agreement, last_content, phrase_start};
use super::steps::{is_adverb, is_verb_form};
use super::subject::subjects;
use crate::lexicon::{Class, Frame, Tag, TimeWord, Trigger, VictimCue};
use crate::model::PassageKind;
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens from a participle back to the first word of its auxiliary.
const AUXILIARY_REACH: usize = 9;

/// Whom a trigger befell, the first of them first, and who did it.
#[derive(Default)]
pub(super) struct Befallen {
    pub(super) victims: Vec<Victims>,
    pub(super) agent: Option<usize>,
}

impl Befallen {
    fn only(victims: Vec<Victims>) -> Self {
        Self {
            victims,
            agent: None,
        }
    }

    fn one(victims: Option<Victims>) -> Self {
        Self::only(victims.into_iter().collect())
    }

    fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self.victims.is_empty() {
            other()
        } else {
            self
        }
    }
}

/// The frames in order; the first that yields somebody wins.
pub(super) fn victims_of(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Befallen {
    let within = || Befallen::one(inside(scene, sentence, opener));
    match opener.frame {
        Frame::Participle if takes_article(scene, sentence, opener) => {
            behind(scene, sentence, opener)
        }
        Frame::Participle => Befallen::only(listed(scene, sentence, opener))
            .or_else(|| Befallen::only(passive(scene, sentence, opener)))
            .or_else(within)
            .or_else(|| Befallen::only(reduced(scene, sentence, opener)))
            .or_else(|| behind(scene, sentence, opener)),
        Frame::Gerund | Frame::Base => active(scene, sentence, opener)
            .or_else(|| Befallen::only(nominal(scene, sentence, opener))),
        Frame::Intransitive => Befallen::only(subjects(scene, sentence, opener.start)),
        Frame::Adjective => Befallen::only(listed(scene, sentence, opener))
            .or_else(within)
            .or_else(|| Befallen::only(adjective(scene, sentence, opener))),
        Frame::Nominal => Befallen::only(nominal(scene, sentence, opener)),
        Frame::Loses => Befallen::one(loses(scene, sentence, opener)),
        Frame::Toll => Befallen::one(toll(scene, sentence, opener)),
        Frame::Lives => Befallen::only(lives(scene, sentence, opener)),
        Frame::Fighting => Befallen::default(),
    }
}

/// "Three armed men seized a bank": whatever is seized, it is they who seize it.
fn takes_article(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> bool {
    let doc = scene.doc;
    let article = [Class::Indefinite, Class::Definite, Class::Possessive];
    // "Captured the same day", "killed a week before".
    let unit = |i: usize| matches!(doc.word(i).time, Some(TimeWord::Unit(_)));
    let timed = doc.word(opener.end + 1).time.is_some() || unit(opener.end + 2);
    sentence.tokens.contains(&opener.end)
        && !doc.is_capital(opener.end)
        && doc.is_any(opener.end, &article)
        && !timed
        && auxiliary_before(doc, sentence.tokens.start, opener.start).is_none()
}

/// "six were killed", "the man who was shot".
fn passive(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Vec<Victims> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let auxiliary = auxiliary_before(doc, first, opener.start);
    // "Also injured were two nurses".
    let opens = (first..opener.start).all(|i| is_adverb(doc, i));
    let inverted = opens && doc.is(opener.end, Class::BePlural)
        || opens && opener.start > first && doc.is(opener.end, Class::Be);
    match auxiliary {
        // "2,000 people fled and 300 houses were burned": what is counted there is no people.
        Some(at) if ends_things(scene, sentence, at) => Vec::new(),
        Some(at) => subjects(scene, sentence, at),
        None if inverted => objects(scene, sentence, opener.end + 1),
        None => Vec::new(),
    }
}

/// Do the words before a verb count things, in a phrase of their own: "and 300 houses"?
fn ends_things(scene: &Scene<'_>, sentence: &Sentence, verb: usize) -> bool {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let noun = last_content(doc, first, verb);
    let Some(noun) = noun.checked_sub(1).filter(|noun| *noun > first) else {
        return false;
    };
    let thing = doc.word(noun).thing.is_some() && doc.word(noun).person.is_none();
    let amount = scene.amounts.partition_point(|a| a.tokens.end <= noun);
    let before = amount.checked_sub(1).map(|at| &scene.amounts[at].tokens);
    thing
        && !scene.of_things
        && before.is_some_and(|number| {
            let opens = number.start <= first
                || doc.is(number.start - 1, Class::Coordinator)
                || doc.is_kind(number.start - 1, TokenKind::Mark);
            opens && number.start >= first && noun - number.end <= 1
        })
}

/// The first token of "were", "have been", "are believed to have been" before a participle.
pub(super) fn auxiliary_before(doc: &Doc<'_>, first: usize, trigger: usize) -> Option<usize> {
    let mut at = trigger;
    let mut seen = None;
    while at > first && trigger - at < AUXILIARY_REACH {
        let i = at - 1;
        let auxiliary =
            doc.is_any(i, &[Class::Be, Class::Get]) || doc.is(i, Class::Have) && seen.is_some();
        if auxiliary {
            seen = Some(i);
        } else if !(is_adverb(doc, i)
            || doc.is(i, Class::Modal)
            || doc.word(i).text.ends_with("ed") && seen.is_some()
            || doc.is(i, Class::Resultative) && at == trigger)
        {
            break;
        }
        at = i;
    }
    seen
}

/// "the dead were a cook and two guards", "among the wounded is a nurse", "a nurse is among the wounded".
fn listed(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Vec<Victims> {
    let doc = scene.doc;
    let Some(article) = opener
        .start
        .checked_sub(1)
        .filter(|i| *i >= sentence.tokens.start && doc.is(*i, Class::Definite))
    else {
        return Vec::new();
    };
    let among = article > sentence.tokens.start && doc.is(article - 1, Class::Among);
    // "One of those killed, Jane Doe, was a nurse".
    let of_those = among_of(doc, sentence, article) && doc.str(opener.end) == ",";
    if of_those {
        let name = element_at(scene, sentence, opener.end + 1);
        return name
            .filter(|name| is_named(scene, name))
            .into_iter()
            .collect();
    }
    if let Some(names) = named_as(scene, sentence, opener) {
        return objects(scene, sentence, names);
    }
    // "the dead were six guards", "the wounded include a nurse"
    if doc.is_any(opener.end, &[Class::Be, Class::Including]) && !is_adverb(doc, opener.end + 1) {
        return objects(scene, sentence, opener.end + 1);
    }
    if among && article >= 2 && doc.is(article - 2, Class::Be) {
        return subjects(scene, sentence, article - 2);
    }
    Vec::new()
}

/// "One of those", "one of the".
fn among_of(doc: &Doc<'_>, sentence: &Sentence, article: usize) -> bool {
    let two = article
        .checked_sub(2)
        .filter(|i| *i >= sentence.tokens.start);
    two.is_some_and(|one| doc.is(one, Class::Indefinite) && doc.is(one + 1, Class::Of))
}

/// The most tokens from the verb to "the dead".
const NAMING_REACH: usize = 4;

/// Where the names begin: "the dead have been identified as", "police named the dead as".
fn named_as(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<usize> {
    let doc = scene.doc;
    let small = |i: usize| doc.is_any(i, &[Class::Be, Class::Have]) || is_adverb(doc, i);
    let at = (opener.end..sentence.tokens.end).find(|i| !small(*i))?;
    let passive = scene.marks.starting_at(at).find(|m| is_naming(m.tag));
    if let Some(mark) = passive.filter(|_| at > opener.end) {
        return Some(mark.end);
    }
    let before = sentence
        .tokens
        .start
        .max(opener.start.saturating_sub(NAMING_REACH));
    let verb = (before..opener.start).any(|i| doc.is(i, Class::Aftermath) || doc.says(i, "named"));
    (verb && doc.says(opener.end, "as")).then_some(opener.end + 1)
}

/// Does it stand between the dead and their names?
pub(super) fn is_naming(tag: Tag) -> bool {
    tag == Tag::Victim(VictimCue::NamedAs)
}

/// "one dead terrorist", "two murdered women": the trigger stands inside the phrase.
fn inside(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Option<Victims> {
    scene
        .groups_in(&(sentence.tokens.start..opener.start))
        .rev()
        .take(2)
        .find(|(_, g)| g.tokens.start < opener.start && opener.end < g.tokens.end)
        .map(
            |(index, group)| match inner_number(scene, group, opener.start) {
                Some(whole) => whole,
                None => Victims::Group(index),
            },
        )
}

/// "Two of the five kidnapped engineers": the five were kidnapped.
fn inner_number(scene: &Scene<'_>, group: &Group, trigger: usize) -> Option<Victims> {
    let first = scene.amount_of(group)?;
    let amount = scene
        .amounts
        .partition_point(|a| a.tokens.start < first.tokens.end);
    let inner = scene.amounts.get(amount)?;
    let of = (first.tokens.end..inner.tokens.start).any(|i| scene.doc.is(i, Class::Of));
    (of && inner.tokens.end <= trigger).then_some(Victims::Whole {
        amount,
        tokens: inner.tokens.start..group.tokens.end,
    })
}

/// "three soldiers killed in", "20 dead": the group ends right before the participle.
fn reduced(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Vec<Victims> {
    let doc = scene.doc;
    let end = last_content(doc, sentence.tokens.start, opener.start);
    let Some(index) = group_ending_at(scene, end) else {
        return Vec::new();
    };
    let group = &scene.groups[index];
    // "taken to Ford Clinic in critical condition"
    let to = group
        .tokens
        .start
        .checked_sub(1)
        .filter(|i| *i >= sentence.tokens.start);
    let governs = [Class::Preposition, Class::Infinitive];
    if doc.is(opener.start, Class::Preposition) && to.is_some_and(|i| doc.is_any(i, &governs)) {
        return Vec::new();
    }
    // "A crowd of 300 people burned cars": a thing is what was burnt.
    let things = opener.end..sentence.tokens.end.min(opener.end + 2);
    if doc.is(opener.start, Class::Loose) && things.into_iter().any(|i| doc.word(i).thing.is_some())
    {
        return Vec::new();
    }
    let numbered = matches!(group.kind, GroupKind::Numbered(_));
    let headline = doc.kind_of(sentence) == PassageKind::Headline;
    // "Guards shot, killed a man": the next verb tells whom.
    let next = next_verb(doc, sentence, opener.end);
    let taken = next.map(|verb| objects(scene, sentence, verb));
    if taken.is_some_and(|all| all.iter().any(|o| !headline || !is_named(scene, o))) {
        return Vec::new();
    }
    // "The boy who shot, killed a friend", "who shot and killed": the verb is his.
    if next.is_some()
        && end < opener.start
        && (end..opener.start).any(|i| doc.is(i, Class::Relative))
    {
        return Vec::new();
    }
    let objects = objects(scene, sentence, opener.end);
    // "3 hurt Mill Lane fire", in a headline: the place, not whom it befell.
    let place = headline && numbered && !group.has_noun(scene.amounts);
    // "the man whom police shot": the doer stands between the pronoun and the verb.
    let phrase = phrase_start(doc, sentence.tokens.start, group.tokens.start);
    let from = sentence.tokens.start.max(phrase.saturating_sub(1));
    let relative = (from..group.tokens.start).any(|i| doc.is(i, Class::Relative));
    // "The widow of guards killed at sea", "a minimum of guards hurt": who they are and how many is not told.
    let governed = phrase > sentence.tokens.start && doc.is_any(phrase - 1, &governs);
    if group.kind == GroupKind::Plural && (relative || governed) {
        return Vec::new();
    }
    let only_place = place && objects.iter().all(|o| is_named(scene, o));
    let has_object = !objects.is_empty() && !only_place;
    let own = numbered || headline;
    let is_clause = doc.is_any(opener.end, &[Class::Preposition, Class::Coordinator])
        || doc.is_kind(opener.end, TokenKind::Mark)
        || opener.end >= sentence.tokens.end;
    // "Three men killed hotel guests": whom, behind a word that we do not know.
    let guests = || {
        let group = &scene.groups[group_starting_at(scene, opener.end + 1)?];
        // "Killed alongside civilians were buried": the subject's verb is still to come.
        let verbs = [Class::Be, Class::Have, Class::Trigger, Class::Genitive];
        let owner = matches!(doc.str(group.tokens.end), "'" | "’");
        let closed = !owner && !doc.is_any(group.tokens.end, &verbs);
        Some(group.kind == GroupKind::Plural && closed)
    };
    // "Killed fighting rebels", "killed beneath houses".
    let gerund = doc
        .str(opener.end)
        .ends_with(&doc.lexicon.endings().participle);
    let takes_more = !headline
        && group.has_noun(scene.amounts)
        && is_plain(doc, opener.end)
        && !gerund
        && guests() == Some(true);
    if has_object || takes_more || !(own || is_clause) || group.kind == GroupKind::Pronoun {
        return Vec::new();
    }
    let mut all = vec![Victims::Group(index)];
    // "Mother, son killed in crash"
    if headline {
        all.extend(listed_before(scene, sentence, group.tokens.start));
    }
    all
}

/// One past the verb that follows with nothing but a comma or "and" between: "shot, killed a man".
pub(super) fn next_verb(doc: &Doc<'_>, sentence: &Sentence, from: usize) -> Option<usize> {
    let joins =
        |i: &usize| doc.str(*i) == "," || doc.is(*i, Class::Coordinator) || is_adverb(doc, *i);
    let joined = (from..sentence.tokens.end)
        .take_while(joins)
        .take(3)
        .count();
    let verb = from + joined;
    let is_verb = |t: &Trigger| t.frame == Frame::Participle;
    (joined > 0 && verb < sentence.tokens.end && doc.word(verb).triggers.iter().any(is_verb))
        .then_some(verb + 1)
}

/// Whom a verb takes. "Released in good condition six hostages": a phrase that is no verb takes nobody.
fn behind(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Befallen {
    if scene.doc.is(opener.start, Class::Preposition) {
        return Befallen::default();
    }
    active(scene, sentence, opener)
}

/// "killed six", "killing at least six people".
fn active(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Befallen {
    let doc = scene.doc;
    let victims = objects(scene, sentence, opener.end);
    // "a list of murdered people": an adjective, and nobody told to have done it.
    let bare = victims
        .first()
        .is_none_or(|v| scene.kind_of(v) == Some(GroupKind::Plural));
    // "the wounded and maimed guards"
    let joins = |i: &usize| doc.is(*i, Class::Coordinator) || is_verb_form(doc, *i);
    let from = sentence.tokens.start.max(opener.start.saturating_sub(3));
    let joined = (from..opener.start).rev().take_while(joins).count();
    let before = (opener.start - joined)
        .checked_sub(1)
        .filter(|i| *i >= sentence.tokens.start);
    let attributive = opener.frame == Frame::Participle
        && before.is_some_and(|i| doc.is_any(i, &[Class::Preposition, Class::Determiner]));
    if victims.is_empty() || bare && attributive {
        return Befallen::default();
    }
    // Only a subject right before the verb: "police believe a man killed five" and "killing two and injuring six" name
    // somebody else further left.
    let end = last_content(doc, sentence.tokens.start, opener.start);
    let may_act = |group: &Group| {
        let figure = matches!(group.kind, GroupKind::Numbered(_)) && !group.has_noun(scene.amounts);
        group.kind != GroupKind::Pronoun && !figure
    };
    // "Killed 20 soldiers and mercenaries, captured six": of verbs in a row the subject stands before the first.
    let in_a_row = matches!(opener.frame, Frame::Participle | Frame::Base)
        && end < opener.start
        && (end..opener.start).all(|i| doc.is_kind(i, TokenKind::Mark));
    let follows = opener.frame == Frame::Gerund && end < opener.start;
    let of_noun = |group: &Group| {
        is_governed(doc, sentence, group, follows)
            && (follows || !starts_sentence(doc, sentence, group))
    };
    let agent = group_ending_at(scene, end)
        .filter(|i| may_act(&scene.groups[*i]) && !in_a_row && !of_noun(&scene.groups[*i]));
    Befallen { victims, agent }
}

/// The most phrases from one to the preposition that governs it: "on a crowd of hundreds of people".
const GOVERNED: usize = 3;

/// "Fired on a crowd of students, killing five", "a raid on rebels killed 12": whom a preposition stands before did not do it; nor
/// did, where what was done `follows`, whom a verb does: "ambushed a convoy of soldiers, killing 12".
fn is_governed(doc: &Doc<'_>, sentence: &Sentence, group: &Group, follows: bool) -> bool {
    let first = sentence.tokens.start;
    let before = |start: usize| {
        // "On Lanvara protesters".
        let start = phrase_start(doc, first, start);
        start.checked_sub(1).filter(|i| *i >= first)
    };
    let mut at = before(group.tokens.start);
    for _ in 0..GOVERNED {
        at = match at.filter(|i| doc.is(*i, Class::Of)) {
            Some(of) => before(of),
            None => break,
        };
    }
    let gerund = doc.lexicon.endings().participle.as_str();
    let acts = |i: usize| doc.word(i).triggers.iter().any(|t| !t.frame.is_noun());
    let done = |i: usize| acts(i) || !doc.is_capital(i) && doc.str(i).ends_with(gerund);
    let preposition =
        |i: usize| doc.is(i, Class::Preposition) && !doc.is_any(i, &[Class::Of, Class::By]);
    let clause = at.map_or(first, |i| i + 1);
    at.is_some_and(preposition) || follows && (clause..group.tokens.start).any(done)
}

/// "In the town soldiers killed": the preposition that opens a sentence governs no subject.
fn starts_sentence(doc: &Doc<'_>, sentence: &Sentence, group: &Group) -> bool {
    let first = sentence.tokens.start;
    group.tokens.start <= first + 1 || doc.is(first, Class::Preposition)
}

/// The most tokens from "left" to "dead".
const LEFT: usize = 5;

/// "left 12 dead", "12 dead", "12 were dead", "two were found dead".
fn adjective(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Vec<Victims> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let end = last_content(doc, first, opener.start);
    let before =
        group_ending_at(scene, end).filter(|i| scene.groups[*i].kind != GroupKind::Pronoun);
    if let Some(index) = before {
        let mut all = vec![Victims::Group(index)];
        // "Leaving two officers and three civilians dead".
        let others = listed_before(scene, sentence, scene.groups[index].tokens.start);
        let start = others.iter().map(|other| other.tokens(scene).start).min();
        let left = |i: usize| i > first && doc.is(i - 1, Class::Resultative);
        if start.is_some_and(left) {
            all.extend(others);
        }
        return all;
    }
    // "The blast left a receptionist dead": whoever stands between the verb and what became of them.
    let start = (first..end)
        .rev()
        .take(LEFT)
        .find(|i| doc.is(*i, Class::Indefinite));
    let others = [
        Class::Preposition,
        Class::Be,
        Class::Coordinator,
        Class::Relative,
    ];
    let plain = |i: usize| {
        let verb = doc.word(i).speech.verb.is_some();
        doc.is_kind(i, TokenKind::Word) && !doc.is_any(i, &others) && !verb
    };
    let left = start.filter(|i| *i > first && doc.is(i - 1, Class::Resultative));
    if let Some(start) = left.filter(|start| start + 1 < end && (*start..end).all(plain)) {
        return vec![Victims::Implied {
            tokens: start..end,
            plural: false,
        }];
    }
    let mut verb = end;
    while verb > first && doc.is(verb - 1, Class::Resultative) {
        verb -= 1;
    }
    let passive = (verb < end)
        .then(|| auxiliary_before(doc, first, verb))
        .flatten();
    let linked = passive.or_else(|| {
        verb.checked_sub(1)
            .filter(|i| *i >= first && doc.is(*i, Class::Be))
    });
    match linked {
        Some(at) => subjects(scene, sentence, at),
        // "Man found dead", in a headline.
        None if verb < end => element_before(scene, sentence, verb).into_iter().collect(),
        None => Vec::new(),
    }
}

/// Everybody a comitative joins to those befallen: "was killed along with two of his guards".
pub(super) fn together(scene: &Scene<'_>, sentence: &Sentence, opener: &Opener) -> Vec<Victims> {
    let doc = scene.doc;
    let reach = opener.end..sentence.tokens.end.min(opener.end + TOLL_REACH);
    let with = reach
        .clone()
        .find(|i| doc.is(*i, Class::Together) && doc.is(i + 1, Class::Preposition));
    let Some(with) = with else {
        return Vec::new();
    };
    // Not past another verb that they may belong to.
    let other = (opener.end..with).any(|i| {
        doc.is_any(
            i,
            &[Class::Be, Class::Cue, Class::ClauseBreak, Class::Relative],
        ) || !doc.word(i).triggers.is_empty()
    });
    let first = element_at(scene, sentence, with + 2).filter(|_| !other);
    first.map_or_else(Vec::new, |first| listed_after(scene, sentence, first))
}

/// Does the auxiliary before a participle say that it happens as a rule: "reporters are killed"?
pub(super) fn is_habit(doc: &Doc<'_>, sentence: &Sentence, opener: &Opener) -> bool {
    let present = |at: usize| {
        agreement(doc, at).is_some() && doc.is(at, Class::Present) && at + 1 == opener.start
    };
    match opener.frame {
        Frame::Participle => {
            auxiliary_before(doc, sentence.tokens.start, opener.start).is_some_and(present)
        }
        Frame::Base => true,
        // "They are killing and wounding civilians."
        Frame::Gerund => {
            let first = sentence.tokens.start;
            let gerund = |i: usize| {
                doc.word(i)
                    .triggers
                    .iter()
                    .any(|t| t.frame == Frame::Gerund)
            };
            let mut at = opener.start;
            let passes = |i: usize| is_adverb(doc, i) || doc.is(i, Class::Coordinator) || gerund(i);
            while at > first && opener.start - at < 4 && passes(at - 1) {
                at -= 1;
            }
            at > first && doc.is(at - 1, Class::Be)
        }
        _ => false,
    }
}

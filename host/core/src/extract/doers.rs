//! Claims of who did it, and what a claim says of itself beyond what its sentence gives.

use std::ops::Range;

use super::agents::{agent_behind, is_party};
use super::amount::AmountKind;
use super::blame::{BLAMED, Blame, CLAIMED, DENIED};
use super::build::{Setting, on};
use super::cores::Core;
use super::counts::{Count, Scene, Victims};
use super::frames::auxiliary_before;
use super::happenings::{Happening, party, subject};
use super::means;
use super::participants::Part;
use super::people::GroupKind;
use super::remention::Told;
use super::sources::{Attribution, entity_of, source_of};
use super::steps::is_adverb;
use crate::lexicon::{Class, Found, Frame, Lexicon, Tag, Trigger};
use crate::model::{Attributes, Basis, Certainty, Claim, Decimal, Extent, Party, Source, Span};
use crate::text::{Doc, Sentence};

/// What a claim says of itself.
#[derive(Default)]
pub(super) struct Says {
    /// Where the words stand that whoever is cited is cited for; at the trigger, where nothing else is said.
    pub(super) at: Option<usize>,
    /// Who says so beside the verb itself: the accuser.
    speaker: Option<Range<usize>>,
    /// The rung of the ladder on which its own words put it.
    pub(super) rung: Option<Certainty>,
    /// Rarer facts.
    facts: Vec<(&'static str, String)>,
}

impl Says {
    /// No more than where the words stand that whoever is cited is cited for.
    pub(super) fn at(token: usize) -> Self {
        Self {
            at: Some(token),
            ..Self::default()
        }
    }
}

/// What somebody is accused of is done by the accused: "accused the army of shelling the market".
pub(super) fn accused(scene: &Scene<'_>, blamed: &[Blame], mut core: Core) -> Core {
    // "The kidnapping and murder of".
    let joined =
        |at: usize| core.trigger.start == at + 2 && scene.doc.is(at + 1, Class::Coordinator);
    let of_it = |b: &&Blame| {
        let told = |at| core.trigger.contains(&at) || joined(at);
        b.predicate != DENIED && b.act.is_some_and(|act| told(act.at))
    };
    let blame = blamed.iter().find(of_it);
    if let Some((blame, agent)) = blame.and_then(|b| Some((b, b.agent.as_ref()?))) {
        core.agent = Some(party(scene.doc, scene.marks, agent));
        // "Charged with killing two": no fact, though the charge leaves the figure alone.
        let rung = match core.quantity {
            Some(_) => blame.rung.min(Certainty::Reported),
            None => blame.rung,
        };
        core.says.rung.get_or_insert(rung);
    }
    core
}

/// What follows from an attack is done by who attacks: "rebels stormed the post, killing six".
pub(super) fn done_by(scene: &Scene<'_>, happened: &[Happening], mut core: Core) -> Core {
    let doc = scene.doc;
    let at = core.trigger.start;
    let gerund = |t: &Trigger| {
        let harm = doc.lexicon.predicate(t.predicate).harm;
        t.frame == Frame::Gerund && harm
    };
    let follows = doc.word(at).triggers.iter().any(gerund) && at > 0 && doc.str(at - 1) == ",";
    if core.agent.is_some() || !follows {
        return core;
    }
    let before = happened.iter().filter(|h| h.trigger.end <= at && !h.denied);
    let doer = before.filter_map(|h| h.agent.clone()).next_back();
    let doer = doer.filter(|tokens| is_party(doc, scene.marks, tokens));
    core.agent = doer.map(|tokens| Party {
        basis: Basis::Implied,
        ..party(doc, scene.marks, &tokens)
    });
    core
}

/// "Denied killing the priest", "denied that it killed him": whoever denies it is who is said to have done it.
pub(super) fn by_who_denies(doc: &Doc<'_>, mut core: Core, chain: &[Source]) -> Core {
    let at = core.trigger.start;
    let own = |i: usize| doc.is(i, Class::Neuter) || doc.is_any(i, &[Class::Have]) && i + 1 == at;
    let gerund = doc.str(at).ends_with(&doc.lexicon.endings().participle);
    let before = at.checked_sub(1).is_some_and(own);
    let speaker = chain.iter().rfind(|s| s.basis == Basis::Said);
    if core.agent.is_none() && (gerund || before) {
        core.agent = speaker.map(|source| Party {
            entity: source.entity.clone(),
            ..Party::named(source.text.clone(), Basis::Implied)
        });
    }
    core
}

/// "The army denied that it had bombed the town": the army.
pub(super) fn the_speaker(lexicon: &Lexicon, mut core: Core, chain: &[Source]) -> Core {
    // "The rebels' claim that it had": not the rebels.
    let several = |source: &Source| {
        let last = source.text.rsplit(' ').next().unwrap_or("").to_lowercase();
        let noun = lexicon.word(lexicon.word_id(&last)).person.as_ref();
        noun.is_some_and(|noun| noun.plural && !noun.collective)
    };
    let mut speakers = chain.iter().filter(|s| s.basis == Basis::Said);
    let speaker = speakers.rfind(|source| !several(source));
    let (Some(agent), Some(source)) = (&core.agent, speaker) else {
        return core;
    };
    let id = lexicon.word_id(&agent.text.to_lowercase());
    if lexicon.classes_of(id).has(Class::Neuter) {
        let side = lexicon.side_of_source(&source.kind).map(str::to_owned);
        let entity = source.entity.clone();
        let actor = entity.as_deref().and_then(|id| lexicon.actor_named(id));
        core.agent = Some(Party {
            text: source.text.clone(),
            side: actor.and_then(|a| a.side.clone()).or(side),
            entity,
            basis: Basis::Implied,
            ..agent.clone()
        });
    }
    core
}

/// Somebody held responsible.
pub(super) fn blame_core(scene: &Scene<'_>, blame: &Blame) -> Core {
    let doc = scene.doc;
    let agent = blame.agent.as_ref();
    let ends = [agent.map(|t| t.end), blame.act.map(|act| act.at + 1)];
    let ends = ends.into_iter().flatten();
    let end = ends.fold(blame.trigger.end, usize::max);
    let start = agent.map_or(blame.trigger.start, |t| t.start.min(blame.trigger.start));
    let act = blame.act.map(|act| doc.lexicon.predicate(act.predicate));
    let act = act.map(|predicate| ("act", predicate.id.clone()));
    Core {
        agent: agent.map(|t| named(scene, &principal(doc, t))),
        denied: blame.denied,
        says: Says {
            at: Some(blame.said_at),
            speaker: blame.accuser.clone(),
            rung: Some(blame.rung),
            facts: act.into_iter().collect(),
        },
        ..Core::plain(blame.predicate, blame.trigger.clone(), start..end)
    }
}

/// "A spokesman for the Black Hand denied any part": the Black Hand is what had no part.
fn principal(doc: &Doc<'_>, tokens: &Range<usize>) -> Range<usize> {
    let speaks = |i: &usize| doc.lexicon.is_mouthpiece(&doc.word(*i).text);
    let behind = tokens.clone().find(speaks).map(|noun| noun + 2);
    let stands_for = |at: &usize| *at < tokens.end && doc.is(at - 1, Class::Preposition);
    behind
        .filter(stands_for)
        .map_or(tokens.clone(), |at| at..tokens.end)
}

/// Who is held responsible; an organisation's name is its id, where the lexicon has no other.
fn named(scene: &Scene<'_>, tokens: &Range<usize>) -> Party {
    let party = party(scene.doc, scene.marks, tokens);
    let entity = party.entity.clone();
    Party {
        entity: entity.or_else(|| entity_of(scene.doc, scene.marks, tokens)),
        ..party
    }
}

/// "The group denied any role", "the brigade": the organisation that the text has last told of as held responsible.
pub(super) fn recall_groups(lexicon: &Lexicon, claims: &mut [Claim]) {
    let of_blame =
        |claim: &&mut Claim| matches!(claim.predicate.as_str(), BLAMED | CLAIMED | DENIED);
    let mut last: Option<Box<Party>> = None;
    for claim in claims.iter_mut().filter(of_blame) {
        let Some(agent) = &mut claim.agent else {
            continue;
        };
        if agent.side.is_some() {
            last = None;
        } else if agent.entity.is_some() {
            last = Some(agent.clone());
        } else if let Some(known) = last
            .as_ref()
            .filter(|known| is_again(lexicon, agent, known))
        {
            agent.entity.clone_from(&known.entity);
            agent.basis = Basis::Implied;
        }
    }
}

/// Is it "the" and one noun, of any group or of this one's name?
fn is_again(lexicon: &Lexicon, agent: &Party, known: &Party) -> bool {
    let lower = agent.text.to_lowercase();
    let mut words = lower.split_whitespace();
    let is = |word: Option<&str>, class| {
        word.is_some_and(|word| lexicon.classes_of(lexicon.word_id(word)).has(class))
    };
    let definite = is(words.next(), Class::Definite);
    let noun = words.next();
    let name = known.text.to_lowercase();
    let own = |word: &str| name.split_whitespace().any(|part| part == word);
    let of_group = is(noun, Class::GroupNoun) || noun.is_some_and(own);
    definite && of_group && words.next().is_none() && agent.side.is_none()
}

/// A group with a part in a deed.
pub(super) fn part_core(scene: &Scene<'_>, part: &Part) -> Core {
    let (agent, trigger) = (&part.agent, &part.trigger);
    let words = agent.start.min(trigger.start)..agent.end.max(trigger.end);
    Core {
        agent: Some(party(scene.doc, scene.marks, agent)),
        ..Core::plain(part.predicate, trigger.clone(), words)
    }
}

/// Who did it, behind a passive's "by" or as the subject of an active verb.
pub(super) fn agent_of(scene: &Scene<'_>, count: &Count) -> Option<Party> {
    if let Some(index) = count.agent {
        return Some(scene.groups[index].party(scene.doc, scene.amounts));
    }
    doer(scene, count).map(|tokens| party(scene.doc, scene.marks, &tokens))
}

/// "Shot four people, killing one": not by those whom the sentence tells of as harmed.
pub(super) fn not_by_the_harmed(scene: &Scene<'_>, told: &[Told], mut core: Core) -> Core {
    let by = core.agent.as_ref().and_then(|agent| agent.span);
    if by.is_some_and(|by| are_harmed(scene, told, by)) {
        core.agent = None;
    }
    core
}

/// Who did it is counted whatever they are called: three gunmen are not three of four men. Soldiers and rebels stay such.
pub(super) fn by_any_name(lexicon: &Lexicon, mut core: Core) -> Core {
    let doers = lexicon.doers().map(|id| lexicon.predicate(id).id.as_str());
    let plain = |who: &Party| {
        !who.role
            .as_deref()
            .is_some_and(|role| is_within(lexicon, role, &["combatant"]))
    };
    let of_doers = doers == Some(core.predicate.as_str());
    let who = core.population.take_if(|who| of_doers && plain(who));
    if let (Some(who), Some(quantity)) = (who, &mut core.quantity) {
        quantity.text = format!("{} {}", quantity.text, who.text);
    }
    core
}

fn is_within(lexicon: &Lexicon, role: &str, wider: &[&str]) -> bool {
    let mut extents = wider.iter().map(|wider| lexicon.relate_roles(role, wider));
    extents.any(|e| matches!(e, Extent::Same | Extent::Subset))
}

/// Does a sentence tell of the people of these words as harmed?
fn are_harmed(scene: &Scene<'_>, told: &[Told], span: Span) -> bool {
    told.iter().any(|told| {
        let harmed = scene.doc.span(told.count.victims.tokens(scene));
        let harm = scene.doc.lexicon.predicate(told.count.predicate).harm;
        harm && harmed.start < span.end && span.start < harmed.end
    })
}

/// How many did it, where the words for them say so: "three gunmen killed two guards".
pub(super) fn number_of_doers(scene: &Scene<'_>, told: &[Told], count: &Count) -> Option<Core> {
    let doc = scene.doc;
    let doers = doc.lexicon.predicate(doc.lexicon.doers()?);
    if !doc.lexicon.predicate(count.predicate).harm {
        return None;
    }
    let group = count.agent.map(|index| scene.groups[index].tokens.clone());
    let tokens = group.or_else(|| doer(scene, count))?;
    if are_harmed(scene, told, doc.span(tokens.clone())) {
        return None;
    }
    let first = scene
        .amounts
        .partition_point(|a| a.tokens.start < tokens.start);
    let amount = scene
        .amounts
        .get(first)
        .filter(|a| a.tokens.end < tokens.end)?;
    let noun = amount.tokens.end..tokens.end;
    let police = are_police(doc, &noun);
    let who = party(doc, scene.marks, &noun);
    let several = amount.bounds.low.is_some_and(|low| low > Decimal::from(1));
    let people =
        amount.kind == AmountKind::Count && noun.clone().any(|i| doc.word(i).person.is_some());
    let words = tokens.start.min(count.trigger.start)..tokens.end.max(count.trigger.end);
    (several && people && !police).then(|| {
        let core = Core {
            quantity: Some(amount.quantity(doc, "person")),
            population: Some(who),
            ..Core::plain(&doers.id, count.trigger.clone(), words)
        };
        by_any_name(doc.lexicon, core)
    })
}

/// Officers who fire at a gunman are no attackers.
pub(super) fn are_police(doc: &Doc<'_>, noun: &Range<usize>) -> bool {
    noun.clone().any(|i| {
        let person = doc.word(i).person.as_ref();
        person.is_some_and(|person| is_within(doc.lexicon, &person.role, &["police"]))
    })
}

/// The words for who did it, where they are no group that counts.
fn doer(scene: &Scene<'_>, count: &Count) -> Option<Range<usize>> {
    let doc = scene.doc;
    let sentence = doc.sentence_of(count.trigger.start)?;
    let victims = count.victims.tokens(scene);
    let opens = victims.start >= count.trigger.end;
    let before = count.trigger.start.checked_sub(1);
    // "The killing of the priest by rebels".
    let noun = before.is_some_and(|i| {
        doc.is_any(i, &[Class::Determiner, Class::Possessive]) && !doc.is(i, Class::Relative)
    });
    // "Police are searching for": the words themselves name who does it.
    // "Pronounced dead by paramedics": they say so.
    let found = count.trigger.start > 0 && doc.is(count.trigger.start - 1, Class::Resultative);
    let named = found || count.trigger.len() > 1 && doc.word(count.trigger.start).person.is_some();
    if !named && opens && noun {
        // Right behind them: "the killing of two hostages was condemned by the bishop" has no doer.
        let by = doc.is(victims.end, Class::By);
        by.then(|| agent_behind(doc, scene.marks, sentence, victims.end))
            .flatten()
    } else if named || opens && !is_done(doc, count.trigger.start) {
        None
    } else if opens {
        // "The government will investigate the attack that killed 10" names no doer.
        let acts = |t: &Range<usize>| t.clone().any(|i| doc.is_any(i, &[Class::Will, Class::Be]));
        let subject = subject_in_a_row(doc, sentence, count.trigger.start);
        subject.filter(|t| names_actor(scene, t) && !acts(t) && !is_blamed(scene, t))
    } else {
        agent_behind(
            doc,
            scene.marks,
            sentence,
            count.trigger.end.max(victims.end),
        )
    }
}

/// "A bombing blamed on the rebels killed six": they are not its subject.
fn is_blamed(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let mut marks = scene.marks.ending_at(tokens.start.saturating_sub(1));
    marks.any(|mark| matches!(mark.tag, Tag::Accuse(_)))
}

/// The most verbs of one subject: "attacked the post, killed two guards and burned a truck".
const IN_A_ROW: usize = 3;

/// The subject of a verb, or of the first of those that it is joined to.
fn subject_in_a_row(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let first = sentence.tokens.start;
    let mut at = verb;
    for _ in 0..IN_A_ROW {
        let own = (first..at).rev().find(|i| !is_adverb(doc, *i))?;
        if !doc.is(own, Class::Coordinator) && doc.str(own) != "," {
            return subject(doc, sentence, at);
        }
        let closed = |i: &usize| doc.is_any(*i, &[Class::ClauseBreak, Class::Relative]);
        let acts = |i: &usize| doc.word(*i).triggers.iter().any(|t| !t.frame.is_noun());
        let before = (first..own).rev().take_while(|i| !closed(i)).find(acts)?;
        if auxiliary_before(doc, first, before).is_some() {
            return None;
        }
        at = before;
    }
    None
}

/// Is the word a verb whose subject does it? Who "lost six men" or "suffered the loss of six" did not kill them.
fn is_done(doc: &Doc<'_>, trigger: usize) -> bool {
    let frames = &doc.word(trigger).triggers;
    let verbs = [Frame::Participle, Frame::Gerund, Frame::Base];
    frames.is_empty() || frames.iter().any(|t| verbs.contains(&t.frame))
}

/// Does the phrase name a group that the lexicon knows, or a body that fights: "the army"?
fn names_actor(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let (doc, lexicon) = (scene.doc, scene.doc.lexicon);
    let actor = |m: Found| matches!(m.tag, Tag::Actor(_)) && m.end <= tokens.end;
    let fights = |i: usize| {
        let kind = lexicon.source_kind(&doc.word(i).text);
        doc.is(i, Class::Organisation) && kind.and_then(|k| lexicon.side_of_source(k)).is_some()
    };
    let attacks = |i: usize| {
        let role = doc.word(i).person.as_ref().map(|p| p.role.as_str());
        role.is_some_and(|role| is_within(lexicon, role, &["combatant", "attacker"]))
    };
    // "The wife of a soldier" is none.
    let last = tokens.end.max(1) - 1;
    let known =
        scene.marks.within(tokens).any(actor) || tokens.clone().any(fights) || attacks(last);
    is_party(doc, scene.marks, tokens) && known
}

/// The age of somebody named or described.
pub(super) fn age_of(scene: &Scene<'_>, count: &Count) -> Says {
    let one = [GroupKind::Name, GroupKind::Indefinite, GroupKind::Definite];
    let age = match &count.victims {
        Victims::Group(index) if one.contains(&scene.groups[*index].kind) => {
            means::age(scene.doc, &scene.groups[*index].tokens)
        }
        // A name that no file tells to be one.
        Victims::Implied { tokens, .. } if scene.doc.is_capital(tokens.end - 1) => {
            means::age(scene.doc, tokens)
        }
        _ => None,
    };
    let facts = age.into_iter().map(|age| ("age", age.to_string()));
    Says {
        facts: facts.collect(),
        ..Says::default()
    }
}

/// The age of somebody whose words stand in the text.
pub(super) fn age_of_party(doc: &Doc<'_>, who: Option<&Party>) -> Says {
    let at = |span: Span| {
        let first = doc.tokens.partition_point(|t| t.span().start < span.start);
        let end = doc.tokens.partition_point(|t| t.span().start < span.end);
        first..end
    };
    let age = who.and_then(|party| means::age(doc, &at(party.span?)));
    Says {
        facts: age
            .into_iter()
            .map(|age| ("age", age.to_string()))
            .collect(),
        ..Says::default()
    }
}

impl Setting<'_> {
    /// From the one the outlet heard it from to the origin; an accuser is the origin of what he accuses of.
    pub(super) fn chain(&self, core: &Core, cited: Option<(Attribution, Basis)>) -> Vec<Source> {
        let (doc, marks) = (self.doc(), &self.read.marks);
        let framed = |a: &Attribution| a.frame.contains(&core.trigger.start);
        let own = cited.as_ref().is_some_and(|(a, _)| framed(a));
        let mut chain = cited.map_or_else(Vec::new, |(a, basis)| on(a.chain, basis));
        let speaker = core.says.speaker.as_ref().filter(|_| !own);
        if let Some(tokens) = speaker.filter(|t| is_party(doc, marks, t)) {
            let source = source_of(doc, marks, tokens, &core.trigger);
            chain.retain(|known| known.span != source.span);
            chain.push(source);
        }
        // "A neighbour heard ten shots, she said": one voice.
        chain.dedup_by(|a, b| a.text == b.text);
        chain
    }

    /// Rarer facts by name.
    pub(super) fn facts(&self, core: &Core, narrow: &Range<usize>) -> Attributes {
        let portion = core.portion.map(|p| ("portion", p.to_owned()));
        let means = means::means(self.doc(), &self.read.marks, narrow, &core.trigger);
        let means = means.map(|id| ("means", id.to_owned()));
        let all = core.says.facts.iter().cloned().chain(portion).chain(means);
        all.map(|(key, value)| (key.to_owned(), value)).collect()
    }
}

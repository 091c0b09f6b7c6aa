//! From what was found in a sentence to claims with all their fields.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::counts::{Count, Scene, Victims, counts};
use super::happenings::{Happening, happenings, party};
use super::naming::{KnownNames, Named, namings};
use super::sources::Attribution;
use super::{Read, certainty};
use crate::lexicon::{Class, Frame, NumberWord, Tag, Trigger};
use crate::model::{
    Article, Basis, Claim, Form, Party, PassageKind, Polarity, Quantity, Source, Span, Tally, Voice,
};
use crate::text::{Doc, Sentence, TokenKind};

/// What is found of one sentence, to be put into its claims.
pub(super) struct Setting<'a> {
    pub(super) read: &'a Read<'a>,
    pub(super) article: &'a Article,
    index: usize,
    pub(super) sentence: &'a Sentence,
}

/// What distinguishes one claim of a sentence from another.
pub(super) struct Core {
    predicate: String,
    pub(super) trigger: Range<usize>,
    /// The trigger with the words it is said of.
    words: Range<usize>,
    pub(super) quantity: Option<Quantity>,
    population: Option<Party>,
    agent: Option<Party>,
    object: Option<Party>,
    /// "all" or "part": how much of the object; "others", "severe": which of those it befell; "risen": a toll that moved.
    portion: Option<&'static str>,
    denied: bool,
}

/// The claims of all sentences that make any.
pub(super) fn claims(read: &Read<'_>, article: &Article) -> Vec<Claim> {
    let scene = read.scene();
    let mut found = Vec::new();
    let mut known = KnownNames::default();
    for (index, sentence) in read.doc.sentences.iter().enumerate() {
        if matches!(
            read.doc.kind_of(sentence),
            PassageKind::Boilerplate | PassageKind::Dateline
        ) {
            continue;
        }
        let setting = Setting {
            read,
            article,
            index,
            sentence,
        };
        let first = found.len();
        let counted = counts(&scene, sentence);
        found.extend(
            counted
                .iter()
                .map(|count| setting.claim(count_core(&scene, count))),
        );
        for (offset, count) in counted.iter().enumerate() {
            let whole: Option<String> = count
                .part_of
                .and_then(|whole| found.get(first + whole))
                .map(|c: &Claim| c.id.clone());
            found[first + offset].part_of = whole;
        }
        found.extend(
            happenings(&scene, sentence)
                .iter()
                .map(|h| setting.claim(happening_core(&scene, h))),
        );
        let named = namings(read.doc, &read.marks, sentence, &mut known);
        found.extend(named.into_iter().map(|n| setting.naming_claim(n)));
    }
    found
}

fn count_core(scene: &Scene<'_>, count: &Count) -> Core {
    let doc = scene.doc;
    let population = match &count.victims {
        // "17 were killed": the number alone says that they are people, and no more.
        Victims::Group(index) => Some(&scene.groups[*index])
            .filter(|group| group.has_noun(scene.amounts))
            .map(|group| group.party(doc, scene.amounts)),
        Victims::Implied { tokens, .. } => Some(party(doc, scene.marks, tokens)),
        // "No officers were hurt" says nothing of others.
        Victims::Nobody(tokens) => tokens
            .clone()
            .any(|i| doc.word(i).person.is_some())
            .then(|| party(doc, scene.marks, tokens)),
    };
    let victims = count.victims.tokens(scene);
    Core {
        predicate: doc.lexicon.predicate(count.predicate).id.clone(),
        words: count.trigger.start.min(victims.start)..count.trigger.end.max(victims.end),
        trigger: count.trigger.clone(),
        quantity: count.victims.quantity(scene),
        population: population.map(|p| with_own_side(scene, count, p)),
        agent: count
            .agent
            .map(|index| scene.groups[index].party(doc, scene.amounts)),
        object: None,
        portion: portion_of_victims(scene, count),
        denied: false,
    }
}

/// "its fighters" are of the side that lost them: the subject's.
fn with_own_side(scene: &Scene<'_>, count: &Count, mut party: Party) -> Party {
    let doc = scene.doc;
    let Victims::Group(index) = count.victims else {
        return party;
    };
    let loses = doc
        .word(count.trigger.start)
        .triggers
        .iter()
        .any(|t| t.frame == Frame::Loses);
    if party.side.is_some() || !loses {
        return party;
    }
    let group = &scene.groups[index];
    let from = doc
        .sentence_of(count.trigger.start)
        .map_or(0, |s| s.tokens.start);
    let subject = from.max(count.trigger.start.saturating_sub(8))..count.trigger.start;
    if group.tokens.start > count.trigger.start
        && let Some(side) = super::people::side_of(doc, scene.marks, &subject)
    {
        party.side = Some(side);
        party.basis = Basis::Implied;
    }
    party
}

fn happening_core(scene: &Scene<'_>, happening: &Happening) -> Core {
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
    }
}

/// Are they some of those it befell: "two others", "three of them seriously injured"?
fn portion_of_victims(scene: &Scene<'_>, count: &Count) -> Option<&'static str> {
    let doc = scene.doc;
    let (trigger, victims) = (count.trigger.start, count.victims.tokens(scene));
    let is_toll = |t: &Trigger| t.frame == Frame::Toll;
    let risen = doc.word(trigger).triggers.iter().any(is_toll)
        && (trigger..victims.start).any(|i| doc.is(i, Class::Change));
    let others =
        victims.clone().any(|i| doc.is(i, Class::Others)) || is_part_of_number(doc, &victims);
    let severe = trigger
        .checked_sub(1)
        .is_some_and(|i| doc.is(i, Class::Severe));
    match (others, severe) {
        _ if risen => Some("risen"),
        (true, _) => Some("others"),
        (_, true) => Some("severe"),
        _ => None,
    }
}

/// "Two of the four people": some of a number that stands there too, unlike "dozens of people".
fn is_part_of_number(doc: &Doc<'_>, victims: &Range<usize>) -> bool {
    let is_number = |i: usize| {
        doc.is_kind(i, TokenKind::Number)
            || matches!(doc.word(i).number, Some(NumberWord::Cardinal(_)))
    };
    let of = victims.clone().find(|i| doc.is(*i, Class::Of));
    is_number(victims.start)
        && of.is_some_and(|of| (of + 1..victims.end.min(of + 3)).any(is_number))
}

/// How much of a thing its first words say: "all positions", "the entire town", "parts of the town".
fn portion(doc: &Doc<'_>, object: &Range<usize>) -> Option<&'static str> {
    object.clone().take(3).find_map(|i| match () {
        () if doc.is(i, Class::Whole) => Some("all"),
        () if doc.is(i, Class::Part) => Some("part"),
        () => None,
    })
}

impl Setting<'_> {
    pub(super) fn doc(&self) -> &Doc<'_> {
        self.read.doc
    }

    fn claim(&self, core: Core) -> Claim {
        let doc = self.doc();
        let at = core.trigger.start;
        let clause = self.clause(&core.words);
        let attribution = self.attribution(at);
        let cited = attribution.as_ref().map(|(a, _)| a);
        let narrow = self.narrow(&core, &clause, cited);
        let judged = certainty::judge(doc, &self.read.marks, &narrow, cited);
        let judged = if core.quantity.is_some() {
            certainty::of_figure(judged)
        } else {
            judged
        };
        let polarity = if core.denied {
            Polarity::Denied
        } else {
            judged.polarity
        };
        let (time, as_of) = self.times(&core, &narrow, cited);
        let mut claim = Claim {
            id: String::new(),
            predicate: core.predicate,
            polarity,
            voice: self.voice(doc.span(core.trigger.clone())),
            certainty: judged.certainty,
            hedge: judged.hedge,
            quantity: core.quantity,
            population: core.population,
            agent: core.agent,
            object: core.object,
            complement: None,
            place: self.place(&core.words),
            time,
            as_of,
            attribution: attribution.map_or_else(Vec::new, |(a, basis)| on(a.chain, basis)),
            part_of: None,
            attributes: core
                .portion
                .map(|p| ("portion".to_owned(), p.to_owned()))
                .into_iter()
                .collect(),
            span: doc.span(clause.clone()),
            passage: self.sentence.passage,
            correction: None,
        };
        self.set_tally(&mut claim, &clause, &narrow);
        claim.id = claim_id(&self.article.id, &claim, claim.span.of(doc.text));
        claim
    }

    /// What a group is called or belongs to.
    fn naming_claim(&self, named: Named) -> Claim {
        let core = Core {
            predicate: self.doc().lexicon.predicate(named.predicate).id.clone(),
            trigger: named.trigger,
            words: named.words,
            quantity: None,
            population: None,
            agent: None,
            object: Some(named.object),
            portion: None,
            denied: named.denied,
        };
        let mut claim = self.claim(core);
        claim.complement = Some(named.complement);
        claim.place = None;
        if named.leads {
            claim.attributes.insert("tie".into(), "leads".into());
        }
        claim.id = claim_id(&self.article.id, &claim, claim.span.of(self.doc().text));
        claim
    }

    /// The words around the claim that make a readable quote: up to the next clause that is not part of it.
    fn clause(&self, words: &Range<usize>) -> Range<usize> {
        let doc = self.doc();
        // "While clashes go on, 50 are dead": the comma that ends what a first "while" opens.
        let opened = doc.is(self.sentence.tokens.start, Class::Contrast);
        let comma = self
            .sentence
            .tokens
            .clone()
            .find(|i| opened && doc.str(*i) == ",");
        let breaks = |i: usize| {
            matches!(doc.str(i), ";" | "—" | "–") || doc.is(i, Class::Contrast) || comma == Some(i)
        };
        let start = (self.sentence.tokens.start..words.start)
            .rev()
            .find(|i| breaks(*i))
            .map_or(self.sentence.tokens.start, |i| i + 1);
        let end = (words.end..self.sentence.tokens.end)
            .find(|i| breaks(*i))
            .unwrap_or(self.sentence.tokens.end);
        let mut clause = start..end;
        while clause.end > words.end && matches!(doc.str(clause.end - 1), "," | "." | ";") {
            clause.end -= 1;
        }
        clause
    }

    /// Who says it, and whether the sentence says so or a neighbouring one.
    fn attribution(&self, at: usize) -> Option<(Attribution, Basis)> {
        let own = &self.read.attributions[self.index];
        let covering = own
            .iter()
            .filter(|a| a.covers(at))
            .min_by_key(|a| a.frame.start.abs_diff(at));
        if let Some(found) = covering {
            return Some((found.clone(), Basis::Said));
        }
        if !own.is_empty() || self.voice(self.doc().span(at..at + 1)) != Voice::Quoted {
            return None;
        }
        // Quoted words without a speaker of their own: the speaker of the neighbouring sentence of the paragraph.
        let near = [self.index.checked_sub(1), Some(self.index + 1)];
        near.into_iter().flatten().find_map(|index| {
            let same = self
                .doc()
                .sentences
                .get(index)
                .is_some_and(|s| s.passage == self.sentence.passage);
            let spoken = self
                .read
                .attributions
                .get(index)
                .filter(|_| same)?
                .first()?;
            Some((spoken.clone(), Basis::Implied))
        })
    }

    fn voice(&self, span: Span) -> Voice {
        let quoted = self.doc().is_quoted(span);
        if quoted { Voice::Quoted } else { Voice::Outlet }
    }

    /// Where: the nearest place of the sentence; else the last one named before in the passage.
    fn place(&self, words: &Range<usize>) -> Option<Party> {
        let distance = |tokens: &Range<usize>| {
            if tokens.start >= words.end {
                tokens.start - words.end
            } else {
                words.start.saturating_sub(tokens.end)
            }
        };
        let own = self.read.places[self.index]
            .iter()
            .min_by_key(|p| distance(&p.tokens));
        if let Some(place) = own {
            return Some(place.party(self.doc(), Basis::Said));
        }
        let before = (0..self.index)
            .rev()
            .take_while(|i| self.doc().sentences[*i].passage == self.sentence.passage);
        before
            .flat_map(|i| self.read.places[i].iter().rev())
            .next()
            .map(|p| p.party(self.doc(), Basis::Implied))
    }

    /// A running total, or a figure of another time than the article's news: as the claim's own clause says.
    fn set_tally(&self, claim: &mut Claim, clause: &Range<usize>, narrow: &Range<usize>) {
        let marks = &self.read.marks;
        let phrase = |wanted: Tag, tokens| marks.within(tokens).find(|m| m.tag == wanted);
        let cumulative = phrase(Tag::Cumulative, clause);
        if let Some(mark) = cumulative.or_else(|| phrase(Tag::Background, narrow)) {
            let words = self.doc().words(mark.start..mark.end).to_lowercase();
            claim.attributes.insert("background".into(), words);
        }
        if let Some(quantity) = &mut claim.quantity {
            quantity.tally = if cumulative.is_some() {
                Tally::Cumulative
            } else {
                Tally::Unknown
            };
        }
    }
}

/// The chain on another basis, where that is weaker.
fn on(chain: Vec<Source>, basis: Basis) -> Vec<Source> {
    chain
        .into_iter()
        .map(|source| Source {
            basis: source.basis.max(basis),
            ..source
        })
        .collect()
}

/// Ten letters and digits: a digest of what is claimed and of the words, so that an edit elsewhere renumbers nothing.
pub(super) fn claim_id(article: &str, claim: &Claim, quote: &str) -> String {
    let mut digest = Sha256::new();
    let figure = claim
        .quantity
        .as_ref()
        .map(|q| (&q.text, form_number(q.form)));
    let parties =
        [&claim.population, &claim.agent, &claim.object].map(|p| p.as_ref().map(|p| &p.text));
    digest.update(format!(
        "{}|{:?}|{figure:?}|{parties:?}|{quote}",
        claim.predicate, claim.polarity
    ));
    if let Some(complement) = &claim.complement {
        digest.update(&complement.text);
    }
    let letters: String = digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| char::from(b"23456789abcdefghjkmnpqrstuvwxyz-"[usize::from(byte % 31)]))
        .collect();
    format!("{article}/{letters}")
}

fn form_number(form: Form) -> u8 {
    form as u8
}

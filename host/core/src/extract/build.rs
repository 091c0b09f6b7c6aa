//! From what was found in a sentence to claims with all their fields.

use std::collections::BTreeSet;
use std::ops::Range;

use super::answers::answers;
use super::blame::{Blame, blames};
use super::cores::{Core, count_core, happening_core, is_presupposed};
use super::counted::{counted, is_silent};
use super::counts::Scene;
use super::doers::{
    accused, age_of_party, blame_core, by_any_name, by_who_denies, done_by, not_by_the_harmed,
    number_of_doers, part_core, recall_groups, the_speaker,
};
use super::happenings::{Happening, happenings};
use super::ids::claim_id;
use super::known::is_known;
use super::measures::measures;
use super::moments::{Moment, Moments, moment};
use super::naming::{KnownNames, Named, namings};
use super::participants::parts;
use super::persons::aged;
use super::remention::Told;
use super::sources::{Attribution, attribution_at, disputed_at};
use super::speakers_side::with_speakers_side;
use super::victims::derived;
use super::{Read, certainty, denial};
use crate::lexicon::{Class, Lexicon};
use crate::model::{
    Article, Attributes, Basis, Bounds, Certainty, Claim, Decimal, Party, Polarity, Quantity,
    Source, Span, Voice,
};
use crate::text::{Doc, Sentence};

/// What is found of one sentence, to be put into its claims.
pub(super) struct Setting<'a> {
    pub(super) read: &'a Read<'a>,
    pub(super) article: &'a Article,
    pub(super) index: usize,
    pub(super) sentence: &'a Sentence,
}

/// The claims of all sentences that make any.
pub(super) fn claims(read: &Read<'_>, article: &Article) -> Vec<Claim> {
    let scene = read.scene();
    let things = read.scene_of_things();
    let counted_people = counted(read, &scene);
    let counted_things = counted(read, &things);
    let mut found = Vec::new();
    let mut known = KnownNames::default();
    let mut persons: BTreeSet<(&str, u32)> = BTreeSet::new();
    let mut when = Moments::default();
    let mut called = None;
    for (index, sentence) in read.doc.sentences.iter().enumerate() {
        let setting = Setting {
            read,
            article,
            index,
            sentence,
        };
        found.extend(setting.statements());
        if is_silent(read.doc, sentence) {
            continue;
        }
        let mut blamed = blames(&scene, sentence);
        blamed.retain(|blame| !setting.is_denied(blame));
        let happened = happenings(&scene, sentence);
        let deeds = Deeds {
            blamed: &blamed,
            happened: &happened,
        };
        let before = found.len();
        found.extend(setting.counted(&scene, &counted_people[index], deeds));
        if counted_people[index].iter().any(|told| told.of_before) {
            on_the_word_before(&mut found, before);
        }
        found.extend(setting.counted(&things, &counted_things[index], deeds));
        let happened = happened.iter().map(|h| happening_core(&scene, h));
        let happened = happened.map(|core| accused(&scene, &blamed, core));
        let blames = blamed.iter().map(|b| blame_core(&scene, b));
        let parts = parts(&scene, sentence);
        let parts = parts.iter().map(|p| part_core(&scene, p));
        let all = happened.chain(blames).chain(parts);
        let told = &counted_people[index];
        let doers = told.iter().filter(|told| told.kept);
        let doers = doers.filter_map(|one| number_of_doers(&scene, told, &one.count));
        let harmed = only_harmed(read.doc.lexicon, &found[before..]);
        let answers = answers(read, sentence).into_iter().map(|mut core| {
            let himself = core.population.is_none() && is_of_himself(read.doc, &core);
            if read.doc.lexicon.is_of_the_harmed(&core.predicate) && !himself {
                core.population = core.population.or_else(|| harmed.clone());
            }
            core
        });
        let all = all.chain(measures(read, sentence)).chain(doers);
        let all = all.chain(answers);
        found.extend(all.flat_map(|core| setting.claim_and_denial(core)));
        match moment(read, sentence) {
            // Where nothing says when the deed was, it was when somebody was called.
            Some(told) if told.of_call => {
                called.get_or_insert_with(|| setting.moment_claim(&told));
            }
            Some(told) if !is_dated_otherwise(&found, &told) && when.takes(&told) => {
                found.push(setting.moment_claim(&told));
            }
            _ => {}
        }
        for told in aged(read.doc, sentence) {
            if persons.insert(told.who(read.doc)) {
                found.push(setting.person_claim(&told));
            }
        }
        let named = namings(read.doc, &read.marks, sentence, &mut known);
        found.extend(named.into_iter().map(|n| setting.naming_claim(n)));
    }
    found.extend(called.filter(|called| when.takes_call(called)));
    recall_groups(read.doc.lexicon, &mut found);
    found
}

/// "Shot himself", of somebody whom the sentence does not name: of nobody else.
fn is_of_himself(doc: &Doc<'_>, core: &Core) -> bool {
    doc.is(core.trigger.end - 1, Class::PronounSingular)
}

/// The one whom a sentence says to have been harmed, where all its claims of harm are of him.
fn only_harmed(lexicon: &Lexicon, told: &[Claim]) -> Option<Party> {
    let is_harm = |claim: &&Claim| {
        lexicon
            .predicate_named(&claim.predicate)
            .is_some_and(|p| p.harm)
    };
    let one = |claim: &&Claim| {
        let quantity = claim.quantity.as_ref();
        quantity.is_none_or(|q| q.stated == Bounds::exactly(Decimal::from(1)))
    };
    let several = told.iter().filter(is_harm).any(|claim| !one(&claim));
    let mut harmed = told.iter().filter(is_harm).map(|c| c.population.as_ref());
    let first = harmed.next()??;
    let same = |other: Option<&Party>| other.is_some_and(|other| other.text == first.text);
    (!several && harmed.all(same)).then(|| first.clone())
}

/// "The rebels said 25 people died. Eighteen of them were women": on whose word those were counted, these are, and as surely.
fn on_the_word_before(found: &mut [Claim], from: usize) {
    let (earlier, own) = found.split_at_mut(from);
    for claim in own.iter_mut().filter(|c| c.attribution.is_empty()) {
        let told = earlier.iter().rev();
        let mut told = told.filter(|c| c.predicate == claim.predicate && c.quantity.is_some());
        if let Some(told) = told.next() {
            claim.attribution = on(told.attribution.clone(), Basis::Implied);
            claim.certainty = claim.certainty.max(told.certainty);
            claim.hedge = claim.hedge.take().or_else(|| told.hedge.clone());
        }
    }
}

/// Has the text said before that it was on another day, and is no hour added? "Two porters were killed there on August 21"
/// is no news of Friday.
fn is_dated_otherwise(found: &[Claim], told: &Moment) -> bool {
    let said = |claim: &Claim| {
        let time = claim
            .time
            .as_ref()
            .filter(|time| time.basis == Basis::Said)?;
        time.first_day()
    };
    let mut days = found.iter().filter_map(said);
    told.day_of_harm()
        .is_some_and(|day| days.next().is_some_and(|first| first != day))
}

/// A count that a text tells over several sentences.
pub(super) struct Account {
    /// The lexicon's predicate.
    pub(super) predicate: &'static str,
    /// The sentence that tells it.
    pub(super) sentence: usize,
    /// The words that say it.
    pub(super) trigger: Range<usize>,
    /// These with the words for whom it befell there.
    pub(super) words: Range<usize>,
    pub(super) quantity: Quantity,
    pub(super) population: Option<Party>,
}

/// The claim of it, with all that its sentence gives besides.
pub(super) fn claim_of(read: &Read<'_>, article: &Article, told: Account) -> Option<Claim> {
    let setting = Setting {
        read,
        article,
        index: told.sentence,
        sentence: read.doc.sentences.get(told.sentence)?,
    };
    let one = told.quantity.stated == Bounds::exactly(Decimal::from(1));
    let who = told.population.as_ref().filter(|_| one);
    let says = age_of_party(read.doc, who);
    Some(setting.claim(Core {
        quantity: Some(told.quantity),
        population: told.population,
        says,
        ..Core::plain(told.predicate, told.trigger, told.words)
    }))
}

/// What a sentence tells of who did what.
#[derive(Clone, Copy)]
struct Deeds<'a> {
    blamed: &'a [Blame],
    happened: &'a [Happening],
}

/// What `attributes.derived` says of a figure that is the sentence before's.
const OF_THOSE_BEFORE: &str = "said of those counted before";

impl Setting<'_> {
    pub(super) fn doc(&self) -> &Doc<'_> {
        self.read.doc
    }

    /// The claims of the counts that are told, with the ids of the wholes they are part of.
    fn counted(&self, scene: &Scene<'_>, counted: &[Told], deeds: Deeds<'_>) -> Vec<Claim> {
        let claims: Vec<Vec<Claim>> = counted
            .iter()
            .map(|told| {
                let core = || done_by(scene, deeds.happened, count_core(scene, &told.count));
                let core = || accused(scene, deeds.blamed, core());
                let core = || not_by_the_harmed(scene, counted, core());
                let core = || by_any_name(scene.doc.lexicon, core());
                let kept = told.kept.then(|| self.claim_and_denial(core()));
                // "Residents said they were farmers": the figure is that of the sentence before.
                let before = told.count.victims.tokens(scene).start < self.sentence.tokens.start;
                let relabels = told.count.relabels();
                // "Before anyone was hurt" says nothing, "denied that anyone was hurt" does.
                let anybody = told.count.is_of_anybody(scene);
                let tells = |claim: &Claim| !anybody || claim.polarity == Polarity::Denied;
                let mut kept: Vec<Claim> = kept.into_iter().flatten().filter(tells).collect();
                for claim in &mut kept {
                    if before {
                        derived(claim, OF_THOSE_BEFORE);
                    }
                    if relabels {
                        claim.attributes.insert("relabels".into(), "yes".into());
                    }
                }
                kept
            })
            .collect();
        let id = |whole: usize| claims.get(whole)?.first().map(|c| c.id.clone());
        let wholes: Vec<Option<String>> = counted
            .iter()
            .map(|told| told.count.part_of.and_then(id))
            .collect();
        claims
            .into_iter()
            .zip(wholes)
            .flat_map(|(claims, part_of)| {
                let part = move |claim| Claim {
                    part_of: part_of.clone(),
                    ..claim
                };
                claims.into_iter().map(part)
            })
            .collect()
    }

    /// The claim, and its denial by whoever the sentence says denies it: "the army denied the rebels' claim that".
    fn claim_and_denial(&self, core: Core) -> impl Iterator<Item = Claim> {
        let at = core.says.at.unwrap_or(core.trigger.start);
        let claim = self.claim(core);
        let denial = self.denial_of(&claim, at);
        std::iter::once(claim).chain(denial)
    }

    /// "The army denied that the rebels were responsible": nobody is held responsible.
    fn is_denied(&self, blame: &Blame) -> bool {
        let at = blame.trigger.start;
        let denies = |a: &Attribution| a.denies() && a.frame.end <= at && a.covers(at);
        blame.accuser.is_none() && self.read.attributions[self.index].iter().any(denies)
    }

    /// The same claim denied, where somebody else than who makes it denies it.
    fn denial_of(&self, claim: &Claim, at: usize) -> Option<Claim> {
        let denied = self
            .denied_beside(at)
            .filter(|_| claim.polarity != Polarity::Denied)?;
        let mut denial = Claim {
            polarity: Polarity::Denied,
            certainty: match denied.chain.is_empty() {
                true => Certainty::Fact,
                false => Certainty::Reported,
            },
            hedge: None,
            attribution: denied.chain.clone(),
            ..claim.clone()
        };
        // "The rebels said … The army denied the claim": the words of the denial are part of the quote.
        denial.span = denial.span.join(self.doc().span(denied.frame.clone()));
        denial.id = claim_id(&self.article.id, &denial, denial.span.of(self.doc().text));
        Some(denial)
    }

    /// Who denies what token `at` says, while somebody else says it.
    fn denied_beside(&self, at: usize) -> Option<&Attribution> {
        let own = self.read.attributions.get(self.index)?;
        // Few sentences tell of a denial: of the others nothing need be looked up a second time.
        if !own.iter().any(Attribution::denies) {
            return None;
        }
        let said = self.attribution(at, false);
        disputed_at(own, said.as_ref().map(|(a, _)| a), at)
    }

    fn claim(&self, core: Core) -> Claim {
        let doc = self.doc();
        let at = core.says.at.unwrap_or(core.trigger.start);
        let clause = self.clause(&core.words);
        // "The rebels' claim that O is false" is still what they claim; who calls it false denies it.
        let untrue = core.says.rung.is_none()
            && self.is_denied_around(&core)
            && self.denied_beside(at).is_none();
        let attribution = self.attribution(at, untrue);
        let known = |a: &Attribution| is_known(doc, self.sentence, &core.words, a);
        let attribution = attribution.filter(|(a, _)| core.quantity.is_none() || !known(a));
        let cited = attribution.as_ref().map(|(a, _)| a);
        let narrow = self.narrow(&core, &clause, cited);
        let figure = core.quantity.is_some();
        let judged = certainty::judge(doc, &self.read.marks, (&narrow, at), cited, figure);
        let judged = if figure {
            certainty::of_figure(judged)
        } else {
            judged
        };
        let polarity = match (core.denied, core.says.rung) {
            (true, _) => Polarity::Denied,
            // "Denied involvement" says that somebody denies, and denies nothing itself.
            (false, Some(_)) => Polarity::Affirmed,
            (false, None) if is_presupposed(doc, &core, cited) => Polarity::Affirmed,
            (false, None) if untrue => Polarity::Denied,
            (false, None) => judged.polarity,
        };
        let (time, as_of) = self.times(&core, &narrow, cited);
        let attributes = self.facts(&core, &narrow);
        let place = self.place(&core.words);
        let rung = core.says.rung;
        let (trigger, core_end) = (core.trigger.clone(), core.words.end);
        let denies = polarity == Polarity::Denied && cited.is_some_and(Attribution::denies);
        let attribution = self.chain(&core, attribution);
        let core = match denies {
            true => by_who_denies(doc, core, &attribution),
            false => core,
        };
        let core = the_speaker(doc.lexicon, core, &attribution);
        let told = self.told(core, &clause, attribution);
        // What stands in quotation marks is somebody's word, even where nobody is named for it.
        let unsaid = match told.voice {
            Voice::Quoted => Certainty::Reported,
            Voice::Outlet => Certainty::Fact,
        };
        let mut claim = Claim {
            polarity,
            certainty: judged.certainty.max(rung.unwrap_or(unsaid)),
            hedge: judged.hedge,
            place: place.map(Box::new),
            time,
            as_of,
            attributes,
            ..told
        };
        self.set_tally(&mut claim, (trigger, core_end), &clause, &narrow);
        claim.id = claim_id(&self.article.id, &claim, claim.span.of(doc.text));
        claim
    }

    /// A claim of something besides what happened: on whose word it is said, and no time of its own. It has no id yet.
    pub(super) fn detail_claim(&self, core: Core) -> Claim {
        let attribution = self.chain(&core, self.attribution(core.trigger.start, false));
        let clause = self.clause(&core.words);
        let certainty = match attribution.is_empty() {
            true => Certainty::Fact,
            false => Certainty::Reported,
        };
        Claim {
            certainty,
            ..self.told(core, &clause, attribution)
        }
    }

    /// Who is told of, in which words and by whom; affirmed as a fact, of no time and place, and without an id.
    fn told(&self, core: Core, clause: &Range<usize>, attribution: Vec<Source>) -> Claim {
        let doc = self.doc();
        let population = core.population;
        let around = (self.sentence, &self.read.attributions[self.index][..]);
        let population = population.map(|p| with_speakers_side(doc, around, p, &attribution));
        Claim {
            id: String::new(),
            polarity: Polarity::Affirmed,
            voice: self.voice(doc.span(core.trigger)),
            certainty: Certainty::Fact,
            hedge: None,
            complement: None,
            place: None,
            time: None,
            as_of: None,
            attribution,
            part_of: None,
            attributes: Attributes::default(),
            span: doc.span(clause.clone()),
            passage: self.sentence.passage,
            correction: None,
            predicate: core.predicate,
            quantity: core.quantity,
            population,
            agent: core.agent.map(Box::new),
            object: core.object.map(Box::new),
        }
    }

    /// What a group is called or belongs to.
    fn naming_claim(&self, named: Named) -> Claim {
        let predicate = &self.doc().lexicon.predicate(named.predicate).id;
        let core = Core {
            object: Some(named.object),
            denied: named.denied,
            ..Core::plain(predicate, named.trigger, named.words)
        };
        let mut claim = self.claim(core);
        claim.complement = Some(Box::new(named.complement));
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

    /// Do words outside the claim's own clause say that it is not so?
    pub(super) fn is_denied_around(&self, core: &Core) -> bool {
        denial::is_denied_around(
            self.doc(),
            &self.read.marks,
            self.sentence,
            core.trigger.start,
        )
    }

    /// Who says it, and whether the sentence says so or a neighbouring one.
    fn attribution(&self, at: usize, outside: bool) -> Option<(Attribution, Basis)> {
        let told = &self.read.attributions;
        attribution_at(self.doc(), told, (self.index, at), outside)
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
        let before = self.read.place_before(self.index);
        before.map(|p| p.party(self.doc(), Basis::Implied))
    }
}

/// The chain on another basis, where that is weaker.
pub(super) fn on(chain: Vec<Source>, basis: Basis) -> Vec<Source> {
    chain
        .into_iter()
        .map(|source| Source {
            basis: source.basis.max(basis),
            ..source
        })
        .collect()
}

//! The persons of a text who were killed, wounded or shot, each once, however often and in whatever words they are told.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fate::{Fate, Sighting};
use super::mention::{Mention, Pointing};
use super::portrait::Portrait;

/// The most persons kept; a text that tells of more is a list, not a report.
const PERSONS: usize = 300;

/// The most people that a phrase is taken apart into: "two men" are two persons, "forty men" a figure.
const TAKEN_APART: u32 = 8;

/// The most sentences from a person to a pronoun.
const PRONOUN_REACH: usize = 4;

/// Where a fate of a person was told.
#[derive(Clone, Debug)]
pub(super) struct Telling {
    pub(super) fate: Fate,
    pub(super) sentence: usize,
    pub(super) trigger: Range<usize>,
    /// The words for the person there.
    pub(super) words: Range<usize>,
    /// Are those words a pronoun?
    pub(super) pronoun: bool,
    /// "killed himself".
    pub(super) own_hand: bool,
    /// Do the words mean several?
    pub(super) several: bool,
}

/// Somebody told of.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) portrait: Portrait,
    /// The words that first name or describe the person.
    pub(super) words: Range<usize>,
    /// The fates told, by position.
    pub(super) tellings: Vec<Telling>,
    /// The sentence that told of the person last.
    last: usize,
    /// Told as "another", "two others".
    pub(super) further: bool,
    /// One of how many told in one phrase, where that phrase told no ages: "two men".
    pub(super) one_of: u32,
}

/// Is it a child or a parent who is told to be dead, and never hurt? "A man was killed. John Roe had two wounds" may be of one.
fn is_only_dead(person: &Person) -> bool {
    let close = person.portrait.child == Some(true) || person.portrait.parent == Some(true);
    let hurt = person.met(Fate::Wounded) || person.met(Fate::Shot);
    close && person.met(Fate::Killed) && !hurt
}

impl Person {
    /// Is any such fate told?
    pub(super) fn met(&self, fate: Fate) -> bool {
        self.tellings.iter().any(|t| t.fate == fate)
    }

    /// Is the other the same person by a noun that few share, told in another sentence?
    pub(super) fn is_told_again(&self, other: &Self) -> bool {
        let noun = |p: &Self| p.portrait.noun.clone().filter(|_| p.portrait.sex.is_none());
        let beside = |t: &Telling| other.tellings.iter().any(|o| o.sentence == t.sentence);
        noun(self).is_some()
            && noun(self) == noun(other)
            && self.portrait.fits(&other.portrait)
            && !self.further
            && !self.tellings.iter().any(beside)
    }

    /// The first telling of such a fate.
    pub(super) fn first(&self, fate: Fate) -> Option<&Telling> {
        self.tellings.iter().find(|t| t.fate == fate)
    }
}

/// All persons of a text.
#[derive(Default)]
pub(super) struct Ledger {
    pub(super) persons: Vec<Person>,
    /// Whom each mention of the sentence in hand was found to mean: "was shot and killed" says two things of one.
    met: BTreeMap<usize, Vec<usize>>,
    /// Figures of people of whom nothing else is told: "five people were taken to hospital".
    pub(super) figures: Vec<(u32, Telling)>,
    /// The fates told of some whose number is not told, beside others: "the guards and a cook were killed".
    pub(super) uncounted: Vec<Fate>,
    /// The sentence in hand.
    now: usize,
}

impl Ledger {
    /// Enters what a sentence tells.
    pub(super) fn enter(&mut self, sentence: usize, people: &[Mention], sighting: &Sighting) {
        if self.now != sentence {
            self.now = sentence;
            self.met.clear();
        }
        let mut taken: Vec<usize> = Vec::new();
        if let Some(agent) = sighting.agent.filter(|a| people[*a].count == Some(1)) {
            let mut doer = people[agent].clone();
            doer.portrait.attacker = true;
            let who = self.met.get(&agent).cloned();
            let who = who.unwrap_or_else(|| {
                let found = self.one(sentence, &doer, None, &taken);
                found.into_iter().collect()
            });
            self.met.insert(agent, who.clone());
            taken.extend(who);
        }
        for index in &sighting.who {
            let mut mention = people[*index].clone();
            // "He killed another man": not himself, and nobody told before is meant.
            mention.further &= sighting.agent.is_none() || mention.count != Some(1);
            // Whoever kills others and then himself is no victim among them.
            let killed_others = self.has_agent(sentence);
            mention.portrait.attacker |= sighting.own_hand && killed_others;
            let unnumbered = mention.count.is_none() && mention.pointing != Pointing::Pronoun;
            if unnumbered && sighting.who.len() > 1 {
                self.uncounted.push(sighting.fate);
            }
            let persons = match mention.count {
                _ if self.met.contains_key(index) => self.met[index].clone(),
                Some(1) => self
                    .one(sentence, &mention, Some(sighting.fate), &taken)
                    .into_iter()
                    .collect(),
                count => self.several(sentence, &mention, (count, sighting.fate), &taken),
            };
            for person in &persons {
                self.tell(*person, sentence, &mention, sighting);
            }
            if persons.is_empty() {
                self.count(sentence, &mention, sighting);
            }
            self.met.insert(*index, persons.clone());
            taken.extend(persons);
        }
    }

    /// Keeps the figure of a phrase that is not taken apart.
    fn count(&mut self, sentence: usize, mention: &Mention, sighting: &Sighting) {
        let figure = mention
            .count
            .filter(|n| *n >= 2 && sighting.indirect && mention.noun);
        if let Some(figure) = figure.filter(|_| self.figures.len() < PERSONS) {
            let telling = Telling {
                fate: sighting.fate,
                sentence,
                trigger: sighting.trigger.clone(),
                words: mention.tokens.clone(),
                pronoun: false,
                own_hand: false,
                several: true,
            };
            self.figures.push((figure, telling));
        }
    }

    /// Has a sentence up to here told of one who does it, not long ago?
    fn has_agent(&self, sentence: usize) -> bool {
        self.persons
            .iter()
            .any(|p| p.portrait.attacker && p.tellings.is_empty() && p.last + 6 > sentence)
    }

    fn tell(&mut self, person: usize, sentence: usize, mention: &Mention, sighting: &Sighting) {
        let pronoun = mention.pointing == Pointing::Pronoun;
        let person = &mut self.persons[person];
        person.last = sentence;
        if person.tellings.len() < 40 {
            person.tellings.push(Telling {
                fate: sighting.fate,
                sentence,
                trigger: sighting.trigger.clone(),
                words: mention.tokens.clone(),
                pronoun,
                own_hand: sighting.own_hand,
                several: mention.count != Some(1),
            });
        }
    }

    /// The person that a mention of one means; somebody new where it may mean nobody told before.
    fn one(
        &mut self,
        sentence: usize,
        mention: &Mention,
        fate: Option<Fate>,
        taken: &[usize],
    ) -> Option<usize> {
        let found = match mention.pointing {
            Pointing::Pronoun => return self.by_pronoun(sentence, mention, fate),
            Pointing::Name => self.by_name(sentence, mention, fate, taken),
            // "A man was killed and the driver hurt": of one sentence, two nouns mean two.
            Pointing::Known => self.by_likeness(mention, fate, taken, |p| {
                p.last != sentence || p.portrait.shares_noun(&mention.portrait)
            }),
            Pointing::New => {
                // Told again, elsewhere in the text: a headline, its lead, a caption.
                self.by_likeness(mention, fate, taken, |p| {
                    is_again(p, sentence, (mention, fate))
                })
            }
        };
        if let Some(person) = found {
            self.persons[person].portrait.learn(&mention.portrait);
            self.persons[person].last = sentence;
            return Some(person);
        }
        self.add(sentence, mention, mention.portrait.clone(), 1)
    }

    fn add(
        &mut self,
        sentence: usize,
        mention: &Mention,
        portrait: Portrait,
        one_of: u32,
    ) -> Option<usize> {
        if self.persons.len() == PERSONS {
            return None;
        }
        self.persons.push(Person {
            portrait,
            words: mention.tokens.clone(),
            tellings: Vec::new(),
            last: sentence,
            further: mention.further,
            one_of,
        });
        Some(self.persons.len() - 1)
    }

    /// "he": the one told last who fits. Of whom it is said that he died, one who was hurt before.
    fn by_pronoun(&self, sentence: usize, mention: &Mention, fate: Option<Fate>) -> Option<usize> {
        let near = |p: &usize| {
            let person = &self.persons[*p];
            person.last + PRONOUN_REACH > sentence && person.portrait.fits(&mention.portrait)
        };
        let mut order: Vec<usize> = (0..self.persons.len()).collect();
        order.sort_by_key(|p| std::cmp::Reverse((self.persons[*p].last, *p)));
        let mut near = order.iter().copied().filter(|p| near(p));
        let Some(fate) = fate else {
            return near.next();
        };
        let near: Vec<usize> = near
            .filter(|p| !self.persons[*p].tellings.is_empty())
            .collect();
        // "One man was killed and two others hurt. He died at the scene": he is no one of the others.
        let open = |p: &&usize| {
            let person = &self.persons[**p];
            let alone = person.tellings.last().is_some_and(|t| !t.several);
            !person.met(Fate::Killed)
                && (person.one_of == 1 || alone)
                && !(person.further && person.portrait.name.is_empty() && fate == Fate::Killed)
        };
        let dead = |p: &&usize| self.persons[**p].met(Fate::Killed);
        let found = near.iter().find(open);
        // "Ana was taken to a clinic, where she died": she whom the sentence names, though her death was told before.
        let beside = |p: &&usize| self.persons[**p].last == sentence && dead(p);
        match fate {
            Fate::Killed => near
                .iter()
                .find(beside)
                .or(found)
                .or_else(|| near.iter().find(dead))
                .copied(),
            Fate::Shot | Fate::Wounded => found.or(near.first()).copied(),
        }
    }

    /// The one of that name; else one told without a name whom it may name.
    fn by_name(
        &self,
        sentence: usize,
        mention: &Mention,
        fate: Option<Fate>,
        taken: &[usize],
    ) -> Option<usize> {
        let named = |p: &Person| p.portrait.shares_name(&mention.portrait);
        self.best((mention, fate), taken, |p| {
            named(p) && p.portrait.fits(&mention.portrait)
        })
        .or_else(|| {
            self.best((mention, fate), taken, |p| {
                p.portrait.name.is_empty()
                    && p.last != sentence
                    && p.portrait.fits(&mention.portrait)
                    && p.portrait.attacker == mention.portrait.attacker
                    && is_alike(p, fate)
                    && !(fate == Some(Fate::Killed) && is_only_hurt(p, &mention.portrait))
                    // "Killed a boy. John Roe was wounded": not the boy.
                    && !(fate == Some(Fate::Wounded) && is_only_dead(p))
            })
        })
    }

    fn by_likeness(
        &self,
        mention: &Mention,
        fate: Option<Fate>,
        taken: &[usize],
        may: impl Fn(&Person) -> bool,
    ) -> Option<usize> {
        self.best((mention, fate), taken, |p| {
            p.portrait.fits(&mention.portrait)
                && p.portrait.attacker == mention.portrait.attacker
                && is_alike(p, fate)
                && may(p)
        })
    }

    /// Of those who fit one of the same name, of the same fate, the likest, the one told last, in this order.
    fn best(
        &self,
        (mention, fate): (&Mention, Option<Fate>),
        taken: &[usize],
        may: impl Fn(&Person) -> bool,
    ) -> Option<usize> {
        (0..self.persons.len())
            .filter(|p| !taken.contains(p) && may(&self.persons[*p]))
            .max_by_key(|p| {
                let person = &self.persons[*p];
                let likeness = person.portrait.likeness(&mention.portrait);
                let same_fate = fate.is_some_and(|fate| person.met(fate));
                (
                    person.portrait.shares_name(&mention.portrait),
                    same_fate,
                    likeness,
                    person.last,
                    *p,
                )
            })
    }

    /// Those whom a mention of several means. Only those whose number is told are taken apart into persons.
    fn several(
        &mut self,
        sentence: usize,
        mention: &Mention,
        (count, fate): (Option<u32>, Fate),
        taken: &[usize],
    ) -> Vec<usize> {
        let known = matches!(mention.pointing, Pointing::Known | Pointing::Pronoun);
        let blank = mention.portrait.is_blank() && mention.ages.is_empty();
        let wanted = match count {
            Some(count) if count <= TAKEN_APART => count,
            None if mention.pointing == Pointing::Pronoun => 2,
            _ => return Vec::new(),
        };
        if known {
            let told = self.last_told(sentence, mention, wanted, taken);
            // "A woman and her two sons were killed": known by whose they are, not told before.
            if !told.is_empty() || !mention.owned {
                return told;
            }
        }
        // "Five people were shot": a total, under which the persons are told one by one.
        if blank && !mention.further {
            return Vec::new();
        }
        let mut found: Vec<usize> = Vec::new();
        for at in 0..wanted as usize {
            let mut one = mention.clone();
            one.portrait.age = mention.ages.get(at).copied();
            let not_these: Vec<usize> = taken.iter().chain(&found).copied().collect();
            // Of "one killed" it is not known whether it is this one of several.
            let again = self.by_likeness(&one, Some(fate), &not_these, |p| {
                !(p.portrait.is_blank() && one.portrait.age.is_some())
                    && is_again(p, sentence, (&one, Some(fate)))
            });
            let person = match again {
                Some(person) => {
                    self.persons[person].portrait.learn(&one.portrait);
                    Some(person)
                }
                None => self.add(sentence, mention, one.portrait, wanted),
            };
            found.extend(person);
        }
        found
    }

    /// "both", "they", "the two men": as many as were told last, if so many fit; never somebody new.
    fn last_told(
        &self,
        sentence: usize,
        mention: &Mention,
        wanted: u32,
        taken: &[usize],
    ) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.persons.len())
            .filter(|p| {
                let person = &self.persons[*p];
                !taken.contains(p)
                    && !person.tellings.is_empty()
                    && person.portrait.fits(&mention.portrait)
                    && person.portrait.attacker == mention.portrait.attacker
                    && person.last + 2 * PRONOUN_REACH > sentence
            })
            .collect();
        order.sort_by_key(|p| std::cmp::Reverse((self.persons[*p].last, *p)));
        order.truncate(wanted as usize);
        if order.len() < wanted as usize {
            order.clear();
        }
        order.sort_unstable();
        order
    }
}

/// May such a fate be told of a person again, or after what was told? The dead are not wounded later, but told so.
fn is_alike(person: &Person, fate: Option<Fate>) -> bool {
    match fate {
        None => true,
        // Of "two others hurt" none is one who is said to be dead.
        Some(Fate::Killed) if person.further && !person.met(Fate::Killed) => false,
        Some(_) => !person.tellings.is_empty() || person.portrait.attacker,
    }
}

/// "A man was wounded. Ann Smith was killed": one who is only told to be hurt is not somebody else who died, unless more
/// than what they are says so.
fn is_only_hurt(person: &Person, named: &Portrait) -> bool {
    !person.tellings.is_empty()
        && person.tellings.iter().all(|t| t.fate == Fate::Wounded)
        && !person.portrait.is_surely(named)
}

/// May a phrase without "the" tell again of somebody? In one sentence only of the same fate: a headline that has run into
/// its text.
fn is_again(person: &Person, sentence: usize, (mention, fate): (&Mention, Option<Fate>)) -> bool {
    let same_fate = fate.is_some_and(|fate| person.met(fate));
    (person.last != sentence || same_fate)
        && (!mention.further || person.further)
        && !is_beside_the_dead(person, mention, fate)
}

/// "A guard was killed. A policeman was hurt": one who is only said to be hurt is not the dead one told before, of whom no
/// wound was told, nor the other way round where both have a trade.
fn is_beside_the_dead(person: &Person, mention: &Mention, fate: Option<Fate>) -> bool {
    let (told, here) = (&person.portrait, &mention.portrait);
    let only_dead =
        person.met(Fate::Killed) && person.tellings.iter().all(|t| t.fate == Fate::Killed);
    let only_hurt = !person.met(Fate::Killed) && person.met(Fate::Wounded);
    match fate {
        // "One person was killed. A man was hurt."
        Some(Fate::Wounded) => {
            let another = !told.shares_noun(here) || told.is_blank();
            only_dead && !told.is_surely(here) && another
        }
        Some(Fate::Killed) => {
            only_hurt && !told.shares_noun(here) && told.sex.is_none() && here.sex.is_none()
        }
        _ => false,
    }
}

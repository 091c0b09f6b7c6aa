//! From the ledger to claims: persons of whom no single sentence says it, and how many they are where no sentence
//! gives a total.

use std::ops::Range;

use super::apart::{is_in_list, is_sum, listed, told_apart};
use super::fate::Fate;
use super::given::{Given, figure_of, given, is_own, is_single, shot_less_killed};
use super::homicide;
use super::ledger::{Ledger, Person, Telling};
use super::ranked;
use crate::extract::Read;
use crate::extract::build::{Account, claim_of};
use crate::extract::ids::claim_id;
use crate::model::{
    Article, Basis, Bounds, Claim, Decimal, Form, Party, PassageKind, Polarity, Quantity, Span,
};
use crate::time::{TimeKind, TimeMention};

/// The most bytes of a quote that spans several sentences; a longer one quotes the sentence that tells of the last.
const LONGEST_QUOTE: usize = 400;

/// How many claims before some words are looked at for one of the same words.
const NEAR: usize = 16;

/// Fates dated further apart than so many days are those of several deeds.
const APART_DAYS: i64 = 21;

/// The most persons that a total names.
const NAMED: usize = 5;

/// Adds all that the ledger tells beyond the claims.
pub(super) fn add(read: &Read<'_>, article: &Article, ledger: &Ledger, claims: &mut Vec<Claim>) {
    let mut index: Vec<(usize, usize)> = claims
        .iter()
        .enumerate()
        .filter_map(|(at, c)| Some((c.quantity.as_ref()?.span?.start, at)))
        .collect();
    index.sort_unstable();
    let book = Book {
        read,
        article,
        ledger,
        index,
    };
    book.mark(claims);
    let single = book.singles(claims);
    claims.extend(single);
    let killed = given(read, claims, Fate::Killed);
    let figures = book.figures(claims, &killed);
    claims.extend(figures);
    let totals = [
        book.killed(claims, &killed),
        homicide::claim(read, article, claims, (&killed, ledger)),
        book.wounded(claims, &killed),
    ];
    claims.extend(totals.into_iter().flatten().flatten());
    claims.extend(ranked::claim(read, article, &killed));
}

pub(super) struct Book<'a> {
    pub(super) read: &'a Read<'a>,
    pub(super) article: &'a Article,
    pub(super) ledger: &'a Ledger,
    /// The claims of single sentences by where their figure stands.
    index: Vec<(usize, usize)>,
}

impl Book<'_> {
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        self.read.doc.span(tokens.clone())
    }

    /// Marks the claims of those who do it, and turns "wounded" of somebody who died into "killed or wounded": the dead
    /// are not counted among the wounded.
    fn mark(&self, claims: &mut [Claim]) {
        for person in &self.ledger.persons {
            let died = person.met(Fate::Killed);
            if !died && !person.portrait.attacker {
                continue;
            }
            for telling in &person.tellings {
                let Some(claim) = self.claim_of(claims, telling) else {
                    continue;
                };
                let claim = &mut claims[claim];
                if person.portrait.attacker {
                    is_attacker(claim);
                }
                if died && claim.predicate == Fate::Wounded.predicate() && is_single(claim) {
                    claim.predicate = "casualties".into();
                    claim.attributes.insert("fate".into(), "died".into());
                    claim.id = claim_id(&self.article.id, claim, claim.span.of(&self.article.text));
                }
            }
        }
    }

    /// The claim of a single sentence that says the same.
    pub(super) fn claim_of(&self, claims: &[Claim], telling: &Telling) -> Option<usize> {
        let words = self.span(&telling.words);
        let text = &self.article.text;
        // "Jane Doe, a pilot, was killed": told of the name, and of what she is.
        let described = |s: Span| {
            let between = text.get(s.end..words.start);
            let owner = between.and_then(|between| between.strip_prefix(", "));
            // So too "Jane Doe, the mill's manager".
            let owned = words.of(text).starts_with(['\'', '’']);
            owner.is_some_and(|owner| owner.is_empty() || owned && !owner.contains(','))
        };
        let to = self.index.partition_point(|(start, _)| *start < words.end);
        let near = self.index[to.saturating_sub(NEAR)..to].iter().rev();
        near.map(|(_, at)| *at).find(|at| {
            let claim = &claims[*at];
            let counted = claim.quantity.as_ref().and_then(|q| q.span);
            claim.predicate == telling.fate.predicate()
                && counted.is_some_and(|s| s.overlaps(words) || described(s))
        })
    }

    /// Is all that is told of them asserted of the article's own incident, and nothing of it denied?
    fn stands(&self, claims: &[Claim], person: &Person) -> bool {
        let told = person.tellings.iter();
        told.filter_map(|t| self.claim_of(claims, t))
            .all(|at| is_own(&claims[at]))
    }

    /// The killed, where they are told one by one and no total is given.
    fn killed(&self, claims: &mut [Claim], given: &Given) -> Option<Vec<Claim>> {
        // "One was killed and two others hurt; one died in hospital": none of the two, unless they are told apart.
        let other = |p: &&Person| {
            let first = p.tellings.first().map(|t| t.fate);
            p.further && p.one_of > 1 && first != Some(Fate::Killed)
        };
        let dead: Vec<&Person> = self
            .ledger
            .persons
            .iter()
            .filter(|p| p.met(Fate::Killed) && !other(p) && self.stands(claims, p))
            .collect();
        let victims: Vec<&Person> = dead
            .iter()
            .copied()
            .filter(|p| !p.portrait.attacker)
            .collect();
        if given.total >= 2 {
            return self.list(claims, &victims, Fate::Killed, given);
        }
        let victims = told_apart(&self.of_one_time(victims, Fate::Killed));
        let enough = |persons: &[&Person]| {
            persons.len() >= 2
                && persons.len() > given.most() as usize
                && is_sum(self.ledger, persons, Fate::Killed)
        };
        // "The suspect was shot dead", "a man died": one, unless it is said that he did it himself or they differ.
        let apart = |p: &&Person| {
            p.tellings.iter().any(|t| t.own_hand)
                || victims.iter().all(|v| !v.portrait.fits(&p.portrait))
        };
        // "A soldier was found dead. Police believe the soldier shot himself": told before, in his own noun.
        let again = |p: &&Person| victims.iter().any(|v| v.is_told_again(p));
        let dead: Vec<&Person> = dead
            .iter()
            .copied()
            .filter(|p| !p.portrait.attacker || apart(p) && !again(p))
            .collect();
        let doers: Vec<&Person> = dead.into_iter().filter(|p| p.portrait.attacker).collect();
        let mut dead = victims.clone();
        dead.extend(told_apart(&self.of_one_time(doers, Fate::Killed)));
        let mut found = Vec::new();
        if enough(&victims) {
            found.extend(self.total(claims, &victims, Fate::Killed, ONE_BY_ONE));
        }
        if (enough(&victims) || enough(&dead)) && dead.len() > victims.len() {
            let all = self.total(claims, &dead, Fate::Killed, ONE_BY_ONE);
            found.extend(all.map(|mut all| {
                all.attributes.insert("attacker".into(), "counted".into());
                all
            }));
        }
        Some(found)
    }

    /// Those whose fate is not dated far from the first's: "another was killed in March" tells of another deed.
    fn of_one_time<'p>(&self, mut persons: Vec<&'p Person>, fate: Fate) -> Vec<&'p Person> {
        let dated = |p: &Person| {
            let telling = p.first(fate).or(p.tellings.first())?;
            let sentence = &self.read.doc.sentences[telling.sentence];
            let times = self.read.times_in(&sentence.tokens).iter();
            let day = |t: &TimeMention| (t.kind == TimeKind::Point).then_some(t.period.end)?;
            times.filter_map(day).map(i64::from).next()
        };
        let Some(first) = persons.iter().find_map(|p| dated(p)) else {
            return persons;
        };
        let near = |p: &&Person| dated(p).is_none_or(|at| (at - first).abs() <= APART_DAYS * 1440);
        persons.retain(near);
        persons
    }

    /// The wounded, where no figure is given: those told one by one, or those shot less those killed.
    fn wounded(&self, claims: &mut [Claim], killed: &Given) -> Option<Vec<Claim>> {
        let given = given(self.read, claims, Fate::Wounded);
        let alive =
            |p: &&Person| !p.met(Fate::Killed) && !p.tellings.is_empty() && self.stands(claims, p);
        let mut hurt: Vec<&Person> = self.ledger.persons.iter().filter(alive).collect();
        let dead = self.ledger.persons.iter().filter(|p| p.met(Fate::Killed));
        let told_dead = dead.count() as u32;
        let shot = shot_less_killed(claims, told_dead.max(killed.most()));
        let left = shot.map_or(0, |(left, _)| left);
        // "Five were shot; two are in critical condition": whoever was shot and lives is hurt.
        if let Some((_, at)) = shot.filter(|_| left > given.most() && left >= 2)
            && (given.most() >= 2 || given.figure)
            && given.plain < 2
        {
            return Some(vec![self.less(claims, at, left)]);
        }
        if given.most() >= 2 {
            return self.list(claims, &hurt, Fate::Wounded, &given);
        }
        if given.figure {
            return None;
        }
        let claimed_dead = killed.most().max(u32::from(killed.anybody));
        // Those claimed dead of whom the ledger does not know are likely among those it knows as shot.
        for _ in told_dead..claimed_dead.min(told_dead + 300) {
            if let Some(at) = hurt.iter().rposition(|p| !p.met(Fate::Wounded)) {
                hurt.remove(at);
            }
        }
        if left as usize > hurt.len()
            && let Some((_, at)) = shot
        {
            return Some(vec![self.less(claims, at, left)]);
        }
        let hurt = told_apart(&self.of_one_time(hurt, Fate::Wounded));
        let sum = hurt.len() >= 2 && is_sum(self.ledger, &hurt, Fate::Wounded);
        if let Some((_, at)) = shot.filter(|_| hurt.len() >= 2 && !sum) {
            return Some(vec![self.less(claims, at, left)]);
        }
        if sum || hurt.len() == 1 && !given.anybody {
            let why = if hurt.iter().all(|p| !p.met(Fate::Wounded)) {
                "shot, and not said to have died"
            } else {
                ONE_BY_ONE
            };
            return Some(
                self.total(claims, &hurt, Fate::Wounded, why)
                    .into_iter()
                    .collect(),
            );
        }
        None
    }

    /// "Injuring an officer and two others": more than the figure that one of the phrases gives. A total that stands
    /// elsewhere in the text holds, be it at odds with its list.
    fn list(
        &self,
        claims: &mut [Claim],
        persons: &[&Person],
        fate: Fate,
        given: &Given,
    ) -> Option<Vec<Claim>> {
        let persons = listed(persons, fate);
        let total = given.total.max(given.plain);
        let own = total < 2
            || is_in_list(&persons, fate, total)
                && self.is_nowhere_else(claims, &persons, fate, total);
        let more = persons.len() > given.most() as usize && is_sum(self.ledger, &persons, fate);
        let more = more && own;
        let total = more.then(|| self.total(claims, &persons, fate, ONE_BY_ONE));
        Some(total.flatten().into_iter().collect())
    }

    /// Do no words but those of the list give so high a figure: is it no total of the text?
    fn is_nowhere_else(
        &self,
        claims: &[Claim],
        persons: &[&Person],
        fate: Fate,
        figure: u32,
    ) -> bool {
        let of_list = |claim: &Claim| {
            let span = claim.quantity.as_ref().and_then(|q| q.span);
            let mut words = persons.iter().map(|p| self.span(&p.words));
            span.is_some_and(|span| words.any(|w| w.overlaps(span)))
        };
        let mut same = claims
            .iter()
            .filter(|c| c.predicate == fate.predicate() && figure_of(c) == Some(figure));
        same.all(of_list)
    }

    /// "Five were shot, two of them fatally": three wounded, on the claim of the five.
    fn less(&self, claims: &[Claim], shot: usize, left: u32) -> Claim {
        let mut claim = claims[shot].clone();
        claim.predicate = Fate::Wounded.predicate().to_owned();
        if let Some(quantity) = &mut claim.quantity {
            // "At least three were shot": at least as many are hurt.
            let high = quantity.stated.high.map(|_| Decimal::from(left));
            quantity.stated = Bounds {
                low: Some(Decimal::from(left)),
                high,
            };
            quantity.interpreted = quantity.stated;
        }
        derived(&mut claim, "those shot less those killed");
        claim.attribution.clear();
        claim.id = claim_id(&self.article.id, &claim, claim.span.of(&self.article.text));
        claim
    }

    /// Does every part rest on the source of the sum? Else it is nobody's word but ours.
    fn have_one_source(&self, claims: &[Claim], tellings: &[Telling], sum: &Claim) -> bool {
        tellings.iter().all(|telling| {
            let part = self.claim_of(claims, telling);
            part.is_some_and(|part| sources(&claims[part]).eq(sources(sum)))
        })
    }

    /// A sum over persons. The claims of the single ones become its parts.
    fn total(
        &self,
        claims: &mut [Claim],
        persons: &[&Person],
        fate: Fate,
        why: &str,
    ) -> Option<Claim> {
        let doc = self.read.doc;
        // A headline says in short, and on nobody's word, what the text says in full.
        let body = |t: &&Telling| {
            let sentence = &doc.sentences[t.sentence];
            doc.kind_of(sentence) != PassageKind::Headline
        };
        let told = |p: &Person| {
            p.tellings
                .iter()
                .filter(|t| t.fate == fate)
                .find(body)
                .cloned()
        };
        let first = |p: &Person| p.first(fate).or(p.tellings.first()).cloned();
        let fate_of = |p: &Person| told(p).or_else(|| first(p));
        let tellings: Vec<Telling> = persons.iter().filter_map(|p| fate_of(p)).collect();
        // "Two men were seriously injured": the sentence gives the figure itself.
        let one_phrase = tellings.iter().all(|t| t.words == tellings[0].words);
        let first = tellings.first()?;
        if one_phrase && first.fate == fate && self.claim_of(claims, first).is_some() {
            return None;
        }
        let last = tellings.iter().max_by_key(|t| t.trigger.start)?;
        // Of one who was told first as one of five, what is told of him alone.
        let words = persons.iter().zip(&tellings).take(NAMED);
        let mut words: Vec<&str> = words
            .map(
                |(p, told)| match p.one_of > 1 && !told.several && !told.pronoun {
                    true => doc.words(told.words.clone()),
                    false => doc.words(p.words.clone()),
                },
            )
            .collect();
        words.dedup();
        let more = if persons.len() > NAMED { ", …" } else { "" };
        let text = format!("{}{more}", words.join(", "));
        let mut party = Party::named(text.clone(), Basis::Assumed);
        party.role = Some("person".into());
        let mut claim = claim_of(
            self.read,
            self.article,
            Account {
                predicate: fate.predicate(),
                sentence: last.sentence,
                trigger: last.trigger.clone(),
                words: join(&last.trigger, &last.words),
                quantity: exactly(&text, u32::try_from(persons.len()).unwrap_or(u32::MAX)),
                population: Some(party),
            },
        )?;
        let whole = tellings
            .iter()
            .map(|t| self.span(&join(&t.trigger, &t.words)))
            .reduce(Span::join)?;
        if whole.end - whole.start <= LONGEST_QUOTE {
            claim.span = claim.span.join(whole);
        }
        derived(&mut claim, why);
        claim.polarity = Polarity::Affirmed;
        if !self.have_one_source(claims, &tellings, &claim) {
            claim.attribution.clear();
        }
        claim.id = claim_id(&self.article.id, &claim, claim.span.of(&self.article.text));
        // What the headline says of them is a part as well.
        let of_fate = persons.iter().flat_map(|p| &p.tellings);
        for telling in tellings.iter().chain(of_fate.filter(|t| t.fate == fate)) {
            if let Some(part) = self.claim_of(claims, telling) {
                let part = &mut claims[part];
                if is_single(part) && part.part_of.is_none() {
                    part.part_of = Some(claim.id.clone());
                }
            }
        }
        Some(claim)
    }
}

/// Whom a claim is attributed to, by name.
fn sources(claim: &Claim) -> impl Iterator<Item = &str> {
    claim.attribution.iter().map(|source| source.text.as_str())
}

/// What `attributes.derived` says of a sum.
const ONE_BY_ONE: &str = crate::model::ADDED_UP;

/// Whom it befell did the harm: totals are given with and without them.
pub(super) fn is_attacker(claim: &mut Claim) {
    claim.attributes.insert("attacker".into(), "yes".into());
    if let Some(party) = &mut claim.population {
        party.role = Some("attacker".into());
    }
}

pub(in crate::extract) fn derived(claim: &mut Claim, how: &str) {
    claim.attributes.insert("derived".into(), how.into());
}

pub(super) fn exactly(text: &str, count: u32) -> Quantity {
    let bounds = Bounds::exactly(Decimal::from(count));
    Quantity::stated(text, Form::Exact, bounds, "person")
}

pub(super) fn join(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

//! What else the articles say on the same topic: it may explain why two figures differ.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::{
    Alignment, Claim, Compared, Decimal, Event, Extent, Party, Polarity, Words, host,
};

use crate::Settings;
use crate::aside::{self, Aside};
use crate::compare::{Case, are_opposed, tells_of_one};
use crate::figures::{exact, figure, lower_first};

/// The claims of one measure. Everything is looked up: an event may have thousands of claims.
pub(crate) struct Topic<'a> {
    pub(crate) event: &'a Event,
    pub(crate) alignment: &'a Alignment,
    pub(crate) settings: &'a Settings,
    /// An article, and a claim of another whose figure it gives as well.
    agreeing: BTreeSet<(u32, u32)>,
    /// The article and the role of all people who are counted.
    kinds: BTreeSet<(u32, &'a str)>,
    /// The affirmed figures of the topic, with their claims.
    figures: BTreeMap<Option<Decimal>, Vec<u32>>,
    /// Attackers of whom an article tells, by their number.
    attackers: BTreeMap<(u32, Decimal), u32>,
    /// The dead whom an article counts, whatever the topic.
    dead: BTreeMap<(u32, Decimal), u32>,
    /// The parts of wholes that the texts name.
    parts: BTreeSet<u32>,
    /// Figures that do not stand at the head of their texts.
    aside: Aside,
}

/// What is told of a claim beside its figure.
#[derive(Clone, Copy, Default)]
pub(crate) struct Told {
    /// We made the figure of what the text tells one by one: such a total may excuse, never accuse.
    pub(crate) derived: bool,
    /// It counts only some: "eight others", the seriously hurt.
    pub(crate) some: bool,
    /// It is of a part of a whole: "of the dead, five were".
    pub(crate) part: bool,
    /// Whoever is cited calls those counted before something else.
    pub(crate) relabels: bool,
    /// "The toll has risen to": the text itself says that it gave a lower one before.
    pub(crate) risen: bool,
}

/// `of_kind`: whether the figure is of several of a kind, so that "nine of the dead were children" counts all the children.
fn told(claim: &Claim, of_kind: bool) -> Told {
    let portion = claim.attribute("portion");
    Told {
        derived: claim.is_derived(),
        some: matches!(portion, Some("others" | "severe")) || portion == Some("part") && !of_kind,
        part: portion == Some("part"),
        relabels: claim.attribute("relabels").is_some(),
        risen: portion == Some("risen"),
    }
}

/// Claims of one figure that are looked at as an explanation: more would be a corpus, and find no more.
const MOST_ALIKE: usize = 64;

impl<'a> Topic<'a> {
    pub(crate) fn new(event: &'a Event, alignment: &'a Alignment, settings: &'a Settings) -> Self {
        let agreeing = alignment.compared(event).filter(is_agreement);
        let agreeing = agreeing.flat_map(|c| {
            [
                (c.left.article, c.pair.right),
                (c.right.article, c.pair.left),
            ]
        });
        let mut topic = Self {
            event,
            alignment,
            settings,
            agreeing: agreeing.collect(),
            kinds: BTreeSet::new(),
            figures: BTreeMap::new(),
            attackers: BTreeMap::new(),
            dead: BTreeMap::new(),
            parts: alignment.shares.iter().map(|share| share.part).collect(),
            aside: aside::of(event, alignment),
        };
        for id in &alignment.claims {
            topic.note(*id);
        }
        for (id, claim) in (0..).zip(&event.claims) {
            let dead = settings.dead.has(&claim.predicate);
            if dead && claim.polarity == Polarity::Affirmed {
                let figure = figure_of(claim).unwrap_or(Decimal::ZERO);
                topic.dead.entry((claim.article, figure)).or_insert(id);
            }
        }
        topic
    }

    fn note(&mut self, id: u32) {
        let claim = self.event.claim(id);
        if let Some(role) = role(claim) {
            self.kinds.insert((claim.article, role));
        }
        if claim.polarity == Polarity::Denied {
            return;
        }
        if claim.quantity.is_some() {
            self.figures.entry(figure(claim)).or_default().push(id);
        }
        if let Some(count) = count(claim).filter(|_| self.are_attackers(claim)) {
            let key = (claim.article, count);
            self.attackers.entry(key).or_insert(id);
        }
    }

    /// Is either figure of something else, as far as its own article tells?
    pub(crate) fn is_aside(&self, compared: &Compared<'_>) -> bool {
        let ids = [compared.pair.left, compared.pair.right];
        ids.iter().any(|id| self.aside.of_else.contains(id))
    }

    /// Does it stand at the head of its text?
    pub(crate) fn is_head(&self, id: u32) -> bool {
        self.aside.heads.contains(&id)
    }

    /// Are they of a kind that is told as some of the dead, such as children?
    pub(crate) fn is_some_by_nature(&self, id: u32) -> bool {
        let role = role(self.event.claim(id));
        role.is_some_and(|role| self.settings.some_of_all.iter().any(|known| known == role))
    }

    /// Does an article give this figure and others beside it: "six priests and two women"?
    pub(crate) fn has_others_beside(&self, id: u32) -> bool {
        let claim = self.event.claim(id);
        let mut alike = self.with_figure(figure(claim));
        alike.any(|other| {
            let told = self.event.claim(other);
            told.article != claim.article && role(told) == role(claim) && !self.is_alone(other)
        })
    }

    /// Do both stand at the head of their texts?
    pub(crate) fn are_heads(&self, compared: &Compared<'_>) -> bool {
        let mut ids = [compared.pair.left, compared.pair.right].into_iter();
        ids.all(|id| self.aside.heads.contains(&id))
    }

    /// Is either a part of a whole? "Including 12 policemen" beside "14 policemen were hurt" are of one kind, and answer one
    /// question.
    pub(crate) fn is_part(&self, compared: &Compared<'_>) -> bool {
        let parts = [compared.pair.left, compared.pair.right].map(|id| self.parts.contains(&id));
        let kind = !self.is_anybody(compared.left.population.as_ref());
        let of_one_kind = kind && compared.pair.population == Extent::Same;
        parts.contains(&true) && !of_one_kind
    }

    /// Does either figure count people whom its article tells from those at its head?
    pub(crate) fn counts_others(&self, compared: &Compared<'_>) -> bool {
        let ids = [compared.pair.left, compared.pair.right];
        ids.iter().any(|id| self.aside.of_others.contains(id))
    }

    /// Is it said to be part of a whole?
    pub(crate) fn is_of_whole(&self, id: u32) -> bool {
        self.parts.contains(&id) || self.told(id).part
    }

    /// Is it a kind of people of whom it matters who says that they were?
    pub(crate) fn has_status(&self, role: &str) -> bool {
        let statuses = self.settings.statuses.iter();
        let mut kinds = statuses.flat_map(|pair| pair.split('/'));
        kinds.any(|kind| host::role_lies_within(role, kind))
    }

    /// Does the outlet of one claim give the figure of the other as well? Then it tells a part in one place, or an
    /// older figure: it is at one with the other outlet.
    pub(crate) fn agrees(&self, compared: &Compared<'_>) -> bool {
        let (left, right) = (compared.pair.left, compared.pair.right);
        self.agreeing.contains(&(compared.left.article, right))
            || self.agreeing.contains(&(compared.right.article, left))
    }

    /// The claim with which the outlet of one claim tells the figure of the other as well, where opposed sides give the two
    /// and the other outlet has only one of them.
    pub(crate) fn rival(&self, compared: &Compared<'_>) -> Option<Case> {
        let (left, right) = (compared.pair.left, compared.pair.right);
        let has = |claim: &Claim, other: u32| self.agreeing.contains(&(claim.article, other));
        let (both, figure) = match (has(compared.left, right), has(compared.right, left)) {
            (true, false) => (compared.left, compared.right),
            (false, true) => (compared.right, compared.left),
            _ => return None,
        };
        let beside = self.with_figure(figure_of(figure)).find(|id| {
            let claim = self.event.claim(*id);
            claim.article == both.article && are_opposed((both, claim), false, self.settings)
        });
        if tells_of_one(both) || tells_of_one(figure) {
            return None;
        }
        beside.map(Case::RivalTold)
    }

    /// Does the article count people of the kind that the claim counts?
    pub(crate) fn counts_kind_of(&self, article: u32, claim: &Claim) -> bool {
        let role = role(claim);
        role.is_some_and(|role| self.kinds.contains(&(article, role)))
    }

    /// Can nobody be among both? By their sides, or by kinds that a pack says exclude each other, as "civilian/combatant".
    pub(crate) fn exclude(&self, kinds: &[String], left: &Claim, right: &Claim) -> bool {
        let roles = role(left).zip(role(right));
        roles.is_some_and(|(one, other)| host::roles_exclude(kinds, one, other))
    }

    /// Does the article of the claim tell of nobody else on the topic, but in a headline or in the same words?
    pub(crate) fn is_alone(&self, id: u32) -> bool {
        let claim = self.event.claim(id);
        let words = |claim: &Claim| claim.population.as_ref().map(|p| p.text.to_lowercase());
        let others = self.alignment.claims.iter().filter(|other| **other != id);
        let mut others = others.map(|other| self.event.claim(*other));
        let (article, said) = (claim.article, words(claim));
        !others.any(|other| {
            other.article == article
                && other.predicate == claim.predicate
                && other.polarity == Polarity::Affirmed
                && (figure_of(other) != Some(Decimal::ONE)
                    || other.passage != "headline" && words(other) != said)
        })
    }

    /// Is neither a figure of a headline, on nobody's word, whose body says on whose word it is? There the body is cited.
    pub(crate) fn are_told_best(&self, compared: &Compared<'_>) -> bool {
        self.is_told_best(compared.pair.left) && self.is_told_best(compared.pair.right)
    }

    fn is_told_best(&self, id: u32) -> bool {
        let claim = self.event.claim(id);
        if claim.passage != "headline" || claim.nearest_source().is_some() {
            return true;
        }
        !self.with_figure(figure(claim)).any(|other| {
            let body = self.event.claim(other);
            let stated = |claim: &Claim| claim.quantity.as_ref().map(|q| q.stated);
            body.article == claim.article
                && stated(body) == stated(claim)
                && body.predicate == claim.predicate
                && body.nearest_source().is_some()
                && !self.told(other).some
        })
    }

    /// What is told of a claim beside its figure.
    pub(crate) fn told(&self, id: u32) -> Told {
        let claim = self.event.claim(id);
        let several = figure_of(claim).is_some_and(|figure| figure > Decimal::ONE);
        let who = claim.population.as_ref();
        // "Five of whom": of no kind.
        let kind = who.is_some_and(|p| p.role.is_some() || p.side.is_some() || p.entity.is_some());
        told(claim, several && kind && !self.is_anybody(who))
    }

    /// Is the figure of either claim one that we made?
    pub(crate) fn is_of_ours(&self, compared: &Compared<'_>) -> bool {
        let mut ids = [compared.pair.left, compared.pair.right].into_iter();
        ids.any(|id| self.told(id).derived)
    }

    /// The first claims with this affirmed figure.
    pub(crate) fn with_figure(&self, figure: Option<Decimal>) -> impl Iterator<Item = u32> {
        let claims = self.figures.get(&figure).into_iter().flatten();
        claims.copied().take(MOST_ALIKE)
    }

    /// Does the party say no more than that people are counted?
    pub(crate) fn is_anybody(&self, party: Option<&Party>) -> bool {
        party.is_none_or(|p| {
            let anybody = |role: &str| self.settings.anybody.has(role);
            p.side.is_none() && p.entity.is_none() && p.role.as_deref().is_some_and(anybody)
        })
    }

    /// Is the difference exactly the number of people whom one of the two articles itself counts beside: the
    /// attackers, the dead beside the wounded, the rest of a whole?
    pub(crate) fn explained(&self, compared: &Compared<'_>) -> Option<Case> {
        let difference = difference(compared)?;
        // "The toll rose to five after a girl died": the text itself says who was one more.
        let (_, high) = lower_first(compared);
        let attackers = || {
            let found = self.attackers(compared, difference);
            found
                .filter(|_| !self.told(high).risen)
                .map(Case::Attackers)
        };
        let dead = || self.dead(compared, difference).map(Case::Dead);
        attackers()
            .or_else(dead)
            .or_else(|| self.rest(compared).map(Case::Others))
    }

    /// Does the claim count the dead or the hurt?
    pub(crate) fn is_harm(&self, claim: &Claim) -> bool {
        let mut harms = self.settings.dead.iter().chain(&self.settings.hurt);
        harms.any(|known| *known == claim.predicate)
    }

    pub(crate) fn are_attackers(&self, claim: &Claim) -> bool {
        let mut known = self.settings.attackers.iter();
        role(claim).is_some_and(|role| known.any(|known| host::role_lies_within(role, known)))
    }

    fn attackers(&self, compared: &Compared<'_>, difference: Decimal) -> Option<u32> {
        if self.are_attackers(compared.left) || self.are_attackers(compared.right) {
            return None;
        }
        let mut articles = [compared.left.article, compared.right.article].into_iter();
        articles.find_map(|article| self.attackers.get(&(article, difference)).copied())
    }

    /// Does the lower figure count others than somebody, or than the dead, who are as many as the higher has more?
    pub(crate) fn is_beside_one(&self, compared: &Compared<'_>) -> bool {
        let (low, high) = lower_first(compared);
        let (low, high) = (self.event.claim(low), self.event.claim(high));
        let more = difference(compared);
        let beside =
            |more: Decimal| more == Decimal::ONE || self.dead.contains_key(&(low.article, more));
        self.are_others(low) && !self.are_others(high) && more.is_some_and(beside)
    }

    /// "Eight others", "the other two".
    fn are_others(&self, claim: &Claim) -> bool {
        let texts = [
            claim.quantity.as_ref().map(|q| q.text.as_ref()),
            claim.population.as_ref().map(|p| p.text.as_ref()),
        ];
        let mut words = texts.into_iter().flatten().flat_map(str::split_whitespace);
        words.any(|word| self.settings.others.iter().any(|other| other == word))
    }

    /// "Three taken to hospital" may count the one who died there.
    fn dead(&self, compared: &Compared<'_>, difference: Decimal) -> Option<u32> {
        if !self.settings.hurt.has(&compared.left.predicate) {
            return None;
        }
        let (low, high) = lower_first(compared);
        let (low, high) = (self.event.claim(low), self.event.claim(high));
        // Who tells of the dead apart does not count them with the wounded.
        let from = (high.article, Decimal::ZERO);
        let mut told = self.dead.range(from..);
        if told
            .next()
            .is_some_and(|((article, _), _)| *article == high.article)
        {
            return None;
        }
        let found = *self.dead.get(&(low.article, difference))?;
        let claim = self.event.claim(found);
        let alike = self.is_anybody(claim.population.as_ref()) || role(claim) == role(low);
        alike.then_some(found)
    }

    /// The claim that says who the rest is: a part of the whole, beside the lower figure, that makes up the difference;
    /// or the whole's own part that has the lower figure.
    pub(crate) fn rest(&self, compared: &Compared<'_>) -> Option<u32> {
        let difference = difference(compared)?;
        let (low, high) = lower_first(compared);
        let lower = figure_of(self.event.claim(low))?;
        if lower <= Decimal::ONE || difference == Decimal::ZERO {
            return None;
        }
        let parts = self
            .alignment
            .shares
            .iter()
            .filter(|share| share.whole == high);
        let related = |id: u32, other: u32| Some(self.alignment.pair_of(id, other)?.population);
        let unnamed = self.is_anybody(self.event.claim(low).population.as_ref());
        // The part that the text names is the rest, or it is those whom the lower figure counts: never some of them.
        // "Two of them by heart attacks" are no people of their own.
        let of_a_kind = |part: &u32| role(self.event.claim(*part)).is_some();
        let mut parts = parts.map(|share| share.part).filter(of_a_kind);
        let named = parts.find(|part| {
            let figure = figure_of(self.event.claim(*part));
            let people = related(*part, low);
            let is_rest = figure == Some(difference) && people == Some(Extent::Disjoint);
            let is_same = figure == Some(lower) && people == Some(Extent::Same);
            let has_either = figure == Some(difference) || figure == Some(lower);
            is_rest || is_same || (unnamed && has_either)
        });
        // "Eleven employees and one contractor": two kinds that one article counts are not the same people, and what the
        // other article calls them all may be either.
        let article = |id: u32| self.event.claim(id).article;
        let own_kind = |id: u32| article(id) == article(low) && !self.told(id).some;
        let beside = |id: &u32| {
            let claim = self.event.claim(*id);
            let apart = related(*id, low);
            let within = related(*id, high);
            let two_kinds = own_kind(*id) && apart == Some(Extent::Overlap);
            // "Twelve Brovians and eleven Carvians": told in one breath, and together the other's figure.
            let in_one_breath = own_kind(*id)
                && id.abs_diff(low) == 1
                && !matches!(
                    apart,
                    Some(Extent::Same | Extent::Subset | Extent::Superset)
                )
                && claim.predicate == self.event.claim(low).predicate
                && claim.population.is_some()
                && match compared.pair.population {
                    Extent::Subset | Extent::Superset => false,
                    // "Twelve soldiers and eight rebels" beside twenty soldiers.
                    Extent::Same => unnamed,
                    _ => true,
                };
            in_one_breath
                || is_of(claim, compared)
                    && !self.are_attackers(claim)
                    && (apart == Some(Extent::Disjoint) || two_kinds)
                    && (within == Some(Extent::Subset)
                        || two_kinds && within == Some(Extent::Overlap))
        };
        // Who counts the lower figure knows best whom it leaves out.
        let found: Vec<u32> = self.with_figure(Some(difference)).filter(beside).collect();
        let own = found.iter().find(|id| article(**id) == article(low));
        named.or_else(|| own.or(found.first()).copied())
    }
}

fn role(claim: &Claim) -> Option<&str> {
    claim.population.as_ref()?.role.as_deref()
}

/// Does the claim stand in one of the two articles?
fn is_of(claim: &Claim, compared: &Compared<'_>) -> bool {
    [compared.left.article, compared.right.article].contains(&claim.article)
}

/// A closed figure of the same people, or of people of whom no more is said, in two articles.
fn is_agreement(compared: &Compared<'_>) -> bool {
    let one_kind = compared.pair.predicate == Extent::Same
        && matches!(compared.pair.population, Extent::Same | Extent::Unknown);
    let affirmed = |claim: &Claim| claim.polarity == Polarity::Affirmed;
    let figures = compared
        .left
        .quantity
        .as_ref()
        .zip(compared.right.quantity.as_ref());
    let meet = figures.is_some_and(|(left, right)| {
        let closed =
            |q: &rashomon_rule::Quantity| q.stated.low.is_some() && q.stated.high.is_some();
        closed(left) && closed(right) && left.unit == right.unit && left.stated.meets(&right.stated)
    });
    one_kind
        && meet
        && affirmed(compared.left)
        && affirmed(compared.right)
        && !compared.within_one_article()
}

/// How many more the higher counts, where the words give both exactly.
fn difference(compared: &Compared<'_>) -> Option<Decimal> {
    let (left, right) = (figure_of(compared.left)?, figure_of(compared.right)?);
    Some(left.minus(right)?.abs())
}

fn figure_of(claim: &Claim) -> Option<Decimal> {
    claim.quantity.as_ref().and_then(exact)
}

/// Its figure; one, where it tells of somebody without a figure.
fn count(claim: &Claim) -> Option<Decimal> {
    match &claim.quantity {
        Some(quantity) => exact(quantity),
        None => Some(Decimal::ONE),
    }
}

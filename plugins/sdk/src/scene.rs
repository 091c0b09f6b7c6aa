//! Builders for native tests: an event in a few lines, and the double that stands for the host.

use std::collections::BTreeMap;

use crate::draft::{ClaimDraft, day, span_of};
use crate::{
    Alignment, Article, Claim, Event, Extent, Finding, Metadata, Order, Pair, Party, Period, Rule,
    RuleError, Sameness, Settings, Share,
};

/// An event to try a rule on, with the answers the host would give.
///
/// Ids are given in the order of the calls. Claims should be added article by article, as the host has them.
#[derive(Clone, Debug)]
pub struct Scene {
    event: Event,
    answers: Answers,
}

impl Scene {
    /// An event that happened, without articles yet.
    pub fn incident(title: &str) -> Self {
        Self::new("incident", title)
    }

    /// What all articles say of one actor or place.
    pub fn entity(title: &str) -> Self {
        Self::new("entity", title)
    }

    fn new(kind: &str, title: &str) -> Self {
        let event = Event {
            kind: kind.to_owned().into(),
            title: title.to_owned().into(),
            time: None,
            place: None,
            articles: Vec::new(),
            claims: Vec::new(),
            alignments: Vec::new(),
        };
        let answers = Answers::default();
        Self { event, answers }
    }

    /// Adds an article of 500 words that names no date; its id.
    pub fn article(&mut self, outlet: &str) -> u32 {
        self.event.articles.push(Article {
            outlet: outlet.to_owned().into(),
            published: None,
            modified: None,
            words: 500,
            copies: None,
            wire: None,
        });
        index(self.event.articles.len() - 1)
    }

    /// Adds an article of 500 words, published on a day, `2017-03-20`, or at a minute, `2017-03-20T18:00`; its id.
    ///
    /// # Panics
    ///
    /// Where the date is not written like that.
    pub fn article_of(&mut self, outlet: &str, published: &str) -> u32 {
        let id = self.article(outlet);
        self.event.articles[id as usize].published = Some(day(published));
        id
    }

    /// Adds a claim to an article; its id.
    pub fn claim(&mut self, article: u32, draft: ClaimDraft) -> u32 {
        let id = index(self.event.claims.len());
        self.event.claims.push(Claim {
            article,
            ..draft.quoting()
        });
        id
    }

    /// Declares claims worth comparing and pairs each with each. What the claims themselves tell is filled in: equal
    /// predicates and parties are the same, times and sources are compared, the rest is unknown.
    pub fn align(&mut self, topic: &str, claims: &[u32]) {
        let mut claims = claims.to_vec();
        claims.sort_unstable();
        let pairs = claims.iter().enumerate().flat_map(|(at, &left)| {
            let event = &self.event;
            claims[at + 1..]
                .iter()
                .map(move |&right| relation(event, left, right))
        });
        let pairs = pairs.collect();
        self.event.alignments.push(Alignment {
            topic: topic.to_owned().into(),
            claims,
            pairs,
            shares: Vec::new(),
            left_out: 0,
        });
    }

    /// Changes what the host found for two claims: `scene.relate(a, b, |pair| pair.population = Extent::Subset)`.
    ///
    /// # Panics
    ///
    /// Where no alignment holds the pair.
    pub fn relate(&mut self, left: u32, right: u32, change: impl Fn(&mut Pair)) {
        let pairs = self.event.alignments.iter_mut().flat_map(|a| &mut a.pairs);
        let mut found = false;
        for pair in pairs.filter(|pair| (pair.left, pair.right) == (left, right)) {
            change(pair);
            found = true;
        }
        assert!(
            found,
            "no alignment holds the pair {left}, {right}: the lower id stands left"
        );
    }

    /// Says that the text itself counts `part` within `whole`, in every alignment that holds both.
    ///
    /// # Panics
    ///
    /// Where no alignment holds both.
    pub fn share(&mut self, whole: u32, part: u32) {
        let holds = |a: &&mut Alignment| a.claims.contains(&whole) && a.claims.contains(&part);
        let mut found = false;
        for alignment in self.event.alignments.iter_mut().filter(holds) {
            alignment.shares.push(Share { whole, part });
            found = true;
        }
        assert!(found, "no alignment holds both {whole} and {part}");
    }

    /// What the lexicon knows of two ids; seen from the right as well. Equal ids are the same, of others nothing is known.
    pub fn lexicon(&mut self, lattice: &str, left: &str, right: &str, extent: Extent) {
        let key = |a: &str, b: &str| (lattice.to_owned(), a.to_owned(), b.to_owned());
        let relations = &mut self.answers.relations;
        relations.insert(key(right, left), extent.flipped());
        relations.insert(key(left, right), extent);
    }

    /// The event, to set what no method sets.
    pub fn event_mut(&mut self) -> &mut Event {
        &mut self.event
    }

    /// The event as it stands.
    pub fn event(&self) -> &Event {
        &self.event
    }

    /// Runs a rule with its initial settings.
    ///
    /// # Errors
    ///
    /// The rule's own.
    pub fn check<R: Rule>(&self) -> Result<Vec<Finding>, RuleError> {
        self.check_with::<R>(|_| {})
    }

    /// Runs a rule with changed settings: `scene.check_with::<WideGap>(|s| s.wide_gap = dec!(3))`.
    ///
    /// # Errors
    ///
    /// The rule's own.
    pub fn check_with<R: Rule>(
        &self,
        change: impl FnOnce(&mut R::Settings),
    ) -> Result<Vec<Finding>, RuleError> {
        let mut settings = R::Settings::initial();
        change(&mut settings);
        double::answering(&self.answers, || R::check(&self.event, &settings))
    }

    /// What a rule's component would say of itself.
    pub fn metadata<R: Rule>() -> Metadata {
        crate::guest::metadata::<R>()
    }
}

/// What the double answers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    relations: BTreeMap<(String, String, String), Extent>,
}

/// The relation that two claims themselves tell.
fn relation(event: &Event, left: u32, right: u32) -> Pair {
    let (a, b) = (event.claim(left), event.claim(right));
    let predicate = if a.predicate == b.predicate {
        Extent::Same
    } else {
        Extent::Unknown
    };
    Pair {
        left,
        right,
        predicate,
        population: extent(a.population.as_ref(), b.population.as_ref()),
        agent: extent(a.agent.as_ref(), b.agent.as_ref()),
        object: extent(a.object.as_ref(), b.object.as_ref()),
        place: extent(a.place.as_ref(), b.place.as_ref()),
        time: order(a.time.as_ref(), b.time.as_ref()),
        as_of: order(a.as_of.as_ref(), b.as_of.as_ref()),
        origin: origin(a, b),
    }
}

fn extent(left: Option<&Party>, right: Option<&Party>) -> Extent {
    let same =
        |(a, b): (&Party, &Party)| a.text == b.text || (a.entity.is_some() && a.entity == b.entity);
    match left.zip(right).is_some_and(same) {
        true => Extent::Same,
        false => Extent::Unknown,
    }
}

fn order(left: Option<&Period>, right: Option<&Period>) -> Order {
    let known = left
        .zip(right)
        .filter(|(a, b)| a.is_resolved() && b.is_resolved());
    let Some((a, b)) = known else {
        return Order::Unknown;
    };
    let ((a, b), (c, d)) = (span_of(a), span_of(b));
    match () {
        () if (a, b) == (c, d) => Order::Same,
        () if b <= c => Order::Before,
        () if d <= a => Order::After,
        () if c <= a && b <= d => Order::Within,
        () if a <= c && d <= b => Order::Contains,
        () => Order::Overlap,
    }
}

fn origin(left: &Claim, right: &Claim) -> Sameness {
    match (left.origin(), right.origin()) {
        (Some(a), Some(b)) if a.text == b.text => Sameness::Same,
        (Some(a), Some(b)) if a.entity.is_some() && a.entity == b.entity => Sameness::Same,
        (Some(_), Some(_)) => Sameness::Different,
        _ => Sameness::Unknown,
    }
}

fn index(length: usize) -> u32 {
    u32::try_from(length).expect("no test writes four billion claims")
}

/// The host's functions, answered by the scene whose rule is running on this thread.
pub(crate) mod double {
    use std::cell::RefCell;

    use super::Answers;
    use crate::Extent;
    use crate::host::Level;

    thread_local! {
        static CURRENT: RefCell<Answers> = RefCell::default();
    }

    /// Runs `rule` with these answers, then puts the earlier ones back.
    pub(super) fn answering<T>(answers: &Answers, rule: impl FnOnce() -> T) -> T {
        let before = CURRENT.replace(answers.clone());
        let result = rule();
        CURRENT.set(before);
        result
    }

    pub(crate) fn relate(lattice: &str, left: &str, right: &str) -> Extent {
        if left == right {
            return Extent::Same;
        }
        let key = (lattice.to_owned(), left.to_owned(), right.to_owned());
        CURRENT.with_borrow(|answers| {
            answers
                .relations
                .get(&key)
                .copied()
                .unwrap_or(Extent::Unknown)
        })
    }

    /// A test sees what it asserts, not what a rule tells its author.
    pub(crate) fn log(_: Level, _: &str) {}

    /// Natively a panic reaches the test by itself.
    pub(crate) fn report_panic(_: &str) {}
}

#[cfg(test)]
#[path = "scene_tests.rs"]
mod tests;

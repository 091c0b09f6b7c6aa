//! An event that was written for native tests, as the host gives it to a component: both are measured on one event.

use rashomon_core::model::rule::{ArticleView, ClaimView, EventView, PassedOn, Relate};
use rashomon_core::model::{
    Alignment, Attributes, Basis, Bounds, Certainty, Claim, Decimal, Extent, Form, Order, Pair,
    Party, Period, Polarity, Quantity, Sameness, Source, Span, Tally, Voice,
};
use rashomon_rule as rule;

/// Owns what an [`EventView`] borrows.
pub(crate) struct Hosted {
    kind: String,
    title: String,
    articles: Vec<rule::Article>,
    claims: Vec<(rule::Claim, Claim)>,
    alignments: Vec<Alignment>,
}

/// Any two means, and any two places, exclude one another.
struct Apart;

impl Relate for Apart {
    fn relate(&self, lattice: &str, left: &str, right: &str) -> Extent {
        match lattice {
            "means" | "place" if left != right => Extent::Disjoint,
            _ => Extent::Unknown,
        }
    }
}

/// What both contracts call by one name.
macro_rules! alike {
    ($value:expr, $enum:ident: $($case:ident)*) => {
        match $value { $(rule::$enum::$case => $enum::$case,)* }
    };
}

impl Hosted {
    /// The same event; `facts` gives the attributes of each claim.
    pub(crate) fn of(event: &rule::Event, facts: impl Fn(usize) -> Attributes) -> Self {
        let claims = event.claims.iter().enumerate();
        Self {
            kind: event.kind.clone(),
            title: event.title.clone(),
            articles: event.articles.clone(),
            claims: claims
                .map(|(at, told)| (told.clone(), claim(told, facts(at))))
                .collect(),
            alignments: event.alignments.iter().map(alignment).collect(),
        }
    }

    /// Lends the event to `look`.
    pub(crate) fn view<T>(&self, look: impl FnOnce(&EventView<'_>) -> T) -> T {
        let articles = self.articles.iter().map(|article| ArticleView {
            outlet: &article.outlet,
            published: None,
            modified: None,
            words: article.words,
            copies: None,
            wire: None,
        });
        let articles: Vec<_> = articles.collect();
        let claims = self.claims.iter().map(|(told, claim)| ClaimView {
            article: told.article,
            passage: &told.passage,
            quote: &claim.predicate,
            claim,
            silent: claim.attributes.get("silent-in").map_or("", String::as_str),
        });
        let claims: Vec<_> = claims.collect();
        look(&EventView {
            kind: &self.kind,
            title: &self.title,
            time: None,
            place: None,
            articles: &articles,
            claims: &claims,
            alignments: &self.alignments,
            lexicon: &Apart,
            passed_on: PassedOn::default(),
        })
    }
}

fn claim(told: &rule::Claim, attributes: Attributes) -> Claim {
    let parties = [
        &told.population,
        &told.agent,
        &told.object,
        &told.complement,
        &told.place,
    ];
    let [population, agent, object, complement, place] = parties.map(|p| p.as_ref().map(party));
    Claim {
        id: String::new(),
        predicate: told.predicate.clone(),
        polarity: alike!(told.polarity, Polarity: Affirmed Denied),
        voice: if told.quoted {
            Voice::Quoted
        } else {
            Voice::Outlet
        },
        certainty: alike!(told.certainty, Certainty: Fact Reported Claimed Accused Suspected Possible),
        hedge: told.hedge.clone(),
        quantity: told.quantity.as_ref().map(quantity),
        population,
        agent,
        object,
        complement,
        place,
        time: told.time.as_ref().map(period),
        as_of: told.as_of.as_ref().map(period),
        attribution: told.attribution.iter().map(source).collect(),
        part_of: None,
        attributes,
        span: Span::new(0, 0),
        passage: 0,
        correction: None,
    }
}

fn quantity(told: &rule::Quantity) -> Quantity {
    let form = alike!(told.form, Form: Exact AtLeast MoreThan AtMost LessThan About Range Vague);
    let stated = bounds(told.stated);
    Quantity {
        interpreted: bounds(told.interpreted),
        convention: told.convention.clone(),
        tally: alike!(told.tally, Tally: Incident Cumulative Unknown),
        ..Quantity::stated(told.text.clone(), form, stated, told.unit.clone())
    }
}

fn bounds(told: rule::Bounds) -> Bounds {
    let decimal = |decimal: rule::Decimal| {
        Decimal::new(decimal.units, decimal.scale).expect("at most 18 digits")
    };
    Bounds {
        low: told.low.map(decimal),
        high: told.high.map(decimal),
    }
}

fn party(told: &rule::Party) -> Party {
    Party {
        entity: told.entity.clone(),
        side: told.side.clone(),
        role: told.role.clone(),
        ..Party::named(told.text.clone(), basis(told.basis))
    }
}

fn source(told: &rule::Source) -> Source {
    Source {
        text: told.text.clone(),
        span: None,
        entity: told.entity.clone(),
        kind: told.kind.clone(),
        cue: told.cue.clone(),
        cue_span: None,
        basis: basis(told.basis),
    }
}

fn period(told: &rule::Period) -> Period {
    Period {
        text: told.text.clone(),
        span: None,
        start: told.start,
        end: told.end,
        basis: basis(told.basis),
    }
}

fn basis(told: rule::Basis) -> Basis {
    alike!(told, Basis: Said Implied Assumed)
}

fn alignment(told: &rule::Alignment) -> Alignment {
    Alignment {
        topic: told.topic.clone(),
        slug: String::new(),
        claims: told.claims.iter().map(|id| *id as usize).collect(),
        pairs: told.pairs.iter().map(pair).collect(),
        shares: Vec::new(),
        left_out: told.left_out,
    }
}

fn pair(told: &rule::Pair) -> Pair {
    let extent = |extent| alike!(extent, Extent: Same Subset Superset Overlap Disjoint Unknown);
    let order = |order| alike!(order, Order: Same Within Contains Overlap Before After Unknown);
    Pair {
        left: told.left as usize,
        right: told.right as usize,
        predicate: extent(told.predicate),
        population: extent(told.population),
        agent: extent(told.agent),
        object: extent(told.object),
        place: extent(told.place),
        time: order(told.time),
        as_of: order(told.as_of),
        origin: alike!(told.origin, Sameness: Same Different Unknown),
    }
}

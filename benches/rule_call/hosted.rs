//! An event that was written for native tests, as the host gives it to a component: both are measured on one event.

use rashomon_core::model::rule::{ArticleView, ClaimView, EventView, PassedOn, Relate};
use rashomon_core::model::{
    Alignment, Basis, Bounds, Certainty, Claim, Decimal, Extent, Form, Order, Pair, Party, Period,
    Polarity, Quantity, Sameness, Source, Span, Tally, Voice,
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

/// Any two means, places or causes exclude one another.
struct Apart;

impl Relate for Apart {
    fn relate(&self, lattice: &str, left: &str, right: &str) -> Extent {
        match lattice {
            "means" | "place" | "cause" if left != right => Extent::Disjoint,
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
    /// The same event.
    pub(crate) fn of(event: &rule::Event) -> Self {
        let claims = event.claims.iter();
        Self {
            kind: event.kind.to_string(),
            title: event.title.to_string(),
            articles: event.articles.clone(),
            claims: claims.map(|told| (told.clone(), claim(told))).collect(),
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
            quote: &told.quote,
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

fn claim(told: &rule::Claim) -> Claim {
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
        predicate: told.predicate.to_string(),
        polarity: alike!(told.polarity, Polarity: Affirmed Denied),
        voice: if told.quoted {
            Voice::Quoted
        } else {
            Voice::Outlet
        },
        certainty: alike!(told.certainty, Certainty: Fact Reported Claimed Accused Suspected Possible),
        hedge: owned(&told.hedge),
        quantity: told.quantity.as_ref().map(quantity),
        population,
        agent: agent.map(Box::new),
        object: object.map(Box::new),
        complement: complement.map(Box::new),
        place: place.map(Box::new),
        time: told.time.as_ref().map(period),
        as_of: told.as_of.as_ref().map(period),
        attribution: told.attribution.iter().map(source).collect(),
        part_of: None,
        attributes: told
            .attributes
            .iter()
            .map(|(key, value)| (key.to_string(), value.to_string()))
            .collect(),
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
        convention: owned(&told.convention),
        tally: alike!(told.tally, Tally: Incident Cumulative Unknown),
        ..Quantity::stated(told.text.to_string(), form, stated, told.unit.to_string())
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
        entity: owned(&told.entity),
        side: owned(&told.side),
        role: owned(&told.role),
        ..Party::named(told.text.to_string(), basis(told.basis))
    }
}

fn source(told: &rule::Source) -> Source {
    Source {
        text: told.text.to_string(),
        span: None,
        entity: owned(&told.entity),
        kind: told.kind.to_string(),
        cue: told.cue.to_string(),
        cue_span: None,
        basis: basis(told.basis),
    }
}

fn period(told: &rule::Period) -> Period {
    Period {
        text: told.text.to_string(),
        span: None,
        start: told.start,
        end: told.end,
        basis: basis(told.basis),
    }
}

fn owned(text: &Option<rule::Text>) -> Option<String> {
    text.as_ref().map(ToString::to_string)
}

fn basis(told: rule::Basis) -> Basis {
    alike!(told, Basis: Said Implied Assumed)
}

fn alignment(told: &rule::Alignment) -> Alignment {
    Alignment {
        topic: told.topic.to_string(),
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

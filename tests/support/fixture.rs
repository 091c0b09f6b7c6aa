//! Events of the model in a few lines, as rules are given them.

use rashomon_core::model::rule::{ArticleView, ClaimView, EventView, PassedOn, Relate};
use rashomon_core::model::{
    Alignment, Attributes, Basis, Bounds, Certainty, Claim, Decimal, Extent, Form, Order, Pair,
    Party, Period, Polarity, Quantity, Sameness, Span, Voice,
};

/// A day of 2017-03-19 in minutes since 1970.
pub(crate) const SUNDAY: i32 = 17_244 * 1440;

/// Owns what an [`EventView`] borrows.
pub(crate) struct Fixture {
    /// The outlets, by article.
    pub(crate) outlets: Vec<String>,
    /// Each claim with its article.
    pub(crate) claims: Vec<(u32, Claim)>,
    /// Claims worth comparing.
    pub(crate) alignments: Vec<Alignment>,
    /// When it happened.
    pub(crate) time: Option<Period>,
}

/// Knows one thing: soldiers are people.
pub(crate) struct Lexicon;

impl Relate for Lexicon {
    fn relate(&self, lattice: &str, left: &str, right: &str) -> Extent {
        match (lattice, left, right) {
            ("role", "soldier", "person") => Extent::Subset,
            _ => Extent::Unknown,
        }
    }
}

impl Fixture {
    /// Two outlets that give figures in turn, each for the same soldiers, all compared with all.
    pub(crate) fn of_figures(figures: &[u32]) -> Self {
        let claims: Vec<_> = figures
            .iter()
            .zip((0..2).cycle())
            .map(|(&figure, article)| (article, killed(figure)))
            .collect();
        let all = 0..claims.len();
        let pairs = all
            .clone()
            .flat_map(|left| (left + 1..claims.len()).map(move |right| pair(left, right)));
        let alignment = Alignment {
            topic: "soldiers killed".into(),
            slug: "killed".into(),
            claims: all.clone().collect(),
            pairs: pairs.collect(),
            shares: Vec::new(),
            left_out: 0,
        };
        Self {
            outlets: vec!["Harbour Post".into(), "River Times".into()],
            claims,
            alignments: vec![alignment],
            time: None,
        }
    }

    /// Lends the event to `look`.
    pub(crate) fn view<T>(&self, look: impl FnOnce(&EventView<'_>) -> T) -> T {
        let articles: Vec<_> = self.outlets.iter().map(|outlet| article(outlet)).collect();
        let claims: Vec<_> = self
            .claims
            .iter()
            .map(|(article, claim)| claim_view(*article, claim))
            .collect();
        look(&EventView {
            kind: "incident",
            title: "fighting at the mill",
            time: self.time.as_ref(),
            place: None,
            articles: &articles,
            claims: &claims,
            alignments: &self.alignments,
            lexicon: &Lexicon,
            passed_on: PassedOn::default(),
        })
    }
}

fn article(outlet: &str) -> ArticleView<'_> {
    ArticleView {
        outlet,
        published: None,
        modified: None,
        words: 500,
        copies: None,
        wire: None,
    }
}

fn claim_view(article: u32, claim: &Claim) -> ClaimView<'_> {
    let quote = claim
        .quantity
        .as_ref()
        .map_or("", |quantity| quantity.text.as_str());
    ClaimView {
        silent: "",
        article,
        passage: "paragraph",
        quote,
        claim,
    }
}

/// "26 soldiers killed on Sunday", in the outlet's own voice.
pub(crate) fn killed(figure: u32) -> Claim {
    let bounds = Bounds::exactly(Decimal::from(figure));
    Claim {
        id: format!("harbour-post/{figure}"),
        predicate: "killed".into(),
        polarity: Polarity::Affirmed,
        voice: Voice::Outlet,
        certainty: Certainty::Fact,
        hedge: None,
        quantity: Some(Quantity::stated(
            figure.to_string(),
            Form::Exact,
            bounds,
            "person",
        )),
        population: Some(Party {
            role: Some("soldier".into()),
            ..Party::named("soldiers", Basis::Said)
        }),
        agent: None,
        object: None,
        complement: None,
        place: None,
        time: Some(Period {
            text: "on Sunday".into(),
            span: None,
            start: Some(SUNDAY),
            end: Some(SUNDAY + 1440),
            basis: Basis::Said,
        }),
        as_of: None,
        attribution: Vec::new(),
        part_of: None,
        attributes: Attributes::default(),
        span: Span::new(0, 0),
        passage: 0,
        correction: None,
    }
}

fn pair(left: usize, right: usize) -> Pair {
    Pair {
        left,
        right,
        predicate: Extent::Same,
        population: Extent::Same,
        agent: Extent::Unknown,
        object: Extent::Unknown,
        place: Extent::Unknown,
        time: Order::Same,
        as_of: Order::Unknown,
        origin: Sameness::Unknown,
    }
}

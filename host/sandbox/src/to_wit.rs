//! From the model to the contract. Every field is named, so that one added to `rule.wit` does not compile until it
//! is given.

use rashomon_core::model::rule::{ArticleView, ClaimView, EventView, ParamValue, Setting};
use rashomon_core::model::{
    Alignment, Basis, Bounds, Certainty, Decimal, Extent, Form, Order, Pair, Party, Period,
    Polarity, Quantity, Sameness, Share, Source, Tally, Voice,
};

use crate::bindings::types as wit;

pub(crate) fn event(event: &EventView<'_>) -> wit::Event {
    wit::Event {
        kind: event.kind.into(),
        title: event.title.into(),
        time: event.time.map(period),
        place: event.place.map(party),
        articles: event.articles.iter().map(article).collect(),
        claims: event.claims.iter().map(claim).collect(),
        alignments: event.alignments.iter().map(alignment).collect(),
    }
}

pub(crate) fn setting(setting: &Setting) -> wit::Setting {
    let value = match &setting.value {
        ParamValue::Flag(flag) => wit::ParamValue::Flag(*flag),
        ParamValue::Number(number) => wit::ParamValue::Number(decimal(*number)),
        ParamValue::Text(text) => wit::ParamValue::Text(text.clone()),
        ParamValue::Texts(texts) => wit::ParamValue::Texts(texts.clone()),
    };
    let name = setting.name.clone();
    wit::Setting { name, value }
}

pub(crate) fn extent(extent: Extent) -> wit::Extent {
    match extent {
        Extent::Same => wit::Extent::Same,
        Extent::Subset => wit::Extent::Subset,
        Extent::Superset => wit::Extent::Superset,
        Extent::Overlap => wit::Extent::Overlap,
        Extent::Disjoint => wit::Extent::Disjoint,
        Extent::Unknown => wit::Extent::Unknown,
    }
}

fn article(article: &ArticleView<'_>) -> wit::Article {
    wit::Article {
        outlet: article.outlet.into(),
        published: article.published.as_ref().map(period),
        modified: article.modified.as_ref().map(period),
        words: article.words,
        copies: article.copies,
        wire: article.wire.map(Into::into),
    }
}

fn claim(view: &ClaimView<'_>) -> wit::Claim {
    let claim = view.claim;
    wit::Claim {
        article: view.article,
        passage: view.passage.into(),
        quoted: claim.voice == Voice::Quoted,
        predicate: claim.predicate.clone(),
        polarity: polarity(claim.polarity),
        certainty: certainty(claim.certainty),
        hedge: claim.hedge.clone(),
        quantity: claim.quantity.as_ref().map(quantity),
        population: claim.population.as_ref().map(party),
        agent: claim.agent.as_ref().map(party),
        object: claim.object.as_ref().map(party),
        complement: claim.complement.as_ref().map(party),
        place: claim.place.as_ref().map(party),
        time: claim.time.as_ref().map(period),
        as_of: claim.as_of.as_ref().map(period),
        attribution: claim.attribution.iter().map(source).collect(),
    }
}

fn quantity(quantity: &Quantity) -> wit::Quantity {
    wit::Quantity {
        text: quantity.text.clone(),
        form: form(quantity.form),
        stated: bounds(quantity.stated),
        interpreted: bounds(quantity.interpreted),
        convention: quantity.convention.clone(),
        unit: quantity.unit.clone(),
        tally: tally(quantity.tally),
    }
}

fn party(party: &Party) -> wit::Party {
    wit::Party {
        text: party.text.clone(),
        entity: party.entity.clone(),
        side: party.side.clone(),
        role: party.role.clone(),
        basis: basis(party.basis),
    }
}

fn source(source: &Source) -> wit::Source {
    wit::Source {
        text: source.text.clone(),
        entity: source.entity.clone(),
        kind: source.kind.clone(),
        cue: source.cue.clone(),
        basis: basis(source.basis),
    }
}

fn period(period: &Period) -> wit::Period {
    wit::Period {
        text: period.text.clone(),
        start: period.start,
        end: period.end,
        basis: basis(period.basis),
    }
}

fn alignment(alignment: &Alignment) -> wit::Alignment {
    wit::Alignment {
        topic: alignment.topic.clone(),
        claims: alignment.claims.iter().map(|&claim| index(claim)).collect(),
        pairs: alignment.pairs.iter().map(pair).collect(),
        shares: alignment.shares.iter().map(share).collect(),
        left_out: alignment.left_out,
    }
}

fn pair(pair: &Pair) -> wit::Pair {
    wit::Pair {
        left: index(pair.left),
        right: index(pair.right),
        predicate: extent(pair.predicate),
        population: extent(pair.population),
        agent: extent(pair.agent),
        object: extent(pair.object),
        place: extent(pair.place),
        time: order(pair.time),
        as_of: order(pair.as_of),
        origin: match pair.origin {
            Sameness::Same => wit::Sameness::Same,
            Sameness::Different => wit::Sameness::Different,
            Sameness::Unknown => wit::Sameness::Unknown,
        },
    }
}

fn share(share: &Share) -> wit::Share {
    wit::Share {
        whole: index(share.whole),
        part: index(share.part),
    }
}

/// An event holds far fewer claims than a `u32` counts; one beyond would be an id that no claim has.
fn index(claim: usize) -> u32 {
    u32::try_from(claim).unwrap_or(u32::MAX)
}

fn bounds(bounds: Bounds) -> wit::Bounds {
    wit::Bounds {
        low: bounds.low.map(decimal),
        high: bounds.high.map(decimal),
    }
}

fn decimal(decimal: Decimal) -> wit::Decimal {
    wit::Decimal {
        units: decimal.units(),
        scale: decimal.scale(),
    }
}

fn basis(basis: Basis) -> wit::Basis {
    match basis {
        Basis::Said => wit::Basis::Said,
        Basis::Implied => wit::Basis::Implied,
        Basis::Assumed => wit::Basis::Assumed,
    }
}

fn form(form: Form) -> wit::Form {
    match form {
        Form::Exact => wit::Form::Exact,
        Form::AtLeast => wit::Form::AtLeast,
        Form::MoreThan => wit::Form::MoreThan,
        Form::AtMost => wit::Form::AtMost,
        Form::LessThan => wit::Form::LessThan,
        Form::About => wit::Form::About,
        Form::Range => wit::Form::Range,
        Form::Vague => wit::Form::Vague,
    }
}

fn polarity(polarity: Polarity) -> wit::Polarity {
    match polarity {
        Polarity::Affirmed => wit::Polarity::Affirmed,
        Polarity::Denied => wit::Polarity::Denied,
    }
}

fn certainty(certainty: Certainty) -> wit::Certainty {
    match certainty {
        Certainty::Fact => wit::Certainty::Fact,
        Certainty::Reported => wit::Certainty::Reported,
        Certainty::Claimed => wit::Certainty::Claimed,
        Certainty::Accused => wit::Certainty::Accused,
        Certainty::Suspected => wit::Certainty::Suspected,
        Certainty::Possible => wit::Certainty::Possible,
    }
}

fn tally(tally: Tally) -> wit::Tally {
    match tally {
        Tally::Incident => wit::Tally::Incident,
        Tally::Cumulative => wit::Tally::Cumulative,
        Tally::Unknown => wit::Tally::Unknown,
    }
}

fn order(order: Order) -> wit::Order {
    match order {
        Order::Same => wit::Order::Same,
        Order::Within => wit::Order::Within,
        Order::Contains => wit::Order::Contains,
        Order::Overlap => wit::Order::Overlap,
        Order::Before => wit::Order::Before,
        Order::After => wit::Order::After,
        Order::Unknown => wit::Order::Unknown,
    }
}

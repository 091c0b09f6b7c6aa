//! From the few pieces in which an event crosses the border to its [`parts`](crate::parts). An index that points to
//! nothing panics: the host did not keep the contract.

use crate::bindings::rashomon::rule::types as wit;
use crate::{
    Alignment, Article, Claim, Event, Extent, Order, Pair, ParamValue, Party, Period, Quantity,
    Sameness, Share, Source, Text,
};

/// The event that the host passed; its words live as long as the instance.
pub(crate) fn event(packed: wit::Event) -> Event {
    let pieces = Pieces {
        texts: texts(packed.texts),
        parties: packed.parties,
        periods: packed.periods,
        aligned: packed.aligned,
        pairs: packed.pairs,
        shares: packed.shares,
    };
    let mut claims: Vec<Claim> = packed.claims.iter().map(|c| pieces.claim(c)).collect();
    for quantity in &packed.quantities {
        claims[quantity.claim as usize].quantity = Some(pieces.quantity(quantity));
    }
    for &[claim, part, at] in packed.parts.as_chunks().0 {
        pieces.put(&mut claims[claim as usize], part, at);
    }
    for source in &packed.sources {
        let sources = &mut claims[source.claim as usize].attribution;
        sources.push(pieces.source(source));
    }
    for &[claim, key, value] in packed.attributes.as_chunks().0 {
        let attributes = &mut claims[claim as usize].attributes;
        attributes.push((pieces.text(key), pieces.text(value)));
    }
    Event {
        kind: pieces.text(packed.kind),
        title: pieces.text(packed.title),
        time: packed.time.map(|at| pieces.period(at)),
        place: packed.place.map(|at| pieces.party(at)),
        articles: packed.articles.iter().map(|a| pieces.article(a)).collect(),
        claims,
        alignments: packed
            .alignments
            .iter()
            .map(|a| pieces.alignment(a))
            .collect(),
    }
}

/// The values of the parameters, in declared order.
pub(crate) fn settings(packed: wit::Settings) -> Vec<ParamValue> {
    let texts = texts(packed.texts);
    let value = |setting| match setting {
        wit::Setting::Flag(flag) => ParamValue::Flag(flag),
        wit::Setting::Number(number) => ParamValue::Number(number),
        wit::Setting::Text(text) => ParamValue::Text(texts[text as usize].into()),
        wit::Setting::Texts(run) => {
            let run = of_run(&texts, run, 1);
            ParamValue::Texts(run.iter().map(|&text| text.into()).collect())
        }
    };
    packed.values.into_iter().map(value).collect()
}

fn texts(packed: wit::Texts) -> Vec<&'static str> {
    let words: &'static str = packed.words.leak();
    let mut start = 0;
    let text = |end: &u32| {
        let text = &words[start..*end as usize];
        start = *end as usize;
        text
    };
    packed.ends.iter().map(text).collect()
}

/// The parts of a list that a run covers, each of so many elements.
fn of_run<T>(list: &[T], run: wit::Run, elements: usize) -> &[T] {
    let first = run.first as usize * elements;
    &list[first..first + run.count as usize * elements]
}

/// The lists of an event that its parts point to.
struct Pieces {
    texts: Vec<&'static str>,
    parties: Vec<wit::Party>,
    periods: Vec<wit::Period>,
    aligned: Vec<u32>,
    pairs: Vec<u32>,
    shares: Vec<u32>,
}

impl Pieces {
    fn text(&self, at: u32) -> Text {
        Text::Borrowed(self.texts[at as usize])
    }

    fn text_if(&self, at: Option<u32>) -> Option<Text> {
        at.map(|at| self.text(at))
    }

    fn party(&self, at: u32) -> Party {
        let party = &self.parties[at as usize];
        Party {
            text: self.text(party.text),
            entity: self.text_if(party.entity),
            side: self.text_if(party.side),
            role: self.text_if(party.role),
            basis: party.basis,
        }
    }

    fn period(&self, at: u32) -> Period {
        let period = &self.periods[at as usize];
        Period {
            text: self.text(period.text),
            start: period.start,
            end: period.end,
            basis: period.basis,
        }
    }

    fn article(&self, article: &wit::Article) -> Article {
        Article {
            outlet: self.text(article.outlet),
            published: article.published.map(|at| self.period(at)),
            modified: article.modified.map(|at| self.period(at)),
            words: article.words,
            copies: article.copies,
            wire: self.text_if(article.wire),
        }
    }

    /// A claim without what stands in lists of the event.
    fn claim(&self, claim: &wit::Claim) -> Claim {
        Claim {
            article: claim.article,
            passage: self.text(claim.passage),
            quote: self.text(claim.quote),
            quoted: claim.quoted,
            predicate: self.text(claim.predicate),
            polarity: claim.polarity,
            certainty: claim.certainty,
            hedge: self.text_if(claim.hedge),
            quantity: None,
            population: None,
            agent: None,
            object: None,
            complement: None,
            place: None,
            time: None,
            as_of: None,
            attribution: Vec::new(),
            attributes: Vec::new(),
        }
    }

    /// Puts in a party or a time, by the number of the part in the contract.
    fn put(&self, claim: &mut Claim, part: u32, at: u32) {
        match part {
            0 => claim.population = Some(self.party(at)),
            1 => claim.agent = Some(self.party(at)),
            2 => claim.object = Some(self.party(at)),
            3 => claim.complement = Some(self.party(at)),
            4 => claim.place = Some(self.party(at)),
            5 => claim.time = Some(self.period(at)),
            6 => claim.as_of = Some(self.period(at)),
            _ => panic!("a claim has no part {part}"),
        }
    }

    fn quantity(&self, quantity: &wit::Quantity) -> Quantity {
        Quantity {
            text: self.text(quantity.text),
            form: quantity.form,
            stated: quantity.stated,
            interpreted: quantity.interpreted,
            convention: self.text_if(quantity.convention),
            unit: self.text(quantity.unit),
            tally: quantity.tally,
        }
    }

    fn source(&self, source: &wit::Source) -> Source {
        Source {
            text: self.text(source.text),
            entity: self.text_if(source.entity),
            kind: self.text(source.kind),
            cue: self.text(source.cue),
            basis: source.basis,
        }
    }

    fn alignment(&self, alignment: &wit::Alignment) -> Alignment {
        let (pairs, _) = of_run(&self.pairs, alignment.pairs, 3).as_chunks();
        let (shares, _) = of_run(&self.shares, alignment.shares, 2).as_chunks();
        Alignment {
            topic: self.text(alignment.topic),
            claims: of_run(&self.aligned, alignment.claims, 1).to_vec(),
            pairs: pairs.iter().map(|&packed| pair(packed)).collect(),
            shares: shares
                .iter()
                .map(|&[whole, part]| Share { whole, part })
                .collect(),
            left_out: alignment.left_out,
        }
    }
}

fn pair([left, right, relations]: [u32; 3]) -> Pair {
    let of = |place: u32| relations >> (3 * place) & 0b111;
    Pair {
        left,
        right,
        predicate: extent(of(0)),
        population: extent(of(1)),
        agent: extent(of(2)),
        object: extent(of(3)),
        place: extent(of(4)),
        time: order(of(5)),
        as_of: order(of(6)),
        origin: sameness(of(7)),
    }
}

fn extent(case: u32) -> Extent {
    match case {
        0 => Extent::Same,
        1 => Extent::Subset,
        2 => Extent::Superset,
        3 => Extent::Overlap,
        4 => Extent::Disjoint,
        _ => Extent::Unknown,
    }
}

fn order(case: u32) -> Order {
    match case {
        0 => Order::Same,
        1 => Order::Within,
        2 => Order::Contains,
        3 => Order::Overlap,
        4 => Order::Before,
        5 => Order::After,
        _ => Order::Unknown,
    }
}

fn sameness(case: u32) -> Sameness {
    match case {
        0 => Sameness::Same,
        1 => Sameness::Different,
        _ => Sameness::Unknown,
    }
}

//! From the model to the few pieces in which an event crosses the border. Every field is named, so that one added to
//! `rule.wit` does not compile until it is given.

use std::collections::BTreeMap;

use rashomon_core::model::rule::{ArticleView, ClaimView, EventView, ParamValue, Setting};
use rashomon_core::model::{
    Alignment, Claim, Pair, Party, Period, Quantity, Sameness, Source, Voice,
};

use crate::bindings::types as wit;
use crate::to_wit::{basis, bounds, certainty, decimal, extent, form, order, polarity, tally};

pub(crate) fn event(event: &EventView<'_>) -> wit::Event {
    let mut pieces = Pieces::default();
    let kind = pieces.texts.id(event.kind);
    let title = pieces.texts.id(event.title);
    let time = event.time.map(|time| pieces.period(time));
    let place = event.place.map(|place| pieces.party(place));
    let articles = event.articles.iter().map(|a| pieces.article(a)).collect();
    let claims = (0..).zip(event.claims);
    let claims = claims.map(|(id, claim)| pieces.claim(id, claim)).collect();
    let alignments = event.alignments.iter();
    let alignments = alignments.map(|a| pieces.alignment(a)).collect();
    wit::Event {
        texts: pieces.texts.packed,
        kind,
        title,
        time,
        place,
        articles,
        claims,
        alignments,
        quantities: pieces.quantities,
        parties: pieces.parties.list,
        periods: pieces.periods.list,
        parts: pieces.parts,
        sources: pieces.sources,
        attributes: pieces.attributes,
        aligned: pieces.aligned,
        pairs: pieces.pairs,
        shares: pieces.shares,
    }
}

pub(crate) fn settings(settings: &[Setting]) -> wit::Settings {
    let mut texts = Texts::default();
    let value = |setting: &Setting| match &setting.value {
        ParamValue::Flag(flag) => wit::Setting::Flag(*flag),
        ParamValue::Number(number) => wit::Setting::Number(decimal(*number)),
        ParamValue::Text(text) => wit::Setting::Text(texts.add(text)),
        ParamValue::Texts(several) => {
            let first = index(texts.packed.ends.len());
            for text in several {
                texts.add(text);
            }
            wit::Setting::Texts(run(first, several.len()))
        }
    };
    let values = settings.iter().map(value).collect();
    wit::Settings {
        texts: texts.packed,
        values,
    }
}

/// The lists of an event that its parts point to, while they grow.
#[derive(Default)]
struct Pieces<'a> {
    texts: Texts<'a>,
    quantities: Vec<wit::Quantity>,
    parties: Distinct<[Option<u32>; 5], wit::Party>,
    periods: Distinct<(u32, Option<i32>, Option<i32>, u32), wit::Period>,
    parts: Vec<u32>,
    sources: Vec<wit::Source>,
    attributes: Vec<u32>,
    aligned: Vec<u32>,
    pairs: Vec<u32>,
    shares: Vec<u32>,
}

/// Texts one behind the other.
struct Texts<'a> {
    packed: wit::Texts,
    known: BTreeMap<&'a str, u32>,
}

/// A list that holds nothing twice.
struct Distinct<K, T> {
    list: Vec<T>,
    known: BTreeMap<K, u32>,
}

impl<'a> Pieces<'a> {
    fn article(&mut self, article: &'a ArticleView<'a>) -> wit::Article {
        wit::Article {
            outlet: self.texts.id(article.outlet),
            published: article.published.as_ref().map(|p| self.period(p)),
            modified: article.modified.as_ref().map(|p| self.period(p)),
            words: article.words,
            copies: article.copies,
            wire: article.wire.map(|wire| self.texts.id(wire)),
        }
    }

    /// A claim, which is put in its place; what the contract keeps in lists of the event is put there.
    fn claim(&mut self, id: u32, view: &ClaimView<'a>) -> wit::Claim {
        let claim = view.claim;
        self.quantities(id, claim.quantity.as_ref());
        self.parts(id, claim);
        for source in &claim.attribution {
            let source = self.source(id, source);
            self.sources.push(source);
        }
        for (key, value) in view.attributes() {
            let fact = [id, self.texts.id(key), self.texts.id(value)];
            self.attributes.extend(fact);
        }
        wit::Claim {
            article: view.article,
            passage: self.texts.id(view.passage),
            quote: self.texts.id(view.quote),
            quoted: claim.voice == Voice::Quoted,
            predicate: self.texts.id(&claim.predicate),
            polarity: polarity(claim.polarity),
            certainty: certainty(claim.certainty),
            hedge: self.texts.id_if(claim.hedge.as_ref()),
        }
    }

    /// Parties and times, by the number that each has in the contract.
    fn parts(&mut self, id: u32, claim: &'a Claim) {
        let parties = [
            claim.population.as_ref(),
            claim.agent.as_deref(),
            claim.object.as_deref(),
            claim.complement.as_deref(),
            claim.place.as_deref(),
        ];
        for (part, party) in (0..).zip(parties) {
            if let Some(party) = party {
                let at = self.party(party);
                self.parts.extend([id, part, at]);
            }
        }
        for (part, period) in (5..).zip([&claim.time, &claim.as_of]) {
            if let Some(period) = period {
                let at = self.period(period);
                self.parts.extend([id, part, at]);
            }
        }
    }

    fn source(&mut self, claim: u32, source: &'a Source) -> wit::Source {
        wit::Source {
            claim,
            text: self.texts.id(&source.text),
            entity: self.texts.id_if(source.entity.as_ref()),
            kind: self.texts.id(&source.kind),
            cue: self.texts.id(&source.cue),
            basis: basis(source.basis),
        }
    }

    fn quantities(&mut self, claim: u32, quantity: Option<&'a Quantity>) {
        let packed = quantity.map(|quantity| wit::Quantity {
            claim,
            text: self.texts.id(&quantity.text),
            form: form(quantity.form),
            stated: bounds(quantity.stated),
            interpreted: bounds(quantity.interpreted),
            convention: self.texts.id_if(quantity.convention.as_ref()),
            unit: self.texts.id(&quantity.unit),
            tally: tally(quantity.tally),
        });
        self.quantities.extend(packed);
    }

    fn party(&mut self, party: &'a Party) -> u32 {
        let made = wit::Party {
            text: self.texts.id(&party.text),
            entity: self.texts.id_if(party.entity.as_ref()),
            side: self.texts.id_if(party.side.as_ref()),
            role: self.texts.id_if(party.role.as_ref()),
            basis: basis(party.basis),
        };
        let basis = Some(made.basis as u32);
        let key = [Some(made.text), made.entity, made.side, made.role, basis];
        self.parties.id(key, made)
    }

    fn period(&mut self, period: &'a Period) -> u32 {
        let made = wit::Period {
            text: self.texts.id(&period.text),
            start: period.start,
            end: period.end,
            basis: basis(period.basis),
        };
        let key = (made.text, made.start, made.end, made.basis as u32);
        self.periods.id(key, made)
    }

    fn alignment(&mut self, alignment: &'a Alignment) -> wit::Alignment {
        let claims = index(self.aligned.len());
        self.aligned
            .extend(alignment.claims.iter().map(|&claim| index(claim)));
        let pairs = index(self.pairs.len() / 3);
        self.pairs.extend(alignment.pairs.iter().flat_map(pair));
        let shares = index(self.shares.len() / 2);
        let of = alignment.shares.iter();
        self.shares
            .extend(of.flat_map(|share| [index(share.whole), index(share.part)]));
        wit::Alignment {
            topic: self.texts.id(&alignment.topic),
            claims: run(claims, alignment.claims.len()),
            pairs: run(pairs, alignment.pairs.len()),
            shares: run(shares, alignment.shares.len()),
            left_out: alignment.left_out,
        }
    }
}

impl<'a> Texts<'a> {
    /// The index of a text, which is added unless it is there.
    fn id(&mut self, text: &'a str) -> u32 {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let id = self.add(text);
        self.known.insert(text, id);
        id
    }

    fn id_if(&mut self, text: Option<&'a String>) -> Option<u32> {
        text.map(|text| self.id(text))
    }

    fn add(&mut self, text: &str) -> u32 {
        let id = index(self.packed.ends.len());
        self.packed.words.push_str(text);
        self.packed.ends.push(index(self.packed.words.len()));
        id
    }
}

impl Default for Texts<'_> {
    fn default() -> Self {
        let packed = wit::Texts {
            words: String::new(),
            ends: Vec::new(),
        };
        Self {
            packed,
            known: BTreeMap::default(),
        }
    }
}

impl<K: Ord, T> Distinct<K, T> {
    fn id(&mut self, key: K, part: T) -> u32 {
        *self.known.entry(key).or_insert_with(|| {
            self.list.push(part);
            index(self.list.len() - 1)
        })
    }
}

impl<K, T> Default for Distinct<K, T> {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            known: BTreeMap::default(),
        }
    }
}

/// Left, right, and the relations at three bits each.
fn pair(pair: &Pair) -> [u32; 3] {
    let origin = match pair.origin {
        Sameness::Same => wit::Sameness::Same,
        Sameness::Different => wit::Sameness::Different,
        Sameness::Unknown => wit::Sameness::Unknown,
    };
    let relations = [
        extent(pair.predicate) as u32,
        extent(pair.population) as u32,
        extent(pair.agent) as u32,
        extent(pair.object) as u32,
        extent(pair.place) as u32,
        order(pair.time) as u32,
        order(pair.as_of) as u32,
        origin as u32,
    ];
    let packed = relations.iter().rev().fold(0, |all, case| all << 3 | case);
    [index(pair.left), index(pair.right), packed]
}

fn run(first: u32, count: usize) -> wit::Run {
    let count = index(count);
    wit::Run { first, count }
}

/// An event holds far fewer claims, and bytes of text, than a `u32` counts; one beyond would be an index that nothing has.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

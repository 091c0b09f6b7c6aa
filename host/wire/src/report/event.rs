use rashomon_core::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Names;
use crate::part::{Party, Period};
use crate::words::{EventKind, Extent, Order, Sameness};

/// One thing that happened, or one actor or place, with what the articles say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Twelve hex digits, of kind, main predicate, place and first day; a tie gets `-2`.
    pub id: String,
    /// Incident or entity.
    pub kind: EventKind,
    /// A line for a person.
    pub title: String,
    /// The ids of the articles that speak of it, by publication.
    pub articles: Vec<String>,
    /// Those of which it is the main incident.
    pub main_of: Vec<String>,
    /// Why they were joined.
    pub because: Vec<String>,
    /// When.
    pub time: Option<Period>,
    /// Where.
    pub place: Option<Party>,
    /// The ids of its own claims.
    pub claims: Vec<String>,
    /// Sources that several of its articles draw on.
    pub origins: Vec<Origin>,
    /// Articles that repeat another's text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<Copied>,
    /// Articles that name another's outlet as a source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citing: Vec<Citing>,
    /// What one would expect to be told and some article does not say.
    pub gaps: Vec<Gap>,
    /// What several articles say alike.
    pub agreements: Vec<Agreement>,
    /// What stands in one article only.
    pub only_in: Vec<OnlyIn>,
    /// Claims that were not compared, and why.
    pub not_compared: Vec<NotCompared>,
}

/// A source that several articles draw on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// The source's entity.
    pub entity: String,
    /// The ids of the articles.
    pub articles: Vec<String>,
}

/// An article that repeats the text of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Copied {
    /// The article's id.
    pub article: String,
    /// The id of the earliest article whose text it repeats.
    pub of: String,
    /// How much of the shorter text stands in the other, from 0 to 100.
    pub percent: u8,
}

/// An article that names the outlet of another as a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Citing {
    /// The article's id.
    pub article: String,
    /// The id of the article whose outlet it names.
    pub cites: String,
}

/// A slot one expects to be filled for this kind of event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gap {
    /// "killed/civilian".
    pub slot: String,
    /// The ids of the articles that do not fill it.
    pub missing_in: Vec<String>,
}

/// What several articles say alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Agreement {
    /// What they agree on.
    pub text: String,
    /// The ids of the claims.
    pub claims: Vec<String>,
}

/// What stands in one article only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OnlyIn {
    /// The article's id.
    pub article: String,
    /// What it says.
    pub text: String,
    /// The ids of the claims.
    pub claims: Vec<String>,
}

/// A claim that was compared with nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotCompared {
    /// The claim's id.
    pub claim: String,
    /// Why.
    pub why: String,
}

/// One measure or matter, with the claims worth comparing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Alignment {
    /// The event's id.
    pub event: String,
    /// "people killed".
    pub topic: String,
    /// The ids of the claims.
    pub claims: Vec<String>,
    /// How they relate, two by two.
    pub pairs: Vec<Pair>,
    /// What the texts themselves call parts of a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// Pairs left out because there were too many.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left_out: u32,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// How two claims relate, as far as the host can tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Pair {
    /// The left claim's id.
    pub left: String,
    /// The right claim's id.
    pub right: String,
    /// What happened.
    pub predicate: Extent,
    /// Who is counted.
    pub population: Extent,
    /// Who did it.
    pub agent: Extent,
    /// What was attacked, held, named.
    pub object: Extent,
    /// Where.
    pub place: Extent,
    /// When.
    pub time: Order,
    /// The moment for which it is said.
    pub as_of: Order,
    /// On whose word.
    pub origin: Sameness,
    /// The words that each relation rests on, of those that are not unknown and rest on words of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
}

/// The words of two claims that a relation rests on; an empty string: that claim has no words for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ground {
    /// "population", "agent", "object", "place", "time", "as_of" or "origin".
    pub of: String,
    /// The left claim's words.
    pub left: String,
    /// The right claim's words.
    pub right: String,
}

/// "Eight people, six of them priests".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Share {
    /// The id of the claim of the whole.
    pub whole: String,
    /// The id of the claim of the part.
    pub part: String,
}

/// The words in which a claim tells a field.
fn words_for(claim: &model::Claim, field: &str) -> String {
    let party = |party: Option<&model::Party>| party.map(|p| p.text.clone());
    let period = |period: &Option<model::Period>| period.as_ref().map(|p| p.text.clone());
    let words = match field {
        "population" => {
            let figure = || claim.quantity.as_ref().map(|q| q.text.clone());
            party(claim.population.as_ref()).or_else(figure)
        }
        "agent" => party(claim.agent.as_deref()),
        "object" => party(claim.object.as_deref()),
        "place" => party(claim.place.as_deref()),
        "time" => period(&claim.time),
        "as_of" => period(&claim.as_of),
        _ => claim.origin().map(|source| source.text.clone()),
    };
    words.unwrap_or_default()
}

impl Names<'_> {
    pub(super) fn event(self, event: &model::Event) -> Event {
        Event {
            id: event.id.clone(),
            kind: event.kind.into(),
            title: event.title.clone(),
            articles: self.articles(&event.articles),
            main_of: self.articles(&event.main_of),
            because: event.because.clone(),
            time: event.time.as_ref().map(Period::from),
            place: event.place.as_ref().map(Party::from),
            claims: self.claims(&event.claims),
            origins: event.origins.iter().map(|o| self.origin(o)).collect(),
            copies: event.copies.iter().map(|c| self.copied(*c)).collect(),
            citing: event.citing.iter().map(|c| self.citing(*c)).collect(),
            gaps: event.gaps.iter().map(|gap| self.gap(gap)).collect(),
            agreements: event.agreements.iter().map(|a| self.agreement(a)).collect(),
            only_in: event.only_in.iter().map(|only| self.only(only)).collect(),
            not_compared: event.not_compared.iter().map(|n| self.lone(n)).collect(),
        }
    }

    pub(super) fn alignments(self) -> impl Iterator<Item = Alignment> {
        let events = self.0.events.iter();
        events.flat_map(move |event| {
            let alignments = event.alignments.iter();
            alignments.map(move |alignment| self.alignment(event, alignment))
        })
    }

    fn alignment(self, event: &model::Event, alignment: &model::Alignment) -> Alignment {
        let name = |index: usize| self.claim_of(event, index);
        let share = |share: &model::Share| Share {
            whole: name(share.whole),
            part: name(share.part),
        };
        Alignment {
            event: event.id.clone(),
            topic: alignment.topic.clone(),
            claims: alignment.claims.iter().map(|&index| name(index)).collect(),
            pairs: alignment
                .pairs
                .iter()
                .map(|p| self.pair(event, p))
                .collect(),
            shares: alignment.shares.iter().map(share).collect(),
            left_out: alignment.left_out,
        }
    }

    fn pair(self, event: &model::Event, pair: &model::Pair) -> Pair {
        Pair {
            left: self.claim_of(event, pair.left),
            right: self.claim_of(event, pair.right),
            predicate: pair.predicate.into(),
            population: pair.population.into(),
            agent: pair.agent.into(),
            object: pair.object.into(),
            place: pair.place.into(),
            time: pair.time.into(),
            as_of: pair.as_of.into(),
            origin: pair.origin.into(),
            grounds: self.grounds(event, pair),
        }
    }

    fn grounds(self, event: &model::Event, pair: &model::Pair) -> Vec<Ground> {
        let claim = |index: usize| {
            let at = event.claims.get(index)?;
            self.0.readings.get(at.article)?.claims.get(at.claim)
        };
        let (Some(left), Some(right)) = (claim(pair.left), claim(pair.right)) else {
            return Vec::new();
        };
        let extent = |e: model::Extent| e != model::Extent::Unknown;
        let order = |o: model::Order| o != model::Order::Unknown;
        let told = [
            ("population", extent(pair.population)),
            ("agent", extent(pair.agent)),
            ("object", extent(pair.object)),
            ("place", extent(pair.place)),
            ("time", order(pair.time)),
            ("as_of", order(pair.as_of)),
            ("origin", pair.origin != model::Sameness::Unknown),
        ];
        let told = told.into_iter().filter(|(_, told)| *told);
        let grounds = told.map(|(of, _)| Ground {
            of: of.to_owned(),
            left: words_for(left, of),
            right: words_for(right, of),
        });
        grounds
            .filter(|g| !(g.left.is_empty() && g.right.is_empty()))
            .collect()
    }

    /// The id of the claim with this index in the event.
    fn claim_of(self, event: &model::Event, index: usize) -> String {
        let at = event.claims.get(index);
        at.map_or_else(String::new, |&at| self.claim(at))
    }

    fn origin(self, origin: &model::Origin) -> Origin {
        Origin {
            entity: origin.entity.clone(),
            articles: self.articles(&origin.articles),
        }
    }

    fn copied(self, copied: model::Copied) -> Copied {
        Copied {
            article: self.article(copied.article),
            of: self.article(copied.of),
            percent: copied.percent,
        }
    }

    fn citing(self, citing: model::Citing) -> Citing {
        Citing {
            article: self.article(citing.article),
            cites: self.article(citing.cites),
        }
    }

    fn gap(self, gap: &model::Gap) -> Gap {
        Gap {
            slot: gap.slot.clone(),
            missing_in: self.articles(&gap.missing_in),
        }
    }

    fn agreement(self, agreement: &model::Agreement) -> Agreement {
        Agreement {
            text: agreement.text.clone(),
            claims: self.claims(&agreement.claims),
        }
    }

    fn only(self, only: &model::OnlyIn) -> OnlyIn {
        OnlyIn {
            article: self.article(only.article),
            text: only.text.clone(),
            claims: self.claims(&only.claims),
        }
    }

    fn lone(self, lone: &model::NotCompared) -> NotCompared {
        NotCompared {
            claim: self.claim(lone.claim),
            why: lone.why.clone().into_owned(),
        }
    }
}

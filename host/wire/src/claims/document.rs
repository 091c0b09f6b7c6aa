use rashomon_core::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::part::{Quantity, Range, ends};
use crate::value::{Day, Moment, Stamp};
use crate::words::{Basis, PassageKind};

/// One line of a claims file: an article as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Line {
    /// Name and version of the document.
    #[schemars(extend("const" = super::SCHEMA))]
    pub schema: String,
    /// The article, with its text.
    pub article: Article,
    /// Its claims, by position.
    pub claims: Vec<Claim>,
    /// Words that name a number, a time, a place, an actor or a source; only on request, and not read back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentions: Option<Vec<Mention>>,
    /// What was not understood.
    #[serde(default)]
    pub notices: Vec<Notice>,
}

/// One outlet's text with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Article {
    /// From the metadata, else the file stem; unique within a run.
    pub id: String,
    /// Who published it; where it is left out, the id.
    #[serde(default)]
    pub outlet: String,
    /// The headline.
    pub title: Option<String>,
    /// The author line.
    pub byline: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Stamp>,
    /// How `published` was come by, where it is not said in metadata or a date line.
    #[serde(default, skip_serializing_if = "is_said")]
    pub published_basis: Basis,
    /// Where `published` was found, where neither front matter nor the text says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_from: Option<String>,
    /// Where `published` is not known: a date in the text before which it cannot have been written.
    pub not_before: Option<Day>,
    /// When it was last changed.
    pub modified: Option<Stamp>,
    /// When it was fetched.
    pub retrieved: Option<Stamp>,
    /// Language, `en`.
    #[serde(default = "english")]
    pub language: String,
    /// The file it was read from, relative to the PATH given, with forward slashes.
    #[serde(default)]
    pub path: String,
    /// SHA-256 of that file's bytes, in hex.
    #[serde(default)]
    pub sha256: String,
    /// The text as read: UTF-8, NFC, paragraphs separated by one blank line. All positions count its bytes.
    pub text: String,
    /// The entries of a live blog, by position, each with its own time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
    /// Its passages, by position; where there are none, every paragraph is one.
    #[serde(default)]
    pub passages: Vec<Passage>,
}

fn english() -> String {
    "en".to_owned()
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_said(basis: &Basis) -> bool {
    *basis == Basis::Said
}

/// A stretch of a live blog that was published at a time of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// When it was published.
    pub at: Stamp,
    /// How `at` was come by, where it is not said.
    #[serde(default, skip_serializing_if = "is_said")]
    pub basis: Basis,
}

/// A stretch of an article of one kind. Quotations lie inside other passages; the other kinds partition the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    /// Its kind.
    pub kind: PassageKind,
    /// Leads and paragraphs are numbered from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Notice {
    /// Kebab-case kind: `unresolved-date`.
    pub code: String,
    /// A sentence for a person.
    pub message: String,
    /// First byte of the words it is about; null: the article as a whole.
    pub start: Option<usize>,
    /// One past the last byte.
    pub end: Option<usize>,
}

/// Words of the text that name something, whether or not a claim uses them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// What they name.
    pub kind: MentionKind,
    /// The words.
    pub text: String,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What is known of it, by kind.
    pub value: MentionValue,
}

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MentionKind {
    /// A number or amount.
    Quantity,
    /// A time.
    Time,
    /// A place.
    Place,
    /// A person or group.
    Actor,
    /// A source of reported words.
    Source,
}

/// What is known of a mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum MentionValue {
    /// Of a number: as a claim's quantity.
    Quantity(Quantity),
    /// Of a source.
    Source {
        /// Where the words of saying stand; null: there are none.
        cue: Option<Range>,
        /// The lexicon's id, or one made of the words.
        entity: Option<String>,
    },
    /// Of a time.
    Time {
        /// The first day or minute.
        start: Option<Moment>,
        /// The last day or minute.
        end: Option<Moment>,
    },
    /// Of a place or an actor.
    Party {
        /// The lexicon's id, or one made of the words.
        entity: Option<String>,
        /// The side it belongs to.
        side: Option<String>,
        /// "combatant", "civilian", "child", ….
        role: Option<String>,
    },
}

impl Line {
    /// The line of an article, with everything that was found in it if that is asked for.
    pub(super) fn of(reading: &model::Reading, with_mentions: bool) -> Self {
        let text = &reading.article.text;
        let claims = reading.claims.iter();
        let mentions = || reading.mentions.iter().map(|m| mention(m, text)).collect();
        Self {
            schema: super::SCHEMA.to_owned(),
            article: article(reading),
            claims: claims
                .map(|claim| Claim::stated(claim, text, &reading.passages))
                .collect(),
            mentions: with_mentions.then(mentions),
            notices: reading.notices.iter().map(Notice::from).collect(),
        }
    }
}

fn article(reading: &model::Reading) -> Article {
    let article = &reading.article;
    let published = article.published.as_ref();
    Article {
        id: article.id.clone(),
        outlet: article.outlet.clone(),
        title: article.title.clone(),
        byline: article.byline.clone(),
        url: article.url.clone(),
        published: published.map(Stamp::from),
        published_basis: published.map_or(Basis::Said, |stamp| stamp.basis.into()),
        published_from: article.published_from.clone(),
        not_before: article.not_before.map(Day),
        modified: article.modified.as_ref().map(Stamp::from),
        retrieved: article.retrieved.as_ref().map(Stamp::from),
        language: article.language.clone(),
        path: article.path.clone(),
        sha256: article.sha256.clone(),
        text: article.text.clone(),
        entries: article.entries.iter().map(Entry::from).collect(),
        passages: reading.passages.iter().map(Passage::from).collect(),
    }
}

impl From<&model::Entry> for Entry {
    fn from(entry: &model::Entry) -> Self {
        Self {
            start: entry.span.start,
            end: entry.span.end,
            at: (&entry.at).into(),
            basis: entry.at.basis.into(),
        }
    }
}

impl From<&model::Passage> for Passage {
    fn from(passage: &model::Passage) -> Self {
        Self {
            kind: passage.kind.into(),
            n: passage.number,
            start: passage.span.start,
            end: passage.span.end,
        }
    }
}

impl From<&model::Notice> for Notice {
    fn from(notice: &model::Notice) -> Self {
        Self {
            code: notice.code.clone(),
            message: notice.message.clone(),
            start: notice.span.map(|span| span.start),
            end: notice.span.map(|span| span.end),
        }
    }
}

fn mention(mention: &model::Mention, text: &str) -> Mention {
    let (kind, value) = match &mention.value {
        model::MentionValue::Quantity(quantity) => (
            MentionKind::Quantity,
            MentionValue::Quantity(quantity.into()),
        ),
        model::MentionValue::Time(period) => {
            let (start, end) = ends(period);
            (MentionKind::Time, MentionValue::Time { start, end })
        }
        model::MentionValue::Place(party) => (MentionKind::Place, party_value(party)),
        model::MentionValue::Actor(party) => (MentionKind::Actor, party_value(party)),
        model::MentionValue::Source(source) => {
            let cue = source.cue_span.map(Range::from);
            let entity = source.entity.clone();
            (MentionKind::Source, MentionValue::Source { cue, entity })
        }
    };
    Mention {
        kind,
        text: mention.span.of(text).to_owned(),
        start: mention.span.start,
        end: mention.span.end,
        value,
    }
}

fn party_value(party: &model::Party) -> MentionValue {
    MentionValue::Party {
        entity: party.entity.clone(),
        side: party.side.clone(),
        role: party.role.clone(),
    }
}

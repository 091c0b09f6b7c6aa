use jiff::civil::{Date, Time};

use super::{Basis, Claim, Party, Period, Quantity, Source, Span};

/// A moment as fine as it was given: a day, or a day and a time, with a zone where one is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day.
    pub date: Date,
    /// The time of day, to the minute.
    pub time: Option<Time>,
    /// The zone as it was given, `+02:00` or `Z`; none: not given.
    pub offset: Option<String>,
    /// Said in the metadata or a date line; implied by another line of the text.
    pub basis: Basis,
}

impl Stamp {
    /// The stretch of time it names: a day, or one minute of it.
    pub fn period(&self) -> Period {
        match self.time {
            None => Period::days(self.to_string(), self.date, self.date, self.basis),
            Some(time) => {
                let start = self.date.to_datetime(time);
                let end = start.saturating_add(jiff::Span::new().minutes(1));
                Period::between(self.to_string(), Some(start), Some(end), self.basis)
            }
        }
    }
}

impl std::fmt::Display for Stamp {
    /// `2017-03-20`, `2017-03-20T18:00`, `2017-03-20T18:00+02:00`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.date)?;
        if let Some(time) = self.time {
            write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
        }
        f.write_str(self.offset.as_deref().unwrap_or(""))
    }
}

/// One outlet's text with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// From the metadata, else the file stem; unique within a run.
    pub id: String,
    /// Who published it; the file stem where nothing says so.
    pub outlet: String,
    /// The headline.
    pub title: Option<String>,
    /// The author line.
    pub byline: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published, if the metadata or the text says so.
    pub published: Option<Stamp>,
    /// Where `published` was found, if neither front matter nor the text says it: `JSON-LD datePublished`.
    pub published_from: Option<String>,
    /// Where `published` is not known: a full date in the text, before which it cannot have been written.
    pub not_before: Option<Date>,
    /// When it was last changed.
    pub modified: Option<Stamp>,
    /// When it was fetched.
    pub retrieved: Option<Stamp>,
    /// Language, `en`.
    pub language: String,
    /// Path relative to the one given on the command line, with forward slashes.
    pub path: String,
    /// SHA-256 of the file's bytes, in hex.
    pub sha256: String,
    /// NFC, paragraphs separated by one blank line; a title that the body does not carry stands in front.
    pub text: String,
    /// The entries of a live blog, by position; empty for any other text.
    pub entries: Vec<Entry>,
}

impl Article {
    /// An article in English of which only the text is known. Its id stands for the outlet and, as `ID.txt`, for the path.
    pub fn of_text(id: &str, text: &str) -> Self {
        Self {
            id: id.to_owned(),
            outlet: id.to_owned(),
            title: None,
            byline: None,
            url: None,
            published: None,
            published_from: None,
            not_before: None,
            modified: None,
            retrieved: None,
            language: "en".to_owned(),
            path: format!("{id}.txt"),
            sha256: String::new(),
            text: text.to_owned(),
            entries: Vec::new(),
        }
    }

    /// When the words at `at` were published: their entry's time, else the article's.
    pub fn published_at(&self, at: usize) -> Option<&Stamp> {
        let before = self.entries.partition_point(|entry| entry.span.start <= at);
        let entry = self.entries[..before]
            .last()
            .filter(|entry| at < entry.span.end);
        entry.map(|entry| &entry.at).or(self.published.as_ref())
    }
}

/// A stretch of a live blog that was published at a time of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where it stands, with its heading.
    pub span: Span,
    /// When it was published.
    pub at: Stamp,
}

/// What the pipeline starts from: an article, with the passages and claims of a corrected claims file where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The article.
    pub article: Article,
    /// Passages and claims that were given and are not to be read again.
    pub given: Option<(Vec<Passage>, Vec<Claim>)>,
    /// What reading the file could not make sense of.
    pub notices: Vec<Notice>,
}

impl From<Article> for Input {
    /// An article of which nothing was given and all is to be read.
    fn from(article: Article) -> Self {
        Self {
            article,
            given: None,
            notices: Vec::new(),
        }
    }
}

/// The kinds of passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageKind {
    /// The title.
    Headline,
    /// Place and day at the head of a wire text, or a date line.
    Dateline,
    /// A paragraph set off as the summary.
    Lead,
    /// Running text.
    Paragraph,
    /// Under a picture; has its own date.
    Caption,
    /// Words of somebody cited; lies inside another passage.
    Quotation,
    /// House text: copyright, invitations to comment, links to other texts.
    Boilerplate,
}

/// A stretch of an article of one kind. Quotations lie inside other passages; the other kinds partition the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its kind.
    pub kind: PassageKind,
    /// Leads and paragraphs are numbered from 1.
    pub number: Option<u32>,
    /// Where it stands.
    pub span: Span,
}

/// Something that could not be done or understood, said rather than hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Kebab-case kind: `unresolved-date`.
    pub code: String,
    /// A sentence for a person: what, and what mends it.
    pub message: String,
    /// The article's id, if it is about one.
    pub article: Option<String>,
    /// Where in that article's text.
    pub span: Option<Span>,
}

impl Notice {
    /// A notice about an article as a whole or about none; `analyze` puts in the article's id.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            article: None,
            span: None,
        }
    }

    /// The same notice, about the words at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }
}

/// Words of the text that name a number, a time, a place, an actor or a source, whether or not a claim uses them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where they stand.
    pub span: Span,
    /// What they name.
    pub value: MentionValue,
}

/// What a mention names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MentionValue {
    /// A number or amount.
    Quantity(Quantity),
    /// A time.
    Time(Period),
    /// A place.
    Place(Party),
    /// A person or group.
    Actor(Party),
    /// A source of reported words.
    Source(Source),
}

/// An article as it was read: one line of the claims file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The article, with the publication date found in its text.
    pub article: Article,
    /// Its passages, by position; quotations after the passages that hold them.
    pub passages: Vec<Passage>,
    /// Its claims, by position.
    pub claims: Vec<Claim>,
    /// Its mentions, by position. `extract` writes them only where they are asked for.
    pub mentions: Vec<Mention>,
    /// What was not understood.
    pub notices: Vec<Notice>,
}

impl Reading {
    /// Is nothing known of it but that it is there: another language, a scan?
    pub fn is_unread(&self) -> bool {
        let unread = |notice: &Notice| notice.code == "not-read";
        self.claims.is_empty() && self.notices.iter().any(unread)
    }

    /// The headline: the title of the metadata, else the passage that is one.
    pub fn headline(&self) -> Option<&str> {
        let passage = || {
            self.passages
                .iter()
                .find(|p| p.kind == PassageKind::Headline)
        };
        self.article
            .title
            .as_deref()
            .or_else(|| passage().map(|p| p.span.of(&self.article.text)))
    }

    /// The passage that a claim of this article stands in.
    pub fn passage_of(&self, claim: &Claim) -> Option<&Passage> {
        self.passages.get(claim.passage)
    }
}

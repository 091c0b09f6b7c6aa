use super::{Attributes, Decimal, Period, Quantity, Span};

/// How we come by a field. What is assumed may excuse a difference, never make a contradiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The sentence says it.
    Said,
    /// The text around it does.
    Implied,
    /// Our default, for instance as-of = publication.
    Assumed,
}

/// Whose words the claim is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The outlet's own.
    Outlet,
    /// Somebody's who is quoted: never charge the outlet with them.
    Quoted,
}

/// Is it asserted or denied?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// It is said to be so.
    Affirmed,
    /// It is said not to be so.
    Denied,
}

/// The ladder of certainty, strongest first (after MUC-4's perpetrator confidence, fill rules slot 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// In the outlet's own voice, unhedged.
    Fact,
    /// Attributed to a source that states it.
    Reported,
    /// "claimed", "said it had".
    Claimed,
    /// "accused", "blamed".
    Accused,
    /// "suspected", "believed", "allegedly".
    Suspected,
    /// "may have", "feared".
    Possible,
}

/// A person, group, thing or place as the text calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The words.
    pub text: String,
    /// Where they stand, if they stand in the text.
    pub span: Option<Span>,
    /// The lexicon's id, or one made of the words; equal ids are one referent.
    pub entity: Option<String>,
    /// The side it belongs to.
    pub side: Option<String>,
    /// "combatant", "civilian", "child", … : a node of the lexicon's lattice of people.
    pub role: Option<String>,
    /// Said, implied or assumed.
    pub basis: Basis,
}

impl Party {
    /// A party that is only named so far.
    pub fn named(text: impl Into<String>, basis: Basis) -> Self {
        Self {
            text: text.into(),
            span: None,
            entity: None,
            side: None,
            role: None,
            basis,
        }
    }
}

/// Who said so: one link of the chain from the outlet's source to the origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The words: "a hospital official".
    pub text: String,
    /// Where they stand, if they stand in the text.
    pub span: Option<Span>,
    /// The lexicon's id, or one made of the words.
    pub entity: Option<String>,
    /// "official", "military", "monitor", "agency", "medic", "witness", "unnamed", "media", "party", "person";
    /// [`UNRESOLVED`] where the text tells only that somebody speaks.
    pub kind: String,
    /// "said", "according to".
    pub cue: String,
    /// Where the cue stands.
    pub cue_span: Option<Span>,
    /// Said, implied or assumed.
    pub basis: Basis,
}

/// The kind of a source of which the text tells nothing but a pronoun: "he said". The claim is on somebody's word, not the
/// outlet's own, but nobody could be asked.
pub const UNRESOLVED: &str = "unresolved";

impl Source {
    /// Does the text tell who it is, be it "a witness" or "officials"?
    pub fn is_resolved(&self) -> bool {
        self.kind != UNRESOLVED
    }
}

/// A correction made by hand in a claims file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// Who made it.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The claim is withdrawn: kept in the file, compared with nothing.
    pub void: bool,
    /// It rests on no passage of the text (a phone call, a translation).
    pub by_hand: bool,
}

/// One thing an article says happened: who, what, how many, when, where, on whose word. What few claims have is boxed: of
/// 20,000 articles all claims are in memory at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Stable: the article's id and a digest of what is claimed and the quote.
    pub id: String,
    /// An id of the lexicon: "killed", "retook".
    pub predicate: String,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// In whose words.
    pub voice: Voice,
    /// How certain.
    pub certainty: Certainty,
    /// "believed", "reportedly".
    pub hedge: Option<String>,
    /// How many.
    pub quantity: Option<Quantity>,
    /// Whom it befell.
    pub population: Option<Party>,
    /// Who did it.
    pub agent: Option<Box<Party>>,
    /// What was attacked, held, named.
    pub object: Option<Box<Party>>,
    /// For "called", "renamed", "belongs-to": the name given, the group joined.
    pub complement: Option<Box<Party>>,
    /// Where.
    pub place: Option<Box<Party>>,
    /// When it happened.
    pub time: Option<Period>,
    /// The moment for which it is said.
    pub as_of: Option<Period>,
    /// From the nearest source to the origin; empty: the outlet's own voice.
    pub attribution: Vec<Source>,
    /// The id of the claim of which this counts a part.
    pub part_of: Option<String>,
    /// Rarer facts by name: means, portion, age, fate, method.
    pub attributes: Attributes,
    /// The words it rests on.
    pub span: Span,
    /// The kind of passage they stand in, as an index into the article's passages.
    pub passage: usize,
    /// What a person changed.
    pub correction: Option<Box<Correction>>,
}

/// What `attributes.derived` says of a sum of those told one by one.
pub(crate) const ADDED_UP: &str = "told one by one";

impl Claim {
    /// Does whoever is cited say who those were whom the text had counted before: "residents said they were farmers"?
    pub fn relabels(&self) -> bool {
        self.attributes.contains_key("relabels")
    }

    /// The number in digits and how it was made, where no sentence of the text gives it and we reckoned it: "3", "added up by
    /// Rashomon from two women, an infant".
    pub fn reckoned(&self) -> Option<(String, String)> {
        let how = self
            .attributes
            .get("derived")
            .filter(|_| !self.relabels())?;
        let quantity = self.quantity.as_ref()?;
        let number = quantity.stated.low.filter(|low| *low > Decimal::from(1))?;
        let from = &quantity.text;
        let words = match how.as_str() {
            ADDED_UP => format!("added up by Rashomon from {from}"),
            _ => format!("worked out by Rashomon from {from} ({how})"),
        };
        Some((number.to_string(), words))
    }
}

/// Which claim: the article's place in the report, and the claim's place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimRef {
    /// Index into the report's readings.
    pub article: usize,
    /// Index into that reading's claims.
    pub claim: usize,
}

impl Claim {
    /// Has a person withdrawn it?
    pub fn is_void(&self) -> bool {
        self.correction.as_ref().is_some_and(|c| c.void)
    }

    /// The nearest source of which the text tells who it is; not who listened to it.
    pub fn nearest_source(&self) -> Option<&Source> {
        let told = &self.attribution[usize::from(self.listener().is_some())..];
        told.iter().find(|source| source.is_resolved())
    }

    /// Whose statement it is, as far as the text tells: of "the army denied it, the agency reported" the army.
    pub fn speaker(&self) -> Option<&Source> {
        self.attribution.iter().rfind(|source| source.is_resolved())
    }

    /// The medium that was told: "the sergeant told Channel 7". It stands behind the verb whose subject speaks.
    pub fn listener(&self) -> Option<&Source> {
        let [heard, speaker, ..] = self.attribution.as_slice() else {
            return None;
        };
        let cue = heard.cue_span?;
        let told = heard.span?.start >= cue.end && speaker.span?.end <= cue.start;
        (told && speaker.cue_span == Some(cue)).then_some(heard)
    }

    /// The source it began with, if the outlet tells who that is.
    pub fn origin(&self) -> Option<&Source> {
        self.attribution
            .last()
            .filter(|source| source.is_resolved())
    }
}

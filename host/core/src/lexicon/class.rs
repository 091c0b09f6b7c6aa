/// The parts that words play in a sentence; `grammar.toml` lists the words of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    Indefinite,
    Definite,
    Possessive,
    Determiner,
    Preposition,
    Coordinator,
    Alternative,
    ClauseBreak,
    Relative,
    Be,
    BeSingular,
    BePlural,
    Get,
    Have,
    Do,
    Modal,
    Negation,
    None,
    Adverb,
    Pronoun,
    PronounSingular,
    PronounPlural,
    Subset,
    Weekday,
    Month,
    Meridiem,
    Title,
    Abbreviation,
    NameParticle,
    Organisation,
    PlaceKind,
    Planned,
    Nationality,
    State,
    Measure,
    Label,
    Change,
    Contrast,
    Temporal,
    Locative,
    Direction,
    LifeTaking,
    Missed,
    Of,
    By,
    Thing,
    // The following are given by other files than grammar.toml.
    Ordinal,
    OrdinalEnding,
    Cue,
    SourceNoun,
    FightingNoun,
    SideGovernment,
    SideOpposition,
}

const NAMES: &[(&str, Class)] = &[
    ("indefinite", Class::Indefinite),
    ("definite", Class::Definite),
    ("possessive", Class::Possessive),
    ("determiner", Class::Determiner),
    ("preposition", Class::Preposition),
    ("coordinator", Class::Coordinator),
    ("alternative", Class::Alternative),
    ("clause-break", Class::ClauseBreak),
    ("relative", Class::Relative),
    ("be", Class::Be),
    ("be-singular", Class::BeSingular),
    ("be-plural", Class::BePlural),
    ("get", Class::Get),
    ("have", Class::Have),
    ("do", Class::Do),
    ("modal", Class::Modal),
    ("negation", Class::Negation),
    ("none", Class::None),
    ("adverb", Class::Adverb),
    ("pronoun", Class::Pronoun),
    ("pronoun-singular", Class::PronounSingular),
    ("pronoun-plural", Class::PronounPlural),
    ("subset", Class::Subset),
    ("weekday", Class::Weekday),
    ("month", Class::Month),
    ("meridiem", Class::Meridiem),
    ("title", Class::Title),
    ("abbreviation", Class::Abbreviation),
    ("name-particle", Class::NameParticle),
    ("organisation", Class::Organisation),
    ("place-kind", Class::PlaceKind),
    ("planned", Class::Planned),
    ("nationality", Class::Nationality),
    ("state", Class::State),
    ("measure", Class::Measure),
    ("label", Class::Label),
    ("change", Class::Change),
    ("contrast", Class::Contrast),
    ("temporal", Class::Temporal),
    ("locative", Class::Locative),
    ("direction", Class::Direction),
    ("life-taking", Class::LifeTaking),
    ("missed", Class::Missed),
    ("of", Class::Of),
    ("by", Class::By),
    ("thing", Class::Thing),
];

impl Class {
    /// The class of a name in grammar.toml.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, class)| *class)
    }

    /// Its bit.
    pub(super) fn bit(self) -> u64 {
        1 << (self as u8)
    }
}

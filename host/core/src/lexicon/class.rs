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
    To,
    Will,
    Small,
    Attaching,
    Rank,
    Introducing,
    Neuter,
    Thing,
    Whole,
    Part,
    Others,
    Severe,
    WordEnding,
    Everyday,
    Figurative,
    Aged,
    Including,
    Conditional,
    StreetShort,
    Asking,
    Unnumbered,
    Lifeless,
    Together,
    Unmade,
    Resultative,
    Warning,
    Firing,
    Infinitive,
    Somebody,
    Among,
    Genitive,
    Present,
    Loose,
    /// What is seized as ground: a building, a hill.
    Ground,
    /// "The house was occupied": lived in, unless it is said by whom.
    Inhabited,
    /// Those who have a home to be driven from.
    Resident,
    /// What those driven from home leave.
    Home,
    AdjectiveEnding,
    // Those of victims.toml.
    Male,
    Female,
    Young,
    Adult,
    Attacker,
    Further,
    Anybody,
    Reflexive,
    Both,
    Care,
    CarePlace,
    Suffer,
    Harm,
    HarmKind,
    Blow,
    BodyPart,
    Block,
    Corpse,
    Infancy,
    Natural,
    Particle,
    Elder,
    Besides,
    Supposing,
    Shooting,
    Parent,
    Offspring,
    /// "than".
    Comparing,
    /// What an article tells of as one whole: "shooting".
    Deed,
    /// Says when that was: "happened".
    Occurs,
    /// Done about a deed afterwards: "arrested".
    Aftermath,
    /// Answers a call: "responded".
    Responds,
    // The following are given by other files than grammar.toml.
    Ordinal,
    OrdinalEnding,
    Cue,
    SourceNoun,
    FightingNoun,
    SideGovernment,
    SideOpposition,
    GroupNoun,
    LargerGroup,
    // These say that a word has something to tell, so that most words need not be looked up: see `Words::settle`.
    /// A noun for people.
    Person,
    /// Opens a claim.
    Trigger,
    /// A number in words.
    Figure,
    /// Begins a time, or counts one.
    Dated,
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
    ("deed", Class::Deed),
    ("occurs", Class::Occurs),
    ("aftermath", Class::Aftermath),
    ("responds", Class::Responds),
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
    ("to", Class::To),
    ("will", Class::Will),
    ("small", Class::Small),
    ("attaching", Class::Attaching),
    ("rank", Class::Rank),
    ("introducing", Class::Introducing),
    ("neuter", Class::Neuter),
    ("thing", Class::Thing),
    ("whole", Class::Whole),
    ("others", Class::Others),
    ("severe", Class::Severe),
    ("part", Class::Part),
    ("adjective-ending", Class::AdjectiveEnding),
    ("figurative", Class::Figurative),
    ("loose", Class::Loose),
    ("ground", Class::Ground),
    ("inhabited", Class::Inhabited),
    ("resident", Class::Resident),
    ("home", Class::Home),
    ("among", Class::Among),
    ("genitive", Class::Genitive),
    ("present", Class::Present),
    ("firing", Class::Firing),
    ("infinitive", Class::Infinitive),
    ("somebody", Class::Somebody),
    ("word-ending", Class::WordEnding),
    ("everyday", Class::Everyday),
    ("aged", Class::Aged),
    ("including", Class::Including),
    ("conditional", Class::Conditional),
    ("street-short", Class::StreetShort),
    ("asking", Class::Asking),
    ("unnumbered", Class::Unnumbered),
    ("lifeless", Class::Lifeless),
    ("together", Class::Together),
    ("unmade", Class::Unmade),
    ("resultative", Class::Resultative),
    ("warning", Class::Warning),
    ("male", Class::Male),
    ("female", Class::Female),
    ("child", Class::Young),
    ("adult", Class::Adult),
    ("attacker", Class::Attacker),
    ("further", Class::Further),
    ("anybody", Class::Anybody),
    ("reflexive", Class::Reflexive),
    ("both", Class::Both),
    ("care", Class::Care),
    ("care-place", Class::CarePlace),
    ("suffer", Class::Suffer),
    ("harm", Class::Harm),
    ("harm-kind", Class::HarmKind),
    ("blow", Class::Blow),
    ("body-part", Class::BodyPart),
    ("block", Class::Block),
    ("corpse", Class::Corpse),
    ("infancy", Class::Infancy),
    ("natural", Class::Natural),
    ("particle", Class::Particle),
    ("elder", Class::Elder),
    ("besides", Class::Besides),
    ("supposing", Class::Supposing),
    ("shooting", Class::Shooting),
    ("parent", Class::Parent),
    ("offspring", Class::Offspring),
    ("comparing", Class::Comparing),
];

impl Class {
    /// The class of a name in grammar.toml.
    pub(super) fn named(name: &str) -> Option<Self> {
        NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, class)| *class)
    }

    /// Its bit: there are fewer classes than a word of the machine has bits, and the last of them is `Dated`.
    const fn bit(self) -> u128 {
        1 << (self as u8)
    }
}

const _: () = assert!((Class::Dated as u32) < u128::BITS, "each class needs a bit");

/// Several classes: what one word is, or what is asked of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u128);

impl Classes {
    /// These classes; of a constant list the compiler makes a constant.
    #[inline]
    pub(crate) fn of(classes: &[Class]) -> Self {
        Self(classes.iter().fold(0, |bits, class| bits | class.bit()))
    }

    /// Is the class one of them?
    #[inline]
    pub(crate) fn has(self, class: Class) -> bool {
        self.0 & class.bit() != 0
    }

    /// Does any class stand in both?
    #[inline]
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Is it none at all?
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What stands in either.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// All but one.
    pub(crate) fn without(self, class: Class) -> Self {
        Self(self.0 & !class.bit())
    }

    /// One more.
    pub(super) fn add(&mut self, class: Class) {
        self.0 |= class.bit();
    }
}

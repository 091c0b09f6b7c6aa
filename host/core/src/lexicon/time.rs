//! The words of time: the roles that `time.toml` gives to words, and its conventions.

mod named;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Lexicon, LexiconError};
use named::add_named;
pub(crate) use named::{Feast, NamedDay};

/// A stretch of the calendar that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    /// Monday to Friday: "business days".
    WorkDay,
    /// "Two nights ago".
    Night,
    /// Saturday and Sunday.
    Weekend,
    /// From Monday.
    Week,
    /// Monday to Friday of a week.
    WorkWeek,
    Fortnight,
    Month,
    Quarter,
    /// What companies report on; read as a quarter.
    Period,
    Half,
    Year,
    Decade,
    Century,
}

/// Which of several like stretches is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Shift {
    /// "Last week".
    Last,
    /// "The past week": up to now.
    Past,
    /// "The previous day": seen from the day last named.
    Previous,
    /// "This week".
    This,
    /// "Next week".
    Next,
    /// "The coming Friday": the nearest ahead.
    Coming,
    /// "The following day": seen from the day last named.
    Following,
    /// "That day", "the same month": the one last named.
    Same,
    /// "The latest quarter": the last one that is over.
    Latest,
}

/// Which part of a longer stretch is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Stage {
    /// A modifier that blurs and does not cut: "early September" is September.
    Early,
    /// Likewise.
    Mid,
    /// Likewise.
    Late,
    /// "The start of June": its first third.
    Start,
    /// "The middle of June": its second third.
    Middle,
    /// "The end of June": its last third.
    End,
    /// "The rest of the week": from today on.
    Rest,
}

/// From where a distance is counted, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Direction {
    /// Back from now.
    Ago,
    /// Back from the day last named; before a unit: "earlier this month".
    Earlier,
    /// On from the day last named; before a unit: "later this month".
    Later,
    /// Back from what follows, else from the day last named.
    Before,
    /// On from what follows, else from the day last named.
    After,
    /// On from now.
    Hence,
}

/// Words that join the parts of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Link {
    The,
    A,
    Of,
    In,
    During,
    Within,
    On,
    At,
    By,
    From,
    Between,
    To,
    Until,
    Since,
    And,
    Or,
    Than,
    Starting,
    For,
}

/// What a word says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeWord {
    /// Monday is 1.
    Weekday(u8),
    /// January is 1.
    Month(u8),
    /// Its first month.
    Season(u8),
    /// "Days".
    Unit(Unit),
    /// A part of a day, by its place in [`TimeWords::parts`].
    Part(u8),
    /// Days from the day of writing.
    Day(i8),
    /// "Now".
    Now,
    /// "Tonight".
    Tonight,
    /// "Overnight".
    Overnight,
    /// "Last".
    Shift(Shift),
    /// "Early".
    Stage(Stage),
    /// "Ago".
    Direction(Direction),
    /// "Third".
    Ordinal(u8),
    /// After noon?
    Meridiem(bool),
    /// "O'clock".
    Oclock,
    /// "GMT".
    Zone,
    /// "Seventies".
    Decade(u8),
    /// "Q3".
    Quarter(u8),
    /// "H2".
    Half(u8),
    /// "Recent".
    Recent,
    /// "Every".
    Every,
    /// "Fiscal".
    Filler,
    /// "Business", before days and weeks.
    Business,
    /// "FY", glued to or before the number of a year.
    YearMark,
    /// "Date": today in "to date" and "the current date".
    Date,
    /// "Future", in "two weeks in the future".
    Future,
    /// "Less", in "less than two weeks ago".
    Less,
    /// "Eve", in "the eve of Easter".
    Eve,
    /// "Year-ago".
    YearAgo,
    /// "Of".
    Link(Link),
    /// "Will".
    Ahead,
}

impl TimeWord {
    /// May a month without a day follow: "in", "by", "since", "early"? A number behind that month counts something.
    pub(crate) fn leads_to_month(self) -> bool {
        matches!(
            self,
            Self::Link(Link::In | Link::By | Link::Since | Link::During) | Self::Stage(_)
        )
    }

    /// Can an expression begin with it? A link cannot, nor what only follows.
    pub(crate) fn opens(self) -> bool {
        !matches!(
            self,
            Self::Link(_)
                | Self::Ahead
                | Self::Meridiem(_)
                | Self::Oclock
                | Self::Zone
                | Self::Business
                | Self::Future
                | Self::Less
        )
    }
}

/// A part of a day, in hours from its midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DayPart {
    pub(crate) from: u8,
    pub(crate) to: u8,
}

impl DayPart {
    /// Midnight, which may be either end of the day that is named.
    pub(crate) const MIDNIGHT: Self = Self { from: 0, to: 24 };
    /// "Shortly after midnight": before it is morning.
    pub(crate) const PAST_MIDNIGHT: Self = Self { from: 0, to: 6 };
    /// "Just before midnight": so late that nobody would say "in the evening".
    pub(crate) const TOWARDS_MIDNIGHT: Self = Self { from: 22, to: 24 };

    /// Is it one hour, as noon is?
    pub(crate) fn is_hour(self) -> bool {
        self.to == self.from + 1
    }

    /// Is it told by midnight?
    pub(crate) fn is_told_by_midnight(self) -> bool {
        [Self::MIDNIGHT, Self::PAST_MIDNIGHT, Self::TOWARDS_MIDNIGHT].contains(&self)
    }
}

/// What is known of time beyond single words.
#[derive(Debug, Default)]
pub(crate) struct TimeWords {
    /// Parts of a day.
    pub(crate) parts: Vec<DayPart>,
    /// The part that "tonight" names.
    pub(crate) night: DayPart,
    /// The evening before and the morning.
    pub(crate) overnight: DayPart,
    /// Days with a name, by their words in small letters. Longest first.
    pub(crate) named: Vec<(Vec<String>, NamedDay)>,
    /// How numbers are read.
    pub(crate) convention: TimeConvention,
    doubtful: Vec<String>,
    doubtful_seasons: Vec<String>,
    near: Vec<String>,
}

impl Default for DayPart {
    fn default() -> Self {
        Self { from: 0, to: 24 }
    }
}

impl TimeWords {
    /// Is the word a day or month only in company: "may", "sat"?
    pub(crate) fn is_doubtful(&self, word: &str) -> bool {
        self.doubtful.iter().any(|w| w == word)
    }

    /// Does it say before "after" or "before" an hour that it was within it: "shortly"?
    pub(crate) fn is_near(&self, word: &str) -> bool {
        self.near.iter().any(|w| w == word)
    }

    /// Is the word a season only in company: "fall"?
    pub(crate) fn is_doubtful_season(&self, word: &str) -> bool {
        self.doubtful_seasons.iter().any(|w| w == word)
    }
}

/// Conventions that other countries or desks may see otherwise.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TimeConvention {
    /// Is 3/7/2017 in March?
    pub(crate) month_first: bool,
    /// The last year of two digits that belongs to the 2000s.
    pub(crate) two_digit_pivot: u8,
    /// How far ahead a month and a day without a year may lie.
    pub(crate) ahead_days: u16,
    /// How long before the bound of an undated article a weekday may lie.
    pub(crate) bound_back: u8,
    /// How long after it.
    pub(crate) bound_ahead: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TimeFile {
    #[serde(rename = "schema")]
    _schema: String,
    weekday: BTreeMap<String, u8>,
    month: BTreeMap<String, u8>,
    doubtful: WordList,
    season: BTreeMap<String, u8>,
    season_doubtful: WordList,
    near: WordList,
    unit: BTreeMap<Unit, Vec<String>>,
    day: BTreeMap<String, i8>,
    now: WordList,
    part: Vec<PartEntry>,
    tonight: WordList,
    overnight: PartEntry,
    shift: BTreeMap<Shift, Vec<String>>,
    stage: BTreeMap<Stage, Vec<String>>,
    direction: BTreeMap<Direction, Vec<String>>,
    ordinal: OrdinalWords,
    meridiem: Meridiems,
    clock: ClockWords,
    decade: BTreeMap<String, u8>,
    piece: Pieces,
    vague: VagueWords,
    every: WordList,
    filler: WordList,
    business: WordList,
    year_mark: WordList,
    date: WordList,
    future: WordList,
    less: WordList,
    eve: WordList,
    year_ago: WordList,
    link: BTreeMap<Link, Vec<String>>,
    ahead: WordList,
    named: BTreeMap<String, String>,
    convention: TimeConvention,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordList {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartEntry {
    words: Vec<String>,
    from: u8,
    to: u8,
    #[serde(rename = "source")]
    _source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrdinalWords {
    words: Vec<String>,
    tens: BTreeMap<String, u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meridiems {
    am: Vec<String>,
    pm: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockWords {
    oclock: Vec<String>,
    zones: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pieces {
    quarter: BTreeMap<String, u8>,
    half: BTreeMap<String, u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VagueWords {
    recent: Vec<String>,
}

/// Adds the words of `time.toml`. A word keeps the first role it is given, in the order of this function.
pub(super) fn add_time(lexicon: &mut Lexicon, file: TimeFile) -> Result<(), LexiconError> {
    let night = file
        .part
        .iter()
        .find(|p| p.words.iter().any(|w| w == "night"));
    lexicon.time.night = night.map_or_else(DayPart::default, PartEntry::part);
    lexicon.time.overnight = file.overnight.part();
    lexicon.time.convention = file.convention;
    lexicon.time.doubtful = file.doubtful.words;
    lexicon.time.doubtful_seasons = file.season_doubtful.words;
    lexicon.time.near = file.near.words;
    add_named(lexicon, file.named)?;
    add_valued(lexicon, file.weekday, TimeWord::Weekday);
    add_valued(lexicon, file.month, TimeWord::Month);
    add_valued(lexicon, file.season, TimeWord::Season);
    add_valued(lexicon, file.day, TimeWord::Day);
    add_valued(lexicon, file.decade, TimeWord::Decade);
    add_valued(lexicon, file.piece.quarter, TimeWord::Quarter);
    add_valued(lexicon, file.piece.half, TimeWord::Half);
    add_ordinals(lexicon, file.ordinal);
    for (unit, words) in file.unit {
        add_all(lexicon, &words, TimeWord::Unit(unit));
    }
    for (index, part) in (0..).zip(file.part) {
        lexicon.time.parts.push(part.part());
        add_all(lexicon, &part.words, TimeWord::Part(index));
    }
    for (shift, words) in file.shift {
        add_all(lexicon, &words, TimeWord::Shift(shift));
    }
    for (stage, words) in file.stage {
        add_all(lexicon, &words, TimeWord::Stage(stage));
    }
    for (direction, words) in file.direction {
        add_all(lexicon, &words, TimeWord::Direction(direction));
    }
    for (link, words) in file.link {
        add_all(lexicon, &words, TimeWord::Link(link));
    }
    let single = [
        (file.now.words, TimeWord::Now),
        (file.tonight.words, TimeWord::Tonight),
        (file.overnight.words, TimeWord::Overnight),
        (file.meridiem.am, TimeWord::Meridiem(false)),
        (file.meridiem.pm, TimeWord::Meridiem(true)),
        (file.clock.oclock, TimeWord::Oclock),
        (file.clock.zones, TimeWord::Zone),
        (file.vague.recent, TimeWord::Recent),
        (file.every.words, TimeWord::Every),
        (file.filler.words, TimeWord::Filler),
        (file.business.words, TimeWord::Business),
        (file.year_mark.words, TimeWord::YearMark),
        (file.date.words, TimeWord::Date),
        (file.future.words, TimeWord::Future),
        (file.less.words, TimeWord::Less),
        (file.eve.words, TimeWord::Eve),
        (file.year_ago.words, TimeWord::YearAgo),
        (file.ahead.words, TimeWord::Ahead),
    ];
    for (words, role) in single {
        add_all(lexicon, &words, role);
    }
    Ok(())
}

impl PartEntry {
    fn part(&self) -> DayPart {
        DayPart {
            from: self.from,
            to: self.to,
        }
    }
}

fn add(lexicon: &mut Lexicon, word: &str, role: TimeWord) {
    lexicon.words.entry(word).time.get_or_insert(role);
}

fn add_all(lexicon: &mut Lexicon, words: &[String], role: TimeWord) {
    for word in words {
        add(lexicon, word, role);
    }
}

fn add_valued<V>(lexicon: &mut Lexicon, words: BTreeMap<String, V>, role: fn(V) -> TimeWord) {
    for (word, value) in words {
        add(lexicon, &word, role(value));
    }
}

fn add_ordinals(lexicon: &mut Lexicon, ordinals: OrdinalWords) {
    for (value, word) in (1..).zip(&ordinals.words) {
        add(lexicon, word, TimeWord::Ordinal(value));
    }
    add_valued(lexicon, ordinals.tens, TimeWord::Ordinal);
}

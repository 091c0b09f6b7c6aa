//! Days with a name, and how `time.toml` writes them.

use std::collections::BTreeMap;

use crate::lexicon::{Lexicon, LexiconError};

/// When in the year a day with a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedDay {
    /// A day of a month.
    Fixed { month: u8, day: u8 },
    /// A day that moves from year to year.
    Moving(Feast),
}

/// How a day that moves is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    /// So many days after Easter Sunday, of the western churches.
    Easter(i8),
    /// So many days after the so-manieth weekday of a month, counted from its end if negative.
    Weekday {
        month: u8,
        nth: i8,
        weekday: u8,
        days: i8,
    },
}

impl std::str::FromStr for NamedDay {
    type Err = ();

    /// `12-25`; `easter`, `easter-2`; `11:4:4+1`, the day after the fourth Thursday of November.
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some(days) = text.strip_prefix("easter") {
            let days = if days.is_empty() { "0" } else { days };
            let days = days.parse().map_err(|_| ())?;
            return Ok(Self::Moving(Feast::Easter(days)));
        }
        if text.contains(':') {
            return nth_weekday(text).map(Self::Moving).ok_or(());
        }
        let (month, day) = text.split_once('-').ok_or(())?;
        Ok(Self::Fixed {
            month: month.parse().map_err(|_| ())?,
            day: day.parse().map_err(|_| ())?,
        })
    }
}

fn nth_weekday(text: &str) -> Option<Feast> {
    let (text, days) = text.split_once('+').unwrap_or((text, "0"));
    let mut fields = text.split(':');
    Some(Feast::Weekday {
        month: fields.next()?.parse().ok()?,
        nth: fields.next()?.parse().ok()?,
        weekday: fields.next()?.parse().ok()?,
        days: days.parse().ok()?,
    })
}

/// A day's name is cut as the tokenizer cuts a text; its first word is marked.
pub(super) fn add_named(
    lexicon: &mut Lexicon,
    named: BTreeMap<String, String>,
) -> Result<(), LexiconError> {
    for (name, date) in named {
        let day: NamedDay = date.parse().map_err(|()| LexiconError::Unknown {
            file: "time.toml".into(),
            what: "month and day",
            name: date.clone(),
        })?;
        let mut tokens = Vec::new();
        let range = crate::model::Span::new(0, name.len());
        crate::text::tokenize(&name, range, &Lexicon::default(), &mut tokens);
        let words: Vec<String> = tokens
            .iter()
            .map(|token| token.span().of(&name).to_owned())
            .collect();
        for word in &words {
            lexicon.words.intern(word);
        }
        lexicon.time.named.push((words, day));
    }
    lexicon
        .time
        .named
        .sort_by_key(|(words, ..)| std::cmp::Reverse(words.len()));
    let firsts: Vec<String> = lexicon
        .time
        .named
        .iter()
        .filter_map(|(words, ..)| words.first().cloned())
        .collect();
    for first in firsts {
        // "May" stays a month: May Day is found by looking on from there.
        let entry = lexicon.words.entry(&first);
        entry.names_day = true;
    }
    Ok(())
}

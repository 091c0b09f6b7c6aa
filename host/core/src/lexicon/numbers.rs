//! How `numbers.toml` becomes words and phrases.

use std::collections::BTreeMap;

use super::files::add_phrases;
use super::shapes::{FormName, Numbers};
use super::{Class, Lexicon, NumberWord, Tag};
use crate::model::{Decimal, Form};

/// Adds the number words, and the words that bound or blur a number.
pub(super) fn add_numbers(lexicon: &mut Lexicon, file: Numbers) {
    add_cardinals(lexicon, &file.cardinal);
    for (word, value) in file.scale {
        put(lexicon, &word, NumberWord::Scale(value));
    }
    for (word, range) in file.vague {
        let number = NumberWord::Vague {
            low: range.low.into(),
            high: range.high.map(Decimal::from),
            frame: range.frame,
        };
        put(lexicon, &word, number);
    }
    for (word, part) in file.part {
        let (of, plural) = (part.of, part.plural);
        put(lexicon, &word, NumberWord::Part { of, plural });
    }
    for word in file.spoken.minus {
        put(lexicon, &word, NumberWord::Minus);
    }
    for word in file.spoken.point {
        put(lexicon, &word, NumberWord::Point);
    }
    add_ordinals(lexicon, file.ordinal.value);
    for ending in file.ordinal.endings {
        lexicon.words.add_class(&ending, Class::OrdinalEnding);
    }
    lexicon.number_suffixes = file.suffix;
    lexicon.money_suffixes = file.money_suffix;
    for (currency, words) in file.currency {
        let words = words.into_iter().map(|word| (word, currency.clone()));
        lexicon.currencies.extend(words);
    }
    for (form, phrases) in file.before {
        let phrases = filled(&phrases, &file.comparative);
        add_phrases(lexicon, &phrases, Tag::BoundBefore(form.into()));
    }
    for (form, phrases) in file.after {
        let phrases = filled(&phrases, &file.comparative);
        add_phrases(lexicon, &phrases, Tag::BoundAfter(form.into()));
    }
    add_phrases(lexicon, &file.inclusive.phrases, Tag::Inclusive);
    add_phrases(lexicon, &file.ratio.phrases, Tag::Ratio);
    for (some, phrases) in file.some_of {
        add_phrases(lexicon, &phrases, Tag::SomeOf(some));
    }
}

fn put(lexicon: &mut Lexicon, word: &str, number: NumberWord) {
    lexicon.words.entry(word).number = Some(number);
}

/// The number words, and "twentytwo" beside "twenty" and "two".
fn add_cardinals(lexicon: &mut Lexicon, values: &BTreeMap<String, u32>) {
    for (word, value) in values {
        put(lexicon, word, NumberWord::Cardinal(*value));
        if !(20..100).contains(value) || value % 10 != 0 {
            continue;
        }
        let units = values.iter().filter(|(_, unit)| (1..10).contains(*unit));
        for (unit, ones) in units {
            put(
                lexicon,
                &format!("{word}{unit}"),
                NumberWord::Cardinal(value + ones),
            );
        }
    }
}

/// "Third" is a rank and a part, "thirds" are parts; "seconds" are stretches of time.
fn add_ordinals(lexicon: &mut Lexicon, values: BTreeMap<String, u64>) {
    for (word, value) in values {
        lexicon.words.add_class(&word, Class::Ordinal);
        if value != 2 {
            let plural = true;
            let number = NumberWord::Ordinal { value, plural };
            put(lexicon, &format!("{word}s"), number);
        }
        let plural = false;
        put(lexicon, &word, NumberWord::Ordinal { value, plural });
    }
}

/// "{more} than" for every comparative of that name.
fn filled(phrases: &[String], words: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut all = Vec::new();
    for phrase in phrases {
        let slot = words
            .iter()
            .map(|(name, words)| (format!("{{{name}}}"), words))
            .find(|(slot, _)| phrase.contains(slot.as_str()));
        match slot {
            Some((slot, words)) => all.extend(words.iter().map(|w| phrase.replace(&slot, w))),
            None => all.push(phrase.clone()),
        }
    }
    all
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Self {
        match name {
            FormName::AtLeast => Self::AtLeast,
            FormName::MoreThan => Self::MoreThan,
            FormName::AtMost => Self::AtMost,
            FormName::LessThan => Self::LessThan,
            FormName::About => Self::About,
            FormName::Exact => Self::Exact,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_with_every_word() {
        let words = BTreeMap::from([("more".to_owned(), vec!["over".into(), "above".into()])]);
        let phrases = ["{more} or equal to".to_owned(), "at least".to_owned()];
        let expected = ["over or equal to", "above or equal to", "at least"];
        assert_eq!(filled(&phrases, &words), expected);
    }
}

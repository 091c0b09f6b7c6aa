use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{PackError, PackProblem, Place, nearest};
use crate::model::Decimal;
use crate::model::rule::ParamValue;

/// A value of the TOML tree, with its place in the text.
pub(super) type Node<'t> = Spanned<DeValue<'t>>;

/// Reads typed values out of a parsed pack and says where it could not.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) pack: &'a str,
    pub(super) text: &'a str,
}

impl<'a> Reader<'a> {
    pub(super) fn place(&self, at: &Range<usize>) -> Place {
        Place::of(self.pack, self.text, at.start)
    }

    pub(super) fn error(&self, at: &Range<usize>, problem: PackProblem) -> PackError {
        PackError::new(self.place(at), problem)
    }

    /// The whole document.
    pub(super) fn document(&self) -> Result<Spanned<DeTable<'a>>, PackError> {
        DeTable::parse(self.text).map_err(|error| {
            let at = error.span().unwrap_or(0..0);
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            self.error(&at, PackProblem::Syntax(message))
        })
    }

    /// Refuses a table that has a key which is not in `known`.
    pub(super) fn only_keys(&self, table: &DeTable<'_>, known: &[&str]) -> Result<(), PackError> {
        for key in table.keys() {
            self.one_of("key", key.get_ref(), &key.span(), known)?;
        }
        Ok(())
    }

    /// Refuses a `name` that is not in `known`.
    pub(super) fn one_of(
        &self,
        kind: &'static str,
        name: &str,
        at: &Range<usize>,
        known: &[&str],
    ) -> Result<(), PackError> {
        if known.contains(&name) {
            return Ok(());
        }
        Err(self.error(at, unknown(kind, name, known.iter().copied())))
    }

    pub(super) fn table<'t>(
        &self,
        key: &str,
        node: &'t Node<'a>,
    ) -> Result<&'t DeTable<'a>, PackError> {
        let table = node.get_ref().as_table();
        table.ok_or_else(|| self.wrong_type(key, "a table", node))
    }

    pub(super) fn string(&self, key: &str, node: &Node<'_>) -> Result<String, PackError> {
        let string = node.get_ref().as_str().map(str::to_owned);
        string.ok_or_else(|| self.wrong_type(key, "a string", node))
    }

    pub(super) fn flag(&self, key: &str, node: &Node<'_>) -> Result<bool, PackError> {
        let flag = node.get_ref().as_bool();
        flag.ok_or_else(|| self.wrong_type(key, "true or false", node))
    }

    pub(super) fn strings(&self, key: &str, node: &Node<'_>) -> Result<Vec<String>, PackError> {
        let array = node.get_ref().as_array();
        let array = array.ok_or_else(|| self.wrong_type(key, "an array of strings", node))?;
        array.iter().map(|item| self.string(key, item)).collect()
    }

    /// A whole number within `range`.
    pub(super) fn whole(
        &self,
        key: &str,
        node: &Node<'_>,
        range: std::ops::RangeInclusive<u64>,
    ) -> Result<u64, PackError> {
        let number = decimal(node.get_ref()).filter(|number| number.is_integer());
        let number = number.and_then(|number| u64::try_from(number.units()).ok());
        number.filter(|n| range.contains(n)).ok_or_else(|| {
            let expected = format!("a whole number from {} to {}", range.start(), range.end());
            self.wrong_type(key, &expected, node)
        })
    }

    /// A share of one: a similarity or a weight.
    pub(super) fn share(&self, key: &str, node: &Node<'_>) -> Result<f64, PackError> {
        let number = decimal(node.get_ref()).map(Decimal::to_f64);
        let number = number.filter(|number| (0.0..=1.0).contains(number));
        number.ok_or_else(|| self.wrong_type(key, "a number from 0 to 1", node))
    }

    /// A value for a parameter; whether the plugin wants one of this type is checked when it is known.
    pub(super) fn param(&self, key: &str, node: &Node<'_>) -> Result<ParamValue, PackError> {
        match node.get_ref() {
            DeValue::Boolean(flag) => Ok(ParamValue::Flag(*flag)),
            DeValue::String(text) => Ok(ParamValue::Text(text.to_string())),
            DeValue::Array(_) => self.strings(key, node).map(ParamValue::Texts),
            value => decimal(value).map(ParamValue::Number).ok_or_else(|| {
                let expected = "true or false, a decimal number of at most 18 digits, \
                                a string, or an array of strings";
                self.wrong_type(key, expected, node)
            }),
        }
    }

    pub(super) fn wrong_type(&self, key: &str, expected: &str, node: &Node<'_>) -> PackError {
        let problem = PackProblem::Type {
            key: key.to_owned(),
            expected: expected.to_owned(),
            found: self.excerpt(&node.span()),
        };
        self.error(&node.span(), problem)
    }

    /// The words that stand at `at`, shortened to fit a line.
    pub(super) fn excerpt(&self, at: &Range<usize>) -> String {
        const LONGEST: usize = 40;
        let words = self.text.get(at.clone()).unwrap_or("");
        let line = words.lines().next().unwrap_or("");
        if line.len() == words.len() && line.chars().count() <= LONGEST {
            return format!("`{line}`");
        }
        format!("`{}…`", line.chars().take(LONGEST).collect::<String>())
    }
}

/// The problem of a name that is none of `known`.
pub(super) fn unknown<'n>(
    kind: &'static str,
    name: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> PackProblem {
    let known: Vec<&str> = known.into_iter().collect();
    PackProblem::Unknown {
        kind,
        name: name.to_owned(),
        nearest: nearest(name, known.iter().copied()).map(str::to_owned),
        known: known.into_iter().map(str::to_owned).collect(),
    }
}

/// The exact number, unless it is none, infinite, in another base than ten, or of more than 18 digits.
fn decimal(value: &DeValue<'_>) -> Option<Decimal> {
    let digits = match value {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return None,
    };
    digits.trim_start_matches('+').parse().ok()
}

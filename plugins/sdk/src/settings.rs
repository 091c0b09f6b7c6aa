use crate::{Decimal, Param, ParamValue, RuleError};

/// The parameters of a rule as a struct; made by [`settings!`](crate::settings).
pub trait Settings: Sized {
    /// What is declared to the host.
    fn params() -> Vec<Param>;

    /// The values where no pack sets any.
    fn initial() -> Self;

    /// From what the host passes: a value for every declared parameter, in declared order, already checked.
    ///
    /// # Errors
    ///
    /// A value is missing or of another type: the host did not keep the contract.
    fn read(values: Vec<ParamValue>) -> Result<Self, RuleError>;
}

impl Settings for () {
    fn params() -> Vec<Param> {
        Vec::new()
    }

    fn initial() -> Self {}

    fn read(_: Vec<ParamValue>) -> Result<Self, RuleError> {
        Ok(())
    }
}

/// A type that a parameter can have: `bool`, [`Decimal`], `String`, `Vec<String>`.
pub trait ParamType: Sized {
    /// As the host has it.
    fn into_value(self) -> ParamValue;

    /// From what the host has; none where that is of another type.
    fn from_value(value: ParamValue) -> Option<Self>;
}

/// Words that a pack sets.
pub trait Words {
    /// Is this one of them?
    fn has(&self, word: &str) -> bool;
}

impl Words for [String] {
    fn has(&self, word: &str) -> bool {
        self.iter().any(|known| known == word)
    }
}

/// What may stand behind `=` in [`settings!`](crate::settings) for a parameter of type `T`.
pub trait Initial<T> {
    /// The initial value.
    fn initial(self) -> T;
}

impl Initial<bool> for bool {
    fn initial(self) -> bool {
        self
    }
}

impl Initial<Decimal> for Decimal {
    fn initial(self) -> Decimal {
        self
    }
}

impl Initial<String> for &str {
    fn initial(self) -> String {
        self.into()
    }
}

impl<const N: usize> Initial<Vec<String>> for [&str; N] {
    fn initial(self) -> Vec<String> {
        self.map(String::from).into()
    }
}

impl ParamType for bool {
    fn into_value(self) -> ParamValue {
        ParamValue::Flag(self)
    }

    fn from_value(value: ParamValue) -> Option<Self> {
        match value {
            ParamValue::Flag(flag) => Some(flag),
            _ => None,
        }
    }
}

impl ParamType for Decimal {
    fn into_value(self) -> ParamValue {
        ParamValue::Number(self)
    }

    fn from_value(value: ParamValue) -> Option<Self> {
        match value {
            ParamValue::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl ParamType for String {
    fn into_value(self) -> ParamValue {
        ParamValue::Text(self)
    }

    fn from_value(value: ParamValue) -> Option<Self> {
        match value {
            ParamValue::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl ParamType for Vec<String> {
    fn into_value(self) -> ParamValue {
        ParamValue::Texts(self)
    }

    fn from_value(value: ParamValue) -> Option<Self> {
        match value {
            ParamValue::Texts(texts) => Some(texts),
            _ => None,
        }
    }
}

/// What the expansion of [`settings!`](crate::settings) calls.
#[doc(hidden)]
pub mod support {
    use super::{ParamType, ParamValue, RuleError};

    /// The name a field has in a pack: `wide_gap` is `wide-gap`.
    pub fn name_of(field: &str) -> String {
        field.replace('_', "-")
    }

    /// The value of a parameter, which is the next of those the host passed.
    pub fn read<T: ParamType>(
        values: &mut impl Iterator<Item = ParamValue>,
        field: &str,
    ) -> Result<T, RuleError> {
        let wrong = |state: &str| {
            let name = name_of(field);
            RuleError::new("settings", format!("the parameter `{name}` {state}"))
        };
        let value = values.next().ok_or_else(|| wrong("was not passed"))?;
        T::from_value(value).ok_or_else(|| wrong("is of another type than declared"))
    }
}

/// Declares the parameters of a rule: a struct whose fields have a summary (the first line of the doc comment) and
/// an initial value.
///
/// `wide_gap` is `wide-gap` in a pack. The types are `bool`, [`Decimal`], `String` (from `"…"`) and `Vec<String>`
/// (from `["…"]`).
///
/// ```
/// use rashomon_rule::{prelude::*, Settings as _};
///
/// settings! {
///     /// What a pack can set.
///     pub struct Settings {
///         /// Figures this many times apart are a wide gap.
///         pub wide_gap: Decimal = dec!(1.5),
///         /// Words that make a figure a guess.
///         pub guesses: Vec<String> = ["feared", "up to"],
///     }
/// }
///
/// assert_eq!(Settings::initial().wide_gap, dec!(1.50));
/// assert_eq!(Settings::params()[0].name, "wide-gap");
/// assert_eq!(Settings::params()[0].summary, "Figures this many times apart are a wide gap.");
/// ```
#[macro_export]
macro_rules! settings {
    (
        $(#[$outer:meta])*
        $vis:vis struct $name:ident {
            $(
                #[doc = $summary:literal]
                $(#[doc = $more:literal])*
                $field_vis:vis $field:ident : $type:ty = $initial:expr
            ),* $(,)?
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq)]
        $vis struct $name {
            $(
                #[doc = $summary]
                $(#[doc = $more])*
                $field_vis $field: $type,
            )*
        }

        impl $crate::Settings for $name {
            fn params() -> ::std::vec::Vec<$crate::Param> {
                let initial = <Self as $crate::Settings>::initial();
                ::std::vec![$(
                    $crate::Param {
                        name: $crate::settings_support::name_of(stringify!($field)),
                        summary: $summary.trim().into(),
                        initial: <$type as $crate::ParamType>::into_value(initial.$field),
                    },
                )*]
            }

            fn initial() -> Self {
                Self { $($field: $crate::Initial::<$type>::initial($initial),)* }
            }

            fn read(
                values: ::std::vec::Vec<$crate::ParamValue>,
            ) -> ::std::result::Result<Self, $crate::RuleError> {
                let mut values = values.into_iter();
                ::std::result::Result::Ok(Self {
                    $($field: $crate::settings_support::read(&mut values, stringify!($field))?,)*
                })
            }
        }
    };
}

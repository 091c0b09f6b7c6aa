use crate::{Event, Finding, RuleError, Settings};

/// A rule: what it says of itself, what a pack can set, and the one function.
pub trait Rule {
    /// What a pack can set: made by [`settings!`](crate::settings), or `()` for a rule without parameters.
    type Settings: Settings;

    /// What the rule says of itself.
    const ABOUT: About;

    /// Judges one event. Must depend on its arguments and [`host`](crate::host) alone.
    ///
    /// # Errors
    ///
    /// Where the event cannot be judged for a reason that a person should read; the host reports it as this
    /// rule's failure and goes on. "Nothing to find" is an empty list, not an error.
    fn check(event: &Event, settings: &Self::Settings) -> Result<Vec<Finding>, RuleError>;
}

/// What a rule says of itself: the part of its metadata that is written by hand.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The plugin's id, kebab-case: its folder's name.
    pub id: &'static str,
    /// The rule's own version: `env!("CARGO_PKG_VERSION")`.
    pub version: &'static str,
    /// One line.
    pub summary: &'static str,
    /// Markdown under the fixed headings: `include_str!("../MANUAL.md")`.
    pub manual: &'static str,
    /// The rule is spared events without any of these; empty: it sees all.
    pub predicates: &'static [&'static str],
    /// What it can find: id and one line each.
    pub codes: &'static [(&'static str, &'static str)],
    /// English for every phrase key, with `{name}` for each value put in.
    pub words: &'static [(&'static str, &'static str)],
}

/// Makes the crate's component out of a [`Rule`]; once a crate.
///
/// It expands for `wasm32` only, so that rule crates link natively, side by side, in tests and benches.
#[macro_export]
macro_rules! export {
    ($rule:ty) => {
        #[cfg(target_arch = "wasm32")]
        const _: () = {
            type Component = $crate::guest::Component<$rule>;
    $crate::bindings::export_component!(Component with_types_in $crate::bindings);
        };
    };
}

//! Write a Rashomon rule: one function, one [`export!`].
//!
//! A rule is told of one event: the articles, their claims, and which claims are worth comparing. It returns
//! findings that *point* at claims; the host checks every pointer and attaches the quotes. A rule states
//! disagreement, never truth, and it may excuse a difference with what was assumed, but never accuse on it.
//!
//! This is a whole rule, with its test:
//!
//! ```
//! use rashomon_rule::prelude::*;
//!
//! settings! {
//!     /// What a pack can set.
//!     pub struct Settings {
//!         /// Figures this many times apart are a wide gap.
//!         pub wide_gap: Decimal = dec!(1.5),
//!     }
//! }
//!
//! /// Two exact figures for the same people, far apart.
//! pub struct WideGap;
//!
//! impl Rule for WideGap {
//!     type Settings = Settings;
//!
//!     const ABOUT: About = About {
//!         id: "wide-gap",
//!         version: "0.1.0", // env!("CARGO_PKG_VERSION") in a crate of its own
//!         summary: "Two exact figures for the same people, far apart",
//!         manual: "## What it does\n…", // include_str!("../MANUAL.md")
//!         predicates: &["killed"],
//!         codes: &[("wide-gap", "one figure is many times the other")],
//!         words: &[("message", "{low} against {high}, {ratio} times as many")],
//!     };
//!
//!     fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
//!         let mut findings = Vec::new();
//!         for c in event.compared().filter(|c| c.pair.population == Extent::Same) {
//!             let (Some(left), Some(right)) = (c.left.exact(), c.right.exact()) else { continue };
//!             let (low, high) = if left <= right { (c.pair.left, c.pair.right) } else { (c.pair.right, c.pair.left) };
//!             let (less, more) = (left.min(right), left.max(right));
//!             let Some(ratio) = more.ratio(less) else { continue };
//!             if more.cmp_times(settings.wide_gap, less).is_ge() {
//!                 let message = phrase("message").claim("low", low).claim("high", high).number("ratio", ratio);
//!                 findings.push(finding("wide-gap", Verdict::Contradiction, [low, high], message));
//!             }
//!         }
//!         Ok(findings)
//!     }
//! }
//!
//! export!(WideGap);
//!
//! // Rules link natively as well, so a test needs neither WebAssembly nor the host.
//! let mut scene = Scene::incident("fighting at the mill");
//! let harbour = scene.article("Harbour Post");
//! let river = scene.article("River Times");
//! let few = scene.claim(harbour, claim("killed").count(26).population("soldiers"));
//! let many = scene.claim(river, claim("killed").count(52).population("soldiers"));
//! scene.align("soldiers killed", &[few, many]);
//! let findings = scene.check::<WideGap>().expect("the rule has no error of its own");
//! assert_eq!(findings[0].claims, [few, many]);
//! ```
//!
//! A rule crate is a `cdylib` (the plugin) and an `rlib` (for tests and benches side by side):
//!
//! ```toml
//! [lib]
//! crate-type = ["cdylib", "rlib"]
//! ```
//!
//! Build it for `wasm32-unknown-unknown`, never for a WASI target: the sandbox refuses components that could see
//! a clock, a file or randomness. What a rule needs to know beyond its arguments, it asks [`host`].

#[doc(hidden)]
pub mod bindings;
mod decimal;
#[cfg(not(target_arch = "wasm32"))]
mod draft;
mod event;
mod finding;
#[doc(hidden)]
pub mod guest;
pub mod host;
#[cfg(all(target_arch = "wasm32", feature = "allocator"))]
mod memory;
mod parts;
mod rule;
#[cfg(not(target_arch = "wasm32"))]
mod scene;
mod settings;
mod unpack;

pub use bindings::rashomon::rule::types::{
    Addressee, Basis, Bounds, Certainty, Code, Decimal, Extent, Finding, Form, Gap, Metadata,
    Moment, Named, Order, Param, ParamValue, Phrase, Polarity, Question, Reading, RuleError,
    Sameness, Tally, Template, Value, Verdict,
};
#[cfg(not(target_arch = "wasm32"))]
pub use draft::{ClaimDraft, claim, day, party, period, source};
pub use event::Compared;
pub use finding::{finding, phrase};
pub use parts::{
    Alignment, Article, Claim, Event, Pair, Party, Period, Quantity, Share, Source, Text,
};
pub use rule::{About, Rule};
#[cfg(not(target_arch = "wasm32"))]
pub use scene::Scene;
#[doc(hidden)]
pub use settings::support as settings_support;
pub use settings::{Initial, ParamType, Settings, Words};

/// Everything a rule and its tests use: `use rashomon_rule::prelude::*;`.
pub mod prelude {
    pub use crate::{
        About, Addressee, Alignment, Article, Basis, Bounds, Certainty, Claim, Compared, Decimal,
        Event, Extent, Finding, Form, Order, Pair, Party, Period, Phrase, Polarity, Quantity, Rule,
        RuleError, Sameness, Source, Tally, Text, Value, Verdict, Words, dec, export, finding,
        host, phrase, settings,
    };
    #[cfg(not(target_arch = "wasm32"))]
    pub use crate::{ClaimDraft, Scene, claim, day, party, period, source};
}

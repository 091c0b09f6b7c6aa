//! The border between a [`Rule`] and the bindings; rule crates reach it through [`export!`](crate::export).

use std::marker::PhantomData;
use std::mem::ManuallyDrop;

use crate::bindings::rashomon::rule::types as wit;
use crate::{Code, Finding, Metadata, Rule, RuleError, Settings, Template, unpack};

/// What `export!` exports for a rule.
pub struct Component<R>(PhantomData<R>);

impl<R: Rule> crate::bindings::exports::rashomon::rule::plugin::Guest for Component<R> {
    fn describe() -> Metadata {
        report_panics();
        metadata::<R>()
    }

    fn check(event: wit::Event, settings: wit::Settings) -> Result<Vec<Finding>, RuleError> {
        report_panics();
        let settings = R::Settings::read(unpack::settings(settings))?;
        // The instance ends with the call: what it was passed need not be given back piece by piece.
        let event = ManuallyDrop::new(unpack::event(event));
        R::check(&event, &settings)
    }
}

/// The metadata of a rule, as its component describes it.
pub fn metadata<R: Rule>() -> Metadata {
    let about = R::ABOUT;
    let code = |(id, summary): &(&str, &str)| Code {
        id: (*id).into(),
        summary: (*summary).into(),
    };
    let template = |(key, text): &(&str, &str)| Template {
        key: (*key).into(),
        text: (*text).into(),
    };
    Metadata {
        id: about.id.into(),
        version: about.version.into(),
        summary: about.summary.into(),
        manual: about.manual.into(),
        predicates: about.predicates.iter().map(|&p| p.into()).collect(),
        codes: about.codes.iter().map(code).collect(),
        params: R::Settings::params(),
        words: about.words.iter().map(template).collect(),
    }
}

/// A trap says where, never why: without this the message of a panic would be lost.
fn report_panics() {
    if cfg!(target_arch = "wasm32") {
        std::panic::set_hook(Box::new(|info| {
            crate::host::report_panic(&info.to_string());
        }));
    }
}

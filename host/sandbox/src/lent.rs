//! A store must own its data, but an event is borrowed for one call: this is the bridge, with an
//! `unsafe` of its own.

use std::cell::Cell;
use std::ptr::NonNull;
use std::rc::Rc;

use rashomon_core::model::rule::EventView;

/// An event lent to a store; empty once the call is over.
#[derive(Clone)]
pub(crate) struct Lent(Rc<Cell<Option<NonNull<EventView<'static>>>>>);

/// Lends `event` for as long as `call` runs; whatever is left of the loan afterwards is empty.
pub(crate) fn lend<T>(event: &EventView<'_>, call: impl FnOnce(Lent) -> T) -> T {
    let lent = Lent(Rc::new(Cell::new(Some(NonNull::from(event).cast()))));
    let _revoked_at_the_end = Revoke(lent.clone());
    call(lent)
}

impl Lent {
    /// Looks at the event; none once the call is over.
    pub(crate) fn with<T>(&self, look: impl for<'a> FnOnce(&'a EventView<'a>) -> T) -> Option<T> {
        #[expect(unsafe_code, reason = "a store owns its data, an event is borrowed")]
        // SAFETY: the pointer was made from a reference that `lend` holds until its `Revoke` empties the cell, also
        // when the call panics; the cell cannot be reached from another thread, since `Rc` is not `Send`, so while
        // this runs, `lend` has not returned. `look` works for any lifetime, so it can keep nothing of the event.
        let event = self.0.get().map(|event| unsafe { event.as_ref() });
        event.map(look)
    }
}

/// Empties the loan when it goes out of scope.
struct Revoke(Lent);

impl Drop for Revoke {
    fn drop(&mut self) {
        self.0.0.set(None);
    }
}

#[cfg(test)]
mod tests {
    use rashomon_core::model::Extent;
    use rashomon_core::model::rule::{PassedOn, Relate};

    use super::*;

    struct Nothing;

    impl Relate for Nothing {
        fn relate(&self, _: &str, _: &str, _: &str) -> Extent {
            Extent::Unknown
        }
    }

    #[test]
    fn a_loan_ends_with_the_call() {
        let title = String::from("fighting at the mill");
        let event = EventView {
            kind: "incident",
            title: &title,
            time: None,
            place: None,
            articles: &[],
            claims: &[],
            alignments: &[],
            lexicon: &Nothing,
            passed_on: PassedOn::default(),
        };
        let title_of = |lent: &Lent| lent.with(|event| event.title.to_owned());
        let kept = lend(&event, |lent| {
            assert_eq!(title_of(&lent).as_deref(), Some("fighting at the mill"));
            lent
        });
        assert_eq!(title_of(&kept), None);
    }
}

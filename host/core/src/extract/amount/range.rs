//! "Between 6 and 8", "from 6 to 8", "6 to 8", "6-8", "six or eight", "two to three million".

use super::{AmountKind, Core, Reader};
use crate::lexicon::{Class, Link, TimeWord};
use crate::model::{Decimal, Form};

/// How two numbers are linked.
#[derive(Clone, Copy, PartialEq)]
enum Linked {
    /// Behind "between" or "from".
    Opened,
    To,
    Or,
    Dash,
}

impl Reader<'_, '_> {
    pub(super) fn range_at(&self, i: usize) -> Option<Core> {
        let doc = self.doc;
        let opened = match doc.word(i).time {
            Some(TimeWord::Link(Link::Between)) => true,
            Some(TimeWord::Link(Link::From)) => !doc.is(i.wrapping_sub(1), Class::Change),
            _ => false,
        };
        let first = self.number_at(if opened { i + 1 } else { i })?;
        let linked = self.link(first.end, opened)?;
        // "555-0101" behind another hyphen is a number to call.
        let chained = |at: usize| {
            let glued = doc.tokens.get(at).is_some_and(|t| !t.spaced);
            glued && at > 0 && matches!(doc.str(at - 1), "-" | "/")
        };
        if linked == Linked::Dash && chained(i) {
            return None;
        }
        if !is_plain(&first) {
            return None;
        }
        let second = self.number_at(first.end + 1).filter(is_plain)?;
        let low = shared_scale(&first, &second)?;
        let high = second.low;
        let is_range =
            low < high && near(linked, low, high) && !doc.is(i.wrapping_sub(2), Class::Change);
        is_range.then_some(Core {
            low,
            high: Some(high),
            form: Form::Range,
            ..second
        })
    }

    fn link(&self, at: usize, opened: bool) -> Option<Linked> {
        if at >= self.sentence.end {
            return None;
        }
        let found = match self.doc.word(at).time {
            Some(TimeWord::Link(Link::To)) => Linked::To,
            Some(TimeWord::Link(Link::Or)) => Linked::Or,
            Some(TimeWord::Link(Link::And)) if opened => Linked::Opened,
            _ if matches!(self.doc.str(at), "-" | "–" | "—" | "~") => Linked::Dash,
            _ => return None,
        };
        Some(if opened { Linked::Opened } else { found })
    }
}

fn is_plain(core: &Core) -> bool {
    core.form == Form::Exact && core.kind != Some(AmountKind::Ordinal)
}

/// "Two to three million": the scale behind the second number is that of the first.
fn shared_scale(first: &Core, second: &Core) -> Option<Decimal> {
    let alone = first.unit == Decimal::from(1) && second.unit > Decimal::from(1);
    let lifted = first.low.checked_mul(second.unit);
    match lifted.filter(|low| alone && *low < second.low) {
        Some(low) => Some(low),
        None => Some(first.low),
    }
}

/// "3 or 40" are two numbers, and "5 to 5000" is none of those a desk would print; so is the score "2-1".
fn near(linked: Linked, low: Decimal, high: Decimal) -> bool {
    let times = match linked {
        Linked::Opened => return true,
        Linked::Or => 3,
        Linked::To | Linked::Dash => 10,
    };
    let most = low
        .checked_mul(Decimal::from(times))
        .and_then(|d| d.checked_add(Decimal::from(3)));
    most.is_some_and(|most| high <= most)
}

//! "A hundred dead or wounded": a figure that two words share, of which the text does not say which it is.

use super::counts::{Count, Scene, Victims};
use super::openers::Opener;
use super::steps::is_adverb;
use crate::lexicon::{Class, PredicateId};
use crate::model::Extent;
use crate::text::Doc;

/// The lexicon's predicate of the dead and the hurt together.
const CASUALTIES: &str = "casualties";

/// The most words that may stand between two triggers of one figure: "killed and badly wounded".
const BETWEEN: usize = 3;

/// Do the second's words follow the first's with nothing but "and", "or", a comma or adverbs between?
pub(super) fn are_joined(doc: &Doc<'_>, first: &Opener, second: &Opener) -> bool {
    let mut between = first.end..second.start;
    let joints = [Class::Coordinator, Class::Alternative];
    let joins = |i: usize| doc.is_any(i, &joints) || is_adverb(doc, i) || doc.str(i) == ",";
    (1..=BETWEEN).contains(&between.len()) && between.all(joins)
}

/// The figures of "dead or wounded" are of both together; those of "missing or dead" tell neither.
pub(super) fn leave_open(scene: &Scene<'_>, openers: &[Opener], found: &mut Vec<Count>) {
    for pair in openers.windows(2) {
        let [first, second] = pair else {
            continue;
        };
        let or = |i: usize| scene.doc.is(i, Class::Alternative);
        let open = are_joined(scene.doc, first, second) && (first.end..second.start).any(or);
        if open && first.predicate != second.predicate {
            merge(scene, (first, second), found);
        }
    }
}

/// One count of both predicates for those of the first word, or of the second where the first has none.
fn merge(scene: &Scene<'_>, (first, second): (&Opener, &Opener), found: &mut Vec<Count>) {
    let of = |c: &Count, opener: &Opener| {
        c.trigger.start == opener.start && !matches!(c.victims, Victims::Nobody(_))
    };
    let both = both_of(scene, first.predicate, second.predicate);
    let own = if found.iter().any(|c| of(c, first)) {
        first
    } else {
        second
    };
    for count in found.iter_mut().filter(|c| of(c, own)) {
        count.predicate = both.unwrap_or(count.predicate);
    }
    let stays = |c: &Count| {
        if of(c, own) {
            both.is_some()
        } else {
            !of(c, first) && !of(c, second)
        }
    };
    retain(found, stays);
}

/// The predicate of the dead and the hurt, where both lie within it.
fn both_of(scene: &Scene<'_>, first: PredicateId, second: PredicateId) -> Option<PredicateId> {
    let lexicon = scene.doc.lexicon;
    let within = |id: PredicateId| {
        let extent = lexicon.relate_predicates(&lexicon.predicate(id).id, CASUALTIES);
        extent == Extent::Subset
    };
    let both = lexicon.predicate_id(CASUALTIES)?;
    (within(first) && within(second)).then_some(both)
}

/// Keeps some counts, and the indices of their wholes right.
fn retain(found: &mut Vec<Count>, stays: impl Fn(&Count) -> bool) {
    let kept: Vec<bool> = found.iter().map(&stays).collect();
    let moved = |whole: usize| kept[whole].then(|| kept[..whole].iter().filter(|k| **k).count());
    for count in found.iter_mut() {
        count.part_of = count.part_of.and_then(moved);
    }
    let mut at = 0;
    found.retain(|_| {
        at += 1;
        kept[at - 1]
    });
}

//! Counts that say again, without a number, what the text tells with one: "the priests were killed" beside "six priests
//! were killed". They are no claim of their own.

use super::counts::{Count, Scene, Victims};
use super::people::GroupKind;
use super::sources::Attribution;
use crate::lexicon::PredicateId;
use crate::model::Extent;

/// A count, and whether it makes a claim.
pub(super) struct Told {
    pub(super) count: Count,
    pub(super) kept: bool,
    /// Is it of those whom the sentence before has counted?
    pub(super) of_before: bool,
}

impl Told {
    pub(super) fn new(count: Count) -> Self {
        Self {
            count,
            kept: true,
            of_before: false,
        }
    }
}

/// A number of people of whom a predicate is said somewhere in the text.
struct Numbered {
    predicate: PredicateId,
    role: Option<String>,
}

/// Marks what is no claim: pronouns, and several without a number where some of their kind are numbered; but "the army denied
/// the killing of peasants" is one, whoever is counted elsewhere.
pub(super) fn drop_rementions(scene: &Scene<'_>, said: &[Vec<Attribution>], all: &mut [Vec<Told>]) {
    let mut known: Vec<Numbered> = Vec::new();
    for told in all.iter().flatten() {
        if let Some(numbered) = numbered(scene, &told.count)
            && !known.iter().any(|k| same(k, &numbered))
        {
            known.push(numbered);
        }
    }
    for (sentence, said) in all.iter_mut().zip(said) {
        for told in sentence {
            let at = told.count.trigger.start;
            let denied = said.iter().any(|a| a.denies() && a.covers(at));
            let again = !denied && is_remention(scene, &told.count, &known);
            // "Among the dead were two children, Dr Ana Lesko, the head of the clinic, said": who says so is none of them.
            let who = told.count.victims.tokens(scene);
            let counted = matches!(
                scene.kind_of(&told.count.victims),
                Some(GroupKind::Numbered(_))
            );
            let speaks = !counted
                && said.iter().any(|a| {
                    let frame = &a.frame;
                    frame.start <= who.start && who.end <= frame.end && !frame.contains(&at)
                });
            told.kept = !told.count.is_of_pronoun(scene) && !again && !speaks;
        }
    }
}

fn same(a: &Numbered, b: &Numbered) -> bool {
    a.predicate == b.predicate && a.role == b.role
}

fn numbered(scene: &Scene<'_>, count: &Count) -> Option<Numbered> {
    let Victims::Group(index) = count.victims else {
        return None;
    };
    let group = &scene.groups[index];
    (matches!(group.kind, GroupKind::Numbered(_)) && group.plural).then(|| Numbered {
        predicate: count.predicate,
        role: group.role.clone(),
    })
}

fn is_remention(scene: &Scene<'_>, count: &Count, known: &[Numbered]) -> bool {
    let Victims::Group(index) = count.victims else {
        return false;
    };
    let group = &scene.groups[index];
    let lexicon = scene.doc.lexicon;
    let of_a_kind = |known: &Numbered| match (&known.role, &group.role) {
        (Some(a), Some(b)) => lexicon.relate_roles(a, b) != Extent::Disjoint,
        _ => true,
    };
    group.kind == GroupKind::Plural
        && known
            .iter()
            .any(|k| k.predicate == count.predicate && of_a_kind(k))
}

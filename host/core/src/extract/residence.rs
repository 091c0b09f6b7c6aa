//! Where somebody lives, beside a name: no subject of what befell him.

use super::counts::{Scene, Victims};
use super::people::GroupKind;
use crate::lexicon::{Class, Found, Owning, Tag};

/// "Jane Doe, 34, of Lower Ford, who was killed": where she lived, and not who was killed.
pub(super) fn is_home(scene: &Scene<'_>, victims: &Victims) -> bool {
    let named = matches!(victims, Victims::Implied { .. })
        || scene.kind_of(victims) == Some(GroupKind::Name);
    let (doc, tokens) = (scene.doc, victims.tokens(scene));
    let Some(of) = tokens.start.checked_sub(1).filter(|of| *of > 0) else {
        return false;
    };
    // "A teenager from Ford", "the mayor of Ford", but "the widow of Verel".
    let kin = |m: Found| m.tag == Tag::Owns(Owning::ForOthers);
    let office = doc.word(of - 1).person.is_some() && !scene.marks.ending_at(of).any(kin);
    let one_word = tokens.len() == 1 && (office || !doc.is(of, Class::Of));
    let of_somebody = doc.str(of - 1) == "," || doc.is_capital(of - 1) || one_word;
    named && doc.is(of, Class::Preposition) && doc.str(tokens.end) == "," && of_somebody
}

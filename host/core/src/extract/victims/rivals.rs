//! Whom else a pronoun may mean: "The gunman fled, and he died when his car hit a tree" tells of no one hurt before.

use super::fate::{Fate, Sighting};
use super::mention::{Mention, Pointing};
use crate::extract::Read;

/// Is "he", of whom it is said that he died, as likely the attacker of whom his sentence tells before?
pub(super) fn has_rival(
    read: &Read<'_>,
    index: usize,
    people: &[Mention],
    sighting: &Sighting,
) -> bool {
    let [who] = sighting.who.as_slice() else {
        return false;
    };
    let he = &people[*who];
    if sighting.fate != Fate::Killed || he.pointing != Pointing::Pronoun || he.count != Some(1) {
        return false;
    }
    // Who says that he died is somebody else.
    let speaks = |m: &Mention| {
        let mut frames = read.attributions[index].iter().map(|a| &a.frame);
        frames.any(|frame| frame.contains(&m.tokens.start))
    };
    let rival = |m: &&Mention| {
        m.count == Some(1)
            && !m.owns
            && m.pointing != Pointing::Pronoun
            && m.portrait.fits(&he.portrait)
            && m.portrait.attacker
            && !speaks(m)
    };
    people[..*who].iter().any(|m| rival(&m))
}

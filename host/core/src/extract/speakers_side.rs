//! Whose people somebody counts: "two of its soldiers, the army said" are the army's, "enemy fighters" are not.

use super::sources::Attribution;
use crate::lexicon::{Class, Frame, Lexicon};
use crate::model::{Basis, Extent, Party, Source};
use crate::text::{Doc, Sentence, TokenKind};

/// The party with the side that it has by who speaks, where its words name none; `around` it are its sentence and who
/// speaks there.
pub(super) fn with_speakers_side(
    doc: &Doc<'_>,
    around: (&Sentence, &[Attribution]),
    party: Party,
    chain: &[Source],
) -> Party {
    let lexicon = doc.lexicon;
    let Some(own) = chain.first().and_then(|s| lexicon.side_of_source(&s.kind)) else {
        return party;
    };
    if party.side.is_some() || !may_fight(lexicon, &party) || is_of_others(doc, around, &party) {
        return party;
    }
    let mut words = party.text.split_whitespace().map(str::to_lowercase);
    let is_own = |word: &str| {
        let classes = lexicon.classes_of(lexicon.word_id(word));
        // "His men" are a person's, and whose side he is on the words before him tell.
        classes.has(Class::Possessive)
            && ![Class::Male, Class::Female]
                .iter()
                .any(|sex| classes.has(*sex))
    };
    let side = words.find_map(|word| match () {
        () if lexicon.is_enemy(&word) => lexicon.side_against(own),
        () if is_own(&word) => Some(own),
        () => None,
    });
    let side = side.map(str::to_owned);
    let basis = side.as_ref().map_or(party.basis, |_| Basis::Implied);
    Party {
        side,
        basis,
        ..party
    }
}

/// "The gang lost four of its men, police said": are there others before them in the clause, whose they may be?
fn is_of_others(
    doc: &Doc<'_>,
    (sentence, spoken): (&Sentence, &[Attribution]),
    party: &Party,
) -> bool {
    let Some(span) = party.span else {
        return false;
    };
    let start = doc.tokens.partition_point(|t| t.span().start < span.start);
    let speaks = |i: usize| spoken.iter().any(|a| a.frame.contains(&i));
    let several = |i: usize| {
        let person = doc.word(i).person.as_ref();
        person.is_some_and(|p| p.plural || p.collective)
            || doc.is_any(i, &[Class::Organisation, Class::GroupNoun])
    };
    let before = (sentence.tokens.start..start).rev();
    let clause = before.take_while(|i| !doc.is_kind(*i, TokenKind::Mark));
    // Who kills "two of its soldiers" is somebody else than whose they are.
    let loses = |i: usize| doc.word(i).triggers.iter().any(|t| t.frame == Frame::Loses);
    let lost = clause.clone().any(loses);
    lost && clause.into_iter().any(|i| several(i) && !speaks(i))
}

/// "Its soldiers", "his men": not "his wife", who is nobody's side.
fn may_fight(lexicon: &Lexicon, party: &Party) -> bool {
    party.role.as_deref().is_some_and(|role| {
        let fights = lexicon.relate_roles(role, "combatant");
        role == "man" || matches!(fights, Extent::Same | Extent::Subset)
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::claims;

    #[test]
    fn whose_people_they_are_by_who_speaks() {
        for (text, expected) in [
            (
                "Two of its soldiers were killed, the army said.",
                "government",
            ),
            (
                "The army said it had killed 40 enemy fighters.",
                "opposition",
            ),
            (
                "Four of our fighters were killed, the rebels said.",
                "opposition",
            ),
            ("The rebels said they killed 60 enemy troops.", "government"),
            ("The army said it killed nine of his men.", ""),
            ("Two of their soldiers were killed, a witness said.", ""),
            ("His wife was killed, the colonel said.", ""),
            ("Forty soldiers were killed, the rebels said.", ""),
            ("The gang lost four of its men, police said.", ""),
            (
                "A spokesman for the rebels said only four of its men had died.",
                "opposition",
            ),
        ] {
            let found = claims(text);
            let sides = found.iter().filter_map(|c| c.population.as_ref());
            let sides: Vec<&str> = sides.map(|p| p.side.as_deref().unwrap_or("")).collect();
            assert_eq!(sides, [expected], "{text}");
        }
    }
}

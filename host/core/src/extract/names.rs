//! Names of people: capitalised words, where capitals tell anything.

use super::people::{Group, GroupKind};
use crate::lexicon::Class;
use crate::text::{Doc, Sentence, TokenKind};

/// The most words of a name; a longer run of capitals is a list or a headline.
const LONGEST_NAME: usize = 12;

/// "Officer Jane Doe".
pub(super) fn titled_name(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    if !doc.is_capital(i) {
        return None;
    }
    let name = name_at(doc, sentence, i + 1)?;
    let role = doc.word(i).person.as_ref().map(|p| p.role.clone());
    Some(Group {
        tokens: i..name.tokens.end,
        role,
        ..name
    })
}

/// Two capitalised words and more that name a person, in a sentence that is not all capitals.
pub(super) fn name_at(doc: &Doc<'_>, sentence: &Sentence, i: usize) -> Option<Group> {
    let is_name = |at: usize| {
        at < sentence.tokens.end
            && doc.is_capital(at)
            && doc.is_kind(at, TokenKind::Word)
            && !doc.is_any(
                at,
                &[
                    Class::Weekday,
                    Class::Month,
                    Class::Organisation,
                    Class::PlaceKind,
                    Class::Nationality,
                    Class::State,
                ],
            )
            && !doc.is_any(
                at,
                &[
                    Class::Preposition,
                    Class::Determiner,
                    Class::Pronoun,
                    Class::ClauseBreak,
                ],
            )
            && doc.word(at).triggers.is_empty()
    };
    if !is_name(i) || doc.is(i, Class::Title) && !is_name(i + 1) {
        return None;
    }
    let mut end = i + 1;
    while end - i < LONGEST_NAME && is_name(end)
        || (doc.is(end, Class::NameParticle) && is_name(end + 1))
        || (doc.str(end) == "." && doc.str(end - 1).len() == 1 && is_name(end + 1))
    {
        end += 1;
    }
    let long_enough = (i..end)
        .filter(|at| doc.is_kind(*at, TokenKind::Word))
        .count()
        >= 2;
    let organisation = doc.is(end, Class::Organisation) && doc.is_capital(end);
    if !long_enough || organisation || sentence.shouted {
        return None;
    }
    // ", 34," belongs to the name.
    let aged = doc.str(end) == ","
        && doc.is_kind(end + 1, TokenKind::Number)
        && matches!(doc.str(end + 2), "," | ".");
    let end = if aged { end + 2 } else { end };
    Some(Group {
        tokens: i..end,
        kind: GroupKind::Name,
        role: Some("person".into()),
        side: None,
        plural: false,
        subset: false,
    })
}

//! A second figure of what a sentence has just counted, on another's word: "85 were hurt, against 12 according to the
//! ministry", "25 people died, residents said 40".

use super::amount::{Amount, AmountKind};
use super::counts::{Count, Scene, Victims};
use crate::lexicon::{Class, Cue, Tag, VerbForm};
use crate::text::{Sentence, TokenKind};

/// The counts that such figures make, of those that the sentence has made.
pub(super) fn echoes(scene: &Scene<'_>, sentence: &Sentence, found: &[Count]) -> Vec<Count> {
    if scene.of_things || found.is_empty() {
        return Vec::new();
    }
    let from = scene
        .amounts
        .partition_point(|a| a.tokens.start < sentence.tokens.start);
    let own = scene.amounts.iter().enumerate().skip(from);
    own.take_while(|(_, a)| a.tokens.end <= sentence.tokens.end)
        .filter_map(|(index, amount)| {
            let stands = amount.kind == AmountKind::Count
                && is_beside(scene, sentence, amount)
                && ends_clause(scene, sentence, amount.tokens.end);
            let told = last_before(scene, found, amount).filter(|_| stands)?;
            let noun = noun_of(scene, told)?;
            Some(Count {
                predicate: told.predicate,
                trigger: amount.tokens.clone(),
                victims: Victims::Echo {
                    amount: index,
                    noun,
                },
                agent: None,
                part_of: None,
            })
        })
        .collect()
}

/// Does it stand right behind "against", or behind a verb of saying?
fn is_beside(scene: &Scene<'_>, sentence: &Sentence, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    let says = |end: usize| {
        let form = scene.doc.word(end - 1).speech.verb.map(|verb| verb.form);
        form.is_some_and(|form| form != VerbForm::Gerund)
    };
    start > sentence.tokens.start
        && scene.marks.ending_at(start).any(|mark| match mark.tag {
            Tag::Versus => true,
            Tag::CueVerb(Cue::Reported | Cue::Claimed) => says(start),
            _ => false,
        })
}

/// Does nothing follow that the figure would count: the end, a mark, or whose figure it is?
fn ends_clause(scene: &Scene<'_>, sentence: &Sentence, end: usize) -> bool {
    let doc = scene.doc;
    let spaced = doc.tokens.get(end).is_some_and(|t| t.spaced);
    let mark = doc.is_kind(end, TokenKind::Mark) && (!spaced || doc.str(end) != "-");
    let cited = |tag| matches!(tag, Tag::CuePhrase(_) | Tag::CueVerb(_));
    end >= sentence.tokens.end
        || mark
        || doc.is_any(end, &[Class::Coordinator, Class::Contrast])
        || scene.marks.starting_at(end).any(|m| cited(m.tag))
}

/// The last count of a number before the figure, with something between that parts the two.
fn last_before<'a>(scene: &Scene<'_>, found: &'a [Count], amount: &Amount) -> Option<&'a Count> {
    let start = amount.tokens.start;
    let parted = |from: usize| {
        (from..start)
            .any(|i| matches!(scene.doc.str(i), "," | ";") || scene.doc.is(i, Class::Contrast))
    };
    let told = |count: &&Count| {
        let end = count.victims.tokens(scene).end.max(count.trigger.end);
        end <= start && parted(end) && noun_of(scene, count).is_some()
    };
    found.iter().filter(told).max_by_key(|c| c.trigger.start)
}

/// The noun behind the number of a count, empty where there is none; none where nobody is numbered.
fn noun_of(scene: &Scene<'_>, count: &Count) -> Option<std::ops::Range<usize>> {
    let Victims::Group(index) = count.victims else {
        return None;
    };
    let group = &scene.groups[index];
    let number = scene.amount_of(group)?;
    Some(number.tokens.end..group.tokens.end.max(number.tokens.end))
}

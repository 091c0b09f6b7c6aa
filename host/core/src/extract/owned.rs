//! Who takes or denies responsibility: "X claimed responsibility", "the raid was claimed by X", "X denied on Monday that its
//! fighters had carried out the raid", "rejecting the claim that it was behind it".

use std::ops::Range;

use super::agents::is_party;
use super::blame::{ACT_REACH, Blame, CLAIMED, DENIED, act_after, is_negated, is_planned};
use super::counts::Scene;
use super::happenings::{phrase_after, subject};
use super::sources::{is_that, looks_past, source_of};
use super::steps::is_adverb;
use crate::lexicon::{Class, Cue, Found, Listing, Owning, Tag, TimeWord};
use crate::model::Certainty;
use crate::text::{Doc, Sentence, TokenKind};

/// The most tokens of an aside between a subject and its verb.
const ASIDE: usize = 16;

/// The most tokens of a time or an addressee between "denied" and "that": "denied to reporters on Monday that".
const TOLD_WHEN: usize = 6;

/// The most tokens of a short name in brackets.
const BRACKET: usize = 4;

/// The most tokens of what is denied, before its "that": "the army's repeated claims that".
const CLAIM: usize = 5;

/// Who takes or denies responsibility by the words at `at`.
pub(super) fn owned(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    owning: Owning,
) -> Option<Blame> {
    match owning {
        Owning::Deed | Owning::DeedGerund | Owning::Undone | Owning::Attack | Owning::Attacking => {
            own_deed(scene, sentence, at, owning)
        }
        Owning::ClaimedByNone => Some(Blame {
            denied: true,
            ..blame(CLAIMED, at.clone())
        }),
        Owning::Claims | Owning::ClaimedBy | Owning::Denies | Owning::DeniedBy => {
            plain(scene, sentence, at, owning)
        }
        Owning::Member | Owning::Issues | Owning::ForOthers | Owning::NoTarget => None,
    }
}

/// Words that say it without a deed: "claimed responsibility", "was claimed by", "denied involvement".
fn plain(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    owning: Owning,
) -> Option<Blame> {
    let doc = scene.doc;
    let denies = matches!(owning, Owning::Denies | Owning::DeniedBy);
    let negated = is_negated(doc, sentence, at.start);
    // "Claimed the attack was planned": what is claimed is a clause.
    let clause = owning == Owning::Claims
        && doc.is_any(at.end, &[Class::Be, Class::Have, Class::Modal, Class::Cue]);
    if is_planned(doc, sentence, at.start) || negated && denies || clause {
        return None;
    }
    let who = match owning {
        Owning::ClaimedBy | Owning::DeniedBy => phrase_after(doc, sentence, at.end)?,
        _ => who_before(scene, sentence, at.start)?,
    };
    // "No group", "neither the rebels nor the army".
    // "A caller who said he spoke for the Front claimed responsibility": not he.
    if who.len() > 1 && doc.is(who.start, Class::Pronoun) {
        return None;
    }
    let nobody = doc.is_any(who.start, &[Class::None, Class::Negation]);
    if nobody && owning != Owning::Claims || !nobody && !is_party(doc, scene.marks, &who) {
        return None;
    }
    let predicate = if denies { DENIED } else { CLAIMED };
    Some(Blame {
        accuser: (!nobody && !negated).then(|| who.clone()),
        agent: (!nobody).then_some(who),
        denied: nobody || negated,
        ..blame(predicate, at.clone())
    })
}

/// "Said it was behind the bombing", "denied that its men had planted it": the words at `at` are the deed.
fn own_deed(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: &Range<usize>,
    owning: Owning,
) -> Option<Blame> {
    let doc = scene.doc;
    let (verb, own) = match owning {
        Owning::DeedGerund | Owning::Attacking => (cue_ending(scene, sentence, at.start)?, None),
        _ => cue_of_own(scene, sentence, at.start).map(|(verb, own)| (verb, Some(own)))?,
    };
    let start = verb.tokens.start;
    let gerund = matches!(owning, Owning::DeedGerund | Owning::Attacking);
    // "Said it had hit a depot" is no confession of the deed that others tell of.
    let bare = (gerund || owning == Owning::Attack) && !verb.denies;
    // "Said it had nothing to do with it" denies; "denied it had nothing to do with it" is not read.
    let undone = owning == Owning::Undone;
    if bare
        || undone && verb.denies
        || is_planned(doc, sentence, start)
        || is_negated(doc, sentence, start)
    {
        return None;
    }
    let who = speaker_of(scene, sentence, start, verb.denies)?;
    // "Denied that it was behind schedule" is no deed; "behind it" is.
    let aimed = matches!(owning, Owning::Attack | Owning::Attacking);
    let deed = has_deed_behind(scene, sentence, at.end)
        || aimed && is_target(scene, at.end)
        || verb.denies && doc.is_any(at.end, &[Class::Neuter, Class::PronounPlural]);
    // "A spokesman for the Front denied that the group was behind it".
    let speaks_for = |own: usize| {
        doc.is(own, Class::Pronoun)
            || !doc.is(own, Class::Definite)
            || source_of(doc, scene.marks, &who, &who).kind == "party"
    };
    let agrees = own.is_none_or(|own| speaks_for(own) && may_be(doc, &who, own, &verb));
    let own = deed && agrees && (verb.denies || may_own(scene, &who));
    if !own || !is_party(doc, scene.marks, &who) || doc.is(who.start, Class::Negation) {
        return None;
    }
    let for_others = |m: Found| m.tag == Tag::Owns(Owning::ForOthers) && m.end <= who.end;
    if scene.marks.within(&who).any(for_others) {
        return None;
    }
    let predicate = if verb.denies || undone {
        DENIED
    } else {
        CLAIMED
    };
    let made = blame(predicate, start..at.end);
    let aside = doc.str(who.end) == "," && doc.is(who.end + 1, Class::Relative);
    Some(Blame {
        accuser: Some(who.clone()),
        agent: Some(who),
        // That it denies is not among what it denies; beside "the Front, which police say …, denied" police say the rest.
        said_at: match verb.denies && !aside {
            true => verb.tokens.end - 1,
            false => made.said_at,
        },
        ..made
    })
}

/// "The market", "a convoy", "hospitals": what one shoots at. "Striking a deal", "firing at least 200 workers", "striking workers
/// had killed two" are no attacks.
fn is_target(scene: &Scene<'_>, from: usize) -> bool {
    let doc = scene.doc;
    let untold = |i: usize| {
        scene
            .marks
            .starting_at(i)
            .any(|m| m.tag == Tag::Owns(Owning::NoTarget))
    };
    let acts = [Class::Be, Class::Have, Class::Trigger, Class::Will];
    let number = doc.is_kind(from, TokenKind::Number);
    let subject = doc.word(from).person.is_some() && doc.is_any(from + 1, &acts);
    let word = doc.is_kind(from, TokenKind::Word) && !doc.is(from, Class::Preposition);
    word && !number && !subject && !(from..from + 4).any(untold)
}

/// May the pronoun at `own` stand for them? "His lawyer denied that he did it", "the rebels said he did it" and "Lesko said he did
/// it" speak of another; so may "the ministry rejected a rebel claim that they did it".
fn may_be(doc: &Doc<'_>, who: &Range<usize>, own: usize, verb: &Spoken) -> bool {
    let person = doc.is(own, Class::PronounSingular) && !doc.is(own, Class::Neuter);
    let owned = who.clone().any(|i| doc.is(i, Class::Possessive));
    let several = is_several(doc, who);
    if person {
        let named = |i: usize| doc.is_capital(i) && !doc.is(i, Class::Definite);
        return verb.owns_up && !owned && who.clone().all(named);
    }
    if doc.is(own, Class::Neuter) {
        return !several && !owned;
    }
    several || !verb.of_others
}

/// "The rebels", "guards".
fn is_several(doc: &Doc<'_>, who: &Range<usize>) -> bool {
    let noun = who
        .end
        .checked_sub(1)
        .and_then(|last| doc.word(last).person.as_ref());
    noun.is_some_and(|noun| noun.plural && !noun.collective)
}

/// What all of them have in common.
fn blame(predicate: &'static str, trigger: Range<usize>) -> Blame {
    Blame {
        predicate,
        said_at: trigger.end - 1,
        trigger,
        accuser: None,
        agent: None,
        act: None,
        rung: match predicate {
            DENIED => Certainty::Reported,
            _ => Certainty::Claimed,
        },
        denied: false,
    }
}

/// A verb of saying or of denying.
struct Spoken {
    tokens: Range<usize>,
    denies: bool,
    /// "Denied", "claimed": it may own to a deed of the speaker's. Of another "said" tells as well.
    owns_up: bool,
    /// Somebody stands beside the noun of what is denied: "rejected a rebel claim".
    of_others: bool,
}

/// The verb whose subject speaks of itself as the doer of the deed that begins at `deed`, and the word by which it does.
fn cue_of_own(scene: &Scene<'_>, sentence: &Sentence, deed: usize) -> Option<(Spoken, usize)> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let adverbs = (first..deed).rev().take_while(|i| is_adverb(doc, *i));
    let own = own_subject(scene, first, deed - adverbs.count())?;
    let that = own > first && is_that(doc, own - 1);
    let end = own - usize::from(that);
    let noun = |m: Found| matches!(m.tag, Tag::CueNoun(_)) && m.start >= first;
    // "Claims" may be a verb: "the army claims that it".
    let medium = |i: usize| is_medium(doc, first, i);
    let told = that && end > first && doc.word(end - 1).speech.noun.is_some();
    if told && !medium(end - 1) {
        let denied = denied_claim(scene, sentence, end, own);
        let determined = end - 1 > first && makes_noun(doc, end - 2);
        if denied.is_some() || determined || scene.marks.ending_at(end).any(noun) {
            return denied.map(|verb| (verb, own));
        }
    }
    let from = first.max(end.saturating_sub(if that { TOLD_WHEN } else { 0 }));
    // Times and who is told; "dismissed a prisoner's confession that he" is another's.
    let small = [
        Class::Preposition,
        Class::Determiner,
        Class::Weekday,
        Class::Month,
        Class::Adverb,
    ];
    let light = |i: usize| {
        let noun = doc.word(i).person.as_ref();
        doc.is_any(i, &small)
            || doc.word(i).time.is_some()
            || doc.is_kind(i, TokenKind::Number)
            || noun.is_some_and(|noun| noun.plural)
            || medium(i)
    };
    let between = |i: usize| {
        (i..end).all(|i| {
            doc.is_kind(i, TokenKind::Word) && !doc.is(i, Class::ClauseBreak) && light(i)
                || doc.is_kind(i, TokenKind::Number)
        })
    };
    let mut near = (from..=end).rev().take_while(|i| between(*i));
    let verb = near.find_map(|i| cue_ending(scene, sentence, i))?;
    Some((verb, own))
}

/// "In a statement", "on its website": by what somebody speaks, not whose words they are.
fn is_medium(doc: &Doc<'_>, first: usize, i: usize) -> bool {
    let noun = doc.is_kind(i, TokenKind::Word) && doc.word(i).person.is_none();
    let whose = [Class::Indefinite, Class::Possessive];
    i >= first + 2
        && noun
        && doc.is_any(i - 1, &whose)
        && doc.is(i - 2, Class::Preposition)
        && !doc.is(i - 2, Class::Of)
}

/// Where "it", "they", "its fighters", "the group" begins, if it ends just before `end`; never "its enemies".
fn own_subject(scene: &Scene<'_>, first: usize, end: usize) -> Option<usize> {
    let doc = scene.doc;
    let last = end.checked_sub(1).filter(|last| *last >= first)?;
    if doc.is(last, Class::Pronoun) && !doc.is(last, Class::Relative) {
        return Some(last);
    }
    if last > first && doc.is(last, Class::GroupNoun) && doc.is(last - 1, Class::Definite) {
        return Some(last - 1);
    }
    let member = |m: Found| m.tag == Tag::Owns(Owning::Member);
    let owner = |i: &usize| doc.is(*i, Class::Possessive) && !doc.is(*i, Class::Relative);
    let mut before = (first.max(end.saturating_sub(3))..last).rev();
    before
        .find(owner)
        .filter(|_| scene.marks.starting_at(last).any(member))
}

/// "Rejected the claim that it": a verb of denying, and a noun of what is said that ends just before `end`. In "dismissed the
/// Front's claim that it" the Front speaks of itself, unless it is several.
fn denied_claim(scene: &Scene<'_>, sentence: &Sentence, end: usize, own: usize) -> Option<Spoken> {
    let doc = scene.doc;
    let from = sentence.tokens.start.max(end.saturating_sub(CLAIM));
    let genitive = |i: usize| doc.is(i, Class::Genitive) || matches!(doc.str(i), "'" | "’");
    let word = |i: usize| doc.is_kind(i, TokenKind::Word) && !doc.is(i, Class::ClauseBreak);
    let plain = |i: &usize| genitive(*i) || word(*i);
    let mut before = (from..end).rev().take_while(plain);
    let verb = before.find_map(|i| cue_ending(scene, sentence, i).filter(|cue| cue.denies))?;
    let behind = verb.tokens.end;
    let owner = (behind..end).find(|i| genitive(*i));
    let another = |mark: usize| doc.is(own, Class::Neuter) && is_several(doc, &(behind..mark));
    let somebody = |i: usize| {
        doc.word(i).person.is_some() || doc.is_capital(i) || doc.is(i, Class::Organisation)
    };
    let of_others = (behind..end - 1).any(somebody);
    // "A Dawn Front claim that it".
    let theirs = of_others && owner.is_none() && doc.is(own, Class::Neuter);
    let verb = Spoken { of_others, ..verb };
    (owner.is_none_or(another) && !theirs).then_some(verb)
}

/// The verb of saying or of denying that ends just before `end`.
fn cue_ending(scene: &Scene<'_>, sentence: &Sentence, end: usize) -> Option<Spoken> {
    let within = |start: usize| start >= sentence.tokens.start;
    let doc = scene.doc;
    let noun = |start: usize| {
        let may_be = doc.word(start).speech.noun.is_some();
        may_be && within(start) && start > sentence.tokens.start && makes_noun(doc, start - 1)
    };
    let marks = scene.marks.ending_at(end);
    let marks = marks.filter(|m| within(m.start) && !noun(m.start));
    marks.into_iter().find_map(|mark| {
        let (denies, owns_up) = match mark.tag {
            Tag::CueVerb(Cue::Denied | Cue::Refused) => (true, true),
            Tag::CueVerb(Cue::Claimed) => (false, true),
            Tag::CueVerb(Cue::Reported) => (false, false),
            _ => return None,
        };
        Some(Spoken {
            tokens: mark.start..mark.end,
            denies,
            owns_up,
            of_others: false,
        })
    })
}

/// Is what stands behind this token a noun, though it may be a verb: "the army's claim", "rebel claim", "scoffed at claims"? A
/// verb stands behind its subject, or behind an adverb.
fn makes_noun(doc: &Doc<'_>, i: usize) -> bool {
    let noun = doc.word(i).person.as_ref();
    let owner = doc.is(i, Class::Genitive) || matches!(doc.str(i), "'" | "’");
    let one = noun.is_some_and(|noun| !noun.plural && !noun.collective);
    let subject = noun.is_some()
        || doc.is_capital(i)
        || is_adverb(doc, i)
        || doc.is_kind(i, TokenKind::Mark)
        || doc.is_any(
            i,
            &[
                Class::Pronoun,
                Class::SourceNoun,
                Class::Organisation,
                Class::Relative,
                Class::Have,
                Class::Weekday,
            ],
        );
    owner || one || !subject
}

/// Whoever claims or denies with the verb at `verb`.
fn who_before(scene: &Scene<'_>, sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let doc = scene.doc;
    let cue = verb;
    let verb = past_day_before(doc, sentence, cue);
    // "The Red Dawn Front (RDF) claimed".
    let bracket = verb.checked_sub(1).filter(|i| doc.str(*i) == ")");
    let opens = |end: usize| (end.saturating_sub(BRACKET)..end).find(|i| doc.str(*i) == "(");
    let verb = bracket
        .and_then(opens)
        .filter(|i| *i > sentence.tokens.start)
        .unwrap_or(verb);
    let who = subject(doc, sentence, verb)
        .or_else(|| past_aside(doc, sentence, verb))
        .or_else(|| subject(doc, sentence, cue))?;
    // "The Front in a statement claimed".
    let paper = who
        .clone()
        .find(|i| doc.is(*i, Class::Preposition) && *i > who.start && is_paper(doc, who.end - 1));
    Some(who.start..paper.unwrap_or(who.end))
}

/// "A statement": words, and nobody.
fn is_paper(doc: &Doc<'_>, i: usize) -> bool {
    doc.word(i).speech.noun.is_some() && doc.word(i).person.is_none()
}

/// Whoever says or denies with the verb at `verb` what it did itself: also the subject of the clause before "…, denying that
/// it", and whose statement it is that denies it.
fn speaker_of(
    scene: &Scene<'_>,
    sentence: &Sentence,
    verb: usize,
    denies: bool,
) -> Option<Range<usize>> {
    let doc = scene.doc;
    let first = sentence.tokens.start;
    let gerund = doc.str(verb).ends_with(&doc.lexicon.endings().participle);
    if gerund && verb > first && doc.str(verb - 1) == "," {
        let near = subject(doc, sentence, verb - 1)?;
        let before = near.start.checked_sub(1).filter(|i| *i >= first);
        let acts = |i: usize| doc.is(i, Class::Cue) || looks_past(doc, i);
        // "The army blamed the Front, denying that": the army. Of "accused the rebels, saying they" it is theirs.
        return match before {
            Some(i) if acts(i) => subject(doc, sentence, i).filter(|_| denies),
            Some(i) if !doc.is_kind(i, TokenKind::Mark) => None,
            _ => Some(near),
        };
    }
    let who = who_before(scene, sentence, verb)?;
    // "Few denied", "the ministry stopped denying", "the rebels no longer deny".
    let past = doc.lexicon.endings().past.as_str();
    let acts = |i: usize| {
        let verb = !doc.is_capital(i) && doc.word(i).person.is_none() && doc.str(i).ends_with(past);
        verb || looks_past(doc, i)
            || doc.word(i).number.is_some()
            || doc.is_any(i, &[Class::None, Class::Negation])
    };
    let last = who.end.checked_sub(1)?;
    let issued = issuer(scene, sentence, &who).filter(|_| gerund);
    match is_paper(doc, last) {
        _ if issued.is_some() => issued,
        true if gerund => None,
        _ => Some(who).filter(|who| !who.clone().any(acts)),
    }
}

/// "The Front issued a statement denying", "the Front said in a statement denying": whose it is.
fn issuer(scene: &Scene<'_>, sentence: &Sentence, paper: &Range<usize>) -> Option<Range<usize>> {
    let doc = scene.doc;
    let issues = |m: &Found| m.tag == Tag::Owns(Owning::Issues);
    let mut ending = scene.marks.ending_at(paper.start);
    let issued = ending
        .find(issues)
        .or_else(|| scene.marks.within(paper).find(issues));
    if let Some(issued) = issued {
        return subject(doc, sentence, issued.start);
    }
    let before = paper
        .start
        .checked_sub(1)
        .filter(|i| *i > sentence.tokens.start)?;
    let said = doc.is(before, Class::Preposition) && doc.is(before - 1, Class::Cue);
    subject(doc, sentence, before - 1).filter(|_| said)
}

/// "Behind the bombing", "planted a bomb": a deed, or what it was done with.
fn has_deed_behind(scene: &Scene<'_>, sentence: &Sentence, from: usize) -> bool {
    let doc = scene.doc;
    let ends = [Class::Preposition, Class::ClauseBreak, Class::Coordinator];
    let object = (from..sentence.tokens.end.min(from + ACT_REACH))
        .take_while(|i| doc.is_kind(*i, TokenKind::Word) && !doc.is_any(*i, &ends))
        .count();
    let object = from..from + object;
    let mut marks = scene.marks.within(&object);
    let act = act_after(scene, sentence, from);
    let act = act.map(|act| &doc.lexicon.predicate(act.predicate).id);
    // "Took part in the rescue": help is owned to by nobody.
    act.is_some_and(|id| !doc.lexicon.is_relief(id))
        || act.is_none() && marks.any(|m| matches!(m.tag, Tag::Kind(Listing::Means, _)))
}

/// May a group speak of its own deed? Police, rescuers and witnesses who say "he was behind it" speak of others.
fn may_own(scene: &Scene<'_>, who: &Range<usize>) -> bool {
    let kind = source_of(scene.doc, scene.marks, who, who).kind;
    !scene.doc.lexicon.speaks_of_others(&kind)
}

/// "The Front, which was formed in May, claimed": the subject before what two commas set off.
fn past_aside(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> Option<Range<usize>> {
    let first = sentence.tokens.start;
    let comma = |i: usize| doc.str(i) == ",";
    let auxiliary = |i: &usize| doc.is_any(*i, &[Class::Have, Class::Adverb, Class::Be]);
    let end = verb - (first..verb).rev().take_while(auxiliary).count();
    let closed = end.checked_sub(1).filter(|i| *i > first && comma(*i))?;
    let from = first.max(closed.saturating_sub(ASIDE));
    let opened = (from..closed).rev().find(|i| comma(*i))?;
    // "Named after a saint", "formerly the Dawn Front": another aside.
    let aside = |i: usize| doc.is_any(i, &[Class::Adverb, Class::Cue]) || looks_past(doc, i);
    subject(doc, sentence, opened).filter(|who| !aside(who.start))
}

/// "The group on Wednesday claimed": where the words before the day end.
fn past_day_before(doc: &Doc<'_>, sentence: &Sentence, verb: usize) -> usize {
    let first = sentence.tokens.start;
    let day = verb.checked_sub(1).filter(|i| {
        let near = matches!(doc.word(*i).time, Some(TimeWord::Day(_)));
        *i > first && (near || doc.is(*i, Class::Weekday))
    });
    let governed = |day: usize| usize::from(doc.is(day - 1, Class::Preposition));
    day.map_or(verb, |day| day - governed(day))
}

#[cfg(test)]
#[path = "owned_tests.rs"]
mod tests;

//! When a claim's matter happened, and as of when it is said: which time of the sentence belongs to which verb.

use std::ops::Range;

use super::build::Setting;
use super::cores::Core;
use super::sources::{Attribution, is_that};
use super::steps::{bare_figure, figure_end, is_number};
use crate::lexicon::{Class, Found, Frame, Tag, TimeWord, VerbForm, VictimCue};
use crate::model::{Basis, PassageKind, Period};
use crate::text::TokenKind;
use crate::time::{TimeKind, TimeMention};

/// The most tokens from a verb of the aftermath to its time: "was sentenced to life in prison on Friday".
const AFTERMATH_REACH: usize = 10;

/// The most tokens from "when" to the verb of its clause.
const CLAUSE: usize = 8;

/// The most tokens from "the worst" to "since 2004".
const RECORD: usize = 6;

/// An hour and a day, in minutes.
const HOUR: i64 = 60;
const DAY: i32 = 24 * 60;

/// Years after which what happened is nobody's news.
const HISTORY: i16 = 60;
/// So many passages further on a text may still tell of it.
const HISTORY_PASSAGES: usize = 2;

impl Setting<'_> {
    /// When it happened, and as of when it is said.
    pub(super) fn times(
        &self,
        core: &Core,
        narrow: &Range<usize>,
        attribution: Option<&Attribution>,
    ) -> (Option<Period>, Option<Period>) {
        // "The army said six died, the agency reported on Tuesday": both speak of it, each at its own time.
        let around = self.read.attributions[self.index].iter();
        let around: Vec<&Attribution> = around
            .filter(|a| attribution.is_some() && a.covers(core.trigger.start))
            .collect();
        let of_saying = |t: &TimeMention| {
            let speaking = attribution.into_iter().chain(around.iter().copied());
            let at = core.trigger.start;
            speaking
                .into_iter()
                .any(|a| self.dates_the_saying(t, a, at))
        };
        let as_of = |t: &TimeMention| core.quantity.is_some() && self.is_as_of(t);
        let points = || {
            self.read
                .times_in(&self.sentence.tokens)
                .iter()
                .filter(|t| dates(t))
        };
        let near = |t: &&TimeMention| {
            narrow.contains(&t.tokens.start)
                && !of_saying(t)
                && !as_of(t)
                && !self.dates_the_picture(t)
                && !self.belongs_to_another(t, core)
                && !self.dates_the_aftermath(t, core)
                && !self.dates_the_deed(t, core)
                && !self.is_to_come(t, core)
                && !self.is_compared(t)
                && !self.is_outside_what_is_told(t, core)
                && !self.is_of_another_figure(t, core)
        };
        let time = points()
            .filter(near)
            .min_by_key(|t| {
                let distance = t.tokens.start.abs_diff(core.trigger.start);
                let others = self.is_before_conjunction(t, core)
                    || self.is_governed(t, core)
                    || self.is_behind_another(t, core);
                (others, distance)
            })
            .map(|t| self.on_a_day(t))
            .or_else(|| self.only_time(core, &|t| of_saying(t) || as_of(t)))
            .or_else(|| self.of_history(core))
            .or_else(|| self.of_deed_before(core));
        let clause = self.of_its_clause(core);
        let other = |own: &Period| time.as_ref().is_none_or(|time| time.text != own.text);
        let time = clause.filter(other).or(time);
        let counted = points().find(|t| as_of(t) && narrow.contains(&t.tokens.start));
        let said = || points().find(|t| of_saying(t) || self.dates_the_picture(t));
        let said = counted.or_else(said).map(period_of);
        (time, said.or_else(|| self.assumed_as_of()))
    }

    /// "The worst fire since 1998, when 22 people died": the time that its clause tells of.
    fn of_its_clause(&self, core: &Core) -> Option<Period> {
        let doc = self.doc();
        let at = core.trigger.start.min(core.words.start);
        let from = self.sentence.tokens.start.max(at.saturating_sub(CLAUSE));
        let opener = (from..at)
            .rev()
            .find(|i| doc.is(*i, Class::ClauseBreak) || doc.str(*i) == ",")?;
        let comma = opener.checked_sub(1)?;
        let when = doc.is(opener, Class::Temporal) && doc.str(comma) == ",";
        let times = self.read.times_in(&self.sentence.tokens);
        let told = times
            .iter()
            .find(|t| when && t.tokens.end == comma && dates(t))?;
        Some(Period {
            basis: Basis::Implied,
            ..told.period.clone()
        })
    }

    /// When it was; of an hour alone the day is our guess: the last one named, or that of writing.
    fn on_a_day(&self, time: &TimeMention) -> Period {
        let doc = self.doc();
        let word = |i: usize| doc.word(i).time;
        let of_hours = |i: usize| {
            let hours = [Some(TimeWord::Oclock), Some(TimeWord::Zone)];
            matches!(word(i), Some(TimeWord::Part(_) | TimeWord::Meridiem(_)))
                || hours.contains(&word(i))
                || doc.is(i, Class::Meridiem)
                || !doc.is_kind(i, TokenKind::Word)
        };
        let told = period_of(time);
        let hour = told.minutes().is_some_and(|minutes| minutes <= HOUR);
        match hour && time.tokens.clone().all(of_hours) {
            true => Period {
                basis: Basis::Assumed,
                ..told
            },
            false => told,
        }
    }

    /// The one time of the sentence, where it names no other: "the raid of 30 October, which left one dead".
    fn only_time(&self, core: &Core, of_saying: &dyn Fn(&TimeMention) -> bool) -> Option<Period> {
        let mut others = self
            .read
            .times_in(&self.sentence.tokens)
            .iter()
            .filter(|t| dates(t));
        let only = others.next().filter(|_| others.next().is_none())?;
        let own = only.tokens.end <= core.trigger.start
            && !of_saying(only)
            && !self.is_compared(only)
            && !self.is_outside_what_is_told(only, core)
            && !self.dates_a_verb_besides(only)
            && !self.dates_the_picture(only)
            && !self.dates_the_aftermath(only, core)
            && !self.is_to_come(only, core);
        own.then(|| Period {
            basis: Basis::Implied,
            ..period_of(only)
        })
        .filter(|_| core.quantity.is_some())
    }

    /// "As of 6 a.m.", "by Thursday evening": until when it was counted, which is not when it happened.
    fn is_as_of(&self, time: &TimeMention) -> bool {
        let doc = self.doc();
        let first = self.sentence.tokens.start;
        let small = |i: &usize| doc.is_any(*i, &[Class::Definite, Class::Adverb]);
        let before = (first..time.tokens.start).rev().find(|i| !small(i));
        // "Killed by Saturday's blast", "by the 1999 earthquake": what did it.
        let next = time.tokens.end;
        let opens = [
            Class::Be,
            Class::Have,
            Class::Preposition,
            Class::ClauseBreak,
            Class::Coordinator,
            Class::Determiner,
        ];
        let word = doc.is_kind(next, TokenKind::Word) && !is_number(doc, next);
        let owns = word && self.sentence.tokens.contains(&next) && !doc.is_any(next, &opens);
        if owns {
            return false;
        }
        before.is_some_and(|i| {
            let of = doc.is(i, Class::Of) && i > first && doc.is(i - 1, Class::Temporal);
            doc.is(i, Class::By) || of
        })
    }

    /// The time of a figure without one, where the text has just told of a year long past: "In 1822 he planned a revolt.
    /// Soldiers executed 35".
    fn of_history(&self, core: &Core) -> Option<Period> {
        let written = self.article.published.as_ref()?.date.year();
        core.quantity.as_ref()?;
        let before = self.read.point_within(self.sentence, HISTORY_PASSAGES)?;
        let long_past = before
            .period
            .last_day()
            .map(|day| written - day.year() > HISTORY);
        long_past.unwrap_or(false).then(|| Period {
            basis: Basis::Implied,
            ..before.period.clone()
        })
    }

    /// "Seven more than on Sunday", "the worst attack since 2004": the time of another figure.
    fn is_compared(&self, time: &TimeMention) -> bool {
        let doc = self.doc();
        let near = self
            .sentence
            .tokens
            .start
            .max(time.tokens.start.saturating_sub(RECORD))..time.tokens.start;
        let record = |m: Found| m.tag == Tag::Victim(VictimCue::Record);
        if time.kind == TimeKind::Since && self.read.marks.within(&near).any(record) {
            return true;
        }
        let first = self.sentence.tokens.start;
        let before = |back: usize| time.tokens.start.checked_sub(back).filter(|i| *i >= first);
        let than = |i: usize| doc.is(i, Class::Comparing);
        before(1).is_some_and(than)
            || before(2).is_some_and(than) && doc.is(time.tokens.start - 1, Class::Preposition)
    }

    /// "Twelve died, compared with five last year": the time of the figure behind.
    fn is_of_another_figure(&self, time: &TimeMention, core: &Core) -> bool {
        let between = core.words.end..time.tokens.start.max(core.words.end);
        let cited = || self.cites_another_figure(&between);
        core.quantity.is_some() && (self.versus(&between).is_some() || cited())
    }

    /// "Twelve died, up from the nine police reported on Tuesday": another figure, with who gave that.
    fn cites_another_figure(&self, between: &Range<usize>) -> bool {
        let (doc, marks) = (self.doc(), &self.read.marks);
        let mut versus = marks.within(between).filter(|m| m.tag == Tag::Versus);
        versus.any(|opener| {
            let said = |m: Found| m.start >= opener.end && matches!(m.tag, Tag::CueVerb(_));
            figure_end(doc, opener.end).is_some() && marks.within(between).any(said)
        })
    }

    /// "Against", "compared with" before another's figure.
    pub(super) fn versus(&self, tokens: &Range<usize>) -> Option<Found> {
        let (doc, marks, end) = (self.doc(), &self.read.marks, self.sentence.tokens.end);
        let figure = |mark: &Found| bare_figure(doc, marks, mark.end, end).is_some();
        let mut within = marks.within(tokens).filter(|m| m.tag == Tag::Versus);
        within.find(figure)
    }

    /// "Mourning began on Tuesday for the sinking in which 59 died": the time of a verb that is none of harm.
    fn dates_a_verb_besides(&self, time: &TimeMention) -> bool {
        let doc = self.doc();
        let governed = time.tokens.start > 0 && doc.is(time.tokens.start - 1, Class::Preposition);
        let verb = time.tokens.start.checked_sub(1 + usize::from(governed));
        verb.is_some_and(|verb| {
            let form = doc.word(verb).speech.verb.map(|v| v.form);
            self.sentence.tokens.contains(&verb)
                && matches!(form, Some(VerbForm::Past | VerbForm::Third))
                && !self.is_verb(verb)
        })
    }

    /// Is it the full date of a caption? It says when the picture was taken, which shows what came of the event.
    fn dates_the_picture(&self, time: &TimeMention) -> bool {
        let full = time
            .period
            .text
            .split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits.len() == 4);
        self.doc().kind_of(self.sentence) == PassageKind::Caption && full
    }

    /// "Were arrested Tuesday after they shot four on Monday": the time left of the conjunction is of the other verb, where
    /// the claim's own has one.
    fn is_before_conjunction(&self, time: &TimeMention, core: &Core) -> bool {
        let mut between = time.tokens.end..core.trigger.start;
        between.any(|i| self.doc().is(i, Class::Temporal))
    }

    /// "A woman who was shot on Sunday died Tuesday": the time left of the claim's verb stands right behind another's.
    fn is_governed(&self, time: &TimeMention, core: &Core) -> bool {
        let doc = self.doc();
        let governed = time.tokens.start > 0 && doc.is(time.tokens.start - 1, Class::Preposition);
        let verb = time.tokens.start.checked_sub(1 + usize::from(governed));
        let left = time.tokens.end <= core.trigger.start;
        left && verb.is_some_and(|verb| self.sentence.tokens.contains(&verb) && self.is_verb(verb))
    }

    /// "A woman shot in the neck on Saturday died on Monday": the time left of the claim's verb has a verb of its own.
    fn is_behind_another(&self, time: &TimeMention, core: &Core) -> bool {
        let first = self.sentence.tokens.start;
        let left = (time.tokens.end..=time.tokens.end + 1).contains(&core.trigger.start);
        let clause = (first..time.tokens.start)
            .rev()
            .take_while(|i| !self.doc().is(*i, Class::ClauseBreak));
        left && clause.into_iter().any(|i| self.is_verb(i))
    }

    /// "Was arrested Tuesday in the shooting that killed two", "two were killed, and a man was charged on Friday": is it
    /// the time of what was done about the deed?
    fn dates_the_aftermath(&self, time: &TimeMention, core: &Core) -> bool {
        let doc = self.doc();
        let is_later = |i: usize| doc.is(i, Class::Aftermath);
        let own = &core.trigger;
        let (start, end) = (time.tokens.start, time.tokens.end);
        let first = self.sentence.tokens.start;
        if !self.sentence.classes.has(Class::Aftermath) || own.clone().any(is_later) {
            return false;
        }
        if start >= own.end {
            return (own.end..start).any(is_later);
        }
        let finite =
            |i: usize| i > first && doc.is_any(i - 1, &[Class::Be, Class::SourceNoun, Class::Have]);
        let from = first.max(start.saturating_sub(AFTERMATH_REACH));
        let verb = (from..start)
            .rev()
            .find(|i| is_later(*i) || self.is_verb(*i));
        verb.is_some_and(is_later) || (end..own.start).any(|i| is_later(i) && finite(i))
    }

    /// "Was arrested in connection with the shooting Friday night": when the deed was, and not what was done about it.
    fn dates_the_deed(&self, time: &TimeMention, core: &Core) -> bool {
        let doc = self.doc();
        let later = core.trigger.clone().any(|i| doc.is(i, Class::Aftermath));
        // "Was arrested after a shooting on Monday" may be said of either.
        let mut between =
            (core.trigger.end..time.tokens.end + 2).take_while(|i| !doc.is(*i, Class::Temporal));
        let held = later && core.quantity.is_some() && time.tokens.start > core.trigger.end;
        held && between.any(|i| doc.is(i, Class::Deed))
    }

    /// "A service will be held Thursday for the two men killed": what has been counted was not on a day to come.
    fn is_to_come(&self, time: &TimeMention, core: &Core) -> bool {
        let written = self.article.published.as_ref().map(|stamp| stamp.date);
        core.quantity.is_some() && written.is_some() && time.period.first_day() > written
    }

    /// Does the word open a claim, and is it no noun?
    fn is_verb(&self, i: usize) -> bool {
        let mut triggers = self.doc().word(i).triggers.iter();
        triggers.any(|t| !t.frame.is_noun() && t.frame != Frame::Adjective)
    }

    /// Does another verb or noun of happening stand between the claim's and the time: "retook streets lost on Sunday"?
    fn belongs_to_another(&self, time: &TimeMention, core: &Core) -> bool {
        let mut between = core.trigger.end..time.tokens.start;
        // "In a bombing of the market": a noun.
        let noun = |i: usize| self.doc().is(i - 1, Class::Determiner);
        between.any(|i| self.is_verb(i) && !noun(i))
    }

    /// Does a time date the saying: beside the cue or its source, outside of what is said?
    fn dates_the_saying(
        &self,
        time: &TimeMention,
        attribution: &Attribution,
        trigger: usize,
    ) -> bool {
        let frame = &attribution.frame;
        let beside = time.tokens.start >= frame.start && time.tokens.start <= frame.end + 1;
        // "On Monday, the army said", but not "rebels attacked at dawn, the army said".
        let opens = time.tokens.start <= self.sentence.tokens.start + 2;
        let comma = (time.tokens.end..frame.start).any(|i| self.doc().str(i) == ",");
        let leads = time.tokens.end <= frame.start
            && frame.start < trigger
            && frame.start - time.tokens.end <= 2
            && (opens || !comma);
        // "Said at a meeting on Tuesday that six died".
        let that = |i: usize| is_that(self.doc(), i);
        let before_that = (frame.end..=trigger).contains(&time.tokens.start)
            && that(time.tokens.end)
            && !(frame.end..time.tokens.start).any(that);
        // "Six were killed, the army said in a statement read out on Wednesday".
        let breaks = [Class::ClauseBreak, Class::Temporal, Class::Relative];
        let trails = frame.start > trigger
            && time.tokens.start >= frame.end
            && !(frame.end..time.tokens.start)
                .any(|i| self.doc().str(i) == "," || self.doc().is_any(i, &breaks));
        beside || leads || before_that || trails
    }

    /// The part of the clause that is about the claim alone: without its relative clauses.
    pub(super) fn narrow(
        &self,
        core: &Core,
        clause: &Range<usize>,
        cited: Option<&Attribution>,
    ) -> Range<usize> {
        let doc = self.doc();
        // What stands on the side of the speaker is not about what is said.
        let said = cited
            .map(|a| a.frame.end)
            .filter(|end| *end <= core.trigger.start);
        let from = clause.start.max(said.unwrap_or(clause.start));
        let breaks = |i: usize| {
            doc.is_any(i, &[Class::Relative, Class::ClauseBreak]) && !doc.is(i, Class::Temporal)
        };
        let start = (from..core.trigger.start)
            .rev()
            .find(|i| breaks(*i))
            .map_or(from, |i| i + 1);
        let end = (core.trigger.end..clause.end)
            .find(|i| breaks(*i) && doc.is_kind(*i, TokenKind::Word))
            .unwrap_or(clause.end);
        start..self.reason(core, end).unwrap_or(end)
    }

    /// "Was arrested over letters sent nationwide": where the words begin that tell why somebody is held.
    fn reason(&self, core: &Core, end: usize) -> Option<usize> {
        let doc = self.doc();
        let held = core.trigger.clone().any(|i| doc.is(i, Class::Aftermath));
        let behind = core.trigger.end..end.max(core.trigger.end);
        // "Over the weekend".
        let time = |i: usize| (i..i + 3).any(|i| doc.word(i).time.is_some());
        let mut marks = self.read.marks.within(&behind);
        let reason = marks.find(|m| m.tag == Tag::Reason && !time(m.end));
        reason.filter(|_| held).map(|mark| mark.start)
    }

    /// "Deputies came at nine and were told that a boy had died": what is told was not at that hour.
    fn is_outside_what_is_told(&self, time: &TimeMention, core: &Core) -> bool {
        let doc = self.doc();
        let between = time.tokens.end..core.trigger.start.max(time.tokens.end);
        // "In the attack on Monday, police said that": the deed's.
        if between.clone().any(|i| doc.str(i) == ",") {
            return false;
        }
        let mut cues = self.read.marks.within(&between);
        cues.any(|m| matches!(m.tag, Tag::CueVerb(_)) && is_that(doc, m.end))
    }

    /// What is not dated holds for the moment of publication, as far as we know.
    fn assumed_as_of(&self) -> Option<Period> {
        let start = self.doc().span(self.sentence.tokens.clone()).start;
        let stamp = self.article.published_at(start)?;
        let mut period = stamp.period();
        period.basis = Basis::Assumed;
        Some(period)
    }
}

/// Does the expression say when, rather than how long or how often?
pub(super) fn dates(time: &TimeMention) -> bool {
    !matches!(time.kind, TimeKind::Duration | TimeKind::Set)
}

/// The stretch a claim gets from an expression: "since Sunday" has no end, "until Friday" no beginning.
fn period_of(time: &TimeMention) -> Period {
    let mut period = time.period.clone();
    // "Shortly after 9 a.m. on Monday" is on Monday, unlike "after Monday": midnight of that day.
    let of_hour = period.minutes().is_some_and(|minutes| minutes <= HOUR);
    let hour = period.start.filter(|_| of_hour);
    let hour = hour.map(|at| at - at.rem_euclid(DAY));
    match time.kind {
        TimeKind::Since => period.end = None,
        TimeKind::After => (period.start, period.end) = (period.end, hour.map(|at| at + DAY)),
        TimeKind::Until => period.start = None,
        TimeKind::Before => (period.start, period.end) = (hour, period.start),
        TimeKind::Point | TimeKind::Duration | TimeKind::Set => {}
    }
    period
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::claims;

    /// What is counted in a text, each with its time.
    fn told(text: &str) -> String {
        let found = claims(text);
        let counts = found.iter().filter(|c| c.quantity.is_some());
        let one = |c: &crate::model::Claim| {
            let time = c.time.as_ref().map_or("", |time| time.text.as_str());
            format!("{} {time}", c.predicate).trim_end().to_owned()
        };
        let mut told: Vec<String> = counts.map(one).collect();
        told.sort();
        told.join("; ")
    }

    #[test]
    fn a_time_of_another_clause_dates_nothing_else() {
        for (text, expected) in [
            (
                "Deputies came to the farm on Monday and were told that a boy had died.",
                "killed",
            ),
            (
                "The mayor, speaking on Monday, called the raid that killed four people a disgrace.",
                "killed",
            ),
            (
                "Two men were arrested on Friday over letters that were sent in May.",
                "captured Friday",
            ),
            (
                "In the attack on Monday, police said that six people died.",
                "killed Monday",
            ),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn a_time_belongs_to_the_verb_it_dates() {
        for (text, expected) in [
            (
                "A man was arrested Tuesday in the shooting that killed two people on Saturday.",
                "captured Tuesday; killed Saturday",
            ),
            (
                "A woman who was shot on Sunday died Tuesday.",
                "killed Tuesday; shot Sunday",
            ),
            (
                "The gunman, who surrendered Wednesday, is accused of killing a clerk.",
                "killed",
            ),
            (
                "He was charged Friday with murder in the death of a girl.",
                "killed",
            ),
            (
                "Two people were killed, and a man was charged on Friday.",
                "killed",
            ),
            (
                "Two people were killed when a bus overturned Sunday.",
                "killed Sunday",
            ),
            ("A mine exploded on Monday, killing five.", "killed Monday"),
            (
                "The mayor said at a meeting on Tuesday that six people died.",
                "killed",
            ),
            (
                "The mayor said on Tuesday that six people died on Monday.",
                "killed Monday",
            ),
            (
                "Six soldiers were killed, the army said in a statement read out on Wednesday.",
                "killed",
            ),
            (
                "Six soldiers were killed, the army said, when a bus overturned on Monday.",
                "killed Monday",
            ),
            ("In 2021 gunmen killed 200 people.", "killed 2021"),
            (
                "A woman shot in the neck at a market on Saturday died of her injuries on Monday.",
                "killed Monday; shot Saturday",
            ),
            (
                "A man in his 60s and a girl died at the scene.",
                "killed; killed",
            ),
            ("Twelve people died, seven more than on Sunday.", "killed"),
            (
                "Mourning began on Tuesday for the sinking in which 59 people died.",
                "killed",
            ),
            (
                "After the raid of 30 October, which left 12 dead, shops closed.",
                "killed 30 October",
            ),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}

//! One question, two answers: what caused it, with what is somebody charged, why was somebody attacked, how did it come about?

use std::collections::{BTreeMap, BTreeSet};

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Predicates that name a cause.
        pub causes: Vec<String> = ["caused-by"],
        /// Predicates that name a charge.
        pub charges: Vec<String> = ["charged", "convicted"],
        /// Predicates that name a motive.
        pub motives: Vec<String> = ["motive"],
        /// Predicates that name how a harm came about.
        pub manners: Vec<String> = ["manner"],
        /// Kinds of manner that are of nobody but the one they are told of.
        pub own_hand: Vec<String> = ["own-hand", "suicide", "murder-suicide"],
    }
}

/// Two answers to one question.
pub struct Answer;

impl Rule for Answer {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "answer",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets name causes, charges, motives or manners of death that exclude one another",
        manual: include_str!("../MANUAL.md"),
        predicates: &["caused-by", "charged", "convicted", "motive", "manner"],
        codes: &[
            ("cause-differs", "the causes exclude one another"),
            ("charge-differs", "the charges exclude one another"),
            ("charged-or-not", "charged in one, not in the other"),
            ("motive-differs", "the motives exclude one another"),
            ("motive-or-not", "a motive in one, none known in the other"),
            (
                "manner-differs",
                "by accident in one, on purpose in the other",
            ),
        ],
        words: &[
            (
                "cause",
                "Why? {first.voice} gives as the cause {first_answer}, {second.voice} {second_answer}",
            ),
            (
                "cause-why",
                "the two exclude one another, unless both worked together or each report tells of another event",
            ),
            ("cause-ask", "who found the cause, and how sure is that?"),
            (
                "charge",
                "{topic}: {first_answer} in {first.outlet}, {second_answer} in {second.outlet}",
            ),
            (
                "charge-why",
                "for one deed it is the one or the other, unless the charge was changed or there are several accused",
            ),
            (
                "charge-ask",
                "what does the charge sheet say, and as of when?",
            ),
            (
                "motive",
                "Why was it done? {first.voice}: {first_answer}, {second.voice}: {second_answer}",
            ),
            (
                "motive-why",
                "a deed may have two reasons, and both reports may guess: neither is known before somebody who knows has said so",
            ),
            ("motive-ask", "who gave this motive, and on what grounds?"),
            (
                "no-motive",
                "Why was it done? {first.voice}: {first_answer}, in {second.outlet} it is not known",
            ),
            (
                "no-motive-why",
                "a motive is often found later, and it is not said for which moment each report speaks",
            ),
            (
                "motive-later",
                "{first.outlet} is the later report: a motive may have been found meanwhile",
            ),
            (
                "manner",
                "How did it come about? {first.voice}: {first_answer}, {second.voice}: {second_answer}",
            ),
            (
                "manner-why",
                "of one deed only one can be so, unless the two reports speak of two people",
            ),
            (
                "manner-ask",
                "what has the coroner or the investigator found, and for whom?",
            ),
            (
                "none",
                "{topic}: {first_answer} in {first.outlet}, none yet in {second.outlet}",
            ),
            (
                "none-why",
                "charges are often brought later, and it is not said for which moment each report speaks",
            ),
            (
                "later",
                "{first.outlet} is the later report: charges may have been brought meanwhile",
            ),
        ],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        let found = event.alignments.iter().filter_map(|alignment| {
            let pairs = || alignment.compared(event);
            let answered = Answered::of(event, alignment, settings)?;
            let two = pairs().find_map(|compared| answered.apart(&compared));
            two.map(|(pair, origin)| answered.differ(event, alignment, pair, origin))
                .or_else(|| {
                    let none = pairs().find_map(|compared| answered.none(&compared));
                    answered.none_yet(event, alignment, none?)
                })
        });
        Ok(found.collect())
    }
}

/// What is asked, and the words for what differs.
struct Question {
    /// The lattice of the host that relates its answers.
    lattice: &'static str,
    /// The code and the phrases where two answers exclude one another: what they are, why that matters, what to ask.
    differs: &'static str,
    what: &'static str,
    why: &'static str,
    ask: &'static str,
    /// May several answers be true at once, or nearly all go with one of them? Then only what is wider, narrower or the same as an
    /// answer is known by who gives it.
    goes_together: bool,
    /// Is whom it concerns told in many words, a boy or his son?
    of_the_harmed: bool,
    /// Where one article says that there is no answer yet.
    unanswered: Option<Unanswered>,
}

/// The code and the phrases for an answer here and none there.
struct Unanswered {
    code: &'static str,
    what: &'static str,
    why: &'static str,
    /// Where the answer stands in the later report.
    later: &'static str,
}

const CAUSE: Question = Question {
    lattice: "cause",
    differs: "cause-differs",
    what: "cause",
    why: "cause-why",
    ask: "cause-ask",
    goes_together: false,
    of_the_harmed: false,
    unanswered: None,
};

const CHARGE: Question = Question {
    lattice: "charge",
    differs: "charge-differs",
    what: "charge",
    why: "charge-why",
    ask: "charge-ask",
    goes_together: true,
    of_the_harmed: false,
    unanswered: Some(Unanswered {
        code: "charged-or-not",
        what: "none",
        why: "none-why",
        later: "later",
    }),
};

const MOTIVE: Question = Question {
    lattice: "motive",
    differs: "motive-differs",
    what: "motive",
    why: "motive-why",
    ask: "motive-ask",
    goes_together: true,
    of_the_harmed: false,
    unanswered: Some(Unanswered {
        code: "motive-or-not",
        what: "no-motive",
        why: "no-motive-why",
        later: "motive-later",
    }),
};

const MANNER: Question = Question {
    lattice: "manner",
    differs: "manner-differs",
    what: "manner",
    why: "manner-why",
    ask: "manner-ask",
    goes_together: true,
    of_the_harmed: true,
    unanswered: None,
};

/// A question, and what each article answers to it.
struct Answered<'a> {
    question: &'static Question,
    settings: &'a Settings,
    of_article: BTreeMap<u32, Vec<&'a str>>,
    /// What an article has denied by anybody: "rejected his claim that he shot in self-defence".
    denied: BTreeSet<(u32, &'a str)>,
}

impl<'a> Answered<'a> {
    /// The answers of an alignment, if it is of a question.
    fn of(event: &'a Event, alignment: &Alignment, settings: &'a Settings) -> Option<Self> {
        let first = event.claim(*alignment.claims.first()?);
        let questions: [(&'static Question, &[String]); 4] = [
            (&CAUSE, &settings.causes),
            (&CHARGE, &settings.charges),
            (&MOTIVE, &settings.motives),
            (&MANNER, &settings.manners),
        ];
        let asked = questions
            .into_iter()
            .find(|(_, predicates)| predicates.has(&first.predicate));
        let (question, _) = asked?;
        let mut of_article: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        let mut denied = BTreeSet::new();
        for claim in alignment.claims.iter().map(|id| event.claim(*id)) {
            let kind = claim.object.as_ref().and_then(|o| o.entity.as_deref());
            if claim.polarity == Polarity::Denied {
                denied.extend(kind.map(|kind| (claim.article, kind)));
            }
            if let Some(answer) = affirmed(claim) {
                of_article.entry(claim.article).or_default().push(answer);
            }
        }
        Some(Self {
            question,
            settings,
            of_article,
            denied,
        })
    }

    /// Two articles with answers that exclude one another, of which neither knows the other's.
    fn apart(&self, compared: &Compared<'_>) -> Option<([u32; 2], Sameness)> {
        let (left, right) = (compared.left, compared.right);
        let (first, second) = (affirmed(left)?, affirmed(right)?);
        let one_question = !compared.within_one_article()
            && is_one_deed(compared)
            && self.may_be_one_person(compared)
            && !self.denies(left.article, first)
            && !self.denies(right.article, second);
        let told = one_question
            && self.excludes(first, second)
            && !self.knows(left.article, second)
            && !self.knows(right.article, first);
        let pair = compared.pair;
        told.then_some(([pair.left, pair.right], pair.origin))
    }

    /// A charge or motive in one article, and none in another that knows of none.
    fn none(&self, compared: &Compared<'_>) -> Option<[u32; 2]> {
        let is_none = |claim: &Claim| claim.polarity == Polarity::Denied && claim.object.is_none();
        let told = |claim: &Claim, other: &Claim| {
            affirmed(claim).is_some()
                && is_none(other)
                && !self.of_article.contains_key(&other.article)
        };
        let one_question = is_one_deed(compared) && self.may_be_one_person(compared);
        let asked = self.question.unanswered.is_some() && one_question;
        if compared.within_one_article() || !asked {
            return None;
        }
        let [left, right] = [compared.pair.left, compared.pair.right];
        match () {
            () if told(compared.left, compared.right) => Some([left, right]),
            () if told(compared.right, compared.left) => Some([right, left]),
            () => None,
        }
    }

    /// Are both told of nobody who is another? "Jan Verel" is Verel, and "a woman" is no man. Who was harmed is told in many
    /// words, a boy or his son; and who shot himself is not who was shot by accident, where that one is not told.
    fn may_be_one_person(&self, compared: &Compared<'_>) -> bool {
        let claims = [compared.left, compared.right];
        let own_hand =
            |claim: &Claim| affirmed(claim).is_some_and(|k| self.settings.own_hand.has(k));
        match claims.map(|claim| claim.population.as_ref()) {
            [Some(_), Some(_)] if self.question.of_the_harmed => {
                let population = compared.pair.population;
                !matches!(population, Extent::Disjoint | Extent::Unknown)
            }
            [Some(one), Some(other)] => {
                let last = |who: &Party| {
                    who.text
                        .to_lowercase()
                        .split_whitespace()
                        .last()
                        .map(str::to_owned)
                };
                last(one) == last(other)
            }
            _ => !claims.into_iter().any(own_hand),
        }
    }

    fn denies(&self, article: u32, answer: &str) -> bool {
        self.denied.contains(&(article, answer))
    }

    fn relate(&self, one: &str, other: &str) -> Extent {
        host::relate(self.question.lattice, one, other)
    }

    fn excludes(&self, one: &str, other: &str) -> bool {
        one != other && self.relate(one, other) == Extent::Disjoint
    }

    /// Has the article this answer too, or one that may be the same?
    fn knows(&self, article: u32, answer: &str) -> bool {
        let known = self.of_article.get(&article).into_iter().flatten();
        let same = [Extent::Same, Extent::Subset, Extent::Superset];
        let related = |known: &str| match self.question.goes_together {
            true => same.contains(&self.relate(known, answer)),
            false => !self.excludes(known, answer),
        };
        known.into_iter().any(|known| related(known))
    }

    /// Charged here, not charged there; a motive here, none known there.
    fn none_yet(&self, event: &Event, alignment: &Alignment, ids: [u32; 2]) -> Option<Finding> {
        let none = self.question.unanswered.as_ref()?;
        let day = |id: u32| {
            let article = &event.articles[event.claim(id).article as usize];
            article.published.as_ref()?.start
        };
        let message = say(event, alignment, none.what, ids);
        let [answered, not] = ids;
        if day(answered).zip(day(not)).is_some_and(|(a, b)| a > b) {
            let because = phrase(none.later).claim("first", answered);
            let made = finding(none.code, Verdict::Superseded, ids, message);
            return Some(made.because(because));
        }
        let made = finding(none.code, Verdict::Undetermined, ids, message);
        let made = made.because(phrase(none.why));
        Some(ids.into_iter().fold(made, |made, id| {
            made.missing(id, "as-of")
                .ask_article(event.claim(id).article, phrase(self.question.ask))
        }))
    }

    fn differ(
        &self,
        event: &Event,
        alignment: &Alignment,
        pair: [u32; 2],
        origin: Sameness,
    ) -> Finding {
        let Question {
            differs,
            what,
            why,
            ask,
            ..
        } = *self.question;
        // Two who are cited for it disagree; one who is cited for both has changed his mind or is misquoted, and where nobody
        // is named, it is not known on whose word the answer stands.
        let unsourced = |id: &u32| event.claim(*id).nearest_source().is_none();
        let called = |id: u32| {
            let source = event.claim(id).nearest_source();
            source.map(|source| source.text.to_lowercase())
        };
        // "Police" here and "police" there may be one.
        let alike = called(pair[0]) == called(pair[1]);
        let open = origin == Sameness::Same || alike || pair.iter().any(unsourced);
        let verdict = match open {
            true => Verdict::Undetermined,
            false => Verdict::Disputed,
        };
        let made = finding(differs, verdict, pair, say(event, alignment, what, pair));
        pair.into_iter()
            .fold(made.because(phrase(why)), |made, id| {
                let made = match (open, unsourced(&id)) {
                    (_, true) => made.missing(id, "attribution"),
                    (true, false) => made.missing(id, "as-of"),
                    (false, false) => made,
                };
                made.ask_article(event.claim(id).article, phrase(ask))
            })
    }
}

/// The answer that a claim gives, unless it denies one, or says only that it may be so.
fn affirmed(claim: &Claim) -> Option<&str> {
    let answer = claim.object.as_ref()?.entity.as_deref()?;
    let told = claim.polarity == Polarity::Affirmed && claim.certainty < Certainty::Possible;
    told.then_some(answer)
}

/// The same question, at no other place or time.
fn is_one_deed(compared: &Compared<'_>) -> bool {
    let pair = compared.pair;
    let other_time = matches!(pair.time, Order::Before | Order::After);
    pair.predicate == Extent::Same && pair.place != Extent::Disjoint && !other_time
}

/// A phrase with both claims, what they answer in the text's own words, and the topic.
fn say(event: &Event, alignment: &Alignment, key: &str, [first, second]: [u32; 2]) -> Phrase {
    let answer = |id: u32| {
        let object = event.claim(id).object.as_ref();
        object.map_or_else(String::new, |answer| answer.text.to_lowercase())
    };
    let said = phrase(key)
        .text("topic", alignment.topic.as_ref())
        .claim("first", first)
        .claim("second", second)
        .text("first_answer", answer(first));
    match answer(second) {
        none if none.is_empty() => said,
        answer => said.text("second_answer", answer),
    }
}

export!(Answer);

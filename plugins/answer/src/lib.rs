//! One question, two answers: what caused it, with what is somebody charged?

use std::collections::BTreeMap;

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// Predicates that name a cause.
        pub causes: Vec<String> = ["caused-by"],
        /// Predicates that name a charge.
        pub charges: Vec<String> = ["charged", "convicted"],
    }
}

/// Two answers to one question.
pub struct Answer;

impl Rule for Answer {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "answer",
        version: env!("CARGO_PKG_VERSION"),
        summary: "Two outlets name causes or charges that exclude one another",
        manual: include_str!("../MANUAL.md"),
        predicates: &["caused-by", "charged", "convicted"],
        codes: &[
            ("cause-differs", "the causes exclude one another"),
            ("charge-differs", "the charges exclude one another"),
            ("charged-or-not", "charged in one, not in the other"),
        ],
        words: &[
            (
                "cause",
                "Why? {first.outlet} gives as the cause {first_answer}, {second.outlet} {second_answer}",
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
                    none.map(|pair| none_yet(event, alignment, pair))
                })
        });
        Ok(found.collect())
    }
}

/// A question, and what each article answers to it.
struct Answered<'a> {
    /// The lattice of the host that relates answers.
    lattice: &'static str,
    of_article: BTreeMap<u32, Vec<&'a str>>,
}

impl<'a> Answered<'a> {
    /// The answers of an alignment, if it is of a question.
    fn of(event: &'a Event, alignment: &Alignment, settings: &Settings) -> Option<Self> {
        let first = event.claim(*alignment.claims.first()?);
        let lattice = match () {
            () if settings.causes.has(&first.predicate) => "cause",
            () if settings.charges.has(&first.predicate) => "charge",
            () => return None,
        };
        let mut of_article: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for claim in alignment.claims.iter().map(|id| event.claim(*id)) {
            if let Some(answer) = affirmed(claim) {
                of_article.entry(claim.article).or_default().push(answer);
            }
        }
        Some(Self {
            lattice,
            of_article,
        })
    }

    /// Two articles with answers that exclude one another, of which neither knows the other's.
    fn apart(&self, compared: &Compared<'_>) -> Option<([u32; 2], Sameness)> {
        let (left, right) = (compared.left, compared.right);
        let (first, second) = (affirmed(left)?, affirmed(right)?);
        let one_question = !compared.within_one_article() && is_one_deed(compared);
        let told = one_question
            && self.excludes(first, second)
            && !self.knows(left.article, second)
            && !self.knows(right.article, first);
        let pair = compared.pair;
        told.then_some(([pair.left, pair.right], pair.origin))
    }

    /// A charge in one article, and no charges in another that knows of none.
    fn none(&self, compared: &Compared<'_>) -> Option<[u32; 2]> {
        let is_none = |claim: &Claim| claim.polarity == Polarity::Denied && claim.object.is_none();
        let told = |claim: &Claim, other: &Claim| {
            affirmed(claim).is_some()
                && is_none(other)
                && !self.of_article.contains_key(&other.article)
        };
        if self.lattice != "charge" || compared.within_one_article() || !is_one_deed(compared) {
            return None;
        }
        let [left, right] = [compared.pair.left, compared.pair.right];
        match () {
            () if told(compared.left, compared.right) => Some([left, right]),
            () if told(compared.right, compared.left) => Some([right, left]),
            () => None,
        }
    }

    fn excludes(&self, one: &str, other: &str) -> bool {
        one != other && host::relate(self.lattice, one, other) == Extent::Disjoint
    }

    /// Has the article this answer too, or one that may be the same?
    fn knows(&self, article: u32, answer: &str) -> bool {
        let known = self.of_article.get(&article).into_iter().flatten();
        let related = |known: &str| match self.lattice {
            // One may be charged with much; only what is wider, narrower or the same is known.
            "charge" => matches!(
                host::relate(self.lattice, known, answer),
                Extent::Same | Extent::Subset | Extent::Superset
            ),
            _ => !self.excludes(known, answer),
        };
        known.into_iter().any(|known| related(known))
    }

    fn differ(
        &self,
        event: &Event,
        alignment: &Alignment,
        pair: [u32; 2],
        origin: Sameness,
    ) -> Finding {
        let (code, key, why, ask) = match self.lattice {
            "cause" => ("cause-differs", "cause", "cause-why", "cause-ask"),
            _ => ("charge-differs", "charge", "charge-why", "charge-ask"),
        };
        // Two who are cited for it disagree; one who is cited for both has changed his mind or is misquoted, and where nobody
        // is named, it is not known on whose word the answer stands.
        let unsourced = |id: &u32| event.claim(*id).nearest_source().is_none();
        let open = origin == Sameness::Same || pair.iter().any(unsourced);
        let verdict = match open {
            true => Verdict::Undetermined,
            false => Verdict::Disputed,
        };
        let made = finding(code, verdict, pair, say(event, alignment, key, pair));
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

/// The same question, of nobody else, at no other place or time.
fn is_one_deed(compared: &Compared<'_>) -> bool {
    let pair = compared.pair;
    let other_time = matches!(pair.time, Order::Before | Order::After);
    // "Jan Verel" is Verel, and "a woman" is no man.
    let last = |claim: &Claim| {
        let who = claim.population.as_ref()?.text.to_lowercase();
        who.split_whitespace().last().map(str::to_owned)
    };
    let lasts = last(compared.left).zip(last(compared.right));
    let other_person = lasts.is_some_and(|(one, other)| one != other);
    pair.predicate == Extent::Same && pair.place != Extent::Disjoint && !other_time && !other_person
}

/// Charged here, not charged there.
fn none_yet(event: &Event, alignment: &Alignment, [charged, none]: [u32; 2]) -> Finding {
    let ids = [charged, none];
    let day = |id: u32| {
        let article = &event.articles[event.claim(id).article as usize];
        article.published.as_ref()?.start
    };
    let later = day(charged).zip(day(none)).is_some_and(|(a, b)| a > b);
    let message = say(event, alignment, "none", ids);
    if later {
        let why = phrase("later").claim("first", charged);
        return finding("charged-or-not", Verdict::Superseded, ids, message).because(why);
    }
    let made = finding("charged-or-not", Verdict::Undetermined, ids, message);
    ids.into_iter()
        .fold(made.because(phrase("none-why")), |made, id| {
            made.missing(id, "as-of")
                .ask_article(event.claim(id).article, phrase("charge-ask"))
        })
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

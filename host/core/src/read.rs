use std::collections::{BTreeMap, BTreeSet};

use crate::extract::extract;
use crate::group::{Profile, profile};
use crate::lexicon::{Lexicon, NumberWord};
use crate::model::{
    Claim, Correction, Decimal, Form, Input, MentionValue, Notice, Party, Quantity, Reading,
    Source, Span,
};
use crate::policy::nearest;
use crate::segment::segment;

/// Reads one article: its passages, dates, claims and mentions. What was given in a claims file is not read again.
pub fn read(input: Input, lexicon: &Lexicon) -> Reading {
    let Input {
        mut article,
        given,
        mut notices,
    } = input;
    let (passages, read_notices) = match &given {
        Some((passages, _)) if !passages.is_empty() => (passages.clone(), Vec::new()),
        _ => segment(&mut article, lexicon),
    };
    notices.extend(read_notices);
    let extracted = extract(&article, &passages, lexicon);
    let claims = match given {
        Some((_, claims)) => {
            notices.extend(unknown_predicates(&claims, lexicon));
            notices.extend(changed_unnamed(&claims, &extracted.claims));
            claims
                .into_iter()
                .map(|claim| with_corrected_words(claim, lexicon))
                .collect()
        }
        None => {
            notices.extend(extracted.notices);
            extracted.claims
        }
    };
    // A line of a file that could not be read is no article's.
    let of_file = |notice: &&mut Notice| notice.code == "broken-line";
    for notice in notices.iter_mut().filter(|n| !of_file(n)) {
        notice.article.get_or_insert_with(|| article.id.clone());
    }
    Reading {
        article,
        passages,
        claims,
        mentions: extracted.mentions,
        notices,
    }
}

/// An article read for comparison: its reading, and what grouping needs of it.
#[derive(Debug)]
pub struct Prepared {
    /// Of the mentions only the sources that may be outlets are kept, each once, and some figures that no claim is made of:
    /// nothing else is looked up once the profile is made.
    pub reading: Reading,
    /// What grouping needs.
    pub profile: Profile,
}

/// Reads one article as [`read`] does and keeps what comparing needs, no more: of 20,000 articles all is in memory at once.
pub fn prepare(input: Input, lexicon: &Lexicon) -> Prepared {
    prepared(read(input, lexicon))
}

/// The same of an article that was read already.
pub(crate) fn prepared(mut reading: Reading) -> Prepared {
    let profile = profile(&reading);
    let mut figures = 0;
    let mut named = BTreeSet::new();
    let claimed = figures_of(&reading.claims);
    reading.mentions.retain(|mention| match &mention.value {
        MentionValue::Source(source) => may_be_outlet(source) && named.insert(source.text.clone()),
        MentionValue::Quantity(quantity) => {
            let kept = figures < FIGURES && is_left_over(quantity, mention.span, &claimed);
            figures += usize::from(kept);
            kept
        }
        _ => false,
    });
    reading.mentions.shrink_to_fit();
    reading.claims.shrink_to_fit();
    for claim in &mut reading.claims {
        claim.attribution.shrink_to_fit();
    }
    reading.passages.shrink_to_fit();
    reading.article.text.shrink_to_fit();
    Prepared { reading, profile }
}

/// Could it be an agency or an outlet, which articles are looked through for? "Police" could not.
fn may_be_outlet(source: &Source) -> bool {
    source.entity.is_some() || source.text.contains(char::is_uppercase)
}

/// Figures of one article, of no claim, that a report may list where nothing else was compared.
const FIGURES: usize = 4;

/// Where the figures of the claims stand, by position.
fn figures_of(claims: &[Claim]) -> Vec<Span> {
    let span = |claim: &Claim| claim.quantity.as_ref().and_then(|q| q.span);
    let mut spans: Vec<Span> = claims.iter().filter_map(span).collect();
    spans.sort_unstable();
    spans
}

/// Figures that begin before a span, among which one that reaches into it is looked for: few words are part of so many.
const NESTED: usize = 8;

/// Is it a figure that tells, and of which no claim is made?
fn is_left_over(quantity: &Quantity, span: Span, claimed: &[Span]) -> bool {
    let bound = quantity.stated.low.or(quantity.stated.high);
    let tells = quantity.form != Form::Vague && bound >= Some(Decimal::from(10));
    let before = claimed.partition_point(|figure| figure.start < span.end);
    let near = &claimed[before.saturating_sub(NESTED)..before];
    tells && !near.iter().any(|figure| figure.overlaps(span))
}

/// A claim entered by hand under a name that the lexicon does not know would be compared with nothing, silently.
fn unknown_predicates(claims: &[Claim], lexicon: &Lexicon) -> Vec<Notice> {
    let unknown = claims
        .iter()
        .filter(|c| lexicon.predicate_named(&c.predicate).is_none());
    let notice = |claim: &Claim| {
        let near = nearest(&claim.predicate, lexicon.predicate_names());
        let hint = near
            .map(|name| format!("; did you mean “{name}”?"))
            .unwrap_or_default();
        Notice::new(
            "unknown-predicate",
            format!(
                "claim {} has the unknown predicate “{}” and is compared with nothing{hint}",
                claim.id, claim.predicate
            ),
        )
    };
    unknown.map(notice).collect()
}

/// A figure that a person corrected is printed as corrected, not in the words it corrects.
fn with_corrected_words(mut claim: Claim, lexicon: &Lexicon) -> Claim {
    let named = |c: &Correction| c.by.is_some() || c.reason.is_some();
    let corrected = claim.correction.as_deref().is_some_and(named);
    if let Some(quantity) = claim.quantity.as_mut().filter(|_| corrected)
        && !says_so(quantity, lexicon)
    {
        quantity.text = match (quantity.stated.low, quantity.stated.high) {
            (Some(low), Some(high)) if low == high => low.to_string(),
            (Some(low), Some(high)) => format!("{low} to {high}"),
            (Some(low), None) => format!("at least {low}"),
            (None, Some(high)) => format!("up to {high}"),
            (None, None) => return claim,
        };
        quantity.span = None;
    }
    claim
}

/// Do the words give the figure? "14" does not give 4, nor "five" seven; words without a number ("dozens") leave it open.
fn says_so(quantity: &Quantity, lexicon: &Lexicon) -> bool {
    let digits = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let number = |run: &str| run.trim_matches([',', '.']).replace(',', "").parse().ok();
    let in_digits = quantity.text.split(|c| !digits(c)).filter_map(number);
    let in_digits: Vec<Decimal> = in_digits.collect();
    let ends = [quantity.stated.low, quantity.stated.high];
    let mut ends = ends.into_iter().flatten();
    if !in_digits.is_empty() {
        return ends.all(|end| in_digits.contains(&end));
    }
    let value = |word: &str| match lexicon.word(lexicon.word_id(&word.to_lowercase())).number {
        Some(NumberWord::Cardinal(value)) => Some(Decimal::from(value)),
        _ => None,
    };
    let words = quantity.text.split(|c: char| c.is_whitespace() || c == '-');
    let in_words: Vec<Decimal> = words.filter_map(value).collect();
    // "Twenty-six" is six and twenty.
    let all = in_words
        .iter()
        .try_fold(Decimal::ZERO, |sum, one| sum.checked_add(*one));
    in_words.is_empty() || ends.any(|end| all == Some(end))
}

/// Claims of a file that were read here otherwise, and of which nobody says that he changed them: their ids are those of
/// what was read, their figures, those they speak of or what is said of these are not.
fn changed_unnamed(given: &[Claim], read: &[Claim]) -> Vec<Notice> {
    let by_id: BTreeMap<&str, &Claim> = read.iter().map(|c| (c.id.as_str(), c)).collect();
    let unnamed = |claim: &&Claim| {
        let named = |c: &Correction| c.by.is_some() || c.reason.is_some() || c.void || c.by_hand;
        !claim.correction.as_deref().is_some_and(named)
    };
    let changed = |claim: &Claim| {
        let own = by_id.get(claim.id.as_str())?;
        let figure = |c: &Claim| c.quantity.as_ref().map(|q| (q.form, q.stated));
        let same = figure(claim) == figure(own)
            && speak_of_the_same(claim, own)
            && claim.polarity == own.polarity
            && claim.predicate == own.predicate;
        (!same).then(|| {
            let message = format!(
                "claim {} is not as it is read here, and nobody is named who changed it: add `corrected_by` and `reason`, or take it as it was",
                claim.id
            );
            Notice::new("changed-unnamed", message)
        })
    };
    given.iter().filter(unnamed).filter_map(changed).collect()
}

/// Do two claims speak of the same, in the same words: whom it befell, who did it, what was attacked or named, the name given,
/// and where?
fn speak_of_the_same(one: &Claim, other: &Claim) -> bool {
    let same = |one: Option<&Party>, other: Option<&Party>| match (one, other) {
        (Some(one), Some(other)) => {
            one.text == other.text && one.role == other.role && one.side == other.side
        }
        _ => one.is_none() && other.is_none(),
    };
    let boxed = [
        (&one.agent, &other.agent),
        (&one.object, &other.object),
        (&one.complement, &other.complement),
        (&one.place, &other.place),
    ];
    same(one.population.as_ref(), other.population.as_ref())
        && boxed
            .into_iter()
            .all(|(one, other)| same(one.as_deref(), other.as_deref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::english::ENGLISH;
    use crate::model::Bounds;

    #[test]
    fn words_give_a_figure_or_another() {
        for (text, low, expected) in [
            ("14 people", 4, false),
            ("14 people", 14, true),
            ("1,200 homes", 1200, true),
            ("126", 26, false),
            ("five", 7, false),
            ("five", 5, true),
            ("twenty-six", 26, true),
            ("twenty-six", 27, false),
            ("twenty-six", 6, false),
            ("dozens", 24, true),
        ] {
            let bounds = Bounds::exactly(Decimal::from(low));
            let quantity = Quantity::stated(text, Form::Exact, bounds, "person");
            assert_eq!(says_so(&quantity, &ENGLISH), expected, "{text}, {low}");
        }
    }
}

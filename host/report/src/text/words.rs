//! The memo's fixed wording.

use rashomon_core::model::{Certainty, FailureKind, PassageKind, Severity, Verdict};

/// A verdict as a desk reads it; `counts`: the claims it is about give a number.
pub(super) fn verdict(verdict: Verdict, counts: bool) -> &'static str {
    match verdict {
        Verdict::Contradiction => "cannot both be right",
        Verdict::Undetermined => "cannot compare yet",
        Verdict::Disputed => "sources disagree",
        Verdict::Superseded if counts => "later figure available",
        Verdict::Superseded => "later report available",
        Verdict::ScopeDiffers => "counts different things",
        Verdict::Compatible => "may both be right",
        Verdict::Agree => "say the same",
    }
}

/// The heading of a severity's section.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "SETTLE BEFORE USE",
        Severity::Warning => "CHECK",
        Severity::Note => "FOR INFORMATION",
    }
}

/// What an outlet is asked about: a field of a claim.
pub(super) fn field(name: &str) -> String {
    match name {
        "population" => "who is counted".to_owned(),
        "attribution" => "the source".to_owned(),
        "as-of" => "as of when".to_owned(),
        "time" => "when it happened".to_owned(),
        "place" => "where".to_owned(),
        "scope" => "for which place and time".to_owned(),
        "correction" => "whether it was corrected".to_owned(),
        "agent" => "who did it".to_owned(),
        "quantity" => "how many".to_owned(),
        other => unslug(other),
    }
}

/// A certainty that is weaker than a plain report.
pub(super) fn certainty(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Fact | Certainty::Reported => None,
        Certainty::Claimed => Some("claimed"),
        Certainty::Accused => Some("accused"),
        Certainty::Suspected => Some("suspected"),
        Certainty::Possible => Some("possible"),
    }
}

/// Where a claim stands, when it is in no numbered paragraph.
pub(super) fn passage(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Headline => "headline",
        PassageKind::Dateline => "dateline",
        PassageKind::Lead => "summary",
        PassageKind::Paragraph => "text",
        PassageKind::Caption => "caption",
        PassageKind::Quotation => "quotation",
        PassageKind::Boilerplate => "house text",
    }
}

/// What became of a rule that failed.
pub(super) fn failure(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::Trap => "did something forbidden",
        FailureKind::Panic => "panicked",
        FailureKind::Error => "gave up",
        FailureKind::Fuel => "used up its instructions",
        FailureKind::Memory => "asked for too much memory",
        FailureKind::Time => "ran too long (not reproducible)",
        FailureKind::Output => "returned too much",
        FailureKind::Version => "was made for another version",
        FailureKind::Refused => "could not be loaded",
        FailureKind::Provenance => "cited what it was not given",
    }
}

/// "1 gap", "2 gaps".
pub(super) fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {}", plural(noun)),
    }
}

/// Nouns that are plural as they are, or have none.
const UNCOUNTED: [&str; 8] = [
    "police",
    "security",
    "military",
    "personnel",
    "staff",
    "crew",
    "clergy",
    "press",
];

/// The plural of an English noun, or of the last noun of a phrase.
pub(super) fn plural(noun: &str) -> String {
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    if UNCOUNTED.iter().any(|word| noun.ends_with(word)) {
        return noun.to_owned();
    }
    if let Some(stem) = noun.strip_suffix("person") {
        return format!("{stem}people");
    }
    if let Some(stem) = noun.strip_suffix("child") {
        return format!("{stem}children");
    }
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    if ["s", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end)) {
        return format!("{noun}es");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !vowel(stem.chars().last()) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// "A", "A and B", "A, B and C".
pub(super) fn list<S: AsRef<str>>(items: &[S]) -> String {
    let Some((last, rest)) = items.split_last() else {
        return String::new();
    };
    if rest.is_empty() {
        return last.as_ref().to_owned();
    }
    let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
    format!("{} and {}", rest.join(", "), last.as_ref())
}

/// The letter of the article at `index` of an event's: A to Z, then A1 to Z1, A2 and so on.
pub(super) fn letter(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).expect("below 26"));
    match index / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}

/// An id as words: "port-authority" is "port authority".
pub(super) fn unslug(id: &str) -> String {
    id.replace(['-', '_'], " ")
}

/// The same with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        for (number, noun, expected) in [
            (1, "figure", "1 figure"),
            (0, "gap", "0 gaps"),
            (2, "point", "2 points"),
            (2, "person", "2 people"),
            (3, "child", "3 children"),
            (2, "policeman", "2 policemen"),
            (2, "party", "2 parties"),
            (2, "day", "2 days"),
            (2, "witness", "2 witnesses"),
            (2, "police", "2 police"),
            (2, "security", "2 security"),
        ] {
            assert_eq!(count(number, noun), expected);
        }
    }

    #[test]
    fn lists_end_in_and() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B"]), "A and B");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
    }

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 25, 26, 51, 52].into_iter().map(letter).collect();
        assert_eq!(letters, ["A", "Z", "A1", "Z1", "A2"]);
    }
}

use super::pack::VERDICTS;
use super::reader::unknown;
use super::template::{PARTS, values};
use super::{PackError, PackProblem, RulePolicy};
use crate::model::rule::{Metadata, Param, ParamValue, Setting};
use crate::model::{Severity, Verdict};

/// What the rule's plugin is told: every parameter it declares, in its order, with the pack's value or its own.
///
/// # Errors
///
/// The packs set or name a parameter, code or word the plugin does not have, or a parameter to a value of another type.
pub fn settings(rule: &RulePolicy, metadata: &Metadata) -> Result<Vec<Setting>, PackError> {
    let params = || metadata.params.iter().map(|param| param.name.as_str());
    refuse_unknown(rule, "params", "parameter", rule.params.keys(), params)?;
    refuse_unknown_codes(rule, metadata)?;
    let codes = || {
        let codes = metadata.codes.iter().map(|(code, _)| code.as_str());
        VERDICTS.iter().map(|verdict| verdict.as_str()).chain(codes)
    };
    let severities = rule.severity.keys();
    refuse_unknown(rule, "severity", "verdict or code", severities, codes)?;
    refuse_codes_of_others(rule, metadata)?;
    let words = || metadata.words.keys().map(String::as_str);
    refuse_unknown(rule, "words", "phrase", rule.words.keys(), words)?;
    refuse_unknown_values(rule, metadata)?;
    metadata
        .params
        .iter()
        .map(|param| setting(rule, param))
        .collect()
}

/// How pressing a finding is: by its code, else by its verdict, else as usual.
pub fn severity_of(rule: &RulePolicy, code: &str, verdict: Verdict) -> Severity {
    let set = rule.severity.get(code);
    let set = set.or_else(|| rule.severity.get(verdict.as_str()));
    set.copied().unwrap_or(match verdict {
        Verdict::Contradiction => Severity::Error,
        Verdict::Undetermined | Verdict::Disputed => Severity::Warning,
        Verdict::Superseded | Verdict::ScopeDiffers | Verdict::Compatible | Verdict::Agree => {
            Severity::Note
        }
    })
}

fn refuse_unknown<'a, 'n, K: Iterator<Item = &'n str>>(
    rule: &RulePolicy,
    table: &str,
    kind: &'static str,
    set: impl Iterator<Item = &'a String>,
    known: impl Fn() -> K,
) -> Result<(), PackError> {
    for name in set {
        if known().any(|known| known == name) {
            continue;
        }
        let place = rule.place_of(&format!("{table}.{name}"));
        return Err(PackError::new(place, unknown(kind, name, known())));
    }
    Ok(())
}

/// A name in the pack's words for a phrase must be one that the plugin's own words have, for only those are sure to have a value;
/// and a part must be one that there is.
fn refuse_unknown_values(rule: &RulePolicy, metadata: &Metadata) -> Result<(), PackError> {
    for (key, template) in &rule.words {
        let own = metadata.words.get(key).map_or("", String::as_str);
        for (name, part) in values(template) {
            let names = || values(own).map(|(name, _)| name);
            let problem = match () {
                () if names().all(|known| known != name) => unknown("value", name, names()),
                () if !part.is_empty() && !PARTS.contains(&part) => unknown("part", part, PARTS),
                () => continue,
            };
            return Err(PackError::new(
                rule.place_of(&format!("words.{key}")),
                problem,
            ));
        }
    }
    Ok(())
}

fn refuse_unknown_codes(rule: &RulePolicy, metadata: &Metadata) -> Result<(), PackError> {
    let known = || metadata.codes.iter().map(|(code, _)| code.as_str());
    let mut named = rule.codes.iter().flatten();
    match named.find(|name| known().all(|known| known != *name)) {
        Some(name) => {
            let problem = unknown("code", name, known());
            Err(PackError::new(rule.place_of("codes"), problem))
        }
        None => Ok(()),
    }
}

/// The severity of a code that the rule does not stand for would be set and never used.
fn refuse_codes_of_others(rule: &RulePolicy, metadata: &Metadata) -> Result<(), PackError> {
    let is_code = |name: &str| metadata.codes.iter().any(|(code, _)| code == name);
    let mut set = rule.severity.keys();
    let of_other = set.find(|name| is_code(name) && !rule.stands_for(name));
    let Some(code) = of_other else { return Ok(()) };
    let problem = PackProblem::NotOfRule {
        code: code.clone(),
        known: rule.codes.clone().unwrap_or_default(),
    };
    let place = rule.place_of(&format!("severity.{code}"));
    Err(PackError::new(place, problem))
}

fn setting(rule: &RulePolicy, param: &Param) -> Result<Setting, PackError> {
    let value = rule.params.get(&param.name).unwrap_or(&param.initial);
    if std::mem::discriminant(value) != std::mem::discriminant(&param.initial) {
        let place = rule.place_of(&format!("params.{}", param.name));
        let problem = PackProblem::Type {
            key: param.name.clone(),
            expected: type_of(&param.initial).to_owned(),
            found: type_of(value).to_owned(),
        };
        return Err(PackError::new(place, problem));
    }
    Ok(Setting {
        name: param.name.clone(),
        value: value.clone(),
    })
}

fn type_of(value: &ParamValue) -> &'static str {
    match value {
        ParamValue::Flag(_) => "true or false",
        ParamValue::Number(_) => "a number",
        ParamValue::Text(_) => "a string",
        ParamValue::Texts(_) => "an array of strings",
    }
}

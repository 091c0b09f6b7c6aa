//! From the contract to the model. Ids are passed on as they are: whether they name anything is judged by the
//! host's core, which knows the event.

use rashomon_core::model::rule::{
    Addressee, Metadata, Param, ParamValue, Phrase, RawFinding, RuleFailure, Value,
};
use rashomon_core::model::{Basis, Decimal, FailureKind, Period, Verdict};

use crate::bindings::types as wit;
use crate::failure::refused;

/// Characters of an id: it stands in reports, packs and file names.
const ID: usize = 64;

pub(crate) fn metadata(metadata: wit::Metadata) -> Result<Metadata, RuleFailure> {
    let codes = metadata
        .codes
        .into_iter()
        .map(|code| (code.id, code.summary));
    let words = metadata
        .words
        .into_iter()
        .map(|template| (template.key, template.text));
    let metadata = Metadata {
        id: metadata.id,
        version: metadata.version,
        summary: metadata.summary,
        manual: metadata.manual,
        predicates: metadata.predicates,
        codes: codes.collect(),
        params: metadata
            .params
            .into_iter()
            .map(param)
            .collect::<Result<_, _>>()?,
        words: words.collect(),
    };
    let malformed = ids(&metadata).find(|id| !is_id(id));
    let refusal = malformed.map(|id| {
        let sentence = format!("it names something {id:?}: ids are kebab-case, like wide-gap");
        refused(sentence)
    });
    refusal.map_or(Ok(metadata), Err)
}

/// The names by which reports and packs speak of the plugin.
fn ids(metadata: &Metadata) -> impl Iterator<Item = &str> {
    let codes = metadata.codes.iter().map(|(id, _)| id);
    let params = metadata.params.iter().map(|param| &param.name);
    let ids = std::iter::once(&metadata.id).chain(codes).chain(params);
    ids.map(String::as_str)
}

pub(crate) fn finding(finding: wit::Finding) -> Result<RawFinding, RuleFailure> {
    let readings = finding.readings.into_iter().map(|reading| {
        Ok((
            phrase(reading.when)?,
            verdict(reading.verdict),
            phrase(reading.because)?,
        ))
    });
    let questions = finding.questions.into_iter().map(|question| {
        let to = match question.to {
            wit::Addressee::Article(article) => Addressee::Article(article),
            wit::Addressee::Source(source) => Addressee::Source(source),
        };
        Ok((to, phrase(question.ask)?))
    });
    Ok(RawFinding {
        code: finding.code,
        verdict: verdict(finding.verdict),
        claims: finding.claims,
        message: phrase(finding.message)?,
        because: finding.because.map(phrase).transpose()?,
        readings: readings.collect::<Result<_, _>>()?,
        missing: finding
            .missing
            .into_iter()
            .map(|gap| (gap.claim, gap.field))
            .collect(),
        questions: questions.collect::<Result<_, _>>()?,
        conventions: finding.conventions,
    })
}

fn phrase(phrase: wit::Phrase) -> Result<Phrase, RuleFailure> {
    let values = phrase
        .values
        .into_iter()
        .map(|named| Ok((named.name, value(named.value)?)));
    let values = values.collect::<Result<_, _>>()?;
    let key = phrase.key;
    Ok(Phrase { key, values })
}

fn value(value: wit::Value) -> Result<Value, RuleFailure> {
    Ok(match value {
        wit::Value::Text(text) => Value::Text(text),
        wit::Value::Number(number) => Value::Number(decimal(number)?),
        wit::Value::Claim(claim) => Value::Claim(claim),
        wit::Value::Article(article) => Value::Article(article),
        wit::Value::Time(time) => Value::Time(moment(time)),
    })
}

fn moment(period: wit::Moment) -> Period {
    Period {
        text: period.text,
        span: None,
        start: period.start,
        end: period.end,
        basis: match period.basis {
            wit::Basis::Said => Basis::Said,
            wit::Basis::Implied => Basis::Implied,
            wit::Basis::Assumed => Basis::Assumed,
        },
    }
}

fn decimal(decimal: wit::Decimal) -> Result<Decimal, RuleFailure> {
    Decimal::new(decimal.units, decimal.scale).ok_or_else(|| RuleFailure {
        kind: FailureKind::Output,
        message: "it returned a number of more than 18 digits".into(),
    })
}

fn verdict(verdict: wit::Verdict) -> Verdict {
    match verdict {
        wit::Verdict::Contradiction => Verdict::Contradiction,
        wit::Verdict::Undetermined => Verdict::Undetermined,
        wit::Verdict::Disputed => Verdict::Disputed,
        wit::Verdict::Superseded => Verdict::Superseded,
        wit::Verdict::ScopeDiffers => Verdict::ScopeDiffers,
        wit::Verdict::Compatible => Verdict::Compatible,
        wit::Verdict::Agree => Verdict::Agree,
    }
}

fn param(param: wit::Param) -> Result<Param, RuleFailure> {
    let initial = match param.initial {
        wit::ParamValue::Flag(flag) => ParamValue::Flag(flag),
        wit::ParamValue::Number(number) => ParamValue::Number(decimal(number)?),
        wit::ParamValue::Text(text) => ParamValue::Text(text),
        wit::ParamValue::Texts(texts) => ParamValue::Texts(texts),
    };
    Ok(Param {
        name: param.name,
        summary: param.summary,
        initial,
    })
}

/// Lower-case words of letters and digits, joined by single hyphens.
fn is_id(id: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    id.len() <= ID && id.split('-').all(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case() {
        let long = "a".repeat(ID + 1);
        for (id, good) in [
            ("wide-gap", true),
            ("t2", true),
            ("", false),
            ("Wide", false),
            ("a--b", false),
            ("../x", false),
            ("é", false),
            (long.as_str(), false),
        ] {
            assert_eq!(is_id(id), good, "{id}");
        }
    }
}

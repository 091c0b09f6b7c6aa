//! Words of saying and thinking, with all their forms.

use std::collections::BTreeMap;

use super::shapes::{Attribution, CueName, CueWords};
use super::{Class, Cue, Lexicon, Tag, WordId};

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum VerbForm {
    /// "say".
    Infinitive,
    /// "says".
    Third,
    /// "said", "written".
    Past,
    /// "saying".
    Gerund,
}

/// A form of a verb of saying or thinking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SpeechVerb {
    /// The infinitive.
    pub(crate) lemma: WordId,
    pub(crate) form: VerbForm,
    /// May it attribute a figure or an event, rather than tell of a stance only?
    pub(crate) reports: bool,
}

/// What a word says of saying and thinking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Speech {
    pub(crate) verb: Option<SpeechVerb>,
    /// The singular of a noun: "statement".
    pub(crate) noun: Option<WordId>,
    /// "confident".
    pub(crate) adjective: bool,
}

/// How words end that no file has: a guess at the part they play.
#[derive(Clone, Debug, Default)]
pub(crate) struct Endings {
    pub(crate) adverb: String,
    pub(crate) past: String,
    pub(crate) participle: String,
    pub(crate) plural: String,
}

pub(super) fn add_attribution(lexicon: &mut Lexicon, file: Attribution) {
    let irregular = file.irregular;
    for (name, words) in file.cue {
        add_cue(lexicon, cue_of(name), &words, &irregular);
    }
    for verb in &file.attitude.verbs {
        add_verb(lexicon, verb, &irregular, false);
    }
    for noun in &file.attitude.nouns {
        let lemma = lexicon.words.intern(noun);
        for word in [noun.clone(), super::files::plural_of(noun)] {
            lexicon.words.entry(&word).speech.noun = Some(lemma);
        }
    }
    for adjective in &file.attitude.adjectives {
        lexicon.words.entry(adjective).speech.adjective = true;
    }
    for (kind, nouns) in file.kind {
        for noun in nouns {
            lexicon.words.add_class(&noun, Class::SourceNoun);
            lexicon
                .source_kinds
                .entry(noun)
                .or_insert_with(|| kind.clone());
        }
    }
    lexicon.back_references = file.back_reference;
    lexicon.mouthpieces = file.mouthpiece;
    lexicon.inverting = file.inverting;
    super::files::add_phrases(lexicon, &file.versus, Tag::Versus);
    super::files::add_phrases(lexicon, &file.fronting, Tag::Fronting);
    super::files::add_phrases(lexicon, &file.nothing, Tag::Nothing);
    lexicon.doubting = file.doubting;
    lexicon.endings = Endings {
        adverb: file.ending.adverb,
        past: file.ending.past,
        participle: file.ending.participle,
        plural: file.ending.plural,
    };
}

fn cue_of(name: CueName) -> Cue {
    match name {
        CueName::Reported => Cue::Reported,
        CueName::Claimed => Cue::Claimed,
        CueName::Believed => Cue::Believed,
        CueName::Accused => Cue::Accused,
        CueName::Denied => Cue::Denied,
        CueName::Refused => Cue::Refused,
        CueName::Citing => Cue::Citing,
        CueName::Telling => Cue::Telling,
        CueName::Heard => Cue::Heard,
    }
}

/// A verb attributes in all its forms but the infinitive, unless that is listed too.
fn add_cue(
    lexicon: &mut Lexicon,
    cue: Cue,
    words: &CueWords,
    irregular: &BTreeMap<String, Vec<String>>,
) {
    for verb in &words.verbs {
        for (form, word) in add_verb(lexicon, verb, irregular, true) {
            if form == VerbForm::Infinitive && !words.bare.contains(verb) {
                continue;
            }
            lexicon.words.add_class(&word, Class::Cue);
            super::files::add_phrases(lexicon, &[word], Tag::CueVerb(cue));
        }
    }
    for noun in &words.nouns {
        let forms = [noun.clone(), super::files::plural_of(noun)];
        super::files::add_phrases(lexicon, &forms, Tag::CueNoun(cue));
    }
    super::files::add_phrases(lexicon, &words.acts, Tag::CueVerb(cue));
    super::files::add_phrases(lexicon, &words.phrases, Tag::CuePhrase(cue));
}

/// Enters all forms of a verb; what an earlier list says of a form stands.
fn add_verb(
    lexicon: &mut Lexicon,
    verb: &str,
    irregular: &BTreeMap<String, Vec<String>>,
    reports: bool,
) -> Vec<(VerbForm, String)> {
    let lemma = lexicon.words.intern(verb);
    let forms = forms_of(verb, irregular.get(verb).map_or(&[], Vec::as_slice));
    for (form, word) in &forms {
        let verb = SpeechVerb {
            lemma,
            form: *form,
            reports,
        };
        lexicon.words.entry(word).speech.verb.get_or_insert(verb);
    }
    forms
}

/// The forms of a verb whose past, if it is irregular, is given.
fn forms_of(verb: &str, past: &[String]) -> Vec<(VerbForm, String)> {
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let y = verb
        .strip_suffix('y')
        .filter(|s| !s.ends_with(['a', 'e', 'i', 'o', 'u']));
    let mut forms = vec![
        (VerbForm::Infinitive, verb.to_owned()),
        (VerbForm::Third, super::files::plural_of(verb)),
    ];
    let regular = y.map_or_else(|| format!("{stem}ed"), |s| format!("{s}ied"));
    if past.is_empty() {
        forms.push((VerbForm::Past, regular));
    } else {
        forms.extend(past.iter().map(|p| (VerbForm::Past, p.clone())));
    }
    // "planned", "planning": the last letter is doubled in both.
    let doubled = past
        .first()
        .and_then(|p| p.strip_suffix("ed"))
        .filter(|p| p.len() == verb.len() + 1);
    let gerund = match doubled {
        Some(doubled) => format!("{doubled}ing"),
        None if verb.ends_with("ee") => format!("{verb}ing"),
        None => format!("{stem}ing"),
    };
    forms.push((VerbForm::Gerund, gerund));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_verbs() {
        let rows: &[(&str, &[&str], &[&str])] = &[
            ("say", &["said"], &["say", "says", "said", "saying"]),
            ("deny", &[], &["deny", "denies", "denied", "denying"]),
            ("state", &[], &["state", "states", "stated", "stating"]),
            ("agree", &[], &["agree", "agrees", "agreed", "agreeing"]),
            (
                "publish",
                &[],
                &["publish", "publishes", "published", "publishing"],
            ),
            (
                "admit",
                &["admitted"],
                &["admit", "admits", "admitted", "admitting"],
            ),
            (
                "write",
                &["wrote", "written"],
                &["write", "writes", "wrote", "written", "writing"],
            ),
        ];
        for (verb, past, expected) in rows {
            let past: Vec<String> = past.iter().map(|p| (*p).to_owned()).collect();
            let forms: Vec<String> = forms_of(verb, &past).into_iter().map(|f| f.1).collect();
            assert_eq!(forms, *expected, "{verb}");
        }
    }
}

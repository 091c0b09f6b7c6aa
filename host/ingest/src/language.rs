//! Which language a text is in: only English is read, and what is not read is said.

use whatlang::{Lang, Script, detect};

/// How much of a text is looked at, in characters.
const WITHIN: usize = 1200;

/// The fewest letters that tell a language.
const FEWEST_LETTERS: usize = 120;

/// The commonest words of English that no other language with these letters has. In English news one word in six is
/// one of these.
const COMMON: [&str; 12] = [
    "the", "of", "and", "was", "were", "that", "with", "said", "from", "by", "his", "it",
];

/// One word in so many must be one of them.
const ONE_IN: usize = 14;

/// How sure the detector must be where there are fewer; below that, the text counts as English with odd names.
const SURE: f64 = 0.9;

/// And where there is none at all: then it is not English, and only how it is called is open.
const SURE_WITHOUT: f64 = 0.3;

/// A language that is not read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// `French (fr)`.
    pub(crate) name: String,
    /// `fr`.
    pub(crate) code: String,
}

/// The language of the text, where it is not English; what the metadata says decides only where the text is too short.
pub(crate) fn foreign(text: &str, declared: Option<&str>) -> Option<Foreign> {
    let end = text
        .char_indices()
        .nth(WITHIN)
        .map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    if let Some(foreign) = in_other_letters(head) {
        return Some(foreign);
    }
    let letters = head.chars().filter(|c| c.is_alphabetic());
    if letters.take(FEWEST_LETTERS).count() < FEWEST_LETTERS {
        let code = declared.map(primary)?;
        return (code.len() == 2 && code != "en").then(|| Foreign {
            name: named(&code),
            code,
        });
    }
    let (all, common) = words(head);
    if common * ONE_IN >= all {
        return None;
    }
    let found = detect(head)?;
    let sure = match (found.script(), common) {
        (Script::Latin, 0) => SURE_WITHOUT,
        (Script::Latin, _) => SURE,
        _ => 0.0,
    };
    (found.lang() != Lang::Eng && found.confidence() >= sure).then(|| {
        let code = two_letters(found.lang());
        Foreign {
            name: format!("{} ({code})", found.lang().eng_name()),
            code: code.to_owned(),
        }
    })
}

/// The language of a text of which most letters are not those of English: few of them tell.
fn in_other_letters(text: &str) -> Option<Foreign> {
    // Latin letters with all their accents; names in other scripts stand in English texts too, but are not most of them.
    let is_latin = |c: char| matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (latin, other) = letters.fold((0, 0), |(latin, other), c| match is_latin(c) {
        true => (latin + 1, other),
        false => (latin, other + 1),
    });
    // Looking for the language takes longer than all else that opens a text.
    if other < FEWEST_OF_OTHERS || other <= latin {
        return None;
    }
    let found = detect(text)?;
    let code = two_letters(found.lang());
    Some(Foreign {
        name: format!("{} ({code})", found.lang().eng_name()),
        code: code.to_owned(),
    })
}

/// The fewest letters that tell another script.
const FEWEST_OF_OTHERS: usize = 8;

/// `en` of `en-GB`, `en_US`, `English`.
pub(crate) fn primary(declared: &str) -> String {
    let first = declared.split(['-', '_', ',', ';']).next().unwrap_or("");
    let first = first.trim().to_lowercase();
    if first == "english" || first == "eng" {
        "en".to_owned()
    } else {
        first
    }
}

/// How many words there are, and how many of them are among the commonest of English.
fn words(text: &str) -> (usize, usize) {
    let words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    words.fold((0, 0), |(all, common), word| {
        let known = word.len() <= 4 && COMMON.iter().any(|known| known.eq_ignore_ascii_case(word));
        (all + 1, common + usize::from(known))
    })
}

fn named(code: &str) -> String {
    let known = Lang::all().iter().find(|lang| two_letters(**lang) == code);
    known.map_or_else(
        || format!("\"{code}\""),
        |lang| format!("{} ({code})", lang.eng_name()),
    )
}

/// The code that pages use; that of three letters where there is none here.
fn two_letters(lang: Lang) -> &'static str {
    const CODES: [(Lang, &str); 36] = [
        (Lang::Eng, "en"),
        (Lang::Fra, "fr"),
        (Lang::Spa, "es"),
        (Lang::Por, "pt"),
        (Lang::Deu, "de"),
        (Lang::Ita, "it"),
        (Lang::Nld, "nl"),
        (Lang::Rus, "ru"),
        (Lang::Ukr, "uk"),
        (Lang::Ara, "ar"),
        (Lang::Pes, "fa"),
        (Lang::Heb, "he"),
        (Lang::Tur, "tr"),
        (Lang::Ell, "el"),
        (Lang::Pol, "pl"),
        (Lang::Ces, "cs"),
        (Lang::Slk, "sk"),
        (Lang::Hun, "hu"),
        (Lang::Ron, "ro"),
        (Lang::Bul, "bg"),
        (Lang::Srp, "sr"),
        (Lang::Hrv, "hr"),
        (Lang::Slv, "sl"),
        (Lang::Swe, "sv"),
        (Lang::Dan, "da"),
        (Lang::Nob, "nb"),
        (Lang::Fin, "fi"),
        (Lang::Cmn, "zh"),
        (Lang::Jpn, "ja"),
        (Lang::Kor, "ko"),
        (Lang::Hin, "hi"),
        (Lang::Urd, "ur"),
        (Lang::Ben, "bn"),
        (Lang::Ind, "id"),
        (Lang::Vie, "vi"),
        (Lang::Cat, "ca"),
    ];
    let known = CODES.iter().find(|(known, _)| *known == lang);
    known.map_or_else(|| lang.code(), |(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRENCH: &str = "Au moins douze personnes ont été tuées dimanche lorsqu’un bac a pris feu au large du port, \
        selon les garde-côtes, qui poursuivent les recherches dans une mer agitée jusqu’à la nuit tombée.";
    const ENGLISH: &str = "At least twelve people were killed on Sunday when a ferry caught fire off the port, the coast \
        guard said, and the search in rough seas was to go on until nightfall.";
    const CAPITALS: &str = "GUERRILLAS ATTACKED THE BARRACKS OF SAN OROSCO AND KILLED SIX SOLDIERS, THE HIGH COMMAND SAID. \
        THE COMMANDER GENERAL RAMON VELAZCO ALDANA TOLD RADIO CADENA TROPICAL IN A COMMUNIQUE.";

    #[test]
    fn the_text_tells_its_language() {
        let code = |text: &str, declared| foreign(text, declared).map(|foreign| foreign.name);
        assert_eq!(code(FRENCH, None).as_deref(), Some("French (fr)"));
        assert_eq!(code(FRENCH, Some("en")).as_deref(), Some("French (fr)"));
        assert_eq!(
            code(&FRENCH.to_uppercase(), None).as_deref(),
            Some("French (fr)")
        );
        let spanish = "Al menos catorce personas murieron el domingo cuando varios proyectiles cayeron sobre el mercado, dijo \
            el gobernador, y otras treinta resultaron heridas.";
        assert_eq!(code(spanish, None).as_deref(), Some("Spanish (es)"));
        assert_eq!(code(ENGLISH, None), None);
        assert_eq!(code(ENGLISH, Some("fr")), None);
        assert_eq!(code(CAPITALS, Some("es")), None);
        assert_eq!(
            code(
                &"Ана пришла домой вечером и рассказала всем новости. ".repeat(5),
                None
            )
            .as_deref(),
            Some("Russian (ru)")
        );
    }

    #[test]
    fn other_letters_tell_in_a_few_words() {
        let code = |text: &str| foreign(text, None).map(|foreign| foreign.code);
        let ferry = "Паром затонул, погибли 14 человек.";
        assert_eq!(code(ferry).as_deref(), Some("ru"));
        assert_eq!(
            code("火曜日、フェリーが沈没し、14人が死亡した。").as_deref(),
            Some("ja")
        );
        assert_eq!(
            code("화요일 여객선이 침몰해 14명이 숨졌다.").as_deref(),
            Some("ko")
        );
        assert_eq!(code("The ferry Паром sank on Tuesday."), None);
    }

    #[test]
    fn what_is_too_short_is_what_it_says_it_is() {
        let code = |declared| foreign("Deux morts", declared).map(|foreign| foreign.name);
        assert_eq!(code(Some("fr-FR")).as_deref(), Some("French (fr)"));
        assert_eq!(code(Some("en-GB")), None);
        assert_eq!(code(Some("English")), None);
        assert_eq!(code(Some("und")), None);
        assert_eq!(code(None), None);
        assert_eq!(foreign("12 345 678 ".repeat(500).as_str(), None), None);
    }
}

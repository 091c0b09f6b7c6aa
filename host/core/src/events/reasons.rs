//! What joined the articles of an event, as a person is told it: without the fragments of date lines and of requests to
//! readers that all pages of a site share.

use crate::lexicon::{Class, Classes, Lexicon};

/// The reasons that say something: no "EDT", "Updated", "your inbox", "9500"; no bare "Wednesday", which the day says better.
pub(super) fn telling(lexicon: &Lexicon, because: &[String]) -> Vec<String> {
    let told = because.iter().filter(|words| tells(lexicon, words));
    told.cloned().collect()
}

fn tells(lexicon: &Lexicon, words: &str) -> bool {
    let personal = Classes::of(&[
        Class::Meridiem,
        Class::Pronoun,
        Class::PronounSingular,
        Class::PronounPlural,
        Class::Possessive,
    ]);
    let dates = Classes::of(&[Class::Weekday, Class::Month]);
    let beside = &lexicon.passages().beside_date;
    let words = words.split(|c: char| !c.is_alphanumeric());
    let (mut of_reader, mut of_date_line, mut figures) = (false, true, true);
    for written in words.filter(|word| !word.is_empty()) {
        let word = written.to_lowercase();
        let classes = lexicon.classes_of(lexicon.word_id(&word));
        // "US Navy": capitals are a name's, except for "I" and hours.
        let named = written.len() > 1
            && written.chars().all(char::is_uppercase)
            && !classes.has(Class::Meridiem);
        of_reader |= classes.meets(personal) && !named;
        of_date_line &= classes.meets(dates) || beside.contains(&word);
        figures &= word.chars().all(|c| c.is_ascii_digit());
    }
    !of_reader && !of_date_line && !figures
}

#[cfg(test)]
mod tests {
    use super::telling;
    use crate::lexicon::english::ENGLISH;

    #[test]
    fn fragments_are_no_reasons() {
        let because = [
            "EDT",
            "Harbour Street",
            "AM",
            "Updated",
            "your inbox",
            "I’m",
            "Wednesday",
            "9500",
            "Sunday 4 May 2031",
        ];
        let because = because.map(str::to_owned);
        assert_eq!(
            telling(&ENGLISH, &because),
            ["Harbour Street", "Sunday 4 May 2031"]
        );
    }
}

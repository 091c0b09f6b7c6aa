//! The files of words that every language has, told once for all who embed them.

/// Name and text of each file of words of a lexicon, as [`Lexicon::parse`](crate::lexicon::Lexicon::parse) takes them. The
/// folder is given from the file that asks: `lexicon_files!("../../rules/lexicon/en")`.
#[macro_export]
macro_rules! lexicon_files {
    ($folder:literal) => {
        $crate::lexicon_files!(
            $folder:
            "actors.toml",
            "attribution.toml",
            "blame.toml",
            "causes.toml",
            "certainty.toml",
            "charges.toml",
            "conditions.toml",
            "conventions.toml",
            "grammar.toml",
            "manners.toml",
            "means.toml",
            "motives.toml",
            "naming.toml",
            "numbers.toml",
            "passages.toml",
            "people.toml",
            "places.toml",
            "predicates.toml",
            "time.toml",
            "victims.toml",
        )
    };
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!($folder, "/", $name)))),*]
    };
}

//! The words for a phrase, with places for its values: "{left} against {right.outlet}".

/// A piece of a template.
pub(crate) enum Piece<'t> {
    Words(&'t str),
    /// A value by its name, and which part of it is wanted: `left.who`.
    Value(&'t str, &'t str),
}

/// The parts that a claim has; without one its figure, else its quote.
pub(crate) const PARTS: [&str; 7] = ["outlet", "voice", "quote", "who", "source", "time", "bare"];

/// Cuts a template at its braces. A brace that opens nothing is a word like any other.
pub(crate) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else {
            break;
        };
        out.push(Piece::Words(&rest[..open]));
        let inside = &rest[open + 1..close];
        let (name, part) = inside.split_once('.').unwrap_or((inside, ""));
        out.push(Piece::Value(name, part));
        rest = &rest[close + 1..];
    }
    out.push(Piece::Words(rest));
    out
}

/// The names and parts of the values in a template.
pub(super) fn values(template: &str) -> impl Iterator<Item = (&str, &str)> {
    pieces(template)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Value(name, part) => Some((name, part)),
            Piece::Words(_) => None,
        })
}

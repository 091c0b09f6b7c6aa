//! What the rule says, in English. `{low}` and `{high}`, `{open}` and `{told}`, `{first}` and `{second}` are claims,
//! `{low_who}` and the like whom they count, in brackets, where that is said.

pub(crate) const WORDS: &[(&str, &str)] = &[
    (
        "differ",
        "{topic}: {low.bare}{low_who} against {high.bare}{high_who}",
    ),
    (
        "differ-why",
        "both count the same people, and no figure satisfies both",
    ),
    (
        "differ-moment",
        "no figure satisfies both, but neither says for which hour it is given",
    ),
    (
        "differ-hedged",
        "no figure satisfies both, but one of them is given with reserve",
    ),
    (
        "differ-sources",
        "no figure satisfies both, and each rests on a source of its own: {low.source} and {high.source}",
    ),
    (
        "differ-one-source",
        "both name {low.source}: one misquotes it, or it gave two figures at two times",
    ),
    (
        "differ-falls",
        "the later figure is the lower: a correction, or one of the two is out of date",
    ),
    (
        "wide",
        "{topic}: {low.bare}{low_who} against {high.bare}{high_who}",
    ),
    (
        "wide-why",
        "“{low.bare}” allows “{high.bare}”, but a gap that wide needs a reason",
    ),
    (
        "later",
        "{topic}: {low.bare}{low_who}, later {high.bare}{high_who}",
    ),
    ("later-why", "the higher figure is given for a later moment"),
    (
        "scope",
        "{topic}: {low.bare}{low_who} against {high.bare}{high_who}; for the same place and time?",
    ),
    (
        "scope-why",
        "“{high.bare}” is given for a wider place or a longer time",
    ),
    ("if-one-scope", "both speak of the same place and time"),
    ("if-one-scope-why", "then no figure satisfies both"),
    (
        "if-wider",
        "“{high.bare}” counts more than “{low.bare}” does",
    ),
    (
        "if-wider-why",
        "then the lower figure is a part of the higher",
    ),
    (
        "unclear",
        "{topic}: {told.bare}{told_who} against {open.bare}{open_who}; who is counted?",
    ),
    (
        "unclear-why",
        "it is not said whether “{open.bare}” counts the same people as “{told.bare}”",
    ),
    (
        "if-same",
        "“{open.bare}” counts the same people as “{told.bare}”",
    ),
    (
        "if-same-wide",
        "{high.bare} is {ratio} times the floor of {low.bare}: allowed, but a gap that wide needs a reason",
    ),
    (
        "if-same-above",
        "“{low.bare}” allows “{high.bare}”, but a gap that wide needs a reason",
    ),
    (
        "if-same-later",
        "the higher figure is given for a later moment",
    ),
    ("if-same-differ", "no figure satisfies both"),
    ("if-sum", "“{open.bare}” counts both sides"),
    (
        "sum-fits",
        "{first.bare} and {second.bare} make {sum}, and {open.bare} fits, but it is not said so",
    ),
    (
        "sum-not",
        "{first.bare} and {second.bare} make {sum}, and {open.bare} does not fit",
    ),
    ("if-other", "“{open.bare}” counts others, or others as well"),
    (
        "other-why",
        "then the two figures answer different questions",
    ),
    (
        "ask-who",
        "whose figure is {claim.bare}, whom does it count, and up to what moment?",
    ),
    (
        "ask-told",
        "where does {claim.bare} come from, and as of when?",
    ),
    (
        "ask-source",
        "is either figure yours: {low.bare} or {high.bare}?",
    ),
];

//! What the rule says, in English. `{low}` and `{high}`, `{open}` and `{told}`, `{first}` and `{second}` are claims,
//! `{low_who}` and the like whom they count, in brackets, where that is said.

/// What the plugin can find. The default pack makes rules of them.
pub(crate) const CODES: &[(&str, &str)] = &[
    (
        "figures-differ",
        "both count the same people, and no figure satisfies both",
    ),
    (
        "wide-gap",
        "a floor allows the other figure, which is far above it",
    ),
    (
        "unclear-scope",
        "the higher figure is given for a wider place or a longer time",
    ),
    (
        "unclear-who",
        "it is not clear whether both count the same people",
    ),
    (
        "figure-of-one",
        "two figures of what has one for good: a magnitude, the shots fired",
    ),
    ("bound-broken", "a figure lies outside the other's bound"),
    (
        "vague-figure",
        "a word, an approximation or a round figure leaves room for the other figure",
    ),
    (
        "later-figure",
        "the figure given for the later moment is higher",
    ),
    (
        "rival-figure",
        "one outlet has the figures of two sources, another has only one of them",
    ),
    (
        "stale-figure",
        "a later report repeats a figure that others had left behind",
    ),
    ("toll-falls", "the later report gives the lower figure"),
    (
        "one-source",
        "both name one source, and no figure satisfies both",
    ),
    (
        "digit-slip",
        "two digits of one figure stand the other way round",
    ),
    ("off-by-ten", "one figure has a digit more than the other"),
    ("attackers-counted", "the higher figure holds the attackers"),
    ("dead-counted", "the higher figure holds the dead"),
    ("others-counted", "the higher figure holds others as well"),
    (
        "part-exceeds-whole",
        "a part is larger than the other's whole",
    ),
    (
        "some-of-none",
        "one report has nobody in all, the other counts some",
    ),
    (
        "none-yet",
        "one report has nobody, the other some, of whom more may be told by the hour",
    ),
    (
        "sum-exceeds-whole",
        "the parts of one report are more than the whole of another",
    ),
    (
        "status-differs",
        "the same number of people, of two kinds that exclude each other",
    ),
];

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
    ("several", "{topic}: {figures}"),
    (
        "several-why",
        "no figure satisfies all of them, and not all say for which hour they are given",
    ),
    ("ask-counted", "who says {claim.bare}, and of what exactly?"),
    (
        "stays-why",
        "no figure satisfies both, and such a figure does not grow: one is mistaken, or they are of two things",
    ),
    (
        "stays-several-why",
        "no figure satisfies all, and such a figure does not grow: some are mistaken, or they are of several things",
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
        "wide-sources",
        "“{low.bare}” allows “{high.bare}”, a wide gap, and each rests on a source of its own: {low.source} and {high.source}",
    ),
    (
        "differ-one-source",
        "both name {low.source}: one misquotes it, or it gave two figures at two times",
    ),
    (
        "differ-falls",
        "the later report gives the lower figure: a correction, another count, or one of the two is out of date",
    ),
    (
        "wide",
        "{topic}: {low.bare}{low_who} against {high.bare}{high_who}",
    ),
    (
        "wide-why",
        "“{low.bare}” allows “{high.bare}”, but a gap that wide needs a reason",
    ),
    ("later", "{topic}: {low.bare}{low_who}, later {steps}"),
    ("later-why", "the higher figure is given for a later moment"),
    (
        "stale",
        "{topic}: {low.outlet} gives {low.bare}{low_who}, where {high.outlet} has {high.bare}{high_who}",
    ),
    (
        "stale-why",
        "{earlier.outlet} had given {earlier.bare} before the figure rose: {low.outlet} seems to repeat it",
    ),
    (
        "rival",
        "{topic}: {only.outlet} has {only.bare} alone, {rival.outlet} also {rival.bare} by the word of {rival.source}",
    ),
    (
        "rival-why",
        "the sources disagree, {beside.source} and {rival.source}; one outlet reports both",
    ),
    (
        "rival-ask",
        "is {rival.bare}, by the word of {rival.source}, known to you?",
    ),
    (
        "vague-why",
        "“{low.bare}” and “{high.bare}” leave room for each other, by the profile's line “{line}”",
    ),
    (
        "rounded-why",
        "one of the two is a round figure that stands for those around it",
    ),
    (
        "bound-met-why",
        "“{low.bare}” and “{high.bare}” differ as a rounding does",
    ),
    (
        "attackers-why",
        "“{high.bare}” is “{low.bare}” and the attackers: {third.outlet} tells of them apart",
    ),
    (
        "dead-why",
        "“{high.bare}” is “{low.bare}” and the dead, whom {third.outlet} counts as {third.bare}",
    ),
    (
        "others-why",
        "“{high.bare}” counts others as well: {third.outlet} tells of {third}",
    ),
    (
        "digit-slip-why",
        "two digits stand the other way round: one of the two may be a slip",
    ),
    (
        "off-by-ten-why",
        "one figure is ten times the other: one of the two may have a digit too many or too few",
    ),
    (
        "part-exceeds",
        "{topic}: {high.bare}{high_who} against {low.bare}{low_who} in all",
    ),
    (
        "part-exceeds-why",
        "“{high.bare}” counts some of those whom “{low.bare}” counts, and is more",
    ),
    (
        "none",
        "{topic}: {low.bare} against {high.bare}{high_who} {what}",
    ),
    (
        "none-then",
        "{topic}: {low.bare} at first, later {high.bare}{high_who} {what}",
    ),
    (
        "none-then-why",
        "the report that has none is the earlier, or speaks of an hour or of first reports",
    ),
    (
        "status",
        "{topic}: {low.bare}{low_who} or {high.bare}{high_who}?",
    ),
    (
        "status-why",
        "the same number of people, called by two kinds of which nobody is both",
    ),
    (
        "status-some-why",
        "one says that all of them were, the other that some of as many were",
    ),
    (
        "ask-status",
        "on whose word were they {claim.who}, and how is it known?",
    ),
    (
        "ask-status-sourced",
        "how is it known that they were {claim.who}, as {claim.source} said?",
    ),
    (
        "sum",
        "{topic}: {whole.bare} in all against parts that make {sum}",
    ),
    (
        "sum-why",
        "the parts exclude one another by what they are called, and are more than the whole",
    ),
    ("if-once", "nobody is counted in two of the parts"),
    (
        "if-once-why",
        "then “{whole.bare}” is too few, or given for an earlier moment",
    ),
    ("if-twice", "some are counted in two of the parts"),
    ("if-twice-why", "then fewer than {sum} are meant"),
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
        "ask-none",
        "on whose word is it that there were none, and as of when?",
    ),
    (
        "ask-told-sourced",
        "as of when did {claim.source} give {claim.bare}?",
    ),
    (
        "ask-none-sourced",
        "as of when did {claim.source} say that there were none?",
    ),
    (
        "ask-source",
        "is either figure yours: {low.bare} or {high.bare}?",
    ),
];

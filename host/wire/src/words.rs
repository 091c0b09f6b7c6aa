//! The closed sets of words in the documents, each the mirror of an enum of the model.

use rashomon_core::model;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An enum with the cases of the model's enum of the same name, written in kebab-case, and converted both ways. The
/// matches are exhaustive: a case added to the model does not compile until it has a word here.
macro_rules! mirror {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $case:ident),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$doc])* $case),+
        }

        impl From<model::$name> for $name {
            fn from(value: model::$name) -> Self {
                match value {
                    $(model::$name::$case => Self::$case),+
                }
            }
        }

        impl From<$name> for model::$name {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$case => Self::$case),+
                }
            }
        }
    )+};
}

mirror! {
    /// How a field was come by.
    #[derive(Default)]
    Basis {
        /// The sentence says it.
        #[default]
        Said,
        /// The text around it does.
        Implied,
        /// A default, for instance as-of = publication; never the ground of a contradiction.
        Assumed,
    }

    /// Whose words a claim is in.
    #[derive(Default)]
    Voice {
        /// The outlet's own.
        #[default]
        Outlet,
        /// Somebody's who is quoted; never to be charged to the outlet.
        Quoted,
    }

    /// Is it asserted or denied?
    #[derive(Default)]
    Polarity {
        /// It is said to be so.
        #[default]
        Affirmed,
        /// It is said not to be so.
        Denied,
    }

    /// How certain a claim is, strongest first.
    Certainty {
        /// In the outlet's own voice, unhedged.
        Fact,
        /// Attributed to a source that states it.
        Reported,
        /// "claimed", "said it had".
        Claimed,
        /// "accused", "blamed".
        Accused,
        /// "suspected", "believed", "allegedly".
        Suspected,
        /// "may have", "feared".
        Possible,
    }

    /// The form in which a figure is given; a hedge is no form.
    Form {
        /// "50".
        Exact,
        /// "at least 26", "26 or more".
        AtLeast,
        /// "more than 50"; `low` is excluded.
        MoreThan,
        /// "up to 20", "as many as 20".
        AtMost,
        /// "fewer than 10"; `high` is excluded.
        LessThan,
        /// "about 50", "some 50".
        About,
        /// "between 6 and 8".
        Range,
        /// "dozens", "several", a bare plural.
        Vague,
    }

    /// What a figure sums up.
    #[derive(Default)]
    Tally {
        /// Those of one incident.
        Incident,
        /// A running total: "since 2011", "so far this year".
        Cumulative,
        /// The text does not tell.
        #[default]
        Unknown,
    }

    /// The kinds of passage.
    PassageKind {
        /// The title.
        Headline,
        /// Place and day at the head of a wire text, or a date line.
        Dateline,
        /// A paragraph set off as the summary.
        Lead,
        /// Running text.
        Paragraph,
        /// Under a picture.
        Caption,
        /// Words of somebody cited; lies inside another passage.
        Quotation,
        /// House text: copyright, invitations to comment, links to other texts.
        Boilerplate,
    }

    /// What holds an event's claims together.
    EventKind {
        /// It happened.
        Incident,
        /// What all articles say of one actor or place.
        Entity,
    }

    /// Do both rest on one source?
    Sameness {
        /// They name the same source.
        Same,
        /// They name different ones.
        Different,
        /// One of them names none.
        Unknown,
    }

    /// How the left of two things relates to the right, as sets.
    Extent {
        /// The same.
        Same,
        /// Left lies within right.
        Subset,
        /// Left holds right.
        Superset,
        /// They share some and differ in some, or may.
        Overlap,
        /// They share nothing.
        Disjoint,
        /// The texts do not say.
        Unknown,
    }

    /// How the left of two times lies to the right one.
    Order {
        /// The same stretch.
        Same,
        /// Left lies within right.
        Within,
        /// Left holds right.
        Contains,
        /// They share some and differ in some.
        Overlap,
        /// Left ends before right begins.
        Before,
        /// Left begins after right ends.
        After,
        /// One of them is not known.
        Unknown,
    }

    /// What a rule concludes of some claims.
    Verdict {
        /// Cannot both be right.
        Contradiction,
        /// Cannot compare yet.
        Undetermined,
        /// Sources disagree.
        Disputed,
        /// A later figure is available.
        Superseded,
        /// Counts different things.
        ScopeDiffers,
        /// May both be right.
        Compatible,
        /// They say the same; within readings only.
        Agree,
    }

    /// What a person should do about a finding.
    Severity {
        /// Settle before use.
        Error,
        /// Check.
        Warning,
        /// For information.
        Note,
    }

    /// The ways in which a rule can fail.
    FailureKind {
        /// It executed something forbidden.
        Trap,
        /// It panicked, with a message.
        Panic,
        /// It returned an error of its own.
        Error,
        /// It used up its instructions.
        Fuel,
        /// It asked for more memory than it may have.
        Memory,
        /// It ran past the wall-clock backstop: not reproducible.
        Time,
        /// It returned more than it may.
        Output,
        /// It was made for another version of the contract.
        Version,
        /// It could not be loaded.
        Refused,
        /// It cited what it was not given.
        Provenance,
    }
}

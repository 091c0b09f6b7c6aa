//! Reports rendered for people and programs. Pure: the same report gives the same bytes.
//!
//! One module a format, each with one function `render(&Report, &Options) -> String`. So far there is [`text`], the
//! memo for a person; the JSON document is the `wire` crate's. A format owns its layout and its words for verdicts and
//! severities; the sentences inside a finding come from the rule and the pack, finished, and are not touched here.
//!
//! Every format for people says that it is a machine reading which nobody has checked, and that it reports what articles
//! say, not who is right.

pub mod text;

use std::fmt;

/// Where in a pack something stands; lines and columns are counted from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The pack's name.
    pub pack: String,
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Place {
    /// The place of byte `offset` of `text`; an offset behind the end is the end.
    pub(super) fn of(pack: &str, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            pack: pack.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "pack {}, line {}, column {}",
            self.pack, self.line, self.column
        )
    }
}

/// Why a rule pack cannot be used: where, the offending words, and what mends it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct PackError {
    /// Where it stands.
    pub place: Place,
    /// What is wrong there; boxed, to keep results small.
    pub problem: Box<PackProblem>,
}

impl PackError {
    pub(super) fn new(place: Place, problem: PackProblem) -> Self {
        Self {
            place,
            problem: Box::new(problem),
        }
    }
}

/// What can be wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackProblem {
    /// It is no TOML.
    #[error("not valid TOML: {0}")]
    Syntax(String),
    /// It does not say which version of the pack format it is written in, or names another.
    #[error("the pack must begin with schema = \"{expected}\", found {found}")]
    Schema {
        /// The version this program reads.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A name that means nothing here.
    #[error("unknown {kind} `{name}`{}", remedy(nearest.as_deref(), known))]
    Unknown {
        /// "key", "rule", "severity", "parameter", …
        kind: &'static str,
        /// The offending word.
        name: String,
        /// The known name that is most like it.
        nearest: Option<String>,
        /// All known names, in order.
        known: Vec<String>,
    },
    /// A value of the wrong type.
    #[error("`{key}` must be {expected}, found {found}")]
    Type {
        /// The key.
        key: String,
        /// What belongs there: "a string".
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A key that must be there and is not.
    #[error("{of} needs `{key}`")]
    Missing {
        /// What needs it.
        of: String,
        /// The key.
        key: &'static str,
    },
    /// A severity for what another rule of the same plugin finds: it would change nothing.
    #[error(
        "`{code}` is not among the `codes` of this rule, so its severity changes nothing; \
         set it under the rule that finds it, or add it to `codes` (here: {})",
        known.join(", ")
    )]
    NotOfRule {
        /// The code.
        code: String,
        /// The codes that the rule stands for.
        known: Vec<String>,
    },
    /// A rule names its plugin by file, which needs the lock file.
    #[error(
        "`{path}` names a plugin by its file, which a pack cannot do before there is a lock file; \
         name the plugin by its id here and pass the file with --plugin"
    )]
    PluginByPath {
        /// The path.
        path: String,
    },
}

/// Ends the sentence on an unknown name: the nearest known one, or all there are.
fn remedy(nearest: Option<&str>, known: &[String]) -> String {
    match nearest {
        Some(name) => format!("; did you mean `{name}`?"),
        None if known.is_empty() => "; none is known here".to_owned(),
        None => format!("; known here: {}", known.join(", ")),
    }
}

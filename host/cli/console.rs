//! Standard error: notices, progress and why a run could not be done. Standard output is the document's alone.

use std::io::{IsTerminal, Write};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rashomon_sandbox::{LogLevel, LogSink};

/// Speaks to the person, unless told to be quiet.
pub(crate) struct Console {
    quiet: bool,
}

impl Console {
    pub(crate) fn new(quiet: bool) -> Self {
        Self { quiet }
    }

    /// Says something that does not stop the run.
    pub(crate) fn notice(&self, message: &str) {
        if !self.quiet {
            say("notice", message);
        }
    }

    /// Says why the run could not be done: what was tried, then why it failed.
    pub(crate) fn error(&self, error: &anyhow::Error) {
        say("error", &format!("{error:#}"));
    }

    /// Where rules may speak to their authors.
    pub(crate) fn rule_log(&self) -> Arc<dyn LogSink> {
        Arc::new(RuleLog { quiet: self.quiet })
    }

    /// A bar over `total` steps; seen on a terminal only.
    pub(crate) fn progress(&self, what: &'static str, total: usize) -> ProgressBar {
        if self.quiet || !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let total = u64::try_from(total).unwrap_or(u64::MAX);
        let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
            .with_message(what)
    }
}

/// Passes on what rules tell their authors.
struct RuleLog {
    quiet: bool,
}

impl LogSink for RuleLog {
    fn log(&self, level: LogLevel, message: &str) {
        let worth_saying = !matches!(level, LogLevel::Debug);
        if worth_saying && !self.quiet {
            say("rule", message);
        }
    }
}

/// Whoever closed standard error wants to hear nothing, so a failure to write is none. Control characters (of a
/// file's name, of a plugin's message) are shown, not sent to the terminal.
fn say(kind: &str, message: &str) {
    let shown: String = message.chars().flat_map(shown).collect();
    let _ = writeln!(std::io::stderr(), "{kind}: {shown}");
}

fn shown(c: char) -> Vec<char> {
    if c.is_control() && c != '\n' {
        return c.escape_default().collect();
    }
    vec![c]
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn what_a_file_is_called_cannot_steer_the_terminal() {
        let said: String = "a\u{1b}[31m\u{9b}b\nc".chars().flat_map(shown).collect();
        assert_eq!(said, "a\\u{1b}[31m\\u{9b}b\nc");
    }
}

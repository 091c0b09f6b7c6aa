//! What the memo is written on: 80 columns, with colour only where it was asked for.

use anstyle::{AnsiColor, Style};

use super::clean::clean;
use super::wrap::{pad, width, wrap};

/// Columns of the page.
pub(super) const WIDTH: usize = 80;

/// A lead wider than this does not set the indent of the lines below it.
const WIDEST_INDENT: usize = 32;

/// What a heading is about, for its colour.
#[derive(Clone, Copy)]
pub(super) enum Tone {
    /// Must be settled.
    Alarm,
    /// To be looked at.
    Caution,
    /// Anything else.
    Plain,
}

/// Lines under way. All that is put in is stripped of control characters, so the only escape sequences that
/// come out are its own.
pub(super) struct Page {
    out: String,
    color: bool,
}

impl Page {
    pub(super) fn new(color: bool) -> Self {
        Self {
            out: String::new(),
            color,
        }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// An empty line, unless one stands there already or the page is empty.
    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// One line that is laid out already.
    pub(super) fn line(&mut self, text: &str) {
        self.out.push_str(clean(text).trim_end());
        self.out.push('\n');
    }

    /// A line across the page.
    pub(super) fn rule(&mut self) {
        self.line(&"=".repeat(WIDTH));
    }

    /// A heading in the colour of its tone.
    pub(super) fn heading(&mut self, text: &str, tone: Tone) {
        let color = match tone {
            Tone::Alarm => Some(AnsiColor::Red),
            Tone::Caution => Some(AnsiColor::Yellow),
            Tone::Plain => None,
        };
        let style = Style::new().bold().fg_color(color.map(Into::into));
        let text = clean(text);
        let lines = if width(&text) > WIDTH {
            wrap(&text, WIDTH)
        } else {
            vec![text]
        };
        for line in lines {
            if self.color {
                self.out.push_str(&format!("{style}{line}{style:#}\n"));
            } else {
                self.line(&line);
            }
        }
    }

    /// `lead`, then `text` broken into lines that begin below its first word.
    pub(super) fn flow(&mut self, lead: &str, text: &str) {
        self.with_tail((lead, ""), text);
    }

    /// As [`Page::flow`], with `tail` at the right end of the first line.
    pub(super) fn flow_with_tail(&mut self, lead: &str, text: &str, tail: &str) {
        self.with_tail((lead, tail), text);
    }

    fn with_tail(&mut self, (lead, tail): (&str, &str), text: &str) {
        let (lead, text) = (clean(lead), clean(text));
        let own_line = width(&lead) > WIDEST_INDENT;
        let indent = if own_line { 4 } else { width(&lead) };
        if own_line {
            wrap(&lead, WIDTH).iter().for_each(|line| self.line(line));
        }
        let tail_room = if tail.is_empty() { 0 } else { width(tail) + 2 };
        let room = WIDTH.saturating_sub(indent + tail_room);
        for (at, line) in wrap(&text, room).iter().enumerate() {
            let start = match at {
                0 if !own_line => lead.clone(),
                _ => " ".repeat(indent),
            };
            let tail = if at == 0 { tail } else { "" };
            let left = pad(&format!("{start}{line}"), WIDTH - width(tail));
            self.line(&format!("{left}{tail}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(write: impl FnOnce(&mut Page)) -> String {
        let mut page = Page::new(false);
        write(&mut page);
        page.finish()
    }

    #[test]
    fn the_tail_stands_at_the_right_edge() {
        let out = page(|p| p.flow_with_tail("1 ", "How many died?", "CANNOT COMPARE YET"));
        assert_eq!(out.trim_end().len(), WIDTH);
        assert!(out.starts_with("1 How many died?  ") && out.ends_with("CANNOT COMPARE YET\n"));
    }

    #[test]
    fn lines_hang_below_the_first_word() {
        let out = page(|p| p.flow("Ask A: ", &"word ".repeat(30)));
        assert!(
            out.lines()
                .skip(1)
                .all(|line| line.starts_with("       word"))
        );
    }

    #[test]
    fn colour_comes_only_when_asked_for() {
        assert_eq!(page(|p| p.heading("CHECK", Tone::Caution)), "CHECK\n");
        let mut coloured = Page::new(true);
        coloured.heading("CHECK \u{1b}[2J", Tone::Caution);
        let out = coloured.finish();
        assert!(out.contains("CHECK") && out.starts_with('\u{1b}') && !out.contains("[2J"));
    }
}

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, StartKind};

/// Words that are looked for in a line all at once, whatever the case of their plain letters.
#[derive(Debug, Default)]
pub(crate) struct Search(Option<AhoCorasick>);

impl Search {
    /// Looks for any of these; of none, and of more than an automaton holds, nothing is found.
    pub(super) fn of(words: &[String]) -> Self {
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .start_kind(StartKind::Both)
            .build(words);
        Self(automaton.ok().filter(|_| !words.is_empty()))
    }

    /// Does the line begin with any of them?
    pub(crate) fn begins(&self, line: &str) -> bool {
        let input = Input::new(line).anchored(Anchored::Yes);
        self.0
            .as_ref()
            .is_some_and(|automaton| automaton.is_match(input))
    }

    /// Does any of them stand in the line?
    pub(crate) fn is_in(&self, line: &str) -> bool {
        self.0
            .as_ref()
            .is_some_and(|automaton| automaton.is_match(line))
    }
}

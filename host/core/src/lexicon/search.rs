use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, StartKind};

/// Words that are looked for in a line all at once, whatever the case of their plain letters.
#[derive(Debug, Default)]
pub(crate) struct Search(Option<AhoCorasick>);

impl Search {
    /// Looks for any of these; of none, nothing is found.
    pub(super) fn of(words: &[String]) -> Self {
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .start_kind(StartKind::Both)
            .build(words);
        let automaton = automaton.expect("a lexicon has fewer than millions of words");
        Self((!words.is_empty()).then_some(automaton))
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

//! What is true of a token, as digests. The weights are learned for these; a change here asks for learning anew.

use super::key::digest;
use super::links::{Ahead, Apposed, Behind, ahead, apposed, behind};
use super::seen::{Part, Seen};

/// Stands for what lies outside the sentence.
const EDGE: u32 = 0;

/// The features of every token of a sentence; `first` where it is the article's first.
pub(super) fn features(tokens: &[Seen], first: bool) -> Vec<Vec<u32>> {
    let scene = Scene::of(tokens, first);
    (0..tokens.len())
        .map(|i| {
            let mut list = List(Vec::with_capacity(40));
            scene.words(i, &mut list);
            scene.quotes(i, &mut list);
            scene.near_speech(i, &mut list);
            scene.subject(i, &mut list);
            scene.object(i, &mut list);
            scene.description(i, &mut list);
            list.0
        })
        .collect()
}

struct List(Vec<u32>);

impl List {
    fn put(&mut self, template: u32, parts: &[u32]) {
        self.0.push(digest(&[template, digest(parts)]));
    }
}

struct Scene<'a> {
    tokens: &'a [Seen],
    first: bool,
    has_quotes: bool,
    ahead: Vec<Option<Ahead>>,
    behind: Vec<Option<Behind>>,
    apposed: Vec<Option<Apposed>>,
    /// The next word of saying behind each token.
    next: Vec<Option<usize>>,
    /// Marks that separate, before each token and at the end.
    marks: Vec<u32>,
    /// Auxiliaries and clause words, likewise.
    turns: Vec<u32>,
    /// The class of the token after the last comma or dash.
    since_comma: Vec<u32>,
}

impl<'a> Scene<'a> {
    fn of(tokens: &'a [Seen], first: bool) -> Self {
        let mut next = vec![None; tokens.len()];
        let mut near = None;
        for i in (0..tokens.len()).rev() {
            next[i] = near;
            if tokens[i].speech {
                near = Some(i);
            }
        }
        let count = |test: &dyn Fn(&Seen) -> bool| {
            let mut sums = vec![0];
            for token in tokens {
                sums.push(sums[sums.len() - 1] + u32::from(test(token)));
            }
            sums
        };
        let mut since_comma = Vec::with_capacity(tokens.len());
        let mut last = EDGE;
        for (i, token) in tokens.iter().enumerate() {
            if token.comma || token.part == Part::Dash {
                last = tokens.get(i + 1).map_or(EDGE, |t| t.class);
            }
            since_comma.push(last);
        }
        Self {
            tokens,
            first,
            has_quotes: tokens.iter().any(|t| t.quoted as u8 % 2 == 1),
            ahead: ahead(tokens),
            behind: behind(tokens),
            apposed: apposed(tokens),
            next,
            marks: count(&|t| t.is_mark()),
            turns: count(&|t| matches!(t.part, Part::Auxiliary | Part::Break | Part::Relative)),
            since_comma,
        }
    }

    fn id(&self, i: usize, by: isize) -> u32 {
        self.at(i, by).map_or(EDGE, |t| t.id)
    }

    fn class(&self, i: usize, by: isize) -> u32 {
        self.at(i, by).map_or(EDGE, |t| t.class)
    }

    fn at(&self, i: usize, by: isize) -> Option<&Seen> {
        self.tokens.get(i.checked_add_signed(by)?)
    }

    /// The words around, alone and in pairs.
    fn words(&self, i: usize, list: &mut List) {
        for (template, by) in (1..).zip(-2..=2) {
            list.put(template, &[self.id(i, by)]);
        }
        for (template, by) in (6..).zip(-3..=3) {
            list.put(template, &[self.class(i, by)]);
        }
        list.put(13, &[self.id(i, -1), self.id(i, 0)]);
        list.put(14, &[self.id(i, 0), self.id(i, 1)]);
        list.put(15, &[self.class(i, -1), self.class(i, 0), self.class(i, 1)]);
        if self.first {
            list.put(37, &[]);
            list.put(38, &[self.class(i, 0)]);
        }
    }

    fn quotes(&self, i: usize, list: &mut List) {
        let quoted = self.tokens[i].quoted as u32;
        list.put(16, &[quoted, u32::from(self.has_quotes), u32::from(i == 0)]);
        list.put(17, &[quoted, self.class(i, 0)]);
    }

    /// The next word of saying, and what stands before it.
    fn near_speech(&self, i: usize, list: &mut List) {
        let Some(next) = self.next[i] else {
            return list.put(18, &[]);
        };
        let marks = (self.marks[next] - self.marks[i]).min(2);
        let turns = self.turns[next] - self.turns[i + 1];
        list.put(18, &[bucket(next - i), marks, turns.min(2)]);
        list.put(19, &[self.tokens[next].id, marks, turns.min(1)]);
        let classes = [self.tokens[next].class, self.class(i, 0)];
        list.put(20, &[classes[0], marks, turns.min(1), classes[1]]);
    }

    /// As the subject of a verb.
    fn subject(&self, i: usize, list: &mut List) {
        let Some(ahead) = self.ahead[i].filter(|a| a.verb != i) else {
            return list.put(21, &[]);
        };
        let verb = &self.tokens[ahead.verb];
        let (own, before) = (self.class(i, 0), self.class(i, -1));
        let between = ahead.commas * 3 + ahead.clauses;
        list.put(21, &[verb.id]);
        list.put(22, &[verb.id, between]);
        list.put(23, &[verb.class, between, own]);
        list.put(24, &[verb.id, before]);
        list.put(25, &[verb.class, before, own]);
    }

    /// As the object of a verb of saying, or its subject behind it.
    fn object(&self, i: usize, list: &mut List) {
        list.put(36, &[self.since_comma[i]]);
        let Some(behind) = self.behind[i] else {
            return;
        };
        let verb = &self.tokens[behind.verb];
        let before = self.class(behind.verb, -1);
        let since = self.since_comma[i];
        list.put(26, &[verb.id, behind.commas]);
        list.put(27, &[verb.class, behind.commas, self.class(i, 0)]);
        list.put(28, &[verb.id, before]);
        list.put(29, &[verb.class, before, behind.commas]);
        list.put(34, &[behind.commas, since, verb.id]);
        list.put(35, &[behind.commas, since, verb.class]);
    }

    fn description(&self, i: usize, list: &mut List) {
        let Some(apposed) = self.apposed[i] else {
            return;
        };
        let within = u32::from(apposed.within);
        list.put(30, &[within]);
        list.put(31, &[within, self.tokens[apposed.verb].id]);
        list.put(32, &[within, self.class(apposed.opens, 0)]);
        list.put(33, &[within, self.class(i, -1)]);
    }
}

fn bucket(distance: usize) -> u32 {
    match distance {
        0..=3 => u32::try_from(distance).unwrap_or(3),
        4..=6 => 4,
        7..=12 => 5,
        _ => 6,
    }
}

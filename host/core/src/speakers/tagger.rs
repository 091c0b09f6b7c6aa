//! The weights, and the best tags of a sentence by them.

/// What a token is to an attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Neither.
    Other,
    /// The first token of a source.
    Source,
    /// A further token of it.
    SourceOn,
    /// The first token of a cue.
    Cue,
    /// A further token of it.
    CueOn,
}

/// How many roles there are.
pub const ROLES: usize = 5;

const ALL: [Role; ROLES] = [
    Role::Other,
    Role::Source,
    Role::SourceOn,
    Role::Cue,
    Role::CueOn,
];

impl Role {
    /// Is it part of a source?
    pub fn is_source(self) -> bool {
        matches!(self, Self::Source | Self::SourceOn)
    }

    /// Is it part of a cue?
    pub fn is_cue(self) -> bool {
        matches!(self, Self::Cue | Self::CueOn)
    }

    /// May it follow this role? Nothing goes on that has not begun.
    fn may_follow(self, before: Self) -> bool {
        match self {
            Self::SourceOn => before.is_source(),
            Self::CueOn => before.is_cue(),
            _ => true,
        }
    }
}

type Scores = [i32; ROLES];

/// Weights learned from annotated news, which tell sources and cues from other words. Whole numbers, so that every
/// machine finds the same.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    start: Scores,
    /// By the role before.
    follows: [Scores; ROLES],
    weights: Table,
}

/// A table of weights that does not follow its format.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line} of the weights is not a key (`start`, `after-0` … `after-4`, or eight hexadecimal digits) and five whole numbers, set off by tabs"
)]
pub struct TaggerError {
    /// Counted from one.
    line: usize,
}

impl Tagger {
    /// Reads weights: comments (`#`), then a key and five whole numbers a line.
    ///
    /// # Errors
    /// The first line of another form.
    pub fn parse(text: &str) -> Result<Self, TaggerError> {
        let mut tagger = Self::default();
        let mut rows = Vec::new();
        for (line, text) in (1..).zip(text.lines()) {
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let (key, scores) = row(text).ok_or(TaggerError { line })?;
            match key.strip_prefix("after-") {
                _ if key == "start" => tagger.start = scores,
                Some(role) => {
                    let role: usize = role.parse().map_err(|_| TaggerError { line })?;
                    *tagger.follows.get_mut(role).ok_or(TaggerError { line })? = scores;
                }
                None => {
                    let key = u32::from_str_radix(key, 16).map_err(|_| TaggerError { line })?;
                    rows.push((key, scores));
                }
            }
        }
        tagger.weights = Table::of(&rows);
        Ok(tagger)
    }

    /// The likeliest roles of the tokens of a sentence, given the features of each.
    pub(super) fn roles(&self, features: &[Vec<u32>]) -> Vec<Role> {
        let Some((first, rest)) = features.split_first() else {
            return Vec::new();
        };
        let mut best = self.start;
        add(&mut best, self.score(first));
        for role in ALL.iter().filter(|r| !r.may_follow(Role::Other)) {
            best[*role as usize] = i32::MIN / 2;
        }
        let mut from = Vec::with_capacity(rest.len());
        for features in rest {
            let own = self.score(features);
            let (mut next, mut back) = ([i32::MIN / 2; ROLES], [0; ROLES]);
            for role in ALL {
                for before in ALL.iter().filter(|before| role.may_follow(**before)) {
                    let score =
                        best[*before as usize] + self.follows[*before as usize][role as usize];
                    if score > next[role as usize] {
                        next[role as usize] = score;
                        back[role as usize] = *before as usize;
                    }
                }
            }
            add(&mut next, own);
            best = next;
            from.push(back);
        }
        let mut at = (0..ROLES).rev().max_by_key(|role| best[*role]).unwrap_or(0);
        let mut roles = vec![ALL[at]];
        for back in from.iter().rev() {
            at = back[at];
            roles.push(ALL[at]);
        }
        roles.reverse();
        roles
    }

    fn score(&self, features: &[u32]) -> Scores {
        let mut sum = Scores::default();
        for scores in features.iter().filter_map(|key| self.weights.get(*key)) {
            for (total, score) in sum.iter_mut().zip(scores) {
                *total += i32::from(*score);
            }
        }
        sum
    }
}

fn row(text: &str) -> Option<(&str, Scores)> {
    let mut parts = text.split('\t');
    let key = parts.next()?;
    let mut scores = Scores::default();
    for score in &mut scores {
        *score = parts.next()?.parse().ok()?;
    }
    parts.next().is_none().then_some((key, scores))
}

fn add(sum: &mut Scores, scores: Scores) {
    for (total, score) in sum.iter_mut().zip(scores) {
        *total += score;
    }
}

/// Weights by key, found without a search: a key stands at its last bits, or soon behind.
#[derive(Clone, Debug, Default)]
struct Table {
    slots: Vec<Option<(u32, [i16; ROLES])>>,
}

impl Table {
    fn of(rows: &[(u32, Scores)]) -> Self {
        let size = (rows.len() * 2).next_power_of_two().max(2);
        let mut table = Self {
            slots: vec![None; size],
        };
        for (key, scores) in rows {
            let small = scores.map(|s| s.clamp(i16::MIN.into(), i16::MAX.into()) as i16);
            let slot = table.slot_of(*key);
            table.slots[slot] = Some((*key, small));
        }
        table
    }

    /// The slot of a key, or the free one where it would stand; half of them are free.
    fn slot_of(&self, key: u32) -> usize {
        let mut slot = key as usize & (self.slots.len() - 1);
        while self.slots[slot].is_some_and(|(known, _)| known != key) {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        slot
    }

    fn get(&self, key: u32) -> Option<&[i16; ROLES]> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot_of(key)]
            .as_ref()
            .map(|(_, scores)| scores)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_sequence_wins() {
        let tagger = Tagger::parse(
            "# words\n0000000a\t0\t9\t0\t0\t0\n0000000b\t0\t0\t5\t0\t0\nafter-1\t0\t0\t1\t0\t0\n",
        )
        .expect("a table");
        let roles = tagger.roles(&[vec![10], vec![11, 99], vec![99]]);
        assert_eq!(roles, [Role::Source, Role::SourceOn, Role::Other]);
        // Nothing goes on that has not begun.
        assert_eq!(tagger.roles(&[vec![11]]), [Role::Other]);
        assert_eq!(tagger.roles(&[]), []);
    }

    #[test]
    fn broken_weights_are_refused_by_line() {
        for (text, line) in [
            ("start\t1\t2", 1),
            ("\nafter-9\t0\t0\t0\t0\t0", 2),
            ("xyz\t0\t0\t0\t0\t0", 1),
        ] {
            assert_eq!(
                Tagger::parse(text).err(),
                Some(TaggerError { line }),
                "{text}"
            );
        }
    }
}

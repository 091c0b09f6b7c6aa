//! Inputs made of others: bytes flipped, stretches cut, doubled, moved and swapped, words of the format put in, and parts
//! of two inputs joined.

/// A source of numbers that gives the same ones for the same seed (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// Starts at `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end.max(1) as u64).unwrap_or(0)
    }

    /// One of these.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// The longest input, in bytes: what is slow shows in less.
pub const LONGEST: usize = 60_000;

/// How often a stretch is repeated at most.
const REPEATS: usize = 200;

/// A new input made of one or two others and the words of the format.
pub fn mutate(one: &[u8], other: &[u8], words: &[&str], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = one.to_vec();
    for _ in 0..=dice.below(6) {
        change(&mut bytes, other, words, dice);
        bytes.truncate(LONGEST);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, other: &[u8], words: &[&str], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let (start, end) = stretch(bytes, dice);
    match dice.below(11) {
        0 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        1 => {
            let byte = u8::try_from(dice.below(256)).unwrap_or(0);
            bytes.insert(at, byte);
        }
        2 => drop(bytes.drain(start..end)),
        3 => {
            let part = bytes[start..end].repeat(1 + dice.below(3));
            bytes.splice(at..at, part);
        }
        4 => {
            let part = bytes[start..end.min(start + 64)].repeat(dice.below(REPEATS));
            bytes.splice(at..at, part);
        }
        5 => {
            let part: Vec<u8> = bytes.drain(start..end).collect();
            let at = at.min(bytes.len());
            bytes.splice(at..at, part);
        }
        6 => {
            let (from, to) = stretch(other, dice);
            bytes.splice(start..end, other[from..to].iter().copied());
        }
        7 => {
            let (from, _) = stretch(other, dice);
            bytes.truncate(at);
            bytes.extend_from_slice(&other[from..]);
        }
        8 => bytes.truncate(at),
        9 => {
            let word = dice
                .pick(words)
                .repeat(1 + dice.below(3) * dice.below(REPEATS) / 4);
            bytes.splice(start..end.min(start + 8), word.into_bytes());
        }
        _ => {
            let word = dice.pick(words);
            bytes.splice(at..at, word.bytes());
        }
    }
}

/// A stretch of bytes, more often a short one; half of them between characters that part words.
fn stretch(bytes: &[u8], dice: &mut Dice) -> (usize, usize) {
    let mut start = dice.below(bytes.len() + 1);
    let most = [8, 64, 512, bytes.len()][dice.below(4)];
    let mut end = (start + dice.below(most + 1)).min(bytes.len());
    if dice.below(2) == 0 {
        let parts = |byte: &u8| b" \n<>{}[]\",.".contains(byte);
        start = bytes[..start].iter().rposition(parts).unwrap_or(start);
        end = bytes[end..]
            .iter()
            .position(parts)
            .map_or(end, |more| end + more);
    }
    (start, end)
}

/// The smallest part of `bytes` found in a while for which `fails` still holds.
pub fn shrink(bytes: &[u8], mut fails: impl FnMut(&[u8]) -> bool) -> Vec<u8> {
    let mut best = bytes.to_vec();
    let mut part = best.len().div_ceil(2);
    let mut tries = 0;
    while part > 0 && tries < 2000 {
        let mut at = 0;
        while at < best.len() && tries < 2000 {
            tries += 1;
            let end = (at + part).min(best.len());
            let shorter = [&best[..at], &best[end..]].concat();
            if fails(&shorter) {
                best = shorter;
            } else {
                at = end;
            }
        }
        part /= 2;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_inputs() {
        let make = |seed| {
            let mut dice = Dice::new(seed);
            let inputs =
                (0..200).map(|_| mutate(b"one two three", b"<p>four</p>", &["five"], &mut dice));
            inputs.collect::<Vec<_>>()
        };
        assert_eq!(make(1), make(1));
        assert_ne!(make(1), make(2));
        assert!(make(3).iter().all(|input| input.len() <= LONGEST));
        let _ = mutate(b"", b"", &[""], &mut Dice::new(4));
    }

    #[test]
    fn what_fails_is_cut_to_what_makes_it_fail() {
        let long = [b"x".repeat(500), b"AB".to_vec(), b"y".repeat(300)].concat();
        let fails = |bytes: &[u8]| bytes.windows(2).any(|two| two == b"AB");
        assert_eq!(shrink(&long, fails), b"AB");
    }
}

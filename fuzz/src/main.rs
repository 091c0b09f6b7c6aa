//! `rashomon-fuzz TARGET [--seconds N] [--seed N]`: mutates seeds and whatever came of them that was new, until the time
//! is up. What panics or is slow is cut to its smallest and kept in `fuzz/found`; then the exit status is 1.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rashomon_fuzz::mutate::{Dice, mutate, shrink};
use rashomon_fuzz::seeds;
use rashomon_fuzz::targets::{TARGETS, Target};

/// An input of at most 60 KB that takes longer does so by more than its length.
const SLOW: Duration = Duration::from_secs(4);

/// The most inputs that are kept to go on from.
const POOL: usize = 4000;

struct Run {
    name: &'static str,
    target: Target,
    end: Instant,
    dice: Dice,
    found: BTreeSet<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str, initial: u64| {
        let at = arguments.iter().position(|argument| argument == name);
        let value = at.and_then(|at| arguments.get(at + 1)?.parse().ok());
        value.unwrap_or(initial)
    };
    let named = |(name, _): &&(&str, Target)| arguments.first().is_some_and(|first| first == name);
    let Some((name, target)) = TARGETS.iter().find(named) else {
        let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
        tell(&format!(
            "usage: rashomon-fuzz TARGET [--seconds N] [--seed N]; targets: {}",
            names.join(", ")
        ));
        return ExitCode::from(2);
    };
    set_hook(Box::new(|_| {}));
    let run = Run {
        name,
        target: *target,
        end: Instant::now() + Duration::from_secs(number("--seconds", 60)),
        dice: Dice::new(number("--seed", 1)),
        found: BTreeSet::new(),
    };
    run.go()
}

impl Run {
    fn go(mut self) -> ExitCode {
        let words = seeds::words(self.name);
        let mut pool = seeds::inputs(self.name);
        let mut known = BTreeSet::new();
        let mut count = 0_u64;
        for input in pool.clone() {
            known.extend(self.run(&input));
        }
        while Instant::now() < self.end {
            let (one, other) = (self.dice.below(pool.len()), self.dice.below(pool.len()));
            let input = mutate(&pool[one], &pool[other], &words, &mut self.dice);
            count += 1;
            let is_new = self
                .run(&input)
                .is_some_and(|signature| known.insert(signature));
            if is_new && pool.len() < POOL {
                pool.push(input);
            } else if is_new {
                let at = self.dice.below(POOL);
                pool[at] = input;
            }
        }
        tell(&format!(
            "{}: {count} inputs, {} kinds of outcome, {} failures",
            self.name,
            known.len(),
            self.found.len()
        ));
        ExitCode::from(u8::from(!self.found.is_empty()))
    }

    /// What came of an input; none where it failed, which is told and kept.
    fn run(&mut self, input: &[u8]) -> Option<u64> {
        // Whatever ends the process leaves the input behind.
        keep(&folder().join(format!("{}.last", self.name)), input);
        let (outcome, mut taken) = self.time(input);
        // A busy machine is slow as well, but not three times in a row.
        for _ in 0..2 {
            if taken > SLOW {
                taken = taken.min(self.time(input).1);
            }
        }
        let why = match &outcome {
            Ok(_) if taken < SLOW => return outcome.ok(),
            Ok(_) => format!("slow: {taken:?} for {} bytes", input.len()),
            Err(panic) => {
                let words = panic.downcast_ref::<String>().cloned();
                let words = words.or_else(|| {
                    panic
                        .downcast_ref::<&str>()
                        .map(|words| (*words).to_owned())
                });
                words.unwrap_or_default()
            }
        };
        // One of a kind is enough: the words of a panic up to its figures.
        let kind: String = why
            .chars()
            .take_while(|c| !c.is_ascii_digit())
            .take(60)
            .collect();
        if self.found.insert(kind) {
            let target = self.target;
            let fails = |bytes: &[u8]| catch_unwind(AssertUnwindSafe(|| target(bytes))).is_err();
            let smallest = if outcome.is_err() {
                shrink(input, fails)
            } else {
                input.to_vec()
            };
            let path = folder().join(format!("{}-{}", self.name, self.found.len()));
            keep(&path, &smallest);
            let why: String = why.chars().take(400).collect();
            tell(&format!(
                "{}: {why}\n  kept as {}",
                self.name,
                path.display()
            ));
        }
        None
    }
}

impl Run {
    fn time(&self, input: &[u8]) -> (std::thread::Result<u64>, Duration) {
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.target)(input)));
        (outcome, start.elapsed())
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("found")
}

fn keep(path: &Path, bytes: &[u8]) {
    let _ = fs::create_dir_all(folder());
    if let Err(error) = fs::write(path, bytes) {
        tell(&format!("cannot write {}: {error}", path.display()));
    }
}

#[expect(clippy::print_stderr, reason = "the driver speaks to whoever runs it")]
fn tell(message: &str) {
    eprintln!("{message}");
}

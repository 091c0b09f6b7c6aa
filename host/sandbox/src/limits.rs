use std::fmt;
use std::time::Duration;

use wasmtime::ResourceLimiter;

/// What a rule may use for one event. A pack can grant more; the defaults are for rules written with the SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of linear memory, all memories together.
    pub memory: u64,
    /// Instructions, as wasmtime counts them. Exact on one platform, so a report does not depend on the machine's
    /// load; but never to be shown or compared, for platforms differ.
    pub fuel: u64,
    /// Wall-clock backstop for what fuel does not count, such as filling memory in one instruction. Its firing is
    /// not reproducible, and the failure says so.
    pub time: Duration,
    /// Findings an event.
    pub findings: usize,
    /// Bytes that one call may hand to the host, the findings included.
    pub output: usize,
}

/// A rule in Rust needs 2 MiB; a Python interpreter, 256 MiB, is for a pack to grant.
const MEMORY: u64 = 64 << 20;

/// About a second here. A rule that compares 200 claims pair by pair uses a hundredth of it.
const FUEL: u64 = 1_000_000_000;

/// Ten times what the fuel lasts, so that a loaded machine does not reach it.
const TIME: Duration = Duration::from_secs(10);

/// A person reads ten findings an event; a rule with a thousand has not understood its task.
const FINDINGS: usize = 1_000;

/// A thousand findings of four kilobytes.
const OUTPUT: usize = 4 << 20;

/// Core instances in a component: one for a Rust rule, some twenty for an interpreter with its libraries.
const INSTANCES: usize = 64;

/// A core instance has one, as a rule.
pub(crate) const TABLES: u32 = 64;

/// A core instance has one, as a rule.
pub(crate) const MEMORIES: u32 = 64;

/// Entries of all tables together, eight bytes each: an interpreter has twenty thousand functions.
pub(crate) const TABLE_ENTRIES: usize = 100_000;

impl Default for Limits {
    fn default() -> Self {
        Self {
            memory: MEMORY,
            fuel: FUEL,
            time: TIME,
            findings: FINDINGS,
            output: OUTPUT,
        }
    }
}

/// What was asked for beyond the limits. The engine's own error would only be a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// Bytes of memory, in all.
    Memory { asked: u64, granted: u64 },
    /// Table entries, in all.
    Table { asked: usize },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory { asked, granted } => write!(
                f,
                "it asked for {} of memory and may have {}; a pack can grant more with `limits = {{ memory = \"…\" }}`",
                Bytes(*asked),
                Bytes(*granted),
            ),
            Self::Table { asked } => {
                write!(
                    f,
                    "it asked for {asked} table entries and may have {TABLE_ENTRIES}"
                )
            }
        }
    }
}

impl std::error::Error for Refused {}

/// Counts what a store has been given; the first refusal ends the call.
#[derive(Debug)]
pub(crate) struct Meter {
    limit: u64,
    memory: u64,
    entries: usize,
    refused: Option<Refused>,
}

impl Meter {
    pub(crate) fn new(limit: u64) -> Self {
        Self {
            limit,
            memory: 0,
            entries: 0,
            refused: None,
        }
    }

    /// What was refused, if anything was.
    pub(crate) fn refused(&self) -> Option<Refused> {
        self.refused
    }

    fn refuse(&mut self, refused: Refused) -> wasmtime::Result<bool> {
        self.refused = Some(refused);
        Err(wasmtime::Error::new(refused))
    }
}

impl ResourceLimiter for Meter {
    fn memory_growing(
        &mut self,
        current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let asked = self
            .memory
            .saturating_add(desired.saturating_sub(current) as u64);
        if asked > self.limit {
            let granted = self.limit;
            return self.refuse(Refused::Memory { asked, granted });
        }
        self.memory = asked;
        Ok(true)
    }

    fn table_growing(
        &mut self,
        current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let asked = self.entries.saturating_add(desired.saturating_sub(current));
        if asked > TABLE_ENTRIES {
            return self.refuse(Refused::Table { asked });
        }
        self.entries = asked;
        Ok(true)
    }

    fn instances(&self) -> usize {
        INSTANCES
    }

    fn tables(&self) -> usize {
        TABLES as usize
    }

    fn memories(&self) -> usize {
        MEMORIES as usize
    }
}

/// Bytes for a person, rounded up to whole MiB where there are any.
pub(crate) struct Bytes(pub(crate) u64);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            bytes if bytes < 1 << 20 => write!(f, "{bytes} bytes"),
            bytes => write!(f, "{} MiB", bytes.div_ceil(1 << 20)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memories_are_counted_together() {
        let mut meter = Meter::new(100);
        assert!(meter.memory_growing(0, 60, None).expect("fits"));
        assert!(meter.memory_growing(0, 40, None).expect("fits"));
        let refused = Refused::Memory {
            asked: 101,
            granted: 100,
        };
        let error = meter
            .memory_growing(40, 41, None)
            .expect_err("one too many");
        assert_eq!(error.downcast_ref(), Some(&refused));
        assert_eq!(meter.refused(), Some(refused));
    }

    #[test]
    fn bytes_are_told_in_whole_units() {
        for (bytes, expected) in [
            (0, "0 bytes"),
            (1 << 20, "1 MiB"),
            ((64 << 20) + 1, "65 MiB"),
        ] {
            assert_eq!(Bytes(bytes).to_string(), expected);
        }
    }
}

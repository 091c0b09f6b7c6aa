use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use rashomon_core::model::rule::RuleFailure;
use sha2::{Digest, Sha256};
use wasmtime::component::{Component, HasSelf, Linker};
use wasmtime::{Config, Enabled, Engine, PoolingAllocationConfig};

use crate::artifact::{self, ArtifactStore};
use crate::bindings::{Rule, RulePre};
use crate::component::{ComponentRule, Loaded};
use crate::state::{LogSink, State};
use crate::{Limits, SandboxError, failure, inspect, limits};

/// How often the epoch advances: the backstop's precision.
const TICK: Duration = Duration::from_millis(100);

/// A quarter of what Rust gives a thread of a pool, so that the host's own frames have room beside it.
const STACK: usize = 512 << 10;

/// Frames of a trap that are looked at: the top one is told, and a few more may stand above it in a runtime.
const FRAMES: usize = 8;

/// Loads components as rules. Made once a run; rules may outlive it.
pub struct Sandbox {
    engine: Engine,
    linker: Linker<State>,
    store: Arc<dyn ArtifactStore>,
    log: Option<Arc<dyn LogSink>>,
    clock: Arc<Clock>,
}

impl Sandbox {
    /// A sandbox that keeps what it compiles in `store`.
    ///
    /// # Errors
    ///
    /// [`SandboxError::Engine`] where this machine has no supported processor, memory protection or thread to spare.
    pub fn new(store: Arc<dyn ArtifactStore>) -> Result<Self, SandboxError> {
        let broken = |error: wasmtime::Error| SandboxError::Engine(format!("{error:#}"));
        let engine = engine().map_err(broken)?;
        let mut linker = Linker::new(&engine);
        Rule::add_to_linker::<_, HasSelf<State>>(&mut linker, |state| state).map_err(broken)?;
        let clock = Clock::start(&engine).map_err(|e| SandboxError::Engine(e.to_string()))?;
        Ok(Self {
            engine,
            linker,
            store,
            log: None,
            clock: Arc::new(clock),
        })
    }

    /// The same sandbox, passing on what rules tell their authors; without it that is dropped.
    #[must_use]
    pub fn with_log(mut self, log: Arc<dyn LogSink>) -> Self {
        self.log = Some(log);
        self
    }

    /// Makes a rule of a component, or of a core module that carries its component type (what `cargo build` leaves).
    ///
    /// # Errors
    ///
    /// [`SandboxError::Rule`] where it is no component, imports what a rule may not have, was made for another
    /// version of the contract, or cannot describe itself within the limits.
    pub fn load(&self, bytes: &[u8], limits: Limits) -> Result<ComponentRule, SandboxError> {
        let digest = artifact::hex(&Sha256::digest(bytes));
        let component = self.component(bytes, &digest).map_err(SandboxError::Rule)?;
        let pre = self
            .linker
            .instantiate_pre(&component)
            .and_then(RulePre::new);
        let pre = pre.map_err(|error| SandboxError::Rule(failure::mismatch(&error)))?;
        let check = Loaded::check_of(&component);
        let loaded = Loaded {
            check: check.expect("`RulePre::new` has found it"),
            pre,
            digest,
            log: self.log.clone(),
            _clock: Arc::clone(&self.clock),
        };
        ComponentRule::new(loaded, limits).map_err(SandboxError::Rule)
    }

    /// From the store where it is there and intact, else checked, compiled and put there.
    fn component(&self, bytes: &[u8], digest: &str) -> Result<Component, RuleFailure> {
        let key = artifact::key(&self.engine, digest);
        let kept = self.store.get(&key);
        if let Some(component) = kept.and_then(|sealed| artifact::open(&self.engine, &sealed)) {
            return Ok(component);
        }
        let encoded = inspect::component(bytes)?;
        let compiled = self.engine.precompile_component(&encoded);
        let sealed = artifact::seal(&compiled.map_err(|error| failure::invalid(&error))?);
        self.store.put(&key, &sealed);
        let component = artifact::open(&self.engine, &sealed);
        Ok(component.expect("what this engine has just compiled, it can load"))
    }
}

/// Rules that can be at work at once: more than threads on any machine, and each a reservation of addresses only.
const AT_ONCE: u32 = 1_000;

/// Core instances of a rule written with the SDK: the module, and two that `wit-component` puts between it and the host.
const PARTS: u32 = 4;

/// Bytes of a memory that stay in place from one call to the next, wiped: what most calls of a rule in Rust touch. Each
/// rule keeps that much a thread.
const KEPT: usize = 256 << 10;

/// With memories and tables in slots that are wiped and used again, where the system lends so many addresses; else
/// each call gets its own from the system, which takes three times as long to begin.
fn engine() -> wasmtime::Result<Engine> {
    let mut pooled = config();
    pooled.allocation_strategy(slots());
    Engine::new(&pooled).or_else(|_| Engine::new(&config()))
}

/// Slots as large as [`Limits`] can ever allow: what a rule may use of them is for its store's limiter to say.
fn slots() -> PoolingAllocationConfig {
    let mut slots = PoolingAllocationConfig::new();
    slots
        .total_component_instances(AT_ONCE)
        .total_core_instances(AT_ONCE * PARTS)
        .total_memories(AT_ONCE)
        .total_tables(AT_ONCE * PARTS)
        .max_memories_per_module(limits::MEMORIES)
        .max_tables_per_module(limits::TABLES)
        .table_elements(limits::TABLE_ENTRIES)
        .linear_memory_keep_resident(KEPT)
        .table_keep_resident(KEPT)
        // Only what was written is wiped.
        .pagemap_scan(Enabled::Auto);
    slots
}

/// The engine's settings. Threads, shared memory, garbage collection and async are left out at build time.
fn config() -> Config {
    let mut config = Config::new();
    // The limit: deterministic. Start functions burn it too.
    config.consume_fuel(true);
    // The backstop, for what fuel does not count.
    config.epoch_interruption(true);
    config.max_wasm_stack(STACK);
    config.wasm_backtrace_max_frames(std::num::NonZeroUsize::new(FRAMES));
    // A NaN's bits, and what relaxed instructions compute, depend on the processor: a finding must not.
    config.cranelift_nan_canonicalization(true);
    config.wasm_relaxed_simd(false);
    config
}

/// Advances the engine's epoch for as long as the sandbox or one of its rules lives.
pub(crate) struct Clock {
    /// Dropped with the clock, which ends the thread.
    _alive: Sender<()>,
}

impl Clock {
    fn start(engine: &Engine) -> std::io::Result<Self> {
        let (alive, gone) = mpsc::channel();
        let engine = engine.weak();
        let tick = move || {
            while gone.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                let Some(engine) = engine.upgrade() else {
                    return;
                };
                engine.increment_epoch();
            }
        };
        thread::Builder::new()
            .name("sandbox-clock".into())
            .spawn(tick)?;
        Ok(Self { _alive: alive })
    }

    /// The ticks after which `time` has surely passed: the one under way does not count.
    pub(crate) fn ticks(time: Duration) -> u64 {
        let ticks = time.as_millis().div_ceil(TICK.as_millis());
        u64::try_from(ticks)
            .unwrap_or(u64::MAX / 2)
            .saturating_add(1)
    }
}

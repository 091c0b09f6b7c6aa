use std::sync::Arc;

use rashomon_core::model::rule::EventView;
use wasmtime::ResourceLimiter;

use crate::bindings::{host, types};
use crate::lent::Lent;
use crate::limits::{Meter, Refused};
use crate::to_wit;

/// How much a message matters to the author of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// While writing the rule.
    Debug,
    /// Worth knowing.
    Info,
    /// Probably wrong.
    Warn,
}

/// Takes what rules tell their authors; never part of a report.
pub trait LogSink: Send + Sync {
    /// One message, of at most 4 KiB; calls may come from several threads.
    fn log(&self, level: LogLevel, message: &str);
}

/// Messages a call: a rule in a loop must not flood the terminal.
const MESSAGES: usize = 1_000;

/// Bytes of a message that are kept: a panic with a dump of its data still tells the place.
const MESSAGE: usize = 4 << 10;

/// What a store owns during one call.
pub(crate) struct State {
    event: Option<Lent>,
    meter: Meter,
    log: Option<Arc<dyn LogSink>>,
    logged: usize,
    panic: Option<String>,
}

impl State {
    pub(crate) fn new(event: Option<Lent>, memory: u64, log: Option<Arc<dyn LogSink>>) -> Self {
        Self {
            event,
            meter: Meter::new(memory),
            log,
            logged: 0,
            panic: None,
        }
    }

    pub(crate) fn meter(&mut self) -> &mut dyn ResourceLimiter {
        &mut self.meter
    }

    pub(crate) fn refused(&self) -> Option<Refused> {
        self.meter.refused()
    }

    /// What the guest reported just before it trapped.
    pub(crate) fn panic(&self) -> Option<&str> {
        self.panic.as_deref()
    }

    fn event<T>(&self, look: impl for<'a> FnOnce(&'a EventView<'a>) -> T) -> Option<T> {
        self.event.as_ref().and_then(|lent| lent.with(look))
    }
}

impl types::Host for State {}

impl host::Host for State {
    fn log(&mut self, level: host::Level, message: String) {
        self.logged += 1;
        let Some(log) = self.log.as_ref().filter(|_| self.logged <= MESSAGES) else {
            return;
        };
        let level = match level {
            host::Level::Debug => LogLevel::Debug,
            host::Level::Info => LogLevel::Info,
            host::Level::Warn => LogLevel::Warn,
        };
        log.log(level, &cut(message));
    }

    fn report_panic(&mut self, message: String) {
        self.panic = Some(cut(message));
    }

    fn relate(&mut self, lattice: String, left: String, right: String) -> types::Extent {
        let known = self.event(|event| event.lexicon.relate(&lattice, &left, &right));
        known.map_or(types::Extent::Unknown, to_wit::extent)
    }
}

/// The first bytes of a message, on a character boundary.
fn cut(mut message: String) -> String {
    message.truncate(message.floor_char_boundary(MESSAGE));
    message
}

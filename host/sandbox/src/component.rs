use std::sync::Arc;

use rashomon_core::model::FailureKind;
use rashomon_core::model::rule::{EventView, Metadata, RawFinding, Rule, RuleFailure, Setting};
use wasmtime::Store;

use crate::bindings::{self, RulePre};
use crate::engine::Clock;
use crate::failure;
use crate::lent::{Lent, lend};
use crate::limits::{Bytes, Limits};
use crate::state::{LogSink, State};
use crate::{from_wit, to_wit};

/// A component as a rule: a fresh store for every event, so that nothing leaks from one to the next.
pub struct ComponentRule {
    loaded: Loaded,
    limits: Limits,
    metadata: Metadata,
}

/// What is the same for every call.
pub(crate) struct Loaded {
    pub(crate) pre: RulePre<State>,
    pub(crate) digest: String,
    pub(crate) log: Option<Arc<dyn LogSink>>,
    /// Keeps the backstop going.
    pub(crate) _clock: Arc<Clock>,
}

impl ComponentRule {
    /// Has the component describe itself, under the same limits as any call.
    pub(crate) fn new(loaded: Loaded, limits: Limits) -> Result<Self, RuleFailure> {
        let described = loaded.call(limits, None, |rule, store| {
            rule.rashomon_rule_plugin().call_describe(store)
        })?;
        let metadata = from_wit::metadata(described)?;
        Ok(Self {
            loaded,
            limits,
            metadata,
        })
    }
}

impl Rule for ComponentRule {
    fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    fn digest(&self) -> &str {
        &self.loaded.digest
    }

    fn check(
        &self,
        event: &EventView<'_>,
        settings: &[Setting],
    ) -> Result<Vec<RawFinding>, RuleFailure> {
        let own;
        let given = match event.passed_on.get_or_make(|| to_wit::event(event)) {
            Some(given) => given,
            None => {
                own = to_wit::event(event);
                &own
            }
        };
        let settings: Vec<_> = settings.iter().map(to_wit::setting).collect();
        let returned = lend(event, |lent| {
            self.loaded.call(self.limits, Some(lent), |rule, store| {
                rule.rashomon_rule_plugin()
                    .call_check(store, given, &settings)
            })
        })?;
        let findings = returned.map_err(|error| RuleFailure {
            kind: FailureKind::Error,
            message: format!("{} ({})", error.detail, error.code),
        })?;
        if findings.len() > self.limits.findings {
            return Err(RuleFailure {
                kind: FailureKind::Output,
                message: format!(
                    "it returned {} findings for one event and may return {}",
                    findings.len(),
                    self.limits.findings
                ),
            });
        }
        findings.into_iter().map(from_wit::finding).collect()
    }
}

impl Loaded {
    /// One call in a store of its own.
    fn call<T>(
        &self,
        limits: Limits,
        event: Option<Lent>,
        call: impl FnOnce(&bindings::Rule, &mut Store<State>) -> wasmtime::Result<T>,
    ) -> Result<T, RuleFailure> {
        let state = State::new(event, limits.memory, self.log.clone());
        let mut store = Store::new(self.pre.engine(), state);
        store.limiter(State::meter);
        store.set_hostcall_fuel(limits.output);
        store.set_epoch_deadline(Clock::ticks(limits.time));
        let fuelled = store.set_fuel(limits.fuel);
        fuelled.expect("the engine is configured to count fuel");
        let rule = self.pre.instantiate(&mut store);
        let result = rule.and_then(|rule| call(&rule, &mut store));
        result.map_err(|error| failure::of_call(&error, store.data(), limits))
    }
}

impl std::fmt::Debug for ComponentRule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} {} ({}, {} of memory)",
            self.metadata.id,
            self.metadata.version,
            self.loaded.digest,
            Bytes(self.limits.memory)
        )
    }
}

use std::sync::Arc;

use rashomon_core::model::FailureKind;
use rashomon_core::model::rule::{EventView, Metadata, RawFinding, Rule, RuleFailure, Setting};
use wasmtime::Store;
use wasmtime::component::{Component, ComponentExportIndex, TypedFunc};

use crate::bindings::{RulePre, types as wit};
use crate::engine::Clock;
use crate::failure;
use crate::inspect;
use crate::lent::{Lent, lend};
use crate::limits::{Bytes, Limits};
use crate::state::{LogSink, State};
use crate::{from_wit, pack};

/// A component as a rule: a fresh store for every event, so that nothing leaks from one to the next.
pub struct ComponentRule {
    loaded: Loaded,
    limits: Limits,
    metadata: Metadata,
}

/// What is the same for every call.
pub(crate) struct Loaded {
    pub(crate) pre: RulePre<State>,
    /// Where the component has the function that judges an event.
    pub(crate) check: ComponentExportIndex,
    pub(crate) digest: String,
    pub(crate) log: Option<Arc<dyn LogSink>>,
    /// Keeps the backstop going.
    pub(crate) _clock: Arc<Clock>,
}

/// `check` of `rule.wit`.
type Check<'a> =
    TypedFunc<(&'a wit::Event, &'a wit::Settings), (Result<Vec<wit::Finding>, wit::RuleError>,)>;

impl ComponentRule {
    /// Has the component describe itself, under the same limits as any call.
    pub(crate) fn new(loaded: Loaded, limits: Limits) -> Result<Self, RuleFailure> {
        let described = loaded.call(limits, None, |loaded, store| {
            let rule = loaded.pre.instantiate(&mut *store)?;
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
        let given = match event.passed_on.get_or_make(|| pack::event(event)) {
            Some(given) => given,
            None => {
                own = pack::event(event);
                &own
            }
        };
        let settings = pack::settings(settings);
        let returned = lend(event, |lent| {
            self.loaded.call(self.limits, Some(lent), |loaded, store| {
                loaded.check(store)?.call(store, (given, &settings))
            })
        })?;
        let findings = returned.0.map_err(|error| RuleFailure {
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
        call: impl FnOnce(&Self, &mut Store<State>) -> wasmtime::Result<T>,
    ) -> Result<T, RuleFailure> {
        let state = State::new(event, limits.memory, self.log.clone());
        let mut store = Store::new(self.pre.engine(), state);
        store.limiter(State::meter);
        store.set_hostcall_fuel(limits.output);
        store.set_epoch_deadline(Clock::ticks(limits.time));
        let fuelled = store.set_fuel(limits.fuel);
        fuelled.expect("the engine is configured to count fuel");
        let result = call(self, &mut store);
        result.map_err(|error| failure::of_call(&error, store.data(), limits))
    }

    /// The function that judges an event, in an instance of its own. That its type is the contract's was found when the
    /// component described itself; to compare all of it again for every event takes as long as a small rule.
    fn check<'a>(&self, store: &mut Store<State>) -> wasmtime::Result<Check<'a>> {
        let instance = self.pre.instance_pre().instantiate(&mut *store)?;
        let check = instance.get_func(store, self.check);
        let check = check.expect("`RulePre::new` has found it");
        #[expect(unsafe_code, reason = "types that were compared once stay the same")]
        // SAFETY: `ComponentRule::new` has instantiated the component by its generated bindings, which refuse one whose
        // functions are not of the types in `rule.wit`; `Check` is what they make of that type, and a component does
        // not change.
        Ok(unsafe { TypedFunc::new_unchecked(check) })
    }

    /// Where a component has the function that judges an event; none: it is no rule.
    pub(crate) fn check_of(component: &Component) -> Option<ComponentExportIndex> {
        let plugin = component.get_export_index(None, inspect::plugin())?;
        component.get_export_index(Some(&plugin), "check")
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

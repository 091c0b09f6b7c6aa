//! From the engine's errors to what a report says of a rule.

use rashomon_core::model::FailureKind;
use rashomon_core::model::rule::RuleFailure;
use wasmtime::{Trap, WasmBacktrace};

use crate::inspect::CONTRACT_VERSION;
use crate::limits::{Bytes, Limits};
use crate::state::State;

/// How wasmtime says that a call handed over more than `set_hostcall_fuel` allows; its type is private. A test of
/// the hostile components holds this to what the engine really says.
const TOO_MUCH_HANDED_OVER: &str = "fuel allocated for hostcalls has been exhausted";

/// Why a call gave no result.
pub(crate) fn of_call(error: &wasmtime::Error, state: &State, limits: Limits) -> RuleFailure {
    let place = place(error);
    let (kind, message) = match error.downcast_ref::<Trap>() {
        _ if state.refused().is_some() => {
            let refused = state.refused().map(|refused| refused.to_string());
            (FailureKind::Memory, refused.unwrap_or_default())
        }
        Some(Trap::OutOfFuel) => (
            FailureKind::Fuel,
            format!("it used up its {} instructions{place}", limits.fuel),
        ),
        Some(Trap::Interrupt) => (
            FailureKind::Time,
            format!(
                "it ran for more than {:?}{place}; another run may end otherwise",
                limits.time
            ),
        ),
        Some(_) if state.panic().is_some() => {
            let lines = state.panic().unwrap_or_default().lines().map(str::trim);
            (FailureKind::Panic, lines.collect::<Vec<_>>().join(" "))
        }
        Some(trap) => {
            let what = trap.to_string();
            let what = what.strip_prefix("wasm trap: ").unwrap_or(&what);
            (FailureKind::Trap, format!("{what}{place}"))
        }
        None if error.to_string().contains(TOO_MUCH_HANDED_OVER) => (
            FailureKind::Output,
            format!(
                "it handed over more than {} in one call",
                Bytes(limits.output as u64)
            ),
        ),
        None => return unusable(error),
    };
    RuleFailure { kind, message }
}

/// It cannot be linked: it names the contract's version, but means another.
pub(crate) fn mismatch(error: &wasmtime::Error) -> RuleFailure {
    RuleFailure {
        kind: FailureKind::Version,
        message: format!(
            "it does not fit rashomon:rule@{CONTRACT_VERSION}, which it names: {}; build it again with this \
             release's rashomon-rule",
            chain(error)
        ),
    }
}

/// It is no valid component.
pub(crate) fn invalid(error: &wasmtime::Error) -> RuleFailure {
    refused(format!(
        "it is no component that can be run here: {}",
        chain(error)
    ))
}

/// It may not be run.
pub(crate) fn refused(message: String) -> RuleFailure {
    RuleFailure {
        kind: FailureKind::Refused,
        message,
    }
}

/// An error that is no trap: a result that lies outside the memory or is no text, or too many instances.
fn unusable(error: &wasmtime::Error) -> RuleFailure {
    RuleFailure {
        kind: FailureKind::Trap,
        message: format!("what it returned cannot be read: {}", chain(error)),
    }
}

/// The causes without the engine's picture of the stack, on one line.
fn chain(error: &wasmtime::Error) -> String {
    let causes = error.chain().map(ToString::to_string);
    let told = causes.filter(|cause| !cause.starts_with("error while executing"));
    told.collect::<Vec<_>>().join(": ").replace('\n', " ")
}

/// " in `the function`", where the component names its functions.
fn place(error: &wasmtime::Error) -> String {
    let frames = error
        .downcast_ref::<WasmBacktrace>()
        .map(WasmBacktrace::frames);
    let top = frames.and_then(|frames| frames.iter().find_map(|frame| frame.func_name()));
    top.map(|name| format!(" in `{:#}`", rustc_demangle::demangle(name)))
        .unwrap_or_default()
}

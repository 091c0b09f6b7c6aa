//! Rule packs: the embedded one, and those named on the command line over it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use rashomon_core::lexicon::Lexicon;
use rashomon_core::policy::{Pack, Policy, nearest};

use crate::embedded;

/// The largest pack that is read: a thousand times a long one.
const LARGEST: u64 = 4 << 20;

/// The default pack with `paths` merged over it, in order.
///
/// # Errors
///
/// A file cannot be read, or is no valid pack.
pub(crate) fn load(paths: &[PathBuf]) -> anyhow::Result<Policy> {
    let mut packs = vec![Pack::parse("default", embedded::DEFAULT_PACK)?];
    for path in paths {
        let pack = read(path).with_context(|| format!("cannot use {}", path.display()))?;
        packs.push(pack);
    }
    Ok(Policy::merge(packs)?)
}

fn read(path: &Path) -> anyhow::Result<Pack> {
    if fs::metadata(path)?.len() > LARGEST {
        bail!("larger than {} MiB, which no pack is", LARGEST >> 20);
    }
    let bytes = fs::read(path)?;
    let text = String::from_utf8(bytes).context("not UTF-8 text")?;
    // The file's own name: a report must not depend on where the file lies.
    let name = path.file_name().unwrap_or(path.as_os_str());
    Ok(Pack::parse(&name.to_string_lossy(), &text)?)
}

/// Refuses a profile that the lexicon's conventions do not have.
pub(crate) fn check_profile(policy: &Policy, lexicon: &Lexicon) -> anyhow::Result<()> {
    let known: Vec<&str> = lexicon.profiles().collect();
    check_name("profile", &policy.profile, &known)
}

/// Switches on the rules named by `only`, and all others off; none named: nothing changes.
///
/// # Errors
///
/// There is no rule of that name.
pub(crate) fn keep_only(policy: &mut Policy, only: &[String]) -> anyhow::Result<()> {
    let known: Vec<&str> = policy.rules.keys().map(String::as_str).collect();
    for name in only {
        check_name("rule", name, &known)?;
    }
    if only.is_empty() {
        return Ok(());
    }
    for (id, rule) in &mut policy.rules {
        rule.enabled = only.contains(id);
    }
    Ok(())
}

/// Refuses a `name` that is not `known`, with the nearest that is.
pub(crate) fn check_name(kind: &str, name: &str, known: &[&str]) -> anyhow::Result<()> {
    if known.contains(&name) {
        return Ok(());
    }
    match nearest(name, known.iter().copied()) {
        Some(nearest) => bail!("unknown {kind} `{name}`; did you mean `{nearest}`?"),
        None => bail!("unknown {kind} `{name}`; there are: {}", known.join(", ")),
    }
}

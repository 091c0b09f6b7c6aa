//! Plugins: the embedded ones and those named by `--plugin`, loaded as the rules of a run.
//!
//! A plugin that cannot be loaded is a failure in the report, not the end of the run; a pack that names a plugin
//! nobody has, or sets what its plugin does not declare, ends it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use rashomon_core::model::rule::Rule;
use rashomon_core::model::{Failure, FailureKind};
use rashomon_core::policy::{self, Policy, RulePolicy, nearest};
use rashomon_sandbox::{ComponentRule, Limits, Sandbox, SandboxError};
use rayon::prelude::*;

use crate::cache;
use crate::console::Console;
use components::EMBEDDED;

/// Written by build.rs: `EMBEDDED`, the id and the component of every crate in plugins/.
mod components {
    include!(concat!(env!("OUT_DIR"), "/plugins.rs"));
}

/// The largest plugin that is read. A rule is some 50 KB; one that carries a language's runtime some 10 MB.
const LARGEST: u64 = 64 << 20;

/// All plugins that can be named, by id, and those that could not be understood.
pub(crate) struct Shelf {
    sandbox: Sandbox,
    components: BTreeMap<String, Cow<'static, [u8]>>,
    /// Ids of those named on the command line.
    given: Vec<String>,
    failures: Vec<Failure>,
}

/// Plugins by id and by what packs grant them.
type Components = Vec<(
    (String, policy::Limits),
    Result<Arc<ComponentRule>, SandboxError>,
)>;

/// The rules of a run.
pub(crate) struct RulesOfRun {
    /// By id; rules that stand for codes of one plugin share it.
    pub(crate) loaded: Vec<(String, Arc<ComponentRule>)>,
    /// Rules, and plugins on the command line, that could not be loaded.
    pub(crate) failures: Vec<Failure>,
}

impl Shelf {
    /// The embedded plugins and those in `files`. One with the id of an embedded one takes its place.
    ///
    /// # Errors
    ///
    /// A file cannot be read, or two of them have one id.
    pub(crate) fn open(files: &[PathBuf], console: &Console) -> anyhow::Result<Self> {
        let sandbox = Sandbox::new(cache::store())?.with_log(console.rule_log());
        let embedded = EMBEDDED.iter();
        let mut shelf = Self {
            sandbox,
            components: embedded
                .map(|(id, bytes)| ((*id).to_owned(), Cow::Borrowed(*bytes)))
                .collect(),
            given: Vec::new(),
            failures: Vec::new(),
        };
        for file in files {
            shelf.put(file, console)?;
        }
        Ok(shelf)
    }

    fn put(&mut self, file: &Path, console: &Console) -> anyhow::Result<()> {
        let bytes = read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let id = match self.sandbox.load(&bytes, Limits::default()) {
            Ok(rule) => rule.metadata().id.clone(),
            Err(error) => {
                // The stem only: a report must not depend on where the file lies.
                let name = file.file_stem().unwrap_or(file.as_os_str());
                let name = name.to_string_lossy();
                self.failures.push(failure(&name, &name, &error));
                return Ok(());
            }
        };
        if self.given.contains(&id) {
            bail!("two plugins on the command line have the id `{id}`");
        }
        if self.components.contains_key(&id) {
            console.notice(&format!(
                "{} takes the place of the embedded plugin `{id}`",
                file.display()
            ));
        }
        self.components.insert(id.clone(), Cow::Owned(bytes));
        self.given.push(id);
        Ok(())
    }

    /// Gives every plugin of the command line that no pack names a rule under its own id, with its initial settings
    /// and words.
    pub(crate) fn adopt(&self, policy: &mut Policy) {
        for id in &self.given {
            let named = policy.rules.values().any(|rule| rule.plugin == *id);
            if !named {
                let rule = policy.rules.entry(id.clone());
                rule.or_insert_with(|| RulePolicy::initial(id));
            }
        }
    }

    /// Loads what the policy switches on.
    ///
    /// # Errors
    ///
    /// A pack names a plugin that nobody has, or sets what its plugin does not declare.
    pub(crate) fn load(self, policy: &Policy) -> anyhow::Result<RulesOfRun> {
        let enabled = policy.rules.iter().filter(|(_, rule)| rule.enabled);
        let enabled: Vec<(&String, &RulePolicy)> = enabled.collect();
        let components = self.components_of(&enabled);
        let loaded = enabled
            .iter()
            .map(|(id, rule)| self.rule(id, rule, &components));
        let loaded: Vec<_> = loaded.collect::<anyhow::Result<_>>()?;
        let mut rules = RulesOfRun {
            loaded: Vec::new(),
            failures: self.failures,
        };
        for ((id, _), outcome) in enabled.into_iter().zip(loaded) {
            match outcome {
                Ok(rule) => rules.loaded.push((id.clone(), rule)),
                Err(failure) => rules.failures.push(failure),
            }
        }
        Ok(rules)
    }

    /// The plugins of the rules, each compiled once, however many rules stand for its codes.
    fn components_of(&self, enabled: &[(&String, &RulePolicy)]) -> Components {
        let mut asked: Vec<(&str, policy::Limits)> = Vec::new();
        for (_, rule) in enabled {
            let component = (rule.plugin.as_str(), rule.limits);
            if !asked.contains(&component) {
                asked.push(component);
            }
        }
        let loaded = asked.into_par_iter().filter_map(|(plugin, granted)| {
            let bytes = self.components.get(plugin)?;
            let loaded = self.sandbox.load(bytes, limits(granted)).map(Arc::new);
            Some(((plugin.to_owned(), granted), loaded))
        });
        loaded.collect()
    }

    /// The rule, or the failure that stands for it in the report.
    fn rule(
        &self,
        id: &str,
        rule: &RulePolicy,
        components: &Components,
    ) -> anyhow::Result<Result<Arc<ComponentRule>, Failure>> {
        let mut components = components.iter();
        let named = components
            .find(|((plugin, limits), _)| *plugin == rule.plugin && *limits == rule.limits);
        match named {
            None => self.absent(id, rule).map(Err),
            Some((_, Ok(loaded))) => {
                policy::settings(rule, loaded.metadata())?;
                Ok(Ok(loaded.clone()))
            }
            Some((_, Err(error))) => Ok(Err(failure(id, &rule.plugin, error))),
        }
    }

    /// A rule whose plugin is not on the shelf: a slip in the pack, unless it may be one of the files that could not
    /// be loaded, whose ids are not known.
    fn absent(&self, id: &str, rule: &RulePolicy) -> anyhow::Result<Failure> {
        if let Some(broken) = self.failures.first() {
            return Ok(Failure {
                rule: id.to_owned(),
                plugin: rule.plugin.clone(),
                event: None,
                kind: broken.kind,
                message: format!(
                    "no plugin `{}` is there; a file on the command line that could not be loaded may be it",
                    rule.plugin
                ),
            });
        }
        let place = rule.place_of("plugin");
        let known = self.components.keys().map(String::as_str);
        let remedy = match nearest(&rule.plugin, known) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "pass one of your own with --plugin".to_owned(),
        };
        bail!("{place}: unknown plugin `{}`; {remedy}", rule.plugin)
    }
}

fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    if fs::metadata(file)?.len() > LARGEST {
        bail!("larger than {} MiB, which no plugin is", LARGEST >> 20);
    }
    Ok(fs::read(file)?)
}

/// The sandbox's own numbers, where the pack grants no others.
fn limits(granted: policy::Limits) -> Limits {
    let usual = Limits::default();
    Limits {
        memory: granted.memory.unwrap_or(usual.memory),
        fuel: granted.fuel.unwrap_or(usual.fuel),
        ..usual
    }
}

fn failure(rule: &str, plugin: &str, error: &SandboxError) -> Failure {
    Failure {
        rule: rule.to_owned(),
        plugin: plugin.to_owned(),
        event: None,
        // An engine that cannot be started refuses every rule.
        kind: error
            .rule_failure()
            .map_or(FailureKind::Refused, |failure| failure.kind),
        message: error.to_string(),
    }
}

use super::pack::{GapsPatch, RulePatch};
use super::reader::unknown;
use super::{
    Compare, GapPolicy, Grouping, Limits, Pack, PackError, PackProblem, Policy, RulePolicy,
};

impl Policy {
    /// Merges packs, each over those before it, by rule and key. A later pack may name a rule of an earlier one
    /// without saying its plugin again.
    ///
    /// # Errors
    ///
    /// A pack names a rule that no earlier one has and gives it no plugin, or a kind of event without saying when
    /// it applies.
    pub fn merge(packs: Vec<Pack>) -> Result<Self, PackError> {
        let mut policy = Self {
            packs: Vec::new(),
            profile: "default".to_owned(),
            rules: std::collections::BTreeMap::new(),
            gaps: std::collections::BTreeMap::new(),
            grouping: Grouping::default(),
            compare: Compare::default(),
        };
        for pack in packs {
            policy.lay_over(pack)?;
        }
        Ok(policy)
    }

    fn lay_over(&mut self, pack: Pack) -> Result<(), PackError> {
        for (id, patch) in pack.rules {
            self.lay_rule(id, patch)?;
        }
        for (kind, patch) in pack.gaps {
            self.lay_gaps(kind, patch)?;
        }
        for (key, value) in pack.grouping {
            self.grouping.set(&key, value);
        }
        if let Some(pairs) = pack.max_pairs.and_then(|pairs| u32::try_from(pairs).ok()) {
            self.compare.max_pairs = pairs;
        }
        if let Some(profile) = pack.profile {
            self.profile = profile;
        }
        self.packs.push(pack.name);
        Ok(())
    }

    fn lay_rule(&mut self, id: String, patch: RulePatch) -> Result<(), PackError> {
        if !self.rules.contains_key(&id) && patch.plugin.is_none() {
            return Err(unnamed_plugin(&id, &patch, self.rules.keys()));
        }
        let rule = self.rules.entry(id);
        let rule = rule.or_insert_with(|| RulePolicy::initial(""));
        if let Some(plugin) = patch.plugin {
            rule.plugin = plugin;
        }
        rule.enabled = patch.enabled.unwrap_or(rule.enabled);
        rule.codes = patch.codes.or(rule.codes.take());
        rule.rank = patch.rank.unwrap_or(rule.rank);
        rule.articles = patch.articles.unwrap_or(rule.articles);
        rule.severity.extend(patch.severity);
        rule.params.extend(patch.params);
        rule.words.extend(patch.words);
        rule.limits = Limits {
            memory: patch.limits.memory.or(rule.limits.memory),
            fuel: patch.limits.fuel.or(rule.limits.fuel),
        };
        rule.places.insert(String::new(), patch.place);
        rule.places.extend(patch.places);
        Ok(())
    }

    fn lay_gaps(&mut self, kind: String, patch: GapsPatch) -> Result<(), PackError> {
        if !self.gaps.contains_key(&kind) && patch.when.is_none() {
            let of = format!("the kind of event `{kind}`");
            let problem = PackProblem::Missing { of, key: "when" };
            return Err(PackError::new(patch.place, problem));
        }
        let gaps: &mut GapPolicy = self.gaps.entry(kind).or_default();
        gaps.when = patch.when.unwrap_or_else(|| std::mem::take(&mut gaps.when));
        gaps.slots = patch
            .slots
            .unwrap_or_else(|| std::mem::take(&mut gaps.slots));
        Ok(())
    }
}

/// Either a new rule that lacks its plugin, or an old one misspelt: the names decide which is said.
fn unnamed_plugin<'r>(
    id: &str,
    patch: &RulePatch,
    rules: impl Iterator<Item = &'r String>,
) -> PackError {
    let problem = match unknown("rule", id, rules.map(String::as_str)) {
        misspelt @ PackProblem::Unknown {
            nearest: Some(_), ..
        } => misspelt,
        _ => PackProblem::Missing {
            of: format!("the new rule `{id}`"),
            key: "plugin",
        },
    };
    PackError::new(patch.place.clone(), problem)
}

impl Grouping {
    fn set(&mut self, key: &str, value: f64) {
        match key {
            "threshold" => self.threshold = value,
            "sigma" => self.sigma = value,
            "evidence" => self.evidence = value,
            "floor" => self.floor = value,
            "copy" => self.copy = value,
            "same-text" => self.same_text = value,
            _ => {}
        }
    }
}

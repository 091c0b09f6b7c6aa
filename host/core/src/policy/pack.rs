use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::DeTable;

use super::reader::{Node, Reader};
use super::{Limits, PackError, PackProblem, Place, Slot};
use crate::model::rule::ParamValue;
use crate::model::{Severity, Verdict};

/// The version of the pack format this program reads.
const SCHEMA: &str = "rashomon/rules/1";

/// More ranks than anybody has rules, and more articles than anybody asks for.
const MOST_RANK: u64 = 1000;

/// The most memory a 32-bit component can address.
const MEMORY_MOST: u64 = 4 << 30;

/// One rule pack as it was written: what it says, and nothing of what it leaves to the packs before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// Its name, for the report and for errors.
    pub name: String,
    pub(super) profile: Option<String>,
    pub(super) rules: BTreeMap<String, RulePatch>,
    pub(super) gaps: BTreeMap<String, GapsPatch>,
    /// By key: `threshold`, `sigma`, …
    pub(super) grouping: BTreeMap<String, f64>,
    pub(super) max_pairs: Option<u64>,
}

/// What a pack says of one rule.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RulePatch {
    pub(super) place: Place,
    pub(super) plugin: Option<String>,
    pub(super) enabled: Option<bool>,
    pub(super) codes: Option<Vec<String>>,
    pub(super) rank: Option<u32>,
    pub(super) articles: Option<u32>,
    pub(super) severity: BTreeMap<String, Severity>,
    pub(super) params: BTreeMap<String, ParamValue>,
    pub(super) limits: Limits,
    pub(super) words: BTreeMap<String, String>,
    /// By dotted key: `params.wide-gap`.
    pub(super) places: BTreeMap<String, Place>,
}

/// What a pack says of one kind of event.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GapsPatch {
    pub(super) place: Place,
    pub(super) when: Option<Vec<String>>,
    pub(super) slots: Option<Vec<Slot>>,
}

impl Pack {
    /// Reads a pack. `name` stands for it in the report and in errors.
    ///
    /// # Errors
    ///
    /// The text is no TOML, names another schema, or has a key, severity or value that means nothing.
    pub fn parse(name: &str, text: &str) -> Result<Self, PackError> {
        let reader = Reader { pack: name, text };
        let document = reader.document()?;
        let table = document.get_ref();
        check_schema(&reader, table)?;
        let known = ["schema", "profile", "rule", "gaps", "grouping", "compare"];
        reader.only_keys(table, &known)?;
        let mut pack = Self {
            name: name.to_owned(),
            profile: None,
            rules: BTreeMap::new(),
            gaps: BTreeMap::new(),
            grouping: BTreeMap::new(),
            max_pairs: None,
        };
        for (key, node) in table {
            match key.get_ref().as_ref() {
                "profile" => pack.profile = Some(reader.string("profile", node)?),
                "rule" => pack.rules = rules(&reader, node)?,
                "gaps" => pack.gaps = gaps(&reader, node)?,
                "grouping" => pack.grouping = grouping(&reader, node)?,
                "compare" => pack.max_pairs = max_pairs(&reader, node)?,
                _ => {}
            }
        }
        Ok(pack)
    }
}

fn check_schema(reader: &Reader<'_>, table: &DeTable<'_>) -> Result<(), PackError> {
    let node = table.get("schema");
    if node.is_some_and(|node| node.get_ref().as_str() == Some(SCHEMA)) {
        return Ok(());
    }
    let at = node.map_or(0..0, Node::span);
    let found = node.map_or("none".to_owned(), |node| reader.excerpt(&node.span()));
    let problem = PackProblem::Schema {
        expected: SCHEMA,
        found,
    };
    Err(reader.error(&at, problem))
}

fn rules<'a>(
    reader: &Reader<'a>,
    node: &Node<'a>,
) -> Result<BTreeMap<String, RulePatch>, PackError> {
    let mut rules = BTreeMap::new();
    for (id, node) in reader.table("rule", node)? {
        let at = id.span();
        let id = id.get_ref().to_string();
        if !is_kebab(&id) {
            let problem = PackProblem::Type {
                key: "rule".to_owned(),
                expected: "followed by a name of small letters, digits and hyphens".to_owned(),
                found: reader.excerpt(&at),
            };
            return Err(reader.error(&at, problem));
        }
        let patch = rule(reader, &at, reader.table(&id, node)?)?;
        rules.insert(id, patch);
    }
    Ok(rules)
}

/// Ids go into topics and file names, so they are plain.
fn is_kebab(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(plain)
}

fn rule<'a>(
    reader: &Reader<'a>,
    at: &Range<usize>,
    table: &DeTable<'a>,
) -> Result<RulePatch, PackError> {
    let known = [
        "plugin", "enabled", "codes", "rank", "articles", "severity", "params", "limits", "words",
    ];
    reader.only_keys(table, &known)?;
    let mut patch = RulePatch {
        place: reader.place(at),
        plugin: None,
        enabled: None,
        codes: None,
        rank: None,
        articles: None,
        severity: BTreeMap::new(),
        params: BTreeMap::new(),
        limits: Limits::default(),
        words: BTreeMap::new(),
        places: BTreeMap::new(),
    };
    for (key, node) in table {
        let key = key.get_ref().as_ref();
        match key {
            "plugin" => patch.plugin = Some(plugin(reader, node)?),
            "enabled" => patch.enabled = Some(reader.flag(key, node)?),
            "codes" => patch.codes = Some(reader.strings(key, node)?),
            "articles" => {
                patch.articles = u32::try_from(reader.whole(key, node, 1..=MOST_RANK)?).ok();
            }
            "rank" => patch.rank = u32::try_from(reader.whole(key, node, 0..=MOST_RANK)?).ok(),
            "severity" => patch.severity = by_key(reader, key, node, severity)?,
            "params" => patch.params = by_key(reader, key, node, Reader::param)?,
            "words" => patch.words = by_key(reader, key, node, Reader::string)?,
            "limits" => patch.limits = limits(reader, node)?,
            _ => {}
        }
        patch.places.extend(places(reader, key, node));
    }
    Ok(patch)
}

/// Where `key` stands, and where each key below it does.
fn places(reader: &Reader<'_>, key: &str, node: &Node<'_>) -> Vec<(String, Place)> {
    let own = (key.to_owned(), reader.place(&node.span()));
    let below = node.get_ref().as_table().into_iter().flatten();
    let below = below.map(|(inner, _)| {
        let name = format!("{key}.{}", inner.get_ref());
        (name, reader.place(&inner.span()))
    });
    std::iter::once(own).chain(below).collect()
}

/// A table each of whose values is read by `read`.
fn by_key<'a, T>(
    reader: &Reader<'a>,
    key: &str,
    node: &Node<'a>,
    read: impl Fn(&Reader<'a>, &str, &Node<'a>) -> Result<T, PackError>,
) -> Result<BTreeMap<String, T>, PackError> {
    let table = reader.table(key, node)?;
    let entries = table.iter().map(|(key, node)| {
        let key = key.get_ref().to_string();
        let value = read(reader, &key, node)?;
        Ok((key, value))
    });
    entries.collect()
}

fn severity(reader: &Reader<'_>, key: &str, node: &Node<'_>) -> Result<Severity, PackError> {
    let word = reader.string(key, node)?;
    let known = [Severity::Note, Severity::Warning, Severity::Error];
    let found = known.into_iter().find(|severity| severity.as_str() == word);
    if let Some(severity) = found {
        return Ok(severity);
    }
    let names = known.map(Severity::as_str);
    reader
        .one_of("severity", &word, &node.span(), &names)
        .map(|()| Severity::Note)
}

fn plugin(reader: &Reader<'_>, node: &Node<'_>) -> Result<String, PackError> {
    let plugin = reader.string("plugin", node)?;
    if plugin.contains(['/', '\\', '.']) {
        let problem = PackProblem::PluginByPath { path: plugin };
        return Err(reader.error(&node.span(), problem));
    }
    Ok(plugin)
}

fn limits<'a>(reader: &Reader<'a>, node: &Node<'a>) -> Result<Limits, PackError> {
    let table = reader.table("limits", node)?;
    reader.only_keys(table, &["memory", "fuel"])?;
    let mut limits = Limits::default();
    for (key, node) in table {
        match key.get_ref().as_ref() {
            "memory" => limits.memory = Some(memory(reader, node)?),
            // TOML's integers end at i64::MAX; our decimals have 18 digits.
            "fuel" => {
                limits.fuel = Some(reader.whole("fuel", node, 1..=999_999_999_999_999_999)?);
            }
            _ => {}
        }
    }
    Ok(limits)
}

/// `"64 MiB"` in bytes.
fn memory(reader: &Reader<'_>, node: &Node<'_>) -> Result<u64, PackError> {
    let bytes = || {
        let (number, unit) = node.get_ref().as_str()?.split_once(' ')?;
        let factor: u64 = match unit {
            "KiB" => 1 << 10,
            "MiB" => 1 << 20,
            "GiB" => 1 << 30,
            _ => return None,
        };
        let bytes = number.parse::<u64>().ok()?.checked_mul(factor)?;
        (1..=MEMORY_MOST).contains(&bytes).then_some(bytes)
    };
    let expected = "a size such as \"64 MiB\" (KiB, MiB or GiB, at most \"4 GiB\")";
    bytes().ok_or_else(|| reader.wrong_type("memory", expected, node))
}

fn gaps<'a>(
    reader: &Reader<'a>,
    node: &Node<'a>,
) -> Result<BTreeMap<String, GapsPatch>, PackError> {
    let mut gaps = BTreeMap::new();
    for (kind, node) in reader.table("gaps", node)? {
        let table = reader.table(kind.get_ref(), node)?;
        reader.only_keys(table, &["when", "slots"])?;
        let when = table.get("when");
        let patch = GapsPatch {
            place: reader.place(&kind.span()),
            when: when.map(|node| reader.strings("when", node)).transpose()?,
            slots: table.get("slots").map(|n| slots(reader, n)).transpose()?,
        };
        gaps.insert(kind.get_ref().to_string(), patch);
    }
    Ok(gaps)
}

fn slots<'a>(reader: &Reader<'a>, node: &Node<'a>) -> Result<Vec<Slot>, PackError> {
    let array = node.get_ref().as_array();
    let array = array.ok_or_else(|| reader.wrong_type("slots", "an array of tables", node))?;
    array.iter().map(|node| slot(reader, node)).collect()
}

fn slot<'a>(reader: &Reader<'a>, node: &Node<'a>) -> Result<Slot, PackError> {
    let table = reader.table("slots", node)?;
    reader.only_keys(table, &["slot", "label"])?;
    let get = |key: &'static str| match table.get(key) {
        Some(node) => reader.string(key, node),
        None => {
            let of = "a slot".to_owned();
            Err(reader.error(&node.span(), PackProblem::Missing { of, key }))
        }
    };
    Ok(Slot {
        slot: get("slot")?,
        label: get("label")?,
    })
}

fn grouping<'a>(reader: &Reader<'a>, node: &Node<'a>) -> Result<BTreeMap<String, f64>, PackError> {
    let table = reader.table("grouping", node)?;
    reader.only_keys(
        table,
        &[
            "threshold",
            "sigma",
            "evidence",
            "floor",
            "copy",
            "same-text",
        ],
    )?;
    by_key(reader, "grouping", node, Reader::share)
}

/// More than a million pairs in one event is more than a rule can be given (each is some 60 bytes).
fn max_pairs<'a>(reader: &Reader<'a>, node: &Node<'a>) -> Result<Option<u64>, PackError> {
    let table = reader.table("compare", node)?;
    reader.only_keys(table, &["max-pairs"])?;
    let node = table.get("max-pairs");
    node.map(|node| reader.whole("max-pairs", node, 1..=1_000_000))
        .transpose()
}

/// The verdicts a finding can have; `agree` occurs within readings only.
pub(super) const VERDICTS: [Verdict; 6] = [
    Verdict::Contradiction,
    Verdict::Undetermined,
    Verdict::Disputed,
    Verdict::Superseded,
    Verdict::ScopeDiffers,
    Verdict::Compatible,
];

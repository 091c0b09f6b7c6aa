//! The rows of the comparison grid: one a topic and group of people.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_core::model::{Alignment, Basis, Claim, Extent, Gap, Party};

use super::cell::cell;
use super::clean::tidy;
use super::memo::{Cited, Memo, NOT_SAID};
use super::words::{capital, plural, unslug};
use super::wrap::shorten;

/// Tolls come first on a desk; other counts follow in the event's order.
const FIRST: [&str; 3] = ["killed", "wounded", "missing"];

/// Claims of one article in one cell; the rest is counted.
const MAX_IN_CELL: usize = 3;

/// Columns of a label, which may break.
const LABEL_COLUMNS: usize = 44;

/// One topic.
pub(super) struct Block {
    /// "People killed".
    pub(super) title: String,
    /// One a group of people, those that several articles speak of first.
    pub(super) rows: Vec<Row>,
}

/// One group of people, or the topic as a whole.
pub(super) struct Row {
    /// "Dock workers"; none: the topic as a whole.
    pub(super) label: Option<String>,
    /// The role that its people have, if they have one.
    role: Option<String>,
    /// What the articles say, by index into the report's readings.
    pub(super) cells: BTreeMap<usize, Vec<String>>,
}

/// What an article that says nothing here is shown as.
pub(super) const NOT_STATED: &str = "not stated";

/// All blocks: counts, then what happened.
pub(super) fn blocks(memo: &Memo<'_>) -> Vec<Block> {
    let (mut counts, happened): (Vec<_>, Vec<_>) = memo
        .event
        .alignments
        .iter()
        .partition(|a| is_count(memo, a));
    let rank = |a: &Alignment| {
        FIRST
            .iter()
            .position(|slug| *slug == a.slug)
            .unwrap_or(FIRST.len())
    };
    counts.sort_by_key(|a| rank(a));
    let mut blocks: Vec<Block> = counts.into_iter().map(|a| count_block(memo, a)).collect();
    blocks.extend(gaps_of_no_topic(memo));
    let happened = happened.into_iter().map(|a| block(memo, a));
    blocks.extend(happened.filter(|b| b.rows.iter().any(|row| row.cells.len() > 1)));
    blocks
}

fn is_count(memo: &Memo<'_>, alignment: &Alignment) -> bool {
    let mut claims = alignment.claims.iter().filter_map(|at| cited(memo, *at));
    claims.any(|cited| cited.claim.quantity.is_some())
}

fn cited<'a>(memo: &Memo<'a>, index: usize) -> Option<Cited<'a>> {
    let cited = memo.claim(*memo.event.claims.get(index)?)?;
    (!cited.claim.is_void()).then_some(cited)
}

fn block(memo: &Memo<'_>, alignment: &Alignment) -> Block {
    let mut rows: Vec<Row> = groups(memo, alignment)
        .iter()
        .map(|g| row(memo, g))
        .collect();
    rows.sort_by_key(|row| row.cells.len() < 2);
    Block {
        title: title(alignment),
        rows,
    }
}

fn title(alignment: &Alignment) -> String {
    let topic = tidy(&alignment.topic);
    let topic = if topic.is_empty() {
        unslug(&tidy(&alignment.slug))
    } else {
        topic
    };
    capital(&shorten(&topic, LABEL_COLUMNS))
}

/// A count, with what one expects to be told and some article is silent on.
fn count_block(memo: &Memo<'_>, alignment: &Alignment) -> Block {
    let mut block = block(memo, alignment);
    for gap in &memo.event.gaps {
        let (slug, group) = match gap.slot.split_once('/') {
            Some((slug, group)) => (slug, Some(group)),
            None => (gap.slot.as_str(), None),
        };
        if slug == alignment.slug {
            fill(&mut block.rows, gap, group);
        }
    }
    block
}

/// Marks the articles that are silent, in the rows of the group or in a row of its own.
fn fill(rows: &mut Vec<Row>, gap: &Gap, group: Option<&str>) {
    let is_of = |row: &&mut Row| group.is_none() || row.role.as_deref() == group;
    let mut known = false;
    for row in rows.iter_mut().filter(is_of) {
        known = true;
        for at in &gap.missing_in {
            row.cells
                .entry(*at)
                .or_insert_with(|| vec![NOT_STATED.to_owned()]);
        }
    }
    if !known {
        rows.push(silent_row(&gap.label, &gap.missing_in));
    }
}

fn role(group: &[Cited<'_>]) -> Option<String> {
    let mut people = group
        .iter()
        .filter_map(|cited| cited.claim.population.as_ref());
    people.find_map(|party| party.role.clone())
}

fn silent_row(label: &str, missing_in: &[usize]) -> Row {
    let silent = missing_in
        .iter()
        .map(|at| (*at, vec![NOT_STATED.to_owned()]));
    Row {
        label: Some(capital(&shorten(&tidy(label), LABEL_COLUMNS))),
        role: None,
        cells: silent.collect(),
    }
}

/// Counts that every article leaves open and that no claim of the event is about.
fn gaps_of_no_topic(memo: &Memo<'_>) -> impl Iterator<Item = Block> {
    let slugs: BTreeSet<&str> = memo
        .event
        .alignments
        .iter()
        .map(|a| a.slug.as_str())
        .collect();
    let open = super::gaps::in_all(memo).filter(move |gap| {
        let slug = gap.slot.split('/').next().unwrap_or_default();
        FIRST.contains(&slug) && !slugs.contains(slug)
    });
    open.map(|gap| {
        let row = silent_row(&gap.label, &gap.missing_in);
        let title = row.label.clone().unwrap_or_default();
        Block {
            title,
            rows: vec![Row { label: None, ..row }],
        }
    })
}

/// The claims of a topic by whom they count: those that the host calls the same people, or that are of one
/// side and role, or that use the same words.
fn groups<'a>(memo: &Memo<'a>, alignment: &Alignment) -> Vec<Vec<Cited<'a>>> {
    let mut leader: BTreeMap<usize, usize> = alignment.claims.iter().map(|c| (*c, *c)).collect();
    let mut by_name: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for index in &alignment.claims {
        let Some(cited) = cited(memo, *index) else {
            continue;
        };
        let first = *by_name.entry(name(cited.claim)).or_insert(*index);
        join(&mut leader, first, *index);
    }
    for pair in alignment
        .pairs
        .iter()
        .filter(|p| p.population == Extent::Same)
    {
        join(&mut leader, pair.left, pair.right);
    }
    let mut groups: BTreeMap<usize, Vec<Cited<'a>>> = BTreeMap::new();
    for index in &alignment.claims {
        if let Some(cited) = cited(memo, *index) {
            groups
                .entry(find(&mut leader, *index))
                .or_default()
                .push(cited);
        }
    }
    groups.into_values().collect()
}

fn name(claim: &Claim) -> Vec<String> {
    let Some(party) = &claim.population else {
        return Vec::new();
    };
    let parts = [&party.entity, &party.side, &party.role];
    if parts.iter().all(|part| part.is_none()) {
        return vec![tidy(&party.text).to_lowercase()];
    }
    parts.map(|part| part.clone().unwrap_or_default()).to_vec()
}

/// The leader of the set that holds `at`; the way to it is halved, so that long chains stay cheap.
fn find(leader: &mut BTreeMap<usize, usize>, mut at: usize) -> usize {
    while let Some(next) = leader.get(&at).copied().filter(|next| *next != at) {
        let beyond = leader.get(&next).copied().unwrap_or(next);
        leader.insert(at, beyond);
        at = beyond;
    }
    at
}

/// Makes one set of two; the smaller index leads.
fn join(leader: &mut BTreeMap<usize, usize>, left: usize, right: usize) {
    let (left, right) = (find(leader, left), find(leader, right));
    leader.insert(left.max(right), left.min(right));
}

fn row(memo: &Memo<'_>, group: &[Cited<'_>]) -> Row {
    let mut all: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for cited in group {
        let cells = all.entry(cited.at.article).or_default();
        let text = cell(memo, cited);
        if cells.last() != Some(&text) {
            cells.push(text);
        }
    }
    for cells in all.values_mut().filter(|cells| cells.len() > MAX_IN_CELL) {
        let more = cells.len() - MAX_IN_CELL;
        cells.truncate(MAX_IN_CELL);
        cells.push(format!("and {more} more"));
    }
    Row {
        label: label(group),
        role: role(group),
        cells: all,
    }
}

/// Who is counted: side and role where they are known, else the text's own words.
fn label(group: &[Cited<'_>]) -> Option<String> {
    let people: Vec<&Party> = group
        .iter()
        .filter_map(|c| c.claim.population.as_ref())
        .collect();
    let known = people.iter().find(|party| party.side.is_some());
    let party = known.or(people.first())?;
    let assumed = people.iter().any(|party| party.basis != Basis::Said);
    let mark = if assumed { NOT_SAID } else { "" };
    let who = match (&party.side, &party.role) {
        (Some(side), Some(role)) => capital(&format!("{} {}", unslug(side), plural(&unslug(role)))),
        (Some(side), None) => capital(&format!("{} side", unslug(side))),
        (None, Some(role)) => capital(&plural(&unslug(role))),
        (None, None) => format!("\"{}\"", shorten(&tidy(&party.text), LABEL_COLUMNS)),
    };
    Some(format!("{}{mark}", tidy(&who)))
}

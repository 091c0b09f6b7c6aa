//! The rows of the comparison grid: one a topic and group of people.

use std::collections::{BTreeMap, BTreeSet};

use rashomon_core::model::{Alignment, Gap};

use super::cell::Cell;
use super::clean::tidy;
use super::groups::{Group, cited, groups, labels};
use super::memo::{Cited, Memo};
use super::words::{capital, unslug};
use super::wrap::shorten;

/// Tolls come first on a desk; other counts follow in the event's order.
const FIRST: [&str; 3] = ["killed", "wounded", "missing"];

/// Words compare with words: findings and agreements quote them, and a cell has no room for them.
const WORDS: &str = "statements";

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
    pub(super) cells: BTreeMap<usize, Vec<Cell>>,
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
    // A narrow topic whose claims all stand under a wider one would only say them again.
    let wider = |a: &Alignment| {
        let holds = |other: &&Alignment| a.claims.iter().all(|claim| other.claims.contains(claim));
        let larger = |other: &&Alignment| other.claims.len() > a.claims.len();
        memo.event
            .alignments
            .iter()
            .any(|other| holds(&other) && larger(&other))
    };
    let happened = happened
        .into_iter()
        .filter(|a| a.slug != WORDS && !wider(a))
        .map(|a| block(memo, a));
    blocks.extend(happened.filter(is_shared));
    blocks
}

/// Do several articles speak of it?
fn is_shared(block: &Block) -> bool {
    let articles = block.rows.iter().flat_map(|row| row.cells.keys());
    articles.collect::<BTreeSet<_>>().len() > 1
}

fn is_count(memo: &Memo<'_>, alignment: &Alignment) -> bool {
    let mut claims = alignment.claims.iter().filter_map(|at| cited(memo, *at));
    claims.any(|cited| cited.claim.quantity.is_some())
}

fn block(memo: &Memo<'_>, alignment: &Alignment) -> Block {
    let groups = groups(memo, alignment);
    let groups: Vec<Group<'_>> = groups
        .into_iter()
        .filter(|group| !is_told_elsewhere(memo, alignment, group))
        .collect();
    let labelled = groups.iter().zip(labels(&groups));
    let mut rows: Vec<Row> = labelled
        .map(|(group, label)| row(memo, group, label))
        .collect();
    rows.sort_by_key(|row| row.cells.len() < 2);
    Block {
        title: title(alignment),
        rows,
    }
}

/// Is the group one of another measure, which has a block of its own: the killed, beside casualties?
fn is_told_elsewhere(memo: &Memo<'_>, alignment: &Alignment, group: &Group<'_>) -> bool {
    let slugs = memo.event.alignments.iter().map(|a| a.slug.as_str());
    let slugs: BTreeSet<&str> = slugs.filter(|slug| *slug != alignment.slug).collect();
    let counts = |c: &Cited<'_>| c.claim.quantity.is_some();
    let elsewhere = |c: &Cited<'_>| slugs.contains(c.claim.predicate.as_str());
    group.iter().all(|c| counts(c) && elsewhere(c))
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
                .or_insert_with(|| vec![Cell::bare(NOT_STATED)]);
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
        .map(|at| (*at, vec![Cell::bare(NOT_STATED)]));
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

/// Do two claims of one article give one figure?
fn is_one_figure(one: &Cited<'_>, other: &Cited<'_>) -> bool {
    let figure = |c: &Cited<'_>| c.claim.quantity.as_ref().map(|q| (q.form, q.stated));
    one.at.article == other.at.article
        && one.claim.polarity == other.claim.polarity
        && figure(one).is_some()
        && figure(one) == figure(other)
}

fn row(memo: &Memo<'_>, group: &[Cited<'_>], label: Option<String>) -> Row {
    let mut all: BTreeMap<usize, (Vec<Cell>, usize)> = BTreeMap::new();
    let text: Vec<&Cited<'_>> = group.iter().filter(|c| !c.is_in_headline()).collect();
    // A headline says beforehand what the text says again.
    let again = |c: &Cited<'_>| c.is_in_headline() && text.iter().any(|t| is_one_figure(c, t));
    for cited in group.iter().filter(|c| !again(c)) {
        let (cells, more) = all.entry(cited.at.article).or_default();
        let cell = Cell::of(memo, cited);
        match () {
            () if cells.contains(&cell) => {}
            () if cells.len() < MAX_IN_CELL => cells.push(cell),
            () => *more += 1,
        }
    }
    let cells = all.into_iter().map(|(article, (mut cells, more))| {
        if more > 0 {
            cells.push(Cell::bare(format!("and {more} more")));
        }
        (article, cells)
    });
    Row {
        label,
        role: role(group),
        cells: cells.collect(),
    }
}

//! Lays the comparison grid out: columns side by side for up to three articles, lines for more.

use super::cell::Cell;
use super::header::some_letters;
use super::memo::{CORRECTED, Memo, NOT_SAID};
use super::page::{Page, WIDTH};
use super::rows::{Block, NOT_STATED, Row, blocks};
use super::wrap::{pad, wrap};

/// More articles than this do not stand side by side in 80 columns.
const MAX_COLUMNS: usize = 3;

/// Columns for what a row is about.
const LABEL: usize = 24;

/// Topics, groups of a topic and articles of a group that are shown; the rest is counted.
const MAX_BLOCKS: usize = 20;
const MAX_ROWS: usize = 8;
const MAX_LINES: usize = 10;

/// Writes the grid, if there is more than one article to compare and anything to compare them on.
pub(super) fn write(page: &mut Page, memo: &Memo<'_>) {
    let blocks = blocks(memo);
    if memo.event.articles.len() < 2 || blocks.is_empty() {
        return;
    }
    page.blank();
    let side_by_side = memo.event.articles.len() <= MAX_COLUMNS;
    if side_by_side {
        let heads = memo
            .event
            .articles
            .iter()
            .map(|at| vec![Cell::bare(memo.letter(*at))]);
        columns(page, &[], &heads.collect::<Vec<_>>());
    }
    for block in blocks.iter().take(MAX_BLOCKS) {
        if side_by_side {
            block_of_columns(page, memo, block);
        } else {
            block_of_lines(page, memo, block);
        }
    }
    if blocks.len() > MAX_BLOCKS {
        page.line(&format!(" and {} more topics", blocks.len() - MAX_BLOCKS));
    }
    if side_by_side {
        page.line(" - nothing found in the article");
    }
    explain_marks(page, &blocks);
}

fn block_of_columns(page: &mut Page, memo: &Memo<'_>, block: &Block) {
    let alone = block.rows.len() == 1 && block.rows[0].label.is_none();
    if !alone {
        page.line(&format!(" {}", block.title));
    }
    for row in block.rows.iter().take(MAX_ROWS) {
        let label = match &row.label {
            _ if alone => wrap(&block.title, LABEL - 2),
            Some(label) => indented(label),
            None => indented("Who is not said"),
        };
        let cells = memo
            .event
            .articles
            .iter()
            .map(|at| match row.cells.get(at) {
                Some(cell) => cell.clone(),
                None => vec![Cell::bare("-")],
            });
        columns(page, &label, &cells.collect::<Vec<_>>());
    }
    more_rows(page, block);
}

fn indented(label: &str) -> Vec<String> {
    let lines = wrap(label, LABEL - 4).into_iter();
    lines.map(|line| format!("  {line}")).collect()
}

/// One row: the label and the cells, each broken into its column.
fn columns(page: &mut Page, label: &[String], cells: &[Vec<Cell>]) {
    let wide = (WIDTH - LABEL) / cells.len().max(1);
    let broken: Vec<Vec<String>> = cells
        .iter()
        .map(|cell| cell.iter().flat_map(|cell| cell.lines(wide - 1)).collect())
        .collect();
    let height = broken
        .iter()
        .map(Vec::len)
        .chain([label.len()])
        .max()
        .unwrap_or(0);
    for at in 0..height {
        let start = label.get(at).map_or("", String::as_str);
        let mut line = pad(&format!(" {start}"), LABEL);
        for cell in &broken {
            line.push_str(&pad(cell.get(at).map_or("", String::as_str), wide));
        }
        page.line(&line);
    }
}

fn block_of_lines(page: &mut Page, memo: &Memo<'_>, block: &Block) {
    page.line(&format!(" {}", block.title));
    for row in block.rows.iter().take(MAX_ROWS) {
        if let Some(label) = &row.label {
            page.flow("   ", label);
        }
        lines_of_row(page, memo, row);
    }
    more_rows(page, block);
}

fn lines_of_row(page: &mut Page, memo: &Memo<'_>, row: &Row) {
    let is_silent = |at: &&usize| {
        row.cells
            .get(at)
            .is_some_and(|cells| cells.iter().all(|c| c.value == NOT_STATED))
    };
    let (silent, told): (Vec<&usize>, Vec<&usize>) = {
        let listed = memo
            .event
            .articles
            .iter()
            .filter(|at| row.cells.contains_key(at));
        listed.partition(is_silent)
    };
    for at in told.iter().take(MAX_LINES) {
        let cells = row.cells.get(at).into_iter().flatten().map(Cell::line);
        let cells: Vec<String> = cells.collect();
        page.flow(
            &format!("     {}  ", pad(memo.letter(**at), 2)),
            &cells.join("; "),
        );
    }
    if told.len() > MAX_LINES {
        page.line(&format!(
            "     and {} more articles",
            told.len() - MAX_LINES
        ));
    }
    if !silent.is_empty() {
        let letters: Vec<&str> = silent.iter().map(|at| memo.letter(**at)).collect();
        page.flow(
            "     ",
            &format!("{NOT_STATED}: {}", some_letters(&letters)),
        );
    }
}

fn more_rows(page: &mut Page, block: &Block) {
    if block.rows.len() > MAX_ROWS {
        page.line(&format!(
            "   and {} more groups",
            block.rows.len() - MAX_ROWS
        ));
    }
}

fn explain_marks(page: &mut Page, blocks: &[Block]) {
    let rows = || blocks.iter().flat_map(|block| &block.rows);
    let is_marked = |mark: &str| {
        rows().any(|row| {
            let cells = row.cells.values().flatten();
            let texts = cells.flat_map(|cell| [&cell.value, &cell.source]);
            texts.chain(&row.label).any(|text| text.contains(mark))
        })
    };
    for (mark, text) in [
        (
            NOT_SAID,
            "not said outright: implied by the text around it, or assumed",
        ),
        (CORRECTED, "entered or corrected by a person"),
    ] {
        if is_marked(mark) {
            page.flow(&format!(" {mark} "), text);
        }
    }
}

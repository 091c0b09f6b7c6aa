//! The lines of a block of front matter as keys and values.

/// A key, in lower case, with its value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) value: String,
}

/// A line that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// From 1, within the block.
    pub(super) line: usize,
    /// In characters, from 1.
    pub(super) column: usize,
    pub(super) why: String,
    pub(super) words: String,
}

type Lines = (Vec<Entry>, Vec<Broken>);

/// TOML as a whole; where that fails, line by line, so that one slip costs one line.
pub(super) fn toml(block: &str) -> Lines {
    if let Ok(table) = block.parse::<toml::Table>() {
        return entries(&table, 1, block);
    }
    let (mut found, mut broken) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(block.lines()) {
        match line.parse::<toml::Table>() {
            Ok(table) => {
                let (entries, odd) = entries(&table, number, line);
                found.extend(entries);
                broken.extend(odd);
            }
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                broken.push(Broken {
                    line: number,
                    column: column(line, at),
                    why: error.message().replace('\n', " "),
                    words: line.to_owned(),
                });
            }
        }
    }
    (found, broken)
}

/// The values of a table that can be one line of text.
fn entries(table: &toml::Table, line: usize, words: &str) -> Lines {
    let (mut found, mut broken) = (Vec::new(), Vec::new());
    for (key, value) in table {
        match plain(value) {
            Some(value) => found.push(Entry {
                key: key.to_lowercase(),
                value,
            }),
            None => {
                let starts = |line: &str| {
                    line.trim_start()
                        .trim_start_matches('[')
                        .starts_with(key.as_str())
                };
                let above = words.lines().take_while(|line| !starts(line)).count();
                broken.push(Broken {
                    line: line + above.min(words.lines().count().saturating_sub(1)),
                    column: 1,
                    why: "only plain values are read".to_owned(),
                    words: key.clone(),
                });
            }
        }
    }
    (found, broken)
}

fn plain(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Datetime(at) => Some(at.to_string()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Float(number) => Some(number.to_string()),
        toml::Value::Boolean(flag) => Some(flag.to_string()),
        // A list of bylines.
        toml::Value::Array(values) => {
            let texts: Option<Vec<&str>> = values.iter().map(toml::Value::as_str).collect();
            texts.map(|texts| texts.join(", "))
        }
        toml::Value::Table(_) => None,
    }
}

/// `key: value` a line, comments and blank lines between.
pub(super) fn yaml(block: &str) -> Lines {
    let (mut found, mut broken) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(block.lines()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let mut refuse = |at: usize, why: &str| {
            broken.push(Broken {
                line: number,
                column: column(line, at),
                why: why.to_owned(),
                words: line.to_owned(),
            });
        };
        let Some((key, value)) = line
            .split_once(':')
            .filter(|(key, value)| is_key(key, value))
        else {
            refuse(0, "not `key: value`");
            continue;
        };
        let at = line.len() - value.trim_start().len();
        match scalar(value.trim()) {
            Ok(value) => found.push(Entry {
                key: key.trim_end().to_lowercase(),
                value,
            }),
            Err(why) => refuse(at, why),
        }
    }
    (found, broken)
}

/// One word without an indent, and a blank after the colon, else `https://…` would be a key.
fn is_key(key: &str, value: &str) -> bool {
    let word = key.trim_end();
    let letter = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let blank = value.is_empty() || value.starts_with([' ', '\t']);
    !word.is_empty() && word.chars().all(letter) && blank
}

/// A plain, a single-quoted or a double-quoted value; empty where there is none.
fn scalar(text: &str) -> Result<String, &'static str> {
    let between = |open, close| text.starts_with(open) && text.ends_with(close);
    let block = ["|", ">", "|-", ">-", "|+", ">+"].contains(&text);
    if block || between('[', ']') || between('{', '}') {
        return Err("only plain values are read, on one line");
    }
    if text.starts_with('"') {
        // TOML's basic strings have the same escapes, but for a few nobody uses.
        let table = format!("v = {text}").parse::<toml::Table>();
        let value = table.ok().and_then(|mut table| table.remove("v"));
        return match value {
            Some(toml::Value::String(value)) => Ok(value),
            _ => Err("the value in double quotes is not closed, or has an unknown escape"),
        };
    }
    if let Some(rest) = text.strip_prefix('\'') {
        return single_quoted(rest);
    }
    // A comment needs blanks on both sides here, so that "suspect #2" keeps its number.
    let value = match text.split_once(" # ") {
        Some((value, _)) => value.trim_end(),
        None if text.starts_with('#') => "",
        None => text,
    };
    Ok(match value {
        "~" | "null" => String::new(),
        value => value.to_owned(),
    })
}

/// What stands before the closing quote; two quotes are one.
fn single_quoted(rest: &str) -> Result<String, &'static str> {
    let mut value = String::new();
    let mut rest = rest;
    loop {
        let Some((head, tail)) = rest.split_once('\'') else {
            return Err("the value in single quotes is not closed");
        };
        value.push_str(head);
        match tail.strip_prefix('\'') {
            Some(more) => {
                value.push('\'');
                rest = more;
            }
            None if tail.trim().is_empty() || tail.trim_start().starts_with('#') => {
                return Ok(value);
            }
            None => return Err("words follow the closing quote"),
        }
    }
}

fn column(line: &str, at: usize) -> usize {
    let before = line.char_indices().take_while(|(index, _)| *index < at);
    before.count() + 1
}

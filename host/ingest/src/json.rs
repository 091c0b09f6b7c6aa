//! Files of JSON: one article, a list or graph of them, or one a line.

use rashomon_core::model::{Notice, without_outlet};
use serde_json::Value;

use crate::draft::{Dates, Draft, Post};
use crate::error::Refusal;
use crate::limits::{MOST_NOTICES, MOST_TEXT};
use crate::schema_org::{self, Facts, Graph};
use crate::{byline, decode, html, loose, slips, stamp};

/// The longest identifier that serves as an article's id, in bytes.
const LONGEST_ID: usize = 80;

/// The articles of a file, and what could not be read of it.
pub(crate) fn read(
    path: &str,
    text: &str,
    lines: bool,
) -> Result<(Vec<Draft>, Vec<Notice>), Refusal> {
    let mut reader = Reader {
        path,
        drafts: Vec::new(),
        notices: Vec::new(),
        left_out: 0,
    };
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("");
    let line_alone = first.len() <= MOST_TEXT
        && serde_json::from_str::<Value>(first).is_ok_and(|value| value.is_object());
    let whole = !lines || !line_alone;
    let fits = decode::check_size(text.len(), MOST_TEXT);
    if !lines && !line_alone {
        fits.clone()?;
    }
    let whole = (whole && fits.is_ok()).then(|| loose::read(text));
    match whole {
        Some(Ok(value)) => reader.value(&value, ""),
        Some(Err(why)) if !lines && !line_alone => {
            let why = with_remedy(&why);
            return Err(Refusal::Json { why });
        }
        _ => reader.lines(text),
    }
    reader.finish()
}

struct Reader<'a> {
    path: &'a str,
    drafts: Vec<Draft>,
    notices: Vec<Notice>,
    left_out: usize,
}

impl Reader<'_> {
    fn lines(&mut self, text: &str) {
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim().is_empty() {
                continue;
            }
            let place = format!("line {number}: ");
            match loose::read(line) {
                Ok(value) => self.value(&value, &place),
                Err(why) => {
                    let why = why.to_string().replace("line 1 column", "column");
                    self.complain(
                        "broken-line",
                        &format!("{place}not read, no JSON: {why}; the other lines are"),
                    );
                }
            }
        }
    }

    fn value(&mut self, value: &Value, place: &str) {
        let mut graph = Graph::default();
        graph.add(value);
        let articles: Vec<_> = graph
            .objects
            .iter()
            .filter(|object| schema_org::has_text(object) || schema_org::is_article(object))
            .collect();
        if articles.is_empty() {
            let slips = graph.objects.iter().flat_map(|object| slips::slips(object));
            let meant: Vec<String> = slips
                .map(|(key, meant)| format!("; did you mean `{meant}` by `{key}`?"))
                .collect();
            let why = format!(
                "holds no article: its text is read from articleBody, text, body or content{}",
                meant.concat()
            );
            self.complain("no-article", &format!("{place}{why}"));
        }
        for article in articles {
            for (key, meant) in slips::slips(article) {
                let why = format!("no such key is read: `{key}`; did you mean `{meant}`?");
                self.complain("unknown-key", &format!("{place}{why}"));
            }
            self.drafts.push(draft(self.path, graph.facts(article)));
        }
    }

    fn complain(&mut self, code: &str, message: &str) {
        if self.notices.len() >= MOST_NOTICES {
            // What is not told of is not for that unread.
            self.left_out += usize::from(code != "unknown-key");
            return;
        }
        self.notices
            .push(Notice::new(code, format!("{}: {message}", self.path)));
    }

    fn finish(mut self) -> Result<(Vec<Draft>, Vec<Notice>), Refusal> {
        if self.left_out > 0 {
            let message = format!(
                "{}: {} more places could not be read",
                self.path, self.left_out
            );
            self.notices.push(Notice::new("broken-line", message));
        }
        if !self.drafts.is_empty() {
            return Ok((self.drafts, self.notices));
        }
        let named = format!("{}: ", self.path);
        let mut unread = self.notices.iter();
        let why = unread
            .find(|notice| notice.code != "unknown-key")
            .map(|notice| notice.message.replacen(&named, "", 1));
        match why {
            Some(why) => Err(Refusal::Json { why }),
            None => Err(Refusal::NoText),
        }
    }
}

/// What to do about a document that ends too early, as a download that broke off does.
fn with_remedy(why: &serde_json::Error) -> String {
    if why.is_eof() {
        format!("{why}: the file ends too early; save it again")
    } else {
        why.to_string()
    }
}

fn draft(path: &str, facts: Facts) -> Draft {
    let mut draft = Draft::default();
    if let Some(origin) = &facts.origin {
        let message = format!(
            "{path}: it says that it is based on “{}”",
            crate::excerpt(origin)
        );
        draft.notices.push(Notice::new("based-on", message));
    }
    let (mut published, mut modified) = (Dates::default(), Dates::default());
    if let Some((words, key)) = &facts.published {
        published.add(words, key);
    }
    if let Some((words, key)) = &facts.modified {
        modified.add(words, key);
    }
    crate::doubt::unread(path, &[&published, &modified], &mut draft.notices);
    let metadata = &mut draft.metadata;
    metadata.id = facts.id.filter(|id| is_id(id));
    metadata.title = facts.title.map(|title| html::one_line(&title));
    if let (Some(title), Some(outlet)) = (&mut metadata.title, &facts.outlet) {
        *title = without_outlet(title, outlet).to_owned();
    }
    metadata.outlet = facts.outlet;
    metadata.byline = byline::join(&facts.bylines);
    metadata.url = facts.url;
    metadata.language = facts.language;
    metadata.retrieved = facts.retrieved.and_then(|words| stamp::read(&words));
    metadata.published_from = published.first().map(|dated| dated.from.clone());
    metadata.published = published.found.into_iter().next().map(|dated| dated.stamp);
    metadata.modified = modified.found.into_iter().next().map(|dated| dated.stamp);
    draft.withdrawn = facts.taken_back.map(|status| {
        format!("its agency took it back (pubstatus {status}), so none of its claims is read")
    });
    draft.body = facts
        .body
        .map(|body| html::plain_if_marked(&body))
        .unwrap_or_default();
    draft.posts = facts.posts.into_iter().map(post).collect();
    draft
}

/// An entry's text: its headline, a blank line, its words.
pub(crate) fn post(facts: schema_org::PostFacts) -> Post {
    let parts = [facts.title, facts.body];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .map(|part| html::plain_if_marked(&part))
        .collect();
    Post {
        text: parts.join("\n\n"),
        at: facts.at.and_then(|words| stamp::read(&words)),
    }
}

/// An id that people and claims files can use: short, one word, no address.
fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "-_.:".contains(c);
    !id.contains("//") && id.len() <= LONGEST_ID && id.chars().all(plain)
}

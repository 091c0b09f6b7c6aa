//! One plain or Markdown text with its metadata as an article.

use rashomon_core::model::{Article, Input, Notice};

use crate::error::Refusal;
use crate::front::{self, Metadata};
use crate::{clean, ending, markdown, stem};

/// How many paragraphs are looked at for the title: a date line, a section and a byline may stand above it.
const TITLE_WITHIN: usize = 5;

pub(crate) fn read(path: &str, text: &str, sha256: String) -> Result<Input, Refusal> {
    let (text, removed) = clean::visible(text);
    let (mut metadata, body, mut notices) = front::read(path, &text);
    if removed > 0 {
        let message = format!(
            "{path}: {removed} invisible characters (zero-width, direction marks, control characters) were taken out"
        );
        notices.insert(0, Notice::new("invisible-characters", message));
    }
    let body = match ending(path).as_deref() {
        Some("md" | "markdown") => {
            let (plain, heading) = markdown::plain(body);
            let heading = heading.map(|heading| clean::one_line(&heading));
            metadata.title = metadata.title.or(heading.filter(|h| !h.is_empty()));
            clean::paragraphs(&plain)
        }
        _ => clean::paragraphs(body),
    };
    if body.is_empty() {
        return Err(Refusal::NoText);
    }
    let text = with_title(metadata.title.as_deref(), body);
    Ok(Input {
        article: article(path, metadata, text, sha256),
        given: None,
        notices,
    })
}

fn article(path: &str, metadata: Metadata, text: String, sha256: String) -> Article {
    let stem = || clean::one_line(stem(path));
    Article {
        id: metadata.id.unwrap_or_else(stem),
        outlet: metadata.outlet.unwrap_or_else(stem),
        title: metadata.title,
        byline: metadata.byline,
        url: metadata.url,
        published: metadata.published,
        not_before: None,
        modified: metadata.modified,
        retrieved: metadata.retrieved,
        language: metadata.language.unwrap_or_else(|| "en".to_owned()),
        path: path.to_owned(),
        sha256,
        text,
    }
}

/// The text, with the title in front where the text does not carry it.
fn with_title(title: Option<&str>, body: String) -> String {
    match title {
        Some(title) if !carries(&body, title) => format!("{title}\n\n{body}"),
        _ => body,
    }
}

/// Is one of the first paragraphs, or its first line, the title but for case, blanks and punctuation?
fn carries(body: &str, title: &str) -> bool {
    let mut paragraphs = body.split("\n\n").take(TITLE_WITHIN);
    paragraphs.any(|paragraph| {
        let line = paragraph.split('\n').next().unwrap_or("");
        letters(paragraph).eq(letters(title)) || letters(line).eq(letters(title))
    })
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

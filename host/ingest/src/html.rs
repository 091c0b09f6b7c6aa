//! Saved pages: what of them is the article, and what they say of it.
//!
//! The size of a page and the depth of its tags are checked before it is parsed ([`guard`]); then the page says what it
//! is ([`page`]), and `dom_smoothie` finds the article in it.

mod guard;
mod live;
mod page;

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use crate::draft::Draft;
use crate::error::Refusal;
use crate::limits::MOST_WEIGHED;
use crate::{clean, doubt};
use page::Page;

/// A text shorter than this, in bytes, is no article: what the page shows instead is read, so that it can be said.
const SHORTEST_ARTICLE: usize = 140;

/// How much longer the text in a page's description of itself must be to be taken instead of the page's own.
const TIMES_LONGER: usize = 3;

/// The article in a page.
pub(crate) fn read(path: &str, html: &str) -> Result<Draft, Refusal> {
    guard::check(html)?;
    let document = Document::from(html);
    let scripts = page::embedded(&document);
    let mut page = Page::read(path, &document, &scripts, html);
    let mut draft = Draft {
        posts: page.posts(&document),
        ..Draft::default()
    };
    draft.body = match draft.posts.is_empty() {
        true => body(document, html, page.body.take()),
        // The entries are the text; what stands above them is told in the page's summary.
        false => page.summary.take().unwrap_or_default(),
    };
    draft.withdrawn = page.withdrawn.take();
    doubt::unread(path, &[&page.published, &page.modified], &mut page.notices);
    doubt::disagreement(path, &page.published, &mut page.notices);
    draft.notices = std::mem::take(&mut page.notices);
    draft.metadata = page.into_metadata(&draft.body);
    Ok(draft)
}

/// The article's text: what is found in the page, the text of its description where that is much longer, else all of
/// it.
fn body(document: Document, html: &str, described: Option<String>) -> String {
    let found = article(document).unwrap_or_default();
    let described = described
        .map(|text| plain_if_marked(&text))
        .unwrap_or_default();
    let longer = described.len() > found.len();
    if described.len() > SHORTEST_ARTICLE && described.len() > found.len() * TIMES_LONGER
        || longer && begins_alike(&found, &described)
        || longer && found.len() < SHORTEST_ARTICLE && described.len() > SHORTEST_TOLD
    {
        return described;
    }
    if found.len() > SHORTEST_ARTICLE {
        return found;
    }
    if let Some(only) = only_article(html) {
        return only;
    }
    let shown = shown(html);
    if shown.len() > found.len() {
        shown
    } else {
        found
    }
}

/// A described text shorter than this, in bytes, is no text.
const SHORTEST_TOLD: usize = 40;

/// Does the text of the page begin as the other does? A page that asks its readers to pay shows the first lines.
fn begins_alike(found: &str, described: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().take(BEGINNING);
        words.map(str::to_owned).collect()
    };
    let (one, other) = (words(found), words(described));
    one.len() == BEGINNING && one == other
}

/// The words by which a text is known from its beginning.
const BEGINNING: usize = 8;

fn article(document: Document) -> Option<String> {
    if document.select("*").length() > MOST_WEIGHED {
        let paragraphs = document.select("p");
        let paragraphs = paragraphs
            .iter()
            .map(|paragraph| paragraph.text().to_string());
        return Some(paragraphs.collect::<Vec<_>>().join("\n\n"));
    }
    let config = Config {
        disable_json_ld: true,
        text_mode: TextMode::Formatted,
        // By default what is shorter than 500 is looked for again, comments and teasers included: breaking news is short.
        char_threshold: SHORTEST_ARTICLE,
        ..Config::default()
    };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    let article = readability.parse().ok()?;
    Some(article.text_content.to_string())
}

/// The few words of a page's one `article`: behind it stand comments and teasers.
fn only_article(html: &str) -> Option<String> {
    let document = Document::from(html);
    document.select(UNSHOWN).remove();
    let articles = document.select("article");
    // An `article` that holds a heading alone is no text.
    let told = articles.length() == 1 && document.select("article p").length() > 0;
    let nodes = articles.nodes();
    let only = nodes.first().filter(|_| told)?;
    let text = only.formatted_text().trim().to_owned();
    (text.len() > SHORTEST_TOLD).then_some(text)
}

/// What a page does not show as text, or shows to lead elsewhere.
const UNSHOWN: &str = "script, style, template, svg, noscript, nav";

/// All that the page shows, with what it shows to browsers without scripts.
fn shown(html: &str) -> String {
    let document = Document::from(html);
    let without_scripts = document.select("noscript").text().to_string();
    document.select(UNSHOWN).remove();
    let body = document
        .body()
        .map(|body| body.formatted_text().to_string());
    let without_scripts = plain_if_marked(&without_scripts);
    let parts = [body.unwrap_or_default(), without_scripts];
    parts.join("\n\n").trim().to_owned()
}

/// Marked-up text as plain text with its paragraphs; plain text as it is.
pub(crate) fn plain_if_marked(text: &str) -> String {
    let marked = ["</", "<br", "<p>", "<BR", "<P>"]
        .iter()
        .any(|tag| text.contains(tag));
    if marked && guard::check(text).is_ok() {
        return Document::fragment(text).formatted_text().to_string();
    }
    if !marked && has_entity(text) {
        // Line by line: to the parser a line end is a blank.
        let lines = text.lines().map(|line| match has_entity(line) {
            true => Document::fragment(line).text().to_string(),
            false => line.to_owned(),
        });
        return lines.collect::<Vec<_>>().join("\n");
    }
    text.to_owned()
}

/// One line of plain text.
pub(crate) fn one_line(text: &str) -> String {
    clean::one_line(&plain_if_marked(text))
}

/// Something like `&amp;`, `&#39;`.
fn has_entity(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| {
        let name = text[at + 1..]
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#');
        let length = name.take(12).count();
        length > 1 && text.as_bytes().get(at + 1 + length) == Some(&b';')
    })
}

#[cfg(test)]
mod tests;

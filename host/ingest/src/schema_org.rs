//! Articles in JSON, by schema.org's names and by those that feeds, agencies and our own front matter use.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::limits::{MOST_ENTRIES, MOST_NODES};

/// An object of JSON.
pub(crate) type Object = Map<String, Value>;

/// Keys that say one thing, the best first.
const TITLE: [&str; 4] = ["headline", "title", "headline_main", "name"];
const BODY: [&str; 10] = [
    "articleBody",
    "text",
    "body",
    "content",
    "body_text",
    "content_text",
    "body_html",
    "content_html",
    "body_xhtml",
    "reviewBody",
];
const PUBLISHED: [&str; 11] = [
    "datePublished",
    "published",
    "published_at",
    "publishedAt",
    "date_published",
    "firstpublished",
    "pubDate",
    "pub_date",
    "date",
    "firstcreated",
    "dateCreated",
];
const MODIFIED: [&str; 7] = [
    "dateModified",
    "modified",
    "updated",
    "updated_at",
    "updatedAt",
    "date_modified",
    "versioncreated",
];
const RETRIEVED: [&str; 4] = ["retrieved", "date_download", "crawled", "fetched_at"];
const OUTLET: [&str; 8] = [
    "outlet",
    "publisher",
    "sourceOrganization",
    "provider",
    "source",
    "site_name",
    "source_name",
    "isPartOf",
];
const BYLINE: [&str; 5] = ["author", "byline", "authors", "creator", "by"];
const ADDRESS: [&str; 5] = [
    "url",
    "mainEntityOfPage",
    "link",
    "canonical_url",
    "web_url",
];
const LANGUAGE: [&str; 3] = ["inLanguage", "language", "lang"];
const IDENTIFIER: [&str; 3] = ["id", "identifier", "guid"];
const ORIGIN: [&str; 4] = ["isBasedOn", "isBasedOnUrl", "creditText", "credit"];

/// All of these, by what they tell.
pub(crate) const KINDS: [&[&str]; 9] = [
    &TITLE, &BODY, &PUBLISHED, &MODIFIED, &RETRIEVED, &OUTLET, &BYLINE, &ADDRESS, &LANGUAGE,
];

/// Keys below which articles may stand.
const LISTS: [&str; 9] = [
    "@graph",
    "articles",
    "items",
    "docs",
    "results",
    "entries",
    "mainEntity",
    "itemListElement",
    "item",
];

/// Words of an agency's `pubstatus` that take a text back.
const TAKEN_BACK: [&str; 4] = ["canceled", "cancelled", "withheld", "killed"];

/// What one object says of an article, in its own words.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) published: Option<(String, &'static str)>,
    pub(crate) modified: Option<(String, &'static str)>,
    pub(crate) retrieved: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) bylines: Vec<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    /// Whose report it retells, as it says.
    pub(crate) origin: Option<String>,
    /// `canceled` and the like.
    pub(crate) taken_back: Option<String>,
    pub(crate) posts: Vec<PostFacts>,
}

/// What one entry of a live blog says.
#[derive(Debug, Default)]
pub(crate) struct PostFacts {
    pub(crate) title: Option<String>,
    pub(crate) body: Option<String>,
    pub(crate) at: Option<String>,
}

/// The objects of a document that stand where articles stand, and all that others refer to by `@id`.
#[derive(Debug, Default)]
pub(crate) struct Graph<'v> {
    pub(crate) objects: Vec<&'v Object>,
    named: BTreeMap<&'v str, &'v Object>,
}

impl<'v> Graph<'v> {
    /// Adds a document.
    pub(crate) fn add(&mut self, value: &'v Value) {
        let mut left = vec![value];
        while let Some(value) = left.pop() {
            if self.objects.len() >= MOST_NODES {
                return;
            }
            match value {
                Value::Array(values) => left.extend(values.iter().rev()),
                Value::Object(object) => {
                    self.objects.push(object);
                    if let Some(id) = object.get("@id").and_then(Value::as_str) {
                        let fuller = |known: &&Object| known.len() >= object.len();
                        if !self.named.get(id).is_some_and(fuller) {
                            self.named.insert(id, object);
                        }
                    }
                    let lists = LISTS.iter().rev().filter_map(|key| object.get(*key));
                    left.extend(lists.filter(|list| !list.is_string()));
                }
                _ => {}
            }
        }
    }

    /// What an object says, references followed.
    pub(crate) fn facts(&self, object: &Object) -> Facts {
        let dated = |keys: &[&'static str]| {
            let found = keys
                .iter()
                .find_map(|key| Some((scalar(object.get(*key)?)?, *key)));
            found.filter(|(words, _)| !words.trim().is_empty())
        };
        let status = words(object, &["pubstatus"]).map(|status| status.to_lowercase());
        Facts {
            id: words(object, &IDENTIFIER),
            title: words(object, &TITLE),
            body: words(object, &BODY),
            published: dated(&PUBLISHED),
            modified: dated(&MODIFIED),
            retrieved: words(object, &RETRIEVED),
            outlet: OUTLET
                .iter()
                .find_map(|key| self.names(object.get(*key)?).into_iter().next()),
            bylines: BYLINE
                .iter()
                .map(|key| {
                    object
                        .get(*key)
                        .map(|value| self.names(value))
                        .unwrap_or_default()
                })
                .find(|names| !names.is_empty())
                .unwrap_or_default(),
            url: ADDRESS.iter().find_map(|key| address(object.get(*key)?)),
            language: LANGUAGE.iter().find_map(|key| language(object.get(*key)?)),
            origin: ORIGIN
                .iter()
                .find_map(|key| self.names(object.get(*key)?).into_iter().next()),
            taken_back: status.filter(|status| TAKEN_BACK.contains(&status.as_str())),
            posts: posts(object),
        }
    }

    /// The names that a value of whatever shape gives.
    fn names(&self, value: &Value) -> Vec<String> {
        match value {
            Value::String(name) => filled(name).into_iter().collect(),
            Value::Array(values) => {
                let plain = values.iter().filter(|value| !value.is_array());
                plain.flat_map(|value| self.names(value)).collect()
            }
            Value::Object(object) => {
                let referred = object.get("@id").and_then(Value::as_str);
                let whole = referred.and_then(|id| self.named.get(id)).copied();
                let name = |object: &Object| {
                    words(
                        object,
                        &["name", "legalName", "title", "alternateName", "url"],
                    )
                };
                let name = name(object).or_else(|| name(whole?));
                name.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Is it an article by its `@type`: `NewsArticle`, a list that holds one, `https://schema.org/Report`?
pub(crate) fn is_article(object: &Object) -> bool {
    let is = |kind: &str| {
        let kind = kind.rsplit(['/', '#', ':']).next().unwrap_or(kind);
        kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
    };
    match object.get("@type") {
        Some(Value::String(kind)) => is(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

/// Has it a text, whatever its type?
pub(crate) fn has_text(object: &Object) -> bool {
    words(object, &BODY).is_some() || object.contains_key("liveBlogUpdate")
}

fn posts(object: &Object) -> Vec<PostFacts> {
    let updates = match object.get("liveBlogUpdate") {
        Some(Value::Array(updates)) => updates.as_slice(),
        Some(update @ Value::Object(_)) => std::slice::from_ref(update),
        _ => &[],
    };
    let updates = updates.iter().filter_map(Value::as_object);
    let posts = updates.map(|update| PostFacts {
        title: words(update, &TITLE),
        body: words(update, &BODY),
        at: words(update, &PUBLISHED).or_else(|| words(update, &MODIFIED)),
    });
    posts
        .filter(|post| post.title.is_some() || post.body.is_some())
        .take(MOST_ENTRIES)
        .collect()
}

/// The first of these keys that holds words.
fn words(object: &Object, keys: &[&str]) -> Option<String> {
    keys.iter()
        .find_map(|key| filled(&scalar(object.get(*key)?)?))
}

fn filled(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.trim().to_owned())
}

/// One value as words: a string, a number, `{"@value": …}`, a list of paragraphs.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            let texts: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            (!texts.is_empty()).then(|| texts.join("\n\n"))
        }
        Value::Object(object) => {
            let inner = ["@value", "main", "value", "text", "#text", "rendered"]
                .iter()
                .find_map(|key| object.get(*key)?.as_str());
            inner.map(str::to_owned)
        }
        _ => None,
    }
}

fn address(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => Some(text.as_str()),
        Value::Object(object) => ["@id", "url"]
            .iter()
            .find_map(|key| object.get(*key)?.as_str()),
        _ => None,
    };
    text.map(str::trim)
        .filter(|text| is_address(text))
        .map(str::to_owned)
}

/// Only such an address is shown: what a page says may be anything.
pub(crate) fn is_address(text: &str) -> bool {
    let known = text.starts_with("https://") || text.starts_with("http://");
    known && text.len() <= 2048 && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The name of the site in an address.
pub(crate) fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && host.is_ascii()).then_some(host)
}

fn language(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => filled(text),
        Value::Array(values) => values.iter().find_map(language),
        Value::Object(object) => words(object, &["alternateName", "name"]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn facts(value: &Value) -> Facts {
        let mut graph = Graph::default();
        graph.add(value);
        let article = graph
            .objects
            .iter()
            .find(|object| is_article(object) || has_text(object));
        graph.facts(article.expect("an article"))
    }

    #[test]
    fn references_within_a_graph_are_followed() {
        let facts = facts(&json!({"@context": "https://schema.org", "@graph": [
            {"@type": "WebPage", "@id": "#page", "url": "https://harbour.example/"},
            {"@type": ["NewsArticle", "Thing"], "headline": "Quay hit", "datePublished": "2021-05-03",
             "dateModified": "2021-05-04", "publisher": {"@id": "#org"}, "author": [{"@id": "#ada"}, "Tor Vik"],
             "mainEntityOfPage": {"@id": "https://harbour.example/quay"}, "inLanguage": "en-GB",
             "isBasedOn": {"name": "Coast Agency"}},
            {"@type": "NewsMediaOrganization", "@id": "#org", "name": "Harbour Post"},
            {"@type": "Person", "@id": "#ada", "name": "Ada Lind"}]}));
        assert_eq!(facts.title.as_deref(), Some("Quay hit"));
        assert_eq!(
            facts.published,
            Some(("2021-05-03".to_owned(), "datePublished"))
        );
        assert_eq!(
            facts.modified,
            Some(("2021-05-04".to_owned(), "dateModified"))
        );
        assert_eq!(facts.outlet.as_deref(), Some("Harbour Post"));
        assert_eq!(facts.bylines, ["Ada Lind", "Tor Vik"]);
        assert_eq!(facts.url.as_deref(), Some("https://harbour.example/quay"));
        assert_eq!(facts.origin.as_deref(), Some("Coast Agency"));
    }

    #[test]
    fn names_of_feeds_agencies_and_front_matter_are_known() {
        let facts = facts(
            &json!({"title": "Quay hit", "text": ["One.", "Two."], "outlet": "Harbour Post",
            "published": 1_620_000_000, "pubstatus": "Canceled", "link": "javascript:alert(1)", "id": 7}),
        );
        assert_eq!(facts.body.as_deref(), Some("One.\n\nTwo."));
        assert_eq!(
            facts.published,
            Some(("1620000000".to_owned(), "published"))
        );
        assert_eq!(facts.taken_back.as_deref(), Some("canceled"));
        assert_eq!(facts.url, None, "no address that a reader could be led to");
        assert_eq!(facts.id.as_deref(), Some("7"));
    }

    #[test]
    fn entries_of_a_live_blog_keep_their_times() {
        let facts = facts(
            &json!({"@type": "LiveBlogPosting", "headline": "Quay: live", "liveBlogUpdate": [
            {"headline": "Ten hurt", "datePublished": "2021-05-03T12:00Z", "articleBody": "Ten were hurt."},
            {"articleBody": "Two died.", "dateModified": "2021-05-03T11:00Z"}, {"@type": "BlogPosting"}, 7]}),
        );
        let times: Vec<_> = facts
            .posts
            .iter()
            .filter_map(|post| post.at.as_deref())
            .collect();
        assert_eq!(times, ["2021-05-03T12:00Z", "2021-05-03T11:00Z"]);
    }

    #[test]
    fn odd_shapes_say_nothing() {
        for value in [
            json!({"@type": "Article", "author": [[["x"]]], "publisher": 7, "url": [], "datePublished": {}}),
            json!({"@type": "Article", "publisher": {"@id": "#nowhere"}, "headline": "  "}),
        ] {
            let facts = facts(&value);
            assert!(
                facts.bylines.is_empty() && facts.outlet.is_none() && facts.title.is_none(),
                "{facts:?}"
            );
            assert!(facts.published.is_none() && facts.url.is_none());
        }
    }
}

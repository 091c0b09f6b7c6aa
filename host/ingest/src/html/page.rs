//! What a page says of its article: in JSON-LD, in `meta`, in microdata, in `time`, in its address, in this order.

use dom_query::Document;
use rashomon_core::model::{Basis, Notice, tells_of, without_outlet};
use serde_json::Value;

use super::live;
use crate::draft::{Dates, Post};
use crate::front::Metadata;
use crate::limits::MOST_EMBEDDED;
use crate::schema_org::{self, Graph, Object, PostFacts};
use crate::{byline, clean, excerpt, json, loose, stamp};

/// Names of `meta` with the time of publication, the most reliable first.
const PUBLISHED: [&str; 21] = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "rbpubdate",
    "og:published_time",
    "datepublished",
    "date",
];
/// And of the last change.
const MODIFIED: [&str; 8] = [
    "article:modified_time",
    "og:updated_time",
    "article:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "datemodified",
];
const TITLE: [&str; 4] = [
    "og:title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
];
const OUTLET: [&str; 4] = [
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
];
const BYLINE: [&str; 6] = [
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
];
const LANGUAGE: [&str; 4] = ["og:locale", "content-language", "dc.language", "language"];

/// How far into a file a browser writes where it saved it from, in bytes.
const SAVED_WITHIN: usize = 2048;

/// What a page says of itself.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) published: Dates,
    pub(super) modified: Dates,
    pub(super) body: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) withdrawn: Option<String>,
    pub(super) notices: Vec<Notice>,
    metadata: Metadata,
    /// What may be the headline, the most trustworthy first.
    titles: Vec<String>,
    posts: Vec<PostFacts>,
    is_live: bool,
}

/// The values and the broken places of the JSON-LD in a page.
pub(super) struct Embedded {
    values: Vec<Value>,
    broken: Vec<String>,
}

pub(super) fn embedded(document: &Document) -> Embedded {
    let mut found = Embedded {
        values: Vec::new(),
        broken: Vec::new(),
    };
    let mut size = 0;
    for script in document.select("script[type]").iter() {
        let kind = script.attr_or("type", "").trim().to_ascii_lowercase();
        if !kind.starts_with("application/ld+json") {
            continue;
        }
        let text = script.text();
        size += text.len();
        if size > MOST_EMBEDDED {
            let why = format!("there are more than {MOST_EMBEDDED} bytes of it");
            found.broken.push(why);
            break;
        }
        match loose::read(&text) {
            Ok(value) => found.values.push(value),
            Err(why) => found.broken.push(why.to_string()),
        }
    }
    found
}

impl Page {
    pub(super) fn read(path: &str, document: &Document, embedded: &Embedded, html: &str) -> Self {
        let mut page = Self::default();
        for why in embedded.broken.iter().take(3) {
            let message = format!(
                "{path}: JSON-LD of the page is broken ({why}); what else the page says of itself was used"
            );
            page.notices.push(Notice::new("broken-json-ld", message));
        }
        let meta = Meta::of(document);
        page.take_address(document, &meta, html);
        page.take_json_ld(path, embedded);
        page.take_meta(&meta);
        page.take_microdata(document);
        page.take_rest(document);
        page
    }

    pub(super) fn posts(&mut self, document: &Document) -> Vec<Post> {
        let told = std::mem::take(&mut self.posts);
        if told.iter().any(|post| post.body.is_some()) {
            return told.into_iter().map(json::post).collect();
        }
        live::posts(document, self.is_live)
    }

    /// What the page says of the article whose text this is.
    pub(super) fn into_metadata(self, text: &str) -> Metadata {
        let mut metadata = self.metadata;
        metadata.title = headline(&self.titles, metadata.outlet.as_deref().unwrap_or(""), text);
        let published = self.published.found.into_iter().next();
        metadata.published_from = published.as_ref().map(|dated| dated.from.clone());
        metadata.published = published.map(|dated| dated.stamp);
        metadata.modified = self
            .modified
            .found
            .into_iter()
            .next()
            .map(|dated| dated.stamp);
        metadata
    }

    fn take_address(&mut self, document: &Document, meta: &Meta, html: &str) {
        let link = document
            .select_single("link[rel~=\"canonical\"]")
            .attr("href");
        let link = link.map(|link| link.to_string());
        let candidates = [link, meta.get(&["og:url"]), saved(html, "saved from url=")];
        let mut found = candidates.into_iter().flatten();
        self.metadata.url = found.find(|address| schema_org::is_address(address));
        self.metadata.retrieved = saved(html, "saved date:").and_then(|words| stamp::read(&words));
    }

    fn take_json_ld(&mut self, path: &str, embedded: &Embedded) {
        let mut graph = Graph::default();
        for value in &embedded.values {
            graph.add(value);
        }
        let Some(article) = self.own_article(&graph) else {
            return;
        };
        self.is_live = says_live(article);
        let facts = graph.facts(article);
        if let Some((words, key)) = &facts.published {
            self.published.add(words, &format!("JSON-LD {key}"));
        }
        if let Some((words, key)) = &facts.modified {
            self.modified.add(words, &format!("JSON-LD {key}"));
        }
        if let Some(origin) = &facts.origin {
            let message = format!("{path}: it says that it is based on “{}”", excerpt(origin));
            self.notices.push(Notice::new("based-on", message));
        }
        let metadata = &mut self.metadata;
        self.titles
            .extend(facts.title.map(|title| super::one_line(&title)));
        metadata.outlet = facts.outlet.map(|outlet| super::one_line(&outlet));
        metadata.byline = byline::join(&facts.bylines);
        metadata.url = metadata.url.take().or(facts.url);
        metadata.language = facts.language;
        self.body = facts.body;
        self.posts = facts.posts;
        self.withdrawn = facts
            .taken_back
            .map(|status| format!("it was taken back ({status})"));
    }

    /// The article that the page is about: a page may describe those it links to as well.
    fn own_article<'v>(&self, graph: &Graph<'v>) -> Option<&'v Object> {
        let articles = || {
            graph
                .objects
                .iter()
                .copied()
                .filter(|object| schema_org::is_article(object))
        };
        let is_here = |object: &&Object| {
            let url = graph.facts(object).url;
            url.is_some() && url == self.metadata.url
        };
        let dated = |object: &&Object| {
            object.contains_key("headline") && object.contains_key("datePublished")
        };
        let here = articles().filter(is_here);
        here.max_by_key(|object| object.len())
            .or_else(|| articles().find(dated))
            .or_else(|| articles().next())
    }

    fn take_meta(&mut self, meta: &Meta) {
        for name in PUBLISHED {
            meta.each(name, |words| {
                self.published.add(words, &format!("meta {name}"))
            });
        }
        for name in MODIFIED {
            meta.each(name, |words| {
                self.modified.add(words, &format!("meta {name}"))
            });
        }
        let or = |known: &mut Option<String>, names: &[&str]| {
            let found = || meta.get(names).map(|text| clean::one_line(&text));
            *known = known.take().filter(|text| !text.is_empty()).or_else(found);
        };
        self.titles
            .extend(meta.get(&TITLE).map(|text| clean::one_line(&text)));
        or(&mut self.metadata.outlet, &OUTLET);
        or(&mut self.metadata.language, &LANGUAGE);
        let byline = || byline::read(&meta.get(&BYLINE)?);
        self.metadata.byline = self.metadata.byline.take().or_else(byline);
        self.summary = meta.get(&["og:description", "description"]);
    }

    fn take_microdata(&mut self, document: &Document) {
        for (name, dates) in [
            ("datePublished", &mut self.published),
            ("dateModified", &mut self.modified),
        ] {
            let marked = document.select_single(&format!("[itemprop~=\"{name}\"]"));
            let words = marked.attr("content").or_else(|| marked.attr("datetime"));
            let words = words.unwrap_or_else(|| marked.text());
            dates.add(&words, &format!("microdata {name}"));
        }
        let author = document.select_single("[itemprop~=\"author\"]");
        let name = author.select_single("[itemprop~=\"name\"]");
        let name = if name.exists() {
            name.text()
        } else {
            author.text()
        };
        self.metadata.byline = self.metadata.byline.take().or_else(|| byline::read(&name));
    }

    /// What only the look of the page says.
    fn take_rest(&mut self, document: &Document) {
        if self.published.found.is_empty() {
            let times = [
                "time[pubdate]",
                "header time[datetime]",
                "article time[datetime]",
                "main time[datetime]",
            ];
            for time in times {
                let words = document.select_single(time).attr_or("datetime", "");
                self.published.add(&words, "the first <time> of the page");
            }
            let in_address = self.metadata.url.as_deref().and_then(stamp::in_address);
            let in_address = in_address.map(|date| date.to_string());
            self.published
                .add(&in_address.unwrap_or_default(), "the page’s address");
            for dated in &mut self.published.found {
                dated.stamp.basis = Basis::Implied;
            }
        }
        let shown = |selector: &str| {
            let text = clean::one_line(&document.select_single(selector).text());
            Some(text).filter(|text| !text.is_empty())
        };
        let metadata = &mut self.metadata;
        self.titles.extend(shown("h1"));
        self.titles.extend(shown("title"));
        metadata.byline = metadata
            .byline
            .take()
            .or_else(|| byline::read(&shown("[rel~=\"author\"], .byline, .author")?));
        let language = document.select_single("html").attr("lang");
        let language = language
            .map(|language| language.to_string())
            .filter(|l| !l.trim().is_empty());
        metadata.language = metadata.language.take().or(language);
        if metadata.outlet.is_none() {
            let host = metadata.url.as_deref().and_then(schema_org::host);
            metadata.outlet = host.map(str::to_owned);
        }
    }
}

/// All `meta` of a page by their name in small letters.
struct Meta(Vec<(String, String)>);

impl Meta {
    fn of(document: &Document) -> Self {
        let found = document.select("meta[content]");
        let pairs = found.iter().filter_map(|meta| {
            let names = ["property", "name", "itemprop", "http-equiv"];
            let name = names.iter().find_map(|name| meta.attr(name))?;
            Some((
                name.trim().to_ascii_lowercase(),
                meta.attr_or("content", "").to_string(),
            ))
        });
        Self(pairs.collect())
    }

    fn each(&self, name: &str, mut tell: impl FnMut(&str)) {
        for (_, content) in self.0.iter().filter(|(known, _)| known == name) {
            tell(content);
        }
    }

    /// The first of these names that says something.
    fn get(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let mut filled = self
                .0
                .iter()
                .filter(|(known, content)| known == name && !content.trim().is_empty());
            filled.next().map(|(_, content)| content.trim().to_owned())
        })
    }
}

fn says_live(article: &Object) -> bool {
    article.contains_key("liveBlogUpdate")
        || article
            .get("@type")
            .is_some_and(|kind| kind.to_string().contains("LiveBlogPosting"))
}

/// What a browser wrote at the head of a page it saved: `saved from url=(0027)https://…`, `saved date: …`.
fn saved(html: &str, mark: &str) -> Option<String> {
    let mut end = html.len().min(SAVED_WITHIN);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let (_, rest) = html[..end].split_once(mark)?;
    let rest = rest.trim_start();
    let rest = rest
        .split_once(')')
        .filter(|_| rest.starts_with('('))
        .map_or(rest, |(_, rest)| rest);
    let line = rest.split(['\n', '\r']).next()?;
    let line = line.split("-->").next()?.trim();
    Some(line.to_owned())
}

/// The first title that tells of the text rather than of the site, else the first, without the outlet's name.
fn headline(titles: &[String], outlet: &str, text: &str) -> Option<String> {
    let mut filled = titles.iter().filter(|title| !title.is_empty());
    let telling = filled.clone().find(|title| tells_of(title, outlet, text));
    let title = telling.or_else(|| filled.next())?;
    Some(without_outlet(title, outlet).to_owned())
}

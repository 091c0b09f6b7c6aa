use rashomon_core::model::Basis;

use super::*;
use crate::SourceFile;

const BODY: &str = "<article><h1>Fire at the Osk mill</h1><p>At least fourteen workers were killed on Sunday night when \
    fire swept through the spinning mill at Osk, the fire brigade said, and thirty more were taken to hospital with burns.</p>\
    <p>Sixty people were on the night shift. “We broke the windows and jumped,” said a weaver, who asked not to be named, \
    because the owners had told the workers to say nothing.</p></article>";

fn page(head: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Mill | Hill Courier</title>{head}</head><body>\
        <nav><a href=/>Home</a></nav>{BODY}<footer>© Hill Courier</footer></body></html>"
    )
}

fn ingest(html: &str) -> rashomon_core::model::Input {
    let file = SourceFile {
        path: "mill.html",
        bytes: html.as_bytes(),
    };
    crate::ingest(&file)
        .unwrap_or_else(|error| panic!("{error}"))
        .remove(0)
}

fn ld(json: &str) -> String {
    page(&format!(
        "<script type=\"application/ld+json\">{json}</script>"
    ))
}

/// The date of publication, where it was found, and the codes of the notices.
fn dated(html: &str) -> (String, String, Vec<String>) {
    let input = ingest(html);
    let published = input.article.published.map(|stamp| stamp.to_string());
    let codes = input.notices.iter().map(|notice| notice.code.clone());
    (
        published.unwrap_or_default(),
        input.article.published_from.unwrap_or_default(),
        codes.collect(),
    )
}

#[test]
fn the_article_is_found_and_what_stands_around_it_is_not() {
    let article = ingest(&page("<meta property=og:site_name content='Hill Courier'>")).article;
    assert!(
        article
            .text
            .starts_with("Fire at the Osk mill\n\nAt least fourteen workers"),
        "{}",
        article.text
    );
    assert!(
        article.text.contains("with burns.\n\nSixty people"),
        "{}",
        article.text
    );
    assert!(
        !article.text.contains("Home") && !article.text.contains("©"),
        "{}",
        article.text
    );
    assert_eq!(article.outlet, "Hill Courier");
    assert_eq!(article.title.as_deref(), Some("Fire at the Osk mill"));
    assert_eq!(article.id, "mill");
}

#[test]
fn json_ld_of_every_shape_is_read() {
    for json in [
        r#"{"@type":"NewsArticle","datePublished":"2021-05-03T08:00:00+02:00","dateModified":"2021-05-04"}"#,
        r#"[{"@type":"WebSite"},{"@type":["NewsArticle","X"],"datePublished":"2021-05-03T08:00+0200"}]"#,
        r#"{"@graph":[{"@type":"Person"},{"@type":"ReportageNewsArticle","datePublished":"2021-05-03T08:00:00.0+02:00",}]}"#,
        "//<![CDATA[\n{\"@type\":\"BlogPosting\",\"datePublished\":\"Mon, 03 May 2021 08:00:00 +0200\"}\n//]]>",
        "/* x */ {\"@type\":\"https://schema.org/NewsArticle\", // y\n\"datePublished\":\"2021-05-03T08:00:00+02:00\"}",
    ] {
        assert_eq!(
            dated(&ld(json)),
            (
                "2021-05-03T08:00+02:00".into(),
                "JSON-LD datePublished".into(),
                vec![]
            ),
            "{json}"
        );
    }
}

#[test]
fn other_places_are_asked_in_turn() {
    for (head, from) in [
        (
            "<meta property='article:published_time' content='2021-05-03'>",
            "meta article:published_time",
        ),
        (
            "<meta name=parsely-pub-date content='2021-05-03'><meta name=date content=2021-06-01>",
            "meta parsely-pub-date",
        ),
        (
            "<meta name='DCTERMS.created' content='3 May 2021'>",
            "meta dcterms.created",
        ),
        ("<meta name=pubdate content='20210503'>", "meta pubdate"),
        (
            "<meta name='sailthru.date' content='2021-05-03'>",
            "meta sailthru.date",
        ),
        (
            "<meta itemprop=datePublished content='2021-05-03'>",
            "meta datepublished",
        ),
        (
            "<link rel=canonical href='https://hill.example/2021/05/03/mill'>",
            "the page’s address",
        ),
    ] {
        let (published, found, _) = dated(&page(head));
        assert_eq!(
            (published.as_str(), found.as_str()),
            ("2021-05-03", from),
            "{head}"
        );
    }
    let timed = page("").replace(
        "</h1>",
        "</h1><time datetime='2021-05-03T08:00Z'>today</time>",
    );
    let article = ingest(&timed).article;
    assert_eq!(
        article.published.as_ref().map(|stamp| stamp.basis),
        Some(Basis::Implied)
    );
    assert_eq!(
        article.published_from.as_deref(),
        Some("the first <time> of the page")
    );
}

#[test]
fn outlet_author_title_and_address_come_from_the_page() {
    let json = r#"{"@type":"NewsArticle","headline":"Fire &amp; smoke at Osk","author":[{"name":"By Ada Lind22 Dec"},{"name":"admin"}],
        "publisher":{"name":"Hill Courier"},"url":"https://hill.example/mill","inLanguage":"en-GB"}"#;
    let article = ingest(&ld(json)).article;
    assert_eq!(article.title.as_deref(), Some("Fire & smoke at Osk"));
    assert_eq!(
        (article.outlet.as_str(), article.byline.as_deref()),
        ("Hill Courier", Some("Ada Lind"))
    );
    assert_eq!(
        (article.url.as_deref(), article.language.as_str()),
        (Some("https://hill.example/mill"), "en")
    );
    let saved = format!(
        "<!-- saved from url=(0025)https://hill.example/mill -->\n{}",
        page("")
    );
    let article = ingest(&saved).article;
    assert_eq!(
        (article.url.as_deref(), article.outlet.as_str()),
        (Some("https://hill.example/mill"), "hill.example")
    );
    let bare = page("<meta property=og:site_name content='Hill Courier'>")
        .replace("<h1>Fire at the Osk mill</h1>", "");
    assert_eq!(ingest(&bare).article.title.as_deref(), Some("Mill"));
    let section = "<meta property=og:title content='Local News - Hill Courier'>\
        <meta property=og:site_name content='Hill Courier'>";
    let title = ingest(&page(section)).article.title;
    assert_eq!(title.as_deref(), Some("Fire at the Osk mill"));
    let hostile = page("<link rel=canonical href='javascript:alert(1)'>");
    assert_eq!(ingest(&hostile).article.url, None);
}

#[test]
fn dates_that_lie_are_told_of() {
    let meta = "<meta property='article:published_time' content='2021-05-09'>";
    for (html, date, code) in [
        (
            ld(r#"{"@type":"NewsArticle","datePublished":"2021-05-03"}"#)
                .replace("<title>", &format!("{meta}<title>")),
            "2021-05-03",
            "doubtful-date",
        ),
        (
            ld(
                r#"{"@type":"NewsArticle","datePublished":"2021-05-03","dateModified":"2021-05-01"}"#,
            ),
            "2021-05-03",
            "doubtful-date",
        ),
        (
            ld(r#"{"@type":"NewsArticle","datePublished":"1970-01-01T00:00:00Z"}"#),
            "",
            "doubtful-date",
        ),
        (
            ld(r#"{"@type":"NewsArticle","datePublished":"last week"}"#),
            "",
            "unreadable-date",
        ),
        (
            ld(r#"{"@type":"NewsArticle","datePublished":"2021-05-03""#),
            "",
            "broken-json-ld",
        ),
        (
            format!(
                "<!-- saved date: Sat May 01 2021 09:00:00 GMT+0200 -->{}",
                ld(r#"{"@type":"Article","datePublished":"2021-05-03T08:00Z"}"#)
            ),
            "2021-05-03T08:00Z",
            "doubtful-date",
        ),
    ] {
        let (published, _, codes) = dated(&html);
        assert_eq!(
            (published.as_str(), codes),
            (date, vec![code.to_owned()]),
            "{html:.300}"
        );
    }
}

#[test]
fn entries_of_live_blogs_keep_their_times() {
    let json = r#"{"@type":"LiveBlogPosting","headline":"Mill fire: live","datePublished":"2021-05-02T22:00+02:00","liveBlogUpdate":[
        {"headline":"Fourteen dead","datePublished":"2021-05-03T08:00+02:00","articleBody":"<p>The brigade says 14 are dead.</p>"},
        {"datePublished":"2021-05-02T23:10+02:00","articleBody":"Nine are dead, the brigade says."}]}"#;
    let posts = "<div itemprop='liveBlogUpdate'><time datetime='2021-05-03T08:00+02:00'>8:00 am</time><p>The brigade says 14 are dead.</p></div>\
        <div itemprop='liveBlogUpdate'><time datetime='2021-05-02T23:10+02:00'>11:10 pm</time><p>Nine are dead, the brigade says.</p></div>".repeat(2);
    let marked = page("").replace("</article>", &format!("{posts}</article>"));
    let bare = posts.replace(" itemprop='liveBlogUpdate'", " class=live-entry");
    let named = ld(r#"{"@type":"LiveBlogPosting","datePublished":"2021-05-02"}"#)
        .replace("</article>", &format!("{bare}</article>"));
    for (html, count) in [(ld(json), 2), (marked, 4), (named, 4)] {
        let article = ingest(&html).article;
        let entries: Vec<String> = article
            .entries
            .iter()
            .map(|entry| entry.at.to_string())
            .collect();
        assert_eq!(entries.len(), count, "{}", article.text);
        assert_eq!(
            entries[..2],
            ["2021-05-03T08:00+02:00", "2021-05-02T23:10+02:00"]
        );
        assert!(
            article.entries[0]
                .span
                .of(&article.text)
                .contains("14 are dead."),
            "{article:?}"
        );
        assert!(
            article.entries[1]
                .span
                .of(&article.text)
                .contains("Nine are dead"),
            "{article:?}"
        );
    }
}

/// Found by fuzzing: every entry held those behind it, and the text grew by the square.
#[test]
fn entries_that_are_never_closed_are_read_once() {
    let entry =
        "<div itemprop=liveBlogUpdate><time datetime=2021-05-03T08:00Z></time><p>Nine are dead.";
    let html = page("").replace("</article>", &entry.repeat(300));
    assert!(ingest(&html).article.text.len() < html.len());
}

#[test]
fn a_page_without_an_article_says_what_it_shows() {
    let wall = "<html><body><div id=root></div><noscript><p>Please enable JavaScript to read this.</p></noscript></body></html>";
    assert_eq!(
        ingest(wall).article.text,
        "Please enable JavaScript to read this."
    );
    let empty = SourceFile {
        path: "e.html",
        bytes: b"<html><body><script>x()</script></body></html>",
    };
    let error = crate::ingest(&empty).expect_err("no text").to_string();
    assert!(
        error.starts_with("e.html: not read: there is no text in it"),
        "{error}"
    );
    let described = r#"{"@type":"NewsArticle","headline":"Mill burns","articleBody":"BODY"}"#
        .replace("BODY", &"Fourteen workers died. ".repeat(20));
    let html = format!(
        "<html><head><script type='application/ld+json'>{described}</script></head><body><p>Loading</p></body></html>"
    );
    assert!(
        ingest(&html)
            .article
            .text
            .contains("Fourteen workers died.")
    );
}

#[test]
fn markup_in_words_becomes_text() {
    assert_eq!(
        plain_if_marked("<p>One.</p><p>Two &amp; three.</p>").trim(),
        "One.\n\nTwo & three."
    );
    assert_eq!(
        plain_if_marked("Smoke &amp; fire\n\nA &lt; B"),
        "Smoke & fire\n\nA < B"
    );
    for text in ["a < b", "R&D; none", "x & y", ""] {
        assert_eq!(plain_if_marked(text), text);
    }
}

#[test]
fn behind_a_short_article_stand_comments_that_are_none_of_it() {
    let short = "<p>A quake killed 21 people in Pelm on Friday, officials said.</p>";
    let longer = format!(
        "{short}<p>Rescuers dug through the rubble by hand, the mayor said, and tents were on \
        their way from the capital, where the army had set up a depot.</p>"
    );
    for article in [short, longer.as_str()] {
        let text = ingest(&format!(
            "<html lang=en><head><title>Quake</title></head><body><article>{article}<script>var a = '99 people';\
            </script></article><div class=comments>\
            <p>reader123: they killed 99 people, believe me!!</p></div><div class=related><p>Flood kills 300 in \
            Tarvo</p></div></body></html>"
        ))
        .article
        .text;
        assert!(text.contains("21 people"), "{text}");
        assert!(
            !text.contains("99 people") && !text.contains("300"),
            "{text}"
        );
    }
}

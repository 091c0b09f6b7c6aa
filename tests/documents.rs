//! Bad documents, made here and not kept: each is read to the end or refused with a sentence, in a moment, and nothing
//! is passed over in silence.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use rashomon_core::lexicon::Lexicon;
use rashomon_core::model::Reading;
use rashomon_ingest::{SourceFile, ingest};

use crate::embedded;

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| embedded::lexicon().expect("the embedded lexicon is valid"));

/// What takes longer is not linear: 10 MB take a few seconds on a slow and busy machine, by the square they take hours.
const A_MOMENT: Duration = Duration::from_secs(90);

/// The articles of a file as they are read, or the sentence by which it is refused.
fn read(path: &str, bytes: &[u8]) -> Result<Vec<Reading>, String> {
    let start = Instant::now();
    let inputs = ingest(&SourceFile { path, bytes }).map_err(|error| error.to_string());
    let readings: Result<Vec<Reading>, String> = inputs.map(|inputs| {
        let inputs = inputs.into_iter();
        inputs
            .map(|input| rashomon_core::read(input, &LEXICON))
            .collect()
    });
    let taken = start.elapsed();
    assert!(
        taken < A_MOMENT,
        "{path}: {} bytes took {taken:?}",
        bytes.len()
    );
    if let Ok(readings) = &readings {
        check_places(readings);
    }
    readings
}

/// Every place lies in the text, on boundaries of characters: cutting there panics otherwise.
fn check_places(readings: &[Reading]) {
    for reading in readings {
        let text = &reading.article.text;
        let passages = reading.passages.iter().map(|passage| passage.span);
        let claims = reading.claims.iter().map(|claim| claim.span);
        let notices = reading.notices.iter().filter_map(|notice| notice.span);
        let entries = reading.article.entries.iter().map(|entry| entry.span);
        for span in passages.chain(claims).chain(notices).chain(entries) {
            let _ = span.of(text);
        }
    }
}

fn one(path: &str, text: &str) -> Reading {
    let mut readings = read(path, text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(readings.len(), 1, "{path}");
    readings.remove(0)
}

fn refused(path: &str, bytes: &[u8]) -> String {
    match read(path, bytes) {
        Err(error) => {
            assert!(error.starts_with(&format!("{path}: not read: ")), "{error}");
            error
        }
        Ok(readings) => panic!("{path} was read: {:.300?}", readings[0].article.text),
    }
}

/// The message of the notice of this kind.
fn told(reading: &Reading, code: &str) -> String {
    let mut found = reading.notices.iter().filter(|notice| notice.code == code);
    let notice = found
        .next()
        .unwrap_or_else(|| panic!("no {code} in {:?}", reading.notices));
    notice.message.clone()
}

fn figures(reading: &Reading) -> Vec<String> {
    let figures = reading
        .claims
        .iter()
        .filter_map(|claim| claim.quantity.as_ref());
    figures.map(|quantity| quantity.text.clone()).collect()
}

const SENTENCE: &str = "At least 14 people were killed when shells hit the market of Osk on Sunday, the governor said. ";

fn page(body: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>Osk</title><meta property=og:site_name content='Hill Courier'></head><body>{body}</body></html>"
    )
}

#[test]
fn one_line_of_ten_megabytes_is_read() {
    let line = SENTENCE.repeat(10_000_000 / SENTENCE.len());
    assert!(one("line.txt", &line).claims.len() > 10_000);
    let html = page(&format!("<article><p>{line}</p></article>"));
    assert!(one("line.html", &html).claims.len() > 10_000);
    let json = format!("{{\"articleBody\":\"{line}\"}}");
    assert!(one("line.json", &json).claims.len() > 10_000);
    for unit in [
        "a",
        "14 ",
        "\"",
        "“",
        "(",
        "killed ",
        "Mr. ",
        "1,",
        "-",
        "said ",
        // No place and no time stands before any of them.
        "14 men were killed. ",
    ] {
        one(
            "units.txt",
            &format!("Osk\n\n{}", unit.repeat(2_000_000 / unit.len())),
        );
    }
}

#[test]
fn a_hundred_thousand_quotations_are_read() {
    let quotes = format!("“Six men died,” he said. {SENTENCE}").repeat(50_000);
    assert!(one("quotes.txt", &quotes).claims.len() > 10_000);
    let open = "“Six men died, he said. ".repeat(100_000);
    one("open.txt", &open);
    one("paragraphs.txt", &"“Six men died.\n\n".repeat(100_000));
}

#[test]
fn figures_of_ten_thousand_digits_are_no_figures() {
    let digits = "9".repeat(10_000);
    let reading = one(
        "digits.txt",
        &format!(
            "Osk shelled\n\n{digits} people were killed, and 14 men were wounded. {digits}.{digits} fled."
        ),
    );
    let figures = figures(&reading);
    assert!(figures.contains(&"14".to_owned()), "{figures:?}");
    assert!(
        figures.iter().all(|figure| figure.len() < 20),
        "{figures:?}"
    );
    one(
        "grouped.txt",
        &format!("Osk\n\n{} people were killed.", "9,999".repeat(10_000)),
    );
    let json = format!("{{\"articleBody\":\"{SENTENCE}\",\"published\":{digits}}}");
    // A number beyond all measure is broken JSON to its reader.
    let said = refused("digits.json", json.as_bytes());
    assert!(said.contains("number out of range"), "{said}");
}

#[test]
fn tags_that_are_nested_sixty_thousand_deep_are_refused_before_they_are_parsed() {
    for tag in [
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<ul><li>",
        "<svg><g>",
        "<font size=1><i>",
        "<select><div>",
    ] {
        let said = refused("deep.html", page(&tag.repeat(60_000)).as_bytes());
        assert!(
            said.contains("nested more than 400 deep, which no page of an article has"),
            "{tag}: {said}"
        );
        assert!(said.contains("enter what it claims by hand"), "{said}");
    }
    let closed = format!("{}{SENTENCE}{}", "<div>".repeat(300), "</div>".repeat(300));
    assert!(
        one("deep.html", &page(&closed))
            .article
            .text
            .contains("At least 14")
    );
}

#[test]
fn pages_of_odd_shapes_take_a_moment() {
    let laden: String = (0..100_000).map(|n| format!(" a{n}=x")).collect();
    assert!(
        refused(
            "laden.html",
            page(&format!("<p{laden}>{SENTENCE}</p>")).as_bytes()
        )
        .contains("500 attributes")
    );
    for unit in [
        "<p>a",
        "<p></b>",
        "<br>",
        "<li>x",
        "<i>x</i>",
        "a<!--",
        "&amp;",
        "&#x41;",
        "<a href=x>y</a>",
        "<td>",
        "<!-- -->",
        "<p><b></p>",
        "<option>",
        "</p>",
        "<img>",
        "<time datetime=2021-05-03></time>",
        "<meta name=date content=2021>",
        "<font color=red>a</font><p>",
    ] {
        let body = format!(
            "<article><p>{SENTENCE}</p>{}</article>",
            unit.repeat(1_000_000 / unit.len())
        );
        let outcome = read("shape.html", page(&body).as_bytes());
        assert!(
            outcome.is_ok()
                || outcome.is_err_and(|said| said.contains("which no page of an article has")),
            "{unit}"
        );
    }
}

#[test]
fn truncated_pages_are_read_as_far_as_they_go() {
    let whole = page(&format!(
        "<article><h1>Osk shelled</h1><p>{SENTENCE}</p><p>{}</p></article>",
        SENTENCE.repeat(3)
    ));
    for end in (1..whole.len()).step_by(7) {
        let _ = read("cut.html", &whole.as_bytes()[..end]);
    }
    let end = whole.rfind("</p>").expect("there");
    assert!(!one("cut.html", &whole[..end - 20]).claims.is_empty());
}

#[test]
fn json_ld_that_lies_or_is_broken_is_told_of() {
    let with = |json: &str, head: &str| {
        page(&format!(
            "<article><h1>Osk shelled</h1><p>{}</p></article>",
            SENTENCE.repeat(3)
        ))
        .replace(
            "</head>",
            &format!("<script type=application/ld+json>{json}</script>{head}</head>"),
        )
    };
    let meta = "<meta property=article:published_time content=2021-05-09T08:00Z>";
    let lie = one(
        "lie.html",
        &with(
            r#"{"@type":"NewsArticle","datePublished":"2021-05-03"}"#,
            meta,
        ),
    );
    let said = told(&lie, "doubtful-date");
    assert_eq!(
        said,
        "lie.html: JSON-LD datePublished says it was published on 2021-05-03, meta article:published_time on 2021-05-09; the first is used, so check it"
    );
    let broken = one(
        "broken.html",
        &with("{\"@type\": \"NewsArticle\", \"datePublished\": ", meta),
    );
    assert!(
        told(&broken, "broken-json-ld")
            .starts_with("broken.html: JSON-LD of the page is broken (EOF while parsing")
    );
    assert_eq!(
        broken
            .article
            .published
            .map(|stamp| stamp.to_string())
            .as_deref(),
        Some("2021-05-09T08:00Z")
    );
    let deep = one("deep.html", &with(&"[".repeat(100_000), meta));
    assert!(told(&deep, "broken-json-ld").contains("recursion limit exceeded"));
    let large = one(
        "large.html",
        &with(&format!("{{\"a\":\"{}\"}}", "x".repeat(5_000_000)), meta),
    );
    assert!(told(&large, "broken-json-ld").contains("more than 4000000 bytes"));
}

#[test]
fn json_of_odd_shapes_is_refused_with_its_place() {
    for open in ["[", "{\"a\":", "[{\"b\":"] {
        let said = refused("deep.json", open.repeat(200_000).as_bytes());
        assert!(said.contains("recursion limit exceeded"), "{said}");
    }
    assert!(
        refused("cut.json", b"{\"articleBody\": \"Six men")
            .contains("EOF while parsing a string at line 1 column")
    );
    assert!(refused("none.json", b"{\"a\": 1}").contains("holds no article"));
    assert!(refused("list.json", b"[]").contains("holds no article"));
    let wide = format!("[{}]", vec!["{\"a\":1}"; 300_000].join(","));
    assert!(refused("wide.json", wide.as_bytes()).contains("holds no article"));
}

#[test]
fn a_broken_line_costs_no_other() {
    let line = format!("{{\"headline\":\"Osk shelled\",\"articleBody\":\"{SENTENCE}\"}}\n");
    let text = format!("{line}{{\"headline\": \n\n{line}nonsense\n{{\"a\":1}}\n{line}");
    let readings = read("day.jsonl", text.as_bytes()).expect("three lines are sound");
    let ids: Vec<&str> = readings
        .iter()
        .map(|reading| reading.article.id.as_str())
        .collect();
    assert_eq!(ids, ["day-1", "day-2", "day-3"]);
    let said: Vec<&str> = readings[0]
        .notices
        .iter()
        .map(|notice| notice.message.as_str())
        .collect();
    assert!(
        said.iter()
            .any(|said| said.starts_with("day.jsonl: line 2: not read, no JSON")),
        "{said:?}"
    );
    assert!(
        said.iter()
            .any(|said| said.starts_with("day.jsonl: line 5: not read, no JSON")),
        "{said:?}"
    );
    assert!(
        said.iter()
            .any(|said| said.starts_with("day.jsonl: line 6: holds no article")),
        "{said:?}"
    );
    let many = format!("{line}{}", "nonsense\n".repeat(100_000));
    let said = read("many.jsonl", many.as_bytes()).expect("one line is sound");
    assert!(
        said[0]
            .notices
            .iter()
            .any(|notice| notice.message == "many.jsonl: 99980 more places could not be read")
    );
}

#[test]
fn what_does_not_show_and_what_only_looks_alike_is_told() {
    let reading = one(
        "odd.txt",
        "Osk shelled\n\nAt lea\u{200b}st １４ people were kil\u{ad}led\u{202e}. \u{2066}Six\u{2069} men were wounded.",
    );
    assert_eq!(
        reading.article.text,
        "Osk shelled\n\nAt least 14 people were killed. Six men were wounded."
    );
    assert!(told(&reading, "invisible-characters").starts_with("odd.txt: 5 invisible characters"));
    assert!(told(&reading, "look-alike-digits").starts_with("odd.txt: 2 digits of other scripts"));
    assert_eq!(figures(&reading), ["At least 14", "Six"]);
    let html = page(&format!(
        "<article><p>&#x200b;{}&#x202e;&#xff11;&#xff14; men.</p></article>",
        SENTENCE.repeat(3)
    ));
    let reading = one("odd.html", &html);
    assert!(told(&reading, "invisible-characters").starts_with("odd.html: 2 invisible characters"));
    assert!(told(&reading, "look-alike-digits").starts_with("odd.html: 2 digits"));
}

#[test]
fn encodings_are_told_and_text_is_not_lost() {
    let text = "Osk shelled\n\nAt least 14 people were killed at the café, the governor said – “more” may follow.";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let long: Vec<u8> = text
        .chars()
        .flat_map(|c| (c as u32).to_be_bytes())
        .collect();
    let western: Vec<u8> = text
        .chars()
        .map(|c| match c {
            'é' => 0xe9,
            '–' => 0x96,
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(c).expect("plain"),
        })
        .collect();
    for (bytes, said) in [
        (wide, "it is UTF-16LE"),
        (long, "it is UTF-32"),
        (western, "it was read as windows-1252 (a guess"),
    ] {
        let readings = read("code.txt", &bytes).expect("a text");
        assert_eq!(readings[0].article.text, text);
        assert!(told(&readings[0], "encoding").contains(said), "{said}");
    }
    // The dash last: what stands for it holds a quotation mark.
    let mangled = text
        .replace('é', "Ã©")
        .replace('“', "â€œ")
        .replace('”', "â€\u{9d}")
        .replace('–', "â€\u{201c}");
    let reading = one("mangled.txt", &mangled);
    assert_eq!(reading.article.text, text);
    assert!(
        told(&reading, "encoding").contains("4 characters had been read in the wrong encoding")
    );
    let broken = [b"\xff\xfe".as_slice(), &[0xd8; 1001]].concat();
    let _ = read("broken.txt", &broken);
    assert!(refused("nul.txt", b"Six men\0 died").contains("byte 7 is NUL"));
    let noise: Vec<u8> = (0..100_000_u32)
        .map(|n| u8::try_from((n.wrapping_mul(2_654_435_761) >> 24) | 1).expect("a byte"))
        .collect();
    assert!(refused("noise.txt", &noise).contains("it is no text"));
}

#[test]
fn entities_that_multiply_do_not() {
    let mut bomb = "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\">".to_owned();
    for (name, of) in ('b'..='z').zip('a'..) {
        bomb += &format!("<!ENTITY {name} \"{}\">", format!("&{of};").repeat(10));
    }
    bomb += &format!(
        "]><html><body><article><p>&z; {}</p></article></body></html>",
        SENTENCE.repeat(3)
    );
    let reading = one("bomb.xhtml", &bomb);
    assert!(reading.article.text.len() < 10_000 && reading.article.text.contains("At least 14"));
}

#[test]
fn what_is_too_large_or_of_another_kind_is_refused_by_name() {
    let large = vec![b'a'; 100_000_000];
    assert!(
        refused("large.txt", &large).contains("it has 100 MB, more than the 20 MB that are read")
    );
    for (path, bytes, said) in [
        ("scan.tif", b"II*\0\x08".as_slice(), "a scan (TIFF)"),
        ("a.pdf", b"%PDF-1.7", "a PDF"),
        ("a.docx", b"PK\x03\x04", "an office document"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "an image"),
        ("a.mht", b"From: <Saved by Blink>", "a web archive (MHTML)"),
        ("feed.xml", b"<?xml version='1.0'?><rss>", "XML"),
    ] {
        let error = refused(path, bytes);
        assert!(
            error.contains(said)
                && error.ends_with("save it as text (.txt), or enter what it claims by hand"),
            "{error}"
        );
    }
}

#[test]
fn what_is_not_read_stays_in_the_report_without_claims() {
    let french = "Osk bombardée\n\nAu moins quatorze personnes ont été tuées dimanche lorsque des obus ont frappé le marché, \
        a déclaré le gouverneur, et trente autres ont été blessées selon les médecins de la ville.";
    let reading = one("presse.txt", french);
    assert!(reading.claims.is_empty());
    assert_eq!(reading.article.language, "fr");
    assert!(
        told(&reading, "not-read")
            .starts_with("presse.txt: not read: language French (fr); enter it by hand")
    );
    let back = one(
        "wire.json",
        &format!(
            "{{\"pubstatus\":\"canceled\",\"headline\":\"Osk\",\"body_text\":\"{SENTENCE}\"}}"
        ),
    );
    assert!(back.claims.is_empty());
    assert!(told(&back, "not-read").contains("its agency took it back (pubstatus canceled)"));
    let wall = one(
        "wall.html",
        &page(&format!(
            "<article><p>{SENTENCE}</p><p>Subscribe to continue reading.</p></article>"
        )),
    );
    let said = told(&wall, "partly-read");
    assert!(
        said.contains(
            "only what stands before the paywall was saved (“Subscribe to continue reading.”)"
        ),
        "{said}"
    );
    let script = one(
        "app.html",
        "<html><body><noscript>You need to enable JavaScript to run this app.</noscript></body></html>",
    );
    assert!(told(&script, "partly-read").starts_with(
        "app.html: not read as a whole: the page shows its text only to browsers with scripts"
    ));
    assert!(script.claims.is_empty());
    let title = one(
        "title.json",
        "{\"@type\":\"NewsArticle\",\"headline\":\"Osk shelled\"}",
    );
    assert!(told(&title, "not-read").starts_with("title.json: there is only a headline in it"));
}

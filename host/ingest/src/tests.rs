use proptest::prelude::*;
use rashomon_core::model::Reading;
use unicode_normalization::is_nfc;

use super::*;

fn one(path: &str, text: &str) -> Input {
    let bytes = text.as_bytes();
    ingest(&SourceFile { path, bytes }).expect("text").remove(0)
}

fn refusal(path: &str, bytes: &[u8]) -> String {
    ingest(&SourceFile { path, bytes })
        .expect_err("refused")
        .to_string()
}

#[test]
fn metadata_or_the_file_names_an_article() {
    let text = "---\nid: hp-1\noutlet: Harbour Post\ntitle: Quay shelled\npublished: 3 May 2021\n---\nThe quay was hit.\n";
    let article = one("quay/harbour.md", text).article;
    assert_eq!(
        (article.id.as_str(), article.outlet.as_str()),
        ("hp-1", "Harbour Post")
    );
    assert_eq!(article.text, "Quay shelled\n\nThe quay was hit.");
    assert_eq!(article.path, "quay/harbour.md");
    assert_eq!(article.language, "en");
    assert_eq!(article.sha256.len(), 64);
    let article = one("quay/harbour.v2.txt", "The quay was hit.").article;
    assert_eq!(
        (article.id.as_str(), article.outlet.as_str()),
        ("harbour.v2", "harbour.v2")
    );
    assert_eq!(article.title, None);
    assert_eq!(one("-", "Words.").article.id, "standard-input");
    assert_eq!(one(".md", "Words.").article.id, ".md");
    let abc = SourceFile {
        path: "a",
        bytes: b"abc",
    };
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(ingest(&abc).expect("text")[0].article.sha256, digest);
}

#[test]
fn a_title_stands_in_the_text_once() {
    let check = |path: &str, text: &str, title: Option<&str>, expected: &str| {
        let article = one(path, text).article;
        assert_eq!(article.title.as_deref(), title, "{text:?}");
        assert_eq!(article.text, expected, "{text:?}");
    };
    check(
        "a.md",
        "---\ntitle: \"Quay “hit”\"\n---\n# QUAY 'HIT'\n\nText.",
        Some("Quay “hit”"),
        "QUAY 'HIT'\n\nText.",
    );
    check(
        "a.md",
        "# Quay *hit*\nText.",
        Some("Quay hit"),
        "Quay hit\n\nText.",
    );
    check(
        "a.txt",
        "+++\ntitle = \"Quay hit\"\n+++\n3 May 2021\n\nQuay hit\nText.",
        Some("Quay hit"),
        "3 May 2021\n\nQuay hit\nText.",
    );
    check(
        "a.txt",
        "---\ntitle: Quay hit\n---\nThe quay hit back.",
        Some("Quay hit"),
        "Quay hit\n\nThe quay hit back.",
    );
    check(
        "a.txt",
        "# Quay *hit*\n\nText.",
        None,
        "# Quay *hit*\n\nText.",
    );
    check(
        "a.txt",
        "\u{feff}Quay hit\r\n\r\nText.\r\n",
        None,
        "Quay hit\n\nText.",
    );
}

#[test]
fn what_is_no_text_is_refused_with_a_remedy() {
    let check = |path: &str, bytes: &[u8], expected: &str| {
        let error = refusal(path, bytes);
        assert!(error.starts_with(&format!("{path}: not read: ")), "{error}");
        assert!(error.contains(expected), "{error:?} lacks {expected:?}");
    };
    check("a.txt", b"", "the file is empty");
    check("a.txt", b" \n\xef\xbb\xbf \n", "there is no text in it");
    check("a.txt", b"\xef\xbb\xbf", "there is no text in it");
    check("a.md", b"---\nurl: x\n---\n\n", "there is no text in it");
    check("a.txt", b"words\0words", "byte 5 is NUL");
    check(
        "a.pdf",
        b"%PDF-1.7\n",
        "looks like a PDF; save it as text (.txt), or enter what it claims by hand",
    );
    check(
        "a.docx",
        b"PK\x03\x04rest",
        "office document; save it as text",
    );
    check(
        "a.txt",
        b"\n <!DOCTYPE html><img src=x>",
        "there is no text in it",
    );
    check("a.html", b"<img src=x>", "there is no text in it");
    check("a.json", b"[1]", "holds no article");
    check("a.txt", b"{ \"headline\": \"Quay\" }", "holds no article");
    check(
        "feed.xml",
        b"<?xml version=\"1.0\"?>\n<rss/>",
        "looks like XML",
    );
    check("feed.txt", b"<rss version=\"2.0\">", "looks like a feed");
    check(
        "r.json",
        b"{\"schema\":\"rashomon/report/1\"}",
        "\"rashomon/report/1\" document",
    );
    check(
        "c.jsonl",
        b"{\"schema\":\"rashomon/claims/9\"}",
        "only \"rashomon/claims/1\" is read here",
    );
    check(
        "c.jsonl",
        b"\n{\"schema\":\"rashomon/claims/1\",\"article\":{\"id\":7}}",
        "claims file, line 2, column",
    );
    check(
        "c.jsonl",
        b"{\"schema\":\"rashomon/claims/1\",\"article\":{\"id\":7}}",
        "article.id: invalid type: integer `7`",
    );
}

#[test]
fn fifty_megabytes_are_refused_by_size() {
    let error = refusal("a.txt", &vec![b'a'; 50_000_000]);
    assert!(
        error.contains("it has 50 MB, more than the 20 MB that are read"),
        "{error}"
    );
}

#[test]
fn a_claims_file_is_read_wherever_an_article_is() {
    let article = one("quay/harbour.txt", "The quay was hit.\n\nNobody was hurt.").article;
    let reading = Reading {
        article: article.clone(),
        passages: vec![],
        claims: vec![],
        mentions: vec![],
        notices: vec![],
    };
    let line = claims::write_line(&reading, false);
    let inputs = ingest(&SourceFile {
        path: "c.txt",
        bytes: format!("\u{feff}{line}\n{line}").as_bytes(),
    });
    let inputs = inputs.expect("claims");
    assert_eq!(inputs.len(), 2);
    assert_eq!(inputs[1].article, article);
    let bare = r#"{"schema":"rashomon/claims/1","article":{"id":"a","text":"Words."},"claims":[]}"#;
    let input = one("by-hand.jsonl", bare);
    assert_eq!(input.article.path, "by-hand.jsonl");
    assert_eq!(input.article.sha256.len(), 64);
}

#[test]
fn invisible_characters_are_told_of() {
    let input = one("a.txt", "Two\u{200b} barges\u{202e} sank.");
    assert_eq!(input.article.text, "Two barges sank.");
    assert_eq!(input.notices.len(), 1);
    assert_eq!(input.notices[0].code, "invisible-characters");
    assert!(
        input.notices[0].message.starts_with("a.txt: 2 invisible"),
        "{:?}",
        input.notices
    );
}

#[test]
fn folders_are_searched_for_known_kinds() {
    for path in [
        "a.md",
        "x/y.TXT",
        "c.jsonl",
        "a.b.markdown",
        "a.html",
        "b.HTM",
        "c.json",
    ] {
        assert!(is_known_kind(path), "{path}");
    }
    for path in ["a", ".md", "x.md/y", "a.png", "a.pdf"] {
        assert!(!is_known_kind(path), "{path}");
    }
}

/// Shapes that make careless readers slow: none of them takes more than a moment.
#[test]
fn large_and_odd_texts_are_read() {
    for unit in [
        "](", "[", "*a* ", "**", "<http://", "a\n", "> ", "\n", "_ _", "e\u{301}", "`", "\\",
        "---\n", "a: b\n",
    ] {
        let body = unit.repeat(2_000_000 / unit.len());
        for (path, text) in [
            ("a.md", body.clone()),
            ("a.txt", body.clone()),
            ("b.md", format!("---\n{body}")),
        ] {
            let bytes = text.as_bytes();
            if let Ok(inputs) = ingest(&SourceFile { path, bytes }) {
                assert!(inputs[0].article.text.len() <= text.len() + 1, "{unit:?}");
            }
        }
    }
}

#[test]
fn texts_that_were_pasted_into_one_file_are_articles_of_their_own() {
    let text = "+++\noutlet = \"Harbour Post\"\n+++\n# Quay hit\n\nTwo men were hurt.\n\n==========\n\nSource: River Times\nDate: 4 May 2021\nShells on the quay\n\nThree men were hurt.\n\n==========\n\nAnother day\n\nNobody was hurt.\n";
    let bytes = text.as_bytes();
    let inputs = ingest(&SourceFile {
        path: "day.md",
        bytes,
    })
    .expect("three texts");
    let told: Vec<_> = inputs
        .iter()
        .map(|input| (input.article.id.as_str(), input.article.outlet.as_str()))
        .collect();
    let expected = [
        ("day-1", "Harbour Post"),
        ("day-2", "River Times"),
        ("day-3", "day-3"),
    ];
    assert_eq!(told, expected);
    assert_eq!(
        inputs[1].article.text,
        "Shells on the quay\n\nThree men were hurt."
    );
    let published = inputs[1].article.published.as_ref();
    assert_eq!(
        published.map(ToString::to_string).as_deref(),
        Some("2021-05-04")
    );
    let messages: Vec<&str> = inputs[0]
        .notices
        .iter()
        .map(|n| n.message.as_str())
        .collect();
    assert_eq!(
        messages,
        ["day.md: it holds 3 texts, each an article of its own"]
    );
    let broken = "---\ntitle: A\n---\nWords.\n\n---\ntitle: B\nbad line\n---\nMore words.\n";
    let bytes = broken.as_bytes();
    let inputs = ingest(&SourceFile {
        path: "b.txt",
        bytes,
    })
    .expect("two texts");
    let said = &inputs[1].notices[0].message;
    assert!(
        said.starts_with("b.txt: line 8, column 1: front matter"),
        "{said}"
    );
}

#[test]
fn a_live_blog_in_text_has_entries() {
    let text = "---\noutlet: Harbour Post\npublished: 2021-05-03\n---\nQuay: live\n\n11:40 GMT\n\nThree men are dead.\n\n11:05 GMT\n\nTwo men are dead.\n\n10:30 GMT\n\nShells hit the quay.\n";
    let article = one("quay.txt", text).article;
    let entries = article.entries.iter();
    let shown: Vec<_> = entries
        .map(|entry| (entry.at.to_string(), entry.span.of(&article.text)))
        .collect();
    assert_eq!(
        shown[0],
        (
            "2021-05-03T11:40GMT".to_owned(),
            "11:40 GMT\n\nThree men are dead."
        )
    );
    assert_eq!(shown.len(), 3);
    let dated = text
        .replace("published: 2021-05-03\n", "")
        .replace("10:30", "3 May 2021 10:30");
    let article = one("quay.txt", &dated).article;
    assert_eq!(
        article.published.map(|at| at.to_string()).as_deref(),
        Some("2021-05-03T10:30GMT")
    );
    assert_eq!(
        article.published_from.as_deref(),
        Some("the earliest entry")
    );
}

#[test]
fn json_gives_an_article_or_many() {
    let article = r#"{"headline":"Quay hit","articleBody":"Two men were hurt.","publisher":{"name":"Harbour Post"},"datePublished":"2021-05-03T10:00Z"}"#;
    let ids = |path: &str, text: &str| {
        let bytes = text.as_bytes();
        let inputs = ingest(&SourceFile { path, bytes }).expect("articles");
        let ids = inputs.into_iter().map(|input| input.article.id);
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids("q.json", article), ["q"]);
    assert_eq!(ids("q.txt", article), ["q"]);
    assert_eq!(
        ids("q.json", &format!("[{article},{article}]")),
        ["q-1", "q-2"]
    );
    assert_eq!(
        ids("q.json", &format!("{{\"articles\":[{article}]}}")),
        ["q"]
    );
    assert_eq!(
        ids("q.jsonl", &format!("{article}\n\n{article}\n")),
        ["q-1", "q-2"]
    );
    assert_eq!(
        ids("q.json", &format!("{article}\n{article}\n")),
        ["q-1", "q-2"]
    );
    assert_eq!(ids("q.jsonl", &article.replace(',', ",\n")), ["q"]);
    let named = article.replace("{\"headline\"", "{\"id\":\"hp-7\",\"headline\"");
    assert_eq!(ids("q.json", &named), ["hp-7"]);
    let input = one("q.json", article);
    assert_eq!(input.article.text, "Quay hit\n\nTwo men were hurt.");
    assert_eq!(input.article.outlet, "Harbour Post");
    assert_eq!(
        input.article.published_from.as_deref(),
        Some("datePublished")
    );
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[a-z \\n*_\\[\\]()!<>#=`~\\\\-]{0,24}",
        Just("\n---\n".to_owned()),
        Just("+++\n".to_owned()),
        Just("title: Quay\n".to_owned()),
        Just("title = \"Quay\"\n".to_owned()),
        Just("\r\n\r\n".to_owned()),
        Just("\u{2029}\u{301}\u{200b}\u{1100}\u{1161}".to_owned()),
        Just("{\"schema\":\"rashomon/claims/1\"".to_owned()),
    ];
    let start = prop_oneof![Just(""), Just("---\n"), Just("+++\n"), Just("\u{feff}")];
    (start, prop::collection::vec(piece, 0..12))
        .prop_map(|(start, pieces)| format!("{start}{}", pieces.concat()))
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for path in ["a.md", "a.txt", ""] {
            let _ = ingest(&SourceFile { path, bytes: &bytes });
        }
    }

    #[test]
    fn texts_are_normal(text in hostile()) {
        for path in ["a.md", "a.txt"] {
            let Ok(inputs) = ingest(&SourceFile { path, bytes: text.as_bytes() }) else { continue };
            let read = &inputs[0].article.text;
            prop_assert!(is_nfc(read), "{:?}", read);
            prop_assert!(!read.contains("\n\n\n") && !read.contains('\r'), "{:?}", read);
            prop_assert!(!read.starts_with('\n') && !read.ends_with('\n'), "{:?}", read);
            prop_assert!(read.lines().all(|line| line == line.trim_end()), "{:?}", read);
            prop_assert!(!read.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{:?}", read);
        }
    }

    #[test]
    fn plain_text_is_read_the_same_again(text in hostile()) {
        if let Ok(inputs) = ingest(&SourceFile { path: "a.txt", bytes: text.as_bytes() }) {
            let once = &inputs[0].article.text;
            if !once.starts_with(['-', '+', '{']) {
                let again = ingest(&SourceFile { path: "a.txt", bytes: once.as_bytes() }).expect("text");
                prop_assert_eq!(&again[0].article.text, once);
            }
        }
    }

    #[test]
    fn words_survive_markdown(words in prop::collection::vec("[a-zA-Z0-9é]{1,8}", 1..20)) {
        let plain = words.join(" ");
        let marked = words.iter().enumerate().map(|(n, word)| match n % 5 {
            0 => format!("**{word}**"),
            1 => format!("[{word}](https://a.example/{n})"),
            2 => format!("_{word}_"),
            _ => word.clone(),
        });
        let marked: Vec<String> = marked.collect();
        let input = one("a.md", &marked.join(" "));
        prop_assert_eq!(input.article.text, plain);
    }
}

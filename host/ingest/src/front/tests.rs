use super::*;

fn fields(text: &str) -> (Metadata, String, Vec<String>) {
    let (metadata, rest, notices) = read("a.md", text, 0);
    let notices = notices.into_iter().map(|notice| notice.message).collect();
    (metadata, rest.to_owned(), notices)
}

fn titled(title: &str) -> Metadata {
    Metadata {
        title: Some(title.to_owned()),
        ..Metadata::default()
    }
}

#[test]
fn toml_and_yaml_say_the_same() {
    let toml = "+++\nid = \"hp-1\"\noutlet = \"Harbour Post\"\ntitle = \"Quay: shelled\"\nbyline = [\"A. Ray\", \"B. Coe\"]\npublished = 2021-05-03T18:05:00+02:00\nurl = \"https://harbour.example/1\"\nlanguage = \"en\"\n+++\nBody.\n";
    let yaml = "---\nid: hp-1 # ours\noutlet: 'Harbour Post'\ntitle: \"Quay: shelled\"\nbyline: A. Ray, B. Coe\n# a comment\n\npublished: May 3, 2021 at 6:05 pm +0200\nurl: https://harbour.example/1\nlanguage: en\nretrieved:\n---\nBody.\n";
    let (from_toml, rest, notices) = fields(toml);
    assert_eq!((rest.as_str(), notices), ("Body.\n", vec![]));
    assert_eq!(
        from_toml
            .published
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        Some("2021-05-03T18:05+02:00")
    );
    assert_eq!(from_toml.byline.as_deref(), Some("A. Ray, B. Coe"));
    assert_eq!(fields(yaml), (from_toml, rest, vec![]));
}

#[test]
fn a_broken_line_costs_one_line() {
    let check = |text: &str, expected: &str| {
        let (metadata, rest, notices) = fields(text);
        assert_eq!(metadata, titled("Quay"), "{text}");
        assert_eq!(rest, "Body.", "{text}");
        assert!(
            notices.iter().any(|n| n.contains(expected)),
            "{notices:?} lack {expected:?}"
        );
    };
    check(
        "+++\ntitle = \"Quay\"\noutlet = Harbour Post\n+++\nBody.",
        "a.md: line 3, column",
    );
    check(
        "+++\ntitle = \"Quay\"\noutlet = Harbour Post\n+++\nBody.",
        "`outlet = Harbour Post`",
    );
    check(
        "---\ntitle: Quay\n  - a list\n---\nBody.",
        "line 3, column 1: front matter: not `key: value`: `- a list`",
    );
    check(
        "---\ntitle: Quay\noutlet: \"Harb\n---\nBody.",
        "line 3, column 9: front matter: the value in double quotes is not closed",
    );
    check(
        "---\ntitle: Quay\noutlet: 'Harb' our\n---\nBody.",
        "words follow the closing quote",
    );
    check(
        "---\ntitle: Quay\nbyline: [a, b]\n---\nBody.",
        "only plain values are read",
    );
    check(
        "+++\ntitle = \"Quay\"\n\n[outlet]\nname = 1\n+++\nBody.",
        "line 4, column 1: front matter: only plain values are read: `outlet`",
    );
    check(
        "---\ntitle: Quay\noulet: Harbour Post\n---\nBody.",
        "unknown key `oulet`; did you mean `outlet`?",
    );
    check(
        "---\ntitle: Quay\nwhatever-else: x\n---\nBody.",
        "the keys are byline, id, language",
    );
    check(
        "---\ntitle: Quay\ntitle: Other\n---\nBody.",
        "`title` is given twice",
    );
    check(
        "---\ntitle: Quay\npublished: last Tuesday\n---\nBody.",
        "`published` is \"last Tuesday\", which is not read as a date",
    );
    check(
        "---\ntitle: Quay\n\nBody.",
        "line 1: front matter is never closed by `---`",
    );
    check("+++\ntitle = \"Quay\"\n\nBody.", "never closed by `+++`");
    let (metadata, rest, _) = read(
        "a.txt",
        "+++\ntitle = \"Quay\"\nA fire hurt two.\n\nIt is out.",
        0,
    );
    assert_eq!(metadata.title.as_deref(), Some("Quay"));
    assert_eq!(rest, "A fire hurt two.\n\nIt is out.");
}

#[test]
fn what_is_no_front_matter_stays_in_the_text() {
    for text in [
        "---\nA line of text.\n---\nMore: text.",
        "---\n\nNo fence below.",
        "+++\nWords\n+++\nMore.",
    ] {
        let (metadata, rest, notices) = fields(text);
        assert_eq!((metadata, rest.as_str()), (Metadata::default(), text));
        assert_eq!(notices.len(), 1, "{notices:?}");
        assert!(notices[0].contains("a.md: line 1"), "{notices:?}");
    }
    let endless = format!("---\n{}---\nBody.", "title: Quay\n".repeat(LONGEST_BLOCK));
    let (metadata, rest, _) = fields(&endless);
    assert_eq!(
        (metadata, rest.as_str()),
        (Metadata::default(), endless.as_str())
    );
    for text in ["", "Words.", "--- words\nmore", "----\na: b\n----"] {
        assert_eq!(fields(text), (Metadata::default(), text.to_owned(), vec![]));
    }
}

#[test]
fn quoting_is_yamls() {
    let check = |line: &str, expected: Option<&str>| {
        let (metadata, _, notices) = fields(&format!("---\nid: x\ntitle: {line}\n---\n"));
        assert_eq!(metadata.title.as_deref(), expected, "{line}: {notices:?}");
    };
    check("'It''s over' # really", Some("It's over"));
    check("\"A \\\"quay\\\" \\u00e9\"", Some("A \"quay\" é"));
    check("Suspect #2: free # for now", Some("Suspect #2: free"));
    check("~", None);
    check("null", None);
    check("# nothing", None);
    check("[Video] Quay shelled", Some("[Video] Quay shelled"));
}

#[test]
fn keys_are_read_in_any_case_and_notices_are_capped() {
    assert_eq!(fields("---\nTitle: Quay\n---\n").0, titled("Quay"));
    let many: String = (0..500).map(|n| format!("key{n}: x\n")).collect();
    let (_, _, notices) = fields(&format!("---\ntitle: Quay\n{many}---\n"));
    assert_eq!(notices.len(), MOST_NOTICES + 1);
    assert!(notices[MOST_NOTICES].contains("480 more"), "{notices:?}");
}

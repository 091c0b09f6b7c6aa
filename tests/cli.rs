//! The commands: transcripts in tests/cli, and what a transcript cannot show: pipes, folders, large and odd files.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "\
+++
outlet = \"Harbour Post\"
published = \"2031-05-04\"
+++

# Ferry catches fire off Port Alder

At least 12 people were killed when a ferry caught fire off Port Alder on Sunday, the coast guard said.
";

/// A folder of this test's own, empty.
fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("cli")
        .join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder for the test");
    path
}

fn cache() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("plugin-cache")
}

fn rashomon() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
    command
        .env("RASHOMON_CACHE", cache())
        .env_remove("NO_COLOR");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let output = rashomon().current_dir(folder).args(arguments).output();
    output.expect("the binary runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(output: &Output) -> serde_json::Value {
    let document = serde_json::from_slice(&output.stdout);
    document.unwrap_or_else(|error| panic!("{error}: {}", stderr(output)))
}

/// Every transcript is run in its own folder; none sees the clock or the user's cache.
#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .env("RASHOMON_CACHE", cache().to_string_lossy())
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .case("tests/cli/*.trycmd");
}

#[test]
fn another_folder_gives_the_same_bytes() {
    let mut reports = Vec::new();
    for name in ["same-a", "same-b"] {
        let folder = scratch(name).join("news");
        fs::create_dir_all(folder.join("inner")).expect("created");
        fs::write(folder.join("inner/post.md"), ARTICLE).expect("written");
        fs::write(folder.join("times.md"), ARTICLE.replace("12", "30")).expect("written");
        let folder = folder.to_str().expect("UTF-8").to_owned();
        let report = |jobs| {
            run(
                Path::new("."),
                &["check", "--format", "json", "--jobs", jobs, &folder],
            )
            .stdout
        };
        reports.extend([report("1"), report("4")]);
    }
    assert!(!reports[0].is_empty());
    assert!(reports.iter().all(|report| *report == reports[0]));
}

#[test]
fn a_run_in_which_nothing_could_be_read_is_not_done() {
    let folder = scratch("unread");
    let french = "Osk bombardée\n\nAu moins quatorze personnes ont été tuées dimanche lorsque des obus ont frappé le marché, \
                  a dit le maire. Les secours ont fouillé les décombres toute la nuit, et les écoles resteront fermées.\n";
    fs::write(folder.join("presse.txt"), french).expect("written");
    let alone = run(&folder, &["check", "presse.txt"]);
    assert_eq!(alone.status.code(), Some(2), "{}", stderr(&alone));
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    let beside = run(&folder, &["check", "presse.txt", "post.md"]);
    assert_eq!(beside.status.code(), Some(0), "{}", stderr(&beside));
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    let folder = scratch("pipe");
    // More than a pipe holds, so that the writer meets the closed end.
    for n in 0..200 {
        let text = format!(
            "{ARTICLE}\n{}",
            "Nothing else happened in the harbour. ".repeat(60)
        );
        fs::write(folder.join(format!("a{n:03}.md")), text).expect("written");
    }
    let child = rashomon()
        .arg("extract")
        .arg(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.expect("the binary runs");
    let mut stdout = child.stdout.take().expect("piped");
    stdout.read_exact(&mut [0; 10]).expect("it begins to print");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn fifty_megabytes_end_in_a_report_or_a_notice() {
    let folder = scratch("large");
    let mut file = File::create(folder.join("large.txt")).expect("created");
    let megabyte = "Nobody said how many were hurt. \n\n".repeat(30_841);
    for _ in 0..50 {
        file.write_all(megabyte.as_bytes()).expect("written");
    }
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    let output = run(
        &folder,
        &["check", "--format", "json", "--fail-on", "never", "."],
    );
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let report = json(&output);
    let articles = report["articles"].as_array().expect("a list");
    assert!(articles.iter().any(|article| article["path"] == "post.md"));
    let read = articles
        .iter()
        .any(|article| article["path"] == "large.txt");
    assert!(
        read || stderr(&output).contains("large.txt"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_folder_of_ten_thousand_files_is_read() {
    let folder = scratch("many");
    for n in 0..10_000 {
        let (name, text) = match n % 5 {
            0 => (format!("a{n}.png"), String::new()),
            1 => (format!("a{n}.txt"), String::new()),
            2 => (
                format!("a{n}.json"),
                format!("{{\"headline\":\"Day {n}\",\"text\":\"Two men died.\"}}"),
            ),
            3 => (
                format!("a{n}.html"),
                format!("<html><p>Two men died on day {n}."),
            ),
            _ => (format!("a{n}.md"), format!("Day {n}\n\nTwo men died.")),
        };
        fs::write(folder.join(name), text).expect("written");
    }
    let output = run(&folder, &["extract", "."]);
    assert_eq!(output.status.code(), Some(0));
    let lines = output.stdout.iter().filter(|byte| **byte == b'\n').count();
    assert_eq!(lines, 6_000);
    let said = stderr(&output);
    // What is of another kind is told of twenty times and counted, what cannot be read each time.
    assert!(
        said.contains("notice: 1980 more files are of no kind that is read; skipped"),
        "{said:.500}"
    );
    assert_eq!(said.matches("not read: the file is empty").count(), 2_000);
}

#[cfg(unix)]
#[test]
fn what_has_vanished_or_leads_nowhere_hides_nothing_else() {
    let folder = scratch("vanished");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    std::os::unix::fs::symlink("gone.md", folder.join("lost.md")).expect("linked");
    std::os::unix::fs::symlink(".", folder.join("loop")).expect("linked");
    let output = run(&folder, &["extract", "."]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(json(&output)["article"]["path"], "post.md");
    let said = stderr(&output);
    assert!(said.contains("notice: lost.md cannot be read"), "{said}");
    assert!(said.contains("notice: loop cannot be read"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_not_waited_for() {
    let folder = scratch("fifo");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    let made = Command::new("mkfifo").arg(folder.join("pipe.md")).status();
    assert!(made.expect("mkfifo is there").success());
    let output = run(&folder, &["extract", "."]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("notice: pipe.md is of no kind that is read; skipped"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_that_is_not_utf8_is_read_and_shown_as_far_as_it_can_be() {
    use std::os::unix::ffi::OsStrExt;
    let folder = scratch("bytes");
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    fs::write(folder.join(name), ARTICLE).expect("written");
    let output = run(&folder, &["extract", "."]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(json(&output)["article"]["path"], "caf\u{fffd}.md");
    let named = rashomon()
        .current_dir(&folder)
        .arg("extract")
        .arg(name)
        .output();
    assert_eq!(named.expect("the binary runs").stdout, output.stdout);
}

#[test]
fn a_file_that_is_named_twice_is_read_once() {
    let folder = scratch("twice");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    let output = run(&folder, &["extract", ".", "post.md"]);
    let lines = String::from_utf8_lossy(&output.stdout).lines().count();
    assert_eq!(lines, 1);
    assert!(stderr(&output).contains("post.md is given more than once; read once"));
}

#[test]
fn standard_input_is_read() {
    let mut child = rashomon()
        .args(["extract", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(ARTICLE.as_bytes()).expect("written");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(json(&output)["article"]["outlet"], "Harbour Post");
}

#[test]
fn the_output_file_is_written_whole_and_nothing_is_left_beside_it() {
    let folder = scratch("output");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    fs::write(folder.join("report.json"), "older").expect("written");
    let arguments = [
        "check",
        "--format",
        "json",
        "--output",
        "report.json",
        "post.md",
    ];
    let output = run(&folder, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(output.stdout, b"");
    let written = fs::read(folder.join("report.json")).expect("there");
    let printed = run(&folder, &["check", "--format", "json", "post.md"]).stdout;
    assert_eq!(written, printed);
    assert_eq!(fs::read_dir(&folder).expect("readable").count(), 2);
}

#[test]
fn an_output_file_that_cannot_be_written_ends_the_run() {
    let folder = scratch("unwritable");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    let output = run(
        &folder,
        &["check", "--output", "no/such/folder.txt", "post.md"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("cannot write no/such/folder.txt"));
}

#[test]
fn an_output_file_that_is_an_input_is_refused_and_kept() {
    let folder = scratch("output-is-input");
    let article = "Six men were killed at the mill on Sunday.\n";
    fs::write(folder.join("post.txt"), article).expect("a file");
    for command in ["check", "extract"] {
        let output = run(&folder, &[command, ".", "--output", "post.txt"]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(
            stderr(&output).contains("one of the inputs"),
            "{}",
            stderr(&output)
        );
        let kept = fs::read_to_string(folder.join("post.txt")).expect("still there");
        assert_eq!(kept, article, "{command}");
    }
}

#[test]
fn what_a_person_corrected_is_shown_as_corrected() {
    let folder = scratch("corrected");
    for (name, text) in [
        (
            "post.txt",
            "Rope works burn at Osk\n\nThe fire at the Osk rope works killed 14 men on Sunday.\n",
        ),
        (
            "times.txt",
            "Fire takes rope works\n\nThe fire at the Osk rope works killed 19 men on Sunday.\n",
        ),
    ] {
        fs::write(folder.join(name), text).expect("a file");
    }
    let claims = run(&folder, &["extract", "."]);
    let claims = String::from_utf8(claims.stdout).expect("UTF-8");
    let corrected = claims.replace(
        "\"low\":\"14\",\"high\":\"14\"",
        "\"low\":\"16\",\"high\":\"16\"",
    );
    assert_ne!(claims, corrected, "{claims}");
    let corrected = corrected.replace(
        "\"predicate\":\"killed\"",
        "\"corrected_by\":\"A. Beck\",\"predicate\":\"killed\"",
    );
    let misspelt = corrected.replacen("\"predicate\":\"killed\"", "\"predicate\":\"kiled\"", 1);
    fs::write(folder.join("claims.jsonl"), &corrected).expect("a file");
    let memo = run(&folder, &["check", "claims.jsonl"]);
    let memo = String::from_utf8(memo.stdout).expect("UTF-8");
    assert!(
        memo.contains("16 (men)") && !memo.contains("14 (men)"),
        "{memo}"
    );
    fs::write(folder.join("claims.jsonl"), &misspelt).expect("a file");
    let memo = run(&folder, &["check", "claims.jsonl"]);
    let memo = String::from_utf8(memo.stdout).expect("UTF-8");
    assert!(memo.contains("did you mean “killed”"), "{memo}");
}

/// What nobody is named for who changed it is said with its file, and ends a strict run.
#[test]
fn what_nobody_says_he_changed_is_told() {
    let folder = scratch("changed-unnamed");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    let claims = run(&folder, &["extract", "post.md"]).stdout;
    let claims = String::from_utf8(claims).expect("UTF-8");
    let changed = claims.replace("\"low\":\"12\"", "\"low\":\"20\"");
    assert_ne!(claims, changed, "{claims}");
    let renamed = claims.replace("\"text\":\"people\"", "\"text\":\"sailors\"");
    assert_ne!(claims, renamed, "{claims}");
    for (file, text, told) in [
        ("as-read.jsonl", &claims, false),
        ("changed.jsonl", &changed, true),
        ("renamed.jsonl", &renamed, true),
    ] {
        fs::write(folder.join(file), text).expect("written");
        let loose = run(&folder, &["check", file]);
        assert_eq!(
            stderr(&loose).contains("nobody is named who changed it"),
            told,
            "{file}"
        );
        assert_eq!(
            stderr(&loose).contains("post.md: claim post/"),
            told,
            "{file}"
        );
        let strict = run(&folder, &["check", "--strict", file]);
        assert_eq!(
            strict.status.code() == Some(2),
            told,
            "{file}: {}",
            stderr(&strict)
        );
    }
}

#[test]
fn all_notices_are_listed_where_they_are_asked_for() {
    let folder = scratch("notices");
    for n in 0..8 {
        let text = format!("A fire killed {n}2 people in Osk {n} on Sunday.\n");
        fs::write(folder.join(format!("post-{n}.txt")), text).expect("written");
    }
    let lines = |arguments: &[&str]| {
        let memo = String::from_utf8(run(&folder, arguments).stdout).expect("UTF-8");
        let listed = memo
            .lines()
            .filter(|line| line.starts_with("  - post-"))
            .count();
        (listed, memo.contains("more: list with --notices"))
    };
    assert_eq!(lines(&["check", "."]), (5, true));
    let (all, more) = lines(&["check", "--notices", "."]);
    assert!(all >= 8 && !more, "{all}");
}

#[test]
fn colour_is_for_terminals_unless_it_is_asked_for() {
    let folder = scratch("colour");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    for (when, coloured) in [("auto", false), ("always", true), ("never", false)] {
        let output = run(&folder, &["check", "--color", when, "post.md"]);
        assert!(!output.stdout.is_empty(), "{}", stderr(&output));
        assert_eq!(output.stdout.contains(&0x1b), coloured, "{when}");
    }
}

/// The claims file is accepted wherever an article is.
#[test]
fn what_extract_prints_can_be_checked() {
    let folder = scratch("claims");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    let lines = run(&folder, &["extract", "post.md"]).stdout;
    fs::create_dir(folder.join("claims")).expect("created");
    fs::write(folder.join("claims/all.jsonl"), &lines).expect("written");
    let from_claims = json(&run(&folder, &["check", "--format", "json", "claims"]));
    let from_article = json(&run(&folder, &["check", "--format", "json", "post.md"]));
    assert_eq!(from_claims["claims"], from_article["claims"]);
    assert_eq!(from_claims["findings"], from_article["findings"]);
}

#[test]
fn schemas_are_json_schemas_that_the_documents_meet() {
    let folder = scratch("schema");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    for (name, arguments) in [
        ("claims", ["extract", "--mentions", "post.md"].as_slice()),
        (
            "report",
            ["check", "--format", "json", "post.md"].as_slice(),
        ),
    ] {
        let schema = json(&run(&folder, &["schema", name]));
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        let document = json(&run(&folder, arguments));
        let errors: Vec<String> = validator
            .iter_errors(&document)
            .map(|e| e.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
    }
}

const SAME_FERRY: &str = "\
+++
outlet = \"River Times\"
published = \"2031-05-05\"
+++

# Twelve dead as ferry burns off Port Alder

A ferry burnt off Port Alder on Sunday and at least 12 people were killed, said the coast guard, whose boats reached it late.
";

#[test]
fn a_pair_of_articles_is_explained() {
    let folder = scratch("explain");
    fs::write(folder.join("post.md"), ARTICLE).expect("written");
    fs::write(folder.join("times.md"), SAME_FERRY).expect("written");
    let pair = run(&folder, &["check", "--explain-events=post,times", "."]);
    assert_eq!(pair.status.code(), Some(0), "{}", stderr(&pair));
    let words = String::from_utf8_lossy(&pair.stdout)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(words.contains("post and times: one event."), "{words}");
    assert!(words.contains("Port Alder"), "{words}");
    let all = run(&folder, &["check", "--explain-events", "."]);
    let all = String::from_utf8_lossy(&all.stdout).into_owned();
    assert!(all.contains("post and times"), "{all}");
    let misspelt = run(&folder, &["check", "--explain-events=pots,times", "."]);
    assert_eq!(misspelt.status.code(), Some(2));
    assert!(
        stderr(&misspelt).contains("did you mean post?"),
        "{}",
        stderr(&misspelt)
    );
    let loose = run(&folder, &["check", "--explain-events", "post,times", "."]);
    assert_eq!(loose.status.code(), Some(2));
    assert!(
        stderr(&loose).contains("--explain-events=post,times"),
        "{}",
        stderr(&loose)
    );
    for wrong in [
        &["--explain-events=a,b,c"][..],
        &["--explain-events", "--format", "json"],
    ] {
        let output = run(&folder, &[&["check", "."], wrong].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn two_articles_with_one_id_are_both_read_and_it_is_said() {
    let folder = scratch("one-id");
    for (file, text) in [("a.md", ARTICLE), ("b.md", SAME_FERRY)] {
        let text = text.replacen("+++\n", "+++\nid = \"ferry\"\n", 1);
        fs::write(folder.join(file), text).expect("written");
    }
    let output = run(&folder, &["check", "--format", "json", "."]);
    let report = json(&output);
    assert_eq!(report["articles"].as_array().map(Vec::len), Some(2));
    assert!(stderr(&output).contains("ferry"), "{}", stderr(&output));
}

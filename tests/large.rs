//! Large events: bounded work, and a report all the same.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use rashomon_ingest::{SourceFile, ingest};

use crate::embedded;

/// Sentences of each of two articles of one event.
const SENTENCES: usize = 2_500;

/// A name of six letters for every number.
fn name(mut n: usize) -> String {
    let mut name = String::from("Q");
    for _ in 0..5 {
        name.push(char::from(b"aeioubdgklmnprst"[n % 16]));
        n /= 16;
    }
    name
}

/// The report on two articles that tell the same, but for the sentences that `told` writes.
fn report(case: &str, told: impl Fn(usize, usize) -> String) -> (Option<i32>, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("large")
        .join(case);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    for (outlet, paper) in ["Harbour Post", "River Times"].iter().enumerate() {
        let mut text = format!(
            "+++\noutlet = \"{paper}\"\npublished = \"2017-03-2{outlet}\"\n+++\n\n# Ferry sinks at Torvel on Monday\n\n\
             Forty people were killed on Monday when a ferry sank off Torvel.\n"
        );
        for n in 0..SENTENCES {
            write!(text, "\n{}\n", told(outlet, n)).expect("strings take all");
        }
        fs::write(folder.join(format!("{outlet}.md")), text).expect("written");
    }
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("plugin-cache");
    let mut rashomon = Command::new(env!("CARGO_BIN_EXE_rashomon"));
    let output = rashomon
        .env("RASHOMON_CACHE", cache)
        .arg("check")
        .arg(&folder)
        .output();
    let output = output.expect("the binary runs");
    (
        output.status.code(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
    )
}

#[test]
fn five_thousand_claims_leave_no_rule_unfinished() {
    type Told = fn(usize, usize) -> String;
    let cases: [(&str, Told); 5] = [
        ("names of one age", |outlet, n| {
            let last = if n % 5 == outlet { "Harbell" } else { "Harbel" };
            format!("{} {last}, 34, was aboard.", name(n))
        }),
        ("names and ages", |outlet, n| {
            format!(
                "{} {}, {}, was aboard.",
                name(n),
                name(n * 7 + outlet),
                20 + n % 60
            )
        }),
        ("one person", |outlet, _| {
            format!("Jane Harbell, {}, was killed at Torvel.", 34 + outlet)
        }),
        ("hours of the deed", |_, n| {
            format!(
                "The shooting happened at {}:{:02} p.m. Two men were shot on Monday at Torvel.",
                n % 12 + 1,
                n % 60
            )
        }),
        ("others", |outlet, n| {
            format!(
                "{} others were shot at Torvel on Monday.",
                n % 90 + 2 + outlet
            )
        }),
    ];
    for (case, told) in cases {
        let (status, memo) = report(case, told);
        assert!(
            matches!(status, Some(0 | 1)),
            "{case}: {status:?}\n{memo:.600}"
        );
        assert!(
            memo.contains("Harbour Post") && !memo.contains("INCOMPLETE"),
            "{case}\n{memo:.600}"
        );
    }
}

#[test]
fn a_roll_of_fifty_thousand_names_is_read() {
    let lexicon = embedded::lexicon().expect("the embedded lexicon is valid");
    let mut roll = String::from("Roll call\n");
    for n in 0..50_000 {
        write!(
            roll,
            "\n{} {}, {}, was there.\n",
            name(n),
            name(n * 7 + 3),
            20 + n % 60
        )
        .expect("strings take all");
    }
    let file = SourceFile {
        path: "roll.txt",
        bytes: roll.as_bytes(),
    };
    let inputs = ingest(&file).expect("plain text");
    let readings = inputs
        .into_iter()
        .map(|input| rashomon_core::read(input, &lexicon));
    let aged: usize = readings
        .map(|reading| {
            reading
                .claims
                .iter()
                .filter(|claim| claim.predicate == "aged")
                .count()
        })
        .sum();
    assert!(aged > 40_000, "{aged} of fifty thousand ages were read");
}

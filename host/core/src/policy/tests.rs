use proptest::prelude::*;

use super::*;
use crate::model::rule::{Metadata, Param};
use crate::model::{Decimal, Verdict};

const HEAD: &str = "schema = \"rashomon/rules/1\"\n";

fn pack(body: &str) -> Result<Pack, PackError> {
    Pack::parse("mine", &format!("{HEAD}{body}"))
}

fn policy(bodies: &[&str]) -> Result<Policy, PackError> {
    Policy::merge(bodies.iter().map(|b| pack(b)).collect::<Result<_, _>>()?)
}

const QUANTITY: &str = r#"
[rule.quantity-mismatch]
plugin = "quantity"
severity = { undetermined = "error", wide-gap = "note" }
params = { wide-gap = 1.5, exact = true, units = ["person"], mode = "strict" }
limits = { memory = "128 MiB", fuel = 5000 }
words = { message = "{left} against {right}" }
"#;

fn metadata() -> Metadata {
    let param = |name: &str, initial| Param {
        name: name.to_owned(),
        summary: String::new(),
        initial,
    };
    Metadata {
        id: "quantity".to_owned(),
        codes: vec![("wide-gap".to_owned(), String::new())],
        params: vec![
            param("wide-gap", ParamValue::Number(Decimal::from(2))),
            param("mode", ParamValue::Text("loose".to_owned())),
            param("exact", ParamValue::Flag(false)),
            param("units", ParamValue::Texts(Vec::new())),
            param("untouched", ParamValue::Flag(true)),
        ],
        words: [("message".to_owned(), "{left} but {right.outlet}".to_owned())].into(),
        ..Metadata::default()
    }
}

#[test]
fn a_whole_pack_is_read() {
    let policy = policy(&[QUANTITY]).expect("valid");
    let rule = &policy.rules["quantity-mismatch"];
    assert_eq!((rule.plugin.as_str(), rule.enabled), ("quantity", true));
    let limits = Limits {
        memory: Some(128 << 20),
        fuel: Some(5000),
    };
    assert_eq!(rule.limits, limits);
    assert_eq!(rule.words["message"], "{left} against {right}");
    let settings = settings(rule, &metadata()).expect("declared");
    let values: Vec<_> = settings.into_iter().map(|s| (s.name, s.value)).collect();
    let number = ParamValue::Number("1.5".parse().expect("a number"));
    let expected = [
        ("wide-gap", number),
        ("mode", ParamValue::Text("strict".to_owned())),
        ("exact", ParamValue::Flag(true)),
        ("units", ParamValue::Texts(vec!["person".to_owned()])),
        ("untouched", ParamValue::Flag(true)),
    ];
    assert_eq!(
        values,
        expected.map(|(name, value)| (name.to_owned(), value))
    );
}

#[test]
fn a_code_goes_before_its_verdict_and_the_usual_comes_last() {
    let policy = policy(&[QUANTITY]).expect("valid");
    let rule = &policy.rules["quantity-mismatch"];
    for (code, verdict, expected) in [
        ("wide-gap", Verdict::Undetermined, Severity::Note),
        ("apart", Verdict::Undetermined, Severity::Error),
        ("apart", Verdict::Contradiction, Severity::Error),
        ("apart", Verdict::Disputed, Severity::Warning),
        ("apart", Verdict::Superseded, Severity::Note),
        ("apart", Verdict::ScopeDiffers, Severity::Note),
        ("apart", Verdict::Compatible, Severity::Note),
    ] {
        assert_eq!(severity_of(rule, code, verdict), expected, "{code}");
    }
}

#[test]
fn packs_are_merged_by_rule_and_key() {
    let over = r#"
profile = "cautious"
[rule.quantity-mismatch]
enabled = false
severity = { disputed = "error", wide-gap = "warning" }
params = { wide-gap = 3 }
limits = { fuel = 7 }
[rule.second]
plugin = "quantity"
[grouping]
floor = 0.5
[compare]
max-pairs = 10
"#;
    let policy = policy(&[QUANTITY, over]).expect("valid");
    let rule = &policy.rules["quantity-mismatch"];
    assert!(!rule.enabled);
    assert_eq!(rule.plugin, "quantity");
    let severities: Vec<_> = rule
        .severity
        .iter()
        .map(|(k, s)| (k.as_str(), *s))
        .collect();
    let expected = [
        ("disputed", Severity::Error),
        ("undetermined", Severity::Error),
        ("wide-gap", Severity::Warning),
    ];
    assert_eq!(severities, expected);
    assert_eq!(
        rule.params["wide-gap"],
        ParamValue::Number(Decimal::from(3))
    );
    assert_eq!(rule.params["exact"], ParamValue::Flag(true));
    assert_eq!(rule.limits.memory, Some(128 << 20));
    assert_eq!(rule.limits.fuel, Some(7));
    assert!(policy.rules["second"].enabled);
    let grouping = Grouping {
        floor: 0.5,
        ..Grouping::default()
    };
    assert_eq!(policy.grouping, grouping);
    assert_eq!(policy.compare.max_pairs, 10);
    assert_eq!(policy.profile, "cautious");
    assert_eq!(policy.packs, ["mine", "mine"]);
}

#[test]
fn what_one_expects_to_be_told_is_merged_by_kind_and_key() {
    let base = r#"
[gaps.attack]
when = ["attacked", "killed"]
slots = [{ slot = "killed/civilian", label = "civilians killed" }]
"#;
    let over = "[gaps.attack]\nwhen = [\"attacked\"]\n";
    let policy = policy(&[base, over]).expect("valid");
    let slot = Slot {
        slot: "killed/civilian".to_owned(),
        label: "civilians killed".to_owned(),
    };
    let expected = GapPolicy {
        when: vec!["attacked".to_owned()],
        slots: vec![slot],
    };
    assert_eq!(policy.gaps["attack"], expected);
}

/// Lines are counted with the head's one.
#[test]
#[expect(clippy::too_many_lines, reason = "a table, row by row")]
fn what_a_pack_may_not_say_is_refused_with_place_and_remedy() {
    for (body, expected) in [
        ("[rule.a", "line 2, column 8: not valid TOML: "),
        (
            "[rules.a]\n",
            "line 2, column 2: unknown key `rules`; did you mean `rule`?",
        ),
        (
            "[rule.a]\nplugin = \"x\"\nenabld = true\n",
            "line 4, column 1: unknown key `enabld`; did you mean `enabled`?",
        ),
        (
            "[rule.a]\nzzz = 1\n",
            "line 3, column 1: unknown key `zzz`; known here: plugin, enabled, codes, rank, articles, severity",
        ),
        (
            "[rule.a]\nplugin = \"x\"\nenabled = \"yes\"\n",
            "line 4, column 11: `enabled` must be true or false, found `\"yes\"`",
        ),
        (
            "[rule.a]\nseverity = { disputed = \"eror\" }\n",
            "line 3, column 25: unknown severity `eror`; did you mean `error`?",
        ),
        (
            "[rule.a]\nparams = { x = nan }\n",
            "line 3, column 16: `x` must be true or false, a decimal number",
        ),
        (
            "[rule.a]\nparams = { x = 1979-05-27 }\n",
            "line 3, column 16: `x` must be",
        ),
        (
            "[rule.a]\nparams = { x = [1] }\n",
            "line 3, column 17: `x` must be a string, found `1`",
        ),
        (
            "[rule.a]\nplugin = \"rules/a.wasm\"\n",
            "line 3, column 10: `rules/a.wasm` names a plugin by its file",
        ),
        (
            "[rule.a]\nlimits = { memory = \"64 MB\" }\n",
            "line 3, column 21: `memory` must be a size such as \"64 MiB\"",
        ),
        (
            "[rule.a]\nlimits = { memory = \"99999999999999 GiB\" }\n",
            "`memory` must be a size",
        ),
        (
            "[rule.a]\nlimits = { fuel = 0 }\n",
            "`fuel` must be a whole number from 1",
        ),
        (
            "[rule.\"A b\"]\n",
            "line 2, column 7: `rule` must be followed by a name of small letters",
        ),
        (
            "[grouping]\nfloor = 2\n",
            "line 3, column 9: `floor` must be a number from 0 to 1, found `2`",
        ),
        (
            "[compare]\nmax-pairs = 0\n",
            "`max-pairs` must be a whole number from 1 to 1000000",
        ),
        (
            "[gaps.a]\nslots = [{ slot = \"x\" }]\n",
            "line 3, column 10: a slot needs `label`",
        ),
        (
            "[gaps.a]\nslots = []\n",
            "line 2, column 7: the kind of event `a` needs `when`",
        ),
        (
            "[rule.a]\nenabled = true\n",
            "line 2, column 7: the new rule `a` needs `plugin`",
        ),
        (
            "rule = 3\n",
            "line 2, column 8: `rule` must be a table, found `3`",
        ),
    ] {
        let error = policy(&[body]).expect_err(body).to_string();
        assert!(error.starts_with("pack mine, line "), "{error}");
        assert!(
            error.contains(expected),
            "{body}\n  said:     {error}\n  expected: {expected}"
        );
    }
}

#[test]
fn a_pack_of_no_or_another_schema_is_refused() {
    for (text, expected) in [
        (
            "",
            "pack p, line 1, column 1: the pack must begin with schema = \"rashomon/rules/1\", found none",
        ),
        (
            "\nschema = \"rashomon/rules/2\"",
            "pack p, line 2, column 10: the pack must begin with schema = \"rashomon/rules/1\", found `\"rashomon/rules/2\"`",
        ),
    ] {
        let error = Pack::parse("p", text).expect_err(text);
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn a_misspelt_rule_of_an_earlier_pack_is_mended() {
    let error = policy(&[QUANTITY, "[rule.quantity-mismach]\nenabled = false\n"]);
    let error = error.expect_err("no such rule").to_string();
    assert!(error.contains("unknown rule `quantity-mismach`; did you mean `quantity-mismatch`?"));
}

#[test]
fn settings_are_checked_against_what_the_plugin_declares() {
    for (line, expected) in [
        (
            "params = { wide-gab = 1 }",
            "line 4, column 12: unknown parameter `wide-gab`; did you mean `wide-gap`?",
        ),
        (
            "params = { wide-gap = \"1\" }",
            "line 4, column 12: `wide-gap` must be a number, found a string",
        ),
        (
            "params = { units = \"person\" }",
            "`units` must be an array of strings, found a string",
        ),
        (
            "severity = { wide-gab = \"note\" }",
            "line 4, column 14: unknown verdict or code `wide-gab`; did you mean `wide-gap`?",
        ),
        (
            "severity = { dispute = \"note\" }",
            "unknown verdict or code `dispute`; did you mean `disputed`?",
        ),
        (
            "severity = { agree = \"note\" }",
            "unknown verdict or code `agree`",
        ),
        (
            "words = { mesage = \"x\" }",
            "line 4, column 11: unknown phrase `mesage`; did you mean `message`?",
        ),
        (
            "words = { message = \"{lft} against {right}\" }",
            "line 4, column 11: unknown value `lft`; did you mean `left`?",
        ),
        (
            "words = { message = \"{left.sorce} against {right}\" }",
            "line 4, column 11: unknown part `sorce`; did you mean `source`?",
        ),
    ] {
        let policy =
            policy(&[&format!("[rule.a]\nplugin = \"quantity\"\n{line}\n")]).expect("parses");
        let error = settings(&policy.rules["a"], &metadata())
            .expect_err(line)
            .to_string();
        assert!(
            error.contains(expected),
            "{line}\n  said:     {error}\n  expected: {expected}"
        );
    }
}

#[test]
fn columns_are_counted_in_characters() {
    let error = pack("profile = \"é\" x").expect_err("trailing word");
    assert_eq!((error.place.line, error.place.column), (2, 15));
}

proptest! {
    #[test]
    fn no_text_panics(text in "(schema = \"rashomon/rules/1\"\n)?[\\[\\]a-z.=\"{}\n 0-9é]{0,80}") {
        if let Err(error) = Pack::parse("p", &text) {
            prop_assert!(error.place.line <= text.matches('\n').count() + 1);
        }
    }
}

#[test]
fn the_default_pack_is_valid_and_says_what_a_policy_without_it_assumes() {
    let text = include_str!("../../../../rules/default.toml");
    let default = Policy::merge(vec![Pack::parse("default", text).expect("valid")]);
    let default = default.expect("complete");
    assert_eq!(default.grouping, Grouping::default());
    assert_eq!(default.compare, Compare::default());
    assert!(default.rules.values().any(|rule| rule.enabled));
    assert!(default.gaps.values().all(|gaps| !gaps.slots.is_empty()));
}

#[test]
fn a_rule_stands_for_the_codes_it_names() {
    let named = "[rule.wide]\nplugin = \"quantity\"\ncodes = [\"wide-gap\"]\n";
    let policy_of = |bodies: &[&str]| policy(bodies).expect("valid");
    let rule = &policy_of(&[named]).rules["wide"];
    assert!(rule.stands_for("wide-gap") && !rule.stands_for("later"));
    assert!(settings(rule, &metadata()).is_ok());
    let all = &policy_of(&[QUANTITY]).rules["quantity-mismatch"];
    assert!(all.stands_for("wide-gap") && all.stands_for("later"));
    let over = "[rule.wide]\ncodes = [\"wide-gat\"]\n";
    let error = settings(&policy_of(&[named, over]).rules["wide"], &metadata());
    let error = error.expect_err("the plugin has no such code").to_string();
    assert!(
        error.contains("unknown code `wide-gat`") && error.contains("did you mean `wide-gap`"),
        "{error}"
    );
    let of_other = "[rule.wide]\nseverity = { later = \"note\" }\n";
    let mut plugin = metadata();
    plugin.codes.push(("later".to_owned(), String::new()));
    let error = settings(&policy_of(&[named, of_other]).rules["wide"], &plugin);
    let error = error.expect_err("another rule finds it").to_string();
    assert!(
        error.contains("line 3") && error.contains("`later` is not among the `codes`"),
        "{error}"
    );
    let own = "[rule.wide]\nseverity = { wide-gap = \"note\", disputed = \"note\" }\n";
    let rule = &policy_of(&[named, own]).rules["wide"];
    assert!(settings(rule, &metadata()).is_ok());
}

#[test]
fn a_rule_has_a_rank_and_asks_for_so_many_articles() {
    let first = "[rule.names]\nplugin = \"naming\"\nrank = 90\narticles = 2\n";
    let later = "[rule.names]\nrank = 5\n";
    let merged = policy(&[first, later]).expect("valid");
    let rule = &merged.rules["names"];
    assert_eq!((rule.rank, rule.articles), (5, 2));
    let plain = policy(&[QUANTITY]).expect("valid");
    let rule = &plain.rules["quantity-mismatch"];
    assert_eq!((rule.rank, rule.articles), (UNRANKED, 1));
    for wrong in ["articles = 0", "rank = -1", "rank = \"first\""] {
        let told = pack(&format!("[rule.names]\nplugin = \"naming\"\n{wrong}\n"));
        assert!(told.is_err(), "{wrong}");
    }
}

//! Says back what it is told, so that the host's tests can see what crosses the border.

use rashomon_rule::prelude::*;

settings! {
    /// What a pack can set.
    pub struct Settings {
        /// What to do: echo, panic, error or log.
        pub mode: String = "echo",
        /// Said back.
        pub flag: bool = true,
        /// Said back.
        pub number: Decimal = dec!(-2.50),
        /// Said back.
        pub texts: Vec<String> = ["one", "two"],
    }
}

/// Says back what it is told.
pub struct Echo;

impl Rule for Echo {
    type Settings = Settings;

    const ABOUT: About = About {
        id: "echo",
        version: "1.2.3",
        summary: "Says back what it is told",
        manual: "# What it does\n\nSays back what it is told.\n",
        predicates: &["killed", "wounded"],
        codes: &[("echo", "what was told")],
        words: &[("message", "{event}"), ("because", "{settings}")],
    };

    fn check(event: &Event, settings: &Settings) -> Result<Vec<Finding>, RuleError> {
        match settings.mode.as_str() {
            "panic" => panic!("told to panic"),
            "error" => Err(RuleError::new("told-to-fail", "it was told to fail")),
            "log" => {
                host::log(host::Level::Warn, "it was told to log");
                Ok(Vec::new())
            }
            _ => Ok(vec![echo(event, settings)]),
        }
    }
}

fn echo(event: &Event, settings: &Settings) -> Finding {
    let ids = 0..u32::try_from(event.claims.len()).unwrap_or(u32::MAX);
    let answers = ids.clone().map(|id| event.claim(id).attribute("means"));
    let relation = host::relate("role", "soldier", "person");
    let time = event.time.clone().unwrap_or(Period {
        text: "never".into(),
        start: None,
        end: Some(-1),
        basis: Basis::Assumed,
    });
    let message = phrase("message").text("event", format!("{event:?}"));
    let because = phrase("because")
        .text("settings", format!("{settings:?}"))
        .text(
            "answers",
            format!("{:?} {relation:?}", answers.collect::<Vec<_>>()),
        )
        .number("number", settings.number)
        .claim("claim", 7)
        .article("article", 8)
        .time("time", &time);
    finding("echo", Verdict::ScopeDiffers, ids, message)
        .because(because)
        .reading(phrase("when-a"), Verdict::Agree, phrase("as-a"))
        .reading(phrase("when-b"), Verdict::Superseded, phrase("as-b"))
        .missing(0, "as-of")
        .ask_article(1, phrase("ask-outlet"))
        .ask_source("clinic", phrase("ask-source"))
        .conventions_of(event)
}

export!(Echo);

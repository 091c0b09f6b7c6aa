use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::lexicon::english::ENGLISH;
use crate::model::{Basis, Passage, PassageKind, Span};
use crate::text::Doc;

/// A Tuesday.
const PUBLISHED: Date = date(2017, 3, 21);

fn read(text: &str, anchor: Anchor<'_>, passages: &[Passage]) -> Vec<TimeMention> {
    let doc = Doc::new(text, passages, &ENGLISH);
    time_mentions(&doc, &anchor)
}

fn paragraph(kind: PassageKind, number: Option<u32>, start: usize, end: usize) -> Passage {
    Passage {
        kind,
        number,
        span: Span::new(start, end),
    }
}

fn read_plain(text: &str, anchor: Anchor) -> Vec<TimeMention> {
    let whole = paragraph(PassageKind::Paragraph, Some(1), 0, text.len());
    read(text, anchor, &[whole])
}

fn published(day: Date) -> Anchor<'static> {
    Anchor {
        published: Some(day),
        not_before: None,
        entries: &[],
    }
}

/// "words = first..last", with the hours where they are not whole days; "?" where nothing resolves it.
fn show(mention: &TimeMention) -> String {
    let period = &mention.period;
    let (Some(first), Some(last)) = (period.first_moment(), period.end_moment()) else {
        let side = |d: Option<Date>| d.map_or_else(String::new, |d| d.to_string());
        let open = (period.first_day(), period.last_day());
        return match open {
            (None, None) => format!("{} = ?", period.text),
            (first, last) => format!("{} = {}..{}", period.text, side(first), side(last)),
        };
    };
    if period.is_whole_days() {
        let (first, last) = (first.date(), period.last_day().expect("it has an end"));
        return if first == last {
            format!("{} = {first}", period.text)
        } else {
            format!("{} = {first}..{last}", period.text)
        };
    }
    let time = |t: jiff::civil::DateTime| format!("{:02}:{:02}", t.hour(), t.minute());
    format!(
        "{} = {} {}-{}",
        period.text,
        first.date(),
        time(first),
        time(last)
    )
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let shown: Vec<String> = read_plain(text, published(PUBLISHED))
        .iter()
        .map(show)
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn weekdays_look_back_today_included() {
    check("Two died on Tuesday.", &["Tuesday = 2017-03-21"]);
    check("Two died on Wednesday.", &["Wednesday = 2017-03-15"]);
    check("Sunday’s raid failed.", &["Sunday = 2017-03-19"]);
    check("He fled last Tuesday.", &["last Tuesday = 2017-03-14"]);
    check(
        "It fell Sunday 8 a.m.",
        &["Sunday 8 a.m. = 2017-03-19 08:00-08:01"],
    );
    check("They will meet on Friday.", &["Friday = 2017-03-24"]);
    check("They meet next Friday.", &["next Friday = 2017-03-31"]);
    check(
        "It fell on Monday last week.",
        &["Monday last week = 2017-03-13"],
    );
    check(
        "It lasted from Friday to Sunday.",
        &["Friday to Sunday = 2017-03-17..2017-03-19"],
    );
    check(
        "It lasted from Monday to Wednesday.",
        &["Monday to Wednesday = 2017-03-20..2017-03-22"],
    );
}

#[test]
fn days_seen_from_the_day_of_writing() {
    check("He came yesterday.", &["yesterday = 2017-03-20"]);
    check(
        "Over the weekend it rained.",
        &["the weekend = 2017-03-18..2017-03-19"],
    );
    check(
        "He came two weeks ago.",
        &["two weeks ago = 2017-03-06..2017-03-12"],
    );
    check("He came three days ago.", &["three days ago = 2017-03-18"]);
    check(
        "He came the day before yesterday.",
        &["the day before yesterday = 2017-03-19"],
    );
    check(
        "Last week he came.",
        &["Last week = 2017-03-13..2017-03-19"],
    );
    check(
        "The week before last he came.",
        &["The week before last = 2017-03-06..2017-03-12"],
    );
    check(
        "Earlier this month he came.",
        &["Earlier this month = 2017-03-01..2017-03-31"],
    );
    check("In recent weeks he came.", &["recent weeks = ?"]);
    check(
        "It was the third raid in the past two days.",
        &["the past two days = 2017-03-19..2017-03-21"],
    );
    check("It will open in two weeks.", &["two weeks = 2017-04-04"]);
    check("It was the third raid in two weeks.", &["two weeks = ?"]);
}

#[test]
fn dates_in_all_orders() {
    let rows = [
        ("Monday March 20, 2017", "2017-03-20"),
        ("21 March", "2017-03-21"),
        ("Sept. 11", "2016-09-11"),
        ("14th of September 2016", "2016-09-14"),
        ("3 JAN 90", "1990-01-03"),
        ("2017-03-21", "2017-03-21"),
        ("14/09/2016", "2016-09-14"),
        ("9/14/2016", "2016-09-14"),
        ("March the third", "2017-03-03"),
        ("Dec. 31, 1994", "1994-12-31"),
        ("Christmas Eve", "2016-12-24"),
    ];
    for (words, day) in rows {
        check(
            &format!("It fell on {words}."),
            &[&format!("{words} = {day}")],
        );
    }
    check("It fell on the 14th.", &["the 14th = 2017-03-14"]);
    check(
        "It fell on the 20th of last month.",
        &["the 20th of last month = 2017-02-20"],
    );
    check(
        "It lasted from May 3-5, 2016.",
        &["May 3-5, 2016 = 2016-05-03..2016-05-05"],
    );
}

#[test]
fn a_day_and_month_lie_at_most_some_weeks_ahead() {
    check("It fell on 2 May.", &["2 May = 2017-05-02"]);
    check("It fell on 2 July.", &["2 July = 2016-07-02"]);
}

#[test]
fn the_month_that_comes_next_is_meant_where_no_deed_is_told() {
    check(
        "The talks are planned for April.",
        &["April = 2017-04-01..2017-04-30"],
    );
    let past = "April = 2016-04-01..2016-04-30";
    check("The army took the town in April.", &[past]);
    check("Two people were killed in April.", &[past]);
    check("The talks have gone on since April.", &[past]);
}

#[test]
fn the_end_of_a_year_is_its_last_months_only_where_something_is_at_it() {
    let whole = "the end of 2015 = 2015-01-01..2015-12-31";
    let last = "the end of 2015 = 2015-09-01..2015-12-31";
    check("The works were planned by the end of 2015.", &[whole]);
    check("Work began at the end of 2015.", &[last]);
    check("Work began near the end of 2015.", &[last]);
    check("It was to last until the end of 2015.", &[last]);
    check(
        "Work begins at the end of this week.",
        &["the end of this week = 2017-03-25..2017-03-26"],
    );
}

#[test]
fn months_years_and_longer() {
    let rows = [
        ("in May", "May = 2016-05-01..2016-05-31"),
        ("in March", "March = 2017-03-01..2017-03-31"),
        (
            "in July of last year",
            "July of last year = 2016-07-01..2016-07-31",
        ),
        ("last June", "last June = 2016-06-01..2016-06-30"),
        ("in 2015", "2015 = 2015-01-01..2015-12-31"),
        ("in the 1990s", "the 1990s = 1990-01-01..1999-12-31"),
        ("in mid-March", "mid-March = 2017-03-01..2017-03-31"),
        ("in early 2016", "early 2016 = 2016-01-01..2016-12-31"),
        (
            "at the end of June 2016",
            "the end of June 2016 = 2016-06-21..2016-06-30",
        ),
        (
            "in the first quarter of 2016",
            "the first quarter of 2016 = 2016-01-01..2016-03-31",
        ),
        ("last summer", "last summer = 2016-06-01..2016-08-31"),
        (
            "in the 19th century",
            "the 19th century = 1800-01-01..1899-12-31",
        ),
        (
            "from 2014 through 2018",
            "2014 through 2018 = 2014-01-01..2018-12-31",
        ),
        (
            "in nineteen ninety-six",
            "nineteen ninety-six = 1996-01-01..1996-12-31",
        ),
        (
            "in the first week of October 2016",
            "the first week of October 2016 = 2016-10-03..2016-10-09",
        ),
        (
            "between May 3 and May 5, 2016",
            "May 3 and May 5, 2016 = 2016-05-03..2016-05-05",
        ),
    ];
    for (words, expected) in rows {
        check(&format!("It happened {words}."), &[expected]);
    }
}

#[test]
fn working_days_and_weeks() {
    // Tuesday the 21st; Friday the 17th is two business days back.
    let rows = [
        (
            "two business days ago",
            "two business days ago = 2017-03-17",
        ),
        (
            "in the past three business days",
            "the past three business days = 2017-03-16..2017-03-21",
        ),
        (
            "this working week",
            "this working week = 2017-03-20..2017-03-24",
        ),
        ("late last week", "late last week = 2017-03-16..2017-03-19"),
        (
            "early last week",
            "early last week = 2017-03-13..2017-03-15",
        ),
        ("two Mondays ago", "two Mondays ago = 2017-03-13"),
    ];
    for (words, expected) in rows {
        check(&format!("It happened {words}."), &[expected]);
    }
}

#[test]
fn halves_and_less_than() {
    let rows = [
        (
            "a year and a half ago",
            "a year and a half ago = 2015-09-01..2015-09-30",
        ),
        (
            "two and a half years ago",
            "two and a half years ago = 2014-09-01..2014-09-30",
        ),
        (
            "less than two weeks ago",
            "two weeks ago = 2017-03-07..2017-03-21",
        ),
        (
            "less than three days after March 3",
            "three days after March 3 = 2017-03-03..2017-03-06",
        ),
        (
            "in the last half of the 1980s",
            "the last half of the 1980s = 1985-01-01..1989-12-31",
        ),
    ];
    for (words, expected) in rows {
        check(&format!("It happened {words}."), &[expected]);
    }
}

#[test]
fn up_to_today() {
    check(
        "Losses in the year to date doubled.",
        &["the year to date = 2017-01-01..2017-03-21"],
    );
    check(
        "It lasted from March 3 until the current date.",
        &["March 3 until the current date = 2017-03-03..2017-03-21"],
    );
    check("Some forty came to date.", &["date = ..2017-03-21"]);
    check("The list is up to date.", &[]);
}

#[test]
fn days_that_move() {
    let rows = [
        ("on Black Friday 2016", "Black Friday 2016 = 2016-11-25"),
        ("last Thanksgiving", "last Thanksgiving = 2016-11-24"),
        ("on Labor Day 2016", "Labor Day 2016 = 2016-09-05"),
        (
            "over Labor Day weekend 2016",
            "Labor Day weekend 2016 = 2016-09-03..2016-09-05",
        ),
        (
            "over the Easter 2016 weekend",
            "the Easter 2016 weekend = 2016-03-26..2016-03-27",
        ),
        (
            "on the eve of Easter 2016",
            "the eve of Easter 2016 = 2016-03-26",
        ),
    ];
    for (words, expected) in rows {
        check(&format!("It happened {words}."), &[expected]);
    }
    check("It happened on the eve of the vote.", &[]);
}

#[test]
fn dates_in_rarer_shapes() {
    let rows = [
        ("on 2016 10 16", "2016 10 16 = 2016-10-16"),
        (
            "from 10-1-2016-10-7-2016",
            "10-1-2016-10-7-2016 = 2016-10-01..2016-10-07",
        ),
        ("in FY16", "FY16 = 2016-01-01..2016-12-31"),
        ("on 5-Nov-16", "5-Nov-16 = 2016-11-05"),
        (
            "from 4-22 last month",
            "4-22 last month = 2017-02-04..2017-02-22",
        ),
        (
            "from March 4th through the 8th",
            "March 4th through the 8th = 2017-03-04..2017-03-08",
        ),
        (
            "two or three days ago",
            "two or three days ago = 2017-03-18..2017-03-19",
        ),
        (
            "two weekends ago",
            "two weekends ago = 2017-03-11..2017-03-12",
        ),
        (
            "on the weekend of March 4",
            "the weekend of March 4 = 2017-03-04..2017-03-05",
        ),
        (
            "between 3 and 5 a.m. on Sunday",
            "3 and 5 a.m. on Sunday = 2017-03-19 03:00-05:01",
        ),
        (
            "from 11 to 1 p.m. on Sunday",
            "11 to 1 p.m. on Sunday = 2017-03-19 11:00-13:01",
        ),
        (
            "as the first Sunday of the month saw",
            "the first Sunday of the month = 2017-03-05",
        ),
        ("prior to 2012", "2012 = ..2011-12-31"),
        (
            "at 2017-03-19T09:28:30Z",
            "2017-03-19T09:28:30Z = 2017-03-19 09:28-09:29",
        ),
        ("on 15", "15 = 2017-03-15"),
        (
            "last week between Tuesday and Thursday",
            "last week between Tuesday and Thursday = 2017-03-14..2017-03-16",
        ),
    ];
    for (words, expected) in rows {
        check(&format!("It happened {words}."), &[expected]);
    }
    check("It will be next 3/7.", &["next 3/7 = 2018-03-07"]);
}

#[test]
fn the_quarter_of_a_report_is_not_that_of_a_town() {
    check(
        "Sales fell in the quarter.",
        &["the quarter = 2016-10-01..2016-12-31"],
    );
    check("Six soldiers were killed in the quarter.", &[]);
}

#[test]
fn before_and_after_a_month_or_year_are_open() {
    check("It closed after 2010.", &["2010 = 2011-01-01.."]);
    check("It closed later than 2010.", &["2010 = 2011-01-01.."]);
    check(
        "It closed before April 2012.",
        &["April 2012 = ..2012-03-31"],
    );
    check(
        "It closed in 2012 or later.",
        &["2012 or later = 2012-01-01.."],
    );
    check("It closed after Friday.", &["Friday = 2017-03-17"]);
}

#[test]
fn days_that_move_with_easter() {
    check(
        "It rained on Easter Monday.",
        &["Easter Monday = 2016-03-28"],
    );
    check(
        "It rained on Good Friday 2019.",
        &["Good Friday 2019 = 2019-04-19"],
    );
    check("It rained last Easter.", &["last Easter = 2016-03-27"]);
}

#[test]
fn parts_of_the_day_and_hours() {
    check(
        "They struck early on Sunday morning.",
        &["early on Sunday morning = 2017-03-19 00:00-12:00"],
    );
    check(
        "They struck Sunday night.",
        &["Sunday night = 2017-03-19 18:00-00:00"],
    );
    check(
        "They struck at 9:28 pm on Sunday.",
        &["9:28 pm on Sunday = 2017-03-19 21:28-21:29"],
    );
    check(
        "They struck on March 3 at 12.30.",
        &["March 3 at 12.30 = 2017-03-03 12:30-12:31"],
    );
    check(
        "On Sunday they struck at 1230 GMT.",
        &["Sunday = 2017-03-19", "1230 GMT = 2017-03-19 12:30-12:31"],
    );
    check(
        "They struck shortly after midnight on Sunday.",
        &["midnight on Sunday = 2017-03-19 00:00-06:00"],
    );
    check(
        "They struck just before midnight on Sunday.",
        &["midnight on Sunday = 2017-03-19 22:00-00:00"],
    );
    check(
        "They fled following Sunday's raid.",
        &["Sunday = 2017-03-19"],
    );
    check(
        "They struck overnight.",
        &["overnight = 2017-03-20 18:00-06:00"],
    );
    check(
        "They struck last night.",
        &["last night = 2017-03-20 18:00-00:00"],
    );
    check(
        "It lasted between 0600 and 1400.",
        &["0600 and 1400 = 2017-03-21 06:00-14:01"],
    );
}

#[test]
fn parts_of_the_day_hang_on_the_day_last_named() {
    check(
        "They struck on Sunday. By nightfall it was over. The next day he fled.",
        &[
            "Sunday = 2017-03-19",
            "nightfall = 2017-03-19 17:00-21:00",
            "The next day = 2017-03-20",
        ],
    );
    check(
        "Fighting began on Sunday. In the first 24 hours of it ten died.",
        &[
            "Sunday = 2017-03-19",
            "the first 24 hours = 2017-03-19..2017-03-20",
        ],
    );
    check(
        "Ten died in the first 24 hours.",
        &["the first 24 hours = ?"],
    );
    check("It was the night of the attack.", &[]);
}

#[test]
fn kinds() {
    let rows = [
        ("It has burned since 2011.", TimeKind::Since),
        ("It stays shut until Friday.", TimeKind::Until),
        ("It was shut before Friday.", TimeKind::Before),
        ("It was shut after Friday.", TimeKind::After),
        ("It was shut after 9 a.m. on Friday.", TimeKind::After),
        (
            "It was shut shortly after 9 a.m. on Friday.",
            TimeKind::Point,
        ),
        ("It was shut just before noon on Friday.", TimeKind::Point),
        ("It was shut long after noon on Friday.", TimeKind::After),
        ("He ruled for more than two years.", TimeKind::Duration),
        ("They march every Monday.", TimeKind::Set),
        ("He came on Friday.", TimeKind::Point),
    ];
    for (text, kind) in rows {
        let found: Vec<TimeKind> = read_plain(text, published(PUBLISHED))
            .iter()
            .map(|m| m.kind)
            .collect();
        assert_eq!(found, [kind], "{text}");
    }
}

#[test]
fn what_is_no_time() {
    let rows = [
        "The troops may march on the capital.",
        "A 24-year-old man sat in the sun.",
        "Prices fell in the fall of the city.",
        "About 2000 people fled.",
        "Over 1,990 soldiers died.",
        "He was second in a 24-hour race.",
        "It stood in the 1100 block of Elm Street.",
        "The score was 4:3, and flight 1016 left.",
        "THE FORCES THAT MAY COME.",
        "The 9/11 attacks and a 24/7 guard.",
        "On the 9-1-1 tapes a woman spoke.",
    ];
    for text in rows {
        check(text, &[]);
    }
}

#[test]
fn without_a_date_of_writing_weekdays_stay_open() {
    let shown: Vec<String> =
        read_plain("He came on Wednesday. It began in 2015.", Anchor::default())
            .iter()
            .map(show)
            .collect();
    assert_eq!(shown, ["Wednesday = ?", "2015 = 2015-01-01..2015-12-31"]);
}

/// A caption dated Monday 20 March 2017, then the body.
fn captioned(body: &str) -> Vec<String> {
    let caption = "In this photo smoke rises, Monday March 20, 2017. A fire broke out this week.";
    let text = format!("{caption}\n\n{body}");
    let passages = [
        paragraph(PassageKind::Caption, None, 0, caption.len()),
        paragraph(
            PassageKind::Paragraph,
            Some(1),
            caption.len() + 2,
            text.len(),
        ),
    ];
    let anchor = Anchor {
        published: None,
        not_before: Some(date(2017, 3, 20)),
        entries: &[],
    };
    let found = read(&text, anchor, &passages);
    assert_eq!(show(&found[1]), "this week = 2017-03-20..2017-03-26");
    found[2..].iter().map(show).collect()
}

#[test]
fn an_undated_body_is_seen_from_the_caption_that_it_goes_with() {
    let rows = [
        ("It began on Sunday.", "Sunday = 2017-03-19"),
        ("It began on Monday.", "Monday = 2017-03-20"),
        ("It ended on Tuesday.", "Tuesday = 2017-03-21"),
        (
            "It began over the weekend.",
            "the weekend = 2017-03-18..2017-03-19",
        ),
        ("It began yesterday.", "yesterday = ?"),
    ];
    for (body, expected) in rows {
        assert_eq!(captioned(body), [expected], "{body}");
    }
}

#[test]
fn a_caption_far_older_than_the_text_dates_nothing_else() {
    assert_eq!(
        captioned("In September 2018 they signed. It began on Sunday."),
        ["September 2018 = 2018-09-01..2018-09-30", "Sunday = ?"]
    );
}

#[test]
fn a_speaker_s_day_is_the_one_last_named() {
    let text =
        "They struck on Monday. “The raid started this dawn,” he said. This morning it was quiet.";
    let quote =
        text.find("The raid").expect("it is there")..text.find(",”").expect("it is there") + 1;
    let passages = [
        paragraph(PassageKind::Paragraph, Some(1), 0, text.len()),
        paragraph(PassageKind::Quotation, None, quote.start, quote.end),
    ];
    let found = read(text, published(PUBLISHED), &passages);
    let shown: Vec<String> = found.iter().map(show).collect();
    assert_eq!(
        shown,
        [
            "Monday = 2017-03-20",
            "this dawn = 2017-03-20 04:00-08:00",
            "This morning = 2017-03-21 00:00-12:00"
        ]
    );
    let bases: Vec<Basis> = found.iter().map(|m| m.period.basis).collect();
    assert_eq!(bases, [Basis::Said, Basis::Implied, Basis::Said]);
}

#[test]
fn house_text_dates_nothing() {
    let text = "Reporting the valley since 2009.";
    let passages = [paragraph(PassageKind::Boilerplate, None, 0, text.len())];
    assert!(read(text, published(PUBLISHED), &passages).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn mentions_stand_in_the_text_one_after_the_other(
        words in proptest::collection::vec(
            prop_oneof![
                Just("the"), Just("last"), Just("two"), Just("days"), Just("ago"), Just("on"), Just("Monday"), Just("-"),
                Just("March"), Just("2017"), Just("21"), Just("of"), Just("to"), Just("9:30"), Just("pm"), Just("week"),
                Just("before"), Just("first"), Just("31/12/9999"), Just("99999999"), Just("end"), Just("é"), Just("night"),
                Just("years"), Just("0000-01-01"), Just("next"), Just("9999"), Just("decade"), Just("from"), Just("’s"),
            ],
            0..40,
        )
    ) {
        let text = words.join(" ");
        let found = read_plain(&text, published(PUBLISHED));
        let mut end = 0;
        for mention in &found {
            let span = mention.period.span.expect("it stands in the text");
            prop_assert!(span.start >= end && text.get(span.start..span.end) == Some(mention.period.text.as_str()));
            end = span.end;
        }
    }

    #[test]
    fn long_runs_of_the_same_words_are_read(
        words in prop_oneof![
            Just("two years and "), Just("week of "), Just("full "), Just("the end of "), Just("May "), Just("from 3 to "),
            Just("the day after "), Just("Monday the "), Just("last "), Just("the first "), Just("1/"), Just("12-"),
        ]
    ) {
        read_plain(&words.repeat(20_000), published(PUBLISHED));
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,120}") {
        read_plain(&text, published(date(9999, 12, 31)));
        read_plain(&text, published(date(-9999, 1, 1)));
    }
}

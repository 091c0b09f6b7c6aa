//! Who is surely not one and the same: only such persons are added up. A headline's "man" and the lead's "a driver" may be
//! one person in two nouns, so a sum over them would count him twice.

use super::fate::Fate;
use super::ledger::{Ledger, Person, Telling};

/// From how many on a phrase of some kind is a figure of its own, which is not added to others: "seven guards and a cook" are
/// no one toll, "six men and a woman" are.
const FIGURE: u32 = 4;

/// Of some persons as many as are told apart from one another, those of whom most is known first; in the order given.
pub(super) fn told_apart<'a>(persons: &[&'a Person]) -> Vec<&'a Person> {
    let mut order: Vec<usize> = (0..persons.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(persons[*at].portrait.clarity()), *at));
    let mut kept: Vec<usize> = Vec::new();
    for at in order {
        let apart = |other: &usize| {
            let (first, second) = (at.min(*other), at.max(*other));
            are_apart(persons[first], persons[second])
        };
        if kept.iter().all(apart) {
            kept.push(at);
        }
    }
    kept.sort_unstable();
    kept.into_iter().map(|at| persons[at]).collect()
}

/// Can these be added up? Not where others of the same fate are told without a number, nor where a phrase gives a figure,
/// unless it stands with the rest in one sentence and names no kind: "six men and a woman", "a woman and seven others".
pub(super) fn is_sum(ledger: &Ledger, persons: &[&Person], fate: Fate) -> bool {
    let plain = |p: &Person| p.further || p.portrait.sex.is_some() || p.portrait.child.is_some();
    let sentence = |p: &Person| p.first(fate).map(|t| t.sentence);
    let one_sentence = || persons.iter().all(|p| sentence(p) == sentence(persons[0]));
    let figures = || persons.iter().filter(|p| p.one_of >= FIGURE);
    let one_phrase = || persons.iter().all(|p| p.words == persons[0].words);
    let adds =
        figures().next().is_none() || one_phrase() || figures().all(|p| plain(p)) && one_sentence();
    adds && !ledger.uncounted.contains(&fate)
}

/// The most people whom one verb lists in more than one phrase: "an officer and two others".
pub(super) fn listed<'a>(persons: &[&'a Person], fate: Fate) -> Vec<&'a Person> {
    let told = |a: &Person, b: &Person| {
        let of_fate = |t: &&Telling| t.fate == fate;
        let mut tellings = a.tellings.iter().filter(of_fate);
        tellings.any(|a| b.tellings.iter().any(|b| is_one_verb(a, b)))
    };
    let lists = persons.iter().map(|first| {
        let all: Vec<&Person> = persons.iter().copied().filter(|p| told(first, p)).collect();
        all
    });
    let several = |list: &Vec<&Person>| list.iter().any(|p| p.words != list[0].words);
    let longest = lists.filter(several).max_by_key(Vec::len);
    longest.unwrap_or_default()
}

/// Is so many the figure of one of the phrases that a verb lists: "three men and a child"?
pub(super) fn is_in_list(persons: &[&Person], fate: Fate, figure: u32) -> bool {
    let with_all = |t: &Telling| {
        let together = |p: &&Person| p.tellings.iter().any(|other| is_one_verb(t, other));
        persons.iter().all(together)
    };
    persons.iter().filter(|p| p.one_of == figure).any(|p| {
        let mut own = p.tellings.iter();
        own.any(|t| t.fate == fate && t.words == p.words && with_all(t))
    })
}

/// Do the two differ in what is known of them, or does the text set them side by side: in one list, or as "another"?
fn are_apart(first: &Person, second: &Person) -> bool {
    second.further || !first.portrait.fits(&second.portrait) || are_listed(first, second)
}

fn are_listed(first: &Person, second: &Person) -> bool {
    let beside = |a| second.tellings.iter().any(|b| is_one_verb(a, b));
    first.tellings.iter().any(beside)
}

fn is_one_verb(a: &Telling, b: &Telling) -> bool {
    a.sentence == b.sentence && a.trigger == b.trigger
}

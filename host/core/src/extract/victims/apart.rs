//! Who is surely not one and the same: only such persons are added up. A headline's "man" and the lead's "a driver" may be
//! one person in two nouns, so a sum over them would count him twice.

use super::ledger::Person;

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

/// Do the two differ in what is known of them, or does the text set them side by side: in one list, or as "another"?
fn are_apart(first: &Person, second: &Person) -> bool {
    second.further || !first.portrait.fits(&second.portrait) || are_listed(first, second)
}

fn are_listed(first: &Person, second: &Person) -> bool {
    first.tellings.iter().any(|a| {
        let same = |b: &super::ledger::Telling| a.sentence == b.sentence && a.trigger == b.trigger;
        second.tellings.iter().any(same)
    })
}

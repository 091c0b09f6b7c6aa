//! Classes of telling that once were misread, each in our own words, with what comes near.

use super::tests::{claims, most, tells};

#[test]
fn both_and_all_of_those_told_before() {
    tells(
        "Anna Weber, 15, and Jonas Hale, 17, were shot late on Friday in the street. Both teens were taken to a clinic, \
         where they died the next day.",
        2,
        0,
    );
    tells(
        "Anna Weber, a 15-year-old girl, and Jonas Hale, a 17-year-old boy, were shot late on Friday. Both victims were \
         taken to a clinic in critical condition.",
        0,
        2,
    );
    // Two told in one figure, and no more.
    tells(
        "Two men were hurt on the quay. Both men were taken to the clinic.",
        0,
        2,
    );
}

#[test]
fn whose_they_are_makes_nobody_known() {
    tells(
        "A woman and her two small children were found dead in the house on Friday.",
        3,
        0,
    );
    tells(
        "A couple and their two small children were found dead in the house on Friday.",
        4,
        0,
    );
    // Told before: the same two.
    tells(
        "Two boys were killed in the house. The mother said that her two sons died at once.",
        2,
        0,
    );
}

#[test]
fn two_nouns_of_one_sentence_are_two() {
    tells(
        "The pilot's driver was killed and his bodyguard wounded on the quay.",
        1,
        1,
    );
    tells("A man was killed and the driver was wounded.", 1, 1);
    // Of another sentence the noun may mean the same.
    tells(
        "A man was wounded on the quay. The driver was taken to the clinic.",
        0,
        1,
    );
}

#[test]
fn a_parent_is_not_the_child() {
    tells(
        "A mother was shot in the yard. The daughter was taken to the clinic as well. The mother was rushed to the same \
         clinic in critical condition.",
        0,
        2,
    );
}

#[test]
fn who_was_shot_and_lives_is_hurt() {
    tells(
        "Five people were shot in the yard. Two of the victims are in critical condition.",
        0,
        5,
    );
    tells(
        "Six people were shot in the yard, and two of them died. One person was in critical condition.",
        2,
        4,
    );
    // The hurt are told in full.
    tells(
        "Five people were shot in the yard. Nobody died, and five were wounded.",
        0,
        5,
    );
}

#[test]
fn one_of_several_tells_of_all() {
    tells(
        "Jonas Hale was one of four people shot in the yard on Friday.",
        0,
        4,
    );
    tells(
        "The cook was one of the six guests who were killed in the hall.",
        6,
        0,
    );
    // The verb is said of the one alone.
    tells(
        "One of the four guards was killed in the hall on Friday.",
        1,
        0,
    );
    // What befell the part is not what befell the whole.
    tells(
        "Three workers were hurt in the hall on Friday, one of whom was shot dead.",
        1,
        3,
    );
}

#[test]
fn a_list_beyond_the_figure_in_it() {
    tells(
        "Gunfire in the yard injured three adults and an 11-year-old child on Friday.",
        0,
        4,
    );
    // A total that stands elsewhere holds, be it the figure in the list.
    tells(
        "Seven people were killed in the hall on Friday. The blast killed a clerk and seven other people.",
        7,
        0,
    );
    tells(
        "Four people were hurt on Friday. Gunfire in the yard injured three adults and a boy and a girl.",
        0,
        4,
    );
}

#[test]
fn hurt_by_bullets() {
    tells(
        "A man opened fire outside the hall on Friday, striking five people.",
        0,
        5,
    );
    tells("A stray bullet grazed a child's leg on Friday.", 0, 1);
    tells(
        "Paul was asleep in the yard. The boy was hit by a stray bullet.",
        0,
        1,
    );
    // No gun is told of.
    tells(
        "The recession has been striking five families of the town.",
        0,
        0,
    );
}

#[test]
fn found_with_wounds_and_shooting_somebody() {
    tells(
        "A victim was found two streets away in a yard with a gunshot wound to the arm.",
        0,
        1,
    );
    let all = claims("He is charged with shooting six people on the quay.");
    assert_eq!(most(&all, "shot"), 6, "{all:#?}");
    // The noun.
    let all = claims("Two of the four shooting victims had died by Friday.");
    assert_eq!(most(&all, "shot"), 0, "{all:#?}");
}

#[test]
fn by_their_own_hand_however_far_behind() {
    tells(
        "The gunman was found dead in a room from an apparent self-inflicted wound. Dr. Lena Kroll has died of her \
         injuries.",
        2,
        0,
    );
}

#[test]
fn natural_ends_in_whatever_words() {
    tells(
        "The service was held for a man who died of natural causes in April.",
        0,
        0,
    );
}

#[test]
fn who_did_it_stands_between_pronoun_and_verb() {
    tells(
        "The woman whom harbour police fatally shot in her house was named on Friday.",
        1,
        0,
    );
}

#[test]
fn others_are_nobody_alone() {
    tells(
        "The mayor and other officials went to the funeral of six priests who were killed on Friday.",
        6,
        0,
    );
}

#[test]
fn one_surname_for_two() {
    tells(
        "Burnell and Tedra Wilkes were killed in their house on the quay on Friday.",
        2,
        0,
    );
    // A surname told before is no given name.
    tells(
        "Jonas Weber was hurt in the yard. Weber and Paul Hale, 20, died at the clinic on Friday.",
        2,
        0,
    );
}

#[test]
fn one_person_told_in_several_words_is_one() {
    tells(
        "Nora Lindt, a nurse and mother of three, was killed on the quay.",
        1,
        0,
    );
    tells(
        "Nora Lindt, age 27 and the mother of three, was killed on the quay.",
        1,
        0,
    );
    tells(
        "Nora Lindt, a nurse and mother of three, died on the quay.",
        1,
        0,
    );
    tells(
        "Nora Lindt, a nurse, and Paul Grieg, a cook, were killed on the quay.",
        2,
        0,
    );
}

#[test]
fn the_hurt_are_not_the_dead_of_another_sentence() {
    tells(
        "A guard was killed on Sunday. One policeman was injured.",
        1,
        1,
    );
    tells("A student was hurt. A teacher died.", 1, 1);
    // Near misses: of one age, and "the victim" of the first sentence.
    tells(
        "A clerk, 31, was killed on Sunday. A man, 31, was injured.",
        1,
        0,
    );
    tells("A man was hurt on Sunday. The victim died.", 1, 0);
}

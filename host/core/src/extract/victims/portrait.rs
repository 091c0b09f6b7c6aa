//! Who somebody is, as far as words tell, and whether two of them may be one person.

use crate::lexicon::Class;
use crate::text::Doc;

/// Sex, as far as a noun, pronoun or possessive tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Male,
    Female,
}

/// What is known of a person. What is not known fits everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Portrait {
    /// The words of the name in small letters, first name first; only the surname may be known.
    pub(super) name: Vec<String>,
    /// In years.
    pub(super) age: Option<u32>,
    pub(super) sex: Option<Sex>,
    /// Is it a child: Some(false) an adult.
    pub(super) child: Option<bool>,
    /// Told as a parent; Some(false): as somebody's child.
    pub(super) parent: Option<bool>,
    /// The noun: "wife", "driver"; none for "victim", "person".
    pub(super) noun: Option<String>,
    /// Does it do the harm: "the gunman", the subject of "shot and killed"?
    pub(super) attacker: bool,
}

/// Ages from which somebody is surely no child, and up to which surely one. Between, "teen" and "man" are both said.
const SURELY_ADULT: u32 = 21;
const SURELY_CHILD: u32 = 12;

impl Portrait {
    /// What the noun at token `i` tells.
    pub(super) fn of_noun(doc: &Doc<'_>, i: usize) -> Self {
        let noun = (!doc.is(i, Class::Anybody) && !doc.is(i, Class::Attacker))
            .then(|| doc.str(i).to_lowercase());
        Self {
            sex: sex_of(doc, i),
            child: child_of(doc, i),
            parent: parent_of(doc, i),
            noun,
            attacker: doc.is(i, Class::Attacker),
            ..Self::default()
        }
    }

    /// Does it say nothing that tells one person from another?
    pub(super) fn is_blank(&self) -> bool {
        self.name.is_empty()
            && self.age.is_none()
            && self.sex.is_none()
            && self.child.is_none()
            && self.noun.is_none()
    }

    /// How much is known, a name above all.
    pub(super) fn clarity(&self) -> usize {
        let told = [self.age.is_some(), self.noun.is_some(), self.sex.is_some()];
        self.name.len() * 4 + told.iter().filter(|t| **t).count()
    }

    /// May the two be one person?
    pub(super) fn fits(&self, other: &Self) -> bool {
        self.names_fit(other)
            && agrees(self.age, other.age)
            && agrees(self.sex, other.sex)
            && agrees(self.childhood(), other.childhood())
            && agrees(self.parent, other.parent)
    }

    /// Equal names, or one is unknown. "Hill" is "Jason Hill", "Jason Hill" is not "Brandon Hill".
    fn names_fit(&self, other: &Self) -> bool {
        if self.name.is_empty() || other.name.is_empty() {
            return true;
        }
        let (short, long) = if self.name.len() <= other.name.len() {
            (&self.name, &other.name)
        } else {
            (&other.name, &self.name)
        };
        match short.as_slice() {
            [one] => long.contains(one),
            [first, .., last] => {
                long.first() == Some(first) && long.contains(last)
                    || long.last() == Some(last) && long.contains(first)
            }
            [] => true,
        }
    }

    /// Do both have a name, and the same?
    pub(super) fn shares_name(&self, other: &Self) -> bool {
        !self.name.is_empty() && !other.name.is_empty() && self.names_fit(other)
    }

    /// Does one have no noun, or both the same?
    pub(super) fn shares_noun(&self, other: &Self) -> bool {
        agrees(self.noun.as_ref(), other.noun.as_ref())
    }

    /// Do a name or an age say that the two are one?
    pub(super) fn is_surely(&self, other: &Self) -> bool {
        self.shares_name(other) || self.age.is_some() && self.age == other.age
    }

    fn childhood(&self) -> Option<bool> {
        match self.age {
            Some(age) if age >= SURELY_ADULT => Some(false),
            Some(age) if age <= SURELY_CHILD => Some(true),
            Some(_) => None,
            None => self.child,
        }
    }

    /// How much the two have in common: the better of several who fit is taken.
    pub(super) fn likeness(&self, other: &Self) -> u32 {
        let name = u32::from(self.shares_name(other)) * 8;
        let age = u32::from(self.age.is_some() && self.age == other.age) * 4;
        let noun = u32::from(self.noun.is_some() && self.noun == other.noun) * 2;
        name + age + noun + u32::from(self.sex.is_some() && self.sex == other.sex)
    }

    /// Adds what the other knows.
    pub(super) fn learn(&mut self, other: &Self) {
        if other.name.len() > self.name.len() {
            self.name.clone_from(&other.name);
        }
        self.age = self.age.or(other.age);
        self.sex = self.sex.or(other.sex);
        self.child = self.child.or(other.child);
        self.parent = self.parent.or(other.parent);
        if self.noun.is_none() {
            self.noun.clone_from(&other.noun);
        }
        self.attacker |= other.attacker;
    }
}

fn agrees<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// The sex that the word at token `i` tells.
pub(super) fn sex_of(doc: &Doc<'_>, i: usize) -> Option<Sex> {
    match () {
        () if doc.is(i, Class::Male) => Some(Sex::Male),
        () if doc.is(i, Class::Female) => Some(Sex::Female),
        () => None,
    }
}

fn child_of(doc: &Doc<'_>, i: usize) -> Option<bool> {
    match () {
        () if doc.is(i, Class::Young) => Some(true),
        () if doc.is(i, Class::Adult) => Some(false),
        () => None,
    }
}

fn parent_of(doc: &Doc<'_>, i: usize) -> Option<bool> {
    match () {
        () if doc.is(i, Class::Parent) => Some(true),
        () if doc.is(i, Class::Offspring) => Some(false),
        () => None,
    }
}

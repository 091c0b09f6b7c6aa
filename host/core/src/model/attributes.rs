use std::collections::BTreeMap;
use std::ops::Index;

/// Rarer facts of a claim by name, ascending. Most claims have one or none: a tree would take ten times the memory, and
/// of 20,000 articles all claims are in memory at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// The fact with this name.
    pub fn get(&self, name: &str) -> Option<&String> {
        let at = self.place(name).ok()?;
        Some(&self.0[at].1)
    }

    /// Is there a fact with this name?
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Puts a fact in, in place of one with the same name.
    pub fn insert(&mut self, name: String, fact: String) {
        match self.place(&name) {
            Ok(at) => self.0[at].1 = fact,
            Err(at) => {
                self.0.reserve_exact(1);
                self.0.insert(at, (name, fact));
            }
        }
    }

    /// Takes a fact out.
    pub fn remove(&mut self, name: &str) -> Option<String> {
        let at = self.place(name).ok()?;
        Some(self.0.remove(at).1)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, fact)| (name.as_str(), fact.as_str()))
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.as_str().cmp(name))
    }
}

/// # Panics
///
/// Where there is no fact with this name.
impl Index<&str> for Attributes {
    type Output = String;

    fn index(&self, name: &str) -> &String {
        self.get(name)
            .unwrap_or_else(|| panic!("the claim has no attribute {name:?}"))
    }
}

/// Of two facts with one name the later is kept.
impl FromIterator<(String, String)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(facts: I) -> Self {
        let mut attributes = Self::default();
        for (name, fact) in facts {
            attributes.insert(name, fact);
        }
        attributes
    }
}

impl From<BTreeMap<String, String>> for Attributes {
    fn from(facts: BTreeMap<String, String>) -> Self {
        Self(facts.into_iter().collect())
    }
}

impl From<&Attributes> for BTreeMap<String, String> {
    fn from(attributes: &Attributes) -> Self {
        attributes.0.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_lie_by_name_each_once() {
        let mut attributes = Attributes::default();
        for (name, fact) in [("means", "shells"), ("age", "34"), ("means", "rockets")] {
            attributes.insert(name.into(), fact.into());
        }
        let all: Vec<_> = attributes.iter().collect();
        assert_eq!(all, [("age", "34"), ("means", "rockets")]);
        assert_eq!(attributes["means"], "rockets");
        assert_eq!(attributes.remove("age").as_deref(), Some("34"));
        assert!(!attributes.contains_key("age") && attributes.get("fate").is_none());
    }
}

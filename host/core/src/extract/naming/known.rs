//! The names of groups that an article has used so far.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::lexicon::Lexicon;
use crate::text::{folded, is_same_name, is_short_form};

/// So many names of an article are kept to know another form by.
const REMEMBERED: usize = 200;

/// The names of groups that an article has used so far, so that its short forms and letters are known again.
#[derive(Default)]
pub(in crate::extract) struct KnownNames {
    /// Folded names with their entity, in order of appearance.
    names: Vec<(Vec<String>, String)>,
    /// "SDL" by what stands before its brackets.
    letters: BTreeMap<String, String>,
}

impl KnownNames {
    /// The entity of a name: that of an earlier form of it in this article, else one made of the words. What no word
    /// tells to be a group may be a person, whose name goes into no id.
    pub(super) fn entity(&self, text: &str, is_group: bool) -> String {
        if let Some(entity) = self.letters.get(text) {
            return entity.clone();
        }
        let own = folded(text);
        let known = self
            .names
            .iter()
            .find(|(name, _)| is_same_name(name, &own) || is_short_form(&own, name));
        match known {
            Some((_, entity)) => entity.clone(),
            None if is_group => slug(text),
            None => {
                let digest = Sha256::digest(own.join(" ").as_bytes());
                let hex: String = digest
                    .iter()
                    .take(4)
                    .map(|byte| format!("{byte:02x}"))
                    .collect();
                format!("name-{hex}")
            }
        }
    }

    pub(super) fn remember(
        &mut self,
        text: &str,
        letters: Option<&str>,
        entity: &str,
        lexicon: &Lexicon,
    ) {
        if let Some(letters) = letters.filter(|_| self.letters.len() < REMEMBERED) {
            self.letters.insert(letters.to_owned(), entity.to_owned());
        }
        let known = lexicon.actor_named(entity).is_some();
        if !known && self.names.len() < REMEMBERED {
            self.names.push((folded(text), entity.to_owned()));
        }
    }
}

/// `Northern Unity Front` → `northern-unity-front`.
fn slug(text: &str) -> String {
    let plain = any_ascii::any_ascii(text).to_lowercase();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

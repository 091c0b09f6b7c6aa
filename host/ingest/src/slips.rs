//! Keys of an article in JSON that are no key we read but nearly one: `headlin`. Other keys are nobody's business.

use rashomon_core::policy::meant;

use crate::schema_org::{KINDS, Object};

/// The keys of an object that are probably slips, each with what was meant. Only where nothing else tells what that key
/// would have told: `links` beside a `url` is no slip.
pub(crate) fn slips(object: &Object) -> Vec<(&str, &'static str)> {
    let missing = KINDS
        .iter()
        .filter(|kind| !kind.iter().any(|key| object.contains_key(*key)));
    let missing: Vec<&'static str> = missing.flat_map(|kind| kind.iter().copied()).collect();
    let known = |key: &str| KINDS.iter().any(|kind| kind.contains(&key));
    let unknown = object
        .keys()
        .map(String::as_str)
        .filter(|key| key.len() <= LONGEST && !known(key))
        .take(MOST_LOOKED_AT);
    let found = unknown.filter_map(|key| Some((key, meant(key, missing.iter().copied())?)));
    found.take(MOST).collect()
}

/// Longer keys are none that a person mistyped, in bytes.
const LONGEST: usize = 40;
/// The most unknown keys of one article that are looked at.
const MOST_LOOKED_AT: usize = 1_000;
/// The most slips of one article that are told.
const MOST: usize = 5;

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn only_what_is_not_told_otherwise_can_be_a_slip() {
        let article = serde_json::json!({"headlin": "Quay hit", "articleBody": "Two were hurt.", "texts": 3,
            "datePublised": "2021-05-03", "publisher": "Harbour Post", "sources": [], "wordCount": 3});
        let article = article.as_object().expect("an object");
        let mut found = slips(article);
        found.sort_unstable();
        assert_eq!(
            found,
            [("datePublised", "datePublished"), ("headlin", "headline")]
        );
    }
}

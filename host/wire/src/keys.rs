//! Keys that a document does not have but that are like one it has: `corected_by` for `corrected_by`. Other unknown keys
//! are nobody's business: readers ignore keys they do not know.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use rashomon_core::policy::meant;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// The most slips of one document that are told.
const MOST: usize = 20;
/// The most unknown keys of one document that are looked at.
const MOST_LOOKED_AT: usize = 10_000;
/// Longer keys are none that a person mistyped, in bytes.
const LONGEST: usize = 40;

/// A key that is probably a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slip {
    /// Where it stands: `claims[3].corected_by`.
    pub(crate) path: String,
    /// What it was probably meant to be.
    pub(crate) meant: String,
}

/// The schema of a document, as a tree of the keys it knows.
pub(crate) struct Known(Value);

impl Known {
    /// Of a document that is read.
    pub(crate) fn of<T: JsonSchema>() -> Self {
        let mut settings = schemars::generate::SchemaSettings::draft2020_12();
        settings.contract = schemars::generate::Contract::Deserialize;
        Self(settings.into_generator().into_root_schema_for::<T>().into())
    }

    /// The slips in a text that is such a document; of a broken one those before the break.
    pub(crate) fn slips(&self, text: &str) -> Vec<Slip> {
        let (mut found, mut left) = (Vec::new(), MOST_LOOKED_AT);
        let mut reader = serde_json::Deserializer::from_str(text);
        let whole = Node {
            known: self,
            schema: Some(&self.0),
            path: &Path::Document,
            found: &mut found,
            left: &mut left,
        };
        // What is broken is told by whoever reads the document itself.
        let _ = whole.deserialize(&mut reader);
        found
    }

    /// What a schema says of its value, past references and "or null"; none where it may have several shapes.
    fn plain<'s>(&'s self, schema: &'s Value) -> Option<&'s Value> {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let name = name.strip_prefix("#/$defs/")?;
            return self.0.get("$defs")?.get(name);
        }
        let Some(shapes) = schema.get("anyOf").and_then(Value::as_array) else {
            return Some(schema);
        };
        let is_null = |shape: &&Value| shape.get("type").and_then(Value::as_str) == Some("null");
        let mut filled = shapes.iter().filter(|shape| !is_null(shape));
        let only = filled.next().filter(|_| filled.next().is_none())?;
        self.plain(only)
    }
}

/// The keys of a claims file's line.
pub(crate) static CLAIMS: LazyLock<Known> = LazyLock::new(Known::of::<crate::claims::Line>);

/// Where a value stands; written out only where something is wrong there.
enum Path<'p> {
    Document,
    Key(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => Ok(()),
            Self::Key(Path::Document, key) => write!(out, "{key}"),
            Self::Key(above, key) => write!(out, "{above}.{key}"),
            Self::Item(above, index) => write!(out, "{above}[{index}]"),
        }
    }
}

/// One value with what its schema says of it.
struct Node<'a> {
    known: &'a Known,
    schema: Option<&'a Value>,
    path: &'a Path<'a>,
    found: &'a mut Vec<Slip>,
    /// Unknown keys that may still be looked at.
    left: &'a mut usize,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        let Some(schema) = self.schema.and_then(|schema| self.known.plain(schema)) else {
            return IgnoredAny::deserialize(reader).map(drop);
        };
        let within = Within {
            keys: schema.get("properties"),
            items: schema.get("items"),
            node: self,
        };
        match within.keys.or(within.items) {
            Some(_) => reader.deserialize_any(within),
            None => IgnoredAny::deserialize(reader).map(drop),
        }
    }
}

/// The inside of an object or a list.
struct Within<'a> {
    keys: Option<&'a Value>,
    items: Option<&'a Value>,
    node: Node<'a>,
}

impl<'de> Visitor<'de> for Within<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object, a list, or null")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let keys = self.keys.and_then(Value::as_object);
        let mut unknown = Vec::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            let schema = keys.and_then(|keys| keys.get(key.as_ref()));
            let path = Path::Key(self.node.path, &key);
            map.next_value_seed(Node {
                known: self.node.known,
                schema,
                path: &path,
                found: &mut *self.node.found,
                left: &mut *self.node.left,
            })?;
            if schema.is_none() && unknown.len() < MOST && key.len() <= LONGEST {
                unknown.push(key.into_owned());
            }
        }
        for key in &unknown {
            if self.node.found.len() >= MOST || *self.node.left == 0 {
                break;
            }
            *self.node.left -= 1;
            let known = keys.into_iter().flat_map(|keys| keys.keys());
            let Some(meant) = meant(key, known.map(String::as_str)) else {
                continue;
            };
            self.node.found.push(Slip {
                path: Path::Key(self.node.path, key).to_string(),
                meant: meant.to_owned(),
            });
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0;
        loop {
            let path = Path::Item(self.node.path, index);
            let item = list.next_element_seed(Node {
                known: self.node.known,
                schema: self.items,
                path: &path,
                found: &mut *self.node.found,
                left: &mut *self.node.left,
            })?;
            if item.is_none() {
                return Ok(());
            }
            index += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CLAIMS;

    #[test]
    fn only_what_is_like_a_known_key_is_a_slip() {
        let text = r#"{"schema":"rashomon/claims/1","desk":"night","article":{"id":"a","outlett":"A","text":"x"},
            "claims":[{"predicate":"killed"},{"predicate":"killed","corected_by":"B","note":"x",
            "attributes":{"mean":"bomb"},"quantity":{"txet":"2"},"time":null,"attribution":[{"kin":"x","sourc":"y"}]}]}"#;
        let slips = CLAIMS.slips(text);
        let told: Vec<_> = slips
            .iter()
            .map(|slip| format!("{} {}", slip.path, slip.meant))
            .collect();
        assert_eq!(
            told,
            [
                "article.outlett outlet",
                "claims[1].quantity.txet text",
                "claims[1].attribution[0].kin kind",
                "claims[1].attribution[0].sourc source",
                "claims[1].corected_by corrected_by",
            ]
        );
        assert_eq!(CLAIMS.slips("{\"articel\":{}, broken"), []);
    }
}

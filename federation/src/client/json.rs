//! JSON that somebody else wrote, within bounds. Whoever reads it twice reads the same: a key that is there twice is refused.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// Deepest nesting that is read.
const DEPTH_MAX: usize = 64;
/// Most values and keys that are read.
const NODES_MAX: usize = 50_000;

/// Why something is not taken for JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It is not JSON in UTF-8.
    #[error("not JSON")]
    Syntax,
    /// It is nested too deeply.
    #[error("nested too deeply")]
    Depth,
    /// It holds too many values.
    #[error("too many values")]
    Nodes,
    /// A key is there twice.
    #[error("a key is there twice")]
    Twice,
    /// A text holds the character 0, which no text of people does and some databases refuse.
    #[error("a text holds the character zero")]
    Nul,
}

/// Reads JSON from bytes: at most 64 deep and 50,000 values, no key twice, nothing before or behind it.
///
/// # Errors
/// Why it is not taken.
pub fn parse(bytes: &[u8]) -> Result<Value, Malformed> {
    let (left, fault) = (Cell::new(NODES_MAX), Cell::new(None));
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let read = Node { depth: 0, left: &left, fault: &fault }.deserialize(&mut deserializer);
    let whole = read.and_then(|value| deserializer.end().map(|()| value));
    whole.map_err(|_where| fault.get().unwrap_or(Malformed::Syntax))
}

/// One value, with what is left of the bounds.
#[derive(Clone, Copy)]
struct Node<'a> {
    depth: usize,
    left: &'a Cell<usize>,
    fault: &'a Cell<Option<Malformed>>,
}

impl Node<'_> {
    fn inside(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }

    fn fails<T, E: serde::de::Error>(self, malformed: Malformed) -> Result<T, E> {
        self.fault.set(Some(malformed));
        Err(E::custom(malformed))
    }

    fn count<E: serde::de::Error>(self) -> Result<(), E> {
        match self.left.get().checked_sub(1) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => self.fails(Malformed::Nodes),
        }
    }

    fn text<E: serde::de::Error>(self, text: String) -> Result<String, E> {
        if text.as_bytes().contains(&0) { self.fails(Malformed::Nul) } else { Ok(text) }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.depth > DEPTH_MAX {
            return self.fails(Malformed::Depth);
        }
        self.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Value, E> {
        self.visit_string(value.to_owned())
    }

    fn visit_string<E: serde::de::Error>(self, value: String) -> Result<Value, E> {
        self.text(value).map(Value::String)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element_seed(self.inside())? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            self.count()?;
            let key = self.text(key)?;
            let value = entries.next_value_seed(self.inside())?;
            if map.insert(key, value).is_some() {
                return self.fails(Malformed::Twice);
            }
        }
        Ok(Value::Object(map))
    }
}

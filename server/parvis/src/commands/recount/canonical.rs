//! JSON in its canonical form (RFC 8785, whole numbers only), written from what was read: the digest of a record is taken of these bytes.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The canonical text, or nothing where there is a number that is not whole.
pub(super) fn text(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null | Value::Bool(_) | Value::String(_) => value.to_string(),
        Value::Number(number) => number.as_u64().map(|number| number.to_string()).or_else(|| number.as_i64().map(|n| n.to_string()))?,
        Value::Array(items) => format!("[{}]", items.iter().map(text).collect::<Option<Vec<_>>>()?.join(",")),
        Value::Object(fields) => {
            let mut sorted: Vec<(&String, &Value)> = fields.iter().collect();
            sorted.sort_by(|left, right| left.0.encode_utf16().cmp(right.0.encode_utf16()));
            let pair = |(key, value): (&String, &Value)| Some(format!("{}:{}", Value::String(key.clone()), text(value)?));
            format!("{{{}}}", sorted.into_iter().map(pair).collect::<Option<Vec<_>>>()?.join(","))
        }
    })
}

/// Lower-case hexadecimal SHA-256.
pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

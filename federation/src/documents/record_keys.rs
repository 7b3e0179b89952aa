//! The keys of the public record in the document of a collectivity.

use serde_json::{Value, json};

use super::context::namespace;

/// The property with the key that signs the record.
pub(crate) const RECORD_KEY: &str = "recordKey";
/// The property with the key that cosigns the records of others.
pub(crate) const WITNESS_KEY: &str = "witnessKey";

/// Adds the verifier keys of the log and of the witness to the document of the actor at `id`.
#[must_use]
pub fn with_record_keys(mut document: Value, id: &str, log: &str, witness: &str) -> Value {
    if let Some(fields) = document.as_object_mut() {
        fields.insert(RECORD_KEY.to_owned(), json!(log));
        fields.insert(WITNESS_KEY.to_owned(), json!(witness));
    }
    if let Some(context) = document.get_mut("@context").and_then(Value::as_array_mut) {
        let word = |name: &str| format!("parvis:{name}");
        context.push(json!({ "parvis": namespace(id), RECORD_KEY: word(RECORD_KEY), WITNESS_KEY: word(WITNESS_KEY) }));
    }
    document
}

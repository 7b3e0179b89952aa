//! Polls of this instance: `Question`, as Mastodon writes it (FEP-9967). The numbers in it are those of other servers only, and only when they may be
//! told: what people chose here is not in it.

use serde_json::{Map, Value, json};

use super::context;
use super::input::QuestionInput;
use super::texts::{followers, start};
use crate::words::PUBLIC;

/// A poll. It never has `updated`: for others that is an edit, and new numbers are none.
#[must_use]
pub fn question(input: &QuestionInput) -> Value {
    let text = &input.text;
    let cc: Vec<String> = text.addressing.group.iter().map(|group| group.href.clone()).chain([followers(text)]).collect();
    let mut document: Map<String, Value> = start("Question", text, &input.title, &[PUBLIC], &cc);
    document.remove("updated");
    let mut add = |name: &str, value: Value| drop(document.insert(name.to_owned(), value));
    add("@context", context::of_poll(&text.id));
    let option =
        |(name, voices): &(String, i64)| json!({ "type": "Note", "name": name, "replies": { "type": "Collection", "totalItems": voices } });
    let options: Vec<Value> = input.options.iter().map(option).collect();
    add(if input.several { "anyOf" } else { "oneOf" }, Value::Array(options));
    add("endTime", json!(input.ends.to_string()));
    if let Some(closed) = input.closed {
        add("closed", json!(closed.to_string()));
    }
    if let Some(voters) = input.voters {
        add("votersCount", json!(voters));
    }
    Value::Object(document)
}

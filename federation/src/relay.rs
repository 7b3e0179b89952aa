//! What came from elsewhere, as it is passed on whole: as its author said it, without what only the first receiver may see.

use serde_json::{Value, json};

use crate::documents;

/// Longest activity that is kept to be passed on, in bytes.
const ORIGINAL_MAX: usize = 128 * 1024;
/// What is not passed on: secret addressees, and a signature that nobody can check any more once they are gone.
const LEFT_OUT: [&str; 4] = ["bto", "bcc", "signature", "proof"];

/// An activity as it can be passed on; nothing when it is too long.
pub(crate) fn original(document: &Value) -> Option<String> {
    let mut activity = document.clone();
    strip(&mut activity);
    if let Some(object) = activity.get_mut("object") {
        strip(object);
    }
    let fields = activity.as_object_mut()?;
    // Mastodon and others drop what does not name this context.
    if !fields.get("@context").is_some_and(documents::names_activity_streams) {
        fields.insert("@context".to_owned(), json!(documents::ACTIVITY_STREAMS));
    }
    let text = activity.to_string();
    (text.len() <= ORIGINAL_MAX).then_some(text)
}

fn strip(value: &mut Value) {
    if let Some(fields) = value.as_object_mut() {
        LEFT_OUT.iter().for_each(|name| drop(fields.remove(*name)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_on_is_what_was_said_but_for_secrets() {
        let said = json!({"type": "Create", "bcc": ["https://a.example/x"], "signature": {}, "object": {"type": "Note", "bto": "x", "content": "é"}});
        let kept: Value = serde_json::from_str(&original(&said).unwrap()).unwrap();
        let context = "https://www.w3.org/ns/activitystreams";
        assert_eq!(kept, json!({"@context": context, "type": "Create", "object": {"type": "Note", "content": "é"}}));
        let with_context = json!({"@context": [context, {"x": "y"}], "type": "Create", "object": "https://a.example/1"});
        assert_eq!(serde_json::from_str::<Value>(&original(&with_context).unwrap()).unwrap(), with_context);
        assert_eq!(original(&json!({"type": "Create", "object": {"content": "x".repeat(ORIGINAL_MAX)}})), None);
    }
}

//! JSON exports: an array of objects; nested keys become paths as in the CSV (`title/fr`).

use super::Rows;
use super::fields::{Complaint, Fields, Place, Trouble};
use super::row::{Row, digest};
use serde_json::Value;
use std::io::Read;

/// Deepest nesting that is followed.
const DEPTH_MAX: usize = 4;

/// Reads the whole array, then gives its rows.
pub(super) fn rows<'a>(source: impl Read) -> Result<Rows<'a>, Complaint> {
    let items: Vec<Value> = serde_json::from_reader(source).map_err(|error| Complaint::file(Trouble::Unreadable(error.to_string())))?;
    Ok(Box::new(items.into_iter().zip(1..).map(|(item, number)| row(&item, number))))
}

fn row(item: &Value, number: u64) -> Result<Row, Complaint> {
    let mut named = Vec::new();
    flatten(item, "", DEPTH_MAX, &mut named);
    named.sort();
    let digest = digest(named.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]));
    let fields = Fields::new(Place::Item(number), named);
    Row::parse(&fields, digest).map_err(|complaint| Complaint { column: None, ..complaint })
}

fn flatten(value: &Value, path: &str, depth: usize, named: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) if depth > 0 => {
            for (key, value) in map {
                let path = if path.is_empty() { key.clone() } else { format!("{path}/{key}") };
                flatten(value, &path, depth - 1, named);
            }
        }
        Value::Array(items) => {
            let plain: Vec<String> = items.iter().filter_map(|i| i.as_str().map(str::to_owned)).collect();
            named.push((path.to_owned(), plain.join(", ")));
        }
        Value::String(text) => named.push((path.to_owned(), text.clone())),
        Value::Number(number) => named.push((path.to_owned(), number.to_string())),
        Value::Bool(yes) => named.push((path.to_owned(), yes.to_string())),
        Value::Null | Value::Object(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Content, read};

    #[test]
    fn nested_keys_are_paths() {
        let file = r#"[{"id": 5, "title": {"fr": "Un banc", "en": "A bench"}, "body": {"fr": "<p>Là</p>"}, "votes": 3, "created_at": "2025-01-01T00:00:00Z",
            "author": {"name": ["Ana", "Bob"]}, "withdrawn": true}, {"id": 6, "title": {"fr": ""}}]"#;
        let rows: Vec<_> = read(file.as_bytes()).unwrap().collect();
        let first = rows[0].as_ref().unwrap();
        let Content::Proposal(proposal) = &first.content else { panic!("not a proposal") };
        assert_eq!((first.id.as_str(), first.body.as_str(), first.author.as_deref()), ("5", "Là", Some("Ana, Bob")));
        assert_eq!((proposal.title.as_str(), proposal.supports, proposal.withdrawn), ("Un banc", 3, true));
        assert_eq!(rows[1].as_ref().unwrap_err().to_string(), "item 2 (created_at): is empty");
    }
}

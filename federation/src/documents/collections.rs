//! Collections: ordered, whole or in pages.

use serde_json::{Value, json};

use super::context::ACTIVITY_STREAMS;

/// A collection with all its items; with fewer items than its total, only their number is said.
#[must_use]
pub fn collection(id: &str, total: i64, items: &[Value]) -> Value {
    let mut document = json!({ "@context": ACTIVITY_STREAMS, "id": id, "type": "OrderedCollection", "totalItems": total });
    let is_counted_only = items.is_empty() && total > 0;
    if let Some(fields) = document.as_object_mut().filter(|_| !is_counted_only) {
        fields.insert("orderedItems".to_owned(), inner(items));
    }
    document
}

/// A collection with its first items (Lemmy reads no pages), and the address of its first page when there are more.
#[must_use]
pub fn paged_collection(id: &str, total: i64, size: i64, items: &[Value]) -> Value {
    let mut document = collection(id, total, items);
    if let Some(fields) = document.as_object_mut().filter(|_| total > size) {
        fields.insert("first".to_owned(), json!(address(id, 1)));
        fields.insert("last".to_owned(), json!(address(id, pages(total, size))));
    }
    document
}

/// One page of a collection, counted from 1.
#[must_use]
pub fn collection_page(id: &str, total: i64, page: i64, size: i64, items: &[Value]) -> Value {
    let mut document = json!({
        "@context": ACTIVITY_STREAMS,
        "id": address(id, page),
        "type": "OrderedCollectionPage",
        "partOf": id,
        "totalItems": total,
        "orderedItems": inner(items)
    });
    if let Some(fields) = document.as_object_mut() {
        if page < pages(total, size) {
            fields.insert("next".to_owned(), json!(address(id, page + 1)));
        }
        if page > 1 {
            fields.insert("prev".to_owned(), json!(address(id, page - 1)));
        }
    }
    document
}

fn address(id: &str, page: i64) -> String {
    format!("{id}?page={page}")
}

fn pages(total: i64, size: i64) -> i64 {
    let size = size.max(1);
    (total.max(1) - 1) / size + 1
}

/// Items keep their own contexts: each may be taken out and read alone.
fn inner(items: &[Value]) -> Value {
    Value::Array(items.to_vec())
}

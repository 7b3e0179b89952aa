//! Names that may not be read here any more, taken out of the activities in which others spoke to those people.

use actions::abroad::Order;
use serde_json::Value;
use store::Uid;

use crate::service::{Error, Federation};

/// Activities read in one go.
const PAGE: i64 = 200;
/// Most activities that are looked at.
const ACTIVITIES_MAX: usize = 20_000;

/// What becomes of the activities that are kept and name this actor because they answer what it wrote.
pub(super) async fn order(fed: &Federation, actor: Uid, uri: &str) -> Result<Order, Error> {
    let (mut changed, mut seen, mut after) = (Vec::new(), 0, None);
    loop {
        let from = after;
        let page = fed.app.store.read(move |db| store::activities::answering(db, actor, from, PAGE)).await?;
        let Some((last, _)) = page.last() else { break };
        (after, seen) = (Some(*last), seen + page.len());
        for (id, body) in page.into_iter().filter(|(_, body)| body.contains(uri)) {
            let mut said: Value = serde_json::from_str(&body).unwrap_or_default();
            forget(&mut said, uri);
            changed.push((id, said.to_string()));
        }
        if seen >= ACTIVITIES_MAX {
            tracing::warn!("more activities may name somebody than can be looked at");
            break;
        }
    }
    Ok(Order::Unname(changed))
}

/// Takes an address out of whatever list it stands in, and with it what links to it. Our own documents are not deep.
fn forget(said: &mut Value, uri: &str) {
    match said {
        Value::Array(items) => {
            items.retain(|item| item != uri && item.get("href").is_none_or(|href| href != uri));
            items.iter_mut().for_each(|item| forget(item, uri));
        }
        Value::Object(fields) => fields.iter_mut().for_each(|(_, value)| forget(value, uri)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_address_is_taken_out_of_lists_and_nothing_else() {
        let note = json!({"to": ["https://a/ana", "https://a/bo"], "tag": [{"type": "Mention", "href": "https://a/ana", "name": "@ana"}, {"href": "https://a/x"}]});
        let mut said = json!({"type": "Announce", "actor": "https://a/parc", "object": {"type": "Create", "object": note}});
        forget(&mut said, "https://a/ana");
        let left = json!({"to": ["https://a/bo"], "tag": [{"href": "https://a/x"}]});
        assert_eq!(said, json!({"type": "Announce", "actor": "https://a/parc", "object": {"type": "Create", "object": left}}));
    }
}

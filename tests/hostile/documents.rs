//! What the peer shows: what was put on its shelf, actors of any name, and lists and threads without end.

use serde_json::{Value, json};

use super::wire::{Recorded, Reply};
use super::{Mode, Peer, State, whole};

const CONTEXT: &str = "https://www.w3.org/ns/activitystreams";
const ACTIVITY: &str = "application/activity+json";

/// The answer to a request that is answered by what it asks for.
pub(super) fn reply(peer: &Peer, request: &Recorded, mode: &Mode) -> Reply {
    if request.method == "POST" {
        return whole(202, ACTIVITY, Vec::new());
    }
    let (path, query) = request.target.split_once('?').unwrap_or((&request.target, ""));
    let state = peer.state();
    if let Some((_, shown)) = state.shelf.iter().find(|(at, _)| at == path || *at == request.target) {
        return whole(shown.status, &shown.content_type, shown.body.clone());
    }
    if let Some((content_type, description)) = described(peer, &state, path, query) {
        return whole(200, content_type, description.to_string().into_bytes());
    }
    let Some(mut document) = document(peer, &state, path, query) else { return Reply::Whole(404, Vec::new(), Vec::new()) };
    if let (Mode::Claims(id), Some(document)) = (mode, document.as_object_mut()) {
        document.insert("id".to_owned(), json!(id));
    }
    let bytes = document.to_string().into_bytes();
    match mode {
        Mode::Typed(content_type) if content_type.is_empty() => Reply::Whole(200, Vec::new(), bytes),
        Mode::Typed(content_type) => whole(200, content_type, bytes),
        _ => whole(200, ACTIVITY, bytes),
    }
}

/// What a host says of itself and its people.
fn described(peer: &Peer, state: &State, path: &str, query: &str) -> Option<(&'static str, Value)> {
    let origin = &peer.origin;
    Some(match path {
        "/.well-known/webfinger" => {
            let asked = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "resource")?.1.into_owned();
            let name = asked.trim_start_matches("acct:").split('@').next()?.to_owned();
            let links = json!([{"rel": "self", "type": ACTIVITY, "href": format!("{origin}/actors/{name}")}]);
            ("application/jrd+json", json!({"subject": asked, "links": links}))
        }
        "/.well-known/nodeinfo" => {
            let rel = "http://nodeinfo.diaspora.software/ns/schema/2.0";
            ("application/json", json!({"links": [{"rel": rel, "href": format!("{origin}/nodeinfo/2.0")}]}))
        }
        "/nodeinfo/2.0" => {
            let software = json!({"name": state.software, "version": "0.0.1"});
            ("application/json", json!({"version": "2.0", "software": software, "protocols": ["activitypub"], "usage": {"users": {}}}))
        }
        _ => return None,
    })
}

fn document(peer: &Peer, state: &State, path: &str, query: &str) -> Option<Value> {
    let (origin, id) = (&peer.origin, format!("{}{path}", peer.origin));
    let rest = path.strip_prefix('/')?;
    let (kind, name) = rest.split_once('/')?;
    match kind {
        "actors" => match name.split_once('/') {
            None => Some(actor(state, origin, &id, name)),
            Some((_, "outbox" | "followers" | "following")) => {
                Some(json!({"@context": CONTEXT, "id": id, "type": "OrderedCollection", "totalItems": 0, "orderedItems": []}))
            }
            Some(_) => None,
        },
        // A list whose pages never end, and which says that it holds more than there is.
        "endless" => {
            let page: u64 = query.strip_prefix("page=").and_then(|page| page.parse().ok()).unwrap_or(0);
            let next = format!("{id}?page={}", page + 1);
            let items: Vec<String> = (0..20).map(|item| format!("{origin}/notes/{name}-{page}-{item}")).collect();
            Some(match query {
                "" => {
                    json!({"@context": CONTEXT, "id": id, "type": "OrderedCollection", "totalItems": 1_000_000_000_000_u64, "first": next})
                }
                _ => {
                    let page = format!("{id}?page={page}");
                    json!({"@context": CONTEXT, "id": page, "type": "OrderedCollectionPage", "partOf": id, "next": next, "orderedItems": items})
                }
            })
        }
        // A thread without beginning: each reply answers another, and each is by somebody new.
        "deep" => {
            let depth: u64 = name.parse().ok()?;
            let author = format!("{origin}/actors/deep-{depth}");
            Some(note(&id, &author, Some(&format!("{origin}/deep/{}", depth + 1))))
        }
        "notes" => Some(note(&id, &format!("{origin}/actors/mallory"), None)),
        _ => None,
    }
}

fn note(id: &str, author: &str, in_reply_to: Option<&str>) -> Value {
    json!({
        "@context": CONTEXT, "id": id, "type": "Note", "attributedTo": author, "inReplyTo": in_reply_to, "content": "<p>Hello</p>",
        "published": "2026-03-02T10:00:00Z", "to": ["https://www.w3.org/ns/activitystreams#Public"]
    })
}

fn actor(state: &State, origin: &str, id: &str, name: &str) -> Value {
    let key = json!({"id": format!("{id}#main-key"), "owner": id, "publicKeyPem": state.rsa.public().to_pem()});
    let multikey = json!({
        "id": format!("{id}#ed25519-key"), "type": "Multikey", "controller": id, "publicKeyMultibase": state.ed25519.public().to_multibase()
    });
    json!({
        "@context": [CONTEXT, "https://w3id.org/security/v1"],
        "id": id, "type": "Person", "preferredUsername": name, "name": name, "url": id,
        "inbox": format!("{id}/inbox"), "outbox": format!("{id}/outbox"), "followers": format!("{id}/followers"),
        "endpoints": {"sharedInbox": format!("{origin}/inbox")}, "publicKey": key, "assertionMethod": [multikey]
    })
}

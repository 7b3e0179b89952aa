//! NodeInfo 2.0 and 2.1 (nodeinfo.diaspora.software): what runs here and how lively it is.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};
use store::trust::Territory;
use store::views::home::Census;

use crate::policy::Mode;
use crate::service::Federation;

/// The routes of NodeInfo.
pub fn routes(fed: Federation) -> Router {
    Router::new().route("/.well-known/nodeinfo", get(links)).route("/nodeinfo/{version}", get(document)).with_state(fed)
}

async fn links(State(fed): State<Federation>) -> Json<Value> {
    let link = |version: &str| json!({ "rel": format!("http://nodeinfo.diaspora.software/ns/schema/{version}"), "href": fed.app.links.absolute(&format!("/nodeinfo/{version}")) });
    // FEP-2677: the instance as an actor.
    let actor = json!({ "rel": "https://www.w3.org/ns/activitystreams#Application", "href": fed.app.links.instance() });
    Json(json!({ "links": [link("2.1"), link("2.0"), actor] }))
}

async fn document(State(fed): State<Federation>, Path(version): Path<String>) -> Response {
    if !matches!(version.as_str(), "2.0" | "2.1") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let read = fed.app.store.read(store::views::home::census).await;
    let (Ok(census), Ok(instance)) = (read, fed.app.instance().await) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let kind = format!("application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/{version}#\"; charset=utf-8");
    (
        [(header::CONTENT_TYPE, kind)],
        body(&version, (&instance.name, &instance.territory()), &census, (fed.app.source_code.as_deref(), fed.policy.mode())).to_string(),
    )
        .into_response()
}

fn body(version: &str, (name, territory): (&str, &Territory), census: &Census, (source_code, mode): (Option<&str>, Mode)) -> Value {
    let protocols = if mode == Mode::Closed { json!([]) } else { json!(["activitypub"]) };
    let mut software = json!({ "name": "parvis", "version": env!("CARGO_PKG_VERSION") });
    // 2.0 knows no repository; where the operator names none, nothing is invented.
    if let (Some(address), Some(software), "2.1") = (source_code, software.as_object_mut(), version) {
        software.insert("repository".to_owned(), json!(address));
    }
    json!({
        "version": version,
        "software": software,
        "protocols": protocols,
        "services": { "inbound": [], "outbound": ["atom1.0"] },
        "openRegistrations": true,
        "usage": { "users": { "total": census.accounts }, "localPosts": census.contributions, "localComments": census.replies },
        "metadata": {
            "nodeName": name,
            "territory": { "kind": territory.kind, "insee": territory.insee_code, "siren": territory.siren, "parent": territory.parent }
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_versions_say_the_same() {
        let census = Census { accounts: 3, contributions: 2, replies: 1 };
        for version in ["2.0", "2.1"] {
            let document = body(version, ("Ici", &Territory::default()), &census, (None, Mode::Open));
            assert_eq!(document["protocols"], json!(["activitypub"]));
            assert_eq!(body(version, ("Ici", &Territory::default()), &census, (None, Mode::Closed))["protocols"], json!([]));
            assert_eq!((&document["version"], &document["software"]["name"]), (&json!(version), &json!("parvis")));
            assert_eq!(document["usage"], json!({"users": {"total": 3}, "localPosts": 2, "localComments": 1}));
            assert!(document["software"].get("repository").is_none(), "{version}");
        }
        let repository = |version: &str| {
            body(version, ("Ici", &Territory::default()), &census, (Some("https://forge.example/parvis"), Mode::Open))["software"]["repository"].clone()
        };
        assert_eq!((repository("2.1"), repository("2.0")), (json!("https://forge.example/parvis"), Value::Null));
    }
}

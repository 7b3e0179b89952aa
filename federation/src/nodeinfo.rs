//! NodeInfo 2.0 and 2.1 (nodeinfo.diaspora.software): what runs here and how lively it is. `protocols` stays empty until ActivityPub is spoken.

use actions::App;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};
use store::views::home::Census;

/// The routes of NodeInfo.
pub fn routes(app: App) -> Router {
    Router::new().route("/.well-known/nodeinfo", get(links)).route("/nodeinfo/{version}", get(document)).with_state(app)
}

async fn links(State(app): State<App>) -> Json<Value> {
    let link = |version: &str| json!({ "rel": format!("http://nodeinfo.diaspora.software/ns/schema/{version}"), "href": app.links.absolute(&format!("/nodeinfo/{version}")) });
    Json(json!({ "links": [link("2.1"), link("2.0")] }))
}

async fn document(State(app): State<App>, Path(version): Path<String>) -> Response {
    if !matches!(version.as_str(), "2.0" | "2.1") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let read = app.store.read(store::views::home::census).await;
    let (Ok(census), Ok(instance)) = (read, app.instance().await) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let kind = format!("application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/{version}#\"; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], body(&version, &instance.name, &census).to_string()).into_response()
}

fn body(version: &str, name: &str, census: &Census) -> Value {
    let software = json!({ "name": "parvis", "version": env!("CARGO_PKG_VERSION") });
    json!({
        "version": version,
        "software": software,
        "protocols": [],
        "services": { "inbound": [], "outbound": ["atom1.0"] },
        "openRegistrations": true,
        "usage": { "users": { "total": census.accounts }, "localPosts": census.contributions, "localComments": census.replies },
        "metadata": { "nodeName": name },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_versions_say_the_same() {
        let census = Census { accounts: 3, contributions: 2, replies: 1 };
        for version in ["2.0", "2.1"] {
            let document = body(version, "Ici", &census);
            assert_eq!((&document["version"], &document["software"]["name"]), (&json!(version), &json!("parvis")));
            assert_eq!(document["usage"], json!({"users": {"total": 3}, "localPosts": 2, "localComments": 1}));
        }
    }
}

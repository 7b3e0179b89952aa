//! A server that is not ours: it shows the documents it is given, keeps what it is sent, and signs what it posts, rightly or not.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use federation::signature::{PrivateKey, Scheme, Signer};
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};
use tower::ServiceExt;
use url::Url;

use crate::page::Answer;
use crate::town::Town;

/// What was posted to a stranger or asked of it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The method.
    pub method: String,
    /// The path.
    pub path: String,
    /// The body, if it is JSON.
    pub body: Value,
}

#[derive(Default)]
struct Shelf {
    documents: BTreeMap<String, (u16, Value)>,
    files: BTreeMap<String, (String, Vec<u8>)>,
    more: Vec<(String, String, Value)>,
    asked: Vec<Asked>,
    inbox_status: u16,
}

/// The server.
#[derive(Clone)]
pub struct Stranger {
    /// Its origin, `http://localhost:PORT`.
    pub origin: String,
    shelf: Arc<Mutex<Shelf>>,
    key: Arc<PrivateKey>,
}

impl Stranger {
    /// Starts one.
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let shelf = Arc::new(Mutex::new(Shelf { inbox_status: 202, ..Shelf::default() }));
        let seen = shelf.clone();
        let router = Router::new().fallback(move |request: Request| answer(seen.clone(), request));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let key = tokio::task::spawn_blocking(|| Arc::new(PrivateKey::generate_rsa().unwrap())).await.unwrap();
        Self { origin, shelf, key }
    }

    /// The address of something there.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Shows a document.
    pub fn show(&self, path: &str, document: Value) {
        self.shelf.lock().unwrap().documents.insert(path.to_owned(), (200, document));
    }

    /// Answers a status there, and nothing else.
    pub fn fail(&self, path: &str, status: u16) {
        self.shelf.lock().unwrap().documents.insert(path.to_owned(), (status, Value::Null));
    }

    /// Shows a file, and says that it is of this type.
    pub fn show_file(&self, path: &str, kind: &str, bytes: &[u8]) {
        self.shelf.lock().unwrap().files.insert(path.to_owned(), (kind.to_owned(), bytes.to_vec()));
    }

    /// Changes a document that is shown.
    pub fn change(&self, path: &str, change: impl FnOnce(&mut Value)) {
        if let Some((_, document)) = self.shelf.lock().unwrap().documents.get_mut(path) {
            change(document);
        }
    }

    /// Says something more of an actor, whatever shows it anew.
    pub fn with(&self, path: &str, name: &str, value: Value) {
        self.shelf.lock().unwrap().more.push((path.to_owned(), name.to_owned(), value));
    }

    /// Leads elsewhere from there.
    pub fn redirect(&self, path: &str, to: &str) {
        self.shelf.lock().unwrap().documents.insert(path.to_owned(), (302, json!(to)));
    }

    /// What its inboxes answer.
    pub fn answer_inboxes_with(&self, status: u16) {
        self.shelf.lock().unwrap().inbox_status = status;
    }

    /// Somebody there, with a key; gives what signs for them.
    pub fn person(&self, name: &str) -> Signer {
        let uri = self.at(&format!("/users/{name}"));
        let document = json!({
            "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
            "id": uri, "type": "Person", "preferredUsername": name, "name": name, "inbox": format!("{uri}/inbox"),
            "outbox": format!("{uri}/outbox"), "followers": format!("{uri}/followers"), "endpoints": {"sharedInbox": self.at("/inbox")},
            "publicKey": {"id": format!("{uri}#main-key"), "owner": uri, "publicKeyPem": self.key.public().to_pem()}
        });
        self.show(&format!("/users/{name}"), document);
        Signer { key_id: format!("{uri}#main-key"), key: self.key.clone() }
    }

    /// What it was asked and sent so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.shelf.lock().unwrap().asked.clone()
    }

    /// The activities that were posted to it.
    pub fn received(&self) -> Vec<Value> {
        self.asked().into_iter().filter(|asked| asked.method == "POST").map(|asked| asked.body).collect()
    }

    /// Posts an activity to the shared inbox of a town, signed.
    pub async fn post(&self, town: &Town, signer: &Signer, activity: &Value) -> Answer {
        self.post_as(town, signer, Scheme::Cavage, activity.to_string().into_bytes(), |_| {}).await
    }

    /// The same with bytes of one's own, another scheme, and headers changed after they were signed.
    pub async fn post_as(&self, town: &Town, signer: &Signer, scheme: Scheme, body: Vec<u8>, spoil: impl FnOnce(&mut HeaderMap)) -> Answer {
        let inbox = Url::parse(&town.app.links.shared_inbox()).unwrap();
        let kind = "application/activity+json";
        let mut headers = signer.headers(scheme, &Method::POST, &inbox, Some(kind), Some(&body), town.now()).unwrap();
        headers.insert("content-type", kind.parse().unwrap());
        spoil(&mut headers);
        deliver(town, headers, body).await
    }
}

/// Posts whatever it is, signed or not.
pub async fn deliver(town: &Town, headers: HeaderMap, body: Vec<u8>) -> Answer {
    let mut request = axum::http::Request::post("/inbox").body(axum::body::Body::from(body)).unwrap();
    *request.headers_mut() = headers;
    let router = parvis::commands::serve::around(town.router.clone());
    let response = router.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = http_body_util::BodyExt::collect(body).await.unwrap().to_bytes();
    Answer::new(parts.status, parts.headers, bytes.to_vec())
}

async fn answer(shelf: Arc<Mutex<Shelf>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let bytes: Bytes = axum::body::to_bytes(body, 1 << 21).await.unwrap_or_default();
    let path = parts.uri.path().to_owned();
    let mut shelf = shelf.lock().unwrap();
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    shelf.asked.push(Asked { method: parts.method.to_string(), path: path.clone(), body });
    if parts.method == Method::POST {
        return StatusCode::from_u16(shelf.inbox_status).unwrap().into_response();
    }
    if let Some((kind, bytes)) = shelf.files.get(&path) {
        return ([("content-type", kind.clone())], bytes.clone()).into_response();
    }
    let more: Vec<(String, Value)> =
        shelf.more.iter().filter(|(at, ..)| *at == path).map(|(_, name, value)| (name.clone(), value.clone())).collect();
    match shelf.documents.get_mut(&path) {
        Some((200, document)) => {
            for (name, value) in more {
                document[name] = value;
            }
            ([("content-type", "application/activity+json")], document.to_string()).into_response()
        }
        Some((302, to)) => (StatusCode::FOUND, [("location", to.as_str().unwrap())]).into_response(),
        Some((status, _)) => StatusCode::from_u16(*status).unwrap().into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

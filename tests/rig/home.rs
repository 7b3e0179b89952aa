//! Somebody's own server, as far as its people take part elsewhere: it knows their names, asks them whether they agree, and says whose account it
//! is. It does so as Mastodon does, or badly in one of the ways that servers have.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use url::Url;

/// How a server behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As Mastodon always did: no metadata, no proof key.
    Usual,
    /// As Mastodon does now: metadata (RFC 8414) and proof keys (RFC 7636).
    Modern,
    /// As snac does: whatever answer is brought, the proof is of whoever came last under the same name of an app.
    Careless,
    /// It takes no apps.
    Alone,
    /// It does not know the scope that asks for least.
    Old,
    /// It says that the account is one of another server.
    Liar,
    /// Its metadata name a private address.
    Trap,
    /// Its metadata are those of another server.
    Mixed,
    /// The account's document has another name than its server says.
    Renamed,
    /// It sends tokens elsewhere.
    Redirecting,
    /// It never answers about apps.
    Slow,
}

/// One question it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The path.
    pub path: String,
    /// What was sent, as fields.
    pub fields: BTreeMap<String, String>,
}

struct Code {
    app: String,
    redirect: String,
    challenge: Option<String>,
    name: String,
}

#[derive(Default)]
struct Memory {
    apps: Vec<String>,
    codes: BTreeMap<String, Code>,
    tokens: BTreeMap<String, String>,
    last: BTreeMap<String, String>,
    links: Vec<Value>,
    asked: Vec<Question>,
    received: Vec<Value>,
}

/// The server. Its people are whoever one says.
#[derive(Clone)]
pub struct Home {
    /// Its origin, `http://localhost:PORT`.
    pub origin: String,
    manner: Manner,
    memory: Arc<Mutex<Memory>>,
}

impl Home {
    /// Starts one.
    pub async fn start(manner: Manner) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let home = Self { origin, manner, memory: Arc::default() };
        let serving = home.clone();
        let router = Router::new().fallback(move |request: Request| {
            let home = serving.clone();
            async move { home.answer(request).await }
        });
        tokio::spawn(async move { axum::serve(listener, router).await });
        home
    }

    /// Its name in handles.
    pub fn host(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    /// The handle of somebody there.
    pub fn handle(&self, name: &str) -> String {
        format!("@{name}@{}", self.host())
    }

    /// The address of somebody there.
    pub fn account(&self, name: &str) -> String {
        format!("{}/users/{name}", self.origin)
    }

    /// Offers a dialog: the name of a link and its template.
    pub fn offer(&self, rel: &str, template: &str) {
        self.memory.lock().unwrap().links.push(json!({ "rel": rel, "template": template }));
    }

    /// What was sent to its people, oldest first.
    pub fn received(&self) -> Vec<Value> {
        self.memory.lock().unwrap().received.clone()
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<Question> {
        self.memory.lock().unwrap().asked.clone()
    }

    /// How many apps it knows.
    pub fn apps(&self) -> usize {
        self.memory.lock().unwrap().apps.len()
    }

    /// Proofs that are not given back.
    pub fn tokens(&self) -> usize {
        self.memory.lock().unwrap().tokens.len()
    }

    /// Somebody signs in there, at the address they were led to, and agrees. Gives the address to which their browser is sent back.
    pub fn consent(&self, address: &str, name: &str) -> String {
        let url = Url::parse(address).unwrap();
        assert_eq!((url.origin().ascii_serialization(), url.path()), (self.origin.clone(), "/oauth/authorize"));
        let fields: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        assert_eq!(of(&fields, "response_type"), "code");
        let mut memory = self.memory.lock().unwrap();
        assert!(memory.apps.iter().any(|app| app == of(&fields, "client_id")), "an app it knows");
        let code = format!("code{}", memory.codes.len() + memory.asked.len());
        memory.last.insert(of(&fields, "client_id").to_owned(), name.to_owned());
        let made = Code {
            app: of(&fields, "client_id").to_owned(),
            redirect: of(&fields, "redirect_uri").to_owned(),
            challenge: fields.get("code_challenge").cloned(),
            name: name.to_owned(),
        };
        memory.codes.insert(code.clone(), made);
        let mut back = Url::parse(of(&fields, "redirect_uri")).unwrap();
        back.query_pairs_mut().append_pair("code", &code).append_pair("state", of(&fields, "state"));
        format!("{}?{}", back.path(), back.query().unwrap())
    }

    async fn answer(self, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        let bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap_or_default();
        let path = parts.uri.path().to_owned();
        let query: BTreeMap<String, String> =
            url::form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        let mut fields: BTreeMap<String, String> = url::form_urlencoded::parse(&bytes).into_owned().collect();
        fields.extend(query);
        if let Some(bearer) = parts.headers.get("authorization") {
            fields.insert("bearer".to_owned(), bearer.to_str().unwrap().trim_start_matches("Bearer ").to_owned());
        }
        self.memory.lock().unwrap().asked.push(Question { path: path.clone(), fields: fields.clone() });
        match (parts.method, path.as_str()) {
            (Method::GET, "/.well-known/webfinger") => self.names(&fields),
            (Method::GET, "/.well-known/oauth-authorization-server") => self.metadata(),
            (Method::POST, "/api/v1/apps") => self.app(&fields).await,
            (Method::POST, "/oauth/token") => self.token(&fields),
            (Method::POST, "/oauth/revoke") => {
                self.memory.lock().unwrap().tokens.remove(of(&fields, "token"));
                json(&json!({}))
            }
            (Method::GET, "/api/v1/accounts/verify_credentials") => self.credentials(&fields),
            (Method::POST, path) if path.ends_with("/inbox") => {
                self.memory.lock().unwrap().received.extend(serde_json::from_slice::<Value>(&bytes));
                StatusCode::ACCEPTED.into_response()
            }
            (Method::GET, path) if path.starts_with("/users/") => self.actor(path.trim_start_matches("/users/")),
            _ => StatusCode::NOT_FOUND.into_response(),
        }
    }

    fn names(&self, fields: &BTreeMap<String, String>) -> Response {
        let resource = fields.get("resource").cloned().unwrap_or_default();
        let name = resource.trim_start_matches("acct:").split('@').next().unwrap().to_owned();
        let name = if resource.starts_with("http") { resource.rsplit('/').next().unwrap().to_owned() } else { name };
        if name == "nobody" {
            return StatusCode::NOT_FOUND.into_response();
        }
        let own = json!({ "rel": "self", "type": "application/activity+json", "href": self.account(&name) });
        let links: Vec<Value> = std::iter::once(own).chain(self.memory.lock().unwrap().links.clone()).collect();
        json(&json!({ "subject": format!("acct:{name}@{}", self.host()), "links": links }))
    }

    fn actor(&self, name: &str) -> Response {
        let uri = self.account(name);
        let said = if self.manner == Manner::Renamed { "somebody" } else { name };
        let document = json!({
            "@context": "https://www.w3.org/ns/activitystreams", "id": uri, "type": "Person", "preferredUsername": said, "name": name,
            "inbox": format!("{uri}/inbox"), "outbox": format!("{uri}/outbox"), "url": format!("{}/@{name}", self.origin),
            "summary": "<p>Bonjour</p>"
        });
        ([("content-type", "application/activity+json")], document.to_string()).into_response()
    }

    fn metadata(&self) -> Response {
        let origin = match self.manner {
            Manner::Modern | Manner::Trap | Manner::Redirecting => self.origin.as_str(),
            Manner::Mixed => "http://localhost:9",
            Manner::Usual | Manner::Careless | Manner::Alone | Manner::Old | Manner::Liar | Manner::Renamed | Manner::Slow => {
                return StatusCode::NOT_FOUND.into_response();
            }
        };
        let token = if self.manner == Manner::Trap { "http://169.254.169.254" } else { origin };
        json(&json!({
            "issuer": format!("{origin}/"), "authorization_endpoint": format!("{origin}/oauth/authorize"),
            "token_endpoint": format!("{token}/oauth/token"), "revocation_endpoint": format!("{origin}/oauth/revoke"),
            "app_registration_endpoint": format!("{origin}/api/v1/apps"), "scopes_supported": ["read", "profile", "read:accounts"],
            "code_challenge_methods_supported": ["S256"]
        }))
    }

    async fn app(&self, fields: &BTreeMap<String, String>) -> Response {
        match self.manner {
            Manner::Alone => return StatusCode::FORBIDDEN.into_response(),
            Manner::Old if of(fields, "scopes") != "read" => return StatusCode::UNPROCESSABLE_ENTITY.into_response(),
            Manner::Slow => std::future::pending().await,
            _other => {}
        }
        let mut memory = self.memory.lock().unwrap();
        let id = format!("app{}", memory.apps.len());
        memory.apps.push(id.clone());
        json(&json!({ "client_id": id, "client_secret": format!("kanari-secret-of-{id}"), "name": of(fields, "client_name") }))
    }

    fn token(&self, fields: &BTreeMap<String, String>) -> Response {
        if self.manner == Manner::Redirecting {
            return (StatusCode::TEMPORARY_REDIRECT, [("location", "http://localhost:9/oauth/token")]).into_response();
        }
        let mut memory = self.memory.lock().unwrap();
        let refused = StatusCode::BAD_REQUEST.into_response();
        if of(fields, "client_secret") != format!("kanari-secret-of-{}", of(fields, "client_id")) {
            return StatusCode::UNAUTHORIZED.into_response();
        }
        let name = if self.manner == Manner::Careless {
            memory.last.get(of(fields, "client_id")).cloned().unwrap_or_default()
        } else {
            let Some(code) = memory.codes.remove(of(fields, "code")) else { return refused };
            let proof = fields.get("code_verifier").map(|verifier| URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes())));
            if code.app != of(fields, "client_id") || code.redirect != of(fields, "redirect_uri") || code.challenge != proof {
                return refused;
            }
            code.name
        };
        let token = format!("token-{}", memory.asked.len());
        memory.tokens.insert(token.clone(), name);
        json(&json!({ "access_token": token, "token_type": "Bearer", "scope": "read:accounts" }))
    }

    fn credentials(&self, fields: &BTreeMap<String, String>) -> Response {
        let Some(name) = self.memory.lock().unwrap().tokens.get(of(fields, "bearer")).cloned().filter(|name| !name.is_empty()) else {
            return StatusCode::UNAUTHORIZED.into_response();
        };
        let origin = if self.manner == Manner::Liar { "http://localhost:9" } else { &self.origin };
        json(&json!({ "id": "1", "username": name, "acct": name, "url": format!("{origin}/@{name}"), "display_name": name }))
    }
}

fn of<'a>(fields: &'a BTreeMap<String, String>, name: &str) -> &'a str {
    fields.get(name).map_or("", String::as_str)
}

fn json(value: &Value) -> Response {
    ([("content-type", "application/json")], value.to_string()).into_response()
}

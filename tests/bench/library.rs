//! The same POSTs through the library's own `receive_activity`, without any database behind it: the figure beside ours.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;

use activitypub_federation::axum::inbox::{ActivityData, receive_activity};
use activitypub_federation::config::{Data, FederationConfig, FederationMiddleware};
use activitypub_federation::fetch::object_id::ObjectId;
use activitypub_federation::protocol::context::WithContext;
use activitypub_federation::traits::{Activity, Actor, Object};
use async_trait::async_trait;
use federation::signature::{PrivateKey, Scheme, Signer};
use http::{Method, StatusCode};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::network::{Cost, post, request};

/// The actors that are known.
type Known = Arc<HashMap<Url, Somebody>>;

#[derive(Debug, Clone)]
struct Somebody {
    id: Url,
    pem: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct PersonJson {
    id: Url,
}

#[derive(Debug)]
struct Failed;

impl From<activitypub_federation::error::Error> for Failed {
    fn from(_error: activitypub_federation::error::Error) -> Self {
        Self
    }
}

#[async_trait]
impl Object for Somebody {
    type DataType = Known;
    type Kind = PersonJson;
    type Error = Failed;

    fn id(&self) -> &Url {
        &self.id
    }

    async fn read_from_id(id: Url, known: &Data<Known>) -> Result<Option<Self>, Failed> {
        Ok(known.get(&id).cloned())
    }

    async fn into_json(self, _known: &Data<Known>) -> Result<PersonJson, Failed> {
        Ok(PersonJson { id: self.id })
    }

    async fn verify(_json: &PersonJson, _domain: &Url, _known: &Data<Known>) -> Result<(), Failed> {
        Ok(())
    }

    async fn from_json(_json: PersonJson, _known: &Data<Known>) -> Result<Self, Failed> {
        Err(Failed)
    }
}

impl Actor for Somebody {
    fn public_key_pem(&self) -> &str {
        &self.pem
    }

    fn private_key_pem(&self) -> Option<String> {
        None
    }

    fn inbox(&self) -> Url {
        self.id.clone()
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Like {
    id: Url,
    #[serde(rename = "type")]
    kind: String,
    actor: ObjectId<Somebody>,
    object: Url,
}

#[async_trait]
impl Activity for Like {
    type DataType = Known;
    type Error = Failed;

    fn id(&self) -> &Url {
        &self.id
    }

    fn actor(&self) -> &Url {
        self.actor.inner()
    }

    async fn verify(&self, _known: &Data<Known>) -> Result<(), Failed> {
        Ok(())
    }

    async fn receive(self, _known: &Data<Known>) -> Result<(), Failed> {
        Ok(())
    }
}

async fn inbox(known: Data<Known>, activity: ActivityData) -> StatusCode {
    match receive_activity::<WithContext<Like>, Somebody, Known>(activity, &known).await {
        Ok(()) => StatusCode::ACCEPTED,
        Err(Failed) => StatusCode::BAD_REQUEST,
    }
}

/// Posts `count` signed Likes to the library's inbox.
pub(crate) async fn run(count: usize) -> Cost {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let origin = format!("localhost:{}", address.port());
    let key = Arc::new(PrivateKey::generate_rsa().unwrap());
    let id: Url = "https://far.example/users/u0".parse().unwrap();
    let signer = Signer { key_id: format!("{id}#main-key"), key: key.clone() };
    let known: Known = Arc::new(HashMap::from([(id.clone(), Somebody { id: id.clone(), pem: key.public().to_pem() })]));
    let built = FederationConfig::builder().domain(&origin).app_data(known).debug(true).http_signature_compat(true).build().await;
    let config = built.unwrap();
    let router = axum::Router::new().route("/inbox", axum::routing::post(inbox)).layer(FederationMiddleware::new(config));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let requests = likes(&origin, &id, &signer, count);
    serve(address, requests).await
}

async fn serve(address: SocketAddr, requests: Vec<Vec<u8>>) -> Cost {
    post(address, requests).await
}

fn likes(origin: &str, id: &Url, signer: &Signer, count: usize) -> Vec<Vec<u8>> {
    let inbox: Url = format!("http://{origin}/inbox").parse().unwrap();
    let now = jiff::Timestamp::now();
    let like = |n: usize| {
        let body = serde_json::json!({
            "@context": "https://www.w3.org/ns/activitystreams", "id": format!("{id}#likes/{n}"), "type": "Like", "actor": id,
            "object": format!("http://{origin}/objects/{n}")
        })
        .to_string();
        let kind = "application/activity+json";
        let headers = signer.headers(Scheme::Cavage, &Method::POST, &inbox, Some(kind), Some(body.as_bytes()), now).unwrap();
        request(&headers, &body)
    };
    (0..count).map(like).collect()
}

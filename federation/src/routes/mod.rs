//! The addresses that other servers read and post to.

mod actor;
mod call;
mod collections;
mod discovery;
mod object;
mod vote;

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, OriginalUri, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde_json::Value;

use crate::accept::wants_activity;
use crate::inbox;
use crate::keyring::Signer;
use crate::nodeinfo;
use crate::policy::Mode;
use crate::service::{Error, Federation};
use crate::signature;
use crate::witnessing;

pub(crate) use discovery::authority as handle_host;
pub(crate) use object::{Thing, find};

/// Why a document is not given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Refusal(pub(crate) StatusCode);

/// What a route answers.
pub(crate) type Reply = Result<Response, Refusal>;

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

impl From<store::Error> for Refusal {
    fn from(error: store::Error) -> Self {
        tracing::warn!(%error, "a document could not be made");
        Self(StatusCode::SERVICE_UNAVAILABLE)
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        tracing::warn!(%error, "a document could not be made");
        Self(StatusCode::SERVICE_UNAVAILABLE)
    }
}

/// The largest checkpoint with its proof that is read, in bytes.
const CHECKPOINT_MAX: usize = 64 * 1024;

/// Every route of this door.
pub fn routes(fed: Federation) -> Router {
    let documents = Router::new()
        .route("/actor", get(actor::instance))
        .route("/actor/outbox", get(collections::instance_outbox))
        .route("/actors/{handle}", get(actor::show))
        .route("/actors/{handle}/outbox", get(collections::outbox))
        .route("/actors/{handle}/followers", get(collections::followers))
        .route("/actors/{handle}/following", get(collections::following))
        .route("/actors/{handle}/featured", get(collections::featured))
        .route("/actors/{handle}/moderators", get(collections::moderators))
        .route("/actors/{handle}/consultations", get(collections::consultations))
        .route("/objects/{id}", get(object::show))
        .route("/objects/{id}/acceptance", get(crate::accreditations::acceptance))
        .route("/objects/{id}/replies", get(collections::replies))
        .route("/objects/{id}/likes", get(collections::likes))
        .route("/objects/{id}/context", get(collections::context))
        .route("/objects/{id}/call", get(call::show))
        .route("/objects/{id}/quotes", get(object::quote))
        .route("/activities/{id}", get(object::activity))
        .route("/votes/{id}", get(vote::definition))
        .route("/votes/{id}/tallies/{sequence}", get(vote::tally))
        .layer(middleware::from_fn_with_state(fed.clone(), readers));
    let inboxes = Router::new()
        .route("/inbox", post(inbox::post))
        .route("/actor/inbox", post(inbox::post))
        .route("/actors/{handle}/inbox", post(inbox::post))
        .layer(DefaultBodyLimit::max(inbox::BODY_MAX));
    let witness = Router::new()
        .route("/record/witness/add-checkpoint", post(witnessing::add_checkpoint))
        .route("/record/witness/{origin}/checkpoint", get(witnessing::checkpoint))
        .layer(DefaultBodyLimit::max(CHECKPOINT_MAX));
    let door = Router::new()
        .merge(documents)
        .merge(inboxes)
        .merge(witness)
        .route("/.well-known/webfinger", get(discovery::webfinger))
        .route("/.well-known/host-meta", get(discovery::host_meta))
        .route("/.well-known/host-meta.json", get(discovery::host_meta_json))
        .route("/ns/v1", get(object::vocabulary))
        .layer(middleware::from_fn_with_state(fed.clone(), closed))
        .with_state(fed.clone());
    door.merge(nodeinfo::routes(fed))
}

/// In closed mode there is no door.
async fn closed(State(fed): State<Federation>, request: Request, next: Next) -> Response {
    if fed.policy.mode() == Mode::Closed {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}

/// Who may read: in the network of territories those on the list, who sign what they ask; elsewhere everybody but those who sign and are
/// blocked. The instance itself is readable by all, so that its signatures can be checked.
async fn readers(State(fed): State<Federation>, OriginalUri(uri): OriginalUri, request: Request, next: Next) -> Response {
    let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let is_open = uri.path() == "/actor" || !matches!(*request.method(), Method::GET | Method::HEAD);
    // Only these two send people to a page; everything else is a document, however it is asked for.
    let has_page = request
        .extensions()
        .get::<MatchedPath>()
        .is_some_and(|path| ["/actors/{handle}", "/objects/{id}", "/votes/{id}"].contains(&path.as_str()));
    let is_page = has_page && !wants_activity(request.headers());
    if !is_open && !is_page {
        match may_read(&fed, &path, request.headers()).await {
            Ok(true) => {}
            Ok(false) => {
                let challenge = [("accept-signature", signature::accept_signature())];
                return (StatusCode::UNAUTHORIZED, challenge).into_response();
            }
            Err(error) => return Refusal::from(error).into_response(),
        }
    }
    let mut answer = next.run(request).await;
    answer.headers_mut().append(header::VARY, HeaderValue::from_static("accept, signature"));
    // What belongs to a consultation of the network is read by those who say who they are.
    if answer.status() == StatusCode::UNAUTHORIZED {
        answer.headers_mut().insert("accept-signature", signature::accept_signature());
    }
    answer
}

async fn may_read(fed: &Federation, path: &str, headers: &HeaderMap) -> Result<bool, Error> {
    let signed = headers.contains_key("signature");
    if fed.policy.mode() == Mode::Open && !signed {
        return Ok(true);
    }
    let request = signature::Request { method: "GET", path_and_query: path, headers, body: b"" };
    let Ok(claim) = signature::read(&request, &fed.origin, fed.app.now()) else { return Ok(fed.policy.mode() == Mode::Open) };
    let host = crate::keyring::document_of(&claim.key_id).map(|url| crate::words::authority(&url)).unwrap_or_default();
    if !fed.policy.allows(&fed.app, &host).await? {
        return Ok(false);
    }
    // What everybody may read needs no proof of who reads it.
    if fed.policy.mode() == Mode::Open {
        return Ok(true);
    }
    Ok(matches!(fed.keyring.signer(fed, &claim).await?, Signer::Known(_)))
}

/// A document, as ActivityPub names its type.
pub(crate) fn document(body: &Value) -> Response {
    document_text(body.to_string())
}

/// The same, written already.
pub(crate) fn document_text(body: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/activity+json"),
        (header::CACHE_CONTROL, "max-age=60"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, body).into_response()
}

/// People are sent to the page.
pub(crate) fn to_page(path: &str) -> Response {
    Redirect::to(path).into_response()
}

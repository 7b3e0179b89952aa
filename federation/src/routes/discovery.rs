//! Who is here: WebFinger (RFC 7033) and host-meta (RFC 6415).

use axum::Json;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::actor::ActorKind;
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use crate::actors;
use crate::local::{self, Local};
use crate::routes::{Refusal, Reply};
use crate::service::Federation;
use crate::words::webfinger::{INTENTS, SUBSCRIBE};

/// What WebFinger is asked.
#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    resource: String,
}

/// `GET /.well-known/webfinger?resource=…`: by `acct:`, by an actor's address, by its page or by the origin (the instance itself, FEP-d556).
pub(super) async fn webfinger(State(fed): State<Federation>, Query(asked): Query<Asked>) -> Reply {
    if asked.resource.is_empty() || asked.resource.len() > 1024 {
        return Err(Refusal(StatusCode::BAD_REQUEST));
    }
    let handle = handle(&fed, &asked.resource).await?.ok_or(Refusal(StatusCode::NOT_FOUND))?;
    let actor = actors::find_public(&fed, &handle).await?.ok_or(Refusal(StatusCode::NOT_FOUND))?;
    let uri = actors::uri_of(&fed, &actor);
    let page = actors::page_of(&fed, &actor).await?;
    let mut links = vec![
        json!({ "rel": "self", "type": "application/activity+json", "href": uri }),
        json!({ "rel": "http://webfinger.net/rel/profile-page", "type": "text/html", "href": page }),
    ];
    if matches!(ActorKind::parse(&actor.kind), Some(ActorKind::Person | ActorKind::Organization)) {
        links.extend(dialogs(&fed));
    }
    let document = json!({ "subject": format!("acct:{}@{}", actor.username, authority(&fed)), "aliases": [uri, page], "links": links });
    Ok(open(([(header::CONTENT_TYPE, "application/jrd+json; charset=utf-8")], document.to_string()).into_response()))
}

/// Where somebody of this instance is sent by other servers, to see there what they want to follow, like or answer (FEP-3b86, and what came before).
fn dialogs(fed: &Federation) -> impl Iterator<Item = Value> {
    let address = fed.app.links.absolute("/authorize_interaction?uri=");
    let intents = ["Object", "Follow", "Like"].map(|intent| (format!("{INTENTS}{intent}"), "{object}"));
    let all = intents.into_iter().chain([(SUBSCRIBE.to_owned(), "{uri}")]);
    all.map(move |(rel, variable)| json!({ "rel": rel, "template": format!("{address}{variable}") }))
}

/// The host of this instance as in handles.
pub(crate) fn authority(fed: &Federation) -> String {
    Federation::host(&fed.origin)
}

async fn handle(fed: &Federation, resource: &str) -> Result<Option<String>, Refusal> {
    if let Some(account) = resource.strip_prefix("acct:") {
        let account = account.trim_start_matches('@');
        let Some((name, host)) = account.rsplit_once('@') else { return Ok(None) };
        let ours = host.trim_end_matches('.').eq_ignore_ascii_case(&authority(fed));
        return Ok(ours.then(|| name.to_lowercase()));
    }
    let Ok(address) = Url::parse(resource) else { return Ok(None) };
    if !local::is_ours(&fed.origin, &address) {
        return Ok(None);
    }
    Ok(match local::read(&fed.origin, &address) {
        Some(Local::Instance) => Some(actions::instance::INSTANCE_ACTOR.to_owned()),
        Some(Local::Actor(name)) => Some(name),
        Some(Local::Consultation(slug)) => {
            let found = fed.app.store.read(move |db| {
                let Some(consultation) = store::consultations::by_slug(db, &slug)? else { return Ok(None) };
                store::actors::find(db, consultation.actor_id)
            });
            found.await?.map(|actor| actor.username)
        }
        Some(Local::Other) if address.path() == "/" => Some(actions::instance::INSTANCE_ACTOR.to_owned()),
        Some(Local::Object(_) | Local::Call(_) | Local::Activity(_) | Local::Contribution(_) | Local::Poll(_) | Local::Other) | None => {
            None
        }
    })
}

/// `GET /.well-known/host-meta`: where WebFinger is, for those who still ask.
pub(super) async fn host_meta(State(fed): State<Federation>) -> Response {
    let template = format!("{}/.well-known/webfinger?resource={{uri}}", fed.app.links.origin());
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<XRD xmlns=\"http://docs.oasis-open.org/ns/xri/xrd-1.0\">\
         <Link rel=\"lrdd\" type=\"application/jrd+json\" template=\"{template}\"/></XRD>\n"
    );
    open(([(header::CONTENT_TYPE, "application/xrd+xml; charset=utf-8")], document).into_response())
}

/// `GET /.well-known/host-meta.json`: the same as JSON.
pub(super) async fn host_meta_json(State(fed): State<Federation>) -> Response {
    let template = format!("{}/.well-known/webfinger?resource={{uri}}", fed.app.links.origin());
    open(Json(json!({ "links": [{ "rel": "lrdd", "type": "application/jrd+json", "template": template }] })).into_response())
}

/// Anybody's page may read it.
fn open(mut answer: Response) -> Response {
    answer.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    answer
}

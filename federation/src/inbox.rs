//! What others post to us: checked, understood, and handed to the actions; answered at once with what became of it.

use actions::abroad::{Arrival, Effect, Luggage, Outcome, receive_with};
use axum::body::Bytes;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::refusal::Refusal;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use store::received::Digest;

use crate::client::json;
use crate::documents;
use crate::egress;
use crate::interpret::{self, Meaning};
use crate::keyring::{Known, Signer};
use crate::reach;
use crate::relay;
use crate::service::{Error, Federation};
use crate::signature::{self, Claim, Request};
use crate::words::{Activity, Changed, Received, authority};

/// Largest body that is read, in bytes.
pub(crate) const BODY_MAX: usize = 1024 * 1024;

/// What a post is answered.
enum Answer {
    /// It had its effect now or before, or needs none.
    Accepted,
    /// Nobody signed it whom we believe.
    Unsigned(&'static str),
    /// It makes no sense.
    Senseless(String),
    /// The rules say no.
    Refused(&'static str),
    /// There is nothing here that it could be about.
    Nowhere,
    /// It cannot be done now.
    Later(String),
}

/// `POST` to any inbox.
pub(crate) async fn post(State(fed): State<Federation>, OriginalUri(uri): OriginalUri, headers: HeaderMap, body: Bytes) -> Response {
    let path = uri.path_and_query().map_or("/inbox", |path| path.as_str());
    let answer = take(&fed, path, &headers, &body).await.unwrap_or_else(|error| match error {
        Error::Senseless(why) => Answer::Senseless(why),
        Error::Fetch(why) | Error::Refused(why) => {
            Answer::Refused(if why.is_empty() { "unreachable" } else { "another server could not be read" })
        }
        other => Answer::Later(other.to_string()),
    });
    respond(answer)
}

fn respond(answer: Answer) -> Response {
    const ACCEPT_SIGNATURE: HeaderName = HeaderName::from_static("accept-signature");
    match answer {
        Answer::Accepted => StatusCode::ACCEPTED.into_response(),
        Answer::Unsigned(reason) => {
            tracing::info!(reason, "a post was not believed");
            (StatusCode::UNAUTHORIZED, [(ACCEPT_SIGNATURE, signature::accept_signature())]).into_response()
        }
        Answer::Senseless(reason) => {
            tracing::info!(reason, "a post was not understood");
            StatusCode::BAD_REQUEST.into_response()
        }
        Answer::Refused(reason) => {
            tracing::info!(reason, "a post was refused");
            StatusCode::FORBIDDEN.into_response()
        }
        Answer::Nowhere => StatusCode::NOT_FOUND.into_response(),
        Answer::Later(reason) => {
            tracing::warn!(reason, "a post could not be taken");
            (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "60")]).into_response()
        }
    }
}

async fn take(fed: &Federation, path: &str, headers: &HeaderMap, body: &[u8]) -> Result<Answer, Error> {
    let request = Request { method: "POST", path_and_query: path, headers, body };
    let claim = match signature::read(&request, &fed.origin, fed.app.now()) {
        Ok(claim) => claim,
        Err(refused) => return Ok(Answer::Unsigned(refused.reason())),
    };
    if let Some(host) = crate::keyring::document_of(&claim.key_id).map(|url| authority(&url))
        && !fed.policy.allows(&fed.app, &host).await?
    {
        return Ok(Answer::Refused("the rules do not allow the server of the key"));
    }
    let value = json::parse(body).map_err(|malformed| Error::Senseless(malformed.to_string()))?;
    let activity = Activity::read(&value).map_err(|bad| Error::Senseless(bad.to_string()))?;
    if is_farewell_of_a_stranger(fed, &activity, &claim).await? {
        return Ok(Answer::Accepted);
    }
    let known = match fed.keyring.signer(fed, &claim).await? {
        Signer::Known(known) => known,
        Signer::Nobody(reason) => return Ok(Answer::Unsigned(reason)),
        Signer::Later => return Ok(Answer::Later("the key cannot be had for now".to_owned())),
    };
    if known.uri != activity.actor.as_str() {
        return Ok(Answer::Unsigned("somebody else signed"));
    }
    if !fed.policy.allows(&fed.app, &known.host).await? {
        return Ok(Answer::Refused("the rules do not allow this server"));
    }
    believed(fed, &known, activity, &value).await
}

/// A server that tells everybody of the end of an account nobody here knows: there is nothing to check and nothing to do (A16).
async fn is_farewell_of_a_stranger(fed: &Federation, activity: &Activity, claim: &Claim) -> Result<bool, Error> {
    let is_farewell = matches!(&activity.what, Received::Delete { object } if *object == activity.actor);
    if !is_farewell || fed.keyring.is_known(fed, &claim.key_id).await? {
        return Ok(false);
    }
    let uri = activity.actor.to_string();
    Ok(fed.app.store.read(move |db| store::remote_actors::by_uri(db, &uri)).await?.is_none())
}

/// What an activity does whose actor is known to have sent it.
async fn believed(fed: &Federation, known: &Known, activity: Activity, document: &Value) -> Result<Answer, Error> {
    let pictures = match &activity.what {
        Received::Create { object } | Received::Update { object: Changed::Object(object) } => interpret::pictures_of(object),
        _without_text => Vec::new(),
    };
    let acknowledge = documents::asks_acknowledgement(document).then(|| activity.id.to_string());
    let seen = digest(activity.id.as_str());
    // A Follow and a proposal are answered each time, and its Undo may come again under the same id; a Like costs less than the question whether it came before.
    let is_asked_later =
        matches!(activity.what, Received::Follow { .. } | Received::Undo { .. } | Received::Like { .. } | Received::Recognise(_));
    if !is_asked_later && fed.app.store.read(move |db| store::received::is_seen(db, &seen)).await? {
        return Ok(Answer::Accepted);
    }
    let (effect, answer) = match interpret::interpret(fed, known, activity).await? {
        Meaning::Effect(effect) => (*effect, None),
        Meaning::Answered(effect, answer) => (*effect, egress::answer(*answer)),
        Meaning::Nothing => return Ok(Answer::Accepted),
        Meaning::Nowhere => return Ok(Answer::Nowhere),
        Meaning::Refused(reason) => return Ok(Answer::Refused(reason)),
    };
    match reach::takes(fed, &known.host, &effect).await? {
        Some(true) => {}
        Some(false) => return Ok(Answer::Refused("the consultation does not reach this server")),
        None => return Ok(Answer::Nowhere),
    }
    let leaves = matches!(effect, Effect::Leave);
    let carries_text = matches!(effect, Effect::Write(_) | Effect::Remove { .. });
    let arrival = Arrival { digest: seen, actor: known.actor, host: known.host.clone(), effect, answer };
    let original = if carries_text { relay::original(document) } else { None };
    match receive_with(&fed.app, arrival, Luggage { original, pictures, acknowledge }).await {
        Ok(Outcome::Done | Outcome::AlreadySeen) => {
            if leaves {
                fed.keyring.forget_all();
            }
            Ok(Answer::Accepted)
        }
        Err(actions::Error::Refused(refusal)) => Ok(refused(refusal)),
        Err(actions::Error::Faulty(faults)) => Ok(Answer::Senseless(format!("{faults:?}"))),
        Err(error) => Err(error.into()),
    }
}

fn refused(refusal: Refusal) -> Answer {
    match refusal {
        Refusal::NotFound | Refusal::NotPublished => Answer::Nowhere,
        Refusal::NotOpenNow => Answer::Refused("the consultation does not take this now"),
        Refusal::NotYourRole => Answer::Refused("the consultation does not take voices from other servers"),
        Refusal::SignInFirst
        | Refusal::NotYours
        | Refusal::Withdrawn
        | Refusal::Hidden
        | Refusal::AlreadyDone
        | Refusal::TooDeep
        | Refusal::Stale
        | Refusal::Settled
        | Refusal::LinkExpired
        | Refusal::WrongCredentials
        | Refusal::TooManyAttempts
        | Refusal::Suspended
        | Refusal::LastAdministrator
        | Refusal::Taken
        | Refusal::NoPhase
        | Refusal::Answered
        | Refusal::NoRoom
        | Refusal::DecidedElsewhere
        | Refusal::NeedsNetwork => Answer::Refused("the rules of the consultation say no"),
        Refusal::NotOffered => Answer::Refused("the consultation is not offered to this territory"),
    }
}

/// Under what an address is remembered: its SHA-256.
pub(crate) fn digest(address: &str) -> Digest {
    Sha256::digest(address.as_bytes()).into()
}

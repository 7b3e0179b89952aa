//! One delivery: signed, posted, and what the answer means for it.

use std::sync::Arc;

use actions::abroad::{Fault, Missed};
use store::deliveries::Taken;
use url::Url;

use super::Parcel;
use crate::client::{Posted, SendError};
use crate::service::{Error, Federation, Signers};
use crate::signature::{Scheme, Signer};

/// Attempts after which a server that refuses our signature or us is not asked again.
const REFUSALS_MAX: i32 = 3;

/// How it ended.
pub(super) enum Outcome {
    /// It was taken.
    Arrived,
    /// Nobody is there any more.
    Gone,
    /// It was not.
    Missed(Missed),
}

pub(super) fn refused(error: &str) -> Outcome {
    Outcome::Missed(Missed { status: None, error: error.to_owned(), fault: Fault::Refused })
}

/// Knocks once, and once more the other way where the signature was not taken.
pub(super) async fn attempt(fed: &Federation, parcel: &Parcel) -> Result<Outcome, Error> {
    let (taken, peer) = (&parcel.taken, parcel.peer.as_ref());
    // What was hidden while this delivery was in hand says nothing any more.
    let Some((body, actor)) = parcel.content.as_ref().filter(|(body, _)| &body[..] != b"{}") else {
        return Ok(refused("nothing to send any more"));
    };
    if !fed.policy.allows(&fed.app, &taken.host).await? {
        return Ok(refused("the rules do not allow this server any more"));
    }
    let Ok(inbox) = Url::parse(&taken.inbox) else { return Ok(refused("not an address")) };
    let uri = crate::actors::uri_of(fed, actor);
    let signers = fed.signers(actor.id.to(), &uri).await?;
    let mut last = None;
    for (knock, scheme) in knocks(&signers, peer) {
        let answer = fed.client.post(&inbox, body.clone(), knock, scheme, fed.app.now()).await;
        let wants_other = matches!(&answer, Ok(posted) if matches!(posted.status, 400 | 401 | 403));
        if let Ok(posted) = &answer
            && (200..300).contains(&posted.status)
        {
            let known = peer.and_then(|p| Scheme::parse(&p.scheme));
            if known != Some(scheme) {
                actions::abroad::prefer(&fed.app, &taken.host, scheme.code()).await?;
            }
            return Ok(Outcome::Arrived);
        }
        last = Some(answer);
        if !wants_other {
            break;
        }
    }
    Ok(last.map_or_else(|| refused("no way to sign"), |answer| judge(taken, answer)))
}

/// How to knock, first and second: as the server took it last time, or draft-cavage first, which nearly all understand; between instances of
/// Parvis RFC 9421 with Ed25519.
fn knocks<'a>(signers: &'a Arc<Signers>, peer: Option<&store::peers::Peer>) -> [(&'a Signer, Scheme); 2] {
    let cavage = (&signers.rsa, Scheme::Cavage);
    let rfc9421 = (&signers.rsa, Scheme::Rfc9421);
    let scheme = peer.and_then(|p| Scheme::parse(&p.scheme));
    let is_parvis = peer.is_some_and(|p| p.software == "parvis" || p.ed25519);
    match (scheme, is_parvis) {
        (Some(Scheme::Rfc9421) | None, true) => [(&signers.ed25519, Scheme::Rfc9421), cavage],
        (Some(Scheme::Rfc9421), false) => [rfc9421, cavage],
        (Some(Scheme::Cavage), _) | (None, false) => [cavage, rfc9421],
    }
}

/// What an answer means for the delivery.
fn judge(taken: &Taken, answer: Result<Posted, SendError>) -> Outcome {
    let posted = match answer {
        Ok(posted) => posted,
        Err(error) if error.is_permanent() => return refused(&error.to_string()),
        Err(error) => return Outcome::Missed(Missed { status: None, error: error.to_string(), fault: Fault::Host }),
    };
    let status = posted.status;
    let missed = |fault| Outcome::Missed(Missed { status: Some(status), error: format!("answered {status}"), fault });
    match status {
        410 => Outcome::Gone,
        429 | 503 if posted.retry_after.is_some() => missed(Fault::Pause(posted.retry_after.unwrap_or(60))),
        401 | 403 if taken.attempts < REFUSALS_MAX => missed(Fault::Delivery),
        // Not found may be an hour of a broken proxy: only 410 says that nobody is there any more.
        404 | 408 | 425 | 429 => missed(Fault::Delivery),
        502..=504 => missed(Fault::Host),
        500 | 501 | 505..=599 => missed(Fault::Delivery),
        _ => missed(Fault::Refused),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use store::{At, Uid};

    pub(in crate::delivery) fn taken(attempts: i32) -> Taken {
        let id = Uid(uuid::Uuid::nil());
        let expires_at = At(domain::Timestamp::UNIX_EPOCH);
        let (inbox, host) = ("https://a.example/inbox".to_owned(), "a.example".to_owned());
        Taken { id: 1, activity_id: id, actor_id: id, object_id: id, inbox, host, attempts, expires_at }
    }

    #[test]
    fn what_an_answer_means() {
        let check = |status: u16, retry_after: Option<u64>, attempts: i32, expected: &str| {
            let posted = Posted { status, retry_after, ..Posted::default() };
            let got = match judge(&taken(attempts), Ok(posted)) {
                Outcome::Arrived => "arrived".to_owned(),
                Outcome::Gone => "gone".to_owned(),
                Outcome::Missed(missed) => format!("{:?}", missed.fault),
            };
            assert_eq!(got, expected, "{status}");
        };
        check(410, None, 1, "Gone".to_lowercase().as_str());
        check(404, None, 1, "Delivery");
        check(429, Some(120), 1, "Pause(120)");
        check(503, Some(9), 1, "Pause(9)");
        check(429, None, 1, "Delivery");
        check(401, None, 1, "Delivery");
        check(403, None, 3, "Refused");
        check(400, None, 1, "Refused");
        check(422, None, 1, "Refused");
        check(500, None, 1, "Delivery");
        check(503, None, 1, "Host");
        check(502, None, 1, "Host");
        check(301, None, 1, "Refused");
    }
}

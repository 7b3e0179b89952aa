//! Deliveries: what is due is signed and posted; what does not arrive is tried again, or given up, as its answer says.

use std::sync::Arc;
use std::time::Duration;

use actions::abroad::{Fault, Missed};
use axum::body::Bytes;
use store::deliveries::Taken;
use tokio::task::JoinSet;
use url::Url;

use crate::client::{Posted, SendError};
use crate::service::{Error, Federation, Signers};
use crate::signature::{Scheme, Signer};

/// Deliveries that one worker has on their way at once.
const AT_ONCE: i64 = 32;
/// How long the worker rests when there is nothing to do.
const REST: Duration = Duration::from_secs(1);
/// Of these, to one host.
const PER_HOST: i64 = 4;
/// Attempts after which a server that refuses our signature or us is not asked again.
const REFUSALS_MAX: i32 = 3;

/// Makes the deliveries that are due, once. Returns how many were taken.
///
/// # Errors
/// When the store fails.
pub async fn once(fed: &Federation) -> Result<usize, Error> {
    let taken = actions::abroad::claim(&fed.app, AT_ONCE, PER_HOST).await?;
    let count = taken.len();
    let mut under_way = JoinSet::new();
    for delivery in taken {
        let fed = fed.clone();
        under_way.spawn(async move { deliver(&fed, delivery).await });
    }
    while let Some(done) = under_way.join_next().await {
        report(done);
    }
    Ok(count)
}

/// Makes deliveries until `stopped`; those on their way are finished first. A slow server holds up only what goes to it.
pub async fn run(fed: Federation, stopped: impl Future<Output = ()>) {
    let mut under_way: JoinSet<Result<(), Error>> = JoinSet::new();
    let mut ticks = tokio::time::interval(REST);
    let mut stopped = std::pin::pin!(stopped);
    loop {
        tokio::select! {
            () = &mut stopped => break,
            _ = ticks.tick() => {}
            Some(done) = under_way.join_next() => report(done),
        }
        let mut more = true;
        while more {
            let room = AT_ONCE - i64::try_from(under_way.len()).unwrap_or(AT_ONCE);
            let taken = if room > 0 { claim(&fed, room).await } else { Vec::new() };
            more = !taken.is_empty();
            for delivery in taken {
                let fed = fed.clone();
                under_way.spawn(async move { deliver(&fed, delivery).await });
            }
        }
    }
    while let Some(done) = under_way.join_next().await {
        report(done);
    }
}

async fn claim(fed: &Federation, room: i64) -> Vec<Taken> {
    actions::abroad::claim(&fed.app, room, PER_HOST).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "deliveries cannot be read");
        Vec::new()
    })
}

fn report(done: Result<Result<(), Error>, tokio::task::JoinError>) {
    match done {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the end of a delivery could not be kept; it will run again"),
        Err(error) => tracing::error!(%error, "a delivery broke off"),
    }
}

async fn deliver(fed: &Federation, taken: Taken) -> Result<(), Error> {
    let outcome = attempt(fed, &taken).await?;
    let inbox = taken.inbox.clone();
    match outcome {
        Outcome::Arrived => actions::abroad::arrived(&fed.app, taken).await?,
        Outcome::Gone => {
            actions::abroad::missed(&fed.app, taken, Missed { status: None, error: "gone".to_owned(), fault: Fault::Refused }).await?;
            actions::abroad::gone(&fed.app, &inbox).await?;
        }
        Outcome::Missed(missed) => {
            tracing::info!(delivery = taken.id, host = %taken.host, attempts = taken.attempts, reason = %missed.error, "a delivery did not arrive");
            actions::abroad::missed(&fed.app, taken, missed).await?;
        }
    }
    Ok(())
}

enum Outcome {
    Arrived,
    Gone,
    Missed(Missed),
}

fn refused(error: &str) -> Outcome {
    Outcome::Missed(Missed { status: None, error: error.to_owned(), fault: Fault::Refused })
}

async fn attempt(fed: &Federation, taken: &Taken) -> Result<Outcome, Error> {
    let (activity, actor, host) = (taken.activity_id, taken.actor_id, taken.host.clone());
    let read = fed.app.store.read(move |db| {
        let body = store::deliveries::body(db, activity)?;
        let peer = store::peers::find(db, &host)?;
        let actor = store::actors::find(db, actor)?;
        Ok::<_, store::Error>((body, peer, actor))
    });
    let (Some(body), peer, Some(actor)) = read.await? else { return Ok(refused("nothing to send any more")) };
    if !fed.policy.allows(&fed.app, &taken.host).await? {
        return Ok(refused("the rules do not allow this server any more"));
    }
    let Ok(inbox) = Url::parse(&taken.inbox) else { return Ok(refused("not an address")) };
    let uri = crate::actors::uri_of(fed, &actor);
    let signers = fed.signers(actor.id.to(), &uri).await?;
    let knocks = knocks(&signers, peer.as_ref());
    let body = Bytes::from(body);
    let mut last = None;
    for (knock, scheme) in knocks {
        let answer = fed.client.post(&inbox, body.clone(), knock, scheme, fed.app.now()).await;
        let wants_other = matches!(&answer, Ok(posted) if matches!(posted.status, 400 | 401 | 403));
        if let Ok(posted) = &answer
            && (200..300).contains(&posted.status)
        {
            let known = peer.as_ref().and_then(|p| Scheme::parse(&p.scheme));
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
        404 | 410 => Outcome::Gone,
        429 | 503 if posted.retry_after.is_some() => missed(Fault::Pause(posted.retry_after.unwrap_or(60))),
        401 | 403 if taken.attempts < REFUSALS_MAX => missed(Fault::Delivery),
        408 | 425 | 429 => missed(Fault::Delivery),
        502..=504 => missed(Fault::Host),
        500 | 501 | 505..=599 => missed(Fault::Delivery),
        _ => missed(Fault::Refused),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::{At, Uid};

    fn taken(attempts: i32) -> Taken {
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
        check(404, None, 1, "gone");
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

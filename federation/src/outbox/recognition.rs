//! What the collectivity of another server is told of whether ours recognises it: proposals, answers, their end. Only it is told.

use actions::abroad::Parcel;
use serde_json::Value;
use store::actors::Actor;
use store::journal::Line;
use store::trust::{Recognition, RecognitionState};

use super::{Draft, contribution_of, parcel};
use crate::audience::Inboxes;
use crate::documents::{self, StatementInput};
use crate::service::{Error, Federation};
use crate::{actors, objects};

/// What an administrator did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Proposed,
    Answered,
    Ended,
}

/// What is told of an exchange, as it stands now.
pub(super) async fn told(fed: &Federation, deed: Deed, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let read = fed.app.store.read(move |db| {
        let Some(found) = store::trust::by_id(db, id)? else { return Ok(None) };
        let (them, reach) = (store::actors::find(db, found.actor_id)?, store::remote_actors::reach(db, found.actor_id)?);
        Ok::<_, store::Error>(them.zip(reach).map(|(them, reach)| (found, them, reach)))
    });
    let Some((found, them, reach)) = read.await? else { return Ok(Vec::new()) };
    let ours = objects::collectivity(fed).await?;
    let (uri, to) = (actors::uri_of(fed, &ours), them.uri.clone().unwrap_or_default());
    let activity = fed.app.new_id::<uuid::Uuid>();
    let fresh = fed.app.links.activity(activity);
    let state = RecognitionState::parse(&found.state);
    let (kind, body) = match (deed, found.ours, state) {
        (Deed::Proposed, true, Some(RecognitionState::Proposed)) => {
            let signed = signed(fed, &ours, (&found.uri, &uri, &to), (&found, None)).await?;
            ("Offer", documents::offer(&found.uri, &uri, &to, &signed))
        }
        (Deed::Answered, false, Some(RecognitionState::Official)) => {
            let answer = found.answer.clone().unwrap_or_default();
            let signed = signed(fed, &ours, (&answer, &uri, &to), (&found, Some(found.uri.as_str()))).await?;
            ("Accept", documents::accept_offer(&answer, &uri, (&found.uri, &to), &signed))
        }
        (Deed::Answered, false, Some(RecognitionState::Refused)) => {
            ("Reject", documents::reject_offer(&found.answer.clone().unwrap_or_default(), &uri, (&found.uri, &to)))
        }
        (Deed::Ended, _, Some(RecognitionState::Ended)) => {
            let yes = if found.ours { None } else { found.answer.as_deref() };
            ("Undo", documents::undo_recognition(&fresh, &uri, &to, (&found.uri, yes)))
        }
        // It went on meanwhile: what came after says it.
        (_, _, _) => return Ok(Vec::new()),
    };
    let inboxes = Inboxes::from(vec![(reach.inbox, them.host.clone())]);
    // Order is kept with what else they are told of themselves.
    let draft = Draft { kind, actor: &ours, object: them.id, public: false, body, id: activity };
    Ok(vec![parcel(&draft, inboxes, fed.app.now())])
}

/// What ours signs: with the key that it has now, so that it can be checked when it arrives.
async fn signed(
    fed: &Federation,
    ours: &Actor,
    (activity, uri, to): (&str, &str, &str),
    (found, in_reply_to): (&Recognition, Option<&str>),
) -> Result<Value, Error> {
    let territory = fed.app.instance().await?.territory();
    let published = if in_reply_to.is_some() { found.answered_at.unwrap_or(found.proposed_at) } else { found.proposed_at };
    let said = documents::statement(&StatementInput {
        activity,
        subject: uri,
        object: to,
        in_reply_to,
        territory: &territory,
        published: published.0,
    });
    fed.prove(ours, &said, fed.app.now()).await
}

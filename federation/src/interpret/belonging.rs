//! What a text that comes from elsewhere belongs to here.

use actions::abroad::Target;
use store::Uid;

use crate::local::{self, Local};
use crate::service::{Error, Federation};
use crate::words::Object;

/// What a text belongs to here, if it belongs here at all.
pub(super) async fn target(fed: &Federation, object: &Object) -> Result<Option<Target>, Error> {
    if let Some(parent) = &object.in_reply_to {
        return Ok(match local::read(&fed.origin, parent) {
            Some(Local::Object(id) | Local::Contribution(id)) => reply_target(fed, id).await?,
            Some(_) => None,
            None => super::contribution(fed, parent).await?.map(|_| Target::ReplyTo(parent.to_string())),
        });
    }
    Ok(addressed_group(fed, object).await?.map(Target::Group))
}

/// The first group of ours that a text is addressed to.
pub(super) async fn addressed_group(fed: &Federation, object: &Object) -> Result<Option<Uid>, Error> {
    let addressed = object.audience.iter().chain(&object.to).chain(&object.cc).chain(&object.mentions);
    for address in addressed.take(200) {
        if let Some(Local::Actor(handle)) = local::read(&fed.origin, address)
            && let Some(actor) = crate::actors::find_public(fed, &handle).await?
            && actor.kind == domain::actor::ActorKind::Group.code()
            // Nothing is said to a group of reports from the street: it only passes them on.
            && crate::street::group_of(fed, &actor).await?.is_none()
        {
            return Ok(Some(actor.id));
        }
    }
    Ok(None)
}

/// What one answers when one answers an object of ours: a contribution, the answer to one, or the presentation of a consultation.
async fn reply_target(fed: &Federation, id: uuid::Uuid) -> Result<Option<Target>, store::Error> {
    fed.app
        .store
        .read(move |db| {
            if let Some(found) = store::contributions::find(db, Uid(id))? {
                return Ok(Some(Target::Reply(found.id.to())));
            }
            if let Some((answer, _)) = store::views::abroad::answer(db, Uid(id))? {
                return Ok(Some(Target::Reply(answer.contribution_id.to())));
            }
            if let Some(poll) = store::votes::find(db, Uid(id))? {
                return super::votes::reply_target(db, &poll);
            }
            Ok(store::consultations::find(db, Uid(id))?.map(|consultation| Target::Group(consultation.actor_id)))
        })
        .await
}

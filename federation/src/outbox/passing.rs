//! What a group passes on to those who follow it.

use actions::abroad::Parcel;
use domain::Timestamp;
use serde_json::Value;
use store::Uid;
use store::activities::ANNOUNCE_ID;
use store::actors::Actor;

use super::{Draft, parcel};
use crate::audience::{self, Followers, Inboxes};
use crate::documents;
use crate::service::{Error, Federation};

/// A consultation passes something on: as a whole activity to software that reads threads, as an address to the rest, which shows a boost, and
/// therefore for what opens a subject only.
pub(super) async fn passed_on(
    fed: &Federation,
    group: &Actor,
    (object, address): (Uid, &str),
    activity: Option<&Value>,
    (as_boost, at): (bool, Timestamp),
) -> Result<Vec<Parcel>, Error> {
    let followers = audience::followers(fed, group.id).await?;
    Ok(handed_on(fed, (group, followers), (object, address), activity, (as_boost, at)))
}

/// The same to these followers only.
pub(super) fn handed_on(
    fed: &Federation,
    (group, followers): (&Actor, Followers),
    (object, address): (Uid, &str),
    activity: Option<&Value>,
    (as_boost, at): (bool, Timestamp),
) -> Vec<Parcel> {
    let now = fed.app.now();
    let uri = crate::actors::uri_of(fed, group);
    let mut parcels = Vec::new();
    let (threads, rest) = followers.split();
    let (whole, bare) = match activity {
        Some(_) => (threads, rest),
        // What lives elsewhere is read there: those who read threads get its address too.
        None => (Inboxes::default(), if as_boost { rest.and(threads) } else { threads.only_parvis() }),
    };
    if let Some(activity) = activity {
        let id = fed.app.new_id::<uuid::Uuid>();
        let body = documents::announce_activity(&fed.app.links.activity(id), &uri, activity, at);
        parcels.push(parcel(&Draft { kind: "Announce", actor: group, object, public: true, body, id }, whole, now));
    }
    if activity.is_none() || as_boost {
        let id = fed.app.new_id::<uuid::Uuid>();
        let body = documents::announce_id(&fed.app.links.activity(id), &uri, address, at);
        // Beside a whole one it is not listed in the outbox: nobody should read the same twice.
        let kind = if activity.is_some() { ANNOUNCE_ID } else { "Announce" };
        parcels.push(parcel(&Draft { kind, actor: group, object, public: true, body, id }, bare, now));
    }
    parcels
}

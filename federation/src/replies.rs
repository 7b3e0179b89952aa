//! What is answered to an activity, in the transaction that gives it its effect: the acceptance of a follow, the approval of a quote.

use actions::abroad::Parcel;
use serde_json::{Value, json};
use store::Uid;
use store::actors::Actor;
use url::Url;
use uuid::Uuid;

use crate::audience::Inboxes;
use crate::keyring::Known;
use crate::outbox::{Draft, parcel};
use crate::service::{Error, Federation};
use crate::{actors, documents};

/// The acceptance of a follow, which repeats it.
pub(crate) async fn accept_follow(fed: &Federation, by: &Known, id: &Url, followed: Uid) -> Result<Parcel, Error> {
    let follower = Uid::of(by.actor);
    let read = fed
        .app
        .store
        .read(move |db| Ok::<_, store::Error>((store::actors::find(db, followed)?, store::remote_actors::reach(db, follower)?)));
    let (Some(actor), Some(reach)) = read.await? else { return Err(store::Error::NotFound.into()) };
    let uri = actors::uri_of(fed, &actor);
    let request = documents::follow(id.as_str(), &by.uri, &uri);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::accept(&fed.app.links.activity(activity), &uri, &request);
    let inboxes = Inboxes::from(vec![(reach.inbox, by.host.clone())]);
    // Order is kept with what else this follower is told of this actor.
    let draft = Draft { kind: "Accept", actor: &actor, object: follower, public: false, body, id: activity };
    Ok(parcel(&draft, inboxes, fed.app.now()))
}

/// The answer to a territory that wants to carry a consultation, which repeats what it asked.
pub(crate) async fn answer_join(fed: &Federation, by: &Known, (id, call): (&Url, &Url), accepted: bool) -> Result<Parcel, Error> {
    let asker = Uid::of(by.actor);
    let Some(reach) = fed.app.store.read(move |db| store::remote_actors::reach(db, asker)).await? else {
        return Err(store::Error::NotFound.into());
    };
    let collectivity = crate::objects::collectivity(fed).await?;
    let uri = actors::uri_of(fed, &collectivity);
    let request = json!({ "type": "Join", "id": id.as_str(), "actor": by.uri, "object": call.as_str() });
    let activity = fed.app.new_id::<uuid::Uuid>();
    let name = fed.app.links.activity(activity);
    let (kind, body) =
        if accepted { ("Accept", documents::accept(&name, &uri, &request)) } else { ("Reject", documents::reject(&name, &uri, &request)) };
    let inboxes = Inboxes::from(vec![(reach.inbox, by.host.clone())]);
    let draft = Draft { kind, actor: &collectivity, object: asker, public: false, body, id: activity };
    Ok(parcel(&draft, inboxes, fed.app.now()))
}

/// The approval of a quote of something that everybody may read, at an address where it can be checked (FEP-044f).
pub(crate) async fn accept_quote(
    fed: &Federation,
    by: &Known,
    (id, object, instrument): (&Url, &Url, &Url),
    (speaker, quoted): (&Actor, Uuid),
) -> Result<Parcel, Error> {
    let asker = Uid::of(by.actor);
    let Some(reach) = fed.app.store.read(move |db| store::remote_actors::reach(db, asker)).await? else {
        return Err(store::Error::NotFound.into());
    };
    let uri = actors::uri_of(fed, speaker);
    let request: Value = json!({
        "type": "QuoteRequest", "id": id.as_str(), "actor": by.uri, "object": object.as_str(), "instrument": instrument.as_str()
    });
    let activity = fed.app.new_id::<uuid::Uuid>();
    let approval = fed.app.links.absolute(&format!("/objects/{quoted}/quotes?by={}", urlencoded(instrument)));
    let body = documents::accept_quote(&fed.app.links.activity(activity), &uri, &request, &approval);
    let inboxes = Inboxes::from(vec![(reach.inbox, by.host.clone())]);
    let draft = Draft { kind: "Accept", actor: speaker, object: asker, public: false, body, id: activity };
    Ok(parcel(&draft, inboxes, fed.app.now()))
}

fn urlencoded(address: &Url) -> String {
    url::form_urlencoded::byte_serialize(address.as_str().as_bytes()).collect()
}

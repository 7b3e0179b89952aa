//! What others are told when a consultation reaches less far than before: what may not be where it went is deleted there.

use actions::abroad::{Order, Parcel};
use domain::Timestamp;
use domain::contribution::Origin;
use domain::reach::Reach;
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::journal::Line;
use store::views::abroad::Piece;

use super::concealed::{answer_deleted, deleted, taken_down};
use super::{Draft, News, contribution_of, parcel};
use crate::audience::{self, Inboxes};
use crate::documents::TombstoneInput;
use crate::reach::Gate;
use crate::routes::{Thing, find};
use crate::service::{Error, Federation};
use crate::{actors, documents, objects, reach};

/// One thing of a consultation that became narrower, or the consultation itself.
pub(super) async fn narrowed(fed: &Federation, line: &Line) -> Result<News, Error> {
    let nothing = (Vec::new(), Order::Keep);
    let (id, at) = (contribution_of(line)?, line.at.0);
    let Some(belongs) = reach::of(fed, id).await? else { return Ok(nothing) };
    let (mut parcels, group) = match find(fed, id.0).await? {
        Some(Thing::Contribution(piece)) if piece.contribution.origin == Origin::Remote.code() => (not_passed_on(fed, &piece).await?, None),
        // What is not shown or was taken back was deleted when that was decided.
        Some(Thing::Contribution(piece)) if piece.left_as.is_some() && piece.is_public() && !piece.recalled => {
            (deleted(fed, &piece, at).await?, None)
        }
        Some(Thing::Answer(both)) if both.1.is_public() => (answer_deleted(fed, &both.0, &both.1, at).await?, None),
        Some(Thing::Poll(poll)) => (said_no_more(fed, id, ("Question", &poll.group), at).await?, None),
        Some(Thing::Report(report)) => (said_no_more(fed, id, ("Article", &report.group), at).await?, None),
        Some(Thing::Consultation(both)) => {
            let (group, _) = *both;
            let mut parcels = said_no_more(fed, id, ("Page", &group), at).await?;
            if belongs.reach == Reach::Here {
                parcels.push(closed(fed, &group).await?);
            }
            (parcels, Some(group.id))
        }
        None => match crate::meetings::find(fed, id).await?.and_then(|found| found.within) {
            Some((group, _)) => (said_no_more(fed, id, ("Event", &group), at).await?, None),
            None => match crate::articles::find(fed, id).await?.filter(crate::articles::Found::is_shown).and_then(|found| found.within) {
                Some((group, _)) => (said_no_more(fed, id, ("Article", &group), at).await?, None),
                None => (Vec::new(), None),
            },
        },
        Some(Thing::Contribution(_) | Thing::Answer(_)) => (Vec::new(), None),
    };
    let gate = Gate::of(fed, (belongs.consultation, belongs.reach)).await?;
    for parcel in &mut parcels {
        // Whoever follows whoever said it has read what was said before: that is in no ledger.
        let readers = audience::followers(fed, parcel.activity.actor_id).await?.all();
        let everywhere = Inboxes::from(std::mem::take(&mut parcel.inboxes)).and(readers);
        parcel.inboxes = gate.sort(fed, everywhere.into_vec(), false).await?;
    }
    let order = match belongs.reach {
        Reach::Here => Order::Conceal([id].into_iter().chain(group).collect()),
        Reach::Network | Reach::Fediverse => {
            let there = gate.sort(fed, audience::reached(fed, id).await?.into_vec(), false).await?;
            Order::Withhold(id, there.into_iter().map(|(inbox, _)| inbox).collect())
        }
    };
    Ok((parcels, order))
}

/// What lives elsewhere is not passed on any more.
async fn not_passed_on(fed: &Federation, piece: &Piece) -> Result<Vec<Parcel>, Error> {
    let (id, now) = (piece.contribution.id, fed.app.now());
    let announcements = fed.app.store.read(move |db| store::activities::announcements(db, id)).await?;
    let everywhere = audience::reached(fed, id).await?;
    let group = actors::uri_of(fed, &piece.group);
    let mut parcels = Vec::new();
    for announcement in announcements {
        let announced: Value = serde_json::from_str(&announcement.body).unwrap_or_default();
        if announced.get("id").is_some() {
            let activity = fed.app.new_id::<uuid::Uuid>();
            let body = documents::undo(&fed.app.links.activity(activity), &group, &announced);
            let draft = Draft { kind: "Undo", actor: &piece.group, object: id, public: false, body, id: activity };
            parcels.push(parcel(&draft, everywhere.clone(), now));
        }
    }
    Ok(parcels)
}

/// The deletion of what the collectivity said, to wherever it went.
async fn said_no_more(fed: &Federation, id: Uid, (former_type, group): (&str, &Actor), at: Timestamp) -> Result<Vec<Parcel>, Error> {
    let collectivity = objects::collectivity(fed).await?;
    let tombstone = documents::tombstone(&TombstoneInput {
        id: fed.app.links.object(id.0),
        former_type: former_type.to_owned(),
        deleted: at,
        group: Some(actors::uri_of(fed, group)),
    });
    taken_down(fed, (&collectivity, group), (id, &tombstone), (false, at)).await
}

/// A consultation that stays here is nobody any more for other servers.
async fn closed(fed: &Federation, group: &Actor) -> Result<Parcel, Error> {
    let uri = actors::uri_of(fed, group);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::delete(&fed.app.links.activity(activity), &uri, &Value::from(uri.as_str()));
    let id = group.id;
    let reached = fed.app.store.read(move |db| store::deliveries::reached_by(db, id)).await?;
    let inboxes = audience::followers(fed, id).await?.all().and(Inboxes::from(reached));
    Ok(parcel(&Draft { kind: "Delete", actor: group, object: id, public: false, body, id: activity }, inboxes, fed.app.now()))
}

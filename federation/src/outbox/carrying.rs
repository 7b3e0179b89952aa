//! Consultations that several territories carry: the call goes to the territories that may answer it, a territory's answer to the organiser.

use actions::abroad::Parcel;
use domain::carrying::{Called, CarrierState};
use domain::event::EventKind;
use serde_json::json;
use store::journal::Line;
use store::{At, Uid};
use uuid::Uuid;

use super::{Draft, parcel};
use crate::audience::Inboxes;
use crate::service::{Error, Federation};
use crate::{actors, calls, documents, objects};

/// Territories are read in pages of this size.
const PAGE: i64 = 500;
/// Most territories that one call goes to.
const TOLD_MAX: usize = 40_000;

/// A call is made or changed, or what it says is: it goes to whoever may join, carries the consultation or did. Where territories were chosen for
/// one that is open, it goes to those alone.
pub(super) async fn called(fed: &Federation, kind: EventKind, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(consultation) = line.consultation_id else { return Ok(Vec::new()) };
    let Some(call) = calls::document(fed, consultation).await? else { return Ok(Vec::new()) };
    let told = if kind == EventKind::TerritoriesChosen {
        chosen(fed, consultation, line.at).await?
    } else {
        told(fed, kind, consultation).await?
    };
    if told.is_empty() {
        return Ok(Vec::new());
    }
    let collectivity = objects::collectivity(fed).await?;
    let uri = actors::uri_of(fed, &collectivity);
    let id = fed.app.new_id::<Uuid>();
    let name = fed.app.links.activity(id);
    let (kind, body) = match kind {
        EventKind::CallOpened | EventKind::ConsultationPublished | EventKind::TerritoriesChosen => {
            ("Invite", documents::invite(&name, &uri, &call))
        }
        _changed => ("Update", documents::update_call(&name, &uri, &call)),
    };
    let inboxes = fed.app.store.read(move |db| store::follows::inboxes_of(db, &told)).await?;
    // Order is kept with what else is said of the call.
    let draft = Draft { kind, actor: &collectivity, object: consultation, public: true, body, id };
    Ok(vec![parcel(&draft, Inboxes::from(inboxes), fed.app.now())])
}

/// A territory carries a consultation of ours no more: what it once asked is refused, and the others are told who is left.
pub(super) async fn dismissed(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let mut parcels = called(fed, EventKind::CarrierChanged, line).await?;
    let (Some(consultation), Some(territory)) = (line.consultation_id, line.subject_id) else { return Ok(parcels) };
    let read = fed.app.store.read(move |db| {
        // Chosen again meanwhile: then it is not refused any more.
        let carrier = store::carrying::carrier(db, consultation, territory)?.filter(|row| row.state == CarrierState::Refused.code());
        let (actor, inboxes) = (store::actors::find(db, territory)?, store::follows::inboxes_of(db, &[territory])?);
        Ok::<_, store::Error>((carrier.and_then(|row| row.activity), actor, inboxes))
    });
    let (Some(asked), Some(actor), inboxes) = read.await? else { return Ok(parcels) };
    let collectivity = objects::collectivity(fed).await?;
    let uri = actors::uri_of(fed, &collectivity);
    let request = json!({ "type": "Join", "id": asked, "actor": actor.uri, "object": fed.app.links.call(consultation.0) });
    let id = fed.app.new_id::<Uuid>();
    let body = documents::reject(&fed.app.links.activity(id), &uri, &request);
    // Order is kept with the acceptance that it takes back.
    let draft = Draft { kind: "Reject", actor: &collectivity, object: territory, public: false, body, id };
    // It takes back, and goes also to who is in the network no more because of it.
    parcels.push(Parcel { is_deletion: true, ..parcel(&draft, Inboxes::from(inboxes), fed.app.now()) });
    Ok(parcels)
}

/// Who was chosen then, and has not answered yet.
async fn chosen(fed: &Federation, consultation: Uid, then: At) -> Result<Vec<Uid>, Error> {
    Ok(fed.app.store.read(move |db| store::carrying::choosing::chosen_at(db, consultation, then)).await?)
}

/// Who hears of a call. Who does not carry it need not hear who does.
async fn told(fed: &Federation, kind: EventKind, consultation: Uid) -> Result<Vec<Uid>, Error> {
    let of_carriers = matches!(kind, EventKind::CarrierChanged | EventKind::CarriersTold);
    let read = fed.app.store.read(move |db| {
        let Some(offered) = store::carrying::offered(db, consultation)? else { return Ok(Vec::new()) };
        let mut told = Vec::new();
        let mut offset = 0;
        loop {
            let page = store::carrying::carriers(db, consultation, PAGE, offset)?;
            let is_wanted = |state: &str| state != CarrierState::Refused.code() && !(of_carriers && state == CarrierState::Invited.code());
            let wanted = page.iter().filter(|row| is_wanted(&row.carrier.state));
            told.extend(wanted.map(|row| row.carrier.actor_id));
            offset += PAGE;
            if page.is_empty() || told.len() > TOLD_MAX {
                break;
            }
        }
        let mut after = String::new();
        while !of_carriers && offered.called()? == Called::Official && told.len() < TOLD_MAX {
            let page = store::trust::official_actors(db, &after, PAGE)?;
            let Some(last) = page.last() else { break };
            after.clone_from(&last.uri);
            told.extend(page.iter().map(|row| row.actor_id));
        }
        told.sort();
        told.dedup();
        Ok::<_, store::Error>(told)
    });
    Ok(read.await?)
}

/// We carry a consultation of another collectivity from now on, or no more: its organiser is told.
pub(super) async fn answered(fed: &Federation, kind: EventKind, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(consultation) = line.consultation_id else { return Ok(Vec::new()) };
    let Some(organiser) = calls::organiser(fed, consultation).await? else { return Ok(Vec::new()) };
    let read = fed.app.store.read(move |db| {
        let Some(found) = store::consultations::find(db, consultation)? else { return Ok(None) };
        let group = store::actors::find(db, found.actor_id)?;
        Ok::<_, store::Error>(group.map(|group| (found, group)))
    });
    let Some((found, group)) = read.await? else { return Ok(Vec::new()) };
    let collectivity = objects::collectivity(fed).await?;
    let uri = actors::uri_of(fed, &collectivity);
    let (call, asked) = (organiser.call.uri.clone(), organiser.carried.activity.clone());
    let (kind, id, body) = if kind == EventKind::CarryingAsked {
        // Asked again meanwhile: the later line tells it.
        let Some(id) = asked.rsplit('/').next().and_then(|id| Uuid::try_parse(id).ok()) else { return Ok(Vec::new()) };
        let page = fed.app.links.absolute(&format!("/c/{}", found.slug));
        ("Join", id, documents::join(&asked, &uri, &call, (&actors::uri_of(fed, &group), &page)))
    } else {
        let id = fed.app.new_id::<Uuid>();
        ("Leave", id, documents::leave(&fed.app.links.activity(id), &uri, &call))
    };
    let to = organiser.call.organiser_id;
    let inboxes = fed.app.store.read(move |db| store::follows::inboxes_of(db, &[to])).await?;
    let draft = Draft { kind, actor: &collectivity, object: organiser.call.id, public: false, body, id };
    Ok(vec![parcel(&draft, Inboxes::from(inboxes), fed.app.now())])
}

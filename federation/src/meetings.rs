//! Meetings at this door: their documents, and what somebody of another server asks of them.

use axum::http::{HeaderMap, StatusCode};
use domain::reach::Reach;
use store::Uid;
use store::actors::Actor;
use store::consultations::Consultation;
use store::meetings::Meeting;
use uuid::Uuid;

use crate::accept::wants_activity;
use crate::documents::{self, Addressing, Author, EventInput, EventPlace, TextInput};
use crate::egress::Asking;
use crate::objects::{collectivity, mention};
use crate::routes::{Refusal, Reply, to_page};
use crate::service::{Error, Federation};
use crate::{actors, reach};

/// A meeting that everybody may know of, with its consultation and the group of that.
pub(crate) struct Found {
    pub(crate) row: Meeting,
    pub(crate) within: Option<(Actor, Consultation)>,
}

impl Found {
    /// Whether others may know of it: its consultation does not stay here.
    pub(crate) fn leaves(&self) -> Result<bool, store::Error> {
        Ok(match &self.within {
            Some((_, consultation)) => consultation.reach()? != Reach::Here,
            None => true,
        })
    }
}

/// A published meeting of a published consultation, or of the collectivity.
pub(crate) async fn find(fed: &Federation, id: Uid) -> Result<Option<Found>, Error> {
    let read = fed.app.store.read(move |db| {
        let Some(row) = store::meetings::public(db, id)? else { return Ok(None) };
        let Some(consultation) = row.consultation_id else { return Ok(Some(Found { row, within: None })) };
        let Some(consultation) = store::consultations::find(db, consultation)? else { return Ok(None) };
        let group = store::actors::find(db, consultation.actor_id)?;
        Ok::<_, store::Error>(group.map(|group| Found { row, within: Some((group, consultation)) }))
    });
    Ok(read.await?)
}

/// The document of a meeting.
pub(crate) async fn document(fed: &Federation, found: &Found) -> Result<serde_json::Value, Error> {
    let row = &found.row;
    let terms = row.terms()?;
    let (collectivity, zone, name) = (collectivity(fed).await?, fed.app.time_zone().await?, fed.app.instance().await?.time_zone.clone());
    let (begins, ends) = (row.begins_at.0.to_zoned(zone.clone()), row.ends_at.0.to_zoned(zone.clone()));
    let end = if begins.date() == ends.date() { ends.strftime("%H:%M") } else { ends.strftime("%Y-%m-%d %H:%M") };
    let place = [&row.venue, &row.address].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let summary = format!("{} – {end}{}{place}", begins.strftime("%Y-%m-%d %H:%M"), if place.is_empty() { "" } else { " · " });
    let parts = [row.cancel_reason.as_str(), &row.body, &row.agenda, &row.minutes];
    let published = row.published_at.unwrap_or(row.created_at).0;
    let number = |count: i32| u32::try_from(count).unwrap_or(0);
    let has_venue = row.kind()?.has_venue();
    Ok(documents::event(&EventInput {
        text: TextInput {
            id: fed.app.links.object(row.id.0),
            url: fed.app.links.absolute(&format!("/meetings/{}", row.id.0)),
            author: Author::Named { actor: actors::uri_of(fed, &collectivity) },
            markdown: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"),
            lang: row.lang.clone(),
            addressing: Addressing { group: found.within.as_ref().map(|(group, _)| mention(fed, group)), mentions: Vec::new() },
            context: String::new(),
            published,
            updated: Some(row.edited_at.0),
            hashtags: Vec::new(),
            pictures: Vec::new(),
            takes_replies: false,
        },
        title: row.title.clone(),
        begins: documents::moment(row.begins_at.0, &zone),
        ends: documents::moment(row.ends_at.0, &zone),
        zone: name,
        summary,
        cancelled: terms.state == domain::meeting::MeetingState::Cancelled,
        online: !has_venue,
        place: has_venue.then(|| EventPlace {
            name: row.venue.clone(),
            address: row.address.clone(),
            position: row.latitude.zip(row.longitude),
        }),
        link: Some(row.link.clone()).filter(|link| !link.is_empty() && !row.link_is_private),
        takes_joins: row.by_registration,
        places: terms.places,
        taken: number(row.taken_count),
    }))
}

/// A meeting, for whoever asks for its address: `None` where there is none.
pub(crate) async fn show(fed: &Federation, id: Uuid, headers: &HeaderMap, asking: &Asking) -> Result<Option<Reply>, Error> {
    let Some(found) = find(fed, Uid(id)).await? else { return Ok(None) };
    if !wants_activity(headers) {
        return Ok(Some(Ok(to_page(&format!("/meetings/{id}")))));
    }
    if !found.leaves()? {
        let left = fed.app.store.read(move |db| store::views::abroad::left_as(db, Uid(id))).await?;
        return Ok(Some(Err(Refusal(if left.is_some() { StatusCode::GONE } else { StatusCode::NOT_FOUND }))));
    }
    let within = reach::within(fed, Uid(id)).await?;
    Ok(Some(match asking.may_read(fed, within).await {
        Ok(reader) => reader.give(fed, Uid(id), document(fed, &found).await?.to_string()).await,
        Err(refused) => Err(refused),
    }))
}

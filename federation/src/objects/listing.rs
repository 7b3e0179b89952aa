//! What a consultation of this instance says beyond its words, and the territory of the collectivity.

use domain::consultation::PhaseKind;
use domain::listing::{Figures, MEETINGS_MAX, Span};
use domain::meeting::MeetingState;
use serde_json::Value;
use store::actors::Actor;
use store::consultations::{Consultation, Phase, Theme};
use store::instance::Instance;
use store::meetings::Meeting;
use store::views::at_home::SaidAtHome;
use store::{At, Uid};

use crate::actors;
use crate::documents::{self, CardInput, ListingInput, MeetingInput, PlaceInput};
use crate::service::{Error, Federation};

/// What a consultation says beyond its words.
pub(super) async fn of(fed: &Federation, consultation: &Consultation) -> Result<ListingInput, Error> {
    let (id, now) = (consultation.id, At(fed.app.now()));
    let read = fed.app.store.read(move |db| {
        Ok::<_, store::Error>(Parts {
            phases: store::consultations::phases_of(db, &[id])?,
            themes: store::consultations::themes(db, id)?,
            meetings: store::meetings::coming_of(db, &[id], now, MEETINGS_READ)?,
            shared: store::views::at_home::of(db, &[id])?,
        })
    });
    let parts = read.await?;
    let instance = fed.app.instance().await?;
    input(fed, &instance, consultation, &parts)
}

/// What several consultations say beyond their words.
struct Parts {
    phases: Vec<Phase>,
    themes: Vec<Theme>,
    meetings: Vec<Meeting>,
    /// What was said here, of those that several territories carry.
    shared: Vec<SaidAtHome>,
}

/// Most coming meetings that are read for a page of consultations.
const MEETINGS_READ: i64 = 2_000;

/// Some consultations of the collectivity that everybody may read, or every server of the network, for the collection of them: in the order of their
/// ids, after `after`. And how many there are.
///
/// # Errors
/// When the store fails.
pub(crate) async fn cards(fed: &Federation, after: Option<Uid>, limit: i64, network: bool) -> Result<(Vec<(Uid, Value)>, i64), Error> {
    let now = At(fed.app.now());
    let read = fed.app.store.read(move |db| {
        let (rows, total) = store::views::abroad::published_after(db, after, limit, network)?;
        let ids: Vec<Uid> = rows.iter().map(|(_, consultation)| consultation.id).collect();
        let parts = Parts {
            phases: store::consultations::phases_of(db, &ids)?,
            themes: store::views::abroad::themes_of(db, &ids)?,
            meetings: store::meetings::coming_of(db, &ids, now, MEETINGS_READ)?,
            shared: store::views::at_home::of(db, &ids)?,
        };
        Ok::<_, store::Error>((rows, total, parts))
    });
    let (rows, total, parts) = read.await?;
    let instance = fed.app.instance().await?;
    let collectivity = actors::uri_of(fed, &super::collectivity(fed).await?);
    let card = |(group, consultation): &(Actor, Consultation)| {
        let published = consultation.published_at.unwrap_or(consultation.created_at);
        let document = documents::card(&CardInput {
            id: fed.app.links.object(consultation.id.0),
            actor: collectivity.clone(),
            group: actors::uri_of(fed, group),
            title: consultation.title.clone(),
            url: fed.app.links.absolute(&format!("/c/{}", consultation.slug)),
            lang: consultation.lang.clone(),
            published: published.0,
            updated: Some(consultation.edited_at).filter(|edited| *edited > published).map(|At(edited)| edited),
            listing: input(fed, &instance, consultation, &parts)?,
        });
        Ok((consultation.id, document))
    };
    Ok((rows.iter().map(card).collect::<Result<_, Error>>()?, total))
}

fn input(fed: &Federation, instance: &Instance, consultation: &Consultation, parts: &Parts) -> Result<ListingInput, Error> {
    let Parts { phases, themes, meetings, shared } = parts;
    let at_home = shared.iter().find(|one| one.consultation_id == consultation.id);
    let span = |phase: &Phase| Span {
        kind: PhaseKind::parse(&phase.kind),
        name: phase.name.clone(),
        opens_at: phase.opens_at.0,
        closes_at: phase.closes_at.0,
    };
    let coming = meetings.iter().filter(|row| row.consultation_id == Some(consultation.id)).take(MEETINGS_MAX);
    Ok(ListingInput {
        teaser: consultation.teaser.clone(),
        phases: phases.iter().filter(|phase| phase.consultation_id == consultation.id).map(span).collect(),
        themes: themes.iter().filter(|theme| theme.consultation_id == consultation.id).map(|theme| theme.name.clone()).collect(),
        // What a territory shows of the others is theirs to count: their figures can then be added up.
        figures: Figures {
            contributions: Some(at_home.map_or(consultation.contribution_count.into(), |here| here.contributions)),
            replies: Some(at_home.map_or(consultation.reply_count.into(), |here| here.replies)),
            supports: Some(consultation.support_count.into()),
            participants: Some(consultation.participant_count.into()),
            answers: Some(at_home.map_or(consultation.answer_count.into(), |here| here.answers)),
        },
        call: at_home.and_then(|here| here.call.clone()),
        place: place(instance),
        meetings: coming.map(|row| meeting(fed, row)).collect::<Result<_, Error>>()?,
    })
}

/// A meeting, its place as its `Event` says it: where the collectivity invites is nobody's home.
fn meeting(fed: &Federation, row: &Meeting) -> Result<MeetingInput, Error> {
    let has_venue = row.kind()?.has_venue();
    let published = row.published_at.unwrap_or(row.created_at);
    Ok(MeetingInput {
        id: fed.app.links.object(row.id.0),
        title: row.title.clone(),
        url: fed.app.links.absolute(&format!("/meetings/{}", row.id.0)),
        begins: row.begins_at.0,
        ends: row.ends_at.0,
        venue: if has_venue { row.venue.clone() } else { String::new() },
        position: row.latitude.zip(row.longitude).filter(|_| has_venue),
        cancelled: row.terms()?.state == MeetingState::Cancelled,
        updated: Some(row.edited_at.0).filter(|edited| *edited > published.0),
    })
}

fn place(instance: &Instance) -> PlaceInput {
    PlaceInput {
        name: instance.name.clone(),
        kind: instance.territory_kind.clone(),
        insee: instance.insee_code.clone(),
        siren: instance.siren.clone(),
        centre: instance.latitude.zip(instance.longitude),
    }
}

/// Adds to the document of the collectivity where it is and where its consultations are listed.
pub(super) async fn placed(fed: &Federation, mut document: Value) -> Result<Value, Error> {
    let comparable = fed.app.store.read(store::listings::consents_to_comparison).await?;
    let instance = fed.app.instance().await?;
    documents::placed(&mut document, &place(&instance), comparable);
    Ok(document)
}

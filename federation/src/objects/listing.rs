//! What a consultation of this instance says beyond its words, and the territory of the collectivity.

use domain::consultation::PhaseKind;
use domain::listing::{Figures, Span};
use serde_json::Value;
use store::actors::Actor;
use store::consultations::{Consultation, Phase, Theme};
use store::instance::Instance;
use store::{At, Uid};

use crate::actors;
use crate::documents::{self, CardInput, ListingInput, PlaceInput};
use crate::service::{Error, Federation};

/// What a consultation says beyond its words.
pub(super) async fn of(fed: &Federation, consultation: &Consultation) -> Result<ListingInput, Error> {
    let id = consultation.id;
    let read = fed
        .app
        .store
        .read(move |db| Ok::<_, store::Error>((store::consultations::phases_of(db, &[id])?, store::consultations::themes(db, id)?)));
    let (phases, themes) = read.await?;
    let instance = fed.app.instance().await?;
    Ok(input(&instance, consultation, &phases, &themes))
}

/// Some consultations of the collectivity that everybody may read, for the collection of them: in the order of their ids, after `after`. And how many
/// there are.
///
/// # Errors
/// When the store fails.
pub(crate) async fn cards(fed: &Federation, after: Option<Uid>, limit: i64) -> Result<(Vec<(Uid, Value)>, i64), Error> {
    let read = fed.app.store.read(move |db| {
        let (rows, total) = store::views::abroad::published_after(db, after, limit)?;
        let ids: Vec<Uid> = rows.iter().map(|(_, consultation)| consultation.id).collect();
        let phases = store::consultations::phases_of(db, &ids)?;
        let themes = store::views::abroad::themes_of(db, &ids)?;
        Ok::<_, store::Error>((rows, total, phases, themes))
    });
    let (rows, total, phases, themes) = read.await?;
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
            listing: input(&instance, consultation, &phases, &themes),
        });
        (consultation.id, document)
    };
    Ok((rows.iter().map(card).collect(), total))
}

fn input(instance: &Instance, consultation: &Consultation, phases: &[Phase], themes: &[Theme]) -> ListingInput {
    let span = |phase: &Phase| Span {
        kind: PhaseKind::parse(&phase.kind),
        name: phase.name.clone(),
        opens_at: phase.opens_at.0,
        closes_at: phase.closes_at.0,
    };
    ListingInput {
        teaser: consultation.teaser.clone(),
        phases: phases.iter().filter(|phase| phase.consultation_id == consultation.id).map(span).collect(),
        themes: themes.iter().filter(|theme| theme.consultation_id == consultation.id).map(|theme| theme.name.clone()).collect(),
        figures: Figures {
            contributions: Some(consultation.contribution_count.into()),
            replies: Some(consultation.reply_count.into()),
            supports: Some(consultation.support_count.into()),
            participants: Some(consultation.participant_count.into()),
            answers: Some(consultation.answer_count.into()),
        },
        place: place(instance),
    }
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

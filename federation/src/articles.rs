//! News and articles as documents: an `Article` of the collectivity, in the group of the consultation it is about, if any. What somebody proposed
//! leaves in the collectivity's name and is read whole here: an organisation is named where it agrees, a person never.

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use domain::actor::ActorKind;
use domain::reach::Reach;
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::articles::{Article, Version};
use store::consultations::Consultation;
use uuid::Uuid;

use crate::accept::wants_activity;
use crate::documents::{self, Addressing, ArticleInput, Author, TextInput, TombstoneInput, Wording as Said};
use crate::egress::Asking;
use crate::objects::{collectivity, mention};
use crate::routes::{Refusal, Reply, document as answer_with, to_page};
use crate::service::{Error, Federation};
use crate::wording::Phrase;
use crate::{actors, reach};

/// An article that was published, with what its document needs.
pub(crate) struct Found {
    pub(crate) row: Article,
    /// Its latest version; none once it is withdrawn.
    version: Option<Version>,
    pub(crate) within: Option<(Actor, Consultation)>,
    /// Who it is by, where that is not the collectivity; and whether an organisation agrees to be named elsewhere.
    by: Option<(Actor, bool)>,
}

impl Found {
    /// Whether others may know of it: its consultation does not stay here.
    pub(crate) fn leaves(&self) -> Result<bool, store::Error> {
        Ok(match &self.within {
            Some((_, consultation)) => consultation.reach()? != Reach::Here,
            None => true,
        })
    }

    /// Whether everybody reads it.
    pub(crate) const fn is_shown(&self) -> bool {
        self.version.is_some()
    }
}

/// An article that was published, of the collectivity or of a published consultation.
pub(crate) async fn find(fed: &Federation, id: Uid) -> Result<Option<Found>, Error> {
    let own = fed.app.instance().await?.collectivity_id;
    let read = fed.app.store.read(move |db| {
        let Some(row) = store::articles::public(db, id)? else { return Ok(None) };
        let version = if row.is_shown() { store::articles::version(db, id, row.version)? } else { None };
        let author = row.author_id.filter(|author| *author != own).map(|author| store::actors::find(db, author)).transpose()?.flatten();
        let by = match author {
            Some(author) => {
                let named = author.kind == ActorKind::Organization.code() && store::views::abroad::consents(db, author.id)?;
                Some((author, named))
            }
            None => None,
        };
        let Some(consultation) = row.consultation_id else { return Ok(Some(Found { row, version, within: None, by })) };
        let Some(consultation) = store::consultations::find(db, consultation)? else { return Ok(None) };
        let group = store::actors::find(db, consultation.actor_id)?;
        Ok::<_, store::Error>(group.map(|group| Found { row, version, within: Some((group, consultation)), by }))
    });
    Ok(read.await?)
}

/// The document of an article; `None` once it is withdrawn.
pub(crate) async fn document(fed: &Federation, found: &Found) -> Result<Option<Value>, Error> {
    let Some(version) = &found.version else { return Ok(None) };
    let (row, collectivity) = (&found.row, collectivity(fed).await?);
    let speaker = actors::uri_of(fed, &collectivity);
    let said = |phrase| (fed.wording)(&row.lang, phrase);
    let author = if row.author_id == Some(collectivity.id) {
        Author::Named { actor: speaker }
    } else {
        let name = found.by.as_ref().filter(|(_, named)| *named).map(|(actor, _)| actor.display_name.clone());
        let wording = Said { author: name.unwrap_or_else(|| said(Phrase::ACitizen)), read_whole: said(Phrase::ReadWhole) };
        Author::Collectivity { actor: speaker, wording }
    };
    let context = found.within.as_ref().map(|(_, consultation)| format!("{}/context", fed.app.links.object(consultation.id.0)));
    let parts = [version.summary.as_str(), &version.body];
    Ok(Some(documents::article(&ArticleInput {
        title: version.title.clone(),
        in_reply_to: None,
        text: TextInput {
            id: fed.app.links.object(row.id.0),
            url: fed.app.links.absolute(&path(row.id)),
            author,
            markdown: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n"),
            lang: row.lang.clone(),
            addressing: Addressing { group: found.within.as_ref().map(|(group, _)| mention(fed, group)), mentions: Vec::new() },
            context: context.unwrap_or_default(),
            published: row.published_at.unwrap_or(row.created_at).0,
            updated: (version.version > 1).then_some(version.published_at.0),
            hashtags: Vec::new(),
            pictures: Vec::new(),
            // What is to be said of it is said in the consultation.
            takes_replies: false,
        },
    })))
}

/// What stands where a withdrawn article was.
pub(crate) fn tombstone(fed: &Federation, found: &Found) -> Value {
    documents::tombstone(&TombstoneInput {
        id: fed.app.links.object(found.row.id.0),
        former_type: "Article".to_owned(),
        deleted: found.row.edited_at.0,
        group: found.within.as_ref().map(|(group, _)| actors::uri_of(fed, group)),
    })
}

fn path(id: Uid) -> String {
    format!("/news/{}", id.0)
}

/// The id of the article that a path is the page of, if others may know of it.
pub(crate) async fn behind(fed: &Federation, path: &str) -> Result<Option<String>, Error> {
    let id = path.strip_prefix("/news/").and_then(|id| Uuid::try_parse(id).ok());
    let Some(id) = id else { return Ok(None) };
    let found = find(fed, Uid(id)).await?;
    Ok(match found {
        Some(found) if found.is_shown() && found.leaves()? => Some(fed.app.links.object(id)),
        Some(_) | None => None,
    })
}

/// An article, for whoever asks for its address: `None` where there is none.
pub(crate) async fn show(fed: &Federation, id: Uuid, headers: &HeaderMap, asking: &Asking) -> Result<Option<Reply>, Error> {
    let Some(found) = find(fed, Uid(id)).await? else { return Ok(None) };
    if !wants_activity(headers) {
        return Ok(Some(Ok(to_page(&path(Uid(id))))));
    }
    let left = fed.app.store.read(move |db| store::views::abroad::left_as(db, Uid(id))).await?.is_some();
    if !found.leaves()? {
        return Ok(Some(Err(Refusal(if left { StatusCode::GONE } else { StatusCode::NOT_FOUND }))));
    }
    let Some(document) = document(fed, &found).await? else {
        let gone = (StatusCode::GONE, answer_with(&tombstone(fed, &found))).into_response();
        return Ok(Some(if left { Ok(gone) } else { Err(Refusal(StatusCode::NOT_FOUND)) }));
    };
    let within = reach::within(fed, Uid(id)).await?;
    Ok(Some(match asking.may_read(fed, within).await {
        Ok(reader) => reader.give(fed, Uid(id), document.to_string()).await,
        Err(refused) => Err(refused),
    }))
}

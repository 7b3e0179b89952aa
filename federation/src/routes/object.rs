//! Objects and activities of this instance, by their immutable ids.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::contribution::Origin;
use domain::reach::Reach;
use serde_json::Value;
use store::Uid;
use store::answers::Answer;
use store::consultations::Consultation;
use store::views::abroad::Piece;
use uuid::Uuid;

use super::{Refusal, Reply, document, document_text, to_page};
use crate::accept::wants_activity;
use crate::egress::Asking;
use crate::polls::{self, Poll};
use crate::reports::{self, Report};
use crate::service::{Error, Federation};
use crate::{documents, objects, reach};

/// What an id stands for.
pub(crate) enum Thing {
    /// A contribution.
    Contribution(Box<Piece>),
    /// An official answer.
    Answer(Box<(Answer, Piece)>),
    /// A consultation.
    Consultation(Box<(store::actors::Actor, Consultation)>),
    /// A vote.
    Poll(Box<Poll>),
    /// The report on a consultation.
    Report(Box<Report>),
}

impl Thing {
    /// The consultation that it belongs to.
    pub(crate) fn consultation(&self) -> &Consultation {
        match self {
            Self::Contribution(piece) => &piece.consultation,
            Self::Answer(both) => &both.1.consultation,
            Self::Consultation(both) => &both.1,
            Self::Poll(poll) => &poll.consultation,
            Self::Report(report) => &report.consultation,
        }
    }

    /// The page that shows it.
    pub(crate) fn path(&self) -> String {
        let of = |piece: &Piece| {
            let id = piece.contribution.root_id.unwrap_or(piece.contribution.id);
            format!("/c/{}/p/{}", piece.consultation.slug, id.0)
        };
        match self {
            Self::Contribution(piece) => of(piece),
            Self::Answer(both) => of(&both.1),
            Self::Consultation(both) => format!("/c/{}", both.1.slug),
            Self::Poll(poll) => poll.path(),
            Self::Report(report) => report.path(),
        }
    }
}

/// What an id stands for, if others may know of it (then perhaps only that it was there).
pub(crate) async fn find(fed: &Federation, id: Uuid) -> Result<Option<Thing>, Error> {
    if let Some(poll) = polls::find(fed, Uid(id)).await?.filter(|poll| poll.has_left) {
        return Ok(Some(Thing::Poll(Box::new(poll))));
    }
    if let Some(report) = reports::find(fed, Uid(id)).await? {
        return Ok(Some(Thing::Report(Box::new(report))));
    }
    let found = fed
        .app
        .store
        .read(move |db| {
            if let Some(piece) = store::views::abroad::piece(db, Uid(id))? {
                return Ok(Some(Thing::Contribution(Box::new(piece))));
            }
            if let Some(both) = store::views::abroad::answer(db, Uid(id))? {
                return Ok(Some(Thing::Answer(Box::new(both))));
            }
            let Some(consultation) = store::consultations::find(db, Uid(id))?.filter(|found| found.published_at.is_some()) else {
                return Ok(None);
            };
            let group = store::actors::find(db, consultation.actor_id)?;
            Ok::<_, store::Error>(group.map(|group| Thing::Consultation(Box::new((group, consultation)))))
        })
        .await?;
    Ok(found)
}

fn id_of(text: &str) -> Result<Uuid, Refusal> {
    (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten().ok_or(Refusal(StatusCode::NOT_FOUND))
}

/// `GET /objects/{id}`
pub(super) async fn show(State(fed): State<Federation>, Path(id): Path<String>, headers: HeaderMap, asking: Asking) -> Reply {
    let id = id_of(&id)?;
    let Some(thing) = find(&fed, id).await? else {
        if let Some(reply) = crate::meetings::show(&fed, id, &headers, &asking).await? {
            return reply;
        }
        if let Some(reply) = crate::street::show(&fed, id, &headers, &asking).await? {
            return reply;
        }
        if let Some(reply) = crate::street::steps::show(&fed, id, &headers, &asking).await? {
            return reply;
        }
        return match crate::articles::show(&fed, id, &headers, &asking).await? {
            Some(reply) => reply,
            None => crate::accreditations::show(&fed, id, &headers).await,
        };
    };
    if !wants_activity(&headers) {
        return Ok(to_page(&thing.path()));
    }
    let reach = thing.consultation().reach()?;
    if reach == Reach::Here {
        return Err(stays(&fed, Uid(id)).await?);
    }
    let reader = asking.may_read(&fed, Some((thing.consultation().id, reach))).await?;
    let body = match &thing {
        Thing::Contribution(piece) => match contribution(&fed, piece).await? {
            Given::Document(body) => body,
            Given::Answer(answer) => return Ok(reader.seal(answer)),
        },
        Thing::Answer(both) if both.1.is_public() => objects::answer(&fed, &both.0, &both.1).await?,
        Thing::Answer(both) => return answer_gone(&fed, &both.0, &both.1),
        Thing::Poll(poll) => polls::document(&fed, poll).await?,
        Thing::Report(report) => reports::document(&fed, report).await?,
        Thing::Consultation(both) => objects::presentation(&fed, &both.0, &both.1).await?,
    };
    reader.give(&fed, Uid(id), body.to_string()).await
}

/// What stays here is not known to others, or gone for them when they once knew it.
pub(super) async fn stays(fed: &Federation, id: Uid) -> Result<Refusal, Refusal> {
    let left = fed.app.store.read(move |db| store::views::abroad::left_as(db, id)).await?;
    Ok(Refusal(if left.is_some() { StatusCode::GONE } else { StatusCode::NOT_FOUND }))
}

/// What is given of a contribution: its document, or that there is none.
enum Given {
    Document(Value),
    Answer(Response),
}

/// What answered something that is not shown any more.
fn answer_gone(fed: &Federation, answer: &Answer, piece: &Piece) -> Reply {
    if piece.consultation.published_at.is_none() || piece.contribution.held {
        return Err(Refusal(StatusCode::NOT_FOUND));
    }
    Ok((StatusCode::GONE, document(&objects::answer_tombstone(fed, answer, piece, fed.app.now()))).into_response())
}

async fn contribution(fed: &Federation, piece: &Piece) -> Result<Given, Refusal> {
    // What was never public is not known at all; what is held is not public yet.
    if piece.consultation.published_at.is_none() || piece.contribution.held {
        return Err(Refusal(StatusCode::NOT_FOUND));
    }
    // What lives elsewhere has its id there.
    if piece.contribution.origin == Origin::Remote.code() {
        return Ok(Given::Answer(to_page(piece.contribution.uri.as_deref().unwrap_or("/"))));
    }
    if !piece.is_public() || piece.recalled {
        let gone = document(&objects::tombstone(fed, piece, fed.app.now()));
        return Ok(Given::Answer((StatusCode::GONE, gone).into_response()));
    }
    let spoken = objects::spoken_for(fed, piece).await?;
    Ok(Given::Document(objects::contribution(fed, piece, &spoken).await?))
}

/// `GET /activities/{id}`
pub(super) async fn activity(State(fed): State<Federation>, Path(id): Path<String>, asking: Asking) -> Reply {
    let id = id_of(&id)?;
    let found = fed.app.store.read(move |db| store::activities::find_public(db, Uid(id))).await?;
    let activity = found.ok_or(Refusal(StatusCode::NOT_FOUND))?;
    let Some(object) = activity.object_id else { return Ok(document_text(activity.body)) };
    let reader = asking.may_read(&fed, reach::within(&fed, object).await?).await?;
    reader.give(&fed, object, activity.body).await
}

/// `GET /ns/v1`: the words of our own.
pub(super) async fn vocabulary(State(fed): State<Federation>) -> Response {
    let body = documents::vocabulary(fed.app.links.origin());
    ([(axum::http::header::CONTENT_TYPE, "application/ld+json")], body.to_string()).into_response()
}

/// Which quote is asked about.
#[derive(serde::Deserialize)]
pub(super) struct Quote {
    by: String,
}

/// `GET /objects/{id}/quotes?by=ADDRESS`: everybody may quote what everybody may read (FEP-044f).
pub(super) async fn quote(
    State(fed): State<Federation>,
    Path(id): Path<String>,
    axum::extract::Query(asked): axum::extract::Query<Quote>,
    asking: Asking,
) -> Reply {
    let id = id_of(&id)?;
    let reader = asking.may_read(&fed, reach::within(&fed, Uid(id)).await?).await?;
    let quote = url::Url::parse(&asked.by).map_err(|_not_an_address| Refusal(StatusCode::BAD_REQUEST))?;
    let speaker = objects::speaker(&fed, id).await?.ok_or(Refusal(StatusCode::NOT_FOUND))?;
    let object = fed.app.links.object(id);
    let by: String = url::form_urlencoded::byte_serialize(quote.as_str().as_bytes()).collect();
    let address = format!("{object}/quotes?by={by}");
    let approval = documents::quote_authorization(&address, &crate::actors::uri_of(&fed, &speaker), quote.as_str(), &object);
    Ok(reader.seal(document(&approval)))
}

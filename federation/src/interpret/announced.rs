//! What those whom we follow pass on, and what is kept of what lives elsewhere.

use actions::abroad::{Effect, Mirror, OfConsultation};
use domain::listing::is_date;
use domain::text;
use store::listings::Said;
use store::mirrored::Mirrored;
use store::{At, Uid};
use url::Url;

use super::{Meaning, TITLE_FROM_TEXT, barriers, effect, grave, is_titled};
use crate::keyring::Known;
use crate::local;
use crate::service::{Error, Federation};
use crate::words::{Announced, Changed, Object, Received, Undone};

/// How much of a text that lives elsewhere is kept, in characters.
const EXCERPT: usize = 400;

/// Something that somebody whom we follow passes on.
pub(super) async fn announced(fed: &Federation, by: &Known, object: Announced) -> Result<Meaning, Error> {
    let id = Uid::of(by.actor);
    if !fed.app.store.read(move |db| store::follows::is_followed_here(db, id)).await? {
        return Ok(Meaning::Nothing);
    }
    if super::carrying::through(fed, id).await?.is_some() {
        return super::carrying::passed_on(fed, by, object).await;
    }
    let inner = match object {
        Announced::Id(address) => return later(fed, by, &address).await,
        Announced::Object(object) => *object,
        Announced::Activity(activity) => match activity.what {
            Received::Create { object } | Received::Update { object: Changed::Object(object) } => *object,
            Received::Delete { object } => return gone(fed, by, &activity.actor, &object).await,
            Received::Add { object, target } => return barriers::pinned(fed, by, (&object, &target), true).await,
            Received::Remove { object, target } => return barriers::pinned(fed, by, (&object, &target), false).await,
            Received::Block { object, target } if target.as_ref().is_some_and(|target| target.as_str() == by.uri) => {
                return barriers::blocked(fed, &object).await;
            }
            Received::Undo { object } if object.kind.as_deref() == Some("Block") => return barriers::unblocked(fed, &object).await,
            Received::Undo { object } if object.kind.as_deref() == Some("Announce") => return Ok(taken_back(&object)),
            // Votes are for whoever asked: what a group passes on of them is not believed.
            Received::Vote { .. }
            | Received::Honour { .. }
            | Received::Call { .. }
            | Received::Join { .. }
            | Received::Leave { .. }
            | Received::Update { .. }
            | Received::Follow { .. }
            | Received::Accept { .. }
            | Received::Offer { .. }
            | Received::Agree { .. }
            | Received::Reject { .. }
            | Received::Undo { .. }
            | Received::Announce { .. }
            | Received::Like { .. }
            | Received::Dislike { .. }
            | Received::Flag { .. }
            | Received::Block { .. }
            | Received::Move { .. }
            | Received::QuoteRequest { .. }
            | Received::CommonVote { .. }
            | Received::Tally { .. }
            | Received::SupportCounts { .. }
            | Received::StreetReport { .. }
            | Received::StreetAnswer { .. }
            | Received::Recognise(_)
            | Received::Unknown { .. } => return Ok(Meaning::Nothing),
        },
    };
    // Only a server itself says what is on it (A03): what comes from a third one is read there.
    if !is_of(by, &inner.id) || !is_of(by, &inner.attributed_to) {
        return later(fed, by, &inner.id).await;
    }
    mirrored(fed, &inner, id).await
}

/// Deleted by its author or by a moderator of the group: either way the group shows it no more. What is of the group's own server stays away, also
/// when it comes later. Who wrote something here says here that it goes.
async fn gone(fed: &Federation, by: &Known, actor: &Url, object: &Url) -> Result<Meaning, Error> {
    let uri = object.to_string();
    if is_of(by, object) && is_of(by, actor) && super::contribution(fed, object).await?.is_none() {
        return Ok(effect(Effect::Remove { digest: grave(&uri, actor.as_str()), uri }));
    }
    Ok(effect(Effect::Unlist { uri }))
}

/// What somebody passed on is passed on no more: what came through them is shown no more. Who says only the id of what they said says too little.
pub(super) fn taken_back(announcement: &Undone) -> Meaning {
    announcement.object.as_ref().map_or(Meaning::Nothing, |object| effect(Effect::Unlist { uri: object.to_string() }))
}

fn is_of(by: &Known, address: &Url) -> bool {
    crate::words::authority(address) == by.host
}

pub(super) async fn later(fed: &Federation, by: &Known, address: &Url) -> Result<Meaning, Error> {
    if !local::is_ours(&fed.origin, address) && fed.policy.allows(&fed.app, &crate::words::authority(address)).await? {
        actions::abroad::fetch_later(&fed.app, address.as_str(), Uid::of(by.actor)).await?;
    }
    Ok(Meaning::Nothing)
}

/// Notes something that lives elsewhere, if it is public and came through somebody who is followed here.
pub(super) async fn mirrored(fed: &Federation, object: &Object, via: Uid) -> Result<Meaning, Error> {
    Ok(mirror_of(fed, object, via).await?.map_or(Meaning::Nothing, |mirror| effect(Effect::Mirror(Box::new(mirror)))))
}

/// What is kept of something that lives elsewhere: its title, its beginning, its address.
pub(crate) async fn mirror_of(fed: &Federation, object: &Object, via: Uid) -> Result<Option<Mirror>, Error> {
    let (uri, author) = (object.id.to_string(), object.attributed_to.to_string());
    let read = fed
        .app
        .store
        .read(move |db| Ok::<_, store::Error>((store::follows::is_followed_here(db, via)?, store::remote_actors::by_uri(db, &author)?)));
    let (is_followed, author_id) = read.await?;
    // Replies stay where they are; what has a title stands for itself, an official answer too.
    if !is_followed || !object.is_public() || (object.in_reply_to.is_some() && !is_titled(object)) {
        return Ok(None);
    }
    // What has pictures and no words is called by what they show; when nothing says that, it has no title.
    let body = Some(super::body_of(object)).filter(|body| body != "…").unwrap_or_default();
    let title = object.name.clone().unwrap_or_else(|| domain::markup::excerpt(&body, TITLE_FROM_TEXT));
    let now = fed.app.now();
    let kept = Mirrored {
        id: Uid(fed.app.new_id::<uuid::Uuid>()),
        kind: kind_of(object),
        author_id,
        via_id: via,
        title: text::line(&title).chars().take(text::TITLE_MAX).collect(),
        excerpt: excerpt_of(object, &body),
        url: object.url.as_ref().unwrap_or(&object.id).to_string(),
        lang: object.lang.clone(),
        published_at: At(object.published.filter(|at| *at < now).unwrap_or(now)),
        edited_at: object.updated.map(At),
        received_at: At(now),
        uri: uri.clone(),
    };
    let said = author_id.and_then(|source| said_of(fed, object, source)).map(Box::new);
    let meeting = author_id.and_then(|source| meeting_of(object, source)).map(Box::new);
    Ok(Some(Mirror { kept, digest: grave(&uri, object.attributed_to.as_str()), said, meeting }))
}

/// What it is; a meeting that was called off is something else.
fn kind_of(object: &Object) -> String {
    let kind = format!("{:?}", object.kind).to_lowercase();
    if object.meeting.as_ref().is_some_and(|meeting| meeting.cancelled) { format!("{kind}-cancelled") } else { kind }
}

/// How it begins; a meeting begins with when and where it is.
fn excerpt_of(object: &Object, body: &str) -> String {
    let words = domain::markup::excerpt(body, EXCERPT);
    match object.meeting.as_ref().map(crate::words::Meeting::line) {
        // Ours says it in its summary, others in no word of the text.
        Some(line) => format!("{line}. {words}").trim_end().chars().take(EXCERPT * 2).collect(),
        None => words,
    }
}

/// What the index keeps of a meeting of a consultation; `source` is its author.
fn meeting_of(object: &Object, source: Uid) -> Option<OfConsultation> {
    let group = object.audience.as_ref().filter(|group| crate::words::same_authority(group, &object.id))?;
    Some(OfConsultation { source, group: group.to_string(), said: object.gathering.as_deref()?.clone() })
}

/// What the index of consultations keeps of something, when it is one; `source` is its author.
pub(crate) fn said_of(fed: &Federation, object: &Object, source: Uid) -> Option<Said> {
    let listing = object.listing.as_deref()?.clone();
    if listing.senseless > 0 {
        let host = crate::words::authority(&object.id);
        tracing::info!(%host, count = listing.senseless, "meetings of a consultation make no sense");
    }
    let title: String = text::line(object.name.as_deref().unwrap_or_default()).chars().take(text::TITLE_MAX).collect();
    let now = fed.app.now();
    (!title.is_empty()).then(|| Said {
        fresh: Uid(fed.app.new_id::<uuid::Uuid>()),
        uri: object.id.to_string(),
        source,
        title,
        url: object.url.as_ref().unwrap_or(&object.id).to_string(),
        lang: object.lang.clone(),
        published_at: At(object.published.filter(|at| *at < now && is_date(*at)).unwrap_or(now)),
        edited_at: object.updated.filter(|at| is_date(*at)).map(At),
        grave: Some(grave(object.id.as_str(), object.attributed_to.as_str())),
        listing,
    })
}

/// A group changed that is a consultation in the index: its presentation is read again.
pub(super) async fn group_changed(fed: &Federation, by: &Known) -> Result<(), Error> {
    let group = by.uri.clone();
    let Some(listed) = fed.app.store.read(move |db| store::listings::by_group(db, &group)).await? else { return Ok(()) };
    let is_theirs = Url::parse(&listed.uri).is_ok_and(|uri| is_of(by, &uri));
    if is_theirs {
        actions::abroad::fetch_later(&fed.app, &listed.uri, listed.source_id).await?;
    }
    Ok(())
}

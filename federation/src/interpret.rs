//! What a received activity means here: from the words of others to an effect of our own. The one place where the inbox enum is matched.

mod accreditations;
mod announced;
mod barriers;
mod belonging;
pub(crate) mod carrying;
mod honoured;
mod meetings;
mod recognition;
mod street;
mod supports;
mod tallies;
mod votes;

use actions::abroad::{Effect, Parcel, Target, Writing};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::text;
use store::Uid;
use store::received::UndoableKind;
use url::Url;

use crate::inbox::digest;
use crate::keyring::Known;
use crate::local::{self, Local};
use crate::service::{Error, Federation};
use crate::words::{Activity, Changed, Location, Object, ObjectKind, Received, Reference, Undone, same_authority};
use crate::{objects, replies};

pub(crate) use announced::{mirror_of, said_of};
use belonging::target;

/// What an activity means.
pub(crate) enum Meaning {
    /// It changes something.
    Effect(Box<Effect>),
    /// It changes something, and is answered.
    Answered(Box<Effect>, Box<Parcel>),
    /// It changes nothing here.
    Nothing,
    /// It is about something that is not here.
    Nowhere,
    /// It may not be done, for this reason.
    Refused(&'static str),
}

fn effect(effect: Effect) -> Meaning {
    Meaning::Effect(Box::new(effect))
}

/// What an activity of this actor means.
pub(crate) async fn interpret(fed: &Federation, by: &Known, activity: Activity) -> Result<Meaning, Error> {
    let id = activity.id.clone();
    match activity.what {
        Received::Follow { object } => follow(fed, by, &id, &object).await,
        Received::Accept { object } => answered(fed, by, &object, true).await,
        Received::Offer { object } => accreditations::offered(fed, by, &object).await,
        Received::Agree { document } => accreditations::accepted(fed, by, &document).await,
        Received::Honour { object, document } => honoured::told(fed, by, &object, &document).await,
        Received::Reject { object: Reference { id: Some(address), kind: Some(kind), .. } } if kind == "Relationship" => {
            Ok(accreditations::refused(fed, &address))
        }
        Received::Recognise(said) => recognition::heard(fed, by, &id, *said).await,
        Received::Reject { object } if object.kind.as_deref() == Some("Offer") => Ok(recognition::refused(&id, &object)),
        Received::Reject { object } => answered(fed, by, &object, false).await,
        Received::Undo { object } => undone(fed, by, object).await,
        Received::Create { object } => written(fed, by, *object).await,
        Received::Vote { poll, choices } => votes::voted(fed, by, &poll, choices).await,
        Received::Update { object } => changed(fed, by, object).await,
        Received::Delete { object } => Ok(deleted(fed, by, &object)),
        Received::Announce { object } => announced::announced(fed, by, object).await,
        Received::Like { object } => liked(fed, &object).await,
        Received::Flag { objects, content } => flagged(fed, &objects, content).await,
        Received::QuoteRequest { object, instrument } => quoted(fed, by, (&id, &object, &instrument)).await,
        Received::Move { target, .. } => barriers::moved(fed, by, &target).await,
        Received::Dislike { object } => disliked(fed, &object).await,
        Received::Add { object, target } => barriers::pinned(fed, by, (&object, &target), true).await,
        Received::Remove { object, target } => barriers::pinned(fed, by, (&object, &target), false).await,
        Received::Block { object, .. } => barriers::blocked(fed, &object).await,
        Received::CommonVote { document } => tallies::handed(fed, by, &document).await,
        Received::Tally { document } => tallies::told(fed, by, &document).await,
        Received::SupportCounts { document } => supports::told(fed, by, &document).await,
        Received::StreetReport { document } => street::sent(fed, by, &document).await,
        Received::StreetAnswer { document } => street::answered(fed, by, &document).await,
        Received::Call { document } => carrying::heard(fed, by, &document).await,
        Received::Join { object, page } => match meetings::joined(fed, by, (&id, &object)).await? {
            Some(meaning) => Ok(meaning),
            None => carrying::joined(fed, by, (&id, &object, page)).await,
        },
        Received::Leave { object } => Ok(meetings::left(fed, &object).await?.unwrap_or_else(|| carrying::left(fed, &object))),
        Received::Unknown { kind } => {
            tracing::info!(kind, "an activity of an unknown kind was not acted upon");
            Ok(Meaning::Nothing)
        }
    }
}

/// The canonical text of a document that is proven to be of the one who sent it, and lives on their server.
async fn own_document(
    fed: &Federation,
    by: &Known,
    (document, author, id): (&serde_json::Value, &str, &str),
) -> Result<Result<String, Meaning>, Error> {
    let (Ok(author), Ok(id)) = (Url::parse(author), Url::parse(id)) else { return Ok(Err(Meaning::Refused("an address"))) };
    if author.as_str() != by.uri || !same_authority(&id, &author) {
        return Ok(Err(Meaning::Refused("a document of somebody else")));
    }
    if !fed.is_proven_by(by, document).await? {
        return Ok(Err(Meaning::Refused("a document that is not proven")));
    }
    let bytes = crate::proof::canonical(document).map_err(|unproven| Error::Senseless(unproven.to_string()))?;
    Ok(Ok(String::from_utf8_lossy(&bytes).into_owned()))
}

/// A contribution that an address stands for, here or elsewhere.
async fn contribution(fed: &Federation, address: &Url) -> Result<Option<ContributionId>, store::Error> {
    match local::read(&fed.origin, address) {
        Some(Local::Object(id) | Local::Contribution(id)) => {
            let found = fed.app.store.read(move |db| store::contributions::find(db, Uid(id))).await?;
            Ok(found.map(|found| found.id.to()))
        }
        Some(_) => Ok(None),
        None => {
            let uri = address.to_string();
            let found = fed.app.store.read(move |db| store::contributions::by_uri(db, &uri)).await?;
            Ok(found.map(|found| found.id.to()))
        }
    }
}

/// The actor of this instance that an address stands for, if others may know of it.
async fn local_actor(fed: &Federation, address: &Url) -> Result<Option<Uid>, store::Error> {
    match local::read(&fed.origin, address) {
        Some(Local::Actor(handle)) => Ok(crate::actors::find_public(fed, &handle).await?.map(|actor| actor.id)),
        Some(_) | None => Ok(None),
    }
}

async fn follow(fed: &Federation, by: &Known, id: &Url, object: &Url) -> Result<Meaning, Error> {
    let Some(followed) = local_actor(fed, object).await? else { return Ok(Meaning::Nowhere) };
    let answer = replies::accept_follow(fed, by, id, followed).await?;
    let follow = Effect::Follow { followed: followed.to(), activity: id.to_string() };
    Ok(Meaning::Answered(Box::new(follow), Box::new(answer)))
}

async fn answered(fed: &Federation, by: &Known, object: &Reference, accepted: bool) -> Result<Meaning, Error> {
    if let Some(meaning) = carrying::answered(fed, object, accepted).await? {
        return Ok(meaning);
    }
    let asked = object.id.as_ref().map(ToString::to_string);
    let found = match asked {
        Some(activity) => fed.app.store.read(move |db| store::follows::by_activity(db, &activity)).await?,
        None => None,
    };
    let by_actor = match (&found, &object.actor) {
        (None, Some(actor)) => local_actor(fed, actor).await?,
        _ => None,
    };
    let follower = match found {
        Some((follower, followed)) if followed == Uid::of(by.actor) => Some(follower),
        Some(_) => None,
        None => by_actor,
    };
    Ok(follower.map_or(Meaning::Nothing, |follower| effect(Effect::Answer { follower: follower.to(), accepted })))
}

async fn undone(fed: &Federation, by: &Known, object: Undone) -> Result<Meaning, Error> {
    let kind = match object.kind.as_deref() {
        Some("Follow") => Some(UndoableKind::Follow),
        Some("Like") => Some(UndoableKind::Like),
        Some("Block") => return barriers::unblocked(fed, &object).await,
        // Whoever ends an accreditation names its document, not the activity that carried it.
        Some("Offer" | "Accept") if object.id.is_none() => return Ok(accreditations::ended(fed, by, &object)),
        Some("Offer" | "Accept") => return Ok(recognition::taken_back(by, &object)),
        Some("Announce") => return Ok(announced::taken_back(&object)),
        Some("Join") => return Ok(meetings::taken_back(fed, object.id.as_ref(), object.object.as_ref())),
        Some("Create") => return Ok(votes::taken_back(by, &object)),
        Some(_) => return Ok(Meaning::Nothing),
        None => None,
    };
    let target = match (kind, &object.object) {
        (Some(UndoableKind::Follow), Some(object)) => local_actor(fed, object).await?,
        (Some(UndoableKind::Like), Some(object)) => contribution(fed, object).await?.map(Uid::of),
        (_, _) => None,
    };
    let activity = object.id.as_ref().map(|id| digest(id.as_str()));
    if activity.is_none() && target.is_none() {
        return Ok(Meaning::Nothing);
    }
    Ok(effect(Effect::Undo { kind, activity, target }))
}

async fn liked(fed: &Federation, object: &Url) -> Result<Meaning, Error> {
    // Whether it is there is asked in the transaction that supports it.
    if let Some(Local::Object(id)) = local::read(&fed.origin, object) {
        return Ok(effect(Effect::Like { contribution: ContributionId(id) }));
    }
    let found = contribution(fed, object).await?;
    Ok(found.map_or(Meaning::Nothing, |contribution| effect(Effect::Like { contribution })))
}

/// A thumb down takes back the thumb up of the same person, where there is one: nobody has both (Lemmy, Friendica and NodeBB keep one vote for
/// each person and thing). There is no vote against anything here: what stands against a proposal are arguments.
async fn disliked(fed: &Federation, object: &Url) -> Result<Meaning, Error> {
    let found = contribution(fed, object).await?;
    let undo = |contribution| Effect::Undo { kind: Some(UndoableKind::Like), activity: None, target: Some(Uid::of(contribution)) };
    Ok(found.map_or(Meaning::Nothing, |contribution| effect(undo(contribution))))
}

async fn flagged(fed: &Federation, objects: &[Url], content: String) -> Result<Meaning, Error> {
    let mut contributions = Vec::new();
    for object in objects.iter().take(10) {
        contributions.extend(contribution(fed, object).await?);
    }
    if contributions.is_empty() {
        return Ok(Meaning::Nothing);
    }
    let note = if text::line(&content).chars().count() < 3 { "…".to_owned() } else { text::paragraphs(&content) };
    Ok(effect(Effect::Report { contributions, note }))
}

async fn quoted(fed: &Federation, by: &Known, (id, object, instrument): (&Url, &Url, &Url)) -> Result<Meaning, Error> {
    // What lives elsewhere is not ours to be quoted from.
    let (Some(Local::Object(quoted)) | Some(Local::Contribution(quoted))) = local::read(&fed.origin, object) else {
        return Ok(Meaning::Nowhere);
    };
    if !same_authority(instrument, id) {
        return Ok(Meaning::Refused("a quote that lives elsewhere"));
    }
    let Some(speaker) = objects::speaker(fed, quoted).await? else { return Ok(Meaning::Nowhere) };
    let answer = replies::accept_quote(fed, by, (id, object, instrument), (&speaker, quoted)).await?;
    Ok(Meaning::Answered(Box::new(Effect::Quote { object: Uid(quoted) }), Box::new(answer)))
}

fn deleted(fed: &Federation, by: &Known, object: &Url) -> Meaning {
    if object.as_str() == by.uri {
        return effect(Effect::Leave);
    }
    if local::is_ours(&fed.origin, object) {
        return Meaning::Refused("what is ours is not theirs to delete");
    }
    // Else anybody could have a text refused that has not come yet (B08).
    if crate::words::authority(object) != by.host {
        return Meaning::Refused("what is on another server is not theirs to delete");
    }
    effect(Effect::Remove { uri: object.to_string(), digest: grave(object.as_str(), &by.uri) })
}

/// Under what the deletion of a text by its author is remembered: what somebody else deletes is not deleted.
pub(crate) fn grave(uri: &str, author: &str) -> store::received::Digest {
    digest(&format!("{uri} {author}"))
}

async fn changed(fed: &Federation, by: &Known, object: Changed) -> Result<Meaning, Error> {
    match object {
        Changed::Object(object) => written(fed, by, *object).await,
        Changed::Actor(id) if id.as_str() == by.uri => {
            actions::abroad::refresh_later(&fed.app, &by.uri).await?;
            announced::group_changed(fed, by).await?;
            Ok(Meaning::Nothing)
        }
        Changed::Actor(_) => Ok(Meaning::Refused("the profile of somebody else")),
        Changed::Id(id) => {
            let via = Uid::of(by.actor);
            // Else anybody could have us ask any number of questions.
            if !fed.app.store.read(move |db| store::follows::is_followed_here(db, via)).await? {
                return Ok(Meaning::Nothing);
            }
            actions::abroad::fetch_later(&fed.app, id.as_str(), Uid::of(by.actor)).await?;
            Ok(Meaning::Nothing)
        }
    }
}

/// A text that somebody wrote, new or anew.
pub(crate) async fn written(fed: &Federation, by: &Known, object: Object) -> Result<Meaning, Error> {
    if local::is_ours(&fed.origin, &object.id) {
        return Ok(Meaning::Refused("what is ours is not theirs to write"));
    }
    // What is said to somebody in private is never made public, and a vote is no text.
    if !object.is_public() || object.poll_vote {
        return Ok(Meaning::Nothing);
    }
    let Some(target) = target(fed, &object).await? else {
        return match carrying::early(fed, &object).await? {
            Some(group) => {
                actions::abroad::fetch_later(&fed.app, object.id.as_str(), group).await?;
                Ok(Meaning::Nothing)
            }
            None => announced::mirrored(fed, &object, Uid::of(by.actor)).await,
        };
    };
    if let Some(said) = carrying::said_officially(fed, by, &object, &target).await? {
        return Ok(effect(said));
    }
    writing(&object, target, false)
}

fn only_effect(meaning: Meaning) -> Result<Option<Effect>, Error> {
    match meaning {
        Meaning::Effect(effect) => Ok(Some(*effect)),
        Meaning::Answered(..) | Meaning::Nothing | Meaning::Nowhere | Meaning::Refused(_) => Ok(None),
    }
}

/// Something that the group of a carried consultation passed on, as its own server has it: what it does here, if it belongs there.
pub(crate) async fn carried(
    fed: &Federation,
    object: &Object,
    consultation: Uid,
    call: &store::carried::Call,
) -> Result<Option<Effect>, Error> {
    if local::is_ours(&fed.origin, &object.id) || !object.is_public() || object.poll_vote || object.kind == ObjectKind::Question {
        return Ok(None);
    }
    let organiser = call.organiser_id;
    let organiser = fed.app.store.read(move |db| store::remote_actors::uri_of(db, organiser)).await?;
    let is_organiser = organiser.as_deref() == Some(object.attributed_to.as_str());
    if let (Some(answer), true) = (&object.answer, is_organiser) {
        let target = target(fed, object).await?;
        return Ok(target.and_then(|target| carrying::official(fed, (object, answer), &target, consultation)));
    }
    let target = match &object.in_reply_to {
        Some(_) => target(fed, object).await?,
        None => {
            let read = fed.app.store.read(move |db| store::consultations::find(db, consultation));
            // What the organiser itself says around its consultation (its presentation, its votes) is no contribution.
            let is_around = object.subject.is_none() && is_organiser;
            read.await?.filter(|_| !is_around).map(|found| Target::Group(found.actor_id))
        }
    };
    let Some(target) = target else { return Ok(None) };
    only_effect(writing(object, target, true)?)
}

/// A text in the shape of a contribution to what it belongs to.
fn writing(object: &Object, target: Target, is_carried: bool) -> Result<Meaning, Error> {
    let kind = match target {
        Target::Reply(_) | Target::ReplyTo(_) => Kind::Reply,
        Target::Group(_) => object.subject.unwrap_or(if is_titled(object) { Kind::Proposal } else { Kind::Discussion }),
    };
    let title = match (kind, &object.name) {
        (_, Some(name)) => name.clone(),
        (Kind::Reply, None) => String::new(),
        (Kind::Proposal | Kind::Discussion, None) => domain::markup::excerpt(&object.body, TITLE_FROM_TEXT),
    };
    let title: String = text::line(&title).chars().take(text::TITLE_MAX).collect();
    let body = body_of(object);
    let stance = object.stance.map_or("", domain::contribution::Stance::code);
    let raw = RawDraft { title: &title, body: &body, theme: "", stance };
    let draft = Draft::parse(kind, &raw).map_err(|faults| Error::Senseless(format!("{faults:?}")))?;
    let draft = draft.at(object.location.as_ref().and_then(Location::spot));
    let uri = object.id.to_string();
    Ok(effect(Effect::Write(Box::new(Writing {
        digest: grave(&uri, object.attributed_to.as_str()),
        uri,
        target,
        draft,
        lang: object.lang.as_deref().unwrap_or_default().chars().take(16).collect(),
        written_at: object.published,
        changed_at: object.updated,
        theme: object.theme.clone(),
        is_carried,
    }))))
}

/// How much of a text without a title becomes one, in characters.
const TITLE_FROM_TEXT: usize = 100;

fn is_titled(object: &Object) -> bool {
    match object.kind {
        ObjectKind::Page | ObjectKind::Article => true,
        ObjectKind::Note
        | ObjectKind::Question
        | ObjectKind::Event
        | ObjectKind::Image
        | ObjectKind::Video
        | ObjectKind::Audio
        | ObjectKind::Document => object.name.is_some(),
    }
}

/// The text. What has pictures and no words is called by what they show.
fn body_of(object: &Object) -> String {
    let body = object.body.trim();
    if !body.is_empty() {
        return body.to_owned();
    }
    let shown: Vec<&str> = object.images.iter().map(|image| image.alt.as_str()).filter(|alt| !alt.is_empty()).collect();
    if shown.is_empty() && !object.images.is_empty() { "…".to_owned() } else { crate::words::as_markdown(&shown.join("\n\n")) }
}

/// The pictures of a text: where they are, and what they show.
pub(crate) fn pictures_of(object: &Object) -> Vec<(String, String)> {
    object.images.iter().map(|image| (image.url.to_string(), image.alt.clone())).collect()
}

//! What is said of consultations that several territories carry: a call, a territory that joins or leaves, an answer, and what the group of the
//! organiser passes on.

use actions::abroad::{Answered, Answering, Carry, Effect, News, Target};
use domain::actor::ActorKind;
use domain::carrying::CarrierState;
use serde_json::Value;
use store::carried::{Call as Kept, CallPhase, Carried, Fellow};
use store::{At, Uid};
use url::Url;
use uuid::Uuid;

use super::{Meaning, announced, effect};
use crate::keyring::Known;
use crate::local::{self, Local};
use crate::proof::Unproven;
use crate::service::{Error, Federation};
use crate::words::{Announced, Answer, Call, Changed, Object, Received, Reference, authority};
use crate::{actors, replies};

fn carry(said: Carry) -> Meaning {
    effect(Effect::Carry(Box::new(said)))
}

/// A call, made or changed by the collectivity that says it.
pub(super) async fn heard(fed: &Federation, by: &Known, document: &Value) -> Result<Meaning, Error> {
    let call = Call::read(document).map_err(|bad| Error::Senseless(bad.to_string()))?;
    if call.organiser.as_str() != by.uri {
        return Ok(Meaning::Refused("the call of somebody else"));
    }
    match news(fed, document, call).await? {
        Ok((_, news)) => Ok(carry(Carry::Heard(Box::new(news)))),
        Err(unproven) => {
            tracing::info!(%unproven, "a call was not believed");
            Ok(Meaning::Refused("the call is not proven by who makes it"))
        }
    }
}

/// A call that is proven by the collectivity that makes it: who that is, and what it says.
pub(crate) async fn news(fed: &Federation, document: &Value, call: Call) -> Result<Result<(Uid, News), Unproven>, Error> {
    let organiser = match fed.proven_by(document, &call.organiser).await? {
        Ok(organiser) => Uid::of(organiser),
        Err(unproven) => return Ok(Err(unproven)),
    };
    let is_collectivity = fed.app.store.read(move |db| store::actors::find(db, organiser)).await?;
    if is_collectivity.is_none_or(|found| found.kind != ActorKind::Organization.code()) {
        return Ok(Err(Unproven::Key));
    }
    let group = Uid::of(actors::find_or_learn(fed, &call.group).await?);
    let now = At(fed.app.now());
    let id = Uid(fed.app.new_id::<Uuid>());
    let ours = fed.origin.clone();
    let fellow = |carrier: &crate::words::CallCarrier| Fellow {
        call_id: id,
        uri: carrier.actor.to_string(),
        host: authority(&carrier.actor),
        name: carrier.name.clone(),
        page: carrier.page.as_ref().map(ToString::to_string),
        joined_at: carrier.joined.map(At),
        left_at: carrier.left.map(At),
    };
    let [introduction, stakes, settled, open_points, input_use] = call.parts;
    let phases: Vec<CallPhase> = call.phases.iter().map(|said| phase(id, said)).collect();
    let fresh = (0..phases.len() + call.themes.len()).map(|_| fed.app.new_id::<Uuid>()).collect();
    let fellows = call.carriers.iter().filter(|carrier| !local::is_ours(&ours, &carrier.actor)).map(fellow).collect();
    let kept = Kept {
        id,
        uri: call.id.to_string(),
        organiser_id: organiser,
        group_id: group,
        title: call.title,
        teaser: call.teaser,
        introduction,
        stakes,
        settled,
        open_points,
        input_use,
        participation: call.participation.code().to_owned(),
        organiser: call.runs,
        lang: call.lang,
        support_threshold: call.support_threshold,
        rules: call.rules,
        page: call.page.to_string(),
        state: call.state.code().to_owned(),
        changed_at: At(call.updated),
        heard_at: now,
        reach: call.reach.code().to_owned(),
        places: call.places.code().to_owned(),
    };
    Ok(Ok((organiser, News { call: kept, phases, themes: call.themes, fellows, fresh })))
}

fn phase(call_id: Uid, said: &crate::words::CallPhase) -> CallPhase {
    let [propose, discuss, reply, support] = said.openings.map(|audience| audience.code().to_owned());
    CallPhase {
        call_id,
        position: 0,
        kind: said.kind.code().to_owned(),
        name: said.name.clone(),
        description: said.description.clone(),
        opens_at: At(said.opens),
        closes_at: At(said.closes),
        propose,
        discuss,
        reply,
        support,
    }
}

/// The consultation of ours whose call this is.
pub(super) fn called(fed: &Federation, call: &Url) -> Option<Uid> {
    match local::read(&fed.origin, call) {
        Some(Local::Call(id)) => Some(Uid(id)),
        Some(_) | None => None,
    }
}

/// A territory wants to carry a consultation of ours: yes, politely no, or not its business.
pub(super) async fn joined(fed: &Federation, by: &Known, (id, call, page): (&Url, &Url, Option<Url>)) -> Result<Meaning, Error> {
    let Some(consultation) = called(fed, call) else { return Ok(Meaning::Nothing) };
    let collectivity = Uid::of(by.actor);
    let read = fed.app.store.read(move |db| {
        let carrier = store::carrying::carrier(db, consultation, collectivity)?;
        Ok::<_, store::Error>((store::actors::find(db, collectivity)?, store::carrying::offered(db, consultation)?, carrier))
    });
    let (Some(actor), Some(offered), carrier) = read.await? else { return Ok(Meaning::Nowhere) };
    if actor.kind != ActorKind::Organization.code() {
        return Ok(Meaning::Refused("only collectivities carry consultations"));
    }
    let stands = |state: CarrierState| carrier.as_ref().is_some_and(|carrier| carrier.state == state.code());
    // Whoever knew of it is told that it is too late, or that it is not wanted; whether it was meant for them is asked in the transaction.
    if stands(CarrierState::Refused) || (offered.withdrawn_at.is_some() && !stands(CarrierState::Joined)) {
        let answer = replies::answer_join(fed, by, (id, call), false).await?;
        return Ok(Meaning::Answered(Box::new(Effect::Nothing), Box::new(answer)));
    }
    let answer = replies::answer_join(fed, by, (id, call), true).await?;
    let page = page.filter(|page| authority(page) == by.host).map(|page| page.to_string());
    let join = Effect::Carry(Box::new(Carry::Join { consultation, activity: id.to_string(), page }));
    Ok(Meaning::Answered(Box::new(join), Box::new(answer)))
}

/// A territory carries a consultation of ours no more.
pub(super) fn left(fed: &Federation, call: &Url) -> Meaning {
    called(fed, call).map_or(Meaning::Nothing, |consultation| carry(Carry::Leave { consultation }))
}

/// The organiser's answer to what we asked, if that is what is answered.
pub(super) async fn answered(fed: &Federation, object: &Reference, accepted: bool) -> Result<Option<Meaning>, Error> {
    let Some(activity) = object.id.as_ref().map(ToString::to_string) else { return Ok(None) };
    let asked = activity.clone();
    let found = fed.app.store.read(move |db| store::carried::by_activity(db, &asked)).await?;
    Ok(found.map(|_| carry(Carry::Answered { activity, accepted })))
}

/// The group of ours for which somebody of a territory that carries its consultation replies to something that has not come here yet: two posts
/// of one server may overtake each other. What is replied to is then read where it lives.
pub(super) async fn early(fed: &Federation, object: &Object) -> Result<Option<Uid>, Error> {
    if object.in_reply_to.as_ref().is_none_or(|parent| local::is_ours(&fed.origin, parent)) {
        return Ok(None);
    }
    let Some(group) = super::belonging::addressed_group(fed, object).await? else { return Ok(None) };
    let is_carrier = is_carried_by(fed, group, &object.id).await?;
    Ok(is_carrier.then_some(group))
}

/// Something that was read at a territory that carries a consultation of ours: what it does here, if it belongs here.
pub(crate) async fn from_carrier(fed: &Federation, object: &Object) -> Result<Option<Effect>, Error> {
    if !object.is_public() || object.poll_vote || authority(&object.attributed_to) != authority(&object.id) {
        return Ok(None);
    }
    let Some(target) = super::belonging::target(fed, object).await? else { return Ok(None) };
    super::only_effect(super::writing(object, target, false)?)
}

/// An official answer of the organiser to a contribution of its consultation, as it is carried here.
pub(super) fn official(fed: &Federation, (object, answer): (&Object, &Answer), target: &Target, consultation: Uid) -> Option<Effect> {
    let contribution = match target {
        Target::Reply(id) => Answering::Here(Uid::of(*id)),
        Target::ReplyTo(uri) => Answering::Elsewhere(uri.clone()),
        Target::Group(_) => return None,
    };
    Some(Effect::Carry(Box::new(Carry::Official(Box::new(Answered {
        consultation,
        contribution,
        uri: object.id.to_string(),
        state: answer.state,
        body: answer.body.clone(),
        signed_by: answer.signed_by.clone(),
        answered_at: object.published,
        fresh: (Uid(fed.app.new_id::<Uuid>()), fed.app.new_id()),
    })))))
}

/// The same, posted by the organiser itself: it writes to the author of what it answers, too.
pub(super) async fn said_officially(fed: &Federation, by: &Known, object: &Object, target: &Target) -> Result<Option<Effect>, Error> {
    let Some(answer) = object.answer.as_deref().filter(|_| object.attributed_to.as_str() == by.uri) else { return Ok(None) };
    let (organiser, asked) = (Uid::of(by.actor), target.clone());
    let read = fed.app.store.read(move |db| {
        let found = match asked {
            Target::Reply(id) => store::contributions::find(db, Uid::of(id))?,
            Target::ReplyTo(uri) => store::contributions::by_uri(db, &uri)?,
            Target::Group(_) => None,
        };
        let Some(found) = found else { return Ok(None) };
        let origin = store::carried::origin(db, found.consultation_id)?.filter(|origin| origin.call.organiser_id == organiser);
        Ok::<_, store::Error>(origin.map(|origin| origin.carried.consultation_id))
    });
    Ok(read.await?.and_then(|consultation| official(fed, (object, answer), target, consultation)))
}

/// Whether an address is on a server that carries the consultation of this group of ours.
pub(crate) async fn is_carried_by(fed: &Federation, group: Uid, address: &Url) -> Result<bool, store::Error> {
    let host = authority(address);
    let read = fed.app.store.read(move |db| match store::consultations::by_actor(db, group)? {
        Some(found) => store::carrying::is_carried_by(db, found.id, &host),
        None => Ok(false),
    });
    read.await
}

/// The carried consultation whose organiser's group this is.
pub(crate) async fn through(fed: &Federation, group: Uid) -> Result<Option<(Carried, Kept)>, store::Error> {
    fed.app.store.read(move |db| store::carried::by_group(db, group)).await
}

/// Whatever the group of the organiser passes on is read where it lives: so it is as its author has it now, in whatever order it comes, and nobody
/// can say it in their place.
pub(super) async fn passed_on(fed: &Federation, by: &Known, object: Announced) -> Result<Meaning, Error> {
    match said_of(&object) {
        Some(address) => announced::later(fed, by, &address).await,
        None => Ok(Meaning::Nothing),
    }
}

/// What something that is passed on is about.
pub(crate) fn said_of(object: &Announced) -> Option<Url> {
    match object {
        Announced::Id(address) => Some(address.clone()),
        Announced::Object(object) => Some(object.id.clone()),
        Announced::Activity(activity) => match &activity.what {
            Received::Create { object } | Received::Update { object: Changed::Object(object) } => Some(object.id.clone()),
            Received::Update { object: Changed::Id(id) } => Some(id.clone()),
            Received::Delete { object } => Some(object.clone()),
            Received::Update { object: Changed::Actor(_) }
            | Received::Call { .. }
            | Received::Join { .. }
            | Received::Leave { .. }
            | Received::Recognise(_)
            | Received::CommonVote { .. }
            | Received::Tally { .. }
            | Received::SupportCounts { .. }
            | Received::StreetReport { .. }
            | Received::StreetAnswer { .. }
            | Received::Offer { .. }
            | Received::Agree { .. }
            | Received::Honour { .. }
            | Received::Vote { .. }
            | Received::Add { .. }
            | Received::Remove { .. }
            | Received::Follow { .. }
            | Received::Accept { .. }
            | Received::Reject { .. }
            | Received::Undo { .. }
            | Received::Announce { .. }
            | Received::Like { .. }
            | Received::Dislike { .. }
            | Received::Flag { .. }
            | Received::Block { .. }
            | Received::Move { .. }
            | Received::QuoteRequest { .. }
            | Received::Unknown { .. } => None,
        },
    }
}

//! Calls of this instance as documents, and the organisers of what is carried here.

use domain::carrying::CallState;
use domain::place::Asking;
use domain::reach::Reach;
use serde_json::Value;
use store::Uid;
use store::actors::Actor;
use store::carried::{Call, Carried};
use store::carrying::{NamedCarrier, Offered};
use store::consultations::{Consultation, Phase, Theme};

use crate::documents::{self, CallInput, CallPhaseInput, CarrierInput};
use crate::service::{Error, Federation};
use crate::{actors, objects};

/// Most carriers that a call names.
const CARRIERS_MAX: i64 = 1_000;

/// Everything that a call says.
struct Whole {
    offered: Offered,
    consultation: Consultation,
    group: Actor,
    phases: Vec<Phase>,
    themes: Vec<Theme>,
    carriers: Vec<NamedCarrier>,
    places: Asking,
}

/// The call of a consultation of ours, proven; nothing when it is not offered, or not published yet.
///
/// # Errors
/// When the store fails, or the collectivity has no key.
pub(crate) async fn document(fed: &Federation, consultation: Uid) -> Result<Option<Value>, Error> {
    let read = fed.app.store.read(move |db| {
        let Some(offered) = store::carrying::offered(db, consultation)? else { return Ok(None) };
        let Some(found) = store::consultations::find(db, consultation)?.filter(leaves) else {
            return Ok(None);
        };
        let Some(group) = store::actors::find(db, found.actor_id)? else { return Ok(None) };
        Ok::<_, store::Error>(Some(Whole {
            phases: store::consultations::phases(db, consultation)?,
            themes: store::consultations::themes(db, consultation)?,
            carriers: store::carrying::answered(db, consultation, CARRIERS_MAX, 0)?,
            places: store::places::asking(db, consultation)?,
            offered,
            consultation: found,
            group,
        }))
    });
    let Some(whole) = read.await? else { return Ok(None) };
    let collectivity = objects::collectivity(fed).await?;
    let organiser = actors::uri_of(fed, &collectivity);
    let bare = documents::call(&input(fed, whole, organiser));
    fed.prove(&collectivity, &bare, fed.app.now()).await.map(Some)
}

/// Whether other servers may know of a consultation.
fn leaves(consultation: &Consultation) -> bool {
    consultation.published_at.is_some() && consultation.reach != Reach::Here.code()
}

fn input(fed: &Federation, whole: Whole, organiser: String) -> CallInput {
    let Whole { offered, consultation, group, phases, themes, carriers, places } = whole;
    let phase = |phase: Phase| CallPhaseInput {
        kind: phase.kind,
        name: phase.name,
        description: phase.description,
        opens: phase.opens_at.0,
        closes: phase.closes_at.0,
        openings: [phase.propose, phase.discuss, phase.reply, phase.support],
    };
    let carrier = |row: NamedCarrier| CarrierInput {
        actor: row.uri,
        name: row.name,
        url: row.carrier.page,
        joined: row.carrier.joined_at.map(|at| at.0),
        left: row.carrier.left_at.map(|at| at.0),
    };
    let state = if offered.withdrawn_at.is_some() { CallState::Withdrawn } else { CallState::Open };
    CallInput {
        id: fed.app.links.call(consultation.id.0),
        group: actors::uri_of(fed, &group),
        url: fed.app.links.absolute(&format!("/c/{}", consultation.slug)),
        organiser,
        state: state.code().to_owned(),
        texts: vec![
            ("title", consultation.title),
            ("teaser", consultation.teaser),
            ("introduction", consultation.introduction),
            ("stakes", consultation.stakes),
            ("settled", consultation.settled),
            ("openPoints", consultation.open_points),
            ("inputUse", consultation.input_use),
            ("organiser", consultation.organiser),
            ("participation", consultation.participation),
            ("rules", offered.rules),
        ],
        support_threshold: consultation.support_threshold,
        reach: consultation.reach,
        places: places.code().to_owned(),
        lang: consultation.lang,
        published: offered.offered_at.0,
        updated: offered.changed_at.0,
        phases: phases.into_iter().map(phase).collect(),
        themes: themes.into_iter().map(|theme| theme.name).collect(),
        carriers: carriers.into_iter().map(carrier).collect(),
    }
}

/// Who organises a consultation that is carried here, or was: the call, and the group there.
pub(crate) struct Organiser {
    /// How it is carried.
    pub(crate) carried: Carried,
    /// The call.
    pub(crate) call: Call,
    /// The group there.
    pub(crate) group: Actor,
}

/// The organiser of a consultation, when it is another collectivity's.
///
/// # Errors
/// When the store fails.
pub(crate) async fn organiser(fed: &Federation, consultation: Uid) -> Result<Option<Organiser>, store::Error> {
    fed.app
        .store
        .read(move |db| {
            let Some(carried) = store::carried::find(db, consultation)? else { return Ok(None) };
            let Some(call) = store::carried::call(db, carried.call_id)? else { return Ok(None) };
            let group = store::actors::find(db, call.group_id)?;
            Ok(group.map(|group| Organiser { carried, call, group }))
        })
        .await
}

//! The three of the demo recognise each other, as their administrators would: one proposes, the other says yes, over HTTP.

use std::time::Duration;

use actions::abroad;
use actions::outside::{self, Outside};
use anyhow::{Context, bail};
use domain::actor::Viewer;
use domain::id::ActorId;
use domain::refusal::Refusal;
use federation::Federation;
use store::Uid;
use store::trust::{self, RecognitionState};

/// Who proposes to whom, by place in the list of instances.
const PAIRS: &[(usize, usize)] = &[(0, 1), (2, 0), (2, 1)];
/// How often is looked whether something arrived, and how many times.
const PAUSE: Duration = Duration::from_millis(500);
const LOOKS: usize = 120;

/// Has all of them recognise each other, once they listen; those that do are left as they are.
pub(super) async fn recognise(towns: &[Federation]) {
    for (one, other) in PAIRS {
        let (Some(one), Some(other)) = (towns.get(*one), towns.get(*other)) else { continue };
        if let Err(error) = pair(one, other).await {
            tracing::warn!(%error, "two instances of the demo do not recognise each other");
        }
    }
}

async fn pair(one: &Federation, other: &Federation) -> anyhow::Result<()> {
    let machine = Viewer::MACHINE;
    let them = look_up(one, &collectivity(other).await?).await?;
    if one.app.store.read(move |db| trust::is_official(db, Uid::of(them))).await? {
        return Ok(());
    }
    match abroad::propose_recognition(&one.app, machine, them).await {
        Ok(()) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => {}
        Err(error) => return Err(error.into()),
    }
    let us = collectivity(one).await?;
    for _ in 0..LOOKS {
        if let Some(asked) = proposed(other, &us).await? {
            return Ok(abroad::answer_recognition(&other.app, machine, asked, true, true).await?);
        }
        pause().await;
    }
    bail!("the proposal did not arrive")
}

/// The other instance begins to listen in a moment, and its worker comes by every second.
#[expect(clippy::disallowed_methods, reason = "nobody says when another instance listens; nobody waits for this task")]
async fn pause() {
    // sleep: as above
    tokio::time::sleep(PAUSE).await;
}

/// The address of the collectivity of an instance.
pub(super) async fn collectivity(town: &Federation) -> anyhow::Result<String> {
    let id = town.app.instance().await?.collectivity_id;
    let actor = town.app.store.read(move |db| store::actors::find(db, id)).await?.context("no collectivity")?;
    Ok(town.app.links.actor(&actor.username))
}

/// Looks a collectivity up, as often as it takes until its instance listens.
pub(super) async fn look_up(town: &Federation, address: &str) -> anyhow::Result<ActorId> {
    for _ in 0..LOOKS {
        match town.collectivity(address).await {
            Ok(found) => return Ok(found),
            Err(outside::Error::Trouble(_)) => {}
            Err(outside::Error::Action(error)) => return Err(error.into()),
        }
        pause().await;
    }
    bail!("{address} does not answer")
}

/// What a collectivity proposed that waits for an answer here.
async fn proposed(town: &Federation, address: &str) -> anyhow::Result<Option<Uid>> {
    let address = address.to_owned();
    let read = town.app.store.read(move |db| {
        let Some(them) = store::remote_actors::by_uri(db, &address)? else { return Ok(None) };
        let waits = |one: &trust::Recognition| !one.ours && RecognitionState::parse(&one.state) == Some(RecognitionState::Proposed);
        Ok::<_, store::Error>(trust::live(db, them)?.into_iter().find(waits).map(|one| one.id))
    });
    Ok(read.await?)
}

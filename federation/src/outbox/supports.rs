//! How many people of here support what is said in a consultation that is carried here: its organiser is told.

use std::collections::HashMap;

use actions::abroad::{Order, Parcel};
use domain::Timestamp;
use domain::carrying::CarriedState;
use store::journal::Line;
use store::shares::{Due, Told};
use store::{At, Uid};
use url::Url;

use super::{Draft, News, parcel};
use crate::calls::Organiser;
use crate::documents::{self, SupportsInput};
use crate::service::{Error, Federation};
use crate::words::authority;
use crate::words::supports::LINES_MAX;
use crate::{actors, audience, calls, objects};

/// Most contributions that one line of the journal tells of; what is left is told the next time.
const DUE_MAX: i64 = 10_000;

/// What is to be told.
struct Telling {
    due: Vec<Due>,
    /// Supports that the organiser does not count itself, of what lives there.
    there: HashMap<Uid, i64>,
    last: Option<At>,
    slug: String,
}

/// The numbers that changed, in as many documents as that takes. What changed and is as it was told is only noted.
pub(super) async fn told(fed: &Federation, line: &Line) -> Result<News, Error> {
    let nothing = (Vec::new(), Order::Keep);
    let Some(consultation) = line.consultation_id else { return Ok(nothing) };
    let Some(organiser) = calls::organiser(fed, consultation).await? else { return Ok(nothing) };
    match organiser.carried.state()? {
        // Who left tells what stood until then, and what is less since.
        CarriedState::Joined | CarriedState::Left => {}
        CarriedState::Asked | CarriedState::Refused => return Ok(nothing),
    }
    let Some(telling) = telling(fed, consultation, organiser.group.host.clone()).await? else { return Ok(nothing) };
    if telling.due.is_empty() {
        return Ok(nothing);
    }
    let at = after(fed.app.now(), telling.last);
    let (mut counts, mut noted) = (Vec::new(), Vec::new());
    for due in &telling.due {
        let supports = number(&telling, due, &organiser.group.host);
        noted.push(Told { contribution: due.contribution_id, changes: due.changes, supports });
        // What was never told and is nothing need not be told.
        let is_news = if due.told_at.is_none() { supports > 0 } else { due.told != Some(supports) };
        if is_news {
            counts.push((due.uri.clone().unwrap_or_else(|| fed.app.links.object(due.contribution_id.0)), supports));
        }
    }
    let parcels = parcels(fed, &organiser, (&telling.slug, counts), at).await?;
    Ok((parcels, Order::Counted(consultation, noted, at)))
}

/// What is to be told of a consultation.
async fn telling(fed: &Federation, consultation: Uid, organiser: String) -> Result<Option<Telling>, Error> {
    let read = fed.app.store.read(move |db| {
        let Some(found) = store::consultations::find(db, consultation)? else { return Ok(None) };
        let due = store::shares::due(db, consultation, DUE_MAX)?;
        let lives_there = |due: &&Due| is_at(due, &organiser);
        let homed: Vec<Uid> = due.iter().filter(lives_there).map(|due| due.contribution_id).collect();
        let mut there = HashMap::new();
        for some in homed.chunks(LINES_MAX) {
            there.extend(store::shares::untold_at_home(db, some)?);
        }
        let last = store::shares::last_told(db, consultation)?;
        Ok::<_, store::Error>(Some(Telling { due, there, last, slug: found.slug }))
    });
    Ok(read.await?)
}

/// Whether a contribution lives on this server.
fn is_at(due: &Due, host: &str) -> bool {
    due.uri.as_deref().and_then(|uri| Url::parse(uri).ok()).is_some_and(|uri| authority(&uri) == host)
}

/// How many people of here support a contribution; of what lives at the organiser, those whom it does not count itself.
fn number(telling: &Telling, due: &Due, organiser: &str) -> i32 {
    if is_at(due, organiser) {
        telling.there.get(&due.contribution_id).map_or(0, |count| i32::try_from(*count).unwrap_or(i32::MAX))
    } else {
        due.supports
    }
}

/// Now, or a little later than the last time: a clock that was set back must still grow.
fn after(now: Timestamp, last: Option<At>) -> Timestamp {
    let least = last.map_or(i64::MIN, |last| last.0.as_microsecond().saturating_add(1));
    Timestamp::from_microsecond(now.as_microsecond().max(least)).unwrap_or(now)
}

async fn parcels(
    fed: &Federation,
    organiser: &Organiser,
    (slug, counts): (&str, Vec<(String, i32)>),
    at: Timestamp,
) -> Result<Vec<Parcel>, Error> {
    if counts.is_empty() {
        return Ok(Vec::new());
    }
    let collectivity = objects::collectivity(fed).await?;
    let (by, organiser_id) = (actors::uri_of(fed, &collectivity), organiser.call.organiser_id);
    let to = fed.app.store.read(move |db| store::remote_actors::uri_of(db, organiser_id)).await?.unwrap_or_default();
    let inboxes = audience::each(fed, vec![organiser_id], collectivity.id).await?;
    let page = fed.app.links.absolute(&format!("/c/{slug}"));
    let mut parcels = Vec::new();
    for (number, some) in counts.chunks(LINES_MAX).enumerate() {
        let input = SupportsInput {
            id: format!("{page}?supports={}-{number}", at.as_microsecond()),
            by: by.clone(),
            to: to.clone(),
            call: organiser.call.uri.clone(),
            at,
            counts: some.to_vec(),
        };
        let signed = fed.prove(&collectivity, &documents::support_counts(&input), fed.app.now()).await?;
        let id = fed.app.new_id::<uuid::Uuid>();
        let body = documents::bring_anew(&fed.app.links.activity(id), &by, &to, &signed);
        // Order is kept with what else is said of the call: nobody hears that a territory left before what stood until then.
        let draft = Draft { kind: "Update", actor: &collectivity, object: organiser.call.id, public: false, body, id };
        parcels.push(parcel(&draft, inboxes.clone(), fed.app.now()));
    }
    Ok(parcels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_only_grows() {
        let at = |micros: i64| Timestamp::from_microsecond(micros).unwrap();
        let check = |now: i64, last: Option<i64>, expected: i64| assert_eq!(after(at(now), last.map(|last| At(at(last)))), at(expected));
        check(50, None, 50);
        check(50, Some(49), 50);
        check(50, Some(50), 51);
        check(50, Some(70), 71);
    }
}

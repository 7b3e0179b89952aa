//! Common votes: the organiser hands them to the carriers, and each carrier says in the end what its ballots give.

use actions::abroad::Parcel;
use store::Uid;
use store::journal::Line;

use super::{Draft, contribution_of, parcel};
use crate::audience;
use crate::service::{Error, Federation};
use crate::{actors, documents, objects, tallies};

/// A vote is handed to those who carry its consultation; to one of them, where the line names it.
pub(super) async fn shared(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let Some((shared, signed)) = tallies::definition(fed, id).await? else { return Ok(Vec::new()) };
    let collectivity = objects::collectivity(fed).await?;
    let to: Vec<Uid> = match line.actor_id {
        Some(one) => shared.carriers.into_iter().filter(|carrier| *carrier == one).collect(),
        None => shared.carriers,
    };
    let activity = fed.app.new_id::<uuid::Uuid>();
    let body = documents::publish(&fed.app.links.activity(activity), &actors::uri_of(fed, &collectivity), &signed);
    let draft = Draft { kind: "Create", actor: &collectivity, object: id, public: true, body, id: activity };
    Ok(vec![parcel(&draft, audience::each(fed, to, collectivity.id).await?, fed.app.now())])
}

/// A vote is over here, counted or called off: the carrier tells the organiser; the organiser keeps its own, or tells the carriers that it is called off.
pub(super) async fn over(fed: &Federation, line: &Line, mut parcels: Vec<Parcel>) -> Result<Vec<Parcel>, Error> {
    let id = contribution_of(line)?;
    let collectivity = objects::collectivity(fed).await?;
    let uri = actors::uri_of(fed, &collectivity);
    let activity = fed.app.new_id::<uuid::Uuid>();
    let address = fed.app.links.activity(activity);
    let now = fed.app.now();
    if let Some((own, signed)) = tallies::own(fed, id).await? {
        if !own.at_home {
            let body = documents::publish(&address, &uri, &signed);
            let draft = Draft { kind: "Create", actor: &collectivity, object: id, public: true, body, id: activity };
            parcels.push(parcel(&draft, audience::each(fed, vec![own.organiser], collectivity.id).await?, now));
        }
    } else if line.kind == domain::event::EventKind::VoteCancelled.code()
        && let Some((shared, _)) = tallies::definition(fed, id).await?
    {
        let body = documents::call_off(&address, &uri, &shared.definition.id);
        let draft = Draft { kind: "Delete", actor: &collectivity, object: id, public: true, body, id: activity };
        parcels.push(parcel(&draft, audience::each(fed, shared.carriers, collectivity.id).await?, now));
    }
    Ok(parcels)
}

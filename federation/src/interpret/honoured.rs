//! What another instance signs when it carried out a deletion of ours: believed of its collectivity only, with a proof that stays with it.

use actions::abroad::Effect;
use domain::actor::ActorKind;
use serde_json::Value;
use store::Uid;

use super::{Meaning, effect};
use crate::keyring::Known;
use crate::local::{self, Local};
use crate::service::{Error, Federation};
use crate::words::Reference;

/// What the acceptance of a deletion means.
pub(super) async fn told(fed: &Federation, by: &Known, object: &Reference, document: &Value) -> Result<Meaning, Error> {
    let Some(Local::Activity(id)) = object.id.as_ref().and_then(|id| local::read(&fed.origin, id)) else { return Ok(Meaning::Nothing) };
    let signer = Uid::of(by.actor);
    let read = fed.app.store.read(move |db| {
        let actor = store::actors::find(db, signer)?;
        Ok::<_, store::Error>((store::activities::deleted_by(db, Uid(id))?, actor.and_then(|actor| ActorKind::parse(&actor.kind))))
    });
    let (Some(deleted), Some(kind)) = read.await? else { return Ok(Meaning::Nothing) };
    if kind != ActorKind::Organization {
        return Ok(Meaning::Refused("only a collectivity speaks for its server"));
    }
    if !fed.is_proven_by(by, document).await? {
        return Ok(Meaning::Refused("the acknowledgement is not proven"));
    }
    Ok(effect(Effect::Confirm { object: deleted }))
}

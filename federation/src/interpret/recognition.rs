//! What the collectivity of another server says of whether it and ours recognise each other. Nothing of it counts without its own proof.

use actions::abroad::{Effect, Step};
use domain::actor::ActorKind;
use store::Uid;
use url::Url;

use super::{Meaning, effect};
use crate::inbox::digest;
use crate::keyring::Known;
use crate::objects;
use crate::service::{Error, Federation};
use crate::words::{Recognising, Reference, same_authority};

/// A proposal, or a yes to ours.
pub(super) async fn heard(fed: &Federation, by: &Known, id: &Url, said: Recognising) -> Result<Meaning, Error> {
    let (Recognising::Offer(statement) | Recognising::Accept(_, statement)) = &said;
    let ours = objects::collectivity(fed).await?;
    if statement.object.as_str() != crate::actors::uri_of(fed, &ours) {
        return Ok(Meaning::Nowhere);
    }
    let actor = Uid::of(by.actor);
    let found = fed.app.store.read(move |db| store::actors::find(db, actor)).await?;
    if found.is_none_or(|actor| actor.kind != ActorKind::Organization.code()) {
        return Ok(Meaning::Refused("only a collectivity recognises another one"));
    }
    if !fed.is_proven_by(by, &statement.document).await? {
        return Ok(Meaning::Refused("the recognition is not proven"));
    }
    let document = statement.document.to_string();
    Ok(step(match said {
        Recognising::Offer(statement) => Step::Proposed {
            id: Uid(fed.app.new_id()),
            uri: id.to_string(),
            at: statement.published,
            territory: statement.territory,
            statement: document,
        },
        Recognising::Accept(offer, statement) => {
            Step::Accepted { offer: offer.into(), answer: id.to_string(), territory: statement.territory, statement: document }
        }
    }))
}

/// A no to a proposal.
pub(super) fn refused(id: &Url, object: &Reference) -> Meaning {
    object.id.as_ref().map_or(Meaning::Nothing, |offer| step(Step::Refused { offer: offer.to_string(), answer: id.to_string() }))
}

/// A proposal is taken back, or a yes to one.
pub(super) fn taken_back(by: &Known, object: &Reference) -> Meaning {
    let Some(id) = &object.id else { return Meaning::Nothing };
    if object.kind.as_deref() == Some("Accept") {
        return step(Step::TakenBack { offer: object.object.as_ref().map(Url::to_string), answer: Some(id.to_string()), proposal: None });
    }
    let is_own = Url::parse(&by.uri).is_ok_and(|uri| same_authority(id, &uri));
    let proposal = is_own.then(|| digest(id.as_str()));
    step(Step::TakenBack { offer: Some(id.to_string()), answer: None, proposal })
}

fn step(step: Step) -> Meaning {
    effect(Effect::Recognition(Box::new(step)))
}

//! Accreditations that come from elsewhere: an offer to an organisation of here, an answer to ours, the end of either. What is believed is what is
//! proven by whoever says it.

use actions::abroad::{Accredited, Effect, Offered};
use serde_json::Value;
use store::Uid;
use url::Url;

use super::{Meaning, effect, grave, local_actor};
use crate::accreditations;
use crate::keyring::Known;
use crate::local::{self, Local};
use crate::proof;
use crate::service::{Error, Federation};
use crate::words::{Relationship, Undone, authority};

/// Most bytes of a document that is kept.
const DOCUMENT_MAX: usize = 32 * 1024;

/// A collectivity offers to accredit an organisation of here.
pub(super) async fn offered(fed: &Federation, by: &Known, object: &Value) -> Result<Meaning, Error> {
    let said = Relationship::read(object).map_err(|bad| Error::Senseless(bad.to_string()))?;
    if said.subject.as_str() != by.uri {
        return Ok(Meaning::Refused("nobody accredits in another's name"));
    }
    let Some(organisation) = local_actor(fed, &said.object).await? else { return Ok(Meaning::Nowhere) };
    if !fed.is_proven_by(by, object).await? {
        return Ok(Meaning::Refused("the accreditation is not proven"));
    }
    let document = object.to_string();
    if document.len() > DOCUMENT_MAX {
        return Ok(Meaning::Refused("an accreditation that is too long"));
    }
    Ok(heard(Accredited::Offered(Offered {
        digest: grave(said.id.as_str(), &by.uri),
        uri: said.id.to_string(),
        organisation,
        role: said.role,
        mandate: said.mandate,
        since: said.since,
        until: said.until,
        offered_at: said.published,
        document,
    })))
}

/// The accreditation of ours that an address names.
fn ours(fed: &Federation, address: &Url) -> Option<Uid> {
    match local::read(&fed.origin, address) {
        Some(Local::Object(id)) => Some(Uid(id)),
        Some(_) | None => None,
    }
}

/// An organisation accepts: exactly what was offered, and with a proof of its own.
pub(super) async fn accepted(fed: &Federation, by: &Known, document: &Value) -> Result<Meaning, Error> {
    let object = document.get("object").unwrap_or(&Value::Null);
    let said = Relationship::read(object).map_err(|bad| Error::Senseless(bad.to_string()))?;
    let Some(id) = ours(fed, &said.id) else { return Ok(Meaning::Nowhere) };
    let Some(both) = accreditations::find(fed, id).await?.filter(|both| both.row.uri.is_none()) else { return Ok(Meaning::Nowhere) };
    if both.row.organisation_id != Uid::of(by.actor) {
        return Ok(Meaning::Refused("nobody accepts for another"));
    }
    let same =
        |one: &Value, other: &Value| proof::canonical(one).is_ok_and(|bytes| proof::canonical(other).is_ok_and(|also| also == bytes));
    if !same(object, &accreditations::bare(fed, &both)) {
        return Ok(Meaning::Refused("not what was offered"));
    }
    if !fed.is_proven_by(by, document).await? {
        return Ok(Meaning::Refused("the acceptance is not proven"));
    }
    let text = document.to_string();
    if text.len() > DOCUMENT_MAX {
        return Ok(Meaning::Refused("an acceptance that is too long"));
    }
    Ok(heard(Accredited::Answered { accreditation: id, acceptance: Some(text) }))
}

/// An organisation refuses, or a collectivity or an organisation ends it.
pub(super) fn refused(fed: &Federation, address: &Url) -> Meaning {
    ours(fed, address).map_or(Meaning::Nothing, |accreditation| heard(Accredited::Answered { accreditation, acceptance: None }))
}

/// One of the two sides ends an accreditation.
pub(super) fn ended(fed: &Federation, by: &Known, object: &Undone) -> Meaning {
    let Some(address) = &object.object else { return Meaning::Nothing };
    let ours = ours(fed, address);
    // Only whoever gave it can end what is not known here.
    let is_theirs = authority(address) == by.host;
    if ours.is_none() && !is_theirs {
        return Meaning::Nothing;
    }
    heard(Accredited::Ended { uri: address.to_string(), digest: grave(address.as_str(), &by.uri), ours })
}

fn heard(said: Accredited) -> Meaning {
    effect(Effect::Accreditation(Box::new(said)))
}

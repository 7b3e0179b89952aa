//! Votes that several territories hold together: what an organiser hands to its carriers, and what they say of their ballots. Both are proven by themselves.

use actions::abroad::Effect;
use actions::tallies::{Handed, Told, read_definition, read_tally};
use serde_json::Value;
use url::Url;

use super::{Meaning, effect, own_document};
use crate::keyring::Known;
use crate::service::{Error, Federation};
use crate::words::same_authority;

/// A vote that the organiser of a consultation hands to those who carry it.
pub(super) async fn handed(fed: &Federation, by: &Known, document: &Value) -> Result<Meaning, Error> {
    let definition = match read_definition(document) {
        Ok(definition) => definition,
        Err(unfit) => return Err(Error::Senseless(unfit.to_string())),
    };
    match own_document(fed, by, (document, &definition.organiser, &definition.id)).await? {
        Ok(document) => Ok(effect(Effect::CommonVote(Box::new(Handed { definition, document })))),
        Err(meaning) => Ok(meaning),
    }
}

/// A tally of a carrier.
pub(super) async fn told(fed: &Federation, by: &Known, document: &Value) -> Result<Meaning, Error> {
    let read = match read_tally(document) {
        Ok(read) => read,
        Err(unfit) => return Err(Error::Senseless(unfit.to_string())),
    };
    let records = read.tally.record.as_ref().and_then(|record| Url::parse(&record.address).ok());
    let own = |address: &Url| Url::parse(&by.uri).is_ok_and(|uri| same_authority(address, &uri));
    if records.is_some_and(|address| !own(&address)) {
        return Ok(Meaning::Refused("a tally of ballots that are published elsewhere"));
    }
    match own_document(fed, by, (document, &read.tally.carrier, &read.id)).await? {
        Ok(text) => Ok(effect(Effect::Tally(Box::new(Told { document: read, text })))),
        Err(meaning) => Ok(meaning),
    }
}

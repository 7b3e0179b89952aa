//! Votes that several territories hold together: what an organiser hands to its carriers, and what they say of their ballots. Both are proven by themselves.

use actions::abroad::Effect;
use actions::tallies::{Handed, Told, read_definition, read_tally};
use serde_json::Value;
use url::Url;

use super::{Meaning, effect};
use crate::keyring::Known;
use crate::proof::canonical;
use crate::service::{Error, Federation};
use crate::words::same_authority;

/// A vote that the organiser of a consultation hands to those who carry it.
pub(super) async fn handed(fed: &Federation, by: &Known, document: &Value) -> Result<Meaning, Error> {
    let definition = match read_definition(document) {
        Ok(definition) => definition,
        Err(unfit) => return Err(Error::Senseless(unfit.to_string())),
    };
    match proven(fed, by, (document, &definition.organiser, &definition.id)).await? {
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
    match proven(fed, by, (document, &read.tally.carrier, &read.id)).await? {
        Ok(text) => Ok(effect(Effect::Tally(Box::new(Told { document: read, text })))),
        Err(meaning) => Ok(meaning),
    }
}

/// The canonical text of a document that is proven to be of the one who sent it.
pub(super) async fn proven(
    fed: &Federation,
    by: &Known,
    (document, author, id): (&Value, &str, &str),
) -> Result<Result<String, Meaning>, Error> {
    let (Ok(author), Ok(id)) = (Url::parse(author), Url::parse(id)) else { return Ok(Err(Meaning::Refused("an address"))) };
    if author.as_str() != by.uri || !same_authority(&id, &author) {
        return Ok(Err(Meaning::Refused("a document of somebody else")));
    }
    if !fed.is_proven_by(by, document).await? {
        return Ok(Err(Meaning::Refused("a document that is not proven")));
    }
    let bytes = canonical(document).map_err(|unproven| Error::Senseless(unproven.to_string()))?;
    Ok(Ok(String::from_utf8_lossy(&bytes).into_owned()))
}

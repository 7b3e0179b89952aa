//! How many people of a territory support what is said in a consultation of ours that it carries: what is believed is what it proved itself.

use actions::abroad::Effect;
use actions::carrying::{SupportLine, ToldSupports};
use serde_json::Value;
use store::Uid;
use url::Url;

use super::{Meaning, carrying, effect, own_document};
use crate::keyring::Known;
use crate::local::{self, Local};
use crate::service::{Error, Federation};
use crate::words::supports::SupportCounts;

/// A collectivity says how many of its people support what is said. Whether it carries the consultation is asked in the transaction.
pub(super) async fn told(fed: &Federation, by: &Known, document: &Value) -> Result<Meaning, Error> {
    let said = SupportCounts::read(document).map_err(|bad| Error::Senseless(bad.to_string()))?;
    let Some(consultation) = carrying::called(fed, &said.call) else { return Ok(Meaning::Nowhere) };
    if let Err(meaning) = own_document(fed, by, (document, said.by.as_str(), said.id.as_str())).await? {
        return Ok(meaning);
    }
    let line = |(address, supports): &(Url, i32)| SupportLine { own: own(fed, address), uri: address.to_string(), supports: *supports };
    let lines = said.lines.iter().map(line).collect();
    Ok(effect(Effect::Supports(Box::new(ToldSupports { consultation, at: said.at, lines }))))
}

/// What an address of ours stands for; what is ours and no contribution is nothing that is here.
fn own(fed: &Federation, address: &Url) -> Option<Uid> {
    match local::read(&fed.origin, address) {
        Some(Local::Object(id) | Local::Contribution(id)) => Some(Uid(id)),
        Some(_) => Some(Uid(uuid::Uuid::nil())),
        None => None,
    }
}

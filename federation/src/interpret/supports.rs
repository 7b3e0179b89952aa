//! How many people of a territory support what is said in a consultation of ours that it carries: what is believed is what it proved itself.

use std::collections::BTreeSet;

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
    let line = |(address, supports): &(Url, i32)| {
        let own = own(fed, address);
        // One contribution has one name, however its address is written.
        let uri = own.filter(|id| *id != NOTHING).map_or_else(|| bare(address), |id| fed.app.links.object(id.0));
        SupportLine { own, uri, supports: *supports }
    };
    let lines: Vec<SupportLine> = said.lines.iter().map(line).collect();
    let each: BTreeSet<&str> = lines.iter().map(|line| line.uri.as_str()).collect();
    if each.len() != lines.len() {
        return Err(Error::Senseless("counts: a contribution is there twice".to_owned()));
    }
    Ok(effect(Effect::Supports(Box::new(ToldSupports { consultation, at: said.at, lines }))))
}

/// What is ours and no contribution.
const NOTHING: Uid = Uid(uuid::Uuid::nil());

/// The address of a document, without what names a part of it.
fn bare(address: &Url) -> String {
    let mut address = address.clone();
    address.set_fragment(None);
    address.into()
}

/// What an address of ours stands for; what is ours and no contribution is nothing that is here.
fn own(fed: &Federation, address: &Url) -> Option<Uid> {
    match local::read(&fed.origin, address) {
        Some(Local::Object(id) | Local::Contribution(id)) => Some(Uid(id)),
        Some(_) => Some(NOTHING),
        None => None,
    }
}

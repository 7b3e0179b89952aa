//! Reports from the street that another collectivity sends or answers: what is believed is what it proved itself.

use actions::abroad::Effect;
use actions::street::{Heard, Incoming, Said};
use serde_json::Value;
use url::Url;

use super::{Meaning, effect, own_document};
use crate::actors;
use crate::keyring::Known;
use crate::local;
use crate::objects;
use crate::service::{Error, Federation};
use crate::words::street::{StreetAnswer, StreetReport};

/// A collectivity sends a report, or takes it back.
pub(super) async fn sent(fed: &Federation, by: &Known, document: &Value) -> Result<Meaning, Error> {
    let said = StreetReport::read(document).map_err(|bad| Error::Senseless(bad.to_string()))?;
    let proof = match proven(fed, by, (document, &said.by, &said.id, &said.to)).await? {
        Ok(text) => text,
        Err(meaning) => return Ok(meaning),
    };
    let uri = said.id.to_string();
    if said.withdrawn {
        return Ok(heard(Heard::TakenBack(uri)));
    }
    Ok(heard(Heard::Sent(Incoming {
        uri,
        kind: said.kind,
        category: said.category,
        body: said.words,
        address: said.address,
        place: said.place,
        picture: said.picture,
        hidden: said.hidden,
        document: proof,
    })))
}

/// A collectivity says where a report of ours stands with it.
pub(super) async fn answered(fed: &Federation, by: &Known, document: &Value) -> Result<Meaning, Error> {
    let said = StreetAnswer::read(document).map_err(|bad| Error::Senseless(bad.to_string()))?;
    let Some(number) = number(fed, &said.report) else { return Ok(Meaning::Nowhere) };
    let proof = match proven(fed, by, (document, &said.by, &said.id, &said.to)).await? {
        Ok(text) => text,
        Err(meaning) => return Ok(meaning),
    };
    Ok(heard(Heard::Answered(Said {
        number,
        page: said.page.to_string(),
        turn: said.turn,
        state: said.state,
        reason: said.reason,
        competent: said.competent,
        words: said.words,
        document: proof,
    })))
}

fn heard(said: Heard) -> Meaning {
    effect(Effect::Street(Box::new(said)))
}

/// The number of a report of ours, by its page.
fn number(fed: &Federation, address: &Url) -> Option<i64> {
    let ours = local::is_ours(&fed.origin, address);
    address.path().strip_prefix("/street/").filter(|_| ours)?.parse().ok()
}

/// The canonical text of a document that its sender proved, and that is for us.
async fn proven(
    fed: &Federation,
    by: &Known,
    (document, author, id, to): (&Value, &Url, &Url, &Url),
) -> Result<Result<String, Meaning>, Error> {
    let ours = actors::uri_of(fed, &objects::collectivity(fed).await?);
    if to.as_str() != ours {
        return Ok(Err(Meaning::Refused("a report for somebody else")));
    }
    own_document(fed, by, (document, author.as_str(), id.as_str())).await
}

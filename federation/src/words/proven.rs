//! Documents of the network of territories, which are proven by themselves: here they are only told from texts.

use serde_json::Value;
use url::Url;

use super::read::Reader;
use super::received::Received;
use super::{Bad, same_authority, street, supports};

/// A document of a collectivity that is proven by itself. It says of itself that it is the actor's; whether it is, the proof says.
pub(super) fn read(inner: Reader<'_>, value: &Value, actor: &Url) -> Result<Option<Received>, Bad> {
    let document = || Box::new(value.clone());
    let received = match inner.kind()? {
        actions::tallies::COMMON_VOTE => Received::CommonVote { document: document() },
        actions::tallies::TALLY => Received::Tally { document: document() },
        supports::SUPPORTS => Received::SupportCounts { document: document() },
        street::REPORT => Received::StreetReport { document: document() },
        street::ANSWER => Received::StreetAnswer { document: document() },
        _ => return Ok(None),
    };
    if inner.url("attributedTo")? == *actor && same_authority(&inner.id()?, actor) {
        Ok(Some(received))
    } else {
        Err(Bad::Host("attributedTo"))
    }
}

//! By what two collectivities recognise each other: an `Offer` of a `Relationship`, and an `Accept` of it whose result is the same the other way
//! round. Each of the two signs its own (FEP-8b32); whether it did is for the caller to check.

use domain::Timestamp;
use serde_json::Value;
use store::trust::Territory;
use url::Url;

use super::read::Reader;
use super::{Bad, same_authority, territory};

/// What the one is to the other.
pub const OFFICIAL_PEER: &str = "parvis:officialPeer";
/// Longest document that is kept, in bytes.
const STATEMENT_MAX: usize = 16 * 1024;

/// What one collectivity signs: that it recognises the other, and what it says of its own territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Who recognises.
    pub subject: Url,
    /// Whom.
    pub object: Url,
    /// When.
    pub published: Timestamp,
    /// What it says of its own territory.
    pub territory: Territory,
    /// The document as it came, with its proof.
    pub document: Value,
}

/// A proposal, or a yes to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognising {
    /// A proposal.
    Offer(Statement),
    /// A yes to the proposal with this address.
    Accept(Url, Statement),
}

/// An `Offer`, if it is one of these.
pub(super) fn offered(activity: Reader<'_>, actor: &Url) -> Result<Option<Recognising>, Bad> {
    Ok(statement(activity, "object", actor, None)?.map(Recognising::Offer))
}

/// An `Accept`, if it is one of these.
pub(super) fn accepted(activity: Reader<'_>, actor: &Url) -> Result<Option<Recognising>, Bad> {
    if activity.value("result").is_none_or(|result| !result.is_object()) {
        return Ok(None);
    }
    let offer = activity.url("object")?;
    Ok(statement(activity, "result", actor, Some(&offer))?.map(|statement| Recognising::Accept(offer, statement)))
}

fn statement(activity: Reader<'_>, name: &'static str, actor: &Url, reply_to: Option<&Url>) -> Result<Option<Statement>, Bad> {
    let [document] = activity.values(name) else { return Ok(None) };
    let Ok(said) = Reader::new(document, name) else { return Ok(None) };
    let is_ours = said.kind().is_ok_and(|kind| kind == "Relationship") && said.text("relationship") == Some(OFFICIAL_PEER);
    if !is_ours {
        return Ok(None);
    }
    if document.to_string().len() > STATEMENT_MAX {
        return Err(Bad::TooLong(name));
    }
    let subject = said.url("subject")?;
    if subject != *actor || !same_authority(&said.id()?, actor) {
        return Err(Bad::Host("subject"));
    }
    // The signed yes names what it answers: it cannot be taken for the yes to something else.
    if said.optional_url("inReplyTo").as_ref() != reply_to {
        return Err(Bad::Host("inReplyTo"));
    }
    Ok(Some(Statement {
        subject,
        object: said.url("object")?,
        published: said.moment("published").ok_or(Bad::Missing("published"))?,
        territory: territory::of(said).ok_or(Bad::Missing("territory"))?,
        document: document.clone(),
    }))
}

//! Votes in polls (FEP-9967): notes with a name and without words that reply to a `Question`, one or several in one activity.

use serde_json::Value;
use url::Url;

use super::Bad;
use super::activity::own;
use super::object::Object;
use super::received::Received;

/// Most votes in one activity.
const VOTES_MAX: usize = 100;

/// A vote; nothing if it lacks what makes one.
pub(super) fn one(object: Object) -> Option<Received> {
    Some(Received::Vote { poll: object.in_reply_to?, choices: vec![(object.id, object.name?)] })
}

/// GoToSocial puts all choices of one voter into one activity. Nothing else comes several at a time.
pub(super) fn several(values: &[Value], actor: &Url) -> Result<Received, Bad> {
    if values.len() > VOTES_MAX {
        return Err(Bad::TooMany("object"));
    }
    let mut polls: Vec<Url> = Vec::new();
    let mut choices = Vec::new();
    for value in values {
        let object = *own(value, actor)?;
        let (true, Some(poll), Some(name)) = (object.poll_vote, object.in_reply_to, object.name) else {
            return Err(Bad::Shape("object"));
        };
        polls.push(poll);
        choices.push((object.id, name));
    }
    polls.dedup();
    match <[Url; 1]>::try_from(polls) {
        Ok([poll]) => Ok(Received::Vote { poll, choices }),
        Err(_several) => Err(Bad::Shape("inReplyTo")),
    }
}

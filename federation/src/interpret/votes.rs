//! Votes of accounts of other servers in polls of ours (FEP-9967), in the four shapes in which they come.

use actions::abroad::{Effect, Target};
use actions::votes::{Voices, asks_elsewhere};
use domain::vote::BoxState;
use store::votes::BallotBox;
use store::{Db, Uid};
use url::Url;

use super::{Meaning, effect, grave};
use crate::keyring::Known;
use crate::local::{self, Local};
use crate::service::{Error, Federation};
use crate::words::Undone;

/// A vote. What is chosen is found by its name, letter by letter; the name itself goes no further.
pub(super) async fn voted(fed: &Federation, by: &Known, poll: &Url, choices: Vec<(Url, String)>) -> Result<Meaning, Error> {
    let id = match local::read(&fed.origin, poll) {
        Some(Local::Object(id) | Local::Poll(id)) => Uid(id),
        Some(_) => return Ok(Meaning::Refused("a vote where there is no poll")),
        None => return Ok(Meaning::Nothing),
    };
    let found = fed.app.store.read(move |db| match store::votes::find(db, id)? {
        Some(_) => actions::votes::load(db, id).map(Some),
        None => Ok(None),
    });
    let Some(found) = found.await?.filter(|found| asks_elsewhere(found) && found.state != BoxState::Draft) else {
        return Ok(Meaning::Refused("a vote where there is no poll"));
    };
    let mut chosen = Vec::new();
    for (thing, name) in choices {
        let Some(option) = found.options.iter().find(|option| option.title == name && !option.withdrawn) else {
            return Ok(Meaning::Refused("a vote for what cannot be chosen"));
        };
        chosen.push((option.number, grave(thing.as_str(), &by.uri)));
    }
    Ok(effect(Effect::Signal(Box::new(Voices { poll: id.to(), choices: chosen }))))
}

/// A vote that is taken back by undoing what brought it: by the id of that, or of what was published with it.
pub(super) fn taken_back(by: &Known, object: &Undone) -> Meaning {
    match (&object.id, &object.object) {
        (_, Some(thing)) => effect(Effect::Unsignal { digest: grave(thing.as_str(), &by.uri) }),
        (Some(id), None) => effect(Effect::Undo { kind: None, activity: Some(crate::inbox::digest(id.as_str())), target: None }),
        (None, None) => Meaning::Nothing,
    }
}

/// What one answers who writes words to a poll: the discussion in which it stands, or its consultation.
pub(super) fn reply_target(db: &mut Db, poll: &BallotBox) -> Result<Option<Target>, store::Error> {
    if poll.state == BoxState::Draft.code() {
        return Ok(None);
    }
    if let Some(contribution) = poll.contribution_id {
        return Ok(Some(Target::Reply(contribution.to())));
    }
    Ok(store::consultations::find(db, poll.consultation_id)?.map(|consultation| Target::Group(consultation.actor_id)))
}

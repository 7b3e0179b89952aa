//! Who wants to come to a meeting of ours, or comes no more: `Join`, `Leave`, and `Undo` of a `Join`, as Mobilizon says them.

use actions::abroad::Effect;
use domain::meeting::may_register;
use store::Uid;
use url::Url;

use super::{Meaning, effect};
use crate::keyring::Known;
use crate::local::{self, Local};
use crate::service::{Error, Federation};
use crate::{meetings, replies};

/// The meeting of ours that an address stands for, if others may know of it.
async fn meeting(fed: &Federation, object: &Url) -> Result<Option<meetings::Found>, Error> {
    match local::read(&fed.origin, object) {
        Some(Local::Object(id)) => {
            let found = meetings::find(fed, Uid(id)).await?;
            Ok(found.filter(|found| found.leaves().is_ok_and(|leaves| leaves)))
        }
        Some(_) | None => Ok(None),
    }
}

/// Somebody wants to come. `None`: it is about something else.
pub(super) async fn joined(fed: &Federation, by: &Known, (id, object): (&Url, &Url)) -> Result<Option<Meaning>, Error> {
    let Some(found) = meeting(fed, object).await? else { return Ok(None) };
    if may_register(&found.row.terms()?, fed.app.now()).is_err() {
        let answer = replies::answer_join(fed, by, (id, object), false).await?;
        return Ok(Some(Meaning::Answered(Box::new(Effect::Nothing), Box::new(answer))));
    }
    Ok(Some(effect(Effect::Attend { meeting: found.row.id.to(), activity: id.to_string() })))
}

/// Somebody comes no more.
pub(super) async fn left(fed: &Federation, object: &Url) -> Result<Option<Meaning>, Error> {
    let found = meeting(fed, object).await?;
    Ok(found.map(|found| effect(Effect::StayAway { meeting: Some(found.row.id.to()), activity: None })))
}

/// The same, by taking back what was asked.
pub(super) fn taken_back(fed: &Federation, join: Option<&Url>, object: Option<&Url>) -> Meaning {
    let meeting = match object.and_then(|object| local::read(&fed.origin, object)) {
        Some(Local::Object(id)) => Some(id.into()),
        Some(_) | None => None,
    };
    effect(Effect::StayAway { meeting, activity: join.map(ToString::to_string) })
}

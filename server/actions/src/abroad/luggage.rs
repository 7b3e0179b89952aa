//! What comes with a text from another server: the activity that brought it, and its pictures.

use domain::Timestamp;
use store::contributions::Contribution;
use store::{Db, Uid};

use super::receive::{Arrival, Effect};
use super::write::Writing;
use crate::{Result, remote_pictures};

/// What comes with a text.
#[derive(Debug, Clone, Default)]
pub struct Luggage {
    /// The activity as its author said it, so that it can be passed on whole.
    pub original: Option<String>,
    /// Its pictures: where they are, and what they show.
    pub pictures: Vec<(String, String)>,
}

/// Keeps it with the text, if the text is what this activity made of it: what came too late changes nothing.
pub(super) fn keep(db: &mut Db, arrival: &Arrival, luggage: &Luggage, with_pictures: bool, now: Timestamp) -> Result<()> {
    match &arrival.effect {
        Effect::Write(writing) => {
            let Some(found) = store::contributions::by_uri(db, &writing.uri)? else { return Ok(()) };
            if found.withdrawn_at.is_some() || !is_latest(db, &found, writing, now)? {
                return Ok(());
            }
            said(db, found.id, luggage)?;
            remote_pictures::attach(db, (found.id, found.author_id), &luggage.pictures, with_pictures, now)
        }
        Effect::Remove { uri, .. } => match store::contributions::by_uri(db, uri)? {
            Some(found) => said(db, found.id, luggage),
            None => Ok(()),
        },
        _without_text => Ok(()),
    }
}

fn said(db: &mut Db, contribution: Uid, luggage: &Luggage) -> Result<()> {
    luggage.original.as_deref().map_or(Ok(()), |body| Ok(store::barriers::keep_relayed(db, contribution, body)?))
}

/// Whether the text is as this activity says: it is new, or was changed by it.
fn is_latest(db: &mut Db, found: &Contribution, writing: &Writing, now: Timestamp) -> Result<bool> {
    Ok(match (found.edited_at, writing.changed_at) {
        (Some(edited), Some(changed)) => edited.0.as_microsecond() == changed.min(now).as_microsecond(),
        (Some(_), None) => false,
        (None, _) => store::barriers::relayed(db, found.id)?.is_none(),
    })
}

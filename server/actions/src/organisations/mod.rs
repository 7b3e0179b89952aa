//! Organisations that take part: opened by agents, run by their members, who act in their name (docs/decisions/0026).

mod change;
mod decide;
mod form;
mod invite;
mod join;
mod remove;
mod speak;

pub use change::{change, set_closed};
pub use decide::{ask, confirm, decline, open};
pub use form::OrganisationForm;
pub use invite::{INVITED_MAX, invite, uninvite};
pub use join::{join, turn_down};
pub use remove::{leave, remove};
pub(crate) use speak::speak;
pub use speak::{manages, roles_of};

use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, LetterId};
use store::{Db, Uid};

use crate::{Result, jobs};

/// Most people of one organisation who are written to.
const TOLD_MAX: i64 = 20;

/// Writes to an organisation: to those who look after it. Their letters are numbered from this one on.
pub(crate) fn tell(db: &mut Db, organisation: Uid, (kind, link): (&str, &str), letter: LetterId, now: Timestamp) -> Result<()> {
    for (index, (email, name, lang)) in (0_u128..).zip(store::memberships::administrators(db, organisation, TOLD_MAX)?) {
        let id = LetterId(uuid::Uuid::from_u128(letter.0.as_u128().wrapping_add(index)));
        jobs::post(db, &jobs::letter(id, kind, (&email, &name, &lang), link.to_owned(), now), now)?;
    }
    Ok(())
}

/// What a person did to an organisation: as its member in its name, or as an agent in their own.
fn event(kind: EventKind, viewer: Viewer, organisation: ActorId, is_member: bool) -> Event {
    let event = Event::new(kind).on(organisation);
    if is_member { event.said_by(viewer.in_the_name_of(organisation)) } else { event.by(viewer.actor) }
}

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

use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ActorId;

/// What a person did to an organisation: as its member in its name, or as an agent in their own.
fn event(kind: EventKind, viewer: Viewer, organisation: ActorId, is_member: bool) -> Event {
    let event = Event::new(kind).on(organisation);
    if is_member { event.said_by(viewer.in_the_name_of(organisation)) } else { event.by(viewer.actor) }
}

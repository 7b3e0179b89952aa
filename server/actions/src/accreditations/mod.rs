//! Accreditations: a collectivity says what an organisation is to it, the organisation agrees, either ends it (docs/decisions/0026).

mod answer;
mod end;
mod offer;

pub use answer::answer;
pub use end::end;
pub use offer::{AccreditationForm, offer};

use domain::Timestamp;
use domain::id::LetterId;
use store::{Db, Uid};

use crate::{Result, organisations};

/// Tells those who look after an organisation that it is offered an accreditation.
pub(crate) fn tell(db: &mut Db, organisation: Uid, letter: LetterId, now: Timestamp) -> Result<()> {
    let Some(actor) = store::actors::find(db, organisation)? else { return Ok(()) };
    let link = format!("/organisations/{}#accreditations", actor.username);
    organisations::tell(db, organisation, ("accreditation_offered", &link), letter, now)
}

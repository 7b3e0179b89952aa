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

use crate::{Result, jobs};

/// Most people of one organisation who are written to.
const TOLD_MAX: i64 = 20;

/// Tells those who look after an organisation that it is offered an accreditation.
pub(crate) fn tell(db: &mut Db, organisation: Uid, letter: LetterId, now: Timestamp) -> Result<()> {
    let Some(actor) = store::actors::find(db, organisation)? else { return Ok(()) };
    let link = format!("/organisations/{}#accreditations", actor.username);
    for (index, (email, name, lang)) in (0_u128..).zip(store::memberships::administrators(db, organisation, TOLD_MAX)?) {
        let id = LetterId(uuid::Uuid::from_u128(letter.0.as_u128().wrapping_add(index)));
        jobs::post(db, &jobs::letter(id, "accreditation_offered", (&email, &name, &lang), link.clone(), now), now)?;
    }
    Ok(())
}

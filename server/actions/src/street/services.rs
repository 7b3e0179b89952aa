//! Say where a service gets its letters.

use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::street::NAME_MAX;
use domain::text::{self, Email};
use store::street::services::{self, SERVICES_MAX};

use crate::{App, Error, Faults, Result};

/// A service as an agent wrote it.
#[derive(Debug, Clone, Default)]
pub struct ServiceForm {
    /// Its name, as categories, areas and reports say it.
    pub name: String,
    /// Its address for letters; empty for none.
    pub email: String,
}

/// Keeps the address of a service, or forgets it where none is typed.
///
/// # Errors
/// A refusal of the permission table, faulty fields (`service` for the name, `email`), `NoRoom`, or the store's failure.
pub async fn keep_service(app: &App, viewer: Viewer, form: &ServiceForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let mut faults = Faults::new();
    let name = text::bounded_line(&form.name, 2, NAME_MAX).map_err(|fault| faults.push(("service", fault))).unwrap_or_default();
    let email = match form.email.trim() {
        "" => None,
        typed => Email::parse(typed).map(|email| email.as_str().to_owned()).map_err(|fault| faults.push(("email", fault))).ok(),
    };
    if !faults.is_empty() {
        return Err(Error::Faulty(faults));
    }
    let now = app.now();
    app.store
        .write(move |db| {
            match email {
                Some(email) => {
                    if services::address(db, &name)?.is_none() && services::count(db)? >= SERVICES_MAX {
                        return Err(Refusal::NoRoom.into());
                    }
                    services::keep(db, &name, &email)?;
                }
                None => services::forget(db, &name)?,
            }
            Ok(store::journal::append(db, &Event::new(EventKind::StreetArranged).by(viewer.actor).detail("service"), now)?)
        })
        .await
}

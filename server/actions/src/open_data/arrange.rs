//! Say what is published as open data, and under which licence.

use crate::budget::keep;
use crate::{App, Error, Faults, Result, previews};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::open_data::{DESCRIPTION_MAX, Dataset, Licence};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Email, Fault, NAME_MAX};
use store::At;
use store::open_data::Settings;
use store::previews::Draft;

/// What is published, as typed.
#[derive(Debug, Clone, Default)]
pub struct OpenDataForm {
    /// Code of the licence.
    pub licence: String,
    /// Whom one may ask; may be empty.
    pub contact_name: String,
    /// Their public address; may be empty.
    pub contact_email: String,
    /// What the collectivity says of its data, in Markdown; may be empty.
    pub description: String,
    /// Codes of the data sets that are published.
    pub published: Vec<String>,
}

impl OpenDataForm {
    /// What was decided, as a form shows it.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        Self {
            licence: settings.licence.code().to_owned(),
            contact_name: settings.contact_name.clone(),
            contact_email: settings.contact_email.clone(),
            description: settings.description.clone(),
            published: settings.published().iter().map(|set| set.code().to_owned()).collect(),
        }
    }

    /// Reads it, naming every fault.
    fn parse(&self) -> Result<Settings> {
        let mut faults = Faults::new();
        let licence = Licence::parse(&self.licence);
        if licence.is_none() {
            faults.push(("licence", Fault::Choice));
        }
        let contact_name = keep("contact_name", text::bounded_line(&self.contact_name, 0, NAME_MAX), &mut faults);
        let typed = Some(self.contact_email.trim()).filter(|email| !email.is_empty());
        let email = keep("contact_email", typed.map(Email::parse).transpose(), &mut faults);
        let description = keep("description", text::bounded_text(&self.description, 0, DESCRIPTION_MAX), &mut faults);
        let withheld = Dataset::ALL.iter().copied().filter(|set| !self.published.iter().any(|code| code == set.code())).collect();
        let Some(licence) = licence.filter(|_| faults.is_empty()) else { return Err(Error::Faulty(faults)) };
        let contact_email = email.map(|email| email.as_str().to_owned()).unwrap_or_default();
        Ok(Settings { licence, contact_name, contact_email, description, withheld })
    }
}

/// Prepares what will be published: nothing changes for readers. Links that showed what was prepared and decided before do not show this.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn prepare(app: &App, viewer: Viewer, form: &OpenDataForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let (settings, now) = (form.parse()?, app.now());
    app.store
        // no event: nothing is decided yet
        .write(move |db| {
            store::previews::hold(db, Draft::OpenData)?;
            if store::open_data::draft(db)?.is_none() {
                previews::revoke_all(db, viewer, Draft::OpenData, now)?;
            }
            Ok(store::open_data::keep_draft(db, settings, At(now))?)
        })
        .await
}

/// Decides what was prepared.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when nothing is prepared, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let now = app.now();
    app.store
        .write(move |db| {
            store::previews::hold(db, Draft::OpenData)?;
            let settings = store::open_data::draft(db)?.ok_or(Refusal::NotFound)?;
            store::open_data::keep(db, settings, At(now))?;
            store::open_data::forget_draft(db)?;
            Ok(store::journal::append(db, &Event::new(EventKind::OpenDataChanged).by(viewer.actor), now)?)
        })
        .await
}

/// Keeps what is published from now on. What was prepared before it is forgotten: published later, it would take this back without saying so.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn arrange(app: &App, viewer: Viewer, form: &OpenDataForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let (settings, now) = (form.parse()?, app.now());
    app.store
        .write(move |db| {
            store::previews::hold(db, Draft::OpenData)?;
            if store::open_data::draft(db)?.is_some() {
                store::open_data::forget_draft(db)?;
                previews::revoke_all(db, viewer, Draft::OpenData, now)?;
            }
            store::open_data::keep(db, settings, At(now))?;
            Ok(store::journal::append(db, &Event::new(EventKind::OpenDataChanged).by(viewer.actor), now)?)
        })
        .await
}

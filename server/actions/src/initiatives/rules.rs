//! Say what the collectivity promises about petitions.

use super::RulesForm;
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use store::At;

/// Keeps the rules: they hold for petitions that are admitted from now on.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn set_rules(app: &App, viewer: Viewer, form: &RulesForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let (rules, is_open, now) = (form.parse()?, form.is_open, app.now());
    app.store
        .write(move |db| {
            store::initiatives::set_rules(db, rules, is_open, At(now))?;
            Ok(store::journal::append(db, &Event::new(EventKind::PetitionRulesChanged).by(viewer.actor), now)?)
        })
        .await
}

//! Set the themes of a consultation.

use super::ThemeForm;
use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ThemeId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::Uid;
use store::consultations::Theme;

/// Most themes of a consultation.
const THEMES_MAX: usize = 40;

/// Names, orders, adds (no id) and removes (no name) themes. Contributions of a removed theme keep no theme.
///
/// # Errors
/// A refusal of the permission table, faulty names, or the store's failure.
pub async fn set_themes(app: &App, viewer: Viewer, slug: &str, forms: Vec<ThemeForm>) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let mut themes: Vec<(Option<ThemeId>, ThemeId, String)> = Vec::new();
    for form in forms.into_iter().take(THEMES_MAX * 2) {
        let name = text::bounded_line(&form.name, 0, text::NAME_MAX).map_err(|fault| Error::fault("themes", fault))?;
        if !name.is_empty() && themes.iter().any(|(_, _, other)| *other == name) {
            return Err(Error::fault("themes", Fault::Taken));
        }
        themes.push((ThemeId::parse(&form.id), app.new_id(), name));
    }
    if themes.iter().filter(|(_, _, name)| !name.is_empty()).count() > THEMES_MAX {
        return Err(Error::fault("themes", Fault::TooLong(THEMES_MAX)));
    }
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            subject::decided_here(db, consultation.id)?;
            store::carrying::touch(db, consultation.id, store::At(now))?;
            let known = store::consultations::themes(db, consultation.id)?;
            for (position, (id, new_id, name)) in (0..).zip(themes) {
                let existing = id.map(Uid::of);
                if existing.is_some_and(|id| !known.iter().any(|t| t.id == id)) {
                    return Err(Refusal::NotFound.into());
                }
                match (existing, name.is_empty()) {
                    (Some(id), true) => store::consultations::remove_theme(db, id)?,
                    (Some(id), false) => {
                        store::consultations::change_theme(db, id, position, &name)
                            .map_err(|e| Error::when_duplicate(e, Refusal::Taken))?;
                    }
                    (None, true) => {}
                    (None, false) => {
                        let new = Theme { id: Uid::of(new_id), consultation_id: consultation.id, position, name };
                        store::consultations::add_theme(db, &new)?;
                    }
                }
            }
            let event = Event::new(EventKind::ConsultationEdited)
                .by(viewer.actor)
                .on(consultation.id.0)
                .within(consultation.id.to())
                .detail("themes");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

//! Change one's name, description, language and whether one's name may leave the instance.

use domain::actor::{Role, Viewer};
use domain::event::{Event, EventKind};
use domain::lang::Lang;
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::Uid;

use super::signed_in;
use crate::{App, Error, Faults, Result};

/// What somebody types about themselves.
#[derive(Debug, Clone, Default)]
pub struct ProfileForm {
    /// 2 to 80 characters.
    pub name: String,
    /// Up to 1,000 characters of Markdown.
    pub summary: String,
    /// Code of the language.
    pub lang: String,
    /// Whether contributions may leave the instance under this name.
    pub publish_abroad: bool,
}

/// Changes the profile.
///
/// # Errors
/// Faulty fields, `SignInFirst`, or the store's failure.
pub async fn change_profile(app: &App, viewer: Viewer, form: &ProfileForm) -> Result<()> {
    let actor = signed_in(viewer)?;
    if viewer.role == Role::Remote {
        // Their name is what their own server says it is.
        return Err(Refusal::NotYourRole.into());
    }
    let mut faults = Faults::new();
    let name = text::bounded_line(&form.name, 2, text::NAME_MAX).map_err(|f| faults.push(("name", f))).unwrap_or_default();
    let summary = text::bounded_text(&form.summary, 0, text::SHORT_MAX).map_err(|f| faults.push(("summary", f))).unwrap_or_default();
    let lang = Lang::parse(&form.lang);
    let (Some(lang), true) = (lang, faults.is_empty()) else {
        if lang.is_none() {
            faults.push(("lang", Fault::Choice));
        }
        return Err(Error::Faulty(faults));
    };
    let (now, publish_abroad) = (app.now(), form.publish_abroad);
    app.store
        .write(move |db| {
            store::actors::rename(db, Uid::of(actor), &name, &summary)?;
            store::accounts::set_preferences(db, Uid::of(actor), lang.code(), publish_abroad)?;
            Ok(store::journal::append(db, &Event::new(EventKind::ProfileChanged).by(actor).on(actor), now)?)
        })
        .await
}

//! Change one's name, description, language and whether one's name may leave the instance.

use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::lang::Lang;
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::{At, Db, Uid};

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

/// Changes the profile. Whoever agrees no more that their name leaves takes back what left under it.
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
            let agreed = store::accounts::find(db, Uid::of(actor))?.is_some_and(|account| account.publish_abroad);
            store::actors::rename(db, Uid::of(actor), &name, &summary)?;
            store::accounts::set_preferences(db, Uid::of(actor), lang.code(), publish_abroad, At(now))?;
            let mut event = Event::new(EventKind::ProfileChanged).by(actor).on(actor);
            if agreed && !publish_abroad {
                recall(db, actor, Some(actor), None, now)?;
                event = event.detail(RECALLED);
            }
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// The code of a profile whose name may not leave any more.
pub const RECALLED: &str = "recalled";

/// Takes back what may have left under a name. What really did is known when the lines before are told: they are told in order. Whoever is
/// forgotten is not named in the lines (`by`).
pub(crate) fn recall(db: &mut Db, author: ActorId, by: Option<ActorId>, detail: Option<&'static str>, now: Timestamp) -> Result<()> {
    for contribution in store::contributions::all_of(db, Uid::of(author))? {
        if contribution.withdrawn_at.is_none() {
            let event = Event::new(EventKind::ContributionRecalled).by(by).on(contribution.id.0);
            let event = event.within(contribution.consultation_id.to());
            let event = match detail {
                Some(detail) => event.detail(detail),
                None => event,
            };
            store::journal::append(db, &event, now)?;
        }
    }
    Ok(())
}

//! Write the collectivity's own words on a page about itself.

use crate::{App, Error, Result};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::lang::Lang;
use domain::own_page::{OWN_TEXT_MAX, OwnPage};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text;
use store::At;
use store::pages::OwnText;

/// Keeps the collectivity's words on a page in a language: before what the page says of itself, or in its place. Nothing written removes them.
///
/// # Errors
/// A refusal of the permission table, a faulty `body`, `Stale` unless what stands there is what was `seen` (the moment at which it was kept, or
/// nothing), or the store's failure.
pub async fn keep_text(
    app: &App,
    viewer: Viewer,
    (page, lang): (OwnPage, Lang),
    (body, replaces): (&str, bool),
    seen: Option<Timestamp>,
) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let body = text::bounded_text(body, 0, OWN_TEXT_MAX).map_err(|fault| Error::fault("body", fault))?;
    let now = app.now();
    app.store
        .write(move |db| {
            let done = if body.is_empty() {
                store::pages::remove_text(db, page.code(), lang.code(), seen.map(At))?
            } else {
                let (page, lang) = (page.code().to_owned(), lang.code().to_owned());
                store::pages::keep_text(db, &OwnText { page, lang, body, replaces, edited_at: At(now) }, seen.map(At))?
            };
            if !done {
                return Err(Refusal::Stale.into());
            }
            Ok(store::journal::append(db, &Event::new(EventKind::PagesChanged).by(viewer.actor).detail(page.code()), now)?)
        })
        .await
}

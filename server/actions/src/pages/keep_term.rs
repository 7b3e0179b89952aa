//! Explain a word in the glossary.

use crate::budget::keep;
use crate::{App, Error, Faults, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::TermId;
use domain::lang::Lang;
use domain::own_page::{EXPLANATION_MAX, TERMS_MAX};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::search;
use domain::text::{self, Fault, NAME_MAX};
use store::pages::Term;
use store::{At, Uid};

/// Explains a word in a language, in the place of what was said of it before.
///
/// # Errors
/// A refusal of the permission table, `NoRoom` when the language has as many words as it may, faulty fields (`lang`, `term`, `explanation`), or the
/// store's failure.
pub async fn keep_term(app: &App, viewer: Viewer, lang: &str, term: &str, explanation: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let mut faults = Faults::new();
    let lang = Lang::parse(lang);
    if lang.is_none() {
        faults.push(("lang", Fault::Choice));
    }
    let term = keep("term", text::bounded_line(term, 2, NAME_MAX), &mut faults);
    let explanation = keep("explanation", text::bounded_text(explanation, 5, EXPLANATION_MAX), &mut faults);
    let Some(lang) = lang.filter(|_| faults.is_empty()) else { return Err(Error::Faulty(faults)) };
    let (now, id) = (app.now(), app.new_id::<TermId>());
    app.store
        .write(move |db| {
            let sorted = search::plain(&term);
            let row = Term { id: Uid::of(id), lang: lang.code().to_owned(), term, sorted, explanation, edited_at: At(now) };
            let known = store::pages::terms(db, &row.lang, i64::try_from(TERMS_MAX).unwrap_or(i64::MAX))?;
            match known.iter().find(|known| known.sorted == row.sorted) {
                Some(known) => drop(store::pages::explain(db, known.id, (&row.term, &row.explanation), At(now))?),
                None if known.len() >= TERMS_MAX => return Err(Refusal::NoRoom.into()),
                None => drop(store::pages::add_term(db, &row)?),
            }
            Ok(store::journal::append(db, &Event::new(EventKind::PagesChanged).by(viewer.actor).detail("glossary"), now)?)
        })
        .await
}

//! Texts that are discussed by paragraphs: written, opened, spoken about, decided upon, settled. Docs: docs/decisions/0032.

mod advance;
mod decide;
mod remove;
mod say;
mod support;
mod write;

pub use advance::{close, open, settle};
pub use decide::{Decision, decide, stands};
pub use remove::remove;
pub use say::{Spoken, say};
pub use support::support;
pub use write::{TextForm, write};

use crate::{Result, subject};
use domain::consultation::Calendar;
use domain::refusal::Refusal;
use store::consultations::Consultation;
use store::draft_texts::DraftText;
use store::{Db, Uid};

/// Loads the text of a consultation and holds it.
fn load(db: &mut Db, slug: &str) -> Result<(DraftText, Consultation, Calendar)> {
    let (consultation, calendar) = subject::consultation(db, slug)?;
    let found = store::draft_texts::of_consultation(db, consultation.id)?.ok_or(Refusal::NotFound)?;
    store::draft_texts::hold(db, found.id)?;
    // Again: another transaction may just have changed it.
    let found = store::draft_texts::find(db, found.id)?.ok_or(Refusal::NotFound)?;
    Ok((found, consultation, calendar))
}

/// Whether a contribution asks for a change of a text: then it is decided upon with the text, and nowhere else.
pub(crate) fn is_amendment(db: &mut Db, contribution: Uid) -> Result<bool> {
    match store::draft_texts::said(db, contribution)? {
        Some((said, _)) => Ok(said.word()?.is_amendment()),
        None => Ok(false),
    }
}

/// What a contribution is found by: its text, and the words that it proposes for a paragraph.
pub(crate) fn indexed(db: &mut Db, contribution: Uid, body: &str) -> Result<String> {
    let said = store::draft_texts::said(db, contribution)?;
    Ok(said.map_or_else(|| body.to_owned(), |(said, _)| [body, &said.wording].join("\n")))
}

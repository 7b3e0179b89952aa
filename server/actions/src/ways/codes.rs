//! Codes printed on letters: drawn, given away once, kept only as the marks that they leave.

use super::running;
use super::seat::code_mark;
use crate::{App, Error, Result, random};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::letter_code::LETTER;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use domain::vote::Level;
use store::ways::Code;
use store::{Db, Uid};

/// Most codes made at once.
pub const BATCH_MAX: i32 = 20_000;
/// Most codes of a box.
pub const CODES_MAX: i32 = 100_000;

/// A letter to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its number.
    pub number: i32,
    /// Its code, which exists nowhere else.
    pub code: String,
}

/// Makes codes.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotYourRole` where the box takes no letters, `Settled` once it is counted, a fault of `count`
/// outside 1 to [`BATCH_MAX`] or beyond [`CODES_MAX`] in all, or the store's failure.
pub async fn make_codes(app: &App, viewer: Viewer, id: BoxId, count: i32) -> Result<Vec<Letter>> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    if !(1..=BATCH_MAX).contains(&count) {
        return Err(Error::fault("count", Fault::Shape));
    }
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let (found, pepper) = running(db, id, Level::PrintedCode)?;
            let letters = add(db, id, &pepper, count)?;
            let event = Event::new(EventKind::CodesMade).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            Ok(letters)
        })
        .await
}

/// Cancels the code of a letter that was lost, and makes another one if asked to.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotYourRole`, `Settled` once the box is counted, a fault of `number` (`Choice`: there is no such letter;
/// `Taken`: it was cancelled already, or has voted), or the store's failure.
pub async fn cancel_code(app: &App, viewer: Viewer, id: BoxId, number: i32, replace: bool) -> Result<Option<Letter>> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let (found, pepper) = running(db, id, Level::PrintedCode)?;
            let code = store::ways::numbered(db, id, number)?.ok_or_else(|| Error::fault("number", Fault::Choice))?;
            if code.cancelled || store::votes::is_enrolled(db, id, &code.mark)? {
                return Err(Error::fault("number", Fault::Taken));
            }
            store::ways::cancel_code(db, &code)?;
            let letter = if replace { add(db, id, &pepper, 1)?.pop() } else { None };
            let event = Event::new(EventKind::CodeCancelled).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            Ok(letter)
        })
        .await
}

fn add(db: &mut Db, id: Uid, pepper: &[u8], count: i32) -> Result<Vec<Letter>> {
    let last = store::ways::last_code(db, id)?;
    if last.saturating_add(count) > CODES_MAX {
        return Err(Refusal::TooManyAttempts.into());
    }
    let letters: Vec<Letter> = (last + 1..=last + count).map(|number| Letter { number, code: random::code(LETTER) }).collect();
    let row =
        |letter: &Letter| code_mark(pepper, &letter.code).map(|mark| Code { box_id: id, mark, number: letter.number, cancelled: false });
    let rows: Vec<Code> = letters.iter().filter_map(row).collect();
    store::ways::add_codes(db, &rows)?;
    Ok(letters)
}

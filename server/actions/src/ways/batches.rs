//! Type in a batch of paper ballots: once by one agent, once by another who does not see the first typing. Only what agrees counts.

use super::compare::agree;
use super::lines::{self, Line};
use super::running;
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::{BatchState, Level};
use store::paper::Batch;
use store::{Db, Uid};

/// Most batches of a box.
pub const BATCHES_MAX: i64 = 1_000;

/// What became of a typing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typing {
    /// It is the first: a colleague types the same papers.
    First,
    /// It is the second and says the same: the ballots are in the box.
    Agreed,
    /// It is the second, and some papers were typed differently.
    Differs,
    /// These lines are no ballots. Nothing was kept.
    Faulty(Vec<usize>),
    /// The first typing has another number of papers. Nothing was kept.
    OtherSize,
}

/// Types a batch in.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotOpenNow` before the opening, `AlreadyDone` when the batch was typed twice, or once by the same agent,
/// or the store's failure.
pub async fn type_batch(app: &App, viewer: Viewer, id: BoxId, number: i32, typed: &str) -> Result<Typing> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    let (now, id, typed) = (app.now(), Uid::of(id), typed.to_owned());
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let (found, _) = running(db, id, Level::Paper)?;
            if now < found.row.opens_at.0 || number < 1 {
                return Err(Refusal::NotOpenNow.into());
            }
            let lines = match lines::read(&found.form, &found.choices(), &typed) {
                Ok(lines) => lines,
                Err(faulty) => return Ok(Typing::Faulty(faulty)),
            };
            let outcome = keep(db, id, number, viewer, &lines)?;
            let event = Event::new(EventKind::PaperTyped).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            if outcome == Typing::Agreed {
                let event = Event::new(EventKind::PaperAgreed).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
                store::journal::append(db, &event, now)?;
            }
            Ok(outcome)
        })
        .await
}

fn keep(db: &mut Db, id: Uid, number: i32, viewer: Viewer, lines: &[Line]) -> Result<Typing> {
    let texts: Vec<String> = lines.iter().map(|line| line.text().to_owned()).collect();
    let Some(batch) = store::paper::batch(db, id, number)? else {
        let count = store::paper::batches(db, id, BATCHES_MAX)?.len();
        if i64::try_from(count).is_ok_and(|count| count >= BATCHES_MAX) {
            return Err(Refusal::TooManyAttempts.into());
        }
        let size = i32::try_from(texts.len()).unwrap_or(i32::MAX);
        let state = BatchState::Once.code().to_owned();
        let batch = Batch { box_id: id, number, state, size, spoiled: 0, first_by: viewer.actor.map(Uid::of) };
        store::paper::begin(db, batch)?;
        store::paper::put_lines(db, id, number, 1, &texts)?;
        return Ok(Typing::First);
    };
    if batch.state != BatchState::Once.code() || batch.first_by == viewer.actor.map(Uid::of) {
        return Err(Refusal::AlreadyDone.into());
    }
    let first = store::paper::lines(db, id, number, 1)?;
    if first.len() != texts.len() {
        return Ok(Typing::OtherSize);
    }
    if first == texts {
        agree(db, id, number, texts)?;
        return Ok(Typing::Agreed);
    }
    store::paper::put_lines(db, id, number, 2, &texts)?;
    store::paper::step(db, id, number, BatchState::Differs.code(), 0)?;
    Ok(Typing::Differs)
}

/// Throws away what was typed of a batch that does not count yet.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `Settled` when its ballots are in the box, or the store's failure.
pub async fn drop_batch(app: &App, viewer: Viewer, id: BoxId, number: i32) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let (found, _) = running(db, id, Level::Paper)?;
            let batch = store::paper::batch(db, id, number)?.ok_or(Refusal::NotFound)?;
            if batch.state == BatchState::Agreed.code() {
                return Err(Refusal::Settled.into());
            }
            store::paper::drop_batch(db, id, number)?;
            let event = Event::new(EventKind::PaperDropped).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

//! Where two typings of a batch differ, and a third look at the papers that settles it.

use super::lines::{self, Line};
use super::running;
use crate::{App, Result, random};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::{BatchState, Level};
use store::{Db, Uid};

/// A paper that was typed in two ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its place in the batch, from 1.
    pub line: usize,
    /// What the first typing says, as it would be typed.
    pub first: String,
    /// What the second says.
    pub second: String,
}

/// The papers of a batch on which its two typings differ.
///
/// # Errors
/// `NotFound` when there is no such batch or it does not differ, or the store's failure.
pub fn differences(db: &mut Db, id: Uid, number: i32) -> Result<Vec<Difference>> {
    let batch = store::paper::batch(db, id, number)?.ok_or(Refusal::NotFound)?;
    if batch.state != BatchState::Differs.code() {
        return Err(Refusal::NotFound.into());
    }
    let (first, second) = (store::paper::lines(db, id, number, 1)?, store::paper::lines(db, id, number, 2)?);
    let both = (1..).zip(first.iter().zip(&second)).filter(|(_, (first, second))| first != second);
    Ok(both.map(|(line, (first, second))| Difference { line, first: lines::typed(first), second: lines::typed(second) }).collect())
}

/// Settles the papers on which two typings differ: `looked` is what each of them really says, in their order. Gives the lines that are no ballots;
/// when there are none, the batch is in the box.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, or the store's failure.
pub async fn resolve(app: &App, viewer: Viewer, id: BoxId, number: i32, looked: Vec<String>) -> Result<Vec<usize>> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let (found, _) = running(db, id, Level::Paper)?;
            let open = differences(db, id, number)?;
            let mut texts = store::paper::lines(db, id, number, 1)?;
            let mut faulty = Vec::new();
            for (place, difference) in open.iter().enumerate() {
                let typed = looked.get(place).map_or("", String::as_str);
                let line = Line::parse(&found.form, &found.choices(), typed);
                match (line, difference.line.checked_sub(1).and_then(|at| texts.get_mut(at))) {
                    (Some(line), Some(text)) => line.text().clone_into(text),
                    (None, _) | (_, None) => faulty.push(difference.line),
                }
            }
            if !faulty.is_empty() {
                return Ok(faulty);
            }
            agree(db, id, number, texts)?;
            let event = Event::new(EventKind::PaperAgreed).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            Ok(faulty)
        })
        .await
}

/// Puts a batch in the box and forgets its lines.
pub(super) fn agree(db: &mut Db, id: Uid, number: i32, texts: Vec<String>) -> Result<()> {
    let papers = texts.len();
    let ballots: Vec<(Vec<u8>, String)> =
        texts.into_iter().filter(|text| text != lines::SPOILED).map(|text| (random::bytes::<32>().to_vec(), text)).collect();
    let spoiled = i32::try_from(papers - ballots.len()).unwrap_or(0);
    store::paper::put_in(db, id, &ballots)?;
    store::paper::forget_lines(db, id, number)?;
    Ok(store::paper::step(db, id, number, BatchState::Agreed.code(), spoiled)?)
}

//! Load a file of what projects raised: all of it, or nothing.

use super::{Told, event, keep, load};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::funding::{self, FileLine, ReportSource};
use domain::id::FundingId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::Uid;

/// The faults of a file: line (from 1; 0 for the file as a whole) and column.
pub type FileFaults = Vec<(usize, &'static str)>;

/// Loads lines `project;raised;contributors`. Gives how many were loaded, or the faults: then nothing changed.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn load_file(app: &App, viewer: Viewer, text: &str) -> Result<std::result::Result<usize, FileFaults>> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let known = |line: FileLine| FundingId::parse(&line.project).map(|id| (id, Uid::of(app.new_id::<FundingId>()), line));
    let mut lines: Vec<(FundingId, Uid, FileLine)> = match funding::read_file(text) {
        Ok(lines) => match lines.into_iter().map(known).collect() {
            Some(lines) => lines,
            None => return Ok(Err(vec![(0, "project")])),
        },
        Err(faults) => return Ok(Err(faults)),
    };
    // Held in one order, so that two files do not wait for each other.
    lines.sort_by_key(|(id, ..)| *id);
    let (now, source) = (app.now(), ReportSource::File);
    let kept = app.store.write(move |db| {
        let count = lines.len();
        for (id, new, line) in lines {
            let row = load(db, id)?;
            if row.published_at.is_none() {
                return Err(Error::Refused(Refusal::NotPublished));
            }
            let told = Told { raised: line.raised, contributors: line.contributors, source, news: String::new() };
            let row = keep(db, row, new, told, now)?;
            store::journal::append(db, &event(EventKind::FundingReported, &row).by(viewer.actor).detail(source.code()), now)?;
        }
        Ok(count)
    });
    match kept.await {
        Ok(count) => Ok(Ok(count)),
        Err(Error::Refused(Refusal::NotFound | Refusal::NotPublished)) => Ok(Err(vec![(0, "project")])),
        Err(other) => Err(other),
    }
}

//! Projects that look for money: written and published by agents, reported on by hand, by a file or by the platform. No money passes through here.
//! Docs: docs/decisions/0033.

mod file;
mod form;
mod hook;
mod report;
mod write;

pub use file::{FileFaults, load_file};
pub use form::{ProjectForm, ReportForm};
pub use hook::{Refused, hear, make_secret};
pub use report::report;
pub use write::{draft, edit, publish};

use crate::Result;
use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::funding::ReportSource;
use domain::id::FundingId;
use domain::refusal::Refusal;
use store::funding::{Project, Report};
use store::{At, Db, Uid};

/// What is reported: cents, people, from where it is known, news.
struct Told {
    raised: i64,
    contributors: i32,
    source: ReportSource,
    news: String,
}

/// A project, held until the end of the transaction.
fn load(db: &mut Db, id: FundingId) -> Result<Project> {
    store::funding::hold(db, Uid::of(id))?;
    Ok(store::funding::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?)
}

/// An event about a project.
fn event(kind: EventKind, of: &Project) -> Event {
    Event::new(kind).on(of.id.0)
}

/// Keeps what is reported of a project that is held: a line of its history, and the figures of its page.
fn keep(db: &mut Db, mut row: Project, id: Uid, told: Told, now: Timestamp) -> Result<Project> {
    row.raised = told.raised;
    row.contributors = told.contributors;
    // An amount that a platform reports is no edition: feeds would show the same words as new after each gift.
    if told.source != ReportSource::Platform {
        row.edited_at = At(now);
    }
    store::funding::update(db, &row)?;
    let line = Report {
        id,
        project_id: row.id,
        raised: told.raised,
        contributors: told.contributors,
        source: told.source.code().to_owned(),
        news: told.news,
        reported_at: At(now),
    };
    store::funding::report(db, &line)?;
    Ok(row)
}

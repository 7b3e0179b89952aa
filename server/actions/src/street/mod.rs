//! Reports from the street: made, confirmed, followed, worked on by agents, sent to the collectivity that is competent.

mod areas;
mod arrange;
mod follow;
mod form;
mod forward;
mod groups;
mod hear;
mod hide;
mod late;
mod letters;
mod make;
mod merge;
mod messages;
mod on_behalf;
mod photo;
mod services;
mod sweep;
mod tend;

pub use areas::{AreaForm, add_area, remove_area};
pub use arrange::{CategoryForm, add_template, keep_category, remove_template};
pub use follow::{answer_letter, follow, follow_by_mail, unfollow};
pub use form::{Contact, ReportForm};
pub use forward::{forward, take_back};
pub(crate) use hear::hear;
pub use hear::{Heard, Incoming, Said};
pub use hide::hide;
pub(crate) use letters::left;
pub use letters::of_letter;
pub use make::{Made, ground, make, make_by_program};
pub use merge::merge;
pub use messages::{Message, message};
pub use on_behalf::on_behalf;
pub use photo::{cover_photo, keep_photo, wants_photo};
pub use services::{ServiceForm, keep_service};
pub(crate) use sweep::sweep;
pub use tend::{TendForm, tend};

use domain::Timestamp;
use domain::refusal::Refusal;
use domain::street::ReportState;
use jiff::SignedDuration;
use store::street::{Report, Step};
use store::{At, Db, Uid};

use crate::{Result, random};

/// The report with this number, held until the end of the transaction.
fn held(db: &mut Db, number: i64) -> Result<Report> {
    Ok(store::street::hold(db, number)?.ok_or(Refusal::NotFound)?)
}

/// What an agent or another collectivity did, apart from the state that follows from the report itself.
#[derive(Default)]
struct Deed {
    words: String,
    note: String,
    agent: Option<Uid>,
    said_by: String,
}

/// Moves a report to a state, at this time.
fn put(row: &mut Report, state: ReportState, now: Timestamp) {
    state.code().clone_into(&mut row.state);
    row.changed_at = At(now);
    row.closed_at = if state.is_closed() { row.closed_at.or(Some(At(now))) } else { None };
    if state != ReportState::Refused {
        row.reason = None;
        row.competent.clear();
    }
}

/// Keeps a report as it is now, with the step that led there.
fn keep(db: &mut Db, row: &Report, deed: Deed, now: Timestamp) -> Result<()> {
    store::street::update(db, row)?;
    // In the order in which they happened, also within one instant or when a clock goes back.
    let after = store::street::last_step_at(db, row.id)?.map(|last| last.0 + SignedDuration::from_micros(1));
    let step = Step {
        id: Uid(random::uuid_v7(now)),
        report_id: row.id,
        at: At(after.map_or(now, |after| after.max(now))),
        state: row.state.clone(),
        reason: row.reason.clone(),
        words: deed.words,
        note: deed.note,
        service: row.service.clone(),
        agent_id: deed.agent,
        said_by: deed.said_by,
    };
    store::street::step(db, step)?;
    groups::changed(db, row, now)
}

//! Letters about a report: to whoever made it and to those who follow it.

use domain::Timestamp;
use domain::id::LetterId;
use domain::street::ReportState;
use store::street::Report;
use store::street::followers::{self, Follower};
use store::{Db, Uid};

use crate::{Result, jobs, random};

/// The page that a secret opens.
fn link(secret: &str) -> String {
    format!("/street/mail/{secret}")
}

/// Asks an address to confirm a report or a following.
pub(super) fn ask(db: &mut Db, follower: &Follower, now: Timestamp) -> Result<()> {
    let Some(email) = &follower.email else { return Ok(()) };
    let kind = if follower.reporter { "street_confirm" } else { "street_follow" };
    let id = LetterId(random::uuid_v7(now));
    jobs::post(db, &jobs::letter(id, kind, (email, &follower.name, &follower.lang), link(&follower.secret), now), now)
}

/// Tells everybody who follows a report where it stands now, but `except`, who did it themselves.
pub(super) fn tell(db: &mut Db, report: &Report, except: Option<Uid>, now: Timestamp) -> Result<()> {
    let kind = match report.state()? {
        ReportState::Received => "street_received",
        ReportState::Accepted | ReportState::Assigned | ReportState::InProgress => "street_accepted",
        ReportState::Forwarded => "street_forwarded",
        ReportState::Resolved => "street_resolved",
        ReportState::Refused => "street_refused",
        ReportState::Duplicate => "street_duplicate",
    };
    let mine = match except {
        Some(account) => followers::of_account(db, report.id, account)?.map(|follower| follower.secret),
        None => None,
    };
    for to in followers::recipients(db, report.id)? {
        if mine.as_ref() == Some(&to.secret) {
            continue;
        }
        let id = LetterId(random::uuid_v7(now));
        jobs::post(db, &jobs::letter(id, kind, (&to.email, &to.name, &to.lang), link(&to.secret), now), now)?;
    }
    Ok(())
}

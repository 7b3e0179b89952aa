//! Reports that come from other servers: about our contributions, so many of each server.

use crate::contributions::report;
use crate::{Error, Result};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::id::{ContributionId, ReportId};
use domain::moderation::Reason;
use store::Db;

/// Most contributions that one report may name.
const REPORTED_MAX: usize = 10;
/// Most reports from one server that wait for a decision: what comes beyond is not kept (B15).
const REPORTS_PER_HOST: i64 = 50;

/// Keeps a report of each contribution that is named, as far as there is room for reports of this server.
pub(super) fn keep(
    db: &mut Db,
    (viewer, host): (Viewer, &str),
    contributions: &[ContributionId],
    note: &str,
    first: ReportId,
    now: Timestamp,
) -> Result<()> {
    let note: String = note.chars().take(domain::text::SHORT_MAX).collect();
    let room = usize::try_from(REPORTS_PER_HOST - store::barriers::reports_from(db, host)?).unwrap_or(0);
    for (index, contribution) in contributions.iter().take(REPORTED_MAX.min(room)).enumerate() {
        let id = ReportId(uuid::Uuid::from_u128(first.0.as_u128().wrapping_add(u128::try_from(index).unwrap_or(0))));
        match report::notice(db, viewer, (*contribution, id), Reason::Other, note.clone(), now) {
            Ok(()) | Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

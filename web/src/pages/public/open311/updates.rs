//! What happened to reports, for programs that follow many: the list of updates that FixMyStreet added to the specification
//! (<https://fixmystreet.org/developers/open311/>).

use super::shape::{Cell, ROWS_MAX, Rows, moment, text};
use super::{Answer, Asked, requests};
use domain::street::ReportState;
use store::At;
use store::street::lists;

/// `GET /open311/v2/servicerequestupdates`.
pub(super) async fn list(asked: &Asked) -> Answer {
    let (from, until) = requests::range(asked)?;
    let most = i64::try_from(ROWS_MAX).unwrap_or(i64::MAX);
    let steps = asked.web.app.store.read(move |db| lists::updates(db, At(from), At(until), most)).await?;
    let rows = steps.into_iter().map(|(step, number)| {
        let closed = ReportState::parse(&step.state).is_some_and(ReportState::is_closed);
        vec![
            ("update_id", Cell::Text(step.id.0.to_string())),
            ("service_request_id", Cell::Whole(number)),
            ("status", text(if closed { "closed" } else { "open" })),
            ("updated_datetime", moment(step.at.0)),
            ("description", text(&step.words)),
        ]
    });
    Ok(Rows { root: "service_request_updates", item: Some("request_update"), rows: rows.collect() })
}

//! Reports from the street: to the collectivity that is competent, and from it to the one that sent them.

use actions::abroad::Parcel;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::street::ReportState;
use serde_json::{Value, json};
use store::Uid;
use store::journal::Line;
use store::street::Report;
use store::street::routes::Route;

use super::{Draft, contribution_of, parcel};
use crate::documents::{self, AnswerInput, ReportInput};
use crate::inbox::digest;
use crate::service::{Error, Federation};
use crate::{actors, audience, objects};

/// A report with its way to or from another collectivity, and that one's address.
struct Way {
    report: Report,
    /// What is said of it: of another report, once it was joined to that one.
    told: Report,
    route: Route,
    uri: String,
    category: String,
    words: String,
}

async fn way(fed: &Federation, line: &Line, inward: bool) -> Result<Option<Way>, Error> {
    let id = contribution_of(line)?;
    let read = fed.app.store.read(move |db| {
        // A line of what was sent is of its way; older ones were of the report, and meant the latest way.
        let found = match store::street::routes::addressed(db, id)? {
            Some(way) => Some(way),
            None => store::street::routes::of(db, id, inward)?.map(|(route, _, _, uri)| (route, uri)),
        };
        let Some((route, Some(uri))) = found else { return Ok(None) };
        let Some(report) = store::street::find(db, route.report_id)? else { return Ok(None) };
        // That it was joined is said of itself; later things, of the other one, as far as everybody may know them.
        let joined = !inward || route.state != ReportState::Duplicate.code();
        let category = store::street::category(db, report.category_id)?.map(|category| category.name).unwrap_or_default();
        let other = match report.duplicate_of.filter(|_| joined) {
            Some(other) => store::street::find(db, other)?.filter(Report::is_public),
            None => None,
        };
        let told = other.unwrap_or_else(|| report.clone());
        let words = store::street::steps(db, told.id)?.pop().map(|step| step.words).unwrap_or_default();
        Ok::<_, store::Error>(Some(Way { report, told, route, uri, category, words }))
    });
    Ok(read.await?)
}

/// A report was sent, or taken back.
pub(super) async fn forwarded(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(way) = way(fed, line, false).await? else { return Ok(Vec::new()) };
    let (collectivity, report, links) = (objects::collectivity(fed).await?, &way.report, &fed.app.links);
    let page = links.absolute(&format!("/street/{}", report.number));
    // What was hidden since is sent without its words.
    let words = if report.is_public() { report.body.clone() } else { String::new() };
    // One that was covered since has another address: whoever has the old one reads it anew.
    let picture = report.photo_id.filter(|_| report.is_public()).map(|id| format!("{page}/photo?v={}", tag(id)));
    let input = ReportInput {
        by: actors::uri_of(fed, &collectivity),
        to: way.uri.clone(),
        kind: report.kind.clone(),
        category: way.category.clone(),
        words,
        address: if report.is_public() { report.address.clone() } else { String::new() },
        place: report.place(),
        picture,
        withdrawn: line.detail.as_deref() == Some("taken_back"),
        hidden: !report.is_public(),
        sent: way.route.sent_at.0,
        id: page,
    };
    handed(fed, &way, &documents::street_report(&input), way.route.sent_at.0).await
}

/// What tells one picture from another, without its id.
fn tag(photo: Uid) -> String {
    URL_SAFE_NO_PAD.encode(digest(&photo.0.to_string()))
}

/// Something was said of a report that came from another collectivity.
pub(super) async fn said(fed: &Federation, line: &Line) -> Result<Vec<Parcel>, Error> {
    let Some(way) = way(fed, line, true).await?.filter(|way| way.route.turn > 0) else { return Ok(Vec::new()) };
    let (collectivity, report, at) = (objects::collectivity(fed).await?, &way.report, way.told.changed_at.0);
    let input = AnswerInput {
        page: fed.app.links.absolute(&format!("/street/{}", report.number)),
        by: actors::uri_of(fed, &collectivity),
        to: way.uri.clone(),
        report: way.route.uri.clone(),
        turn: way.route.turn,
        state: way.told.state.clone(),
        reason: way.told.reason.clone(),
        competent: way.told.competent.clone(),
        words: way.words.clone(),
        at,
    };
    handed(fed, &way, &documents::street_answer(&input), at).await
}

async fn handed(fed: &Federation, way: &Way, document: &Value, at: domain::Timestamp) -> Result<Vec<Parcel>, Error> {
    let collectivity = objects::collectivity(fed).await?;
    let own = actors::uri_of(fed, &collectivity);
    let signed = fed.prove(&collectivity, document, at).await?;
    let id = fed.app.new_id::<uuid::Uuid>();
    let body = documents::hand(&fed.app.links.activity(id), &own, &json!([way.uri]), &signed);
    let to: Uid = way.route.actor_id;
    let draft = Draft { kind: "Create", actor: &collectivity, object: way.report.id, public: false, body, id };
    Ok(vec![parcel(&draft, audience::of(fed, to, collectivity.id).await?, fed.app.now())])
}

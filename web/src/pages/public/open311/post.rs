//! A program reports something, with the key of an account (`parvis admin token`).

use super::shape::{Cell, Row, Rows};
use super::{Answer, Asked, No};
use crate::Web;
use actions::street::{Contact, Made, ReportForm};
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use domain::actor::Viewer;
use domain::place::PlaceFault;
use domain::refusal::Refusal;
use domain::street::ReportKind;
use domain::text::Fault;
use http::{HeaderMap, StatusCode};

/// Days are the one thing that can be said of what will happen.
// ftl: street-promise
fn made(asked: &Asked, made: &Made, days: i32) -> Row {
    let notice = if days > 0 { Cell::Text(asked.t.count("street-promise", days)) } else { Cell::Nothing };
    vec![("service_request_id", Cell::Whole(made.number)), ("service_notice", notice), ("account_id", Cell::Nothing)]
}

/// `POST /open311/v2/requests`. Some clients say the key and the jurisdiction in the address; what the body says comes first.
pub(super) async fn send(
    State(web): State<Web>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let pairs = [&body[..], query.unwrap_or_default().as_bytes()].join(&b'&');
    let asked = Asked::new(web, &name, &headers, &pairs);
    let answer =
        if asked.name == "requests" && asked.format.is_known() { keep(&asked).await } else { Err(No(StatusCode::NOT_FOUND, "path")) };
    asked.answer(answer)
}

async fn viewer(asked: &Asked) -> Result<Viewer, No> {
    let key = asked.get("api_key").ok_or(No(StatusCode::FORBIDDEN, "key"))?;
    let found = actions::accounts::whose_token(&asked.web.app, key).await;
    found.map_err(|_failed| No(StatusCode::INTERNAL_SERVER_ERROR, "failed"))?.ok_or(No(StatusCode::FORBIDDEN, "key"))
}

async fn keep(asked: &Asked) -> Answer {
    asked.jurisdiction()?;
    let viewer = viewer(asked).await?;
    let code = asked.get("service_code").ok_or(No(StatusCode::BAD_REQUEST, "no_service"))?.to_owned();
    let wanted = code.clone();
    let found = asked.web.app.store.read(move |db| store::street::category_by_code(db, &wanted)).await?;
    let category = found.filter(|category| category.closed_at.is_none()).ok_or(No(StatusCode::NOT_FOUND, "service"))?;
    let field = |name: &str| asked.get(name).unwrap_or_default().to_owned();
    // An address id is of a list of addresses that this server does not have: it is kept as it is said.
    let address = asked.get("address_string").or_else(|| asked.get("address_id")).unwrap_or_default().to_owned();
    let form = ReportForm {
        kind: asked.get("attribute[kind]").unwrap_or(ReportKind::Anomaly.code()).to_owned(),
        category: code,
        body: field("description"),
        address,
        latitude: field("lat"),
        longitude: field("long"),
        sending: String::new(),
    };
    let name = [field("first_name"), field("last_name")].join(" ");
    let contact = Contact { email: field("email"), name: name.trim().to_owned(), phone: field("phone") };
    match actions::street::make_by_program(&asked.web.app, viewer, &form, &contact, asked.get("media_url").unwrap_or_default()).await {
        Ok(done) => Ok(Rows { root: "service_requests", item: Some("request"), rows: vec![made(asked, &done, category.days)] }),
        Err(actions::Error::Faulty(faults)) => Err(No(StatusCode::BAD_REQUEST, fault(&faults))),
        Err(actions::Error::Refused(Refusal::TooManyAttempts)) => Err(No(StatusCode::TOO_MANY_REQUESTS, "many")),
        Err(actions::Error::Refused(_)) => Err(No(StatusCode::FORBIDDEN, "key")),
        Err(error) => {
            tracing::error!(%error, "a report of a program could not be kept");
            Err(No(StatusCode::INTERNAL_SERVER_ERROR, "failed"))
        }
    }
}

/// What is wrong with what a program sent, by the first field that is.
fn fault(faults: &actions::Faults) -> &'static str {
    match faults.first() {
        Some(("spot", Fault::Place(PlaceFault::Outside))) => "outside",
        Some(("spot" | "spot_address", _)) => "place",
        Some(("email" | "name" | "phone", _)) => "contact",
        Some(("kind", _)) => "kind",
        Some(("media", _)) => "media",
        Some(_) | None => "description",
    }
}

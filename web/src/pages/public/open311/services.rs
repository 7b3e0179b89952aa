//! What can be reported, for programs: discovery, the list, and what more is asked of each.

use super::shape::{Cell, Row, Rows, moment, text};
use super::{Answer, Asked, No};
use domain::street::ReportKind;
use http::StatusCode;
use store::street::Category;

/// `GET /open311/v2/discovery`: where this is, and in which forms (<https://wiki.open311.org/Service_Discovery/>).
pub(super) fn discovery(asked: &Asked) -> Rows {
    let links = &asked.web.app.links;
    let formats = |kinds: &[&str]| kinds.iter().map(|kind| vec![("format", text(kind))]).collect::<Vec<Row>>();
    let end = vec![
        ("specification", text("https://wiki.open311.org/GeoReport_v2")),
        ("url", Cell::Text(links.absolute("/open311/v2"))),
        ("changeset", moment(asked.web.app.now())),
        ("type", text("production")),
        ("formats", Cell::List("format", formats(&["text/xml", "application/json"]))),
    ];
    let row = vec![
        ("changeset", moment(asked.web.app.now())),
        ("contact", Cell::Text(links.absolute("/about/legal"))),
        ("key_service", Cell::Text(links.absolute("/about/legal"))),
        ("endpoints", Cell::List("endpoint", vec![end])),
    ];
    Rows { root: "discovery", item: None, rows: vec![row] }
}

/// `GET /open311/v2/services`.
pub(super) async fn list(asked: &Asked) -> Answer {
    let categories = asked.web.app.store.read(|db| store::street::categories(db, false)).await?;
    let row = |category: &Category| {
        vec![
            ("service_code", text(&category.code)),
            ("service_name", text(&category.name)),
            ("description", text(&category.description)),
            ("metadata", Cell::Flag(true)),
            ("type", text("realtime")),
            ("keywords", text(&category.family)),
            ("group", text(&category.family)),
        ]
    };
    Ok(Rows { root: "services", item: Some("service"), rows: categories.iter().map(row).collect() })
}

/// `GET /open311/v2/services/{code}`: whether it is a problem, a suggestion or a thank you.
// ftl: street-kind-*
pub(super) async fn one(asked: &Asked) -> Answer {
    let code = asked.name.clone();
    let found = asked.web.app.store.read(move |db| store::street::category_by_code(db, &code)).await?;
    let category = found.filter(|category| category.closed_at.is_none()).ok_or(No(StatusCode::NOT_FOUND, "service"))?;
    let value = |kind: &ReportKind| vec![("key", text(kind.code())), ("name", Cell::Text(asked.t.code("street-kind", kind.code())))];
    let attribute = vec![
        ("variable", Cell::Flag(true)),
        ("code", text("kind")),
        ("datatype", text("singlevaluelist")),
        ("required", Cell::Flag(false)),
        ("datatype_description", Cell::Nothing),
        ("order", Cell::Whole(1)),
        ("description", Cell::Text(asked.t.get("street-kind-which"))),
        ("values", Cell::List("value", ReportKind::ALL.iter().map(value).collect())),
    ];
    let row = vec![("service_code", text(&category.code)), ("attributes", Cell::List("attribute", vec![attribute]))];
    Ok(Rows { root: "service_definition", item: None, rows: vec![row] })
}

//! Ask for the newsletter.

use super::{Ground, segments};
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use domain::newsletter::Segment;
use serde::Deserialize;
use store::At;

/// Earlier issues that the page names.
const ISSUES: i64 = 20;

#[derive(Template)]
#[template(path = "newsletter/subscribe.html")]
struct Subscribe {
    page: Page,
    faults: Faulty,
    email: String,
    segments: Vec<Choice>,
    /// What one agrees to, as it will be kept.
    consent: String,
    /// Path, title, language and day of the earlier issues.
    issues: Vec<(String, String, String, At)>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages::public) struct Asked {
    segment: String,
}

/// `GET /newsletter?segment=…`.
pub(in crate::pages::public) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let segment = Segment::parse(&asked.segment).unwrap_or(Segment::All).code();
    page(&visit, String::new(), &segment, &actions::Faults::new()).await
}

/// `POST /newsletter`: a letter goes to the address. The answer is the same for every address.
pub(in crate::pages::public) async fn ask(visit: Visit, Posted(fields): Posted<Fields>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Letter, &visit.client.bucket())?;
    let consent = consent(&visit.page("newsletter-title").await?);
    let agreed = (fields.get("consent") == "on", consent.as_str());
    match actions::newsletters::subscribe(app, fields.get("email"), fields.get("segment"), agreed, visit.lang).await {
        Ok(()) => Ok(done("/newsletter", "newsletter-asked")),
        Err(actions::Error::Faulty(faults)) => page(&visit, fields.get("email").to_owned(), fields.get("segment"), &faults).await,
        Err(other) => Err(other.into()),
    }
}

fn consent(page: &Page) -> String {
    page.t.with1("newsletter-consent", "place", page.instance.name.as_str())
}

async fn page(visit: &Visit, email: String, segment: &str, faults: &actions::Faults) -> Reply {
    let chosen = segment.to_owned();
    let read = visit.web.app.store.read(move |db| {
        let offered = Ground::read(db, &chosen)?;
        Ok::<_, Error>((offered, store::newsletters::sent(db, ISSUES)?))
    });
    let (offered, issues) = read.await?;
    let page = visit.page("newsletter-title").await?.with_faults(!faults.is_empty());
    let view = Subscribe {
        faults: Faulty::new(&page.t, faults),
        email,
        segments: segments(&page, offered, segment),
        consent: consent(&page),
        issues: issues
            .into_iter()
            .map(|row| (format!("/newsletter/{}", row.id.0), row.title, row.lang, row.sent_at.unwrap_or(row.edited_at)))
            .collect(),
        page,
    };
    html_with(if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, view)
}

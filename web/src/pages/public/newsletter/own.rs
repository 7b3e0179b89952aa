//! One's own subscription: the confirmation of the address, and the end of it. Whoever has the address of the page may do both: it is in the letters
//! alone. So a form needs no other proof, and the button of a mail program works (RFC 8058).

use crate::error::{Error, Reply};
use crate::form::done;
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::{newsletters, random};
use askama::Template;
use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Path, Request};
use domain::newsletter::{Segment, SubscriptionState};
use domain::refusal::Refusal;
use http::{HeaderValue, header};
use url::form_urlencoded;

/// Longest form that is read, in bytes: it says one word.
const FORM_MAX: usize = 16 * 1024;

#[derive(Template)]
#[template(path = "newsletter/own.html")]
struct Own {
    page: Page,
    /// The path of this page, with its secret.
    own: String,
    /// What the letters are about.
    about: String,
    asked: bool,
    confirmed: bool,
}

/// `GET /newsletter/s/{key}`.
pub(in crate::pages::public) async fn show(visit: Visit, Path(key): Path<String>) -> Reply {
    let hash = random::token_hash(&key);
    let read = visit.web.app.store.read(move |db| {
        let found = store::subscriptions::by_key(db, &hash)?.ok_or(Error::Refused(Refusal::LinkExpired))?;
        let name = Segment::parse(&found.segment).map(|segment| newsletters::segment_name(db, segment)).transpose()?.flatten();
        Ok::<_, Error>((found.state()?, name))
    });
    let (state, name) = read.await?;
    let page = visit.page("newsletter-own").await?;
    let up = page.t.get("newsletter-title");
    let page = page.under("/newsletter", up);
    let view = Own {
        own: format!("/newsletter/s/{key}"),
        about: name.unwrap_or_else(|| page.t.get("newsletter-segment-all")),
        asked: state == SubscriptionState::Asked,
        confirmed: state == SubscriptionState::Confirmed,
        page,
    };
    let mut reply = html(view)?;
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    Ok(reply)
}

/// `POST /newsletter/s/{key}`: `act=confirm`, `act=leave`, or `List-Unsubscribe=One-Click` of a mail program.
pub(in crate::pages::public) async fn change(visit: Visit, Path(key): Path<String>, request: Request) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let sent = fields(request).await?;
    let has = |name: &str, value: &str| sent.iter().any(|(key, is)| key == name && is == value);
    let own = format!("/newsletter/s/{key}");
    if has("List-Unsubscribe", "One-Click") {
        newsletters::leave(app, &key).await?;
        // A mail program follows no redirection (RFC 8058 §3.1).
        return show(visit, Path(key)).await;
    }
    if has("act", "leave") {
        newsletters::leave(app, &key).await?;
        return Ok(done(&own, "newsletter-left"));
    }
    if has("act", "confirm") {
        newsletters::confirm(app, &key).await?;
        return Ok(done(&own, "newsletter-confirmed"));
    }
    Err(Error::Unreadable("act".to_owned()))
}

/// What was sent, in either encoding: mail programs use both (RFC 8058 §3.1).
async fn fields(request: Request) -> Result<Vec<(String, String)>, Error> {
    let (parts, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, FORM_MAX).await.map_err(|_too_large| Error::TooLarge)?;
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.to_ascii_lowercase().starts_with("multipart/form-data") {
        return Ok(form_urlencoded::parse(&bytes).into_owned().collect());
    }
    let whole = Request::from_parts(parts, Body::from(bytes));
    let mut parts = Multipart::from_request(whole, &()).await.map_err(|error| Error::Unreadable(error.body_text()))?;
    let mut sent = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|error| Error::Unreadable(error.body_text()))? {
        let name = part.name().unwrap_or_default().to_owned();
        sent.push((name, part.text().await.map_err(|error| Error::Unreadable(error.body_text()))?));
    }
    Ok(sent)
}

//! Around every page: finds out who comes, turns failures into pages in the reader's language, says how long an answer may be kept.

use crate::error::{Error, Failure};
use crate::page::{self, Page};
use crate::texts::Texts;
use crate::viewer::Visit;
use crate::{Web, cookies, form};
use askama::Template;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::lang::Lang;
use domain::refusal::Refusal;
use http::{HeaderValue, Method, StatusCode, header};
use std::sync::Arc;
use store::instance::Instance;
use store::{At, Uid};

/// The middleware around every page.
pub async fn door(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let (mut visit, claims) = Visit::read(&web, &request);
    let mut response = match visit.recognise(claims).await {
        Err(error) => error.into_response(),
        Ok(()) => {
            request.extensions_mut().insert(visit.clone());
            next.run(request).await
        }
    };
    if let Some(error) = failure_of(&response, &visit) {
        response = explain(&visit, &error).await;
    }
    finish(&visit, &mut response);
    response
}

/// What went wrong: an error of ours, or a bare refusal by a library that no page has turned into words.
fn failure_of(response: &Response, visit: &Visit) -> Option<Arc<Error>> {
    if let Some(Failure(error)) = response.extensions().get::<Failure>() {
        return Some(error.clone());
    }
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("text/plain");
    let bare = kind.starts_with("text/plain") && (response.status().is_client_error() || response.status().is_server_error());
    bare.then(|| {
        Arc::new(match response.status() {
            StatusCode::METHOD_NOT_ALLOWED => Error::WrongMethod,
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
            // An id or a page number that cannot be read names nothing that exists.
            StatusCode::BAD_REQUEST if visit.method == Method::GET || visit.method == Method::HEAD => Error::NOT_FOUND,
            status if status.is_client_error() => Error::Unreadable(status.to_string()),
            status => Error::Broken(status.to_string()),
        })
    })
}

/// The page that says what happened. Failures of ours are logged here, once; refusals are the reader's business.
async fn explain(visit: &Visit, error: &Error) -> Response {
    if error.status().is_server_error() {
        tracing::error!(%error, "a page failed");
    }
    let asked_to_read = visit.method == Method::GET || visit.method == Method::HEAD;
    if matches!(error, Error::Refused(Refusal::SignInFirst)) && asked_to_read {
        return form::see(&format!("/sign-in?next={}", form::encode(&visit.here())));
    }
    let page = match visit.page("error-title").await {
        Ok(page) => page,
        Err(_) => Page::new(visit, Arc::new(nowhere(visit)), String::new(), "error-title".into()),
    };
    failure_page(visit, page, error).unwrap_or_else(|_| error.status().into_response())
}

/// The page of an error.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    status: u16,
    title: String,
    text: String,
    /// Where a reader who must sign in first, or needs a new link, goes.
    sign_in: Option<String>,
    /// Where a reader whose form was refused goes back to.
    back: Option<String>,
    /// What they had written, where it is no fault of theirs that it was not kept.
    written: Vec<Field>,
}

/// A field of a form that could not be kept.
struct Field {
    name: String,
    value: String,
    /// Somebody wrote it: it is not a code of ours.
    is_text: bool,
}

impl Field {
    fn new((name, value): (String, String)) -> Self {
        let code =
            value.starts_with('/') || value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'));
        Self { name, value, is_text: !code }
    }
}

fn failure_page(visit: &Visit, mut page: Page, error: &Error) -> Result<Response, Error> {
    let status = error.status();
    // ftl: error-title-*
    let title = page.t.get(&format!("error-title-{}", status.as_u16()));
    let text = match error {
        Error::TooLarge => page.t.with1("error-text-413", "size", form::UPLOAD_MAX / (1024 * 1024)),
        other => page.t.get(&other.text_key()),
    };
    // A link would open the form anew, without what was written; the browser's own way back keeps it.
    let back = visit.came_from.clone().filter(|_| !matches!(status, StatusCode::NOT_FOUND | StatusCode::PAYLOAD_TOO_LARGE));
    let may_sign_in = matches!(error, Error::Refused(Refusal::SignInFirst | Refusal::LinkExpired)) && visit.me.is_none();
    let sign_in = may_sign_in.then(|| format!("/sign-in?next={}", form::encode(back.as_deref().unwrap_or("/"))));
    page.title.clone_from(&title);
    page.flash = None;
    let written = if status.is_server_error() { visit.written.take() } else { Vec::new() };
    // What is only codes needs no giving back: the page before has the button.
    let written: Vec<Field> = written.into_iter().map(Field::new).collect();
    let written = if written.iter().any(|field| field.is_text) { written } else { Vec::new() };
    page::html_with(status, ErrorPage { page, status: status.as_u16(), title, text, sign_in, back, written })
}

/// A stand-in for the instance while the store cannot say who it is.
fn nowhere(visit: &Visit) -> Instance {
    let now = At(visit.web.app.now());
    Instance {
        secret: Vec::new(),
        collectivity_id: Uid::of(uuid::Uuid::nil()),
        territory_kind: "other".to_owned(),
        insee_code: None,
        siren: None,
        name: Texts::new(visit.lang).get("site-nowhere"),
        tagline: String::new(),
        introduction: String::new(),
        latitude: None,
        longitude: None,
        accent: actions::instance::ACCENT.to_owned(),
        logo_id: None,
        banner_id: None,
        lang: Lang::Fr.code().to_owned(),
        time_zone: "Europe/Paris".to_owned(),
        contact: String::new(),
        legal_notice: String::new(),
        created_at: now,
        set_up_at: Some(now),
        revision: 0,
        parent_territory: String::new(),
        data_controller: String::new(),
        data_contact: String::new(),
    }
}

/// How long an answer may be kept, and by whom; and a session that is no more is taken back from the browser.
fn finish(visit: &Visit, response: &mut Response) {
    let headers = response.headers_mut();
    if visit.stale_session
        && !headers.contains_key(header::SET_COOKIE)
        && let Some(cookie) = cookies::drop_session(visit.web.app.links.is_secure())
    {
        headers.append(header::SET_COOKIE, cookie);
    }
    headers.entry(header::CONTENT_LANGUAGE).or_insert(HeaderValue::from_static(visit.lang.code()));
    headers.append(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    let keep = if visit.session.is_some() || visit.stale_session { "private, no-store" } else { "no-cache" };
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(keep));
}

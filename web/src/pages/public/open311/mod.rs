//! Open311 GeoReport v2, in XML and JSON (<https://wiki.open311.org/GeoReport_v2/>): what can be reported, what was, and the door through which programs
//! report. What is hidden, private or not confirmed is never in it, nor anything of whoever reported.

mod post;
mod requests;
mod services;
mod shape;
mod updates;

use axum::extract::{Path, RawQuery, Request, State};
use axum::response::Response;
use domain::lang::Lang;
use http::{HeaderMap, StatusCode, header};
use url::form_urlencoded;

use crate::routes::table;
use crate::texts::Texts;
use crate::{ClientAddress, Web};
use actions::limits::Purpose;
use shape::{Format, Rows};

table! {
    /// The routes of programs that report: no visit, no cookie.
    routes, ROUTES:
    "/open311/v2/{name}" => get list, post post::send;
    "/open311/v2/{kind}/{name}" => get one;
}

/// What a program asks.
struct Asked {
    web: Web,
    t: Texts,
    format: Format,
    /// The name of what is asked for, without its format.
    name: String,
    fields: Vec<(String, String)>,
}

/// Why something is not answered: the status, and the code of the sentence that says so.
#[derive(Debug)]
struct No(StatusCode, &'static str);

impl From<store::Error> for No {
    fn from(error: store::Error) -> Self {
        tracing::error!(%error, "a question of a program failed");
        Self(StatusCode::INTERNAL_SERVER_ERROR, "failed")
    }
}

type Answer = Result<Rows, No>;

impl Asked {
    fn new(web: Web, name: &str, headers: &HeaderMap, pairs: &[u8]) -> Self {
        let (name, format) = Format::of(name);
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let lang = Lang::negotiate(accepted).unwrap_or(Lang::Fr);
        let fields = form_urlencoded::parse(pairs).into_owned().collect();
        Self { web, t: Texts::new(lang), format, name: name.to_owned(), fields }
    }

    /// A parameter; one that is empty is none (GeoReport v2, "Optional Arguments").
    fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// The values of a parameter that may be said several times, or with commas.
    fn all(&self, name: &str) -> Vec<&str> {
        let values = self.fields.iter().filter(|(key, _)| key == name).flat_map(|(_, value)| value.split(','));
        values.map(str::trim).filter(|value| !value.is_empty()).take(shape::ROWS_MAX).collect()
    }

    /// There is one jurisdiction: this one, if any is named.
    fn jurisdiction(&self) -> Result<(), No> {
        let named = self.get("jurisdiction_id").unwrap_or_default();
        let own = self.web.app.links.origin();
        let host = own.split_once("://").map_or(own, |(_, host)| host);
        let bare = |text: &str| text.trim_start_matches("www.").to_ascii_lowercase();
        if named.is_empty() || bare(named) == bare(host) { Ok(()) } else { Err(No(StatusCode::NOT_FOUND, "jurisdiction")) }
    }

    fn limit(&self, client: ClientAddress) -> Result<(), No> {
        let many = self.web.app.limits.check(Purpose::Search, &client.bucket());
        many.map_err(|_too_many| No(StatusCode::TOO_MANY_REQUESTS, "many"))
    }

    // ftl: open311-error-*
    fn answer(&self, answer: Answer) -> Response {
        match answer {
            Ok(rows) => self.format.answer(StatusCode::OK, &rows),
            Err(No(status, code)) => self.format.answer(status, &shape::error(status, self.t.code("open311-error", code))),
        }
    }
}

/// `GET /open311/v2/{name}`: discovery, services, requests, updates.
async fn list(State(web): State<Web>, Path(name): Path<String>, RawQuery(query): RawQuery, request: Request) -> Response {
    let asked = Asked::new(web, &name, request.headers(), query.unwrap_or_default().as_bytes());
    let answer = match asked.limit(ClientAddress::of(request.extensions())).and_then(|()| asked.jurisdiction()) {
        Err(no) => Err(no),
        Ok(()) => match (asked.name.as_str(), asked.format.is_known()) {
            ("discovery", true) => Ok(services::discovery(&asked)),
            ("services", true) => services::list(&asked).await,
            ("requests", true) => requests::list(&asked).await,
            ("servicerequestupdates", true) => updates::list(&asked).await,
            _other => Err(No(StatusCode::NOT_FOUND, "path")),
        },
    };
    asked.answer(answer)
}

/// `GET /open311/v2/{kind}/{name}`: one service, one request, the request of a token.
async fn one(State(web): State<Web>, Path((kind, name)): Path<(String, String)>, RawQuery(query): RawQuery, request: Request) -> Response {
    let asked = Asked::new(web, &name, request.headers(), query.unwrap_or_default().as_bytes());
    let answer = match asked.limit(ClientAddress::of(request.extensions())).and_then(|()| asked.jurisdiction()) {
        Err(no) => Err(no),
        Ok(()) => match (kind.as_str(), asked.format.is_known()) {
            ("services", true) => services::one(&asked).await,
            ("requests", true) => requests::one(&asked).await,
            ("tokens", true) => requests::token(&asked).await,
            _other => Err(No(StatusCode::NOT_FOUND, "path")),
        },
    };
    asked.answer(answer)
}

//! Forms as they arrive: checked against forgery, read into a type, and sent back with messages by the field.

use crate::error::Error;
use crate::texts::Texts;
use crate::viewer::Visit;
use crate::{Web, csrf};
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::response::{IntoResponse, Redirect, Response};
use domain::text::Fault;
use http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use std::fmt;
use url::form_urlencoded;

/// The largest body of a form with a picture: the picture's 8 MiB and a little for the rest. For `DefaultBodyLimit::max` on such routes.
pub const UPLOAD_MAX: usize = 8 * 1024 * 1024 + 64 * 1024;

/// A posted form that is one of ours. Give the type `#[serde(default)]`, so that a missing field is an empty one; unknown fields are ignored.
#[derive(Debug, Clone)]
pub struct Posted<T>(pub T);

/// A posted form as names and values, for forms whose fields are numbered: `Posted<Fields>`.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The value of a field; empty when it is missing.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether the field was sent.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// Every field in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<'de> serde::Deserialize<'de> for Fields {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<(String, String)>::deserialize(deserializer).map(Self)
    }
}

impl<T: DeserializeOwned> FromRequest<Web> for Posted<T> {
    type Rejection = Error;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Error> {
        let (parts, body) = request.into_parts();
        let visit = visit(&parts.extensions)?;
        let bytes = Bytes::from_request(Request::from_parts(parts.clone(), body), web).await.map_err(|refused| rejected(&refused))?;
        let token = form_urlencoded::parse(&bytes).find(|(name, _)| name == csrf::FIELD).map(|(_, value)| value.into_owned());
        believe(web, &visit, &parts.headers, token.as_deref()).await?;
        visit.written.keep(form_urlencoded::parse(&bytes).into_owned());
        let form = axum_extra::extract::Form::<T>::from_request(Request::from_parts(parts, bytes.into()), web).await;
        form.map(|form| Self(form.0)).map_err(|error| Error::Unreadable(error.to_string()))
    }
}

/// A posted form with a file in it, that is one of ours. The route needs `DefaultBodyLimit::max(form::UPLOAD_MAX)`.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// The other fields.
    pub fields: Fields,
    /// The bytes of the first file that is not empty.
    pub file: Option<Vec<u8>>,
    /// Every file that is not empty, by the name of its field.
    pub files: Vec<(String, Vec<u8>)>,
}

/// A posted form that may hold files, whatever its encoding.
#[derive(Debug, Clone, Default)]
pub struct Sent(pub Upload);

impl FromRequest<Web> for Sent {
    type Rejection = Error;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Error> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/") {
            return Upload::from_request(request, web).await.map(Self);
        }
        let fields = Posted::<Fields>::from_request(request, web).await?.0;
        Ok(Self(Upload { fields, ..Upload::default() }))
    }
}

impl FromRequest<Web> for Upload {
    type Rejection = Error;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Error> {
        let visit = visit(request.extensions())?;
        let headers = request.headers().clone();
        let mut parts = Multipart::from_request(request, web).await.map_err(|error| Error::Unreadable(error.body_text()))?;
        let mut upload = Self::default();
        while let Some(part) = parts.next_field().await.map_err(|error| multipart(&error))? {
            let name = part.name().unwrap_or_default().to_owned();
            if part.file_name().is_some() {
                let bytes = part.bytes().await.map_err(|error| multipart(&error))?;
                if upload.file.is_none() && !bytes.is_empty() {
                    upload.file = Some(bytes.to_vec());
                }
                if !bytes.is_empty() {
                    upload.files.push((name, bytes.to_vec()));
                }
            } else {
                let value = part.text().await.map_err(|error| multipart(&error))?;
                upload.fields.0.push((name, value));
            }
        }
        believe(web, &visit, &headers, Some(upload.fields.get(csrf::FIELD))).await?;
        Ok(upload)
    }
}

fn visit(extensions: &http::Extensions) -> Result<Visit, Error> {
    extensions.get::<Visit>().cloned().ok_or_else(|| Error::Broken("a form outside the door".to_owned()))
}

async fn believe(web: &Web, visit: &Visit, headers: &HeaderMap, token: Option<&str>) -> Result<(), Error> {
    let instance = web.app.instance().await?;
    let session = visit.session.as_deref();
    let good = csrf::may_be_believed(token.unwrap_or_default(), headers, &web.app.links, &instance.secret, session, web.app.now());
    if good { Ok(()) } else { Err(Error::Forged) }
}

fn rejected(error: &axum::extract::rejection::BytesRejection) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Error::TooLarge } else { Error::Unreadable(error.body_text()) }
}

fn multipart(error: &axum::extract::multipart::MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Error::TooLarge } else { Error::Unreadable(error.body_text()) }
}

/// The attributes that tie a field to its hint and to its error, for templates: the hint has the id `<name>-hint`, the error `<name>-error`.
#[must_use]
pub const fn told<'a>(name: &'a str, hint: &str, faulty: bool) -> Told<'a> {
    Told { name, hinted: !hint.is_empty(), faulty }
}

/// Attributes, as HTML. The name of a field is ours, never somebody's text.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    name: &'a str,
    hinted: bool,
    faulty: bool,
}

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.name;
        match (self.hinted, self.faulty) {
            (false, false) => Ok(()),
            (true, false) => write!(f, " aria-describedby=\"{name}-hint\""),
            (false, true) => write!(f, " aria-invalid=\"true\" aria-describedby=\"{name}-error\""),
            (true, true) => write!(f, " aria-invalid=\"true\" aria-describedby=\"{name}-hint {name}-error\""),
        }
    }
}

impl askama::filters::HtmlSafe for Told<'_> {}

/// What is wrong with a form, in words, by the name of the field. In templates: `faults.has("title")`, `faults.text("title")`.
#[derive(Debug, Clone, Default)]
pub struct Faulty(Vec<(String, String)>);

impl Faulty {
    /// Nothing is wrong.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// The messages for these faults. `fault-<field>-<code>` is used where it exists, else the general `fault-<code>`.
    #[must_use]
    pub fn new(t: &Texts, faults: &[(&'static str, Fault)]) -> Self {
        Self(faults.iter().map(|(field, fault)| ((*field).to_owned(), message(t, field, *fault))).collect())
    }

    /// Adds a message to a field (use the name of a field that is on the page, so that the summary's link leads somewhere).
    pub fn add(&mut self, field: impl Into<String>, text: impl Into<String>) {
        self.0.push((field.into(), text.into()));
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many messages there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether something is wrong with this field.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.text(field).is_some()
    }

    /// What is wrong with this field.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, text)| text.as_str())
    }

    /// Every field and its message, for the summary.
    #[must_use]
    pub fn all(&self) -> &[(String, String)] {
        &self.0
    }
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub code: String,
    /// What is shown.
    pub label: String,
    /// Whether it is the one chosen now.
    pub chosen: bool,
}

impl Choice {
    /// The choices of a closed list of codes, whose words are the texts `<list>-<code>`.
    #[must_use]
    pub fn list<'a>(t: &Texts, list: &str, codes: impl IntoIterator<Item = &'a str>, chosen: &str) -> Vec<Self> {
        codes.into_iter().map(|code| Self { code: code.to_owned(), label: t.code(list, code), chosen: code == chosen }).collect()
    }
}

/// The code of a fault and the number that belongs to it.
const fn code(fault: Fault) -> (&'static str, Option<usize>) {
    // ftl: fault-*
    match fault {
        Fault::Missing => ("missing", None),
        Fault::TooShort(min) => ("too_short", Some(min)),
        Fault::TooLong(max) => ("too_long", Some(max)),
        Fault::Shape => ("shape", None),
        Fault::Choice => ("choice", None),
        Fault::Order => ("order", None),
        Fault::Taken => ("taken", None),
        Fault::TooCommon => ("too_common", None),
        Fault::NotAPicture => ("not_a_picture", None),
        Fault::TooHeavy(bytes) => ("too_heavy", Some(bytes / (1024 * 1024))),
        // ftl: fault-place-*
        Fault::Place(fault) => (fault.code(), None),
    }
}

/// A fault in words.
#[must_use]
pub fn message(t: &Texts, field: &str, fault: Fault) -> String {
    let (code, number) = code(fault);
    let general = if matches!(fault, Fault::Place(_)) { format!("fault-place-{code}") } else { format!("fault-{code}") };
    let own = format!("fault-{field}-{code}");
    match number {
        Some(number) => t.find_count(&own, number).unwrap_or_else(|| t.count(&general, number)),
        None => t.find(&own).unwrap_or_else(|| t.get(&general)),
    }
}

/// The path, if it leads to one of our own pages: what somebody may be sent to after signing in.
#[must_use]
pub fn local(next: &str) -> Option<&str> {
    let tail = next.strip_prefix('/')?;
    let elsewhere = tail.starts_with('/') || next.contains('\\') || next.len() > 2000 || next.chars().any(char::is_control);
    (!elsewhere).then_some(next)
}

/// A text made safe to stand in a query.
#[must_use]
pub fn encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The answer to a form that was done: 303 to a path of ours, which says so when there is a text `flash-<done>`.
#[must_use]
pub fn done(path: &str, done: &str) -> Response {
    let (path, fragment) = path.split_once('#').map_or((path, String::new()), |(path, rest)| (path, format!("#{rest}")));
    let joint = if path.contains('?') { '&' } else { '?' };
    let target = if done.is_empty() { format!("{path}{fragment}") } else { format!("{path}{joint}done={done}{fragment}") };
    see(&target)
}

/// 303 to a path of ours, or to the home page if it is not one.
#[must_use]
pub fn see(path: &str) -> Response {
    let mut response = Redirect::to(local(path).unwrap_or("/")).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, http::HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::lang::Lang;

    #[test]
    fn only_our_own_paths_are_followed() {
        for good in ["/", "/c/halle?page=2", "/@ana", "/c/halle#top"] {
            assert_eq!(local(good), Some(good));
        }
        for bad in [
            "",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "c/halle",
            "/a\r\nSet-Cookie: x",
        ] {
            assert_eq!(local(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn done_leads_to_the_page_and_says_so() {
        let target = |path: &str, code: &str| done(path, code).headers()[header::LOCATION].to_str().unwrap().to_owned();
        assert_eq!(target("/c/a", "published"), "/c/a?done=published");
        assert_eq!(target("/c/a?x=1#r-2", "replied"), "/c/a?x=1&done=replied#r-2");
        assert_eq!(target("/c/a", ""), "/c/a");
        assert_eq!(target("//evil.example", ""), "/");
    }

    #[test]
    fn faults_become_messages() {
        let t = Texts::new(Lang::Fr);
        let faulty = Faulty::new(&t, &[("title", Fault::Missing), ("password", Fault::TooShort(15))]);
        assert!(faulty.has("title") && !faulty.has("body"));
        assert_eq!(faulty.text("password"), Some("Écrivez au moins 15 caractères."));
        for lang in Lang::ALL {
            let t = Texts::new(*lang);
            for fault in [Fault::Missing, Fault::TooShort(2), Fault::TooLong(2), Fault::Shape, Fault::Choice, Fault::Order, Fault::Taken] {
                assert!(!message(&t, "x", fault).starts_with("fault-"), "{lang} {fault:?}");
            }
        }
    }

    #[test]
    fn numbered_fields_are_read_by_name() {
        let fields = Fields(vec![("phase-0-name".into(), "A".into()), ("action".into(), "add".into())]);
        assert_eq!((fields.get("phase-0-name"), fields.get("nothing"), fields.has("action")), ("A", "", true));
    }
}

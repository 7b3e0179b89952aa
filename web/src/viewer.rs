//! What a page needs to know of the request: who looks, in which language, from where. Made once by the door, given to pages as extractors.

use crate::address::ClientAddress;
use crate::error::Error;
use crate::page::{Page, Title};
use crate::pages::public::voice::Name;
use crate::{Web, cookies, csrf};
use actions::outside;
use axum::extract::{FromRequestParts, Request};
use domain::actor::{Role, Viewer};
use domain::id::ActorId;
use domain::lang::Lang;
use domain::permission::{OfficeVerb, may_in_office};
use domain::refusal::Refusal;
use http::request::Parts;
use http::{HeaderMap, Method, header};
use std::sync::{Arc, Mutex};
use store::sessions::SignedIn as Known;

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// The actor.
    pub id: ActorId,
    /// The name that is shown.
    pub name: String,
    /// The handle.
    pub username: String,
    /// The server of their account, when it is another one.
    pub host: Option<String>,
    /// The role.
    pub role: Role,
}

impl Me {
    /// `@name@host`, for somebody of another server.
    #[must_use]
    pub fn handle(&self) -> Option<String> {
        self.host.as_ref().map(|host| format!("@{}@{host}", domain::text::line(&self.username)))
    }
}

/// A request, as pages see it.
#[derive(Clone)]
pub struct Visit {
    /// The door's state.
    pub web: Web,
    /// For the rules.
    pub viewer: Viewer,
    /// Who is signed in, if anybody is.
    pub me: Option<Me>,
    /// The session's token, when it is good.
    pub session: Option<String>,
    /// The reader's language.
    pub lang: Lang,
    /// The method.
    pub method: Method,
    /// The path, without the query.
    pub path: String,
    /// The query, without the question mark.
    pub query: String,
    /// The page of ours from which the reader came.
    pub came_from: Option<String>,
    /// The client's address: for limits only.
    pub client: ClientAddress,
    /// "Firefox, Linux": what the owner of a session recognises it by.
    pub device: String,
    /// What the browser says it is: for limits and random orders only, never kept.
    pub agent: String,
    /// The cookies of the request: for the pages that read one of their own.
    pub(crate) headers: HeaderMap,
    /// The browser sent a session that is no more.
    pub(crate) stale_session: bool,
    /// The organisations in whose name the viewer may act, on the pages that ask.
    pub(crate) names: Vec<Name>,
    /// What the reader had written, should it have to go back to them.
    pub(crate) written: Written,
}

/// The fields of the form that is being read, shared between the page and the door.
#[derive(Debug, Clone, Default)]
pub(crate) struct Written(Arc<Mutex<Vec<(String, String)>>>);

impl Written {
    /// Keeps the fields of a form while its page is made. A form with a password is never shown again.
    pub(crate) fn keep(&self, fields: impl Iterator<Item = (String, String)>) {
        let fields: Vec<_> = fields.filter(|(name, value)| name != csrf::FIELD && !value.is_empty()).collect();
        let secret = fields.iter().any(|(name, _)| name.contains("password"));
        if let Ok(mut kept) = self.0.lock()
            && !secret
        {
            *kept = fields;
        }
    }

    /// The fields, once.
    pub(crate) fn take(&self) -> Vec<(String, String)> {
        self.0.lock().map(|mut kept| std::mem::take(&mut *kept)).unwrap_or_default()
    }
}

/// What a request says of its sender.
pub(crate) struct Claims {
    token: Option<String>,
    chosen: Option<Lang>,
    accepted: Option<Lang>,
}

impl Visit {
    /// Reads a request, without asking yet whose session it is.
    pub(crate) fn read(web: &Web, request: &Request) -> (Self, Claims) {
        let headers = request.headers();
        let agent = text(headers, header::USER_AGENT).chars().take(300).collect::<String>();
        let mut visit = Self {
            web: web.clone(),
            viewer: Viewer::VISITOR,
            me: None,
            session: None,
            lang: Lang::Fr,
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            query: request.uri().query().unwrap_or_default().to_owned(),
            came_from: came_from(headers, web),
            client: ClientAddress::of(request.extensions()),
            device: device(&agent),
            agent,
            headers: only_cookies(headers),
            stale_session: false,
            names: Vec::new(),
            written: Written::default(),
        };
        let chosen = cookies::lang(headers);
        let accepted = Lang::negotiate(text(headers, header::ACCEPT_LANGUAGE));
        let token = cookies::session(headers, web.app.links.is_secure());
        visit.lang = chosen.or(accepted).unwrap_or(Lang::Fr);
        (visit, Claims { token, chosen, accepted })
    }

    /// Who is this, and which language do they read? When the store fails the visit stays a visitor's.
    pub(crate) async fn recognise(&mut self, claims: Claims) -> Result<(), Error> {
        let Claims { token, chosen, accepted } = claims;
        let first = Lang::parse(&self.web.app.instance().await?.lang);
        let mut own = None;
        if let Some(token) = token {
            match self.still_welcome(actions::accounts::whoami(&self.web.app, &token).await?).await? {
                Some(found) => {
                    let role = Role::parse(&found.role).ok_or_else(|| Error::Broken(format!("unknown role {}", found.role)))?;
                    let id = found.session.actor_id.to::<ActorId>();
                    own = Lang::parse(&found.lang);
                    self.viewer = Viewer::signed_in(id, role);
                    let host = Some(found.host).filter(|host| !host.is_empty());
                    let name = domain::text::line(&found.display_name);
                    let mut me = Me { id, name, username: found.username, host, role };
                    if let Some(handle) = me.handle().filter(|_| me.name.is_empty()) {
                        me.name = handle;
                    }
                    self.me = Some(me);
                    self.session = Some(token);
                }
                None => self.stale_session = true,
            }
        }
        self.lang = chosen.or(own).or(accepted).or(first).unwrap_or(Lang::Fr);
        Ok(())
    }

    /// Somebody of another server stays signed in as long as that server may take part.
    async fn still_welcome(&self, found: Option<Known>) -> Result<Option<Known>, Error> {
        let Some(found) = found else { return Ok(None) };
        if found.host.is_empty() {
            return Ok(Some(found));
        }
        let Some(outside) = &self.web.outside else { return Ok(None) };
        match outside.allows(&found.host).await {
            Ok(welcome) => Ok(Some(found).filter(|_| welcome)),
            Err(outside::Error::Action(error)) => Err(error.into()),
            Err(outside::Error::Trouble(_)) => Ok(None),
        }
    }

    /// What every template needs. A literal title is the key of a text; a `String` is the title itself.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn page(&self, title: impl Into<Title>) -> Result<Page, Error> {
        let instance = self.web.app.instance().await?;
        let csrf = csrf::token(&instance.secret, self.session.as_deref(), self.web.app.now());
        let neighbours = crate::pages::public::has_neighbours(&self.web, instance.collectivity_id).await;
        let mut page = Page::new(self, instance, csrf, title.into());
        page.neighbours = neighbours;
        page.accredited = self.web.app.accredited().await?;
        Ok(page)
    }

    /// Sees the page as somebody who is not signed in.
    pub(crate) fn leave_rights(&mut self) {
        self.viewer = Viewer::VISITOR;
        self.me = None;
        self.session = None;
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// `SignInFirst`: the door then leads to the sign-in page.
    pub fn me(&self) -> Result<&Me, Error> {
        self.me.as_ref().ok_or(Error::Refused(Refusal::SignInFirst))
    }

    /// The path with its query.
    #[must_use]
    pub fn here(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.query) }
    }

    /// One value of the query, decoded.
    #[must_use]
    pub fn query_value(&self, name: &str) -> Option<String> {
        url::form_urlencoded::parse(self.query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }
}

fn only_cookies(headers: &HeaderMap) -> HeaderMap {
    headers.get_all(header::COOKIE).iter().map(|value| (header::COOKIE, value.clone())).collect()
}

/// A visit by somebody who is signed in; the others are led to the sign-in page.
#[derive(Clone)]
pub struct SignedIn(pub Visit);

/// A visit by somebody of the staff; for the others the back office does not exist.
#[derive(Clone)]
pub struct Staff(pub Visit);

impl FromRequestParts<Web> for Visit {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Self, Error> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::Broken("a page outside the door".to_owned()))
    }
}

impl FromRequestParts<Web> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Error> {
        let visit = Visit::from_request_parts(parts, web).await?;
        visit.me()?;
        Ok(Self(visit))
    }
}

impl FromRequestParts<Web> for Staff {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Error> {
        let visit = Visit::from_request_parts(parts, web).await?;
        match may_in_office(visit.viewer, OfficeVerb::EnterOffice) {
            Ok(()) => Ok(Self(visit)),
            Err(Refusal::SignInFirst) => Err(Refusal::SignInFirst.into()),
            Err(_) => Err(Error::NOT_FOUND),
        }
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The path of the page of ours that the request names as its origin.
fn came_from(headers: &HeaderMap, web: &Web) -> Option<String> {
    let referer = url::Url::parse(text(headers, header::REFERER)).ok()?;
    if csrf::source(headers, &web.app.links) != csrf::Source::Ours {
        return None;
    }
    let query = referer.query().map(|query| format!("?{query}")).unwrap_or_default();
    crate::form::local(&format!("{}{query}", referer.path())).map(str::to_owned)
}

/// Browser and system, as far as a user agent tells.
fn device(agent: &str) -> String {
    let first = |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let browser = first(&[
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Macintosh", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_named_as_their_owners_would() {
        let check = |agent: &str, expected: &str| assert_eq!(device(agent), expected, "{agent}");
        check("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox, Linux");
        check("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604.1", "Safari, iPhone");
        check("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows");
        check("curl/8", "");
    }
}

//! What stands at an address of another server, or who has a handle there: where other servers send our people to see what they want to follow or
//! answer, and where agents look things up. The page itself asks nobody; its button does.

use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html_with};
use crate::viewer::{SignedIn, Visit};
use actions::limits::Purpose;
use actions::outside::{self, Found, Openness, Trouble};
use askama::Template;
use domain::markup;
use domain::permission::{OfficeVerb, may_in_office};
use http::StatusCode;
use serde::Deserialize;
use url::Url;

/// Most characters of an address.
const ADDRESS_MAX: usize = 500;

#[derive(Template)]
#[template(path = "interaction.html")]
struct Interaction {
    page: Page,
    uri: String,
    address_max: usize,
    /// The server that would be asked.
    host: Option<String>,
    found: Option<Seen>,
    faults: Faulty,
}

/// What was found.
struct Seen {
    title: String,
    handle: Option<String>,
    /// The server it is on.
    host: String,
    /// Safe HTML.
    text: String,
    lang: String,
    /// The original.
    page: String,
    /// Whom the collectivity would follow, where the viewer may decide that.
    follow: Option<String>,
}

/// What is typed, or what another server says.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    uri: String,
}

/// `GET /authorize_interaction?uri=…`
pub async fn show(SignedIn(visit): SignedIn) -> Reply {
    let uri = bounded(&visit.query_value("uri").unwrap_or_default());
    if let Some(path) = ours(&visit, &uri).await? {
        return Ok(form::see(&path));
    }
    let faulty = !uri.is_empty() && host(&uri).is_none();
    let trouble = faulty.then_some(Trouble::Nobody);
    page(&visit, uri, None, trouble).await
}

/// `POST /authorize_interaction`: asks.
pub async fn look(SignedIn(visit): SignedIn, Posted(typed): Posted<Typed>) -> Reply {
    let uri = bounded(&typed.uri);
    if let Some(path) = ours(&visit, &uri).await? {
        return Ok(form::see(&path));
    }
    let Some(outside) = visit.web.outside.clone().filter(|door| door.openness() != Openness::Closed) else { return Err(Error::NOT_FOUND) };
    visit.web.app.limits.check(Purpose::Elsewhere, &visit.client.bucket())?;
    match outside.look_up(&uri).await {
        Ok(found) => page(&visit, uri, Some(found), None).await,
        Err(outside::Error::Trouble(trouble)) => page(&visit, uri, None, Some(trouble)).await,
        Err(outside::Error::Action(error)) => Err(error.into()),
    }
}

fn bounded(uri: &str) -> String {
    let uri = uri.trim();
    uri.strip_prefix("acct:").unwrap_or(uri).chars().take(ADDRESS_MAX).collect()
}

/// The server behind a handle or an address of the web.
fn host(uri: &str) -> Option<String> {
    if actions::abroad::is_handle(uri) {
        return uri.rsplit_once('@').map(|(_, host)| host.to_ascii_lowercase());
    }
    let url = Url::parse(uri).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.username().is_empty())?;
    let host = url.host_str()?.to_owned();
    Some(url.port().map_or(host.clone(), |port| format!("{host}:{port}")))
}

/// Our own page of it: something of ours, or something that was received here. Only a path of ours ever comes out.
async fn ours(visit: &Visit, uri: &str) -> Result<Option<String>, Error> {
    let app = &visit.web.app;
    if let Ok(url) = Url::parse(uri)
        && url.origin().ascii_serialization() == app.links.origin()
    {
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        return Ok(form::local(&format!("{}{query}", url.path())).map(str::to_owned));
    }
    let asked = uri.to_owned();
    let read = app.store.read(move |db| {
        let Some(known) = store::contributions::by_uri(db, &asked)? else { return Ok(None) };
        let Some(consultation) = store::consultations::find(db, known.consultation_id)? else { return Ok(None) };
        Ok::<_, store::Error>(Some(format!("/c/{}/p/{}", consultation.slug, known.root_id.unwrap_or(known.id).0)))
    });
    Ok(read.await?)
}

// ftl: elsewhere-trouble-*
async fn page(visit: &Visit, uri: String, found: Option<Found>, trouble: Option<Trouble>) -> Reply {
    let page = visit.page("interaction-title").await?;
    let mut faults = Faulty::none();
    if let Some(trouble) = trouble {
        faults.add("uri", page.t.code("elsewhere-trouble", trouble.code()));
    }
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let follows = may_in_office(visit.viewer, OfficeVerb::ChangeSettings).is_ok();
    let found = found.map(|found| Seen::new(&page, found, follows)).transpose()?;
    let page = page.with_faults(!faults.is_empty());
    html_with(status, Interaction { host: host(&uri), uri, address_max: ADDRESS_MAX, found, faults, page })
}

impl Seen {
    fn new(page: &Page, found: Found, follows: bool) -> Result<Self, Error> {
        let of_the_web =
            |address: &str| Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https")).ok_or(Error::NOT_FOUND);
        let server = |url: &Url| host(url.as_str()).unwrap_or_default();
        Ok(match found {
            Found::Somebody { name, handle, page: address, summary } => {
                let (url, name) = (of_the_web(&address)?, domain::text::line(&name));
                let follow = follows.then(|| handle.clone());
                let title = if name.is_empty() { handle.clone() } else { name };
                let text = markup::to_html(&summary);
                Self { title, handle: Some(handle), host: server(&url), text, lang: String::new(), page: url.into(), follow }
            }
            Found::Text { title, text, page: address, author, lang } => {
                let (url, title) = (of_the_web(&address)?, domain::text::line(&title));
                let title = if title.is_empty() { page.t.get("network-untitled") } else { title };
                let follow = follows.then_some(author);
                Self { title, handle: None, host: server(&url), text: markup::to_html(&text), lang, page: url.into(), follow }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_handles_and_addresses_of_the_web_have_a_server() {
        let check = |uri: &str, expected: Option<&str>| assert_eq!(host(&bounded(uri)).as_deref(), expected, "{uri}");
        check("https://far.example/@bo", Some("far.example"));
        check("acct:bo@Far.Example", Some("far.example"));
        check("@bo@far.example:8443", Some("far.example:8443"));
        check("https://good.example@evil.example/", None);
        check("javascript:alert(1)", None);
        check("//evil.example", None);
        check("bo", None);
        check("", None);
    }
}

//! Take part from an account on another server: somebody types its address and is shown where that leads. Nothing is asked of that server here,
//! and nobody is sent anywhere: the page holds a link, with the name of its server written out, that they press.

use super::load;
use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Posted, encode};
use crate::page::{Page, html_with};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use domain::consultation::{Deed, RemoteVoices};
use domain::links::Links;
use domain::text::Fault;
use http::StatusCode;
use serde::Deserialize;
use store::Db;
use store::Uid;
use store::views::page::Frame;
use url::Url;

/// Most characters of the address of an account.
const ACCOUNT_MAX: usize = 300;

/// The way in from other servers, as a page offers it.
#[derive(Debug, Clone)]
pub(super) struct Invitation {
    /// The path of what one takes part in.
    pub(super) to: String,
    /// What one searches for on one's own server.
    pub(super) find: String,
    /// The address of its document for other servers.
    pub(super) object: String,
    /// Whether it is a whole consultation, to be followed.
    pub(super) follow: bool,
}

/// The form, as it was sent, or as the address says it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    to: String,
    account: String,
}

#[derive(Template)]
#[template(path = "elsewhere.html")]
struct Elsewhere {
    page: Page,
    faults: Faulty,
    invitation: Invitation,
    account: String,
    account_max: usize,
    way: Option<Way>,
}

/// Where it leads.
struct Way {
    host: String,
    /// The address of the dialog there; nothing when the account is of this very server.
    address: Option<String>,
}

impl Invitation {
    /// To follow a published consultation, whose handle is this.
    pub(super) fn to_follow(links: &Links, frame: &Frame, username: &str) -> Option<Self> {
        frame.calendar.published.then(|| Self {
            to: format!("/c/{}", frame.consultation.slug),
            find: handle(links, username),
            object: links.actor(username),
            follow: true,
        })
    }

    /// To reply to a contribution of this instance or support it, while that is taken from other servers.
    pub(super) fn to_reply(links: &Links, subject: &load::Subject, now: domain::Timestamp) -> Option<Self> {
        let calendar = &subject.frame.calendar;
        let open = calendar.open_for_citizens(Deed::Reply, now) || calendar.open_for_citizens(Deed::Support, now);
        let taken = open && calendar.remote_voices != RemoteVoices::Refused;
        Self::object_of(links, subject).filter(|_| taken).map(|object| Self {
            to: subject.path(),
            find: object.clone(),
            object,
            follow: false,
        })
    }

    /// The address of a contribution for other servers, when everybody may see it.
    pub(super) fn object_of(links: &Links, subject: &load::Subject) -> Option<String> {
        let contribution = &subject.whole.card.contribution;
        let shown = subject.frame.calendar.published && contribution.is_shown();
        shown.then(|| contribution.uri.clone().unwrap_or_else(|| links.object(contribution.id.0)))
    }
}

/// `@name@host` of an actor of this instance.
pub(super) fn handle(links: &Links, username: &str) -> String {
    format!("@{username}@{}", host_of(links))
}

fn host_of(links: &Links) -> &str {
    links.origin().split_once("://").map_or("", |(_, host)| host)
}

/// `POST /elsewhere`.
pub(super) async fn send(visit: Visit, Posted(asked): Posted<Asked>) -> Reply {
    let found = find(&visit, &asked.to).await?;
    let account = bounded(&asked.account);
    if way(&visit.web.app.links, &account, &found.object).is_none() {
        return page(&visit, found, account, true).await;
    }
    Ok(form::see(&format!("/elsewhere?to={}&account={}", encode(&found.to), encode(&account))))
}

/// `GET /elsewhere?to=…&account=…`.
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let found = find(&visit, &asked.to).await?;
    let account = bounded(&asked.account);
    let faulty = !account.is_empty();
    page(&visit, found, account, faulty).await
}

fn bounded(account: &str) -> String {
    account.trim().chars().take(ACCOUNT_MAX).collect()
}

async fn page(visit: &Visit, invitation: Invitation, account: String, asked: bool) -> Reply {
    let page = visit.page("elsewhere-title").await?;
    let way = way(&visit.web.app.links, &account, &invitation.object);
    let wrong = asked && way.is_none();
    let faults = if wrong { Faulty::new(&page.t, &[("account", Fault::Shape)]) } else { Faulty::none() };
    let back = page.t.get(if invitation.follow { "elsewhere-consultation" } else { "elsewhere-contribution" });
    let page = page.under(invitation.to.clone(), back).with_faults(wrong);
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    html_with(status, Elsewhere { page, faults, invitation, account, account_max: ACCOUNT_MAX, way })
}

/// What the path of one of our pages is about, if everybody may see it.
async fn find(visit: &Visit, path: &str) -> Result<Invitation, Error> {
    let rest = path.strip_prefix("/c/").ok_or(Error::NOT_FOUND)?;
    let (slug, id) = rest.split_once("/p/").map_or((rest, None), |(slug, id)| (slug, Some(id.to_owned())));
    let (slug, viewer) = (slug.to_owned(), visit.viewer);
    let (links, now) = (visit.web.app.links.clone(), visit.web.app.now());
    let found = visit.web.app.store.read(move |db| match id {
        Some(id) => {
            let id = load::id(&id)?;
            // What was taken back cannot be found from elsewhere any more.
            let recalled = store::recalls::is_recalled(db, Uid::of(id))?;
            Ok::<_, Error>(Invitation::to_reply(&links, &load::subject(db, &slug, id, viewer)?, now).filter(|_| !recalled))
        }
        None => {
            let frame = load::frame(db, &slug, viewer)?;
            Ok(invitation(db, &links, &frame)?)
        }
    });
    found.await?.ok_or(Error::NOT_FOUND)
}

/// To follow a consultation.
pub(super) fn invitation(db: &mut Db, links: &Links, frame: &Frame) -> Result<Option<Invitation>, store::Error> {
    let group = store::actors::find(db, frame.consultation.actor_id)?;
    Ok(group.and_then(|group| Invitation::to_follow(links, frame, &group.username)))
}

/// The dialog of somebody's own server for an object, from `@name@host`, `name@host` or the address of a profile.
fn way(links: &Links, account: &str, object: &str) -> Option<Way> {
    let scheme = if links.is_secure() { "https" } else { "http" };
    let base = match Url::parse(account) {
        Ok(profile) if matches!(profile.scheme(), "http" | "https") => {
            let named = profile.username().is_empty() && profile.password().is_none() && profile.path().len() > 1;
            named.then_some(profile).filter(|profile| profile.scheme() == "https" || !links.is_secure())?
        }
        _ if actions::abroad::is_handle(account) => {
            let (_, host) = account.rsplit_once('@')?;
            Url::parse(&format!("{scheme}://{host}/")).ok()?
        }
        _ => return None,
    };
    let host = base.host_str()?.trim_end_matches('.').to_owned();
    let host = base.port().map_or(host.clone(), |port| format!("{host}:{port}"));
    let ours = host.eq_ignore_ascii_case(host_of(links));
    let address = format!("{}://{host}/authorize_interaction?uri={}", base.scheme(), encode(object));
    Some(Way { address: (!ours).then_some(address), host })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads(origin: &str, account: &str) -> Option<(String, Option<String>)> {
        let links = Links::new(&Url::parse(origin).unwrap());
        way(&links, account, "https://halle.example/objects/1").map(|way| (way.host, way.address))
    }

    #[test]
    fn an_account_leads_to_its_own_server() {
        let at = |host: &str| {
            Some((host.to_owned(), Some(format!("https://{host}/authorize_interaction?uri=https%3A%2F%2Fhalle.example%2Fobjects%2F1"))))
        };
        for account in ["@ana@mastodon.social", "ana@Mastodon.Social", "https://mastodon.social/@ana"] {
            assert_eq!(leads("https://halle.example", account), at("mastodon.social"), "{account}");
        }
        assert_eq!(leads("https://halle.example", "@ana@far.example:8443"), at("far.example:8443"));
        assert_eq!(
            leads("https://halle.example", "@ana@évry.example"),
            at("xn--vry-9la.example"),
            "the name shown is the one that is reached"
        );
        assert_eq!(leads("https://halle.example", "@ana@halle.example"), Some(("halle.example".to_owned(), None)));
    }

    #[test]
    fn nothing_else_is_an_account() {
        for account in [
            "",
            "ana",
            "javascript:alert(1)",
            "//evil.example",
            "https://good.example@evil.example/@ana",
            "@ana@good.example/x",
            "@ana@",
            "http://mastodon.social/@ana",
            "https://mastodon.social",
            "@ana@a b",
            "data:text/html,x",
        ] {
            assert_eq!(leads("https://halle.example", account), None, "{account}");
        }
        assert!(
            leads("http://localhost:8080", "@ana@localhost:8081")
                .is_some_and(|(_, way)| way.unwrap().starts_with("http://localhost:8081/"))
        );
    }
}

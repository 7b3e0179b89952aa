//! Take part from an account on another server: somebody types its address, their server is asked in answer to that where its dialog is, and they
//! are shown where it leads. Nobody is sent anywhere: the page holds a link, with the name of its server written out, that they press.

use super::{load, street};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Posted};
use crate::page::{Page, html_with};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::outside::{self, Openness, Trouble, Way, Wish};
use askama::Template;
use axum::extract::Query;
use domain::consultation::{Deed, RemoteVoices};
use domain::links::Links;
use domain::reach::Reach;
use http::StatusCode;
use serde::Deserialize;
use store::Db;
use store::Uid;
use store::views::page::Frame;

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
    /// Only servers of a list may take part.
    pub(super) territories: bool,
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
    led: Option<Led>,
}

/// Where it leads.
enum Led {
    /// To a dialog of their own server.
    To { host: String, address: String },
    /// The account is of this very server.
    Here,
    /// Their server could not be asked.
    Nowhere(Trouble),
}

impl Invitation {
    /// To follow a published consultation, whose handle is this.
    pub(super) fn to_follow(links: &Links, frame: &Frame, username: &str) -> Option<Self> {
        let reach = Reach::parse(&frame.consultation.reach).filter(|reach| *reach != Reach::Here && frame.calendar.published)?;
        Some(Self::to(links, format!("/c/{}", frame.consultation.slug), username, reach))
    }

    /// To follow what is on a page, whose group has this handle.
    pub(super) fn to(links: &Links, to: String, username: &str, reach: Reach) -> Self {
        let (find, object) = (handle(links, username), links.actor(username));
        Self { to, find, object, follow: true, territories: reach == Reach::Network }
    }

    /// Whether it is about reports from the street.
    pub(super) fn is_street(&self) -> bool {
        self.to.starts_with("/street")
    }

    /// The same as this instance speaks with others: with nobody, it is none.
    pub(super) fn when(mut self, openness: Openness) -> Option<Self> {
        self.territories |= openness == Openness::Territories;
        (openness != Openness::Closed).then_some(self)
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
            territories: subject.frame.consultation.reach == Reach::Network.code(),
        })
    }

    /// The address of a contribution for other servers, when everybody may see it.
    pub(super) fn object_of(links: &Links, subject: &load::Subject) -> Option<String> {
        let contribution = &subject.whole.card.contribution;
        let known = subject.frame.calendar.published && subject.frame.consultation.reach != Reach::Here.code();
        let shown = known && contribution.is_shown();
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
    visit.web.app.limits.check(Purpose::Search, &visit.client.bucket())?;
    let wish = if found.follow { Wish::Follow } else { Wish::Reply };
    let Some(outside) = &visit.web.outside else { return Err(Error::NOT_FOUND) };
    let way = match outside.way(&account, &found.object, wish).await {
        Ok(Some(Way { host, address })) => Led::To { host, address },
        Ok(None) => Led::Here,
        Err(outside::Error::Trouble(trouble)) => Led::Nowhere(trouble),
        Err(outside::Error::Action(error)) => return Err(error.into()),
    };
    page(&visit, found, account, Some(way)).await
}

/// `GET /elsewhere?to=…&account=…`: the form; nobody is asked anything.
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let found = find(&visit, &asked.to).await?;
    page(&visit, found, bounded(&asked.account), None).await
}

fn bounded(account: &str) -> String {
    account.trim().chars().take(ACCOUNT_MAX).collect()
}

async fn page(visit: &Visit, invitation: Invitation, account: String, led: Option<Led>) -> Reply {
    let page = visit.page("elsewhere-title").await?;
    let mut faults = Faulty::none();
    // A server without a dialog is nobody's mistake: there is the address to copy.
    if let Some(Led::Nowhere(trouble)) = &led
        && *trouble != Trouble::NoSignIn
    {
        // ftl: elsewhere-trouble-*
        faults.add("account", page.t.code("elsewhere-trouble", trouble.code()));
    }
    let wrong = !faults.is_empty();
    let back = page.t.get(match (invitation.is_street(), invitation.follow) {
        (true, _) => "street-title",
        (false, true) => "elsewhere-consultation",
        (false, false) => "elsewhere-contribution",
    });
    let page = page.under(invitation.to.clone(), back).with_faults(wrong);
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    html_with(status, Elsewhere { page, faults, invitation, account, account_max: ACCOUNT_MAX, led })
}

/// What the path of one of our pages is about, if everybody may see it.
async fn find(visit: &Visit, path: &str) -> Result<Invitation, Error> {
    let openness = visit.web.openness();
    if path.starts_with("/street") {
        let (links, path) = (visit.web.app.links.clone(), path.to_owned());
        let found = visit.web.app.store.read(move |db| street::invited(db, &links, &path)).await?;
        return found.and_then(|found| found.when(openness)).ok_or(Error::NOT_FOUND);
    }
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
    found.await?.and_then(|found| found.when(openness)).ok_or(Error::NOT_FOUND)
}

/// To follow a consultation.
pub(super) fn invitation(db: &mut Db, links: &Links, frame: &Frame) -> Result<Option<Invitation>, store::Error> {
    let group = store::actors::find(db, frame.consultation.actor_id)?;
    Ok(group.and_then(|group| Invitation::to_follow(links, frame, &group.username)))
}

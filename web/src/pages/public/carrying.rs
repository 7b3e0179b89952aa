//! Whence a consultation comes when it is another collectivity's, and which territories carry it.

use super::rich::{Html, dated};
use crate::error::Reply;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::carrying::{CallState, CarriedState};
use domain::{markup, text};
use serde::Deserialize;
use store::carried::{Fellow, Origin};
use store::carrying::NamedCarrier;
use store::views::page::Frame;
use store::{At, Db};
use url::Url;

/// Territories on the page of the consultation; their own list has all.
pub(super) const FIRST: i64 = 12;
/// Territories on a page of that list.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "carriers.html")]
struct List {
    page: Page,
    total: i64,
    /// Whether it is another collectivity's: those of the list carry it beside this one.
    with_us: bool,
    carriers: Vec<Carrier>,
    pagination: Pagination,
}

/// What the address of the list asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// `GET /c/{slug}/carriers`.
pub(super) async fn list(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let (viewer, wanted) = (visit.viewer, pagination::asked(&asked.page));
    let read = visit.web.app.store.read(move |db| {
        let frame = super::load::frame(db, &slug, viewer)?;
        let total = Carriers::count(db, &frame)?;
        let number = wanted.min(pagination::pages(total, PER_PAGE));
        let carriers = Carriers::read(db, &frame, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        Ok::<_, crate::Error>((frame, total, number, carriers))
    });
    let (frame, total, number, carriers) = read.await?;
    let root = format!("/c/{}", frame.consultation.slug);
    let page = visit.page("carriers-title").await?.under(root.clone(), frame.consultation.title.clone());
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("{root}/carriers?page={n}"));
    html(List { total, with_us: frame.origin.is_some(), carriers: carriers.lines(&page), pagination, page })
}

/// Where a consultation comes from.
pub(super) struct Whence {
    /// Who decides about it, or what became of it.
    pub(super) said: String,
    /// Its page there, and what the link says.
    pub(super) there: Option<(String, String)>,
    /// What this territory says of it itself, under this title, as safe HTML.
    pub(super) introduction: Option<(String, String)>,
}

/// A territory that carries it, or did.
pub(super) struct Carrier {
    pub(super) name: String,
    pub(super) page: Option<String>,
    pub(super) when: Option<Html>,
}

/// Who carries a consultation, as the store knows it.
pub(super) enum Carriers {
    /// It is ours.
    Ours(Vec<NamedCarrier>),
    /// It is carried here too.
    Fellows(Vec<Fellow>),
}

impl Carriers {
    /// Reads some of those who carry a consultation.
    pub(super) fn read(db: &mut Db, frame: &Frame, limit: i64, offset: i64) -> Result<Self, store::Error> {
        Ok(match &frame.origin {
            Some(origin) => Self::Fellows(store::carried::fellows(db, origin.call.id, limit, offset)?),
            None => Self::Ours(store::carrying::answered(db, frame.consultation.id, limit, offset)?),
        })
    }

    /// How many there are.
    pub(super) fn count(db: &mut Db, frame: &Frame) -> Result<i64, store::Error> {
        match &frame.origin {
            Some(origin) => store::carried::count_fellows(db, origin.call.id),
            None => store::carrying::count_answered(db, frame.consultation.id),
        }
    }

    /// As the page shows them.
    pub(super) fn lines(self, page: &Page) -> Vec<Carrier> {
        match self {
            Self::Ours(rows) => rows
                .into_iter()
                .map(|row| Carrier::new(page, (&row.name, &row.host), row.carrier.page, (row.carrier.joined_at, row.carrier.left_at)))
                .collect(),
            Self::Fellows(rows) => {
                rows.into_iter().map(|row| Carrier::new(page, (&row.name, &row.host), row.page, (row.joined_at, row.left_at))).collect()
            }
        }
    }
}

impl Carrier {
    fn new(page: &Page, (name, host): (&str, &str), address: Option<String>, (joined, left): (Option<At>, Option<At>)) -> Self {
        let name = text::line(name);
        let when = match (joined, left) {
            (_, Some(left)) => Some(dated(page, "carriers-until", &[("date", left.0)], None)),
            (Some(joined), None) => Some(dated(page, "carriers-since", &[("date", joined.0)], None)),
            (None, None) => None,
        };
        Self { name: if name.is_empty() { host.to_owned() } else { name }, page: address.filter(|address| is_of_the_web(address)), when }
    }
}

impl Whence {
    /// Where a consultation comes from.
    pub(super) fn new(page: &Page, origin: &Origin) -> Self {
        let organiser = text::line(&origin.organiser);
        let left = matches!(CarriedState::parse(&origin.carried.state), Some(CarriedState::Left | CarriedState::Refused));
        let gone = CallState::parse(&origin.call.state) == Some(CallState::Gone);
        let said = if left {
            page.t.get("carried-left")
        } else if gone {
            page.t.get("carried-gone")
        } else {
            page.t.with1("carried-origin", "organiser", organiser.clone())
        };
        let introduction = origin.carried.introduction.trim();
        let title = || page.t.with1("carried-introduction", "place", page.instance.name.clone());
        Self {
            said,
            there: (!gone && is_of_the_web(&origin.call.page))
                .then(|| (origin.call.page.clone(), page.t.with1("carried-see", "organiser", organiser))),
            introduction: (!introduction.is_empty()).then(|| (title(), markup::to_html(introduction))),
        }
    }
}

fn is_of_the_web(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

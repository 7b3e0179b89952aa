//! The map of stakeholders of a consultation: which organisations took part, as what, where they stand, when they last did something.

use super::items;
use super::load;
use crate::error::Reply;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::organisation::OrganisationKind;
use serde::Deserialize;
use store::views::stakeholders::{self as view, Deeds, Stakeholder};
use store::{At, Uid};

/// Organisations on a page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "stakeholders.html")]
struct Stakeholders {
    page: Page,
    total: i64,
    groups: Vec<Group>,
    pagination: Pagination,
}

/// Those of one role.
struct Group {
    code: &'static str,
    label: String,
    lines: Vec<Line>,
}

/// An organisation.
struct Line {
    name: String,
    initials: String,
    /// Its page: here, or on its own server.
    path: Option<String>,
    /// Its handle, when it is of another server.
    handle: Option<String>,
    /// Whether the collectivity accredits it.
    accredited: bool,
    contributions: i64,
    supports: i64,
    /// Codes with how many replies stand so; empty when it took no position.
    stances: Vec<(&'static str, String)>,
    last: Option<At>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// Who is of no known role comes last.
const OTHER: &str = "other";

/// The role under which an organisation is shown: as it is accredited here; else as what it says it is, for those of here.
fn role(page: &Page, each: &Stakeholder) -> &'static str {
    let accredited = page.accredited.get(&each.id).map(String::as_str);
    accredited.or(each.kind.as_deref()).and_then(OrganisationKind::parse).map_or(OTHER, OrganisationKind::code)
}

/// `GET /c/{slug}/stakeholders`
// ftl: stakeholders-group-* contribution-stances-*
pub(super) async fn show(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let (viewer, wanted) = (visit.viewer, pagination::asked(&asked.page));
    let page = visit.page("stakeholders-title").await?;
    let accredited: Vec<Uid> = page.accredited.keys().copied().collect();
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        let all = view::of_consultation(db, frame.consultation.id, &accredited)?;
        Ok::<_, crate::Error>((frame, all))
    });
    let (frame, mut all) = read.await?;
    let rank = |each: &Stakeholder| {
        let code = role(&page, each);
        OrganisationKind::ALL.iter().position(|kind| kind.code() == code).unwrap_or(usize::MAX)
    };
    all.sort_by_key(rank);
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let number = wanted.clamp(1, pagination::pages(total, PER_PAGE));
    let skip = usize::try_from(pagination::offset(number, PER_PAGE)).unwrap_or(0);
    let shown: Vec<Stakeholder> = all.into_iter().skip(skip).take(usize::try_from(PER_PAGE).unwrap_or(0)).collect();
    let (consultation, ids) = (frame.consultation.id, shown.iter().map(|each| each.id).collect::<Vec<_>>());
    let deeds = visit.web.app.store.read(move |db| view::deeds(db, consultation, &ids)).await?;
    let root = format!("/c/{}", frame.consultation.slug);
    let page = page.under(root.clone(), frame.consultation.title.clone());
    let mut groups: Vec<Group> = Vec::new();
    for each in shown {
        let code = role(&page, &each);
        let line = Line::new(&page, &each, deeds.get(&each.id).copied().unwrap_or_default());
        match groups.last_mut().filter(|group| group.code == code) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group { code, label: page.t.code("stakeholders-group", code), lines: vec![line] }),
        }
    }
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("{root}/stakeholders?page={n}"));
    html(Stakeholders { total, groups, pagination, page })
}

impl Line {
    fn new(page: &Page, each: &Stakeholder, deeds: Deeds) -> Self {
        let is_here = each.host.is_empty();
        let handle = (!is_here).then(|| format!("@{}@{}", domain::text::line(&each.username), each.host));
        let name = domain::text::line(&each.name);
        let name = if name.is_empty() { handle.clone().unwrap_or_default() } else { name };
        let of_the_web = |address: &String| url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
        let stances = ["for", "against", "neutral"].into_iter().zip(deeds.stances).filter(|(_, count)| *count > 0);
        Self {
            initials: items::initials(&name),
            name,
            path: if is_here { Some(format!("/@{}", each.username)) } else { each.page.clone().filter(of_the_web) },
            handle,
            accredited: page.accredited.contains_key(&each.id),
            contributions: deeds.contributions,
            supports: deeds.supports,
            stances: stances.map(|(code, count)| (code, page.t.count(&format!("contribution-stances-{code}"), count))).collect(),
            last: deeds.last,
        }
    }
}

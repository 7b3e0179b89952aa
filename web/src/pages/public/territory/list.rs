//! The list of the consultations of the territory, with filters. The address carries everything.

use super::{Card, Tab};
use crate::error::{Error, Reply};
use crate::form::{Choice, encode};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Query;
use domain::Timestamp;
use domain::consultation::PhaseKind;
use domain::listing::Theme;
use domain::open_data::Dataset;
use domain::permission::{self, OfficeVerb};
use domain::text;
use serde::Deserialize;
use store::consultations::Consultation;
use store::views::territory::places::{self, Territory};
use store::views::territory::{self, Asked as Filter, UsedTheme, When};
use store::{At, Db, Uid};
use uuid::Uuid;

/// Consultations on a page.
const PER_PAGE: i64 = 20;
/// Longest search, in characters.
const SEARCH_MAX: usize = 200;
/// Territories that are offered as a filter: those with most open consultations. The others have their own address on the page of territories.
const TERRITORIES: i64 = 100;
/// Themes that are offered as a filter.
const THEMES: i64 = 60;
/// Open consultations of this collectivity that are named: the others are a page away.
const OURS: i64 = 5;
/// The words of the filter by time that are no kinds of phases.
const TIMES: [&str; 3] = ["upcoming", "closed", "all"];

#[derive(Template)]
#[template(path = "territory.html")]
struct List {
    page: Page,
    tabs: Vec<Tab>,
    /// What this collectivity opened itself: said before what others did, when nothing is filtered.
    ours: Vec<Own>,
    cards: Vec<Card>,
    total: i64,
    /// Whether anything is filtered.
    filtered: bool,
    q: String,
    times: Vec<Choice>,
    territories: Vec<Choice>,
    themes: Vec<Choice>,
    pagination: Pagination,
    /// Whether the index is published as open data.
    open_data: bool,
    /// Where to come back to after sharing.
    here: String,
    /// Whether the reader may share.
    may_share: bool,
}

/// An open consultation of this collectivity.
struct Own {
    path: String,
    title: String,
    lang: String,
    until: At,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    territory: String,
    theme: String,
    phase: String,
    carried: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> Filter {
        Filter {
            when: match self.phase.as_str() {
                "upcoming" => When::Upcoming,
                "closed" => When::Closed,
                "all" => When::All,
                other => PhaseKind::parse(other).map_or(When::Open, When::During),
            },
            source: Uuid::try_parse(&self.territory).ok().map(Uid),
            theme: Theme::new(&self.theme).map(|theme| theme.key).unwrap_or_default(),
            carried: Uuid::try_parse(&self.carried).ok().map(Uid),
            words: text::line(&self.q).chars().take(SEARCH_MAX).collect(),
        }
    }

    /// The address of a page of the same.
    fn path(&self, filter: &Filter, number: i64) -> String {
        let mut path = format!("/territory?page={number}");
        let territory = filter.source.map(|id| id.0.to_string()).unwrap_or_default();
        let carried = filter.carried.map(|id| id.0.to_string()).unwrap_or_default();
        let phase = if filter.when == When::Open { "" } else { self.phase.as_str() };
        let all =
            [("q", filter.words.as_str()), ("territory", &territory), ("theme", &filter.theme), ("phase", phase), ("carried", &carried)];
        for (name, value) in all {
            if !value.is_empty() {
                path.push_str(&format!("&{name}={}", encode(value)));
            }
        }
        path
    }
}

/// What this collectivity opened itself, without what it carries for others: that stands in the list, with whoever organises it.
fn own(db: &mut Db, now: Timestamp) -> Result<Vec<Own>, store::Error> {
    let of_here = territory::ours(db, now, OURS)?.into_iter();
    let line = |one: Consultation| Some(Own { path: format!("/c/{}", one.slug), until: one.closes_at?, title: one.title, lang: one.lang });
    Ok(of_here.filter_map(line).collect())
}

/// `GET /territory`.
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let filter = asked.filter();
    if !filter.words.is_empty() {
        visit.web.app.limits.check(Purpose::Search, &visit.client.bucket())?;
    }
    let page = visit.page("territory-title").await?;
    let (now, number, wanted) = (page.now, pagination::asked(&asked.page), filter.clone());
    let whole = filter == Filter::default();
    let read = move |db: &mut Db| {
        let mut found = territory::list(db, &wanted, now, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        if found.rows.is_empty() && found.total > 0 {
            let last = pagination::pages(found.total, PER_PAGE);
            found = territory::list(db, &wanted, now, pagination::offset(last, PER_PAGE), PER_PAGE)?;
        }
        let ids: Vec<Uid> = found.rows.iter().map(|row| row.listing.id).collect();
        let parts = territory::parts(db, &ids)?;
        let chosen = wanted.source.map_or(Ok(None), |id| Ok::<_, Error>(places::name_of(db, id)?.map(|(name, host)| (id, name, host))))?;
        let open = store::open_data::settings(db)?.publishes(Dataset::Territory);
        let ours = if whole && number == 1 { own(db, now)? } else { Vec::new() };
        Ok::<_, Error>((found, parts, places::list(db, now, 0, TERRITORIES)?, territory::themes(db, now, THEMES)?, (chosen, open, ours)))
    };
    let (found, parts, around, used, (chosen, open_data, ours)) = visit.web.app.store.read(read).await?;
    let here = asked.path(&filter, number);
    let apart = filter.source.is_some() || filter.carried.is_some();
    html(List {
        tabs: super::tabs(&page, "list"),
        ours,
        cards: found.rows.iter().map(|row| Card::new(&page, row, &parts, apart)).collect(),
        total: found.total,
        filtered: !whole,
        times: times(&page, &asked.phase),
        territories: territories(&around, filter.source, chosen),
        themes: themes(&used, &filter.theme),
        pagination: Pagination::new(found.total, PER_PAGE, number, |n| asked.path(&filter, n)),
        may_share: permission::may_in_office(visit.viewer, OfficeVerb::PrepareConsultation).is_ok(),
        q: filter.words,
        open_data,
        here,
        page,
    })
}

/// The phases, and before, after, and whenever.
// ftl: territory-time-* phase-kind-*
fn times(page: &Page, chosen: &str) -> Vec<Choice> {
    let mut choices = Choice::list(&page.t, "phase-kind", PhaseKind::ALL.iter().map(|kind| kind.code()), chosen);
    choices.extend(Choice::list(&page.t, "territory-time", TIMES, chosen));
    choices
}

fn territories(around: &[Territory], chosen: Option<Uid>, named: Option<(Uid, String, String)>) -> Vec<Choice> {
    let choice = |id: Uid, name: &str, host: &str| Choice {
        code: id.0.to_string(),
        label: format!("{} ({host})", super::named(name, host)),
        chosen: chosen == Some(id),
    };
    let mut choices: Vec<Choice> = around.iter().map(|one| choice(one.id, &one.name, &one.host)).collect();
    if let Some((id, name, host)) = named
        && around.iter().all(|one| one.id != id)
    {
        choices.push(choice(id, &name, &host));
    }
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    choices
}

fn themes(used: &[UsedTheme], chosen: &str) -> Vec<Choice> {
    let choice = |theme: &UsedTheme| Choice { code: theme.key.clone(), label: theme.name.clone(), chosen: theme.key == chosen };
    let mut choices: Vec<Choice> = used.iter().map(choice).collect();
    if !chosen.is_empty() && choices.iter().all(|choice| !choice.chosen) {
        choices.push(Choice { code: chosen.to_owned(), label: chosen.to_owned(), chosen: true });
    }
    choices.sort_by(|one, other| one.code.cmp(&other.code));
    choices
}

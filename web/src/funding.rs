//! How a project that looks for money is told: where its campaign stands, how far it is, what money is given as. For both sides of the house.

use crate::budget::{self, Look};
use crate::initiatives::host;
use crate::money::euros;
use crate::page::Page;
use domain::funding::{self, CampaignStage};
use store::funding::Project;

/// A project as pages show it.
#[derive(Debug, Clone)]
pub(crate) struct View {
    pub(crate) id: String,
    /// Its path for everybody.
    pub(crate) path: String,
    /// Its path in the back office.
    pub(crate) desk: String,
    pub(crate) title: String,
    pub(crate) lang: String,
    pub(crate) carrier: String,
    pub(crate) state: Look,
    /// What money is given as, in words.
    pub(crate) mode: String,
    pub(crate) goal: String,
    pub(crate) raised: String,
    /// How much of the goal was raised, in hundredths; and the same, at most 100, for a bar.
    pub(crate) share: (i64, i64),
    /// What the whole project costs, and how much of that was raised.
    pub(crate) cost: Option<(String, i64)>,
    pub(crate) contributors: i32,
    /// First and last day, in words.
    pub(crate) window: (String, String),
    /// Where one gives, and the server.
    pub(crate) link: (String, String),
}

impl View {
    /// A project.
    // ftl: funding-mode-*
    pub(crate) fn new(page: &Page, row: &Project) -> Result<Self, store::Error> {
        let mode = row.mode()?;
        let with = if row.with_return { "with" } else { "without" };
        let share = funding::share(row.raised, row.goal);
        Ok(Self {
            id: row.id.0.to_string(),
            path: format!("/funding/{}", row.id.0),
            desk: format!("/admin/funding/{}", row.id.0),
            title: row.title.clone(),
            lang: row.lang.clone(),
            carrier: row.carrier.clone(),
            state: look(page, row),
            mode: page.t.code("funding-mode", &format!("{}-{with}", mode.code())),
            goal: euros(&page.t, row.goal),
            raised: euros(&page.t, row.raised),
            share: (share, share.min(100)),
            cost: row.cost.filter(|cost| *cost > 0).map(|cost| (euros(&page.t, cost), funding::share(row.raised, cost))),
            contributors: row.contributors,
            window: (in_words(page, &row.opens_on), in_words(page, &row.closes_on)),
            link: (row.link.clone(), host(&row.link)),
        })
    }
}

/// Where the campaign stands today; a draft has none.
pub(crate) fn stage(page: &Page, row: &Project) -> Option<CampaignStage> {
    let window = budget::day(Some(&row.opens_on)).zip(budget::day(Some(&row.closes_on)))?;
    row.published_at.map(|_| funding::stage(window, page.today(), row.raised, row.goal))
}

// ftl: funding-stage-*
fn look(page: &Page, row: &Project) -> Look {
    let (code, tone, icon) = match stage(page, row) {
        None => ("draft", "quiet", "pencil"),
        Some(CampaignStage::Upcoming) => ("upcoming", "info", "calendar"),
        Some(CampaignStage::Open) => ("open", "", "circle-dot"),
        Some(CampaignStage::Funded) => ("funded", "ok", "check-circle"),
        Some(CampaignStage::Missed) => ("missed", "quiet", "lock"),
    };
    Look { tone, icon, label: page.t.code("funding-stage", code) }
}

fn in_words(page: &Page, day: &str) -> String {
    budget::day(Some(day)).map(|day| page.day(budget::noon(day))).unwrap_or_default()
}

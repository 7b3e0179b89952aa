//! What makes a proposal a project, on its own page: envelope, place, cost, state, those put together with it, works and their news.

use super::super::items;
use super::super::load;
use crate::budget::{self, Look, Works};
use crate::error::Error;
use crate::money::euros;
use crate::page::Page;
use domain::markup;
use store::At;
use store::views::budget::Whole;
use store::views::cards::Card;

/// A project on its own page.
pub(in super::super) struct ProjectView {
    pub(in super::super) state: Look,
    pub(in super::super) envelope: String,
    pub(in super::super) place: String,
    pub(in super::super) asked: Option<String>,
    pub(in super::super) cost: Option<String>,
    pub(in super::super) verdict: Option<Look>,
    pub(in super::super) merged: Vec<Other>,
    pub(in super::super) into: Option<Other>,
    pub(in super::super) works: Option<Works>,
    pub(in super::super) news: Vec<Told>,
}

/// Another project.
pub(in super::super) struct Other {
    pub(in super::super) path: String,
    pub(in super::super) title: String,
    pub(in super::super) author: String,
}

/// News of the works.
pub(in super::super) struct Told {
    /// Safe HTML.
    pub(in super::super) body: String,
    pub(in super::super) at: At,
}

impl ProjectView {
    /// What everybody may know of a project.
    pub(in super::super) fn new(page: &Page, whole: &Whole) -> Result<Self, Error> {
        let project = &whole.project;
        let told = |cents: i64| euros(&page.t, cents);
        // What a service found is told with its decision, not before.
        let decided = project.decided_at.is_some();
        let other = |card: &Card| Other {
            path: load::path(&card.slug, card.contribution.id),
            title: items::title(&page.t, &card.contribution),
            author: items::author(&page.t, &card.contribution, card.author.as_deref(), card.username.as_deref()).name,
        };
        Ok(Self {
            state: budget::state(&page.t, project.state()?),
            envelope: budget::envelope(&page.t, &whole.envelope),
            place: project.place.clone(),
            asked: project.asked.map(told),
            cost: project.cost.filter(|_| decided).map(told),
            verdict: project.verdict.as_deref().filter(|_| decided).and_then(|code| budget::verdict(&page.t, code)),
            merged: whole.merged.iter().map(other).collect(),
            into: whole.into.as_ref().map(other),
            works: Works::of(page, project),
            news: whole.news.iter().map(|news| Told { body: markup::to_html(&news.body), at: news.written_at }).collect(),
        })
    }
}

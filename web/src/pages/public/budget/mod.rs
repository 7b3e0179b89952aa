//! A participatory budget as everybody sees it: where it stands, its envelopes, its projects, the works.

mod deposit;
mod home;
mod list;
mod project;
mod works;

pub(super) use deposit::{begin, correct, open, publish};
pub(super) use home::show;
pub(super) use list::list;
pub(super) use project::ProjectView;
pub(super) use works::works;

use super::items::{self, Author};
use super::load;
use crate::budget::{self, Look};
use crate::error::Error;
use crate::money::euros;
use crate::page::Page;
use domain::actor::Viewer;
use store::budget::Envelope;
use store::views::budget::Row;
use store::views::page::Frame;
use store::{At, Db};

/// A project in a list.
pub(super) struct Line {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) lang: String,
    pub(super) author: Author,
    pub(super) at: At,
    pub(super) place: String,
    pub(super) envelope: String,
    pub(super) state: Look,
    pub(super) supports: i32,
    /// What it costs as studied; else what its author thinks.
    pub(super) cost: Option<String>,
    /// Whether that is only what its author thinks.
    pub(super) asked: bool,
}

impl Line {
    fn new(page: &Page, row: &Row, envelopes: &[Envelope]) -> Result<Self, Error> {
        let (card, project) = (&row.card, &row.project);
        let contribution = &card.contribution;
        let state = project.state()?;
        // What a service found is told with its decision, not before.
        let found = project.cost.filter(|_| project.decided_at.is_some());
        Ok(Self {
            path: load::path(&card.slug, contribution.id),
            title: items::title(&page.t, contribution),
            lang: contribution.lang.clone(),
            author: items::author(&page.t, contribution, card.author.as_deref(), card.username.as_deref()),
            at: contribution.created_at,
            place: project.place.clone(),
            envelope: envelopes.iter().find(|e| e.id == project.envelope_id).map(|e| budget::envelope(&page.t, e)).unwrap_or_default(),
            state: budget::state(&page.t, state),
            supports: contribution.support_count,
            cost: found.or(project.asked).map(|cents| euros(&page.t, cents)),
            asked: found.is_none(),
        })
    }

    fn all(page: &Page, rows: &[Row], envelopes: &[Envelope]) -> Result<Vec<Self>, Error> {
        rows.iter().map(|row| Self::new(page, row, envelopes)).collect()
    }
}

/// A consultation that the viewer may see and that has a budget.
fn frame(db: &mut Db, slug: &str, viewer: Viewer) -> Result<(Frame, Vec<Envelope>), Error> {
    let frame = load::frame(db, slug, viewer)?;
    let envelopes = store::budget::envelopes(db, frame.consultation.id)?;
    if envelopes.is_empty() { Err(Error::NOT_FOUND) } else { Ok((frame, envelopes)) }
}

//! What came from other servers and is read by a moderator before it is shown.

use super::desk::{self, Section};
use crate::amendments::Amendment;
use crate::error::{Error, Reply};
use crate::form::{Posted, done};
use crate::page::Page;
use crate::pages::public::Whence;
use crate::viewer::Staff;
use domain::id::ContributionId;
use domain::moderation::Reason;
use domain::{Timestamp, markup, text};
use serde::Deserialize;
use store::draft_texts::Spoken;
use store::views::held::Held;

/// Texts on a page.
pub(super) const PER_PAGE: i64 = 20;
/// Characters of an excerpt: a moderator reads the whole of most.
const EXCERPT: usize = 1500;

/// A text that waits.
pub(super) struct Waiting {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) author: String,
    /// `@name@host`, and the original.
    pub(super) whence: Option<Whence>,
    pub(super) consultation: String,
    pub(super) path: String,
    pub(super) title: String,
    pub(super) excerpt: String,
    /// What it asks of a paragraph of a text.
    pub(super) amendment: Option<Amendment>,
    pub(super) lang: String,
    pub(super) at: Timestamp,
}

impl Waiting {
    // ftl: kind-*
    pub(super) fn new(page: &Page, held: &Held, spoken: &[Spoken]) -> Self {
        let contribution = &held.contribution;
        Self {
            id: contribution.id.0.to_string(),
            kind: page.t.code("kind", &contribution.kind),
            author: text::line(held.author.as_deref().unwrap_or_default()),
            whence: Whence::of(contribution, held.username.as_deref()),
            consultation: held.consultation.clone(),
            path: format!("/c/{}", held.slug),
            title: contribution.title.clone(),
            excerpt: markup::excerpt(&contribution.body, EXCERPT),
            amendment: Amendment::among(&page.t, spoken, contribution.id),
            lang: contribution.lang.clone(),
            at: contribution.created_at.0,
        }
    }
}

/// The text that is released.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    contribution: String,
}

/// The text that is not released, and why.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Declined {
    contribution: String,
    note: String,
}

/// `POST /admin/moderation/decline`.
pub(super) async fn decline(Staff(visit): Staff, Posted(declined): Posted<Declined>) -> Reply {
    desk::enter(&visit, Section::Moderation)?;
    let id = ContributionId::parse(&declined.contribution).ok_or(Error::NOT_FOUND)?;
    actions::office::hide(&visit.web.app, visit.viewer, id, Reason::Other, &declined.note).await?;
    Ok(done("/admin/moderation", "network-declined"))
}

/// `POST /admin/moderation/release`.
pub(super) async fn release(Staff(visit): Staff, Posted(chosen): Posted<Chosen>) -> Reply {
    desk::enter(&visit, Section::Moderation)?;
    let id = ContributionId::parse(&chosen.contribution).ok_or(Error::NOT_FOUND)?;
    actions::office::restore(&visit.web.app, visit.viewer, id).await?;
    Ok(done("/admin/moderation", "network-released"))
}

//! Hiding a contribution from its own page, and showing it again.

use super::answer::whole;
use super::barred::{self, Beyond};
use super::desk::{self, Desk, Section};
use super::show::{self, Choice};
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::public::Whence;
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use domain::markup;
use domain::moderation::Reason;
use domain::text::Fault;
use serde::Deserialize;
use store::views::page::Whole;

/// Characters of an excerpt.
const EXCERPT: usize = 300;

#[derive(Template)]
#[template(path = "office/hide.html")]
struct Hide {
    page: Page,
    desk: Desk,
    path: String,
    title: String,
    author: String,
    excerpt: String,
    reasons: Vec<Choice>,
    note: String,
    /// The author, when the text comes from another server.
    elsewhere: Option<Whence>,
    beyond: Beyond,
    faults: Faulty,
}

/// The decision as typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    reason: String,
    note: String,
    forward: String,
    bar: String,
}

impl Typed {
    fn beyond(&self) -> Beyond {
        Beyond { forward: !self.forward.is_empty(), bar: !self.bar.is_empty() }
    }
}

/// `GET /c/{slug}/p/{id}/hide`.
pub(super) async fn show(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>) -> Reply {
    desk::enter(&visit, Section::Moderation)?;
    let whole = whole(&visit, &slug, &id).await?;
    page(&visit, &whole, Typed::default(), actions::Faults::new()).await
}

/// `POST /c/{slug}/p/{id}/hide`.
pub(super) async fn hide(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    desk::enter(&visit, Section::Moderation)?;
    let whole = whole(&visit, &slug, &id).await?;
    let Some(reason) = Reason::parse(&typed.reason) else {
        return page(&visit, &whole, typed, vec![("reason", Fault::Choice)]).await;
    };
    let id = whole.card.contribution.id.to();
    match actions::office::hide(&visit.web.app, visit.viewer, id, reason, &typed.note).await {
        Ok(()) => {
            barred::beyond(&visit, id, typed.beyond()).await?;
            Ok(done(&format!("/c/{slug}/p/{id}"), "office-hidden"))
        }
        Err(actions::Error::Faulty(faults)) => page(&visit, &whole, typed, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /c/{slug}/p/{id}/restore`.
pub(super) async fn restore(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, _: Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Moderation)?;
    let whole = whole(&visit, &slug, &id).await?;
    actions::office::restore(&visit.web.app, visit.viewer, whole.card.contribution.id.to()).await?;
    Ok(done(&format!("/c/{slug}/p/{id}"), "office-restored"))
}

/// The reasons for which a text may be hidden.
// ftl: reason-*
pub(super) fn reasons(t: &Texts, chosen: &str) -> Vec<Choice> {
    Reason::ALL.iter().map(|reason| Choice::new(reason.code(), t.code("reason", reason.code()), reason.code() == chosen)).collect()
}

async fn page(visit: &Visit, whole: &Whole, typed: Typed, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Moderation, "moderation-hide-title").await?;
    let contribution = &whole.card.contribution;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let author = whole.card.author.clone().or_else(|| contribution.author_name.clone());
    let view = Hide {
        path: format!("/c/{}/p/{}", whole.card.slug, contribution.id.0),
        title: contribution.title.clone(),
        author: author.unwrap_or_else(|| page.t.get("moderation-nobody")),
        excerpt: markup::excerpt(&contribution.body, EXCERPT),
        reasons: reasons(&page.t, &typed.reason),
        elsewhere: Whence::of(contribution, whole.card.username.as_deref()),
        beyond: typed.beyond(),
        note: typed.note,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

//! Where a contribution went: for its author, and for those who answer for personal data. What is not known is said not to be known.

use super::load;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::texts::Texts;
use crate::viewer::SignedIn;
use askama::Template;
use axum::extract::{Path, Query};
use domain::permission::{OfficeVerb, may_in_office};
use serde::Deserialize;
use store::ledger::Departed;
use store::{At, Uid};

/// Lines on a page.
const PER_PAGE: i64 = 50;
/// How much of a version is shown: enough to compare two by eye.
const VERSION_SHOWN: usize = 12;

#[derive(Template)]
#[template(path = "departures.html")]
struct Departures {
    page: Page,
    title: String,
    lang: String,
    path: String,
    lines: Vec<Line>,
    anonymous: i64,
    waiting: i64,
    pagination: Pagination,
}

/// A server that it went to.
struct Line {
    host: String,
    way: String,
    first_at: At,
    last_at: At,
    version: String,
    consent_at: Option<At>,
    state: String,
    recall_at: Option<At>,
    settled_at: Option<At>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// `GET /c/{slug}/p/{id}/departures`: for its author, and for administrators.
pub(super) async fn show(SignedIn(visit): SignedIn, Path((slug, id)): Path<(String, String)>, Query(asked): Query<Asked>) -> Reply {
    let (viewer, id) = (visit.viewer, load::id(&id)?);
    let number = pagination::asked(&asked.page);
    let read = visit.web.app.store.read(move |db| {
        let subject = load::subject(db, &slug, id, viewer)?;
        let is_author = viewer.is(subject.whole.card.contribution.author_id.map(Uid::to));
        if !is_author && may_in_office(viewer, OfficeVerb::ChangeSettings).is_err() {
            return Err(Error::NOT_FOUND);
        }
        let object = Uid::of(id);
        let departed = store::ledger::of_object(db, object, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        Ok::<_, Error>((subject, departed, store::ledger::anonymous_of(db, object)?, store::ledger::waiting(db, object)?))
    });
    let (subject, (departed, total), anonymous, waiting) = read.await?;
    let contribution = &subject.whole.card.contribution;
    let page = visit.page("ledger-title").await?;
    let path = subject.path();
    let page = page.under(format!("/c/{}", subject.frame.consultation.slug), subject.frame.consultation.title.clone());
    html(Departures {
        title: super::items::title(&page.t, contribution),
        lang: contribution.lang.clone(),
        lines: departed.into_iter().map(|found| Line::new(&page.t, found)).collect(),
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{path}/departures?page={n}")),
        path,
        anonymous,
        waiting,
        page,
    })
}

impl Line {
    // ftl: ledger-way-* ledger-state-*
    fn new(t: &Texts, found: Departed) -> Self {
        let version = found.version.unwrap_or_default().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        Self {
            host: found.host,
            way: t.code("ledger-way", &found.way),
            first_at: found.first_at,
            last_at: found.last_at,
            version: version.chars().take(VERSION_SHOWN).collect(),
            consent_at: found.consent_at,
            state: t.code("ledger-state", &found.state),
            recall_at: found.recall_at,
            settled_at: found.settled_at,
        }
    }
}

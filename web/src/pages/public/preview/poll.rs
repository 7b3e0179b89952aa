//! A vote of a draft: what will be asked, of whom and when, and what may be answered.

use super::super::head::Tab;
use super::super::poll_budget::{self, RuleWords};
use super::super::poll_sent::Sent;
use super::super::poll_words::{self, Answer};
use super::super::stakes::{self, Stakes};
use super::Draft;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::votes::Loaded;
use askama::Template;
use axum::extract::Path;
use domain::id::BoxId;
use domain::markup;
use domain::risk::Grid;
use domain::vote::BoxState;
use store::Uid;

#[derive(Template)]
#[template(path = "preview/poll.html")]
struct Poll {
    page: Page,
    title: String,
    lang: String,
    dates: String,
    /// Safe HTML.
    description: String,
    answers: Vec<Answer>,
    ways: String,
    revote: bool,
    quorum: i32,
    rule: Option<RuleWords>,
    stakes: Option<Stakes>,
}

/// `GET /preview/{token}/polls/{poll}`.
pub(super) async fn show(visit: Visit, Path((token, poll)): Path<(String, String)>) -> Reply {
    let id = Uid::of(BoxId::parse(&poll).ok_or(Error::NOT_FOUND)?);
    super::show(
        visit,
        (token, Tab::Learn),
        move |db, frame| {
            let found = actions::votes::load(db, id)?;
            if found.row.consultation_id != frame.consultation.id || found.state == BoxState::Cancelled {
                return Err(Error::NOT_FOUND);
            }
            let grid = actions::votes::grid(db, id)?;
            Ok((found, grid))
        },
        draw,
    )
    .await
}

fn draw(draft: Draft, (found, grid): (Loaded, Option<Grid>)) -> Reply {
    let Draft { page, frame, .. } = draft.below(found.row.title.clone());
    html(Poll {
        title: found.row.title.clone(),
        lang: found.row.lang.clone(),
        dates: poll_words::dates(&page, &found.row),
        description: markup::to_html(&found.row.description),
        answers: poll_words::answers(&page, &frame.consultation.slug, &found, &Sent::default()),
        ways: poll_words::ways(&page, &found),
        revote: found.row.revote,
        quorum: found.row.quorum,
        rule: poll_budget::rule(&page, &found),
        stakes: grid.map(|grid| stakes::shown(&page.t, &grid)),
        page,
    })
}

//! Withdraw one's own contribution, after being told what happens then.

use super::leaves::Leaves;
use super::{load, voice};
use crate::error::Reply;
use crate::form::{self, Posted};
use crate::page::{Page, html};
use crate::viewer::SignedIn;
use askama::Template;
use axum::extract::Path;
use domain::permission::{self, Verb};

#[derive(Template)]
#[template(path = "withdraw.html")]
struct Withdraw {
    page: Page,
    kind: String,
    title: String,
    path: String,
    leaves: Leaves,
    /// Whether it leaves a vote.
    voted_on: bool,
    /// Whether it stays in a vote that other territories hold too.
    stays_in_vote: bool,
}

/// `GET /c/{slug}/p/{id}/withdraw`.
pub(super) async fn show(SignedIn(visit): SignedIn, Path((slug, id)): Path<(String, String)>) -> Reply {
    let subject = load::read(&visit, &slug, &id).await?;
    let viewer = voice::as_author(&visit, &subject.whole.card.contribution).await?;
    permission::may(viewer, Verb::Withdraw, &subject.standing, &subject.frame.calendar, visit.web.app.now())?;
    let mut page = visit.page("contribution-withdraw-button").await?;
    let contribution = &subject.whole.card.contribution;
    let kept = contribution.clone();
    let read = visit.web.app.store.read(move |db| {
        let boxes: Vec<store::Uid> = store::votes::offering(db, kept.id)?.into_iter().map(|(id, _)| id).collect();
        let common = store::tallies::common(db, &boxes)?;
        Ok::<_, crate::Error>((Leaves::of(db, &kept, viewer)?, boxes.iter().any(|id| !common.contains(id)), !common.is_empty()))
    });
    let (leaves, voted_on, stays_in_vote) = read.await?;
    // ftl: contribution-withdraw-title-*
    page.title = page.t.code("contribution-withdraw-title", &contribution.kind);
    let page = page.under(format!("/c/{slug}"), subject.frame.consultation.title.clone());
    let title = super::items::title(&page.t, contribution);
    html(Withdraw { kind: contribution.kind.clone(), title, path: subject.path(), leaves, voted_on, stays_in_vote, page })
}

/// `POST /c/{slug}/p/{id}/withdraw`.
pub(super) async fn withdraw(SignedIn(visit): SignedIn, Path((slug, id)): Path<(String, String)>, _: Posted<form::Fields>) -> Reply {
    let subject = load::read(&visit, &slug, &id).await?;
    let viewer = voice::as_author(&visit, &subject.whole.card.contribution).await?;
    actions::contributions::withdraw(&visit.web.app, viewer, subject.whole.card.contribution.id.to()).await?;
    Ok(form::done(&subject.path(), "withdrawn"))
}

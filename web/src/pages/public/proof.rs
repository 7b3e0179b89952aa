//! The proof that one's own text is in the public record: what it is good for, and a file for each version.

use super::{items, load, voice};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::SignedIn;
use actions::record::receipts_of;
use askama::Template;
use axum::extract::Path;
use store::Uid;

#[derive(Template)]
#[template(path = "record_proof.html")]
struct Proofs {
    page: Page,
    title: String,
    lang: String,
    path: String,
    /// Number of the version, and where its file is.
    files: Vec<(u32, String)>,
}

/// `GET /c/{slug}/p/{id}/proof`: for its author.
pub(super) async fn show(SignedIn(visit): SignedIn, Path((slug, id)): Path<(String, String)>) -> Reply {
    let subject = load::read(&visit, &slug, &id).await?;
    let contribution = &subject.whole.card.contribution;
    let own = voice::as_author(&visit, contribution).await?.is(contribution.author_id.map(Uid::to));
    if !own || contribution.uri.is_some() || !contribution.is_shown() {
        return Err(Error::NOT_FOUND);
    }
    let id = contribution.id;
    let kept = visit.web.app.store.read(move |db| receipts_of(db, id)).await?;
    let page = visit.page("record-proof-title").await?.under(format!("/c/{slug}"), subject.frame.consultation.title.clone());
    html(Proofs {
        files: kept.into_iter().rev().map(|(place, version)| (version, format!("/record/receipt/{place}"))).collect(),
        lang: contribution.lang.clone(),
        title: items::title(&page.t, contribution),
        path: subject.root_path(),
        page,
    })
}

//! The text that a draft will put to discussion.

use super::super::head::{Head, Tab};
use super::super::text::{PieceView, piece};
use super::Draft;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use domain::markup;
use store::draft_texts::{Counts, DraftText, Paragraph};

#[derive(Template)]
#[template(path = "preview/text.html")]
struct TextPage {
    page: Page,
    head: Head,
    title: String,
    /// Safe HTML.
    introduction: String,
    pieces: Vec<PieceView>,
}

/// `GET /preview/{token}/text`.
pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Reply {
    super::show(
        visit,
        (token, Tab::Text),
        |db, frame| {
            let text = store::draft_texts::of_consultation(db, frame.consultation.id)?.ok_or(Error::NOT_FOUND)?;
            let pieces = store::draft_texts::paragraphs(db, text.id)?;
            Ok::<_, Error>((text, pieces))
        },
        draw,
    )
    .await
}

fn draw(draft: Draft, (text, pieces): (DraftText, Vec<Paragraph>)) -> Reply {
    let Draft { page, head, .. } = draft.below(text.title.clone());
    html(TextPage {
        title: text.title,
        introduction: markup::to_html(&text.introduction),
        pieces: pieces.iter().map(|one| piece(&page.t, one, Counts::default())).collect::<Result<_, _>>()?,
        head,
        page,
    })
}

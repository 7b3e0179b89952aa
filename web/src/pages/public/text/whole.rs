//! The text as a whole: it reads as a text, and each paragraph leads to what is said of it.

use super::super::head::{Head, Tab};
use super::shown;
use crate::amendments;
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::texts::Texts;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use domain::draft_text::{PieceKind, TextState};
use domain::markup;
use store::draft_texts::{Counts, Paragraph};

#[derive(Template)]
#[template(path = "text.html")]
struct TextPage {
    page: Page,
    head: Head,
    title: String,
    lang: String,
    /// Safe HTML.
    introduction: String,
    state: Look,
    /// What the state means for whoever reads.
    hint: String,
    pieces: Vec<PieceView>,
    /// How many amendments there are in all.
    amendments: i64,
    /// Whether the text as it becomes is worth a page.
    changed: bool,
}

/// A piece as it is read.
pub(in crate::pages::public) struct PieceView {
    pub(in crate::pages::public) is_heading: bool,
    pub(in crate::pages::public) mark: &'static str,
    pub(in crate::pages::public) number: i32,
    pub(in crate::pages::public) body: String,
    /// What is said of it; empty where nothing is.
    pub(in crate::pages::public) said: String,
}

/// `GET /c/{slug}/text`.
// ftl: text-hint-*
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>) -> Reply {
    let viewer = visit.viewer;
    let read = visit.web.app.store.read(move |db| {
        let (frame, text) = shown(db, &slug, viewer)?;
        let (pieces, counts) = (store::draft_texts::paragraphs(db, text.id)?, store::draft_texts::counts(db, text.id)?);
        let changed = store::draft_texts::is_changed(db, text.id)?;
        Ok::<_, Error>((frame, text, pieces, counts, changed))
    });
    let (frame, text, pieces, counts, changed) = read.await?;
    let page = visit.page(text.title.clone()).await?;
    let path = format!("/c/{}", frame.consultation.slug);
    let page = page.under(path.clone(), frame.consultation.title.clone());
    let state = text.state()?;
    let views = pieces.iter().map(|piece| view(&page.t, piece, counts.get(&piece.id).copied().unwrap_or_default()));
    html(TextPage {
        head: Head::new(&visit, &page, &frame, Tab::Text),
        title: text.title.clone(),
        lang: frame.consultation.lang.clone(),
        introduction: markup::to_html(&text.introduction),
        state: amendments::state_look(&page.t, state),
        hint: page.t.code("text-hint", state.code()),
        pieces: views.collect::<Result<_, _>>()?,
        amendments: counts.values().map(|of| of.amendments).sum(),
        changed: state == TextState::Settled || changed,
        page,
    })
}

/// A piece, with what is said of it.
pub(in crate::pages::public) fn view(t: &Texts, piece: &Paragraph, counts: Counts) -> Result<PieceView, store::Error> {
    let kind = piece.kind()?;
    let counts_itself = piece.body.starts_with(|c: char| c.is_ascii_digit()) || piece.body.chars().nth(1) == Some(')');
    Ok(PieceView {
        is_heading: kind == PieceKind::Heading,
        mark: if kind == PieceKind::Item && !counts_itself { "• " } else { "" },
        number: piece.number,
        body: piece.body.clone(),
        said: told(t, counts),
    })
}

/// "2 amendements, 3 commentaires, 5 soutiens".
fn told(t: &Texts, counts: Counts) -> String {
    let each = [
        (counts.amendments, "paragraph-amendments"),
        (counts.remarks, "paragraph-remarks"),
        (counts.supports, "paragraph-supports"),
        (counts.kept, "paragraph-kept"),
    ];
    let said: Vec<String> = each.iter().filter(|(count, _)| *count > 0).map(|(count, key)| t.count(key, *count)).collect();
    said.join(", ")
}

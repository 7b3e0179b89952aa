//! What the text becomes: as it was, as it is with what was accepted, or what changed from the one to the other.

use super::shown;
use crate::amendments;
use crate::budget::Look;
use crate::difference::{self, Piece};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::draft_text::{self, Kept, PieceKind};
use serde::Deserialize;
use store::At;
use store::draft_texts::{Paragraph, Said};

#[derive(Template)]
#[template(path = "text_result.html")]
struct ResultPage {
    page: Page,
    path: String,
    title: String,
    lang: String,
    state: Look,
    settled: Option<At>,
    /// The three ways to read it: address, words, whether it is the one shown.
    ways: Vec<(String, String, bool)>,
    /// Whether differences are shown.
    differences: bool,
    lines: Vec<Line>,
    changes: usize,
}

/// A piece as it is read.
struct Line {
    is_heading: bool,
    /// 0 for a heading and for what is new.
    number: i32,
    /// Where what was said of it is read; where something changed only.
    why: Option<String>,
    words: Vec<Piece>,
}

/// How the address asks to read it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    view: String,
}

/// `GET /c/{slug}/text/result?view=before|after`: without either, what changed.
// ftl: text-view-*
pub(crate) async fn show(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let viewer = visit.viewer;
    let read = visit.web.app.store.read(move |db| {
        let (frame, text) = shown(db, &slug, viewer)?;
        let (pieces, kept) = (store::draft_texts::paragraphs(db, text.id)?, store::draft_texts::kept(db, text.id)?);
        Ok::<_, Error>((frame, text, pieces, kept))
    });
    let (frame, text, pieces, kept) = read.await?;
    let mut page = visit.page(text.title.clone()).await?;
    page.title = page.t.with1("text-result-of", "title", text.title.as_str());
    let root = format!("/c/{}", frame.consultation.slug);
    let path = format!("{root}/text");
    let page = page.under(root, frame.consultation.title.clone()).under(path.clone(), text.title.clone());
    let view = if matches!(asked.view.as_str(), "before" | "after") { asked.view.as_str() } else { "changes" };
    let way = |code: &str| (format!("{path}/result?view={code}"), page.t.code("text-view", code), code == view);
    let lines = lines(&path, &pieces, &kept, view)?;
    html(ResultPage {
        ways: ["changes", "after", "before"].map(way).to_vec(),
        differences: view == "changes",
        changes: lines.iter().filter(|line| line.why.is_some()).count(),
        lines,
        title: text.title.clone(),
        lang: frame.consultation.lang.clone(),
        state: amendments::state_look(&page.t, text.state()?),
        settled: text.settled_at,
        path,
        page,
    })
}

fn lines(path: &str, pieces: &[Paragraph], kept: &[Said], view: &str) -> Result<Vec<Line>, store::Error> {
    let mut changes = Vec::with_capacity(kept.len());
    for said in kept {
        changes.push(Kept { paragraph: said.paragraph_id.0, word: said.word()?, words: said.kept.as_deref().unwrap_or_default() });
    }
    let bodies: Vec<_> = pieces.iter().map(|piece| (piece.id.0, piece.body.as_str())).collect();
    let mut lines = Vec::new();
    for one in draft_text::resulting(&bodies, &changes) {
        let Some(piece) = pieces.get(one.from) else { continue };
        let words = match view {
            "before" => difference::line(&one.before, &one.before),
            "after" => difference::line(&one.after, &one.after),
            _ => difference::line(&one.before, &one.after),
        };
        if words.is_empty() {
            continue;
        }
        let changed = view == "changes" && one.before != one.after;
        lines.push(Line {
            is_heading: piece.kind()? == PieceKind::Heading,
            number: if one.added { 0 } else { piece.number },
            why: changed.then(|| format!("{path}/{}", piece.number)),
            words,
        });
    }
    Ok(lines)
}

//! The amendments of a text as a file.

use super::super::csv::Sheet;
use super::super::load;
use super::shown;
use crate::error::{Error, Reply};
use crate::viewer::Visit;
use actions::limits::Purpose;
use axum::extract::Path;
use domain::actor::Viewer;
use store::draft_texts::{Paragraph, SAID_MAX, Said, Which};
use store::views::cards::{self, Card};

/// The columns of the file. They are names for programs, the same in every language.
const COLUMNS: [&str; 17] = [
    "id",
    "url",
    "paragraph",
    "paragraph_text",
    "change",
    "wording",
    "reason",
    "author",
    "created_at",
    "supports",
    "remote_supports",
    "territory_supports",
    "replies",
    "outcome",
    "kept_wording",
    "decided_at",
    "language",
];
/// Contributions read at once.
const SLICE: usize = 500;

/// `GET /c/{slug}/amendments.csv`.
pub(crate) async fn download(visit: Visit, Path(slug): Path<String>) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let read = app.store.read(move |db| {
        let (frame, text) = shown(db, &slug, Viewer::VISITOR)?;
        let (rows, _) = store::draft_texts::amendments(db, text.id, Which::Seen, 0, SAID_MAX)?;
        let ids: Vec<_> = rows.iter().map(|(said, _)| said.contribution_id).collect();
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(SLICE) {
            found.extend(cards::by_ids(db, some, None)?);
        }
        Ok::<_, Error>((frame, rows, found))
    });
    let (frame, rows, found) = read.await?;
    let page = visit.page(frame.consultation.title.clone()).await?;
    let found: std::collections::HashMap<_, _> = found.into_iter().map(|card| (card.contribution.id, card)).collect();
    let slug = &frame.consultation.slug;
    let mut sheet = Sheet::new(COLUMNS);
    for (said, paragraph) in &rows {
        if let Some(card) = found.get(&said.contribution_id) {
            sheet.line(cells(&page.absolute(&load::path(slug, said.contribution_id)), said, paragraph, card));
        }
    }
    Ok(sheet.reply(&format!("{slug}-amendments")))
}

fn cells(url: &str, said: &Said, paragraph: &Paragraph, card: &Card) -> [String; 17] {
    let contribution = &card.contribution;
    [
        contribution.id.0.to_string(),
        url.to_owned(),
        paragraph.number.to_string(),
        paragraph.body.clone(),
        said.word.clone(),
        said.wording.clone(),
        contribution.body.clone(),
        card.author.clone().or_else(|| contribution.author_name.clone()).unwrap_or_default(),
        contribution.created_at.0.to_string(),
        contribution.support_count.to_string(),
        contribution.remote_support_count.to_string(),
        card.territories.supports.to_string(),
        contribution.reply_count.to_string(),
        said.outcome.clone(),
        said.kept.clone().unwrap_or_default(),
        said.decided_at.map(|at| at.0.to_string()).unwrap_or_default(),
        contribution.lang.clone(),
    ]
}

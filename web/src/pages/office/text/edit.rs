//! Write the text, open it, close it, settle it; and what of its amendments waits for a decision.

use super::super::desk::{self, Desk, Section};
use super::super::editor::{self, Head};
use super::super::show;
use crate::amendments;
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::{Staff, Visit};
use actions::texts::TextForm;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::draft_text::{self, TextState};
use domain::refusal::Refusal;
use domain::text::TITLE_MAX;
use serde::Deserialize;
use std::collections::HashMap;
use store::draft_texts::{DraftText, Paragraph, Said, Which};
use store::views::cards::{self, Card};
use store::views::page::Frame;
use store::{At, Uid};

/// Amendments on one page.
const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "office/text.html")]
struct TextPage {
    page: Page,
    desk: Desk,
    head: Head,
    faults: Faulty,
    /// Where the forms are sent.
    action: String,
    form: TextForm,
    title_max: usize,
    /// What is kept; nothing before the first time.
    kept: Option<Kept>,
    rows: Vec<Row>,
    total: i64,
    pagination: Pagination,
    waiting: bool,
    /// Whether its words can still be changed, or what was typed is given back.
    writing: bool,
    /// Whether what was typed is only given back: it cannot be kept any more.
    lost: bool,
}

/// A text that exists.
struct Kept {
    state: Look,
    code: &'static str,
    paragraphs: usize,
    undecided: i64,
    /// Those that wait for a moderator first.
    held: i64,
}

/// An amendment.
struct Row {
    path: String,
    title: String,
    lang: String,
    number: i32,
    author: String,
    at: At,
    supports: i32,
    outcome: Look,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    all: String,
    page: String,
}

/// What was read for the page.
struct Found {
    text: Option<DraftText>,
    pieces: Vec<Paragraph>,
    undecided: (i64, i64),
    rows: Vec<(Said, Paragraph)>,
    cards: HashMap<Uid, Card>,
    total: i64,
    number: i64,
}

/// `GET /admin/consultations/{slug}/text?all=1&page=2`.
pub(crate) async fn show(Staff(visit): Staff, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    page(&visit, &frame, &asked, None, Faulty::none()).await
}

/// `POST /admin/consultations/{slug}/text`.
pub(crate) async fn save(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let mut form = TextForm { title: text("title"), introduction: text("introduction"), text: text("text"), revision: text("revision") };
    let t = crate::texts::Texts::new(visit.lang);
    let faults = match actions::texts::write(&visit.web.app, visit.viewer, &slug, &form).await {
        Ok(()) => return Ok(done(&format!("/admin/consultations/{slug}/text"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => Faulty::new(&t, &faults),
        Err(actions::Error::Refused(Refusal::Stale)) => {
            let mut faults = Faulty::none();
            faults.add("title", t.get("text-stale"));
            form.revision = read(&visit, frame.consultation.id, &Asked::default())
                .await?
                .text
                .map(|text| text.revision.to_string())
                .unwrap_or_default();
            faults
        }
        Err(actions::Error::Refused(Refusal::Settled)) => {
            let mut faults = Faulty::none();
            faults.add("text", t.get("text-opened-meanwhile"));
            faults
        }
        Err(other) => return Err(other.into()),
    };
    page(&visit, &frame, &Asked::default(), Some(form), faults).await
}

/// `POST /admin/consultations/{slug}/text/open`.
pub(crate) async fn open(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    let outcome = actions::texts::open(&visit.web.app, visit.viewer, &slug).await;
    advanced(&visit, &slug, outcome, "text-opened").await
}

/// `POST /admin/consultations/{slug}/text/close`.
pub(crate) async fn close(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    let outcome = actions::texts::close(&visit.web.app, visit.viewer, &slug).await;
    advanced(&visit, &slug, outcome, "text-closed").await
}

/// `POST /admin/consultations/{slug}/text/settle`.
pub(crate) async fn settle(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    let outcome = actions::texts::settle(&visit.web.app, visit.viewer, &slug).await;
    advanced(&visit, &slug, outcome, "text-settled").await
}

/// `POST /admin/consultations/{slug}/text/remove`.
pub(crate) async fn remove(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    let outcome = actions::texts::remove(&visit.web.app, visit.viewer, &slug).await;
    advanced(&visit, &slug, outcome, "text-removed").await
}

async fn advanced(visit: &Visit, slug: &str, outcome: Result<(), actions::Error>, flash: &str) -> Result<Response, Error> {
    match outcome {
        // Pressed twice, or by two agents: it is as was asked.
        Ok(()) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => Ok(done(&format!("/admin/consultations/{slug}/text"), flash)),
        Err(actions::Error::Faulty(faults)) => {
            let frame = editor::frame(visit, slug).await?;
            let faults = Faulty::new(&crate::texts::Texts::new(visit.lang), &faults);
            page(visit, &frame, &Asked::default(), None, faults).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn read(visit: &Visit, consultation: Uid, asked: &Asked) -> Result<Found, Error> {
    let which = if asked.all.is_empty() { Which::Waiting } else { Which::SeenOrKept };
    let asked = pagination::asked(&asked.page);
    let read = visit.web.app.store.read(move |db| {
        let Some(text) = store::draft_texts::of_consultation(db, consultation)? else {
            let (cards, pieces) = (HashMap::new(), Vec::new());
            return Ok::<_, Error>(Found { text: None, pieces, undecided: (0, 0), rows: Vec::new(), cards, total: 0, number: 1 });
        };
        let pieces = store::draft_texts::paragraphs(db, text.id)?;
        let undecided = store::draft_texts::undecided(db, text.id)?;
        let (_, total) = store::draft_texts::amendments(db, text.id, which, 0, 0)?;
        let number = asked.min(pagination::pages(total, PER_PAGE));
        let (rows, total) = store::draft_texts::amendments(db, text.id, which, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let ids: Vec<Uid> = rows.iter().map(|(said, _)| said.contribution_id).collect();
        let cards = cards::by_ids(db, &ids, None)?.into_iter().map(|card| (card.contribution.id, card)).collect();
        Ok(Found { text: Some(text), pieces, undecided, rows, cards, total, number })
    });
    read.await
}

async fn page(visit: &Visit, frame: &Frame, asked: &Asked, sent: Option<TextForm>, faults: Faulty) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, page.now, "/text");
    let found = read(visit, frame.consultation.id, asked).await?;
    let (page, status) = show::told(page, &faults);
    let slug = &frame.consultation.slug;
    let action = format!("/admin/consultations/{slug}/text");
    let rows = found.rows.iter().filter_map(|row| Some((row, found.cards.get(&row.0.contribution_id)?)));
    let rows = rows.map(|(row, card)| line(&page, &action, row, card)).collect::<Result<_, _>>()?;
    let kept = found.text.as_ref().map(|text| kept(&page, text, &found)).transpose()?;
    let is_draft = kept.as_ref().is_none_or(|kept| kept.is(TextState::Draft));
    let waiting = asked.all.is_empty();
    let at = |n: i64| format!("{action}?page={n}{}#amendments", if waiting { "" } else { "&all=1" });
    let view = TextPage {
        title_max: TITLE_MAX,
        lost: sent.is_some() && !is_draft,
        writing: is_draft || sent.is_some(),
        kept,
        rows,
        total: found.total,
        pagination: Pagination::new(found.total, PER_PAGE, found.number, at),
        form: sent.map_or_else(|| written(&found), Ok)?,
        waiting,
        action,
        faults,
        page,
        desk,
        head,
    };
    html_with(status, view)
}

fn kept(page: &Page, text: &DraftText, found: &Found) -> Result<Kept, store::Error> {
    let state = text.state()?;
    Ok(Kept {
        state: amendments::state_look(&page.t, state),
        code: state.code(),
        paragraphs: found.pieces.iter().filter(|piece| piece.number > 0).count(),
        undecided: found.undecided.0,
        held: found.undecided.1,
    })
}

impl Kept {
    fn is(&self, state: TextState) -> bool {
        self.code == state.code()
    }
}

fn line(page: &Page, action: &str, (said, paragraph): &(Said, Paragraph), card: &Card) -> Result<Row, store::Error> {
    let contribution = &card.contribution;
    Ok(Row {
        path: format!("{action}/amendments/{}", contribution.id.0),
        // Withdrawn: nobody but its author reads it any more.
        title: if contribution.withdrawn_at.is_none() {
            contribution.title.clone()
        } else {
            page.t.with1("paragraph-title", "number", paragraph.number)
        },
        lang: contribution.lang.clone(),
        number: paragraph.number,
        author: card.author.clone().or_else(|| contribution.author_name.clone()).unwrap_or_else(|| page.t.get("cards-author-erased")),
        at: contribution.created_at,
        supports: contribution.support_count,
        outcome: amendments::outcome_look(&page.t, said.outcome()?),
    })
}

/// The form as what is kept fills it.
fn written(found: &Found) -> Result<TextForm, store::Error> {
    let Some(text) = &found.text else { return Ok(TextForm::default()) };
    let pieces: Vec<_> = found.pieces.iter().map(|piece| Ok((piece.kind()?, piece.body.as_str()))).collect::<Result<_, store::Error>>()?;
    Ok(TextForm {
        title: text.title.clone(),
        introduction: text.introduction.clone(),
        text: draft_text::join(pieces),
        revision: text.revision.to_string(),
    })
}

//! What is printed for a consultation: a poster, leaflets, the code of its page. They speak the language of the consultation.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::print::{self, PosterWords, Qr};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use domain::consultation::PhaseRule;
use domain::lang::Lang;
use domain::vote::{BoxState, Level};
use http::header;
use store::views::page::Frame;
use store::votes::BallotBox;

/// Most votes of one consultation whose ballots are offered: the latest to close.
const BALLOTS_MAX: i64 = 20;

#[derive(Template)]
#[template(path = "office/kit.html")]
struct Kit {
    page: Page,
    desk: Desk,
    head: Head,
    address: String,
    /// The ballots of the votes on paper that are held.
    ballots: Vec<Ballot>,
}

/// A ballot to print.
struct Ballot {
    title: String,
    path: String,
}

/// `GET /admin/consultations/{slug}/kit`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let ballots = ballots(&visit, &frame).await?;
    let (page, desk) = desk::open(&visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let address = page.absolute(&format!("/c/{}", frame.consultation.slug));
    html(Kit { head: editor::head(&page.t, &frame, visit.web.app.now(), "/kit"), address, ballots, desk, page })
}

async fn ballots(visit: &Visit, frame: &Frame) -> Result<Vec<Ballot>, Error> {
    let id = frame.consultation.id;
    let boxes = visit.web.app.store.read(move |db| store::votes::of_consultation(db, id, BALLOTS_MAX)).await?;
    let held = |row: &BallotBox| row.state == BoxState::Published.code() && row.levels.split(' ').any(|level| level == Level::Paper.code());
    let ballot = |row: BallotBox| Ballot {
        path: format!("/admin/consultations/{}/polls/{}/paper/ballot.pdf", frame.consultation.slug, row.id.0),
        title: row.title,
    };
    Ok(boxes.into_iter().filter(held).map(ballot).collect())
}

/// `GET /admin/consultations/{slug}/kit/poster.pdf`.
pub(super) async fn poster(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let words = words(&visit, &slug).await?;
    pdf(&slug, "poster", print::poster(&words))
}

/// `GET /admin/consultations/{slug}/kit/leaflets.pdf`.
pub(super) async fn leaflets(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let words = words(&visit, &slug).await?;
    pdf(&slug, "leaflets", print::leaflets(&words))
}

/// `GET /admin/consultations/{slug}/kit/codes.pdf`.
pub(super) async fn codes(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let words = words(&visit, &slug).await?;
    pdf(&slug, "codes", print::codes(&words))
}

/// `GET /admin/consultations/{slug}/kit/code.svg`.
pub(super) async fn code(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let words = words(&visit, &slug).await?;
    let code = Qr::of(&words.address).ok_or(Error::NOT_FOUND)?;
    let name = format!("inline; filename=\"{slug}.svg\"");
    let headers = [(header::CONTENT_TYPE, "image/svg+xml".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, code.svg()).into_response())
}

fn pdf(slug: &str, what: &str, made: Option<Vec<u8>>) -> Reply {
    let bytes = made.ok_or(Error::NOT_FOUND)?;
    let name = format!("attachment; filename=\"{slug}-{what}.pdf\"");
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

// ftl: editor-promise-*
async fn words(visit: &Visit, slug: &str) -> Result<PosterWords, Error> {
    let frame = editor::frame(visit, slug).await?;
    let page = visit.page("editor-part-kit").await?;
    let lang = Lang::parse(&frame.consultation.lang).unwrap_or(page.lang);
    let page = page.spoken_in(lang);
    let consultation = &frame.consultation;
    Ok(PosterWords {
        place: page.instance.name.clone(),
        title: consultation.title.clone(),
        lang: lang.code().to_owned(),
        teaser: consultation.teaser.clone(),
        dates: dates(&page, &frame),
        promise: page.t.code("editor-promise", &consultation.participation),
        how: page.t.get("kit-how"),
        address: page.absolute(&format!("/c/{}", consultation.slug)),
    })
}

/// From the first day to the last on which people can say or choose something; else of the whole calendar; nothing without one.
fn dates(page: &Page, frame: &Frame) -> String {
    let phases = &frame.calendar.phases;
    let open: Vec<&PhaseRule> = phases.iter().filter(|phase| phase.kind.is_for_people()).collect();
    let all: Vec<&PhaseRule> = if open.is_empty() { phases.iter().collect() } else { open };
    let (Some(from), Some(to)) = (all.iter().map(|phase| phase.opens_at).min(), all.iter().map(|phase| phase.closes_at).max()) else {
        return String::new();
    };
    page.t.with2("consultation-dates", "from", page.day(from), "to", page.day(to))
}

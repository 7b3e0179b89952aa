//! The last page: what was made, what remains to be done, and a link to show the draft. It reads what there is, and so stays true.

use super::super::desk::{self, Desk, Section};
use super::super::editor;
use crate::error::{Error, Reply};
use crate::money::euros;
use crate::page::{Page, html};
use crate::viewer::{Staff, Visit};
use askama::Template;
use axum::extract::Path;
use domain::consultation::PhaseKind;
use domain::meeting::MeetingState;
use domain::preview::DAYS;
use store::places::LayerKind;
use store::views::page::Frame;

/// Meetings that are looked at.
const MEETINGS: i64 = 20;

#[derive(Template)]
#[template(path = "office/start/made.html")]
struct Made {
    page: Page,
    desk: Desk,
    slug: String,
    title: String,
    made: Vec<Point>,
    left: Vec<Point>,
    published: bool,
    days: i64,
}

/// A line that leads somewhere.
pub(super) struct Point {
    pub(super) text: String,
    pub(super) path: String,
}

/// What belongs to the draft.
struct Belongings {
    questionnaires: Vec<bool>,
    meetings: Vec<bool>,
    amount: i64,
    perimeter: bool,
}

/// `GET /admin/start/made/{slug}`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let there = belongings(&visit, &frame).await?;
    let (mut page, desk) = desk::open(&visit, Section::Consultations, "start-title").await?;
    let start = page.title.clone();
    page.title = page.t.get("start-made");
    let page = page.under("/admin/start", start);
    let root = format!("/admin/consultations/{slug}");
    html(Made {
        made: made(&page, &frame, &there, &root),
        left: left(&page, &frame, &there, &root),
        title: frame.consultation.title.clone(),
        published: frame.calendar.published,
        days: DAYS,
        slug,
        desk,
        page,
    })
}

async fn belongings(visit: &Visit, frame: &Frame) -> Result<Belongings, Error> {
    let id = frame.consultation.id;
    let read = visit.web.app.store.read(move |db| {
        let forms = store::questionnaires::of_consultation(db, id, true)?;
        let (meetings, _) = store::meetings::all_of(db, Some(id), 0, MEETINGS)?;
        let envelopes = store::budget::envelopes(db, id)?;
        let layers = store::places::layers(db, id, actions::places::LAYERS_MAX)?;
        Ok::<_, Error>((forms, meetings, envelopes, layers))
    });
    let (forms, meetings, envelopes, layers) = read.await?;
    Ok(Belongings {
        questionnaires: forms.iter().map(|form| form.published_at.is_some()).collect(),
        meetings: meetings.iter().map(|row| row.state != MeetingState::Draft.code()).collect(),
        amount: envelopes.iter().map(|envelope| envelope.amount).sum(),
        perimeter: layers.iter().any(|layer| layer.kind == LayerKind::Perimeter.code()),
    })
}

fn made(page: &Page, frame: &Frame, there: &Belongings, root: &str) -> Vec<Point> {
    let t = &page.t;
    let point = |text: String, end: &str| Point { text, path: format!("{root}{end}") };
    let phases = &frame.calendar.phases;
    let mut points = vec![point(t.get("start-made-texts"), "")];
    if let Some((first, last)) = phases.first().zip(phases.last()) {
        let dates = [
            ("count", i64::try_from(phases.len()).unwrap_or(0).into()),
            ("from", page.day(first.opens_at).into()),
            ("to", page.day(last.closes_at).into()),
        ];
        points.push(point(t.with("start-made-steps", &dates), "/phases"));
    }
    if !frame.themes.is_empty() {
        points.push(point(t.count("start-made-themes", frame.themes.len()), "/themes"));
    }
    if frame.map {
        points.push(point(t.get("start-made-map"), "/map"));
    }
    if there.amount > 0 {
        points.push(point(t.with1("start-made-budget", "amount", euros(t, there.amount)), "/budget"));
    }
    if !there.questionnaires.is_empty() {
        points.push(point(t.count("start-made-forms", there.questionnaires.len()), "/questionnaires"));
    }
    if !there.meetings.is_empty() {
        points.push(point(t.count("start-made-meetings", there.meetings.len()), "/meetings"));
    }
    points
}

fn left(page: &Page, frame: &Frame, there: &Belongings, root: &str) -> Vec<Point> {
    let consultation = &frame.consultation;
    let votes = frame.calendar.phases.iter().any(|phase| phase.kind == PhaseKind::Vote);
    let all = [
        (consultation.introduction.trim().is_empty(), "start-left-introduction", "#introduction"),
        (consultation.cover_id.is_none(), "start-left-cover", "/cover"),
        (!frame.documents, "start-left-documents", "/documents"),
        (frame.map && !there.perimeter, "start-left-perimeter", "/map"),
        (there.questionnaires.contains(&false), "start-left-forms", "/questionnaires"),
        (there.meetings.contains(&false), "start-left-meetings", "/meetings"),
        (there.amount > 0, "start-left-envelopes", "/budget"),
        (votes, "start-left-vote", "/budget"),
        (!frame.calendar.published, "start-left-publish", ""),
    ];
    let wanted = all.into_iter().filter(|(wanted, ..)| *wanted);
    wanted.map(|(_, key, end)| Point { text: page.t.get(key), path: format!("{root}{end}") }).collect()
}

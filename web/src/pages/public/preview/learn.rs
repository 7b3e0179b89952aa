//! The first page of a draft: what it is about, its steps, and what there will be to do.

use super::super::consultation::{self, Part};
use super::super::head::{self, Head, Step, Tab};
use super::super::rich::Html;
use super::Draft;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use domain::markup;
use domain::meeting::MeetingState;
use domain::vote::BoxState;
use store::meetings::Meeting;
use store::questionnaires::Questionnaire;
use store::votes::BallotBox;

/// Meetings that the page names.
const MEETINGS: i64 = 5;

#[derive(Template)]
#[template(path = "preview/learn.html")]
struct Learn {
    page: Page,
    head: Head,
    steps: Vec<Step>,
    position: Option<Html>,
    explained: bool,
    promise: String,
    /// How the input will be used, as safe HTML.
    input_use: String,
    parts: Vec<Part>,
    themes: Vec<String>,
    /// Whether contributions will say where they are.
    map: bool,
    questionnaires: Vec<Item>,
    polls: Vec<Item>,
    meetings: Vec<Come>,
}

/// Something that has a page of its own.
struct Item {
    path: String,
    title: String,
    dates: String,
}

/// A meeting.
struct Come {
    title: String,
    when: String,
    venue: String,
}

/// The first page of the draft of a consultation.
pub(super) async fn show(visit: Visit, token: String) -> Reply {
    super::shown(
        visit,
        (token, Tab::Learn),
        |db, frame| {
            let id = frame.consultation.id;
            let forms = store::questionnaires::of_consultation(db, id, true)?;
            let boxes = store::votes::of_consultation(db, id, actions::votes::BOXES_MAX)?;
            let (meetings, _) = store::meetings::all_of(db, Some(id), 0, MEETINGS)?;
            Ok::<_, Error>((forms, boxes, meetings))
        },
        draw,
    )
    .await
}

fn draw(draft: Draft, (forms, boxes, meetings): (Vec<Questionnaire>, Vec<BallotBox>, Vec<Meeting>)) -> Reply {
    let Draft { page, head, frame } = draft;
    let (steps, position) = head::timeline(&page, &frame);
    let between = |from: store::At, to: store::At| page.t.with2("poll-dates", "from", page.moment(from), "to", page.moment(to));
    let item = |end: String, title: &str, dates: String| Item { path: format!("{}{end}", head.path), title: title.to_owned(), dates };
    html(Learn {
        explained: steps.iter().any(|step| !step.description.is_empty()),
        steps,
        position,
        promise: consultation::promise(&page, &frame),
        input_use: markup::to_html(&frame.consultation.input_use),
        parts: consultation::parts(&page, &frame.consultation),
        themes: frame.themes.iter().map(|theme| theme.name.clone()).collect(),
        map: frame.map,
        questionnaires: forms
            .iter()
            .map(|form| item(format!("/q/{}", form.id.0), &form.title, between(form.opens_at, form.closes_at)))
            .collect(),
        polls: boxes
            .iter()
            .filter(|row| row.state != BoxState::Cancelled.code())
            .map(|row| item(format!("/polls/{}", row.id.0), &row.title, between(row.opens_at, row.closes_at)))
            .collect(),
        meetings: meetings
            .iter()
            .filter(|row| row.state != MeetingState::Cancelled.code())
            .map(|row| Come { title: row.title.clone(), when: page.moment(row.begins_at), venue: row.venue.clone() })
            .collect(),
        head,
        page,
    })
}

//! The home page of a participatory budget: the step we are at, the envelopes, the funnel, how it works, the latest projects.

use super::super::head::{self, Head, Step, Tab};
use super::super::offer::{self, Offer};
use super::super::poll_words;
use super::super::rich::Html;
use super::super::states::State;
use super::{Line, frame};
use crate::error::{Error, Reply};
use crate::money::euros;
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use domain::contribution::Kind;
use domain::vote::BoxState;
use store::Uid;
use store::budget::Envelope;
use store::views::budget::{self as views, Filter, Funnel, Row};
use store::votes::BallotBox;

/// Projects shown on the page.
const LATEST: i64 = 5;

#[derive(Template)]
#[template(path = "budget.html")]
struct Budget {
    page: Page,
    head: Head,
    steps: Vec<Step>,
    position: Option<Html>,
    explained: bool,
    propose: Offer,
    envelopes: Vec<Part>,
    total: String,
    funnel: Funnel,
    latest: Vec<Line>,
}

/// An envelope.
struct Part {
    id: String,
    title: String,
    district: String,
    amount: String,
    most: Option<String>,
    deposited: i64,
    vote: Option<(String, State)>,
}

/// `GET /c/{slug}/budget`.
pub(in super::super) async fn show(visit: Visit, Path(slug): Path<String>) -> Reply {
    let (viewer, now) = (visit.viewer, visit.web.app.now());
    let read = visit.web.app.store.read(move |db| {
        let (frame, envelopes) = frame(db, &slug, viewer)?;
        let id = frame.consultation.id;
        let funnels = views::funnels(db, id)?;
        let (latest, _) = views::list(db, id, &Filter::default(), viewer.actor.map(Uid::of), 0, LATEST)?;
        let boxes = store::votes::of_consultation(db, id, actions::votes::BOXES_MAX)?;
        Ok::<_, Error>((frame, envelopes, funnels, latest, boxes))
    });
    let (frame, envelopes, funnels, latest, boxes): (_, _, _, Vec<Row>, _) = read.await?;
    let mut page = visit.page(frame.consultation.title.clone()).await?;
    page.title = page.t.with1("budget-title", "consultation", page.title.as_str());
    let slug = &frame.consultation.slug;
    let (steps, position) = head::timeline(&page, &frame);
    let part = |envelope: &Envelope| part(&page, slug, envelope, &funnels, &boxes);
    html(Budget {
        head: Head::new(&visit, &page, &frame, Tab::Budget),
        explained: steps.iter().any(|step| !step.description.is_empty()),
        steps,
        position,
        propose: offer::to_publish(&visit, Kind::Proposal, &frame.calendar, now),
        total: euros(&page.t, envelopes.iter().map(|envelope| envelope.amount).sum::<i64>()),
        funnel: funnels.iter().fold(Funnel::default(), |sum, (_, one)| sum.plus(*one)),
        latest: Line::all(&page, &latest, &envelopes)?,
        envelopes: envelopes.iter().map(part).collect(),
        page,
    })
}

fn part(page: &Page, slug: &str, envelope: &Envelope, funnels: &[(Uid, Funnel)], boxes: &[BallotBox]) -> Part {
    let vote = boxes.iter().find(|row| Some(row.id) == envelope.box_id && row.state != BoxState::Draft.code());
    Part {
        id: envelope.id.0.to_string(),
        title: envelope.title.clone(),
        district: envelope.district.clone(),
        amount: euros(&page.t, envelope.amount),
        most: (envelope.most > 0).then(|| euros(&page.t, envelope.most)),
        deposited: funnels.iter().find(|(id, _)| *id == envelope.id).map_or(0, |(_, funnel)| funnel.deposited),
        vote: vote.map(|row| (format!("/c/{slug}/polls/{}", row.id.0), poll_words::state(page, row))),
    }
}

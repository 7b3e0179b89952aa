//! One envelope: the projects that stand for its vote, the vote to prepare, and its results to carry over to the projects.

use super::super::answer::in_first_language;
use super::super::desk::{self, Desk, Section};
use super::super::editor::{self, Head};
use super::super::show;
use crate::budget;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::money::euros;
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::budget::{SettleForm, VoteForm};
use askama::Template;
use axum::extract::Path;
use domain::budget::ProjectState;
use domain::consultation::PhaseKind;
use domain::id::EnvelopeId;
use domain::vote::BoxState;
use store::Uid;
use store::budget::Envelope;
use store::views::budget::Row;
use store::views::page::Frame;

/// Projects shown: as many as a vote may have.
const ROWS: i64 = 200;

#[derive(Template)]
#[template(path = "office/budget_envelope.html")]
struct EnvelopePage {
    page: Page,
    desk: Desk,
    head: Head,
    title: String,
    amount: String,
    together: String,
    rows: Vec<Line>,
    action: String,
    /// Projects of the envelope whose authors wait for an answer.
    waiting: i64,
    /// The page of the vote in the office, once it was prepared.
    vote: Option<String>,
    may_prepare: bool,
    may_settle: bool,
    /// Whether the results wait for what other territories say.
    waits_for_whole: bool,
    settled: bool,
    form: VoteForm,
    settle: SettleForm,
    faults: Faulty,
}

/// A project that stands, or stood, for the vote.
struct Line {
    path: String,
    title: String,
    cost: String,
    state: budget::Look,
}

/// An envelope with what its page says.
struct Found {
    envelope: Envelope,
    state: Option<BoxState>,
    waits_for_whole: bool,
    rows: Vec<Row>,
    waiting: i64,
}

/// `GET /admin/consultations/{slug}/budget/{envelope}`.
pub(in super::super) async fn show(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let found = read(&visit, &frame, &id).await?;
    page(&visit, &frame, found, None, None, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/budget/{envelope}/vote`: the draft of its vote, or a new one.
pub(in super::super) async fn prepare(
    Staff(visit): Staff,
    Path((slug, id)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let found = read(&visit, &frame, &id).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let form = VoteForm { title: text("title"), opens_at: text("opens_at"), closes_at: text("closes_at"), grid: None };
    match actions::budget::prepare(&visit.web.app, visit.viewer, found.envelope.id.to(), &form).await {
        Ok(_) => Ok(done(&format!("/admin/consultations/{slug}/budget/{id}"), "budget-vote-prepared")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, found, Some(form), None, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/budget/{envelope}/results`: every project learns what became of it.
pub(in super::super) async fn settle(
    Staff(visit): Staff,
    Path((slug, id)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let found = read(&visit, &frame, &id).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let form = SettleForm { chosen: text("chosen"), others: text("others"), signed_by: text("signed_by") };
    match actions::budget::settle(&visit.web.app, visit.viewer, found.envelope.id.to(), &form).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{slug}/budget/{id}"), "budget-settled")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, found, None, Some(form), faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn read(visit: &Visit, frame: &Frame, id: &str) -> Result<Found, Error> {
    let (id, consultation) = (EnvelopeId::parse(id).ok_or(Error::NOT_FOUND)?, frame.consultation.id);
    let read = visit.web.app.store.read(move |db| {
        let found = store::budget::envelope(db, Uid::of(id))?.filter(|row| row.consultation_id == consultation);
        let envelope = found.ok_or(Error::NOT_FOUND)?;
        let state = actions::budget::state_of_vote(db, &envelope)?;
        let waits_for_whole = actions::budget::waits_for_whole(db, &envelope)?;
        let states: Vec<&'static str> = ProjectState::ALL.iter().filter(|s| s.was_put_to_vote()).map(|s| s.code()).collect();
        let rows = store::views::budget::of_envelope(db, envelope.id, &states, ROWS)?;
        let funnels = store::views::budget::funnels(db, consultation)?;
        let waiting = funnels.iter().find(|(id, _)| *id == envelope.id).map_or(0, |(_, funnel)| funnel.waiting);
        Ok::<_, Error>(Found { envelope, state, waits_for_whole, rows, waiting })
    });
    read.await
}

/// The dates of the phase of voting, and a title.
async fn proposed(visit: &Visit, frame: &Frame, envelope: &Envelope) -> Result<VoteForm, Error> {
    let zone = visit.web.app.time_zone().await?;
    let now = visit.web.app.now();
    let phase = frame.phases.iter().find(|phase| phase.kind == PhaseKind::Vote.code() && phase.closes_at.0 > now);
    let local = |at: store::At| crate::dates::local(&zone, at.0);
    // ftl: budget-vote-named
    let title = in_first_language(visit, "budget-vote-named").await?;
    Ok(VoteForm {
        title: format!("{title} {}", envelope.title),
        opens_at: phase.map(|phase| local(phase.opens_at)).unwrap_or_default(),
        closes_at: phase.map(|phase| local(phase.closes_at)).unwrap_or_default(),
        grid: None,
    })
}

/// What is usually written to the authors.
// ftl: budget-model-chosen budget-model-others
async fn models(visit: &Visit) -> Result<SettleForm, Error> {
    Ok(SettleForm {
        chosen: in_first_language(visit, "budget-model-chosen").await?,
        others: in_first_language(visit, "budget-model-others").await?,
        signed_by: visit.me.as_ref().map(|me| me.name.clone()).unwrap_or_default(),
    })
}

async fn page(
    visit: &Visit,
    frame: &Frame,
    found: Found,
    form: Option<VoteForm>,
    settle: Option<SettleForm>,
    faults: actions::Faults,
) -> Reply {
    let form = match form {
        Some(form) => form,
        None => proposed(visit, frame, &found.envelope).await?,
    };
    let settle = match settle {
        Some(settle) => settle,
        None => models(visit).await?,
    };
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/budget");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let slug = &frame.consultation.slug;
    let line = |row: &Row| {
        Ok::<_, Error>(Line {
            path: format!("/admin/consultations/{slug}/projects/{}", row.card.contribution.id.0),
            title: row.card.contribution.title.clone(),
            cost: euros(&page.t, row.project.cost.unwrap_or(0)),
            state: budget::state(&page.t, row.project.state()?),
        })
    };
    let published = matches!(found.state, Some(BoxState::Published | BoxState::Closed));
    let closed = found.state == Some(BoxState::Closed);
    let view = EnvelopePage {
        title: budget::envelope(&page.t, &found.envelope),
        amount: euros(&page.t, found.envelope.amount),
        together: euros(&page.t, found.rows.iter().filter_map(|row| row.project.cost).sum::<i64>()),
        rows: found.rows.iter().map(line).collect::<Result<_, _>>()?,
        action: format!("/admin/consultations/{slug}/budget/{}", found.envelope.id.0),
        waiting: found.waiting,
        vote: found.envelope.box_id.filter(|_| found.state.is_some()).map(|id| format!("/admin/consultations/{slug}/polls/{}", id.0)),
        may_prepare: !published,
        may_settle: closed && !found.waits_for_whole && found.envelope.settled_at.is_none(),
        waits_for_whole: found.waits_for_whole && found.envelope.settled_at.is_none(),
        settled: found.envelope.settled_at.is_some(),
        form,
        settle,
        faults,
        head,
        desk,
        page,
    };
    html_with(status, view)
}

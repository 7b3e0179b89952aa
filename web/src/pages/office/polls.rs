//! The votes of a consultation: prepared, looked at as voters will see them, published, called off. Once published nothing changes.

use super::budget_votes;
use super::common_polls;
use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::grid::{self, Question};
use super::show::{self, Choice};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html, html_with};
use crate::viewer::{Staff, Visit};
use actions::votes::{FORMS, GridForm, Loaded, PollForm};
use askama::Template;
use axum::extract::{Path, Query};
use deliberation::ballot::Form;
use domain::Timestamp;
use domain::id::{BoxId, ContributionId};
use domain::vote::{BoxKind, BoxState};
use serde::Deserialize;
use store::Uid;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/polls.html")]
struct Polls {
    page: Page,
    desk: Desk,
    head: Head,
    items: Vec<Item>,
}

/// A vote in the list.
struct Item {
    path: String,
    title: String,
    state: String,
    until: Timestamp,
}

#[derive(Template)]
#[template(path = "office/poll.html")]
struct Poll {
    page: Page,
    desk: Desk,
    head: Head,
    /// Where the form is sent.
    action: String,
    form: PollForm,
    forms: Vec<Choice>,
    grid: Vec<Question>,
    faults: Faulty,
    /// Whether it can be published and previewed.
    kept: bool,
    /// The discussion in which it stands.
    discussion: Option<Discussion>,
}

/// A discussion in which a poll stands.
struct Discussion {
    id: ContributionId,
    path: String,
    title: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The discussion in which the poll shall stand.
    #[serde(rename = "in")]
    within: String,
}

#[derive(Template)]
#[template(path = "office/poll_published.html")]
struct Published {
    page: Page,
    desk: Desk,
    head: Head,
    title: String,
    /// Its page, for everybody.
    public: String,
    /// The page of who may vote.
    ways: String,
    action: String,
    may_cancel: bool,
    options: Vec<store::votes::BallotOption>,
}

/// `GET /admin/consultations/{slug}/polls`.
// ftl: poll-box-state-*
pub(super) async fn list(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let consultation = frame.consultation.id;
    let read = visit.web.app.store.read(move |db| store::votes::of_consultation(db, consultation, actions::votes::BOXES_MAX));
    let rows = read.await?;
    let (page, desk) = desk::open(&visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, &frame, visit.web.app.now(), "/polls");
    let item = |row: &store::votes::BallotBox| Item {
        path: format!("/admin/consultations/{slug}/polls/{}", row.id.0),
        title: row.title.clone(),
        state: page.t.code("poll-box-state", &row.state),
        until: row.closes_at.0,
    };
    let items = rows.iter().map(item).collect();
    html(Polls { items, page, desk, head })
}

/// `GET /admin/consultations/{slug}/polls/new`.
pub(super) async fn begin(Staff(visit): Staff, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let discussion = discussion(&visit, &frame, &asked.within).await?;
    let form = PollForm { revote: true, form: "choose-1".to_owned(), ..PollForm::default() };
    page(&visit, &frame, (None, discussion), form, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/polls/new`.
pub(super) async fn create(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let discussion = discussion(&visit, &frame, typed.get("discussion")).await?;
    save(&visit, &frame, (None, discussion), form_of(&typed)).await
}

/// `GET /admin/consultations/{slug}/polls/{poll}`: the form of a draft; of what is published, what can still be done.
pub(super) async fn open(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let found = read(&visit, &frame, &poll).await?;
    if found.state == BoxState::Draft && common_polls::is_one(&visit, &found).await? {
        return common_polls::open(&visit, &frame, &found).await;
    }
    if found.state == BoxState::Draft {
        return draft(&visit, &frame, found, actions::Faults::new()).await;
    }
    let (page, desk) = desk::open(&visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, &frame, visit.web.app.now(), "/polls");
    html(Published {
        public: format!("/c/{slug}/polls/{}", found.row.id.0),
        ways: format!("/admin/consultations/{slug}/polls/{}/ways", found.row.id.0),
        action: format!("/admin/consultations/{slug}/polls/{}", found.row.id.0),
        may_cancel: found.state == BoxState::Published && page.now < found.row.closes_at.0,
        title: found.row.title,
        options: found.options,
        page,
        desk,
        head,
    })
}

/// `POST /admin/consultations/{slug}/polls/{poll}`.
pub(super) async fn change(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let found = read(&visit, &frame, &poll).await?;
    if common_polls::is_one(&visit, &found).await? {
        return common_polls::save(&visit, &frame, &found, &typed).await;
    }
    if found.row.kind == BoxKind::Budget.code() {
        return budget_votes::save(&visit, &frame, Some(&found), &typed).await;
    }
    let discussion = standing_in(&visit, &frame, found.row.contribution_id).await?;
    save(&visit, &frame, (Some(found.row.id.to()), discussion), form_of(&typed)).await
}

/// `POST /admin/consultations/{slug}/polls/{poll}/publish`.
pub(super) async fn publish(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>, _: Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let found = read(&visit, &frame, &poll).await?;
    let id = found.row.id;
    match actions::votes::publish(&visit.web.app, visit.viewer, id.to()).await {
        Ok(()) => Ok(done(&format!("/c/{slug}/polls/{}", id.0), "poll-published")),
        Err(actions::Error::Faulty(faults)) => draft(&visit, &frame, found, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/polls/{poll}/withdraw`.
pub(super) async fn withdraw(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let id = read(&visit, &frame, &poll).await?.row.id;
    let number = typed.get("option").parse().map_err(|_not_a_number: std::num::ParseIntError| Error::NOT_FOUND)?;
    actions::votes::withdraw_option(&visit.web.app, visit.viewer, id.to(), number).await?;
    Ok(done(&format!("/admin/consultations/{slug}/polls/{}", id.0), "option-withdrawn"))
}

/// `POST /admin/consultations/{slug}/polls/{poll}/cancel`.
pub(super) async fn cancel(Staff(visit): Staff, Path((slug, poll)): Path<(String, String)>, _: Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let id = read(&visit, &frame, &poll).await?.row.id;
    actions::votes::cancel(&visit.web.app, visit.viewer, id.to()).await?;
    Ok(done(&format!("/admin/consultations/{slug}/polls"), "poll-cancelled"))
}

/// The form of a draft, with what is wrong with it.
async fn draft(visit: &Visit, frame: &Frame, found: Loaded, faults: actions::Faults) -> Reply {
    let (app, id) = (&visit.web.app, found.row.id);
    let grid = app.store.read(move |db| actions::votes::grid(db, id)).await?.map(|grid| GridForm::of(&grid)).unwrap_or_default();
    if found.row.kind == BoxKind::Budget.code() {
        return budget_votes::open(visit, frame, &found, grid, faults).await;
    }
    let zone = app.time_zone().await?;
    let local = |at: store::At| crate::dates::local(&zone, at.0);
    let options: Vec<&str> = found.options.iter().map(|option| option.title.as_str()).collect();
    let form = PollForm {
        form: found.form.name().to_owned(),
        options: options.join("\n"),
        opens_at: local(found.row.opens_at),
        closes_at: local(found.row.closes_at),
        live: found.row.live,
        revote: found.row.revote,
        quorum: if found.row.quorum > 0 { found.row.quorum.to_string() } else { String::new() },
        most: match found.form {
            Form::Approval { max, .. } => max.to_string(),
            Form::Cumulative { most, .. } => most.to_string(),
            _ => String::new(),
        },
        population: if found.row.population > 0 { found.row.population.to_string() } else { String::new() },
        population_source: found.row.population_source,
        grid,
        title: found.row.title,
        description: found.row.description,
    };
    let discussion = standing_in(visit, frame, found.row.contribution_id).await?;
    page(visit, frame, (Some(id.to()), discussion), form, faults).await
}

async fn read(visit: &Visit, frame: &Frame, poll: &str) -> Result<Loaded, Error> {
    let id = BoxId::parse(poll).ok_or(Error::NOT_FOUND)?;
    let found = visit.web.app.store.read(move |db| actions::votes::load(db, Uid::of(id))).await?;
    if found.row.consultation_id == frame.consultation.id { Ok(found) } else { Err(Error::NOT_FOUND) }
}

/// The discussion of this consultation that an address names; nothing where it names none.
async fn discussion(visit: &Visit, frame: &Frame, named: &str) -> Result<Option<Discussion>, Error> {
    if named.is_empty() {
        return Ok(None);
    }
    let id = ContributionId::parse(named).ok_or(Error::NOT_FOUND)?;
    standing_in(visit, frame, Some(Uid::of(id))).await?.map(Some).ok_or(Error::NOT_FOUND)
}

async fn standing_in(visit: &Visit, frame: &Frame, id: Option<Uid>) -> Result<Option<Discussion>, Error> {
    let Some(id) = id else { return Ok(None) };
    let found = visit.web.app.store.read(move |db| store::contributions::find(db, id)).await?;
    let found = found.filter(|found| found.consultation_id == frame.consultation.id && found.root_id.is_none() && found.is_shown());
    let path = format!("/c/{}/p/{}", frame.consultation.slug, id.0);
    Ok(found.map(|found| Discussion { id: found.id.to(), path, title: found.title }))
}

async fn save(visit: &Visit, frame: &Frame, (id, discussion): (Option<BoxId>, Option<Discussion>), form: PollForm) -> Reply {
    let (app, slug) = (&visit.web.app, &frame.consultation.slug);
    let zone = app.time_zone().await?;
    let kept = match form.parse(&zone) {
        Ok(draft) => actions::votes::draft(app, visit.viewer, slug, draft, id).await,
        Err(error) => Err(error),
    };
    match kept {
        Ok(kept) => {
            if let Some(discussion) = discussion.filter(|_| id.is_none()) {
                actions::votes::attach(app, visit.viewer, kept, discussion.id).await?;
            }
            Ok(done(&format!("/admin/consultations/{slug}/polls/{kept}"), "office-saved"))
        }
        Err(actions::Error::Faulty(faults)) => page(visit, frame, (id, discussion), form, faults).await,
        Err(other) => Err(other.into()),
    }
}

fn form_of(typed: &Fields) -> PollForm {
    let text = |name: &str| typed.get(name).to_owned();
    PollForm {
        title: text("title"),
        description: text("description"),
        form: text("form"),
        options: text("options"),
        opens_at: text("opens_at"),
        closes_at: text("closes_at"),
        live: typed.get("live") == "on",
        revote: typed.get("revote") == "on",
        most: text("most"),
        quorum: text("quorum"),
        population: text("population"),
        population_source: text("population_source"),
        grid: grid::sent(typed),
    }
}

// ftl: poll-form-* poll-form-hint-*
async fn page(
    visit: &Visit,
    frame: &Frame,
    (id, discussion): (Option<BoxId>, Option<Discussion>),
    form: PollForm,
    faults: actions::Faults,
) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/polls");
    let faults = grid::faulty(&page, &form.grid, &faults);
    let (page, status) = show::told(page, &faults);
    let choice =
        |code: &&str| Choice::new(code, page.t.code("poll-form", code), form.form == *code).hint(page.t.code("poll-form-hint", code));
    let forms = FORMS.iter().map(choice).collect();
    let grid = grid::questions(&page, &form.grid, &faults);
    let end = id.map_or_else(|| "new".to_owned(), |id| id.to_string());
    let action = format!("/admin/consultations/{}/polls/{end}", frame.consultation.slug);
    html_with(status, Poll { action, form, forms, grid, faults, kept: id.is_some(), discussion, page, desk, head })
}

//! Deposit a project, on a phone first; and correct its envelope, place or cost.

use super::super::contribution::limit_key;
use super::super::contribution_form::{keeps_text, messages, named};
use super::super::leaves::Leaves;
use super::super::load::{self, Subject};
use super::frame;
use crate::budget;
use crate::error::{Error, Reply};
use crate::form::{self, Choice, Faulty, Posted};
use crate::money::euros;
use crate::page::{Page, html, html_with};
use crate::place_picker::{self, Picked, Picker, PlaceTyped};
use crate::viewer::Visit;
use actions::budget::ProjectForm;
use actions::limits::Purpose;
use actions::places::Address;
use askama::Template;
use axum::extract::Path;
use domain::budget::PLACE_MAX;
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::ContributionId;
use domain::permission::{self, Verb};
use domain::place::Asking;
use domain::text::{BODY_MAX, TITLE_MAX};
use serde::Deserialize;
use store::budget::Envelope;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "budget_new.html")]
struct Form {
    page: Page,
    faults: Faulty,
    /// Whether only envelope, place and cost of a project are corrected.
    correcting: bool,
    action: String,
    back: String,
    draft: String,
    typed: Typed,
    envelopes: Vec<Envelopes>,
    title_max: usize,
    body_max: usize,
    place_max: usize,
    /// Where it is on the map, where the consultation asks.
    picker: Option<Picker>,
    leaves: Leaves,
}

/// An envelope to choose, with what it holds.
struct Envelopes {
    choice: Choice,
    hint: String,
}

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Typed {
    title: String,
    body: String,
    envelope: String,
    place: String,
    asked: String,
    #[serde(flatten)]
    spot: PlaceTyped,
    /// The addresses that were found for it.
    #[serde(skip)]
    found: Vec<Address>,
}

impl Typed {
    fn form(&self) -> ProjectForm {
        ProjectForm { envelope: self.envelope.clone(), place: self.place.clone(), asked: self.asked.clone() }
    }
}

/// `GET /c/{slug}/budget/new`.
pub(in super::super) async fn begin(visit: Visit, Path(slug): Path<String>) -> Reply {
    let (frame, envelopes) = read(&visit, slug).await?;
    permission::may_publish(visit.viewer, Kind::Proposal, &frame.calendar, visit.web.app.now())?;
    html(view(&visit, &frame, &envelopes, Typed::default(), None, None).await?)
}

/// `POST /c/{slug}/budget/new`.
pub(in super::super) async fn publish(visit: Visit, Path(slug): Path<String>, Posted(mut typed): Posted<Typed>) -> Reply {
    visit.me()?;
    let (frame, envelopes) = read(&visit, slug.clone()).await?;
    let picked = if asking(&visit, &frame).await? == Asking::Never { Picked::Given(None) } else { typed.spot.read(&visit).await? };
    let (spot, lost) = match picked {
        Picked::Given(spot) => (spot, None),
        Picked::Ask(fault, found) => {
            typed.found = found;
            let Some(fault) = fault else { return html(view(&visit, &frame, &envelopes, typed, None, None).await?) };
            (None, Some(fault))
        }
    };
    let raw = RawDraft { title: &typed.title, body: &typed.body, ..RawDraft::default() };
    // What is wrong with either half is said at once.
    let refused = match (Draft::parse(Kind::Proposal, &raw), typed.form().parse()) {
        (Ok(draft), Ok(_)) if lost.is_none() => match send(&visit, &slug, draft.at(spot), &typed.form()).await {
            Ok(id) => return Ok(form::done(&load::path(&slug, store::Uid::of(id)), "project-deposited")),
            Err(error) => error,
        },
        (draft, project) => {
            let mut faults = draft.err().map(|faults| named(&faults)).unwrap_or_default();
            if let Err(actions::Error::Faulty(others)) = project {
                faults.extend(others);
            }
            faults.extend(lost.map(place_picker::fault).unwrap_or_default());
            Error::Faulty(faults)
        }
    };
    again(&visit, &frame, &envelopes, typed, None, refused).await
}

/// `GET /c/{slug}/p/{id}/project`.
pub(in super::super) async fn open(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Reply {
    let subject = load::read_whole(&visit, &slug, &id).await?;
    permission::may(visit.viewer, Verb::Edit, &subject.standing, &subject.frame.calendar, visit.web.app.now())?;
    let contribution = subject.whole.card.contribution.id;
    let found = visit.web.app.store.read(move |db| store::budget::find(db, contribution)).await?.ok_or(Error::NOT_FOUND)?;
    let typed = Typed {
        envelope: found.envelope_id.0.to_string(),
        place: found.place,
        asked: found.asked.map(budget::typed).unwrap_or_default(),
        ..Typed::default()
    };
    let (frame, envelopes) = read(&visit, slug).await?;
    html(view(&visit, &frame, &envelopes, typed, Some(&subject), None).await?)
}

/// `POST /c/{slug}/p/{id}/project`.
pub(in super::super) async fn correct(visit: Visit, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    visit.me()?;
    let subject = load::read_whole(&visit, &slug, &id).await?;
    let (frame, envelopes) = read(&visit, slug).await?;
    let contribution = subject.whole.card.contribution.id.to();
    match actions::budget::correct(&visit.web.app, visit.viewer, contribution, &typed.form()).await {
        Ok(()) => Ok(form::done(&subject.path(), "text-changed")),
        Err(error) => again(&visit, &frame, &envelopes, typed, Some(&subject), error.into()).await,
    }
}

async fn read(visit: &Visit, slug: String) -> Result<(Frame, Vec<Envelope>), Error> {
    let viewer = visit.viewer;
    visit.web.app.store.read(move |db| frame(db, &slug, viewer)).await
}

/// Whether the consultation asks where things are.
async fn asking(visit: &Visit, frame: &Frame) -> Result<Asking, Error> {
    let id = frame.consultation.id;
    Ok(visit.web.app.store.read(move |db| store::places::asking(db, id)).await?)
}

async fn send(visit: &Visit, slug: &str, draft: Draft, project: &ProjectForm) -> Result<ContributionId, Error> {
    visit.web.app.limits.check(Purpose::Publish, &limit_key(visit.viewer.actor))?;
    Ok(actions::budget::deposit(&visit.web.app, visit.viewer, slug, draft, project, visit.lang).await?)
}

async fn again(visit: &Visit, frame: &Frame, envelopes: &[Envelope], typed: Typed, of: Option<&Subject>, refused: Error) -> Reply {
    if !keeps_text(&refused) {
        return Err(refused);
    }
    let status = refused.status();
    html_with(status, view(visit, frame, envelopes, typed, of, Some(refused)).await?)
}

async fn view(
    visit: &Visit,
    frame: &Frame,
    envelopes: &[Envelope],
    typed: Typed,
    of: Option<&Subject>,
    refused: Option<Error>,
) -> Result<Form, Error> {
    let viewer = visit.viewer;
    let consultation = frame.consultation.id;
    let leaves = visit.web.app.store.read(move |db| Leaves::before(db, consultation, viewer)).await?;
    let asked = if of.is_some() { Asking::Never } else { asking(visit, frame).await? };
    let page = visit.page(if of.is_some() { "budget-correct" } else { "budget-new" }).await?;
    let faults = refused.map(|error| messages(&page.t, &error)).unwrap_or_default();
    let root = format!("/c/{}", frame.consultation.slug);
    let path = of.map(Subject::path);
    let name = page.t.get("budget-tab");
    let page = page.under(root.clone(), frame.consultation.title.clone()).under(format!("{root}/budget"), name);
    let page = page.with_faults(!faults.is_empty());
    let alone = envelopes.len() == 1;
    let choice = |row: &Envelope| {
        let (amount, code) = (euros(&page.t, row.amount), row.id.0.to_string());
        let hint =
            if row.most > 0 { page.t.with2("budget-envelope-most", "amount", amount, "most", euros(&page.t, row.most)) } else { amount };
        Envelopes { choice: Choice { chosen: alone || code == typed.envelope, label: budget::envelope(&page.t, row), code }, hint }
    };
    Ok(Form {
        correcting: of.is_some(),
        action: path.as_ref().map_or_else(|| format!("{root}/budget/new"), |path| format!("{path}/project")),
        draft: path.as_ref().map_or_else(|| format!("{root}-project"), |path| format!("{path}-project")),
        back: path.unwrap_or_else(|| format!("{root}/budget")),
        picker: (asked != Asking::Never).then(|| typed.spot.picker(visit, &page, asked == Asking::Required, &typed.found)),
        envelopes: envelopes.iter().map(choice).collect(),
        typed,
        faults,
        leaves,
        title_max: TITLE_MAX,
        body_max: BODY_MAX,
        place_max: PLACE_MAX,
        page,
    })
}

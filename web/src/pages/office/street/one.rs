//! A report to work on.

use super::super::desk::{self, Desk, Section};
use super::super::show;
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty};
use crate::page::{Page, html_with};
use crate::pages::public::placed::PlaceView;
use crate::pages::public::street::{Elsewhere, elsewhere};
use crate::street::{self, Told};
use crate::viewer::{Staff, Visit};
use actions::street::TendForm;
use askama::Template;
use axum::extract::{Path, Query};
use domain::street::{RefusalReason, ReportState, WORDS_MAX};
use serde::Deserialize;
use store::At;
use store::street::followers::{self, Follower};
use store::street::routes::{self, Route};
use store::street::{Category, Report, Step, Template as Saved, lists};
use store::trust::OfficialActor;

/// Most official collectivities that are offered.
const OFFICIAL_MAX: i64 = 500;

#[derive(Template)]
#[template(path = "office/street/one.html")]
struct One {
    page: Page,
    desk: Desk,
    number: i64,
    category: String,
    kind: String,
    kind_icon: &'static str,
    channel: String,
    state: Look,
    body: Vec<String>,
    address: String,
    place: Option<PlaceView>,
    photo: bool,
    at: At,
    due: Option<At>,
    late: bool,
    followers: i32,
    /// How many follow it with an account of another server: counted apart.
    guests: i64,
    hidden: bool,
    public: bool,
    reporter: Option<Reporter>,
    told: Vec<Told>,
    outward: Option<Elsewhere>,
    inward: Option<Elsewhere>,
    form: TendForm,
    states: Vec<Choice>,
    reasons: Vec<Choice>,
    agents: Vec<Choice>,
    categories: Vec<Choice>,
    templates: Vec<Choice>,
    /// The names of services, offered where one is typed.
    services: Vec<String>,
    /// To whom it can be sent.
    peers: Vec<Choice>,
    can_merge: bool,
    /// Whether it is nobody's duplicate.
    can_tend: bool,
    typed: Typed,
    words_max: usize,
    action: String,
    faults: Faulty,
}

/// Who made it, as agents see them.
struct Reporter {
    name: String,
    email: String,
    phone: String,
}

/// What was typed in the form that comes back.
#[derive(Debug, Default)]
pub(super) struct Typed {
    /// In the form of the report itself, where that was sent.
    pub(super) tended: Option<TendForm>,
    /// The number of the report that says the same.
    pub(super) same_as: String,
    /// The collectivity to send it to.
    pub(super) to: String,
    /// What is said with that.
    pub(super) said: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    template: String,
}

struct Found {
    report: Report,
    categories: Vec<Category>,
    steps: Vec<Step>,
    agents: Vec<(store::Uid, String)>,
    templates: Vec<Saved>,
    services: Vec<String>,
    official: Vec<OfficialActor>,
    outward: Option<(Route, String)>,
    inward: Option<(Route, String)>,
    reporter: Option<(Follower, Option<String>)>,
    guests: i64,
}

async fn read(visit: &Visit, number: i64) -> Result<Found, Error> {
    desk::enter(visit, Section::Street)?;
    let read = visit.web.app.store.read(move |db| {
        let report = store::street::numbered(db, number)?.filter(|report| report.confirmed_at.is_some()).ok_or(Error::NOT_FOUND)?;
        let name = |found: Option<routes::Named>| found.map(|(route, name, ..)| (route, name));
        Ok::<_, Error>(Found {
            categories: store::street::categories(db, true)?,
            steps: store::street::steps(db, report.id)?,
            agents: lists::agents(db)?,
            templates: store::street::templates(db)?,
            services: store::street::services::list(db)?.into_keys().collect(),
            official: store::trust::official_actors(db, "", OFFICIAL_MAX)?,
            outward: name(routes::of(db, report.id, false)?).filter(|(route, _)| route.ended_at.is_none()),
            inward: name(routes::of(db, report.id, true)?),
            reporter: followers::reporter(db, report.id)?,
            guests: followers::count_guests(db, report.id)?,
            report,
        })
    });
    read.await
}

/// `GET /admin/street/{number}`.
pub(in super::super) async fn show(Staff(visit): Staff, Path(number): Path<i64>, Query(asked): Query<Asked>) -> Reply {
    let found = read(&visit, number).await?;
    let mut form = as_it_stands(&found);
    if let Some(chosen) = found.templates.iter().find(|template| template.id.0.to_string() == asked.template) {
        form.words.clone_from(&chosen.words);
        form.state.clone_from(&chosen.state);
    }
    view(&visit, found, (form, Typed::default()), Faulty::none()).await
}

/// The form of a report as it stands: saving it changes nothing.
fn as_it_stands(found: &Found) -> TendForm {
    let row = &found.report;
    TendForm {
        state: row.state.clone(),
        reason: row.reason.clone().unwrap_or_default(),
        competent: row.competent.clone(),
        service: row.service.clone(),
        agent: row.agent_id.map(|id| id.0.to_string()).unwrap_or_default(),
        category: found.categories.iter().find(|category| category.id == row.category_id).map(|c| c.code.clone()).unwrap_or_default(),
        ..TendForm::default()
    }
}

/// The same with the form that was sent; the others on the page are as the report stands.
pub(super) async fn again(visit: &Visit, number: i64, mut typed: Typed, faults: &[(&'static str, domain::text::Fault)]) -> Reply {
    let found = read(visit, number).await?;
    let form = typed.tended.take().unwrap_or_else(|| as_it_stands(&found));
    let t = crate::texts::Texts::new(visit.lang);
    view(visit, found, (form, typed), Faulty::new(&t, faults)).await
}

// ftl: street-state-* street-reason-* street-kind-* street-channel-*
async fn view(visit: &Visit, found: Found, (form, typed): (TendForm, Typed), faults: Faulty) -> Reply {
    let row = found.report;
    let category = street::name_of(&row, &found.categories);
    let title = format!("{category} · n° {}", row.number);
    let (page, desk) = desk::open(visit, Section::Street, title).await?;
    let (page, status) = show::told(page, &faults);
    let (state, now) = (row.state()?, page.now);
    let next = |each: &&ReportState| {
        **each == state || (state.may_become(**each) && !matches!(**each, ReportState::Forwarded | ReportState::Duplicate))
    };
    let states = ReportState::ALL.iter().filter(next).map(|each| each.code());
    let may_send = !row.private && row.hidden_at.is_none() && found.inward.is_none() && state.may_become(ReportState::Forwarded);
    let peer = |peer: &OfficialActor| {
        super::choice(peer.actor_id.0.to_string(), &domain::text::line(&peer.name), peer.actor_id.0.to_string() == typed.to)
    };
    let reporter =
        found.reporter.map(|(who, own)| Reporter { name: who.name, email: who.email.or(own).unwrap_or_default(), phone: who.phone });
    let view = One {
        number: row.number,
        kind: page.t.code("street-kind", &row.kind),
        kind_icon: street::kind_icon(&row.kind),
        channel: page.t.code("street-channel", &row.channel),
        state: street::state(&page.t, state),
        body: street::paragraphs(&row.body),
        place: PlaceView::of_report(visit, &page, &row),
        photo: row.photo_id.is_some(),
        at: row.confirmed_at.unwrap_or(row.reported_at),
        due: row.due_at.filter(|_| !state.is_closed()),
        late: row.due_at.is_some_and(|due| due.0 < now),
        followers: row.followers,
        guests: found.guests,
        hidden: row.hidden_at.is_some(),
        public: row.is_public(),
        reporter,
        told: street::told(&page, found.steps, true)?,
        outward: found.outward.map(|way| elsewhere(&page, way)),
        inward: found.inward.map(|way| elsewhere(&page, way)),
        states: Choice::list(&page.t, "street-state", states, &form.state),
        reasons: Choice::list(&page.t, "street-reason", RefusalReason::ALL.iter().map(|reason| reason.code()), &form.reason),
        agents: super::agents(&found.agents, &form.agent),
        categories: super::categories(&found.categories, &form.category),
        templates: found.templates.iter().map(|t| super::choice(t.id.0.to_string(), &t.name, false)).collect(),
        peers: if may_send { found.official.iter().map(peer).collect() } else { Vec::new() },
        services: found.services,
        can_merge: state.may_become(ReportState::Duplicate),
        can_tend: state != ReportState::Duplicate,
        typed,
        words_max: WORDS_MAX,
        action: format!("/admin/street/{}", row.number),
        address: row.address,
        category,
        form,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}

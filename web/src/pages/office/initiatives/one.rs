//! One initiative: it is admitted or declined, answered, ended.

use super::{Desk, Section, desk};
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::initiatives::{self, count_key, path};
use crate::page::{Page, html_with};
use crate::pages::office::show as told;
use crate::viewer::{Staff, Visit};
use actions::initiatives::AnswerForm;
use askama::Template;
use axum::extract::Path;
use domain::id::InitiativeId;
use domain::initiative::{ANSWERS, Ground, InitiativeKind, InitiativeState};
use domain::markup;
use store::Uid;
use store::initiatives::Initiative;

#[derive(Template)]
#[template(path = "office/initiative.html")]
struct One {
    page: Page,
    desk: Desk,
    root: String,
    /// Its page for everybody.
    public: String,
    lang: String,
    kind: String,
    is_petition: bool,
    state: Look,
    promoter: Option<String>,
    /// Safe HTML.
    body: String,
    link: String,
    count: i32,
    count_word: String,
    due: Option<(String, String, Option<Look>)>,
    may_decide: bool,
    may_answer: bool,
    may_end: bool,
    grounds: Vec<Choice>,
    reason: String,
    states: Vec<Choice>,
    form: AnswerForm,
    faults: Faulty,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    ground: String,
    reason: String,
    answer: AnswerForm,
}

/// `GET /admin/initiatives/{initiative}`.
pub(in crate::pages::office) async fn show(Staff(visit): Staff, Path(id): Path<String>) -> Reply {
    page(&visit, &id, Typed::default(), &actions::Faults::new()).await
}

/// `POST /admin/initiatives/{initiative}/admit`.
pub(in crate::pages::office) async fn admit(Staff(visit): Staff, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    actions::initiatives::admit(&visit.web.app, visit.viewer, known(&visit, &id).await?).await?;
    Ok(done(&format!("/admin/initiatives/{id}"), "initiative-published"))
}

/// `POST /admin/initiatives/{initiative}/decline`.
pub(in crate::pages::office) async fn decline(Staff(visit): Staff, Path(id): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let (ground, reason) = (typed.get("ground").to_owned(), typed.get("reason").to_owned());
    match actions::initiatives::decline(&visit.web.app, visit.viewer, known(&visit, &id).await?, &ground, &reason).await {
        Ok(()) => Ok(done(&format!("/admin/initiatives/{id}"), "initiative-declined")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &id, Typed { ground, reason, ..Typed::default() }, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/initiatives/{initiative}/answer`.
pub(in crate::pages::office) async fn answer(Staff(visit): Staff, Path(id): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let text = |name: &str| typed.get(name).to_owned();
    let form = AnswerForm { state: text("state"), body: text("body"), signed_by: text("signed_by") };
    match actions::initiatives::answer(&visit.web.app, visit.viewer, known(&visit, &id).await?, &form).await {
        Ok(()) => Ok(done(&format!("/petitions/{id}"), "petition-answered")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &id, Typed { answer: form, ..Typed::default() }, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/initiatives/{initiative}/end`.
pub(in crate::pages::office) async fn end(Staff(visit): Staff, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    actions::initiatives::end(&visit.web.app, visit.viewer, known(&visit, &id).await?).await?;
    Ok(done(&format!("/admin/initiatives/{id}"), "initiative-ended"))
}

/// The id of an initiative that there is, for who may enter.
async fn known(visit: &Visit, id: &str) -> Result<InitiativeId, Error> {
    find(visit, id).await.map(|row| row.id.to())
}

async fn find(visit: &Visit, id: &str) -> Result<Initiative, Error> {
    desk::enter(visit, Section::Initiatives)?;
    let id = Uid::of(InitiativeId::parse(id).ok_or(Error::NOT_FOUND)?);
    visit.web.app.store.read(move |db| store::initiatives::find(db, id)).await?.ok_or(Error::NOT_FOUND)
}

async fn page(visit: &Visit, id: &str, typed: Typed, faults: &actions::Faults) -> Reply {
    let row = find(visit, id).await?;
    let promoter: Vec<Uid> = row.promoter_id.into_iter().collect();
    let names = visit.web.app.store.read(move |db| store::initiatives::names(db, &promoter)).await?;
    let (page, desk) = desk::open(visit, Section::Initiatives, row.title.clone()).await?;
    let list = page.t.get("initiatives-desk");
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = told::told(page.under("/admin/initiatives", list), &faults);
    let terms = row.terms()?;
    let view = One {
        root: format!("/admin/initiatives/{}", row.id.0),
        public: path(&row)?,
        lang: row.lang.clone(),
        // ftl: initiative-kind-*
        kind: page.t.code("initiative-kind", &row.kind),
        is_petition: terms.kind == InitiativeKind::Petition,
        state: initiatives::look(&page, &row)?,
        promoter: initiatives::promoter(&row, &names),
        body: markup::to_html(&row.body),
        link: row.link.clone(),
        count: row.act_count,
        count_word: page.t.count(count_key(terms.kind), row.act_count),
        due: initiatives::due(&page, &row),
        may_decide: terms.state == InitiativeState::Proposed,
        may_answer: terms.kind == InitiativeKind::Petition && terms.is_public() && terms.answered.is_none(),
        may_end: terms.state == InitiativeState::Open,
        // ftl: initiative-ground-* answer-state-*
        grounds: Choice::list(&page.t, "initiative-ground", Ground::ALL.iter().map(|ground| ground.code()), &typed.ground),
        reason: typed.reason,
        states: Choice::list(&page.t, "answer-state", ANSWERS.iter().map(|state| state.code()), &typed.answer.state),
        form: typed.answer,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

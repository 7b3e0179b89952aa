//! The pages of a consultation, a concertation and a budget: the questions, then what is proposed, then the draft.

use super::super::desk::{self, Desk, Section};
use super::super::show::{self, Choice};
use super::answers::{Aim, Answers, DECIDER_MAX, FRAMES, LEVELS};
use super::make;
use super::proposal::{Proposal, StepForm, VENUE_MAX, WEEKS_MAX};
use crate::error::Reply;
use crate::form::{self, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::Faults;
use askama::Template;
use domain::lang::Lang;
use domain::place::Asking;
use domain::text::Fault;
use jiff::civil::DateTime;

#[derive(Template)]
#[template(path = "office/start/ask.html")]
struct Ask {
    page: Page,
    desk: Desk,
    aim: &'static str,
    path: &'static str,
    form: Answers,
    levels: Vec<Choice>,
    frames: Vec<Choice>,
    askings: Vec<form::Choice>,
    decider_max: usize,
    faults: Faulty,
}

#[derive(Template)]
#[template(path = "office/start/texts.html")]
struct TextsPage {
    page: Page,
    desk: Desk,
    aim: &'static str,
    path: &'static str,
    form: Answers,
    /// The answers that this page does not show.
    kept: Vec<(&'static str, String)>,
    texts: Proposal,
    steps: Vec<Line>,
    weeks_max: i64,
    venue_max: usize,
    faults: Faulty,
}

/// A step on the page.
struct Line {
    legend: String,
    /// From when to when, in words; empty while a length is wrong.
    dates: String,
    name: String,
    weeks: String,
    description: String,
    form: StepForm,
}

/// `GET /admin/start/consult`.
pub(super) async fn consult(Staff(visit): Staff) -> Reply {
    begin(&visit, Aim::Consult).await
}

/// `POST /admin/start/consult`.
pub(super) async fn send_consult(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    send(&visit, Aim::Consult, &fields).await
}

/// `GET /admin/start/concert`.
pub(super) async fn concert(Staff(visit): Staff) -> Reply {
    begin(&visit, Aim::Concert).await
}

/// `POST /admin/start/concert`.
pub(super) async fn send_concert(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    send(&visit, Aim::Concert, &fields).await
}

/// `GET /admin/start/budget`.
pub(super) async fn budget(Staff(visit): Staff) -> Reply {
    begin(&visit, Aim::Budget).await
}

/// `POST /admin/start/budget`.
pub(super) async fn send_budget(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    send(&visit, Aim::Budget, &fields).await
}

async fn begin(visit: &Visit, aim: Aim) -> Reply {
    desk::enter(visit, Section::Consultations)?;
    let app = &visit.web.app;
    let today = app.now().to_zoned(app.time_zone().await?).date();
    let decider = theirs(visit).await?.get("start-decider-first");
    ask(visit, aim, Answers::first(aim, today, decider), &Faults::new()).await
}

/// The words of the collectivity's own language: what is made is read by its people.
async fn theirs(visit: &Visit) -> Result<Texts, crate::error::Error> {
    Ok(Texts::new(Lang::parse(&visit.web.app.instance().await?.lang).unwrap_or(Lang::Fr)))
}

/// The questions, then the proposal (`do=next`), the same with new dates (`do=again`), the draft (`do=make`).
async fn send(visit: &Visit, aim: Aim, fields: &Fields) -> Reply {
    desk::enter(visit, Section::Consultations)?;
    let (answers, t) = (Answers::read(aim, fields), theirs(visit).await?);
    let wrong = answers.faults(aim);
    let act = fields.get("do");
    if act != "make" && act != "again" {
        if !wrong.is_empty() {
            return ask(visit, aim, answers, &wrong).await;
        }
        let proposal = Proposal::new(&t, aim, &answers);
        return propose(visit, aim, (answers, proposal), &wrong).await;
    }
    let proposal = Proposal::read(aim, &answers, fields);
    let mut faults = Faulty::new(&Texts::new(visit.lang), &wrong);
    proposal.faults(&Texts::new(visit.lang), aim, &mut faults);
    let phases = answers.start().ok().and_then(|start| proposal.phases(aim, &answers, start));
    let (true, true, Some(phases)) = (act == "make", faults.is_empty(), phases) else {
        return propose(visit, aim, (answers, proposal), &wrong).await;
    };
    let slug = match make::draft(visit, aim, &answers, &proposal).await {
        Ok(slug) => slug,
        Err(actions::Error::Faulty(faults)) => return propose(visit, aim, (answers, proposal), &faults).await,
        Err(other) => return Err(other.into()),
    };
    make::complete(visit, &t, &slug, (aim, &answers, &proposal), phases).await?;
    Ok(done(&format!("/admin/start/made/{slug}"), "office-drafted"))
}

// ftl: start-ask-*
async fn ask(visit: &Visit, aim: Aim, form: Answers, faults: &[(&'static str, Fault)]) -> Reply {
    let (page, desk) = opened(visit, aim).await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let t = &page.t;
    // ftl: start-level-* start-frame-* start-asking-*
    let boxed =
        |list: &str, code: &str, chosen: bool| Choice::new(code, t.code(list, code), chosen).hint(t.get(&format!("{list}-{code}-hint")));
    let view = Ask {
        aim: aim.code(),
        path: aim.path(),
        levels: LEVELS.iter().map(|level| boxed("start-level", level.code(), level.code() == form.participation)).collect(),
        frames: FRAMES.iter().map(|code| boxed("start-frame", code, *code == form.frame)).collect(),
        askings: form::Choice::list(t, "start-asking", [Asking::Required.code(), Asking::Optional.code()], &form.asking),
        decider_max: DECIDER_MAX,
        form,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}

async fn propose(visit: &Visit, aim: Aim, (form, texts): (Answers, Proposal), faults: &[(&'static str, Fault)]) -> Reply {
    let (page, desk) = opened(visit, aim).await?;
    let mut faults = Faulty::new(&page.t, faults);
    texts.faults(&page.t, aim, &mut faults);
    let (page, status) = show::told(page, &faults);
    let kept = |name: &&'static str| {
        let value = match *name {
            "participation" => form.participation.clone(),
            "decider" => form.decider.clone(),
            "questionnaire" => if form.questionnaire { "on" } else { "" }.to_owned(),
            "frame" => form.frame.clone(),
            "asking" => form.asking.clone(),
            "amount" => form.amount.clone(),
            _most => form.most.clone(),
        };
        (*name, value)
    };
    let view = TextsPage {
        aim: aim.code(),
        path: aim.path(),
        kept: aim.fields().iter().map(kept).collect(),
        steps: lines(&page, aim, &form, &texts),
        weeks_max: WEEKS_MAX,
        venue_max: VENUE_MAX,
        form,
        texts,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}

async fn opened(visit: &Visit, aim: Aim) -> Result<(Page, Desk), crate::error::Error> {
    let (mut page, desk) = desk::open(visit, Section::Consultations, "start-title").await?;
    let start = page.title.clone();
    page.title = page.t.code("start-ask", aim.code());
    Ok((page.under("/admin/start", start), desk))
}

fn lines(page: &Page, aim: Aim, answers: &Answers, texts: &Proposal) -> Vec<Line> {
    let phases = answers.start().ok().and_then(|start| texts.phases(aim, answers, start)).unwrap_or_default();
    let day = |typed: &str| {
        let civil: DateTime = typed.parse().ok()?;
        civil.to_zoned(page.zone.clone()).ok().map(|zoned| page.day(zoned.timestamp()))
    };
    let line = |(rank, step): (usize, &StepForm)| {
        let dates = phases.get(rank).and_then(|phase| day(&phase.opens_at).zip(day(&phase.closes_at)));
        let name = |part: &str| format!("step-{rank}-{part}");
        Line {
            legend: page.t.with1("start-step", "number", rank + 1),
            dates: dates.map(|(from, to)| page.t.with2("start-step-dates", "from", from, "to", to)).unwrap_or_default(),
            name: name("name"),
            weeks: name("weeks"),
            description: name("description"),
            form: step.clone(),
        }
    };
    texts.steps.iter().enumerate().map(line).collect()
}

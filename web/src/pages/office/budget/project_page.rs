//! The page on which a service studies a project.

use super::super::desk::{self, Desk, Section};
use super::super::show::{self, Choice};
use crate::budget::{self, Look};
use crate::error::{Error, Reply};
use crate::form::Faulty;
use crate::money::euros;
use crate::page::{Page, html_with};
use crate::viewer::Visit;
use actions::budget::{StudyForm, WorksForm};
use askama::Template;
use domain::budget::{ProjectState, Verdict, WorksState};
use domain::id::ContributionId;
use domain::markup;
use store::budget::{Envelope, Project};
use store::views::budget::{self as views, Filter, Row, Whole};
use store::views::cards::Card;
use store::{At, Uid};

/// Other projects that one may be put together with.
const OTHERS: i64 = 200;

#[derive(Template)]
#[template(path = "office/project.html")]
struct ProjectPage {
    page: Page,
    desk: Desk,
    root: String,
    /// Where the forms are sent.
    action: String,
    public: String,
    title: String,
    /// Safe HTML.
    body: String,
    by: String,
    at: At,
    supports: i32,
    place: String,
    asked: Option<String>,
    state: Look,
    answered: Option<At>,
    notes: Vec<Note>,
    note: String,
    /// Whether it may still be studied and decided upon.
    open: bool,
    study: StudyForm,
    envelopes: Vec<Choice>,
    agents: Vec<Choice>,
    verdicts: Vec<Choice>,
    decisions: Vec<Choice>,
    others: Vec<Choice>,
    decided: Decided,
    followed: bool,
    works: WorksForm,
    works_states: Vec<Choice>,
    faults: Faulty,
}

/// What one service wrote to another.
struct Note {
    body: String,
    by: String,
    at: At,
}

/// A decision as typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Decided {
    pub(super) code: String,
    pub(super) into: String,
    pub(super) body: String,
    pub(super) signed_by: String,
}

/// What was sent and comes back; the rest of the page says what is kept.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) study: Option<StudyForm>,
    pub(super) note: String,
    pub(super) decided: Option<Decided>,
    pub(super) works: Option<WorksForm>,
}

/// A project with all that its page says.
pub(super) struct Found {
    card: Card,
    whole: Whole,
    envelopes: Vec<Envelope>,
    agents: Vec<(Uid, String)>,
    notes: Vec<(String, At, Option<String>)>,
    others: Vec<Row>,
    locked: bool,
}

impl Found {
    /// The proposal.
    pub(super) fn id(&self) -> ContributionId {
        self.card.contribution.id.to()
    }

    /// The path of the page.
    pub(super) fn path(&self) -> String {
        format!("/admin/consultations/{}/projects/{}", self.card.slug, self.card.contribution.id.0)
    }
}

/// A project of this consultation.
pub(super) async fn read(visit: &Visit, slug: &str, id: &str) -> Result<Found, Error> {
    let (slug, id) = (slug.to_owned(), Uid::of(ContributionId::parse(id).ok_or(Error::NOT_FOUND)?));
    let read = visit.web.app.store.read(move |db| {
        let whole = views::whole(db, id)?.ok_or(Error::NOT_FOUND)?;
        let card = store::views::cards::by_ids(db, &[id], None)?.into_iter().next().filter(|card| card.slug == slug);
        let card = card.filter(|card| card.contribution.withdrawn_at.is_none()).ok_or(Error::NOT_FOUND)?;
        let consultation = whole.project.consultation_id;
        let (others, _) = views::list(db, consultation, &Filter { oldest_first: true, ..Filter::default() }, None, 0, OTHERS)?;
        Ok::<_, Error>(Found {
            envelopes: store::budget::envelopes(db, consultation)?,
            agents: views::agents(db)?,
            notes: store::budget::notes(db, id)?,
            locked: actions::budget::is_locked(db, &whole.envelope)?,
            others,
            card,
            whole,
        })
    });
    read.await
}

/// The page, with what was sent where something is wrong with it.
// ftl: project-decision-* project-verdict-* works-state-*
pub(super) async fn page(visit: &Visit, found: Found, sent: Sent, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Answers, found.card.contribution.title.clone()).await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let (contribution, project) = (&found.card.contribution, &found.whole.project);
    let state = project.state()?;
    let study = sent.study.unwrap_or_else(|| study_of(project));
    let works = sent.works.unwrap_or_else(|| works_of(project));
    let decided = sent.decided.unwrap_or_else(|| Decided {
        body: project.reasons.clone(),
        signed_by: visit.me.as_ref().map(|me| me.name.clone()).unwrap_or_default(),
        ..Decided::default()
    });
    let choose = |list: &str, codes: &[&str], chosen: &str| -> Vec<Choice> {
        codes.iter().map(|code| Choice::new(code, page.t.code(list, code), *code == chosen)).collect()
    };
    let verdicts: Vec<&str> = Verdict::ALL.iter().map(|verdict| verdict.code()).collect();
    let states: Vec<&str> = WorksState::ALL.iter().map(|state| state.code()).collect();
    let unknown = || page.t.get("cards-author-erased");
    let view = ProjectPage {
        root: format!("/admin/consultations/{}", found.card.slug),
        action: found.path(),
        public: format!("/c/{}/p/{}", found.card.slug, contribution.id.0),
        title: contribution.title.clone(),
        body: markup::to_html(&contribution.body),
        by: found.card.author.clone().or_else(|| contribution.author_name.clone()).unwrap_or_else(unknown),
        at: contribution.created_at,
        supports: contribution.support_count,
        place: project.place.clone(),
        asked: project.asked.map(|cents| euros(&page.t, cents)),
        state: budget::state(&page.t, state),
        answered: project.decided_at,
        notes: found
            .notes
            .iter()
            .map(|(body, at, by)| Note { body: body.clone(), by: by.clone().unwrap_or_else(unknown), at: *at })
            .collect(),
        note: sent.note,
        open: state.is_before_the_vote() && !found.locked,
        envelopes: envelopes(&page, &found.envelopes, &study.envelope),
        agents: found.agents.iter().map(|(id, name)| choice(*id, name, &study.agent)).collect(),
        verdicts: choose("project-verdict", &verdicts, &study.verdict),
        decisions: choose("project-decision", &["put_to_vote", "set_aside", "merged"], &decided.code),
        others: others(&found, &decided.into),
        followed: state == ProjectState::Selected,
        works_states: choose("works-state", &states, &works.state),
        study,
        decided,
        works,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}

fn choice(id: Uid, label: &str, chosen: &str) -> Choice {
    let code = id.0.to_string();
    Choice::new(&code, label.to_owned(), code == chosen)
}

fn envelopes(page: &Page, rows: &[Envelope], chosen: &str) -> Vec<Choice> {
    rows.iter().map(|row| choice(row.id, &budget::envelope(&page.t, row), chosen)).collect()
}

/// The projects that this one may be put together with.
fn others(found: &Found, chosen: &str) -> Vec<Choice> {
    let fits = |row: &&Row| row.project.contribution_id != found.card.contribution.id && row.project.state != ProjectState::Merged.code();
    found.others.iter().filter(fits).map(|row| choice(row.project.contribution_id, &row.card.contribution.title, chosen)).collect()
}

fn study_of(project: &Project) -> StudyForm {
    StudyForm {
        envelope: project.envelope_id.0.to_string(),
        service: project.service.clone(),
        agent: project.agent_id.map(|id| id.0.to_string()).unwrap_or_default(),
        verdict: project.verdict.clone().unwrap_or_default(),
        cost: project.cost.map(budget::typed).unwrap_or_default(),
        reasons: project.reasons.clone(),
    }
}

fn works_of(project: &Project) -> WorksForm {
    WorksForm {
        state: project.works.clone().unwrap_or_default(),
        promised_on: project.promised_on.clone().unwrap_or_default(),
        done_on: project.done_on.clone().unwrap_or_default(),
        news: String::new(),
    }
}

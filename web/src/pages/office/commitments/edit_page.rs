//! The page on which a commitment is written and followed.

use super::super::desk::{self, Desk, Section};
use super::super::editor::{self, Head};
use super::super::show::{self, Choice};
use crate::budget::{Look, typed};
use crate::commitments::{self, Stage, View};
use crate::error::{Error, Reply};
use crate::form::Faulty;
use crate::page::{Page, html_with};
use crate::viewer::Visit;
use actions::commitments::{CommitmentForm, MilestoneForm, ProgressForm};
use askama::Template;
use domain::commitment::{CommitmentState, MILESTONES_MAX};
use domain::id::CommitmentId;
use serde::Deserialize;
use store::commitments::milestones::{self, Milestone};
use store::commitments::{Commitment, Source};
use store::views::cards::{self, Card, Filter};
use store::views::page::Frame;
use store::{Db, Uid};

/// Contributions offered at once.
const OFFERED: i64 = 20;

#[derive(Template)]
#[template(path = "office/commitment.html")]
struct EditPage {
    page: Page,
    desk: Desk,
    head: Head,
    /// Where the forms are sent.
    action: String,
    /// What is kept; nothing for a new one.
    kept: Option<Kept>,
    published: bool,
    text: CommitmentForm,
    progress: ProgressForm,
    states: Vec<Choice>,
    faults: Faulty,
}

/// A commitment that exists.
struct Kept {
    state: Look,
    delay: Option<Look>,
    published: bool,
    public: String,
    /// Id and title of the contributions it comes from.
    sources: Vec<(String, String)>,
    /// Those that are offered.
    offered: Vec<Offered>,
    /// The words they were looked for with.
    q: String,
    milestones: Vec<Mark>,
    /// The milestone that is being added; nothing where there is no room for one.
    milestone: Option<MilestoneForm>,
}

/// A milestone with the form that says when it was reached.
struct Mark {
    stage: Stage,
    /// The id of its field.
    field: String,
    /// The day that stands in it.
    day: String,
    /// What is wrong with that day.
    fault: Option<String>,
}

/// A contribution that may be linked.
struct Offered {
    id: String,
    title: String,
    supports: i32,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(super) q: String,
}

/// What was sent and comes back; the rest of the page says what is kept.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) text: Option<CommitmentForm>,
    pub(super) progress: Option<ProgressForm>,
    pub(super) milestone: MilestoneForm,
    /// A milestone, and the day it was reached.
    pub(super) reached: Option<(CommitmentId, String)>,
}

/// A commitment with all that its page says.
pub(super) struct Found {
    frame: Frame,
    row: Commitment,
    sources: Vec<Source>,
    offered: Vec<Card>,
    milestones: Vec<Milestone>,
    q: String,
}

impl Found {
    /// The commitment.
    pub(super) fn id(&self) -> CommitmentId {
        self.row.id.to()
    }

    /// The path of the page.
    pub(super) fn path(&self) -> String {
        format!("/admin/consultations/{}/commitments/{}", self.frame.consultation.slug, self.row.id.0)
    }
}

/// A commitment of this consultation, and contributions that may be linked: those that hold the words, else those answered last.
pub(super) async fn read(visit: &Visit, slug: &str, id: &str, asked: &Asked) -> Result<Found, Error> {
    let frame = editor::frame(visit, slug).await?;
    let (id, q) = (Uid::of(CommitmentId::parse(id).ok_or(Error::NOT_FOUND)?), asked.q.clone());
    let read = visit.web.app.store.read(move |db| {
        let row = store::commitments::find(db, id)?.filter(|row| row.consultation_id == frame.consultation.id).ok_or(Error::NOT_FOUND)?;
        let sources = store::commitments::sources(db, &[id])?;
        let mut offered = offered(db, row.consultation_id, &q)?;
        offered.retain(|card| !sources.iter().any(|source| source.contribution_id == card.contribution.id));
        let milestones = milestones::of(db, &[id])?;
        Ok::<_, Error>(Found { frame, row, sources, offered, milestones, q })
    });
    read.await
}

fn offered(db: &mut Db, consultation: Uid, q: &str) -> Result<Vec<Card>, store::Error> {
    if q.trim().is_empty() {
        let ids = cards::answered(db, Some(consultation), None, 0, OFFERED)?.0;
        return cards::by_ids(db, &ids, None);
    }
    let filter = Filter { search: q.to_owned(), ..Filter::default() };
    Ok(cards::list(db, consultation, &filter, None, 0, OFFERED)?.cards)
}

/// The page of a commitment that is being begun.
pub(super) async fn begin_page(visit: &Visit, frame: &Frame, text: CommitmentForm, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, "commitments-new").await?;
    let head = editor::head(&page.t, frame, page.now, "/commitments");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let action = format!("/admin/consultations/{}/commitments/new", frame.consultation.slug);
    let view = EditPage {
        page,
        desk,
        head,
        action,
        kept: None,
        published: false,
        text,
        progress: ProgressForm::default(),
        states: Vec::new(),
        faults,
    };
    html_with(status, view)
}

/// The page, with what was sent where something is wrong with it.
// ftl: commitment-state-*
pub(super) async fn page(visit: &Visit, found: Found, sent: Sent, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, found.row.title.clone()).await?;
    let head = editor::head(&page.t, &found.frame, page.now, "/commitments");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let consultation = &found.frame.consultation;
    let view = View::new(&page, (&consultation.slug, &consultation.lang), &found.row, &found.sources)?;
    let published = found.row.published_at.is_some();
    let state = found.row.state()?;
    let progress = sent.progress.unwrap_or_else(|| progress_of(&found.row));
    let states = CommitmentState::ALL
        .iter()
        .map(|one| Choice::new(one.code(), page.t.code("commitment-state", one.code()), progress.state == one.code()))
        .collect();
    let title = |title: &str| if title.is_empty() { page.t.get("commitment-untitled") } else { title.to_owned() };
    let kept = Kept {
        state: if published {
            commitments::look(&page.t, state)
        } else {
            Look { tone: "quiet", icon: "pencil", label: page.t.get("commitment-draft") }
        },
        delay: view.delay.filter(|_| published),
        published,
        public: view.path,
        sources: found.sources.iter().map(|source| (source.contribution_id.0.to_string(), title(&source.title))).collect(),
        offered: found.offered.iter().map(|card| offer(card, title(&card.contribution.title))).collect(),
        q: found.q.clone(),
        milestones: marks(&page, &found, sent.reached.as_ref(), &faults)?,
        milestone: (found.milestones.len() < MILESTONES_MAX).then_some(sent.milestone),
    };
    let (action, text) = (found.path(), sent.text.unwrap_or_else(|| text_of(&found.row)));
    html_with(status, EditPage { page, desk, head, action, kept: Some(kept), published, text, progress, states, faults })
}

/// The milestones, with the day that was sent for one of them.
fn marks(page: &Page, found: &Found, sent: Option<&(CommitmentId, String)>, faults: &Faulty) -> Result<Vec<Mark>, store::Error> {
    let mark = |stage: Stage| {
        let typed = sent.filter(|(which, _)| which.0.to_string() == stage.id).map(|(_, day)| day.clone());
        // The summary of what is wrong leads to the field that was sent.
        let field = if typed.is_some() { "reached_on".to_owned() } else { format!("reached-{}", stage.id) };
        let fault = faults.text("reached_on").filter(|_| typed.is_some()).map(str::to_owned);
        let day = typed.unwrap_or_else(|| stage.reached.as_ref().map(|(day, _)| day.clone()).unwrap_or_default());
        Mark { stage, field, day, fault }
    };
    Ok(commitments::stages(page, &found.row, &found.milestones)?.into_iter().map(mark).collect())
}

fn offer(card: &Card, title: String) -> Offered {
    Offered { id: card.contribution.id.0.to_string(), title, supports: card.contribution.support_count }
}

fn text_of(row: &Commitment) -> CommitmentForm {
    CommitmentForm {
        title: row.title.clone(),
        body: row.body.clone(),
        responsible: row.responsible.clone(),
        cost: row.cost.map(typed).unwrap_or_default(),
        promised_on: row.promised_on.clone().unwrap_or_default(),
    }
}

fn progress_of(row: &Commitment) -> ProgressForm {
    ProgressForm {
        state: row.state.clone(),
        progress: row.progress.to_string(),
        promised_on: row.promised_on.clone().unwrap_or_default(),
        finished_on: row.done_on.clone().unwrap_or_default(),
        words: String::new(),
    }
}

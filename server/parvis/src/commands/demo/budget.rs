//! The commune's participatory budget: projects deposited, studied and answered, one envelope voted on and its works followed, the other still studied;
//! each act through the actions, at its own time.

use std::collections::BTreeMap;

use actions::budget::{self as acts, Decision, EnvelopeForm, ProjectForm, SettleForm, StudyForm, VoteForm, WorksForm};
use actions::votes::{self, Voter};
use actions::{App, Clock, contributions};
use anyhow::{Context, anyhow};
use deliberation::ballot::Ballot;
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::{BoxId, ContributionId};
use domain::lang::Lang;
use domain::vote::Level;
use serde::Deserialize;
use store::Uid;

use super::days::{Days, draw};

/// The budget, as the file says it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Budget {
    pub(super) consultation: String,
    agent: String,
    signed: String,
    studied: i32,
    decided: i32,
    opens: i32,
    closes: i32,
    settled: i32,
    vote: String,
    chosen: String,
    others: String,
    /// Keys of those who do not vote.
    apart: Vec<String>,
    envelopes: Vec<Envelope>,
    projects: Vec<Project>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    title: String,
    district: String,
    amount: String,
    most: String,
}

/// A project and what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Project {
    by: String,
    envelope: usize,
    day: i32,
    /// How many support it and vote for it, from 0 to 1.
    appeal: f64,
    title: String,
    body: String,
    place: String,
    asked: String,
    verdict: String,
    cost: String,
    service: String,
    note: String,
    /// The title of the project that it is put together with.
    into: Option<String>,
    /// What its author is told; nothing as long as it is studied.
    answer: Option<String>,
    works: Option<String>,
    promised: Option<i32>,
    done: Option<i32>,
    #[serde(default)]
    news: String,
}

/// What was made so far.
struct Life<'l> {
    app: &'l App,
    budget: &'l Budget,
    days: &'l Days,
    viewers: &'l BTreeMap<&'l str, Viewer>,
    envelopes: Vec<Uid>,
    ids: Vec<ContributionId>,
}

impl Budget {
    /// Reads the file.
    pub(super) fn read(text: &str) -> anyhow::Result<Self> {
        toml::from_str(text).context("budget.toml")
    }
}

/// Lives the budget in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, text: &str, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let budget = Budget::read(text)?;
    let mut life = Life { app, budget: &budget, days, viewers, envelopes: Vec::new(), ids: Vec::new() };
    life.envelopes().await?;
    for (rank, project) in budget.projects.iter().enumerate() {
        life.deposit(project, rank).await.with_context(|| project.title.clone())?;
    }
    for (rank, project) in budget.projects.iter().enumerate() {
        life.study(project, rank).await.with_context(|| project.title.clone())?;
    }
    let id = life.vote().await.context("the vote")?;
    life.ballots(id).await.context("the ballots")?;
    for (rank, project) in budget.projects.iter().enumerate() {
        life.works(project, rank).await.with_context(|| project.title.clone())?;
    }
    Ok(())
}

impl Life<'_> {
    fn viewer(&self, key: &str) -> anyhow::Result<Viewer> {
        self.viewers.get(key).copied().with_context(|| format!("no account: {key}"))
    }

    fn agent(&self) -> anyhow::Result<Viewer> {
        self.viewer(&self.budget.agent)
    }

    /// The citizens who take part, by key.
    fn citizens(&self) -> impl Iterator<Item = (&str, Viewer)> {
        let here = |(key, viewer): &(&str, Viewer)| viewer.role == Role::Citizen && !self.budget.apart.iter().any(|apart| apart == key);
        self.viewers.iter().map(|(key, viewer)| (*key, *viewer)).filter(here)
    }

    fn id(&self, rank: usize) -> anyhow::Result<ContributionId> {
        self.ids.get(rank).copied().context("not deposited")
    }

    fn envelope(&self, rank: usize) -> anyhow::Result<String> {
        self.envelopes.get(rank).map(|id| id.0.to_string()).context("no such envelope")
    }

    async fn envelopes(&mut self) -> anyhow::Result<()> {
        let form = |one: &Envelope| EnvelopeForm {
            id: String::new(),
            title: one.title.clone(),
            district: one.district.clone(),
            amount: one.amount.clone(),
            most: one.most.clone(),
        };
        let forms: Vec<EnvelopeForm> = self.budget.envelopes.iter().map(form).collect();
        let slug = self.budget.consultation.clone();
        acts::set_envelopes(&at(self.app, self.days.at(-68.9)?), self.agent()?, &slug, &forms).await?;
        let read = self.app.store.read(move |db| {
            let consultation = store::consultations::by_slug(db, &slug)?.ok_or(store::Error::NotFound)?;
            store::budget::envelopes(db, consultation.id)
        });
        self.envelopes = read.await?.into_iter().map(|row| row.id).collect();
        Ok(())
    }

    async fn deposit(&mut self, project: &Project, rank: usize) -> anyhow::Result<()> {
        let day = f64::from(project.day) + 0.8 * draw(&[&project.title]);
        let raw = RawDraft { title: &project.title, body: &project.body, ..RawDraft::default() };
        let draft = Draft::parse(Kind::Proposal, &raw).map_err(|faults| anyhow!("{faults:?}"))?;
        let form = ProjectForm { envelope: self.envelope(project.envelope)?, place: project.place.clone(), asked: project.asked.clone() };
        let (then, by) = (at(self.app, self.days.at(day)?), self.viewer(&project.by)?);
        self.ids.push(acts::deposit(&then, by, &self.budget.consultation, draft, &form, Lang::Fr).await?);
        let id = self.id(rank)?;
        for (key, viewer) in self.citizens().filter(|(key, _)| *key != project.by) {
            let drawn = draw(&[key, &project.title, "support"]);
            if drawn < project.appeal * 0.6 {
                // Nobody supports before they are there: everybody is by then.
                let day = -52.0_f64.max(-f64::from(project.day).abs() + 1.0) + 6.0 * drawn;
                contributions::support(&at(self.app, self.days.at(day.clamp(-51.5, -45.2))?), viewer, id).await?;
            }
        }
        Ok(())
    }

    async fn study(&self, project: &Project, rank: usize) -> anyhow::Result<()> {
        let (id, agent) = (self.id(rank)?, self.agent()?);
        let then = at(self.app, self.days.at(f64::from(self.budget.studied) + 0.5 * draw(&[&project.title, "study"]))?);
        if !project.service.is_empty() {
            let form = StudyForm {
                envelope: self.envelope(project.envelope)?,
                service: project.service.clone(),
                agent: agent.actor.map(|actor| actor.0.to_string()).unwrap_or_default(),
                verdict: project.verdict.clone(),
                cost: project.cost.clone(),
                reasons: String::new(),
            };
            acts::study(&then, agent, id, &form).await?;
        }
        if !project.note.is_empty() {
            acts::note(&then, agent, id, &project.note).await?;
        }
        let Some(answer) = &project.answer else { return Ok(()) };
        let then = at(self.app, self.days.at(f64::from(self.budget.decided) + 0.5 * draw(&[&project.title, "decide"]))?);
        if let Some(title) = &project.into {
            let other = self.budget.projects.iter().position(|other| other.title == *title).context("no such project")?;
            return Ok(acts::merge(&then, agent, id, self.id(other)?, answer, &self.budget.signed).await?);
        }
        let decision = Decision { to_vote: project.verdict != "not_feasible", body: answer.clone(), signed_by: self.budget.signed.clone() };
        Ok(acts::decide(&then, agent, id, &decision).await?)
    }

    /// Prepares and publishes the vote of the first envelope.
    async fn vote(&self) -> anyhow::Result<BoxId> {
        let (agent, budget) = (self.agent()?, self.budget);
        let then = at(self.app, self.days.at(f64::from(budget.opens) - 1.0)?);
        let envelope = *self.envelopes.first().context("no envelope")?;
        let form = VoteForm {
            title: budget.vote.clone(),
            opens_at: self.days.typed(budget.opens, "08:00")?,
            closes_at: self.days.typed(budget.closes, "20:00")?,
            grid: Some(domain::risk::Grid::usual()),
        };
        let id = acts::prepare(&then, agent, envelope.to(), &form).await?;
        votes::publish(&then, agent, id).await?;
        Ok(id)
    }

    /// Citizens vote, each for what appeals to them as long as there is money; then the vote is closed and its results are carried over.
    async fn ballots(&self, id: BoxId) -> anyhow::Result<()> {
        let budget = self.budget;
        let found = self.app.store.read(move |db| votes::load(db, Uid::of(id))).await?;
        for (key, viewer) in self.citizens() {
            let mut left = found.row.budget;
            let mut chosen = Vec::new();
            for option in &found.options {
                let appeal = budget.projects.iter().find(|project| project.title == option.title).map_or(0.0, |project| project.appeal);
                if draw(&[key, &option.title, "vote"]) < appeal && option.cost <= left {
                    left -= option.cost;
                    chosen.push(u32::try_from(option.number)?);
                }
            }
            let voter = Voter::Account { actor: viewer.actor.context("no actor")?, level: Level::Confirmed };
            let day = f64::from(budget.opens) + 0.1 + draw(&[key, "when"]) * f64::from(budget.closes - budget.opens);
            votes::cast(&at(self.app, self.days.at(day)?), voter, id, Ballot::Set(chosen), None).await?;
        }
        votes::close(&at(self.app, self.days.at(f64::from(budget.closes) + 0.95)?), id).await?;
        let form = SettleForm { chosen: budget.chosen.clone(), others: budget.others.clone(), signed_by: budget.signed.clone() };
        let envelope = *self.envelopes.first().context("no envelope")?;
        let then = at(self.app, self.days.at(f64::from(budget.settled))?);
        Ok(acts::settle(&then, self.agent()?, envelope.to(), &form).await?)
    }

    /// What is reported of the works of a project, if it was chosen.
    async fn works(&self, project: &Project, rank: usize) -> anyhow::Result<()> {
        let (id, Some(state)) = (self.id(rank)?, &project.works) else { return Ok(()) };
        let row = self.app.store.read(move |db| store::budget::find(db, Uid::of(id))).await?.context("no project")?;
        if row.works.is_none() {
            return Ok(());
        }
        let day = |day: Option<i32>| day.map(|day| self.days.typed(day, "")).transpose();
        let date = |typed: Option<String>| typed.map(|typed| typed.trim_end_matches('T').to_owned()).unwrap_or_default();
        let form = WorksForm {
            state: state.clone(),
            promised_on: date(day(project.promised)?),
            done_on: date(day(project.done)?),
            news: project.news.clone(),
        };
        let then = at(self.app, self.days.at(-1.8 + draw(&[&project.title, "works"]))?);
        Ok(acts::report_works(&then, self.agent()?, id, &form).await?)
    }
}

/// The same app at another time.
fn at(app: &App, now: Timestamp) -> App {
    let mut then = app.clone();
    then.clock = Clock::new(move || now);
    then
}

//! What the commune commits itself to after one of its consultations, how that goes, and its report: through the actions, each at its own time.

use std::collections::BTreeMap;

use actions::App;
use actions::commitments::{self, CommitmentForm, MilestoneForm, ProgressForm};
use actions::consultation_reports::{self, ReportForm};
use anyhow::{Context, anyhow};
use domain::actor::Viewer;
use domain::id::{CommitmentId, ContributionId};
use serde::Deserialize;
use store::views::cards::{Filter, list};

use super::days::Days;
use super::seed::then;

/// Most contributions among which one is found by its title.
const CARDS: i64 = 100;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    consultation: String,
    agent: String,
    commitments: Vec<Planned>,
    report: Report,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    day: f64,
    title: String,
    body: String,
    responsible: String,
    cost: String,
    promised: i32,
    /// Titles of the contributions it comes from.
    sources: Vec<String>,
    #[serde(default)]
    milestones: Vec<Stage>,
    #[serde(default)]
    steps: Vec<Step>,
}

/// What is promised on the way; days are counted from today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    title: String,
    due: i32,
    reached: Option<i32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    day: f64,
    state: String,
    progress: String,
    done: Option<i32>,
    words: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Report {
    day: f64,
    title: String,
    body: String,
}

/// Lives them in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let plan: Plan = toml::from_str(include_str!("content/commitments.toml")).context("commitments.toml")?;
    let agent = viewers.get(plan.agent.as_str()).copied().with_context(|| format!("no account: {}", plan.agent))?;
    let slug = plan.consultation.clone();
    let read = app.store.read(move |db| {
        let found = store::consultations::by_slug(db, &slug)?.ok_or(store::Error::NotFound)?;
        Ok::<_, store::Error>(list(db, found.id, &Filter::default(), None, 0, CARDS)?.cards)
    });
    let titles: Vec<(String, ContributionId)> =
        read.await?.into_iter().map(|card| (card.contribution.title, card.contribution.id.to())).collect();
    for one in &plan.commitments {
        let life = Life { app, days, agent, titles: &titles };
        life.commit(&plan.consultation, one).await.with_context(|| one.title.clone())?;
    }
    let at = then(app, days.at(plan.report.day)?);
    let form = ReportForm { title: plan.report.title, body: plan.report.body };
    consultation_reports::keep(&at, agent, &plan.consultation, &form).await?;
    Ok(consultation_reports::publish(&at, agent, &plan.consultation).await?)
}

struct Life<'l> {
    app: &'l App,
    days: &'l Days,
    agent: Viewer,
    titles: &'l [(String, ContributionId)],
}

impl Life<'_> {
    async fn commit(&self, slug: &str, one: &Planned) -> anyhow::Result<()> {
        let promised_on = self.day(one.promised)?;
        let form = CommitmentForm {
            title: one.title.clone(),
            body: one.body.clone(),
            responsible: one.responsible.clone(),
            cost: one.cost.clone(),
            promised_on: promised_on.clone(),
        };
        let at = then(self.app, self.days.at(one.day)?);
        let id = commitments::draft(&at, self.agent, slug, &form).await?;
        let named = |title: &String| {
            let found = self.titles.iter().find(|(known, _)| known == title);
            found.map(|(_, id)| *id).ok_or_else(|| anyhow!("no contribution: {title}"))
        };
        let sources = one.sources.iter().map(named).collect::<anyhow::Result<Vec<_>>>()?;
        commitments::link(&at, self.agent, id, &sources).await?;
        for stage in &one.milestones {
            let form = MilestoneForm { title: stage.title.clone(), due_on: self.day(stage.due)? };
            commitments::add_milestone(&at, self.agent, id, &form).await?;
        }
        commitments::publish(&at, self.agent, id).await?;
        self.reach(id, &one.milestones).await?;
        for step in &one.steps {
            let form = ProgressForm {
                state: step.state.clone(),
                progress: step.progress.clone(),
                promised_on: promised_on.clone(),
                finished_on: step.done.map(|day| self.day(day)).transpose()?.unwrap_or_default(),
                words: step.words.clone(),
            };
            commitments::report(&then(self.app, self.days.at(step.day)?), self.agent, id, &form).await?;
        }
        Ok(())
    }

    /// Says which of its milestones were reached, on the day they were.
    async fn reach(&self, id: CommitmentId, milestones: &[Stage]) -> anyhow::Result<()> {
        let own = store::Uid::of(id);
        let kept = self.app.store.read(move |db| store::commitments::milestones::of(db, &[own])).await?;
        for (stage, day) in milestones.iter().filter_map(|stage| Some((stage, stage.reached?))) {
            let row = kept.iter().find(|row| row.title == stage.title).with_context(|| stage.title.clone())?;
            let then = then(self.app, self.days.at(f64::from(day))?);
            commitments::reach_milestone(&then, self.agent, id, row.id.to(), &self.day(day)?).await?;
        }
        Ok(())
    }

    /// A day as an agent types it.
    fn day(&self, day: i32) -> anyhow::Result<String> {
        Ok(self.days.typed(day, "")?.trim_end_matches('T').to_owned())
    }
}

//! The commune's votes: prepared, published, voted in and closed through the actions, each at its own time.

use actions::votes::{self as acts, BudgetForm, Draft, GridForm, Outcome, PollForm, Voter};
use actions::{App, Clock};
use anyhow::{Context, ensure};
use deliberation::ballot::{Ballot, Form};
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::id::BoxId;
use domain::risk::Grid;
use domain::vote::Level;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::Uid;

use super::days::{Days, draw};

/// All of them, as the file says them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    votes: Vec<Plan>,
}

/// A vote.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub(super) consultation: String,
    pub(super) agent: String,
    title: String,
    description: String,
    /// Code of the form of a ballot.
    form: String,
    /// Code of the rule of a budget.
    #[serde(default)]
    rule: String,
    /// The money of a budget, in euros.
    #[serde(default)]
    budget: String,
    /// One answer a line; for a budget, one project a line with its cost.
    #[serde(default)]
    options: String,
    population: String,
    source: String,
    pub(super) opens: i32,
    pub(super) closes: i32,
    /// How many vote.
    pub(super) voters: usize,
}

/// Lives all of them in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, text: &str, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let file: File = toml::from_str(text)?;
    for plan in &file.votes {
        let id = prepare(app, plan, days, viewers).await.with_context(|| plan.title.clone())?;
        vote(app, id, plan, (days, viewers, plan.voters)).await?;
        if plan.closes < 0 {
            acts::close(&at(app, days.at(f64::from(plan.closes) + 0.99)?), id).await?;
        }
    }
    Ok(())
}

/// So many citizens vote, each at a time of their own.
pub(super) async fn vote(
    app: &App,
    id: BoxId,
    plan: &Plan,
    (days, viewers, voters): (&Days, &BTreeMap<&str, Viewer>, usize),
) -> anyhow::Result<()> {
    let found = app.store.read(move |db| acts::load(db, Uid::of(id))).await?;
    let citizens = viewers.iter().filter(|(_, viewer)| viewer.role == Role::Citizen);
    for (key, viewer) in citizens.take(voters) {
        let last = f64::from(plan.closes.min(0) - plan.opens) - 0.6;
        let day = f64::from(plan.opens) + 0.5 + last * draw(&[key, &plan.title]);
        let then = at(app, days.at(day.min(-0.05))?);
        let voter = Voter::Account { actor: viewer.actor.context("no actor")?, level: Level::Confirmed };
        let outcome = acts::cast(&then, voter, id, ballot(&found, key, &plan.title), None).await?;
        ensure!(matches!(outcome, Outcome::Cast { .. }), "{key}: {}: {outcome:?}", plan.title);
    }
    Ok(())
}

/// The same app at another time.
fn at(app: &App, now: Timestamp) -> App {
    let mut then = app.clone();
    then.clock = Clock::new(move || now);
    then
}

/// Drafts and publishes a vote half a day before its first day.
pub(super) async fn prepare(app: &App, plan: &Plan, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<BoxId> {
    let agent = *viewers.get(plan.agent.as_str()).context("no such agent")?;
    let then = at(app, days.at(f64::from(plan.opens) - 0.5)?);
    let id = acts::draft(&then, agent, &plan.consultation, plan.draft(days, &then.time_zone().await?)?, None).await?;
    acts::publish(&then, agent, id).await?;
    Ok(id)
}

impl Plan {
    fn draft(&self, days: &Days, zone: &jiff::tz::TimeZone) -> anyhow::Result<Draft> {
        let (opens_at, closes_at) = (days.typed(self.opens, "08:00")?, days.typed(self.closes, "20:00")?);
        let [title, description, form, options] = [&self.title, &self.description, &self.form, &self.options].map(Clone::clone);
        let (population, population_source) = (self.population.clone(), self.source.clone());
        if self.budget.is_empty() {
            let form = PollForm {
                title,
                description,
                form,
                options,
                opens_at,
                closes_at,
                live: true,
                revote: true,
                population,
                population_source,
                grid: GridForm::of(&Grid::usual()),
                ..PollForm::default()
            };
            return Ok(form.parse(zone)?);
        }
        let form = BudgetForm {
            title,
            description,
            form,
            rule: self.rule.clone(),
            budget: self.budget.clone(),
            projects: options,
            opens_at,
            closes_at,
            live: true,
            revote: true,
            population,
            population_source,
            grid: GridForm::of(&Grid::usual()),
            ..BudgetForm::default()
        };
        Ok(form.parse(zone, None)?)
    }
}

/// What somebody votes: drawn from their name, the first answers more often than the last.
fn ballot(found: &acts::Loaded, key: &str, title: &str) -> Ballot {
    let drawn = |number: u32, what: &str| draw(&[key, title, &number.to_string(), what]);
    let mut order: Vec<u32> = found.choices().iter().map(|choice| choice.number).collect();
    let dislike = |number: u32| drawn(number, "liking") * (1.0 + f64::from(number) / 4.0);
    order.sort_by(|left, right| dislike(*left).total_cmp(&dislike(*right)));
    let first = order.first().copied().unwrap_or(1);
    match found.form {
        Form::Knapsack { .. } => {
            let mut left = u64::try_from(found.row.budget).unwrap_or(0);
            let costs: BTreeMap<u32, u64> = found.choices().iter().map(|choice| (choice.number, choice.cost)).collect();
            order.truncate(5);
            order.retain(|number| {
                let cost = costs.get(number).copied().unwrap_or(u64::MAX);
                let fits = cost <= left;
                left = if fits { left - cost } else { left };
                fits
            });
            Ballot::Set(order)
        }
        Form::Approval { max, .. } => {
            order.truncate(usize::try_from(max.min(3)).unwrap_or(1));
            Ballot::Set(order)
        }
        Form::MajorityJudgment { grades, .. } => {
            let best = f64::from(grades) - 0.01;
            let grade = |number: u32| (best * (1.0 - drawn(number, "liking") * (1.0 + f64::from(number) / 8.0) / 2.0)).max(0.0) as u8;
            Ballot::Grades(order.into_iter().map(|number| (number, grade(number))).collect())
        }
        _ => Ballot::Set(vec![first]),
    }
}

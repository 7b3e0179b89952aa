//! Projects of the commune that look for money on platforms of others: published and reported on through the actions, each at its own time.

use std::collections::BTreeMap;

use actions::App;
use actions::funding::{self, ProjectForm, ReportForm};
use anyhow::Context;
use domain::actor::Viewer;
use serde::Deserialize;

use super::days::Days;
use super::seed::then;

const TEXT: &str = include_str!("content/funding.toml");

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    agent: String,
    projects: Vec<Plan>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    title: String,
    carrier: String,
    mode: String,
    with_return: bool,
    goal: String,
    cost: String,
    /// Day on which it begins; it is published then.
    opens: i32,
    closes: i32,
    link: String,
    body: String,
    reports: Vec<Told>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    day: f64,
    raised: String,
    contributors: String,
    news: String,
}

fn read() -> anyhow::Result<File> {
    toml::from_str(TEXT).context("funding.toml")
}

/// Lives them in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let file = read()?;
    let agent = viewers.get(file.agent.as_str()).copied().with_context(|| format!("no account: {}", file.agent))?;
    for plan in &file.projects {
        let at = then(app, days.at(f64::from(plan.opens))?);
        let form = ProjectForm {
            title: plan.title.clone(),
            body: plan.body.clone(),
            carrier: plan.carrier.clone(),
            mode: plan.mode.clone(),
            with_return: plan.with_return,
            goal: plan.goal.clone(),
            cost: plan.cost.clone(),
            opens_on: days.date(plan.opens)?.to_string(),
            closes_on: days.date(plan.closes)?.to_string(),
            link: plan.link.clone(),
        };
        let id = funding::draft(&at, agent, &form).await.with_context(|| plan.title.clone())?;
        funding::publish(&at, agent, id).await.with_context(|| plan.title.clone())?;
        for told in &plan.reports {
            let report = ReportForm { raised: told.raised.clone(), contributors: told.contributors.clone(), news: told.news.clone() };
            funding::report(&then(app, days.at(told.day)?), agent, id, &report).await.with_context(|| plan.title.clone())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_well_set() {
        let file = read().unwrap();
        let texts = file.projects.iter().flat_map(|plan| {
            let news = plan.reports.iter().map(|told| told.news.as_str());
            [plan.title.as_str(), plan.carrier.as_str(), plan.body.as_str()].into_iter().chain(news)
        });
        for text in texts {
            for typewriter in ["'", " :", " ;", " ?", " !", " €", "« ", " »", "..."] {
                assert!(!text.contains(typewriter), "{typewriter:?} in {text}");
            }
        }
    }
}

//! What people of the town are asked to do, and a petition that lacks few signatures: through the actions, each at its own time.

use std::collections::BTreeMap;

use actions::App;
use actions::initiatives::{self, InitiativeForm, RulesForm};
use anyhow::Context;
use domain::actor::{Role, Viewer};
use domain::lang::Lang;
use serde::Deserialize;

use super::days::Days;
use super::seed::then;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    agent: String,
    administrator: String,
    threshold: u32,
    days: u32,
    answer_days: u32,
    rules_day: f64,
    initiatives: Vec<Planned>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    day: f64,
    kind: String,
    /// Who proposes it; nobody: the collectivity.
    #[serde(default)]
    by: String,
    title: String,
    body: String,
    #[serde(default)]
    link: String,
    /// How many citizens take part.
    people: usize,
}

/// Lives them in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let plan: Plan = toml::from_str(include_str!("content/initiatives.toml")).context("initiatives.toml")?;
    let viewer = |key: &str| viewers.get(key).copied().with_context(|| format!("no account: {key}"));
    let rules = RulesForm {
        is_open: true,
        threshold: plan.threshold.to_string(),
        days: plan.days.to_string(),
        answer_days: plan.answer_days.to_string(),
    };
    initiatives::set_rules(&then(app, days.at(plan.rules_day)?), viewer(&plan.administrator)?, &rules).await?;
    let citizens: Vec<Viewer> = viewers.values().copied().filter(|viewer| viewer.role == Role::Citizen).collect();
    let agent = viewer(&plan.agent)?;
    for one in &plan.initiatives {
        let at = then(app, days.at(one.day)?);
        let form = InitiativeForm {
            kind: one.kind.clone(),
            title: one.title.clone(),
            body: one.body.clone(),
            link: one.link.clone(),
            ..InitiativeForm::default()
        };
        let id = if one.by.is_empty() {
            initiatives::promote(&at, agent, &form).await.with_context(|| one.title.clone())?
        } else {
            let id = initiatives::propose(&at, viewer(&one.by)?, &form, Lang::Fr).await.with_context(|| one.title.clone())?;
            initiatives::admit(&then(app, days.at(one.day + 0.5)?), agent, id).await?;
            id
        };
        for (index, citizen) in (0_u32..).zip(citizens.iter().take(one.people)) {
            let moment = then(app, days.at(one.day + 1.0 + f64::from(index) / 24.0)?);
            // Every third one shows their name.
            initiatives::act(&moment, *citizen, id, index % 3 == 0).await?;
        }
    }
    Ok(())
}

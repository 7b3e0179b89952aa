//! The streets of the commune: what was reported, what agents did, and one report that goes to the region and is answered there, over HTTP.

use std::collections::BTreeMap;
use std::time::Duration;

use actions::App;
use actions::street::{self, AreaForm, CategoryForm, Contact, ReportForm, TendForm};
use anyhow::{Context, bail};
use domain::actor::Viewer;
use domain::id::StreetId;
use domain::lang::Lang;
use federation::Federation;
use serde::Deserialize;
use store::Uid;

use super::days::Days;
use super::recognition::{collectivity, look_up};
use super::seed::then;

/// How often is looked whether something arrived, and how many times.
const PAUSE: Duration = Duration::from_millis(500);
const LOOKS: usize = 120;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    agent: String,
    referent: String,
    categories: Vec<Category>,
    area: Part,
    reports: Vec<Report>,
    travels: Travels,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Category {
    name: String,
    family: String,
    description: String,
    service: String,
    days: u16,
}

/// A part of the territory that somebody else looks after.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    name: String,
    service: String,
    outline: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Report {
    by: String,
    day: f64,
    category: String,
    kind: String,
    address: String,
    latitude: String,
    longitude: String,
    text: String,
    followers: Vec<String>,
    #[serde(default)]
    steps: Vec<Step>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    by: String,
    day: f64,
    state: String,
    words: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Travels {
    by: String,
    category: String,
    family: String,
    description: String,
    service: String,
    address: String,
    latitude: String,
    longitude: String,
    text: String,
    answer: String,
}

fn plan() -> anyhow::Result<Plan> {
    toml::from_str(include_str!("content/street.toml")).context("street.toml")
}

/// Reports and tends in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let plan = plan()?;
    let viewer = |key: &str| viewers.get(key).copied().with_context(|| format!("no account: {key}"));
    let (agent, referent) = (viewer(&plan.agent)?, viewer(&plan.referent)?);
    let looks_after = referent.actor.map(|actor| actor.0.to_string()).unwrap_or_default();
    for one in &plan.categories {
        let form = CategoryForm {
            name: one.name.clone(),
            family: one.family.clone(),
            description: one.description.clone(),
            service: one.service.clone(),
            referent: looks_after.clone(),
            days: one.days.to_string(),
            ..CategoryForm::default()
        };
        street::keep_category(&then(app, days.at(-30.0)?), agent, None, &form).await.with_context(|| one.name.clone())?;
    }
    let area = AreaForm { name: plan.area.name.clone(), service: plan.area.service.clone(), ..AreaForm::default() };
    street::add_area(&then(app, days.at(-30.0)?), agent, &area, Some(plan.area.outline.clone().into_bytes())).await?;
    let thanks = "Merci de votre signalement. Une équipe passe dans la semaine.";
    street::add_template(&then(app, days.at(-30.0)?), agent, "Merci, on passe", "accepted", thanks).await?;
    for one in &plan.reports {
        let number = report(&then(app, days.at(one.day)?), viewer(&one.by)?, &one.form()).await.with_context(|| one.text.clone())?;
        for follower in &one.followers {
            street::follow(&then(app, days.at(one.day + 0.3)?), viewer(follower)?, number, Lang::Fr).await?;
        }
        for step in &one.steps {
            tend(&then(app, days.at(step.day)?), viewer(&step.by)?, number, (&step.state, &step.words)).await?;
        }
    }
    Ok(())
}

impl Report {
    fn form(&self) -> ReportForm {
        ReportForm {
            kind: self.kind.clone(),
            category: self.category.clone(),
            body: self.text.clone(),
            address: self.address.clone(),
            latitude: self.latitude.clone(),
            longitude: self.longitude.clone(),
            sending: String::new(),
        }
    }
}

async fn report(app: &App, viewer: Viewer, form: &ReportForm) -> anyhow::Result<i64> {
    Ok(street::make(app, viewer, b"demo", (form, &Contact::default(), Lang::Fr), None).await?.number)
}

/// An agent says where a report stands; who has it stays.
async fn tend(app: &App, agent: Viewer, number: i64, (state, words): (&str, &str)) -> anyhow::Result<()> {
    let row = app.store.read(move |db| store::street::numbered(db, number)).await?.context("no such report")?;
    let form = TendForm {
        state: state.to_owned(),
        words: words.to_owned(),
        service: row.service,
        agent: row.agent_id.map(|id| id.0.to_string()).unwrap_or_default(),
        ..TendForm::default()
    };
    Ok(street::tend(app, agent, number, &form).await?)
}

/// Has a report of the commune go to its region, and be answered there, once both recognise each other. What was done is left as it is.
pub(super) async fn travel(commune: &Federation, region: &Federation) {
    if let Err(error) = go(commune, region).await {
        tracing::warn!(error = format!("{error:#}"), "no report of the demo travels");
    }
}

async fn go(commune: &Federation, region: &Federation) -> anyhow::Result<()> {
    let plan = plan()?;
    let travels = &plan.travels;
    let code = domain::street::category_code(&travels.category).ok().context("no code")?;
    let known = code.clone();
    if commune.app.store.read(move |db| store::street::category_by_code(db, &known)).await?.is_some() {
        return Ok(());
    }
    let there = look_up(commune, &collectivity(region).await?).await?;
    let form = |competent: String| CategoryForm {
        name: travels.category.clone(),
        family: travels.family.clone(),
        description: travels.description.clone(),
        service: travels.service.clone(),
        days: "10".to_owned(),
        competent,
        ..CategoryForm::default()
    };
    let keep = async |app: &App, competent| street::keep_category(app, Viewer::MACHINE, None::<StreetId>, &form(competent)).await;
    keep(&region.app, String::new()).await?;
    keep(&commune.app, there.0.to_string()).await?;
    let nadia = format!("{}@saint-aubin.example", travels.by);
    let account = commune.app.store.read(move |db| store::accounts::by_email(db, &nadia)).await?;
    let who = account.map_or(Viewer::MACHINE, |account| Viewer::signed_in(account.actor_id.to(), domain::actor::Role::Citizen));
    let typed = ReportForm {
        kind: "anomaly".to_owned(),
        category: code,
        body: travels.text.clone(),
        address: travels.address.clone(),
        latitude: travels.latitude.clone(),
        longitude: travels.longitude.clone(),
        sending: String::new(),
    };
    let number = report(&commune.app, who, &typed).await?;
    for _ in 0..LOOKS {
        if arrived(&region.app, &commune.app.links.absolute(&format!("/street/{number}"))).await?.is_some() {
            return tend(&region.app, Viewer::MACHINE, 1, ("in_progress", &travels.answer)).await;
        }
        pause().await;
    }
    bail!("the report did not arrive")
}

async fn arrived(app: &App, address: &str) -> anyhow::Result<Option<Uid>> {
    let address = address.to_owned();
    let found = app.store.read(move |db| store::street::routes::by_uri(db, &address)).await?;
    Ok(found.map(|route| route.report_id))
}

/// The other instance's worker comes by every second.
#[expect(clippy::disallowed_methods, reason = "nobody says when another instance has read what was sent; nobody waits for this task")]
async fn pause() {
    // sleep: as above
    tokio::time::sleep(PAUSE).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_well_set() {
        let plan = plan().unwrap();
        let mut texts: Vec<&str> = vec![&plan.travels.text, &plan.travels.answer];
        for one in &plan.reports {
            texts.extend([one.text.as_str(), one.address.as_str()]);
            texts.extend(one.steps.iter().map(|step| step.words.as_str()));
        }
        for text in texts {
            for typewriter in ["'", " :", " ;", " ?", " !", "« ", " »", "..."] {
                assert!(!text.contains(typewriter), "{typewriter:?} in {text}");
            }
        }
    }
}

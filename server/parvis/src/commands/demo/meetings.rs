//! The commune's meetings: announced, registered for, held or called off through the actions, each at its own time.

use actions::App;
use actions::meetings::{self as acts, MeetingForm, SaidForm};
use anyhow::Context;
use domain::actor::{Role, Viewer};
use domain::id::MeetingId;
use domain::lang::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::Uid;

use super::days::Days;
use super::seed::then;

/// What the file says.
const TEXT: &str = include_str!("content/meetings.toml");
/// How many days before it a meeting is announced.
const ANNOUNCED: i32 = 20;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    meetings: Vec<Plan>,
}

/// A meeting.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Plan {
    consultation: Option<String>,
    agent: String,
    title: String,
    body: String,
    agenda: String,
    kind: String,
    venue: String,
    address: String,
    link: String,
    places: String,
    /// Whether everybody comes without registering.
    free: bool,
    day: i32,
    begins: String,
    ends: String,
    /// How many register.
    people: usize,
    /// How many of them are there.
    present: usize,
    minutes: String,
    said: Vec<Said>,
    cancelled: String,
}

/// Something that was said there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    title: String,
    body: String,
    name: String,
}

/// Lives all of them in a town whose story was told: `viewers` are its people by key.
pub(super) async fn live(app: &App, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let file: File = toml::from_str(TEXT)?;
    for plan in &file.meetings {
        hold(app, plan, days, viewers).await.with_context(|| plan.title.clone())?;
    }
    Ok(())
}

async fn hold(app: &App, plan: &Plan, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let agent = *viewers.get(plan.agent.as_str()).context("no such agent")?;
    // Nothing is announced in the future.
    let announced = f64::from((plan.day - ANNOUNCED).min(-2));
    let at = then(app, days.at(announced)?);
    let form = MeetingForm {
        title: plan.title.clone(),
        body: plan.body.clone(),
        agenda: plan.agenda.clone(),
        kind: plan.kind.clone(),
        venue: plan.venue.clone(),
        address: plan.address.clone(),
        link: plan.link.clone(),
        link_is_private: true,
        begins_at: days.typed(plan.day, &plan.begins)?,
        ends_at: days.typed(plan.day, &plan.ends)?,
        by_registration: !plan.free,
        places: plan.places.clone(),
        ..MeetingForm::default()
    };
    let id = acts::prepare(&at, agent, plan.consultation.as_deref(), &form).await?;
    acts::publish(&at, agent, id).await?;
    let citizens: Vec<Viewer> = viewers.values().copied().filter(|viewer| viewer.role == Role::Citizen).take(plan.people).collect();
    for (number, viewer) in citizens.iter().enumerate() {
        let moment = announced + 1.0 + f64::from(u32::try_from(number)?) / 100.0;
        acts::register(&then(app, days.at(moment)?), *viewer, id, Lang::Fr).await?;
    }
    if !plan.cancelled.is_empty() {
        acts::cancel(&then(app, days.at(-0.5)?), agent, id, &plan.cancelled).await?;
    }
    if plan.day < 0 { conclude(app, plan, (id, agent), days).await } else { Ok(()) }
}

/// The desk, the minutes, and what was said.
async fn conclude(app: &App, plan: &Plan, (id, agent): (MeetingId, Viewer), days: &Days) -> anyhow::Result<()> {
    let evening = then(app, days.at(f64::from(plan.day) + 0.95)?);
    let known = app.store.read(move |db| store::registrations::page(db, Uid::of(id), 0, 100)).await?.0;
    for one in known.iter().take(plan.present) {
        acts::attend(&evening, agent, id, &one.row.code).await?;
    }
    let later = then(app, days.at(f64::from(plan.day) + 2.0)?);
    for said in &plan.said {
        let form = SaidForm {
            kind: "proposal".to_owned(),
            title: said.title.clone(),
            body: said.body.clone(),
            theme: String::new(),
            name: said.name.clone(),
        };
        acts::hand_in(&later, agent, id, &form, None).await?;
    }
    Ok(acts::write_minutes(&later, agent, id, &plan.minutes).await?)
}

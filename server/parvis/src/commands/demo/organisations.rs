//! Organisations of the commune: opened, accredited by the commune and, over HTTP, one of them by the State; what they said, through the actions.

use std::collections::BTreeMap;
use std::time::Duration;

use actions::accreditations::{self, AccreditationForm};
use actions::organisations::{self, OrganisationForm};
use actions::outside::{self, Outside};
use actions::{App, contributions};
use anyhow::{Context, anyhow, bail};
use domain::actor::{Role, Viewer};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::{ActorId, ContributionId};
use domain::lang::Lang;
use domain::organisation::AccreditationState;
use domain::refusal::Refusal;
use federation::Federation;
use serde::Deserialize;
use store::Uid;
use store::views::cards::{Filter, list};

use super::days::Days;
use super::seed::then;

/// How often is looked whether something arrived, and how many times.
const PAUSE: Duration = Duration::from_millis(500);
const LOOKS: usize = 120;
/// Most contributions among which one is found by its title.
const CARDS: i64 = 100;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    consultation: String,
    agent: String,
    organisations: Vec<Organisation>,
    said: Vec<Said>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisation {
    handle: String,
    kind: String,
    name: String,
    summary: String,
    registration: String,
    opened: f64,
    /// The first looks after it.
    members: Vec<String>,
    /// By the commune.
    commune: Option<Accredited>,
    /// By the State.
    state: Option<Accredited>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Accredited {
    role: String,
    mandate: String,
}

/// A proposal where it has a theme, a reply where it takes a side, else a support.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    by: String,
    member: String,
    day: f64,
    /// The title of what it is about.
    #[serde(default)]
    to: String,
    #[serde(default)]
    theme: String,
    #[serde(default)]
    is: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    text: String,
}

fn plan() -> anyhow::Result<Plan> {
    toml::from_str(include_str!("content/organisations.toml")).context("organisations.toml")
}

/// Opens them in a town whose story was told, and has their members speak: `viewers` are its people by key.
pub(super) async fn live(app: &App, days: &Days, viewers: &BTreeMap<&str, Viewer>) -> anyhow::Result<()> {
    let plan = plan()?;
    let viewer = |key: &str| viewers.get(key).copied().with_context(|| format!("no account: {key}"));
    let agent = viewer(&plan.agent)?;
    let mut ids: BTreeMap<&str, ActorId> = BTreeMap::new();
    for one in &plan.organisations {
        let members = one.members.iter().map(|key| viewer(key)).collect::<anyhow::Result<Vec<_>>>()?;
        let id = open(app, days, (one, agent), &members).await.with_context(|| one.name.clone())?;
        ids.insert(&one.handle, id);
    }
    for said in &plan.said {
        let organisation = *ids.get(said.by.as_str()).with_context(|| format!("no organisation: {}", said.by))?;
        let named = viewer(&said.member)?.in_the_name_of(organisation);
        speak(&then(app, days.at(said.day)?), &plan.consultation, named, said)
            .await
            .with_context(|| format!("{}: {}", said.by, said.text))?;
    }
    Ok(())
}

/// Opens one with its members, and has the commune accredit it.
async fn open(app: &App, days: &Days, (one, agent): (&Organisation, Viewer), members: &[Viewer]) -> anyhow::Result<ActorId> {
    let form = OrganisationForm {
        kind: one.kind.clone(),
        name: one.name.clone(),
        summary: one.summary.clone(),
        web: String::new(),
        registration: one.registration.clone(),
        publish_abroad: true,
    };
    let day = |hours: f64| Ok::<_, anyhow::Error>(then(app, days.at(one.opened + hours)?));
    let first = *members.first().context("nobody looks after it")?;
    let handle = organisations::open(&day(0.0)?, agent, &form, &address(app, first).await?).await?;
    anyhow::ensure!(handle == one.handle, "its handle is {handle}");
    let found = app.store.read(move |db| store::actors::find_local(db, &handle)).await?;
    let id: ActorId = found.context("it is not there")?.id.to();
    for (rank, member) in members.iter().enumerate() {
        if rank > 0 {
            organisations::invite(&day(0.2)?, first, id, &address(app, *member).await?, false).await?;
        }
        organisations::join(&day(0.3)?, *member, id).await?;
    }
    if let Some(given) = &one.commune {
        let offer = accreditations::offer(&day(0.4)?, agent, id, &given.form()).await?;
        accreditations::answer(&day(0.6)?, first, offer, true).await?;
    }
    Ok(id)
}

impl Accredited {
    fn form(&self) -> AccreditationForm {
        AccreditationForm { role: self.role.clone(), mandate: self.mandate.clone(), ..AccreditationForm::default() }
    }
}

async fn address(app: &App, viewer: Viewer) -> anyhow::Result<String> {
    let person = Uid::of(viewer.actor.context("nobody")?);
    let account = app.store.read(move |db| store::accounts::find(db, person)).await?;
    Ok(account.context("no account")?.email)
}

async fn speak(app: &App, slug: &str, named: Viewer, said: &Said) -> anyhow::Result<()> {
    let draft = |kind, theme: &str| {
        let raw = RawDraft { title: &said.title, body: &said.text, theme, stance: &said.is };
        Draft::parse(kind, &raw).map_err(|faults| anyhow!("{faults:?}"))
    };
    if said.to.is_empty() {
        let theme = theme(app, slug, &said.theme).await?;
        contributions::publish(app, named, slug, draft(Kind::Proposal, &theme)?, Lang::Fr).await?;
        return Ok(());
    }
    let about = titled(app, slug, &said.to).await?;
    if said.is.is_empty() {
        return Ok(contributions::support(app, named, about).await?);
    }
    contributions::reply(app, named, about, draft(Kind::Reply, "")?, Lang::Fr).await?;
    Ok(())
}

async fn theme(app: &App, slug: &str, name: &str) -> anyhow::Result<String> {
    let slug = slug.to_owned();
    let read = app.store.read(move |db| {
        let found = store::consultations::by_slug(db, &slug)?.ok_or(store::Error::NotFound)?;
        store::consultations::themes(db, found.id)
    });
    let theme = read.await?.into_iter().find(|theme| theme.name == name).with_context(|| format!("no such theme: {name}"))?;
    Ok(theme.id.0.to_string())
}

/// What has this title.
async fn titled(app: &App, slug: &str, title: &str) -> anyhow::Result<ContributionId> {
    let slug = slug.to_owned();
    let read = app.store.read(move |db| {
        let found = store::consultations::by_slug(db, &slug)?.ok_or(store::Error::NotFound)?;
        list(db, found.id, &Filter::default(), None, 0, CARDS)
    });
    let cards = read.await?.cards;
    let card = cards.into_iter().find(|card| card.contribution.title == title);
    Ok(card.with_context(|| format!("nothing is called {title}"))?.contribution.id.to())
}

/// Has the State accredit those of the commune that the file says, and those accept; over HTTP, once both listen. What was done is left as it is.
pub(super) async fn accredit(commune: &Federation, state: &Federation) {
    let done = async {
        for one in &plan()?.organisations {
            if let Some(given) = &one.state {
                between((commune, state), &one.handle, &given.form()).await.with_context(|| one.name.clone())?;
            }
        }
        anyhow::Ok(())
    };
    if let Err(error) = done.await {
        tracing::warn!(%error, "the State of the demo does not accredit an organisation of its commune");
    }
}

async fn between((commune, state): (&Federation, &Federation), handle: &str, form: &AccreditationForm) -> anyhow::Result<()> {
    let known = handle.to_owned();
    let found = commune.app.store.read(move |db| store::actors::find_local(db, &known)).await?;
    let organisation = found.context("it is not there")?.id;
    let there = look_up(state, &commune.app.links.actor(handle)).await?;
    match accreditations::offer(&state.app, Viewer::MACHINE, there, form).await {
        Ok(_) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => {}
        Err(error) => return Err(error.into()),
    }
    for _ in 0..LOOKS {
        let rows = commune.app.store.read(move |db| store::accreditations::received(db, organisation)).await?;
        let come = rows.into_iter().map(|(row, _)| row).find(|row| row.uri.is_some());
        match come.map(|row| (row.id, AccreditationState::parse(&row.state))) {
            Some((id, Some(AccreditationState::Offered))) => {
                let first = who_looks_after(&commune.app, organisation).await?;
                return Ok(accreditations::answer(&commune.app, first, id.0, true).await?);
            }
            Some(_) => return Ok(()),
            None => pause().await,
        }
    }
    bail!("the offer did not arrive")
}

async fn who_looks_after(app: &App, organisation: Uid) -> anyhow::Result<Viewer> {
    let members = app.store.read(move |db| store::memberships::of_organisation(db, organisation)).await?;
    let first = members.into_iter().find(|member| member.administers).context("nobody looks after it")?;
    Ok(Viewer::signed_in(first.id.to(), Role::Citizen))
}

/// The other instance begins to listen in a moment, and its worker comes by every second.
#[expect(clippy::disallowed_methods, reason = "nobody says when another instance listens; nobody waits for this task")]
async fn pause() {
    // sleep: as above
    tokio::time::sleep(PAUSE).await;
}

async fn look_up(town: &Federation, address: &str) -> anyhow::Result<ActorId> {
    for _ in 0..LOOKS {
        match town.actor(address).await {
            Ok(found) => return Ok(found),
            Err(outside::Error::Trouble(_)) => {}
            Err(outside::Error::Action(error)) => return Err(error.into()),
        }
        pause().await;
    }
    bail!("{address} does not answer")
}

//! What the region and the commune carry of the State, and the vote that all three held: lived before they open to everybody, over HTTP like everything
//! between instances, each act at its own time.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use actions::carrying::{CarryForm, OfferForm};
use actions::{App, Clock, contributions, tallies, votes as acts};
use anyhow::{Context, bail, ensure};
use domain::actor::{Role, Viewer};
use domain::carrying::{Called, CarriedState};
use domain::contribution::{Draft, Kind, RawDraft};
use domain::id::BoxId;
use domain::lang::Lang;
use domain::{Timestamp, vote::BoxState};
use federation::Federation;
use serde::Deserialize;
use store::Uid;
use tokio::net::TcpListener;

use super::days::Days;
use super::recognition::{collectivity, look_up};
use super::town::{NETWORK, Town};
use super::votes;
use crate::config::Config;
use crate::mail::Mailer;
use crate::server::{self, Limits};
use crate::shutdown::Shutdown;
use crate::{house, limits, worker};

const PLAN: &str = include_str!("content/etat/portage.toml");
/// Rounds after which the instances must have told each other everything.
const ROUNDS_MAX: usize = 2_000;
/// Most votes of the consultation that are looked at.
const VOTES_MAX: i64 = 10;

/// All of it, as the file says it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    offered: i32,
    joined: i32,
    rules: String,
    vote: votes::Plan,
    /// Those who carry it, in the order of their instances.
    territories: Vec<Territory>,
}

/// A territory that carries it, and what somebody says there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Territory {
    agent: String,
    introduction: String,
    population: String,
    source: String,
    /// Whether its agent publishes the vote, instead of waiting until it opens by itself.
    by_hand: bool,
    voters: usize,
    by: String,
    title: String,
    text: String,
}

/// An instance while it lives this.
struct Here<'t> {
    app: App,
    fed: Federation,
    mailer: Mailer,
    /// Its people by key.
    people: BTreeMap<&'t str, Viewer>,
}

/// Lives it in new instances: the commune, the region, the State, which listen meanwhile.
pub(super) async fn live(towns: &[App], configs: &[Config]) -> anyhow::Result<()> {
    let first = towns.first().context("no instance")?;
    let (plan, days): (Plan, _) = (toml::from_str(PLAN)?, Days::around(first.now(), first.time_zone().await?));
    // Each look at the clock is a little later, so that nothing happens at once.
    let time = Arc::new(AtomicI64::new(days.at(f64::from(plan.offered))?.as_microsecond()));
    let (shutdown, not_yet) = (Shutdown::new(), Shutdown::new());
    // They answer each other and are not ready for anybody else: these doors close again when the story is lived.
    not_yet.ask();
    let stories = NETWORK.iter().map(Town::read).collect::<anyhow::Result<Vec<_>>>()?;
    let (mut three, mut doors) = (Vec::new(), Vec::new());
    for ((app, config), town) in towns.iter().zip(configs).zip(&stories) {
        let (mut app, ticks) = (app.clone(), Arc::clone(&time));
        app.clock = Clock::new(move || Timestamp::from_microsecond(ticks.fetch_add(1, Ordering::Relaxed)).unwrap_or(Timestamp::MAX));
        let fed = house::federation(&app, &config.federation)?;
        let listener = TcpListener::bind(config.listen).await.with_context(|| config.listen.to_string())?;
        // Without a line for each request: they would bury the addresses that are shown next.
        let router = limits::bound_bodies(house::router(&fed, &not_yet), limits::BODY, limits::BODY_CEILING);
        doors.push(tokio::spawn(server::serve(listener, router, Vec::new(), Limits::default(), shutdown.clone())));
        let people = people(&app, town).await?;
        three.push(Here { app, fed, mailer: Mailer::new(config)?, people });
    }
    let lived = match three.as_slice() {
        [commune, region, state] => all(&plan, &days, &time, [commune, region, state]).await,
        _ => bail!("there are three instances"),
    };
    drop(three);
    shutdown.ask();
    for door in doors {
        door.await?;
    }
    lived
}

async fn people<'t>(app: &App, town: &'t Town) -> anyhow::Result<BTreeMap<&'t str, Viewer>> {
    let mut people = BTreeMap::new();
    for person in town.people.iter().filter(|person| person.suspended.is_none()) {
        let email = person.email();
        let account = app.store.read(move |db| store::accounts::by_email(db, &email)).await?.with_context(|| person.key.clone())?;
        let role = Role::parse(&person.role).context("no such role")?;
        people.insert(person.key.as_str(), Viewer::signed_in(account.actor_id.to(), role));
    }
    Ok(people)
}

async fn all(plan: &Plan, days: &Days, time: &AtomicI64, three: [&Here<'_>; 3]) -> anyhow::Result<()> {
    let [commune, region, state] = three;
    let carriers = [commune, region];
    let go = |day: f64| -> anyhow::Result<()> {
        time.store(days.at(day)?.as_microsecond(), Ordering::Relaxed);
        Ok(())
    };
    offer(plan, state, &carriers).await?;
    settle(&three).await?;
    go(f64::from(plan.joined))?;
    for (here, part) in carriers.iter().zip(&plan.territories) {
        join(plan, part, here, state).await?;
    }
    settle(&three).await?;
    go(f64::from(plan.joined) + 0.5)?;
    for (here, part) in carriers.iter().zip(&plan.territories) {
        say(plan, part, here, state).await?;
    }
    settle(&three).await?;
    let vote = &plan.vote;
    go(f64::from(vote.opens) - 0.5)?;
    let id = votes::prepare(&state.app, vote, days, &state.people).await?;
    settle(&three).await?;
    for (here, part) in carriers.iter().zip(&plan.territories) {
        prepare(part, here, held(&here.app, state, id).await?).await?;
    }
    go(f64::from(vote.opens) + 0.2)?;
    settle(&three).await?;
    votes::vote(&state.app, id, vote, (days, &state.people, vote.voters)).await?;
    for (here, part) in carriers.iter().zip(&plan.territories) {
        votes::vote(&here.app, held(&here.app, state, id).await?, vote, (days, &here.people, part.voters)).await?;
    }
    go(f64::from(vote.closes) + 0.99)?;
    settle(&three).await?;
    let whole = state.app.store.read(move |db| tallies::together(db, Uid::of(id))).await?;
    ensure!(whole.is_some_and(|whole| whole.done), "the vote of the three is not counted");
    Ok(())
}

/// Everything that waits is done, and told, and answered.
async fn settle(three: &[&Here<'_>]) -> anyhow::Result<()> {
    for _ in 0..ROUNDS_MAX {
        let mut done = 0;
        for here in three {
            done += worker::once(&here.fed, &here.mailer).await;
            done += federation::delivery::once(&here.fed).await?;
        }
        if done == 0 {
            return Ok(());
        }
    }
    bail!("the three do not come to rest")
}

async fn offer(plan: &Plan, state: &Here<'_>, carriers: &[&Here<'_>]) -> anyhow::Result<()> {
    let mut chosen = Vec::new();
    for carrier in carriers {
        chosen.push(Uid::of(look_up(&state.fed, &collectivity(&carrier.fed).await?).await?));
    }
    let form = OfferForm { reach: Called::Chosen.code().to_owned(), rules: plan.rules.trim().to_owned(), chosen };
    Ok(actions::carrying::offer(&state.app, state.viewer(&plan.vote.agent)?, &plan.vote.consultation, &form).await?)
}

async fn join(plan: &Plan, part: &Territory, here: &Here<'_>, state: &Here<'_>) -> anyhow::Result<()> {
    let call = call(plan, here, state).await?;
    let form = CarryForm { slug: plan.vote.consultation.clone(), introduction: part.introduction.trim().to_owned() };
    actions::carrying::join(&here.app, here.viewer(&part.agent)?, call, &form).await?;
    Ok(())
}

/// The call, as it arrived.
async fn call(plan: &Plan, here: &Here<'_>, state: &Here<'_>) -> anyhow::Result<Uid> {
    let slug = plan.vote.consultation.clone();
    let found = state.app.store.read(move |db| store::consultations::by_slug(db, &slug)).await?.context("no such consultation")?;
    let uri = state.app.links.call(found.id.0);
    let heard = here.app.store.read(move |db| store::carried::call_by_uri(db, &uri)).await?;
    Ok(heard.context("the call did not arrive")?.id)
}

async fn say(plan: &Plan, part: &Territory, here: &Here<'_>, state: &Here<'_>) -> anyhow::Result<()> {
    let call = call(plan, here, state).await?;
    let carried = here.app.store.read(move |db| store::carried::of_call(db, call)).await?.context("it is not carried")?;
    ensure!(carried.state()? == CarriedState::Joined, "the State did not answer");
    let raw = RawDraft { title: &part.title, body: &part.text, ..RawDraft::default() };
    let draft = Draft::parse(Kind::Proposal, &raw).map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    contributions::publish(&here.app, here.viewer(&part.by)?, &plan.vote.consultation, draft, Lang::Fr).await?;
    Ok(())
}

/// The vote of the State, as it is held by a carrier.
async fn held(here: &App, state: &Here<'_>, id: BoxId) -> anyhow::Result<BoxId> {
    let uri = state.app.links.absolute(&format!("/votes/{id}"));
    let found = here.store.read(move |db| store::tallies::by_uri(db, &uri)).await?;
    Ok(found.context("the vote did not arrive")?.box_id.to())
}

/// What is decided at home: how many could vote, and when it is published.
async fn prepare(part: &Territory, here: &Here<'_>, id: BoxId) -> anyhow::Result<()> {
    let agent = here.viewer(&part.agent)?;
    tallies::set_roll(&here.app, agent, id, &part.population, &part.source).await?;
    if part.by_hand {
        acts::publish(&here.app, agent, id).await?;
    }
    Ok(())
}

impl Here<'_> {
    fn viewer(&self, key: &str) -> anyhow::Result<Viewer> {
        self.people.get(key).copied().with_context(|| format!("{key} has no account"))
    }
}

/// Pages of what an instance carries or has carried: the consultation, the vote, and at the organiser the whole.
pub(super) async fn pages(app: &App) -> anyhow::Result<Vec<String>> {
    let slug = toml::from_str::<Plan>(PLAN)?.vote.consultation;
    let read = app.store.read(move |db| {
        let (Some(found), Some(own)) = (store::consultations::by_slug(db, &slug)?, store::instance::find(db)?) else {
            return Ok(Vec::new());
        };
        let mut pages = vec![format!("/c/{slug}"), format!("/c/{slug}/contributions")];
        for row in store::votes::of_consultation(db, found.id, VOTES_MAX)? {
            let Some(common) = store::tallies::of_box(db, row.id)?.filter(|_| row.state == BoxState::Closed.code()) else { continue };
            pages.push(format!("/c/{slug}/polls/{}", row.id.0));
            if common.organiser_id == own.collectivity_id {
                pages.push(format!("/c/{slug}/polls/{}/whole", row.id.0));
            }
        }
        Ok::<_, store::Error>(pages)
    });
    Ok(read.await?)
}

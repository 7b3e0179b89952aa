//! `parvis serve`: one instance, from the settings to the clean stop.

use std::io::Write;
use std::time::Duration;

use actions::App;
use anyhow::Context;
use axum::{Router, middleware};
use tokio::net::TcpListener;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use super::database;
use crate::config::Config;
use crate::mail::Mailer;
use crate::server::{self, Limits};
use crate::shutdown::Shutdown;
use crate::{erasures, house, limits, maps, telemetry, worker};

/// How long work on blocking threads may still take once everything else has ended.
const LAST_WORK: Duration = Duration::from_secs(3);

/// Runs one instance until SIGTERM or SIGINT.
///
/// # Errors
/// When it cannot start.
pub fn run(config: &Config) -> anyhow::Result<()> {
    on_runtime(async {
        let shutdown = Shutdown::new();
        shutdown.listen_for_signals()?;
        let app = house::open(&database(config)?, config.public_url.url(), house::clock()).await?;
        announce_set_up(&app).await?;
        keep(config, &app, &shutdown).await
    })
}

/// Runs a future on a runtime of its own, and lets blocking work end.
///
/// # Errors
/// What the future answers, or when there is no runtime.
pub fn on_runtime<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("starting the runtime")?;
    let outcome = runtime.block_on(work);
    runtime.shutdown_timeout(LAST_WORK);
    outcome
}

/// Serves an app with its worker until the stop.
///
/// # Errors
/// When a listener cannot be opened, or the mail settings cannot be used.
pub async fn keep(config: &Config, app: &App, shutdown: &Shutdown) -> anyhow::Result<()> {
    let app = &app.clone().with_source_code(config.source_code_url.as_ref().map(url::Url::as_str));
    let app = &app.clone().with_remote_pictures(config.federation.remote_pictures);
    let (app, maps) = maps::install(app.clone(), config).await?;
    let app = &app;
    erasures::hold(app, &config.data_dir).await?;
    let fed = house::federation(app, &config.federation)?;
    let mailer = Mailer::new(config)?;
    let away = tokio::spawn(worker::run_away(fed.clone(), mailer.clone(), shutdown.clone()));
    let worker = tokio::spawn(worker::run(fed.clone(), mailer, shutdown.clone()));
    let deliveries = tokio::spawn({
        let (fed, shutdown) = (fed.clone(), shutdown.clone());
        async move { federation::delivery::run(fed, shutdown.asked()).await }
    });
    let list = tokio::spawn(erasures::keep(app.clone(), config.data_dir.clone(), shutdown.clone()));
    if config.metrics_listen.is_some() {
        tokio::spawn(telemetry::backlog::watch(app.clone(), shutdown.clone()));
    }
    let outcome = open(config, house::router_with_maps(&fed, shutdown, Some(maps)), shutdown).await;
    shutdown.ask();
    worker.await.context("stopping the worker")?;
    away.await.context("stopping the questions to other servers")?;
    deliveries.await.context("stopping the deliveries")?;
    list.await.context("stopping the list of erasures")?;
    outcome
}

/// While nobody has set the instance up, each start prints a link that lets its first administrator in.
async fn announce_set_up(app: &App) -> anyhow::Result<()> {
    if let Some(path) = actions::instance::set_up_link(app).await? {
        let link = app.links.absolute(&path);
        writeln!(std::io::stdout(), "This instance is not set up yet. Open this link once to become its administrator:\n\n  {link}\n")
            .context("printing")?;
    }
    Ok(())
}

/// Serves a router with everything around it: limits, telemetry, the metrics listener. Returns after the stop.
///
/// # Errors
/// When a listener cannot be opened.
pub async fn open(config: &Config, house: Router, shutdown: &Shutdown) -> anyhow::Result<()> {
    if let Some(address) = config.metrics_listen {
        let metrics = telemetry::metrics::install()?;
        let listener = TcpListener::bind(address).await.with_context(|| format!("metrics_listen: listening on {address}"))?;
        let few = Limits { connections: 32, ..Limits::default() };
        tokio::spawn(server::serve(listener, metrics.router(), Vec::new(), few, shutdown.clone()));
        tokio::spawn(metrics.upkeep());
    }
    let listener = TcpListener::bind(config.listen).await.with_context(|| format!("listen: listening on {}", config.listen))?;
    tracing::info!(listen = %listener.local_addr()?, public_url = %config.public_url, "open");
    server::serve(listener, around(house), config.trusted_proxies.clone(), Limits::default(), shutdown.clone()).await;
    tracing::info!("closed");
    Ok(())
}

/// The layers around every route, the observing one outermost so that it sees every answer.
pub fn around(house: Router) -> Router {
    let house = limits::bound_time(limits::bound_bodies(house, limits::BODY, limits::BODY_CEILING), limits::REQUEST);
    // Tokens of forms are masked anew on every page, so compressing pages tells nothing about them (BREACH).
    let packed = CompressionLayer::new().quality(CompressionLevel::Fastest);
    house.layer(packed).layer(middleware::from_fn(telemetry::request::observe))
}

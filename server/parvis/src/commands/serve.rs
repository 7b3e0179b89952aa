//! `parvis serve`: one instance, from the settings to the clean stop.

use std::time::Duration;

use anyhow::Context;
use axum::{Router, middleware};
use tokio::net::TcpListener;

use crate::config::Config;
use crate::health::{self, Readiness};
use crate::server::{self, Limits};
use crate::shutdown::Shutdown;
use crate::{limits, telemetry};

/// How long work on blocking threads may still take once everything else has ended.
const LAST_WORK: Duration = Duration::from_secs(3);

/// Runs one instance until SIGTERM or SIGINT.
///
/// # Errors
/// When it cannot start.
pub fn run(config: &Config) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("starting the runtime")?;
    let outcome = runtime.block_on(async {
        let shutdown = Shutdown::new();
        shutdown.listen_for_signals()?;
        let house = health::router(Readiness::new(shutdown.clone()));
        open(config, house, &shutdown).await
    });
    runtime.shutdown_timeout(LAST_WORK);
    outcome
}

/// Serves a router with everything around it: limits, telemetry, the metrics listener. Returns after the stop.
///
/// # Errors
/// When a listener cannot be opened.
pub async fn open(config: &Config, house: Router, shutdown: &Shutdown) -> anyhow::Result<()> {
    if let Some(address) = config.metrics_listen {
        let metrics = telemetry::metrics::install()?;
        let listener = TcpListener::bind(address).await.with_context(|| format!("metrics_listen: listening on {address}"))?;
        tokio::spawn(server::serve(
            listener,
            metrics.router(),
            Vec::new(),
            Limits { connections: 32, ..Limits::default() },
            shutdown.clone(),
        ));
        tokio::spawn(metrics.upkeep());
    }
    let listener = TcpListener::bind(config.listen).await.with_context(|| format!("listen: listening on {}", config.listen))?;
    tracing::info!(listen = %listener.local_addr()?, public_url = %config.public_url, "open");
    server::serve(listener, around(house), config.trusted_proxies.clone(), Limits::default(), shutdown.clone()).await;
    tracing::info!("closed");
    Ok(())
}

/// The layers around every route, the observing one outermost so that it sees every answer.
fn around(house: Router) -> Router {
    let house = limits::bound_time(limits::bound_bodies(house, limits::BODY, limits::BODY_CEILING), limits::REQUEST);
    house.layer(middleware::from_fn(telemetry::request::observe))
}

//! The clean stop: who is told, and in which order.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// How long open requests may still take once the stop was asked.
pub const DRAIN: Duration = Duration::from_secs(25);

/// The word that the process is to stop: cheap to clone, heard by all clones.
#[derive(Debug, Clone)]
pub struct Shutdown {
    asked: Arc<watch::Sender<Stage>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Running,
    Draining,
    Now,
}

impl Default for Shutdown {
    fn default() -> Self {
        Self { asked: Arc::new(watch::Sender::new(Stage::Running)) }
    }
}

impl Shutdown {
    /// One that nobody has asked for yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks for the stop; asked a second time, it no longer waits for what is open.
    pub fn ask(&self) {
        self.asked.send_modify(|stage| *stage = if *stage == Stage::Running { Stage::Draining } else { Stage::Now });
    }

    /// Whether the stop was asked: `/readyz` then says no.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        *self.asked.borrow() > Stage::Running
    }

    /// Returns once the stop is asked.
    pub async fn asked(&self) {
        self.reached(Stage::Draining).await;
    }

    /// Returns once the stop is asked a second time.
    pub async fn hurried(&self) {
        self.reached(Stage::Now).await;
    }

    /// Asks for the stop at SIGTERM and at SIGINT (Ctrl-C), for as long as the process lives.
    ///
    /// # Errors
    /// When the system does not let signals be listened for.
    pub fn listen_for_signals(&self) -> anyhow::Result<()> {
        let mut terminate = signal(SignalKind::terminate()).context("listening for SIGTERM")?;
        let mut interrupt = signal(SignalKind::interrupt()).context("listening for SIGINT")?;
        let shutdown = self.clone();
        tokio::spawn(async move {
            loop {
                let name = tokio::select! { _ = terminate.recv() => "SIGTERM", _ = interrupt.recv() => "SIGINT" };
                tracing::info!(signal = name, "stopping");
                shutdown.ask();
            }
        });
        Ok(())
    }

    async fn reached(&self, stage: Stage) {
        // The sender lives in `self`, so the wait cannot fail.
        let _sender_alive = self.asked.subscribe().wait_for(|now| *now >= stage).await.is_ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn all_clones_hear_it() {
        let shutdown = Shutdown::new();
        let heard = tokio::spawn({
            let shutdown = shutdown.clone();
            async move { shutdown.asked().await }
        });
        assert!(!shutdown.is_asked());
        shutdown.ask();
        heard.await.unwrap();
        assert!(shutdown.clone().is_asked());
        shutdown.ask();
        shutdown.hurried().await;
    }
}

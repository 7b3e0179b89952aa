//! What waits, for Prometheus: jobs, deliveries to other servers, and the servers for which most of them wait (R7).

use std::collections::BTreeSet;
use std::time::Duration;

use actions::App;
use domain::Timestamp;
use metrics::gauge;

use crate::shutdown::Shutdown;

/// How often it is looked at.
const EVERY: Duration = Duration::from_secs(15);
/// Servers that are told apart: those with the longest queues.
const HOSTS: i64 = 20;

/// What waits now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Backlog {
    /// Jobs that wait or run, and those that were given up.
    pub jobs: (i64, i64),
    /// Deliveries that wait or are on their way, and those that were given up.
    pub deliveries: (i64, i64),
    /// For how many seconds the oldest delivery has been waiting.
    pub oldest: f64,
    /// The longest queues: the host, how many wait, and for how many seconds the oldest has.
    pub hosts: Vec<(String, i64, f64)>,
}

impl Backlog {
    /// Looks at what waits.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read(app: &App) -> Result<Self, store::Error> {
        let read = app.store.read(|db| {
            Ok::<_, store::Error>((store::jobs::queue(db)?, store::deliveries::depth(db)?, store::deliveries::queues(db, HOSTS, 0)?))
        });
        let (jobs, (waiting, failed, oldest), queues) = read.await?;
        let now = app.now();
        let age = |since: Timestamp| now.duration_since(since).as_secs_f64().max(0.0);
        Ok(Self {
            jobs: (jobs.waiting, jobs.failed),
            deliveries: (waiting, failed),
            oldest: oldest.map_or(0.0, |at| age(at.0)),
            hosts: queues
                .into_iter()
                .filter(|queue| queue.waiting > 0)
                .map(|queue| (queue.host, queue.waiting, age(queue.oldest.0)))
                .collect(),
        })
    }

    /// Shows it; `shown` are the servers that were shown before, so that an empty queue is shown as empty.
    pub fn show(&self, shown: &mut BTreeSet<String>) {
        #[expect(clippy::cast_precision_loss, reason = "a gauge is a float; nobody has 2^53 jobs")]
        let count = |count: i64| count as f64;
        gauge!("parvis_jobs_waiting").set(count(self.jobs.0));
        gauge!("parvis_jobs_given_up").set(count(self.jobs.1));
        gauge!("parvis_deliveries_waiting").set(count(self.deliveries.0));
        gauge!("parvis_deliveries_given_up").set(count(self.deliveries.1));
        gauge!("parvis_deliveries_oldest_seconds").set(self.oldest);
        let mut hosts = BTreeSet::new();
        for (host, waiting, oldest) in &self.hosts {
            gauge!("parvis_deliveries_host_waiting", "host" => host.clone()).set(count(*waiting));
            gauge!("parvis_deliveries_host_oldest_seconds", "host" => host.clone()).set(*oldest);
            hosts.insert(host.clone());
        }
        for gone in shown.difference(&hosts) {
            gauge!("parvis_deliveries_host_waiting", "host" => gone.clone()).set(0.0);
            gauge!("parvis_deliveries_host_oldest_seconds", "host" => gone.clone()).set(0.0);
        }
        *shown = hosts;
    }
}

/// Looks at what waits until the stop is asked.
pub async fn watch(app: App, shutdown: Shutdown) {
    let mut every = tokio::time::interval(EVERY);
    let mut shown = BTreeSet::new();
    let mut stopped = std::pin::pin!(shutdown.asked());
    loop {
        tokio::select! {
            () = &mut stopped => return,
            _ = every.tick() => match Backlog::read(&app).await {
                Ok(backlog) => backlog.show(&mut shown),
                Err(error) => tracing::warn!(%error, "cannot tell what waits"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use metrics_exporter_prometheus::PrometheusBuilder;

    #[test]
    fn a_queue_that_is_empty_again_is_shown_as_empty() {
        let recorder = PrometheusBuilder::new().build_recorder();
        metrics::with_local_recorder(&recorder, || {
            let mut shown = BTreeSet::new();
            let hosts = vec![("far.example".to_owned(), 7, 90.0)];
            Backlog { deliveries: (7, 0), oldest: 90.0, hosts, ..Backlog::default() }.show(&mut shown);
            let text = recorder.handle().render();
            for line in [
                "parvis_deliveries_waiting 7",
                "parvis_deliveries_oldest_seconds 90",
                "parvis_deliveries_host_waiting{host=\"far.example\"} 7",
            ] {
                assert!(text.contains(line), "{line} in\n{text}");
            }
            Backlog::default().show(&mut shown);
            assert!(recorder.handle().render().contains("parvis_deliveries_host_waiting{host=\"far.example\"} 0"));
        });
    }
}

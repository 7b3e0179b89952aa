//! The metrics for Prometheus: kept only when `metrics_listen` is set, and served on that listener alone.

use std::time::{Duration, SystemTime};

use anyhow::Context;
use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::routing::get;
use http::{StatusCode, header};
use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle, PrometheusRecorder};

/// Counts answers by route, method and status.
pub const REQUESTS: &str = "http_requests_total";
/// How long answers took, by route and method.
pub const DURATION: &str = "http_request_duration_seconds";
/// How many connections are open.
pub const CONNECTIONS: &str = "http_connections_open";

const STARTED: &str = "process_start_time_seconds";
const MEMORY: &str = "process_resident_memory_bytes";
const BUILD: &str = "parvis_build_info";
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

/// Starts keeping metrics, for the whole process. Call it before the server starts.
///
/// # Errors
/// When metrics are already kept.
pub fn install() -> anyhow::Result<Metrics> {
    let recorder = recorder()?;
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).map_err(|_already| anyhow::anyhow!("metrics are already kept"))?;
    describe();
    Ok(Metrics { handle })
}

/// The metrics that are kept.
#[derive(Clone)]
pub struct Metrics {
    handle: PrometheusHandle,
}

impl Metrics {
    /// The router of the metrics listener: `/metrics` and nothing else.
    pub fn router(&self) -> Router {
        Router::new().route("/metrics", get(page)).with_state(self.clone())
    }

    /// Folds what was measured into the histograms, for ever: between two scrapes raw values would pile up.
    pub async fn upkeep(self) {
        let mut every = tokio::time::interval(Duration::from_secs(5));
        loop {
            every.tick().await;
            self.handle.run_upkeep();
        }
    }
}

/// Counts one request. `None` is a request whose client went away before the answer.
pub(super) fn count_request(method: &'static str, route: &str, status: Option<StatusCode>, took: Duration) {
    let route = route.to_owned();
    let status = status.map_or_else(|| "none".to_owned(), |status| status.as_str().to_owned());
    histogram!(DURATION, "route" => route.clone(), "method" => method).record(took.as_secs_f64());
    counter!(REQUESTS, "route" => route, "method" => method, "status" => status).increment(1);
}

async fn page(State(metrics): State<Metrics>) -> impl IntoResponse {
    if let Some(bytes) = resident_memory() {
        gauge!(MEMORY).set(bytes);
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], metrics.handle.render())
}

fn recorder() -> anyhow::Result<PrometheusRecorder> {
    let builder = PrometheusBuilder::new().set_buckets_for_metric(Matcher::Full(DURATION.to_owned()), &BUCKETS);
    Ok(builder.context("the buckets of the duration histogram")?.build_recorder())
}

#[expect(clippy::disallowed_methods, reason = "the start of the process, for Prometheus")]
fn describe() {
    describe_counter!(REQUESTS, "Requests answered, by route, method and status.");
    describe_histogram!(DURATION, "Time from the head of a request to the head of its answer, in seconds.");
    describe_gauge!(CONNECTIONS, "Connections open now.");
    describe_gauge!(STARTED, "When the process started, in seconds since 1970.");
    describe_gauge!(MEMORY, "Memory of the process that is in RAM, in bytes.");
    describe_gauge!(BUILD, "Always 1; its labels tell the build.");
    let started = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64());
    gauge!(STARTED).set(started);
    gauge!(BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
}

/// Linux tells it in a file; elsewhere the metric is absent.
fn resident_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok().map(|kilobytes| kilobytes * 1024.0)
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use http::Request;
    use tower::ServiceExt;

    use super::*;

    #[test]
    fn requests_are_counted_by_route() {
        let recorder = recorder().unwrap();
        let metrics = Metrics { handle: recorder.handle() };
        metrics::with_local_recorder(&recorder, || {
            describe();
            count_request("GET", "/c/{slug}", Some(StatusCode::OK), Duration::from_millis(3));
            count_request("GET", "/c/{slug}", Some(StatusCode::OK), Duration::from_millis(300));
        });
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let text = runtime.block_on(async {
            let response = metrics.router().oneshot(Request::get("/metrics").body(Body::empty()).unwrap()).await.unwrap();
            String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
        });
        for line in [
            r#"http_requests_total{route="/c/{slug}",method="GET",status="200"} 2"#,
            r#"http_request_duration_seconds_bucket{route="/c/{slug}",method="GET",le="0.005"} 1"#,
            r#"http_request_duration_seconds_count{route="/c/{slug}",method="GET"} 2"#,
            concat!(r#"parvis_build_info{version=""#, env!("CARGO_PKG_VERSION"), r#""} 1"#),
            "process_start_time_seconds ",
        ] {
            assert!(text.contains(line), "{line} in\n{text}");
        }
    }

    #[test]
    fn memory_is_read_on_linux() {
        assert!(!cfg!(target_os = "linux") || resident_memory().is_some_and(|bytes| bytes > 1_000_000.0));
    }
}

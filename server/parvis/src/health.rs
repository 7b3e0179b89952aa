//! `/livez`: the process runs. `/readyz`: it can serve, and is not about to stop.

use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{StatusCode, header};
use tokio::sync::Mutex;

use crate::shutdown::Shutdown;

/// A check that takes longer has failed.
const CHECK_LIMIT: Duration = Duration::from_secs(2);
/// For how long an answer is good: whoever asks in a loop must not make the database write in a loop.
const FRESH: Duration = Duration::from_secs(1);

type Check = Box<dyn Fn() -> Checking + Send + Sync>;
type Checking = Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send>>;

/// What must hold for the instance to be ready.
pub struct Readiness {
    shutdown: Shutdown,
    checks: Vec<(&'static str, Check)>,
    latest: Mutex<Option<(Instant, Vec<&'static str>)>>,
}

impl Readiness {
    /// Ready until the stop is asked.
    #[must_use]
    pub fn new(shutdown: Shutdown) -> Self {
        Self { shutdown, checks: Vec::new(), latest: Mutex::new(None) }
    }

    /// Adds a check, such as a write to the database. Its name is shown to anybody; its error goes to the log only.
    #[must_use]
    pub fn check<F, R>(mut self, name: &'static str, check: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        self.checks.push((name, Box::new(move || Box::pin(check()))));
        self
    }

    /// The names of the checks that fail; callers at the same moment share one round of checks.
    #[expect(clippy::disallowed_methods, reason = "how old an answer is, on the process's own clock")]
    async fn failing(&self) -> Vec<&'static str> {
        let mut latest = self.latest.lock().await;
        if let Some((at, failing)) = latest.as_ref()
            && at.elapsed() < FRESH
        {
            return failing.clone();
        }
        let mut failing = Vec::new();
        for (name, check) in &self.checks {
            let failure = match tokio::time::timeout(CHECK_LIMIT, check()).await {
                Ok(Ok(())) => continue,
                Ok(Err(error)) => format!("{error:#}"),
                Err(_elapsed) => format!("no answer within {CHECK_LIMIT:?}"),
            };
            tracing::warn!(check = name, failure, "not ready");
            failing.push(*name);
        }
        *latest = Some((Instant::now(), failing.clone()));
        failing
    }
}

/// The routes `/livez` and `/readyz`.
pub fn router(readiness: Readiness) -> Router {
    Router::new()
        .route("/livez", get(async || answer(StatusCode::OK, "ok".to_owned())))
        .route("/readyz", get(ready))
        .with_state(Arc::new(readiness))
}

async fn ready(State(readiness): State<Arc<Readiness>>) -> Response {
    if readiness.shutdown.is_asked() {
        return answer(StatusCode::SERVICE_UNAVAILABLE, "stopping\n".to_owned());
    }
    let failing = readiness.failing().await;
    if failing.is_empty() {
        return answer(StatusCode::OK, "ok".to_owned());
    }
    answer(StatusCode::SERVICE_UNAVAILABLE, failing.iter().map(|name| format!("{name}: failing\n")).collect())
}

fn answer(status: StatusCode, text: String) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], text).into_response()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::body::{Body, to_bytes};
    use http::Request;
    use tower::ServiceExt;

    use super::*;

    async fn ask(router: &Router, path: &str) -> (u16, String) {
        let response = router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        (status, String::from_utf8(to_bytes(response.into_body(), 1000).await.unwrap().to_vec()).unwrap())
    }

    #[tokio::test]
    async fn alive_and_ready_until_the_stop() {
        let shutdown = Shutdown::new();
        let rounds = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&rounds);
        let readiness = Readiness::new(shutdown.clone()).check("database", move || {
            counted.fetch_add(1, Ordering::Relaxed);
            async { Ok(()) }
        });
        let router = router(readiness);
        assert_eq!(ask(&router, "/livez").await, (200, "ok".to_owned()));
        for _ in 0..20 {
            assert_eq!(ask(&router, "/readyz").await, (200, "ok".to_owned()));
        }
        assert!(rounds.load(Ordering::Relaxed) < 20);
        shutdown.ask();
        assert_eq!(ask(&router, "/readyz").await, (503, "stopping\n".to_owned()));
        assert_eq!(ask(&router, "/livez").await.0, 200);
    }

    #[tokio::test]
    async fn a_failing_check_is_named_and_no_more() {
        let router = router(Readiness::new(Shutdown::new()).check("database", || async { anyhow::bail!("disk full at /srv/secret") }));
        assert_eq!(ask(&router, "/readyz").await, (503, "database: failing\n".to_owned()));
    }
}

//! One log line and one measure per request, with an id that the answer carries too.

use std::fmt;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue, Method, StatusCode};
use tracing::Instrument;

/// The header that carries the id of a request back to who sent it.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What stands for the route of a request that no route took.
const NO_ROUTE: &str = "unmatched";

/// The id of a request: random, made here, never taken from the client. It is an extension of the request, so that a page may show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestId(uuid::Uuid);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.simple().fmt(f)
    }
}

impl RequestId {
    /// A new one.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0; 16];
        // Without randomness the id is all zeroes: a poor label, but no reason to refuse a request.
        let _label_only = getrandom::fill(&mut bytes);
        Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

/// The middleware: `router.layer(axum::middleware::from_fn(telemetry::request::observe))`, added last so that it sees every answer.
pub async fn observe(mut request: Request, next: Next) -> Response {
    let id = RequestId::random();
    request.extensions_mut().insert(id);
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let mut seen = Observation::begin(id, known_method(request.method()), matched);
    let span = tracing::error_span!("request", id = %id);
    let mut response = next.run(request).instrument(span).await;
    seen.status = Some(response.status());
    if let Ok(value) = HeaderValue::try_from(id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// A request under way. It is logged when dropped, so that one whose client went away leaves its line too.
struct Observation {
    id: RequestId,
    method: &'static str,
    route: Option<MatchedPath>,
    began: Instant,
    status: Option<StatusCode>,
}

impl Observation {
    #[expect(clippy::disallowed_methods, reason = "how long an answer took, on the process's own clock")]
    fn begin(id: RequestId, method: &'static str, route: Option<MatchedPath>) -> Self {
        Self { id, method, route, began: Instant::now(), status: None }
    }

    fn route(&self) -> &str {
        self.route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str)
    }
}

impl Drop for Observation {
    fn drop(&mut self) {
        let took = self.began.elapsed();
        let (method, route, id) = (self.method, self.route(), self.id);
        let duration_ms = milliseconds(took);
        match self.status {
            Some(status) if status.is_server_error() => {
                tracing::error!(request_id = %id, method, route, status = status.as_u16(), duration_ms, "request");
            }
            Some(status) => tracing::info!(request_id = %id, method, route, status = status.as_u16(), duration_ms, "request"),
            None => tracing::info!(request_id = %id, method, route, status = "none", duration_ms, "request left without an answer"),
        }
        super::metrics::count_request(method, route, self.status, took);
    }
}

/// Milliseconds with three decimals.
fn milliseconds(took: Duration) -> f64 {
    (took.as_secs_f64() * 1_000_000.0).round() / 1000.0
}

/// The method by its name, or `OTHER`: a client may invent methods, and each would be one more series.
fn known_method(method: &Method) -> &'static str {
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].into_iter().find(|known| *known == method.as_str()).unwrap_or("OTHER")
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    use axum::body::Body;
    use axum::{Router, middleware, routing::get};
    use tower::ServiceExt;
    use tracing::instrument::WithSubscriber;
    use tracing_subscriber::fmt::MakeWriter;

    use super::*;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    impl<'a> MakeWriter<'a> for Lines {
        type Writer = Self;
        fn make_writer(&'a self) -> Self {
            self.clone()
        }
    }

    #[tokio::test]
    async fn one_line_per_request_with_an_id_and_nothing_personal() {
        let lines = Lines::default();
        let subscriber = tracing_subscriber::fmt().json().flatten_event(true).with_span_list(false).with_writer(lines.clone()).finish();
        let app = Router::new().route("/@{username}", get(|| async { "hello" })).layer(middleware::from_fn(observe));
        let requests = async {
            let mut ids = Vec::new();
            for path in ["/@marie-canary?token=secret", "/nowhere/secret"] {
                let request = Request::get(path)
                    .header("x-request-id", "forged")
                    .header("x-forwarded-for", "192.0.2.77")
                    .body(Body::empty())
                    .unwrap();
                let response = app.clone().oneshot(request).await.unwrap();
                ids.push(response.headers()[REQUEST_ID].to_str().unwrap().to_owned());
            }
            ids
        };
        let ids = requests.with_subscriber(subscriber).await;
        let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        for leak in ["marie", "secret", "forged", "192.0.2"] {
            assert!(!text.contains(leak), "{text}");
        }
        let parsed: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(parsed.len(), 2);
        for (line, (id, route, status)) in parsed.iter().zip([(&ids[0], "/@{username}", 200), (&ids[1], NO_ROUTE, 404)]) {
            assert_eq!(line["request_id"], **id);
            assert_eq!(
                (line["route"].as_str(), line["status"].as_u64(), line["method"].as_str()),
                (Some(route), Some(status), Some("GET"))
            );
            assert!(line["duration_ms"].is_f64());
        }
        assert_ne!(ids[0], ids[1]);
    }

    #[test]
    fn invented_methods_are_one() {
        assert_eq!(known_method(&Method::from_bytes(b"BREW").unwrap()), "OTHER");
        assert_eq!(known_method(&Method::POST), "POST");
    }
}

//! What a request may cost: the size of its body and the time it takes.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use futures_util::{Stream, StreamExt};
use http::{HeaderMap, StatusCode, header};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

/// The largest body a route reads unless it says otherwise.
pub const BODY: usize = 1024 * 1024;
/// The largest body any route may allow itself, by `DefaultBodyLimit::max` on that route.
pub const BODY_CEILING: usize = 16 * 1024 * 1024;
/// The longest a request may take.
pub const REQUEST: Duration = Duration::from_secs(30);
/// How much of a form that is too large is read and forgotten, so that the browser hears why. Pictures of telephones are smaller.
const HEARD: usize = 128 * 1024 * 1024;
/// How long that is done.
const HEARD_FOR: Duration = Duration::from_secs(15);

/// Bounds the bodies: extractors refuse (413) more than `usual`, unless a route raises its own limit, and nothing goes beyond `ceiling`.
pub fn bound_bodies(router: Router, usual: usize, ceiling: usize) -> Router {
    router.layer(DefaultBodyLimit::max(usual)).layer(RequestBodyLimitLayer::new(ceiling)).layer(from_fn(hear_out))
}

/// Bounds the time: a request that takes longer is given up and answered 503.
/// Not 408, at which browsers send the request again by themselves.
pub fn bound_time(router: Router, limit: Duration) -> Router {
    router.layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, limit))
}

/// A form that is too large comes to its page, which says so in words; and what it still sends is taken before it is answered: a browser whose
/// connection is cut while it sends shows an error of its own, never our page. Machines are refused at once.
async fn hear_out(request: Request, next: Next) -> Response {
    if !is_form(request.headers()) {
        return next.run(request).await;
    }
    let back = Arc::new(Mutex::new(None));
    let (mut parts, body) = request.into_parts();
    // Counted as it comes, not believed: by what it says of itself it would be refused before any page is asked.
    parts.headers.remove(header::CONTENT_LENGTH);
    let lent = Lent { rest: Some(body.into_data_stream()), back: Arc::clone(&back) };
    let response = next.run(Request::from_parts(parts, Body::from_stream(lent))).await;
    let rest = back.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(rest) = rest.filter(|_| response.status() == StatusCode::PAYLOAD_TOO_LARGE) {
        // Whoever is slower than that is cut off after all.
        tokio::time::timeout(HEARD_FOR, forget(rest)).await.ok();
    }
    response
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_ascii_lowercase();
    kind.starts_with("multipart/form-data") || kind.starts_with("application/x-www-form-urlencoded")
}

/// Reads to the end, or until it is more than anybody sends by mistake.
async fn forget(mut rest: BodyDataStream) {
    let mut heard = 0_usize;
    while let Some(Ok(chunk)) = rest.next().await {
        heard = heard.saturating_add(chunk.len());
        if heard > HEARD {
            return;
        }
    }
}

/// A body that comes back when whoever reads it has had enough.
struct Lent {
    rest: Option<BodyDataStream>,
    back: Arc<Mutex<Option<BodyDataStream>>>,
}

impl Stream for Lent {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.rest.as_mut().map_or(Poll::Ready(None), |rest| Pin::new(rest).poll_next(context))
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        *self.back.lock().unwrap_or_else(PoisonError::into_inner) = self.rest.take();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use axum::routing::post;
    use tower::ServiceExt;

    use super::*;

    fn router() -> Router {
        let router = Router::new()
            .route("/usual", post(|body: String| async move { body.len().to_string() }))
            .route("/large", post(|body: String| async move { body.len().to_string() }).layer(DefaultBodyLimit::max(100)))
            .route("/slow", post(|| async { std::future::pending::<()>().await }));
        bound_time(bound_bodies(router, 10, 50), Duration::from_millis(50))
    }

    #[tokio::test]
    async fn bodies_and_time_are_bounded() {
        for (path, length, status) in
            [("/usual", 10, 200), ("/usual", 11, 413), ("/large", 50, 200), ("/large", 51, 413), ("/slow", 0, 503)]
        {
            for kind in ["text/plain", "multipart/form-data; boundary=b"] {
                let request = Request::post(path).header(header::CONTENT_TYPE, kind).header(header::CONTENT_LENGTH, length);
                let request = request.body(Body::from("x".repeat(length))).unwrap();
                assert_eq!(router().oneshot(request).await.unwrap().status().as_u16(), status, "{path} {length} {kind}");
            }
        }
    }

    #[tokio::test]
    async fn a_form_is_heard_to_its_end_before_it_is_refused_a_machine_is_not() {
        for (kind, heard) in [("multipart/form-data; boundary=b", 40), ("application/x-www-form-urlencoded", 40), ("application/json", 0)] {
            let taken = Arc::new(AtomicUsize::new(0));
            let count = Arc::clone(&taken);
            let chunks = futures_util::stream::iter(0..40).map(move |_| {
                count.fetch_add(1, Ordering::Relaxed);
                Ok::<_, axum::Error>(Bytes::from_static(b"0123456789"))
            });
            let request = Request::post("/usual").header(header::CONTENT_TYPE, kind).header(header::CONTENT_LENGTH, 400);
            let answer = router().oneshot(request.body(Body::from_stream(chunks)).unwrap()).await.unwrap();
            assert_eq!((answer.status().as_u16(), taken.load(Ordering::Relaxed)), (413, heard), "{kind}");
        }
    }
}

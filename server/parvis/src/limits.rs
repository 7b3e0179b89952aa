//! What a request may cost: the size of its body and the time it takes.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use http::StatusCode;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

/// The largest body a route reads unless it says otherwise.
pub const BODY: usize = 1024 * 1024;
/// The largest body any route may allow itself, by `DefaultBodyLimit::max` on that route.
pub const BODY_CEILING: usize = 16 * 1024 * 1024;
/// The longest a request may take.
pub const REQUEST: Duration = Duration::from_secs(30);

/// Bounds the bodies: extractors refuse (413) more than `usual`, unless a route raises its own limit, and nothing goes beyond `ceiling`.
pub fn bound_bodies(router: Router, usual: usize, ceiling: usize) -> Router {
    router.layer(DefaultBodyLimit::max(usual)).layer(RequestBodyLimitLayer::new(ceiling))
}

/// Bounds the time: a request that takes longer is given up and answered 503.
/// Not 408, at which browsers send the request again by themselves.
pub fn bound_time(router: Router, limit: Duration) -> Router {
    router.layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, limit))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::post;
    use http::Request;
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn bodies_and_time_are_bounded() {
        let router = Router::new()
            .route("/usual", post(|body: String| async move { body.len().to_string() }))
            .route("/large", post(|body: String| async move { body.len().to_string() }).layer(DefaultBodyLimit::max(100)))
            .route("/slow", post(|| async { std::future::pending::<()>().await }));
        let router = bound_time(bound_bodies(router, 10, 50), Duration::from_millis(50));
        for (path, length, status) in
            [("/usual", 10, 200), ("/usual", 11, 413), ("/large", 50, 200), ("/large", 51, 413), ("/slow", 0, 503)]
        {
            let request = Request::post(path).body(Body::from("x".repeat(length))).unwrap();
            assert_eq!(router.clone().oneshot(request).await.unwrap().status().as_u16(), status, "{path} {length}");
        }
    }
}

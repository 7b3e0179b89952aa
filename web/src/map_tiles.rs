//! The ground of the maps: tiles from our own cache, so that no reader's address goes to whoever makes them.

use crate::Web;
use actions::places::Failed;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

/// `GET /map/tiles/{zoom}/{x}/{y}`.
pub async fn serve(State(web): State<Web>, Path((zoom, x, y)): Path<(String, String, String)>) -> Response {
    let number = |text: &str| text.parse::<u32>().ok();
    let asked = number(&zoom).zip(number(&x)).zip(number(&y));
    let Some((((zoom, x), y), maps)) = asked.zip(web.maps.as_ref()) else { return refused(StatusCode::NOT_FOUND) };
    match maps.tile(zoom, x, y).await {
        Ok(tile) => {
            let mut response = tile.bytes.into_response();
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(tile.content_type));
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=604800"));
            response
        }
        Err(Failed::NotOffered) => refused(StatusCode::NOT_FOUND),
        // Whoever looks sees the empty ground, and asks again another time.
        Err(Failed::Unreachable) => refused(StatusCode::SERVICE_UNAVAILABLE),
    }
}

fn refused(status: StatusCode) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")]).into_response()
}

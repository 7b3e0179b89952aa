//! The same address serves people and servers: who asks for ActivityPub is sent from a page to the object that the page shows.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use federation::Federation;

/// Wraps both doors.
pub(crate) fn around(house: Router, fed: Federation) -> Router {
    house.layer(middleware::from_fn_with_state(fed, negotiate))
}

async fn negotiate(State(fed): State<Federation>, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_read || !federation::is_page_of_an_object(request.uri().path()) {
        return next.run(request).await;
    }
    if federation::wants_activity(request.headers())
        && let Some(object) = fed.object_behind(request.uri().path()).await
    {
        return vary(Redirect::to(&object).into_response());
    }
    vary(next.run(request).await)
}

/// Caches must keep the two answers apart.
fn vary(mut answer: Response) -> Response {
    const ACCEPT: HeaderName = header::ACCEPT;
    answer.headers_mut().append(header::VARY, HeaderValue::from(ACCEPT));
    answer
}

//! The headers that every answer carries.

use crate::Web;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue, header};

/// Nothing from elsewhere, nothing inline.
const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; \
                      manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What each header says.
const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    // Within the site the origin is still sent: it tells our forms from forged ones.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// Instead of the last one on a page that offers to ask the device where it is.
const PERMISSIONS_ASKING: &str = "camera=(), display-capture=(), geolocation=(self), microphone=(), payment=(), usb=()";

/// Beside it on a page that carries a picture within itself, for its reader only.
const POLICY_WITHIN: &str = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; \
                             manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Marks an answer that carries a picture within itself (`data:`).
#[derive(Debug, Clone, Copy)]
pub(crate) struct PicturesWithin;

/// Marks an answer that offers to ask the device of its reader where it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AsksForPlace;
/// Addresses that are secrets themselves: nobody keeps what is there, finds it, or is told whence a reader comes.
const SECRET: &str = "/preview/";
/// What is said there, whatever the answer is.
const SECRET_HEADERS: [(&str, &str); 3] =
    [("referrer-policy", "no-referrer"), ("x-robots-tag", "noindex, nofollow"), ("cache-control", "private, no-store")];

/// Two years of https only.
const HSTS: &str = "max-age=63072000; includeSubDomains";

/// The middleware that adds them.
pub async fn guard(State(web): State<Web>, request: Request, next: Next) -> Response {
    let secret = request.uri().path().starts_with(SECRET);
    let mut response = next.run(request).await;
    let within = response.extensions().get::<PicturesWithin>().is_some();
    let asks = response.extensions().get::<AsksForPlace>().is_some();
    // A file that is taken home forbids itself more than a page does.
    let stricter = response.headers_mut().remove(header::CONTENT_SECURITY_POLICY);
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if secret {
        for (name, value) in SECRET_HEADERS {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
    if within {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY_WITHIN));
    }
    if asks {
        headers.insert(HeaderName::from_static("permissions-policy"), HeaderValue::from_static(PERMISSIONS_ASKING));
    }
    if let Some(own) = stricter {
        headers.insert(header::CONTENT_SECURITY_POLICY, own);
    }
    if web.app.links.is_secure() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
    response
}

//! Every address of the people's door, by audience.

use crate::pages::{about, account, enter, language, public, set_up, sign_in, sign_up};
use crate::{Error, Web, assets, door, security, theme};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::get;

/// The largest body of a form without a file.
const FORM_MAX: usize = 1024 * 1024;

/// The people's door.
pub fn router(web: Web) -> Router {
    let pages = Router::new()
        .merge(square())
        .merge(accounts())
        .merge(office())
        .merge(words())
        .fallback(async || Error::NOT_FOUND)
        .method_not_allowed_fallback(async || Error::WrongMethod)
        .layer(from_fn_with_state(web.clone(), door::door));
    pages.merge(machines()).layer(DefaultBodyLimit::max(FORM_MAX)).layer(from_fn_with_state(web.clone(), security::guard)).with_state(web)
}

/// The square: what everybody reads, and what citizens do.
fn square() -> Router<Web> {
    public::routes()
}

/// Coming in, and one's own account.
fn accounts() -> Router<Web> {
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::by_password))
        .route("/sign-in/link", get(sign_in::show).post(sign_in::by_link))
        .route("/sign-in/sent", get(sign_in::sent))
        .route("/sign-up", get(sign_up::show).post(sign_up::send))
        .route("/sign-up/sent", get(sign_in::sent_to_newcomer))
        .route("/enter/{token}", get(enter::show).post(enter::enter))
        .route("/setup/{token}", get(set_up::show).post(set_up::send))
        .route("/sign-out", get(account::to_home).post(account::sign_out))
        .route("/account", get(account::show).post(account::change))
        .route("/account/password", get(account::show_password).post(account::change_password))
        .route("/account/sessions", get(account::to_account).post(account::sign_out_elsewhere))
        .route("/account/export", get(account::export))
        .route("/account/delete", get(account::show_delete).post(account::delete))
}

/// The back office: for everybody else it does not exist.
fn office() -> Router<Web> {
    crate::pages::office::routes()
}

/// What the house says of itself.
fn words() -> Router<Web> {
    Router::new()
        .route("/about", get(about::how))
        .route("/about/how", get(about::how))
        .route("/about/accessibility", get(about::accessibility))
        .route("/about/privacy", get(about::privacy))
        .route("/about/legal", get(about::legal))
        .route("/language", get(language::choose))
}

/// What browsers and robots ask for: no visit, no cookie.
fn machines() -> Router<Web> {
    Router::new()
        .route("/assets/{version}/{*name}", get(assets::serve))
        .route("/theme.css", get(theme::style))
        .route("/logo.svg", get(theme::logo))
        .route("/cover.svg", get(theme::home_cover))
        .route("/c/{slug}/cover.svg", get(theme::consultation_cover))
        .route("/media/{id}", get(theme::media))
        .route("/robots.txt", get(about::robots))
}

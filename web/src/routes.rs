//! Every address of the people's door, by audience. Each table makes both the router and the list of what it holds, so that they cannot
//! differ: a test goes through the whole list.

use crate::pages::{
    about, account, enter, guest, interaction, language, office, organisations, own_pages, public, public_record, set_up, sign_in, sign_up,
};
use crate::{Error, Web, assets, door, map_tiles, security, theme};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;

/// An address, and what may be asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// `get` or `post`.
    pub method: &'static str,
    /// The address, with its `{parts}`.
    pub path: &'static str,
}

/// Declares routes once: a function that makes their router, and the list of them.
///
/// `"/path" => get handler, post handler, layer LAYER;`
macro_rules! table {
    ($(#[$meta:meta])* $name:ident, $list:ident: $($path:literal => $($word:ident $what:expr),+;)+) => {
        $(#[$meta])*
        pub(crate) fn $name() -> axum::Router<$crate::Web> {
            axum::Router::new()$(.route($path, axum::routing::MethodRouter::new()$(.$word($what))+))+
        }

        $(#[$meta])*
        pub(crate) const $list: &[$crate::routes::Route] = &[
            $($($crate::routes::Route { method: stringify!($word), path: $path }),+),+
        ];
    };
}
pub(crate) use table;

/// The largest body of a form without a file.
const FORM_MAX: usize = 1024 * 1024;

/// The people's door.
pub fn router(web: Web) -> Router {
    let pages = Router::new()
        .merge(public::routes())
        .merge(public::street::routes())
        .merge(public::meetings::routes())
        .merge(public::news::routes())
        .merge(public::initiatives::routes())
        .merge(public::newsletter::routes())
        .merge(public::funding::routes())
        .merge(public::preview::routes())
        .merge(public::open_data::routes())
        .merge(accounts())
        .merge(organisations::routes())
        .merge(office::routes())
        .merge(office::meetings::routes())
        .merge(office::news::routes())
        .merge(office::initiatives::routes())
        .merge(office::newsletter::routes())
        .merge(office::funding::routes())
        .merge(office::start::routes())
        .merge(office::open_data::routes())
        .merge(words())
        .fallback(async || Error::NOT_FOUND)
        .method_not_allowed_fallback(async || Error::WrongMethod)
        .layer(from_fn_with_state(web.clone(), door::door));
    pages
        .merge(machines())
        .merge(public::open311::routes())
        .merge(public::funding::platforms())
        .layer(DefaultBodyLimit::max(FORM_MAX))
        .layer(from_fn_with_state(web.clone(), security::guard))
        .with_state(web)
}

/// Everything that the people's door answers.
pub fn all() -> impl Iterator<Item = Route> {
    let tables = [
        public::ROUTES,
        public::meetings::ROUTES,
        public::news::ROUTES,
        public::initiatives::ROUTES,
        public::newsletter::ROUTES,
        public::funding::ROUTES,
        public::preview::ROUTES,
        public::open_data::ROUTES,
        public::street::ROUTES,
        public::open311::ROUTES,
        public::funding::PLATFORMS,
        ACCOUNTS,
        organisations::ROUTES,
        office::ROUTES,
        office::meetings::ROUTES,
        office::news::ROUTES,
        office::initiatives::ROUTES,
        office::newsletter::ROUTES,
        office::funding::ROUTES,
        office::start::ROUTES,
        office::open_data::ROUTES,
        WORDS,
        MACHINES,
    ];
    // A layer around a route is none.
    tables.into_iter().flatten().copied().filter(|route| route.method != "layer")
}

table! {
    /// Coming in, and one's own account.
    accounts, ACCOUNTS:
    "/sign-in" => get sign_in::show, post sign_in::by_password;
    "/sign-in/link" => get sign_in::show, post sign_in::by_link;
    "/sign-in/sent" => get sign_in::sent;
    "/sign-in/elsewhere" => get guest::show, post guest::leave;
    "/sign-in/elsewhere/{host}" => get guest::back;
    "/authorize_interaction" => get interaction::show, post interaction::look;
    "/sign-up" => get sign_up::show, post sign_up::send;
    "/sign-up/sent" => get sign_in::sent_to_newcomer;
    "/enter/{token}" => get enter::show, post enter::enter;
    "/setup/{token}" => get set_up::show, post set_up::send;
    "/sign-out" => get account::to_home, post account::sign_out;
    "/account" => get account::show, post account::change;
    "/account/password" => get account::show_password, post account::change_password;
    "/account/sessions" => get account::to_account, post account::sign_out_elsewhere;
    "/account/export" => get account::export;
    "/account/delete" => get account::show_delete, post account::delete;
}

table! {
    /// What the house says of itself.
    words, WORDS:
    "/about" => get about::how;
    "/about/how" => get about::how;
    "/about/accessibility" => get about::accessibility;
    "/about/privacy" => get about::privacy;
    "/about/legal" => get about::legal;
    "/about/terms" => get own_pages::terms;
    "/about/help" => get own_pages::help;
    "/glossary" => get own_pages::glossary;
    "/about/source" => get about::source;
    "/language" => get language::choose;
    "/record" => get public_record::show;
    "/record/receipt/{place}" => get public_record::download;
}

table! {
    /// What browsers and robots ask for: no visit, no cookie.
    machines, MACHINES:
    "/assets/{version}/{*name}" => get assets::serve;
    "/theme.css" => get theme::style;
    "/logo.svg" => get theme::logo;
    "/cover.svg" => get theme::home_cover;
    "/c/{slug}/cover.svg" => get theme::consultation_cover;
    "/media/{id}" => get theme::media;
    "/media/elsewhere/{name}" => get theme::media_elsewhere;
    "/map/tiles/{zoom}/{x}/{y}" => get map_tiles::serve;
    "/robots.txt" => get about::robots;
    "/record/checkpoint" => get public_record::checkpoint;
    "/record/tile/{*path}" => get public_record::tile;
}

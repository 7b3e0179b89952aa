//! Reports from the street, as everybody sees them: the list, the form in three steps, a report with its history, the page that a letter opens.

pub(crate) mod blur;
mod feed;
mod groups;
mod list;
mod mail;
mod make;
mod marked;
mod offline;
mod one;

pub(super) use groups::invited;
pub(crate) use one::{Elsewhere, elsewhere};

use crate::form::UPLOAD_MAX;
use crate::routes::table;
use axum::extract::DefaultBodyLimit;

table! {
    /// The routes of the street.
    routes, ROUTES:
    "/street" => get list::show;
    "/street/new" => get make::place, post make::send, layer DefaultBodyLimit::max(UPLOAD_MAX);
    "/street/new/what" => get make::what;
    "/street/new/words" => get make::words;
    "/street/offline" => get offline::show;
    "/sw.js" => get offline::worker;
    "/manifest.webmanifest" => get offline::manifest;
    "/street/sent" => get mail::sent;
    "/street/mail/{secret}" => get mail::show, post mail::confirm;
    "/street/mail/{secret}/stop" => post mail::stop;
    "/street/{number}" => get one::show;
    "/street/{number}/photo" => get one::photo;
    "/street/{number}/follow" => post one::follow;
    "/street/{number}/unfollow" => post one::unfollow;
    "/feeds/street.atom" => get feed::show;
}

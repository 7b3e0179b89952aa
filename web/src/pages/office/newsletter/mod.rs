//! The newsletter in the back office: how many get it, its issues written, tried out and sent.

mod edit;
mod edit_page;
mod list;

use crate::routes::table;

table! {
    /// The routes of the newsletter in the back office.
    routes, ROUTES:
    "/admin/newsletter" => get list::show;
    "/admin/newsletter/new" => get edit::begin, post edit::create;
    "/admin/newsletter/{issue}" => get edit::show, post edit::save;
    "/admin/newsletter/{issue}/try" => post edit::try_out;
    "/admin/newsletter/{issue}/send" => post edit::send;
    "/admin/newsletter/{issue}/remove" => post edit::remove;
}

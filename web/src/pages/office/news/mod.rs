//! What the collectivity tells, in the back office: news written and published, articles that people propose.

mod decide;
mod edit;
mod edit_page;
mod list;

use crate::routes::table;

table! {
    /// The routes of news in the back office.
    routes, ROUTES:
    "/admin/news" => get list::show;
    "/admin/news/new" => get edit::begin, post edit::create;
    "/admin/news/{article}" => get edit::show, post edit::save;
    "/admin/news/{article}/publish" => post edit::publish;
    "/admin/news/{article}/remove" => post edit::remove;
    "/admin/news/{article}/withdraw" => post decide::withdraw;
    "/admin/news/{article}/accept" => post decide::accept;
    "/admin/news/{article}/refuse" => post decide::refuse;
}

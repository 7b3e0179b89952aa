//! Initiatives and petitions in the back office: what waits for a decision or an answer, the collectivity's own, the rules of petitions.

mod list;
mod new;
mod one;
mod rules;

use super::desk::{self, Desk, Section};
use crate::routes::table;

table! {
    /// The routes of initiatives in the back office.
    routes, ROUTES:
    "/admin/initiatives" => get list::show;
    "/admin/initiatives/new" => get new::begin, post new::create;
    "/admin/initiatives/rules" => get rules::show, post rules::save;
    "/admin/initiatives/{initiative}" => get one::show;
    "/admin/initiatives/{initiative}/admit" => post one::admit;
    "/admin/initiatives/{initiative}/decline" => post one::decline;
    "/admin/initiatives/{initiative}/answer" => post one::answer;
    "/admin/initiatives/{initiative}/end" => post one::end;
}

//! Organisations as their members see them: in whose name one acts, who is invited, what was done in whose name.

mod ask;
pub(crate) mod fields;
mod manage;
mod members;
mod mine;
pub(crate) mod recognitions;

use crate::routes::table;

table! {
    /// The routes of members.
    routes, ROUTES:
    "/organisations" => get mine::show, post mine::answer;
    "/organisations/new" => get ask::show, post ask::send;
    "/organisations/{username}" => get manage::show, post manage::change;
    "/organisations/{username}/recognitions" => post recognitions::answer;
    "/organisations/{username}/members" => get members::to_page, post members::invite;
    "/organisations/{username}/members/remove" => post members::remove;
    "/organisations/{username}/members/uninvite" => post members::uninvite;
}

//! Organisations as their members see them: in whose name one acts, who is invited, what was done in whose name.

pub(crate) mod accreditations;
mod ask;
pub(crate) mod fields;
mod manage;
mod members;
mod mine;

use crate::routes::table;

table! {
    /// The routes of members.
    routes, ROUTES:
    "/organisations" => get mine::show, post mine::answer;
    "/organisations/new" => get ask::show, post ask::send;
    "/organisations/{username}" => get manage::show, post manage::change;
    "/organisations/{username}/accreditations" => post accreditations::answer;
    "/organisations/{username}/members" => get members::to_page, post members::invite;
    "/organisations/{username}/members/remove" => post members::remove;
    "/organisations/{username}/members/uninvite" => post members::uninvite;
}

//! What people are asked to do, and petitions: the lists, the page of each, the form with which one proposes another.

mod files;
mod list;
mod propose;
mod show;

use crate::routes::table;

table! {
    /// The routes of initiatives and petitions.
    routes, ROUTES:
    "/actions" => get list::acts;
    "/actions/new" => get propose::begin_act, post propose::act;
    "/actions/{initiative}" => get show::act, post show::take_part;
    "/actions/{initiative}/end" => post show::end;
    "/c/{slug}/actions" => get list::of_consultation;
    "/petitions" => get list::petitions;
    "/petitions/new" => get propose::begin_petition, post propose::petition;
    "/petitions/{initiative}" => get show::petition, post show::take_part;
    "/petitions/{initiative}/end" => post show::end;
    "/petitions.csv" => get files::csv;
    "/feeds/actions.atom" => get files::feed;
}

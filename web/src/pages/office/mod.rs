//! The back office: what the collectivity's staff does, task first. Each page asks the permission table for its own verb.

mod answer;
mod answers;
mod compared;
mod consultations;
mod cover;
mod desk;
mod editor;
mod follows;
mod held;
mod hide;
mod home;
mod journal;
mod moderation;
mod network;
mod pabulib_faults;
mod phases;
mod presets;
mod rules;
mod settings;
mod show;
mod themes;
mod user;
mod users;
mod voices;
mod wizard;

use crate::form::UPLOAD_MAX;
use crate::pages::public;
use crate::routes::table;
use axum::extract::DefaultBodyLimit;

table! {
    /// The routes of the back office, and what the staff does on a contribution's own address.
    routes, ROUTES:
    "/admin" => get home::show;
    "/admin/consultations" => get consultations::list;
    "/admin/consultations/new" => get wizard::show, post wizard::create;
    "/admin/consultations/{slug}" => get editor::show, post editor::save;
    "/admin/consultations/{slug}/preview" => get public::preview;
    "/admin/consultations/{slug}/publish" => post editor::publish;
    "/admin/consultations/{slug}/voices" => post voices::save;
    "/admin/consultations/{slug}/phases" => get phases::show, post phases::save;
    "/admin/consultations/{slug}/themes" => get themes::show, post themes::save;
    "/admin/consultations/{slug}/cover" => get cover::show, post cover::save, layer DefaultBodyLimit::max(UPLOAD_MAX);
    "/admin/consultations/{slug}/cover/remove" => post cover::remove;
    "/admin/rules" => get rules::show, post rules::compare, layer DefaultBodyLimit::max(UPLOAD_MAX);
    "/admin/answers" => get answers::list;
    "/admin/answers/received" => post answers::receive;
    "/c/{slug}/p/{id}/answer" => get answer::show, post answer::publish;
    "/c/{slug}/p/{id}/recognise" => post answer::recognise;
    "/c/{slug}/p/{id}/hide" => get hide::show, post hide::hide;
    "/c/{slug}/p/{id}/restore" => post hide::restore;
    "/admin/moderation" => get moderation::show, post moderation::decide;
    "/admin/moderation/release" => post held::release;
    "/admin/moderation/decline" => post held::decline;
    "/admin/users" => get users::list;
    "/admin/users/{username}" => get user::show;
    "/admin/users/{username}/role" => post user::change_role;
    "/admin/users/{username}/suspend" => post user::suspend;
    "/admin/users/{username}/reinstate" => post user::reinstate;
    "/admin/journal" => get journal::show;
    "/admin/network" => get network::queue;
    "/admin/network/hurry" => post network::hurry;
    "/admin/network/servers" => get network::servers, post network::decide;
    "/admin/network/follows" => get follows::show, post follows::ask;
    "/admin/network/follows/stop" => post follows::stop;
    "/admin/settings" => get settings::show, post settings::save;
    "/admin/settings/{picture}/remove" => post settings::remove_picture;
    "/admin/settings/{picture}" => post settings::picture, layer DefaultBodyLimit::max(UPLOAD_MAX);
}

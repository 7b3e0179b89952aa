//! The back office: what the collectivity's staff does, task first. Each page asks the permission table for its own verb.

mod answer;
mod answers;
mod consultations;
mod cover;
mod desk;
mod editor;
mod hide;
mod home;
mod journal;
mod moderation;
mod phases;
mod presets;
mod settings;
mod show;
mod themes;
mod user;
mod users;
mod wizard;

use crate::Web;
use crate::form::UPLOAD_MAX;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The routes of the back office, and what the staff does on a contribution's own address.
pub fn routes() -> Router<Web> {
    Router::new()
        .route("/admin", get(home::show))
        .route("/admin/consultations", get(consultations::list))
        .route("/admin/consultations/new", get(wizard::show).post(wizard::create))
        .route("/admin/consultations/{slug}", get(editor::show).post(editor::save))
        .route("/admin/consultations/{slug}/publish", post(editor::publish))
        .route("/admin/consultations/{slug}/phases", get(phases::show).post(phases::save))
        .route("/admin/consultations/{slug}/themes", get(themes::show).post(themes::save))
        .route("/admin/consultations/{slug}/cover", get(cover::show).post(cover::save).layer(DefaultBodyLimit::max(UPLOAD_MAX)))
        .route("/admin/consultations/{slug}/cover/remove", post(cover::remove))
        .route("/admin/answers", get(answers::list))
        .route("/admin/answers/received", post(answers::receive))
        .route("/c/{slug}/p/{id}/answer", get(answer::show).post(answer::publish))
        .route("/c/{slug}/p/{id}/recognise", post(answer::recognise))
        .route("/c/{slug}/p/{id}/hide", get(hide::show).post(hide::hide))
        .route("/c/{slug}/p/{id}/restore", post(hide::restore))
        .route("/admin/moderation", get(moderation::show).post(moderation::decide))
        .route("/admin/users", get(users::list))
        .route("/admin/users/{username}", get(user::show))
        .route("/admin/users/{username}/role", post(user::change_role))
        .route("/admin/users/{username}/suspend", post(user::suspend))
        .route("/admin/users/{username}/reinstate", post(user::reinstate))
        .route("/admin/journal", get(journal::show))
        .route("/admin/settings", get(settings::show).post(settings::save))
        .route("/admin/settings/{picture}/remove", post(settings::remove_picture))
        .route("/admin/settings/{picture}", post(settings::picture).layer(DefaultBodyLimit::max(UPLOAD_MAX)))
}

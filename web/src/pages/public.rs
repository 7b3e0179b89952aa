//! What everybody reads, and what citizens do: the square in front of the house.

mod atom;
mod consultation;
mod consultations;
mod contribution;
mod contribution_form;
mod contributions;
mod csv;
mod feeds;
mod head;
mod highlight;
mod home;
mod items;
mod list_query;
mod load;
mod offer;
mod person;
mod reply;
mod report;
mod results;
mod rich;
mod search;
mod seed;
mod states;
mod support;
mod teasers;
mod thread;
mod versions;
mod withdraw;

use crate::Web;
use axum::Router;
use axum::routing::{get, post};

/// The routes of the square.
pub fn routes() -> Router<Web> {
    reading().merge(taking_part()).merge(feeds_and_files())
}

fn reading() -> Router<Web> {
    Router::new()
        .route("/", get(home::show))
        .route("/c", get(consultations::list))
        .route("/c/{slug}", get(consultation::show))
        .route("/c/{slug}/contributions", get(contributions::list))
        .route("/c/{slug}/results", get(results::list))
        .route("/c/{slug}/p/{id}", get(contribution::show))
        .route("/c/{slug}/p/{id}/versions", get(versions::show))
        .route("/search", get(search::show))
        .route("/@{username}", get(person::show))
}

fn taking_part() -> Router<Web> {
    Router::new()
        .route("/c/{slug}/new", get(contribution_form::begin).post(contribution_form::publish))
        .route("/c/{slug}/p/{id}/edit", get(contribution_form::open).post(contribution_form::save))
        .route("/c/{slug}/p/{id}/withdraw", get(withdraw::show).post(withdraw::withdraw))
        .route("/c/{slug}/p/{id}/support", post(support::toggle))
        .route("/c/{slug}/p/{id}/reply", get(reply::show).post(reply::publish))
        .route("/c/{slug}/p/{id}/report", get(report::show).post(report::send))
}

fn feeds_and_files() -> Router<Web> {
    Router::new()
        .route("/feeds/consultations.atom", get(feeds::consultations))
        .route("/c/{slug}/feed.atom", get(feeds::consultation))
        .route("/c/{slug}/p/{id}/feed.atom", get(feeds::contribution))
        .route("/@{username}/feed.atom", get(feeds::person))
        .route("/c/{slug}/contributions.csv", get(csv::download))
}

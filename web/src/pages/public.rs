//! What everybody reads, and what citizens do: the square in front of the house.

mod atom;
mod consultation;
mod consultations;
mod contribution;
mod contribution_form;
mod contributions;
mod csv;
mod elsewhere;
mod feeds;
mod head;
mod highlight;
mod home;
mod items;
mod leaves;
mod list_query;
mod load;
mod network;
mod offer;
mod person;
mod pictures;
mod poll_words;
mod polls;
mod polls_files;
mod polls_vote;
pub(crate) mod questionnaire;
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
mod ways;
mod whence;
mod withdraw;

pub(crate) use consultation::preview;
pub(crate) use csv::line as csv_line;
pub(crate) use home::Front;
pub(crate) use network::is_shown as has_neighbours;
pub(crate) use polls::preview as preview_poll;
pub(crate) use ways::details;
pub(crate) use whence::Whence;

use crate::form::UPLOAD_MAX;
use crate::routes::table;
use axum::extract::DefaultBodyLimit;

table! {
    /// The routes of the square: reading, taking part, feeds and files.
    routes, ROUTES:
    "/" => get home::show;
    "/c" => get consultations::list;
    "/c/{slug}" => get consultation::show;
    "/c/{slug}/contributions" => get contributions::list;
    "/c/{slug}/results" => get results::list;
    "/c/{slug}/p/{id}" => get contribution::show;
    "/c/{slug}/p/{id}/versions" => get versions::show;
    "/c/{slug}/polls" => get polls::list;
    "/c/{slug}/polls/{poll}" => get polls::show, post polls_vote::vote;
    "/c/{slug}/polls/{poll}/receipt" => get polls_vote::receipt;
    "/c/{slug}/polls/{poll}/check" => get polls_vote::ask_receipt, post polls_vote::check;
    "/c/{slug}/polls/{poll}/ballots.csv" => get polls_files::ballots;
    "/c/{slug}/votes/{poll}/enter" => get ways::show;
    "/c/{slug}/votes/{poll}/enter/code" => post ways::by_code;
    "/c/{slug}/votes/{poll}/enter/list" => post ways::by_entry;
    "/c/{slug}/votes/{poll}/enter/mail" => post ways::by_mail;
    "/c/{slug}/votes/{poll}/mail/{token}" => get ways::show_mail, post ways::use_mail;
    "/search" => get search::show;
    "/network" => get network::show;
    "/elsewhere" => get elsewhere::show, post elsewhere::send;
    "/@{username}" => get person::show;
    "/c/{slug}/new" => get contribution_form::begin, post contribution_form::publish;
    "/c/{slug}/p/{id}/edit" => get contribution_form::open, post contribution_form::save;
    "/c/{slug}/p/{id}/withdraw" => get withdraw::show, post withdraw::withdraw;
    "/c/{slug}/p/{id}/support" => post support::toggle;
    "/c/{slug}/p/{id}/reply" => get reply::show, post reply::publish;
    "/c/{slug}/p/{id}/report" => get report::show, post report::send;
    "/feeds/consultations.atom" => get feeds::consultations;
    "/c/{slug}/feed.atom" => get feeds::consultation;
    "/c/{slug}/p/{id}/feed.atom" => get feeds::contribution;
    "/@{username}/feed.atom" => get feeds::person;
    "/c/{slug}/contributions.csv" => get csv::download;
    "/c/{slug}/q/{form}" => get questionnaire::show, post questionnaire::start;
    "/c/{slug}/q/{form}/results" => get questionnaire::results;
    "/c/{slug}/q/{form}/confirm/{token}" => get questionnaire::show_confirmation, post questionnaire::confirm;
    "/c/{slug}/q/{form}/r/{key}" => get questionnaire::fill, post questionnaire::save, layer DefaultBodyLimit::max(UPLOAD_MAX);
    "/c/{slug}/q/{form}/r/{key}/send" => get questionnaire::show_send, post questionnaire::send;
    "/c/{slug}/q/{form}/r/{key}/later" => get questionnaire::show_later, post questionnaire::later;
    "/c/{slug}/q/{form}/r/{key}/erase" => post questionnaire::erase;
}

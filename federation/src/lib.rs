//! The door to other servers: what they read and post here, what they are told. ActivityPub words live only here.

mod accept;
mod actors;
mod audience;
pub mod client;
pub mod delivery;
pub mod documents;
mod inbox;
mod interpret;
mod jobs;
mod keyring;
mod local;
pub mod nodeinfo;
mod objects;
mod outbox;
mod pages;
mod policy;
mod polls;
pub mod proof;
mod relay;
mod replies;
mod routes;
mod service;
pub mod signature;
mod tallies;
mod visitors;
mod wording;
pub mod words;

pub use accept::wants_activity;
pub use pages::is_page_of_an_object;
pub use policy::{Mode, Policy};
pub use routes::routes;
pub use service::{Error, Federation, Settings, Signers};
pub use wording::{Phrase, Wording};

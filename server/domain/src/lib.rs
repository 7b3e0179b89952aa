//! What is true: the types and rules of a consultation network. Pure: no I/O, no clock, no randomness, no serialisation, no database.
//! Time and ids come in as arguments; refusals carry no human text.

pub mod actor;
pub mod answer;
pub mod article;
pub mod budget;
pub mod carrying;
pub mod colour;
pub mod commitment;
pub mod consultation;
pub mod contribution;
pub mod cover;
pub mod credential;
pub mod difference;
pub mod event;
mod event_kinds;
mod happened;
pub mod id;
pub mod lang;
pub mod letter_code;
pub mod links;
pub mod listing;
pub mod markup;
pub mod meeting;
pub mod moderation;
pub mod newsletter;
pub mod organisation;
pub mod own_page;
pub mod permission;
pub mod personal;
pub mod place;
pub mod questionnaire;
pub mod reach;
mod recorded;
pub mod refusal;
pub mod risk;
pub mod search;
pub mod street;
pub mod territory;
pub mod text;
pub mod trust;
pub mod visible;
pub mod vote;
pub mod words;

pub use jiff::Timestamp;

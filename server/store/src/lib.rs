//! What is remembered: the only crate that knows diesel and SQL. Functions take a connection, so that they compose in any transaction;
//! only `actions` opens a write transaction (the job bookkeeping apart).

pub mod accounts;
pub mod activities;
pub mod actors;
pub mod answers;
pub mod backup;
pub mod barriers;
pub mod budget;
pub mod column;
mod conn;
pub mod consultations;
pub mod contributions;
pub mod deliveries;
mod error;
pub mod follows;
pub mod guests;
pub mod imports;
pub mod instance;
pub mod jobs;
pub mod journal;
pub mod keys;
pub mod letters;
pub mod media;
mod migrate;
pub mod mirrored;
pub mod moderation;
pub mod paper;
pub mod peers;
pub mod questionnaires;
pub mod recalls;
pub mod received;
pub mod remote_actors;
pub mod remote_pictures;
pub mod responses;
mod schema;
pub mod search;
pub mod sessions;
pub mod sides;
pub mod signals;
mod store_handle;
pub mod supports;
pub mod tallies;
pub mod testing;
mod uncounted;
pub mod views;
pub mod votes;
pub mod ways;
mod writer;

pub use column::{At, Uid};
pub use conn::{Database, Db};
pub use error::Error;
pub use store_handle::Store;

/// The result of a query.
pub type Result<T> = std::result::Result<T, Error>;

//! The door for people: HTML pages, forms and feeds, in three languages, that work without JavaScript.

pub mod abroad;
pub mod address;
pub mod assets;
mod budget;
mod commitments;
pub mod cookies;
pub mod csrf;
pub mod dates;
pub mod door;
pub mod error;
pub mod form;
mod ics;
pub mod letters;
mod memo;
mod money;
pub mod page;
pub mod pages;
mod percent;
mod print;
pub mod routes;
pub mod security;
pub mod texts;
pub mod theme;
pub mod viewer;

pub use address::ClientAddress;
pub use error::{Error, Reply};
pub use routes::router;

use actions::App;
use actions::outside::{Openness, Outside};
use std::sync::Arc;

/// The state of every page. Cheap to clone.
#[derive(Clone)]
pub struct Web {
    /// What actions need.
    pub app: App,
    /// The door to other servers, if there is one.
    pub(crate) outside: Option<Arc<dyn Outside>>,
    /// What the home page shows, the same for everybody.
    pub(crate) home: memo::Memo<pages::Front>,
    /// Whether the collectivity follows somebody elsewhere.
    pub(crate) followed: memo::Memo<bool>,
}

impl Web {
    /// The door of this app.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self { app, outside: None, home: memo::Memo::default(), followed: memo::Memo::default() }
    }

    /// The same, with a door to other servers behind it.
    #[must_use]
    pub fn with_outside(mut self, outside: Arc<dyn Outside>) -> Self {
        self.outside = Some(outside);
        self
    }

    /// With which servers this instance speaks.
    #[must_use]
    pub fn openness(&self) -> Openness {
        self.outside.as_ref().map_or(Openness::Closed, |outside| outside.openness())
    }
}

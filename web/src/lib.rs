//! The door for people: HTML pages, forms and feeds, in three languages, that work without JavaScript.

pub mod abroad;
pub mod address;
mod amendments;
pub mod assets;
mod budget;
mod commitments;
pub mod cookies;
pub mod csrf;
pub mod dates;
mod difference;
pub mod door;
mod drawn_map;
pub mod error;
pub mod form;
pub mod funding;
mod ics;
mod initiatives;
pub mod letters;
pub mod map_tiles;
mod memo;
mod money;
pub mod page;
pub mod pages;
mod percent;
mod place_picker;
mod print;
pub mod routes;
pub mod security;
mod street;
pub mod texts;
pub mod theme;
pub mod viewer;

pub use address::ClientAddress;
pub use error::{Error, Reply};
pub use routes::router;

use actions::App;
use actions::outside::{Openness, Outside};
use actions::places::Maps;
use std::sync::Arc;

/// The state of every page. Cheap to clone.
#[derive(Clone)]
pub struct Web {
    /// What actions need.
    pub app: App,
    /// The door to other servers, if there is one.
    pub(crate) outside: Option<Arc<dyn Outside>>,
    /// Tiles and addresses, if there are some.
    pub(crate) maps: Option<Arc<dyn Maps>>,
    /// What the home page shows, the same for everybody.
    pub(crate) home: memo::Memo<pages::Front>,
    /// Whether the collectivity follows somebody elsewhere.
    pub(crate) followed: memo::Memo<bool>,
}

impl Web {
    /// The door of this app.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self { app, outside: None, maps: None, home: memo::Memo::default(), followed: memo::Memo::default() }
    }

    /// The same, with a door to other servers behind it.
    #[must_use]
    pub fn with_outside(mut self, outside: Arc<dyn Outside>) -> Self {
        self.outside = Some(outside);
        self
    }

    /// The same, with somebody who has maps.
    #[must_use]
    pub fn with_maps(mut self, maps: Arc<dyn Maps>) -> Self {
        self.maps = Some(maps);
        self
    }

    /// With which servers this instance speaks.
    #[must_use]
    pub fn openness(&self) -> Openness {
        self.outside.as_ref().map_or(Openness::Closed, |outside| outside.openness())
    }
}

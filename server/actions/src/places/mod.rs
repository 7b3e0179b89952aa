//! Where contributions are: what maps show, whether a consultation asks for a place, and what is drawn under the contributions.

mod ask;
mod communes;
pub mod geojson;
mod layers;
mod source;

pub use ask::ask;
pub use communes::Communes;
pub use layers::{LAYERS_MAX, add_layer, perimeter, remove_layer};
pub use source::{Address, Failed, Maps, Tile, tile_type};

use crate::{Error, Result};
use domain::contribution::Kind;
use domain::place::{Asking, Outline, PlaceFault, Spot};
use domain::text::Fault;
use store::places::Placed;
use store::{Db, Uid};

/// The field of a form that holds the place.
pub const FIELD: &str = "spot";

/// What the operator says of maps.
#[derive(Debug, Clone, PartialEq)]
pub struct MapSettings {
    /// Whether there are tiles; else maps show the outline of the territory on an empty ground.
    pub has_tiles: bool,
    /// Who made the tiles, to be said beside them.
    pub attribution: String,
    /// Finest zoom of the tiles.
    pub zoom_max: u32,
    /// The territory: empty when it is not known.
    pub territory: Outline,
    /// To how many metres a place is rounded when it leaves.
    pub rounding: u32,
}

impl Default for MapSettings {
    fn default() -> Self {
        Self { has_tiles: false, attribution: String::new(), zoom_max: 19, territory: Outline::default(), rounding: 100 }
    }
}

/// Keeps the place of a contribution that was just written or changed, and says whether it changed. What is written here must lie in the perimeter
/// of the consultation, or else in the territory (`ground`), and must be there when the consultation requires it; what comes from elsewhere is kept
/// without its place when that is wrong.
pub(crate) fn settle(
    db: &mut Db,
    ground: Option<&MapSettings>,
    (consultation, contribution): (Uid, Uid),
    kind: Kind,
    spot: Option<&Spot>,
) -> Result<bool> {
    if kind == Kind::Reply {
        return Ok(false);
    }
    let asking = if ground.is_some() { store::places::asking(db, consultation)? } else { Asking::Optional };
    let spot = match (asking, spot) {
        // The form does not show it: what is there stays there.
        (Asking::Never, _) => return Ok(false),
        (Asking::Required, None) if kind == Kind::Proposal => return Err(Error::fault(FIELD, Fault::Place(PlaceFault::Missing))),
        (Asking::Optional | Asking::Required, None) => None,
        (Asking::Optional | Asking::Required, Some(spot)) => {
            let perimeter = perimeter(db, consultation)?;
            let within = if perimeter.is_empty() { ground.map(|maps| &maps.territory) } else { Some(&perimeter) };
            match (within.is_none_or(|outline| spot.shape.inside(outline)), ground.is_some()) {
                (true, _) => Some(spot),
                (false, true) => return Err(Error::fault(FIELD, Fault::Place(PlaceFault::Outside))),
                (false, false) => None,
            }
        }
    };
    let Some(spot) = spot else { return Ok(store::places::forget(db, contribution)?) };
    let placed = Placed::new(contribution, consultation, &spot.shape, spot.address.clone(), spot.metres);
    if store::places::of(db, contribution)?.is_some_and(|old| old == placed) {
        return Ok(false);
    }
    store::places::put(db, &placed)?;
    Ok(true)
}

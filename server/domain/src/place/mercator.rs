//! Web Mercator (EPSG:3857): the square world of which web maps cut their tiles. A cell is a square of the world cut in 2³⁰ a side (4 cm at the
//! equator); shifting its numbers right by `30 − zoom` gives the tile of that zoom, by less gives squares inside of it.

use super::{Bounds, Place};

/// A cell is one of 2^this a side.
pub const WORLD_BITS: u32 = 30;
/// Side of a tile, in pixels.
pub const SIDE: u32 = 256;
/// Northernmost latitude of the square world: arctan(sinh(π)), in degrees.
pub const LATITUDE_MAX: f64 = 85.051_128_779_806_59;

/// How many cells there are a side.
const CELLS: f64 = 1_073_741_824.0;
/// Length of the equator in this projection, in metres: 2π × 6,378,137.
const EQUATOR: f64 = 40_075_016.685_578_5;

/// A square of the world: eastward from the antimeridian, southward from the northern edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Eastward, 0 to 2³⁰ − 1.
    pub x: i64,
    /// Southward, 0 to 2³⁰ − 1.
    pub y: i64,
}

impl Cell {
    /// The cell of a place.
    #[must_use]
    pub fn of(place: Place) -> Self {
        let latitude = place.latitude.clamp(-LATITUDE_MAX, LATITUDE_MAX).to_radians();
        let east = (place.longitude + 180.0) / 360.0;
        let south = (1.0 - latitude.tan().asinh() / std::f64::consts::PI) / 2.0;
        Self { x: number(east), y: number(south) }
    }

    /// The place at its middle.
    #[must_use]
    pub fn place(self) -> Place {
        place_at(fraction(self.x), fraction(self.y))
    }

    /// The square of a coarser world: of the tiles of this zoom when `zoom` is theirs (0 to 30).
    #[must_use]
    pub const fn at_zoom(self, zoom: u32) -> (i64, i64) {
        let shift = WORLD_BITS.saturating_sub(zoom);
        (self.x >> shift, self.y >> shift)
    }

    /// From the north-western cell of a box to its south-eastern one.
    #[must_use]
    pub fn corners(bounds: &Bounds) -> (Self, Self) {
        let at = |latitude, longitude| Self::of(Place { latitude, longitude });
        (at(bounds.north, bounds.west), at(bounds.south, bounds.east))
    }
}

/// How much ground a pixel of a tile shows, in metres.
#[must_use]
pub fn metres_per_pixel(latitude: f64, zoom: u32) -> f64 {
    EQUATOR * latitude.to_radians().cos() / (f64::from(SIDE) * 2f64.powi(i32::try_from(zoom.min(WORLD_BITS)).unwrap_or(0)))
}

#[expect(clippy::cast_possible_truncation, reason = "it is bounded on both sides")]
fn number(part: f64) -> i64 {
    (part * CELLS).floor().clamp(0.0, CELLS - 1.0) as i64
}

#[expect(clippy::cast_precision_loss, reason = "cells have 30 bits, a double 53")]
fn fraction(number: i64) -> f64 {
    (number as f64 + 0.5) / CELLS
}

fn place_at(east: f64, south: f64) -> Place {
    let latitude = (std::f64::consts::PI * 2.0f64.mul_add(-south, 1.0)).sinh().atan().to_degrees();
    Place { latitude: latitude.clamp(-LATITUDE_MAX, LATITUDE_MAX), longitude: east.mul_add(360.0, -180.0).clamp(-180.0, 180.0) }
}

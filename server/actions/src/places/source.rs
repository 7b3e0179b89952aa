//! What pages may ask of whoever has maps: the tiles of the ground, and where an address is. Asked within a bounded time; nothing of a reader
//! goes along.

use crate::outside::Answer;
use domain::place::Place;
use image::{ImageFormat, ImageReader};
use std::io::Cursor;

/// A piece of the ground: an image, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Its type, from a closed list.
    pub content_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// An address that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// In words.
    pub label: String,
    /// Where.
    pub place: Place,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// There is none: no service, a zoom or a place that is not offered.
    NotOffered,
    /// The service cannot be reached, is slow, busy, or answers nonsense.
    Unreachable,
}

/// Largest side of a tile, in pixels: twice the usual for fine screens.
const SIDE_MAX: u32 = 1_024;

/// The type of what is a tile: a PNG, JPEG or WebP of a size that tiles have. It is read no further than its head.
#[must_use]
pub fn tile_type(bytes: &[u8]) -> Option<&'static str> {
    let format = image::guess_format(bytes).ok()?;
    let content_type = match format {
        ImageFormat::Png => "image/png",
        ImageFormat::Jpeg => "image/jpeg",
        ImageFormat::WebP => "image/webp",
        _ => return None,
    };
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().ok()?;
    ((1..=SIDE_MAX).contains(&width) && (1..=SIDE_MAX).contains(&height)).then_some(content_type)
}

/// Whoever has maps.
pub trait Maps: Send + Sync {
    /// A tile of the ground (EPSG:3857): zoom, eastward, southward.
    fn tile(&self, zoom: u32, x: u32, y: u32) -> Answer<'_, Result<Tile, Failed>>;

    /// The addresses that answer to these words, best first, a handful; near a place, if one is given. Towns, when the service of addresses
    /// cannot be reached.
    fn search<'a>(&'a self, words: &'a str, near: Option<Place>) -> Answer<'a, Result<Vec<Address>, Failed>>;

    /// Whether there is anything to search in.
    fn searches(&self) -> bool;
}

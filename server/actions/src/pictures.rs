//! Pictures that people send: checked before they are decoded, decoded with limits, turned upright, made smaller and encoded anew, so that
//! nothing of the original bytes (places, cameras, hidden files) is ever served.

use std::io::Cursor;

use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::MediaId;
use domain::permission::{self, OfficeVerb};
use domain::text::{self, Fault};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use store::media::Media;
use store::{At, Uid};

use crate::{App, Error, Result};

/// Heaviest file, in bytes.
pub const BYTES_MAX: usize = 8 * 1024 * 1024;
/// Most pixels.
const PIXELS_MAX: u64 = 40_000_000;
/// Most memory a decoded picture may take, in bytes: 40 million pixels of four bytes, with room to work.
const DECODED_MAX: u64 = 256 * 1024 * 1024;
/// Quality of the photographs that are kept.
const QUALITY: u8 = 82;

/// What a picture is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// The collectivity's logo.
    Logo,
    /// The picture of the home page.
    Banner,
    /// The picture of the consultation with this slug.
    Cover(String),
}

impl Use {
    /// Longest side that is kept, in pixels.
    const fn side(&self) -> u32 {
        match self {
            Self::Logo => 512,
            Self::Banner | Self::Cover(_) => 1600,
        }
    }
}

/// A part of a picture that is covered, in thousandths of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// From the left.
    pub left: u32,
    /// From the top.
    pub top: u32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// A picture that was encoded anew.
pub(crate) struct Encoded {
    pub(crate) content_type: &'static str,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) bytes: Vec<u8>,
}

/// Keeps a picture and shows it in its place. `alt` says what it shows; empty when it only decorates.
///
/// # Errors
/// A refusal of the permission table, `NotAPicture` or `TooHeavy` on `picture`, a faulty `alt`, or the store's failure.
pub async fn store(app: &App, viewer: Viewer, bytes: Vec<u8>, alt: &str, place: Use) -> Result<MediaId> {
    let verb = match place {
        Use::Logo | Use::Banner => OfficeVerb::ChangeSettings,
        Use::Cover(_) => OfficeVerb::PrepareConsultation,
    };
    permission::may_in_office(viewer, verb)?;
    let alt = text::bounded_line(alt, 0, text::TITLE_MAX).map_err(|fault| Error::fault("alt", fault))?;
    let encoded = in_turn(app, bytes, place.side(), place == Use::Logo).await?;
    let (now, id) = (app.now(), app.new_id::<MediaId>());
    app.store
        .write(move |db| {
            let size = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
            let new = Media {
                id: Uid::of(id),
                content_type: encoded.content_type.to_owned(),
                width: size(encoded.width),
                height: size(encoded.height),
                alt,
                bytes: encoded.bytes,
                created_at: At(now),
            };
            store::media::insert(db, &new)?;
            put_in_place(db, &place, Some(new.id))?;
            let event = Event::new(EventKind::PictureStored).by(viewer.actor).on(id);
            Ok::<(), Error>(store::journal::append(db, &event, now)?)
        })
        .await?;
    app.forget_instance();
    Ok(id)
}

/// A picture encoded anew, with these parts covered: what was there cannot be found again in what is given back.
///
/// # Errors
/// `NotAPicture` or `TooHeavy` on `picture`.
pub async fn covered(app: &App, bytes: Vec<u8>, parts: Vec<Part>) -> Result<Vec<u8>> {
    Ok(in_turn_covered(app, bytes, Use::Banner.side(), (false, parts)).await?.bytes)
}

/// Encodes a picture anew when it is its turn: decoding takes much memory.
pub(crate) async fn in_turn(app: &App, bytes: Vec<u8>, side: u32, keeps_alpha: bool) -> Result<Encoded> {
    in_turn_covered(app, bytes, side, (keeps_alpha, Vec::new())).await
}

/// The same, with parts covered.
pub(crate) async fn in_turn_covered(app: &App, bytes: Vec<u8>, side: u32, (keeps_alpha, parts): (bool, Vec<Part>)) -> Result<Encoded> {
    let turn = app.limits.decoding.clone().acquire_owned().await.map_err(|error| Error::Broken(error.to_string()))?;
    let work = move || {
        let _turn = turn;
        encode_covered(&bytes, side, keeps_alpha, &parts)
    };
    let encoded = tokio::task::spawn_blocking(work).await;
    encoded.map_err(|error| Error::Broken(error.to_string()))?.map_err(|fault| Error::fault("picture", fault))
}

/// Takes a picture away.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn remove(app: &App, viewer: Viewer, place: Use) -> Result<()> {
    let verb = match place {
        Use::Logo | Use::Banner => OfficeVerb::ChangeSettings,
        Use::Cover(_) => OfficeVerb::PrepareConsultation,
    };
    permission::may_in_office(viewer, verb)?;
    let now = app.now();
    app.store
        .write(move |db| {
            put_in_place(db, &place, None)?;
            Ok::<(), Error>(store::journal::append(db, &Event::new(EventKind::SettingsChanged).by(viewer.actor).detail("picture"), now)?)
        })
        .await?;
    app.forget_instance();
    Ok(())
}

/// Shows a picture in its place; the one that was there goes.
fn put_in_place(db: &mut store::Db, place: &Use, picture: Option<Uid>) -> Result<()> {
    let old = match place {
        Use::Logo | Use::Banner => {
            let instance = store::instance::find(db)?.ok_or(store::Error::NotFound)?;
            if *place == Use::Logo {
                store::instance::set_logo(db, picture)?;
                instance.logo_id
            } else {
                store::instance::set_banner(db, picture)?;
                instance.banner_id
            }
        }
        Use::Cover(slug) => {
            let (consultation, _) = crate::subject::consultation(db, slug)?;
            store::consultations::set_cover(db, consultation.id, picture)?;
            consultation.cover_id
        }
    };
    if let Some(old) = old {
        store::media::remove(db, old)?;
    }
    Ok(())
}

/// Checks, decodes and encodes anew.
pub(crate) fn encode(bytes: &[u8], side: u32, keeps_alpha: bool) -> std::result::Result<Encoded, Fault> {
    encode_covered(bytes, side, keeps_alpha, &[])
}

/// Checks, decodes, covers and encodes anew.
fn encode_covered(bytes: &[u8], side: u32, keeps_alpha: bool, parts: &[Part]) -> std::result::Result<Encoded, Fault> {
    if bytes.len() > BYTES_MAX {
        return Err(Fault::TooHeavy(BYTES_MAX));
    }
    let format = sniff(bytes).ok_or(Fault::NotAPicture)?;
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(|_broken| Fault::NotAPicture)?;
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(Fault::TooHeavy(BYTES_MAX));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(DECODED_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_broken| Fault::NotAPicture)?;
    if decoder.total_bytes() > DECODED_MAX {
        return Err(Fault::TooHeavy(BYTES_MAX));
    }
    let orientation = decoder.orientation().map_err(|_broken| Fault::NotAPicture)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_broken| Fault::NotAPicture)?;
    picture.apply_orientation(orientation);
    if picture.width() > side || picture.height() > side {
        picture = picture.resize(side, side, image::imageops::FilterType::CatmullRom);
    }
    if !parts.is_empty() {
        picture = cover(&picture, parts);
    }
    let (content_type, bytes) =
        if keeps_alpha && picture.color().has_alpha() { ("image/png", png(&picture)) } else { ("image/jpeg", jpeg(&picture)) };
    let bytes = bytes.map_err(|_broken| Fault::NotAPicture)?;
    Ok(Encoded { content_type, width: picture.width(), height: picture.height(), bytes })
}

/// Fills each part with the one colour that is its mean: blurs can be undone, a mean cannot.
fn cover(picture: &DynamicImage, parts: &[Part]) -> DynamicImage {
    let mut pixels = picture.to_rgb8();
    let (width, height) = pixels.dimensions();
    let at = |thousandths: u32, of: u32| u32::try_from(u64::from(thousandths.min(1000)) * u64::from(of) / 1000).unwrap_or(of);
    for part in parts {
        let (left, top) = (at(part.left, width), at(part.top, height));
        let (right, bottom) = (at(part.left.saturating_add(part.width), width), at(part.top.saturating_add(part.height), height));
        let (mut sums, mut count) = ([0u64; 3], 0u64);
        for (x, y) in (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))) {
            for (sum, value) in sums.iter_mut().zip(pixels.get_pixel(x, y).0) {
                *sum += u64::from(value);
            }
            count += 1;
        }
        let mean = image::Rgb(sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)));
        for (x, y) in (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))) {
            pixels.put_pixel(x, y, mean);
        }
    }
    DynamicImage::from(pixels)
}

/// The format by the first bytes, whatever the name says; only three are accepted.
fn sniff(bytes: &[u8]) -> Option<ImageFormat> {
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        return Some(ImageFormat::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        return Some(ImageFormat::Png);
    }
    (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")).then_some(ImageFormat::WebP)
}

fn png(picture: &DynamicImage) -> image::ImageResult<Vec<u8>> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(picture.to_rgba8()).write_to(&mut out, ImageFormat::Png)?;
    Ok(out.into_inner())
}

/// Transparent parts become white: JPEG has none.
fn jpeg(picture: &DynamicImage) -> image::ImageResult<Vec<u8>> {
    let mut flat = image::RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255, 255, 255, 255]));
    image::imageops::overlay(&mut flat, &picture.to_rgba8(), 0, 0);
    let mut out = Vec::new();
    DynamicImage::from(flat).to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY))?;
    Ok(out)
}

#[cfg(test)]
#[path = "pictures_tests.rs"]
mod tests;

//! Pictures with the mark of the canary in all that is not their pixels: what cameras and programs write into them.

use crate::canary_abroad::{Canary, MARK, somebody};
use crate::street;
use domain::actor::Role;
use image::{DynamicImage, ImageFormat};
use rig::Town;
use std::io::Cursor;

fn drawn(format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(32, 24).write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A photograph as a telephone makes it: where it was taken, by what, and words about it, in each of the places where they may stand.
pub(crate) fn photograph() -> Vec<u8> {
    let mut jpeg = drawn(ImageFormat::Jpeg);
    for (marker, head) in
        [(0xE1, "Exif\0\0MM\0*"), (0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"), (0xED, "Photoshop 3.0\0"), (0xFE, "Comment ")]
    {
        let words = format!("{head}{MARK} 48.8566N 2.3522E");
        let mut segment = vec![0xFF, marker];
        segment.extend(u16::try_from(words.len() + 2).unwrap().to_be_bytes());
        segment.extend(words.bytes());
        jpeg.splice(2..2, segment);
    }
    jpeg.extend(MARK.bytes());
    jpeg
}

/// A drawing with words beside its pixels.
fn drawing() -> Vec<u8> {
    const AFTER_HEAD: usize = 33;
    let mut png = drawn(ImageFormat::Png);
    for (kind, head) in [("tEXt", "Author\0"), ("iTXt", "XML:com.adobe.xmp\0\0\0\0\0"), ("eXIf", "MM\0*\0\0\0\u{8}\0\0")] {
        let body = format!("{kind}{head}{MARK}");
        let mut chunk = u32::try_from(body.len() - kind.len()).unwrap().to_be_bytes().to_vec();
        chunk.extend(body.bytes());
        chunk.extend(checksum(body.as_bytes()).to_be_bytes());
        png.splice(AFTER_HEAD..AFTER_HEAD, chunk);
    }
    png.extend(MARK.bytes());
    png
}

/// The checksum of a part of a PNG file (CRC-32).
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _bit| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// An administrator gives the town a logo that was drawn by somebody.
pub(crate) async fn logo(town: &Town) {
    let mut admin = somebody(town, "Ada", Role::Administrator).await;
    let token = admin.token("/admin/settings").await;
    let fields = [("_csrf", token.as_str()), ("alt", "Un tilleul")];
    let kept = street::send(&mut admin, town.app.links.origin(), "/admin/settings/logo", &fields, Some(&drawing())).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
}

/// What is given of the pictures that were sent here says nothing of it.
pub(crate) async fn quiet(town: &Town, canary: &Canary) {
    assert_eq!(checksum(b"IEND"), 0xAE42_6082);
    for file in [photograph(), drawing()] {
        assert!(file.windows(MARK.len()).any(|bytes| bytes == MARK.as_bytes()) && image::load_from_memory(&file).is_ok());
    }
    let home = town.visitor().see("/").await.body;
    let logo = home.split("src=\"/media/").nth(1).and_then(|rest| rest.split('"').next()).expect("the logo is shown");
    for path in ["/street/1/photo".to_owned(), format!("/media/{logo}")] {
        let answer = town.visitor().get(&path).await;
        assert!(answer.status == 200 && image::load_from_memory(&answer.bytes).is_ok(), "{path}: {}", answer.status);
        canary.quiet(&path, &answer.bytes);
    }
}

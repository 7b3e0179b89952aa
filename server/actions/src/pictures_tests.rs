//! Pictures: what is refused, and what is left of those that are kept.

use super::*;

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, height).write_to(&mut out, format).unwrap();
    out.into_inner()
}

#[test]
fn three_formats_are_accepted_and_made_smaller() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let encoded = encode(&picture(2000, 1000, format), 1600, false).unwrap_or_else(|fault| panic!("{format:?} {fault:?}"));
        assert_eq!((encoded.content_type, encoded.width, encoded.height), ("image/jpeg", 1600, 800));
    }
}

#[test]
fn what_is_covered_is_one_colour_and_the_rest_stays() {
    let striped = image::RgbImage::from_fn(80, 80, |x, _| if x % 2 == 0 { image::Rgb([0, 0, 0]) } else { image::Rgb([255, 255, 255]) });
    let part = Part { left: 250, top: 500, width: 125, height: 125 };
    let edge = Part { left: 900, top: 900, width: 900, height: 900 };
    let covered = cover(&DynamicImage::from(striped.clone()), &[part, edge]).to_rgb8();
    for (x, y, pixel) in covered.enumerate_pixels() {
        let inside = ((20..30).contains(&x) && (40..50).contains(&y)) || (x >= 72 && y >= 72);
        let expected = if inside { image::Rgb([127, 127, 127]) } else { *striped.get_pixel(x, y) };
        assert_eq!(*pixel, expected, "{x} {y}");
    }
}

#[test]
fn everything_else_is_refused() {
    let mut huge = picture(10, 10, ImageFormat::Png);
    huge[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
    let mut cut = picture(100, 100, ImageFormat::Jpeg);
    cut.truncate(100);
    let refused = [
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;".to_vec(),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
        b"<html><script>1</script>".to_vec(),
        b"%PDF-1.7".to_vec(),
        b"{\"@context\":\"https://www.w3.org/ns/activitystreams\"}".to_vec(),
        b"II*\x00".to_vec(),
        Vec::new(),
        cut,
    ];
    for bytes in refused {
        assert!(matches!(encode(&bytes, 100, false), Err(Fault::NotAPicture)), "{:?}", bytes.get(..12));
    }
    assert!(encode(&huge, 100, false).is_err(), "dimensions are checked before anything is decoded");
    assert!(matches!(encode(&vec![0; BYTES_MAX + 1], 100, false), Err(Fault::TooHeavy(_))));
}

#[test]
fn nothing_of_the_original_file_is_left() {
    let mut jpeg = picture(64, 64, ImageFormat::Jpeg);
    let canary = b"Exif\x00\x00MM\x00*GPS-CANARY-48.85N";
    let mut segment = vec![0xFF, 0xE1];
    segment.extend(u16::try_from(canary.len() + 2).unwrap().to_be_bytes());
    segment.extend(canary);
    jpeg.splice(2..2, segment);
    jpeg.extend(b"{\"type\":\"Person\"}");
    let encoded = encode(&jpeg, 64, false).unwrap_or_else(|fault| panic!("{fault:?}"));
    for canary in [b"GPS-CANARY".as_slice(), b"Person".as_slice()] {
        assert!(!encoded.bytes.windows(canary.len()).any(|w| w == canary));
    }
}

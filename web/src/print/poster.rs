//! What is hung up and handed out: a poster, two leaflets on a page to be cut, and the code of the page in several sizes.

use super::face::Face;
use super::qr::Qr;
use super::{HEIGHT, MARGIN, Sheet, WIDTH, document};

/// What stands on a poster and on a leaflet.
pub(crate) struct PosterWords {
    /// The collectivity.
    pub(crate) place: String,
    /// What is asked.
    pub(crate) title: String,
    /// Code of its language.
    pub(crate) lang: String,
    /// Two sentences; may be empty.
    pub(crate) teaser: String,
    /// From when to when; may be empty.
    pub(crate) dates: String,
    /// What becomes of what people say.
    pub(crate) promise: String,
    /// What to do.
    pub(crate) how: String,
    /// The address of the page.
    pub(crate) address: String,
}

/// The code on a poster, in points: read from two metres.
const POSTER_CODE: f32 = 200.0;
/// The code on a leaflet.
const LEAFLET_CODE: f32 = 130.0;

/// The rows of the sheet of codes: how many stand in one, and how wide they are. The smallest is read from a letter in the hand.
const CODES: [(u8, f32); 3] = [(2, 190.0), (3, 130.0), (4, 90.0)];
/// The letters of the address under a code: as large as fits, between these.
const UNDER: (f32, f32) = (4.0, 11.0);

/// A poster, A4. `None` when the address is too long for a code.
pub(crate) fn poster(words: &PosterWords) -> Option<Vec<u8>> {
    let code = Qr::of(&words.address)?;
    let mut sheet = Sheet::new();
    sheet.text(Face::Plain, 18.0, 0.0, &words.place).gap(18.0);
    let size = if words.title.chars().count() > 60 { 30.0 } else { 40.0 };
    sheet.text(Face::Bold, size, 0.0, &words.title).gap(16.0);
    for text in [&words.teaser, &words.dates] {
        if !text.is_empty() {
            sheet.text(Face::Plain, 18.0, 0.0, text).gap(12.0);
        }
    }
    // At the foot, whatever is above: what to do, and the code beside it.
    sheet.top = MARGIN + POSTER_CODE + 40.0;
    sheet.rule();
    code.draw(&mut sheet, (WIDTH - MARGIN - POSTER_CODE, MARGIN - 8.0), POSTER_CODE);
    sheet.narrow(POSTER_CODE + 16.0).gap(16.0).text(Face::Bold, 18.0, 0.0, &words.how).gap(8.0);
    sheet.text(Face::Plain, 13.0, 0.0, &words.address).gap(8.0).text(Face::Plain, 12.0, 0.0, &words.promise);
    Some(document(&words.title, &words.lang, Sheet::new(), vec![sheet]))
}

/// Two leaflets on a page, to be cut in the middle. `None` when the address is too long for a code.
pub(crate) fn leaflets(words: &PosterWords) -> Option<Vec<u8>> {
    let code = Qr::of(&words.address)?;
    let half = HEIGHT / 2.0;
    let mut sheet = Sheet::new();
    sheet.top = half + 8.0;
    sheet.rule().narrow(LEAFLET_CODE + 16.0);
    for bottom in [half, 0.0] {
        sheet.top = bottom + half - MARGIN / 2.0;
        code.draw(&mut sheet, (WIDTH - MARGIN - LEAFLET_CODE, bottom + half - MARGIN / 2.0 - LEAFLET_CODE), LEAFLET_CODE);
        sheet.text(Face::Plain, 12.0, 0.0, &words.place).gap(8.0).text(Face::Bold, 20.0, 0.0, &words.title).gap(8.0);
        for text in [&words.teaser, &words.dates] {
            if !text.is_empty() {
                sheet.text(Face::Plain, 12.0, 0.0, text).gap(6.0);
            }
        }
        sheet.text(Face::Bold, 12.0, 0.0, &words.how).gap(4.0).text(Face::Plain, 10.0, 0.0, &words.address).gap(6.0);
        sheet.text(Face::Plain, 10.0, 0.0, &words.promise);
    }
    Some(document(&words.title, &words.lang, Sheet::new(), vec![sheet]))
}

/// The code in several sizes on a page, each with the address under it, to be cut out. `None` when the address is too long for a code.
pub(crate) fn codes(words: &PosterWords) -> Option<Vec<u8>> {
    let code = Qr::of(&words.address)?;
    // As it is typed: browsers add what stands before it.
    let typed = words.address.split_once("://").map_or(words.address.as_str(), |(_, rest)| rest);
    let mut sheet = Sheet::new();
    sheet.text(Face::Plain, 11.0, 0.0, &words.place).gap(4.0).text(Face::Bold, 14.0, 0.0, &words.title).gap(4.0);
    sheet.text(Face::Plain, 10.0, 0.0, &words.how).rule();
    for (count, size) in CODES {
        let column = (WIDTH - 2.0 * MARGIN) / f32::from(count);
        let letters = (column / Face::Plain.width(typed, 1.0) * 0.95).clamp(UNDER.0, UNDER.1);
        let above = sheet.top - 12.0;
        for place in 0..count {
            let left = column * f32::from(place);
            code.draw(&mut sheet, (MARGIN + left + (column - size) / 2.0, above - size), size);
            sheet.top = above - size;
            let room = (column - Face::Plain.width(typed, letters)).max(0.0) / 2.0;
            sheet.text(Face::Plain, letters, left + room, typed);
        }
    }
    Some(document(&words.title, &words.lang, Sheet::new(), vec![sheet]))
}

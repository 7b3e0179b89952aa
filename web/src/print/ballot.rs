//! The paper ballot: what may be chosen, by the numbers that the screen and the exports use.

use super::face::Face;
use super::{Sheet, document};

/// What stands on a paper ballot.
pub(crate) struct PaperBallot {
    /// The collectivity.
    pub(crate) place: String,
    /// The question.
    pub(crate) title: String,
    /// Code of its language.
    pub(crate) lang: String,
    /// How to fill it in.
    pub(crate) how: Vec<String>,
    /// What may be chosen.
    pub(crate) options: Vec<PaperOption>,
    /// Whether a value is written instead of a cross.
    pub(crate) values: bool,
    /// The number of the batch, with its word.
    pub(crate) batch: String,
}

/// Something that may be chosen.
pub(crate) struct PaperOption {
    /// Its number with its title.
    pub(crate) title: String,
    /// What it costs; empty where nothing is bought.
    pub(crate) cost: String,
}

/// Room that an option takes at least, in points.
const ROOM: f32 = 40.0;

/// The ballot as a PDF.
pub(crate) fn ballot(words: &PaperBallot) -> Vec<u8> {
    let head = |sheet: &mut Sheet| {
        sheet.text(Face::Plain, 10.0, 0.0, &words.place).gap(4.0).text(Face::Bold, 16.0, 0.0, &words.title);
        sheet.text(Face::Plain, 9.0, 0.0, &words.batch).rule().gap(4.0);
    };
    let mut pages = Vec::new();
    let mut sheet = Sheet::new();
    head(&mut sheet);
    for line in &words.how {
        sheet.text(Face::Plain, 11.0, 0.0, line);
    }
    sheet.gap(12.0);
    for option in &words.options {
        if sheet.left() < ROOM {
            pages.push(std::mem::replace(&mut sheet, Sheet::new()));
            head(&mut sheet);
        }
        sheet.tick(if words.values { 22.0 } else { 14.0 });
        sheet.text(Face::Plain, 13.0, 34.0, &option.title);
        if !option.cost.is_empty() {
            sheet.text(Face::Plain, 10.0, 34.0, &option.cost);
        }
        sheet.gap(if words.values { 16.0 } else { 10.0 });
    }
    pages.push(sheet);
    document(&words.title, &words.lang, Sheet::new(), pages)
}

//! Letters with a code each: one page, one household or person.

use super::face::Face;
use super::qr::Qr;
use super::{Sheet, document};
use actions::ways::Letter;
use domain::letter_code::grouped;

/// What the letters of a vote say.
pub(crate) struct LetterWords {
    /// The collectivity.
    pub(crate) place: String,
    /// The question.
    pub(crate) title: String,
    /// Code of its language.
    pub(crate) lang: String,
    /// From when to when.
    pub(crate) dates: String,
    /// What to do.
    pub(crate) how: String,
    /// Where.
    pub(crate) address: String,
    /// Above the code.
    pub(crate) your_code: String,
    /// What to know: once, secret, lost.
    pub(crate) notes: Vec<String>,
    /// Before the number of the letter.
    pub(crate) number: String,
}

/// The code of the address, in points.
const CODE: f32 = 90.0;

/// The letters as a PDF.
pub(crate) fn letters(words: &LetterWords, letters: &[Letter]) -> Vec<u8> {
    let mut shared = Sheet::new();
    // The address in the window of the envelope is the printer's: room is left for it.
    shared.text(Face::Bold, 12.0, 0.0, &words.place).gap(110.0);
    shared.text(Face::Bold, 16.0, 0.0, &words.title).gap(6.0).text(Face::Plain, 11.0, 0.0, &words.dates).gap(16.0);
    shared.text(Face::Plain, 12.0, 0.0, &words.how).gap(4.0).text(Face::Bold, 12.0, 0.0, &words.address).gap(16.0);
    shared.text(Face::Plain, 12.0, 0.0, &words.your_code);
    let code_at = shared.top;
    // Whoever scans it need not type the address; what is secret is not in it.
    if let Some(code) = Qr::of(&words.address) {
        code.draw(&mut shared, (super::WIDTH - super::MARGIN - CODE, code_at - CODE + 12.0), CODE);
    }
    shared.gap(52.0);
    for note in &words.notes {
        shared.text(Face::Plain, 11.0, 0.0, note).gap(6.0);
    }
    let number_at = super::MARGIN;
    let page = |letter: &Letter| {
        let mut sheet = Sheet::new();
        sheet.top = code_at;
        sheet.text(Face::Mono, 24.0, 0.0, &grouped(&letter.code));
        sheet.top = number_at;
        sheet.text(Face::Plain, 9.0, 0.0, &format!("{} {}", words.number, letter.number));
        sheet
    };
    document(&words.title, &words.lang, shared, letters.iter().map(page).collect())
}

//! QR codes (ISO/IEC 18004), drawn on paper and on the screen as one shape.

use super::Sheet;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// The white border that readers need on each side, in modules (ISO/IEC 18004, 9.1).
const QUIET: usize = 4;

/// A code: dark and light modules in a square.
pub(crate) struct Qr {
    width: usize,
    modules: Vec<Color>,
}

impl Qr {
    /// The code of an address. A quarter of it may be damaged: posters hang in the rain. `None` when the address is too long for any code.
    pub(crate) fn of(address: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(address, EcLevel::Q).ok()?;
        Some(Self { width: code.width(), modules: code.to_colors() })
    }

    /// Runs of dark modules: the row, the first column and how many.
    fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs = Vec::new();
        for (row, modules) in self.modules.chunks(self.width).enumerate() {
            let mut column = 0;
            for run in modules.chunk_by(|one, next| one == next) {
                if run.first() == Some(&Color::Dark) {
                    runs.push((row, column, run.len()));
                }
                column += run.len();
            }
        }
        runs
    }

    /// How wide the code is with its border, in modules.
    const fn room(&self) -> usize {
        self.width + 2 * QUIET
    }

    /// As a picture.
    pub(crate) fn svg(&self) -> String {
        let mut path = String::new();
        for (row, column, length) in self.runs() {
            // Writing to a String cannot fail.
            let _ = write!(path, "M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET);
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{0}v{0}H0z\"/><path d=\"{path}\"/></svg>",
            self.room()
        )
    }

    /// On a sheet: its left lower corner and how wide it is with its border, in points.
    #[expect(clippy::cast_precision_loss, reason = "a code has at most 177 modules a side")]
    pub(super) fn draw(&self, sheet: &mut Sheet, (left, bottom): (f32, f32), size: f32) {
        let module = size / self.room() as f32;
        for (row, column, length) in self.runs() {
            let (x, y) = ((column + QUIET) as f32, (self.room() - QUIET - row - 1) as f32);
            sheet.content.rect(x.mul_add(module, left), y.mul_add(module, bottom), length as f32 * module, module);
        }
        sheet.content.fill_nonzero();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_square_with_its_three_corners() {
        let code = Qr::of("https://ville.example/c/place").unwrap();
        assert_eq!(code.modules.len(), code.width * code.width);
        // The finder patterns: seven dark modules in a row at three corners.
        let runs = code.runs();
        assert!(runs.contains(&(0, 0, 7)) && runs.contains(&(0, code.width - 7, 7)) && runs.contains(&(code.width - 7, 0, 7)));
        assert!(!runs.contains(&(code.width - 1, code.width - 7, 7)));
        let svg = code.svg();
        assert!(svg.contains(&format!("viewBox=\"0 0 {0} {0}\"", code.width + 8)) && svg.contains("M4 4h7v1h-7z"), "{svg}");
        assert!(Qr::of(&"x".repeat(5_000)).is_none());
    }
}

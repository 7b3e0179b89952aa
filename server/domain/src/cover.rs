//! The cover of a consultation without a photograph: the paving of a square, drawn from a number in the town's colour.
//!
//! The same seed always gives the same drawing. Colours are presentation attributes, so that no style is needed where the image is served.

use crate::colour::{Oklch, Rgb};
use std::f64::consts::TAU;
use std::fmt::Write as _;

/// Draws a cover of this size: fans of setts, a rosette, slabs in courses or a basket weave, by the seed.
#[must_use]
pub fn pattern_svg(seed: u64, width: u32, height: u32, accent: Rgb) -> String {
    let mut square = Square::new(seed, width, height, accent);
    match square.dice.below(4) {
        0 => square.fans(),
        1 => square.rosette(),
        2 => square.slabs(),
        _ => square.basket(),
    }
    square.finish()
}

/// A seed from any bytes that name the thing (an id, a slug): FNV-1a, fixed for ever so that covers do not change.
#[must_use]
pub fn seed_of(name: &[u8]) -> u64 {
    name.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// How many stones there are of each tone, out of sixteen: mostly pale, a few in the full colour.
const MIX: [usize; 16] = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4];
const TONES: usize = 5;
/// Lightness and chroma of the two limestones, and their hue in radians: the sand of a façade in the morning.
const LIMESTONES: [(f64, f64); 2] = [(0.945, 0.012), (0.905, 0.018)];
const LIMESTONE_HUE: f64 = 1.4;
/// The palest stone in the town's colour; the others lie between it and the colour itself.
const PALEST: (f64, f64) = (0.84, 0.055);

struct Dice(u64);

struct Square {
    width: f64,
    height: f64,
    joint: Rgb,
    tones: [Rgb; TONES],
    body: String,
    stones: [String; TONES],
    dice: Dice,
}

impl Dice {
    /// SplitMix64: small, fixed, and good enough to lay stones.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, sides: u32) -> u32 {
        u32::try_from(self.next() % u64::from(sides.max(1))).unwrap_or(0)
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * f64::from(self.below(1 << 16)) / f64::from(1 << 16)
    }

    fn tone(&mut self) -> usize {
        let face = self.below(16) as usize;
        MIX.get(face).copied().unwrap_or(0)
    }
}

impl Square {
    fn new(seed: u64, width: u32, height: u32, accent: Rgb) -> Self {
        let base = accent.oklch();
        Self {
            width: f64::from(width.max(1)),
            height: f64::from(height.max(1)),
            joint: Oklch { lightness: 0.985, chroma: 0.006, hue: LIMESTONE_HUE }.rgb(),
            tones: std::array::from_fn(|tone| stone_colour(base, tone)),
            body: String::new(),
            stones: [const { String::new() }; TONES],
            dice: Dice(seed),
        }
    }

    /// Setts laid in overlapping fans, as on old market squares.
    fn fans(&mut self) {
        let radius = self.width / (5.0 + f64::from(self.dice.below(3)));
        let rings = 6.0;
        let thick = radius / rings;
        let mut row = 0.0;
        while row * radius / 2.0 < self.height + radius * 1.5 {
            let shift = if row % 2.0 == 0.0 { 0.0 } else { radius };
            let mut x = -radius + shift;
            while x < self.width + radius * 2.0 {
                let tone = self.dice.tone();
                let y = row * radius / 2.0 - radius / 4.0;
                self.disc(x, y, radius);
                for ring in 1..=6 {
                    let deep = if ring == 6 && tone == 0 { 1 } else { tone };
                    self.ring(x, y, thick * (f64::from(ring) - 0.5), thick, thick * 1.15, deep);
                }
                x += radius * 2.0;
            }
            row += 1.0;
        }
    }

    /// Rings of stones around the middle of the square.
    fn rosette(&mut self) {
        let (x, y) = (self.width * self.dice.between(0.3, 0.7), self.height * self.dice.between(0.42, 0.58));
        let thick = self.width / self.dice.between(26.0, 34.0);
        let reach = self.width.hypot(self.height);
        let rhythm = 3 + self.dice.below(3);
        let mut count = 0_u32;
        self.disc(x, y, reach);
        loop {
            let radius = thick * (f64::from(count) + 0.5);
            if radius > reach {
                break;
            }
            let tone = match count {
                0 => 4,
                _ if count.is_multiple_of(rhythm * 2) => 3,
                _ if count.is_multiple_of(rhythm) => 2,
                _ => (self.dice.below(5) / 3) as usize,
            };
            self.ring(x, y, radius, thick, thick * 1.7, tone);
            count += 1;
        }
    }

    /// Long slabs in courses of unequal height.
    fn slabs(&mut self) {
        let unit = self.width / 20.0;
        let joint = unit * 0.07;
        let mut y = -unit * 0.4;
        while y < self.height {
            let tall = unit * self.dice.between(0.9, 1.7);
            let mut x = -unit * self.dice.between(0.0, 2.0);
            while x < self.width {
                let long = unit * self.dice.between(1.1, 3.4);
                let tone = self.dice.tone();
                self.stone(x, y, long - joint, tall - joint, tone);
                x += long;
            }
            y += tall;
        }
    }

    /// Pairs of bricks, lying and standing by turns.
    fn basket(&mut self) {
        let cell = self.width / (13.0 + f64::from(self.dice.below(4)));
        let (half, joint) = (cell / 2.0, cell * 0.05);
        let (mut y, mut row) = (-half, 0_u32);
        while y < self.height {
            let (mut x, mut column) = (-half, row);
            while x < self.width {
                for second in [0.0, half] {
                    let tone = self.dice.tone();
                    if column % 2 == 0 {
                        self.stone(x, y + second, cell - joint, half - joint, tone);
                    } else {
                        self.stone(x + second, y, half - joint, cell - joint, tone);
                    }
                }
                x += cell;
                column += 1;
            }
            y += cell;
            row += 1;
        }
    }

    fn disc(&mut self, x: f64, y: f64, radius: f64) {
        let _ = write!(self.body, r#"<circle cx="{x:.0}" cy="{y:.0}" r="{radius:.0}" fill="{}"/>"#, self.joint);
    }

    /// A circle of stones: a dashed line whose dashes close exactly.
    fn ring(&mut self, x: f64, y: f64, radius: f64, thick: f64, long: f64, tone: usize) {
        let around = TAU * radius;
        let count = (around / long).round().max(3.0);
        let gap = thick * 0.1;
        let (dash, turn) = (around / count - gap, self.dice.between(0.0, long));
        let width = thick * 0.9;
        if let Some(colour) = self.tones.get(tone) {
            let _ = write!(
                self.body,
                r#"<circle cx="{x:.0}" cy="{y:.0}" r="{radius:.1}" fill="none" stroke="{colour}" stroke-width="{width:.1}" stroke-dasharray="{dash:.2} {gap:.2}" stroke-dashoffset="{turn:.0}"/>"#
            );
        }
    }

    fn stone(&mut self, x: f64, y: f64, long: f64, tall: f64, tone: usize) {
        if let Some(path) = self.stones.get_mut(tone) {
            let _ = write!(path, "M{x:.0} {y:.0}h{long:.0}v{tall:.0}h-{long:.0}z");
        }
    }

    fn finish(self) -> String {
        let Self { width, height, joint, tones, body, stones, .. } = self;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice"><rect width="100%" height="100%" fill="{joint}"/>"#
        );
        svg.push_str(&body);
        for (colour, path) in tones.iter().zip(&stones).filter(|(_, path)| !path.is_empty()) {
            let _ = write!(svg, r#"<path fill="{colour}" d="{path}"/>"#);
        }
        svg.push_str("</svg>\n");
        svg
    }
}

/// Two limestones, then three steps from a pale stone to the town's own colour.
fn stone_colour(base: Oklch, tone: usize) -> Rgb {
    if let Some((lightness, chroma)) = LIMESTONES.get(tone).copied() {
        return Oklch { lightness, chroma, hue: LIMESTONE_HUE }.rgb();
    }
    let share = [0.0, 0.5].get(tone.saturating_sub(LIMESTONES.len())).copied().unwrap_or(1.0);
    let (lightness, chroma) = (base.lightness.clamp(0.36, 0.84), base.chroma);
    let pale = chroma.min(PALEST.1);
    Oklch { lightness: PALEST.0 + (lightness - PALEST.0) * share, chroma: pale + (chroma - pale) * share, hue: base.hue }.rgb()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_cover() {
        let town = Rgb::parse("#17617a").unwrap();
        assert_eq!(pattern_svg(7, 1600, 900, town), pattern_svg(7, 1600, 900, town));
        assert_ne!(pattern_svg(7, 1600, 900, town), pattern_svg(8, 1600, 900, town));
    }

    #[test]
    fn every_cover_is_small_and_whole() {
        for hex in ["#000000", "#ffffff", "#ffd100", "#17617a"] {
            let town = Rgb::parse(hex).unwrap();
            for seed in 0..200 {
                let svg = pattern_svg(seed, 1600, 900, town);
                assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "seed {seed}");
                assert!(!svg.contains("style") && !svg.contains("NaN") && !svg.contains("inf"), "seed {seed}");
                assert!(svg.len() < 80_000, "seed {seed}: {} bytes", svg.len());
            }
        }
        assert!(pattern_svg(1, 0, 0, Rgb { r: 0, g: 0, b: 0 }).ends_with("</svg>\n"));
    }

    #[test]
    fn a_name_gives_its_seed() {
        assert_eq!(seed_of(b""), 0xcbf2_9ce4_8422_2325);
        assert_ne!(seed_of(b"halle"), seed_of(b"place"));
    }
}

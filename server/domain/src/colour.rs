//! The town's colour, made readable: from one `#rrggbb` to the accent tokens of the stylesheet, in light, dark and high contrast.
//!
//! Colours are moved in OKLCH (Björn Ottosson, “A perceptual color space for image processing”, 2020,
//! <https://bottosson.github.io/posts/oklab/>), because there lightness can change while the hue stays the town's. Contrast is the
//! ratio of WCAG 2.2 §1.4.3, from relative luminance as WCAG 2.2 defines it. Text keeps 4.5:1 (7:1 in high contrast), controls 3:1.

use std::fmt;

/// An sRGB colour of eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

/// A colour by perceived lightness (0 to 1), chroma (0 to about 0.37) and hue (radians).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Oklch {
    /// Lightness, 0 black to 1 white.
    pub lightness: f64,
    /// Chroma, 0 grey.
    pub chroma: f64,
    /// Hue in radians.
    pub hue: f64,
}

/// The accent tokens for one scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tones {
    /// `--accent`: filled buttons and marks.
    pub accent: Rgb,
    /// `--accent-strong`: the same, pressed or hovered.
    pub strong: Rgb,
    /// `--accent-text`: text on either of them.
    pub text: Rgb,
    /// `--accent-ink`: the colour as text on the page and on the tint.
    pub ink: Rgb,
    /// `--accent-tint`: a quiet background.
    pub tint: Rgb,
    /// `--accent-line`: outlines of controls.
    pub line: Rgb,
}

/// Every tone a town's pages need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Light scheme.
    pub light: Tones,
    /// Dark scheme.
    pub dark: Tones,
    /// Light scheme for readers who ask for more contrast.
    pub light_contrast: Tones,
    /// Dark scheme for readers who ask for more contrast.
    pub dark_contrast: Tones,
}

/// What the tones of a scheme are laid on, and how far they must stand out. The papers are `--bg`, `--surface` and `--raise` of `parvis.css`.
#[derive(Clone, Copy, Debug)]
struct Scheme {
    papers: [Rgb; 3],
    darker: bool,
    text_ratio: f64,
    line_ratio: f64,
}

const WHITE: Rgb = Rgb { r: 0xff, g: 0xff, b: 0xff };
const BLACK: Rgb = Rgb { r: 0, g: 0, b: 0 };
const LIGHT_PAPERS: [Rgb; 3] = [WHITE, Rgb { r: 0xf5, g: 0xf6, b: 0xf7 }, WHITE];
const DARK_PAPERS: [Rgb; 3] = [Rgb { r: 0x14, g: 0x17, b: 0x1c }, Rgb { r: 0x1c, g: 0x20, b: 0x27 }, Rgb { r: 0x1f, g: 0x24, b: 0x2c }];
const LIGHT: Scheme = Scheme { papers: LIGHT_PAPERS, darker: true, text_ratio: 4.5, line_ratio: 3.0 };
const DARK: Scheme = Scheme { papers: DARK_PAPERS, darker: false, text_ratio: 4.5, line_ratio: 3.0 };
const LIGHT_CONTRAST: Scheme = Scheme { papers: LIGHT_PAPERS, darker: true, text_ratio: 7.0, line_ratio: 4.5 };
const DARK_CONTRAST: Scheme = Scheme { papers: DARK_PAPERS, darker: false, text_ratio: 7.0, line_ratio: 4.5 };
/// Every set of papers, light and dark: `--bg`, `--surface` and `--raise` of `parvis.css`.
pub const PAPERS: [[Rgb; 3]; 2] = [LIGHT_PAPERS, DARK_PAPERS];
/// One step of lightness while searching.
const STEP: f64 = 0.004;

impl Rgb {
    /// Reads `#rrggbb`, in either case; nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self { r, g, b })
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, definition of “relative luminance”).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio between two colours, 1 to 21 (WCAG 2.2 §1.4.3); the order does not matter.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The same colour in OKLCH.
    #[must_use]
    pub fn oklch(self) -> Oklch {
        let [r, g, b] = self.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    fn linear(self) -> [f64; 3] {
        [self.r, self.g, self.b].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

impl Oklch {
    /// The nearest sRGB colour of the same lightness and hue: chroma is reduced until it fits.
    #[must_use]
    pub fn rgb(self) -> Rgb {
        let lightness = self.lightness.clamp(0.0, 1.0);
        let (mut low, mut high) = (0.0, self.chroma.max(0.0));
        if let Some(rgb) = (Self { lightness, chroma: high, ..self }).in_gamut() {
            return rgb;
        }
        let mut best = None;
        for _ in 0..24 {
            let middle = f64::midpoint(low, high);
            match (Self { lightness, chroma: middle, ..self }).in_gamut() {
                Some(rgb) => {
                    best = Some(rgb);
                    low = middle;
                }
                None => high = middle,
            }
        }
        best.unwrap_or(if lightness > 0.5 { WHITE } else { BLACK })
    }

    /// The same hue at another lightness, with at most this chroma.
    #[must_use]
    pub fn at(self, lightness: f64, most_chroma: f64) -> Self {
        Self { lightness, chroma: self.chroma.min(most_chroma), hue: self.hue }
    }

    fn in_gamut(self) -> Option<Rgb> {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        let red = encode(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s)?;
        let green = encode(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s)?;
        let blue = encode(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s)?;
        Some(Rgb { r: red, g: green, b: blue })
    }
}

impl Palette {
    /// All tones from the colour a town chose, whatever it is.
    #[must_use]
    pub fn from_accent(accent: Rgb) -> Self {
        let base = accent.oklch();
        Self {
            light: LIGHT.tones(base),
            dark: DARK.tones(base),
            light_contrast: LIGHT_CONTRAST.tones(base),
            dark_contrast: DARK_CONTRAST.tones(base),
        }
    }

    /// The theme stylesheet, to be linked after `parvis.css`.
    #[must_use]
    pub fn css(&self) -> String {
        let Self { light, dark, light_contrast, dark_contrast } = self;
        format!(
            ":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n@media (prefers-contrast:more){{:root{{{light_contrast}}}}}\n\
             @media (prefers-contrast:more) and (prefers-color-scheme:dark){{:root{{{dark_contrast}}}}}\n"
        )
    }
}

impl fmt::Display for Tones {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { accent, strong, text, ink, tint, line } = self;
        write!(
            f,
            "--accent:{accent};--accent-strong:{strong};--accent-text:{text};--accent-ink:{ink};--accent-tint:{tint};--accent-line:{line}"
        )
    }
}

impl Scheme {
    fn tones(self, base: Oklch) -> Tones {
        let [tint, start, ink, line] = if self.darker {
            [base.at(0.962, 0.016), base.at(base.lightness.min(0.72), 0.37), base.at(base.lightness.min(0.5), 0.37), base.at(0.64, 0.09)]
        } else {
            [base.at(0.29, 0.045), base.at(base.lightness.max(0.68), 0.16), base.at(base.lightness.max(0.8), 0.12), base.at(0.56, 0.09)]
        };
        let tint = tint.rgb();
        let accent = self.search(start, |colour| self.on_papers(colour, self.line_ratio, tint) && self.text_on(colour).is_some());
        let text = self.text_on(accent).unwrap_or(if self.darker { WHITE } else { BLACK });
        Tones {
            accent,
            strong: self.pressed(accent, text, tint),
            text,
            ink: self.search(ink, |colour| self.on_papers(colour, self.text_ratio, tint)),
            tint,
            line: self.search(line, |colour| self.on_papers(colour, self.line_ratio, tint)),
        }
    }

    /// Moves lightness away from the paper until the colour is good.
    fn search(self, start: Oklch, good: impl Fn(Rgb) -> bool) -> Rgb {
        let mut colour = start;
        while (0.0..=1.0).contains(&colour.lightness) {
            let rgb = colour.rgb();
            if good(rgb) {
                return rgb;
            }
            colour.lightness += if self.darker { -STEP } else { STEP };
        }
        if self.darker { BLACK } else { WHITE }
    }

    fn on_papers(self, colour: Rgb, ratio: f64, tint: Rgb) -> bool {
        self.papers.iter().chain([&tint]).all(|paper| colour.contrast(*paper) >= ratio)
    }

    /// White or the dark paper, whichever can be read on this colour; white first on light pages.
    fn text_on(self, colour: Rgb) -> Option<Rgb> {
        let [dark, ..] = DARK_PAPERS;
        let order = if self.darker { [WHITE, dark, BLACK] } else { [dark, BLACK, WHITE] };
        order.into_iter().find(|text| text.contrast(colour) >= self.text_ratio)
    }

    /// A visibly different neighbour of the accent that bears the same text; the accent itself when there is none.
    fn pressed(self, accent: Rgb, text: Rgb, tint: Rgb) -> Rgb {
        let base = accent.oklch();
        let away = if text == WHITE { -1.0 } else { 1.0 };
        [0.09, 0.07, 0.05, -0.09, -0.07, -0.05, -0.03]
            .into_iter()
            .map(|shift| Oklch { lightness: base.lightness + away * shift, ..base })
            .filter(|colour| (0.02..=0.98).contains(&colour.lightness))
            .map(Oklch::rgb)
            .find(|colour| text.contrast(*colour) >= self.text_ratio && self.on_papers(*colour, self.line_ratio, tint))
            .unwrap_or(accent)
    }
}

/// Linear light to eight bits, if it is a colour a screen can show.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value was just clamped to 0..=255")]
fn encode(linear: f64) -> Option<u8> {
    if !(-0.000_5..=1.000_5).contains(&linear) {
        return None;
    }
    let linear = linear.clamp(0.0, 1.0);
    let value = if linear <= 0.003_130_8 { linear * 12.92 } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
    Some((value * 255.0).round().clamp(0.0, 255.0) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accent: Rgb) {
        let palette = Palette::from_accent(accent);
        let cases = [
            (LIGHT, palette.light),
            (DARK, palette.dark),
            (LIGHT_CONTRAST, palette.light_contrast),
            (DARK_CONTRAST, palette.dark_contrast),
        ];
        for (scheme, tones) in cases {
            for paper in scheme.papers.into_iter().chain([tones.tint]) {
                for (name, colour, ratio) in [
                    ("ink", tones.ink, scheme.text_ratio),
                    ("line", tones.line, scheme.line_ratio),
                    ("accent", tones.accent, scheme.line_ratio),
                    ("strong", tones.strong, scheme.line_ratio),
                ] {
                    assert!(colour.contrast(paper) >= ratio, "{accent}: {name} {colour} on {paper} is {:.2}", colour.contrast(paper));
                }
            }
            for filled in [tones.accent, tones.strong] {
                assert!(tones.text.contrast(filled) >= scheme.text_ratio, "{accent}: text {} on {filled}", tones.text);
            }
            let body = if scheme.darker { Rgb { r: 0x54, g: 0x5b, b: 0x66 } } else { Rgb { r: 0xa9, g: 0xb0, b: 0xba } };
            assert!(body.contrast(tones.tint) >= 4.5, "{accent}: muted text on the tint {}", tones.tint);
        }
    }

    #[test]
    fn five_hundred_colours_stay_readable() {
        for hex in ["#000000", "#ffffff", "#ffff00", "#ff0000", "#00ff00", "#0000ff", "#808080", "#767676"] {
            check(Rgb::parse(hex).unwrap());
        }
        let mut state: u64 = 20_261_121;
        for _ in 0..500 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let [r, g, b, ..] = state.to_be_bytes();
            check(Rgb { r, g, b });
        }
    }

    #[test]
    fn oklch_goes_there_and_back() {
        for hex in ["#000000", "#ffffff", "#17617a", "#c8102e", "#ffd100", "#7f7f80", "#0000ff"] {
            assert_eq!(Rgb::parse(hex).unwrap().oklch().rgb().to_string(), hex);
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 1e-9);
        assert!((Rgb::parse("#767676").unwrap().contrast(WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for text in ["", "#", "#fff", "17617a", "#17617", "#17617aa", "#17617g", "#é7617", " #17617a", "#+17617"] {
            assert_eq!(Rgb::parse(text), None, "{text:?}");
        }
        assert_eq!(Rgb::parse("#17617A"), Some(Rgb { r: 0x17, g: 0x61, b: 0x7a }));
    }

    #[test]
    fn a_good_colour_is_left_alone() {
        let town = Rgb::parse("#17617a").unwrap();
        let palette = Palette::from_accent(town);
        assert_eq!(palette.light.accent, town);
        assert_eq!(palette.light.text, WHITE);
        assert!(palette.css().starts_with(":root{--accent:#17617a;"));
    }
}

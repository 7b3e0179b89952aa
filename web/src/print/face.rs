//! The faces of a printed page: how wide their letters are, and how they are written in a file.

/// A face that every reader of PDF has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Plain,
    Bold,
    /// All letters are equally wide: for codes.
    Mono,
}

/// Widths of Helvetica from the space to the tilde, in thousandths of the size (Adobe's font metrics, Core 14).
#[rustfmt::skip]
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278,
    584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944,
    667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// Letters outside ASCII: as wide as a broad one, so that no line is too long.
const OTHER: u16 = 722;
/// Bold letters are at most so much wider, in hundredths.
const BOLDER: f32 = 1.08;
/// Courier's letters.
const MONO: f32 = 0.6;

/// Windows-1252 where it is not Latin-1 (<https://encoding.spec.whatwg.org/#windows-1252>).
const UPPER: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8a),
    ('‹', 0x8b),
    ('Œ', 0x8c),
    ('Ž', 0x8e),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9a),
    ('›', 0x9b),
    ('œ', 0x9c),
    ('ž', 0x9e),
    ('Ÿ', 0x9f),
];

impl Face {
    /// Its name in the file.
    pub(super) const fn name(self) -> &'static [u8] {
        match self {
            Self::Plain => b"P",
            Self::Bold => b"B",
            Self::Mono => b"M",
        }
    }

    /// How wide a text is, in points.
    pub(super) fn width(self, text: &str, size: f32) -> f32 {
        let letter = |c: char| {
            let place = usize::try_from(u32::from(c)).unwrap_or(0).wrapping_sub(32);
            f32::from(WIDTHS.get(place).copied().unwrap_or(OTHER)) / 1000.0
        };
        match self {
            Self::Plain => text.chars().map(letter).sum::<f32>() * size,
            Self::Bold => text.chars().map(letter).sum::<f32>() * size * BOLDER,
            Self::Mono => text.chars().map(|_| MONO).sum::<f32>() * size,
        }
    }

    /// The lines of a text that are no wider than this; a word that is too long stands alone.
    pub(super) fn lines(self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
                let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if self.width(&longer, size) > width && !line.is_empty() {
                    lines.push(std::mem::replace(&mut line, word.to_owned()));
                } else {
                    line = longer;
                }
            }
            lines.push(line);
        }
        lines
    }
}

/// A text in WinAnsi.
pub(super) fn encode(text: &str) -> Vec<u8> {
    text.chars().flat_map(bytes).collect()
}

fn bytes(letter: char) -> Vec<u8> {
    if let Some(byte) = byte(letter) {
        return vec![byte];
    }
    // Without its accent, where it has one.
    let plain = domain::search::plain(&letter.to_string());
    let plain = if letter.is_uppercase() { plain.to_uppercase() } else { plain };
    plain.chars().map(|letter| byte(letter).unwrap_or(b'?')).collect()
}

fn byte(letter: char) -> Option<u8> {
    match letter {
        '\u{202F}' | '\u{2009}' | '\t' => Some(0xa0),
        ' '..='~' | '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(letter)).ok(),
        other => UPPER.iter().find(|(known, _)| *known == other).map(|(_, byte)| *byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_print_and_lines_end_in_time() {
        assert_eq!(encode("Œuvre — ß é €"), b"\x8cuvre \x97 \xdf \xe9 \x80");
        assert_eq!(encode("Łódź ő 中"), b"?\xf3dz o ?");
        let text = "Une place où l’on se retrouve, sous les tilleuls, à l’ombre, quand il fait chaud.";
        let lines = Face::Plain.lines(text, 12.0, 200.0);
        assert!(lines.len() > 2 && lines.iter().all(|line| Face::Plain.width(line, 12.0) <= 200.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }
}

//! What changed between two texts, as pages show it: word by word, line by line.

use domain::difference::{self, Change};

/// A stretch of text on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// What happened to it.
    pub(crate) change: Change,
    /// Its words.
    pub(crate) text: String,
}

impl Piece {
    pub(crate) fn is_added(&self) -> bool {
        self.change == Change::Added
    }

    pub(crate) fn is_removed(&self) -> bool {
        self.change == Change::Removed
    }
}

/// What changed, line by line; empty lines are left out.
pub(crate) fn lines(older: &str, newer: &str) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    for stretch in difference::between(older, newer) {
        for (index, text) in stretch.text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut().filter(|_| !text.is_empty()) {
                line.push(Piece { change: stretch.change, text: text.to_owned() });
            }
        }
    }
    lines.retain(|line| line.iter().any(|piece| !piece.text.trim().is_empty()));
    lines
}

/// What changed between two texts of one line.
pub(crate) fn line(older: &str, newer: &str) -> Vec<Piece> {
    lines(older, newer).into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_cut_into_lines() {
        let shown = lines("Un banc.\n\nDeux bancs.", "Un grand banc.\n\nDeux bancs.\nTrois.");
        assert_eq!(shown.len(), 3);
        let newer: Vec<String> =
            shown.iter().map(|line| line.iter().filter(|p| !p.is_removed()).map(|p| p.text.as_str()).collect()).collect();
        assert_eq!(newer, ["Un grand banc.", "Deux bancs.", "Trois."]);
        assert!(shown.iter().flatten().any(|p| p.is_added() && p.text.contains("grand")));
    }

    #[test]
    fn the_same_text_has_no_change() {
        assert!(lines("a\nb", "a\nb").iter().flatten().all(|p| p.change == Change::Kept));
        assert!(lines("", "").is_empty());
    }
}

//! A readable difference between two versions of a text, word by word.

use similar::{ChangeTag, TextDiff};

/// A stretch of text that was kept, added or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// What happened to it.
    pub change: Change,
    /// The text, with its line ends.
    pub text: String,
}

/// What happened to a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// In both versions.
    Kept,
    /// Only in the newer one.
    Added,
    /// Only in the older one.
    Removed,
}

/// The stretches that lead from one version to the next, in reading order. Texts over 20,000 characters each are compared line by line.
#[must_use]
pub fn between(older: &str, newer: &str) -> Vec<Stretch> {
    let long = older.len() + newer.len() > 40_000;
    let diff = if long { TextDiff::from_lines(older, newer) } else { TextDiff::from_words(older, newer) };
    let mut stretches: Vec<Stretch> = Vec::new();
    for piece in diff.iter_all_changes() {
        let change = match piece.tag() {
            ChangeTag::Equal => Change::Kept,
            ChangeTag::Insert => Change::Added,
            ChangeTag::Delete => Change::Removed,
        };
        match stretches.last_mut() {
            Some(last) if last.change == change => last.text.push_str(piece.value()),
            _ => stretches.push(Stretch { change, text: piece.value().to_owned() }),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_added_and_removed() {
        let got = between("Un banc place du Marché", "Deux bancs place du Marché");
        let kept: String = got.iter().filter(|s| s.change != Change::Added).map(|s| s.text.as_str()).collect();
        let new: String = got.iter().filter(|s| s.change != Change::Removed).map(|s| s.text.as_str()).collect();
        assert_eq!(kept, "Un banc place du Marché");
        assert_eq!(new, "Deux bancs place du Marché");
        assert!(got.iter().any(|s| s.change == Change::Kept && s.text.contains("place du Marché")));
    }
}

//! Showing where the words of a search were found.

use domain::search;

/// A stretch of text, found or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) text: String,
    pub(super) found: bool,
}

/// A text cut where words of the search begin and end: two spellings that meet in the index meet here too.
pub(super) fn mark(text: &str, terms: &[String]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for piece in words(text) {
        let found = piece.chars().next().is_some_and(char::is_alphanumeric) && is_found(piece, terms);
        match stretches.last_mut() {
            Some(last) if last.found == found && !found => last.text.push_str(piece),
            _ => stretches.push(Stretch { text: piece.to_owned(), found }),
        }
    }
    stretches
}

/// The part of a long text around the first word found, of about `max` characters; its beginning when none is.
pub(super) fn around(text: &str, terms: &[String], max: usize) -> String {
    let pieces = words(text);
    let first = pieces.iter().position(|piece| is_found(piece, terms)).unwrap_or(0);
    let before: usize = pieces.iter().take(first).map(|piece| piece.chars().count()).sum();
    if before < max / 2 {
        return domain::markup::excerpt(text, max);
    }
    let start = first.saturating_sub(16);
    let tail: String = pieces.iter().skip(start).copied().collect();
    format!("… {}", domain::markup::excerpt(tail.trim_start(), max))
}

fn is_found(word: &str, terms: &[String]) -> bool {
    let own = search::terms(word);
    !own.is_empty() && own.iter().all(|term| terms.contains(term))
}

/// Words and what stands between them, in turn. An apostrophe belongs to the word before it, as an elided article does.
fn words(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let inside = first.is_alphanumeric();
        let end = rest
            .char_indices()
            .find(|(_, c)| c.is_alphanumeric() != inside || (inside && matches!(c, '\'' | '’')))
            .map_or(rest.len(), |(at, _)| at);
        let (piece, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push(piece);
        rest = tail;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, query: &str) -> String {
        let terms = search::query(query);
        mark(text, &terms).iter().map(|s| if s.found { format!("[{}]", s.text) } else { s.text.clone() }).collect()
    }

    #[test]
    fn other_spellings_are_found() {
        assert_eq!(marked("Une piste pour les vélos, vite !", "velo"), "Une piste pour les [vélos], vite !");
        assert_eq!(marked("L’eau de l'étang", "eau"), "L’[eau] de l'étang");
        assert_eq!(marked("Le <b>vélo</b>", "VÉLOS"), "Le <b>[vélo]</b>");
        assert_eq!(marked("Rien ici", "eau"), "Rien ici");
        assert_eq!(marked("", "eau"), "");
    }

    #[test]
    fn a_long_text_is_shown_around_the_word() {
        let long = format!("{} puis un vélo rouge passe enfin", "mot ".repeat(200));
        let shown = around(&long, &search::query("velo"), 80);
        assert!(shown.starts_with("… ") && shown.contains("vélo"), "{shown}");
        assert_eq!(around("Court", &search::query("velo"), 80), "Court");
    }
}

//! How texts become search terms, the same for both databases: lower case, accents dropped, French elisions cut, stop words left out, French stems.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most terms kept of a query.
pub const QUERY_TERMS_MAX: usize = 12;
/// Longest term kept, in characters.
const TERM_MAX: usize = 40;

/// Words so common that they find nothing, without accents.
const STOP: &[&str] = &[
    "a", "ai", "au", "aux", "avec", "ce", "ces", "cet", "cette", "dans", "de", "des", "du", "elle", "en", "est", "et", "eux", "il", "ils",
    "je", "la", "le", "les", "leur", "lui", "ma", "mais", "me", "mes", "moi", "mon", "ne", "nos", "notre", "nous", "on", "ou", "par",
    "pas", "pour", "qu", "que", "qui", "sa", "se", "ses", "son", "sont", "sur", "ta", "te", "tes", "toi", "ton", "tu", "un", "une", "vos",
    "votre", "vous", "y", "the", "of", "and", "to", "in", "is", "for", "der", "die", "das", "und", "ist",
];

/// Lower case without accents: what two spellings of a word have in common.
#[must_use]
pub fn plain(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The terms of a text, in order, repeated words kept (they count for the rank).
#[must_use]
pub fn terms(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::French);
    let plain = plain(text).replace('œ', "oe").replace('æ', "ae").replace('ß', "ss");
    let mut terms = Vec::new();
    for word in plain.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’')) {
        let word = cut_elision(word);
        for piece in word.split(['\'', '’']).filter(|p| !p.is_empty() && !STOP.contains(p)) {
            let short: String = piece.chars().take(TERM_MAX).collect();
            let stem = stemmer.stem(singular(&short)).into_owned();
            if !stem.is_empty() {
                terms.push(stem);
            }
        }
    }
    terms
}

/// The terms of a query: as [`terms`], without repeats, at most [`QUERY_TERMS_MAX`].
#[must_use]
pub fn query(text: &str) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    let bounded: String = text.chars().take(500).collect();
    for term in terms(&bounded) {
        if !seen.contains(&term) {
            seen.push(term);
        }
        if seen.len() == QUERY_TERMS_MAX {
            break;
        }
    }
    seen
}

/// Drops the plural mark that the Snowball stemmer leaves after a vowel (vélos, eaux).
fn singular(word: &str) -> &str {
    if word.ends_with("eux") || word.ends_with("eaux") {
        return word.strip_suffix('x').unwrap_or(word);
    }
    if word.chars().count() >= 4 && !word.ends_with("ss") { word.strip_suffix('s').unwrap_or(word) } else { word }
}

/// Drops a French elided article or pronoun: l’eau → eau, qu’il → il, aujourd’hui stays whole.
fn cut_elision(word: &str) -> &str {
    for mark in ['\'', '’'] {
        if let Some((head, tail)) = word.split_once(mark)
            && matches!(head, "l" | "d" | "j" | "m" | "t" | "s" | "n" | "c" | "qu" | "jusqu" | "lorsqu" | "puisqu")
        {
            return tail;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_meet() {
        let check = |a: &str, b: &str| assert_eq!(terms(a), terms(b), "{a} / {b}");
        check("vélos", "velo");
        check("l'eau", "eau");
        check("L’EAU", "eau");
        check("Écoles", "ecole");
        check("cœur", "coeur");
        check("eaux", "eau");
        check("vélo", "velos");
        check("pistes cyclables", "piste cyclable");
        check("collectivités", "collectivite");
        check("écologique", "ecologiques");
    }

    #[test]
    fn noise_is_left_out() {
        assert_eq!(terms("Il est dans la rue"), ["ru"]);
        assert!(query("\" * % ' ( ) -- ;").is_empty());
        assert_eq!(query("eau eau eau"), ["eau"]);
        assert_eq!(query(&"mot1 mot2 ".repeat(1000)).len(), 2);
    }
}

//! A text that is put to discussion paragraph by paragraph: how it is cut, what may be proposed of a paragraph, and what the text becomes.

use crate::text::{self, Fault};
use uuid::Uuid;

/// Most pieces of a text, headings included.
pub const PIECES_MAX: usize = 300;
/// Longest piece, in characters.
pub const PIECE_MAX: usize = 5_000;
/// Longest text as it is pasted, in characters.
pub const TEXT_MAX: usize = 200_000;
/// Longest line that is taken for a heading without a mark, in characters.
const HEADING_MAX: usize = 120;
/// Words with which headings of rules and charters begin, in lower case.
const HEADING_WORDS: [&str; 12] =
    ["article", "art.", "chapitre", "titre", "section", "annexe", "préambule", "chapter", "kapitel", "abschnitt", "artikel", "preamble"];

crate::words! {
    /// Where a text stands.
    TextState {
        /// It is being prepared: nobody else reads it.
        Draft = "draft",
        /// People may say what they think of each paragraph, and how it should be.
        Open = "open",
        /// Nothing is said any more; the collectivity decides.
        Closed = "closed",
        /// All is decided: the text as it is now stands.
        Settled = "settled",
    }
}

crate::words! {
    /// What a piece of a text is.
    PieceKind {
        /// A heading: it has no number, and nobody amends it.
        Heading = "heading",
        /// A paragraph.
        Paragraph = "paragraph",
        /// An item of a list.
        Item = "item",
    }
}

crate::words! {
    /// What somebody says of a paragraph.
    Word {
        /// A remark: it changes nothing.
        Remark = "remark",
        /// Other words in its place.
        Replace = "replace",
        /// It should go.
        Remove = "remove",
        /// A new paragraph after it.
        Insert = "insert",
    }
}

impl Word {
    /// Whether it asks for a change, so that the collectivity must decide.
    #[must_use]
    pub const fn is_amendment(self) -> bool {
        match self {
            Self::Remark => false,
            Self::Replace | Self::Remove | Self::Insert => true,
        }
    }

    /// Whether it comes with words of its own.
    #[must_use]
    pub const fn has_wording(self) -> bool {
        match self {
            Self::Remark | Self::Remove => false,
            Self::Replace | Self::Insert => true,
        }
    }
}

crate::words! {
    /// What became of an amendment.
    Outcome {
        /// Nothing is decided.
        Open = "open",
        /// It stands in the text as it was proposed.
        Accepted = "accepted",
        /// Something of it stands in the text, in the words that the collectivity gave.
        Partly = "partly",
        /// It was not kept.
        Rejected = "rejected",
    }
}

impl Outcome {
    /// Whether the text changes.
    #[must_use]
    pub const fn is_kept(self) -> bool {
        match self {
            Self::Accepted | Self::Partly => true,
            Self::Open | Self::Rejected => false,
        }
    }
}

/// A piece of a text, as it was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its number, from 1; 0 for a heading.
    pub number: i32,
    /// Its words, in one line.
    pub body: String,
}

/// Cuts a pasted text into pieces: headings (marked with `#`, or short lines that begin like an article), items of lists, and paragraphs, which
/// empty lines part. All but headings are numbered in their order.
///
/// # Errors
/// `Missing` when nothing could be discussed, `TooLong` when there are too many pieces or one of them, or the whole, is too long.
pub fn split(pasted: &str) -> Result<Vec<Piece>, Fault> {
    // Stresses of Markdown would stand in the way of a difference by words.
    let pasted = text::bounded_text(&pasted.replace("**", "").replace("__", ""), 1, TEXT_MAX)?;
    let mut pieces: Vec<(PieceKind, String)> = Vec::new();
    let mut goes_on = false;
    for line in pasted.lines().map(text::line) {
        if line.is_empty() {
            goes_on = false;
        } else if let Some(heading) = heading(&line) {
            pieces.push((PieceKind::Heading, heading));
            goes_on = false;
        } else if let Some(item) = item(&line) {
            pieces.push((PieceKind::Item, item));
            goes_on = true;
        } else if let (true, Some((_, last))) = (goes_on, pieces.last_mut()) {
            last.push(' ');
            last.push_str(&line);
        } else {
            pieces.push((PieceKind::Paragraph, line));
            goes_on = true;
        }
    }
    pieces.retain(|(_, body)| !body.is_empty());
    if pieces.len() > PIECES_MAX {
        return Err(Fault::TooLong(PIECES_MAX));
    }
    if pieces.iter().any(|(_, body)| body.chars().count() > PIECE_MAX) {
        return Err(Fault::TooLong(PIECE_MAX));
    }
    if pieces.iter().all(|(kind, _)| *kind == PieceKind::Heading) {
        return Err(Fault::Missing);
    }
    Ok(numbered(pieces))
}

fn numbered(pieces: Vec<(PieceKind, String)>) -> Vec<Piece> {
    let mut next = 0;
    let number = |kind: PieceKind, next: &mut i32| match kind {
        PieceKind::Heading => 0,
        PieceKind::Paragraph | PieceKind::Item => {
            *next += 1;
            *next
        }
    };
    pieces.into_iter().map(|(kind, body)| Piece { kind, number: number(kind, &mut next), body }).collect()
}

/// The words of a line that is a heading.
fn heading(line: &str) -> Option<String> {
    let marked = line.trim_start_matches('#');
    if marked.len() < line.len() && marked.starts_with(' ') {
        return Some(marked.trim().to_owned());
    }
    let short = line.chars().count() <= HEADING_MAX && !line.ends_with(['.', ';', ',', '!', '?']);
    let first = line.split(' ').next().unwrap_or_default().to_lowercase();
    (short && HEADING_WORDS.contains(&first.trim_end_matches([':', ',']))).then(|| line.to_owned())
}

/// The words of a line that is an item: after a dash, a star or a bullet; what is numbered keeps its number.
fn item(line: &str) -> Option<String> {
    if let Some(words) = ["- ", "* ", "• ", "– ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
        return Some(words.trim().to_owned());
    }
    let (mark, words) = line.split_once(' ')?;
    let name = mark.strip_suffix([')', '.', '°'])?;
    let short = name.chars().count() <= 3 && !name.is_empty();
    let counts = name.chars().all(|c| c.is_ascii_digit()) || (name.chars().count() == 1 && name.chars().all(char::is_alphabetic));
    (short && counts && !words.trim().is_empty()).then(|| line.to_owned())
}

/// The text as it is pasted again: what [`split`] cuts into the same pieces.
#[must_use]
pub fn join<'a>(pieces: impl IntoIterator<Item = (PieceKind, &'a str)>) -> String {
    let written = |(kind, body): (PieceKind, &str)| match kind {
        PieceKind::Heading => ["## ", body].concat(),
        PieceKind::Paragraph => body.to_owned(),
        // What counts itself needs no dash.
        PieceKind::Item if item(body).is_some() => body.to_owned(),
        PieceKind::Item => ["- ", body].concat(),
    };
    pieces.into_iter().map(written).collect::<Vec<_>>().join("\n\n")
}

/// An amendment that was decided upon in favour of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept<'a> {
    /// The paragraph.
    pub paragraph: Uuid,
    /// What it does with it.
    pub word: Word,
    /// The words that stand: as proposed, or as the collectivity gave them.
    pub words: &'a str,
}

/// A piece of the resulting text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resulting {
    /// The place in the older text of what it comes from, or stands after.
    pub from: usize,
    /// Whether it is new.
    pub added: bool,
    /// What was there; empty for what is new.
    pub before: String,
    /// What is there now; empty for what goes.
    pub after: String,
}

/// What a text becomes: each piece with the last change that was kept of it, and after it what was kept to stand there. `kept` is in the order
/// of the decisions.
#[must_use]
pub fn resulting(pieces: &[(Uuid, &str)], kept: &[Kept<'_>]) -> Vec<Resulting> {
    let mut result = Vec::with_capacity(pieces.len() + kept.len());
    for (from, (id, before)) in pieces.iter().enumerate() {
        let mine = || kept.iter().filter(|one| one.paragraph == *id);
        let last = mine().rfind(|one| matches!(one.word, Word::Replace | Word::Remove));
        let after = last.map_or(*before, |one| one.words);
        result.push(Resulting { from, added: false, before: (*before).to_owned(), after: after.to_owned() });
        let new = mine().filter(|one| one.word == Word::Insert);
        result.extend(new.map(|one| Resulting { from, added: true, before: String::new(), after: one.words.to_owned() }));
    }
    result
}

/// The words that stand when an amendment is decided upon, or what is wrong with what the agent gave. `stands` is what another change of the same
/// paragraph that is kept already made of it: then the agent says how both read together, for one would silently undo the other.
///
/// # Errors
/// `Missing` where the final words are needed, `Choice` where they are those of this amendment alone, `TooLong`.
pub fn words_kept(word: Word, wording: &str, outcome: Outcome, stands: Option<&str>, given: &str) -> Result<Option<String>, Fault> {
    if !outcome.is_kept() {
        return Ok(None);
    }
    let given = text::bounded_line(given, 0, PIECE_MAX)?;
    let stands = stands.filter(|_| word != Word::Insert);
    if outcome == Outcome::Accepted && word == Word::Remove {
        // Without words the paragraph goes.
        return Ok(Some(if stands.is_some() { given } else { String::new() }));
    }
    match (stands, outcome == Outcome::Partly, given.is_empty()) {
        (None, false, _) => Ok(Some(wording.to_owned())),
        (_, _, true) => Err(Fault::Missing),
        (Some(stands), _, false) if given == wording && stands != wording => Err(Fault::Choice),
        (_, _, false) => Ok(Some(given)),
    }
}

#[cfg(test)]
#[path = "draft_text_tests.rs"]
mod tests;

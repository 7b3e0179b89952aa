//! What is wrong with a file, and where.

use std::fmt;

/// Something that a reader of the file should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters, from 1.
    pub column: usize,
    /// What it is.
    pub kind: ProblemKind,
}

/// What can be wrong. The text is for developers and for the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The line should be this title.
    TitleExpected(&'static str),
    /// The file ends where something must follow.
    Ended,
    /// A quoted field is never closed.
    UnclosedQuote,
    /// Something stands between the closing quote and the next `;`.
    AfterQuote,
    /// A row has more fields than there are columns.
    TooManyFields,
    /// A row has fewer fields than there are columns.
    TooFewFields,
    /// An empty line.
    EmptyLine,
    /// A column or key that must be there is not.
    Missing(&'static str),
    /// A column or key stands twice.
    Twice(String),
    /// A column of old files; it has another name now.
    Legacy(&'static str),
    /// A word that is not in the format.
    UnknownWord(String),
    /// Not a number, or not one that can stand here.
    NotANumber,
    /// A number below zero.
    Negative,
    /// A number beyond what is counted here.
    TooLarge,
    /// Nothing where something must be.
    Empty,
    /// A ballot names a project that does not exist.
    UnknownProject(String),
    /// A ballot names a project twice.
    RepeatedProject(String),
    /// A ballot has another number of points than of projects.
    PointsDoNotMatch,
    /// A list with a space after its comma.
    SpaceInList,
    /// The file says one number, its rows another.
    CountDiffers {
        /// What the file says.
        said: u64,
        /// What its rows give.
        counted: u64,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}: {}", self.line, self.column, self.kind)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TitleExpected(title) => write!(out, "the title {title} should stand here"),
            Self::Ended => out.write_str("the file ends too early"),
            Self::UnclosedQuote => out.write_str("this quoted field is never closed"),
            Self::AfterQuote => out.write_str("after a closing quote comes ; or the end of the line"),
            Self::TooManyFields => out.write_str("more fields than columns"),
            Self::TooFewFields => out.write_str("fewer fields than columns"),
            Self::EmptyLine => out.write_str("an empty line"),
            Self::Missing(name) => write!(out, "{name} is missing"),
            Self::Twice(name) => write!(out, "{name} stands twice"),
            Self::Legacy(name) => write!(out, "this column is called {name} since April 2026"),
            Self::UnknownWord(word) => write!(out, "{word:?} is not a word of the format"),
            Self::NotANumber => out.write_str("a number should stand here"),
            Self::Negative => out.write_str("a number below zero"),
            Self::TooLarge => out.write_str("a number that is too large"),
            Self::Empty => out.write_str("nothing stands here"),
            Self::UnknownProject(id) => write!(out, "there is no project {id:?}"),
            Self::RepeatedProject(id) => write!(out, "project {id:?} is named twice in this ballot"),
            Self::PointsDoNotMatch => out.write_str("not as many points as projects"),
            Self::SpaceInList => out.write_str("a space in a list"),
            Self::CountDiffers { said, counted } => write!(out, "the file says {said}, its rows give {counted}"),
        }
    }
}

//! The form of a `.pb` file: three tables of fields, each field with its place.

use std::iter::Peekable;
use std::str::Chars;

use super::problem::{Problem, ProblemKind};

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What it says, without quotes.
    pub text: String,
    /// Its line, from 1; 0 in tables that were not read.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
}

impl Field {
    /// A field to be written.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), line: 0, column: 0 }
    }

    /// Something is wrong here.
    #[must_use]
    pub const fn problem(&self, kind: ProblemKind) -> Problem {
        Problem { line: self.line, column: self.column, kind }
    }
}

/// The three sections; the first row of each is its column names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tables {
    /// Keys and values.
    pub meta: Vec<Vec<Field>>,
    /// One project per row.
    pub projects: Vec<Vec<Field>>,
    /// One ballot per row.
    pub votes: Vec<Vec<Field>>,
}

const TITLES: [&str; 3] = ["META", "PROJECTS", "VOTES"];

impl Tables {
    /// Reads the form; a byte order mark and `\r\n` are taken. Empty lines are left out and told.
    ///
    /// # Errors
    /// The first place where the file is not of this form.
    pub fn read(text: &str) -> Result<(Self, Vec<Problem>), Problem> {
        let mut reader = Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text).chars().peekable(), line: 1, column: 1 };
        let mut notices = Vec::new();
        let mut sections: Vec<Vec<Vec<Field>>> = Vec::new();
        while let Some(row) = reader.row()? {
            let [first, ..] = row.as_slice() else { continue };
            if row.len() == 1 && first.text.is_empty() {
                notices.push(first.problem(ProblemKind::EmptyLine));
                continue;
            }
            let expected = TITLES.get(sections.len()).filter(|_| sections.last().is_none_or(|section| !section.is_empty()));
            let title = |name: &&&str| first.text.trim_end() == **name && row.iter().skip(1).all(|field| field.text.is_empty());
            match (expected.filter(title), sections.last_mut()) {
                (Some(_), _) => sections.push(Vec::new()),
                (None, Some(section)) => section.push(row),
                (None, None) => return Err(first.problem(ProblemKind::TitleExpected("META"))),
            }
        }
        let mut sections = sections.into_iter();
        let mut next = |title| sections.next().filter(|section| !section.is_empty()).ok_or(reader.here(ProblemKind::Missing(title)));
        let tables = Self { meta: next("META")?, projects: next("PROJECTS")?, votes: next("VOTES")? };
        for section in [&tables.meta, &tables.projects, &tables.votes] {
            widths(section)?;
        }
        Ok((tables, notices))
    }

    /// Writes the form: quotes only where they are needed, lines ended by `\n`.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::new();
        for (title, section) in TITLES.into_iter().zip([&self.meta, &self.projects, &self.votes]) {
            text.push_str(title);
            text.push('\n');
            for row in section {
                for (place, field) in row.iter().enumerate() {
                    if place > 0 {
                        text.push(';');
                    }
                    quote(&mut text, &field.text, row.len() == 1);
                }
                text.push('\n');
            }
        }
        text
    }
}

/// A title alone on its line, or nothing alone on its line, would be read as something else.
fn quote(text: &mut String, field: &str, alone: bool) {
    let mistaken = alone && (field.is_empty() || TITLES.contains(&field.trim_end()));
    if mistaken || field.starts_with('"') || field.contains([';', '"', '\n', '\r']) {
        text.push('"');
        text.push_str(&field.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(field);
    }
}

/// Every row has as many fields as there are columns; empty ones at the end may be left out.
fn widths(section: &[Vec<Field>]) -> Result<(), Problem> {
    let columns = section.first().map_or(0, Vec::len);
    for row in section.iter().skip(1) {
        if let Some(over) = row.get(columns..).and_then(|over| over.iter().find(|field| !field.text.is_empty())) {
            return Err(over.problem(ProblemKind::TooManyFields));
        }
    }
    Ok(())
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    line: usize,
    column: usize,
}

impl Reader<'_> {
    fn here(&self, kind: ProblemKind) -> Problem {
        Problem { line: self.line, column: self.column, kind }
    }

    fn take(&mut self) -> Option<char> {
        let letter = self.rest.next()?;
        if letter == '\n' {
            (self.line, self.column) = (self.line + 1, 1);
        } else {
            self.column += 1;
        }
        Some(letter)
    }

    /// The next row, or nothing at the end.
    fn row(&mut self) -> Result<Option<Vec<Field>>, Problem> {
        if self.rest.peek().is_none() {
            return Ok(None);
        }
        let mut row = Vec::new();
        loop {
            let (line, column) = (self.line, self.column);
            let text = if self.rest.peek() == Some(&'"') { self.quoted()? } else { self.plain() };
            row.push(Field { text, line, column });
            match self.take() {
                Some(';') => {}
                _ => return Ok(Some(row)),
            }
        }
    }

    fn plain(&mut self) -> String {
        let mut text = String::new();
        while let Some(letter) = self.rest.peek().copied().filter(|letter| !matches!(letter, ';' | '\n')) {
            text.push(letter);
            self.take();
        }
        if self.rest.peek() != Some(&';') && text.ends_with('\r') {
            text.pop();
        }
        text
    }

    fn quoted(&mut self) -> Result<String, Problem> {
        let open = self.here(ProblemKind::UnclosedQuote);
        self.take();
        let mut text = String::new();
        loop {
            match (self.take(), self.rest.peek()) {
                (Some('"'), Some('"')) => {
                    text.push('"');
                    self.take();
                }
                (Some('"'), _) => break,
                (Some(letter), _) => text.push(letter),
                (None, _) => return Err(open),
            }
        }
        if self.rest.peek() == Some(&'\r') {
            self.take();
        }
        match self.rest.peek() {
            None | Some(';' | '\n') => Ok(text),
            Some(_) => Err(self.here(ProblemKind::AfterQuote)),
        }
    }
}

//! Answers: what was typed for a question, and what it means or why it cannot be taken.

use super::{Question, QuestionKind};
use crate::id::{ChoiceId, FileId, QuestionId};
use crate::text;
use std::collections::BTreeMap;

/// Longest answer in a line, and longest other answer, in characters.
pub const SHORT_MAX: usize = 300;
/// Longest answer of several lines, in characters.
pub const LONG_MAX: usize = 5_000;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A text.
    Text(String),
    /// What was chosen of the list, and what was written beside it.
    Chosen {
        /// One, or several.
        choices: Vec<ChoiceId>,
        /// Another answer.
        other: Option<String>,
    },
    /// What was put in order, first first; what was left out is absent.
    Ranked(Vec<ChoiceId>),
    /// A place on the scale.
    Value(i32),
    /// Row and column.
    Cells(Vec<(ChoiceId, ChoiceId)>),
    /// A file.
    File(FileId),
}

/// Somebody's answers.
pub type Answers = BTreeMap<QuestionId, Answer>;

/// What arrived for a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The values of the field: a text, ids of choices, a number.
    pub values: Vec<String>,
    /// What was written as another answer.
    pub other: String,
    /// For a ranking: the rank given to each choice; for a grid: the column chosen in each row.
    pub parts: Vec<String>,
}

/// The value that means "another answer".
pub const OTHER: &str = "other";

/// Why an answer cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerFault {
    /// It is needed.
    Missing,
    /// More characters than this.
    TooLong(usize),
    /// Not one of the answers offered.
    Choice,
    /// Another answer was ticked and not written.
    OtherMissing,
    /// Fewer answers than this.
    TooFew(i32),
    /// More answers than this.
    TooMany(i32),
    /// The same rank twice.
    SameRank,
    /// A row without an answer.
    RowMissing,
    /// Neither a picture nor a PDF, or not readable.
    NotAFile,
    /// Heavier than this number of bytes.
    TooHeavy(usize),
}

impl AnswerFault {
    /// Whether it only says that something is still to be done: no reason against putting the page aside.
    #[must_use]
    pub const fn is_gap(self) -> bool {
        match self {
            Self::Missing | Self::TooFew(_) | Self::RowMissing | Self::OtherMissing => true,
            Self::TooLong(_) | Self::Choice | Self::TooMany(_) | Self::SameRank | Self::NotAFile | Self::TooHeavy(_) => false,
        }
    }
}

/// Reads what was typed for a question. `None`: nothing, and nothing was needed. Files are read elsewhere: `None`.
///
/// # Errors
/// What is wrong with it.
pub fn read(question: &Question, typed: &Typed) -> Result<Option<Answer>, AnswerFault> {
    let answer = match question.kind {
        QuestionKind::Short => written(text::line(first(typed)), SHORT_MAX)?,
        QuestionKind::Long => written(text::paragraphs(first(typed)), LONG_MAX)?,
        QuestionKind::Single | QuestionKind::Multiple => chosen(question, typed)?,
        QuestionKind::Ranking => ranked(question, typed)?,
        QuestionKind::Scale => value(question, typed)?,
        QuestionKind::Matrix => cells(question, typed)?,
        QuestionKind::File => return Ok(None),
    };
    if answer.is_none() && question.required { Err(AnswerFault::Missing) } else { Ok(answer) }
}

fn first(typed: &Typed) -> &str {
    typed.values.first().map_or("", String::as_str)
}

fn written(text: String, max: usize) -> Result<Option<Answer>, AnswerFault> {
    if text.chars().count() > max {
        return Err(AnswerFault::TooLong(max));
    }
    Ok((!text.is_empty()).then_some(Answer::Text(text)))
}

fn chosen(question: &Question, typed: &Typed) -> Result<Option<Answer>, AnswerFault> {
    let mut choices: Vec<ChoiceId> = Vec::new();
    let mut other = None;
    for value in typed.values.iter().filter(|value| !value.is_empty()) {
        if value == OTHER && question.other {
            let text = text::line(&typed.other);
            if text.chars().count() > SHORT_MAX {
                return Err(AnswerFault::TooLong(SHORT_MAX));
            }
            other = Some(text).filter(|text| !text.is_empty());
            if other.is_none() {
                return Err(AnswerFault::OtherMissing);
            }
        } else {
            let id = ChoiceId::parse(value).filter(|id| question.choice(*id).is_some()).ok_or(AnswerFault::Choice)?;
            if !choices.contains(&id) {
                choices.push(id);
            }
        }
    }
    let count = choices.len() + usize::from(other.is_some());
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    if count == 0 {
        return Ok(None);
    }
    let (least, most) = if question.kind == QuestionKind::Single { (1, 1) } else { (question.least, question.most) };
    if most > 0 && count > most {
        return Err(AnswerFault::TooMany(most));
    }
    if count < least {
        return Err(AnswerFault::TooFew(least));
    }
    Ok(Some(Answer::Chosen { choices, other }))
}

fn ranked(question: &Question, typed: &Typed) -> Result<Option<Answer>, AnswerFault> {
    let mut ranks: BTreeMap<usize, ChoiceId> = BTreeMap::new();
    for (choice, rank) in question.choices.iter().zip(&typed.parts).filter(|(_, rank)| !rank.is_empty()) {
        let rank = rank.parse::<usize>().ok().filter(|rank| (1..=question.choices.len()).contains(rank)).ok_or(AnswerFault::Choice)?;
        if ranks.insert(rank, choice.id).is_some() {
            return Err(AnswerFault::SameRank);
        }
    }
    let order: Vec<ChoiceId> = ranks.into_values().collect();
    Ok((!order.is_empty()).then_some(Answer::Ranked(order)))
}

fn value(question: &Question, typed: &Typed) -> Result<Option<Answer>, AnswerFault> {
    let typed = first(typed).trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let number = typed.parse::<i32>().ok().filter(|number| (question.least..=question.most).contains(number)).ok_or(AnswerFault::Choice)?;
    Ok(Some(Answer::Value(number)))
}

fn cells(question: &Question, typed: &Typed) -> Result<Option<Answer>, AnswerFault> {
    let mut cells = Vec::new();
    for (row, column) in question.rows.iter().zip(&typed.parts).filter(|(_, column)| !column.is_empty()) {
        let column = ChoiceId::parse(column).filter(|id| question.choice(*id).is_some()).ok_or(AnswerFault::Choice)?;
        cells.push((row.id, column));
    }
    if question.required && !cells.is_empty() && cells.len() < question.rows.len() {
        return Err(AnswerFault::RowMissing);
    }
    Ok((!cells.is_empty()).then_some(Answer::Cells(cells)))
}

/// What a form must hold so that it reads back as this answer.
#[must_use]
pub fn typed(question: &Question, answer: &Answer) -> Typed {
    match answer {
        Answer::Text(text) => Typed { values: vec![text.clone()], ..Typed::default() },
        Answer::Value(number) => Typed { values: vec![number.to_string()], ..Typed::default() },
        Answer::Chosen { choices, other } => {
            let mut values: Vec<String> = choices.iter().map(ToString::to_string).collect();
            values.extend(other.as_ref().map(|_| OTHER.to_owned()));
            Typed { values, other: other.clone().unwrap_or_default(), parts: Vec::new() }
        }
        Answer::Ranked(order) => {
            let rank = |id: ChoiceId| order.iter().position(|placed| *placed == id).map(|place| (place + 1).to_string());
            Typed { parts: question.choices.iter().map(|choice| rank(choice.id).unwrap_or_default()).collect(), ..Typed::default() }
        }
        Answer::Cells(cells) => {
            let column = |row: ChoiceId| cells.iter().find(|(id, _)| *id == row).map(|(_, column)| column.to_string());
            Typed { parts: question.rows.iter().map(|row| column(row.id).unwrap_or_default()).collect(), ..Typed::default() }
        }
        Answer::File(_) => Typed::default(),
    }
}

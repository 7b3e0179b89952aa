//! What is at stake in a vote, as an agent answers it before opening one.

use crate::{Error, Faults, Result};
use domain::risk::{Grid, LEVEL_MAX, Purpose, Reach, Size, Statement};
use domain::text::Fault;
use store::{Db, Uid};

/// The fields of the questions, in the order in which they are asked: what it is for, how many, where, and the statements.
pub const QUESTIONS: [&str; 9] = [
    "grid_purpose",
    "grid_size",
    "grid_reach",
    "grid_postponable",
    "grid_other_way",
    "grid_power",
    "grid_threat",
    "grid_proof",
    "grid_duty",
];
/// The answers to a statement.
const YES_NO: [&str; 2] = ["yes", "no"];

/// The answers as they were typed: codes, in the order of [`QUESTIONS`]; empty where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GridForm([String; 9]);

impl GridForm {
    /// What was sent, by the names of the fields.
    pub fn read(field: impl Fn(&str) -> String) -> Self {
        Self(QUESTIONS.map(field))
    }

    /// What was answered for a draft.
    #[must_use]
    pub fn of(grid: &Grid) -> Self {
        let truth = |statement: &Statement| if grid.truths.contains(statement) { "yes" } else { "no" };
        let first = [Purpose::Consultation.code(), grid.size.code(), grid.reach.code()];
        let mut codes = first.into_iter().chain(Statement::ALL.iter().map(truth));
        Self(QUESTIONS.map(|_| codes.next().unwrap_or_default().to_owned()))
    }

    /// The questions with the codes of their answers and the one that was given.
    pub fn questions(&self) -> impl Iterator<Item = (&'static str, Vec<&'static str>, &str)> {
        QUESTIONS.into_iter().zip(&self.0).map(|(field, answer)| (field, answers(field), answer.as_str()))
    }

    /// What the vote is for, if it is something that cannot be held here.
    #[must_use]
    pub fn refused(&self) -> Option<Purpose> {
        self.0.first().and_then(|code| Purpose::parse(code)).filter(|purpose| purpose.is_refused())
    }

    /// Reads the answers.
    pub(super) fn parse(&self, faults: &mut Faults) -> Option<Grid> {
        for (field, codes, answer) in self.questions() {
            if answer.is_empty() {
                faults.push((field, Fault::Missing));
            } else if !codes.contains(&answer) {
                faults.push((field, Fault::Choice));
            }
        }
        if self.refused().is_some() {
            faults.push(("grid_purpose", Fault::Choice));
        }
        let [_, size, reach, statements @ ..] = &self.0;
        let truths = Statement::ALL.iter().zip(statements).filter(|(_, answer)| *answer == "yes").map(|(statement, _)| *statement);
        let grid = Grid { size: Size::parse(size)?, reach: Reach::parse(reach)?, truths: truths.collect() };
        let all_answered = self.0.iter().all(|answer| !answer.is_empty());
        if all_answered && grid.level() > LEVEL_MAX {
            faults.push(("grid", Fault::Choice));
        }
        Some(grid)
    }
}

/// What was answered for a box; nothing where it was not asked.
///
/// # Errors
/// Answers that cannot be read, or the store's failure.
pub fn grid(db: &mut Db, id: Uid) -> Result<Option<Grid>> {
    let Some(text) = store::risk::answers(db, id)? else { return Ok(None) };
    Grid::parse(&text).map(Some).ok_or_else(|| Error::Broken(format!("the grid of the ballot box {} cannot be read", id.0)))
}

fn answers(field: &str) -> Vec<&'static str> {
    match field {
        "grid_purpose" => Purpose::ALL.iter().map(|purpose| purpose.code()).collect(),
        "grid_size" => Size::ALL.iter().map(|size| size.code()).collect(),
        "grid_reach" => Reach::ALL.iter().map(|reach| reach.code()).collect(),
        _ => YES_NO.to_vec(),
    }
}

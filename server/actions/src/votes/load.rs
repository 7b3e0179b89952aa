//! A ballot box with what its texts mean.

use super::counting;
use crate::{Error, Result};
use deliberation::ballot::{Choice, Form};
use deliberation::verdict::{Contender, Counting};
use domain::refusal::Refusal;
use domain::vote::{BoxState, Level};
use store::votes::{BallotBox, BallotOption};
use store::{Db, Uid};

/// A box, read whole.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The row.
    pub row: BallotBox,
    /// Its options.
    pub options: Vec<BallotOption>,
    /// Where it stands.
    pub state: BoxState,
    /// The form of its ballots.
    pub form: Form,
    /// How its ballots are counted.
    pub rule: Counting,
    /// Who may vote.
    pub levels: Vec<Level>,
}

impl Loaded {
    /// The options as counting sees them.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        let choice = |option: &BallotOption| Choice {
            number: u32::try_from(option.number).unwrap_or(0),
            cost: u64::try_from(option.cost).unwrap_or(0),
            withdrawn: option.withdrawn,
        };
        self.options.iter().map(choice).collect()
    }

    /// The options as a rule sees them.
    #[must_use]
    pub fn contenders(&self) -> Vec<Contender> {
        let contender = |choice: Choice| Contender { number: choice.number, cost: choice.cost, withdrawn: choice.withdrawn, group: None };
        self.choices().into_iter().map(contender).collect()
    }

    /// Whether its time was found to be over and its paper is still being counted.
    ///
    /// # Errors
    /// When the store fails.
    pub fn waits_for_paper(&self, db: &mut Db) -> Result<bool> {
        let paper = self.levels.contains(&Level::Paper);
        Ok(paper && store::paper::count(db, self.row.id)?.is_some_and(|count| count.settled_at.is_none()))
    }

    /// The options in the order drawn for ties, before the opening.
    #[must_use]
    pub fn lots(&self) -> Vec<u32> {
        self.row.lots.split(',').filter_map(|number| number.parse().ok()).collect()
    }
}

/// What a ballot of a box looks like and how it is counted; nothing where that makes no sense.
#[must_use]
pub fn asked(row: &BallotBox) -> Option<(Form, Counting)> {
    let form: Form = row.form.parse().ok()?;
    let rule = match row.rule.as_str() {
        "" => counting(&form, row.quorum), // of before rules were written down
        text => text.parse().ok()?,
    };
    Some((form, rule))
}

/// Reads a box.
///
/// # Errors
/// `NotFound`, a row that makes no sense, or the store's failure.
pub fn load(db: &mut Db, id: Uid) -> Result<Loaded> {
    let row = store::votes::find(db, id)?.ok_or(Refusal::NotFound)?;
    let options = store::votes::options(db, id)?;
    let broken = |what: &str| Error::Broken(format!("the {what} of the ballot box {} cannot be read", id.0));
    let state = BoxState::parse(&row.state).ok_or_else(|| broken("state"))?;
    let (form, rule) = asked(&row).ok_or_else(|| broken("form or rule"))?;
    let levels = row.levels.split(' ').map(|code| Level::parse(code).ok_or_else(|| broken("levels"))).collect::<Result<_>>()?;
    Ok(Loaded { row, options, state, form, rule, levels })
}

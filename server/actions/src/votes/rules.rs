//! Which rule decides when nobody chose another.

use deliberation::ballot::Form;
use deliberation::budget::{Completion, EqualShares, Method, Rule};
use deliberation::tally::majority::Blank;
use deliberation::tally::motion::Majority;
use deliberation::verdict::Counting;

/// How many cents make one euro: budgets are kept in cents.
pub const UNIT: u64 = 100;

/// The rule that is proposed for a budget: equal shares, one euro more for each voter until the money is used, and greedy beside it where more
/// voters are better off there.
#[must_use]
pub fn usual_rule() -> Rule {
    Rule::of(Method::EqualShares(EqualShares { comparison: true, ..EqualShares::new(Completion::Add1, UNIT) }))
}

/// How the ballots of a poll are counted: each form has one way here. `quorum`: how many must take part, 0 for none.
#[must_use]
pub fn counting(form: &Form, quorum: i32) -> Counting {
    match form {
        Form::ForAgainstAbstain => Counting::Majority(Majority { quorum: u64::try_from(quorum).unwrap_or(0), ..Majority::SIMPLE }),
        Form::Consent => Counting::Consent,
        Form::Ranking { .. } => Counting::Schulze,
        Form::MajorityJudgment { .. } => Counting::MajorityJudgment(Blank::Reject),
        Form::ChooseOne
        | Form::Approval { .. }
        | Form::Knapsack { .. }
        | Form::Cumulative { .. }
        | Form::Money { .. }
        | Form::Scale { .. } => Counting::Plain,
    }
}

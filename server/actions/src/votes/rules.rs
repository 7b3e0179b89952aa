//! Which rule decides when nobody chose another.

use deliberation::ballot::Form;
use deliberation::budget::{Completion, EqualShares, Greedy, Method, Rule, Utility};
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

/// The rules that an agent chooses from, by the codes of their texts; the first is proposed.
pub const RULES: [&str; 6] = ["shares", "shares_alone", "shares_greedy", "greedy", "greedy_per_cost", "phragmen"];

/// The rule of a code, for ballots of a form.
#[must_use]
pub fn rule_named(code: &str, form: &Form) -> Option<Rule> {
    let utility = if matches!(form, Form::Cumulative { .. }) { Utility::Points } else { Utility::Cost };
    let shares = |completion: Completion, comparison: bool| {
        Method::EqualShares(EqualShares { utility, comparison, ..EqualShares::new(completion, UNIT) })
    };
    Some(Rule::of(match code {
        "shares" => shares(Completion::Add1, true),
        "shares_alone" => shares(Completion::Add1, false),
        "shares_greedy" => shares(Completion::Add1Utilitarian, false),
        "greedy" => Method::Greedy(Greedy::default()),
        "greedy_per_cost" => Method::Greedy(Greedy { per_cost: true, ..Greedy::default() }),
        "phragmen" => Method::Phragmen,
        _ => return None,
    }))
}

/// The code of a rule; `other` for one that is not among [`RULES`].
#[must_use]
pub fn rule_code(rule: &Rule, form: &Form) -> &'static str {
    RULES.into_iter().find(|code| rule_named(code, form).as_ref() == Some(rule)).unwrap_or("other")
}

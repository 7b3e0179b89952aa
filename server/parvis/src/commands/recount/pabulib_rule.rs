//! The rules that a `.pb` file names, as rules of the house; and the rules of the command line.

use deliberation::budget::{Completion, EqualShares, Greedy, Method, Rule, Utility};
use deliberation::pabulib::{Election, VoteType};

/// Our own key: the canonical text of the rule with all its parameters. Other programs leave unknown keys alone.
pub(super) const RULE_KEY: &str = "parvis_rule";
/// Our own key: ids of projects in the order drawn beforehand, separated by commas.
pub(super) const LOTS_KEY: &str = "parvis_lots";

/// The rule of a file: ours where it stands there, else Pabulib's. Nothing where it is unknown or says too little to be applied.
pub(super) fn declared(election: &Election) -> Option<Rule> {
    match election.meta(RULE_KEY) {
        Some(text) => text.parse().ok(),
        None => {
            let name = election.meta("rule")?;
            let (name, comparison) = name.strip_suffix("-comparison").map_or((name, false), |name| (name, true));
            let name = if name.starts_with("equalshares") { name.replace("equalshares", "equal-shares") } else { name.to_owned() };
            let mut rule = named(&name, election)?;
            if let Method::EqualShares(shares) = &mut rule.method {
                shares.comparison = comparison;
            }
            Some(rule)
        }
    }
}

/// The rule of a name of the command line: `greedy`, `greedy-no-skip`, `greedy-threshold`, `equal-shares…`, `phragmen`. The threshold is the file's.
pub(in crate::commands) fn named(name: &str, election: &Election) -> Option<Rule> {
    let by_points = !matches!(election.vote_type, VoteType::Approval | VoteType::ChooseOne);
    let utility = if by_points { Utility::Points } else { Utility::Cost };
    let threshold = election.meta("min_project_score_threshold").and_then(|text| text.parse().ok());
    let method = match name {
        "greedy" => Method::Greedy(Greedy::default()),
        "greedy-no-skip" => Method::Greedy(Greedy { no_skip: true, ..Greedy::default() }),
        "greedy-threshold" => Method::Greedy(Greedy { threshold: threshold?, ..Greedy::default() }),
        "phragmen" => Method::Phragmen,
        other => Method::EqualShares(EqualShares { utility, ..EqualShares::new(Completion::named(other)?, election.unit) }),
    };
    Some(Rule::of(method))
}

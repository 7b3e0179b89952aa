//! The canonical text of a rule: its name and every parameter, as it is stored with a vote and published with its result.
//!
//! `greedy by=score skip=yes threshold=0 exclusive=no eligibility=no ties=cost-votes-lots`,
//! `equal-shares/add1 utility=cost start=exact step=100 comparison=no eligibility=no ties=lots`, `phragmen eligibility=no ties=lots`.

use std::fmt;
use std::str::FromStr;

use super::rule::{Completion, EqualShares, Greedy, Method, Rule, Start, Ties, Utility};
use crate::words::{Words, name_of, yes};

const TIES: [(&str, Ties); 2] = [("lots", Ties::Lots), ("cost-votes-lots", Ties::CostVotesLots)];
const UTILITIES: [(&str, Utility); 3] = [("cost", Utility::Cost), ("count", Utility::Count), ("points", Utility::Points)];
const STARTS: [(&str, Start); 2] = [("exact", Start::Exact), ("floor", Start::Floor)];
const ORDERS: [(&str, bool); 2] = [("score", false), ("score-per-cost", true)];
const COMPLETIONS: [(&str, Completion); 5] = [
    ("equal-shares", Completion::None),
    ("equal-shares/add1", Completion::Add1),
    ("equal-shares/add1-exhaustive", Completion::Add1Exhaustive),
    ("equal-shares/add1u", Completion::Add1Utilitarian),
    ("equal-shares/utilitarian", Completion::Utilitarian),
];

impl Completion {
    /// The completion that a name of equal shares stands for: `equal-shares`, `equal-shares/add1` …
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        COMPLETIONS.iter().find(|(known, _)| *known == name).map(|(_, completion)| *completion)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.method {
            Method::Greedy(rule) => write!(
                out,
                "greedy by={} skip={} threshold={} exclusive={}",
                name_of(&rule.per_cost, &ORDERS),
                yes(!rule.no_skip),
                rule.threshold,
                yes(rule.exclusive)
            )?,
            Method::EqualShares(rule) => write!(
                out,
                "{} utility={} start={} step={} comparison={}",
                name_of(&rule.completion, &COMPLETIONS),
                name_of(&rule.utility, &UTILITIES),
                name_of(&rule.start, &STARTS),
                rule.step,
                yes(rule.comparison)
            )?,
            Method::Phragmen => out.write_str("phragmen")?,
        }
        write!(out, " eligibility={} ties={}", yes(self.eligibility), name_of(&self.ties, &TIES))
    }
}

/// The text is not a rule in its canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotARule;

impl FromStr for Rule {
    type Err = NotARule;

    /// Reads the canonical text only: what is written back is what was read.
    fn from_str(text: &str) -> Result<Self, NotARule> {
        rule(text).filter(|rule| rule.to_string() == text).ok_or(NotARule)
    }
}

fn rule(text: &str) -> Option<Rule> {
    let words = Words::of(text)?;
    let method = match words.name {
        "greedy" => Method::Greedy(Greedy {
            per_cost: words.one_of("by", &ORDERS)?,
            no_skip: !words.yes("skip")?,
            threshold: words.value("threshold")?,
            exclusive: words.yes("exclusive")?,
        }),
        "phragmen" => Method::Phragmen,
        name => Method::EqualShares(EqualShares {
            completion: Completion::named(name)?,
            utility: words.one_of("utility", &UTILITIES)?,
            start: words.one_of("start", &STARTS)?,
            step: words.value("step")?,
            comparison: words.yes("comparison")?,
        }),
    };
    Some(Rule { method, eligibility: words.yes("eligibility")?, ties: words.one_of("ties", &TIES)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_rule_is_canonical() {
        for text in [
            "greedy by=score skip=yes threshold=0 exclusive=no eligibility=no ties=cost-votes-lots",
            "greedy by=score-per-cost skip=no threshold=12 exclusive=yes eligibility=yes ties=lots",
            "equal-shares utility=cost start=exact step=1 comparison=no eligibility=no ties=lots",
            "equal-shares/add1 utility=count start=floor step=100 comparison=yes eligibility=no ties=cost-votes-lots",
            "equal-shares/add1-exhaustive utility=points start=exact step=1 comparison=no eligibility=no ties=lots",
            "equal-shares/add1u utility=cost start=exact step=1 comparison=no eligibility=no ties=lots",
            "equal-shares/utilitarian utility=cost start=exact step=1 comparison=no eligibility=no ties=lots",
            "phragmen eligibility=no ties=lots",
        ] {
            assert_eq!(text.parse::<Rule>().map(|rule| rule.to_string()), Ok(text.to_owned()));
        }
        for text in [
            "",
            "phragmen",
            "phragmen ties=lots eligibility=no",
            "greedy",
            "equal-shares/add2 utility=cost start=exact step=1 comparison=no eligibility=no ties=lots",
        ] {
            assert_eq!(text.parse::<Rule>(), Err(NotARule), "{text}");
        }
    }
}

//! The rules by name, with every parameter that changes a result: start, step and stop are part of a rule and are stored with its result.

use super::Instance;
use super::instance::MOST_MONEY;

/// How a budget is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which method.
    pub method: Method,
    /// A project may win only with |N(p)|/n ≥ c(p)/(3B) (Świecie, 2023).
    pub eligibility: bool,
    /// What tells equals apart.
    pub ties: Ties,
}

/// What tells equals apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// The order drawn beforehand.
    Lots,
    /// The least cost, then the most votes, then the order drawn beforehand (as equalshares.net recommends).
    CostVotesLots,
}

/// The methods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// From the greatest score downwards.
    Greedy(Greedy),
    /// The Method of Equal Shares.
    EqualShares(EqualShares),
    /// Sequential Phragmén.
    Phragmen,
}

/// Greedy, and how towns vary it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Greedy {
    /// Sorts by s(p)/c(p) and not by s(p).
    pub per_cost: bool,
    /// Stops at the first project that does not fit, and does not look at cheaper ones.
    pub no_skip: bool,
    /// Only projects with s(p) at least this.
    pub threshold: u64,
    /// Of projects with the same group only the first wins.
    pub exclusive: bool,
}

/// What a project is worth to a voter who chose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Utility {
    /// Its cost, the same for all who chose it.
    Cost,
    /// One.
    Count,
    /// The points given to it.
    Points,
}

/// What each voter starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// B/n exactly.
    Exact,
    /// B/n rounded down to a whole unit of the currency.
    Floor,
}

/// What is done with money that equal shares leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    /// Nothing.
    None,
    /// Start again with one step more for each voter, as long as the result costs no more than B; the last such result counts.
    Add1,
    /// The same, and stop too at the first result to which no supported project can be added.
    Add1Exhaustive,
    /// The same, then greedy by score with what is left.
    Add1Utilitarian,
    /// Greedy by score with what is left.
    Utilitarian,
}

/// The Method of Equal Shares with its parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EqualShares {
    /// What a project is worth.
    pub utility: Utility,
    /// What each voter starts with.
    pub start: Start,
    /// By how much the share of each voter grows, in the smallest unit; above zero.
    pub step: u64,
    /// What is done with money that is left.
    pub completion: Completion,
    /// Takes the result of greedy where strictly more voters have more winners there.
    pub comparison: bool,
}

/// Why a rule cannot be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleFault {
    /// A step of nothing, or of more money than there can be (2⁶⁰).
    NoStep,
    /// Nobody voted, so nobody has a share.
    NoVoters,
    /// The step is so small beside the costs that the rule would be run too often.
    StepTooSmall,
}

/// How often equal shares are run for one result at most: a share of this many steps above the first is far beyond what any budget gives.
pub(super) const MOST_RUNS: u32 = 1_000_000;

impl Rule {
    /// The method alone, equals told apart by cost, votes and lots.
    #[must_use]
    pub const fn of(method: Method) -> Self {
        Self { method, eligibility: false, ties: Ties::CostVotesLots }
    }

    /// Whether the rule can be applied.
    pub(super) fn fits(&self, instance: &Instance) -> Result<(), RuleFault> {
        let Method::EqualShares(shares) = self.method else { return Ok(()) };
        match shares.step {
            0 => Err(RuleFault::NoStep),
            step if step > MOST_MONEY => Err(RuleFault::NoStep),
            _ if instance.voters() == 0 => Err(RuleFault::NoVoters),
            _ => Ok(()),
        }
    }

    /// Whether a project may win at all.
    pub(super) fn able(&self, instance: &Instance, place: usize) -> bool {
        let stands = instance.projects().get(place).is_some_and(|project| !project.withdrawn);
        stands && instance.votes(place) > 0 && (!self.eligibility || eligible(instance, place))
    }
}

/// |N(p)|/n ≥ c(p)/(3B).
pub(super) fn eligible(instance: &Instance, place: usize) -> bool {
    let asked = u128::from(instance.cost(place)) * u128::from(instance.voters());
    u128::from(instance.votes(place)) * 3 * u128::from(instance.budget()) >= asked
}

impl EqualShares {
    /// Cost utility, B/n exactly, one unit of the currency per step.
    #[must_use]
    pub const fn new(completion: Completion, unit: u64) -> Self {
        Self { utility: Utility::Cost, start: Start::Exact, step: unit, completion, comparison: false }
    }

    /// Whether the rule is run again with larger shares.
    pub(super) const fn repeats(&self) -> bool {
        matches!(self.completion, Completion::Add1 | Completion::Add1Exhaustive | Completion::Add1Utilitarian)
    }
}

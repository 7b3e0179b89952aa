//! What a rule says: who won, what it cost, and for each project the reason that its authors and supporters are owed.

/// The result of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The winners, in the order in which the rule took them.
    pub winners: Vec<Win>,
    /// What they cost together, in the smallest unit.
    pub cost: u64,
    /// The others, in their places.
    pub losers: Vec<Loss>,
    /// Why the rule ended.
    pub stop: Stop,
    /// What each voter had at the start of the run that counts: numerator and denominator, in the smallest unit. Only for equal shares.
    pub endowment: Option<(u128, u64)>,
    /// Greedy beside equal shares, where the rule compares them.
    pub comparison: Option<Comparison>,
}

impl Outcome {
    /// The places of the winners, in the order in which the rule took them.
    #[must_use]
    pub fn places(&self) -> Vec<usize> {
        self.winners.iter().map(|win| win.place).collect()
    }
}

/// A project that won.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Win {
    /// Its place in the instance.
    pub place: usize,
    /// How many chose it.
    pub votes: u64,
    /// The sum of its points.
    pub score: u64,
    /// The most that one of its supporters paid, rounded up to the smallest unit. Only for winners of equal shares; points: for one point.
    pub paid: Option<u64>,
}

/// A project that did not win.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// Its place in the instance.
    pub place: usize,
    /// How many chose it.
    pub votes: u64,
    /// The sum of its points.
    pub score: u64,
    /// Why.
    pub why: Why,
}

/// Why a project did not win.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// What was left for it does not pay for it. Greedy: of the budget when its turn came. Equal shares: in the hands of its supporters at the end,
    /// rounded down to the smallest unit.
    TooDear {
        /// What was left, in the smallest unit.
        left: u64,
        /// What was missing to its cost.
        missing: u64,
    },
    /// The rule had stopped before its turn.
    AfterStop,
    /// Fewer points than the threshold.
    BelowThreshold {
        /// How many points were missing.
        missing: u64,
    },
    /// Another project of its group won.
    GroupTaken {
        /// The place of the other.
        by: usize,
    },
    /// Too few voters for its cost, where the rule has the eligibility condition.
    NotEligible,
    /// Nobody chose it.
    NobodyChose,
    /// It was taken back.
    Withdrawn,
}

/// Why a rule ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Every project had its turn.
    AllSeen,
    /// A project did not fit, and the rule does not skip.
    DidNotFit {
        /// Its place.
        place: usize,
    },
    /// No project can be paid by its supporters.
    NoneAffordable,
    /// One step more for each voter would have cost more than the budget.
    NextExceeds {
        /// What the next result would have cost.
        cost: u64,
    },
    /// No supported project can be added any more.
    Exhaustive,
    /// Every supported project has won.
    AllWon,
}

/// Which of two results voters prefer: the one in which more of their projects won. A voter of whom nothing won counts with none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// Voters with strictly more winners under equal shares.
    pub for_shares: u64,
    /// Voters with strictly more winners under greedy.
    pub for_greedy: u64,
    /// Whether the result is that of greedy.
    pub greedy_taken: bool,
}

//! Why a ballot or a form is refused, without human text: the doors say it in the reader's language.

/// Why a ballot is refused. A refused ballot changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The ballot has another shape than the vote asks for.
    NotThisForm,
    /// The option is named twice.
    Repeated(u32),
    /// The vote has no such option.
    Unknown(u32),
    /// The option was taken back.
    Withdrawn(u32),
    /// Points or money below zero.
    Negative(u32),
    /// Fewer options than the form asks for.
    TooFew {
        /// The least number.
        least: u32,
        /// The number given.
        given: u32,
    },
    /// More options than the form takes.
    TooMany {
        /// The greatest number.
        most: u32,
        /// The number given.
        given: u32,
    },
    /// The options chosen, or the money given, cost more than there is.
    OverBudget {
        /// What there is.
        budget: u64,
        /// What was asked; at most `u64::MAX` is shown.
        asked: u64,
    },
    /// Fewer points than must be given out.
    TooFewPoints {
        /// The least sum.
        least: u64,
        /// The sum given.
        given: u64,
    },
    /// More points than may be given out.
    TooManyPoints {
        /// The greatest sum.
        most: u64,
        /// The sum given; at most `u64::MAX` is shown.
        given: u64,
    },
    /// A value for one option that the form does not take.
    OutOfRange {
        /// The option.
        option: u32,
        /// The least value.
        lowest: i64,
        /// The greatest value.
        highest: i64,
    },
    /// An option was left without answer where every one must have one.
    Unanswered(u32),
    /// Not a whole number.
    NotANumber,
    /// A number that is too large to be meant.
    TooLarge,
    /// The text is not a ballot in its canonical form.
    Malformed {
        /// Where reading stopped, in characters from 1.
        column: usize,
    },
}

/// Why a form cannot be used for a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormFault {
    /// The least is above the greatest.
    EmptyRange,
    /// Nothing could be chosen or given.
    NothingToGive,
    /// More must be chosen than there are options.
    MoreThanOptions,
    /// Two options bear the same number.
    RepeatedOption(u32),
    /// Majority judgment takes from two to ten grades.
    GradesOutOfRange,
    /// A scale has at most 101 steps.
    ScaleTooLong,
    /// There are no options where the form needs some.
    NoOptions,
    /// The text is not a form.
    Malformed,
}

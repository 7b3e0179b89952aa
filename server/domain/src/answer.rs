//! The collectivity's official answers.

crate::words! {
    /// Where the collectivity stands on a contribution.
    AnswerState {
        /// Read and registered.
        Received = "received",
        /// Being studied by the services.
        UnderStudy = "under_study",
        /// Accepted as it is.
        Accepted = "accepted",
        /// Accepted in part.
        PartlyAccepted = "partly_accepted",
        /// Refused, with a reason.
        Refused = "refused",
        /// Done.
        Done = "done",
        /// Found feasible and put to the vote of a participatory budget: the vote decides.
        PutToVote = "put_to_vote",
        /// Put together with another contribution that says the same: that one goes on.
        Merged = "merged",
    }
}

impl AnswerState {
    /// Whether an agent may choose it for any contribution; the others say what became of a project of a budget.
    #[must_use]
    pub const fn is_free(self) -> bool {
        match self {
            Self::Received | Self::UnderStudy | Self::Accepted | Self::PartlyAccepted | Self::Refused | Self::Done => true,
            Self::PutToVote | Self::Merged => false,
        }
    }

    /// Whether the decision is taken (an intermediate state only says that work goes on).
    #[must_use]
    pub const fn is_decision(self) -> bool {
        match self {
            Self::Received | Self::UnderStudy => false,
            Self::Accepted | Self::PartlyAccepted | Self::Refused | Self::Done | Self::PutToVote | Self::Merged => true,
        }
    }
}

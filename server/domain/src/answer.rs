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
    }
}

impl AnswerState {
    /// Whether the decision is taken (an intermediate state only says that work goes on).
    #[must_use]
    pub const fn is_decision(self) -> bool {
        match self {
            Self::Received | Self::UnderStudy => false,
            Self::Accepted | Self::PartlyAccepted | Self::Refused | Self::Done => true,
        }
    }
}

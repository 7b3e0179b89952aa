//! Reports and moderation: why something is reported or hidden. Every restriction has a reason that is shown (DSA, art. 17).

crate::words! {
    /// Why a contribution is reported or hidden.
    Reason {
        /// Insults, threats, harassment.
        Abuse = "abuse",
        /// Incitement to hatred, discrimination.
        Hate = "hate",
        /// Somebody's private data.
        PersonalData = "personal_data",
        /// Advertising, repetition, nothing to do with the place.
        Spam = "spam",
        /// Not about the subject of the consultation.
        OffTopic = "off_topic",
        /// Says the same as another contribution.
        Duplicate = "duplicate",
        /// Against the law otherwise.
        Illegal = "illegal",
        /// Another reason, written out.
        Other = "other",
    }
}

crate::words! {
    /// What a moderator decided on a report.
    Decision {
        /// Nothing breaks the rules.
        Dismissed = "dismissed",
        /// The contribution was hidden.
        Hidden = "hidden",
    }
}

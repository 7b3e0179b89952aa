//! Which events the public record keeps a line of.

use crate::event::EventKind;

/// What the public record keeps a line of: what is said in public, what is decided, what is moderated, and what votes and questionnaires gave.
pub const RECORDED: [EventKind; 32] = [
    EventKind::ConsultationPublished,
    EventKind::ConsultationEdited,
    EventKind::ProposalPublished,
    EventKind::DiscussionStarted,
    EventKind::ReplyPublished,
    EventKind::ContributionEdited,
    EventKind::ContributionWithdrawn,
    EventKind::ContributionHidden,
    EventKind::ContributionRestored,
    EventKind::AnsweredOfficially,
    EventKind::VotePublished,
    EventKind::VoteOpened,
    EventKind::VoteCancelled,
    EventKind::VoteClosed,
    EventKind::OptionWithdrawn,
    EventKind::QuestionnaireResultsPublished,
    EventKind::WorksReported,
    EventKind::TallySigned,
    EventKind::TallyReceived,
    EventKind::TallyChecked,
    EventKind::WholeCounted,
    EventKind::AccreditationReceived,
    EventKind::AccreditationAnswered,
    EventKind::AccreditationEnded,
    EventKind::CommitmentPublished,
    EventKind::CommitmentEdited,
    EventKind::CommitmentReported,
    EventKind::ConsultationReportPublished,
    EventKind::TextChanged,
    EventKind::DocumentChanged,
    EventKind::PetitionReached,
    EventKind::PetitionAnswered,
];

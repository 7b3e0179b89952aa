//! Which events are acts of the staff, and which other servers may have to hear of. Exhaustive: the compiler asks about a new one.

use crate::event::EventKind;

impl EventKind {
    /// Whether it is an act of the collectivity's staff that the audit log shows (as opposed to what citizens do on the square).
    // Several to a line: the list is long and says one thing.
    #[rustfmt::skip]
    #[must_use]
    pub const fn is_staff_act(self) -> bool {
        match self {
            Self::InstanceSetUp | Self::SettingsChanged | Self::ConsultationDrafted | Self::ConsultationEdited
            | Self::ConsultationPublished | Self::ContributionHidden | Self::ContributionRestored | Self::ContributionRecognised
            | Self::AnsweredOfficially | Self::ReportDecided | Self::RoleChanged | Self::AccountSuspended | Self::AccountReinstated
            | Self::TokenIssued | Self::ContributionsImported | Self::PictureStored | Self::FollowAsked | Self::FollowStopped
            | Self::HostRuleChanged | Self::DeliveriesHurried | Self::ActorBarred | Self::ActorUnbarred | Self::ReportForwarded
            | Self::QuestionnaireDrafted | Self::QuestionnaireEdited | Self::QuestionnairePublished | Self::QuestionnaireClosed
            | Self::QuestionnaireResultsPublished | Self::QuestionnaireAnswersTaken | Self::QuestionnaireAnswerDecided | Self::VoteDrafted
            | Self::VotePublished | Self::VoteCancelled | Self::VoteClosed | Self::EnvelopesSet | Self::ProjectStudied
            | Self::WorksReported | Self::OptionWithdrawn | Self::DiscussionArranged | Self::PromiseChanged | Self::MapChanged
            | Self::CommitmentDrafted | Self::CommitmentPublished | Self::CommitmentEdited | Self::CommitmentReported
            | Self::CommitmentsOrdered | Self::ConsultationReportDrafted | Self::ConsultationReportPublished
            | Self::InitiativePromoted | Self::InitiativeDecided | Self::PetitionAnswered | Self::PetitionRulesChanged
            | Self::OpenDataChanged
            | Self::FundingChanged | Self::FundingPublished | Self::FundingReported | Self::FundingKeyMade
            | Self::WaysChosen | Self::CodesMade | Self::CodeCancelled | Self::VoterListLoaded | Self::VoterReceived
            | Self::PaperMarked | Self::PaperTyped | Self::PaperDropped | Self::PaperAgreed | Self::PaperSettled
            | Self::OrganisationOpened | Self::OrganisationDeclined | Self::OrganisationClosed | Self::AccreditationOffered
            | Self::AccreditationEnded
            | Self::CallOpened | Self::TerritoriesChosen | Self::CallWithdrawn | Self::CarrierDismissed | Self::CarryingAsked | Self::CarryingLeft
            | Self::RecognitionProposed | Self::RecognitionAnswered | Self::RecognitionEnded
            | Self::MeetingPrepared | Self::MeetingPublished | Self::MeetingChanged | Self::StreetTended | Self::StreetArranged
            | Self::ArticleDrafted | Self::ArticleRefused | Self::ArticlePublished | Self::ArticleWithdrawn | Self::NewsletterDrafted
            | Self::NewsletterSent | Self::PagesChanged
            | Self::TextPrepared | Self::TextChanged | Self::AmendmentDecided | Self::DocumentChanged | Self::PreviewShared | Self::PreviewRevoked
            | Self::ListingShared | Self::ListingUnshared | Self::ReachNarrowed => true,
            Self::ProposalPublished | Self::DiscussionStarted | Self::ReplyPublished | Self::ContributionEdited
            | Self::ContributionWithdrawn | Self::SupportGiven | Self::SupportTakenBack | Self::ContributionReported | Self::AccountOpened
            | Self::SignedIn | Self::SignedOut | Self::SignInLinkRequested | Self::ProfileChanged | Self::PasswordChanged
            | Self::AccountErased | Self::FollowReceived | Self::FollowEnded | Self::FollowAnswered | Self::QuoteAsked
            | Self::MirrorChanged | Self::RemoteActorLearnt | Self::RemoteActorErased | Self::ActivityNoted | Self::ContributionRecalled
            | Self::ShutOut | Self::QuestionnaireAnswered | Self::QuestionnaireAnswerErased | Self::BallotCast
            | Self::VoteShared | Self::TurnoutSaid | Self::TallySigned | Self::TallyReceived | Self::TallyChecked | Self::WholeCounted
            | Self::SupportsTold | Self::SupportsHeard
            | Self::VoteOpened | Self::SignalGiven | Self::SignalTakenBack | Self::SignalTold
            | Self::OrganisationAsked | Self::OrganisationChanged | Self::MembersChanged | Self::AccreditationReceived
            | Self::AccreditationAnswered | Self::DeletionHonoured | Self::DeletionConfirmed
            | Self::CarrierChanged | Self::CarriersTold | Self::CallHeard | Self::AnswerHeard | Self::CarryingAnswered | Self::RecognitionHeard | Self::PlaceChanged | Self::PlaceTold
            | Self::ParagraphSupported
            | Self::ArticleSubmitted | Self::SubscriptionChanged
            | Self::InitiativeProposed | Self::InitiativeChanged | Self::ActNoted | Self::PetitionReached
            | Self::StreetReported | Self::StreetFollowed | Self::StreetTold | Self::StreetForwarded | Self::StreetHeard
            | Self::StreetChanged | Self::StreetGroupChanged => false,
        }
    }

    /// Whether other servers may have to hear of it: then a job is queued with the line. What is really said, and to whom, the door decides.
    // Several to a line: the list is long and says one thing.
    #[rustfmt::skip]
    #[must_use]
    pub const fn may_leave(self) -> bool {
        match self {
            Self::SettingsChanged | Self::InstanceSetUp | Self::ConsultationPublished | Self::ConsultationEdited | Self::ProposalPublished
            | Self::DiscussionStarted | Self::ReplyPublished | Self::ContributionEdited | Self::ContributionWithdrawn
            | Self::ContributionHidden | Self::ContributionRestored | Self::AnsweredOfficially | Self::ProfileChanged
            | Self::AccountErased | Self::FollowAsked | Self::FollowStopped | Self::ActorBarred | Self::ActorUnbarred
            | Self::ReportForwarded | Self::ContributionRecalled | Self::VoteOpened | Self::VoteCancelled | Self::VoteClosed
            | Self::SignalTold | Self::SupportsTold | Self::VoteShared | Self::TurnoutSaid | Self::OrganisationChanged | Self::AccreditationOffered | Self::AccreditationAnswered
            | Self::AccreditationEnded
            | Self::CallOpened | Self::CallWithdrawn | Self::CarriersTold | Self::CarrierDismissed | Self::CarryingAsked | Self::CarryingLeft
            | Self::RecognitionProposed | Self::RecognitionAnswered | Self::RecognitionEnded
            | Self::ListingShared | Self::ListingUnshared | Self::ReachNarrowed | Self::DeletionHonoured
            | Self::ConsultationReportPublished | Self::MeetingPublished | Self::MeetingChanged | Self::StreetForwarded
            | Self::StreetChanged | Self::StreetGroupChanged
            | Self::ArticlePublished | Self::ArticleWithdrawn => true,
            // A support leaves only when what is supported lives elsewhere: its action queues the job itself.
            Self::SupportGiven | Self::SupportTakenBack | Self::ConsultationDrafted | Self::ContributionRecognised
            | Self::ContributionReported | Self::ReportDecided | Self::AccountOpened | Self::SignedIn | Self::SignedOut
            | Self::SignInLinkRequested | Self::PasswordChanged | Self::RoleChanged | Self::AccountSuspended | Self::AccountReinstated
            | Self::TokenIssued | Self::ContributionsImported | Self::PictureStored
            // Answered in the transaction in which they are received.
            | Self::FollowReceived | Self::QuoteAsked | Self::FollowEnded | Self::FollowAnswered | Self::MirrorChanged
            | Self::RemoteActorLearnt | Self::RemoteActorErased | Self::ActivityNoted | Self::HostRuleChanged | Self::DeliveriesHurried
            | Self::ShutOut
            // Nothing of a questionnaire leaves the instance.
            | Self::QuestionnaireDrafted | Self::QuestionnaireEdited | Self::QuestionnairePublished | Self::QuestionnaireClosed
            | Self::QuestionnaireResultsPublished | Self::QuestionnaireAnswersTaken | Self::QuestionnaireAnswerDecided
            | Self::QuestionnaireAnswered | Self::QuestionnaireAnswerErased | Self::VoteDrafted | Self::VotePublished
            | Self::BallotCast | Self::SignalGiven | Self::SignalTakenBack
            | Self::EnvelopesSet | Self::ProjectStudied | Self::WorksReported | Self::OptionWithdrawn
            | Self::DiscussionArranged | Self::PromiseChanged
            // Whether places are asked for leaves only where others carry it: its action queues the job itself.
            | Self::MapChanged
            | Self::CommitmentDrafted | Self::CommitmentPublished | Self::CommitmentEdited | Self::CommitmentReported
            | Self::CommitmentsOrdered | Self::ConsultationReportDrafted
            // Nothing of an initiative leaves the instance.
            | Self::InitiativeProposed | Self::InitiativePromoted | Self::InitiativeDecided | Self::InitiativeChanged
            | Self::ActNoted | Self::PetitionReached | Self::PetitionAnswered | Self::PetitionRulesChanged | Self::OpenDataChanged
            | Self::FundingChanged | Self::FundingPublished | Self::FundingReported | Self::FundingKeyMade
            | Self::WaysChosen | Self::CodesMade | Self::CodeCancelled | Self::VoterListLoaded | Self::VoterReceived
            | Self::TallySigned | Self::TallyReceived | Self::TallyChecked | Self::WholeCounted | Self::SupportsHeard
            | Self::PaperMarked | Self::PaperTyped | Self::PaperDropped | Self::PaperAgreed | Self::PaperSettled
            | Self::OrganisationAsked | Self::OrganisationOpened | Self::OrganisationDeclined | Self::OrganisationClosed
            | Self::MembersChanged | Self::AccreditationReceived | Self::DeletionConfirmed
            | Self::CallHeard | Self::AnswerHeard | Self::CarryingAnswered | Self::RecognitionHeard
            | Self::TextPrepared | Self::TextChanged | Self::AmendmentDecided | Self::ParagraphSupported | Self::DocumentChanged
            // Whom it is offered to is told by the opening of the call; while that is open, the action queues the job for those that are new.
            | Self::TerritoriesChosen
            // A draft is nobody else's business.
            | Self::PreviewShared | Self::PreviewRevoked
            // A place leaves only when who asked for it lives elsewhere, and who carries is told at once or together: their actions queue the job.
            | Self::MeetingPrepared | Self::PlaceChanged | Self::PlaceTold | Self::CarrierChanged
            | Self::ArticleDrafted | Self::ArticleSubmitted | Self::ArticleRefused
            // Who gets the newsletter is private, and its letters are mail.
            | Self::SubscriptionChanged | Self::NewsletterDrafted | Self::NewsletterSent | Self::PagesChanged
            // Leave only where it came from another collectivity, or to somebody of another server: their actions queue the job.
            | Self::StreetReported | Self::StreetFollowed | Self::StreetTold | Self::StreetTended | Self::StreetArranged | Self::StreetHeard => false,
        }
    }
}

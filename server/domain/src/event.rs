//! Events: what happened, in the past tense. One is appended to the journal by every action, in its transaction. They carry ids and codes only.

use crate::id::{ActorId, ConsultationId};
use uuid::Uuid;

crate::words! {
    /// What happened.
    EventKind {
        /// The instance was set up.
        InstanceSetUp = "instance_set_up",
        /// The collectivity's identity or the settings changed.
        SettingsChanged = "settings_changed",
        /// A consultation was created as a draft.
        ConsultationDrafted = "consultation_drafted",
        /// A consultation was edited.
        ConsultationEdited = "consultation_edited",
        /// A consultation was published.
        ConsultationPublished = "consultation_published",
        /// A proposal was published.
        ProposalPublished = "proposal_published",
        /// A discussion was started.
        DiscussionStarted = "discussion_started",
        /// A reply was published.
        ReplyPublished = "reply_published",
        /// A contribution was edited by its author.
        ContributionEdited = "contribution_edited",
        /// A contribution was withdrawn by its author.
        ContributionWithdrawn = "contribution_withdrawn",
        /// A contribution was hidden by a moderator.
        ContributionHidden = "contribution_hidden",
        /// A hidden contribution was shown again.
        ContributionRestored = "contribution_restored",
        /// A contribution received a mark of recognition.
        ContributionRecognised = "contribution_recognised",
        /// A support was given.
        SupportGiven = "support_given",
        /// A support was taken back.
        SupportTakenBack = "support_taken_back",
        /// The collectivity answered.
        AnsweredOfficially = "answered_officially",
        /// A contribution was reported.
        ContributionReported = "contribution_reported",
        /// A report was decided upon.
        ReportDecided = "report_decided",
        /// An account was opened.
        AccountOpened = "account_opened",
        /// Somebody signed in.
        SignedIn = "signed_in",
        /// Somebody signed out, here or everywhere.
        SignedOut = "signed_out",
        /// A sign-in link was asked for.
        SignInLinkRequested = "sign_in_link_requested",
        /// An account's profile changed.
        ProfileChanged = "profile_changed",
        /// A password was set or removed.
        PasswordChanged = "password_changed",
        /// An account was erased by its owner.
        AccountErased = "account_erased",
        /// A role was given.
        RoleChanged = "role_changed",
        /// An account was suspended.
        AccountSuspended = "account_suspended",
        /// A suspended account was opened again.
        AccountReinstated = "account_reinstated",
        /// An API token was made.
        TokenIssued = "token_issued",
        /// Contributions were imported.
        ContributionsImported = "contributions_imported",
        /// A picture was stored.
        PictureStored = "picture_stored",
    }
}

/// One line of the journal, before it is numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// Who did it; `None` for the machine itself and the command line.
    pub actor: Option<ActorId>,
    /// What it happened to.
    pub subject: Option<Uuid>,
    /// The consultation it belongs to, if any.
    pub consultation: Option<ConsultationId>,
    /// A code that completes the fact (the new role, the state, the mark…): never a text somebody wrote.
    pub detail: Option<&'static str>,
}

impl Event {
    /// An event with a kind and nothing else.
    #[must_use]
    pub const fn new(kind: EventKind) -> Self {
        Self { kind, actor: None, subject: None, consultation: None, detail: None }
    }

    /// Says who did it.
    #[must_use]
    pub fn by(mut self, actor: impl Into<Option<ActorId>>) -> Self {
        self.actor = actor.into();
        self
    }

    /// Says what it happened to.
    #[must_use]
    pub fn on(mut self, subject: impl Into<Uuid>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Says where it belongs.
    #[must_use]
    pub const fn within(mut self, consultation: ConsultationId) -> Self {
        self.consultation = Some(consultation);
        self
    }

    /// Completes it with a code.
    #[must_use]
    pub const fn detail(mut self, code: &'static str) -> Self {
        self.detail = Some(code);
        self
    }
}

impl EventKind {
    /// Whether it is an act of the collectivity's staff that the audit log shows (as opposed to what citizens do on the square).
    #[must_use]
    pub const fn is_staff_act(self) -> bool {
        match self {
            Self::InstanceSetUp
            | Self::SettingsChanged
            | Self::ConsultationDrafted
            | Self::ConsultationEdited
            | Self::ConsultationPublished
            | Self::ContributionHidden
            | Self::ContributionRestored
            | Self::ContributionRecognised
            | Self::AnsweredOfficially
            | Self::ReportDecided
            | Self::RoleChanged
            | Self::AccountSuspended
            | Self::AccountReinstated
            | Self::TokenIssued
            | Self::ContributionsImported
            | Self::PictureStored => true,
            Self::ProposalPublished
            | Self::DiscussionStarted
            | Self::ReplyPublished
            | Self::ContributionEdited
            | Self::ContributionWithdrawn
            | Self::SupportGiven
            | Self::SupportTakenBack
            | Self::ContributionReported
            | Self::AccountOpened
            | Self::SignedIn
            | Self::SignedOut
            | Self::SignInLinkRequested
            | Self::ProfileChanged
            | Self::PasswordChanged
            | Self::AccountErased => false,
        }
    }
}

//! Ids of things: UUIDs (version 7, RFC 9562) wrapped so that one kind cannot be taken for another. They never change and are never reused.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);
        impl $name {
            /// Reads the usual hyphenated form; anything else is `None`.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                (text.len() == 36).then(|| Uuid::try_parse(text).ok().map(Self)).flatten()
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl From<$name> for Uuid { fn from(id: $name) -> Self { id.0 } }
        impl From<Uuid> for $name { fn from(id: Uuid) -> Self { Self(id) } }
    )+ };
}

ids! {
    /// Somebody who acts: a person, the collectivity, an organisation, a consultation's group, the instance.
    ActorId,
    /// A consultation.
    ConsultationId,
    /// A phase of a consultation.
    PhaseId,
    /// A theme of a consultation.
    ThemeId,
    /// A proposal, a discussion or a reply.
    ContributionId,
    /// An official answer.
    AnswerId,
    /// A notice that something should be looked at by a moderator.
    ReportId,
    /// A stored picture.
    MediaId,
    /// A letter waiting to be sent.
    LetterId,
    /// A questionnaire.
    QuestionnaireId,
    /// A page of a questionnaire.
    SectionId,
    /// A question.
    QuestionId,
    /// An answer that a question offers, or a row of a grid.
    ChoiceId,
    /// Somebody's answer to a questionnaire.
    ResponseId,
    /// A file that belongs to an answer.
    FileId,
    /// A ballot box.
    BoxId,
    /// An envelope of a participatory budget.
    EnvelopeId,
    /// Something of a report from the street: a category, a report, a follower, a step, a template, a way.
    StreetId,
    /// A commitment of the collectivity.
    CommitmentId,
    /// The report on a consultation.
    ConsultationReportId,
    /// Something that people are asked to do, or a petition.
    InitiativeId,
    /// A project that looks for money.
    FundingId,
    /// A meeting.
    MeetingId,
    /// Somebody's registration for a meeting.
    RegistrationId,
    /// News or an article.
    ArticleId,
    /// A subscription to the newsletter.
    SubscriptionId,
    /// An issue of the newsletter.
    IssueId,
    /// A word that the glossary explains.
    TermId,
    /// A link that shows a draft.
    PreviewId,
}

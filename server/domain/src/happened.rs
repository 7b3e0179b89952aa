//! One line of the journal: what happened, to what, by whom. It carries ids and codes only.

use crate::actor::Viewer;
use crate::event::EventKind;
use crate::id::{ActorId, ConsultationId};
use uuid::Uuid;

/// The code that completes what somebody on another server did.
pub const ELSEWHERE: &str = "elsewhere";

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
    /// The member who did it, where `actor` is an organisation.
    pub member: Option<ActorId>,
}

impl Event {
    /// An event with a kind and nothing else.
    #[must_use]
    pub const fn new(kind: EventKind) -> Self {
        Self { kind, actor: None, subject: None, consultation: None, detail: None, member: None }
    }

    /// Says who did it.
    #[must_use]
    pub fn by(mut self, actor: impl Into<Option<ActorId>>) -> Self {
        self.actor = actor.into();
        self
    }

    /// Says who did it, and in whose name.
    #[must_use]
    pub const fn said_by(mut self, viewer: Viewer) -> Self {
        self.actor = viewer.actor;
        self.member = viewer.member;
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

//! Who acts, and with which role.

use crate::id::ActorId;

crate::words! {
    /// What kind of actor somebody is.
    ActorKind {
        /// A human being.
        Person = "person",
        /// The collectivity, an association, a school, a company.
        Organization = "organization",
        /// A consultation, as something that can be followed.
        Group = "group",
        /// The instance itself.
        Application = "application",
    }
}

crate::words! {
    /// What a local account may do, from least to most. A visitor has no account.
    Role {
        /// Somebody who is not signed in.
        Visitor = "visitor",
        /// Somebody whose account is on another server: heard and counted apart, never taken for an inhabitant.
        Remote = "remote",
        /// A citizen with an account.
        Citizen = "citizen",
        /// A member of a recognised organisation.
        Stakeholder = "stakeholder",
        /// An agent of the collectivity: prepares consultations and answers.
        Agent = "agent",
        /// Decides on reports and hides what breaks the rules.
        Moderator = "moderator",
        /// Everything, users and settings included.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether an account of this instance can have this role.
    #[must_use]
    pub const fn is_of_accounts(self) -> bool {
        match self {
            Self::Visitor | Self::Remote => false,
            Self::Citizen | Self::Stakeholder | Self::Agent | Self::Moderator | Self::Administrator => true,
        }
    }

    /// Whether this role works for the collectivity.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::Agent | Self::Moderator | Self::Administrator)
    }
}

crate::words! {
    /// Who may do a thing in a phase, from nobody to everybody with an account.
    Audience {
        /// Nobody.
        Nobody = "nobody",
        /// Agents and administrators.
        Agents = "agents",
        /// Stakeholders and the collectivity.
        Stakeholders = "stakeholders",
        /// Everybody who is signed in.
        Everyone = "everyone",
    }
}

impl Audience {
    /// Whether a role belongs to this audience.
    #[must_use]
    pub const fn includes(self, role: Role) -> bool {
        match (self, role) {
            (Self::Nobody, _) | (_, Role::Visitor) => false,
            (Self::Everyone, _) | (_, Role::Administrator | Role::Agent) => true,
            (Self::Stakeholders, role) => matches!(role, Role::Stakeholder | Role::Moderator),
            (Self::Agents, Role::Remote | Role::Citizen | Role::Stakeholder | Role::Moderator) => false,
        }
    }
}

/// Who is looking or asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    /// The actor, if somebody is signed in.
    pub actor: Option<ActorId>,
    /// The role.
    pub role: Role,
    /// The person, where `actor` is an organisation in whose name they act: for the record of this house only.
    pub member: Option<ActorId>,
}

impl Viewer {
    /// Somebody who is not signed in.
    pub const VISITOR: Self = Self { actor: None, role: Role::Visitor, member: None };

    /// The machine itself, with every right.
    pub const MACHINE: Self = Self { actor: None, role: Role::Administrator, member: None };

    /// A signed-in actor with a role.
    #[must_use]
    pub const fn signed_in(actor: ActorId, role: Role) -> Self {
        Self { actor: Some(actor), role, member: None }
    }

    /// The same person, who asks to act in the name of an organisation. What that allows is decided where their membership is known.
    #[must_use]
    pub const fn in_the_name_of(self, organisation: ActorId) -> Self {
        Self { actor: Some(organisation), role: Role::Citizen, member: self.actor }
    }

    /// Whether this viewer is that actor.
    #[must_use]
    pub fn is(self, actor: Option<ActorId>) -> bool {
        self.actor.is_some() && self.actor == actor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audiences() {
        let check = |audience: Audience, expected: [bool; 7]| {
            let got: Vec<bool> = Role::ALL.iter().map(|r| audience.includes(*r)).collect();
            assert_eq!(got, expected, "{audience}");
        };
        //                            visitor remote citizen stakeh agent moder admin
        check(Audience::Nobody, [false, false, false, false, false, false, false]);
        check(Audience::Agents, [false, false, false, false, true, false, true]);
        check(Audience::Stakeholders, [false, false, false, true, true, true, true]);
        check(Audience::Everyone, [false, true, true, true, true, true, true]);
    }
}

//! The one permission table: may this viewer do this, to this, now? Every door asks here and nowhere else.

use crate::actor::{Role, Viewer};
use crate::consultation::{Calendar, Deed, RemoteVoices, Stage};
use crate::contribution::{DEPTH_MAX, Kind, RootState, Standing};
use crate::organisation::{OrganisationVerb, Ties};
use crate::refusal::Refusal;
use jiff::Timestamp;

/// What somebody wants to do to the instance as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfficeVerb {
    /// Enter the back office.
    EnterOffice,
    /// Create or change consultations.
    PrepareConsultation,
    /// Read the moderation queue and decide on reports.
    Moderate,
    /// Give official answers and marks of recognition.
    Answer,
    /// Receive voters at a desk, note who votes on paper, type in paper ballots.
    ReceiveVotes,
    /// Change roles, suspend accounts.
    ManageUsers,
    /// Change the collectivity's identity and settings.
    ChangeSettings,
    /// Read the audit log.
    ReadJournal,
}

impl OfficeVerb {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::EnterOffice,
        Self::PrepareConsultation,
        Self::Moderate,
        Self::Answer,
        Self::ReceiveVotes,
        Self::ManageUsers,
        Self::ChangeSettings,
        Self::ReadJournal,
    ];
}

/// What somebody wants to do to a contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// Reply to it.
    Reply,
    /// Support it.
    Support,
    /// Take the support back.
    TakeBackSupport,
    /// Change its text.
    Edit,
    /// Withdraw it.
    Withdraw,
    /// Report it to the moderators.
    Report,
    /// Hide it.
    Hide,
    /// Show it again.
    Restore,
    /// Answer it officially.
    AnswerOfficially,
    /// Give or remove a mark of recognition.
    Recognise,
}

impl Verb {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Reply,
        Self::Support,
        Self::TakeBackSupport,
        Self::Edit,
        Self::Withdraw,
        Self::Report,
        Self::Hide,
        Self::Restore,
        Self::AnswerOfficially,
        Self::Recognise,
    ];
}

/// May the viewer do this in the back office?
///
/// # Errors
/// `SignInFirst` for a visitor, `NotYourRole` for the others.
pub fn may_in_office(viewer: Viewer, verb: OfficeVerb) -> Result<(), Refusal> {
    if viewer.role == Role::Visitor {
        return Err(Refusal::SignInFirst);
    }
    let allowed = match verb {
        OfficeVerb::EnterOffice => viewer.role.is_staff(),
        OfficeVerb::PrepareConsultation | OfficeVerb::Answer | OfficeVerb::ReceiveVotes => {
            matches!(viewer.role, Role::Agent | Role::Administrator)
        }
        OfficeVerb::Moderate => matches!(viewer.role, Role::Moderator | Role::Administrator),
        OfficeVerb::ManageUsers | OfficeVerb::ChangeSettings | OfficeVerb::ReadJournal => viewer.role == Role::Administrator,
    };
    if allowed { Ok(()) } else { Err(Refusal::NotYourRole) }
}

/// May the viewer, a person, do this as a member of an organisation they have these ties to?
///
/// # Errors
/// Why not. What an organisation is closed for is not open now; the last one who looks after it stays.
pub fn may_in_organisation(viewer: Viewer, verb: OrganisationVerb, ties: Ties) -> Result<(), Refusal> {
    match viewer.role {
        Role::Visitor => return Err(Refusal::SignInFirst),
        Role::Remote => return Err(Refusal::NotYourRole),
        Role::Citizen | Role::Stakeholder | Role::Agent | Role::Moderator | Role::Administrator => {}
    }
    match verb {
        _ if !ties.member => Err(Refusal::NotYours),
        OrganisationVerb::Leave if ties.administers && ties.alone => Err(Refusal::LastAdministrator),
        OrganisationVerb::Leave => Ok(()),
        OrganisationVerb::Manage if !ties.administers => Err(Refusal::NotYourRole),
        OrganisationVerb::Speak | OrganisationVerb::Manage if !ties.open => Err(Refusal::NotOpenNow),
        OrganisationVerb::Speak | OrganisationVerb::Manage => Ok(()),
    }
}

/// May the viewer publish a new contribution of this kind (not a reply: see [`may`]) in this consultation now?
///
/// # Errors
/// Why not.
pub fn may_publish(viewer: Viewer, kind: Kind, calendar: &Calendar, now: Timestamp) -> Result<(), Refusal> {
    let deed = match kind {
        Kind::Proposal => Deed::Propose,
        Kind::Discussion => Deed::Discuss,
        Kind::Reply => Deed::Reply,
    };
    deed_allowed(viewer, deed, calendar, now)
}

/// May the viewer support a part of what a consultation puts to discussion (a paragraph of its text) now? Voices of other servers have no such button.
///
/// # Errors
/// Why not.
pub fn may_support_a_part(viewer: Viewer, calendar: &Calendar, now: Timestamp) -> Result<(), Refusal> {
    if viewer.role == Role::Remote {
        return Err(Refusal::NotYourRole);
    }
    deed_allowed(viewer, Deed::Support, calendar, now)
}

/// May the viewer do this to a contribution of this consultation now?
///
/// # Errors
/// Why not; `NotFound` where the viewer may not even know that it exists.
pub fn may(viewer: Viewer, verb: Verb, contribution: &Standing, calendar: &Calendar, now: Timestamp) -> Result<(), Refusal> {
    if calendar.phase_at(now) == Stage::Draft && !viewer.role.is_staff() {
        return Err(Refusal::NotFound);
    }
    if viewer.role == Role::Visitor {
        return Err(Refusal::SignInFirst);
    }
    match verb {
        // What is held is not shown yet: a moderator may decide that it never is.
        Verb::Hide => return moderate(viewer, contribution, contribution.hidden_at.is_none() || contribution.held),
        Verb::Restore => return moderate(viewer, contribution, contribution.hidden_at.is_some()),
        Verb::Withdraw if contribution.withdrawn_at.is_some() => return Err(Refusal::AlreadyDone),
        Verb::Reply
        | Verb::Support
        | Verb::TakeBackSupport
        | Verb::Edit
        | Verb::Withdraw
        | Verb::Report
        | Verb::AnswerOfficially
        | Verb::Recognise => {}
    }
    // Who wrote it elsewhere may always take it back, and change what nobody has looked at yet: else it would be released as it was.
    let elsewhere = viewer.role == Role::Remote && viewer.is(contribution.author) && contribution.withdrawn_at.is_none();
    if elsewhere && (verb == Verb::Withdraw || (verb == Verb::Edit && contribution.held)) {
        return Ok(());
    }
    if contribution.hidden_at.is_some() {
        return Err(Refusal::Hidden);
    }
    if contribution.withdrawn_at.is_some() {
        return Err(Refusal::Withdrawn);
    }
    if matches!(verb, Verb::Reply | Verb::Support) {
        match contribution.root {
            RootState::Shown => {}
            RootState::Hidden => return Err(Refusal::Hidden),
            RootState::Withdrawn => return Err(Refusal::Withdrawn),
        }
    }
    may_on_shown(viewer, verb, contribution, calendar, now)
}

/// The part of the table for contributions that everybody sees.
fn may_on_shown(viewer: Viewer, verb: Verb, contribution: &Standing, calendar: &Calendar, now: Timestamp) -> Result<(), Refusal> {
    let author = viewer.is(contribution.author);
    match verb {
        Verb::Reply if contribution.depth >= DEPTH_MAX => Err(Refusal::TooDeep),
        Verb::Reply => deed_allowed(viewer, Deed::Reply, calendar, now),
        Verb::Support | Verb::TakeBackSupport => deed_allowed(viewer, Deed::Support, calendar, now),
        Verb::Edit if !author => Err(Refusal::NotYours),
        Verb::Edit if contribution.decided => Err(Refusal::Settled),
        Verb::Edit => may_publish(viewer, contribution.kind, calendar, now),
        Verb::Withdraw if author => Ok(()),
        Verb::Withdraw => Err(Refusal::NotYours),
        Verb::Report if author => Err(Refusal::NotYours),
        Verb::Report => Ok(()),
        Verb::AnswerOfficially | Verb::Recognise if contribution.kind == Kind::Reply && verb == Verb::AnswerOfficially => {
            Err(Refusal::NotFound)
        }
        Verb::AnswerOfficially | Verb::Recognise => may_in_office(viewer, OfficeVerb::Answer),
        Verb::Hide | Verb::Restore => moderate(viewer, contribution, true),
    }
}

fn deed_allowed(viewer: Viewer, deed: Deed, calendar: &Calendar, now: Timestamp) -> Result<(), Refusal> {
    match calendar.phase_at(now) {
        Stage::Draft if !viewer.role.is_staff() => return Err(Refusal::NotFound),
        Stage::Draft => return Err(Refusal::NotPublished),
        Stage::Upcoming | Stage::Pause(_) | Stage::Closed => return Err(Refusal::NotOpenNow),
        Stage::Open(_) => {}
    }
    if viewer.role == Role::Visitor {
        return if calendar.open_for_citizens(deed, now) { Err(Refusal::SignInFirst) } else { Err(Refusal::NotOpenNow) };
    }
    if viewer.role == Role::Remote && calendar.remote_voices == RemoteVoices::Refused {
        return Err(Refusal::NotYourRole);
    }
    if calendar.allows(deed, viewer.role, now) {
        return Ok(());
    }
    let somebody = Role::ALL.iter().any(|role| calendar.allows(deed, *role, now));
    Err(if somebody { Refusal::NotYourRole } else { Refusal::NotOpenNow })
}

fn moderate(viewer: Viewer, contribution: &Standing, changes: bool) -> Result<(), Refusal> {
    may_in_office(viewer, OfficeVerb::Moderate)?;
    if contribution.withdrawn_at.is_some() {
        return Err(Refusal::Withdrawn);
    }
    if changes { Ok(()) } else { Err(Refusal::AlreadyDone) }
}

#[cfg(test)]
#[path = "permission_table.rs"]
mod table;

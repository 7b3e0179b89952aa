//! Invite somebody to act in the name of an organisation, by their address. The answer is the same whether it has an account here or not:
//! whoever signs in with it sees the invitation.

use super::event;
use super::speak::manages;
use crate::limits::Purpose;
use crate::{App, Error, Result, jobs};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::{ActorId, LetterId};
use domain::lang::Lang;
use domain::questionnaire::mailbox;
use domain::refusal::Refusal;
use domain::text::Email;
use store::memberships::Invitation;
use store::{At, Db, Uid};

/// Most invitations of one organisation that wait.
pub const INVITED_MAX: i64 = 50;

/// Invites an address.
///
/// # Errors
/// A faulty `email`, a refusal of the permission table, `NoRoom` when too many wait, `TooManyAttempts`, or the store's failure.
pub async fn invite(app: &App, viewer: Viewer, organisation: ActorId, email: &str, administers: bool) -> Result<()> {
    let email = Email::parse(email).map_err(|fault| Error::fault("email", fault))?;
    app.limits.check(Purpose::Mailbox, mailbox(&email).as_bytes())?;
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let is_member = manages(db, viewer, organisation)?;
            if store::memberships::count_invited(db, Uid::of(organisation))? >= INVITED_MAX {
                return Err(Refusal::NoRoom.into());
            }
            write(db, (Uid::of(organisation), email.as_str(), administers), letter, now)?;
            let event = event(EventKind::MembersChanged, viewer, organisation, is_member).detail("invited");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Keeps an invitation and writes the letter.
pub(super) fn write(db: &mut Db, (organisation, email, administers): (Uid, &str, bool), letter: LetterId, now: Timestamp) -> Result<()> {
    let new = Invitation { organisation_id: organisation, email: email.to_owned(), administers, invited_at: At(now) };
    if !store::memberships::invite(db, &new)? {
        return Err(Refusal::AlreadyDone.into());
    }
    let account = store::accounts::by_email(db, email)?;
    let name = match &account {
        Some(account) => store::actors::find(db, account.actor_id)?.map(|actor| actor.display_name),
        None => None,
    };
    let place = store::instance::find(db)?.map_or_else(|| Lang::Fr.code().to_owned(), |instance| instance.lang);
    let lang = account.map_or(place, |account| account.lang);
    let to = (email, name.as_deref().unwrap_or_default(), lang.as_str());
    jobs::post(db, &jobs::letter(letter, "organisation_invitation", to, "/organisations".to_owned(), now), now)
}

/// Takes an invitation back.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone` when there is none, or the store's failure.
pub async fn uninvite(app: &App, viewer: Viewer, organisation: ActorId, email: &str) -> Result<()> {
    let (now, email) = (app.now(), email.trim().to_lowercase());
    app.store
        .write(move |db| {
            let is_member = manages(db, viewer, organisation)?;
            store::memberships::take_invitation(db, Uid::of(organisation), &email)?.ok_or(Refusal::AlreadyDone)?;
            let event = event(EventKind::MembersChanged, viewer, organisation, is_member).detail("uninvited");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

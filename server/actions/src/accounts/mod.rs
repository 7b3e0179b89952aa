//! Accounts: asking to come in, coming in, leaving, changing, being erased; and what administrators do with them.

mod change_profile;
mod create;
mod enter;
mod erase;
mod export;
mod issue_token;
mod office;
mod passwords;
pub(crate) use passwords::Slate;
mod request_link;
mod set_password;
mod sign_in;
mod sign_out;
mod sign_up;
mod whoami;

pub(crate) use change_profile::recall;
pub use change_profile::{ProfileForm, RECALLED, change_profile};
pub use create::create;
pub use enter::{Entered, LinkPreview, enter, peek};
pub(crate) use erase::withdraw_all;
pub use erase::{Remains, erase, erase_again};
pub use export::export;
pub(crate) use export::what_somebody_did;
pub use issue_token::{issue_token, whose_token};
pub use office::{change_role, reinstate, suspend};
pub use request_link::request_link;
pub use set_password::set_password;
pub use sign_in::sign_in;
pub use sign_out::{sign_out, sign_out_everywhere};
pub use sign_up::{SignUpForm, sign_up};
pub use whoami::whoami;

pub(crate) use passwords::hash as hash_password;
pub(crate) use sign_up::parse as parse_sign_up;

use domain::Timestamp;
use domain::actor::{ActorKind, Role, Viewer};
use domain::id::ActorId;
use domain::lang::Lang;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Username;
use jiff::SignedDuration;
use store::accounts::NewAccount;
use store::{At, Db, Uid};

use crate::{Error, Result, random};

domain::words! {
    /// What a one-time link is for.
    LinkPurpose {
        /// Signing in.
        SignIn = "sign_in",
        /// Confirming an address, which opens the account.
        SignUp = "sign_up",
        /// Setting the instance up.
        SetUp = "set_up",
    }
}

/// How long a sign-in link works.
pub const SIGN_IN_LIFE: SignedDuration = SignedDuration::from_mins(30);
/// How long an address may be confirmed.
pub const SIGN_UP_LIFE: SignedDuration = SignedDuration::from_hours(24);

/// How long a session lives, and how long it may be idle.
#[must_use]
pub const fn session_life(role: Role) -> (SignedDuration, SignedDuration) {
    if role.is_staff() {
        (SignedDuration::from_hours(24), SignedDuration::from_hours(8))
    } else {
        (SignedDuration::from_hours(30 * 24), SignedDuration::from_hours(14 * 24))
    }
}

/// What an account is made of.
pub(crate) struct Newcomer<'a> {
    pub(crate) actor: ActorId,
    pub(crate) email: &'a str,
    pub(crate) name: &'a str,
    pub(crate) password_hash: Option<&'a str>,
    pub(crate) role: Role,
    pub(crate) lang: Lang,
    /// Numbers for the handle; the first that is free is taken.
    pub(crate) digits: [u32; 4],
}

/// The first of these handles that nobody has.
pub(crate) fn first_free(db: &mut Db, handles: impl Iterator<Item = Username>) -> Result<Username> {
    for handle in handles {
        if !store::actors::is_taken(db, handle.as_str())? {
            return Ok(handle);
        }
    }
    Err(Refusal::Taken.into())
}

/// Opens an account with its actor.
pub(crate) fn open(db: &mut Db, newcomer: &Newcomer<'_>, now: Timestamp) -> Result<()> {
    let handle = first_free(db, newcomer.digits.iter().map(|digits| Username::suggest(newcomer.name, *digits)))?;
    let actor = Uid::of(newcomer.actor);
    store::actors::insert(db, actor, ActorKind::Person.code(), handle.as_str(), newcomer.name, At(now))?;
    let account = NewAccount {
        actor_id: actor,
        email: newcomer.email,
        password_hash: newcomer.password_hash,
        role: newcomer.role.code(),
        lang: newcomer.lang.code(),
        created_at: At(now),
        seen_at: At(now),
    };
    store::accounts::insert(db, &account).map_err(|error| Error::when_duplicate(error, Refusal::Taken))
}

/// Opens a session with a new token: never one that was known before somebody signed in.
pub(crate) fn open_session(db: &mut Db, actor: Uid, role: Role, token: &str, device: &str, now: Timestamp) -> Result<()> {
    let (life, _) = session_life(role);
    let device: String = domain::text::line(device).chars().take(60).collect();
    store::sessions::open(db, &random::token_hash(token), actor, &device, At(now), At(now + life))?;
    Ok(store::accounts::seen(db, actor, At(now))?)
}

/// The signed-in actor.
pub(crate) fn signed_in(viewer: Viewer) -> Result<ActorId> {
    Ok(viewer.actor.ok_or(Refusal::SignInFirst)?)
}

/// Refuses to leave the instance without an administrator.
pub(crate) fn not_the_last_administrator(db: &mut Db, account: &store::accounts::Account) -> Result<()> {
    let counts = account.role == Role::Administrator.code() && account.suspended_at.is_none();
    if counts {
        // Two administrators who demote each other at once must not both succeed.
        store::accounts::hold_role(db, Role::Administrator.code())?;
    }
    if counts && store::accounts::count_role(db, Role::Administrator.code())? <= 1 {
        return Err(Refusal::LastAdministrator.into());
    }
    Ok(())
}

/// Only administrators.
pub(crate) fn manages_users(viewer: Viewer) -> Result<()> {
    Ok(permission::may_in_office(viewer, OfficeVerb::ManageUsers)?)
}

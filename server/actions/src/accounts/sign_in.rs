//! Sign in with a password.

use domain::actor::Role;
use domain::event::{Event, EventKind};
use domain::refusal::Refusal;
use domain::text::Email;

use super::{open_session, passwords};
use crate::limits::Purpose;
use crate::{App, Result, random};

/// Checks the password and opens a session; gives its token. An unknown address, an account without password, a suspended one and a wrong
/// password get the same answer after the same time.
///
/// # Errors
/// `WrongCredentials`, `TooManyAttempts` on this address from everywhere together, or the store's failure. The door counts the tries of each
/// client (`Purpose::SignIn`, by client and address).
pub async fn sign_in(app: &App, email: &str, password: &str, device: &str) -> Result<String> {
    let Ok(email) = Email::parse(email) else {
        passwords::verify(app, password, None).await?;
        return Err(Refusal::WrongCredentials.into());
    };
    app.limits.check(Purpose::Account, email.as_str().as_bytes())?;
    let account = app.store.read(move |db| store::accounts::by_email(db, email.as_str())).await?;
    let hash = account.as_ref().and_then(|a| a.password_hash.as_deref());
    let right = passwords::verify(app, password, hash).await?;
    let account = account.filter(|a| right && a.suspended_at.is_none()).ok_or(Refusal::WrongCredentials)?;
    let (now, token, device) = (app.now(), random::token(), device.to_owned());
    app.store
        .write(move |db| {
            // The account may have changed while the password was hashed.
            let account = store::accounts::find(db, account.actor_id)?
                .filter(|a| a.suspended_at.is_none() && a.password_hash == account.password_hash);
            let account = account.ok_or(Refusal::WrongCredentials)?;
            let role = Role::parse(&account.role).ok_or(Refusal::WrongCredentials)?;
            open_session(db, account.actor_id, role, &token, &device, now)?;
            let actor = account.actor_id.to::<domain::id::ActorId>();
            store::journal::append(db, &Event::new(EventKind::SignedIn).by(actor).on(actor), now)?;
            Ok(token)
        })
        .await
}

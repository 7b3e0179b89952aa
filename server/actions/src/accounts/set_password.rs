//! Set, change or remove one's password.

use domain::actor::Viewer;
use domain::credential;
use domain::event::{Event, EventKind};
use domain::id::LetterId;
use domain::refusal::Refusal;
use domain::text::Fault;
use store::Uid;

use super::{LinkPurpose, passwords, signed_in};
use crate::{App, Error, Result, jobs, random};

/// Sets a password (removes it when `new` is empty), ends every other session and sign-in link, and writes to the owner. Somebody who has a
/// password must give it.
///
/// # Errors
/// `WrongCredentials` when the current one is wrong, a faulty `password`, `Stale`, or the store's failure.
pub async fn set_password(app: &App, viewer: Viewer, current: Option<&str>, new: &str, session_token: Option<&str>) -> Result<()> {
    let actor = signed_in(viewer)?;
    let found = app
        .store
        .read(move |db| Ok::<_, store::Error>((store::accounts::find(db, Uid::of(actor))?, store::actors::find(db, Uid::of(actor))?)))
        .await?;
    let (Some(account), Some(person)) = found else { return Err(Refusal::SignInFirst.into()) };
    if account.password_hash.is_some() && !passwords::verify(app, current.unwrap_or_default(), account.password_hash.as_deref()).await? {
        return Err(Refusal::WrongCredentials.into());
    }
    let hash = if new.is_empty() {
        None
    } else {
        let place = app.instance().await?.name.clone();
        credential::check_password(new, &place, &[&account.email, &person.display_name])
            .map_err(|fault: Fault| Error::fault("password", fault))?;
        Some(passwords::hash(app, new).await?)
    };
    let (now, letter, keep) = (app.now(), app.new_id::<LetterId>(), session_token.map(random::token_hash));
    app.store
        .write(move |db| {
            // The account may have changed, or gone, while the passwords were hashed.
            if store::accounts::find(db, account.actor_id)?.is_none_or(|a| a.password_hash != account.password_hash) {
                return Err(Refusal::Stale.into());
            }
            store::accounts::set_password(db, account.actor_id, hash.as_deref())?;
            store::sessions::drop_links(db, Some(account.actor_id), LinkPurpose::SignIn.code())?;
            store::sessions::close_all(db, account.actor_id, keep.as_deref())?;
            let to = (account.email.as_str(), person.display_name.as_str(), account.lang.as_str());
            jobs::post(db, &jobs::letter(letter, "password_changed", to, "/account".to_owned(), now), now)?;
            let detail = if hash.is_some() { "set" } else { "removed" };
            Ok(store::journal::append(db, &Event::new(EventKind::PasswordChanged).by(actor).on(actor).detail(detail), now)?)
        })
        .await
}

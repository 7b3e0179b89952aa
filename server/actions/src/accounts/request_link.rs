//! Ask for a one-time sign-in link by mail. The answer is the same, and takes the same way, whether the address has an account or not.

use domain::event::{Event, EventKind};
use domain::id::LetterId;
use domain::lang::Lang;
use domain::text::Email;
use store::sessions::NewLoginLink;
use store::{At, Db};

use super::{LinkPurpose, SIGN_IN_LIFE};
use crate::limits::Purpose;
use crate::{App, Error, Result, jobs, random};

/// Sends a sign-in link to an address, if it has an account that is not suspended.
///
/// # Errors
/// A faulty address, `TooManyAttempts`, or the store's failure.
pub async fn request_link(app: &App, email: &str, lang: Lang) -> Result<()> {
    let email = Email::parse(email).map_err(|fault| Error::fault("email", fault))?;
    app.limits.check(Purpose::Mailbox, email.as_str().as_bytes())?;
    let (now, token, letter) = (app.now(), random::token(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let account = store::accounts::by_email(db, email.as_str())?.filter(|a| a.suspended_at.is_none());
            if let Some(account) = &account {
                let name = store::actors::find(db, account.actor_id)?.map(|a| a.display_name).unwrap_or_default();
                keep_link(db, account.actor_id, lang, &token, now)?;
                let to = (account.email.as_str(), name.as_str(), lang.code());
                jobs::post(db, &jobs::letter(letter, "sign_in", to, format!("/enter/{token}"), now), now)?;
            }
            let event = Event::new(EventKind::SignInLinkRequested).by(account.map(|a| a.actor_id.to()));
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Keeps a sign-in link.
pub(crate) fn keep_link(db: &mut Db, actor: store::Uid, lang: Lang, token: &str, now: domain::Timestamp) -> Result<()> {
    let link = NewLoginLink {
        token_hash: &random::token_hash(token),
        purpose: LinkPurpose::SignIn.code(),
        actor_id: Some(actor),
        email: None,
        name: None,
        lang: lang.code(),
        created_at: At(now),
        expires_at: At(now + SIGN_IN_LIFE),
    };
    Ok(store::sessions::insert_link(db, &link)?)
}

//! Make an API token for an account.

use domain::actor::{Role, Viewer};
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::refusal::Refusal;
use domain::text::Email;
use store::At;

use crate::{App, Result, random};

/// Makes a token and gives it, once: only its hash is kept.
///
/// # Errors
/// `NotFound` when the address has no account, or the store's failure.
pub async fn issue_token(app: &App, email: &Email) -> Result<String> {
    let (now, token, email) = (app.now(), format!("parvis_{}", random::token()), email.clone());
    app.store
        .write(move |db| {
            let account = store::accounts::by_email(db, email.as_str())?.ok_or(Refusal::NotFound)?;
            store::sessions::insert_token(db, &random::token_hash(&token), account.actor_id, "command line", At(now))?;
            store::journal::append(db, &Event::new(EventKind::TokenIssued).on(account.actor_id.to::<ActorId>()), now)?;
            Ok(token)
        })
        .await
}

/// Whose token this is, as actions see them.
///
/// # Errors
/// When the store fails.
pub async fn whose_token(app: &App, token: &str) -> Result<Option<Viewer>> {
    let hash = random::token_hash(token);
    let found = app.store.read(move |db| store::sessions::find_token(db, &hash)).await?;
    Ok(found.and_then(|(actor, role)| Some(Viewer::signed_in(actor.to(), Role::parse(&role)?))))
}

//! Make an account from the command line, with a one-time link to come in.

use domain::actor::Role;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::lang::Lang;
use domain::text::Email;
use store::Uid;

use super::{Newcomer, open, request_link};
use crate::{App, Result, random};

/// Makes an account and gives the path of a sign-in link for it.
///
/// # Errors
/// `Taken` when the address has an account, or the store's failure.
pub async fn create(app: &App, email: &Email, name: &str, role: Role) -> Result<String> {
    let instance = app.instance().await?;
    let lang = Lang::parse(&instance.lang).unwrap_or(Lang::Fr);
    let (now, actor, token) = (app.now(), app.new_id::<ActorId>(), random::token());
    let (email, name) = (email.clone(), name.to_owned());
    let digits = [random::digits(), random::digits(), random::digits(), random::digits()];
    app.store
        .write(move |db| {
            let new = Newcomer { actor, email: email.as_str(), name: &name, password_hash: None, role, lang, digits };
            open(db, &new, now)?;
            request_link::keep_link(db, Uid::of(actor), lang, &token, now)?;
            store::journal::append(db, &Event::new(EventKind::AccountOpened).on(actor).detail(role.code()), now)?;
            Ok(format!("/enter/{token}"))
        })
        .await
}

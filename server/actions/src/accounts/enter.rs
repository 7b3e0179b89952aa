//! Come in by a one-time link: look at it first (mail scanners do), then use it. Of two who try, one comes in.

use domain::actor::Role;
use domain::credential;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::lang::Lang;
use domain::refusal::Refusal;
use store::At;

use super::{LinkPurpose, Newcomer, hash_password, open, open_session};
use crate::{App, Error, Result, random};

/// What a link would do.
#[derive(Debug, Clone)]
pub struct LinkPreview {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// Whom it lets in.
    pub name: String,
}

/// Somebody who came in.
#[derive(Clone)]
pub struct Entered {
    /// The token for the cookie: shown once, kept only as a hash.
    pub session_token: String,
    /// Who.
    pub actor: ActorId,
    /// What the link was for.
    pub purpose: LinkPurpose,
}

/// Looks at a link without using it.
///
/// # Errors
/// `LinkExpired` when it is unknown, used or too old, or the store's failure.
pub async fn peek(app: &App, token: &str) -> Result<LinkPreview> {
    let (now, hash) = (app.now(), random::token_hash(token));
    app.store
        .read(move |db| {
            let link = store::sessions::peek_link(db, &hash, At(now))?.ok_or(Refusal::LinkExpired)?;
            let purpose = LinkPurpose::parse(&link.purpose).ok_or(Refusal::LinkExpired)?;
            let name = match (link.name, link.actor_id) {
                (Some(name), _) => name,
                (None, Some(actor)) => store::actors::find(db, actor)?.map(|a| a.display_name).unwrap_or_default(),
                (None, None) => String::new(),
            };
            Ok(LinkPreview { purpose, name })
        })
        .await
}

/// Uses a link: signs in, or opens the account whose address it confirms, with the password its owner chooses now (or none), and signs in.
///
/// # Errors
/// `LinkExpired`, `Suspended`, a faulty `password`, or the store's failure.
pub async fn enter(app: &App, token: &str, device: &str, password: &str) -> Result<Entered> {
    let password_hash = first_password(app, token, password).await?;
    let (now, hash, session_token, newcomer) = (app.now(), random::token_hash(token), random::token(), app.new_id::<ActorId>());
    let (device, digits) = (device.to_owned(), [random::digits(), random::digits(), random::digits(), random::digits()]);
    app.store
        .write(move |db| {
            let link = store::sessions::take_link(db, &hash, At(now))?.ok_or(Refusal::LinkExpired)?;
            let purpose = LinkPurpose::parse(&link.purpose).ok_or(Refusal::LinkExpired)?;
            let known = match (&link.email, link.actor_id) {
                (_, Some(actor)) => store::accounts::find(db, actor)?,
                (Some(email), None) => store::accounts::by_email(db, email)?,
                (None, None) => None,
            };
            let (actor, role) = match (known, purpose) {
                (Some(account), _) if account.suspended_at.is_some() => return Err(Refusal::Suspended.into()),
                (Some(account), _) => (account.actor_id.to::<ActorId>(), Role::parse(&account.role).ok_or(Refusal::LinkExpired)?),
                (None, LinkPurpose::SignUp) => {
                    let new = Newcomer {
                        actor: newcomer,
                        email: link.email.as_deref().ok_or(Refusal::LinkExpired)?,
                        name: link.name.as_deref().unwrap_or_default(),
                        password_hash: password_hash.as_deref(),
                        role: Role::Citizen,
                        lang: Lang::parse(&link.lang).unwrap_or(Lang::Fr),
                        digits,
                    };
                    open(db, &new, now)?;
                    store::journal::append(db, &Event::new(EventKind::AccountOpened).by(newcomer).on(newcomer), now)?;
                    (newcomer, Role::Citizen)
                }
                (None, LinkPurpose::SignIn | LinkPurpose::SetUp) => return Err(Refusal::LinkExpired.into()),
            };
            open_session(db, store::Uid::of(actor), role, &session_token, &device, now)?;
            store::journal::append(db, &Event::new(EventKind::SignedIn).by(actor).on(actor), now)?;
            Ok(Entered { session_token, actor, purpose })
        })
        .await
}

/// The hash of the password of a new account; nothing when none was chosen, or when the link opens no new account.
async fn first_password(app: &App, token: &str, password: &str) -> Result<Option<String>> {
    if password.is_empty() {
        return Ok(None);
    }
    let (now, hash, place) = (app.now(), random::token_hash(token), app.instance().await?.name.clone());
    let link = app.store.read(move |db| store::sessions::peek_link(db, &hash, At(now))).await?.ok_or(Refusal::LinkExpired)?;
    if link.purpose != LinkPurpose::SignUp.code() {
        return Ok(None);
    }
    let (email, name) = (link.email.unwrap_or_default(), link.name.unwrap_or_default());
    credential::check_password(password, &place, &[&email, &name]).map_err(|fault| Error::fault("password", fault))?;
    Ok(Some(hash_password(app, password).await?))
}

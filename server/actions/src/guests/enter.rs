//! Come in with an account of another server that was proven there.

use domain::actor::{ActorKind, Role};
use domain::event::{self, Event, EventKind};
use domain::id::ActorId;
use domain::refusal::Refusal;
use store::Uid;

use crate::accounts::open_session;
use crate::{App, Result, random};

/// Opens a session and gives its token.
///
/// # Errors
/// `NotFound` for whoever is no person of another server, `Suspended` for whoever is barred here, or the store's failure.
pub async fn enter(app: &App, actor: ActorId, device: &str) -> Result<String> {
    let (now, token, device) = (app.now(), random::token(), device.to_owned());
    app.store
        .write(move |db| {
            let found = store::actors::find(db, Uid::of(actor))?.filter(|found| found.erased_at.is_none() && !found.host.is_empty());
            let found = found.filter(|found| ActorKind::parse(&found.kind) == Some(ActorKind::Person)).ok_or(Refusal::NotFound)?;
            if store::barriers::is_barred(db, found.id)? {
                return Err(Refusal::Suspended.into());
            }
            open_session(db, found.id, Role::Remote, &token, &device, now)?;
            let event = Event::new(EventKind::SignedIn).by(actor).on(actor).detail(event::ELSEWHERE);
            store::journal::append(db, &event, now)?;
            Ok(token)
        })
        .await
}

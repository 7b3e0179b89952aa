//! Open an organisation: an agent does, at once or because somebody asked.

use super::form::{self, OrganisationForm, Sound};
use super::invite;
use crate::accounts::{first_free, signed_in};
use crate::{App, Error, Result, jobs, random};
use domain::Timestamp;
use domain::actor::{ActorKind, Role, Viewer};
use domain::event::{Event, EventKind};
use domain::id::{ActorId, LetterId};
use domain::organisation::OrganisationKind;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{Email, Username};
use store::organisations::{Organisation, Request};
use store::{At, Db, Uid};

/// Most requests of one person that wait.
const WAITING_MAX: usize = 3;

/// Asks the agents to open an organisation. Nothing of it is public before they do.
///
/// # Errors
/// Faulty fields, `SignInFirst`, `NotYourRole` for accounts of other servers, `TooManyAttempts` when several wait, or the store's failure.
pub async fn ask(app: &App, viewer: Viewer, form: &OrganisationForm) -> Result<()> {
    let person = signed_in(viewer)?;
    if viewer.role == Role::Remote {
        return Err(Refusal::NotYourRole.into());
    }
    let sound = form::parse(form)?;
    let (now, id) = (app.now(), app.new_id::<uuid::Uuid>());
    app.store
        .write(move |db| {
            if store::organisations::asked_by(db, Uid::of(person), 10)?.len() >= WAITING_MAX {
                return Err(Refusal::TooManyAttempts.into());
            }
            store::organisations::ask(
                db,
                &Request {
                    id: Uid(id),
                    kind: sound.kind.code().to_owned(),
                    name: sound.name,
                    summary: sound.summary,
                    web: sound.web,
                    registration: sound.registration,
                    publish_abroad: sound.publish_abroad,
                    asked_by: Uid::of(person),
                    asked_at: At(now),
                },
            )?;
            Ok(store::journal::append(db, &Event::new(EventKind::OrganisationAsked).by(person), now)?)
        })
        .await
}

/// Opens an organisation and invites the address of whoever will look after it. Gives its handle.
///
/// # Errors
/// Faulty fields, a refusal of the permission table, or the store's failure.
pub async fn open(app: &App, viewer: Viewer, form: &OrganisationForm, email: &str) -> Result<String> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (sound, email) = match (form::parse(form), Email::parse(email)) {
        (Ok(sound), Ok(email)) => (sound, email),
        (Err(Error::Faulty(mut faults)), Err(fault)) => {
            faults.push(("email", fault));
            return Err(Error::Faulty(faults));
        }
        (Err(error), _) => return Err(error),
        (Ok(_), Err(fault)) => return Err(Error::fault("email", fault)),
    };
    let (now, id, letter, digits) = (app.now(), app.new_id::<ActorId>(), app.new_id::<LetterId>(), four());
    app.store
        .write(move |db| {
            let handle = found(db, id, &sound, digits, now)?;
            invite::write(db, (Uid::of(id), email.as_str(), true), letter, now)?;
            store::journal::append(db, &Event::new(EventKind::OrganisationOpened).by(viewer.actor).on(id), now)?;
            Ok(handle)
        })
        .await
}

/// Opens what somebody asked for; they look after it. Gives its handle.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when it was decided before, or the store's failure.
pub async fn confirm(app: &App, viewer: Viewer, request: uuid::Uuid) -> Result<String> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, id, letter, digits) = (app.now(), app.new_id::<ActorId>(), app.new_id::<LetterId>(), four());
    app.store
        .write(move |db| {
            let asked = take(db, request)?;
            let kind = OrganisationKind::parse(&asked.kind).ok_or(Refusal::NotFound)?;
            let account = store::accounts::find(db, asked.asked_by)?.ok_or(Refusal::NotFound)?;
            let (summary, web, registration) = (asked.summary, asked.web, asked.registration);
            let sound = Sound { kind, name: asked.name, summary, web, registration, publish_abroad: asked.publish_abroad };
            let handle = found(db, id, &sound, digits, now)?;
            store::memberships::join(db, Uid::of(id), asked.asked_by, true, At(now))?;
            let name = store::actors::find(db, asked.asked_by)?.map(|actor| actor.display_name).unwrap_or_default();
            let to = (account.email.as_str(), name.as_str(), account.lang.as_str());
            jobs::post(db, &jobs::letter(letter, "organisation_opened", to, format!("/organisations/{handle}"), now), now)?;
            store::journal::append(db, &Event::new(EventKind::OrganisationOpened).by(viewer.actor).on(id), now)?;
            Ok(handle)
        })
        .await
}

/// Does not open what somebody asked for; they are told.
///
/// # Errors
/// As [`confirm`].
pub async fn decline(app: &App, viewer: Viewer, request: uuid::Uuid) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, letter) = (app.now(), app.new_id::<LetterId>());
    app.store
        .write(move |db| {
            let asked = take(db, request)?;
            if let Some(account) = store::accounts::find(db, asked.asked_by)? {
                let name = store::actors::find(db, asked.asked_by)?.map(|actor| actor.display_name).unwrap_or_default();
                let to = (account.email.as_str(), name.as_str(), account.lang.as_str());
                jobs::post(db, &jobs::letter(letter, "organisation_declined", to, "/organisations".to_owned(), now), now)?;
            }
            let event = Event::new(EventKind::OrganisationDeclined).by(viewer.actor).on(asked.asked_by.0);
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Numbers for the handle; the first that is free is taken.
fn four() -> [u32; 4] {
    [random::digits(), random::digits(), random::digits(), random::digits()]
}

fn take(db: &mut Db, request: uuid::Uuid) -> Result<Request> {
    let asked = store::organisations::asked(db, Uid(request))?.ok_or(Refusal::NotFound)?;
    if store::organisations::forget_request(db, asked.id)? { Ok(asked) } else { Err(Refusal::NotFound.into()) }
}

/// Makes the organisation with its actor, under a handle made of its name.
fn found(db: &mut Db, id: ActorId, sound: &Sound, digits: [u32; 4], now: Timestamp) -> Result<String> {
    let plain: String =
        domain::search::plain(&sound.name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(30).collect();
    let own = Username::parse(plain.trim_matches('_')).ok();
    let numbered = digits.iter().map(|digits| Username::suggest(&sound.name, *digits));
    let handle = first_free(db, own.into_iter().chain(numbered))?;
    // Somebody who knows a subject is a person, whoever writes in their name.
    let kind = if sound.kind == OrganisationKind::Expert { ActorKind::Person } else { ActorKind::Organization };
    store::actors::insert(db, Uid::of(id), kind.code(), handle.as_str(), &sound.name, At(now))?;
    store::actors::rename(db, Uid::of(id), &sound.name, &sound.summary)?;
    store::organisations::insert(
        db,
        &Organisation {
            actor_id: Uid::of(id),
            kind: sound.kind.code().to_owned(),
            web: sound.web.clone(),
            registration: sound.registration.clone(),
            publish_abroad: sound.publish_abroad,
            opened_at: At(now),
            closed_at: None,
        },
    )?;
    Ok(handle.as_str().to_owned())
}

//! Follow a report, confirm by a letter that an address is one's own, follow no more.

use domain::actor::{Role, Viewer};
use domain::event::{Event, EventKind};
use domain::id::StreetId;
use domain::lang::Lang;
use domain::refusal::Refusal;
use store::street::Report;
use store::street::followers::{self, Follower};
use store::{At, Db, Uid};

use super::form::Contact;
use super::make::{self, WAITING_MAX};
use super::{held, letters};
use crate::limits::Purpose;
use crate::{App, Result, random};

/// A report that everybody may see and that is still open.
fn open(db: &mut Db, number: i64) -> Result<Report> {
    let row = held(db, number)?;
    if !row.is_public() {
        return Err(Refusal::NotFound.into());
    }
    if row.state()?.is_closed() { Err(Refusal::NotOpenNow.into()) } else { Ok(row) }
}

fn newcomer(row: &Report, (id, secret): (StreetId, String), lang: Lang, now: At) -> Follower {
    Follower {
        id: Uid::of(id),
        report_id: row.id,
        actor_id: None,
        email: None,
        name: String::new(),
        phone: String::new(),
        lang: lang.code().to_owned(),
        secret,
        reporter: false,
        confirmed: true,
        since: now,
        guest_id: None,
    }
}

/// The account of here that somebody uses, or the one of another server.
pub(super) fn own_or_guest(viewer: Viewer) -> (Option<Uid>, Option<Uid>) {
    let actor = viewer.actor.map(Uid::of);
    match viewer.role {
        Role::Visitor => (None, None),
        Role::Remote => (None, actor),
        Role::Citizen | Role::Stakeholder | Role::Agent | Role::Moderator | Role::Administrator => (actor, None),
    }
}

/// "Me too": an account follows a report; one of another server is told by messages.
///
/// # Errors
/// `SignInFirst`, `NotFound`, `NotOpenNow`, `AlreadyDone`, or the store's failure.
pub async fn follow(app: &App, viewer: Viewer, number: i64, lang: Lang) -> Result<()> {
    let actor = viewer.actor.ok_or(Refusal::SignInFirst)?;
    app.limits.check(Purpose::Support, actor.0.as_bytes())?;
    let (now, id, secret) = (app.now(), app.new_id::<StreetId>(), random::token());
    app.store
        .write(move |db| {
            let row = open(db, number)?;
            let (actor_id, guest_id) = own_or_guest(viewer);
            let follower = Follower { actor_id, guest_id, ..newcomer(&row, (id, secret), lang, At(now)) };
            if !followers::insert(db, follower)? {
                return Err(Refusal::AlreadyDone.into());
            }
            followers::recount(db, row.id)?;
            Ok(store::journal::append(db, &Event::new(EventKind::StreetFollowed).on(row.id.0), now)?)
        })
        .await
}

/// The same by an address: a letter asks first whether it is theirs. The answer is the same for an address that follows already.
///
/// # Errors
/// A faulty `email`, `TooManyAttempts`, `NotFound`, `NotOpenNow`, or the store's failure.
pub async fn follow_by_mail(app: &App, client: &[u8], number: i64, contact: &Contact, lang: Lang) -> Result<()> {
    let reached = contact.parse(true)?;
    let email = reached.email.unwrap_or_default();
    app.limits.check(Purpose::Letter, client)?;
    app.limits.check(Purpose::Mailbox, email.as_bytes())?;
    let (now, id, secret) = (app.now(), app.new_id::<StreetId>(), random::token());
    app.store
        // no event: nobody follows yet
        .write(move |db| {
            let row = open(db, number)?;
            if followers::waiting(db, &email, At(now - make::UNCONFIRMED_LIFE))? >= WAITING_MAX {
                return Err(Refusal::TooManyAttempts.into());
            }
            let follower =
                Follower { email: Some(email), name: reached.name, confirmed: false, ..newcomer(&row, (id, secret), lang, At(now)) };
            if followers::insert(db, follower.clone())? { letters::ask(db, &follower, now) } else { Ok(()) }
        })
        .await
}

/// Somebody presses the button of a letter: their report counts, or they follow. Gives the number of the report.
///
/// # Errors
/// `LinkExpired`, `AlreadyDone`, or the store's failure.
pub async fn answer_letter(app: &App, secret: &str) -> Result<i64> {
    let (now, secret) = (app.now(), secret.to_owned());
    app.store
        .write(move |db| {
            let follower = followers::by_secret(db, &secret)?.ok_or(Refusal::LinkExpired)?;
            let report = store::street::find(db, follower.report_id)?.ok_or(Refusal::LinkExpired)?;
            let mut row = held(db, report.number)?;
            if follower.confirmed {
                return Err(Refusal::AlreadyDone.into());
            }
            followers::confirm(db, follower.id)?;
            if row.confirmed_at.is_some() {
                followers::recount(db, row.id)?;
                store::journal::append(db, &Event::new(EventKind::StreetFollowed).on(row.id.0), now)?;
                return Ok(row.number);
            }
            let category = store::street::category(db, row.category_id)?.ok_or(Refusal::NotFound)?;
            make::count(db, &mut row, &category, None, now)?;
            let event = Event::new(EventKind::StreetReported).on(row.id.0).detail(domain::street::Channel::Web.code());
            store::journal::append(db, &event, now)?;
            Ok(row.number)
        })
        .await
}

/// Somebody follows no more, by their account or by what a letter gave them. A report of theirs stands without them.
///
/// # Errors
/// `LinkExpired`, `NotFound`, or the store's failure.
pub async fn unfollow(app: &App, viewer: Viewer, number: i64, secret: Option<&str>) -> Result<()> {
    let (now, secret, actor) = (app.now(), secret.map(str::to_owned), viewer.actor);
    app.store
        .write(move |db| {
            let follower = match (secret, actor) {
                (Some(secret), _) => {
                    let follower = followers::by_secret(db, &secret)?.ok_or(Refusal::LinkExpired)?;
                    // Held, so that those who go at once are all counted.
                    let report = store::street::find(db, follower.report_id)?.ok_or(Refusal::LinkExpired)?;
                    held(db, report.number)?;
                    follower
                }
                (None, Some(actor)) => {
                    let row = held(db, number)?;
                    followers::of_account(db, row.id, Uid::of(actor))?.ok_or(Refusal::NotFound)?
                }
                (None, None) => return Err(Refusal::SignInFirst.into()),
            };
            followers::remove(db, follower.id)?;
            followers::recount(db, follower.report_id)?;
            Ok(store::journal::append(db, &Event::new(EventKind::StreetFollowed).on(follower.report_id.0), now)?)
        })
        .await
}

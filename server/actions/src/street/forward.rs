//! Send a report to the collectivity that is competent, and take it back.

use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::street::{ReportState, WORDS_MAX};
use domain::text::{self, Fault};
use store::street::Report;
use store::street::routes::{self, Route};
use store::{At, Db, Uid};

use super::{Deed, held, keep, letters, put, tend};
use crate::{App, Error, Result, random};

/// Sends a report to an official collectivity of another server.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, faulty fields (`to` where it is not official or sent us the report, `state` where the report is closed), or
/// the store's failure.
pub async fn forward(app: &App, viewer: Viewer, number: i64, competent: ActorId, words: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let words = text::bounded_text(words, 0, WORDS_MAX).map_err(|fault| Error::fault("words", fault))?;
    let (now, competent) = (app.now(), Uid::of(competent));
    app.store
        // no event: `send` appends it
        .write(move |db| {
            let mut row = held(db, number)?;
            if row.confirmed_at.is_none() || row.hidden_at.is_some() {
                return Err(Refusal::NotFound.into());
            }
            // What few may see does not leave, and nothing is handed on twice: each collectivity answers for what it was given.
            if row.private || routes::of(db, row.id, true)?.is_some() || !row.state()?.may_become(ReportState::Forwarded) {
                return Err(Error::fault("to", Fault::Order));
            }
            if !store::trust::is_official(db, competent)? {
                return Err(Error::fault("to", Fault::Choice));
            }
            let deed = Deed { words, agent: viewer.actor.map(Uid::of), ..Deed::default() };
            // One that was closed and is sent again goes by a way of its own.
            withdraw(db, &row, now)?;
            send(db, &mut row, competent, (deed, viewer.actor), now)?;
            letters::tell(db, &row, None, now)?;
            tend::tell_joined(db, &row, now)
        })
        .await
}

/// Takes a report back from the collectivity it was sent to.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotOpenNow` when it was not sent, or the store's failure.
pub async fn take_back(app: &App, viewer: Viewer, number: i64) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        // no event: `withdraw` appends it
        .write(move |db| {
            let mut row = held(db, number)?;
            if row.state()? != ReportState::Forwarded {
                return Err(Refusal::NotOpenNow.into());
            }
            withdraw(db, &row, now)?;
            put(&mut row, ReportState::Received, now);
            let by = viewer.actor.map(Uid::of);
            keep(db, &row, Deed { agent: by, ..Deed::default() }, now)?;
            letters::tell_agent(db, &row, by, now)?;
            letters::tell(db, &row, None, now)?;
            tend::tell_joined(db, &row, now)
        })
        .await
}

/// A report stands as sent from now on. `by` is who sends it, where somebody does.
pub(super) fn send(db: &mut Db, row: &mut Report, competent: Uid, (deed, by): (Deed, Option<ActorId>), now: Timestamp) -> Result<()> {
    // What was said of it there before stays said: it is counted on.
    let turn = routes::outward(db, row.id)?.iter().find(|route| route.actor_id == competent).map_or(0, |route| route.turn);
    let route = Route {
        id: Uid(random::uuid_v7(now)),
        report_id: row.id,
        actor_id: competent,
        inward: false,
        uri: String::new(),
        sent_at: At(now),
        answered_at: None,
        turn,
        state: String::new(),
        ended_at: None,
        document: String::new(),
        hidden_at: None,
    };
    let told = told(&route, "sent").by(by);
    routes::insert(db, route)?;
    put(row, ReportState::Forwarded, now);
    keep(db, row, deed, now)?;
    Ok(store::journal::append(db, &told, now)?)
}

/// That something is said to the collectivity at the end of a way: the line is of the way, for there may be another one by the time it is read.
fn told(route: &Route, what: &'static str) -> Event {
    Event::new(EventKind::StreetForwarded).on(route.id.0).detail(what)
}

/// A report was hidden, is for few eyes from now on, or is shown again: everybody hears of the first two who ever got its words, and of the last who
/// still has it.
pub(super) fn tell_all(db: &mut Db, row: &Report, now: Timestamp) -> Result<()> {
    let shown = row.is_public();
    for route in routes::outward(db, row.id)? {
        if !shown || route.ended_at.is_none() {
            store::journal::append(db, &told(&route, if shown { "shown" } else { "hidden" }), now)?;
        }
    }
    Ok(())
}

/// What was sent is taken back; the other one hears of it.
pub(super) fn withdraw(db: &mut Db, row: &Report, now: Timestamp) -> Result<()> {
    if let Some((route, ..)) = routes::of(db, row.id, false)?.filter(|(route, ..)| route.ended_at.is_none()) {
        routes::end(db, route.id, At(now))?;
        store::journal::append(db, &told(&route, "taken_back"), now)?;
    }
    Ok(())
}

/// Notes that the collectivity a report came from is to hear where it stands. `false`: it came from nobody, or is over.
pub(super) fn say(db: &mut Db, row: &Report, now: Timestamp) -> Result<bool> {
    let Some((route, ..)) = routes::of(db, row.id, true)?.filter(|(route, ..)| route.ended_at.is_none()) else { return Ok(false) };
    routes::say(db, route.id, &row.state, At(now))?;
    Ok(true)
}

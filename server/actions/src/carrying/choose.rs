//! Choose the territories that a consultation is offered to.

use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::carrying::Called;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::text::Fault;
use store::carrying::choosing::{self, Filter};
use store::{At, Uid};

/// Most territories that are chosen for one consultation: more than France has communes.
pub const TERRITORIES_MAX: usize = 40_000;
/// Most that are ticked in one form.
const TICKED_MAX: usize = 500;

/// What is to be done with whom.
#[derive(Debug, Clone)]
pub enum Choosing {
    /// Choose these.
    Add(Vec<Uid>),
    /// Choose these no more, as far as they did not join.
    Remove(Vec<Uid>),
    /// Choose all who are found so.
    AddAll(Filter),
}

/// Chooses territories, or chooses them no more, before the consultation is opened to them or after: then those that are new hear of it. Gives how many
/// changed.
///
/// # Errors
/// A refusal of the permission table, `DecidedElsewhere` when it is another collectivity's, a fault of `chosen` (nothing ticked, or somebody who is not
/// known) or of `all` (nobody is found, or more than can be chosen), or the store's failure.
pub async fn choose(app: &App, viewer: Viewer, slug: &str, choosing: Choosing) -> Result<usize> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    if let Choosing::Add(ids) | Choosing::Remove(ids) = &choosing {
        if ids.is_empty() {
            return Err(Error::fault("chosen", Fault::Missing));
        }
        if ids.len() > TICKED_MAX {
            return Err(Error::fault("chosen", Fault::Choice));
        }
    }
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            store::carrying::hold(db)?;
            let (consultation, _) = subject::consultation(db, &slug)?;
            subject::decided_here(db, consultation.id)?;
            let (count, added) = match choosing {
                Choosing::Remove(ids) => (choosing::give_up(db, consultation.id, &ids, At(now))?, false),
                Choosing::Add(ids) => (add(db, consultation.id, &ids, At(now))?, true),
                Choosing::AddAll(filter) => (add_all(db, consultation.id, &filter, At(now))?, true),
            };
            let event = Event::new(EventKind::TerritoriesChosen).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            // Only those that are new hear of it: for the others the call did not change.
            if added && count > 0 && calls_chosen(db, consultation.id)? {
                store::journal::append_and_tell(db, &event, now)?;
            } else {
                store::journal::append(db, &event, now)?;
            }
            Ok(count)
        })
        .await
}

/// Whether a consultation is open now to those that are chosen.
fn calls_chosen(db: &mut store::Db, consultation: Uid) -> Result<bool> {
    let Some(offered) = store::carrying::offered(db, consultation)? else { return Ok(false) };
    Ok(offered.withdrawn_at.is_none() && offered.called()? == Called::Chosen)
}

fn add(db: &mut store::Db, consultation: Uid, ids: &[Uid], now: At) -> Result<usize> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    if choosing::known(db, &ids)?.len() != ids.len() {
        return Err(Error::fault("chosen", Fault::Choice));
    }
    within_bounds(choosing::choose(db, consultation, &ids, now)?, db, consultation)
}

fn add_all(db: &mut store::Db, consultation: Uid, filter: &Filter, now: At) -> Result<usize> {
    let most = i64::try_from(TERRITORIES_MAX).unwrap_or(i64::MAX);
    let found = choosing::page(db, consultation, filter, 0, most.saturating_add(1))?;
    if found.len() > TERRITORIES_MAX {
        return Err(Error::fault("all", Fault::TooLong(TERRITORIES_MAX)));
    }
    if found.is_empty() {
        return Err(Error::fault("all", Fault::Missing));
    }
    let ids: Vec<Uid> = found.iter().map(|one| one.id).collect();
    within_bounds(choosing::choose(db, consultation, &ids, now)?, db, consultation)
}

/// What is chosen already counts too.
fn within_bounds(count: usize, db: &mut store::Db, consultation: Uid) -> Result<usize> {
    let chosen = choosing::count_chosen(db, consultation)?;
    if usize::try_from(chosen).is_ok_and(|chosen| chosen <= TERRITORIES_MAX) {
        Ok(count)
    } else {
        Err(Error::fault("all", Fault::TooLong(TERRITORIES_MAX)))
    }
}

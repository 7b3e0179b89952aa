//! The list of those who may vote: loaded by an agent, kept as digests, shown to nobody.

use super::read_list::{self, ListFault};
use super::seat::{Proof, entry_mark};
use super::{pass, running, taking};
use crate::{App, Error, Result, random};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::Level;
use std::collections::HashMap;
use store::Uid;
use store::ways::List;

/// What became of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loading {
    /// It is kept.
    Loaded {
        /// How many people stand on it.
        persons: usize,
        /// How many of them share their details with somebody else.
        homonyms: usize,
    },
    /// It cannot be read. Nothing was changed.
    Faulty(ListFault),
}

/// Loads a list in the place of the one that was there, before anybody of it has voted.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotYourRole` where the box takes no list, `Settled` once somebody of it has voted or the box is counted, or
/// the store's failure.
pub async fn load_list(app: &App, viewer: Viewer, id: BoxId, file: Vec<u8>, columns: &str) -> Result<Loading> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let columns = columns.to_owned();
    let read = tokio::task::spawn_blocking(move || read_list::read(&file, &columns)).await;
    let (fields, people) = match read.map_err(|_gone| Error::Broken("the reading of a list broke off".to_owned()))? {
        Ok(read) => read,
        Err(fault) => return Ok(Loading::Faulty(fault)),
    };
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let (found, pepper) = running(db, id, Level::Listed)?;
            for level in [Level::Listed, Level::Desk, Level::Paper] {
                if store::ways::any_with(db, id, level)? {
                    return Err(Refusal::Settled.into());
                }
            }
            let mut entries: HashMap<Vec<u8>, i32> = HashMap::with_capacity(people.len());
            for person in &people {
                *entries.entry(read_list::entry_key(&pepper, person)).or_default() += 1;
            }
            let homonyms = entries.values().filter(|persons| **persons > 1).map(|persons| usize::try_from(*persons).unwrap_or(0)).sum();
            let list = List { box_id: id, fields: fields.join("\n"), persons: i32::try_from(people.len()).unwrap_or(i32::MAX) };
            let entries: Vec<(Vec<u8>, i32)> = entries.into_iter().collect();
            store::ways::put_list(db, list, &entries)?;
            let event = Event::new(EventKind::VoterListLoaded).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            Ok(Loading::Loaded { persons: people.len(), homonyms })
        })
        .await
}

/// Gives a pass to whoever knows the details of an entry. Whether it has voted is only said when a ballot is brought.
///
/// # Errors
/// `NotFound`, `NotYourRole`, `NotOpenNow`, or the store's failure.
pub async fn pass_by_entry(app: &App, id: BoxId, details: Vec<String>) -> Result<Proof<String>> {
    let (now, id, token) = (app.now(), Uid::of(id), random::token());
    app.store
        // no event: nothing is voted yet
        .write(move |db| {
            let (_, pepper) = taking(db, id, Level::Listed, now)?;
            let entry = read_list::entry_key(&pepper, &details);
            match store::ways::persons(db, id, &entry)? {
                None => Ok(Proof::Unknown),
                Some(1) => {
                    let mark = entry_mark(&pepper, &entry, 1);
                    pass::give(db, id, &token, mark, Level::Listed, now)?;
                    Ok(Proof::Known(token))
                }
                Some(_) => Ok(Proof::Several),
            }
        })
        .await
}

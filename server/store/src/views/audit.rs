//! The audit log: a page of what the staff did, with the names of what it was done to, in a number of statements that does not grow with it.

use crate::column::{Uid, all};
use crate::conn::MultiBackend;
use crate::journal::Line;
use crate::schema::{account, actor, consultation, contribution, journal, recognition};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::actor::Role;
use domain::event::EventKind;
use std::collections::HashMap;

/// Which acts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only of this kind.
    pub kind: Option<EventKind>,
    /// Only by this person.
    pub actor: Option<Uid>,
}

/// What a line is about.
#[derive(Debug, Clone)]
pub enum Subject {
    /// A contribution: its title and the slug of its consultation.
    Contribution(String, String),
    /// A consultation: its title and its slug.
    Consultation(String, String),
    /// Somebody: the name, the handle and the code of the kind of actor.
    Actor(String, String, String),
}

/// The acts of the staff, latest first, with the name of who did them; `before` is the number of the last line already shown.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, filter: Filter, before: Option<i64>, limit: i64) -> Result<Vec<(Line, Option<String>)>> {
    let wanted = |kind: &&EventKind| kind.is_staff_act() && filter.kind.is_none_or(|only| only == **kind);
    let kinds: Vec<&str> = EventKind::ALL.iter().filter(wanted).map(|kind| kind.code()).collect();
    let mut query = journal::table
        .left_join(actor::table.on(journal::actor_id.eq(actor::id.nullable())))
        .filter(journal::kind.eq_any(kinds))
        .filter(journal::id.lt(before.unwrap_or(i64::MAX)))
        .into_boxed::<MultiBackend>();
    if let Some(actor) = filter.actor {
        query = query.filter(journal::actor_id.eq(actor));
    }
    Ok(query.order(journal::id.desc()).limit(limit).select((all::<Line>(), actor::display_name.nullable())).load(db)?)
}

/// What these lines are about: contributions, consultations, people and recognised collectivities, one statement each.
///
/// # Errors
/// When the database refuses.
pub fn subjects(db: &mut Db, lines: &[&Line]) -> Result<HashMap<Uid, Subject>> {
    let about: Vec<Uid> = lines.iter().filter_map(|line| line.subject_id).collect();
    let within: Vec<Uid> = lines.iter().filter_map(|line| line.consultation_id).chain(about.iter().copied()).collect();
    let mut found = HashMap::new();
    let actors: Vec<(Uid, String, String, String)> = actor::table
        .filter(actor::id.eq_any(about.clone()))
        .select((actor::id, actor::display_name, actor::username, actor::kind))
        .load(db)?;
    found.extend(actors.into_iter().map(|(id, name, handle, kind)| (id, Subject::Actor(name, handle, kind))));
    let consultations: Vec<(Uid, String, String)> = consultation::table
        .filter(consultation::id.eq_any(within))
        .select((consultation::id, consultation::title, consultation::slug))
        .load(db)?;
    // A consultation is an actor too: it goes by its own title.
    found.extend(consultations.into_iter().map(|(id, title, slug)| (id, Subject::Consultation(title, slug))));
    let recognised: Vec<(Uid, String, String, String)> = recognition::table
        .inner_join(actor::table.on(actor::id.eq(recognition::actor_id)))
        .filter(recognition::id.eq_any(about.clone()))
        .select((recognition::id, actor::display_name, actor::username, actor::kind))
        .load(db)?;
    found.extend(recognised.into_iter().map(|(id, name, handle, kind)| (id, Subject::Actor(name, handle, kind))));
    let contributions: Vec<(Uid, String, String)> = contribution::table
        .inner_join(consultation::table)
        .filter(contribution::id.eq_any(about))
        .select((contribution::id, contribution::title, consultation::slug))
        .load(db)?;
    found.extend(contributions.into_iter().map(|(id, title, slug)| (id, Subject::Contribution(title, slug))));
    Ok(found)
}

/// The most people that a list of choices names.
const STAFF_MAX: i64 = 500;

/// Who works for the collectivity: id, handle and name, by name.
///
/// # Errors
/// When the database refuses.
pub fn staff(db: &mut Db) -> Result<Vec<(Uid, String, String)>> {
    let roles: Vec<&str> = Role::ALL.iter().filter(|role| role.is_staff()).map(|role| role.code()).collect();
    Ok(account::table
        .inner_join(actor::table)
        .filter(account::role.eq_any(roles))
        .order((actor::display_name, actor::id))
        .limit(STAFF_MAX)
        .select((actor::id, actor::username, actor::display_name))
        .load(db)?)
}

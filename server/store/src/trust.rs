//! Which collectivities recognise each other, and what each says of its territory. Recognised means: both said yes and signed for it, and neither
//! took it back (docs/decisions/0019).

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{actor, delivery, recognition};
use crate::{Db, Result, peers};
use diesel::prelude::*;

mod exchange;
mod territory;

pub use exchange::{
    Answer, Proposal, accept, by_id, confirm_held, end, end_all, find, hold, keep_proposal, latest, live, of, refuse, statement,
    with_answer,
};
pub use territory::{Territory, claims, declare, declared, declared_at};

domain::words! {
    /// How far an exchange has come.
    RecognitionState {
        /// One of the two proposed; the other has not answered.
        Proposed = "proposed",
        /// They said yes to our proposal, and name a territory that an official collectivity or ours has: somebody here must look again.
        Held = "held",
        /// Both said yes.
        Official = "official",
        /// The other one said no.
        Refused = "refused",
        /// One of the two took it back.
        Ended = "ended",
    }
}

/// An exchange between our collectivity and one of another server.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = recognition, check_for_backend(MultiBackend))]
pub struct Recognition {
    /// Its id here.
    pub id: Uid,
    /// The address of the proposal.
    pub uri: String,
    /// The other collectivity.
    pub actor_id: Uid,
    /// Whether we proposed.
    pub ours: bool,
    /// Code of the state.
    pub state: String,
    /// The address of the answer.
    pub answer: Option<String>,
    /// When it was proposed.
    pub proposed_at: At,
    /// When it was answered.
    pub answered_at: Option<At>,
    /// When it was taken back.
    pub ended_at: Option<At>,
    /// Whether it was taken back here.
    pub ended_here: bool,
    /// Who said yes or no here.
    pub made_by: Option<Uid>,
    /// What the other one signed for; empty while it has not.
    #[diesel(embed)]
    pub territory: Territory,
}

/// A collectivity with the exchange that made it official.
#[derive(Debug, Clone)]
pub struct OfficialActor {
    /// Its id here.
    pub actor_id: Uid,
    /// Its address.
    pub uri: String,
    /// Its host.
    pub host: String,
    /// The name that is shown.
    pub name: String,
    /// Since when both have said yes.
    pub since: At,
    /// What it signed for.
    pub territory: Territory,
}

/// Whether a collectivity of another server is official: recognised both ways, and its server is not blocked. The only source of the badge (E05).
///
/// # Errors
/// When the database refuses.
pub fn is_official(db: &mut Db, id: Uid) -> Result<bool> {
    Ok(!official_among(db, &[id])?.is_empty())
}

/// Which of these actors are official; for pages with many names.
///
/// # Errors
/// When the database refuses.
pub fn official_among(db: &mut Db, ids: &[Uid]) -> Result<Vec<Uid>> {
    let rows: Vec<(Uid, String)> = recognition::table
        .inner_join(actor::table.on(actor::id.eq(recognition::actor_id)))
        .filter(recognition::actor_id.eq_any(ids.to_vec()))
        .filter(recognition::state.eq(RecognitionState::Official.code()))
        .filter(actor::erased_at.is_null())
        .select((actor::id, actor::host))
        .distinct()
        .load(db)?;
    let hosts: Vec<String> = rows.iter().map(|(_, host)| host.clone()).collect();
    let blocked = if hosts.is_empty() { Vec::new() } else { peers::blocked_among(db, &hosts)? };
    Ok(rows.into_iter().filter(|(_, host)| !blocked.contains(host)).map(|(id, _)| id).collect())
}

/// The official collectivities in the order of their addresses, after `after`: the next page is asked for with the address of the last one.
/// A page may hold fewer than `limit` because those on blocked servers are left out; it is the last one when it is empty.
///
/// # Errors
/// When the database refuses.
pub fn official_actors(db: &mut Db, after: &str, limit: i64) -> Result<Vec<OfficialActor>> {
    let mut after = after.to_owned();
    loop {
        let rows = official_rows(db, &after, limit)?;
        let Some(last) = rows.last() else { return Ok(Vec::new()) };
        after.clone_from(&last.uri);
        let hosts: Vec<String> = rows.iter().map(|row| row.host.clone()).collect();
        let blocked = peers::blocked_among(db, &hosts)?;
        let mut found: Vec<OfficialActor> = rows.into_iter().filter(|row| !blocked.contains(&row.host)).collect();
        // Two exchanges, one in each direction, are one recognition: the first one counts.
        found.dedup_by(|later, earlier| later.actor_id == earlier.actor_id);
        if !found.is_empty() {
            return Ok(found);
        }
    }
}

/// The official collectivities on one server, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn official_at(db: &mut Db, host: &str, limit: i64) -> Result<Vec<Uid>> {
    let here = actor::table.filter(actor::host.eq(host)).filter(actor::erased_at.is_null()).select(actor::id);
    let found: Vec<Uid> = recognition::table
        .filter(recognition::actor_id.eq_any(here))
        .filter(recognition::state.eq(RecognitionState::Official.code()))
        .select(recognition::actor_id)
        .distinct()
        .order(recognition::actor_id)
        .limit(limit)
        .load(db)?;
    official_among(db, &found)
}

fn official_rows(db: &mut Db, after: &str, limit: i64) -> Result<Vec<OfficialActor>> {
    let rows: Vec<(Recognition, Option<String>, String, String)> = recognition::table
        .inner_join(actor::table.on(actor::id.eq(recognition::actor_id)))
        .filter(recognition::state.eq(RecognitionState::Official.code()))
        .filter(actor::erased_at.is_null())
        .filter(actor::uri.gt(after))
        .order((actor::uri, recognition::answered_at))
        .limit(limit)
        .select((all::<Recognition>(), actor::uri, actor::host, actor::display_name))
        .load(db)?;
    let row = |(found, uri, host, name): (Recognition, Option<String>, String, String)| OfficialActor {
        actor_id: found.actor_id,
        uri: uri.unwrap_or_default(),
        host,
        name,
        since: found.answered_at.unwrap_or(found.proposed_at),
        territory: found.territory,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// The hosts of official collectivities and of those to which we proposed, at most `limit`: the list of territories includes them. So does it those
/// that have not heard yet that we took it back.
///
/// # Errors
/// When the database refuses.
pub fn trusted_hosts(db: &mut Db, limit: i64) -> Result<Vec<String>> {
    let untold = recognition::ended_here.and(diesel::dsl::exists(delivery::table.filter(delivery::object_id.eq(recognition::actor_id))));
    let under_way = [RecognitionState::Proposed.code(), RecognitionState::Held.code()];
    Ok(recognition::table
        .inner_join(actor::table.on(actor::id.eq(recognition::actor_id)))
        .filter(
            recognition::state
                .eq(RecognitionState::Official.code())
                .or(recognition::ours.and(recognition::state.eq_any(under_way)))
                .or(untold),
        )
        .filter(actor::erased_at.is_null())
        .select(actor::host)
        .distinct()
        .limit(limit)
        .load(db)?)
}

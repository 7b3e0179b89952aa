//! The map of stakeholders of a consultation: which organisations took part, of here and of elsewhere, and what they did. A number of statements
//! that does not grow with them.

use crate::column::sql::Instant;
use crate::column::{At, Uid};
use crate::schema::{actor, contribution, organisation, participant, peer_territory, remote_actor, support};
use crate::{Db, Result};
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::Nullable;
use domain::actor::ActorKind;
use std::collections::HashMap;

/// Most organisations of one consultation that are looked at.
const MANY: i64 = 2_000;

/// An organisation that took part.
#[derive(Debug, Clone)]
pub struct Stakeholder {
    /// Which.
    pub id: Uid,
    /// Its name.
    pub name: String,
    /// Its handle.
    pub username: String,
    /// Its server, when it is another one; else empty.
    pub host: String,
    /// Its page there, when it is another one.
    pub page: Option<String>,
    /// Code of what it says it is, for those of here.
    pub kind: Option<String>,
}

/// What one of them did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Deeds {
    /// Proposals, discussions and replies that are shown.
    pub contributions: i64,
    /// Replies that speak for something, against, or neither.
    pub stances: [i64; 3],
    /// Supports.
    pub supports: i64,
    /// When it did something last.
    pub last: Option<At>,
}

type Wrote = (Option<Uid>, Option<String>, i64, Option<At>);
type Row = (Uid, String, String, String, Option<String>, Option<String>, Option<String>);

/// The organisations that took part: those of here, those of other servers, and whoever is among `accredited`.
///
/// # Errors
/// When the database refuses.
pub fn of_consultation(db: &mut Db, consultation: Uid, accredited: &[Uid]) -> Result<Vec<Stakeholder>> {
    // Those who declare a territory are collectivities: they hold the consultation, they do not take part in it.
    let elsewhere =
        actor::host.ne("").and(actor::kind.eq(ActorKind::Organization.code())).and(peer_territory::actor_id.nullable().is_null());
    let rows: Vec<Row> = participant::table
        .inner_join(actor::table.on(actor::id.eq(participant::actor_id)))
        .left_join(organisation::table.on(organisation::actor_id.eq(actor::id)))
        .left_join(remote_actor::table.on(remote_actor::actor_id.eq(actor::id)))
        .left_join(peer_territory::table.on(peer_territory::actor_id.eq(actor::id)))
        .filter(participant::consultation_id.eq(consultation))
        .filter(actor::erased_at.is_null())
        .filter(organisation::actor_id.nullable().is_not_null().or(elsewhere).or(actor::id.eq_any(accredited.to_vec())))
        .order((actor::display_name, actor::id))
        .limit(MANY)
        .select((
            actor::id,
            actor::display_name,
            actor::username,
            actor::host,
            remote_actor::url.nullable(),
            actor::uri,
            organisation::kind.nullable(),
        ))
        .load(db)?;
    let one = |(id, name, username, host, url, uri, kind): Row| {
        let page = if host.is_empty() { None } else { url.or(uri) };
        Stakeholder { id, name, username, host, page, kind }
    };
    Ok(rows.into_iter().map(one).collect())
}

/// What these did in a consultation.
///
/// # Errors
/// When the database refuses.
pub fn deeds(db: &mut Db, consultation: Uid, ids: &[Uid]) -> Result<HashMap<Uid, Deeds>> {
    let mut found: HashMap<Uid, Deeds> = HashMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    let wrote: Vec<Wrote> = contribution::table
        .filter(contribution::consultation_id.eq(consultation))
        .filter(contribution::author_id.eq_any(ids.to_vec()))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .filter(contribution::held.eq(false))
        .group_by((contribution::author_id, contribution::stance))
        .select((contribution::author_id, contribution::stance, count_star(), sql::<Nullable<Instant>>("max(contribution.created_at)")))
        .load(db)?;
    for (author, stance, count, last) in wrote {
        let Some(author) = author else { continue };
        let deeds = found.entry(author).or_default();
        deeds.contributions += count;
        deeds.last = deeds.last.max(last);
        let [pro, contra, neither] = &mut deeds.stances;
        match stance.as_deref() {
            Some("for") => *pro += count,
            Some("against") => *contra += count,
            Some(_) => *neither += count,
            None => {}
        }
    }
    let gave: Vec<(Uid, i64, Option<At>)> = support::table
        .inner_join(contribution::table)
        .filter(contribution::consultation_id.eq(consultation))
        .filter(support::actor_id.eq_any(ids.to_vec()))
        .group_by(support::actor_id)
        .select((support::actor_id, count_star(), sql::<Nullable<Instant>>("max(support.given_at)")))
        .load(db)?;
    for (actor, count, last) in gave {
        let deeds = found.entry(actor).or_default();
        deeds.supports = count;
        deeds.last = deeds.last.max(last);
    }
    Ok(found)
}

/// How many organisations took part in a consultation, of here and of other servers.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, consultation: Uid, accredited: &[Uid]) -> Result<usize> {
    Ok(of_consultation(db, consultation, accredited)?.len())
}

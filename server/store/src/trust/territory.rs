//! What collectivities of other servers say of their territory.

use crate::column::{At, Uid};
use crate::conn::MultiBackend;
use crate::schema::{actor, peer_territory, recognition};
use crate::{Db, Result, instance};
use diesel::prelude::*;
use domain::territory::TerritoryKind;

use super::RecognitionState;

/// What a collectivity says of its territory.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = recognition, check_for_backend(MultiBackend))]
pub struct Territory {
    /// Code of the kind; empty when it says none.
    pub kind: String,
    /// INSEE code.
    pub insee_code: Option<String>,
    /// SIREN.
    pub siren: Option<String>,
    /// INSEE code or name of the territory above.
    pub parent: String,
    /// Who answers for personal data.
    pub controller: String,
    /// How to reach them.
    pub contact: String,
}

/// The columns of a territory.
type Columns = (String, Option<String>, Option<String>, String, String, String);

impl Territory {
    fn of((kind, insee_code, siren, parent, controller, contact): Columns) -> Self {
        Self { kind, insee_code, siren, parent, controller, contact }
    }

    /// Whether this is the territory of another one, as far as numbers say. A region and a département may have the same INSEE code and be two.
    #[must_use]
    pub fn claims(&self, other: &Self) -> bool {
        let kinds = [self.kind.as_str(), other.kind.as_str()];
        let apart = kinds.contains(&TerritoryKind::Region.code()) && kinds.contains(&TerritoryKind::Department.code());
        let same = |ours: &Option<String>, theirs: &Option<String>| ours.is_some() && ours == theirs;
        same(&self.siren, &other.siren) || (same(&self.insee_code, &other.insee_code) && !apart)
    }
}

/// Keeps what an actor says of its territory now; nothing, when it says nothing.
///
/// # Errors
/// When the database refuses.
pub fn declare(db: &mut Db, id: Uid, said: Option<&Territory>, now: At) -> Result<()> {
    diesel::delete(peer_territory::table.find(id)).execute(db)?;
    let Some(said) = said else { return Ok(()) };
    diesel::insert_into(peer_territory::table)
        .values((
            peer_territory::actor_id.eq(id),
            peer_territory::kind.eq(&said.kind),
            peer_territory::insee_code.eq(&said.insee_code),
            peer_territory::siren.eq(&said.siren),
            peer_territory::parent.eq(&said.parent),
            peer_territory::controller.eq(&said.controller),
            peer_territory::contact.eq(&said.contact),
            peer_territory::read_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// What these actors say of their territories now.
///
/// # Errors
/// When the database refuses.
pub fn declared(db: &mut Db, ids: &[Uid]) -> Result<Vec<(Uid, Territory)>> {
    use peer_territory::dsl as c;
    let rows: Vec<(Uid, Columns)> = peer_territory::table
        .filter(c::actor_id.eq_any(ids.to_vec()))
        .select((c::actor_id, (c::kind, c::insee_code, c::siren, c::parent, c::controller, c::contact)))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, columns)| (id, Territory::of(columns))).collect())
}

/// What collectivities on these hosts say of their territories now: host, name and territory.
///
/// # Errors
/// When the database refuses.
pub fn declared_at(db: &mut Db, hosts: &[String]) -> Result<Vec<(String, String, Territory)>> {
    use peer_territory::dsl as c;
    let rows: Vec<(String, String, Columns)> = peer_territory::table
        .inner_join(actor::table.on(actor::id.eq(c::actor_id)))
        .filter(actor::host.eq_any(hosts.to_vec()))
        .filter(actor::erased_at.is_null())
        .order((actor::host, actor::created_at))
        .limit(500)
        .select((actor::host, actor::display_name, (c::kind, c::insee_code, c::siren, c::parent, c::controller, c::contact)))
        .load(db)?;
    Ok(rows.into_iter().map(|(host, name, columns)| (host, name, Territory::of(columns))).collect())
}

/// Who has one of these numbers already, but `except`: official collectivities, by name and host, and ours, without a host. At most eleven.
///
/// # Errors
/// When the database refuses.
pub fn claims(db: &mut Db, said: &Territory, except: Uid) -> Result<Vec<(String, String)>> {
    let by_insee = recognition::insee_code.eq(said.insee_code.clone());
    let by_siren = recognition::siren.eq(said.siren.clone());
    let rows: Vec<(String, String, Columns)> = recognition::table
        .inner_join(actor::table.on(actor::id.eq(recognition::actor_id)))
        .filter(recognition::state.eq(RecognitionState::Official.code()))
        .filter(recognition::actor_id.ne(except))
        .filter(by_insee.or(by_siren))
        .select((
            actor::display_name,
            actor::host,
            (
                recognition::kind,
                recognition::insee_code,
                recognition::siren,
                recognition::parent,
                recognition::controller,
                recognition::contact,
            ),
        ))
        .order((actor::host, recognition::id))
        .limit(50)
        .load(db)?;
    let ours = instance::find(db)?.map(|instance| (instance.name.clone(), String::new(), instance.territory()));
    let others = rows.into_iter().map(|(name, host, held)| (name, host, Territory::of(held)));
    let mut found: Vec<(String, String)> =
        ours.into_iter().chain(others).filter(|(.., held)| said.claims(held)).map(|(name, host, _)| (name, host)).collect();
    found.dedup();
    found.truncate(11);
    Ok(found)
}

//! Which collectivities a consultation of ours is offered to, one by one: those one may choose, by name and by what they say of their territory.

use super::Carrier;
use crate::column::{At, Uid, UidSql, each};
use crate::schema::{actor, carrier, remote_actor};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use domain::actor::ActorKind;
use domain::carrying::CarrierState;
use domain::territory::TerritoryKind;

/// Rows that are written in one statement.
const CHUNK: usize = 100;

/// Whom one looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// What is in their name or their server; empty for any.
    pub name: String,
    /// The kind of their territory, as they declare it.
    pub kind: Option<TerritoryKind>,
    /// What is in the code or name of the territory above theirs; empty for any.
    pub parent: String,
    /// Only those that are chosen, carry it or did.
    pub chosen: bool,
}

/// A collectivity that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Choosable {
    /// Which.
    #[diesel(sql_type = UidSql)]
    pub id: Uid,
    /// Its name.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Its server.
    #[diesel(sql_type = Text)]
    pub host: String,
    /// Code of the kind of its territory; empty when it declares none.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// The territory above it, as it declares it; may be empty.
    #[diesel(sql_type = Text)]
    pub parent: String,
    /// Code of how it stands to the consultation; empty: not at all.
    #[diesel(sql_type = Text)]
    pub state: String,
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// A statement about those who answer to a filter. Where one actor of a server declares a territory, its other organisations are associations and the
/// like, and carry nothing.
macro_rules! among {
    ($what:literal, $end:literal, $consultation:expr, $filter:expr) => {{
        let ((name, typed), (parent, parent_typed)) = (patterns(&$filter.name), patterns(&$filter.parent));
        sql_query(concat!(
            $what,
            " FROM actor a JOIN remote_actor r ON r.actor_id = a.id \
             LEFT JOIN peer_territory t ON t.actor_id = a.id \
             LEFT JOIN carrier c ON c.actor_id = a.id AND c.consultation_id = $1 \
             WHERE a.kind = 'organization' AND a.erased_at IS NULL \
             AND (t.actor_id IS NOT NULL OR a.host NOT IN \
               (SELECT o.host FROM peer_territory d JOIN actor o ON o.id = d.actor_id)) \
             AND (lower(a.display_name) LIKE $2 ESCAPE '\\' OR a.display_name LIKE $3 ESCAPE '\\' OR a.host LIKE $2 ESCAPE '\\') \
             AND ($4 = '' OR t.kind = $4) \
             AND ($5 = '%%' OR lower(t.parent) LIKE $5 ESCAPE '\\' OR t.parent LIKE $6 ESCAPE '\\') \
             AND ($7 = '' OR (c.state IS NOT NULL AND c.state <> 'refused'))",
            $end
        ))
        .bind::<UidSql, _>($consultation)
        .bind::<Text, _>(name)
        .bind::<Text, _>(typed)
        .bind::<Text, _>($filter.kind.map_or("", TerritoryKind::code))
        .bind::<Text, _>(parent)
        .bind::<Text, _>(parent_typed)
        .bind::<Text, _>(if $filter.chosen { "chosen" } else { "" })
    }};
}

/// What contains these words: in lower case, and as they were typed, for SQLite makes only ASCII small.
fn patterns(words: &str) -> (String, String) {
    let plain = words.replace('\0', "").replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    (format!("%{}%", plain.to_lowercase()), format!("%{plain}%"))
}

/// How many can be chosen.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, consultation: Uid, filter: &Filter) -> Result<i64> {
    let counted: Counted = among!("SELECT count(*) AS number", "", consultation, filter).get_result(db)?;
    Ok(counted.number)
}

/// A page of those who can be chosen, by name.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, consultation: Uid, filter: &Filter, offset: i64, limit: i64) -> Result<Vec<Choosable>> {
    Ok(among!(
        "SELECT a.id AS id, a.display_name AS name, a.host AS host, COALESCE(t.kind, '') AS kind, COALESCE(t.parent, '') AS parent, \
         COALESCE(c.state, '') AS state",
        " ORDER BY a.display_name, a.id LIMIT $8 OFFSET $9",
        consultation,
        filter
    )
    .bind::<BigInt, _>(limit)
    .bind::<BigInt, _>(offset)
    .load(db)?)
}

/// Those of these who are collectivities of other servers and are not gone.
///
/// # Errors
/// When the database refuses.
pub fn known(db: &mut Db, ids: &[Uid]) -> Result<Vec<Uid>> {
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(CHUNK) {
        let rows = actor::table
            .inner_join(remote_actor::table)
            .filter(actor::id.eq_any(some.to_vec()))
            .filter(actor::kind.eq(ActorKind::Organization.code()))
            .filter(actor::erased_at.is_null());
        found.extend(rows.select(actor::id).load::<Uid>(db)?);
    }
    Ok(found)
}

/// Chooses these: who was refused is asked again, who was chosen, carries it or left it stays as it is. Gives how many are new.
///
/// # Errors
/// When the database refuses.
pub fn choose(db: &mut Db, consultation: Uid, ids: &[Uid], now: At) -> Result<usize> {
    let mut count = 0;
    for some in ids.chunks(CHUNK) {
        let of = || carrier::table.filter(carrier::consultation_id.eq(consultation)).filter(carrier::actor_id.eq_any(some.to_vec()));
        let known: Vec<Uid> = of().select(carrier::actor_id).load(db)?;
        let refused = of().filter(carrier::state.eq(CarrierState::Refused.code()));
        let again = (carrier::state.eq(CarrierState::Invited.code()), carrier::activity.eq(None::<String>), carrier::since.eq(now));
        count += diesel::update(refused).set(again).execute(db)?;
        let new: Vec<Carrier> = some.iter().filter(|id| !known.contains(id)).map(|id| invited(consultation, *id, now)).collect();
        count += new.len();
        if !new.is_empty() {
            each!(db, c => diesel::insert_into(carrier::table).values(&new).execute(c))?;
        }
    }
    Ok(count)
}

fn invited(consultation: Uid, collectivity: Uid, now: At) -> Carrier {
    Carrier {
        consultation_id: consultation,
        actor_id: collectivity,
        state: CarrierState::Invited.code().to_owned(),
        page: None,
        activity: None,
        since: now,
        joined_at: None,
        left_at: None,
    }
}

/// Those that were chosen then, with the line of the journal of that time, and neither answered since nor were chosen anew.
///
/// # Errors
/// When the database refuses.
pub fn chosen_at(db: &mut Db, consultation: Uid, then: At) -> Result<Vec<Uid>> {
    Ok(carrier::table
        .filter(carrier::consultation_id.eq(consultation))
        .filter(carrier::state.eq(CarrierState::Invited.code()))
        .filter(carrier::since.eq(then))
        .order(carrier::actor_id)
        .select(carrier::actor_id)
        .load(db)?)
}

/// Chooses these no more, as far as they are only chosen; who carries it or left it stays. Who once carried it, was dismissed and chosen
/// again is refused again: that it carried it is not forgotten. Gives how many.
///
/// # Errors
/// When the database refuses.
pub fn give_up(db: &mut Db, consultation: Uid, ids: &[Uid], now: At) -> Result<usize> {
    let mut count = 0;
    for some in ids.chunks(CHUNK) {
        let chosen = || {
            carrier::table
                .filter(carrier::consultation_id.eq(consultation))
                .filter(carrier::actor_id.eq_any(some.to_vec()))
                .filter(carrier::state.eq(CarrierState::Invited.code()))
        };
        count += diesel::delete(chosen().filter(carrier::joined_at.is_null())).execute(db)?;
        let refused = (carrier::state.eq(CarrierState::Refused.code()), carrier::since.eq(now));
        count += diesel::update(chosen().filter(carrier::joined_at.is_not_null())).set(refused).execute(db)?;
    }
    Ok(count)
}

/// How many are chosen, carry it or left it.
///
/// # Errors
/// When the database refuses.
pub fn count_chosen(db: &mut Db, consultation: Uid) -> Result<i64> {
    let rows = carrier::table.filter(carrier::consultation_id.eq(consultation));
    Ok(rows.filter(carrier::state.ne(CarrierState::Refused.code())).count().get_result(db)?)
}

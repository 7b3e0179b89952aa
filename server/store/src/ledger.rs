//! The ledger of what left: one row for each object and inbox, with the version that went there last, under which consent, and what became of its
//! recall. What is on its way and has not arrived stands in `delivery`; both together are wherever something may be.

use crate::activities::Activity;
use crate::column::{At, Instant, Uid, each};
use crate::deliveries::Taken;
use crate::schema::{activity, delivery, departure, sent};
use crate::{Db, Result};
use diesel::dsl::{AsExprOf, case_when};
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use diesel::upsert::excluded;
use std::collections::{BTreeMap, HashMap};

mod pages;
mod reading;

pub use pages::{Departed, HostLine, RecallLine, Totals, host_lines, of_object, recalls, totals, waiting};
pub use reading::{ReadBy, Reading, anonymous, anonymous_of, read, unknown};

domain::words! {
    /// How something left.
    Way {
        /// It was delivered.
        Push = "push",
        /// A server that signed what it asked read it here.
        Read = "read",
    }
}

domain::words! {
    /// What is known of something that left for a server.
    DepartureState {
        /// It was sent, and the server did not say that it took it: it may have it.
        Tried = "tried",
        /// The server took it.
        Arrived = "arrived",
        /// It is taken back; the server has not answered.
        Pending = "pending",
        /// The server took the deletion; whether it deleted anything is not known.
        Accepted = "accepted",
        /// The server signed that nothing of it is left there.
        Confirmed = "confirmed",
        /// The server refuses the deletion.
        Refused = "refused",
        /// The server was not to be reached for as long as a deletion is worth sending.
        Unreachable = "unreachable",
        /// Nobody is there any more.
        Gone = "gone",
    }
}

/// What is known of an activity when it leaves.
#[derive(Debug, Clone, Insertable, Queryable)]
#[diesel(table_name = departure)]
pub struct Departure {
    /// The activity.
    pub activity_id: Uid,
    /// SHA-256 of its words.
    pub version: Vec<u8>,
    /// Code of the class of what it holds.
    pub class: String,
    /// Since when the person who is named in it agrees; `None`: nobody's agreement is needed, or it is not known since when.
    pub consent_at: Option<At>,
    /// Whether anybody may read it.
    pub anybody: bool,
}

/// The kinds of activities that take back what others have.
const TAKES_BACK: [&str; 2] = ["Delete", "Undo"];

/// Notes what leaves, before it does. Written in the transaction that queues its deliveries.
///
/// # Errors
/// When the database refuses.
pub fn depart(db: &mut Db, new: Departure) -> Result<()> {
    each!(db, c => diesel::insert_into(departure::table).values(new).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = sent, treat_none_as_default_value = false)]
struct Row {
    object_id: Uid,
    inbox: String,
    host: String,
    first_at: At,
    last_at: At,
    version: Option<Vec<u8>>,
    class: String,
    consent_at: Option<At>,
    way: &'static str,
    state: &'static str,
    recall_at: Option<At>,
    settled_at: Option<At>,
}

/// What is known of the activities of these deliveries.
type Known = HashMap<Uid, (String, Option<Departure>)>;

fn known(db: &mut Db, taken: &[Taken]) -> Result<Known> {
    let ids: std::collections::BTreeSet<Uid> = taken.iter().map(|one| one.activity_id).collect();
    let rows: Vec<(Uid, String, Option<Departure>)> = activity::table
        .left_join(departure::table.on(departure::activity_id.eq(activity::id)))
        .filter(activity::id.eq_any(ids))
        .select((activity::id, activity::kind, departure::all_columns.nullable()))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, kind, departed)| (id, (kind, departed))).collect())
}

fn row(one: &Taken, known: &Known, state: &'static str, now: At) -> Row {
    let departed = known.get(&one.activity_id).and_then(|(_, departed)| departed.as_ref());
    Row {
        object_id: one.object_id,
        inbox: one.inbox.clone(),
        host: one.host.clone(),
        first_at: now,
        last_at: now,
        version: departed.map(|departed| departed.version.clone()),
        class: departed.map_or_else(|| domain::personal::DataClass::Contribution.code().to_owned(), |departed| departed.class.clone()),
        consent_at: departed.and_then(|departed| departed.consent_at),
        way: Way::Push.code(),
        state,
        recall_at: None,
        settled_at: None,
    }
}

/// Rows in one statement.
const TOGETHER: usize = 100;

/// Notes that these arrived: in few statements, whatever their number.
///
/// # Errors
/// When the database refuses.
pub fn arrived(db: &mut Db, taken: &[Taken], now: At) -> Result<()> {
    let known = known(db, taken)?;
    let (mut said, mut taken_back) = (BTreeMap::new(), BTreeMap::new());
    for one in taken {
        let takes_back = known.get(&one.activity_id).is_some_and(|(kind, _)| TAKES_BACK.contains(&kind.as_str()));
        let (list, state) = if takes_back { (&mut taken_back, DepartureState::Accepted) } else { (&mut said, DepartureState::Arrived) };
        list.insert((one.object_id, one.inbox.clone()), row(one, &known, state.code(), now));
    }
    say(db, &said.into_values().collect::<Vec<_>>())?;
    take_back(db, &taken_back.into_values().collect::<Vec<_>>(), now)
}

/// A word in a choice between words.
fn word(code: &'static str) -> AsExprOf<&'static str, Text> {
    code.into_sql::<Text>()
}

/// What is taken back stays so, whatever was in a worker's hands meanwhile.
fn say(db: &mut Db, rows: &[Row]) -> Result<()> {
    for some in rows.chunks(TOGETHER) {
        let some = some.to_vec();
        each!(db, c => diesel::insert_into(sent::table)
            .values(some)
            .on_conflict((sent::object_id, sent::inbox))
            .do_update()
            .set((
                sent::last_at.eq(excluded(sent::last_at)),
                sent::version.eq(excluded(sent::version)),
                sent::class.eq(excluded(sent::class)),
                sent::consent_at.eq(excluded(sent::consent_at)),
                sent::state.eq(case_when(sent::state.eq("tried"), word("arrived")).otherwise(sent::state)),
            ))
            .execute(c))?;
    }
    Ok(())
}

/// What is confirmed stays so: the acknowledgement may come before the answer to the post is written down.
fn take_back(db: &mut Db, rows: &[Row], now: At) -> Result<()> {
    for some in rows.chunks(TOGETHER) {
        let some: Vec<Row> = some.iter().cloned().map(|row| Row { recall_at: Some(now), settled_at: Some(now), ..row }).collect();
        each!(db, c => diesel::insert_into(sent::table)
            .values(some)
            .on_conflict((sent::object_id, sent::inbox))
            .do_update()
            .set((
                sent::last_at.eq(excluded(sent::last_at)),
                sent::state.eq(case_when(sent::state.eq("confirmed"), word("confirmed")).otherwise(word("accepted"))),
                sent::settled_at.eq(case_when(sent::state.eq("confirmed"), sent::settled_at).otherwise(Some(now).into_sql::<Nullable<Instant>>())),
            ))
            .execute(c))?;
    }
    Ok(())
}

/// A server did not say that it took something: it may have it all the same.
///
/// # Errors
/// When the database refuses.
pub fn tried(db: &mut Db, taken: &Taken, now: At) -> Result<()> {
    let known = known(db, std::slice::from_ref(taken))?;
    // What takes something back and did not arrive changes nothing of what is known.
    if known.get(&taken.activity_id).is_none_or(|(kind, _)| TAKES_BACK.contains(&kind.as_str())) {
        return Ok(());
    }
    let row = row(taken, &known, DepartureState::Tried.code(), now);
    each!(db, c => diesel::insert_into(sent::table).values(vec![row]).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// A server refuses a deletion for good.
///
/// # Errors
/// When the database refuses.
pub fn refused(db: &mut Db, taken: &Taken, now: At) -> Result<()> {
    let kind: Option<String> = activity::table.find(taken.activity_id).select(activity::kind).first(db).optional()?;
    if kind.is_some_and(|kind| TAKES_BACK.contains(&kind.as_str())) {
        let row = sent::table.filter(sent::object_id.eq(taken.object_id)).filter(sent::inbox.eq(&taken.inbox));
        diesel::update(row.filter(sent::state.eq(DepartureState::Pending.code())))
            .set((sent::state.eq(DepartureState::Refused.code()), sent::settled_at.eq(now)))
            .execute(db)?;
    }
    Ok(())
}

/// Whatever waits longer than a deletion is worth sending was not to be reached. Called before what expired is given up.
///
/// # Errors
/// When the database refuses.
pub fn expire(db: &mut Db, now: At) -> Result<()> {
    let late = delivery::table
        .inner_join(activity::table)
        .filter(delivery::object_id.eq(sent::object_id))
        .filter(delivery::inbox.eq(sent::inbox))
        .filter(delivery::expires_at.lt(now))
        .filter(delivery::state.eq("ready"))
        .filter(activity::kind.eq_any(TAKES_BACK))
        .select(delivery::id);
    diesel::update(sent::table.filter(sent::state.eq(DepartureState::Pending.code())).filter(diesel::dsl::exists(late)))
        .set((sent::state.eq(DepartureState::Unreachable.code()), sent::settled_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// Something is taken back from these inboxes, or said there again.
///
/// # Errors
/// When the database refuses.
pub fn follow(db: &mut Db, told: &Activity, object: Uid, inboxes: &[(String, String)], now: At) -> Result<()> {
    let takes_back = TAKES_BACK.contains(&told.kind.as_str());
    for some in inboxes.chunks(TOGETHER) {
        let names: Vec<&str> = some.iter().map(|(inbox, _)| inbox.as_str()).collect();
        let rows = sent::table.filter(sent::object_id.eq(object)).filter(sent::inbox.eq_any(names));
        if takes_back {
            diesel::update(rows.filter(sent::state.ne(DepartureState::Gone.code())))
                .set((sent::state.eq(DepartureState::Pending.code()), sent::recall_at.eq(now), sent::settled_at.eq(None::<At>)))
                .execute(db)?;
        } else if matches!(told.kind.as_str(), "Create" | "Announce" | crate::activities::ANNOUNCE_ID) {
            diesel::update(rows.filter(sent::recall_at.is_not_null()))
                .set((sent::state.eq(DepartureState::Tried.code()), sent::recall_at.eq(None::<At>), sent::settled_at.eq(None::<At>)))
                .execute(db)?;
        }
    }
    Ok(())
}

/// The server of a host signed that nothing of an object is left there. How many rows say so now that did not before.
///
/// # Errors
/// When the database refuses.
pub fn confirm(db: &mut Db, object: Uid, host: &str, now: At) -> Result<usize> {
    let asked = ["pending", "accepted", "refused", "unreachable"];
    let rows = sent::table.filter(sent::object_id.eq(object)).filter(sent::host.eq(host)).filter(sent::state.eq_any(asked));
    Ok(diesel::update(rows).set((sent::state.eq(DepartureState::Confirmed.code()), sent::settled_at.eq(now))).execute(db)?)
}

/// Nobody is at an inbox any more. The ledger keeps what went there.
///
/// # Errors
/// When the database refuses.
pub fn gone(db: &mut Db, inbox: &str, now: At) -> Result<()> {
    diesel::update(sent::table.filter(sent::inbox.eq(inbox)))
        .set((sent::state.eq(DepartureState::Gone.code()), sent::settled_at.eq(now)))
        .execute(db)?;
    Ok(())
}

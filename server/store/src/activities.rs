//! Activities of this instance, kept as they were sent, so that their ids answer and their outbox can be read.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{activity, contribution, delivery, departure, official_answer};
use crate::{Db, Result};
use diesel::prelude::*;
use std::collections::HashMap;

/// An activity.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = activity, check_for_backend(MultiBackend))]
pub struct Activity {
    /// Its id.
    pub id: Uid,
    /// Whose.
    pub actor_id: Uid,
    /// What it is about.
    pub object_id: Option<Uid>,
    /// Its type.
    pub kind: String,
    /// Whether anybody may read it.
    pub public: bool,
    /// The JSON that is sent.
    pub body: String,
    /// When.
    pub created_at: At,
}

/// Keeps an activity, unless it is kept (its job ran twice).
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, new: &Activity) -> Result<()> {
    each!(db, c => diesel::insert_into(activity::table).values(new.clone()).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// The kind of an activity, whose it is, and what it is about.
///
/// # Errors
/// When the database refuses.
pub fn about(db: &mut Db, id: Uid) -> Result<Option<(String, Uid, Option<Uid>)>> {
    Ok(activity::table.find(id).select((activity::kind, activity::actor_id, activity::object_id)).first(db).optional()?)
}

/// A public activity.
///
/// # Errors
/// When the database refuses.
pub fn find_public(db: &mut Db, id: Uid) -> Result<Option<Activity>> {
    Ok(activity::table.find(id).filter(activity::public.eq(true)).select(all::<Activity>()).first(db).optional()?)
}

/// The announcements that were made of an object, newest first.
///
/// # Errors
/// When the database refuses.
pub fn announcements(db: &mut Db, object: Uid) -> Result<Vec<Activity>> {
    Ok(activity::table
        .filter(activity::object_id.eq(object))
        .filter(activity::kind.eq_any(["Announce", ANNOUNCE_ID]))
        .order(activity::created_at.desc())
        .limit(20)
        .select(all::<Activity>())
        .load(db)?)
}

/// The actors of this instance that passed an object on and did not take that back.
///
/// # Errors
/// When the database refuses.
pub fn announcers(db: &mut Db, object: Uid, limit: i64) -> Result<Vec<Uid>> {
    Ok(activity::table
        .filter(activity::object_id.eq(object))
        .filter(activity::kind.eq_any(["Announce", ANNOUNCE_ID]))
        .filter(activity::public.eq(true))
        .order(activity::actor_id)
        .select(activity::actor_id)
        .distinct()
        .limit(limit)
        .load(db)?)
}

/// Whether an object that this actor created is out there: it was created more often than deleted.
///
/// # Errors
/// When the database refuses.
pub fn is_out(db: &mut Db, by: Uid, object: Uid) -> Result<bool> {
    let mut count = |kind: &'static str| {
        let said = activity::table.filter(activity::object_id.eq(object)).filter(activity::actor_id.eq(by)).filter(activity::kind.eq(kind));
        said.count().get_result::<i64>(db)
    };
    Ok(count("Create")? > count("Delete")?)
}

/// Which of these objects of this actor are out there, and which were and were deleted.
///
/// # Errors
/// When the database refuses.
pub fn out_of(db: &mut Db, by: Uid, objects: &[Uid]) -> Result<HashMap<Uid, bool>> {
    let said = activity::table.filter(activity::object_id.eq_any(objects.to_vec())).filter(activity::actor_id.eq(by));
    let rows: Vec<(Uid, String)> = said
        .filter(activity::kind.eq_any(["Create", "Delete"]))
        .select((activity::object_id.assume_not_null(), activity::kind))
        .load(db)?;
    let mut counts: HashMap<Uid, i64> = HashMap::new();
    for (object, kind) in rows {
        *counts.entry(object).or_default() += if kind == "Create" { 1 } else { -1 };
    }
    Ok(counts.into_iter().map(|(object, more)| (object, more > 0)).collect())
}

/// The body of the last activity with which an actor said what an object says.
///
/// # Errors
/// When the database refuses.
pub fn said_last(db: &mut Db, by: Uid, object: Uid) -> Result<Option<String>> {
    Ok(activity::table
        .filter(activity::object_id.eq(object))
        .filter(activity::actor_id.eq(by))
        .filter(activity::kind.eq_any(["Create", "Update"]))
        // Of two of one instant the change came second.
        .order((activity::created_at.desc(), activity::kind.desc(), activity::id.desc()))
        .select(activity::body)
        .first(db)
        .optional()?)
}

/// Whether anything was ever said in the name of an actor of this instance.
///
/// # Errors
/// When the database refuses.
pub fn has_spoken(db: &mut Db, actor: Uid) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(activity::table.filter(activity::actor_id.eq(actor)))).get_result(db)?)
}

/// The body of the last activity of this kind by an actor about an object.
///
/// # Errors
/// When the database refuses.
pub fn latest(db: &mut Db, by: Uid, object: Uid, kind: &str) -> Result<Option<String>> {
    Ok(activity::table
        .filter(activity::object_id.eq(object))
        .filter(activity::actor_id.eq(by))
        .filter(activity::kind.eq(kind))
        .order((activity::created_at.desc(), activity::id.desc()))
        .select(activity::body)
        .first(db)
        .optional()?)
}

/// The last activity of these kinds by an actor about an object.
///
/// # Errors
/// When the database refuses.
pub fn last_of(db: &mut Db, by: Uid, object: Uid, kinds: &[&str]) -> Result<Option<Uid>> {
    Ok(activity::table
        .filter(activity::object_id.eq(object))
        .filter(activity::actor_id.eq(by))
        .filter(activity::kind.eq_any(kinds.to_vec()))
        // Of two of one instant what is taken back came second.
        .order((activity::created_at.desc(), activity::kind.desc(), activity::id.desc()))
        .select(activity::id)
        .first(db)
        .optional()?)
}

/// What a deletion of ours took back, if this activity is one and no other came after it.
///
/// # Errors
/// When the database refuses.
pub fn deleted_by(db: &mut Db, id: Uid) -> Result<Option<Uid>> {
    let found: Option<(Uid, Option<Uid>)> = activity::table
        .find(id)
        .filter(activity::kind.eq("Delete"))
        .select((activity::actor_id, activity::object_id))
        .first(db)
        .optional()?;
    let Some((actor, Some(object))) = found else { return Ok(None) };
    let last: Option<Uid> = activity::table
        .filter(activity::object_id.eq(object))
        .filter(activity::actor_id.eq(actor))
        .filter(activity::kind.eq("Delete"))
        .order((activity::created_at.desc(), activity::id.desc()))
        .select(activity::id)
        .first(db)
        .optional()?;
    Ok((last == Some(id)).then_some(object))
}

/// The kind under which an announcement that only names its object is kept: the outbox shows the other form.
pub const ANNOUNCE_ID: &str = "AnnounceId";

/// The public activities of an actor, newest first, each with what it is about; for `anybody`, those for the servers of some only are left out.
///
/// # Errors
/// When the database refuses.
pub fn outbox(db: &mut Db, actor: Uid, anybody: bool, limit: i64, offset: i64) -> Result<Vec<(Option<Uid>, String)>> {
    let mut query = activity::table
        .filter(activity::actor_id.eq(actor))
        .filter(activity::public.eq(true))
        .filter(activity::kind.ne(ANNOUNCE_ID))
        .order((activity::created_at.desc(), activity::id.desc()))
        .limit(limit)
        .offset(offset)
        .select((activity::object_id, activity::body))
        .into_boxed::<MultiBackend>();
    if anybody {
        query = query.filter(diesel::dsl::not(is_for_some()));
    }
    Ok(query.load(db)?)
}

/// Whether an activity is for the servers of some only: it belongs to a consultation that does not reach further.
#[diesel::dsl::auto_type]
fn is_for_some() -> _ {
    let for_some = departure::table.filter(departure::activity_id.eq(activity::id)).filter(departure::anybody.eq(false));
    diesel::dsl::exists(for_some)
}

/// How many public activities an actor has, those for some only apart where `anybody` asks.
///
/// # Errors
/// When the database refuses.
pub fn count_outbox(db: &mut Db, actor: Uid, anybody: bool) -> Result<i64> {
    let mut query = activity::table
        .filter(activity::actor_id.eq(actor))
        .filter(activity::public.eq(true))
        .filter(activity::kind.ne(ANNOUNCE_ID))
        .select(diesel::dsl::count_star())
        .into_boxed::<MultiBackend>();
    if anybody {
        query = query.filter(diesel::dsl::not(is_for_some()));
    }
    Ok(query.first(db)?)
}

/// The activities about what answers texts that left in the name of this actor: replies to them and official answers. In the order of their ids,
/// after `after`.
///
/// # Errors
/// When the database refuses.
pub fn answering(db: &mut Db, actor: Uid, after: Option<Uid>, limit: i64) -> Result<Vec<(Uid, String)>> {
    let created = diesel::alias!(activity as created);
    let theirs = || {
        created
            .filter(created.field(activity::actor_id).eq(actor))
            .filter(created.field(activity::kind).eq("Create"))
            .filter(created.field(activity::object_id).is_not_null())
            .select(created.field(activity::object_id).assume_not_null())
    };
    let replies =
        contribution::table.filter(contribution::parent_id.assume_not_null().eq_any(theirs())).select(contribution::id.nullable());
    let answers = official_answer::table.filter(official_answer::contribution_id.eq_any(theirs())).select(official_answer::id.nullable());
    let mut query = activity::table
        .filter(activity::object_id.eq_any(replies).or(activity::object_id.eq_any(answers)))
        .order(activity::id)
        .limit(limit)
        .select((activity::id, activity::body))
        .into_boxed::<MultiBackend>();
    if let Some(after) = after {
        query = query.filter(activity::id.gt(after));
    }
    Ok(query.load(db)?)
}

/// What says something of an object, oldest first: id and body.
///
/// # Errors
/// When the database refuses.
pub fn saying(db: &mut Db, object: Uid, limit: i64) -> Result<Vec<(Uid, String)>> {
    let says = activity::table.filter(activity::object_id.eq(object)).filter(activity::kind.eq_any(SAYS)).filter(activity::public.eq(true));
    Ok(says.order((activity::created_at, activity::id)).limit(limit).select((activity::id, activity::body)).load(db)?)
}

/// An activity is kept with other words.
///
/// # Errors
/// When the database refuses.
pub fn reword(db: &mut Db, id: Uid, body: &str) -> Result<()> {
    diesel::update(activity::table.find(id)).set(activity::body.eq(body)).execute(db)?;
    Ok(())
}

/// The kinds of activities that say what an object says. The others take it back, or speak of it to its author: they are sent whatever becomes of it.
const SAYS: [&str; 4] = ["Create", "Update", "Announce", ANNOUNCE_ID];

/// The kind under which a direct message is kept: on the wire it is a `Create`, and nobody but whom it goes to reads it.
pub const MESSAGE: &str = "Message";

/// Empties the direct messages that this actor sent before `before`: whoever they were for has them, and nobody else needs them.
///
/// # Errors
/// When the database refuses.
pub fn forget_messages(db: &mut Db, by: Uid, before: At) -> Result<()> {
    let old = activity::table
        .filter(activity::actor_id.eq(by))
        .filter(activity::public.eq(false))
        .filter(activity::created_at.lt(before))
        .filter(activity::kind.eq(MESSAGE))
        .filter(activity::body.ne("{}"));
    diesel::update(old).set(activity::body.eq("{}")).execute(db)?;
    Ok(())
}

/// What was published about an object is not public any more: it is deleted, hidden or withdrawn.
///
/// # Errors
/// When the database refuses.
pub fn conceal(db: &mut Db, object: Uid) -> Result<()> {
    // What did not leave yet does not leave any more, whatever a worker has in hand.
    let published = activity::table.filter(activity::object_id.eq(object)).filter(activity::kind.eq_any(SAYS)).select(activity::id);
    diesel::delete(delivery::table.filter(delivery::activity_id.eq_any(published)).filter(delivery::state.ne("running"))).execute(db)?;
    diesel::update(activity::table.filter(activity::object_id.eq(object)).filter(activity::kind.eq_any(SAYS)))
        .set((activity::public.eq(false), activity::body.eq("{}")))
        .execute(db)?;
    Ok(())
}

/// What says something of an object and is on its way to these inboxes does not go there any more.
///
/// # Errors
/// When the database refuses.
pub fn withhold(db: &mut Db, object: Uid, inboxes: &[String]) -> Result<()> {
    let says = || activity::table.filter(activity::object_id.eq(object)).filter(activity::kind.eq_any(SAYS)).select(activity::id);
    for some in inboxes.chunks(100) {
        let theirs = delivery::table.filter(delivery::activity_id.eq_any(says())).filter(delivery::inbox.eq_any(some));
        diesel::delete(theirs.filter(delivery::state.ne("running"))).execute(db)?;
    }
    Ok(())
}

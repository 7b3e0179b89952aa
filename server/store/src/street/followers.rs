//! Whoever made a report or follows it. Private: read by the actions that write to them, by themselves, and by agents where the report is shown to them.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{account, actor, street_follower, street_report};
use crate::{Db, Result};
use diesel::prelude::*;

/// Most followers of a report to whom letters are written at once.
pub const FOLLOWERS_MAX: i64 = 5_000;

/// Somebody who made a report or follows it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = street_follower, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Follower {
    /// Its id.
    pub id: Uid,
    /// The report.
    pub report_id: Uid,
    /// Their account here.
    pub actor_id: Option<Uid>,
    /// Their address, where they have no account.
    pub email: Option<String>,
    /// Their name, as they or an agent wrote it.
    pub name: String,
    /// Their telephone number, as an agent wrote it.
    pub phone: String,
    /// Code of their language.
    pub lang: String,
    /// What opens their page from a letter.
    pub secret: String,
    /// Whether they made the report.
    pub reporter: bool,
    /// Whether their address is theirs.
    pub confirmed: bool,
    /// Since when.
    pub since: At,
    /// Their account on another server: they are told by a message.
    pub guest_id: Option<Uid>,
}

/// Where to write to somebody: address, name and language.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The address.
    pub email: String,
    /// The name.
    pub name: String,
    /// Code of the language.
    pub lang: String,
    /// What opens their page.
    pub secret: String,
}

/// Keeps a follower. `false`: this account or address follows it already.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: Follower) -> Result<bool> {
    let added = crate::column::each!(db, c => diesel::insert_into(street_follower::table).values(new).on_conflict_do_nothing().execute(c))?;
    Ok(added == 1)
}

/// Counts those whose address is theirs, and keeps the count on the report. Those with an account of another server are counted apart
/// ([`count_guests`]).
///
/// # Errors
/// When the database refuses.
pub fn recount(db: &mut Db, report: Uid) -> Result<()> {
    let of_here = street_follower::table.filter(street_follower::report_id.eq(report)).filter(street_follower::guest_id.is_null());
    let count: i64 = of_here.filter(street_follower::confirmed).count().get_result(db)?;
    diesel::update(street_report::table.find(report))
        .set(street_report::followers.eq(i32::try_from(count).unwrap_or(i32::MAX)))
        .execute(db)?;
    Ok(())
}

/// Who has this secret.
///
/// # Errors
/// When the database refuses.
pub fn by_secret(db: &mut Db, secret: &str) -> Result<Option<Follower>> {
    Ok(street_follower::table.filter(street_follower::secret.eq(secret)).select(all::<Follower>()).first(db).optional()?)
}

/// This account, of here or of another server, as it follows this report.
///
/// # Errors
/// When the database refuses.
pub fn of_account(db: &mut Db, report: Uid, account: Uid) -> Result<Option<Follower>> {
    let row = street_follower::table.filter(street_follower::report_id.eq(report)).filter(is_of(account));
    Ok(row.select(all::<Follower>()).first(db).optional()?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn is_of(account: Uid) -> _ {
    street_follower::actor_id.eq(account).or(street_follower::guest_id.eq(account)).assume_not_null()
}

/// A follower.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Follower>> {
    Ok(street_follower::table.find(id).select(all::<Follower>()).first(db).optional()?)
}

/// Those who follow a report with an account of another server, and what opens their page.
///
/// # Errors
/// When the database refuses.
pub fn guests(db: &mut Db, report: Uid) -> Result<Vec<(Uid, String)>> {
    let rows = street_follower::table.filter(street_follower::report_id.eq(report)).filter(street_follower::guest_id.is_not_null());
    let rows = rows.filter(street_follower::confirmed).order(street_follower::id).limit(FOLLOWERS_MAX);
    Ok(rows.select((street_follower::id, street_follower::secret)).load(db)?)
}

/// This address, as it follows this report.
///
/// # Errors
/// When the database refuses.
pub fn of_address(db: &mut Db, report: Uid, email: &str) -> Result<Option<Follower>> {
    let row = street_follower::table.filter(street_follower::report_id.eq(report)).filter(street_follower::email.eq(email));
    Ok(row.select(all::<Follower>()).first(db).optional()?)
}

/// How many reports and followings of an address since `since` wait for its confirmation.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db, email: &str, since: At) -> Result<i64> {
    let rows = street_follower::table.filter(street_follower::email.eq(email)).filter(street_follower::confirmed.eq(false));
    let rows = rows.filter(street_follower::since.ge(since));
    Ok(rows.count().get_result(db)?)
}

/// The address of a follower is theirs.
///
/// # Errors
/// When the database refuses.
pub fn confirm(db: &mut Db, id: Uid) -> Result<()> {
    diesel::update(street_follower::table.find(id)).set(street_follower::confirmed.eq(true)).execute(db)?;
    Ok(())
}

/// Removes a follower.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(street_follower::table.find(id)).execute(db)?;
    Ok(())
}

/// How many follow a report with an account of another server.
///
/// # Errors
/// When the database refuses.
pub fn count_guests(db: &mut Db, report: Uid) -> Result<i64> {
    let rows = street_follower::table.filter(street_follower::report_id.eq(report)).filter(street_follower::guest_id.is_not_null());
    Ok(rows.filter(street_follower::confirmed).count().get_result(db)?)
}

/// Who made a report, as agents see it: with the address of their account.
///
/// # Errors
/// When the database refuses.
pub fn reporter(db: &mut Db, report: Uid) -> Result<Option<(Follower, Option<String>)>> {
    Ok(street_follower::table
        .left_join(account::table.on(account::actor_id.nullable().eq(street_follower::actor_id)))
        .filter(street_follower::report_id.eq(report))
        .filter(street_follower::reporter)
        .select((all::<Follower>(), account::email.nullable()))
        .first(db)
        .optional()?)
}

/// To whom letters about a report go.
///
/// # Errors
/// When the database refuses.
pub fn recipients(db: &mut Db, report: Uid) -> Result<Vec<Recipient>> {
    type Row = (Option<String>, String, String, String, Option<String>, Option<String>, Option<String>);
    let rows: Vec<Row> = street_follower::table
        .left_join(account::table.on(account::actor_id.nullable().eq(street_follower::actor_id)))
        .left_join(actor::table.on(actor::id.nullable().eq(street_follower::actor_id)))
        .filter(street_follower::report_id.eq(report))
        .filter(street_follower::guest_id.is_null())
        .filter(street_follower::confirmed)
        .order(street_follower::id)
        .limit(FOLLOWERS_MAX)
        .select((
            street_follower::email,
            street_follower::name,
            street_follower::lang,
            street_follower::secret,
            account::email.nullable(),
            account::lang.nullable(),
            actor::display_name.nullable(),
        ))
        .load(db)?;
    let recipient = |(email, name, lang, secret, own, own_lang, own_name): Row| {
        Some(Recipient { email: email.or(own)?, name: own_name.unwrap_or(name), lang: own_lang.unwrap_or(lang), secret })
    };
    Ok(rows.into_iter().filter_map(recipient).collect())
}

/// Those who follow one report follow another from now on: whoever follows that already is not counted twice, and nobody there becomes its author.
///
/// # Errors
/// When the database refuses.
pub fn move_all(db: &mut Db, from: Uid, to: Uid) -> Result<()> {
    let there: Vec<Follower> =
        street_follower::table.filter(street_follower::report_id.eq(to)).limit(FOLLOWERS_MAX).select(all::<Follower>()).load(db)?;
    let accounts: Vec<Uid> = there.iter().filter_map(|one| one.actor_id).collect();
    let guests: Vec<Uid> = there.iter().filter_map(|one| one.guest_id).collect();
    let addresses: Vec<String> = there.into_iter().filter_map(|one| one.email).collect();
    let of_an_account = street_follower::actor_id.eq_any(accounts).or(street_follower::guest_id.eq_any(guests)).assume_not_null();
    let twice = of_an_account.or(street_follower::email.eq_any(addresses).assume_not_null());
    diesel::delete(street_follower::table.filter(street_follower::report_id.eq(from)).filter(twice)).execute(db)?;
    diesel::update(street_follower::table.filter(street_follower::report_id.eq(from)))
        .set((street_follower::report_id.eq(to), street_follower::reporter.eq(false)))
        .execute(db)?;
    recount(db, to)?;
    recount(db, from)
}

/// Forgets who asked so in the reports closed before `before`: nobody writes to them any more.
///
/// # Errors
/// When the database refuses.
pub fn forget_old(db: &mut Db, before: At) -> Result<()> {
    let old = street_report::table.filter(street_report::closed_at.lt(before)).select(street_report::id);
    diesel::delete(street_follower::table.filter(street_follower::report_id.eq_any(old))).execute(db)?;
    Ok(())
}

/// The reports that an account made or follows: number, whether it made it, since when. Latest first.
///
/// # Errors
/// When the database refuses.
pub fn followed_by(db: &mut Db, account: Uid, limit: i64) -> Result<Vec<(i64, bool, At)>> {
    Ok(street_follower::table
        .inner_join(street_report::table.on(street_report::id.eq(street_follower::report_id)))
        .filter(is_of(account))
        .order((street_follower::since.desc(), street_follower::id))
        .limit(limit)
        .select((street_report::number, street_follower::reporter, street_follower::since))
        .load(db)?)
}

/// Forgets what an account made and follows.
///
/// # Errors
/// When the database refuses.
pub fn forget_account(db: &mut Db, account: Uid) -> Result<()> {
    let own = street_follower::table.filter(is_of(account));
    let counted = own.filter(street_follower::guest_id.is_null()).filter(street_follower::confirmed);
    let followed = counted.select(street_follower::report_id);
    diesel::update(street_report::table.filter(street_report::id.eq_any(followed)))
        .set(street_report::followers.eq(street_report::followers - 1))
        .execute(db)?;
    diesel::delete(street_follower::table.filter(is_of(account))).execute(db)?;
    Ok(())
}

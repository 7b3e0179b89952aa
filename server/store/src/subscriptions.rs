//! Who gets the newsletter: private, and gone when they want it no more.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{consultation, subscription, theme};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::newsletter::SubscriptionState;
use std::fmt;

/// Most subscriptions of one address that are read at once.
const OWN_MAX: i64 = 1_000;

/// Somebody's wish to get the letters of a segment.
#[derive(Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = subscription, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Subscription {
    /// Its id.
    pub id: Uid,
    /// The address, as long as it is written to.
    pub email: Option<String>,
    /// Code of the language.
    pub lang: String,
    /// Code of the segment.
    pub segment: String,
    /// The consultation that the segment is of.
    pub consultation_id: Option<Uid>,
    /// The theme.
    pub theme_id: Option<Uid>,
    /// Code of where it stands.
    pub state: String,
    /// What was agreed to, word by word.
    pub consent: String,
    /// SHA-256 of the secret of its page.
    pub key_hash: Vec<u8>,
    /// When it was asked for.
    pub asked_at: At,
    /// When the address was confirmed.
    pub confirmed_at: Option<At>,
    /// When it ended.
    pub ended_at: Option<At>,
}

/// Nothing of it belongs in a log.
impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription").field("id", &self.id).field("state", &self.state).finish_non_exhaustive()
    }
}

impl Subscription {
    /// Where it stands.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<SubscriptionState> {
        SubscriptionState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("subscription state {}", self.state)))
    }
}

/// Keeps a new subscription. `false`: the address has one for the segment.
///
/// # Errors
/// When the database refuses.
pub fn subscribe(db: &mut Db, new: &Subscription) -> Result<bool> {
    Ok(each!(db, c => diesel::insert_into(subscription::table).values(new.clone()).on_conflict_do_nothing().execute(c))? == 1)
}

/// The subscription of an address to a segment.
///
/// # Errors
/// When the database refuses.
pub fn of_address(db: &mut Db, email: &str, segment: &str) -> Result<Option<Subscription>> {
    let found = subscription::table.filter(subscription::email.eq(email)).filter(subscription::segment.eq(segment));
    Ok(found.select(all::<Subscription>()).first(db).optional()?)
}

/// Every subscription of an address.
///
/// # Errors
/// When the database refuses.
pub fn all_of_address(db: &mut Db, email: &str) -> Result<Vec<Subscription>> {
    let found = subscription::table.filter(subscription::email.eq(email)).order(subscription::asked_at).limit(OWN_MAX);
    Ok(found.select(all::<Subscription>()).load(db)?)
}

/// The subscription whose page has this secret.
///
/// # Errors
/// When the database refuses.
pub fn by_key(db: &mut Db, key_hash: &[u8]) -> Result<Option<Subscription>> {
    let found = subscription::table.filter(subscription::key_hash.eq(key_hash));
    Ok(found.select(all::<Subscription>()).first(db).optional()?)
}

/// Asks again for what was asked for and not confirmed: in another language, with what is agreed to now. `false`: it was confirmed, or it ended.
///
/// # Errors
/// When the database refuses.
pub fn ask_again(db: &mut Db, id: Uid, lang: &str, consent: &str, now: At) -> Result<bool> {
    let asked = subscription::table.find(id).filter(subscription::state.eq(SubscriptionState::Asked.code()));
    let set = (subscription::lang.eq(lang), subscription::consent.eq(consent), subscription::asked_at.eq(now));
    Ok(diesel::update(asked).set(set).execute(db)? == 1)
}

/// Confirms an address. `false`: that was done, or it ended.
///
/// # Errors
/// When the database refuses.
pub fn confirm(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let asked = subscription::table.find(id).filter(subscription::state.eq(SubscriptionState::Asked.code()));
    let set = (subscription::state.eq(SubscriptionState::Confirmed.code()), subscription::confirmed_at.eq(now));
    Ok(diesel::update(asked).set(set).execute(db)? == 1)
}

/// Ends a subscription: its address is gone. `false`: it had ended.
///
/// # Errors
/// When the database refuses.
pub fn end(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let running = subscription::table.find(id).filter(subscription::state.ne(SubscriptionState::Ended.code()));
    let set =
        (subscription::state.eq(SubscriptionState::Ended.code()), subscription::email.eq(None::<String>), subscription::ended_at.eq(now));
    Ok(diesel::update(running).set(set).execute(db)? == 1)
}

/// What ended: for a restore, which must not write to anybody again.
///
/// # Errors
/// When the database refuses.
pub fn ended(db: &mut Db) -> Result<Vec<Uid>> {
    let ended = subscription::table.filter(subscription::state.eq(SubscriptionState::Ended.code())).order(subscription::id);
    Ok(ended.select(subscription::id).load(db)?)
}

/// Forgets every subscription of an address.
///
/// # Errors
/// When the database refuses.
pub fn forget_address(db: &mut Db, email: &str) -> Result<()> {
    diesel::delete(subscription::table.filter(subscription::email.eq(email))).execute(db)?;
    Ok(())
}

/// Forgets what was asked for before this moment and never confirmed.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, before: At) -> Result<usize> {
    let old = subscription::table.filter(subscription::state.eq(SubscriptionState::Asked.code())).filter(subscription::asked_at.lt(before));
    Ok(diesel::delete(old).execute(db)?)
}

/// The next who get the letters of a segment, after this one, at most `limit`.
///
/// # Errors
/// When the database refuses.
pub fn next(db: &mut Db, segment: &str, after: Option<Uid>, limit: i64) -> Result<Vec<Subscription>> {
    let mut query = subscription::table
        .filter(subscription::segment.eq(segment))
        .filter(subscription::state.eq(SubscriptionState::Confirmed.code()))
        .into_boxed::<MultiBackend>();
    if let Some(after) = after {
        query = query.filter(subscription::id.gt(after));
    }
    Ok(query.order(subscription::id).limit(limit).select(all::<Subscription>()).load(db)?)
}

/// How many get the letters of each segment, most first, at most `limit` segments.
///
/// # Errors
/// When the database refuses.
pub fn count_by_segment(db: &mut Db, limit: i64) -> Result<Vec<(String, i64)>> {
    Ok(subscription::table
        .filter(subscription::state.eq(SubscriptionState::Confirmed.code()))
        .group_by(subscription::segment)
        .select((subscription::segment, diesel::dsl::count_star()))
        .order((diesel::dsl::count_star().desc(), subscription::segment))
        .limit(limit)
        .load(db)?)
}

/// A segment of a consultation that everybody may know of: ids of consultation and theme, title of the consultation, name of the theme.
pub type Offered = (Uid, Option<Uid>, String, Option<String>);

/// Every consultation that everybody may know of, and its themes, latest first, at most `limit` of each.
///
/// # Errors
/// When the database refuses.
pub fn segments(db: &mut Db, limit: i64) -> Result<Vec<Offered>> {
    let order = (consultation::published_at.desc(), consultation::id);
    let whole: Vec<(Uid, String)> = consultation::table
        .filter(consultation::published_at.is_not_null())
        .order(order)
        .limit(limit)
        .select((consultation::id, consultation::title))
        .load(db)?;
    let ids: Vec<Uid> = whole.iter().map(|(id, _)| *id).collect();
    let themes: Vec<(Uid, Uid, String)> = theme::table
        .filter(theme::consultation_id.eq_any(ids))
        .order((theme::consultation_id.desc(), theme::position))
        .limit(limit)
        .select((theme::consultation_id, theme::id, theme::name))
        .load(db)?;
    let mut offered = Vec::with_capacity(whole.len() + themes.len());
    for (id, title) in whole {
        offered.push((id, None, title.clone(), None));
        let own = themes.iter().filter(|(of, ..)| *of == id);
        offered.extend(own.map(|(_, theme, name)| (id, Some(*theme), title.clone(), Some(name.clone()))));
    }
    Ok(offered)
}

/// The consultation of a theme.
///
/// # Errors
/// When the database refuses.
pub fn consultation_of_theme(db: &mut Db, id: Uid) -> Result<Option<Uid>> {
    Ok(theme::table.find(id).select(theme::consultation_id).first(db).optional()?)
}

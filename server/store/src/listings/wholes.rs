//! Of several collectivities that carry one consultation, one stands for all in lists: the organiser's own listing, or else the one that was heard of
//! first. An activity about one of them costs the same however many there are.

use super::Listing;
use crate::column::Uid;
use crate::schema::listing;
use crate::{Db, Result, alone};
use diesel::prelude::*;

/// What the transactions that choose one wait for: one that took several in another order would wait for ever.
const CHOOSING: &str = "the wholes of the index";

/// One was kept; `known` is what it was before. Chooses again where that may change something.
pub(super) fn placed(db: &mut Db, new: &Listing, known: Option<&Listing>) -> Result<()> {
    if known.is_some_and(|known| known.whole == new.whole) {
        return Ok(());
    }
    let others = listing::table.filter(listing::whole.eq(&new.whole)).filter(listing::id.ne(new.id));
    let carries = new.whole != new.uri;
    // Who organises may come after those that carry it.
    if carries || diesel::select(diesel::dsl::exists(others)).get_result(db)? {
        choose(db, &new.whole)?;
    }
    match known {
        Some(known) => succeed(db, std::slice::from_ref(&known.whole)),
        None => Ok(()),
    }
}

/// Listings of these are gone: where others are left, one of them stands for them now.
pub(super) fn succeed(db: &mut Db, wholes: &[String]) -> Result<()> {
    let left = listing::table.filter(listing::whole.eq_any(wholes.to_vec())).filter(diesel::dsl::not(listing::leads));
    let left: Vec<String> = left.select(listing::whole).distinct().load(db)?;
    for whole in left {
        choose(db, &whole)?;
    }
    Ok(())
}

fn choose(db: &mut Db, whole: &str) -> Result<()> {
    alone::about(db, CHOOSING)?;
    let all = || listing::table.filter(listing::whole.eq(whole));
    let organiser: Option<Uid> = all().filter(listing::uri.eq(whole)).select(listing::id).first(db).optional()?;
    let first = match organiser {
        Some(id) => Some(id),
        None => all().order(listing::id).select(listing::id).first(db).optional()?,
    };
    let Some(first) = first else { return Ok(()) };
    diesel::update(all().filter(listing::leads).filter(listing::id.ne(first))).set(listing::leads.eq(false)).execute(db)?;
    diesel::update(listing::table.find(first)).set(listing::leads.eq(true)).execute(db)?;
    Ok(())
}

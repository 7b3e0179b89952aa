//! The services that reports are given to: known by their names, some with an address for letters.

use crate::column::each;
use crate::schema::{street_area, street_category, street_service};
use crate::{Db, Result};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Most services that have an address.
pub const SERVICES_MAX: i64 = 200;

/// The services that categories and areas name or that have an address, by name, each with its address.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db) -> Result<BTreeMap<String, Option<String>>> {
    let named: Vec<String> = street_category::table.select(street_category::service).limit(super::CATEGORIES_MAX).load(db)?;
    let there: Vec<String> = street_area::table.select(street_area::service).limit(super::areas::AREAS_MAX).load(db)?;
    let reached: Vec<(String, String)> =
        street_service::table.select((street_service::name, street_service::email)).limit(SERVICES_MAX).load(db)?;
    let mut all: BTreeMap<String, Option<String>> =
        named.into_iter().chain(there).filter(|name| !name.is_empty()).map(|name| (name, None)).collect();
    all.extend(reached.into_iter().map(|(name, email)| (name, Some(email))));
    Ok(all)
}

/// The address of a service, where it has one.
///
/// # Errors
/// When the database refuses.
pub fn address(db: &mut Db, name: &str) -> Result<Option<String>> {
    Ok(street_service::table.find(name).select(street_service::email).first(db).optional()?)
}

/// How many services have an address.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db) -> Result<i64> {
    Ok(street_service::table.count().get_result(db)?)
}

/// Keeps the address of a service.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, name: &str, email: &str) -> Result<()> {
    let new = street_service::email.eq(email);
    let row = (street_service::name.eq(name), new);
    each!(db, c => diesel::insert_into(street_service::table).values(row).on_conflict(street_service::name).do_update().set(new).execute(c))?;
    Ok(())
}

/// Forgets the address of a service.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, name: &str) -> Result<()> {
    diesel::delete(street_service::table.find(name)).execute(db)?;
    Ok(())
}

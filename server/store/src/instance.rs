//! The instance: one row that says whose house this is.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::instance;
use crate::{Db, Result};
use diesel::prelude::*;

/// The row.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = instance, check_for_backend(MultiBackend))]
pub struct Instance {
    /// 32 random bytes from which keys are derived; never shown.
    pub secret: Vec<u8>,
    /// The collectivity as an actor.
    pub collectivity_id: Uid,
    /// Code of the kind of territory.
    pub territory_kind: String,
    /// INSEE code.
    pub insee_code: Option<String>,
    /// SIREN.
    pub siren: Option<String>,
    /// Name of the collectivity.
    pub name: String,
    /// One sentence.
    pub tagline: String,
    /// Introduction, in Markdown.
    pub introduction: String,
    /// Centre of the territory.
    pub latitude: Option<f64>,
    /// Centre of the territory.
    pub longitude: Option<f64>,
    /// Colour, `#rrggbb`.
    pub accent: String,
    /// Picture of the logo.
    pub logo_id: Option<Uid>,
    /// Picture of the home page.
    pub banner_id: Option<Uid>,
    /// Code of the first language.
    pub lang: String,
    /// IANA time zone in which dates are shown and typed.
    pub time_zone: String,
    /// How to reach the collectivity.
    pub contact: String,
    /// Legal notice, in Markdown.
    pub legal_notice: String,
    /// When the instance was made.
    pub created_at: At,
    /// When the first administrator finished the set-up.
    pub set_up_at: Option<At>,
    /// Changes at each edit of the identity.
    pub revision: i64,
    /// INSEE code or name of the territory above.
    pub parent_territory: String,
    /// Who answers for personal data.
    pub data_controller: String,
    /// How to reach them.
    pub data_contact: String,
}

/// What is inserted at the first start.
#[derive(Debug, Insertable)]
#[diesel(table_name = instance, treat_none_as_default_value = false)]
pub struct NewInstance<'a> {
    /// Always 1.
    pub id: i16,
    /// 32 random bytes.
    pub secret: &'a [u8],
    /// The collectivity as an actor.
    pub collectivity_id: Uid,
    /// Code of the kind of territory.
    pub territory_kind: &'a str,
    /// Name.
    pub name: &'a str,
    /// Colour.
    pub accent: &'a str,
    /// Code of the first language.
    pub lang: &'a str,
    /// IANA time zone.
    pub time_zone: &'a str,
    /// When.
    pub created_at: At,
}

/// What an administrator may change.
#[derive(Debug, AsChangeset)]
#[diesel(table_name = instance, treat_none_as_null = true)]
pub struct Identity<'a> {
    /// Code of the kind of territory.
    pub territory_kind: &'a str,
    /// INSEE code.
    pub insee_code: Option<&'a str>,
    /// SIREN.
    pub siren: Option<&'a str>,
    /// Name.
    pub name: &'a str,
    /// One sentence.
    pub tagline: &'a str,
    /// Introduction.
    pub introduction: &'a str,
    /// Centre.
    pub latitude: Option<f64>,
    /// Centre.
    pub longitude: Option<f64>,
    /// Colour.
    pub accent: &'a str,
    /// Code of the first language.
    pub lang: &'a str,
    /// IANA time zone.
    pub time_zone: &'a str,
    /// How to reach the collectivity.
    pub contact: &'a str,
    /// Legal notice.
    pub legal_notice: &'a str,
    /// INSEE code or name of the territory above.
    pub parent_territory: &'a str,
    /// Who answers for personal data.
    pub data_controller: &'a str,
    /// How to reach them.
    pub data_contact: &'a str,
}

impl Instance {
    /// What our collectivity says of its own territory. Where nobody else is named, the collectivity answers for personal data itself.
    #[must_use]
    pub fn territory(&self) -> crate::trust::Territory {
        let or = |said: &str, otherwise: &str| if said.is_empty() { otherwise.to_owned() } else { said.to_owned() };
        crate::trust::Territory {
            kind: self.territory_kind.clone(),
            insee_code: self.insee_code.clone(),
            siren: self.siren.clone(),
            parent: self.parent_territory.clone(),
            controller: or(&self.data_controller, &self.name),
            contact: or(&self.data_contact, &self.contact),
        }
    }
}

/// The instance, if it was made.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db) -> Result<Option<Instance>> {
    Ok(instance::table.select(all::<Instance>()).first(db).optional()?)
}

/// Makes it. A second one is refused by the database.
///
/// # Errors
/// `Duplicate`, or when the database refuses.
pub fn insert(db: &mut Db, new: &NewInstance<'_>) -> Result<()> {
    diesel::insert_into(instance::table).values(new).execute(db)?;
    Ok(())
}

/// Changes the identity.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, identity: &Identity<'_>) -> Result<()> {
    diesel::update(instance::table).set((identity, instance::revision.eq(instance::revision + 1))).execute(db)?;
    Ok(())
}

/// Says that the set-up is finished.
///
/// # Errors
/// When the database refuses.
pub fn set_up(db: &mut Db, now: At) -> Result<()> {
    diesel::update(instance::table).set(instance::set_up_at.eq(now)).execute(db)?;
    Ok(())
}

/// Sets or removes the logo.
///
/// # Errors
/// When the database refuses.
pub fn set_logo(db: &mut Db, media: Option<Uid>) -> Result<()> {
    diesel::update(instance::table).set((instance::logo_id.eq(media), instance::revision.eq(instance::revision + 1))).execute(db)?;
    Ok(())
}

/// Sets or removes the picture of the home page.
///
/// # Errors
/// When the database refuses.
pub fn set_banner(db: &mut Db, media: Option<Uid>) -> Result<()> {
    diesel::update(instance::table).set((instance::banner_id.eq(media), instance::revision.eq(instance::revision + 1))).execute(db)?;
    Ok(())
}

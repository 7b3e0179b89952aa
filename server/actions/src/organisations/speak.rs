//! Act in the name of an organisation: asked again in the transaction of every act, so that whoever is removed acts no more.

use crate::Result;
use domain::Timestamp;
use domain::actor::{Role, Viewer};
use domain::id::ActorId;
use domain::organisation::OrganisationVerb;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::{At, Db, Uid};

/// The viewer as the rules see them. Whoever acts in the name of an organisation must be its member now, and has its role.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub(crate) fn speak(db: &mut Db, viewer: Viewer, now: Timestamp) -> Result<Viewer> {
    let (Some(member), Some(organisation)) = (viewer.member, viewer.actor) else { return Ok(viewer) };
    let account = store::accounts::find(db, Uid::of(member))?.ok_or(Refusal::SignInFirst)?;
    let person = Viewer::signed_in(member, Role::parse(&account.role).unwrap_or(Role::Citizen));
    let ties = store::memberships::ties(db, Uid::of(organisation), Uid::of(member))?;
    permission::may_in_organisation(person, OrganisationVerb::Speak, ties)?;
    let role = roles_of(db, &[Uid::of(organisation)], now)?.first().copied().unwrap_or(Role::Citizen);
    Ok(Viewer { role, ..viewer })
}

/// The roles of organisations of this instance here, in this order: a stakeholder's where the collectivity accredits it, else a citizen's.
///
/// # Errors
/// When the store fails.
pub fn roles_of(db: &mut Db, organisations: &[Uid], now: Timestamp) -> std::result::Result<Vec<Role>, store::Error> {
    let instance = if organisations.is_empty() { None } else { store::instance::find(db)? };
    let accredited = match instance {
        Some(instance) => store::accreditations::roles(db, instance.collectivity_id, organisations, At(now))?,
        None => Vec::new(),
    };
    let role = |id: &Uid| if accredited.iter().any(|(known, _)| known == id) { Role::Stakeholder } else { Role::Citizen };
    Ok(organisations.iter().map(role).collect())
}

/// Whether the viewer looks after an organisation: one of its own who does (`true`), or an agent (`false`).
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub fn manages(db: &mut Db, viewer: Viewer, organisation: ActorId) -> Result<bool> {
    let person = viewer.actor.ok_or(Refusal::SignInFirst)?;
    let ties = store::memberships::ties(db, Uid::of(organisation), Uid::of(person))?;
    match permission::may_in_organisation(viewer, OrganisationVerb::Manage, ties) {
        Ok(()) => Ok(true),
        Err(refusal) => {
            let is_one = store::organisations::find(db, Uid::of(organisation))?.is_some();
            if is_one && permission::may_in_office(viewer, OfficeVerb::Answer).is_ok() { Ok(false) } else { Err(refusal.into()) }
        }
    }
}

//! What other servers say of accreditations: a collectivity offers one to an organisation of here, an organisation elsewhere answers ours, either
//! ends it. The proofs were checked at the door; here is whether it stands.

use crate::{Result, accreditations};
use domain::Timestamp;
use domain::actor::ActorKind;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, LetterId};
use domain::organisation::{AccreditationState, OrganisationKind};
use domain::refusal::Refusal;
use store::accreditations::Accreditation;
use store::received::Digest;
use store::{At, Db, Uid};

/// What is said of one.
#[derive(Debug, Clone)]
pub enum Accredited {
    /// A collectivity offers one to an organisation of here.
    Offered(Offered),
    /// An organisation answers an offer of ours.
    Answered {
        /// Which.
        accreditation: Uid,
        /// The acceptance with its proof; nothing for a refusal.
        acceptance: Option<String>,
    },
    /// One of the two sides ends it.
    Ended {
        /// Its address.
        uri: String,
        /// Digest of its address and the actor's.
        digest: Digest,
        /// Which, when it is ours.
        ours: Option<Uid>,
    },
}

impl Accredited {
    /// Whether it only takes back.
    pub(super) const fn takes_back(&self) -> bool {
        match self {
            Self::Ended { .. } => true,
            Self::Offered(_) | Self::Answered { .. } => false,
        }
    }
}

/// An accreditation that a collectivity elsewhere offers, proven by it.
#[derive(Debug, Clone)]
pub struct Offered {
    /// Its address.
    pub uri: String,
    /// Digest of its address and its author: under this its end is remembered should it come first.
    pub digest: Digest,
    /// The organisation of here.
    pub organisation: Uid,
    /// As what.
    pub role: OrganisationKind,
    /// What it is asked to do, as plain text.
    pub mandate: String,
    /// From when.
    pub since: Timestamp,
    /// Until when.
    pub until: Option<Timestamp>,
    /// When it was offered.
    pub offered_at: Timestamp,
    /// The document with its proof.
    pub document: String,
}

/// Does what is said.
pub(super) fn heard(db: &mut Db, by: ActorId, said: &Accredited, ids: (Uid, LetterId), now: Timestamp) -> Result<()> {
    match said {
        Accredited::Offered(offer) => offered(db, by, offer, ids, now),
        Accredited::Answered { accreditation, acceptance } => answered(db, by, *accreditation, acceptance.as_deref(), now),
        Accredited::Ended { uri, digest, ours } => ended(db, by, (uri, digest), *ours, now),
    }
}

/// Keeps an offer; what was taken back before it came is not kept, and the same offer is kept once.
fn offered(db: &mut Db, by: ActorId, offer: &Offered, (id, letter): (Uid, LetterId), now: Timestamp) -> Result<()> {
    let open = store::organisations::find(db, offer.organisation)?.is_some_and(|found| found.closed_at.is_none());
    if !open {
        return Err(Refusal::NotFound.into());
    }
    // People do not accredit: pages would say that a collectivity does.
    if store::actors::find(db, Uid::of(by))?.is_none_or(|actor| actor.kind != ActorKind::Organization.code()) {
        return Err(Refusal::NotYourRole.into());
    }
    store::alone::about(db, &offer.uri)?;
    if store::received::is_buried(db, &offer.digest)? {
        return Ok(());
    }
    let new = Accreditation {
        id,
        uri: Some(offer.uri.clone()),
        by_id: Uid::of(by),
        organisation_id: offer.organisation,
        role: offer.role.code().to_owned(),
        mandate: offer.mandate.clone(),
        since: At(offer.since),
        until: offer.until.map(At),
        state: AccreditationState::Offered.code().to_owned(),
        // What claims to come from the future comes from now.
        offered_at: At(offer.offered_at.min(now)),
        answered_at: None,
        ended_at: None,
        document: Some(offer.document.clone()),
        acceptance: None,
    };
    if !store::accreditations::insert(db, &new)? {
        return Err(Refusal::AlreadyDone.into());
    }
    accreditations::tell(db, offer.organisation, letter, now)?;
    Ok(store::journal::append(db, &Event::new(EventKind::AccreditationReceived).by(by).on(id.0), now)?)
}

/// An organisation elsewhere answers what this collectivity offered. Too late is too late: what was taken back stays so.
fn answered(db: &mut Db, by: ActorId, accreditation: Uid, acceptance: Option<&str>, now: Timestamp) -> Result<()> {
    let found = store::accreditations::find(db, accreditation)?.filter(|found| found.uri.is_none()).ok_or(Refusal::NotFound)?;
    if found.organisation_id != Uid::of(by) {
        return Err(Refusal::NotYours.into());
    }
    let state = if acceptance.is_some() { AccreditationState::Accepted } else { AccreditationState::Refused };
    if !store::accreditations::answer(db, found.id, state, acceptance, At(now))? {
        return Err(Refusal::AlreadyDone.into());
    }
    Ok(store::journal::append(db, &Event::new(EventKind::AccreditationReceived).by(by).on(accreditation.0).detail(state.code()), now)?)
}

/// One of the two sides, elsewhere, ends an accreditation. The end of what never came is remembered.
fn ended(db: &mut Db, by: ActorId, (uri, digest): (&str, &Digest), ours: Option<Uid>, now: Timestamp) -> Result<()> {
    store::alone::about(db, uri)?;
    let found = match ours {
        Some(id) => store::accreditations::find(db, id)?.filter(|found| found.uri.is_none()),
        None => store::accreditations::by_uri(db, uri)?,
    };
    let Some(found) = found else {
        return if ours.is_some() { Err(Refusal::NotFound.into()) } else { Ok(store::received::bury(db, digest, At(now))?) };
    };
    let state = if found.by_id == Uid::of(by) {
        AccreditationState::Withdrawn
    } else if found.organisation_id == Uid::of(by) {
        AccreditationState::Left
    } else {
        return Err(Refusal::NotYours.into());
    };
    if !store::accreditations::end(db, found.id, state, At(now))? {
        return Err(Refusal::AlreadyDone.into());
    }
    Ok(store::journal::append(db, &Event::new(EventKind::AccreditationReceived).by(by).on(found.id.0).detail(state.code()), now)?)
}

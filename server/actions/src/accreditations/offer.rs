//! Offer to accredit an organisation, of here or of another server.

use crate::{App, Error, Faults, Result};
use domain::Timestamp;
use domain::actor::{ActorKind, Viewer};
use domain::event::{Event, EventKind};
use domain::id::{ActorId, LetterId};
use domain::organisation::{AccreditationState, OrganisationKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::accreditations::Accreditation;
use store::{At, Db, Uid};

/// What is typed about an accreditation.
#[derive(Debug, Clone, Default)]
pub struct AccreditationForm {
    /// Code of what it is accredited as.
    pub role: String,
    /// Up to 1,000 characters of plain text.
    pub mandate: String,
    /// First day, as a browser says it (2026-03-02); today when empty.
    pub since: String,
    /// Last day; none when empty.
    pub until: String,
}

struct Sound {
    role: OrganisationKind,
    mandate: String,
    since: Timestamp,
    until: Option<Timestamp>,
}

/// Offers an accreditation: it is shown when the organisation accepts. Gives its id.
///
/// # Errors
/// Faulty fields, a refusal of the permission table, `NotFound` for what is no organisation, `AlreadyDone` when the same is offered or holds, or
/// the store's failure.
pub async fn offer(app: &App, viewer: Viewer, organisation: ActorId, form: &AccreditationForm) -> Result<uuid::Uuid> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, zone) = (app.now(), app.time_zone().await?);
    let sound = parse(form, &zone, now)?;
    let (id, letter, by) = (app.new_id::<uuid::Uuid>(), app.new_id::<LetterId>(), app.instance().await?.collectivity_id);
    app.store
        .write(move |db| {
            let is_ours = is_one(db, Uid::of(organisation), by)?;
            let holding = store::accreditations::roles(db, by, &[Uid::of(organisation)], At(now))?;
            if holding.iter().any(|(_, role)| role == sound.role.code()) {
                return Err(Refusal::AlreadyDone.into());
            }
            let new = Accreditation {
                id: Uid(id),
                uri: None,
                by_id: by,
                organisation_id: Uid::of(organisation),
                role: sound.role.code().to_owned(),
                mandate: sound.mandate,
                since: At(sound.since),
                until: sound.until.map(At),
                state: AccreditationState::Offered.code().to_owned(),
                offered_at: At(now),
                answered_at: None,
                ended_at: None,
                document: None,
                acceptance: None,
            };
            if !store::accreditations::insert(db, &new)? {
                return Err(Refusal::AlreadyDone.into());
            }
            if is_ours {
                super::tell(db, new.organisation_id, letter, now)?;
            }
            store::journal::append(db, &Event::new(EventKind::AccreditationOffered).by(viewer.actor).on(id), now)?;
            Ok(id)
        })
        .await
}

/// Whether an actor is an organisation of this instance; `false` for one of another server.
fn is_one(db: &mut Db, id: Uid, collectivity: Uid) -> Result<bool> {
    let actor =
        store::actors::find(db, id)?.filter(|actor| actor.erased_at.is_none() && actor.id != collectivity).ok_or(Refusal::NotFound)?;
    if actor.host.is_empty() {
        let found = store::organisations::find(db, id)?.filter(|found| found.closed_at.is_none());
        return if found.is_some() { Ok(true) } else { Err(Refusal::NotFound.into()) };
    }
    match ActorKind::parse(&actor.kind) {
        Some(ActorKind::Organization | ActorKind::Person) => Ok(false),
        Some(ActorKind::Group | ActorKind::Application) | None => Err(Refusal::NotFound.into()),
    }
}

fn parse(form: &AccreditationForm, zone: &TimeZone, now: Timestamp) -> Result<Sound> {
    let mut faults = Faults::new();
    let role = OrganisationKind::parse(&form.role);
    if role.is_none() {
        faults.push(("role", Fault::Choice));
    }
    let mandate =
        text::bounded_text(&form.mandate, 0, text::SHORT_MAX).map_err(|fault| faults.push(("mandate", fault))).unwrap_or_default();
    // Whole days, as people of the place count them; an accreditation of today begins now.
    let today = now.to_zoned(zone.clone()).date();
    let since = match day(&form.since) {
        Ok(None) => Some(now),
        Ok(Some(date)) if date == today => Some(now),
        Ok(Some(date)) => date.to_zoned(zone.clone()).ok().map(|at| at.timestamp()),
        Err(()) => None,
    };
    if since.is_none() {
        faults.push(("since", Fault::Shape));
    }
    let last = day(&form.until).and_then(|date| match date {
        None => Ok(None),
        // The last day is part of it.
        Some(date) => date.tomorrow().and_then(|next| next.to_zoned(zone.clone())).map(|at| Some(at.timestamp())).map_err(drop),
    });
    let until = match (last, since) {
        (Err(()), _) => {
            faults.push(("until", Fault::Shape));
            None
        }
        (Ok(Some(until)), Some(since)) if until <= since || until <= now => {
            faults.push(("until", Fault::Order));
            None
        }
        (Ok(until), _) => until,
    };
    match (role, since) {
        (Some(role), Some(since)) if faults.is_empty() => Ok(Sound { role, mandate, since, until }),
        _ => Err(Error::Faulty(faults)),
    }
}

fn day(text: &str) -> std::result::Result<Option<Date>, ()> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    text.trim().parse::<Date>().map(Some).map_err(drop)
}
